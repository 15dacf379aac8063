"""Choosing what to compare: marks, the marked set, and reports that other outlets wrote."""

from __future__ import annotations

from conftest import Opened, press, screen_text
from shelf import DOORS, FERRY_HARBOUR, FERRY_MERIDIAN, OLD, Shelf

from index.counterparts import question
from tui.screens.compare import CompareScreen
from tui.screens.panel import Panel


async def test_the_marked_set_stays_open_while_marks_are_taken_away(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "m", "j", "m", "j", "m", "M", "m")
        assert isinstance(app.screen, Panel)
        assert "2 articles marked" in screen_text(app)
        assert len(app.session.marked) == 2


async def test_two_of_the_marked_set_are_chosen_with_enter(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "m", "j", "m", "j", "m", "M", "j", "enter")
        assert "Enter on another compares both" in screen_text(app)
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.ids == (FERRY_HARBOUR.id, FERRY_MERIDIAN.id)


async def test_with_nothing_marked_c_offers_other_reports_of_the_event(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "c")
        text = screen_text(app)
        assert "likely reports of the same event" in text
        assert "Meridian Wire  Fourteen missing" in text
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.ids[0] == FERRY_HARBOUR.id


def test_counterparts_are_other_outlets_reports_and_the_likeliest_comes_first() -> None:
    shelf = Shelf()
    found = shelf.counterparts(FERRY_MERIDIAN.id)
    assert found[0][0].id == FERRY_HARBOUR.id
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert OLD.id not in {row.id for row, _ in found}
    assert all(row.outlet != "Meridian Wire" for row, _ in found)


def test_counterparts_are_asked_for_by_title_and_names_in_the_days_around() -> None:
    asked = question(Shelf().get(FERRY_HARBOUR.id))
    assert "ferry" in asked
    assert '"Ines Varga"' in asked
    assert asked.endswith("date:2031-03-10..2031-03-16")
    assert " the " not in asked
    assert "date:" not in question(Shelf().get(DOORS.id)).split(" OR ")[0]


async def test_at_sixty_columns_one_side_is_told_with_its_outlet_and_day(opened: Opened) -> None:
    async with opened(size=(60, 20)) as (app, pilot):
        await press(pilot, "j", "m", "j", "m", "c")
        first = screen_text(app).split("\n")[0]
        assert "1 HARBOUR GAZETTE  13 Mar 2031 07:55" in first
        assert "same event" in screen_text(app)
        await press(pilot, "tab")
        assert "2 MERIDIAN WIRE  13 Mar 2031" in screen_text(app).split("\n")[0]


async def test_the_last_difference_says_that_it_is_the_last(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "j", "m", "j", "m", "c", "n", "n")
        assert "no further difference" in screen_text(app)
        await press(pilot, "d", *"NNNNNNNNN")
        assert "no earlier quotation" in screen_text(app)
