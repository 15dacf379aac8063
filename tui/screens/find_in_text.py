"""Finding words in an open article: a field in the status line, marks as one types."""

from __future__ import annotations

from textual import events

from tui.screens.lensed import LensedScreen
from tui.views.query_box import QueryBox


class FindScreen(LensedScreen):
    """A screen with a field for words to find; `find` marks them, `take_off` marks nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QueryBox()

    def find(self, words: str) -> None:
        """Mark words."""
        raise NotImplementedError

    def take_off(self) -> None:
        """Mark nothing."""
        raise NotImplementedError

    def do_find(self) -> None:
        """Ask for words to find."""
        self.box = QueryBox()
        self.box.active = True

    def typed_into(self, event: events.Key) -> bool:
        """Mark what is found as it is typed; Enter goes to the first place."""
        if not self.box.active:
            return False
        match self.box.press(event.key, event.character):
            case "changed":
                self.find(self.box.field.text)
            case "submitted":
                self.step(1)
            case "cancelled":
                self.take_off()
        self.tell()
        return True

    def paste_into(self, text: str) -> bool:
        """A paste while words are asked for is what to find."""
        if self.box.active:
            self.box.field.insert(text)
            self.find(self.box.field.text)
            self.tell()
        return self.box.active
