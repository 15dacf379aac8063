"""A surname alone is counted with whom its title means, a middle initial with the plain name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from newsroom import coming_in, page

from corpus.coverage.result import Named
from corpus.entities.naming import find_names
from corpus.entities.recogniser import RawSpan
from index.archive import Archive
from index.entity.result import EntityPage
from index.initialled import without_initials
from index.titled import Titles
from tui.views.entity_told import rest_told

THOMAS, ALONE = "person:thomas quill", "person:quill"
FULL = "President Thomas Quill opened the bridge."
TITLED = 'President Quill left early. "We will rebuild it," President Quill said.'
PLAIN = "The plan that Quill made was read out."


class Listed:
    """A recogniser that knows whoever is called Quill."""

    version = "listed-1"

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        """Where the names stand."""
        names = re.compile(r"(?:(?:Thomas|Helen|Ada)(?: [A-Z]\.)? )?Quill")
        return [
            [RawSpan(*found.span(), "person") for found in names.finditer(text)] for text in texts
        ]


def archive_of(path: Path, *texts: str) -> Archive:
    """An archive with these articles, of two outlets by turns."""
    archive = Archive.open(path / "archive", create=True)
    outlets = ("Quay Herald", "Gull Post")
    archive.add(
        coming_in(*(
            page(n, f"{text}\n\n{_own_words(n)}", outlet=outlets[n % 2])
            for n, text in enumerate(texts, 1)
        ))
    )  # fmt: skip
    articles = archive.lease("test", 100)
    archive.store_names({one.id: find_names(one, Listed()) for one in articles})
    return archive


def _own_words(number: int) -> str:
    """Words of one article only, so that none is a copy of another."""
    return " ".join(f"crate{number}x{at}" for at in range(60)) + " came ashore."


def page_of(path: Path, *texts: str, key: str = THOMAS) -> EntityPage:
    with archive_of(path, *texts) as archive:
        return archive.entities().page(key)


def test_a_title_tells_whose_a_surname_alone_is(tmp_path: Path) -> None:
    found = page_of(tmp_path, *[FULL] * 5, *[TITLED] * 3, PLAIN)
    assert found.articles == 8
    assert found.direct.times == 3, "his words come with the name"
    assert found.titled is not None
    assert (found.titled.articles, found.titled.left) == (3, 1)
    assert "3 of them as President Quill alone" in rest_told(found)
    assert "also as Quill in 1 article, not counted here" in rest_told(found)
    assert f'names merge {ALONE} "{THOMAS}"' in rest_told(found)
    assert ALONE not in [one.key for one in found.also]
    why = {one.text: one.why for one in found.spellings}["Quill"]
    assert why == "by title: President Thomas Quill in 5 articles"


def test_the_page_of_the_surname_tells_with_whom_it_is_counted(tmp_path: Path) -> None:
    found = page_of(tmp_path, *[FULL] * 5, *[TITLED] * 3, PLAIN, key=ALONE)
    assert found.articles == 4
    assert "3 of them are counted with Thomas Quill as well" in rest_told(found)


def test_two_outlets_count_the_president_as_his_page_does(tmp_path: Path) -> None:
    with archive_of(tmp_path, *[FULL] * 5, *[TITLED] * 3, PLAIN) as archive:
        outlets = archive.outlets()
        pair = outlets.pair(*outlets.two("Quay Herald", "Gull Post"))
        names: dict[str, Named] = {one.key: one for one in outlets.telling(pair).names}
        assert names[THOMAS].left.articles + names[THOMAS].right.articles == 8
        assert names[ALONE].left.articles + names[ALONE].right.articles == 1


def test_too_few_full_names_and_two_presidents_tell_nothing(tmp_path: Path) -> None:
    few = page_of(tmp_path / "few", *[FULL] * 4, *[TITLED] * 3)
    assert (few.articles, few.titled) == (4, None)
    another = "President Helen Quill opened the bridge."
    two = page_of(tmp_path / "two", *[FULL] * 5, another, *[TITLED] * 3)
    assert (two.articles, two.titled) == (5, None)


def test_another_title_tells_nothing(tmp_path: Path) -> None:
    found = page_of(tmp_path, *[FULL] * 5, *["Vice President Quill left early."] * 3)
    assert found.articles == 5


def test_a_namesake_in_the_article_keeps_a_surname_that_is_seldom_titled(tmp_path: Path) -> None:
    beside = "Helen Quill and Ada Quill came. President Quill did not."
    found = page_of(tmp_path, *[FULL] * 5, beside, TITLED, *[PLAIN] * 4)
    assert found.titled is not None
    assert (found.titled.articles, found.titled.left) == (1, 5)


def test_who_parts_the_names_undoes_it_and_who_takes_that_back_has_it_again(tmp_path: Path) -> None:
    with archive_of(tmp_path, *[FULL] * 5, *[TITLED] * 3) as archive:
        entities = archive.entities()
        assert entities.page(THOMAS).articles == 8
        archive.names().part(THOMAS, "Quill")
        assert entities.page(THOMAS).articles == 5
        archive.undo()
        assert entities.page(THOMAS).articles == 8


def test_names_that_a_person_merged_are_one_without_a_title(tmp_path: Path) -> None:
    with archive_of(tmp_path, *[FULL] * 5, *[TITLED] * 3, PLAIN) as archive:
        archive.names().merge(ALONE, THOMAS)
        found = archive.entities().page(THOMAS)
        assert (found.articles, found.titled) == (9, None)


def test_a_middle_initial_makes_nobody_else(tmp_path: Path) -> None:
    found = page_of(tmp_path, *["Thomas Quill came."] * 3, "Thomas B. Quill came.")
    assert found.articles == 4
    why = {one.text: one.why for one in found.spellings}["Thomas B. Quill"]
    assert why.startswith("without the middle initial the same as Thomas Quill")
    assert found.also == ()


def test_the_page_of_a_name_with_an_initial_says_with_whom_it_is_counted(tmp_path: Path) -> None:
    texts = [*["Thomas Quill came."] * 3, "Thomas B. Quill came."]
    found = page_of(tmp_path, *texts, key="person:thomas b. quill")
    assert found.titled is not None
    assert (found.articles, found.titled.articles, found.titled.key) == (1, 1, THOMAS)


def test_two_initials_are_two_people() -> None:
    two = {"person:ada quill": 5, "person:ada b. quill": 4, "person:ada k. quill": 1}
    assert without_initials(two) == {}
    assert without_initials({"person:ada quill": 1, "person:ada b. quill": 1}) == {}, "who is she?"
    assert without_initials({"person:ada quill": 3, "person:ada brown quill": 3}) == {}


class Counting:
    """Questions about an archive's titles, with the queries that were asked."""

    def __init__(self, archive: Archive) -> None:
        room = archive.entities()
        self.queries: list[str] = []
        self.titles = Titles(room._ask, room._records, self._found)
        self._room = room

    def _found(self, query: str) -> list[int]:
        self.queries.append(query)
        return self._room._found(query)


def changed(archive: Archive, number: int, text: str) -> None:
    """The archive with one article more, its names read."""
    archive.add(coming_in(page(number, f"{text}\n\n{_own_words(number)}")))
    articles = archive.lease("test", 100)
    archive.store_names({one.id: find_names(one, Listed()) for one in articles})


def test_what_titles_tell_after_a_change_is_what_a_fresh_look_tells(tmp_path: Path) -> None:
    with archive_of(tmp_path, *[FULL] * 5, *[TITLED] * 3, PLAIN) as archive:
        kept = Counting(archive)
        assert kept.titles.stamp() == [(ALONE, THOMAS)]
        texts = [TITLED, "It rained.", *["President Helen Quill left."] * 3, PLAIN]
        for number, text in enumerate(texts, 60):
            changed(archive, number, text)
            fresh = Counting(archive)
            assert kept.titles.stamp() == fresh.titles.stamp()
            assert kept.titles.alone(ALONE) == fresh.titles.alone(ALONE)
        assert kept.titles.stamp() == [], "two presidents of one surname"
        for hit in archive.search("helen").hits[:3]:
            archive.remove(hit.row.id)
        assert kept.titles.stamp() == Counting(archive).titles.stamp() == [(ALONE, THOMAS)]


def test_an_article_without_the_surname_has_no_title_sought_anew(tmp_path: Path) -> None:
    with archive_of(tmp_path, *[FULL] * 5, *[TITLED] * 3) as archive:
        kept = Counting(archive)
        kept.titles.stamp()
        at_first = len(kept.queries)
        kept.queries.clear()
        changed(archive, 60, "It rained in the harbour.")
        assert kept.titles.stamp() == [(ALONE, THOMAS)]
        assert kept.queries == ['"quill"']
        changed(archive, 61, TITLED)
        kept.titles.stamp()
        assert len(kept.queries) >= at_first


def test_articles_counted_by_title_are_not_told_again_as_the_surname_alone(tmp_path: Path) -> None:
    with archive_of(tmp_path, *[FULL] * 5, *[TITLED] * 3, PLAIN) as archive:
        meant = archive.entities().finding.read("President Quill")
    assert (meant.key, [(one.key, one.articles) for one in meant.others]) == (THOMAS, [(ALONE, 1)])
    assert "it may also be Quill alone 1" in meant.told
