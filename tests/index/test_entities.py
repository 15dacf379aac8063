"""Entities of an archive: which is meant, what is counted, and the sentences behind each number."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from newsroom import coming_in, page
from people import archive_of_people, recognise, told

from corpus.article import Article, Document, Entity, Mention, Names, Stated
from index import private_cache
from index.archive import Archive
from index.entity.counting import spelt
from index.entity.dossier import Dossier
from index.entity.dossiers import Dossiers
from index.entity.finding import AmbiguousEntity, NoSuchEntity
from index.entity.result import EntityPage, Target
from index.entity.room import Entities
from index.query.tree import QueryError
from tui.views.entity_told import outlets_as_one

VARGA = "person:ines varga"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of_people(tmp_path) as made:
        yield made


def texts(archive: Archive, target: Target, query: str = "") -> list[str]:
    return [one.text for one in archive.entities().places(VARGA, query, target).rows]


def test_a_name_means_its_entity_and_a_part_of_it_when_only_one_has_it(archive: Archive) -> None:
    finding = archive.entities().finding
    assert finding.key_of("ines  VARGA") == VARGA
    assert finding.key_of("Reyl") == "person:tomas reyl"
    assert finding.key_of("place:port calder") == "place:port calder"
    assert [one.key for one in finding.beginning("ine", 9)] == [VARGA]
    assert finding.key_of("Varga, Ines") == finding.key_of("I. Varga") == VARGA
    assert finding.key_of("Reyl, Tomas") == "person:tomas reyl"
    assert [one.key for one in finding.beginning("varga, in", 9)] == [VARGA]


def test_several_that_may_be_meant_are_listed_and_never_taken_for_one(archive: Archive) -> None:
    with pytest.raises(AmbiguousEntity) as several:
        archive.entities().finding.key_of("Varga")
    assert [one.key for one in several.value.candidates] == [VARGA, "person:lina varga"]
    assert "person:lina varga" in str(several.value)


def test_a_key_as_it_is_written_opens_whatever_names_look_like_it(archive: Archive) -> None:
    like = "person:ines] varga"
    archive.add(coming_in(page(70)))
    (waiting,) = archive.lease("test", 10)
    within, number, text = next(iter(waiting.texts()))
    found = Names("listed-1", (
        Entity(like, "person", "Ines] Varga", (Mention(within, number, 0, 4, text[:4]),)),
    ))  # fmt: skip
    archive.store_names({waiting.id: found})
    finding = archive.entities().finding
    assert finding.key_of("Ines Varga") == VARGA, "a person's name in full as it stands"
    assert like in [one.key for one in archive.entities().page(VARGA).also]
    assert finding.key_of(VARGA) == VARGA
    assert finding.key_of("person:Ines Varga") == VARGA
    assert finding.key_of(like) == like


def test_other_names_with_the_same_words_are_told_and_counted_apart(archive: Archive) -> None:
    page = archive.entities().page("person:lina varga")
    assert page.also == ()
    archive.names().part(VARGA, "Varga")
    page = archive.entities().page(VARGA)
    assert [one.key for one in page.also] == ["person:varga"]


def test_an_unknown_name_offers_near_ones(archive: Archive) -> None:
    with pytest.raises(NoSuchEntity, match="“Ines Varga”"):
        archive.entities().finding.key_of("Inez Varga")
    with pytest.raises(NoSuchEntity, match="broadsheet names"):
        archive.entities().finding.key_of("Quaquaqua")


def test_the_page_counts_articles_beside_those_whose_names_were_read(archive: Archive) -> None:
    page = archive.entities().page(VARGA)
    assert (page.name, page.articles, page.of, page.times) == ("Ines Varga", 3, 5, 6)
    spelt = {one.text: (one.times, one.articles) for one in page.spellings}
    assert spelt == {"Ines Varga": (5, 3), "Varga": (1, 1)}
    assert [(o.name, o.articles, o.of) for o in page.outlets] == [("Gazette", 2, 2), ("Wire", 1, 2)]
    assert [(m.when, m.articles, m.of) for m in page.months] == [
        ("2031-03", 2, 3), ("2031-04", 1, 1)
    ]  # fmt: skip
    assert sum(o.over[n] for o in page.outlets for n in range(len(page.when))) == 3
    assert [(c.name, c.articles, c.sentences) for c in page.company] == [
        ("Tomas Reyl", 2, 1), ("Port Calder", 1, 1)
    ]  # fmt: skip
    assert page.labels[0].text == "Minister Ines Varga"


def test_the_same_words_in_two_articles_are_one_quotation_and_reports_stand_apart(
    archive: Archive,
) -> None:
    page = archive.entities().page(VARGA)
    assert (page.direct.times, page.direct.articles, page.indirect.times) == (2, 2, 1)
    direct = [one for one in page.said if one.kind == "direct"]
    assert [(one.articles, one.outlets, one.published) for one in direct] == [(2, 2, "2031-03-13")]


@pytest.mark.parametrize(
    ("target", "count"),
    [
        (Target("spelling", "Varga"), 1),
        (Target("outlet", "Wire"), 1),
        (Target("month", "2031-04"), 2),
        (Target("with", "person:tomas reyl"), 2),
        (Target("said", "direct"), 2),
        (Target("said", "indirect"), 1),
        (Target("label", "form:Minister Ines Varga"), 1),
    ],
)
def test_every_number_opens_at_its_sentences(archive: Archive, target: Target, count: int) -> None:
    found = archive.entities().places(VARGA, "", target)
    assert found.total == len(found.rows) == count
    for one in found.rows:
        assert one.spans
        article = archive.get(one.article).article
        assert one.text == article.sentence_text(article.sentences[one.sentence])


def test_every_number_names_as_many_articles_as_it_counts(archive: Archive) -> None:
    page, evidence = archive.entities().page(VARGA), archive.entities().evidence(VARGA, "")
    counted = [
        *((Target("spelling", one.text), one.articles) for one in page.spellings),
        *((Target("label", f"{one.kind}:{one.text}"), one.articles) for one in page.labels),
        *((Target("when", one.when), one.articles) for one in page.when),
        *((Target("month", one.when), one.articles) for one in page.months),
        *((Target("outlet", one.name or ""), one.articles) for one in page.outlets),
        *((Target("with", one.key), one.articles) for one in page.company),
        (Target("said", "direct"), page.direct.articles),
        (Target("said", "indirect"), page.indirect.articles),
    ]
    newest = [row.id for row in page.rows]
    for target, articles in counted:
        found = evidence.of(target)
        assert len(found) == articles, target
        assert found == [one for one in newest if one in found]
    assert evidence.of(Target("article", "")) == newest
    assert evidence.of(Target("article", newest[1])) == [newest[1]]


def test_what_is_marked_in_a_sentence_is_what_the_number_counts(archive: Archive) -> None:
    (one,) = archive.entities().places(VARGA, "", Target("spelling", "Varga")).rows
    assert [one.text[a:b] for a, b in one.spans] == ["Varga"]
    quoted = archive.entities().places(VARGA, "", Target("said", "direct")).rows[0]
    assert [quoted.text[a:b] for a, b in quoted.spans] == ['"We will not reopen the route,"']


def test_a_query_narrows_every_number(archive: Archive) -> None:
    page = archive.entities().page(VARGA, "outlet:Wire")
    assert (page.articles, page.of, page.without_query) == (1, 2, 3)
    assert len(texts(archive, Target("outlet", "Gazette"), "outlet:Wire")) == 0
    nothing = archive.entities().page(VARGA, "qqqq")
    assert (nothing.articles, nothing.when, nothing.outlets) == (0, (), ())
    with pytest.raises(QueryError):
        archive.entities().page(VARGA, "colour:red")


def test_only_what_came_in_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with archive_of_people(tmp_path, 0) as archive:
        assert archive.entities().page(VARGA).articles == 1
    with Archive.open(tmp_path / "archive") as archive:
        archive.add(coming_in(told(2)))
        recognise(archive)
        entities = archive.entities()
        assert entities.unread(VARGA) == 1
        read: list[int] = []
        texts = Dossiers._texts
        monkeypatch.setattr(
            Dossiers, "_texts", lambda self, seqs: read.extend(seqs) or texts(self, seqs)
        )
        assert entities.page(VARGA).articles == 2
        assert len(read) == 1
        assert entities.unread(VARGA) == 0


def test_a_page_that_was_counted_while_names_came_in_is_not_kept_for_the_new_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with archive_of_people(tmp_path, 0) as archive:
        entities, counted = archive.entities(), Entities._counted

        def late(self: Entities, *asked: Any, **how: Any) -> EntityPage:
            page = counted(self, *asked, **how)
            archive.add(coming_in(told(2)))
            recognise(archive)
            return page

        with monkeypatch.context() as patch:
            patch.setattr(Entities, "_counted", late)
            assert entities.page(VARGA).articles == 1
        assert entities.page(VARGA).articles == 2


def test_an_article_that_is_removed_while_it_is_read_leaves_no_words_in_the_cache(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = archive.entities().page(VARGA).rows[0].id
    archive.names().merge("person:lina varga", VARGA)  # all is to be read anew
    dossiers, texts = archive.entities()._dossiers, Dossiers._texts

    def late(self: Dossiers, seqs: Sequence[int]) -> Iterator[tuple[int, Article, Names]]:
        yield from texts(self, seqs)
        archive.remove(gone)

    with monkeypatch.context() as patch:
        patch.setattr(Dossiers, "_texts", late)
        assert dossiers.of(VARGA).size == 4
    assert not any(one.is_file() for one in private_cache._home().rglob("*"))
    assert archive.entities().page(VARGA).articles == 3


def test_threads_that_ask_of_one_entity_at_once_have_its_articles_read_once(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossiers, texts = archive.entities()._dossiers, Dossiers._texts
    read: list[int] = []

    def slowly(self: Dossiers, seqs: Sequence[int]) -> Iterator[tuple[int, Article, Names]]:
        read.extend(seqs)
        time.sleep(0.1)  # so that the others ask meanwhile
        yield from texts(self, seqs)

    monkeypatch.setattr(Dossiers, "_texts", slowly)
    with ThreadPoolExecutor(4) as threads:
        assert [one.size for one in threads.map(dossiers.of, [VARGA] * 4)] == [3] * 4
    assert len(read) == 3


def test_an_article_that_goes_between_two_steps_is_left_out(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = archive.entities().page(VARGA).rows[0].id
    entities, meant = archive.entities(), Entities._meant

    def late(self: Entities, *asked: Any) -> Any:
        if archive._records.known(gone):
            archive.remove(gone)
        return meant(self, *asked)

    monkeypatch.setattr(Entities, "_meant", late)
    assert entities.page(VARGA, "*").articles == 2


def test_merged_names_are_one_entity_from_then_on(archive: Archive) -> None:
    archive.entities().page(VARGA)
    archive.names().merge("person:lina varga", VARGA)
    page = archive.entities().page(VARGA)
    assert (page.articles, page.undated) == (4, 1)
    assert ("Lina Varga", 1) in [(one.text, one.times) for one in page.spellings]
    assert archive.entities().finding.key_of("Lina Varga") == VARGA


def test_an_article_that_was_removed_counts_no_more(archive: Archive) -> None:
    page = archive.entities().page(VARGA)
    archive.remove(page.rows[0].id)
    assert archive.entities().page(VARGA).articles == 2


def test_articles_whose_names_are_pending_are_told_and_looked_for_by_their_words(
    archive: Archive,
) -> None:
    archive.add(coming_in(told(0)))
    document = told(0)
    archive.add(
        coming_in(
            type(document)(
                data=b"other", text="Ines Varga left. " + document.text, path="late.jsonl#1",
                format="jsonl", stated=document.stated,
            )
        )
    )  # fmt: skip
    resting = archive.entities().page(VARGA).resting
    assert (resting.articles - resting.recognised, resting.worded) == (1, 1)
    with pytest.raises(NoSuchEntity, match="1 article waits"):
        archive.entities().finding.key_of("Quaquaqua")


def test_a_stray_day_of_long_ago_is_told_without_all_the_months_between(tmp_path: Path) -> None:
    days = ["1861-01-01", *(f"2031-0{month}-1{n}" for month in (3, 4, 5) for n in range(5))]
    documents = [
        Document(
            data=f"stray {n}".encode(),
            text=f"Report {n}: Ines Varga was at the quay of Port Calder and spoke to nobody.",
            path=f"stray.jsonl#{n}",
            format="jsonl",
            stated=Stated(
                title=(f"Report {n}", "field"),
                outlet=("Gazette", "field"),
                published=(day, "field"),
            ),
        )
        for n, day in enumerate(days)
    ]
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(*documents))
        recognise(archive)
        page = archive.entities().page(VARGA)
        assert [(one.when, one.articles) for one in page.months] == [
            ("1861-01", 1), ("2031-03", 5), ("2031-04", 5), ("2031-05", 5),
        ]  # fmt: skip
        assert sum(one.articles for one in page.when) == page.articles == 16
        assert len(page.when) < 30
        assert [sum(one.over) for one in page.outlets] == [16]
        opened = archive.entities().places(VARGA, "", Target("month", "1861-01"))
        assert [one.published for one in opened.rows] == ["1861-01-01"]
        assert opened.articles == 1


def test_a_page_after_one_more_article_is_that_of_a_fresh_count(tmp_path: Path) -> None:
    with archive_of_people(tmp_path, 0, 1, 3) as archive:
        archive.entities().page(VARGA)
        archive.entities().page(VARGA, "outlet:Gazette")
        archive.add(coming_in(told(2)))
        recognise(archive)
        assert archive.entities().unread(VARGA) == 1
        page = archive.entities().page(VARGA)
        narrowed = archive.entities().page(VARGA, "outlet:Gazette")
    with archive_of_people(tmp_path / "fresh", 0, 1, 3, 2) as fresh:
        assert fresh.entities().page(VARGA) == page
        assert fresh.entities().page(VARGA, "outlet:Gazette") == narrowed


def test_a_page_is_that_of_all_names_that_were_read_by_then(tmp_path: Path) -> None:
    with archive_of_people(tmp_path, 0, 1) as archive:
        archive.add(coming_in(told(2)))
        archive.stories().catch_up()
        before = archive.entities().page(VARGA)
        narrowed = archive.entities().page(VARGA, "outlet:Gazette")
        recognise(archive)  # no article changed, but one more has names
        assert archive.entities().page(VARGA).articles == before.articles + 1
        assert archive.entities().page(VARGA).of == before.of + 1
        assert archive.entities().page(VARGA, "outlet:Gazette") != narrowed


def test_what_a_query_finds_of_an_entity_is_counted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with archive_of_people(tmp_path, 0, 1, 2) as archive:
        before = archive.entities().page(VARGA, "outlet:Gazette")
    with Archive.open(tmp_path / "archive") as archive:  # as another program start
        monkeypatch.setattr(Entities, "_counted", None)
        assert archive.entities().page(VARGA, "outlet:Gazette") == before


def test_an_outlet_that_is_set_counts_at_once(tmp_path: Path) -> None:
    with archive_of_people(tmp_path, 0, 2) as archive:
        before = archive.entities().page(VARGA)
        archive.set(before.rows[0].id, outlet="Post")
        names = {one.name for one in archive.entities().page(VARGA).outlets}
        assert "Post" in names
        assert len(names) == 2
        archive.remove(before.rows[0].id)
        assert archive.entities().page(VARGA).articles == 1


def test_spellings_of_one_outlet_are_one_row_and_every_article_keeps_its_own(
    tmp_path: Path,
) -> None:
    with archive_of_people(tmp_path, 0, 1, 2) as archive:
        rows = archive.entities().page(VARGA).rows
        for row, outlet in zip(rows, ("Fox News", "Fox Online News", "Fox News"), strict=False):
            archive.set(row.id, outlet=outlet)
        page = archive.entities().page(VARGA)
        fox = next(one for one in page.outlets if one.name == "Fox News")
        assert (fox.articles, fox.of) == (len(rows), len(rows))
        assert fox.spellings == (("Fox News", 2), ("Fox Online News", 1))
        assert "Fox News: counted as one: Fox News (2), Fox Online News (1)" in outlets_as_one(page)
        assert all(not one.spellings for one in page.outlets if one.name != "Fox News")
        assert {row.outlet for row in page.rows} == {"Fox News", "Fox Online News"}
        behind = archive.entities().places(VARGA, "", Target("outlet", "Fox News")).rows
        assert {place.article for place in behind} == {row.id for row in rows}


def test_the_reason_of_one_spelling_is_not_told_of_the_name_itself() -> None:
    dossier = SimpleNamespace(
        spellings=("Port Calder", "PORT CALDER"),
        named=np.array([[0, 0, 0], [0, 1, 0], [1, 2, 1]]),
        why=(("PORT CALDER", "the same letters as Port Calder"),),
    )
    found = [(one.text, one.times, one.why) for one in spelt(cast(Dossier, dossier))]
    assert found == [
        ("Port Calder", 2, ""),
        ("PORT CALDER", 1, "the same letters as Port Calder"),
    ]


def test_words_that_another_may_have_said_stand_apart_and_are_in_no_count(tmp_path: Path) -> None:
    archive = archive_of_people(tmp_path, 0, 5)
    page, room = archive.entities().page(VARGA), archive.entities()
    assert [one.text for one in page.unsure] == ["The harbour was never safe."]
    assert page.unsure_total == 1
    assert all(one.sure for one in page.said)
    assert (page.direct.times, page.direct.words) == (1, 6)
    assert room.places(VARGA, "", Target("said", "direct")).total == 1
    assert room.places(VARGA, "", Target("said", "unsure")).total == 1
    archive.close()
