"""`i` on a figure, a date and a quotation: what it counts, its value, its day, its words, none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Opened, choose, press, screen_text
from newsroom import coming_in

from corpus.article import Document, Stated
from index.archive import Archive

TEXT = (
    "Boats brought 212 passengers ashore on Monday, the harbour office said.\n\n"
    "“We will not reopen the route,” Ines Varga said, “until every door has been checked.”"
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as made:
        stated = Stated(("Ferry fire", "field"), ("Gazette", "field"), ("2031-03-13", "field"))
        made.add(coming_in(Document(TEXT.encode(), TEXT, "ferry.jsonl#1", "jsonl", stated)))
        yield made


def told(archive: Archive) -> list[tuple[str, float | None, str | None, str | None]]:
    figures = archive.get(archive.newest()[0].id).article.figures
    return [(f.text, f.value, f.about, f.iso) for f in figures]


async def test_what_a_number_counts_and_its_value_are_typed_and_undone(
    opened: Opened, archive: Archive
) -> None:
    before = told(archive)
    async with opened(archive, size=(100, 40)) as (app, pilot):
        await press(pilot, "enter", "f", "n", "i")
        await choose(app, pilot, "it counts …")
        await press(pilot, *"passengers and crew", "enter")
        assert told(archive)[0][2] == "passengers and crew"
        assert "decided, u undoes it: “212” counts passengers and crew" in screen_text(app)
        await press(pilot, "i")
        assert "you said" in screen_text(app)
        assert "counts passengers and crew" in screen_text(app)
        await choose(app, pilot, "its value is …")
        await press(pilot, *"many", "enter")
        assert "A figure's value is a number" in screen_text(app)
        await press(pilot, "ctrl+u", *"1,240", "enter")
        assert told(archive)[0][1] == 1240
        await press(pilot, "u")
        assert "undone: “212” is 1,240" in screen_text(app)
        await press(pilot, "u")
        assert "counts passengers and crew" in screen_text(app)
        assert told(archive) == before


async def test_the_day_meant_is_typed_and_what_is_no_date_comes_back(
    opened: Opened, archive: Archive
) -> None:
    before = told(archive)
    async with opened(archive, size=(100, 40)) as (app, pilot):
        await press(pilot, "enter", "f", "n", "n", "i")
        await choose(app, pilot, "the day meant is …")
        assert "2031-03-10" in screen_text(app)
        await press(pilot, "escape", "i")
        assert "it is a number, no date: its value is …" in screen_text(app)
        await choose(app, pilot, "the day meant is …")
        await press(pilot, *"2031-03-14", "enter")
        assert told(archive)[1][3] == "2031-03-14"
        await press(pilot, "i")  # still on the day
        await choose(app, pilot, "this is no date")
        assert len(told(archive)) == len(before) - 1
        await press(pilot, "q", "enter", ")", ")", "i")
        await choose(app, pilot, "is a figure")
        assert told(archive) == before


async def test_a_quotation_is_cut_otherwise_and_its_other_half_gets_the_speaker_too(
    opened: Opened, archive: Archive
) -> None:
    one = archive.newest()[0].id
    before = archive.get(one)

    def said() -> list[tuple[str, str | None]]:
        return [(q.text, q.speaker) for q in archive.get(one).article.quotations]

    async with opened(archive, size=(100, 40)) as (app, pilot):
        await press(pilot, "enter", "d", "n", "i")
        await choose(app, pilot, "it begins and ends elsewhere …")
        assert "We will not reopen the route," in screen_text(app)
        await press(pilot, *"lighthouse", "enter")
        assert "do not stand so in the paragraph" in screen_text(app)
        await press(pilot, "ctrl+u", *"not reopen the route", "enter")
        assert said()[0][0] == "not reopen the route"
        await press(pilot, "d", "d", "n", "i")
        await choose(app, pilot, "the speaker is …")
        await press(pilot, *"Tomas Reyl", "enter")
        assert "also of “until every door has been checked.”" in screen_text(app)
        await press(pilot, "enter")
        assert [speaker for _, speaker in said()] == ["Tomas Reyl", "Tomas Reyl"]
        await press(pilot, "u")
        assert [speaker for _, speaker in said()] == ["Ines Varga", "Ines Varga"]
        await press(pilot, "u")
        assert "undone: the words of “We will not reopen the route" in screen_text(app)
        assert archive.get(one) == before
