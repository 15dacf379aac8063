"""A row of a comparison: sentences that face each other or stand alone, with all found in them.

A value only; `pairs` makes the rows of a `Comparison` and puts them in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.comparison.facing import SentenceDifference
from corpus.comparison.result import (
    Change,
    Claim,
    FigurePair,
    Paraphrase,
    Passage,
    QuotationPair,
)
from tui.views.lonely import Alone
from tui.views.marks import Mark

Numbers = tuple[int, ...]
Telling = tuple[frozenset[int], frozenset[int]]
"""The sentences of each side that are never folded away: they count or quote something."""

NONE_TELLING: Telling = (frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class PairRow:
    """Sentences of both sides that face each other; one side may be empty, and `alone` says how
    far that holds: found here only, left open, or set into the page.

    `set_aside` marks a row of lines that are no part of the articles: numbers into `removed`.
    """

    left: Numbers
    right: Numbers
    relation: Mark
    label: str
    score: float | None = None
    likelihood: float | None = None
    rule: str = ""
    words: tuple[str, ...] = ()
    quotations: tuple[QuotationPair, ...] = ()
    figures: tuple[FigurePair, ...] = ()
    paraphrases: tuple[Paraphrase, ...] = ()
    claims: tuple[Claim, ...] = ()
    shared: tuple[Passage, ...] = ()
    change: Change | None = None
    otherwise: tuple[SentenceDifference, ...] = ()
    titles: bool = False
    folds: bool = False
    alone: Alone = "only"
    moved: str = ""  # "up" or "down": where the right side stands, when out of order
    set_aside: tuple[int | None, int | None] | None = field(default=None)

    @property
    def mark(self) -> str:
        """The signs between the columns."""
        return self.relation.signs

    @property
    def gravity(self) -> int:
        """How much the row matters to somebody who looks for differences."""
        return self.relation.gravity

    @property
    def one_sided(self) -> bool:
        """Whether nothing faces it."""
        return bool(self.left) != bool(self.right)

    @property
    def only(self) -> bool:
        """Whether it is said to be found on one side only."""
        return self.one_sided and self.alone == "only"

    @property
    def key(self) -> tuple[Numbers, Numbers]:
        """What the row is known by when the rows are made anew."""
        return self.left, self.right
