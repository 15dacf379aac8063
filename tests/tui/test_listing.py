"""The list of what was found: folding, stories, days, words in context, going on while typing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import Opened, press, screen_text, settled
from shelf import Shelf

from index.answers import Answer, Histogram
from tui.screens.asking import AskingScreen
from tui.views.histogram import bars
from tui.views.lines import line_text
from tui.views.results import Listing, found, narrowed
from tui.views.typing import shorter_queries


class Grouped(Shelf):
    """Every second hit is of the story of the one before, and folded under it where asked."""

    def search(self, query: str, *, fold: str = "none", **asked: object) -> Answer:  # type: ignore[override]
        answer = super().search(query, **asked)  # type: ignore[arg-type]
        hits = [
            replace(hit, story=answer.hits[at - at % 2].row.id)
            for at, hit in enumerate(answer.hits)
        ]
        if fold == "stories":
            hits = [
                replace(hit, copies=(other.row.id,))
                for hit, other in zip(hits[::2], hits[1::2], strict=False)
            ]
        return replace(answer, hits=tuple(hits), rows=len(hits), total=answer.total)


async def test_z_folds_copies_then_stories_then_nothing_and_comes_back(opened: Opened) -> None:
    async with opened(Grouped()) as (app, pilot):
        await press(pilot, "slash", *"the", "enter")
        assert "fold: copies" in screen_text(app)
        before = len(app.list_screen.listing.hits)
        await press(pilot, "z")
        assert len(app.list_screen.listing.hits) == before // 2
        assert "folded" in screen_text(app)
        assert "+1" in screen_text(app)
        await press(pilot, "z", "z")
        assert app.list_screen.finding.fold == "copies"
        assert len(app.list_screen.listing.hits) == before
        await press(pilot, "z")
        app.save()
        assert app.session.search.fold == "stories"


class Crowded(Shelf):
    """A thousand stories, a hundred of which are listed."""

    def search(self, query: str, **asked: object) -> Answer:  # type: ignore[override]
        answer = super().search(query, **asked)  # type: ignore[arg-type]
        first = answer.hits[0].row.id[:16]
        return replace(answer, facets={"story": ((first, 1),) * 100}, stories=1_000)

    def resolve(self, beginning: str) -> str:
        return next(full for full in self.articles if full.startswith(beginning))


async def test_the_facets_say_how_many_stories_they_do_not_list(opened: Opened) -> None:
    async with opened(Crowded()) as (app, pilot):
        await press(pilot, "slash", *"the", "enter", "F")
        assert "Of 1,000 stories the 100 with most of these articles are listed." in screen_text(
            app
        )


async def test_n_goes_to_the_next_row_on_another_event_and_N_back(opened: Opened) -> None:
    async with opened(Grouped()) as (app, pilot):
        await press(pilot, "slash", *"the", "enter", "n")
        assert app.list_screen.cursor == 2
        await press(pilot, "N")
        assert app.list_screen.cursor == 0
        await press(pilot, "N")
        assert "no row on another event" in screen_text(app)


async def test_x_leaves_out_what_a_facet_counts(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "F", "x")
        assert app.list_screen.finding.query.startswith('ferry -outlet:"')


def test_a_facet_is_query_text_with_and_without() -> None:
    assert narrowed("a OR b", "outlet", "DW") == "(a OR b) outlet:DW"
    assert narrowed("a", "outlet", "DW", without=True) == "a -outlet:DW"
    assert narrowed("", "person", 'Ann "A" Bell') == 'person:"Ann \\"A\\" Bell"'


async def test_tab_goes_on_with_what_was_typed_and_then_through_the_others(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"cou")
        first = app.list_screen.finding.completions[0].text
        assert "Tab" in screen_text(app)
        await press(pilot, "tab")
        assert app.list_screen.box.field.text == first
        offers = len(app.list_screen._offers)
        await press(pilot, *["tab"] * offers)
        assert app.list_screen.box.field.text == first
        assert app.list_screen.box.active


async def test_what_cannot_be_read_yet_keeps_the_list_until_one_pauses(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.asking.PATIENCE", 0.3)
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "space", "left_parenthesis")
        screen = app.list_screen
        assert isinstance(screen, AskingScreen)
        assert "missing" in screen_text(app)
        assert "cannot be read" not in screen_text(app)
        await pilot.pause(0.5)
        assert "cannot be read" in screen_text(app)
        await press(pilot, "backspace", "enter")
        await settled(pilot)
        assert "cannot be read" not in screen_text(app)


async def test_enter_tells_at_once_what_cannot_be_read(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", "left_parenthesis", *"ferry", "enter")
        assert "cannot be read" in screen_text(app)


async def test_in_context_every_place_is_a_row_and_o_sorts_them(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"the", "enter")
        articles = len(app.list_screen.listing.hits)
        await press(pilot, "v", "v")
        assert len(app.list_screen.listing.hits) > articles
        assert all(
            len(hit.snippet.spans) == 1 for hit in app.list_screen.listing.hits if hit.snippet
        )
        await press(pilot, "o")
        assert "by the words that follow" in screen_text(app)
        await press(pilot, "v")
        assert len(app.list_screen.listing.hits) == articles


def test_a_query_is_asked_as_far_as_it_goes() -> None:
    assert shorter_queries("a b date:20") == ["a b", "a"]
    assert shorter_queries("a") == []


def test_few_bars_are_told_one_by_one_and_many_take_a_cell_each() -> None:
    few = Histogram("day", (("2031-03-13", 17), ("2031-03-14", 0), ("2031-03-15", 5)))
    line = line_text(bars(few, 80))
    assert len(line) == 80
    assert line.startswith("13 Mar ▇")
    assert " 17  " in line
    assert line.endswith("H")
    many = Histogram("day", tuple((f"2031-03-{day:02}", day % 7) for day in range(1, 31)))
    line = line_text(bars(many, 100))
    assert len(line) == 100
    assert "most: 6 Mar, 6 articles" in line
    assert "·" in line


def test_the_head_says_what_is_folded_and_what_has_no_day() -> None:
    shelf = Shelf()
    answer = replace(shelf.search("*"), total=38, rows=31, stories=12, undated=2, new=3)
    assert found(answer) == (
        "38 articles = 31 rows + 7 folded · 3 new · 12 stories · 2 without a day"
    )


def test_rows_without_a_story_stand_for_themselves() -> None:
    hits = Shelf().search("*").hits
    assert Listing(hits=hits[:3]).new_stories() == [0, 1, 2]
