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
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from corpus.errors import ArchiveError

if TYPE_CHECKING:
    from index.archive import Archive

_LENGTH = 4  # bytes that say how long a message is
_HOME = Path(__file__).resolve().parent.parent


class NotComputed(ArchiveError):
    """The process that computes ended, or the question was cancelled."""


class Question(msgspec.Struct, array_like=True):
    """What is asked: the name of a piece of work and the articles it is about."""

    work: str
    ids: tuple[str, ...]


class Reply(msgspec.Struct, array_like=True):
    """What comes back: the answer as MessagePack, a sentence on what went wrong, or how far the
    work is (done, of how many) while the answer is still to come."""

    answer: bytes
    error: str | None = None
    progress: tuple[int, int] | None = None


Progress = Callable[[int, int], None]


def _telling(archive: Archive, sides: tuple[str, ...], progress: Progress) -> Any:
    """What the texts of two outlets or groups say: left, right, query."""
    from tui.config import read

    outlets = archive.outlets()
    pair = outlets.pair(*outlets.two(sides[0], sides[1], read().groups), sides[2])
    return outlets.telling(pair, progress)


LONG: dict[str, Callable[[Archive, tuple[str, ...], Progress], Any]] = {"telling": _telling}
"""What takes seconds and says how far it is."""

WORK: dict[str, Callable[[Archive, tuple[str, ...]], Any]] = {
    "counterparts": lambda archive, ids: archive.counterparts(ids[0]),
    "ledger": lambda archive, ids: archive.stories().ledger_of(ids),
    "disputed": lambda archive, _: archive.stories().listing().rows(None, "disputed", 0)[1],
    "entity": lambda archive, asked: archive.entities().page(asked[0], asked[1]),
    "places": lambda archive, asked: archive.entities().asked_places(*asked),
    "compare": lambda archive, ids: [archive.compare(ids[0], other) for other in ids[1:]],
}
"""What can be asked for: each takes the archive and ids, and gives values msgspec can write."""


class Compute:
    """The process, as the explorer sees it. Safe to use from several threads; one question is
    worked on at a time."""

    def __init__(self, archive_path: Path) -> None:
        self._path = archive_path
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = threading.Lock()

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
        with self._asking:
            process = self._running()
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                _send(process.stdin, msgspec.msgpack.encode(Question(work, tuple(ids))))
                reply = _reply(process.stdout, progress)
            except OSError:
                reply = None
            if reply is None:
                self._end(process)
                raise NotComputed("The computing process ended before it had an answer.")
        if reply.error is not None:
            raise NotComputed(reply.error)
        return msgspec.msgpack.decode(reply.answer, type=kind)

    def cancel(self) -> None:
        """Give up what is being worked on; whoever waits for it gets `NotComputed`."""
        process = self._process
        if process is not None and self._asking.locked():
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
                [sys.executable, "-P", "-m", "tui.compute", str(self._path)],
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


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(_LENGTH, "big") + message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """The next message, or None at the end of the pipe."""
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    message = pipe.read(length)
    return message if len(message) == length else None


def _reply(pipe: IO[bytes], progress: Progress | None) -> Reply | None:
    """The reply that ends a question; None at the end of the pipe."""
    while (said := _receive(pipe)) is not None:
        reply = msgspec.msgpack.decode(said, type=Reply)
        if reply.progress is None:
            return reply
        if progress is not None:
            progress(*reply.progress)
    return None


def serve(archive_path: Path, questions: IO[bytes], replies: IO[bytes]) -> None:
    """Answer questions until nobody asks any more: the explorer is gone."""
    from corpus.errors import BroadsheetError
    from index.archive import Archive

    while (message := _receive(questions)) is not None:
        question = msgspec.msgpack.decode(message, type=Question)
        try:
            with Archive.open(archive_path) as archive:  # anew: others may have written meanwhile
                answer = _worked(archive, question, replies)
            reply = Reply(msgspec.msgpack.encode(answer))
        except BroadsheetError as error:
            reply = Reply(b"", str(error))
        _send(replies, msgspec.msgpack.encode(reply))


def _worked(archive: Archive, question: Question, replies: IO[bytes]) -> Any:
    if question.work in LONG:

        def progress(done: int, of: int) -> None:
            _send(replies, msgspec.msgpack.encode(Reply(b"", None, (done, of))))

        return LONG[question.work](archive, question.ids, progress)
    return WORK[question.work](archive, question.ids)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)
