"""The reader's text through a lens: which one is on, and going from mark to mark."""

from __future__ import annotations

from tui.screens.names_side import NamesSide
from tui.screens.pointing import Pointing
from tui.views import place_line
from tui.views.lenses import Lens
from tui.views.reading import Reading
from tui.widgets.pane import Pane

_LENSES = ("names", "figures", "quotations")


class ThroughLens(Pointing):
    """A reader whose pane `#text` shows a `Reading`, and `#names` the names in it."""

    reading: Reading | None
    side_list: NamesSide

    def look(self, lens: Lens, only: str | None = None, wanted: str = "") -> None:
        """Put a lens on, or take it off when it is on."""
        reading = self.reading
        if reading is None:
            return
        if lens == reading.lens and not only and not wanted:
            lens = "none"
        reading.look_through(lens, only, wanted)
        self._notice = place_line.marked(reading)
        self.query_one("#text", Pane).refresh()
        self.query_one("#names", Pane).refresh()

    def find(self, words: str) -> None:
        """Mark words as they are typed."""
        if self.reading is not None:
            self.reading.look_through("find" if words.strip() else "none", wanted=words)
            self.query_one("#text", Pane).refresh()

    def take_off(self) -> None:
        """Take the lens off."""
        if self.reading is not None:
            self.reading.look_through("none")
            self.query_one("#text", Pane).refresh()
            self.query_one("#names", Pane).refresh()

    def step(self, by: int) -> None:
        """Go to the next or previous place of the lens; without a lens, of the words asked for, or
        of the name that the cursor stands on in the list of names."""
        reading = self.reading
        if reading is None:
            return
        entity = self.side_list.entity
        if entity and reading.only != entity.key:
            self.look("names", only=entity.key)
            self._notice = ""
        elif reading.lens == "none" and reading.spans_of is not None:
            self.look("hits")
            self._notice = ""
        elif reading.lens == "none":
            self._notice = f"no lens is on: {self._lens_keys()}"
            return
        if not reading.marks:
            nothing = self._notice or place_line.marked(reading)
            more = f"; {self._lens_keys()}" if reading.lens == "hits" else ""
            self._notice = f"{nothing}{more}"
            return
        before = reading.current
        lines = reading.step(by, self.query_one("#text", Pane).top)
        if lines is None or reading.current is before:
            one = place_line.ONE.get(reading.lens, "place")
            self._notice = f"no {'further' if by > 0 else 'earlier'} {one}"
        self.reveal(lines)

    def _lens_keys(self) -> str:
        return ", ".join(f"{self.keycap(lens)} {lens}" for lens in _LENSES)

    def step_sentence(self, by: int) -> None:
        """Go to the next or previous sentence, or removed line where they are shown."""
        if self.reading is not None:
            pane = self.query_one("#text", Pane)
            bottom = pane.top + pane.size.height - 1
            self.reveal(self.reading.step_sentence(by, pane.top, bottom))

    def reveal(self, lines: tuple[int, int] | None) -> None:
        """Bring lines of the text into sight."""
        if lines is not None:
            self.query_one("#text", Pane).reveal(*lines, context=3)
        self.query_one("#text", Pane).refresh()

    def look_here(self, reading: Reading) -> None:
        """Stand on something that can be seen."""
        pane = self.query_one("#text", Pane)
        if reading.stand_within(pane.top, pane.top + pane.size.height - 1):
            pane.refresh()
