"""The ledger as lines: a grid of short cells, and the row under the cursor spelt out.

In goes a `Ledger` with the place of the cursor, out come lines for a pane. A cell says in a word
how an article carries a fact; the words themselves stand below the grid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui import commands
from tui.places import found_again
from tui.views.ledger_heads import cell_width, columns_seen, heads, label_width, legend_line
from tui.views.ledger_told import at_odds, spelt_out
from tui.views.ledger_words import KINDS, short_word
from tui.views.lines import EMPTY, Line, Run, counted, fit, fit_words, shown

if TYPE_CHECKING:
    from corpus.ledger.result import Fact, Ledger

MARKS = {kind: mark for mark, kind in KINDS}
WIDE = 100  # columns of the terminal from which rows of quotations have their marks
Kind = Literal["quotation", "figure", "statement"]


@dataclass
class Grid:
    """A ledger on the screen: which rows are shown, where the cursor is, which columns are seen."""

    ledger: Ledger
    row: int = 0
    column: int = 0
    first_column: int = 0
    kinds: frozenset[str] = frozenset()
    words: str = ""
    singles: bool = False
    by_text: bool = False
    facts: list[Fact] = field(default_factory=list)
    told_at: dict[int, range] = field(default_factory=dict)  # lines of the detail, by column

    def __post_init__(self) -> None:
        self._by_one = {id(fact) for fact in self.ledger.facts if fact.alone}
        self.arrange()

    def arrange(self) -> None:
        """Choose and order the rows anew; the cursor stays on its fact where that is shown."""
        here = self.current
        found = list(self.ledger.facts)
        if self.kinds:
            found = [fact for fact in found if fact.kind in self.kinds]
        if self.words:
            wanted = self.words.casefold().split()
            found = [fact for fact in found if all(w in _text(fact).casefold() for w in wanted)]
        if not self.singles and not self.words:
            found = [fact for fact in found if id(fact) not in self._by_one]
        if self.by_text:
            place = {column.article: n for n, column in enumerate(self.ledger.columns)}
            found.sort(key=lambda f: (place[f.carried[0].article], f.carried[0].sentence))
        self.facts = found
        self.row = found_again(found, here, self.row)

    @property
    def current(self) -> Fact | None:
        """The fact under the cursor."""
        return self.facts[self.row] if 0 <= self.row < len(self.facts) else None

    @property
    def folded(self) -> int:
        """How many rows that one article carries are not shown."""
        if self.singles or self.words:
            return 0
        return len(self._folded())

    def _folded(self) -> list[Fact]:
        """The rows of the kinds shown that one article carries."""
        every = self.ledger.facts
        of_kind = [fact for fact in every if not self.kinds or fact.kind in self.kinds]
        return [fact for fact in of_kind if id(fact) in self._by_one]

    @property
    def alone(self) -> int:
        """How many rows of the kinds shown one article carries."""
        return len(self._folded())

    def first_told(self) -> str:
        """Which rows come first, in words."""
        odds = sum(fact.differs for fact in self.facts)
        changed = any(fact.changed for fact in self.facts)
        if odds:
            return f"{odds} may conflict" + ", then cut or altered" * changed
        return "cut or altered first" if changed else "what most carry first"

    def seen(self, width: int) -> int:
        """How many columns there is room for."""
        return columns_seen(self.ledger, width)

    def step_column(self, by: int, width: int) -> None:
        """Move the cursor to another column; the grid scrolls along."""
        self.column = max(0, min(len(self.ledger.columns) - 1, self.column + by))
        seen = self.seen(width)
        last = max(0, len(self.ledger.columns) - seen)  # a wider screen has room for those before
        self.first_column = min(self.first_column, self.column, last)
        self.first_column = max(self.first_column, self.column - seen + 1)

    def step_filled(self, by: int, width: int) -> bool:
        """Go to the next or previous column with a cell in the row; False when there is none."""
        fact = self.current
        has = {cell.article for cell in fact.cells} if fact is not None else set()
        step = 1 if by > 0 else -1
        ahead = range(self.column + step, len(self.ledger.columns) if by > 0 else -1, step)
        found = next((n for n in ahead if self.ledger.columns[n].article in has), None)
        if found is not None:
            self.step_column(found - self.column, width)
        return found is not None

    def step_odds(self, by: int, width: int) -> bool:
        """Go to the next or previous row in which articles differ, and there to the first cell that
        does, or else the first that has anything; False when there is none."""
        numbers = [n for n, fact in enumerate(self.facts) if fact.differs or fact.changed]
        ahead = [n for n in numbers if (n - self.row) * by > 0]
        if ahead:
            self.row = min(ahead, key=lambda n: abs(n - self.row))
            cells = self.facts[self.row].cells
            cell = next((c for c in cells if c.differs), cells[0])
            columns = [column.article for column in self.ledger.columns]
            self.step_column(columns.index(cell.article) - self.column, width)
        return bool(ahead)

    # --- lines ----------------------------------------------------------------------------

    def heads(self, width: int) -> list[Line]:
        """Two lines above the grid: outlets, and when they reported."""
        return heads(self.ledger, self._columns(width), self.column, width)

    def legend(self, width: int) -> str:
        """What the signs mean: those of the row under the cursor, or of all rows."""
        fact = self.current
        facts = [fact] if fact is not None else self.facts
        return legend_line(self.ledger, facts, width, self.column)

    def line(self, number: int, width: int) -> Line:
        """One row of the grid."""
        if number >= len(self.facts):
            return self._folded_line(width) if self.folded and number == len(self.facts) else EMPTY
        fact = self.facts[number]
        here = number == self.row
        label, room = label_width(self.ledger, width), cell_width(self.ledger, width)
        style = "strong" if here else ("dim" if fact.alone else "")
        quoted = fact.kind == "quotation" and width >= WIDE
        text = f'"{fact.text}"' if quoted else fact.text
        runs = [Run("▌" if here else " ", "mark"), Run(MARKS[fact.kind], "dim")]
        runs.append(Run("!", "relation") if fact.thing else Run(" "))
        runs.append(Run(fit_words(text, label - 4) + " ", style))
        for at in self._columns(width):
            column = self.ledger.columns[at]
            cell = fact.cell_of(column.article)
            word = fit(shown(short_word(fact, cell, column, room - 2)), room - 2)
            chosen = here and at == self.column
            kind = "dim" if cell is None else ("relation" if at_odds(cell) else "")
            bare = word.rstrip()
            left, right = ("[", "]") if chosen else (" ", " ")
            runs += [Run(left, "mark"), Run(bare, "mark" if chosen else kind), Run(right, "mark")]
            runs.append(Run(" " * (len(word) - len(bare))))
        return tuple(runs)

    def height(self) -> int:
        """Lines of the grid."""
        return len(self.facts) + bool(self.folded)

    def detail(self, width: int, height: int = 0) -> list[Line]:
        """The row under the cursor spelt out, the cursor's article first where there are more lines
        than `height`."""
        fact = self.current
        if fact is None:
            said = "nothing that more than one article carries"
            if self.folded:
                said += f"; {commands.key('fold', commands.STORY)} shows what each carries alone"
            return [(Run(f"  {said}", "dim"),)]
        lines, self.told_at = spelt_out(self.ledger, fact, self.column, width, height)
        return lines

    def _columns(self, width: int) -> range:
        end = min(self.first_column + self.seen(width), len(self.ledger.columns))
        return range(self.first_column, end)

    def _folded_line(self, width: int) -> Line:
        folded = self._folded()
        gone = [fact.carried[0].article for fact in folded]
        perhaps = sum(bool(fact.perhaps or fact.shares) for fact in folded)
        text = f"+ {counted(len(gone), 'row')} that one article carries"
        text += f", {perhaps} perhaps or in part another" if perhaps else ""
        runs = [Run("   "), Run(fit(text, label_width(self.ledger, width) - 3), "dim")]
        for at in self._columns(width):
            article = self.ledger.columns[at].article
            runs.append(Run(fit(f" {gone.count(article)}", cell_width(self.ledger, width)), "dim"))
        return tuple(runs)


def _text(fact: Fact) -> str:
    return " ".join((fact.kind, fact.text, *(cell.text for cell in fact.cells)))
