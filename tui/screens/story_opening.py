"""Opening a story: its articles in time at once, the ledger when it is made.

What is slow is made beside the explorer. Meanwhile the timeline takes its place, one can read and
move on, and `Esc` stops it.
"""

from __future__ import annotations

from tui.places import StoryPlace, found_again
from tui.screens.story_asked import Head, Shown, asked, head_of, known
from tui.screens.story_going import StoryGoing
from tui.views.ledger import Grid
from tui.views.ledger_names import names_shown
from tui.views.ledger_place import leave, restore
from tui.views.lines import counted

VIEWS = ("ledger", "timeline", "names")
PATIENCE = 0.6  # seconds after which what is there is for use while the ledger is made
TELL = 0.5  # seconds between two words on how far it is


class StoryOpening(StoryGoing):
    """A story's screen while it is asked for; `_show` shows what is there."""

    articles: tuple[str, ...]
    kept: StoryPlace | None  # where to open it
    wanted: list[str]

    def __init__(self) -> None:
        super().__init__()
        self._making: Head | None = None  # whose ledger is made
        self._steps = (0, 1)

    def _show(self) -> None:
        raise NotImplementedError

    async def _open(self) -> None:
        self.waiting = True
        try:
            archive, story, articles = self.explorer.archive, self.story, self.articles
            wanted = tuple(self.wanted)
            head = await self.explorer.threads.article(
                lambda: head_of(archive, story, articles, wanted)
            )
            shown = await self.explorer.threads.article(lambda: known(archive, head))
            if not self.is_mounted or story != self.story:
                return
            self.head = head
            if shown is None:
                self._settle_report(head)
                self._show()
                shown = await self._made(head)
            if shown is not None and self.is_mounted and self.head is head:
                self._take(shown)
        finally:
            if story == self.story:
                self.arrived()

    async def _made(self, head: Head) -> Shown | None:
        """Make the ledger, and say how far it is once it takes longer than a moment; None where it
        was told to stop."""
        from tui.compute import NotComputed

        explorer, archive, compute = self.explorer, self.explorer.archive, self.explorer.compute
        self._making, self._steps = head, (0, 1)
        if compute is not None:
            self.set_timer(PATIENCE, self._let_go)

        def progress(done: int, of: int) -> None:
            if self._making is head:
                self._steps = done, of

        try:
            return await explorer.threads.counting(lambda: asked(archive, head, compute, progress))
        except NotComputed:
            if self._making is head:
                raise
            return None
        finally:
            if self._making is head:
                self._making = None

    def _let_go(self) -> None:
        """Let one use what is there, and say how far the ledger is."""
        if self._making is not None and self.is_mounted:
            if self.waiting:
                self.arrived()
            self.tell()
            self.set_timer(TELL, self._let_go)

    def making_told(self) -> str:
        """How far the ledger is; empty where none is made."""
        if self._making is None:
            return ""
        from corpus.ledger import IN_FULL

        (done, of), every = self._steps, len(self._making.heads)
        some = f"{IN_FULL} of " if every > IN_FULL else ""
        told = f"holding {some}{counted(every, 'article')} against each other"
        return f"{told}: {100 * done // of} %   {self.keycap('close')} stops"

    def stop_making(self) -> bool:
        """Give the ledger up, the timeline stays; False where none is made."""
        if self._making is None:
            return False
        self._making = None
        if self.explorer.compute is not None:
            self.explorer.compute.cancel("ledger")
        if self.grid is None:
            self.view = "timeline"
            self._notice = f"the ledger is not made; {self.keycap('view')} makes it"
        return True

    def make_now(self) -> None:
        """Make the ledger that was not, or say how far it is."""
        if self._making is not None:
            self._notice = self.making_told()
        elif self.head is not None:
            self.view = "ledger"
            if self.kept is not None:
                self.kept.view = "ledger"
            self.reload()

    def on_unmount(self) -> None:
        """Nobody waits for the ledger any more."""
        if self._making is not None:
            self.stop_making()

    def _take(self, shown: Shown) -> None:
        if self.grid is not None or self.looked_at != self.view:
            self.kept = self.place()
        self.shown, self.grid = shown, Grid(shown.ledger)
        if self.kept is not None:
            self._restore(shown, self.grid, self.kept)
        self._show()

    def _settle_report(self, head: Head) -> None:
        """Stand on the article that one stood on in the timeline."""
        if self.kept is not None:
            ids = [one.id for one in head.reports]
            self.report = found_again(ids, self.kept.told, self.kept.report)

    def _restore(self, shown: Shown, grid: Grid, kept: StoryPlace) -> None:
        """Look at the story as it was looked at last."""
        self.kept = None
        self.view = kept.view if kept.view in VIEWS else "ledger"
        origins = {one.id: one.origin for one in shown.reports}
        self.report = found_again(list(origins), kept.told, kept.report)
        kept.article = origins.get(kept.article) or kept.article
        restore(grid, kept, self.app.size.width)
        names = names_shown(shown.ledger, singles=grid.singles)
        self.named = found_again([one.key for one in names], kept.named, self.named)

    def place(self) -> StoryPlace:
        """Story or articles, view, row and column."""
        grid, shown, reports = self.grid, self.shown, self.reports
        place = StoryPlace(story=self.story, articles=list(self.articles), wanted=list(self.wanted))
        if grid is None or shown is None:
            place = self.kept or place
            if reports:
                place.report, place.told = self.report, reports[self.report].id
            if self.view == "timeline":
                place.view = "timeline"
            return place
        place.view, place.report = self.view, self.report
        place.told = reports[self.report].id if self.report < len(reports) else ""
        names = self.names_listed
        place.named = names[self.named].key if self.named < len(names) else ""
        leave(grid, place)
        return place

    def reload(self) -> None:
        """Ask anew."""
        self.in_background(self._open(), group="open")
