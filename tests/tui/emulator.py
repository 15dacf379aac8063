"""A terminal to replay output on: pyte, with what it lacks, and what a person sees of it."""

from __future__ import annotations

import re
from typing import Any

import pyte
from wcwidth import wcwidth

_UNKNOWN = re.compile(
    r"\x1b\[[?>=<][\d;]*[^\d;hl]\$?[a-z]?"  # private sequences other than set and reset mode
    r"|\x1b\[[?>=<]?[\d;]*\$p"
    r"|\x1b[P\]][^\x07\x1b]*(?:\x07|\x1b\\)"  # strings for the terminal: links, titles
)
SEEN_ON_BLANKS = ("underscore", "reverse", "strikethrough")


class Screen(pyte.Screen):  # type: ignore[misc]
    """Scrolls by SU and SD, and fills what is scrolled in with the ground."""

    def scroll_up(self, count: int = 1) -> None:
        """SU."""
        self._scroll(count or 1)

    def scroll_down(self, count: int = 1) -> None:
        """SD."""
        self._scroll(-(count or 1))

    def _scroll(self, by: int) -> None:
        margins = self.margins or pyte.screens.Margins(0, self.lines - 1)
        top, bottom = margins.top, margins.bottom + 1
        rows = [self.buffer[y] for y in range(top, bottom)]
        fresh = [self._bare() for _ in range(min(abs(by), len(rows)))]
        rows = [*rows[by:], *fresh] if by > 0 else [*fresh, *rows[:by]]
        for y, row in zip(range(top, bottom), rows, strict=True):
            self.buffer[y] = row
        self.dirty.update(range(top, bottom))

    def _bare(self) -> Any:
        row = type(self.buffer[0])(self.default_char)
        blank = self.default_char._replace(bg=self.cursor.attrs.bg)
        row.update(dict.fromkeys(range(self.columns), blank))
        return row

    def insert_lines(self, count: int = 1) -> None:
        """IL; pyte's own does not fill with the ground."""
        self._within_region(-(count or 1))

    def delete_lines(self, count: int = 1) -> None:
        """DL."""
        self._within_region(count or 1)

    def _within_region(self, by: int) -> None:
        before = self.margins
        margins = before or pyte.screens.Margins(0, self.lines - 1)
        self.margins = pyte.screens.Margins(self.cursor.y, margins.bottom)
        self._scroll(by)
        self.margins = before

    def set_margins(self, top: int | None = None, bottom: int | None = None) -> None:
        """DECSTBM, with the cursor going home as on a real one."""
        super().set_margins(top, bottom)
        self.cursor_position()


class Stream(pyte.Stream):  # type: ignore[misc]
    """Knows SU and SD."""

    csi = {**pyte.Stream.csi, "S": "scroll_up", "T": "scroll_down"}
    events = pyte.Stream.events | {"scroll_up", "scroll_down"}


class Terminal:
    """A terminal of a size; `feed` shows what is written, `cells` what can be seen."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = Screen(width, height)
        self.screen.reset_mode(pyte.modes.DECAWM >> 5, private=True)
        self.stream = Stream(self.screen)
        self.written = 0

    def feed(self, data: str) -> None:
        """Show what a program wrote."""
        self.written += len(data.encode())
        self.stream.feed(_UNKNOWN.sub("", data))

    def resize(self, width: int, height: int) -> None:
        """Another size."""
        self.screen.resize(height, width)

    def changed(self) -> set[int]:
        """The rows that something was written to since this was asked last."""
        rows = set(self.screen.dirty)
        self.screen.dirty.clear()
        return rows

    def cells(self) -> list[list[tuple[str, ...]]]:
        """Character and looks of every cell; of a blank only what is seen of it.

        Half of a wide character whose other half was written over is a blank, as on most
        terminals.
        """
        return [self.row(y) for y in range(self.screen.lines)]

    def row(self, y: int) -> list[tuple[str, ...]]:
        """The cells of one row."""
        line = self.screen.buffer[y]
        chars = [line[x] for x in range(self.screen.columns)]
        wide = [bool(char.data) and wcwidth(char.data[0]) == 2 for char in chars]
        for x, char in enumerate(chars):
            halved = wide[x] and (x + 1 == len(chars) or chars[x + 1].data)
            if halved or (not char.data and not (x and wide[x - 1])):
                chars[x] = char._replace(data=" ")
        return [_seen(char) for char in chars]

    def text(self) -> str:
        """The characters."""
        return "\n".join(line.rstrip() for line in self.screen.display)


def _seen(char: Any) -> tuple[str, ...]:
    bare = char.data in (" ", "") and not any(getattr(char, name) for name in SEEN_ON_BLANKS)
    if bare:
        return (char.data, char.bg)
    return tuple(str(value) for value in char)
