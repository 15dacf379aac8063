"""Pastes, taken out of a terminal's input before anything in them can be read as a key.

Text as it arrives goes in; keys and whole pastes come out. A bracketed paste may hold escape
characters, even the mark that ends one: everything up to the last end mark of a burst is the
paste, and it reaches nobody as anything but a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message

START, END = "\x1b[200~", "\x1b[201~"
SETTLE = 0.05  # seconds of silence after an end mark before the paste is whole
UNSURE = 2.0  # seconds in which the rest of a start mark that was cut in two is still one


def part_of(mark: str, data: str) -> int:
    """How many characters at the end of `data` may be the beginning of `mark`."""
    for size in range(min(len(mark) - 1, len(data)), 0, -1):
        if data.endswith(mark[:size]):
            return size
    return 0


class PasteParser(XTermParser):
    """Reads keys as the terminal library does, and pastes by itself."""

    def __init__(self, debug: bool = False, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._begun = ""  # what may be the beginning of a start mark
        self._let_go = ""  # such a beginning that was taken for keys after all
        self._let_go_at = 0.0
        self._paste: list[str] | None = None  # what a paste that has begun holds so far
        self._tail = ""  # its last characters
        self._deadline: float | None = None
        super().__init__(debug)

    @property
    def pending(self) -> bool:
        """Whether something waits for time to pass."""
        return self._deadline is not None

    def feed(self, data: str) -> Iterable[Message]:
        """What arrived, as messages; an empty text ends the input."""
        if not data:
            yield from self._finish()
            yield from super().feed(data)
            return
        if self._paste is None:
            yield from self._outside(data)
        else:
            self._inside(data)

    def tick(self) -> Iterable[Message]:
        """What has become certain because nothing more came."""
        if self._deadline is not None and self._clock() >= self._deadline:
            if self._paste is not None:
                yield from self._finish()
            else:
                yield from self._release()
        yield from super().tick()

    def _outside(self, data: str) -> Iterator[Message]:
        if self._let_go and self._deadline is None:
            rest = START[len(self._let_go) :]
            late = self._clock() - self._let_go_at > UNSURE
            if data.startswith(rest) and not late:
                data = START + data[len(rest) :]
            self._let_go = ""
        data, self._begun, self._deadline = self._begun + data, "", None
        before, mark, after = data.partition(START)
        if mark:
            if before:
                yield from super().feed(before)
            self._paste, self._tail = [], ""
            self._inside(after)
            return
        held = part_of(START, data)
        if held < len(data):
            yield from super().feed(data[: len(data) - held])
        if held:
            self._begun = data[len(data) - held :]
            self._deadline = self._clock() + constants.ESCAPE_DELAY

    def _release(self) -> Iterator[Message]:
        """No start mark after all: Esc, or another key that begins like one."""
        begun, self._begun, self._deadline = self._begun, "", None
        self._let_go, self._let_go_at = begun, self._clock()
        yield from super().feed(begun)
        self._timeout_time = 0.0  # it has waited already
        yield from super().tick()

    def _inside(self, data: str) -> None:
        assert self._paste is not None
        self._paste.append(data)
        recent = self._tail + data
        self._tail = recent[1 - len(END) :]
        if END in recent or self._deadline is not None:
            self._deadline = self._clock() + SETTLE

    def _finish(self) -> Iterator[Message]:
        """The paste is whole; what follows its last end mark are keys."""
        if self._paste is None:
            return
        text, ended, after = "".join(self._paste).rpartition(END)
        if not ended:
            text, after = after, ""
        self._paste = self._deadline = None
        for mark in (START, END, "\0"):
            text = text.replace(mark, "")
        yield events.Paste(text)
        if after:
            yield from self._outside(after)
