"""How near the first sentences of two articles are to all sentences of the other, and no others.

In go two `Side`s, out come `Openings`: of the tables of `likeness` the rows and columns that tell
whether both report one event. They take a tenth of the time, for who asks it of many articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from corpus.comparison.likeness import OPENING, dice
from corpus.comparison.sides import Side, weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAD = 3  # sentences of an article, its title among them


class HasOpenings(Protocol):
    """Whatever has the Dice coefficients of either side's first sentences."""

    @property
    def ours(self) -> NDArray[np.float32]:
        """The left side's first sentences (rows) with all of the right."""

    @property
    def theirs(self) -> NDArray[np.float32]:
        """All of the left side's with the right side's first sentences (columns)."""


@dataclass(frozen=True, slots=True, eq=False)
class Openings:
    """The Dice coefficients of first sentences with all of the other side."""

    ours: NDArray[np.float32]
    theirs: NDArray[np.float32]


def openings(left: Side, right: Side) -> Openings:
    """The same numbers as `likeness` gives for either side's first sentences."""
    weight = weights(left, right)
    return Openings(
        dice(opening(left, OPENING), right, weight),
        dice(left, opening(right, OPENING), weight),
    )


def leads(left: Side, right: Side) -> NDArray[np.float32]:
    """The same numbers for the first LEAD sentences of both alone."""
    first, other = opening(left, LEAD), opening(right, LEAD)
    stems = frozenset().union(*first.stems, *other.stems)
    return dice(first, other, weights(left, right, stems))


def opening(side: Side, count: int) -> Side:
    """The first sentences of a side, laid out once."""
    found: Side | None = side.read.get(f"first {count}")
    if found is None:
        found = side.read[f"first {count}"] = side.first(count)
    return found
