"""The list of outlets: how much there is of each; two of them are chosen to lie side by side.

Coming from an article or a story, its outlet is A already, and the outlets that report the same
event stand first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from corpus.errors import BroadsheetError
from tui import commands
from tui.places import OutletsPlace, found_again
from tui.screens.narrowed_by import asked_for
from tui.screens.one_list import ListOfRows
from tui.views.lines import EMPTY, Line, Run, counted, place, rule, shown, spread
from tui.views.outlet_list import (
    ORDERS,
    ORDERS_TOLD,
    Listed,
    list_heads,
    list_line,
    listed,
    nameless,
)
from tui.widgets.pane import Bar, Pane

if TYPE_CHECKING:
    from index.archive import Archive
    from index.coverage.result import OutletRow


class OutletsScreen(ListOfRows):
    """All outlets; `article` is where one comes from."""

    KIND = commands.OUTLETS

    def __init__(self, article: str = "", place: OutletsPlace | None = None) -> None:
        super().__init__()
        kept = place or OutletsPlace()
        self.article = article
        self.query_text = kept.query
        self.order = kept.order if kept.order in ORDERS else ORDERS[0]
        self.found: list[OutletRow] = []
        self.near: tuple[str, ...] = ()
        self.rows: list[Listed] = []
        self.left = kept.left  # the outlet that is A
        self.cursor = max(0, kept.row)
        self._named = kept.outlet  # to stand on, until the list is there

    def on_mount(self) -> None:
        """Ask for the outlets."""
        self._tell_head()
        self.load(lambda: self._ask(self.query_text))

    def place(self) -> OutletsPlace:
        """Query, order, A and row."""
        return OutletsPlace(
            query=self.query_text, row=self.cursor, order=self.order, left=self.left,
            outlet=self.rows[self.cursor].name if self.rows else self._named,
        )  # fmt: skip

    async def _ask(self, query: str) -> None:
        self.waiting = True
        try:
            archive, article = self.explorer.archive, self.article
            near, found = await self.explorer.threads.query(
                lambda: (
                    _near(archive, article) if article else (),
                    archive.outlets().all(query),
                )
            )
            if not self.is_mounted:
                return
            self.query_text, self.found, self.near = query, found, near
            if near and not self.left:
                self._arrange()
                self.left = self.rows[0].name if self.rows else ""
                self.cursor = min(1, max(0, len(self.rows) - 1))
            self.waiting = False
            self._arrange()
        finally:
            self.arrived()

    def _arrange(self) -> None:
        here = self.rows[self.cursor].name if self.rows else self._named
        self.rows = listed(self.found, self.explorer.settings.groups, self.near, self.order)
        self.cursor = found_again([one.name for one in self.rows], here, self.cursor)
        self._show()

    def _show(self) -> None:
        pane = self.query_one("#list", Pane)
        if self.rows:
            pane.show(len(self.rows), self._line)
            pane.reveal(self.cursor, self.cursor)
        elif not self.waiting:
            why = commands.key("why", commands.READER)
            told = f"no outlet is known here; {why} in the reader sets one"
            pane.show_lines([EMPTY, (Run(f"   {told}", "dim"),)])
        self._tell_head()
        self.tell()

    def _line(self, number: int) -> Line:
        one, most = self.rows[number], max(each.row.articles for each in self.rows)
        return list_line(
            one, most, self.app.size.width, here=number == self.cursor,
            letter="A" if one.name == self.left else "",
        )  # fmt: skip

    def _tell_head(self) -> None:
        width = self.app.size.width
        about = f"  / {shown(self.query_text)}" if self.query_text else ""
        told = counted(sum(not one.group for one in self.rows), "outlet")
        near = sum(one.near for one in self.rows)
        told += f", the first {near} of the event" if near > 1 else ""
        without = nameless(self.found)
        if without:
            told += f", {counted(without, 'article')} of no known outlet"
        self.query_one("#head", Bar).put(
            spread((Run("OUTLETS", "masthead"), Run(about, "strong")), (Run(told, "dim"),), width),
            list_heads(width),
            self.way_rule(),
        )
        self.query_one("#foot-rule", Bar).put(rule(width))

    def status(self) -> tuple[Line, Line]:
        """What is to be done next, and where one is."""
        if not self.rows and self.waiting:
            return (Run("counting", "dim"),), ()
        at = place(self.cursor + 1, len(self.rows)) if self.rows else "no outlets"
        if self.left:
            preset = " (of the article)" if self.near and self.left == self.near[0] else ""
            said = f"A {shown(self.left)}{preset}; Enter: B"
            said += f", {self.keycap('close')}: no A" * bool(preset)
        else:
            said = "Enter chooses A, then B"
        return (Run(said),), (Run(at, "dim"),)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the lines out for the new width."""
        self.call_after_refresh(self._show)

    def do_open(self) -> None:
        """Choose A, or lay this outlet beside it."""
        if not self.rows:
            return
        name = self.rows[self.cursor].name
        if len(self.rows) == 1:
            self._notice = "this is the only outlet here; two are needed side by side"
        elif not self.left:
            self.left = name
            self._show()
        elif name == self.left:
            self._notice = f"{shown(name)} is A; choose another outlet for B"
        else:
            names = [one.name for one in self.rows]
            self.explorer.open_two_outlets(self.left, name, self.query_text, names)

    def do_mark(self) -> None:
        """Take the outlet for A, or take it away."""
        if self.rows:
            name = self.rows[self.cursor].name
            self.left = "" if self.left == name else name
            self._show()

    def close_something(self) -> bool:
        """Take A away, and forget where one came from."""
        if not self.left:
            return False
        self.left, self.article, self.near = "", "", ()
        self._arrange()
        return True

    def do_order(self) -> None:
        """The next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._notice = ORDERS_TOLD[self.order]
        self._arrange()

    def do_query(self) -> None:
        """Only what a query finds."""
        self.in_background(self._narrow(), group="query", opens=True)

    async def _narrow(self) -> None:
        typed = await asked_for(self, "only the articles found", self.query_text, "counts all")
        if typed is not None:
            await self._ask(typed)

    def do_outlets(self) -> None:
        """One is here."""

    def reload(self) -> None:
        """Ask anew."""
        self.in_background(self._ask(self.query_text), group="ask")


def _near(archive: Archive, article: str) -> tuple[str, ...]:
    """The outlet of an article, then those that report the same event."""
    try:
        stories = archive.stories()
        reports = stories.listing().reports(stories.resolve(article))
        own = archive.get(article).article.outlet
    except BroadsheetError:
        return ()
    if own is None:
        return ()
    return tuple(dict.fromkeys((own, *(one.outlet for one in reports if one.outlet))))
