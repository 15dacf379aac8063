"""What sentences of two sides have in common, summed for many pairs of sentences at once.

In go the things that each sentence of either side holds, as numbers, out comes for every pair of
sentences asked for the weight of what both hold, without a loop over pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AT_ONCE = 1_500_000  # cells of a table with a row for each sentence, a column for each thing
MOST = 200_000  # else: pairs of equal things; beyond it the commonest are left out


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Pairs of sentences that are asked for, in a table of a shape."""

    rows: NDArray[Any]
    columns: NDArray[Any]
    shape: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """Which sentence holds which thing: two lists that run parallel, each pair once."""

    sentences: NDArray[Any]
    things: NDArray[Any]


def common(ours: Held, theirs: Held, weight: NDArray[Any], at: Places) -> NDArray[np.float64]:
    """The weight of the things that both sentences hold, for each place asked for.

    `weight` has an entry for each thing. Of long articles the commonest things are left out.
    """
    import numpy as np

    if sum(at.shape) * len(weight) <= AT_ONCE:
        left = np.zeros((at.shape[0], len(weight)), dtype=np.float32)
        right = np.zeros((at.shape[1], len(weight)), dtype=np.float32)
        left[ours.sentences, ours.things] = weight[ours.things]
        right[theirs.sentences, theirs.things] = 1.0
        table: NDArray[Any] = left @ right.T
        found: NDArray[np.float64] = table[at.rows, at.columns].astype(np.float64)
        return found
    one, other = meetings(ours.things, theirs.things)
    flat: NDArray[Any] = np.bincount(
        ours.sentences[one] * at.shape[1] + theirs.sentences[other],
        weights=weight[ours.things[one]],
        minlength=at.shape[0] * at.shape[1],
    )
    summed: NDArray[np.float64] = flat[at.rows * at.shape[1] + at.columns].astype(np.float64)
    return summed


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
