"""The explorer in a terminal of its own: both drivers, suspending, resizing, leaving."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from emulator import Terminal
from replay import same

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
QUIET = 0.4  # seconds without output after which a screen is taken to be finished


class Session:
    """A program in a pseudo-terminal, and what a person sees of it."""

    def __init__(self, *command: str, size: tuple[int, int] = (80, 24)) -> None:
        self.terminal = Terminal(*size)
        self.written = ""
        self._decode = getincrementaldecoder("utf-8")().decode
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            for name in ("NO_COLOR", "COLUMNS", "LINES", "TMUX"):
                environment.pop(name, None)
            words = [sys.executable, "-m", "tui", *command]
            os.execve(sys.executable, words, environment)
        self.resize(*size)

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        self.terminal.resize(width, height)
        size = struct.pack("HHHH", height, width, 0, 0)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, size)

    def press(self, keys: str, sees: str = "") -> str:
        """Press keys and wait until the screen shows something and rests; what was written."""
        os.write(self.fd, keys.encode())
        return self.wait(lambda: sees in self.terminal.text())

    def wait(self, until: Callable[[], bool]) -> str:
        """Take what is written until something holds and nothing more comes."""
        end = time.monotonic() + PATIENCE
        taken = ""
        while time.monotonic() < end:
            text = self.take()
            taken += text
            if not text and until():
                return taken
        assert until(), self.terminal.text()
        return taken

    def take(self) -> str:
        """What is written next; nothing when nothing comes."""
        ready, _, _ = select.select([self.fd], [], [], QUIET)
        try:
            data = os.read(self.fd, 65536) if ready else b""
        except OSError:
            data = b""
            time.sleep(0.02)
        text = self._decode(data)
        self.written += text
        self.terminal.feed(text)
        return text

    def shows(self, other: Session) -> None:
        """Wait until this terminal shows what another one does; fail where it never does."""
        with suppress(AssertionError):
            self.wait(lambda: self.terminal.cells() == other.terminal.cells())
        if self.terminal.cells() != other.terminal.cells():
            print(repr(self.written[-3000:]))
        same(self.terminal, other.terminal)

    def close(self) -> None:
        """End the program, if it has not ended."""
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def ended(self) -> bool:
        """Whether the program has ended; its status is in `status` then."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = status if pid else None
        return self.status is not None


@pytest.fixture
def started(broadsheet: Any, news: Path) -> Iterator[Callable[..., Session]]:
    """Starts the explorer on three articles whose names are known."""
    broadsheet("add", news)
    broadsheet("recognise")
    sessions: list[Session] = []

    def start(*more: str, **how: Any) -> Session:
        keys = how.pop("keys", "")
        session = Session("--archive", str(broadsheet.archive), *more, **how)
        sessions.append(session)
        if keys:  # typed as soon as there is something to be seen
            while "\x1b[2J" not in session.written:
                session.take()
            os.write(session.fd, keys.encode())
        session.wait(lambda: "newest first" in session.terminal.text())
        return session

    yield start
    for session in sessions:
        session.close()


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
    session.terminal.feed("\x1b[H\x1b[Jsomething else was here")
    os.kill(session.pid, signal.SIGCONT)
    session.wait(lambda: session.terminal.cells() == before)
    session.terminal.feed("\x1b[4;9Hsomebody writes on the screen")
    session.press("\x0c")  # Ctrl-L
    session.wait(lambda: session.terminal.cells() == before)
    session.press("j", "2/3")


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
    os.write(session.fd, b"Q")
    left = session.wait(session.ended)
    for sequence in ("\x1b[0m", "\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l", "\x1b[?7h"):
        assert sequence in left
    assert session.status == 0
    assert before[3] & (termios.ECHO | termios.ICANON) == 0
    assert termios.tcgetattr(session.fd)[3] & termios.ECHO


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
