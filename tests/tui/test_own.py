"""Stars, tags, notes and saved searches, as a person gives them in the explorer."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from conftest import Opened, press, screen_text, settled
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Kept, Shelf

from index.personal import Personal
from index.personal_file import PersonalError


async def test_a_star_is_given_and_taken_and_seen_in_the_list(
    opened: Opened, tmp_path: Path
) -> None:
    kept = Kept()
    with Personal.open(tmp_path) as kept.own:
        async with opened(kept=kept) as (app, pilot):
            await press(pilot, "slash", *"ferry", "enter", "asterisk")
            article = app.list_screen.current_id()
            assert kept.own.stars(app.archive.path) == [article]
            assert "starred" in screen_text(app)
            assert "▌ *" in screen_text(app)
            await press(pilot, "asterisk")
            assert kept.own.stars(app.archive.path) == []


async def test_a_tag_is_typed_once_and_then_chosen(opened: Opened, tmp_path: Path) -> None:
    kept = Kept()
    with Personal.open(tmp_path) as kept.own:
        async with opened(kept=kept) as (app, pilot):
            first = app.list_screen.current_id()
            await press(pilot, "t", *"check", "enter", "j", "t", "enter")
            second = app.list_screen.current_id()
            assert {one for _, one in kept.own.tags(app.archive.path)} == {first, second}
            await press(pilot, "t", "enter")
            assert kept.own.tags(app.archive.path) == [("check", first)]


async def test_a_note_is_written_changed_and_taken_away(opened: Opened, tmp_path: Path) -> None:
    kept = Kept()
    with Personal.open(tmp_path) as kept.own:
        async with opened(kept=kept) as (app, pilot):
            article = app.list_screen.current_id()
            await press(pilot, "a", *"ask", "enter", "a", *"ed", "enter")
            assert kept.own.note_of(app.archive.path, article) == "asked"
            await press(pilot, "a", "ctrl+u", "enter")
            assert kept.own.note_of(app.archive.path, article) == ""


async def test_a_search_is_saved_found_again_and_taken_away(opened: Opened, tmp_path: Path) -> None:
    kept = Kept()
    with Personal.open(tmp_path) as kept.own:
        async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN]), kept=kept) as (app, pilot):
            await press(pilot, "slash", *"aurelia", "enter")
            await press(pilot, "colon", *"save", "enter", *"doors", "enter")
            assert [one.name for one in kept.own.saved(app.archive.path)] == ["doors"]
            await press(pilot, "escape", "colon", *"saved", "enter")
            assert "doors" in screen_text(app)
            assert "2 articles" in screen_text(app)
            await press(pilot, "enter")
            assert app.list_screen.finding.query == "aurelia"
            await press(pilot, "colon", *"saved", "enter", "x")
            assert kept.own.saved(app.archive.path) == []


async def test_where_nothing_can_be_kept_that_is_said(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "asterisk")
        assert "nothing is kept" in screen_text(app)
        await press(pilot, "t")
        assert "nothing is kept" in screen_text(app)


async def test_tags_and_notes_are_seen_in_list_and_reader_and_undone_by_u(
    opened: Opened, tmp_path: Path
) -> None:
    kept = Kept()
    with Personal.open(tmp_path) as kept.own:
        async with opened(kept=kept) as (app, pilot):
            article = app.list_screen.current_id()
            await press(pilot, "t", *"check", "enter")
            assert "▌ #" in screen_text(app)
            await press(pilot, "a", *"ask the port", "enter")
            assert "▌ +" in screen_text(app)
            await press(pilot, "j", "k")
            assert "#check  ¶ ask the port" in screen_text(app)
            await press(pilot, "enter")
            assert "#check" in screen_text(app).splitlines()[0]
            await press(pilot, "u")
            assert kept.own.note_of(app.archive.path, article) == ""
            assert "undone: the note" in screen_text(app)
            assert "¶" not in screen_text(app)
            await press(pilot, "u")
            assert "there is no judgement to undo" in screen_text(app)
            assert kept.own.tags_of(app.archive.path, article) == ["check"]


async def test_a_sign_stands_before_it_is_written_and_is_taken_back_when_it_cannot_be(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, may_write, threads = Kept(), threading.Event(), []

    def full(*_: object) -> bool:
        threads.append(threading.current_thread())
        may_write.wait(30)
        raise PersonalError("The disk is full.")

    with Personal.open(tmp_path) as kept.own:
        monkeypatch.setattr(Personal, "star", full)
        async with opened(kept=kept) as (app, pilot):
            await pilot.press("asterisk")
            await pilot.pause(0.02)
            try:
                assert "▌ *" in screen_text(app)
                assert "starred" in screen_text(app)
            finally:
                may_write.set()
            await settled(pilot)
            assert "▌ *" not in screen_text(app)
            assert "not kept: The disk is full." in screen_text(app)
            assert threading.main_thread() not in threads
            await press(pilot, "u")
            assert "there is no judgement to undo" in screen_text(app)


async def test_what_is_pressed_twice_in_haste_is_written_in_order(
    opened: Opened, tmp_path: Path
) -> None:
    kept = Kept()
    with Personal.open(tmp_path) as kept.own:
        async with opened(kept=kept) as (app, pilot):
            await pilot.press("asterisk", "asterisk", "asterisk")
            app.save()
        assert len(kept.own.stars(app.archive.path)) == 1
