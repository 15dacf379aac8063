"""The list of stories: what happened, when, and how many outlets reported it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, get_args

from textual import events

from corpus.errors import BroadsheetError
from tui import commands
from tui.places import StoriesPlace
from tui.screens.narrowed_by import asked_for
from tui.screens.one_list import ListOfRows
from tui.views.lines import EMPTY, Line, Run, counted, place, rule, shown, spread
from tui.views.stories import ORDERS, SORTS_TOLD, list_head, one_year, story_line, told_of
from tui.widgets.pane import Bar, Pane

if TYPE_CHECKING:
    from index.archive import Archive
    from index.stories.listing import StoryRow, StorySort
    from tui.compute import Compute

AT_ONCE = 1_000  # articles that are grouped while somebody waits for the list
PAGE = 200  # stories spelt out at a time


class StoriesScreen(ListOfRows):
    """All stories, or those of the articles that a query finds."""

    KIND = commands.STORIES

    def __init__(self, place: StoriesPlace | None = None) -> None:
        super().__init__()
        place = place or StoriesPlace()
        self.query_text = place.query
        self.sort: StorySort = _sort(place.sort)
        self.rows: list[StoryRow] = []
        self._year = ""  # that of all rows, where they are of one
        self.total = 0
        self.ungrouped = 0
        self.outdated = False
        self.cursor = place.row
        self._story = place.story  # to stand on, where it is among those asked for

    def on_mount(self) -> None:
        """Ask for the stories."""
        self._tell_head()
        self.load(lambda: self._ask(max(PAGE, self.cursor + 1), self._story))

    def place(self) -> StoriesPlace:
        """Query, order and row."""
        story = self.current_id() or self._story
        return StoriesPlace(query=self.query_text, row=self.cursor, sort=self.sort, story=story)

    async def _ask(self, limit: int, story: str = "", *, anew: bool = False) -> None:
        """Ask for so many stories, and for those before `story`; the cursor comes to stand on it,
        `anew` on the first."""
        self.waiting = True
        try:
            archive, query, sort = self.explorer.archive, self.query_text, self.sort
            compute = self.explorer.compute
            found = await self.explorer.threads.article(
                lambda: _asked(archive, query, sort, limit, compute, story)
            )
            if self.is_mounted and (query, sort) == (self.query_text, self.sort):
                before, self._story = self.current_id(), ""
                self.rows, self.total, self.ungrouped, self.outdated = found
                here = before or story  # who moved on stays there
                self.cursor = 0 if anew else _row_of(self.rows, here, self.cursor)
                self._show()
        finally:
            self.arrived()

    def _show(self) -> None:
        pane, self._year = self.query_one("#list", Pane), one_year(self.rows)
        if self.rows:
            pane.show(len(self.rows), self._line)
            pane.reveal(self.cursor, self.cursor)
        else:
            pane.show_lines([EMPTY, *((Run(f"   {said}", "dim"),) for said in self._why_empty())])
        self._tell_head()
        self.tell()

    def _why_empty(self) -> list[str]:
        """What takes the place of stories, and what can be done."""
        if self.query_text:
            return ["no article answers this query, so there is no story to list",
                    f"{self.keycap('query')} changes the query, {self.keycap('close')} takes "
                    "it off"]  # fmt: skip
        return ["no stories: there are no articles yet", "broadsheet add FOLDER takes some in"]

    def close_something(self) -> bool:
        """Take the query off."""
        if not self.query_text:
            return False
        self.query_text = ""
        self.in_background(self._ask(PAGE, anew=True), group="ask")
        return True

    def _line(self, number: int) -> Line:
        width = self.query_one("#list").size.width
        return story_line(self.rows[number], width, here=number == self.cursor, year=self._year)

    def _tell_head(self) -> None:
        width = self.app.size.width
        about = f"  of {shown(self.query_text)}" if self.query_text else ""
        left = (Run("STORIES", "masthead"), Run(about, "strong"))
        told = counted(self.total, "story", "stories") if self.rows else ""
        if self.ungrouped:
            told += f", {counted(self.ungrouped, 'article')} not grouped: run broadsheet stories"
        elif self.outdated:
            told += ", grouped by older rules: run broadsheet stories"
        self.query_one("#head", Bar).put(
            spread(left, (Run(told, "dim"),), width),
            list_head(width, year=self._year) if self.rows else EMPTY,
            self.way_rule(),
        )
        self.query_one("#foot-rule", Bar).put(rule(width))

    def status(self) -> tuple[Line, Line]:
        """Where one is in the list."""
        at = place(self.cursor + 1, self.total) if self.rows else "no stories"
        about = f"   {told_of(self.rows[self.cursor])}" if self.rows else ""
        order = ORDERS[self.sort]
        return (Run(at), Run(about, "dim")), (Run(order, "dim"),)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the lines out for the new width."""
        self.call_after_refresh(self._show)

    def move(self, by: int) -> None:
        """Move by stories; near the last of those that were read, read on."""
        super().move(by)
        near = self.cursor > len(self.rows) - PAGE // 4
        if near and 0 < len(self.rows) < self.total and not self.waiting:
            self.in_background(self._ask(len(self.rows) + 4 * PAGE), group="ask")

    def current_id(self) -> str:
        """The founding article of the story under the cursor."""
        return self.rows[self.cursor].id if self.rows else ""

    def do_open(self) -> None:
        """Open the story under the cursor."""
        if self.rows:
            self.explorer.open_story(
                self.rows[self.cursor].id, [row.id for row in self.rows], self.cursor
            )

    def do_order(self) -> None:
        """The next order."""
        from index.stories.listing import StorySort

        sorts: tuple[StorySort, ...] = get_args(StorySort)
        self.sort = sorts[(sorts.index(self.sort) + 1) % len(sorts)]
        self._notice = SORTS_TOLD[self.sort]
        self.in_background(self._ask(PAGE, anew=True), group="ask")

    def do_stories(self) -> None:
        """On the list of stories itself: the next order."""
        self.do_order()

    def do_query(self) -> None:
        """Only stories of the articles that a query finds."""
        self.in_background(self._narrow(), group="query", opens=True)

    async def _narrow(self) -> None:
        typed = await asked_for(self, "stories of the articles found", self.query_text, "lists all")
        if typed is None:
            return
        self.query_text = typed
        await self._ask(PAGE, anew=True)

    def reload(self) -> None:
        """Ask anew."""
        self.in_background(self._ask(max(PAGE, len(self.rows)), self.current_id()), group="ask")


def _row_of(rows: Sequence[StoryRow], story: str, number: int) -> int:
    """The row of a story, or of that which it went into; else its number, if there are so many."""
    own = (n for n, row in enumerate(rows) if story == row.id)
    inside = (n for n, row in enumerate(rows) if story in row.articles)
    return max(0, min(next(chain(own, inside), number), len(rows) - 1))


def _sort(name: str) -> StorySort:
    from index.stories.listing import StorySort

    sorts: tuple[StorySort, ...] = get_args(StorySort)
    return next((sort for sort in sorts if sort == name), "newest")


def _asked(
    archive: Archive,
    query: str,
    sort: StorySort,
    limit: int,
    compute: Compute | None,
    story: str,
) -> tuple[list[StoryRow], int, int, bool]:
    stories = archive.stories()
    if stories.waiting() <= AT_ONCE and not stories.outdated():
        stories.catch_up()  # more takes minutes: `broadsheet stories` shows how far it is
    among = archive.found(query) if query.strip() else None
    if sort == "disputed" and compute is not None and among is None:
        compute.ask("disputed", (), int)  # makes the ledgers; they are kept with the archive
    if story:
        with suppress(BroadsheetError):  # it may be gone
            limit = max(limit, stories.listing().place_of(stories.resolve(story), among, sort) + 1)
    rows, total = stories.listing().rows(among, sort, limit)
    return rows, total, stories.waiting(), stories.outdated()
