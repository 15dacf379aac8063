"""The values a ledger is made of: facts, cells, and who carries what.

A fact is a row: one quotation, figure or statement, in the words of its medoid, the version that
most others match. A cell says in which words one article carries it, and how they relate to the
medoid's; an article that has no cell carries nothing that matches: "not found here", or where its
column has sentences unread, "not found in what was read".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.comparison.facing import ComparedSentence

FactKind = Literal["quotation", "figure", "statement"]
CellRelation = Literal[
    "medoid", "same", "reworded", "trimmed", "longer", "overlap", "spliced", "altered",
    "approximate", "differs", "unsure", "elsewhere", "unquoted", "in_part",
]  # fmt: skip
"""`medoid`: the version the row is named by. `trimmed`/`longer`: the quotation is cut, or the
medoid's is. `differs`: a figure that may conflict, or a sentence with another time of day.
`in_part`: a sentence that says in other words a part of what the row does.
`unsure`: a sentence that may state it, in part or in passing, or deny it, or a figure that may be
of the same people or things; nobody is said to carry the row by it. It has a row of its own only
where others carry that, or where it denies or counts what it states otherwise. `elsewhere`,
`unquoted`: the words of the
row stand there, in another row or as no quotation."""

AT_ODDS = frozenset({"altered", "differs"})
FEW_WORDS = 6  # of a quotation, which may stand anywhere without being it
CHANGED = frozenset({"trimmed", "longer", "overlap", "spliced", "approximate"})


@dataclass(frozen=True, slots=True)
class Cell:
    """How one article carries a fact: in these words, in its sentence number `sentence`."""

    article: str  # full id
    text: str
    relation: CellRelation
    sentence: int  # into the sentences of its column
    value: float | None = None
    source: str | None = None  # who says so, as the sentence names them
    more: tuple[int, ...] = ()  # further sentences of the article that say it again
    row: int = 0  # the fact, counted from 1, in which the article has these words; 0 for none
    likely: float | None = None  # of a sentence that may state it: how likely, from 0 to 1

    @property
    def differs(self) -> bool:
        """Whether its words or its number are other than those of its row."""
        return self.relation in AT_ODDS or self.relation in CHANGED


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: what is reported, and by whom in which words.

    Figures of one `thing` (a number from 1 on; 0 for none) give different numbers of what may be
    one thing: the dead as a ministry counts them, and as rebels do. A statement `shares` with
    others what stands in these rows (numbers from 1 on): a quotation or a number of its sentence.
    """

    kind: FactKind
    text: str
    cells: tuple[Cell, ...]
    thing: int = 0
    shares: tuple[int, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether one article carries it, and no other gives another number for it."""
        return len(self.carried) == 1 and not self.thing

    @property
    def carried(self) -> tuple[Cell, ...]:
        """The cells of the articles that are said to carry it: not those that may, nor those that
        have few words of a quotation without quoting them, or a number and noun of another row."""
        return tuple(cell for cell in self.cells if not self._only_words(cell))

    def _only_words(self, cell: Cell) -> bool:
        """Whether an article has no more than the words, as any may have."""
        if cell.relation == "unquoted":
            return len(self.text.split()) <= FEW_WORDS
        return cell.relation == "unsure" or (cell.relation == "elsewhere" and self.kind == "figure")

    @property
    def perhaps(self) -> tuple[Cell, ...]:
        """The cells of the articles that may carry it."""
        return tuple(cell for cell in self.cells if cell.relation == "unsure")

    @property
    def likely(self) -> float:
        """How likely the likeliest of those states it; 0 where there is none."""
        return max((cell.likely or 0.0 for cell in self.perhaps), default=0.0)

    @property
    def differs(self) -> bool:
        """Whether articles may disagree about it, in this row or by another row's number."""
        return bool(self.at_odds or self.thing)

    @property
    def at_odds(self) -> int:
        """How many articles carry it in a way that may conflict with the medoid's."""
        return sum(cell.relation in AT_ODDS for cell in self.cells)

    @property
    def changed(self) -> int:
        """How many carry it cut, spliced or rounded."""
        return sum(cell.relation in CHANGED for cell in self.cells)

    def cell_of(self, article: str) -> Cell | None:
        """How an article (full id) carries it; None where it was not found."""
        return next((cell for cell in self.cells if cell.article == article), None)


@dataclass(frozen=True, slots=True)
class Column:
    """An article of the ledger, with its sentences as cells number them."""

    article: str  # full id
    outlet: str | None
    title: str
    published: str | None
    published_at: str | None
    sentences: tuple[ComparedSentence, ...]
    unread: int = 0  # sentences beyond these that were not held against others


@dataclass(frozen=True, slots=True)
class Named:
    """Who or what is named, and by which articles (full ids), in each of them how often (`times`;
    empty in ledgers kept from before that was counted)."""

    key: str
    name: str
    type: str
    articles: tuple[str, ...]
    times: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Facts times articles. `left_out` are articles beyond those compared in full, `apart` those of
    the columns that perhaps report another event than each of the others, `later` those whose text
    tells a day behind that of their publication (full ids)."""

    columns: tuple[Column, ...]
    facts: tuple[Fact, ...]
    names: tuple[Named, ...]
    left_out: tuple[str, ...] = ()
    unread: int = 0  # columns whose names are not recognised yet
    apart: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    @property
    def cut(self) -> tuple[Column, ...]:
        """The columns of articles too long to be read to their end."""
        return tuple(column for column in self.columns if column.unread)

    @property
    def disputed(self) -> int:
        """How many facts articles may disagree about; rows about one thing are one."""
        things = {fact.thing for fact in self.facts if fact.thing}
        return len(things) + sum(fact.at_odds > 0 and not fact.thing for fact in self.facts)

    def by_one(self) -> list[Fact]:
        """The rows that one article carries, and no other may or in part; of rows that may say one
        thing the first is not among them, so that what may be shared is never only here."""
        seen: set[tuple[str, int]] = set()
        found = []
        for fact in self.facts:
            beyond = [cell for cell in fact.cells if cell not in fact.carried]
            if (
                fact.alone
                and not fact.shares
                and (not beyond or any((c.article, c.sentence) in seen for c in fact.carried))
            ):
                found.append(fact)
            else:
                seen.update((cell.article, cell.sentence) for cell in beyond)
        return found

    def shared_by(self, fact: Fact) -> tuple[Fact, ...]:
        """The rows that hold what others carry of a statement of one article."""
        return tuple(self.facts[number - 1] for number in fact.shares)

    def otherwise(self, fact: Fact) -> tuple[Fact, ...]:
        """The rows that give other numbers of what may be the thing of this one."""
        if not fact.thing:
            return ()
        return tuple(one for one in self.facts if one.thing == fact.thing and one is not fact)
