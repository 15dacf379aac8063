"""What stands around two sentences: whether those near the one are near those by the other.

In goes a table of how alike the sentences of two articles are, out comes a number for each pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.comparison.meetings import Places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FADES = 0.78  # weight of a neighbour, for each sentence farther off (e to the -1/4)
_MOST = 8.0  # times the average


def around(alike: NDArray[Any], at: Places) -> NDArray[np.float64]:
    """How much more alike the neighbours of two sentences are than all sentences on average."""
    import numpy as np

    table = _of_neighbours(_of_neighbours(alike).T).T
    average = float(table.mean())
    if average <= 0:
        return np.zeros(len(at.rows))
    found: NDArray[np.float64] = np.minimum(table[at.rows, at.columns] / average, _MOST)
    return found


def _of_neighbours(table: Any) -> Any:
    """For each row the average of all others, the nearer the heavier."""
    import numpy as np

    size = len(table)
    found = np.zeros(table.shape, dtype=table.dtype)
    weight = np.full((size, 1), 1e-9, dtype=table.dtype)
    before = after = np.zeros(table.shape[1], dtype=table.dtype)
    one = 0.0  # what all weights before it come to
    for n in range(1, size):
        before = _FADES * (before + table[n - 1])
        after = _FADES * (after + table[size - n])
        one = _FADES * (one + 1)
        found[n] += before
        found[size - 1 - n] += after
        weight[n] += one
        weight[size - 1 - n] += one
    found /= weight
    return found


def beside(alike: NDArray[Any], at: Places) -> NDArray[Any]:
    """How alike either sentence and a neighbour of the other are, at most."""
    import numpy as np

    i, j = at.rows + 1, at.columns + 1
    framed = np.pad(alike, 1)
    rows = np.maximum(framed[i - 1, j], framed[i + 1, j])
    best: NDArray[Any] = np.maximum(rows, np.maximum(framed[i, j - 1], framed[i, j + 1]))
    return best
