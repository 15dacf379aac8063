"""What the process beside the explorer does: questions come in on one pipe, answers go out.

`python -m tui.computing ARCHIVE` is started by `tui.compute`, which shares the messages' form.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from corpus.ledger.result import Ledger
    from index.archive import Archive

_LENGTH = 4  # bytes that say how long a message is

Progress = Callable[[int, int], None]

read = msgspec.msgpack.decode
written = msgspec.msgpack.encode


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


def _telling(archive: Archive, sides: tuple[str, ...], progress: Progress) -> Any:
    """What the texts of two outlets or groups say: left, right, query."""
    from tui.config import read

    outlets = archive.outlets()
    pair = outlets.first_look(*outlets.two(sides[0], sides[1], read().groups), sides[2])
    return outlets.telling(pair, progress)


def _pair(archive: Archive, sides: tuple[str, ...], progress: Progress) -> Any:
    """Two outlets or groups held against each other: left, right, query."""
    from tui.config import read

    outlets = archive.outlets()
    return outlets.pair(*outlets.two(sides[0], sides[1], read().groups), sides[2], progress)


def _ledger(archive: Archive, asked: tuple[str, ...], progress: Progress) -> Ledger:
    """The ledger of the articles behind the blank, with those before it rather than others."""
    blank = asked.index("")
    return archive.stories().ledger_of(asked[blank + 1 :], asked[:blank], progress)


LONG: dict[str, Callable[[Archive, tuple[str, ...], Progress], Any]] = {
    "pair": _pair,
    "telling": _telling,
    "ledger": _ledger,
}
"""What takes seconds and says how far it is."""

WORK: dict[str, Callable[[Archive, tuple[str, ...]], Any]] = {
    "counterparts": lambda archive, ids: archive.counterparts(ids[0]),
    "disputed": lambda archive, _: archive.stories().listing().rows(None, "disputed", 0)[1],
    "entity": lambda archive, asked: archive.entities().page(asked[0], asked[1]),
    "places": lambda archive, asked: archive.entities().asked_places(*asked),
    "compare": lambda archive, ids: [archive.compare(ids[0], other) for other in ids[1:]],
}
"""What can be asked for: each takes the archive and ids, and gives values msgspec can write."""


def send(pipe: IO[bytes], message: bytes) -> None:
    """Send a message."""
    pipe.write(len(message).to_bytes(_LENGTH, "big") + message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next message, or None at the end of the pipe."""
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    message = pipe.read(length)
    return message if len(message) == length else None


def serve(archive_path: Path, questions: IO[bytes], replies: IO[bytes]) -> None:
    """Answer questions until nobody asks any more: the explorer is gone."""
    from corpus.errors import BroadsheetError
    from index.archive import Archive

    while (message := receive(questions)) is not None:
        question = read(message, type=Question)
        try:
            with Archive.open(archive_path) as archive:  # anew: others may have written meanwhile
                answer = _worked(archive, question, replies)
            reply = Reply(written(answer))
        except BroadsheetError as error:
            reply = Reply(b"", str(error))
        send(replies, written(reply))


def _worked(archive: Archive, question: Question, replies: IO[bytes]) -> Any:
    if question.work in LONG:

        def progress(done: int, of: int) -> None:
            send(replies, written(Reply(b"", None, (done, of))))

        return LONG[question.work](archive, question.ids, progress)
    return WORK[question.work](archive, question.ids)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)
