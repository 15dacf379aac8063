"""How panes are drawn: as the library would draw them, and only what has to be."""

from __future__ import annotations

import pytest
from conftest import Opened, press, screen_text, settled
from shelf import Shelf, article

from tui.views.lines import Line
from tui.widgets.pane import AllText, Pane

WAYS = {
    "the list": [],
    "what was found": ["slash", *"ferry", "enter"],
    "an article": ["enter", "e", "n"],
    "two articles": ["m", "j", "m", "c"],
    "a panel over the list": ["question_mark"],
}


@pytest.mark.parametrize("theme", ["dark", "ansi", "plain", "without colours"])
@pytest.mark.parametrize("way", WAYS)
async def test_a_pane_looks_as_the_library_would_draw_it(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, way: str, theme: str
) -> None:
    if theme == "without colours":  # the library takes them out of every line
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(theme=theme, size=(120, 30)) as (app, pilot):
        await press(pilot, *WAYS[way])
        shown = [one for one in app.screen.query(AllText) if one.display and one.size]
        assert shown
        for one in shown:
            region = one.size.region
            own = one.render_lines(region)
            one._styles_cache.clear()
            assert own == one._styles_cache.render_widget(one, region)
            inner = region.shrink((0, 2, 0, 1))
            assert one.render_lines(inner) == [strip.crop(1, one.size.width - 2) for strip in own]


async def test_a_step_in_the_list_draws_only_the_rows_it_leaves_and_reaches(
    opened: Opened,
) -> None:
    async with opened() as (app, pilot):
        pane = app.screen.query_one("#list", Pane)
        line_of, drawn = pane._line_of, list[int]()

        def noted(number: int) -> Line:
            drawn.append(number)
            return line_of(number)

        pane._line_of = noted
        await press(pilot, "j")
        assert set(drawn) == {0, 1}
        drawn.clear()
        await press(pilot, "m")
        assert set(drawn) >= {0, 1, 2, 3}


async def test_a_terminal_that_was_wider_for_a_while_shows_the_same_again(
    opened: Opened,
) -> None:
    many = [article(f"Report {n}", ["Text."], published="2031-03-01") for n in range(40)]
    async with opened(Shelf(many)) as (app, pilot):
        narrow = screen_text(app)
        await press(pilot, "G")
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert "Report 39" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        await press(pilot, "g")
        assert screen_text(app) == narrow
