"""From the open article to its neighbours in the list that it was opened from."""

from __future__ import annotations

from tui.screens.base import CommandScreen
from tui.views.results import Listing


class AlongList(CommandScreen):
    """A reader of the article `at` its place in a list, below 0 when it is in none."""

    article: str
    listing: Listing
    at: int
    off: int = -1
    """The place in the list that was left for an article that is not in it."""

    async def read_anew(self) -> None:
        """Read the article and show it from its beginning."""
        raise NotImplementedError

    def go_along(self, by: int) -> None:
        """Open the article so many rows on in the list."""
        here = self.at if self.at >= 0 else self.off
        at = here + by
        if here >= 0 and at == len(self.listing.hits) < self.explorer.list_screen.finding.articles:
            self.in_background(self._go_beyond(), group="open", opens=True)
            return
        if here < 0 or not 0 <= at < len(self.listing.hits):
            self._notice = "there is no other article on this side of the list"
        else:
            self.go_to_row(at)

    def go_to_row(self, at: int) -> None:
        """Open the article of a row of the list, where there is such a row."""
        if 0 <= at < len(self.listing.hits):
            self.at = at
            self._read_other(self.listing.hits[at].row.id)

    def open_beyond_list(self, article: str) -> None:
        """Open an article that need not be in the list; from there one goes on along it."""
        if self.at >= 0:
            self.off = self.at
        rows = (n for n, hit in enumerate(self.listing.hits) if hit.row.id == article)
        self.at = next(rows, -1)
        self._read_other(article)

    def _read_other(self, article: str) -> None:
        self.article = article
        if self.at >= 0:
            self.explorer.list_screen.stand_on(article)
        self.waiting = True
        self.in_background(self.read_anew(), group="open")

    async def _go_beyond(self) -> None:
        """Fetch more of the list, then go on; rows may be places of articles that are known."""
        listed, after = self.explorer.list_screen, max(self.at, self.off) + 1
        while after >= len(self.listing.hits):
            rows = len(listed.finding.hits)
            self.listing.hits = list(await listed.fetch_more())
            if len(listed.finding.hits) <= rows:
                break
        if after < len(self.listing.hits):
            self.go_along(1)

    def do_next_hit(self) -> None:
        """The next article of the list."""
        self.go_along(1)

    def do_previous_hit(self) -> None:
        """The previous article of the list."""
        self.go_along(-1)
