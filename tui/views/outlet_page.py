"""The page of two outlets: which rows are shown, where the cursor is, what the keys keep.

In goes a `Pair` and, once the texts are read, its `Telling`; `rows` are headings, items and notes
in order. Plain values; a screen shows them, `outlet_lines` draws them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.coverage.result import Telling
from index.coverage.result import Pair, Shared, Stretch
from tui.commands import TWO, key
from tui.places import found_again
from tui.views.histogram import in_runs, run_name
from tui.views.outlet_rows import (
    ONLY,
    PERHAPS,
    SECTIONS,
    TEXTS,
    Item,
    LeftRight,
    Section,
    alone,
    apart,
    behind,
    items,
    known_by,
    rates,
    with_whose,
)

READING = "the texts are being read"
HOLDING = "being held against the likest articles of the other"
FOLDED = 8  # rows of a section before it is unfolded

Keep = Literal["", "names", "voices", "words"]
Standing = tuple[str, str, int]
"""A section, what an item is known by, and the number of the row."""
_KEPT: dict[Keep, tuple[Section, ...]] = {
    "": SECTIONS,
    "names": ("names", "labels"),
    "voices": ("voices",),
    "words": ("words_left", "words_right"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: the heading of a section (no `item`), one of its items, or a `note`."""

    section: Section
    item: Item | None = None
    note: str = ""

    @property
    def heading(self) -> bool:
        """Whether this is a section's heading."""
        return self.item is None and not self.note


@dataclass
class OutletsPage:
    """Two outlets on the screen."""

    pair: Pair
    telling: Telling | None = None
    keep: Keep = ""
    only: LeftRight | Literal[""] = ""
    weeks: bool = False  # only the bars, all of them
    by_difference: bool = False  # what lies furthest apart first
    unfolded: set[Section] = field(default_factory=set)
    stopped: bool = False  # the counting of the texts was given up
    ungrouped: int = 0  # articles that are in no story yet
    row: int = 0
    rows: list[Row] = field(default_factory=list)
    counts: dict[Section, int] = field(default_factory=dict)  # items of each section
    _made: dict[tuple[Section, bool], list[Item]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Choose the rows anew; the cursor stays on its row where that is shown."""
        here = self.current
        if self.weeks:
            runs = in_runs(self.pair.volume, lambda one: not (one.left_of or one.right_of))
            self.rows = [_of_time(run) for run in runs]
            self.rows += [Row("volume", item) for item in apart(self.pair)]
            self.rows = self.rows or [Row("volume", note="no days")]
        else:
            self.rows = [row for section in _KEPT[self.keep] for row in self._section(section)]
            if not self.rows:
                self.rows = [Row("volume", note="nothing to show")]
        self.row = found_again(self.rows, here, self.row)

    def decide(self, pair: Pair) -> None:
        """Take the same pair with its events decided."""
        self.pair = pair
        self._made.clear()

    def _section(self, section: Section) -> list[Row]:
        whose = ONLY.get(section) or PERHAPS.get(section)
        of_both = section in ("volume", "shared", "partly")
        if self.only and (of_both or whose not in (None, self.only)):
            return []
        found = list(self._items(section))
        if not found and (section in PERHAPS or section == "partly"):
            return []
        every = bool(found)
        if self.only and whose is None:
            found = [item for item in found if alone(item) == self.only]
        if self.by_difference:
            found.sort(key=self._apart)
        self.counts[section] = len(found)
        shown = found if section in self.unfolded else found[: FOLDED_OF.get(section, FOLDED)]
        rows = [Row(section), *(Row(section, item) for item in with_whose(shown))]
        if len(shown) < len(found):
            rows.append(
                Row(section, note=f"+ {len(found) - len(shown):,} more: {key('fold', TWO)} unfolds")
            )
        elif not found:
            rows.append(Row(section, note=self._empty(section, every=every)))
        return rows

    def _items(self, section: Section) -> list[Item]:
        """The items of a section, made once: thousands of voices take tens of milliseconds."""
        known = (section, self.telling is None)
        if known not in self._made:
            self._made[known] = items(self.pair, self.telling, section)
        return self._made[known]

    def _apart(self, item: Item) -> float:
        if isinstance(item, Shared):
            return -(item.days_apart or 0)
        found = rates(item, self.pair, self.telling)
        return -abs(found[0] - found[1]) if found else 0.0

    def _empty(self, section: Section, *, every: bool) -> str:
        """What stands in place of rows; `every`: there are some, but of both sides."""
        if section in ONLY and not self.pair.decided:
            return f"not compared; {key('refresh', TWO)} compares" if self.stopped else HOLDING
        if section in TEXTS and self.telling is None:
            return f"not counted; {key('refresh', TWO)} counts" if self.stopped else READING
        if every:
            side, again = ("A", "only-a") if self.only == "left" else ("B", "only-b")
            return f"nothing that {side} alone has; {key(again, TWO)} again shows all"
        if section in ("words_left", "words_right") and self.telling is not None:
            fewest = min(self.telling.left.articles, self.telling.right.articles)
            if fewest < 2:
                return f"too few articles to say ({fewest})"
            return "no word stands out"
        if section == "names" and self.telling is not None and not self._recognised:
            return "no names are read in these articles"
        return "none"

    @property
    def _recognised(self) -> int:
        telling = self.telling
        return telling.left.recognised + telling.right.recognised if telling is not None else 0

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.row] if 0 <= self.row < len(self.rows) else None

    def move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.row = max(0, min(len(self.rows) - 1, self.row + by))

    def step_evidence(self, by: int) -> bool:
        """Go to the next or previous row with something to open; False when there is none."""
        at = self.row + by
        while 0 <= at < len(self.rows):
            item = self.rows[at].item
            if item is not None and behind(item, self.pair) is not None:
                self.row = at
                return True
            at += by
        return False

    def step_section(self) -> None:
        """Go to the heading of the next section, from the last to the first."""
        heads = [at for at, row in enumerate(self.rows) if row.heading]
        if heads:
            self.row = next((at for at in heads if at > self.row), heads[0])

    def fold(self) -> None:
        """Unfold the section under the cursor, or fold it."""
        row = self.current
        if row is not None and not self.weeks:
            self.unfolded ^= {row.section}
            self.arrange()
            if self.rows[self.row].section != row.section:
                self.row = self.rows.index(Row(row.section))

    @property
    def standing(self) -> Standing:
        """Where one stands: the section, what its item is known by, the number of the row."""
        row = self.current
        return (row.section, known_by(row.item), self.row) if row else ("", "", self.row)

    def stand_on(self, section: str, item: str, number: int) -> bool:
        """Put the cursor on the row of a section that `item` is known by, or on its heading or note
        where that is empty; False where there is none: then the row with that number."""
        here = [at for at, row in enumerate(self.rows) if row.section == section]
        same = [at for at in here if known_by(self.rows[at].item) == item]
        at = number if number in same or not same else same[0]
        self.row = max(0, min(at, len(self.rows) - 1))
        return bool(same) or not section

    def go_to(self, section: Section) -> None:
        """Put the cursor on the heading of a section, where it is shown."""
        if Row(section) in self.rows:
            self.row = self.rows.index(Row(section))


def _of_time(run: Sequence[Stretch]) -> Row:
    """The row of a stretch of time, or of several in which the archive has nothing of either."""
    if len(run) == 1:
        return Row("volume", run[0])
    return Row("volume", note=f"{run_name(run[0].when, run[-1].when)}: none in the archive")


FOLDED_OF: dict[Section, int] = {"volume": 99, "labels": 14}
