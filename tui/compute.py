"""A process beside the explorer for work in pure Python that takes longer than a frame.

A busy Python thread makes the screen stutter, so what holds one article against many is asked
of a process of its own, started anew (never forked) when it is first needed. A question that
nobody waits for any more is cancelled by ending the process; the next one starts another.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from corpus.errors import ArchiveError

if TYPE_CHECKING:
    from tui.computing import Progress, Reply

_HOME = Path(__file__).resolve().parent.parent


class NotComputed(ArchiveError):
    """The process that computes ended, or the question was cancelled."""


class Compute:
    """The process, as the explorer sees it. Safe to use from several threads; one question is
    worked on at a time."""

    def __init__(self, archive_path: Path) -> None:
        self._path = archive_path
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = threading.Lock()
        self._work = ""  # what is worked on

    @property
    def pid(self) -> int | None:
        """The process, while one runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def another(self) -> Compute:
        """A process of one's own for long work, so that short questions need not wait."""
        return Compute(self._path)

    def ask(
        self, work: str, ids: Sequence[str], kind: Any, progress: Progress | None = None
    ) -> Any:
        """The answer to a question, decoded as `kind`. Blocks; raises `NotComputed` when the
        process ends or `cancel` is called meanwhile, and when the work failed. `progress` hears
        (done, of how many) in this thread."""
        from tui.computing import Question, read, send, written  # not for the first picture

        with self._asking:
            process, self._work = self._running(), work
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                send(process.stdin, written(Question(work, tuple(ids))))
                reply = _reply(process.stdout, progress)
            except OSError:
                reply = None
            if reply is None:
                self._end(process)
                raise NotComputed("The computing process ended before it had an answer.")
        if reply.error is not None:
            raise NotComputed(reply.error)
        return read(reply.answer, type=kind)

    def cancel(self, work: str = "") -> None:
        """Give up what is being worked on, or only `work` of that name; whoever waits for it gets
        `NotComputed`."""
        process = self._process
        if process is not None and self._asking.locked() and work in ("", self._work):
            with suppress(OSError):
                process.kill()

    def stop(self) -> None:
        """End the process, if one runs."""
        self.cancel()
        with self._asking:
            if self._process is not None:
                self._end(self._process)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            paths = [str(_HOME), os.environ.get("PYTHONPATH", "")]
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "tui.computing", str(self._path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if os.environ.get("BROADSHEET_DEBUG") == "1" else subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in paths if p)},
                start_new_session=True,  # Ctrl-C at the terminal is for the explorer
            )
        return self._process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(OSError):
            process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process = None


def _reply(pipe: IO[bytes], progress: Progress | None) -> Reply | None:
    """The reply that ends a question; None at the end of the pipe."""
    from tui.computing import Reply, read, receive

    while (said := receive(pipe)) is not None:
        reply: Reply = read(said, type=Reply)
        if reply.progress is None:
            return reply
        if progress is not None:
            progress(*reply.progress)
    return None
