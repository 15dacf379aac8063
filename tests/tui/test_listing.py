"""The list of what was found: folding, stories, days, words in context, going on while typing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import Opened, press, screen_text, settled, shown
from shelf import Kept, Shelf, article
from textual.pilot import Pilot

from index.answers import Answer, Histogram
from tui.screens.asking import AskingScreen
from tui.screens.reader import ReaderScreen
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


async def folded(pilot: Pilot[int]) -> None:
    """Ask for what makes rows that fold another article each."""
    await press(pilot, "slash", *"the", "enter", "z")


async def test_l_unfolds_one_row_and_h_folds_it_again_from_any_of_its_rows(opened: Opened) -> None:
    async with opened(Grouped()) as (app, pilot):
        await folded(pilot)
        screen = app.list_screen
        rows = [hit.row.id for hit in screen.listing.hits]
        (other,) = screen.listing.hits[1].copies
        await press(pilot, "j")
        assert "l shows 1 other article" in screen_text(app)
        await press(pilot, "l")
        assert [hit.row.id for hit in screen.listing.hits] == [*rows[:2], other, *rows[2:]]
        assert screen.cursor == 1
        text = screen_text(app)
        assert "-1" in text
        assert "+1" in text
        assert "└ " in text
        assert f"2/{len(rows) + 1}" in text
        await press(pilot, "right")
        assert "it is unfolded; h folds it again" in screen_text(app)
        await press(pilot, "j")
        assert screen.current_id() == other
        await press(pilot, "left")
        assert [hit.row.id for hit in screen.listing.hits] == rows
        assert (screen.cursor, screen.current_id()) == (1, rows[1])
        await press(pilot, "h")
        assert "nothing is unfolded here" in screen_text(app)


async def test_what_is_unfolded_is_marked_and_opened_like_any_row(opened: Opened) -> None:
    async with opened(Grouped()) as (app, pilot):
        await folded(pilot)
        screen = app.list_screen
        (other,) = screen.listing.hits[0].copies
        await press(pilot, "l", "j", "m")
        assert app.session.marked == [other]
        await press(pilot, "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.article == other
        await press(pilot, "K", "J", "q")
        assert screen.current_id() == other
        assert screen.cursor == 1


async def test_rows_that_fold_nothing_say_so(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "l")
        assert "nothing is folded under this row" in screen_text(app)
        await press(pilot, "slash", *"ferry", "enter", "l")
        assert "nothing is folded under this row" in screen_text(app)


async def test_two_rows_can_be_unfolded_and_another_order_folds_them(opened: Opened) -> None:
    async with opened(Grouped()) as (app, pilot):
        await folded(pilot)
        screen = app.list_screen
        rows = len(screen.listing.hits)
        await press(pilot, "l", "j", "j", "l")
        assert [n for n, hit in enumerate(screen.listing.hits) if hit.under] == [1, 3]
        await press(pilot, "h")
        assert [n for n, hit in enumerate(screen.listing.hits) if hit.under] == [1]
        await press(pilot, "o")
        assert len(screen.listing.hits) == rows
        await press(pilot, "l", "j", "z")
        assert app.list_screen.finding.fold == "none"
        assert all(hit.under is None for hit in screen.listing.hits)


async def test_one_comes_back_to_what_was_unfolded(opened: Opened) -> None:
    shelf, kept = Grouped(), Kept()
    async with opened(shelf, kept=kept) as (app, pilot):
        await folded(pilot)
        (other,) = app.list_screen.listing.hits[1].copies
        await press(pilot, "j", "l", "j", "R")
        assert app.list_screen.current_id() == other
        await press(pilot, "Q")
    async with opened(shelf, kept=kept) as (app, pilot):
        await settled(pilot)
        assert app.list_screen.current_id() == other
        assert app.list_screen.listing.hits[2].under == app.list_screen.listing.hits[1].row.id


async def test_folding_keeps_the_cursor_on_the_row_that_has_the_article(opened: Opened) -> None:
    async with opened(Grouped()) as (app, pilot):
        await press(pilot, "slash", *"the", "enter", "j", "j", "j")
        article = app.list_screen.current_id()
        await press(pilot, "z")
        assert app.list_screen.cursor == 1
        assert app.list_screen.listing.hits[1].copies == (article,)


async def test_more_rows_come_in_below_an_unfolded_one(opened: Opened) -> None:
    many = [article(f"Report {n}", [f"Ferry {n}."], published="2031-03-01") for n in range(700)]

    class Long(Grouped):
        def search(
            self, query: str, *, limit: int = 20, offset: int = 0, fold: str = "none", **a: object
        ) -> Answer:
            answer = super().search(query, limit=10_000, fold=fold, **a)
            return replace(answer, hits=answer.hits[offset : offset + limit])

    async with opened(Long(many)) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "z", "l", "G")
        screen = app.list_screen
        hits = screen.listing.hits
        assert "351/351" in screen_text(app)
        assert len({hit.row.id for hit in hits}) == 351
        assert [n for n, hit in enumerate(hits) if hit.under] == [1]
        await press(pilot, "g")
        screen.move(120)
        await press(pilot, "j")
        filled = [hit.row.id for hit in screen.listing.hits]
        assert filled == [hit.row.id for hit in hits]
        assert screen.listing.hits[121].snippet is not None


class Crowded(Shelf):
    """A thousand stories, a hundred of which are listed."""

    def search(self, query: str, **asked: object) -> Answer:  # type: ignore[override]
        answer = super().search(query, **asked)  # type: ignore[arg-type]
        if not answer.hits:  # of a query that is being typed
            return answer
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
    assert narrowed("a", "month", "2031-03") == "a date:2031-03"
    assert narrowed("a", "month", "2031-03", without=True) == "a -date:2031-03"
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


async def test_along_sorted_places_every_article_is_read_once(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.finding.FIRST", 2)
    monkeypatch.setattr("tui.finding.BATCH", 2)
    shelf = Shelf(
        article(f"Report {name}", [f"Ferry {text}."], published="2031-03-01")
        for name, text in (("A", "a, ferry b, ferry c, ferry f"), ("B", "d"), ("C", "e"))
    )
    async with opened(shelf) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "v", "v", "o", "enter")
        assert "1/3" in screen_text(app)
        read = [app.screen.article]  # type: ignore[attr-defined]
        for _ in range(2):
            await press(pilot, "J")
            read.append(app.screen.article)  # type: ignore[attr-defined]
        assert [shelf.articles[one].title for one in read] == ["Report A", "Report B", "Report C"]


async def test_the_history_holds_what_was_meant_and_nothing_half_typed(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "slash", "ctrl+u", *"fi", "escape")
        assert app.list_screen.finding.query == "fi"
        await press(pilot, "slash", "ctrl+u", *"council", "enter")
        assert app.session.history == ["ferry", "council"]
        await press(pilot, "slash", "up")
        assert app.list_screen.box.field.text == "ferry"
        await press(pilot, "down", "escape", "slash", "ctrl+u", *"fire", "down", "enter")
        assert app.session.history == ["ferry", "council", "fire"]  # a hit of it was opened


async def test_days_on_which_there_is_nothing_say_so(opened: Opened) -> None:
    shelf = Shelf(
        article(f"Ferry {day}", ["A ferry."], published=f"2031-03-{day:02}") for day in (1, 3)
    )
    async with opened(shelf) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "H", "j", "enter")
        assert "none of these articles is from then" in screen_text(app)
        assert app.list_screen.finding.query == "ferry"


async def test_order_and_fold_stay_and_stand_out_where_they_are_not_the_first(
    opened: Opened,
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter")
        assert "order: relevance   fold: copies" in screen_text(app)
        screen = app.list_screen
        assert "mark" not in {run.style for run in screen.status()[0]}
        await press(pilot, "o", "z", "slash", *" fire", "enter")
        assert "order: newest   fold: stories" in screen_text(app)
        marked = [run.text for run in screen.status()[0] if run.style == "mark"]
        assert marked == ["newest", "stories"]


async def test_an_order_that_the_query_asks_for_is_told(opened: Opened) -> None:
    class Sorted(Shelf):
        def search(self, query: str, **asked: object) -> Answer:  # type: ignore[override]
            answer = super().search(query, **asked)  # type: ignore[arg-type]
            return replace(answer, sort="random") if "sort:random" in query else answer

    async with opened(Sorted()) as (app, pilot):
        app.list_screen.ask_for("sort:random ferry")
        await settled(pilot)
        assert "order: random" in screen_text(app)
        await press(pilot, "o")
        assert "the query itself says its order" in screen_text(app)
        assert app.list_screen.finding.order == "relevance"


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


def long_shelf() -> Shelf:
    """Articles whose words follow each other in another order than the articles do."""
    return Shelf(
        article(f"Report {n}", [f"Ferry {(n * 3) % 350:04}."], published="2031-03-01")
        for n in range(350)
    )


async def test_in_context_places_go_on_as_one_goes_down(opened: Opened) -> None:
    async with opened(long_shelf()) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "v", "v")
        screen = app.list_screen
        await press(pilot, "g")
        assert "1/350" in screen_text(app)
        assert "350 places in 350 articles" in screen_text(app)
        fetched = len(screen.listing.hits)
        assert fetched < 350
        screen.move(fetched - 10)
        await press(pilot, "j")
        assert len(screen.listing.hits) > fetched
        await press(pilot, "G")
        assert "350/350" in screen_text(app)
        assert len({hit.row.id for hit in screen.listing.hits}) == 350
        screen.move(-200)  # come without their surroundings, which are fetched around the cursor
        await shown(pilot, lambda: screen.listing.hits[screen.cursor].snippet is not None)


async def test_in_context_the_order_is_that_of_all_places(opened: Opened) -> None:
    async with opened(long_shelf()) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "v", "v", "o")
        await shown(pilot, lambda: "1/350" in screen_text(app))
        hits = app.list_screen.listing.hits
        after = [hit.snippet.text[hit.snippet.spans[0][1] :] for hit in hits if hit.snippet]
        assert after == [f" {n:04}." for n in range(len(hits))]
        await press(pilot, "G")
        (last,) = app.list_screen.listing.hits[-1:]
        assert last.snippet is not None
        assert last.snippet.text.endswith(" 0349.")


async def test_a_place_in_context_opens_the_article_where_it_stands(opened: Opened) -> None:
    one = article("Long", [f"Nothing stands in {n} here." for n in range(60)] + ["A ferry came."])
    number = len(one.sentences) - 1

    class Placed(Shelf):
        def contexts(self, query: str, **asked: object) -> Answer:  # type: ignore[override]
            answer = super().contexts(query, **asked)  # type: ignore[arg-type]
            return replace(answer, hits=tuple(replace(h, sentence=number) for h in answer.hits))

    async with opened(Placed([one])) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "v", "v", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert "A ferry came." in screen_text(app)
        reading = app.screen.reading
        assert reading is not None
        assert reading.sentence == one.sentences[number]
        assert reading.lens == "hits"


def test_a_query_is_asked_as_far_as_it_goes() -> None:
    assert shorter_queries("a b date:20") == ["a b", "a"]
    assert shorter_queries("a") == []


def test_the_highest_of_bars_over_several_years_has_its_year() -> None:
    months = [(f"{year}-{month:02}", month) for year in (2030, 2031) for month in range(1, 13)]
    line = "".join(run.text for run in bars(Histogram("month", tuple(months)), 80))
    assert "most: Dec 2030, 12 articles" in line
    one_year = "".join(run.text for run in bars(Histogram("month", tuple(months[:12])), 80))
    assert "most: Dec, 12 articles" in one_year


def test_few_bars_are_told_one_by_one_and_many_take_a_cell_each() -> None:
    few = Histogram("day", (("2031-03-13", 17), ("2031-03-14", 0), ("2031-03-15", 5)))
    line = line_text(bars(few, 80))
    assert len(line) == 80
    assert line.startswith("13 Mar ▇")
    assert " 17  " in line
    assert line.endswith("  H days")
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


def test_beside_an_article_a_row_has_two_lines_however_wide_and_alone_it_is_columns() -> None:
    hits = Shelf().search("*").hits
    listing = Listing(hits=hits[:3], view="lines")
    assert listing.heights(80) == [1, 1, 1]
    listing.beside = True
    assert listing.heights(80) == [2, 2, 2]
    title, below = (line_text(line) for line in listing.lines(0, 80, cursor=False))
    assert hits[0].row.title in title
    assert str(hits[0].row.outlet) in below
