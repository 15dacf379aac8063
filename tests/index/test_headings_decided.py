"""Title, day and authors are decided by a person: they hold everywhere, and are undone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import coming_in
from people import archive_of_people, recognise

from corpus.article import Document, Stated
from index.archive import Archive
from index.judged import BadJudgement, authors_in
from index.judgements import from_lines, to_line

TEXT = (
    "Accept all and go on\n\nBy Ann Bell\n\nPORT CALDER, March 13, 2031 - Ines Varga closed the "
    "ferry route on Friday. Nobody had asked her to do so, she said in Port Calder.\n\n"
    "\u201cWe will not reopen the route,\u201d Ines Varga said. The doors were tested on Monday.\n"
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """One report whose title is not its own."""
    with Archive.open(tmp_path / "archive", create=True) as made:
        made.add(coming_in(Document(TEXT.encode(), TEXT, "ferry.txt", "text")))
        recognise(made)
        yield made


def only(archive: Archive) -> str:
    return archive.newest()[0].id


def total(archive: Archive, query: str) -> int:
    return archive.search(query).total


def test_a_title_that_a_person_gives_is_shown_found_and_read(archive: Archive) -> None:
    one = only(archive)
    before = archive.get(one)
    assert before.article.title == "Accept all and go on"
    archive.set(one, title=" Varga closes the  ferry “Aurelia”, 14 doors shut ", author="Ann")
    record = archive.get(one)
    assert record.article.title == "Varga closes the ferry “Aurelia”, 14 doors shut"
    assert archive.newest()[0].title == record.article.title
    assert record.article.removed[0].text == "Accept all and go on"
    assert [f.text for f in record.article.figures if f.within == "title"] == ["14"]
    assert all(
        record.article.sentence_text(s) for s in record.article.sentences if s.within == "title"
    )
    assert total(archive, "title:aurelia") == 1
    assert total(archive, "title:accept") == 0
    assert record.names is not None
    (varga,) = (e for e in record.names.entities if e.key == "person:ines varga")
    assert varga.mentions
    assert record.names.speakers
    assert [(s.judgement.field, s.fits) for s in record.decisions] == [("title", True)]
    assert archive.check() == []
    archive.undo()
    assert archive.get(one) == before
    assert total(archive, "title:accept") == 1
    archive.set(one, title=record.article.title)
    archive.reread(everything=True)
    assert archive.get(one).article == record.article
    assert archive.check() == []


def test_names_of_the_text_are_carried_into_a_title_and_stored_under_it(archive: Archive) -> None:
    one = only(archive)
    before = archive.get(one)

    def titled() -> list[str]:
        names = archive.get(one).names
        return [m.text for e in (names.entities if names else ()) for m in e.mentions
                if m.within == "title"]  # fmt: skip

    archive.set(one, title="Port Calder waits for Ines Varga")
    assert sorted(titled()) == ["Ines Varga", "Port Calder"]
    with Archive.open(archive.path.parent / "late", create=True) as late:
        late.add(coming_in(Document(TEXT.encode(), TEXT, "ferry.txt", "text")))
        late.set(one, title="Port Calder waits for Ines Varga")
        recognise(late)
        assert late.unrecognised() == 0
        assert late.get(one).names == archive.get(one).names
        assert late.check() == []
        late.undo()
        assert late.get(one).names == before.names


def test_a_title_counts_for_the_story_that_the_article_is_on(tmp_path: Path) -> None:
    def about(number: int, title: str, day: str) -> Document:
        text = (
            "Rescue boats brought 212 people ashore before dawn, the coastguard said on Thursday.",
            "More was to be told in the evening, when the minister would come to the town hall.",
        )[number - 1]
        stated = Stated((title, "field"), (f"Paper {number}", "field"), (day, "field"))
        return Document(f"{number}{text}".encode(), text, f"a.jsonl#{number}", "jsonl", stated)

    ferry = "Ferry Aurelia burns off Port Calder, fourteen missing"
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(about(1, ferry, "2031-03-13"), about(2, "Log in", "2031-03-13")))
        one, two = (archive.newest()[n].id for n in (0, 1))
        stories = archive.stories()

        def together() -> bool:
            stories.regroup()
            return stories.resolve(one) == stories.resolve(two)

        wrong = one if archive.get(one).article.title == "Log in" else two
        assert not together()
        archive.set(wrong, title=ferry)
        assert together()
        archive.undo()
        assert not together()


def test_a_title_can_be_taken_away(archive: Archive) -> None:
    one = only(archive)
    archive.set(one, title="")
    assert archive.get(one).article.title is None
    assert archive.newest()[0].title.startswith("PORT CALDER")
    assert total(archive, "has:title") == 0
    assert archive.check() == []


def test_authors_are_found_by_their_names(archive: Archive) -> None:
    one = only(archive)
    assert archive.get(one).article.authors == ("Ann Bell",)
    archive.set(one, authors="Otto Brandis and Ines Holm")
    assert archive.get(one).article.authors == ("Otto Brandis", "Ines Holm")
    assert (total(archive, "author:brandis"), total(archive, "author:bell")) == (1, 0)
    archive.set(one, authors="")
    assert archive.get(one).article.authors == ()
    archive.undo()
    archive.undo()
    assert archive.get(one).article.authors == ("Ann Bell",)
    assert authors_in("Bell, Ann; Brandis, Otto") == ("Bell, Ann", "Brandis, Otto")
    assert authors_in("Ann Bell & Otto Brandis, Ann Bell") == ("Ann Bell", "Otto Brandis")


def test_dates_are_counted_from_the_day_that_a_person_gives(archive: Archive) -> None:
    one = only(archive)
    before = archive.get(one)

    def meant(word: str) -> str | None:
        return next(f.iso for f in archive.get(one).article.figures if word in f.text)

    assert (before.article.published, meant("Monday")) == (None, None)
    archive.set(one, published="2031-03-21")
    assert meant("Monday") == "2031-03-17"
    archive.undo()
    assert archive.get(one) == before


def test_they_are_carried_to_another_archive(archive: Archive, tmp_path: Path) -> None:
    one = only(archive)
    archive.set(one, title="Ferry route closed", authors="Otto Brandis", author="Ann")
    with archive_of_people(tmp_path / "other") as other:
        other.apply(from_lines(to_line(j) for j in archive.judgements()))
        other.add(coming_in(Document(TEXT.encode(), TEXT, "ferry.txt", "text")))
        assert other.get(one).article.title == "Ferry route closed"
        assert other.get(one).article.authors == ("Otto Brandis",)


@pytest.mark.parametrize("values", [{"title": "x" * 5_000}, {"title": "..."},
                                    {"authors": "?!"}, {"authors": "a" * 5_000}])  # fmt: skip
def test_what_is_no_heading_is_refused(archive: Archive, values: dict[str, str]) -> None:
    with pytest.raises(BadJudgement, match="words in one line"):
        archive.set(only(archive), **values)


def test_what_a_later_file_states_is_taken_over_when_asked_for(tmp_path: Path) -> None:
    from index.restated import notes, to_set

    def record(title: str, authors: str) -> Document:
        text = "The harbour office counted the boats of the regatta on the morning of the day."
        stated = Stated(title=(title, "field"), authors=(authors, "field"))
        return Document(text.encode(), text, "a.jsonl#1", "jsonl", stated)

    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(record("Regatta", "Ann Bell")))
        report = archive.add(coming_in(record("Boats counted", "Otto Brandis")))
        assert "title and authors" in notes(report.restated)[0]
        archive.set_each(to_set(report.restated))
        article = archive.get(only(archive)).article
        assert (article.title, article.authors) == ("Boats counted", ("Otto Brandis",))
        assert archive.add(coming_in(record("Boats counted", "Otto Brandis"))).restated == ()


@pytest.mark.parametrize("seed", range(3))
def test_undoing_all_gives_the_reading_back(archive: Archive, seed: int) -> None:
    luck, one = random.Random(seed), only(archive)
    before, row, made = archive.get(one), archive.newest(), 0
    for _ in range(8):
        field = luck.choice(["title", "outlet", "published", "authors"])
        value = f"2031-04-{luck.randint(10, 28)}" if field == "published" else luck.choice(
            ["", "Varga said “no” to 12 boats", "Port Calder", "Ann Holm and Bo Sand"])  # fmt: skip
        made += len(archive.set(one, **{field: value}))
        assert archive.check() == []
    assert made
    for _ in range(made):
        archive.undo()
    assert archive.get(one) == before
    assert archive.newest() == row
