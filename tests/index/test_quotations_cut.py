"""Where a quotation begins and ends, and the other half of one that is broken: decided, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import coming_in

from corpus.article import Document
from index.archive import Archive
from index.attributing import NoSuchQuotation
from index.judgements import from_lines, to_line

TEXT = (
    "Ferry route closed\n\nTomas Reyl met the minister, Ines Varga, on the quay.\n\n"
    "“We will not reopen the route,” Varga said, “until every door has been checked.” Nobody "
    "asked the crew about it.\n\n"
    "“The doors held,” Reyl said on Monday. “The log is lost,” Varga said on Tuesday.\n\n"
    "The office spoke of a “closed route” and of “open doors” in its letter.\n"
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as made:
        made.add(coming_in(Document(TEXT.encode(), TEXT, "ferry.txt", "text")))
        yield made


def only(archive: Archive) -> str:
    return archive.newest()[0].id


def texts(archive: Archive) -> list[str]:
    return [one.quotation.text for one in archive.quotations().of(only(archive))]


def test_a_quotation_begins_and_ends_where_a_person_says(archive: Archive) -> None:
    one, room = only(archive), archive.quotations()
    before = archive.get(one)
    assert texts(archive)[0] == "We will not reopen the route,"
    assert archive.search("quote:asked").total == 0
    room.words(one, "1", "not reopen the route", author="Ann")
    quotation = archive.get(one).article.quotations[0]
    assert quotation.text == "not reopen the route"
    text = before.article.text_of(quotation.within, quotation.paragraph)
    assert text[quotation.start : quotation.end] == "not reopen the route,”"
    room.words(one, "1", "We will … asked the crew")
    assert texts(archive)[0].endswith("Nobody asked the crew")
    assert archive.search("quote:asked").total == 1
    record = archive.get(one)
    assert [(s.judgement.field, s.fits) for s in record.decisions] == [("quotation_words", True)]
    room.speaker(one, "1", "Tomas Reyl")
    assert archive.get(one).article.quotations[0].speaker == "Tomas Reyl"
    assert texts(archive)[0].endswith("Nobody asked the crew")
    assert archive.check() == []
    for _ in range(3):
        archive.undo()
    assert archive.get(one) == before
    assert archive.search("quote:asked").total == 0


def test_the_words_outlive_lines_that_go_and_are_as_read_again(archive: Archive) -> None:
    one, room = only(archive), archive.quotations()
    before = archive.get(one)
    room.words(one, "1", "reopen the route")
    archive.judge(one, "role", "noise", target="3")
    archive.reread(everything=True)
    assert texts(archive)[0] == "reopen the route"
    archive.judge(one, "role", "noise", target="5")
    told = {s.judgement.field: s.fits for s in archive.get(one).decisions}
    assert told["quotation_words"] is False
    archive.undo()
    archive.undo()
    assert room.as_read(one, "1") is not None
    assert archive.get(one).article == before.article
    assert archive.get(one).decisions == ()


def test_words_that_are_not_in_the_paragraph_are_refused(archive: Archive) -> None:
    for typed in ("lighthouse", "", "…", "route … We will", "x" * 50_000, "The doors held"):
        with pytest.raises(NoSuchQuotation) as refused:
            archive.quotations().words(only(archive), "1", typed)
        assert len(str(refused.value)) < 300


def test_the_other_half_of_what_somebody_said_is_known(archive: Archive) -> None:
    one, room = only(archive), archive.quotations()
    every = room.of(one)
    assert [q.others for q in every[:4]] == [(2,), (1,), (), ()]
    before = archive.get(one)
    made = room.speaker_of_all(one, "2", "Tomas Reyl", author="Ann")
    assert len(made) == 2
    assert [q.quotation.speaker for q in room.of(one)[:2]] == ["Tomas Reyl", "Tomas Reyl"]
    assert len(archive.take_back()) == 2
    assert archive.get(one) == before
    assert len(room.speaker_of_all(one, "3", None)) == 1


def test_two_phrases_in_a_row_are_no_halves(archive: Archive) -> None:
    phrases = [q for q in archive.quotations().of(only(archive)) if "route" in q.quotation.text
               and "closed" in q.quotation.text]  # fmt: skip
    assert [q.others for q in phrases] == [()] * len(phrases)


def test_what_another_says_in_the_same_sentence_is_no_half(archive: Archive) -> None:
    text = (
        "Ferry lost\n\nTomas Reyl was heard on the radio saying “We are sinking fast,” while Ines "
        "Varga agreed, saying “The pumps have all failed us.”\n\n"
        "“The doors held,” Reyl said, and Varga added, “the log is safe in the office.”\n\n"
        "“The doors held,” Reyl said, and Reyl added, “the log is safe in the harbour.”\n"
    )
    ferry = only(archive)
    archive.add(coming_in(Document(text.encode(), text, "lost.txt", "text")))
    one = next(found.id for found in archive.newest() if found.id != ferry)
    every = archive.quotations().of(one)
    assert [q.quotation.speaker for q in every[:2]] == ["Tomas Reyl", "Ines Varga"]
    assert [q.others for q in every] == [(), (), (), (), (6,), (5,)]


def test_it_is_carried_to_another_archive(archive: Archive, tmp_path: Path) -> None:
    one = only(archive)
    archive.quotations().words(one, "1", "reopen the route")
    with Archive.open(tmp_path / "other", create=True) as other:
        other.apply(from_lines(to_line(j) for j in archive.judgements()))
        other.add(coming_in(Document(TEXT.encode(), TEXT, "ferry.txt", "text")))
        assert texts(other) == texts(archive)
        assert other.check() == []
