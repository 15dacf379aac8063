"""What a figure counts, its value, the day meant and that it is none: decided, followed, undone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import coming_in

from corpus.article import Document, Figure, Stated
from corpus.errors import BroadsheetError
from index.archive import Archive
from index.correcting_figures import AmbiguousFigure, NoSuchFigure
from index.judged import (
    FIGURE,
    FIGURE_ABOUT,
    FIGURE_DAY,
    FIGURE_VALUE,
    BadJudgement,
    verdict,
)
from index.judged_figures import judged_figures, validated, value_of
from index.judgements import from_lines, to_line
from index.places import target_of
from index.reports import Judgement

TEXT = (
    "The port said on Monday that 14 people were missing after the fire on the ferry.\n\n"
    "A line above that somebody may take for noise, and rightly so, in the harbour.\n\n"
    "Boats brought 212 passengers ashore. The crew of 14 stayed aboard, the harbour office said."
)


def report() -> Document:
    stated = Stated(("Ferry fire", "field"), ("Gazette", "field"), ("2031-03-13", "field"))
    return Document(TEXT.encode(), TEXT, "ferry.jsonl#1", "jsonl", stated)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as made:
        made.add(coming_in(report()))
        yield made


def only(archive: Archive) -> str:
    return archive.newest()[0].id


def figure(archive: Archive, number: int) -> Figure:
    return archive.figures().of(only(archive))[number - 1].figure


def number_of(archive: Archive, words: str) -> str:
    return next(
        str(f.number) for f in archive.figures().of(only(archive)) if words in f.figure.text
    )


def test_what_a_figure_counts_and_its_value_are_decided_and_found(archive: Archive) -> None:
    one, room = only(archive), archive.figures()
    before, which = archive.get(one), number_of(archive, "212")
    assert archive.search("number:212").total == 1
    room.about(one, which, "passengers and  crew", author="Ann")
    room.value(one, which, "1,240")
    now = figure(archive, int(which))
    assert (now.about, now.value) == ("passengers and crew", 1240.0)
    assert now.text == before.article.figures[int(which) - 1].text
    assert archive.search("number:1240").total == 1
    assert archive.search("number:212").total == 0
    record = archive.get(one)
    assert record.figures_decided == {int(which) - 1: (FIGURE_ABOUT, FIGURE_VALUE)}
    assert [(s.judgement.field, s.fits) for s in record.decisions] == [
        (FIGURE_ABOUT, True), (FIGURE_VALUE, True)
    ]  # fmt: skip
    assert room.value(one, which, "1,240") is None
    assert archive.check() == []
    archive.undo()
    assert figure(archive, int(which)).value == 212
    archive.undo()
    assert archive.get(one) == before


def test_a_range_and_nothing_counted_are_answers_too(archive: Archive) -> None:
    one, room, which = only(archive), archive.figures(), number_of(archive, "212")
    room.value(one, which, "250-200")
    assert (figure(archive, int(which)).low, figure(archive, int(which)).high) == (200, 250)
    room.about(one, which, None)
    assert figure(archive, int(which)).about is None
    room.as_read(one, which)
    assert figure(archive, int(which)).value == 212
    assert room.as_read(one, which) is None
    assert archive.get(one).decisions == ()


def test_a_figure_and_a_date_that_are_none_are_gone_until_they_are_as_read(
    archive: Archive,
) -> None:
    one, room = only(archive), archive.figures()
    before = archive.get(one)
    for words in ("212", "Monday"):
        room.no_figure(one, number_of(archive, words))
    record = archive.get(one)
    assert {f.text for f in record.unfigured} == {
        f.text for f in before.article.figures if "212" in f.text or "Monday" in f.text
    }
    assert len(record.article.figures) == len(before.article.figures) - 2
    assert archive.search("number:212").total == 0
    for words in ("212", "Monday"):
        assert room.as_read(one, number_of(archive, words)) is not None
    assert archive.get(one) == before
    assert archive.check() == []


def test_the_day_that_a_word_means_is_decided(archive: Archive) -> None:
    one, room, which = only(archive), archive.figures(), number_of(archive, "Monday")
    first = figure(archive, int(which)).iso
    assert first == "2031-03-10"
    room.day(one, which, "2031-03-14")
    assert (figure(archive, int(which)).iso, figure(archive, int(which)).unit) == (
        "2031-03-14", "day"
    )  # fmt: skip
    room.day(one, which, "2031-03")
    assert (figure(archive, int(which)).iso, figure(archive, int(which)).unit) == (
        "2031-03", "month"
    )  # fmt: skip
    archive.set(one, published="2031-05-01")
    assert figure(archive, int(which)).iso == "2031-03"


def test_a_number_that_is_a_year_and_a_year_that_is_a_number(archive: Archive) -> None:
    one, room, which = only(archive), archive.figures(), number_of(archive, "212")
    room.day(one, which, "0212")
    assert (figure(archive, int(which)).kind, figure(archive, int(which)).value) == ("date", None)
    room.value(one, which, "212")
    assert figure(archive, int(which)).kind == "count"


def test_a_date_counts_nothing_and_a_number_that_is_no_year_means_no_day(
    archive: Archive,
) -> None:
    one, room = only(archive), archive.figures()
    date, number = number_of(archive, "Monday"), number_of(archive, "212")
    before = archive.get(one)
    with pytest.raises(BadJudgement, match="'Monday' is a date and counts nothing: give the day"):
        room.about(one, date, "boats")
    with pytest.raises(BadJudgement, match="is a date and counts nothing"):
        room.about(one, date, None)
    with pytest.raises(BadJudgement, match=r"'212[^']*' is no date and means no day: say what"):
        room.day(one, number, "2031-03-14")
    with pytest.raises(BadJudgement, match="YYYY-MM-DD"):
        room.day(one, number, "Monday")
    assert archive.get(one) == before
    room.value(one, date, "5")
    room.about(one, date, "boats")
    assert (figure(archive, int(date)).value, figure(archive, int(date)).about) == (5, "boats")


def test_what_a_figure_counts_is_a_few_words(archive: Archive) -> None:
    one, room, which = only(archive), archive.figures(), number_of(archive, "212")
    with pytest.raises(BadJudgement, match="200 characters at most, not 201; say it in a few"):
        room.about(one, which, "x" * 201)
    assert archive.get(one).decisions == ()
    assert room.about(one, which, "x" * 200) is not None


def test_it_outlives_lines_that_come_or_go_and_is_told_where_it_fits_no_more(
    archive: Archive,
) -> None:
    one, room = only(archive), archive.figures()
    which = number_of(archive, "212")
    room.about(one, which, "boats")
    archive.judge(one, "role", "noise", target="3")
    assert [f.about for f in archive.get(one).article.figures if "212" in f.text] == ["boats"]
    archive.reread(everything=True)
    assert [f.about for f in archive.get(one).article.figures if "212" in f.text] == ["boats"]
    archive.judge(one, "role", "noise", target="5")
    record = archive.get(one)
    assert {s.judgement.field: s.fits for s in record.decisions}[FIGURE_ABOUT] is False
    archive.undo()
    assert all(s.fits for s in archive.get(one).decisions)
    assert archive.check() == []


def test_of_the_same_words_the_place_is_meant() -> None:
    def fourteen(paragraph: int, start: int) -> Figure:
        return Figure("body", paragraph, start, start + 2, "14", 14.0, None, None, None, "count",
                      None, "people")  # fmt: skip

    two = (fourteen(0, 30), fourteen(2, 50))
    said = {(target_of(two[1]), FIGURE_ABOUT): "crew"}
    assert [f.about for f in judged_figures(two, said).kept] == ["people", "crew"]
    moved = (fourteen(0, 30), fourteen(1, 50))
    assert [f.about for f in judged_figures(moved, said).kept] == ["people", "crew"]
    gone = judged_figures((fourteen(0, 30), fourteen(0, 90)), said)
    assert [f.about for f in gone.kept] == ["people", "people"]
    assert gone.fitting == frozenset()


def test_of_two_decisions_about_one_figure_the_newer_holds_wherever_it_stood_then() -> None:
    def decision(hour: int, field: str, value: str, start: int) -> Judgement:
        at = f"2031-03-14T{hour:02d}:00:00.000000Z"
        return Judgement(str(hour), at, "Ann", "0" * 64, field, value, f"body:0:{start}:212")

    now = Figure("body", 0, 40, 43, "212", 212.0, None, None, None, "count", None, "people")
    made = [
        decision(8, FIGURE_ABOUT, "passengers", 10),  # where the figure stood before
        decision(9, FIGURE_ABOUT, "crew", 40),
        decision(10, FIGURE_VALUE, "240", 10),
    ]
    settled = judged_figures((now,), verdict(made).figures)
    assert (settled.kept[0].about, settled.kept[0].value) == ("crew", 240)


def test_a_comparison_and_a_ledger_follow(archive: Archive, tmp_path: Path) -> None:
    text = "The coastguard said that 17 people were missing after the fire on the ferry."
    stated = Stated(("Ferry fire", "field"), ("Wire", "field"), ("2031-03-13", "field"))
    archive.add(coming_in(Document(text.encode(), text, "wire.jsonl#1", "jsonl", stated)))
    one = next(r.id for r in archive.newest() if r.outlet == "Gazette")
    other = next(r.id for r in archive.newest() if r.outlet == "Wire")

    def told() -> set[str]:
        return {f.relation for f in archive.compare(one, other).figures}

    def disputed() -> int:
        return archive.stories().ledger_of([one, other]).disputed

    first, points = told(), disputed()
    which = next(f.number for f in archive.figures().of(one) if f.figure.text.startswith("14"))
    assert first == {"differ"}
    archive.figures().value(one, str(which), "17")
    assert told() == {"agree"}
    assert disputed() < points or points == 0
    archive.undo()
    assert (told(), disputed()) == (first, points)


def test_it_is_carried_to_another_archive(archive: Archive, tmp_path: Path) -> None:
    one, which = only(archive), number_of(archive, "212")
    archive.figures().about(one, which, "boats", author="Ann")
    archive.figures().no_figure(one, number_of(archive, "Monday"))
    with Archive.open(tmp_path / "other", create=True) as other:
        other.apply(from_lines(to_line(j) for j in archive.judgements()))
        other.add(coming_in(report()))
        assert other.get(one).article == archive.get(one).article
        assert other.check() == []


@pytest.mark.parametrize(
    ("field", "value", "target"),
    [
        (FIGURE, "some", "body:0:3:14"),
        (FIGURE, "none", "14"),
        (FIGURE, "none", f"body:0:{'9' * 5_000}:14"),
        (FIGURE_ABOUT, "...", "body:0:3:14"),
        (FIGURE_ABOUT, "x" * 5_000, "body:0:3:14"),
        (FIGURE_VALUE, None, "body:0:3:14"),
        (FIGURE_VALUE, "many", "body:0:3:14"),
        (FIGURE_VALUE, "9" * 5_000, "body:0:3:14"),
        (FIGURE_VALUE, "1,40", "body:0:3:14"),
        (FIGURE_DAY, None, "body:0:3:14"),
        (FIGURE_DAY, "20 March", "body:0:3:14"),
        (FIGURE_DAY, "2031-02-30", "body:0:3:14"),
        (FIGURE_DAY, "2031-13", "body:0:3:14"),
        (FIGURE_DAY, "9" * 5_000, "body:0:3:14"),
    ],
)
def test_a_judgement_that_no_archive_could_follow_is_refused_briefly(
    field: str, value: str | None, target: str
) -> None:
    with pytest.raises(BadJudgement) as refused:
        validated(field, value, target)
    assert len(str(refused.value)) < 300


def test_numbers_are_read_as_they_are_written() -> None:
    assert value_of("1,400") == (1400.0, None, None)
    assert value_of(" -2.5 ") == (-2.5, None, None)
    assert value_of("20 to 10") == (None, 10.0, 20.0)


def test_a_number_or_words_that_no_figure_has_are_refused(archive: Archive) -> None:
    one, room = only(archive), archive.figures()
    for which in ("99", "0", "9" * 5_000, "lighthouse", " "):
        with pytest.raises(NoSuchFigure) as refused:
            room.no_figure(one, which)
        assert len(str(refused.value)) < 300
    twice = [f.figure.text for f in room.of(one)]
    same = next((text for text in twice if twice.count(text) > 1 and not text.isdigit()), None)
    if same is not None:
        with pytest.raises(AmbiguousFigure):
            room.no_figure(one, same)


@pytest.mark.parametrize("seed", range(4))
def test_undoing_all_gives_the_reading_back(archive: Archive, seed: int) -> None:
    luck, one, room = random.Random(seed), only(archive), archive.figures()
    before, made = archive.get(one), 0
    for _ in range(15):
        which = str(luck.randint(1, len(room.of(one))))
        deeds = (
            lambda w: room.about(one, w, luck.choice(["boats", "crew", None])),
            lambda w: room.value(one, w, luck.choice(["7", "1,400", "3-5"])),
            lambda w: room.day(one, w, luck.choice(["2031", "2031-02", "2031-02-03"])),
            lambda w: room.no_figure(one, w),
            lambda w: room.as_read(one, w),
        )
        try:
            made += luck.choice(deeds)(which) is not None
        except BroadsheetError:
            continue
    assert made >= 5
    assert archive.check() == []
    for _ in range(made):
        archive.undo()
    assert archive.get(one) == before


def test_what_fits_no_more_after_reading_anew_is_reported(archive: Archive) -> None:
    from index.rereading import _Anew, compared

    one, room = only(archive), archive.figures()
    room.about(one, number_of(archive, "212"), "boats")
    record = archive._records.verdicts([one])[one]
    reading = next(iter(archive._records.articles_by_seq([1]).values()))
    after = replace(reading, figures=tuple(f for f in reading.figures if "212" not in f.text))
    told = compared(_Anew(1, record, reading, after))
    assert told is not None
    words = [c.before for c in told.changes if c.what == "decided about words that are gone"]
    assert words == [f.text for f in reading.figures if "212" in f.text]


def test_a_new_version_tells_what_was_decided_about_the_one_before(archive: Archive) -> None:
    one, room = only(archive), archive.figures()
    room.about(one, number_of(archive, "212"), "boats")
    archive.set(one, authors="Ann Bell")
    newer = replace(report(), data=b"newer", text=f"{TEXT} Nobody was hurt.")
    archive.add(coming_in(newer))
    new = next(r.id for r in archive.newest() if r.id != one)
    record = archive.get(new)
    assert (record.decisions, record.other_versions) == ((), {one: 2})
