"""Lines of a stream with the bytes they were made of, one at a time.

Containers are read through this, so that a file of any size passes through a bounded memory
and every record keeps exactly its own bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from corpus.sources.decoding import mark

_CHUNK = 262_144


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end, as bytes and, in wide encodings, already as text.

    `data` is None when the line was longer than the limit and its bytes were let go.
    """

    number: int  # from 1
    data: bytes | None
    encoding: str | None  # known from the mark at the start of the stream, else None


def lines(stream: BinaryIO, *, limit: int) -> Iterator[Line]:
    """The lines of a stream, without its byte order mark; longer ones come without bytes."""
    head = stream.read(4)
    found = mark(head)
    encoding, skip = found if found is not None else (None, 0)
    end = "\n".encode(encoding) if encoding else b"\n"
    pending = bytearray(head[skip:])
    searched, number, overlong = 0, 0, False
    while True:
        stop = _end(pending, end, searched)
        if stop >= 0:
            number += 1
            data = bytes(pending[:stop])
            yield Line(number, None if overlong or len(data) > limit else data, encoding)
            del pending[:stop]
            searched, overlong = 0, False
            continue
        searched = max(0, len(pending) - len(end))
        if len(pending) > limit:  # keep nothing of it, but the alignment of wide characters
            overlong = True
            kept = len(pending) % len(end) + len(end)
            del pending[:-kept]
            searched = 0
        chunk = available(stream, _CHUNK)
        if not chunk:
            break
        pending += chunk
    if pending:
        yield Line(number + 1, None if overlong else bytes(pending), encoding)


def available(stream: BinaryIO, size: int) -> bytes:
    """What a stream has at hand, up to `size`; a slow pipe is not waited for to fill it."""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return read(size)


def _end(pending: bytearray, end: bytes, start: int) -> int:
    """Where the first line ends (behind its line end), or -1; wide ends only where aligned."""
    start -= start % len(end)
    while True:
        at = pending.find(end, start)
        if at < 0:
            return -1
        if at % len(end) == 0:
            return at + len(end)
        start = at + 1


def without_end(data: bytes, encoding: str | None) -> bytes:
    """A line's bytes without its line end."""
    for end in ("\n", "\r"):
        raw = end.encode(encoding or "ascii")
        if data.endswith(raw) and (len(data) - len(raw)) % len(raw) == 0:
            data = data[: -len(raw)]
    return data
