"""The explorer in a terminal of its own: both drivers, suspending, resizing, leaving."""

from __future__ import annotations

import os
import re
import signal
import termios
from collections.abc import Callable
from typing import Any

import pytest
from emulator import Terminal
from terminals import Session


def test_both_drivers_show_the_same_at_every_step(started: Callable[..., Session]) -> None:
    steps = [("j", "2/3"), ("\r", "%"), ("e", "name"), ("q", "newest first"), ("k", "1/3")]
    light, stock = started(), started("--stock-driver")
    light.shows(stock)
    for keys, sees in steps:
        stock.press(keys, sees)
        light.press(keys, sees)
        light.shows(stock)
    assert len(light.written) < len(stock.written) / 4


def test_a_suspended_explorer_comes_back_as_it_was(started: Callable[..., Session]) -> None:
    session = started()
    before = session.terminal.cells()
    os.kill(session.pid, signal.SIGTSTP)
    left = session.wait(lambda: os.waitpid(session.pid, os.WNOHANG | os.WUNTRACED)[0] != 0)
    assert left.index("\x1b[0m") < left.index("\x1b[?1049l")
    assert termios.tcgetattr(session.fd)[1] & termios.OPOST  # the shell's lines return
    session.terminal.feed("\x1b[H\x1b[Jsomething else was here")
    os.kill(session.pid, signal.SIGCONT)
    session.wait(lambda: session.terminal.cells() == before)
    assert not termios.tcgetattr(session.fd)[1] & termios.OPOST
    session.terminal.feed("\x1b[4;9Hsomebody writes on the screen")
    session.press("\x0c")  # Ctrl-L
    session.wait(lambda: session.terminal.cells() == before)
    session.press("j", "2/3")


def test_what_is_told_to_go_on_without_having_stopped_gives_the_terminal_back_all_the_same(
    started: Callable[..., Session],
) -> None:
    session = started()
    os.kill(session.pid, signal.SIGCONT)
    session.press("j", "2/3")
    os.write(session.fd, b"Q")
    session.wait(session.ended)
    modes = termios.tcgetattr(session.fd)
    assert modes[1] & termios.OPOST
    assert modes[3] & termios.ECHO


def test_a_resize_leaves_nothing_of_the_old_size(started: Callable[..., Session]) -> None:
    session = started()
    for size in ((60, 16), (100, 30)):
        fresh = started(size=size)
        session.resize(*size)
        session.shows(fresh)
        fresh.press("j", "2/3")
        session.press("j", "2/3")
        session.shows(fresh)
        session.press("k", "1/3")


def test_the_terminal_is_left_as_it_was_found(started: Callable[..., Session]) -> None:
    session = started()
    before = termios.tcgetattr(session.fd)
    session.press("j", "2/3")
    assert not termios.tcgetattr(session.fd)[1] & termios.OPOST  # a line feed does not return
    os.write(session.fd, b"Q")
    left = session.wait(session.ended)
    assert termios.tcgetattr(session.fd)[1] & termios.OPOST
    for sequence in ("\x1b[0m", "\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l", "\x1b[?7h"):
        assert sequence in left
    assert session.status == 0
    assert before[3] & (termios.ECHO | termios.ICANON) == 0
    assert termios.tcgetattr(session.fd)[3] & termios.ECHO


@pytest.mark.parametrize("driver", [(), ("--stock-driver",)])
def test_the_screen_is_wiped_before_it_is_given_back_and_nothing_is_painted_after(
    started: Callable[..., Session], driver: tuple[str, ...]
) -> None:
    """In a window that grew, tmux folds what stands in long lines on the alternate screen into
    the shell's."""
    session = started(*driver)
    session.resize(200, 60)
    session.press("j", "2/3")
    os.write(session.fd, b"Q")
    left = session.wait(session.ended)
    _, _, after = left.partition("\x1b[?1049l")
    terminal = Terminal(200, 60)
    terminal.feed(session.written[: session.written.index("\x1b[?1049l")])
    assert terminal.text().split() == []
    assert re.sub(r"\x1b\[\?\d+[hl]", "", after) == ""


def test_the_next_start_shows_the_screen_that_was_left_and_keeps_the_keys(
    started: Callable[..., Session],
) -> None:
    first = started()
    first.press("j", "2/3")
    left = first.terminal.cells()
    os.write(first.fd, b"Q")
    first.wait(first.ended)
    second = started(keys="j")
    second.wait(lambda: "3/3" in second.terminal.text())
    terminal = Terminal(80, 24)
    terminal.feed(second.written[: second.written.index("\x1b[?1000h")])
    assert terminal.cells() == left
    assert second.written.count("\x1b[?1049h") == 1
    os.write(second.fd, b"Q")
    assert "\x1b[?1049l" in second.wait(second.ended)
    assert termios.tcgetattr(second.fd)[3] & termios.ECHO


def test_a_painted_screen_goes_where_the_explorer_does_not_come(
    started: Callable[..., Session], broadsheet: Any
) -> None:
    first = started()
    os.write(first.fd, b"Q")
    first.wait(first.ended)
    (broadsheet.archive / "records.sqlite").write_bytes(b"no database at all")
    second = Session("--archive", str(broadsheet.archive))
    said = second.wait(second.ended)
    assert second.status is not None
    assert os.waitstatus_to_exitcode(second.status) == 3
    assert said.index("\x1b[?1049h") < said.index("\x1b[?1049l") < said.index("broadsheet: ")
    assert termios.tcgetattr(second.fd)[3] & termios.ECHO
    second.close()
