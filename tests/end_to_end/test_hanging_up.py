"""The terminal goes away, or somebody asks the process to end: it ends, and the session is kept."""

from __future__ import annotations

import os
import pty
import random
import signal
import termios
import time
import tty
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from terminals import Session

from index.personal import Personal
from tui import leaving

LONG = 4 * leaving.GRACE  # seconds for a busy machine


def ends(session: Session) -> bool:
    end = time.monotonic() + LONG
    while not session.ended() and time.monotonic() < end:
        time.sleep(0.05)
    return session.ended()


def kept(broadsheet: Any) -> str:
    with Personal.open() as personal:
        return personal.session(broadsheet.archive) or ""


@pytest.mark.parametrize("driver", [(), ("--stock-driver",)])
def test_a_terminal_that_is_closed_while_one_types_ends_the_process_and_keeps_the_query(
    started: Callable[..., Session], broadsheet: Any, driver: tuple[str, ...]
) -> None:
    """A writer that ended with the terminal let the loop wait for ever for room in its queue."""
    session = started(*driver)
    session.press("/ferry fire", "ferry fire")
    for key in "\x15marga captain\rjkjkjkjkjkjkjkjkjkjkjkjkjkjk":
        os.write(session.fd, key.encode())
        time.sleep(random.Random(key).uniform(0, 0.02))
    os.close(session.fd)
    session.fd = os.open(os.devnull, os.O_RDONLY)
    assert ends(session), "the process outlived its terminal"
    assert "marga" in kept(broadsheet)


def test_a_terminal_that_is_gone_without_a_signal_ends_the_process_too(
    started: Callable[..., Session], broadsheet: Any
) -> None:
    """As under nohup, or where the shell took the signal."""
    session = started(ignoring=[signal.SIGHUP])
    session.press("/captain\r", "captain")
    os.close(session.fd)
    session.fd = os.open(os.devnull, os.O_RDONLY)
    assert ends(session)
    assert "captain" in kept(broadsheet)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_the_session_and_gives_the_terminal_back(
    started: Callable[..., Session], broadsheet: Any, number: int
) -> None:
    session = started()
    session.press("/marga\r", "marga")
    os.kill(session.pid, number)
    left = session.wait(session.ended)
    assert "\x1b[?1049l" in left
    assert session.status == 0
    assert "marga" in kept(broadsheet)


def test_a_loop_that_waits_for_ever_does_not_keep_the_process() -> None:
    """Saved and ended by the last resort, in a process of its own."""
    pid = os.fork()
    if pid == 0:
        leaving.GRACE = 0.3
        saved: list[bool] = []
        one = leaving.Leaving(lambda: saved.append(True), lambda: None, lambda _work: None)
        one.begin()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
        os._exit(9)
    end = time.monotonic() + LONG
    status = 0
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        time.sleep(0.02)
    else:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        raise AssertionError("it is still there")
    assert status == 0


def test_the_last_resort_gives_the_terminal_back_too() -> None:
    """A loop that stands still in the middle of a frame, in a terminal of its own."""
    pid, terminal = pty.fork()
    if pid == 0:
        leaving.GRACE = 0.3
        before = termios.tcgetattr(0)
        tty.setraw(0)
        os.write(1, b"\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?1003h\x1b[?2026hhalf a fra")
        one = leaving.Leaving(
            lambda: None, lambda: None, lambda _work: None, lambda: leaving.give_back(0, before)
        )
        one.begin()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
        os._exit(9)
    os.set_blocking(terminal, False)
    written, end = b"", time.monotonic() + LONG
    while time.monotonic() < end and os.waitpid(pid, os.WNOHANG)[0] == 0:
        with suppress(BlockingIOError, OSError):
            written += os.read(terminal, 4096)
        time.sleep(0.01)
    with suppress(BlockingIOError, OSError):
        written += os.read(terminal, 4096)
    local = termios.tcgetattr(terminal)[3]
    os.close(terminal)
    back = written[written.rindex(b"half") :] if b"half" in written else written
    for mode in (b"?1049l", b"?25h", b"?2004l", b"?1003l", b"?2026l"):
        assert mode in back
    assert local & termios.ECHO
