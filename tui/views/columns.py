"""Two articles side by side: rows laid out in two columns, or one side alone.

A plain object without a screen: it knows the row one stands on, what is folded and which
lens is on, and gives the lines. From 80 cells on each column has at least 38.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.comparison.result import ComparedSentence, Comparison
from index.results import Record
from tui.views.differing import CompareLens, Side, Spans, lens_spans, sentences_of
from tui.views.lines import EMPTY, Line, Run, Span, counted, padded, shown, styled, wrap
from tui.views.pairs import GRAVE, PairRow, gravest_first, pair_rows
from tui.views.places import ONE, Place, places, told

View = Literal["both", "left", "right"]
MIDDLE = 4  # cells between the columns: a bar for the current row, the mark, a blank
WIDEST = 76  # a column is never wider: longer lines are hard to read
FOLD_FROM = 3  # one-sided passages of this many sentences are folded

_STYLES = {"title": "headline", "standfirst": "standfirst", "caption": "caption"}


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line: the row it belongs to, its two halves, the mark on a row's first line."""

    row: int
    left: Line
    mark: str
    right: Line


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
    unfolded: set[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=set)
    rows: list[PairRow] = field(default_factory=list)
    lines: list[RowLine] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    _spans: dict[Side, Spans] = field(default_factory=dict)
    _told: dict[Side, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Bring rows, marks and lines up to date, keeping the row one stands on."""
        here = self.current
        rows = pair_rows(self.comparison)
        if self.gravest:
            rows = gravest_first(rows)
        if self.only == "left":
            rows = [row for row in rows if row.left and not row.right]
        elif self.only == "right":
            rows = [row for row in rows if row.right and not row.left]
        self.rows = rows
        self.row = rows.index(here) if here in rows else max(0, min(self.row, len(rows) - 1))
        self._spans = {
            "left": lens_spans(self.lens, "left", self.left, self.comparison, rows),
            "right": lens_spans(self.lens, "right", self.right, self.comparison, rows),
        }
        place = self.place
        self.places = places(self.lens, rows, self._is_marked)
        self.at = self.places.index(place) if place in self.places else -1
        self.lines = self._laid_out()

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
    def column_width(self) -> int:
        """The width of one column."""
        if self.view == "both":
            return max(8, min(WIDEST, (self.width - MIDDLE) // 2))
        return max(8, min(WIDEST, self.width - MIDDLE))

    @property
    def margin(self) -> int:
        """Blank cells at the left where the terminal is wider than both columns."""
        columns = 2 if self.view == "both" else 1
        return max(0, (self.width - columns * self.column_width - MIDDLE) // 2)

    # --- laying out -----------------------------------------------------------------------

    def _laid_out(self) -> list[RowLine]:
        lines: list[RowLine] = []
        self._told = {"left": set(), "right": set()}
        for number, row in enumerate(self.rows):
            left = self._side(row, "left")
            right = self._side(row, "right")
            self._told["left"].update(row.left)
            self._told["right"].update(row.right)
            if self.view == "left" and not row.left:
                right = []
            if self.view == "right" and not row.right:
                left = []
            for part in range(max(len(left), len(right))):
                lines.append(
                    RowLine(
                        number,
                        left[part] if part < len(left) else EMPTY,
                        row.mark if part == 0 else "",
                        right[part] if part < len(right) else EMPTY,
                    )
                )
            lines.append(RowLine(-1, EMPTY, "", EMPTY))
        return lines

    def _folds(self, row: PairRow) -> bool:
        long = row.one_sided and len(row.left) + len(row.right) >= FOLD_FROM
        return self.folded and long and (row.left, row.right) not in self.unfolded

    def _side(self, row: PairRow, side: Side) -> list[Line]:
        if self.view not in ("both", side):
            return []
        numbers = row.left if side == "left" else row.right
        width = self.column_width
        if not numbers:
            return [(Run("   not found here", "dim"),)]
        sentences = [sentences_of(self.comparison, side)[n] for n in numbers]
        if self._folds(row):
            first = shown(sentences[0].text)
            said = f"+ {counted(len(sentences), 'sentence')}: {first}"
            a, b = wrap(said, width - 2)[0]
            return [(Run(said[a:b], "dim"), Run(" …", "dim"))]
        out: list[Line] = []
        for group in _paragraphs(sentences):
            out += self._paragraph(group, side, width)
        return out

    def _paragraph(self, group: Sequence[ComparedSentence], side: Side, width: int) -> list[Line]:
        record = self.left if side == "left" else self.right
        first, last = group[0], group[-1]
        text = record.article.text_of(first.within, first.paragraph)[: last.end]
        spans: list[Span] = self._spans[side].get((first.within, first.paragraph), [])
        style = _STYLES.get(first.role, "text")
        if self._told[side].issuperset(sentence.i for sentence in group):
            style = "dim"  # it stands in full in a row above
        return [
            styled(text, first.start + a, first.start + b, style, spans)
            for a, b in wrap(text[first.start :], width)
        ]

    def line(self, number: int) -> Line:
        """One line as it looks now."""
        line = self.lines[number]
        here = line.row >= 0 and line.row == self.row
        gravity = self.rows[line.row].gravity if line.row >= 0 else 0
        style = "relation" if gravity >= GRAVE else "dim"
        middle: Line = (
            Run("▐" if here else " ", "mark"),
            Run(f"{line.mark:<2}", style),
            Run(" "),
        )
        space: Line = (Run(" " * self.margin),)
        if self.view == "both":
            return (*space, *padded(line.left, self.column_width), *middle, *line.right)
        return (*space, *middle, *(line.left if self.view == "left" else line.right))

    # --- moving ---------------------------------------------------------------------------

    def lines_of(self, row: int) -> tuple[int, int]:
        """First and last line of a row."""
        numbers = [n for n, line in enumerate(self.lines) if line.row == row]
        return (numbers[0], numbers[-1]) if numbers else (0, 0)

    def row_at(self, number: int) -> int:
        """The row that a line belongs to."""
        for line in reversed(self.lines[: number + 1]):
            if line.row >= 0:
                return line.row
        return 0

    def _is_marked(self, row: PairRow) -> bool:
        sides: tuple[tuple[Side, tuple[int, ...]], ...] = (("left", row.left), ("right", row.right))
        for side, numbers in sides:
            for number in numbers:
                s = sentences_of(self.comparison, side)[number]
                for span in self._spans[side].get((s.within, s.paragraph), ()):
                    if span.start < s.end and span.end > s.start:
                        return True
        return False

    def step(self, by: int) -> str:
        """Go to the next or previous place; what to say when there is none."""
        if not self.places:
            return f"no {ONE[self.lens]} is marked in these two"
        in_text_order = self.lens not in ("figures", "quotations") and not self.gravest
        if in_text_order and self.place is None:
            rows = [place.row for place in self.places]
            if by > 0:
                at = next((n for n, row in enumerate(rows) if row >= self.row), len(rows))
            else:
                at = next((n for n in reversed(range(len(rows))) if rows[n] <= self.row), -1)
        elif self.at < 0:
            at = 0 if by > 0 else len(self.places) - 1
        else:
            at = self.at + by
        if not 0 <= at < len(self.places):
            return f"no {'further' if by > 0 else 'earlier'} {ONE[self.lens]}"
        self.at = at
        self.row = self.places[at].row
        row = self.rows[self.row]
        if self._folds(row):
            self.unfolded.add((row.left, row.right))
            self.lines = self._laid_out()
        return ""

    # --- changing the view ----------------------------------------------------------------

    def swap(self) -> None:
        """Left becomes right."""
        from corpus.comparison.swapped import swapped

        here = self.current
        self.comparison = swapped(self.comparison)
        self.left, self.right = self.right, self.left
        self.unfolded = {(b, a) for a, b in self.unfolded}
        if self.only is not None:
            self.only = "right" if self.only == "left" else "left"
        self.arrange()
        if here is not None:
            for number, row in enumerate(self.rows):
                if (row.left, row.right) == (here.right, here.left):
                    self.row = number

    def toggle_fold(self) -> None:
        """Unfold the row one stands on, or fold it again."""
        row = self.current
        if row is not None and row.one_sided:
            self.unfolded ^= {(row.left, row.right)}
            self.arrange()

    def look_through(self, lens: CompareLens) -> None:
        """Put on a lens, or take it off when it is on."""
        self.lens = "differences" if lens == self.lens else lens
        self.at = -1
        self.arrange()

    def status(self) -> str:
        """What is said about the row one stands on."""
        row = self.current
        if row is None:
            return "nothing stands on this side alone" if self.only else "nothing to compare"
        place = self.place
        return told(self.places, self.at) if place is not None else row.label


def _paragraphs(sentences: Sequence[ComparedSentence]) -> list[list[ComparedSentence]]:
    """Neighbouring sentences of one text together."""
    groups: list[list[ComparedSentence]] = []
    for s in sentences:
        if groups:
            before = groups[-1][-1]
            same_text = (before.within, before.paragraph) == (s.within, s.paragraph)
            if same_text and before.i == s.i - 1:
                groups[-1].append(s)
                continue
        groups.append([s])
    return groups
