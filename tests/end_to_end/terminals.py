"""A program in a pseudo-terminal of its own, and what a person sees of it."""

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
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from emulator import Terminal
from replay import same

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
QUIET = 0.4  # seconds without output after which a screen is taken to be finished


class Session:
    """A program in a pseudo-terminal, and what a person sees of it."""

    def __init__(
        self,
        *command: str,
        size: tuple[int, int] = (80, 24),
        ignoring: Sequence[int] = (),
        program: Sequence[str] = (sys.executable, "-m", "tui"),
    ) -> None:
        self.terminal = Terminal(*size)
        self.written = ""
        self._decode = getincrementaldecoder("utf-8")().decode
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # nohup may have started the tests
            for number in ignoring:
                signal.signal(number, signal.SIG_IGN)
            os.chdir(ROOT)
            environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            for name in ("NO_COLOR", "COLUMNS", "LINES", "TMUX"):
                environment.pop(name, None)
            os.execvpe(program[0], [*program, *command], environment)
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
        """Wait until this terminal shows what another one does, which may still be drawn, too; fail
        where it never does."""
        with suppress(AssertionError):
            self.wait(lambda: not other.take() and self.terminal.cells() == other.terminal.cells())
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
