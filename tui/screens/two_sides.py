"""Which of two outlets is meant by keys that act on an article: `h` and `l` choose A or B."""

from __future__ import annotations

from tui.screens.two_rows import TwoRows
from tui.views.lines import shown
from tui.views.outlet_rows import LeftRight, behind


class TwoSides(TwoRows):
    """Two outlets, one of which is the `side` one is on."""

    side: LeftRight = "left"

    @property
    def letter(self) -> str:
        """What the side is called."""
        return "A" if self.side == "left" else "B"

    def _choose(self, side: LeftRight) -> None:
        self.side = side
        if self.page is not None:
            name = shown(getattr(self.page.pair, side).party.name)
            self._notice = f"{self.letter}: {name}; what is marked, starred and copied is of it"

    def do_left(self) -> None:
        """The column of A."""
        self._choose("left")

    def do_right(self) -> None:
        """The column of B."""
        self._choose("right")

    def current_id(self) -> str:
        """The first article behind the row on the side chosen, else on the other."""
        page = self.page
        item = page.current.item if page is not None and page.current is not None else None
        found = behind(item, page.pair) if page is not None and item is not None else None
        if found is None:
            return ""
        ours, theirs = found.left, found.right
        if self.side == "right":
            ours, theirs = theirs, ours
        return next(iter((*ours, *theirs)), "")

    def do_days(self) -> None:
        """Every bar of time, or all sections again."""
        self.do_view()
