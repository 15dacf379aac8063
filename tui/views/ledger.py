"""The ledger as lines: a grid of short cells, and the row under the cursor spelt out.

In goes a `Ledger` with the place of the cursor, out come lines for a pane. A cell says in a word
how an article carries a fact; the words themselves stand below the grid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui import commands
from tui.places import found_again
from tui.views.days import (
    clock,
    moment,
    of_several_years,
    short_day,
    told_apart_without_year,
)
from tui.views.ledger_words import (
    LEGEND,
    NOT_FOUND,
    QUOTED,
    SOONEST_KNOWN,
    cell_word,
    missing,
    said_of,
    short_word,
)
from tui.views.lines import EMPTY, Line, Run, clip, fit, shown, told_rule, width_of, wrap

if TYPE_CHECKING:
    from corpus.ledger.result import Cell, Column, Fact, Ledger

MARKS = {"quotation": '"', "figure": "f", "statement": "-"}
CELL = 8  # columns of the terminal for one article
WIDEST = 18  # where there is room
FEW = 2  # lines of outlets that do not carry a fact, above those that do
RULED = 8  # columns that a rule keeps around what it tells
LABEL = 40  # and for what is reported, where that leaves room for five articles
Kind = Literal["quotation", "figure", "statement"]


def legend_line(grid: Grid, width: int, more: str = "") -> str:
    """What the marks in the rows mean; where there is not room for all, the most telling of them,
    and the key (`more`) of the panel that has the rest."""
    used = set("!" if any(fact.thing for fact in grid.facts) else "")
    for fact in grid.facts:
        words = [cell_word(fact, cell) for cell in fact.cells]
        used.update(word[:1] if fact.kind == "figure" else word for word in words)
        if len(fact.cells) < len(grid.ledger.columns):
            has = {cell.article for cell in fact.cells}
            used.update(
                cell_word(fact, None, one) for one in grid.ledger.columns if one.article not in has
            )
    if not grid.facts:  # the signs that are usual, so that the view is known by its rule
        used = {mark for mark, _ in LEGEND}
    told = {mark: f"{mark} {said}" for mark, said in (*LEGEND, *QUOTED) if mark in used}
    rest = ""
    for mark in SOONEST_KNOWN if more else ():
        if width_of("  ".join(filter(None, (*told.values(), rest)))) + RULED <= width:
            break
        rest = f"{more} has all" if told.pop(mark, "") else rest
    return "  ".join(filter(None, (*told.values(), rest)))


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

    def seen(self, width: int) -> int:
        """How many columns there is room for."""
        return _seen(self.ledger, width)

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
        """Two lines above the grid: outlets and days."""
        label, cell = label_width(self.ledger, width), cell_width(self.ledger, width)
        columns, total = self._columns(width), len(self.ledger.columns)
        seen = f"articles {columns.start + 1}–{columns.stop} of {total}"
        before, after = columns.start, total - columns.stop
        more = (f"‹ {before} more  " if before else "") + (f"{after} more ›" if after else "")
        hidden = before + after > 0
        years = of_several_years(column.published for column in self.ledger.columns)
        first = [Run(fit(f"  {seen}" if hidden else "", label - 1) + " ", "dim")]
        second = [Run(fit(f"  {more.rstrip()}" if hidden else "", label - 1) + " ", "mark")]
        near = told_apart_without_year(column.published for column in self.ledger.columns)
        for number in columns:
            column = self.ledger.columns[number]
            style = "mark" if number == self.column else "strong"
            first.append(Run(_short_head(number, column, cell), style))
            second.append(
                Run(fit(_day(column, cell - 1, years=years, near=near), cell - 1) + " ", "dim")
            )
        return [tuple(first), tuple(second)]

    def line(self, number: int, width: int) -> Line:
        """One row of the grid."""
        if number >= len(self.facts):
            return self._folded_line(width) if self.folded and number == len(self.facts) else EMPTY
        fact = self.facts[number]
        here = number == self.row
        label, room = label_width(self.ledger, width), cell_width(self.ledger, width)
        style = "strong" if here else ("dim" if fact.alone else "")
        text = f'"{fact.text}"' if fact.kind == "quotation" else fact.text
        runs = [Run("▌" if here else " ", "mark"), Run(MARKS[fact.kind], "dim")]
        runs.append(Run("!", "relation") if fact.thing else Run(" "))
        runs.append(Run(fit(shown(text), label - 4) + " ", style))
        for at in self._columns(width):
            column = self.ledger.columns[at]
            cell = fact.cell_of(column.article)
            word = fit(shown(short_word(fact, cell, column, room - 2)), room - 2)
            chosen = here and at == self.column
            kind = "dim" if cell is None else ("relation" if _at_odds(cell) else "")
            bare = word.rstrip()
            left, right = ("[", "]") if chosen else (" ", " ")
            runs += [Run(left, "mark"), Run(bare, "mark" if chosen else kind), Run(right, "mark")]
            runs.append(Run(" " * (len(word) - len(bare))))
        return tuple(runs)

    def height(self) -> int:
        """Lines of the grid."""
        return len(self.facts) + bool(self.folded)

    def detail(self, width: int) -> list[Line]:
        """The row under the cursor spelt out: where it was not found, then who says it how."""
        fact = self.current
        if fact is None:
            said = "nothing that more than one article carries"
            if self.folded:
                said += f"; {commands.key('fold', commands.STORY)} shows what each carries alone"
            return [(Run(f"  {said}", "dim"),)]
        self.told_at.clear()
        without = [
            (f"{n} {shown(column.outlet or 'unknown')}", column)
            for n, column in enumerate(self.ledger.columns, 1)
            if fact.cell_of(column.article) is None
        ]
        lines: list[Line] = [
            (Run("  "), Run(piece, "strong")) for piece in cut(shown(fact.text), width - 4, 2)
        ]
        absent: list[Line] = [
            (Run("  "), Run(said[a:b], "dim"))
            for said in missing(without)
            for a, b in wrap(said, width - 4)
        ]
        if without and len(absent) <= FEW:
            lines += absent
        elif without:
            told = f"not found in {len(without)} of {len(self.ledger.columns)}, named below"
            lines.append(clip((Run("  "), Run(told, "dim")), width))
        others = self.ledger.otherwise(fact)
        if others:
            told = f"other numbers, possibly of the same: {'; '.join(map(self._counted, others))}"
            lines += [(Run("  "), Run(told[a:b], "relation")) for a, b in wrap(told, width - 4)]
        timed = any(clock(column.published_at) for column in self.ledger.columns)
        years = of_several_years(column.published for column in self.ledger.columns)
        day_room = (12 if timed else 7) + 5 * years  # "13 Mar 2031 06:12", "13 Mar"
        for number, column in enumerate(self.ledger.columns, 1):
            cell = fact.cell_of(column.article)
            if cell is not None:
                here = number - 1 == self.column
                other = f'"{shown(self.ledger.facts[cell.row - 1].text)}"' if cell.row else ""
                day = moment(column.published, column.published_at, zone=False, year=years)
                day = fit(day, day_room)
                told_of = _told(number, column, cell, width, other, day, here=here)
                self.told_at[number - 1] = range(len(lines), len(lines) + len(told_of))
                lines += told_of
        return lines + (absent if without and len(absent) > FEW else [])

    def _counted(self, fact: Fact) -> str:
        """A row of figures with the numbers of the columns that carry it."""
        where = (
            str(n)
            for n, column in enumerate(self.ledger.columns, 1)
            if fact.cell_of(column.article) is not None
        )
        return f"{shown(fact.text)} (in {', '.join(where)})"

    def _columns(self, width: int) -> range:
        end = min(self.first_column + self.seen(width), len(self.ledger.columns))
        return range(self.first_column, end)

    def _folded_line(self, width: int) -> Line:
        folded = self._folded()
        gone = [fact.carried[0].article for fact in folded]
        perhaps = sum(bool(fact.perhaps) for fact in folded)
        text = f"+ {len(gone)} rows that one article carries"
        text += f", {perhaps} perhaps another" if perhaps else ""
        runs = [Run("   "), Run(fit(text, label_width(self.ledger, width) - 3), "dim")]
        for at in self._columns(width):
            article = self.ledger.columns[at].article
            runs.append(Run(fit(f" {gone.count(article)}", cell_width(self.ledger, width)), "dim"))
        return tuple(runs)


def names_lines(ledger: Ledger, width: int, first_column: int = 0, cursor: int = -1) -> list[Line]:
    """Who is named where: names down, articles across; above them what is not read yet."""
    label, seen = label_width(ledger, width), _seen(ledger, width)
    columns = ledger.columns[first_column : first_column + seen]
    lines: list[Line] = []
    if ledger.unread:
        waiting = "1 article is" if ledger.unread == 1 else f"{ledger.unread} articles are"
        told = f"  {waiting} without names yet; broadsheet recognise reads them"
        lines.append((Run(told, "dim"),))
    for number, named in enumerate(ledger.names):
        here = number == cursor
        runs = [
            Run("▌ " if here else "  ", "mark"),
            Run(
                fit(f"{shown(named.name)}  {named.type}", label - 3) + " ", "strong" if here else ""
            ),
        ]
        for column in columns:
            there = column.article in named.articles
            runs.append(
                Run(
                    fit(" named" if there else f" {NOT_FOUND}", cell_width(ledger, width)),
                    "" if there else "dim",
                )
            )
        lines.append(tuple(runs))
    return lines or [(Run("  nobody is named in these articles", "dim"),)]


def label_width(ledger: Ledger, width: int) -> int:
    """Columns of the terminal for what is reported: half, but no more than leaves every article
    its cell; less than LABEL only where half is less."""
    least = min(width // 2, max(LABEL, width // 3), width - 5 * CELL)
    return max(20, least, min(width // 2, width - CELL * len(ledger.columns)))


def cell_width(ledger: Ledger, width: int) -> int:
    """Columns of the terminal for one article: more where there is room for all."""
    room = (width - label_width(ledger, width)) // max(1, len(ledger.columns))
    return max(CELL, min(WIDEST, room))


def _seen(ledger: Ledger, width: int) -> int:
    room = (width - label_width(ledger, width)) // cell_width(ledger, width)
    return max(1, min(len(ledger.columns), room))


def detail_rule(grid: Grid, width: int) -> Line:
    """The rule above the detail."""
    fact = grid.current
    return told_rule(f"{fact.kind}" if fact else "", width)


def _told(
    number: int, column: Column, cell: Cell, width: int, other: str, day: str, *, here: bool
) -> list[Line]:
    head = f"{number} {shown(column.outlet or 'unknown')}"
    name = fit(head, min(18, max(8, width // 5)))
    sentence = (
        shown(column.sentences[cell.sentence].text) if cell.sentence < len(column.sentences) else ""
    )
    said = said_of(cell, other)
    if cell.source:
        said += f"; source: {shown(cell.source)}"
    margin = width_of(name) + width_of(day) + 4
    room = max(20, width - margin - 1)
    lines: list[Line] = []
    for at, piece in enumerate(cut(sentence, room, 3)):
        lead = (
            (Run("▌ " if here else "  ", "mark"), Run(f"{name} ", "strong"), Run(f"{day} ", "dim"))
            if at == 0
            else (Run(" " * margin),)
        )
        lines.append((*lead, Run(piece)))
    where = f"   sentence {cell.sentence + 1}"
    said = fit(said, max(20, room - width_of(where))).rstrip()
    style = "relation" if _at_odds(cell) else "dim"
    lines.append(clip((Run(" " * margin), Run(said + where, style)), width))
    return lines


def cut(text: str, width: int, lines: int) -> list[str]:
    """A text on at most so many lines; one that goes on ends with an ellipsis."""
    spans = wrap(text, width)
    pieces = [text[a:b] for a, b in spans[:lines]]
    if len(spans) > lines:
        pieces[-1] = fit(f"{pieces[-1]} …", width).rstrip()
    return pieces


def _short_head(number: int, column: Column, cell: int) -> str:
    """A column's number and as much of its outlet as fits; of a site that does not, the longest
    part of its name: "pcmag" of "uk.pcmag.com"."""
    outlet = shown(column.outlet or "unknown").removeprefix("The ").removeprefix("the ")
    room = cell - 2 - len(str(number + 1))
    if width_of(outlet) > room and "." in outlet and " " not in outlet:
        outlet = max(outlet.split(".")[:-1], key=width_of)
    name = f"{number + 1} {fit(outlet, room).rstrip()}"
    return name + " " * (cell - width_of(name))


def _at_odds(cell: Cell) -> bool:
    return cell.relation in ("altered", "differs")


def _day(column: Column, room: int, *, years: bool, near: bool) -> str:
    """A column's day; where they are of several years with its own, in a narrow cell without it
    where all are `near`, else the month."""
    day = short_day(column.published, year=years)
    if width_of(day) <= room:
        return day
    return short_day(column.published, year=False) if near else (column.published or "")[:7]


def _text(fact: Fact) -> str:
    return " ".join((fact.kind, fact.text, *(cell.text for cell in fact.cells)))
