"""Two articles side by side: rows laid out in two columns, or one side with its counterpart.

A plain object without a screen: it knows the row one stands on, what is folded and which
lens is on, and gives the lines. From 80 cells on there are two columns of at least 38; below
that, and in the views of one side, what faces the row one stands on is told under it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus.comparison.result import Comparison
from index.answers import Record
from tui import commands
from tui.views.cells import Cells, note, telling
from tui.views.differing import CompareLens, Side, Spans, lens_spans, sentences_of
from tui.views.lens_places import KEYED, NOTHING, ONE, Place, next_place, placed, places, told
from tui.views.lines import EMPTY, Line, Run, clip, counted, padded, shown
from tui.views.lonely import beside, opposite
from tui.views.pair_row import NONE_TELLING, Numbers, PairRow, Telling
from tui.views.pairs import gravest_first, only_rows, pair_rows, where_to_stand, with_mark
from tui.views.row_lines import RowLine, behind_bar, cut, row_lines
from tui.views.set_aside import set_aside_lines, set_aside_rows
from tui.views.summing import banner_lines

View = Literal["both", "left", "right"]
MIDDLE = 4  # cells between the columns: a bar for the current row, the mark, a blank
WIDEST = 76  # a column is never wider: longer lines are hard to read
TWO_FROM = 80  # cells from which there is room for two columns
TITLE_LINES = 3  # of a title above the columns, unless one stands on it


@dataclass
class SideBySide:
    """A comparison as a person looks at it."""

    comparison: Comparison
    left: Record
    right: Record
    width: int = 80
    view: View = "both"
    folded: bool = True
    gravest: bool = False
    lens: CompareLens = "differences"
    only: Side | None = None
    column: Side = "left"
    row: int = 0
    at: int = -1  # the place that `n` came to
    wanted: str = ""  # the words to find
    set_aside: bool = False  # whether the lines that are no part of the articles are shown
    unfolded: set[tuple[Numbers, Numbers]] = field(default_factory=set)
    rows: list[PairRow] = field(default_factory=list)
    rows_of_both: list[PairRow] = field(default_factory=list)  # without a filter
    titles: PairRow | None = None
    lines: list[RowLine] = field(default_factory=list)
    title_lines: list[RowLine] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    _spans: dict[Side, Spans] = field(default_factory=dict)
    _telling: Telling = NONE_TELLING
    _extents: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._telling = telling(self.left, self.right, self.comparison)
        self.arrange()

    def arrange(self) -> None:
        """Bring rows, marks and lines up to date, keeping the row one stands on."""
        here, place = self.current, self._sign(self.at) if self.place is not None else None
        which = sum(self._sign(n) == place for n in range(self.at)) if place else 0
        rows = pair_rows(self.comparison, self._telling)
        self.rows_of_both = rows
        self.titles = next((row for row in rows if row.titles), None)
        if self.gravest:
            rows = gravest_first(rows)
        if self.only is not None:
            rows = only_rows(rows, self.only)
        elif self.set_aside:
            rows += set_aside_rows(self.left.article, self.right.article)
        self.rows = rows
        self.row = where_to_stand(rows, here, self.row)
        records: dict[Side, Record] = {"left": self.left, "right": self.right}
        self._spans = {
            side: lens_spans(self.lens, side, record, self.comparison, rows, self.wanted)
            for side, record in records.items()
        }
        found = places(self.lens, self.rows_of_both, self.comparison, self._marked)
        self.places = placed(found, self.rows_of_both, rows, self.lens) if self.gravest else found
        if self.only is not None:
            kind = f"not matched on the {self.only}"
            self.places = [Place(n, kind, 0, row.label) for n, row in enumerate(rows)]
        alike = [n for n in range(len(self.places)) if place and self._sign(n) == place]
        self.at = alike[which] if which < len(alike) else -1
        self.lay_out()

    def _sign(self, number: int) -> tuple[object, ...]:
        """What a place is known by when rows and places are made anew."""
        place = self.places[number]
        return self.rows[place.row].key, place.kind, place.label

    @property
    def place(self) -> Place | None:
        """The place that `n` came to, while one stands on its row."""
        found = self.places[self.at] if 0 <= self.at < len(self.places) else None
        return found if found is not None and found.row == self.row else None

    @property
    def current(self) -> PairRow | None:
        """The row one stands on."""
        return self.rows[self.row] if 0 <= self.row < len(self.rows) else None

    @property
    def nothing(self) -> str:
        """What is said where the lens or the filter that is on shows nothing."""
        if self.only is not None:
            key = commands.key(f"only-{self.only}", commands.COMPARE)
            alone = f"all of the {self.only} is matched; {key} shows all rows again"
            return "" if self.rows else alone
        empty = self.lens != "differences" and not self.places
        return NOTHING[self.lens] if empty else ""

    @property
    def two(self) -> bool:
        """Whether there are two columns."""
        return self.view == "both" and self.width >= TWO_FROM

    @property
    def side(self) -> Side:
        """The side that is told where there is one column."""
        return self.column if self.view == "both" else self.view

    @property
    def column_width(self) -> int:
        """The width of one column."""
        if self.two:
            return max(8, min(WIDEST, (self.width - MIDDLE) // 2))
        return max(8, min(WIDEST, self.width - MIDDLE))

    @property
    def margin(self) -> int:
        """Blank cells at the left where the terminal is wider than the columns."""
        columns = 2 if self.two else 1
        return max(0, (self.width - columns * self.column_width - MIDDLE) // 2)

    # --- laying out -----------------------------------------------------------------------

    def lay_out(self) -> None:
        """Bring the lines up to date; needed after moving where there is one column."""
        cells = Cells(self.comparison, self.left, self.right, self._spans, lens=self.lens)
        self.title_lines = []
        if self.titles is not None:
            number = self.rows.index(self.titles) if self.titles in self.rows else -2
            lines = self._row(number, self.titles, cells)
            here = number == self.row
            self.title_lines = lines if here else cut(lines, TITLE_LINES, self.column_width)
            cells.tell(self.titles)
        self.lines = [RowLine(-1, line, None, EMPTY) for line in self._banners()]
        self._extents = {}
        for number, row in enumerate(self.rows):
            if row.titles:
                continue
            first = len(self.lines)
            self.lines += self._row(number, row, cells)
            cells.tell(row)
            self._extents[number] = (first, max(first, len(self.lines) - 1))
            self.lines.append(RowLine(-1, EMPTY, None, EMPTY))

    def _banners(self) -> list[Line]:
        width = self.width - 2 * self.margin if self.two else self.column_width
        return banner_lines(self.comparison, self.nothing, width)

    def _row(self, number: int, row: PairRow, cells: Cells) -> list[RowLine]:
        if row.set_aside is not None:
            articles = self.left.article, self.right.article
            halves = set_aside_lines(row.set_aside, articles, self.column_width)
            if not self.two:
                halves = halves[0 if self.side == "left" else 1] or [note("-")], []
            return row_lines(number, row.relation, *halves)
        if self.two:
            left, right = (self._cell(row, side, cells) for side in SIDES)
            if left[1] and right[1]:  # what is noted on both sides stands side by side
                height = max(len(left[0]), len(right[0]))
                left, right = (
                    ([*text, *[EMPTY] * (height - len(text))], notes)
                    for text, notes in (left, right)
                )
            return row_lines(number, row.relation, [*left[0], *left[1]], [*right[0], *right[1]])
        return row_lines(number, row.relation, self._stacked(number, row, cells), [])

    def _cell(self, row: PairRow, side: Side, cells: Cells) -> tuple[list[Line], list[Line]]:
        """The lines of one side in a column of its own: its text, and the notes under it."""
        width = self.column_width
        if not (row.left if side == "left" else row.right):
            if self.only is not None:
                return cells.nearest(row, side, width), []
            return [note(opposite(row.alone) if row.change is None else "not in this version")], []
        if self.folds(row):
            return cells.fold(row, side, width), []
        return cells.text(row, side, width), cells.notes(row, side, width)

    def _stacked(self, number: int, row: PairRow, cells: Cells) -> list[Line]:
        """The lines of a row where there is one column: the counterpart under it, while one
        stands on the row."""
        width, here = self.column_width, number == self.row
        own, other = self.side, OTHER[self.side]
        outlet = shown(cells.record(other).article.outlet or f"the {other} one")
        if not (row.left if own == "left" else row.right):
            if here and not self.folds(row):
                text = [*cells.text(row, other, width - 2, full=True)]
                return [note(f"{beside(row.alone)} {outlet}:"), *behind_bar(text, width)]
            return cells.fold(row, other, width, f" {beside(row.alone)} {outlet}")
        if self.folds(row):
            return cells.fold(row, own, width)
        lines = [*cells.text(row, own, width), *cells.notes(row, own, width)]
        if here and (row.right if own == "left" else row.left):
            text = cells.text(row, other, width - 2, full=True)
            text += cells.notes(row, other, width - 2)
            lines += [clip((Run("| ", "rule"), Run(outlet.upper(), "dim")), width)]
            lines += behind_bar(text, width)
        elif here:
            lines += behind_bar(cells.nearest(row, other, width - 2), width)
        return lines

    def folds(self, row: PairRow) -> bool:
        """Whether a row is folded to one line now."""
        return self.folded and row.folds and row.key not in self.unfolded

    def line(self, number: int) -> Line:
        """One line as it looks now."""
        return self._drawn(self.lines[number])

    def title_line(self, number: int) -> Line:
        """One line of the titles above the columns."""
        return self._drawn(self.title_lines[number])

    def _drawn(self, line: RowLine) -> Line:
        here = line.row >= 0 and line.row == self.row
        space: Line = (Run(" " * self.margin),) if self.margin else EMPTY
        if line.row == -1:
            return (*space, *line.left)
        signs, style = (line.mark.signs, line.mark.style) if line.mark is not None else ("", "")
        middle: Line = (Run("▐" if here else " ", "mark"), Run(f"{signs:<2}", style), Run(" "))
        if self.two:
            return (*space, *padded(line.left, self.column_width), *middle, *line.right)
        return (*space, *middle, *line.left)

    # --- moving ---------------------------------------------------------------------------

    def lines_of(self, row: int) -> tuple[int, int]:
        """First and last line of a row; the titles stand above the first line."""
        return self._extents.get(row, (0, 0))

    def row_at(self, number: int) -> int:
        """The row that a line belongs to."""
        for line in reversed(self.lines[: number + 1]):
            if line.row >= 0:
                return line.row
        return 0

    def _marked(self, row: PairRow) -> list[str]:
        """The words of a row that the lens marks."""
        sides: tuple[tuple[Side, Numbers], ...] = (("left", row.left), ("right", row.right))
        return [
            s.text[max(0, span.start - s.start) : span.end - s.start]
            for side, numbers in sides
            for s in (sentences_of(self.comparison, side)[number] for number in numbers)
            for span in self._spans[side].get((s.within, s.paragraph), ())
            if span.start < s.end and span.end > s.start
        ]

    def step(self, by: int) -> str:
        """Go to the next or previous place; what to say when there is none."""
        if not self.places:
            keys = (f"{commands.key(lens, commands.COMPARE)} {lens}" for lens in KEYED)
            return self.nothing or f"{NOTHING['differences']}: {', '.join(keys)}"
        one = f"passage not matched on the {self.only}" if self.only else ONE[self.lens]
        at = next_place(self.places, self.at, self.row, by)
        if not 0 <= at < len(self.places):
            return f"no further {one}{self._one_sided_left()}" if by > 0 else f"no earlier {one}"
        self.at = at
        self.row = self.places[at].row
        row = self.rows[self.row]
        if self.folds(row):
            self.unfolded.add(row.key)
        self.lay_out()
        return ""

    def _one_sided_left(self) -> str:
        """What the differences do not take in: passages that face nothing."""
        alone = sum(row.only for row in self.rows)
        if self.only or self.lens != "differences" or not alone:
            return ""
        keys = " ".join(commands.key(f"only-{s}", commands.COMPARE) for s in ("left", "right"))
        passages = counted(alone, "passage")
        sentences = sum(len(row.left or row.right) for row in self.rows if row.only)
        if sentences > alone:  # the counts under the columns are of sentences
            passages += f" ({sentences} sentences)"
        return f"; {passages} not matched: {keys}"

    # --- changing the view ----------------------------------------------------------------

    def swap(self) -> None:
        """Left becomes right."""
        from corpus.comparison.swapped import swapped

        here = self.current
        self.comparison = swapped(self.comparison)
        self.left, self.right = self.right, self.left
        self._telling = (self._telling[1], self._telling[0])
        self.unfolded = {(b, a) for a, b in self.unfolded}
        if self.only is not None:
            self.only = OTHER[self.only]
        self.arrange()
        if here is not None:
            for number, row in enumerate(self.rows):
                if row.key == (here.right, here.left) and row.set_aside == here.set_aside:
                    self.row = number
            self.lay_out()

    @property
    def foldable(self) -> bool:
        """Whether any row can be folded or unfolded."""
        return any(row.folds for row in self.rows)

    def toggle_fold(self) -> bool:
        """Unfold the row one stands on, or fold it again; False when it does not fold."""
        row = self.current
        if row is None or not row.folds:
            return False
        self.unfolded ^= {row.key}
        self.lay_out()
        return True

    def look_through(self, lens: CompareLens, wanted: str = "") -> None:
        """Put on a lens, or take it off when it is on."""
        self.lens = "differences" if lens == self.lens and not wanted else lens
        self.wanted = wanted
        self.at = -1
        self.arrange()

    def status(self) -> str:
        """What is said about the row one stands on."""
        row = self.current
        if row is None:
            return self.nothing or "nothing to compare"
        if self.place is not None:
            return told(self.places, self.at, self._told_as)
        here = next((n for n, place in enumerate(self.places) if place.row == self.row), -1)
        if here >= 0:
            return told(self.places, here, self._told_as)
        return with_mark(row)

    @property
    def marked_in_all(self) -> str:
        """How much the lens marks; of figures also how many agree."""
        if self.lens == "wording":
            return f"{counted(len(self.places), 'passage')} in other words"
        number = counted(len(self.places), "place" if self.lens == "find" else ONE[self.lens])
        if self.lens != "figures":
            return number
        agree = sum(figure.relation != "differ" for figure in self.comparison.figures)
        return f"{number}, {agree} agree"

    @property
    def _told_as(self) -> CompareLens:
        return "differences" if self.only is not None else self.lens


SIDES: tuple[Side, Side] = ("left", "right")
OTHER: dict[Side, Side] = {"left": "right", "right": "left"}
