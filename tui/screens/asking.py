"""The query box of the list: what is typed is asked a moment later, Enter ends the last word.

While a word is being typed it also finds what begins with it, and what cannot be read yet is
left aside: errors are told after a pause. Enter and Esc go to the list and keep the query; Esc or
q there put it aside, and Up in the box has it again. Tab goes on with what was typed, and again
with the next of what it may become.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from textual import events
from textual.timer import Timer

from tui.desk import Latest
from tui.finding import Finding
from tui.screens.base import CommandScreen
from tui.views.lines import Run, fit, spread, width_of
from tui.views.query_box import QueryBox
from tui.widgets.pane import Bar

if TYPE_CHECKING:
    from corpus.article import Article

PAUSE = 0.12  # seconds after the last key before the archive is asked
SLOW = 0.4  # seconds after which it is said that the archive is being searched
PATIENCE = 0.9  # seconds after which what is typed is taken as meant, and its errors are told


class AskingScreen(CommandScreen):
    """A screen with a query box; `ask` shows what was found."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        self.cursor = 0
        self.box = QueryBox()
        self._pause: Timer | None = None
        self._opening = ("", "", 0)  # the list that the box was opened on: query, article, row
        self._steps: list[tuple[str, str, int]] = []  # the lists on the way to this one, likewise
        self._offers: list[str] = []  # what Tab goes through: whole queries
        self._offered = -1
        self.patient = False  # errors of what is typed are not told yet
        self._questions = Latest()
        self.slow = False  # an answer lets one wait

    def sentence_in(self, article: Article) -> int:
        """The sentence of the passage that is shown of the article."""
        hits = self.finding.hits
        passage = hits[self.cursor].snippet if self.cursor < len(hits) else None
        if passage is None:
            return -1
        from tui.views.citing import sentence_with

        return sentence_with(article, passage.text, min((a for a, _ in passage.spans), default=0))

    async def ask(self, article: str = "", row: int = 0) -> None:
        """Ask, and show what was found."""
        raise NotImplementedError

    def later(
        self, seconds: float, work: Callable[[], Coroutine[Any, Any, None]], group: str
    ) -> None:
        """Run a coroutine in the background in so many seconds."""
        self.set_timer(seconds, lambda: self.in_background(work(), group=group))

    def typed_into(self, event: events.Key) -> bool:
        """The query box: Up and Down walk through the history, Enter goes to the list."""
        if not self.box.active or event.key == "ctrl+p":
            return False
        if event.key == "tab" and self.finding.suggestion and self._pause is None:
            self.ask_for(self.finding.suggestion)
            return True
        if event.key == "tab" and self.box.field.text.strip():
            self._complete()
            return True
        self._offers = []
        match self.box.press(event.key, event.character):
            case "changed":
                self._changed()
            case "submitted":
                self.remember()
                self._finish()
            case "left" | "cancelled":
                self._finish()
            case _:
                self.tell_box()
        return True

    def _complete(self) -> None:
        """Go on with what was typed: what begins so, one after the other."""
        if self._offers:
            self._offered = (self._offered + 1) % len(self._offers)
            self._take_offer()
        else:
            self.in_background(self._completed(), group="complete")

    async def _completed(self) -> None:
        finding, typed = self.finding, self.box.field.text
        finding.query = typed
        if finding.completed != typed and not await finding.complete():
            return
        if not finding.completions:
            self.say("nothing in the archive begins so")
            return
        self._offers = [typed[: one.start] + one.text for one in finding.completions]
        self._offered = 0
        self._take_offer()

    def _take_offer(self) -> None:
        self.box.field.put(self._offers[self._offered])
        self._changed()

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
        self.patient = True
        self._pause = self.set_timer(PAUSE, self.ask_now)

    def _stepped(self, before: tuple[str, str, int]) -> None:
        """Note the list that another query was asked on: one step back leads there again."""
        query = self.finding.query.strip()
        if not query:
            self._steps.clear()  # this is the first list
        elif query != before[0]:
            self._steps.append(before)

    def _here(self) -> tuple[str, str, int]:
        return self.finding.query.strip(), self.current_id(), self.cursor

    def _finish(self) -> None:
        """The last word is whole now; ask again where that makes a difference."""
        self._stepped(self._opening)
        self.to_list()
        self.patient = False
        asked = self.finding.wanted
        self.finding.typing = False
        if self._pause is not None or asked != self.finding.wanted:
            self.waiting = True
            self.ask_now()

    def ask_now(self, article: str = "", row: int = 0) -> None:
        """Ask without waiting for another key; the cursor goes to the article, or to the row."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self.in_background(self._answer(article, row), group="query")

    async def _answer(self, article: str, row: int) -> None:
        number = self._questions.ask()
        waited = self.set_timer(SLOW, lambda: self._tell_slow(number, True))
        try:
            await self.ask(article, row)
        finally:
            waited.stop()
            self._tell_slow(number, False)
            self.arrived()
        if self.box.active and self.finding.typing and await self.finding.complete():
            self.tell_box()
        if self.patient:
            self.set_timer(PATIENCE, lambda typed=self.finding.query: self._lose_patience(typed))

    def _tell_slow(self, number: int, slow: bool) -> None:
        """Say that the answer to the last question is under way, or is here."""
        if self._questions.is_current(number) and self.slow != slow:
            self.slow = slow
            self.tell_box()

    def _lose_patience(self, typed: str) -> None:
        """Tell what is wrong with a query that nobody went on typing."""
        if self.patient and typed == self.finding.query:
            self.patient = False
            self.tell_top()

    def tell_top(self) -> None:
        """Show anew what stands above the list."""

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
        before = self._opening if self.box.active else self._here()
        self.finding.query, self.finding.typing = words, False
        self._stepped(before)
        self.box.field.put(words)
        self.remember()
        self.to_list()
        self.ask_now()

    def do_query(self) -> None:
        """Into the query box."""
        if not self.box.active:
            self._opening = self._here()
            self.box.remember(self.explorer.session.history)
        self.box.active = True
        self.tell_box()

    def do_pane(self) -> None:
        """From the list to the box."""
        self.do_query()

    def close_something(self) -> bool:
        """Put the query aside, where there is one: the list is the one before it again."""
        if not self.finding.query:
            return False
        self.remember()
        query, article, row = self._steps.pop() if self._steps else ("", "", 0)
        self.finding.query, self.finding.typing = query, False
        self.box.field.put(query)
        self.tell_box()
        if query:
            self.notice(f"one step back: {query}")
        else:
            self.notice(f"the query is put aside; {self.keycap('query')} and ↑ bring it back")
        self.ask_now(article, row)
        return True

    def do_back(self) -> None:
        """One step back: a query is a step."""
        if not self.close_something():
            super().do_back()

    def do_history(self) -> None:
        """Earlier queries, the newest first."""
        from tui.screens.narrowing import earlier

        self.in_background(self._asked_by(earlier(self)), group="query", opens=True)

    def do_within(self) -> None:
        """Ask for something more among what was found."""
        self.said_within("")

    def said_within(self, words: str) -> None:
        """The same with the words that are asked for; without any, a panel asks."""
        from tui.screens.narrowing import more

        self.in_background(self._asked_by(more(self, words)), group="query", opens=True)

    def do_saved(self) -> None:
        """The saved searches, with what is new."""
        from tui.screens.saving import saved

        self.in_background(saved(self), group="own", opens=True)

    def do_save(self) -> None:
        """Keep the query under a name."""
        self.said_save("")

    def said_save(self, name: str) -> None:
        """The same with the name; without one, a panel asks."""
        from tui.screens.saving import save

        self.in_background(save(self, name), group="own", opens=not name)

    def do_days(self) -> None:
        """The days of the hits; choosing some narrows the query to them."""
        from tui.screens.narrowing import narrow_to_days

        self.in_background(self._asked_by(narrow_to_days(self)), group="facets", opens=True)

    def do_facets(self) -> None:
        """Count by outlet, month and name, and narrow the query by one."""
        from tui.screens.narrowing import narrow

        self.in_background(self._asked_by(narrow(self)), group="facets", opens=True)

    async def _asked_by(self, panel: Coroutine[Any, Any, str | None]) -> None:
        """Ask the query that a panel gives back."""
        query = await panel
        if query is not None:
            self.ask_for(query)

    def _still_offered(self) -> bool:
        """Whether the ways to go on are for what is typed, or for its beginning."""
        completed = self.finding.completed
        return bool(completed) and self.box.field.text.startswith(completed)

    def tell_box(self) -> None:
        """Show the query, and how long it took or what Tab would do."""
        width, answer = self.app.size.width, self.finding.answer
        note = f"{answer.took_ms:.0f} ms" if answer is not None else ""
        if self.slow:
            note = "searching…"
        elif self.box.active and self.finding.suggestion:
            note = "Tab takes the spelling"
        elif self.box.active and self._still_offered():
            # The same words until new ones are there: a letter typed costs a letter.
            offers = "  ".join(one.text for one in self.finding.completions)
            note = f"Tab  {fit(offers, width // 2 - 8).rstrip()}" if offers else note
        slash = Run("/ ", "mark" if self.box.active else "dim")
        line = self.box.field.line(width - width_of(note) - 4, active=self.box.active)
        self.query_one("#query", Bar).put(spread((slash, *line), (Run(note, "dim"),), width))
