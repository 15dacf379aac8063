"""The query box of the list: what is typed is asked a moment later, Enter ends the last word.

While a word is being typed it also finds what begins with it. Esc brings back the query that
was there before; Tab takes a suggested spelling where there is one.
"""

from __future__ import annotations

from textual import events
from textual.timer import Timer

from tui.finding import Finding
from tui.screens.base import CommandScreen
from tui.views.lines import Run, spread
from tui.views.query_box import QueryBox
from tui.widgets.pane import Bar

PAUSE = 0.12  # seconds after the last key before the archive is asked


class AskingScreen(CommandScreen):
    """A screen with a query box; `ask` shows what was found."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        self.box = QueryBox()
        self._pause: Timer | None = None
        self._before = ""

    async def ask(self, article: str = "", row: int = 0) -> None:
        """Ask, and show what was found."""
        raise NotImplementedError

    def typed_into(self, event: events.Key) -> bool:
        """The query box: Up and Down walk through the history, Enter goes to the list."""
        if not self.box.active or event.key == "ctrl+p":
            return False
        if event.key == "tab" and self.finding.suggestion and self._pause is None:
            self.ask_for(self.finding.suggestion)
            return True
        match self.box.press(event.key, event.character):
            case "changed":
                self._changed()
            case "submitted":
                self.remember()
                self._finish()
            case "left":
                self._finish()
            case "cancelled":
                self._restore()
            case _:
                self.tell_box()
        return True

    def paste_into(self, text: str) -> bool:
        """A paste into the query box is a query."""
        if self.box.active:
            self.box.field.insert(text)
            self._changed()
        return self.box.active

    def _changed(self) -> None:
        """Find as one types, a moment after the last key."""
        self.tell_box()
        if self.box.field.text == self.finding.query:
            return
        self.finding.query, self.finding.typing = self.box.field.text, True
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.ask_now)

    def _finish(self) -> None:
        """The last word is whole now; ask again where that makes a difference."""
        self.to_list()
        asked = self.finding.to_ask
        self.finding.typing = False
        if self._pause is not None or asked != self.finding.to_ask:
            self.waiting = True
            self.ask_now()

    def _restore(self) -> None:
        """The query that was there before the box was entered."""
        self.to_list()
        changed = self.finding.query != self._before
        self.finding.query, self.finding.typing = self._before, False
        self.box.field.put(self._before)
        self.tell_box()
        if changed:
            self.ask_now()

    def ask_now(self) -> None:
        """Ask without waiting for another key."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self.in_background(self._answer(), group="query")

    async def _answer(self) -> None:
        try:
            await self.ask()
        finally:
            self.arrived()

    def to_list(self) -> None:
        self.box.active = False
        self.tell_box()
        self.tell()

    def remember(self) -> None:
        """Keep the query in the history."""
        self.explorer.session.remember(self.finding.query)
        self.box.remember(self.explorer.session.history)

    def ask_for(self, words: str) -> None:
        """Put words into the query box and look for them."""
        self.finding.query, self.finding.typing = words, False
        self.box.field.put(words)
        self.remember()
        self.to_list()
        self.ask_now()

    def do_query(self) -> None:
        """Into the query box."""
        self.box.active = True
        self._before = self.finding.query
        self.tell_box()

    def do_pane(self) -> None:
        """From the list to the box."""
        self.do_query()

    def close_something(self) -> bool:
        """Take the query away."""
        if not self.finding.query:
            return False
        self.box.field.put("")
        self.finding.query = ""
        self.tell_box()
        self.ask_now()
        return True

    def tell_box(self) -> None:
        """Show the query, and how long it took or what Tab would do."""
        width, answer = self.app.size.width, self.finding.answer
        note = f"{answer.took_ms:.0f} ms" if answer is not None else ""
        if self.box.active and self.finding.suggestion:
            note = "Tab takes the spelling"
        slash = Run("/ ", "mark" if self.box.active else "dim")
        line = self.box.field.line(width - len(note) - 4, active=self.box.active)
        self.query_one("#query", Bar).put(spread((slash, *line), (Run(note, "dim"),), width))
