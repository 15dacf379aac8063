"""The mouse, where there is one: rows, facets, names, the wheel."""

from __future__ import annotations

from conftest import Opened, press, screen_text, settled
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Shelf

from tui.screens.panel import Panel
from tui.screens.reader import ReaderScreen
from tui.widgets.pane import Pane


async def test_a_row_is_chosen_by_a_click_and_opened_by_another(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await pilot.click("#list", offset=(20, 2))
        await settled(pilot)
        row = app.list_screen.cursor
        assert row > 0
        await pilot.click("#list", offset=(20, 2))
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.at == row


async def test_a_facet_is_chosen_by_a_click(opened: Opened) -> None:
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN])) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter", "F")
        panel = app.screen
        assert isinstance(panel, Panel)
        number = next(n for n, o in enumerate(panel.shown) if "Meridian" in o.label)
        choice = panel.query_one("#choice", Pane)
        await pilot.click("#choice", offset=(10, number - choice.top))
        await settled(pilot)
        assert "Meridian" in app.list_screen.finding.query


async def test_the_wheel_turns_text_list_and_panel(opened: Opened) -> None:
    async with opened(size=(80, 14)) as (app, pilot):
        app.screen.query_one("#list", Pane).on_mouse_scroll_down()
        await settled(pilot)
        assert app.list_screen.cursor == 1
        await press(pilot, "enter")
        text = app.screen.query_one("#text", Pane)
        text.on_mouse_scroll_down()
        await settled(pilot)
        assert text.top == 3
        await press(pilot, "question_mark")
        app.screen.query_one("#choice", Pane).on_mouse_scroll_down()
        await settled(pilot)
        assert app.screen.cursor == 1  # type: ignore[attr-defined]


async def test_a_click_stands_on_a_name(opened: Opened) -> None:
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN]), size=(120, 30)) as (app, pilot):
        await press(pilot, "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        if not reader.panes.names:
            await press(pilot, "v")
        number = next(n for n, line in enumerate(reader.side_list.lines) if line.entity >= 0)
        await pilot.click("#names", offset=(4, number + 1))
        await settled(pilot)
        assert reader.reading is not None
        assert reader.reading.names is not None
        line = reader.side_list.lines[number]
        assert reader.side_list.entity is reader.reading.names.entities[line.entity]


async def test_help_finds_a_key_however_it_is_written(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "question_mark", *"pgdn")
        assert "a page on" in screen_text(app)
