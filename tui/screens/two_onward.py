"""Where the page of two outlets leads on to: what a number is made of, a comparison, a story."""

from __future__ import annotations

from index.coverage.result import OneSided, Shared
from tui.screens.two_sides import TwoSides
from tui.views.outlet_rows import Spark, behind, entity_of


class TwoOnward(TwoSides):
    """Two outlets, from whose rows one goes on."""

    def entity_here(self) -> str:
        """The key of the name of the row."""
        row = self.page.current if self.page is not None else None
        return entity_of(row.item) if row is not None and row.item is not None else ""

    def do_open(self) -> None:
        """Open what the numbers of the row are made of."""
        page = self.page
        row = page.current if page is not None else None
        if page is None or row is None:
            return
        if row.item is None:
            self.do_fold()
        elif isinstance(row.item, Spark):
            self.do_view()
        elif isinstance(row.item, Shared):
            self.do_compare()
        else:
            found = behind(row.item, page.pair)
            if found is None:
                self._notice = "there is nothing to open"
            else:
                from tui.screens.evidence import EvidenceScreen

                self.app.push_screen(EvidenceScreen(found, page.pair))

    def do_compare(self) -> None:
        """The pair of first articles on the shared story, or the two that are nearest."""
        page = self.page
        item = page.current.item if page is not None and page.current is not None else None
        if isinstance(item, Shared):
            self.explorer.open_comparison(item.left[0], item.right[0])
        elif isinstance(item, OneSided) and item.nearest is not None and page is not None:
            pair = (item.nearest.beside, item.nearest.id)
            on_left = any(item is one for one in page.pair.only_left)
            self.explorer.open_comparison(*(pair if on_left else pair[::-1]))
        elif isinstance(item, OneSided):
            self._notice = "nothing near this event was found on the other side"
        else:
            self._notice = f"{self.keycap('compare')} lays the two articles of a story side by side"

    def do_story(self) -> None:
        """The story of the row."""
        row = self.page.current if self.page is not None else None
        if row is not None and isinstance(row.item, Shared | OneSided):
            self.explorer.open_story(row.item.id)
        else:
            super().do_story()

    def do_why(self) -> None:
        """How these numbers were counted."""
        from tui.screens.two_why import why

        if self.page is not None:
            self.in_background(why(self, self.page), group="why", opens=True)

    def do_export(self) -> None:
        """Write the two outlets as a page."""
        from tui.screens.two_export import export

        if self.page is not None:
            self.in_background(export(self, self.page), group="export", opens=True)
