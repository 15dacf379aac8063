"""Piping: what goes to a command that somebody types, what comes back, and what is never run."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import Opened, press, screen_text
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Shelf, article

from tui import shell
from tui.config import Settings, SettingsError, read
from tui.shell import run, wants_terminal
from tui.views.lines import line_text
from tui.views.piped import MOST, output_lines


@contextmanager
def never() -> Iterator[None]:
    raise AssertionError("the terminal was given away")
    yield


async def test_what_a_command_writes_is_kept_with_its_status() -> None:
    ran = await run("tr a-z A-Z; echo and this >&2; exit 3", "ferry\n", never)
    assert (ran.status, ran.output, ran.on_terminal) == (3, "FERRY\nand this\n", False)


async def test_a_command_that_reads_nothing_and_one_that_writes_without_end_both_end() -> None:
    assert (await run("true", "x" * 1_000_000, never)).status == 0
    endless = await run("yes", "", never)
    assert endless.cut
    assert len(endless.output) == shell.KEPT


async def test_a_cancelled_command_is_ended_with_all_it_started(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    task = asyncio.create_task(run(f"sleep 60 & echo $! > {told}; wait", "", never))
    while not told.exists() or not told.read_text().strip():
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    state = Path(f"/proc/{told.read_text().strip()}/stat")
    for _ in range(200):
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        await asyncio.sleep(0.01)
    raise AssertionError("what the command started is still there")


def test_pagers_and_editors_get_the_terminal_and_a_bang_gives_it_to_any() -> None:
    assert wants_terminal("sort | less -S")
    assert wants_terminal("/usr/bin/vim -")
    assert wants_terminal("! mycommand")
    assert not wants_terminal("less -S | sort")
    assert not wants_terminal("grep less")


async def test_where_nothing_is_to_be_left_less_keeps_no_history(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LESSHISTFILE", "/somewhere")
    assert (await run("echo $LESSHISTFILE", "", never)).output == "/somewhere\n"
    monkeypatch.setenv("BROADSHEET_PRIVATE", "1")
    assert (await run("echo $LESSHISTFILE", "", never)).output == "-\n"


def test_a_command_that_reads_the_terminal_gets_it_and_gives_it_back(tmp_path: Path) -> None:
    """In a process that has a terminal of its own, whose keys the test types."""
    told = tmp_path / "told"
    pid, ours = pty.fork()
    if pid == 0:  # pragma: no cover - the child
        try:
            _ask_at_terminal(told)
        finally:
            os._exit(0)
    os.write(ours, b"yes please\n")
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:
        pass
    os.waitpid(pid, 0)
    found = json.loads(told.read_text())
    assert found["asides"] == 1
    assert found["output"] == "got yes please and ferry\n"
    assert found["on_terminal"]
    assert found["in_front"], "the terminal was not taken back"
    assert not found["tostop"]
    assert b"sure?" in shown


def _ask_at_terminal(told: Path) -> None:
    asides = []

    @contextmanager
    def aside() -> Iterator[None]:
        asides.append(1)
        yield

    command = "printf sure? >/dev/tty; read a </dev/tty; read b; echo got $a and $b"
    ran = asyncio.run(run(command, "ferry\n", aside, 0))
    modes = termios.tcgetattr(0)[3]
    told.write_text(
        json.dumps(
            {
                "asides": len(asides),
                "output": ran.output,
                "on_terminal": ran.on_terminal,
                "in_front": os.tcgetpgrp(0) == os.getpgrp(),
                "tostop": bool(modes & termios.TOSTOP),
            }
        )
    )


async def test_the_article_goes_to_the_command_and_the_panel_shows_what_came_back(
    opened: Opened,
) -> None:
    async with opened(Shelf([FERRY_HARBOUR])) as (app, pilot):
        await press(pilot, "enter", "vertical_line", *"head -n 1", "enter")
        assert FERRY_HARBOUR.headline in screen_text(app)
        assert "| head -n 1" in screen_text(app)
        await press(pilot, "escape")
        assert type(app.screen).__name__ == "ReaderScreen"


async def test_the_list_goes_as_json_lines(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "hits"
    async with opened(Shelf([FERRY_HARBOUR, FERRY_MERIDIAN])) as (app, pilot):
        await press(pilot, "vertical_line", "down", "down", "down", *f"cat > {file}", "enter")
        assert "done" in screen_text(app)
        lines = [json.loads(line) for line in file.read_text().splitlines()]
        assert [line["id"] for line in lines] == [
            h.row.id[:16] for h in app.list_screen.finding.hits
        ]


async def test_an_earlier_command_is_found_again(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "times"
    async with opened(Shelf([FERRY_HARBOUR])) as (_app, pilot):
        await press(pilot, "vertical_line", *f"echo >> {file}", "enter")
        await press(pilot, "vertical_line", "ctrl+p", "enter")
        assert file.read_text() == "\n\n"


async def test_nothing_that_an_article_says_is_run_and_nothing_in_it_reaches_the_terminal(
    opened: Opened, tmp_path: Path
) -> None:
    file = tmp_path / "run"
    words = f"$(touch {file}) `touch {file}`; touch {file}\n\x1b[31mred | touch {file}"
    nasty = article(words.split("\n")[0], words.split("\n"), outlet=f"'; touch {file} #")
    async with opened(Shelf([nasty])) as (app, pilot):
        await press(pilot, "vertical_line", *"cat", "enter")
        assert "touch" in screen_text(app)
        assert "\x1b" not in screen_text(app)
        await press(pilot, "escape", "vertical_line", "down", *"cat", "enter")
    assert not file.exists()


def test_no_settings_file_can_hold_a_command_to_run_and_an_archive_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever gives an archive away gives no commands with it."""
    file = tmp_path / "archive" / "config.toml"
    file.parent.mkdir()
    file.write_text('[pipe]\np = "touch pwned"\n')
    with pytest.raises(SettingsError, match="no setting"):
        read(file)
    monkeypatch.setenv("BROADSHEET_ARCHIVE", str(file.parent))
    monkeypatch.chdir(file.parent)
    assert read() == Settings()  # neither the archive's folder nor the current one is looked into


def test_long_outputs_are_cut_and_long_lines_go_on() -> None:
    assert [line_text(line) for line in output_lines("abcdef\tg", 4)] == ["abcd", "ef  ", "g"]  # type: ignore[arg-type]
    many = output_lines("x\n" * (MOST + 7), 10)
    assert line_text(many[-1]) == "and 7 lines more"  # type: ignore[arg-type]
