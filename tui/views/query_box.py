"""A text field that one enters and leaves: with Enter, Esc, Tab, and a history of its own."""

from __future__ import annotations

from typing import Literal

from tui.session import History
from tui.views.field import Field

Outcome = Literal["changed", "submitted", "left", "cancelled", "edited", "ignored"]


class QueryBox:
    """A field with what happened to it last told by `press`."""

    def __init__(self, text: str = "", history: list[str] | None = None) -> None:
        self.field = Field(text)
        self.active = False
        self._history = History(history or [])

    def remember(self, history: list[str]) -> None:
        """Begin anew at the newest of the history."""
        self._history = History(history)

    def press(self, key: str, character: str | None) -> Outcome:
        """Take a key. "ignored" keys are none of the field's."""
        match key:
            case "enter":
                self.active = False
                return "submitted"
            case "escape":
                self.active = False
                return "cancelled"
            case "tab":
                self.active = False
                return "left"
            case "up":
                return self._put(self._history.older(self.field.text)) or "edited"
            case "down":
                newer = self._put(self._history.newer())
                self.active = newer is not None
                return newer or "left"
        before = self.field.text
        if not self.field.press(key, character):
            return "ignored"
        if self.field.text == before:
            return "edited"
        self._history.leave()
        return "changed"

    def _put(self, text: str | None) -> Outcome | None:
        if text is None:
            return None
        self.field.put(text)
        return "changed"
