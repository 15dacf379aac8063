"""A line of text being typed: the characters, the cursor, and the keys that edit them.

A plain object; keys are handled at once and in order, so that nothing typed ahead is lost.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

from tui.views.lines import Line, Run, shown

_WORD_LEFT = re.compile(r"\S+\s*$")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # also controls: never typed
_DELETING = ("backspace", "ctrl+h", "delete", "ctrl+d", "ctrl+u", "ctrl+w")


class Field:
    """Text with a cursor. An `offered` text is taken as it is, or gives way to what is typed."""

    def __init__(self, text: str = "", *, offered: bool = False) -> None:
        self.text = text
        self.cursor = len(text)
        self.offered = offered and bool(text)

    def put(self, text: str) -> None:
        """Replace everything; the cursor goes to the end."""
        self.text = text
        self.cursor = len(text)
        self.offered = False

    def insert(self, text: str) -> None:
        """Insert at the cursor; a pasted text becomes one line."""
        if self.offered:
            self.put("")
        text = _BREAKS.sub(" ", text)
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def press(self, key: str, character: str | None) -> bool:
        """Edit by a key; False when the key is not one that edits."""
        if self.offered and key in _DELETING:
            self.put("")
            return True
        text, at = self.text, self.cursor
        match key:
            case "backspace" | "ctrl+h":
                self.text, self.cursor = text[: max(0, at - 1)] + text[at:], max(0, at - 1)
            case "delete" | "ctrl+d":
                self.text = text[:at] + text[at + 1 :]
            case "left" | "ctrl+b":
                self.cursor = max(0, at - 1)
            case "right" | "ctrl+f":
                self.cursor = min(len(text), at + 1)
            case "home" | "ctrl+a":
                self.cursor = 0
            case "end" | "ctrl+e":
                self.cursor = len(text)
            case "ctrl+u":
                self.text, self.cursor = text[at:], 0
            case "ctrl+k":
                self.text = text[:at]
            case "ctrl+w":
                kept = _WORD_LEFT.sub("", text[:at])
                self.text, self.cursor = kept + text[at:], len(kept)
            case _:
                if character is None or not character.isprintable():
                    return False
                self.insert(character)
        self.offered = False
        return True

    def line(self, width: int, *, active: bool) -> Line:
        """The text in `width` cells, shifted so that the cursor is seen."""
        before, after = shown(self.text[: self.cursor]), shown(self.text[self.cursor :])
        before = before[-2 * width :]
        while before and cell_len(before) > width - 2:
            before = before[1:]
        if not active:
            return (Run(before + after),)
        if self.offered:
            return (Run(before + after, "current"), Run(" "))
        return (Run(before), Run(after[:1] or " ", "current"), Run(after[1:]))
