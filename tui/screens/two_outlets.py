"""Two outlets side by side: when, which events, in whose words; every number can be opened.

What needs no reading is there at once. The texts are counted beside the explorer the first time;
how far that is stands in the status line, and one can go on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, get_args

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.desk import Latest
from tui.places import TwoOutletsPlace
from tui.screens.narrowed_by import asked_for
from tui.screens.two_asked import Asked, Counting, asked
from tui.screens.two_beside import EvidenceBeside
from tui.screens.two_onward import TwoOnward
from tui.views.layout import BESIDE_FROM, rows_beside
from tui.views.lines import Line, Run, place, shown, thousands
from tui.views.outlet_cells import ONE_GRID_FROM
from tui.views.outlet_lines import empty, head, line, nearest_told, over_time
from tui.views.outlet_page import Keep, OutletsPage, Standing
from tui.views.outlet_rows import SECTIONS
from tui.widgets.pane import Bar, Pane, Upright

if TYPE_CHECKING:
    from corpus.coverage.result import Telling
    from index.coverage.result import Pair

PROGRESS = 0.3  # seconds after which it is said how far the counting is


class TwoOutletsScreen(TwoOnward):
    """Two outlets, or groups, by their names; `others` are those that `J` lays on the right."""

    def __init__(
        self,
        left: str,
        right: str,
        query: str = "",
        others: Sequence[str] = (),
        place: TwoOutletsPlace | None = None,
    ) -> None:
        super().__init__()
        self.left, self.right, self.asked_query = left, right, query
        self.others = list(others)
        self._kept = place
        self._stood = 0  # the row that took its place meanwhile
        self._wanted: Standing | None = None  # the row to stand on once it is there
        self.beside = EvidenceBeside(self)
        self._latest = Latest()
        self._counting: Counting | None = None
        self._read: tuple[str, int, int] | None = None  # how far which part of the work is
        self._said = False  # whether that is shown

    @property
    def crumb(self) -> str:
        """What a breadcrumb calls this screen."""
        return shown(f"{self.left} | {self.right}")

    def compose(self) -> ComposeResult:
        """Head, rows, the row in a sentence, status."""
        yield Bar(id="head")
        with Horizontal(id="body"):
            yield Pane(id="rows")
            yield Upright(id="first-rule")
            yield Pane(id="beside")
        yield Bar(id="foot-rule")
        yield Bar(id="status")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Ask for the two."""
        self._show()
        self.load(lambda: self._open(self.left, self.right, self.asked_query))

    def on_unmount(self) -> None:
        """Nobody waits for the counts any more."""
        self._end_counting()

    def _ask(self, left: str, right: str, query: str) -> None:
        self.in_background(self._open(left, right, query), group="open")

    async def _open(self, left: str, right: str, query: str) -> None:
        self.waiting = True
        number = self._latest.ask()
        try:
            archive, groups, others = (
                self.explorer.archive, self.explorer.settings.groups, self.others,
            )  # fmt: skip
            found = await self.explorer.threads.query(
                lambda: asked(archive, left, right, query, groups, others)
            )
            if self.is_mounted and self._latest.is_current(number):
                self._end_counting()
                self.left, self.right, self.asked_query = left, right, query
                self._take(found)
        finally:
            self.arrived()

    def _take(self, found: Asked) -> None:
        self.others = list(found.others)
        before, self.page = self.page, OutletsPage(found.pair, found.telling)
        self.page.ungrouped = found.ungrouped
        self._settle(before)
        self._show()
        page, pair = self.page, found.pair
        if not pair.decided or (found.telling is None and (pair.left.texts or pair.right.texts)):
            self.in_background(self._work_out(page), group="count")

    def _settle(self, before: OutletsPage | None) -> None:
        """Keep what was chosen of the page before, or of the last start."""
        page, kept, self._kept = self.page, self._kept, None
        assert page is not None
        if before is not None:
            page.keep, page.only, page.weeks = before.keep, before.only, before.weeks
            page.unfolded, page.by_difference = before.unfolded, before.by_difference
            page.arrange()
            if _asked_alike(before.pair, page.pair):
                self._stand(self._standing(before))
            else:
                self._wanted = None
                page.go_to(before.current.section if before.current is not None else SECTIONS[0])
        elif kept is not None:
            page.keep = next((one for one in get_args(Keep) if one == kept.keep), "")
            page.only = next((one for one in ("left", "right") if one == kept.only), "")
            page.weeks, page.by_difference = kept.weeks, kept.by_difference
            page.unfolded = {one for one in SECTIONS if one in kept.unfolded}
            page.arrange()
            self._stand((kept.section, kept.item, kept.row))

    def _standing(self, page: OutletsPage) -> Standing:
        """The row one stands on, or the one that is waited for where one did not move on."""
        awaited = self._wanted if page.row == self._stood else None
        return awaited or page.standing

    def _stand(self, wanted: Standing) -> None:
        """Stand on a row; on one of the texts again when they are counted."""
        page = self.page
        assert page is not None
        found = page.stand_on(*wanted)
        open_ = page.telling is None or not page.pair.decided
        self._wanted = wanted if not found and open_ else None
        self._stood = page.row

    async def _work_out(self, page: OutletsPage) -> None:
        """Decide about the events of one side and count the texts, each shown when it is done, and
        say how far it is once it takes longer than a moment."""
        explorer, archive = self.explorer, self.explorer.archive
        counting = self._counting = Counting(explorer.compute)
        self._read, self._said = ("", 0, 0), False
        self.set_timer(PROGRESS, self._say_progress)

        def heard(what: str) -> Callable[[int, int], None]:
            def progress(done: int, of: int) -> None:
                if self._counting is counting:
                    self._read = what, done, of

            return progress

        def decided() -> Pair | None:
            return counting.decided(archive, page.pair, heard("events compared"))

        def counts() -> Telling | None:
            return counting.telling(archive, page.pair, heard("texts read"))

        try:
            pair = page.pair if page.pair.decided else await explorer.threads.counting(decided)
            if pair is not None and pair is not page.pair:
                page.decide(pair)
                self._more_is_known(page)
            if page.telling is None:
                texts = len(page.pair.left.texts) + len(page.pair.right.texts)
                heard("texts read")(0, texts)
                page.telling = await explorer.threads.counting(counts)
        finally:
            counting.end()
            if self._counting is counting:
                self._counting = self._read = None
        self._more_is_known(page)

    def _more_is_known(self, page: OutletsPage) -> None:
        """Show a page of which more was worked out, standing where one stood or wanted to."""
        if not self.is_mounted or self.page is not page:
            return
        standing = self._standing(page)
        page.arrange()
        if standing is self._wanted:
            self._stand(standing)
        self._show()

    def _say_progress(self) -> None:
        if self._counting is not None and self.is_mounted:
            self._said = True
            self.tell()
            self.set_timer(PROGRESS, self._say_progress)

    def _end_counting(self) -> None:
        counting, self._counting = self._counting, None
        self._read = None
        if counting is not None:
            counting.end()

    def reload(self) -> None:
        """Ask anew."""
        self._ask(self.left, self.right, self.asked_query)

    def place(self) -> TwoOutletsPlace:
        """Who stands side by side, what is kept of the page, and the row."""
        page = self.page
        place = TwoOutletsPlace(left=self.left, right=self.right, query=self.asked_query)
        if page is None:
            return self._kept or place
        place.section, place.item, place.row = self._standing(page)
        place.keep, place.only, place.weeks = page.keep, page.only, page.weeks
        place.by_difference, place.unfolded = page.by_difference, sorted(page.unfolded)
        return place

    # --- showing --------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay everything out for the new size."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        width, page, pane = self.app.size.width, self.page, self.query_one("#rows", Pane)
        wide = width >= BESIDE_FROM
        self.query_one("#first-rule").display = self.query_one("#beside").display = wide
        pane.styles.width = self._width if wide else "1fr"
        if page is None:
            self.query_one("#head", Bar).put((Run("OUTLETS", "masthead"),), self.way_rule())
        else:
            bars = [over_time(page, self._width)] if page.weeks else []
            self.query_one("#head", Bar).put(*head(page, width), self.way_rule(), *bars)
            if not page.pair.left.articles and not page.pair.right.articles:
                pane.show_lines(empty(page))
            else:
                pane.show(len(page.rows), self._line)
                pane.reveal(page.row, page.row, context=1)
        self._spell_out()
        self.tell()

    def _line(self, number: int) -> Line:
        return line(self.page, number, self._width) if self.page else ()

    @property
    def _width(self) -> int:
        """Cells of the rows; what is left of a wide terminal shows what the row is made of."""
        width = self.app.size.width
        return rows_beside(width, ONE_GRID_FROM)

    def _spell_out(self) -> None:
        super()._spell_out()
        self.beside.want()

    def status(self) -> tuple[Line, Line]:
        """The row one stands on, and how far the counting is."""
        page = self.page
        if page is None:
            return (Run("asking" if self.waiting else "nothing to show", "dim"),), ()
        left = f"{self.letter}  row {place(page.row + 1, len(page.rows))}"
        if self._read is not None and self._said:
            what, done, of = self._read
            said = f"{what} {thousands(done)}/{thousands(of)}" if what else "working"
            said = f"{said}  {self.keycap('close')} stops"
            return (Run(left), Run(f"   {nearest_told(page)}", "dim")), (Run(said, "strong"),)
        kept = " ".join(
            filter(None, (page.keep, {"left": "of A", "right": "of B"}.get(page.only, "")))
        )
        order = "furthest apart first" if page.by_difference else ""
        said = "  ".join(filter(None, (kept and f"only {kept}", order)))
        near = nearest_told(page)
        opens = f"   {near or 'every number opens with ' + self.keycap('evidence')}"
        return (Run(left), Run(opens, "dim")), (Run(said, "strong"),)

    # --- closing, narrowing --------------------------------------------------------------

    def close_something(self) -> bool:
        """Stop what is being worked out, or show everything again."""
        page = self.page
        if self._counting is not None:
            self._end_counting()
            if page is not None:
                page.stopped = True
                self._arranged()
            key = self.keycap("refresh")
            self._notice = f"the texts are not counted; {key} counts them"
            if page is not None and not page.pair.decided:
                self._notice = f"the events are not compared; {key} compares them"
            return True
        if page is None or not (page.keep or page.only or page.weeks):
            return False
        page.keep, page.only, page.weeks = "", "", False
        self._arranged()
        return True

    def do_query(self) -> None:
        """Only what a query finds."""
        self.in_background(self._narrow(), group="query", opens=True)

    async def _narrow(self) -> None:
        typed = await asked_for(self, "only the articles found", self.asked_query, "counts all")
        if typed is not None:
            await self._open(self.left, self.right, typed)

    # --- other outlets --------------------------------------------------------------------

    def do_swap(self) -> None:
        """Swap the sides."""
        self._ask(self.right, self.left, self.asked_query)

    def _beside(self, by: int) -> None:
        names = [one for one in self.others if one != self.left]
        at = names.index(self.right) + by if self.right in names else 0
        if 0 <= at < len(names) and names[at] != self.right:
            self._ask(self.left, names[at], self.asked_query)
        else:
            self._notice = f"no {'further' if by > 0 else 'earlier'} outlet in the list"

    def do_next_opposite(self) -> None:
        """The next outlet for B."""
        self._beside(1)

    def do_previous_opposite(self) -> None:
        """The previous outlet for B."""
        self._beside(-1)

    def do_opposite(self) -> None:
        """The n-th outlet of the list for B."""
        at = self.nth
        if not 0 <= at < len(self.others):
            self._notice = f"there are {len(self.others)} outlets in the list"
        elif self.others[at] == self.left:
            self._notice = f"{self.left} is A; {self.keycap('swap')} swaps the sides"
        elif self.others[at] != self.right:
            self._ask(self.left, self.others[at], self.asked_query)


def _asked_alike(one: Pair, other: Pair) -> bool:
    """Whether two pages are of the same two sides and the same articles."""
    asked = [(pair.left.party.name, pair.right.party.name, pair.query) for pair in (one, other)]
    return asked[0] == asked[1]
