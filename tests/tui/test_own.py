"""Stars, tags, notes and saved searches, as a person gives them in the explorer."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from conftest import Opened, choose, lines_of, note_of, press, screen_text, settled, shown, tags_of
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Kept, Shelf

from corpus.errors import ArchiveError
from index.personal import Personal
from index.personal_file import PersonalError
from tui.screens.own import tags_in
from tui.screens.reader import ReaderScreen
from tui.widgets.pane import Pane


async def test_a_star_is_given_and_taken_and_seen_in_the_list(
    opened: Opened, own: Personal
) -> None:
    async with opened(own=own) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "asterisk")
        article = app.list_screen.current_id()
        assert own.stars(app.archive.path) == [article]
        assert "starred" in screen_text(app)
        assert "▌ *" in screen_text(app)
        await press(pilot, "asterisk")
        assert own.stars(app.archive.path) == []


async def test_a_tag_is_typed_once_and_then_chosen(opened: Opened, own: Personal) -> None:
    async with opened(own=own) as (app, pilot):
        first = app.list_screen.current_id()
        await press(pilot, "t", *"check", "enter", "j", "t", "enter")
        second = app.list_screen.current_id()
        assert {one for _, one in own.tags(app.archive.path)} == {first, second}
        await press(pilot, "t", "enter")
        assert own.tags(app.archive.path) == [("check", first)]


async def test_a_note_is_written_changed_and_taken_away(opened: Opened, own: Personal) -> None:
    async with opened(own=own) as (app, pilot):
        article = app.list_screen.current_id()
        await press(pilot, "a", *"ask", "enter", "a", *"ed", "enter")
        assert note_of(own, app.archive.path, article) == "asked"
        await press(pilot, "a", "ctrl+u", "enter")
        assert note_of(own, app.archive.path, article) == ""


async def test_a_search_is_saved_found_again_and_taken_away(opened: Opened, own: Personal) -> None:
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN]), own=own) as (app, pilot):
        await press(pilot, "slash", *"aurelia", "enter")
        await press(pilot, "colon", *"save", "enter", *"doors", "enter")
        assert [one.name for one in own.saved(app.archive.path)] == ["doors"]
        await press(pilot, "escape", "colon", *"saved", "enter")
        assert "doors" in screen_text(app)
        assert "2 articles" in screen_text(app)
        await press(pilot, "enter")
        assert app.list_screen.finding.query == "aurelia"
        await press(pilot, "colon", *"saved", "enter", "x")
        assert own.saved(app.archive.path) == []


async def test_a_search_is_saved_in_one_step_with_its_name(opened: Opened, own: Personal) -> None:
    async with opened(own=own) as (app, pilot):
        await press(pilot, "slash", *"ferry", "enter", "colon", *"save my boats", "enter")
        assert [(one.name, one.query) for one in own.saved(app.archive.path)] == [
            ("my boats", "ferry")
        ]
        assert "saved as my boats" in screen_text(app)
        await press(pilot, "slash", *" fire", "enter", "colon", *"save my boats", "enter")
        assert [one.query for one in own.saved(app.archive.path)] == ["ferry fire"]
        assert "in place of ferry" in screen_text(app)


async def test_where_nothing_can_be_kept_that_is_said(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "asterisk")
        assert "nothing is kept" in screen_text(app)
        await press(pilot, "t")
        assert "nothing is kept" in screen_text(app)


async def test_tags_and_notes_are_seen_in_list_and_reader_and_undone_by_u(
    opened: Opened, own: Personal
) -> None:
    async with opened(own=own) as (app, pilot):
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
        assert note_of(own, app.archive.path, article) == ""
        assert "undone: the note" in screen_text(app)
        assert "¶" not in screen_text(app)
        await press(pilot, "u")
        assert "undone: the tag check" in screen_text(app)
        assert tags_of(own, app.archive.path, article) == []
        await press(pilot, "u")
        assert "there is nothing to undo" in screen_text(app)


async def test_a_sign_stands_before_it_is_written_and_is_taken_back_when_it_cannot_be(
    opened: Opened, own: Personal, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_write, threads = threading.Event(), []

    def full(*_: object) -> bool:
        threads.append(threading.current_thread())
        may_write.wait(30)
        raise PersonalError("The disk is full.")

    monkeypatch.setattr(Personal, "star", full)
    async with opened(own=own) as (app, pilot):
        await pilot.press("asterisk")
        try:
            await shown(pilot, lambda: "▌ *" in screen_text(app))
            assert "starred" in screen_text(app)
        finally:
            may_write.set()
        await settled(pilot)
        assert "▌ *" not in screen_text(app)
        assert "not kept: The disk is full." in screen_text(app)
        assert threading.main_thread() not in threads
        await press(pilot, "u")
        assert "there is nothing to undo" in screen_text(app)


async def test_what_is_pressed_twice_in_haste_is_written_in_order(
    opened: Opened, own: Personal
) -> None:
    async with opened(own=own) as (app, pilot):
        await pilot.press("asterisk", "asterisk", "asterisk")
        app.save()
    assert len(own.stars(app.archive.path)) == 1


async def test_u_goes_back_step_by_step_and_names_the_article_that_is_elsewhere(
    opened: Opened, own: Personal
) -> None:
    async with opened(own=own) as (app, pilot):
        first = app.list_screen.current_id()
        await press(pilot, "asterisk", "t", *"a, b", "enter", "j", "a", *"later", "enter")
        second = app.list_screen.current_id()
        assert tags_of(own, app.archive.path, first) == ["a", "b"]
        await press(pilot, "u")
        assert "undone: the note" in screen_text(app)
        assert note_of(own, app.archive.path, second) == ""
        await press(pilot, "u")
        assert "undone: the tags a, b, at “" in screen_text(app)
        assert tags_of(own, app.archive.path, first) == []
        assert own.stars(app.archive.path) == [first]
        await press(pilot, "u")
        assert own.stars(app.archive.path) == []


async def test_a_judgement_is_undone_before_the_star_that_was_given_earlier(
    opened: Opened, own: Personal
) -> None:
    shelf = Shelf()
    async with opened(shelf, own=own) as (app, pilot):
        await press(pilot, "asterisk", "enter", "i")
        await choose(app, pilot, "the day is …")
        await press(pilot, *"2031-03-01", "enter")
        assert [one.field for one in shelf.judged] == ["published"]
        await press(pilot, "u")
        assert shelf.judged == []
        assert len(own.stars(app.archive.path)) == 1
        await press(pilot, "u")
        assert "undone: the star" in screen_text(app)
        assert own.stars(app.archive.path) == []


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("a", ["a"]),
        (" a ,  b c,", ["a", "b c"]),
        ("A, a", ["a"]),
        (" , ,", []),
        ("é,ö", ["é", "ö"]),
    ],
)
def test_commas_part_tags(typed: str, tags: list[str]) -> None:
    assert tags_in(typed) == tags


async def test_tags_behind_a_comma_are_completed_and_given_together(
    opened: Opened, own: Personal
) -> None:
    async with opened(own=own) as (app, pilot):
        first = app.list_screen.current_id()
        await press(pilot, "t", *"check, port", "enter", "j", "t", *"new, po", "down", "enter")
        second = app.list_screen.current_id()
        assert tags_of(own, app.archive.path, first) == ["check", "port"]
        assert tags_of(own, app.archive.path, second) == ["new", "port"]
        await press(pilot, "t", *"port, new", "enter")
        assert tags_of(own, app.archive.path, second) == []


async def test_tags_that_are_taken_away_come_back_as_they_were_written(
    opened: Opened, own: Personal
) -> None:
    async with opened(own=own) as (app, pilot):
        article = app.list_screen.current_id()
        await press(pilot, "t", *"Check, Port", "enter", "t", *"port, check", "enter")
        assert tags_of(own, app.archive.path, article) == []
        await press(pilot, "u")
        assert tags_of(own, app.archive.path, article) == ["Check", "Port"]
        await press(pilot, "ctrl+l")
        assert "#Check  #Port" in screen_text(app)


async def test_a_judgement_that_could_not_be_undone_is_the_one_that_u_takes_back_next(
    opened: Opened, own: Personal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise ArchiveError("Somebody else writes into the archive.")

    shelf = Shelf()
    async with opened(shelf, own=own) as (app, pilot):
        await press(pilot, "asterisk", "enter", "i")
        await choose(app, pilot, "the day is …")
        await press(pilot, *"2031-03-01", "enter")
        with monkeypatch.context() as patch:
            patch.setattr(shelf, "undo", locked, raising=False)
            await press(pilot, "u")
            assert "Somebody else writes" in screen_text(app)
        await press(pilot, "u")
        assert shelf.judged == []
        assert len(own.stars(app.archive.path)) == 1


async def test_a_star_that_could_not_be_taken_back_is_taken_back_by_the_next_u(
    opened: Opened, own: Personal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise PersonalError("The disk is full.")

    async with opened(own=own) as (app, pilot):
        await press(pilot, "asterisk")
        with monkeypatch.context() as patch:
            patch.setattr(Personal, "star", full)
            await press(pilot, "u")
        assert len(own.stars(app.archive.path)) == 1
        await press(pilot, "u")
        assert "undone: the star" in screen_text(app)
        assert own.stars(app.archive.path) == []


async def test_stars_that_cannot_be_read_are_told_of_and_keep_nobody_from_the_articles(
    opened: Opened, own: Personal, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def torn(*_: object) -> list[str]:
        threads.append(threading.current_thread())
        raise PersonalError("The file of stars is torn.")

    monkeypatch.setattr(Personal, "stars", torn)
    async with opened(own=own) as (app, pilot):
        assert app.list_screen.current_id()
        assert "not shown: The file of stars is torn." in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert "港の火災" in screen_text(app)
    assert threads
    assert threading.main_thread() not in threads


async def test_a_state_that_cannot_be_used_is_told_of_at_the_start(opened: Opened) -> None:
    kept = Kept()
    kept.problem = "Your own state in /nowhere cannot be used (it is torn)."
    async with opened(kept=kept) as (app, _):
        assert "Your own state in /nowhere cannot be used" in screen_text(app)


async def test_what_another_program_left_is_seen_at_the_start_and_taken_by_refresh(
    opened: Opened, own: Personal, tmp_path: Path
) -> None:
    shelf = Shelf()
    with Personal.open(tmp_path / "own") as other:
        first, second = (row.id for row in shelf.newest(limit=2))
        other.star(shelf.path, first)
        async with opened(shelf, own=own) as (app, pilot):
            assert "▌ *" in screen_text(app)
            other.tag(shelf.path, second, "check")
            await press(pilot, "j")
            assert "▌ #" not in screen_text(app)
            await press(pilot, "R")
            assert "▌ #" in screen_text(app)


async def test_the_list_beside_an_open_article_has_the_signs_of_the_list(
    opened: Opened, own: Personal
) -> None:
    async with opened(own=own, size=(170, 40)) as (app, pilot):
        await press(pilot, "asterisk", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        signed = [line for line in lines_of(app.screen.query_one("#list", Pane)) if "*" in line]
        assert len(signed) == 1
