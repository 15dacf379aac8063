"""What stands behind a number: the articles it counts, and in them the sentences.

Articles are read some dozens at a time, A's and B's in turn, when the cursor comes near the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from tui import commands
from tui.screens.base import CommandScreen
from tui.views.days import span_of_days
from tui.views.evidence import Evidence
from tui.views.lines import Line, Run, clip, counted, place, rule, shown, spread
from tui.views.outlet_rows import Behind, LeftRight
from tui.views.way import way_here
from tui.widgets.pane import Bar, Pane

if TYPE_CHECKING:
    from index.coverage.result import Pair

PART = 40  # articles that are read at a time; a millisecond each
NEAR = 10  # sentences before the end from which on more are read


class EvidenceScreen(CommandScreen):
    """The sentences behind one number of two outlets."""

    KIND = commands.EVIDENCE
    crumb = "evidence"

    def __init__(self, behind: Behind, pair: Pair) -> None:
        super().__init__()
        self.behind, self.pair = behind, pair
        self.evidence = Evidence()
        self._parts = _parts(behind)
        self._around = behind.around

    def compose(self) -> ComposeResult:
        """Head, sentences, status."""
        yield Bar(id="head")
        yield Pane(id="list")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Read the first articles."""
        self._show()
        self.in_background(self._more(first=True), group="more")

    async def _more(self, *, first: bool = False) -> None:
        """Read the next articles; at first some of either side."""
        self.waiting = True
        try:
            for _ in range(2 if first else 1):
                await self._part()
            if self.is_mounted:
                self._show()
        finally:
            self.arrived()

    async def _part(self) -> None:
        archive, sought = self.explorer.archive, self.behind.sought
        if self._parts:
            side, at, ids = self._parts.pop(0)
            every = getattr(self.behind, side)
            found = await self.explorer.threads.query(lambda: archive.outlets().opened(ids, sought))
            self.evidence.add(side, found, self._heading(side, at, len(ids), len(every)))
        elif self._around is not None:
            side, begin, end = self._around
            self._around = None
            party = getattr(self.pair, side).party
            around = await self.explorer.threads.query(
                lambda: archive.outlets().between(party, begin, end)
            )
            heading = (
                f"not found in {shown(party.name)} {span_of_days(begin, end)}, when the archive "
                f"has {counted(len(around), 'article')} of it"
            )
            ids = tuple(around[:PART])
            self.evidence.add(
                side,
                await self.explorer.threads.query(lambda: archive.outlets().opened(ids)),
                heading + (":" if around else ""),
            )
            self._parts = _cut(side, tuple(around), PART)

    def _heading(self, side: LeftRight, at: int, here: int, of: int) -> str:
        name = shown(getattr(self.pair, side).party.name)
        if self.behind.around is not None and side == self.behind.around[0]:
            return ""
        some = f"{at + 1:,}–{at + here:,} of " if here < of else ""
        return f"{'A' if side == 'left' else 'B'} {name}: {some}{counted(of, 'article')}"

    @property
    def _open_ended(self) -> bool:
        return bool(self._parts) or self._around is not None

    def _show(self) -> None:
        width = self.app.size.width
        pair = self.pair
        about = f"  A {shown(pair.left.party.name)} | B {shown(pair.right.party.name)}"
        query = (Run(f"/ {shown(pair.query)}", "strong"),) if pair.query else ()
        self.query_one("#head", Bar).put(
            spread((Run("OUTLETS", "masthead"), Run(about, "dim")), query, width),
            clip(
                (
                    Run(" › ".join(way_here(self.explorer.way())) + " › ", "dim"),
                    Run(shown(self.behind.told), "strong"),
                ),
                width,
            ),
            rule(width, "━"),
        )
        self.query_one("#foot-rule", Bar).put(rule(width))
        pane = self.query_one("#list", Pane)
        pane.show_lines(self.evidence.lines(width))
        first, last = self.evidence.place(width)
        pane.reveal(max(0, first - 1), last)
        self.tell()

    def status(self) -> tuple[Line, Line]:
        """Where one is."""
        if not self.evidence.spots:
            return (Run("reading" if self.waiting else "nothing to show", "dim"),), ()
        at = place(self.evidence.at + 1, len(self.evidence.spots))
        more = "more is read as one goes on" if self._open_ended else ""
        return (Run(at),), (Run(more, "dim"),)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the lines out for the new width."""
        self.call_after_refresh(self._show)

    def move(self, by: int) -> None:
        """Move by sentences."""
        if self.evidence.spots:
            self.evidence.move(by)
            self._moved()

    def _moved(self) -> None:
        self._show()
        near = self.evidence.at >= len(self.evidence.spots) - NEAR
        if near and self._open_ended and not self.waiting:
            self.in_background(self._more(), group="more")

    def page_height(self) -> int:
        """Sentences on a page, about."""
        return max(1, self.query_one("#list", Pane).size.height // 3)

    def on_pane_pressed(self, event: Pane.Pressed) -> None:
        """A mouse press moves to a sentence; on the cursor it opens."""
        at = self.evidence.at_line(event.number, self.app.size.width)
        if at == self.evidence.at:
            self.action_do("open")
        elif at is not None:
            self.move(at - self.evidence.at)
            self.tell()

    def _step(self, by: int) -> None:
        if not self.evidence.step_article(by):
            self._notice = f"no {'further' if by > 0 else 'earlier'} article"
        self._moved()

    def do_next(self) -> None:
        """The next article."""
        self._step(1)

    def do_previous(self) -> None:
        """The previous article."""
        self._step(-1)

    def current_id(self) -> str:
        """The article under the cursor."""
        here = self.evidence.current
        return here.article.id if here is not None else ""

    def do_open(self) -> None:
        """Read the sentence in its article."""
        here = self.evidence.current
        if here is None:
            return
        self.explorer.open_sentence(here.article.id, here.sentence)


Part = tuple[LeftRight, int, tuple[str, ...]]


def _parts(behind: Behind) -> list[Part]:
    """The articles in parts, A's and B's in turn."""
    ours, theirs = _cut("left", behind.left), _cut("right", behind.right)
    found = []
    for at in range(max(len(ours), len(theirs))):
        found += [*ours[at : at + 1], *theirs[at : at + 1]]
    return found


def _cut(side: LeftRight, ids: tuple[str, ...], begin: int = 0) -> list[Part]:
    return [(side, at, ids[at : at + PART]) for at in range(begin, len(ids), PART)]
