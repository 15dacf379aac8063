"""Where two lists of numbered things hold the same one: what sentences have in common, all at once.

In go the things of the left and of the right sentences, out come the places of equal ones, from
which sums over whatever two sentences share are made without a loop over pairs of sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Pairs of sentences that are asked for, in a table of a shape."""

    rows: NDArray[Any]
    columns: NDArray[Any]
    shape: tuple[int, int]


MOST = 500_000  # pairs of equal things; beyond it the commonest are left out


def meetings(ours: NDArray[Any], theirs: NDArray[Any]) -> tuple[NDArray[np.int64], ...]:
    """(places in `ours`, places in `theirs`) of every pair of equal numbers.

    What would make more than `MOST` pairs in all is left out, the commonest numbers first.
    """
    import numpy as np

    order = np.argsort(theirs, kind="stable")
    there = theirs[order]
    first = np.searchsorted(there, ours, side="left")
    count = np.searchsorted(there, ours, side="right") - first
    if int(count.sum()) > MOST:
        _, one, at, held = np.unique(
            ours, return_index=True, return_inverse=True, return_counts=True
        )
        made = held * count[one]  # pairs that each number makes
        rarest = np.argsort(made, kind="stable")
        kept = np.zeros(len(made), dtype=bool)
        kept[rarest[np.cumsum(made[rarest]) <= MOST]] = True
        count[~kept[at]] = 0
    left = np.repeat(np.arange(len(ours)), count)
    within = np.arange(len(left)) - np.repeat(np.cumsum(count) - count, count)
    return left, order[first[left] + within]


def summed(
    rows: NDArray[Any], columns: NDArray[Any], values: NDArray[Any] | None, at: Places
) -> NDArray[np.float64]:
    """The sum of the values (without values their number) at each place that is asked for."""
    import numpy as np

    flat: NDArray[Any] = np.bincount(
        rows * at.shape[1] + columns, weights=values, minlength=at.shape[0] * at.shape[1]
    )
    found: NDArray[np.float64] = flat[at.rows * at.shape[1] + at.columns].astype(np.float64)
    return found
