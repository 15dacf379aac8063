"""An error that nobody expected: the session is kept, and one sentence says what happened."""

from __future__ import annotations

import asyncio
import io
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import Opened, press, settled
from shelf import Kept
from textual import events

from index.personal import Personal
from tui import session
from tui.__main__ import main
from tui.app import Explorer
from tui.screens.base import CommandScreen
from tui.screens.search import SearchScreen


class Terminal(io.StringIO):
    """Something that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


def breaks(*_: object) -> None:
    raise LookupError("no such drawer")


async def breaks_later(*_: object) -> None:
    raise LookupError("no such drawer")


async def test_a_command_that_fails_leaves_the_session_saved(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SearchScreen, "do_view", breaks)
    kept = Kept()
    with pytest.raises(LookupError):
        async with opened(kept=kept) as (app, pilot):
            await press(pilot, "slash", *"ferry", "enter", "v")
    assert session.loads(kept.text).search.query == "ferry"
    assert isinstance(app.failure, LookupError)


async def test_work_that_outlives_the_panes_of_its_screen_is_no_error(opened: Opened) -> None:
    asked = []

    async def outlives(screen: CommandScreen) -> None:
        while screen.display:
            await asyncio.sleep(0)
        asked.append(screen)
        screen.query_one("#already-gone")

    async with opened() as (app, _):
        screen = app.screen
        assert isinstance(screen, CommandScreen)
        screen.in_background(outlives(screen))
    assert asked == [screen]


async def test_a_screen_that_cannot_say_its_place_costs_only_that(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SearchScreen, "do_view", breaks)
    monkeypatch.setattr(SearchScreen, "list_place", breaks)
    kept = Kept()
    with pytest.raises(LookupError):
        async with opened(kept=kept) as (_, pilot):
            await press(pilot, "m", "v")
    assert len(session.loads(kept.text).marked) == 1


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The explorer can be started, and somebody types `v` at it."""
    run = Explorer.run

    async def types(pilot: Any) -> None:
        await settled(pilot)
        pilot.app.post_message(events.Key("v", "v"))

    def at_keys(self: Explorer) -> int | None:
        return run(self, headless=True, size=(80, 24), auto_pilot=types)

    monkeypatch.setattr(Explorer, "run", at_keys)
    monkeypatch.setattr(
        "tui.cli.explorer.sys",
        SimpleNamespace(stdin=Terminal(), stdout=Terminal(), modules=sys.modules),
    )


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize("at_once", [True, False])
def test_the_explorer_ends_with_one_sentence_and_status_three(
    at_once: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    def later(self: SearchScreen) -> None:
        self.in_background(breaks_later())

    monkeypatch.setattr(SearchScreen, "do_view", breaks if at_once else later)
    archive = tmp_path / "archive"
    assert main(["--archive", str(archive)]) == 3
    said = capsys.readouterr()
    assert said.err == (
        "broadsheet: Something went wrong inside the program"
        " (LookupError: no such drawer). BROADSHEET_DEBUG=1 shows where.\n"
    )
    assert said.out == ""
    with Personal.open() as personal:
        assert personal.session(archive) is not None


@pytest.mark.usefixtures("at_terminal")
def test_a_traceback_is_shown_to_who_asks_for_it(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(SearchScreen, "do_view", breaks)
    monkeypatch.setenv("BROADSHEET_DEBUG", "1")
    assert main(["--archive", str(tmp_path / "archive")]) == 3
    assert "in breaks\n" in capsys.readouterr().err


@pytest.mark.usefixtures("at_terminal")
def test_an_archive_that_was_used_before_and_is_not_there_is_not_made_anew(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    with Personal.open() as own:
        own.keep_session(archive, session.Session().dumps())
    archive.mkdir()  # what it was mounted on
    assert main(["--archive", str(archive)]) == 3
    said = capsys.readouterr().err
    assert f"You used an archive in {archive}, and it is not there any more" in said
    assert "broadsheet add SOURCE" in said
    assert list(archive.iterdir()) == []
