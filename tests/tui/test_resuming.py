"""Coming back: the same query, place and screens, within a day or when it is asked for."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from conftest import Opened, press, screen_text, settled
from newsroom import coming_in
from people import archive_of_people, recognise, told
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Kept, Shelf
from textual import events

from tui.opening import DAY
from tui.places import ComparePlace, ReaderPlace, SentencesPlace, StoriesPlace, StoryPlace
from tui.resuming import goes_on
from tui.screens.search import SearchScreen
from tui.session import Session, loads


def test_a_session_is_gone_on_with_for_a_day_unless_somebody_says_otherwise() -> None:
    now = 1_000_000.0
    young, old = Session(at=now - DAY / 2), Session(at=now - 2 * DAY)
    assert goes_on(young, None, now)
    assert not goes_on(old, None, now)
    assert goes_on(old, True, now)
    assert not goes_on(young, False, now)
    assert goes_on(Session(), None, now)


def test_the_screens_are_written_down_in_their_order_and_read_back() -> None:
    session = Session(
        screens=[
            StoriesPlace(query="ferry", sort="largest", row=3),
            StoryPlace(
                story="a", view="timeline", row=2, column=1, kinds=["figure"], words="doors"
            ),
            ReaderPlace(article="b", top=12),
            ComparePlace(left="c", right="d", column="right"),
        ],
        at=12.5,
    )
    assert loads(session.dumps()) == session


def test_what_was_written_down_before_there_were_screens_opens_them_too() -> None:
    session = loads('{"version": 1, "reader": {"article": "a"}, "compare": {"left": "b"}}')
    assert session.screens == [ReaderPlace(article="a"), ComparePlace(left="b")]


def test_a_screen_that_is_not_known_is_left_out() -> None:
    session = loads('{"version": 1, "screens": [{"screen": "atlas"}, 3, {"screen": "reader"}]}')
    assert session.screens == [ReaderPlace()]


async def test_all_screens_come_back_each_in_its_place(opened: Opened) -> None:
    shelf, kept = Shelf([FERRY_HARBOUR, FERRY_MERIDIAN]), Kept()
    async with opened(shelf, kept=kept) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter", "m", "j", "m", "c")
        await press(pilot, "l", "j", "j", "enter")
        names = [type(screen).__name__ for screen in app.screen_stack]
        assert names == ["SearchScreen", "CompareScreen", "ReaderScreen"]
        left = screen_text(app)
        app.save()
    async with opened(shelf, kept=kept) as (app, pilot):
        assert [type(screen).__name__ for screen in app.screen_stack] == names
        assert screen_text(app) == left
        await press(pilot, "q")
        compare = app.screen
        assert compare.sides is not None  # type: ignore[attr-defined]
        assert (compare.sides.row, compare.sides.column) == (2, "right")  # type: ignore[attr-defined]
        await press(pilot, "q")
        assert "aurelia" in screen_text(app)


async def test_a_key_typed_while_the_list_is_asked_for_is_the_open_screens(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, kept = Shelf([FERRY_HARBOUR, FERRY_MERIDIAN]), Kept()
    async with opened(shelf, kept=kept) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter", "m", "j", "m", "c")
        app.save()
    ask = SearchScreen.ask

    async def typed_meanwhile(screen: SearchScreen, article: str = "", row: int = 0) -> None:
        monkeypatch.setattr(SearchScreen, "ask", ask)
        screen.app.post_message(events.Key("q", "q"))  # the picture of the comparison stands
        await asyncio.sleep(0.1)
        await ask(screen, article, row)

    monkeypatch.setattr(SearchScreen, "ask", typed_meanwhile)
    async with opened(shelf, kept=kept) as (app, pilot):
        assert [type(screen).__name__ for screen in app.screen_stack] == ["SearchScreen"]
        assert "/ aurelia" in screen_text(app)  # one step back, not two


async def test_who_is_cut_off_before_the_list_is_there_finds_it_where_it_was_left(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept()
    async with opened(kept=kept) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter", "j", "j")
        article = app.list_screen.current_id()
        app.save()
    ask = SearchScreen.ask

    async def cut_off(screen: SearchScreen, article: str = "", row: int = 0) -> None:
        screen.explorer.save()  # as a terminal that goes away has it done
        await ask(screen, article, row)

    with monkeypatch.context() as patch:
        patch.setattr(SearchScreen, "ask", cut_off)
        async with opened(kept=kept):
            pass
    search = loads(kept.text).search
    assert (search.query, search.article, search.row) == ("aurelia", article, 2)


async def test_a_screen_under_another_keeps_its_place_though_it_was_never_filled(
    opened: Opened,
) -> None:
    shelf, kept = Shelf([FERRY_HARBOUR, FERRY_MERIDIAN]), Kept()
    async with opened(shelf, kept=kept) as (app, pilot):
        await press(pilot, "m", "j", "m", "c", "j", "j", "enter")
        app.save()
    for _ in range(2):
        async with opened(shelf, kept=kept) as (app, pilot):
            app.save()
    async with opened(shelf, kept=kept) as (app, pilot):
        await press(pilot, "q")
        assert app.screen.sides.row == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(("resume", "age", "words"), [
    (None, 2 * DAY, ""), (True, 2 * DAY, "aurelia"), (False, 0, ""), (None, 60, "aurelia"),
])  # fmt: skip
async def test_an_old_session_is_left_unless_it_is_asked_for_and_marks_stay(
    opened: Opened, resume: bool | None, age: float, words: str
) -> None:
    kept = Kept()
    async with opened(kept=kept) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter", "m")
        app.save()
        app.session.at = time.time() - age
        kept.keep_session(app.session.dumps())
    async with opened(kept=kept, resume=resume) as (app, _pilot):
        assert app.list_screen.finding.query == words
        assert len(app.session.marked) == 1
        assert app.session.history == ["aurelia"]


async def test_an_entitys_page_and_the_sentences_behind_a_number_come_back(
    opened: Opened, tmp_path: Path
) -> None:
    kept = Kept()
    with archive_of_people(tmp_path) as archive:
        async with opened(archive, kept=kept) as (app, pilot):
            app.open_entity("person:ines varga")
            await settled(pilot)
            await press(pilot, "o", "tab", "enter", "j", "j")
            names = [type(screen).__name__ for screen in app.screen_stack]
            assert names == ["SearchScreen", "EntityScreen", "SentencesScreen"]
            left = screen_text(app)
            await press(pilot, "q")
            row = app.screen.cursor  # type: ignore[attr-defined]
            assert row > 0
            await press(pilot, "enter", "j", "j")
            app.save()
        async with opened(archive, kept=kept) as (app, pilot):
            assert [type(screen).__name__ for screen in app.screen_stack] == names
            assert screen_text(app) == left
            await press(pilot, "q")
            assert app.screen.cursor == row  # type: ignore[attr-defined]
            assert "list   1 copy" in screen_text(app)
            assert app.screen.oldest  # type: ignore[attr-defined]


async def test_an_entitys_page_and_its_sentences_stand_where_they_were_when_articles_came_in(
    opened: Opened, tmp_path: Path
) -> None:
    kept = Kept()
    with archive_of_people(tmp_path, 0, 2) as archive:
        async with opened(archive, kept=kept) as (app, pilot):
            app.open_entity("person:ines varga")
            await settled(pilot)
            await press(pilot, *["j"] * 40)
            row = app.screen.current.opens  # type: ignore[attr-defined]
            assert row[0] == "article"
            app.open_sentences_at(SentencesPlace(key="person:ines varga", section="article"))
            await settled(pilot)
            await press(pilot, "j", "j")
            left = app.screen.here()  # type: ignore[attr-defined]
            assert left[2]
            app.save()
        archive.add(coming_in(told(1)))  # the newest stands first
        recognise(archive)
        async with opened(archive, kept=kept) as (app, pilot):
            assert app.screen.here() == left  # type: ignore[attr-defined]
            assert app.screen.laid.at > 2  # type: ignore[attr-defined]
            await press(pilot, "q")
            assert app.screen.current.opens == row  # type: ignore[attr-defined]


async def test_a_session_that_knew_sentences_by_their_numbers_alone_still_opens_there(
    opened: Opened, tmp_path: Path
) -> None:
    place = SentencesPlace(key="person:ines varga", section="article", row=2)
    with archive_of_people(tmp_path) as archive:
        async with opened(archive, kept=Kept(Session(screens=[place]).dumps()), resume=True) as (
            app, _pilot,
        ):  # fmt: skip
            assert app.screen.laid.at == 2  # type: ignore[attr-defined]


async def test_sentences_of_a_number_that_there_is_not_are_left_out(opened: Opened) -> None:
    kept = Kept(Session(screens=[SentencesPlace(key="person:a", section="moods")]).dumps())
    async with opened(kept=kept, resume=True) as (app, _pilot):
        assert app.screen is app.list_screen
