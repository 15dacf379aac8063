"""From the open article to its neighbours in the list that it was opened from."""

from __future__ import annotations

from tui.screens.base import CommandScreen
from tui.views.results import Listing


class AlongList(CommandScreen):
    """A reader of the article `at` its place in a list, below 0 when it is in none."""

    article: str
    listing: Listing
    at: int

    async def read_anew(self) -> None:
        """Read the article and show it from its beginning."""
        raise NotImplementedError

    def go_along(self, by: int) -> None:
        """Open the article so many rows on in the list."""
        at = self.at + by
        if self.at >= 0 and at == len(self.listing.hits) < self.explorer.list_screen.finding.total:
            self.in_background(self._go_beyond(), group="open", opens=True)
            return
        if self.at < 0 or not 0 <= at < len(self.listing.hits):
            self._notice = "there is no other article on this side of the list"
            return
        self.at = at
        self.article = self.listing.hits[at].row.id
        self.explorer.list_screen.stand_on(self.article)
        self.waiting = True
        self.in_background(self.read_anew(), group="open")

    async def _go_beyond(self) -> None:
        """Fetch more of the list, then go on."""
        self.listing.hits = list(await self.explorer.list_screen.fetch_more())
        if self.at + 1 < len(self.listing.hits):
            self.go_along(1)

    def do_next_hit(self) -> None:
        """The next article of the list."""
        self.go_along(1)

    def do_previous_hit(self) -> None:
        """The previous article of the list."""
        self.go_along(-1)
