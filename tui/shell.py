"""Runs a command that a person typed, with a text on its standard input.

The command runs behind the explorer, what it writes is kept. If it wants the terminal (it reads
keys or sets modes, which stops a job that is not in the foreground), the explorer steps aside
until it ends. Some commands are known to want it, and a leading `!` says so of any other.
Nothing but what was typed is ever run: texts go in as data.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import tempfile
import termios
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus.errors import BroadsheetError
from index import traces

PATIENCE = 0.02  # seconds between two looks at a command
KEPT = 4_000_000  # bytes of what a command writes that are kept; it is ended beyond
_TERMINAL = {
    "less", "more", "most", "vi", "vim", "nvim", "view", "nano", "emacs", "fzf", "man", "tmux",
}  # fmt: skip
"""Commands that are of no use without the terminal."""


class NotRun(BroadsheetError):
    """A command that could not be started."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a command: its exit status (negative: the signal that ended it), what it
    wrote, and whether it had the terminal, on which its output then was."""

    status: int
    output: str
    on_terminal: bool
    cut: bool = False


def wants_terminal(command: str) -> bool:
    """Whether a command is known to need the terminal, or is said to by a leading `!`.

    >>> wants_terminal("sort | less -S"), wants_terminal("sort")
    (True, False)
    """
    return command.lstrip().startswith("!") or _full_screen(command)


def _full_screen(command: str) -> bool:
    last = command.rsplit("|", 1)[-1].split()
    return bool(last) and Path(last[0]).name in _TERMINAL


async def run(
    command: str,
    text: str,
    aside: Callable[[], AbstractContextManager[None]],
    terminal: int | None = None,
) -> Ran:
    """Run a command with a text on its standard input and wait for its end.

    `aside` lets go of the terminal for as long as it is entered; `terminal` is its file number,
    None where there is none to give. Cancelling ends the command. NotRun when there is no shell.
    """
    in_front = wants_terminal(command) and terminal is not None
    command = command.strip().removeprefix("!").strip()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as written:
        given.write(text.encode("utf-8", "replace"))
        given.seek(0)
        if in_front and terminal is not None:
            with aside():
                had = Ran(await _in_front(_started(command, given, None), terminal), "", True)
                if not _full_screen(command):
                    await _let_read(terminal)
                return had
        with _undisturbed(terminal):
            process = _started(command, given, written)
            status = await _ended(process, written)
        if status is None and terminal is not None:
            with aside():
                return Ran(await _in_front(process, terminal), _read(written), True)
        if status is None:  # it wants a terminal, and there is none
            status = _kill(process)
        return Ran(status, _read(written), False, _size(written) > KEPT)


def _started(command: str, given: IO[bytes], written: IO[bytes] | None) -> subprocess.Popen[bytes]:
    shell = os.environ.get("SHELL") or "/bin/sh"
    try:
        return subprocess.Popen(
            [shell, "-c", command],
            stdin=given,
            stdout=written,
            stderr=written,
            env=_environment(),
            process_group=0,  # a job of its own, which the terminal can be given to
        )
    except OSError as error:
        raise NotRun(f"{shell} cannot be started: {error.strerror}.") from error


def _environment() -> dict[str, str]:
    """What a command finds in its environment; where nothing is to be left, less keeps nothing."""
    return {**os.environ, "LESSHISTFILE": "-"} if traces.none_left() else dict(os.environ)


async def _ended(process: subprocess.Popen[bytes], written: IO[bytes] | None) -> int | None:
    """The status of a command that has ended; None when it stopped. Cancelling kills it."""
    look = os.WEXITED | os.WSTOPPED | os.WNOHANG | os.WNOWAIT
    try:
        while (found := os.waitid(os.P_PID, process.pid, look)) is None:
            if written is not None and _size(written) > KEPT:
                return _kill(process)
            await asyncio.sleep(PATIENCE)
    except asyncio.CancelledError:
        _kill(process)
        raise
    return None if found.si_code in (os.CLD_STOPPED, os.CLD_TRAPPED) else process.wait()


async def _in_front(process: subprocess.Popen[bytes], terminal: int) -> int:
    """The status of a command that has the terminal until it ends."""
    before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # we take it back from behind
    try:
        os.tcsetpgrp(terminal, process.pid)
        while True:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGCONT)
            status = await _ended(process, None)
            if status is not None:
                return status
            await asyncio.sleep(PATIENCE)  # there is no shell to put it into the background for
    finally:
        with suppress(OSError):
            os.tcsetpgrp(terminal, os.getpgrp())
        signal.signal(signal.SIGTTOU, before)


async def _let_read(terminal: int) -> None:
    """Keep what a command wrote on the terminal until it was read."""
    with suppress(OSError):
        os.write(terminal, b"\n[Enter goes back] ")
        await asyncio.to_thread(os.read, terminal, 1024)


@contextmanager
def _undisturbed(terminal: int | None) -> Iterator[None]:
    """A job behind the explorer that writes to the terminal is stopped before it does."""
    if terminal is None:
        yield
        return
    _let_write(terminal, False)
    try:
        yield
    finally:
        _let_write(terminal, True)


def _let_write(terminal: int, may: bool) -> None:
    with suppress(termios.error):
        modes = termios.tcgetattr(terminal)
        modes[3] = modes[3] & ~termios.TOSTOP if may else modes[3] | termios.TOSTOP
        termios.tcsetattr(terminal, termios.TCSANOW, modes)


def _kill(process: subprocess.Popen[bytes]) -> int:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def _size(written: IO[bytes]) -> int:
    return os.fstat(written.fileno()).st_size


def _read(written: IO[bytes]) -> str:
    written.seek(0)
    return written.read(KEPT).decode("utf-8", "replace")
