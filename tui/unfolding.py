"""The rows that a list shows: those fetched, and under some of them the articles they fold.

A `Rows` is a value: what is fetched, unfolded or folded gives another one. Knows no archive.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from index.results import Hit


@dataclass(frozen=True)
class Rows:
    """Rows in order; `under` has by the id of a row the articles that stand unfolded under it."""

    fetched: Sequence[Hit] = ()
    under: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)

    @cached_property
    def shown(self) -> list[Hit]:
        """Every row, those unfolded too."""
        if not self.under:
            return list(self.fetched)
        return [one for hit in self.fetched for one in (hit, *self.under.get(hit.row.id, ()))]

    @property
    def unfolded(self) -> int:
        """How many rows stand there only because another one is unfolded."""
        return len(self.shown) - len(self.fetched)

    def with_more(self, more: Sequence[Hit]) -> Rows:
        """With further rows at the end."""
        return replace(self, fetched=[*self.fetched, *more])

    def with_filled(self, begin: int, filled: Sequence[Hit]) -> Rows:
        """With other values for the same rows from one of those fetched on."""
        kept = self.fetched
        return replace(self, fetched=[*kept[:begin], *filled, *kept[begin + len(filled) :]])

    def with_unfolded(self, row: str, others: Sequence[Hit]) -> Rows:
        """With the articles that a row folds under it."""
        marked = tuple(replace(other, under=row) for other in others)
        return replace(self, under={**self.under, row: marked})

    def with_folded(self, row: str) -> Rows:
        """With a row folded again."""
        return replace(self, under={id: held for id, held in self.under.items() if id != row})

    def fetched_before(self, number: int) -> int:
        """How many of the rows above a shown one were fetched as rows."""
        return sum(hit.under is None for hit in self.shown[:number]) if self.under else number

    def row_of(self, article: str, otherwise: int = 0) -> int:
        """The row of an article, else the one that folds it, else the one to stand on instead."""
        shown = self.shown
        here = max(0, min(otherwise, len(shown) - 1))
        if not article or (shown and shown[here].row.id == article):
            return here
        for number, hit in enumerate(shown):
            if hit.row.id == article:
                return number
        return next((n for n, hit in enumerate(shown) if article in hit.copies), here)


def place_of(hit: Hit, rows: Sequence[Hit], before: int) -> int:
    """Where a row stands now that stood at `before`: the very same, or another of its article."""
    if before < len(rows) and rows[before].row.id == hit.row.id:
        return before
    for number, other in enumerate(rows):
        if other is hit:
            return number
    same = (number for number, other in enumerate(rows) if other.row.id == hit.row.id)
    return next(same, max(0, min(before, len(rows) - 1)))
