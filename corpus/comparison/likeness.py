"""How much of what each sentence says stands in each sentence of the other article.

In go two `Side`s, out comes a `Likeness`: for every pair of sentences the soft Dice coefficient
of their stems, and the share of either sentence that the other carries. Everything that compares
sentences asks these tables; they are computed once for two articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.comparison.sides import Side, weights
from corpus.comparison.similarity import matrix

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 1_500_000  # similarities held in memory at a time, 6 MB


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Tables with a row for each left and a column for each right sentence, from 0 to 1.

    `dice`: soft Dice coefficient. `of_left`: the share of the left sentence's weight that the
    right one carries; `of_right` the other way round. `of_left_in_two`: the same for the right
    sentence and the one behind it together (the last column repeats the single sentence);
    `of_right_in_two` for the left sentence and the one behind it.
    """

    dice: NDArray[np.float32]
    of_left: NDArray[np.float32]
    of_right: NDArray[np.float32]
    of_left_in_two: NDArray[np.float32]
    of_right_in_two: NDArray[np.float32]
    mass_left: NDArray[np.float32]
    mass_right: NDArray[np.float32]
    weight: dict[str, float]

    def score(self, left: int, right: int) -> float:
        """The Dice coefficient of one pair; 0 where a side has no such sentence."""
        rows, columns = self.dice.shape
        return float(self.dice[left, right]) if left < rows and right < columns else 0.0


def likeness(left: Side, right: Side) -> Likeness:
    """Hold all sentences of two sides against each other.

    Each word counts with its weight times its nearness to the nearest word of the other
    sentence (Dice 1945 over sets of stems, made soft by `similarity.matrix`).
    """
    import numpy as np

    weight = weights(left, right)
    shape = len(left.stems), len(right.stems)
    ours, theirs = _vocabulary(left), _vocabulary(right)
    if not ours or not theirs:
        nothing = np.zeros(shape, dtype=np.float32)
        mass = [np.zeros(n, dtype=np.float32) for n in shape]
        return Likeness(nothing, nothing, nothing, nothing, nothing, mass[0], mass[1], weight)
    near_right, near_left = _nearest(left, right, ours, theirs)
    own, other = _Members(left, ours, weight), _Members(right, theirs, weight)
    common_left = own.sums(near_right)
    common_right = other.sums(near_left).T
    mass_left, mass_right = own.mass, other.mass
    both = mass_left[:, None] + mass_right[None, :]
    return Likeness(
        dice=_share(common_left + common_right, both),
        of_left=_share(common_left, mass_left[:, None]),
        of_right=_share(common_right, mass_right[None, :]),
        of_left_in_two=_share(own.sums(_with_next(near_right)), mass_left[:, None]),
        of_right_in_two=_share(other.sums(_with_next(near_left)).T, mass_right[None, :]),
        mass_left=mass_left,
        mass_right=mass_right,
        weight=weight,
    )


def _vocabulary(side: Side) -> dict[str, str]:
    """Each stem of a side with the first word that stood for it, in order of appearance."""
    words: dict[str, str] = {}
    for stems, tokens in zip(side.stems, side.tokens, strict=True):
        for token in tokens:
            if token.stem in stems:
                words.setdefault(token.stem, token.word)
    return words


class _Members:
    """Which stems of the vocabulary stand in each sentence, laid out for sums over them."""

    def __init__(self, side: Side, vocabulary: dict[str, str], weight: dict[str, float]) -> None:
        import numpy as np

        number = {stem: n for n, stem in enumerate(vocabulary)}
        rows = [[number[s] for s in stems] for stems in side.stems]
        self.size = len(rows)
        self.full = np.array([n for n, row in enumerate(rows) if row], dtype=np.int64)
        self.flat = np.array([n for row in rows for n in row], dtype=np.int64)
        lengths = [len(row) for row in rows if row]
        self.bounds = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
        self.weights = np.array([weight[s] for s in vocabulary], dtype=np.float32)
        self.mass = np.zeros(self.size, dtype=np.float32)
        self.mass[self.full] = np.add.reduceat(self.weights[self.flat], self.bounds)

    def sums(self, values: Any) -> Any:
        """For each sentence the weighted sum of its stems' rows of `values`."""
        import numpy as np

        out = np.zeros((self.size, values.shape[1]), dtype=np.float32)
        weighted = values * self.weights[:, None]
        out[self.full] = np.add.reduceat(weighted[self.flat], self.bounds, axis=0)
        return out


def _nearest(
    left: Side, right: Side, ours: dict[str, str], theirs: dict[str, str]
) -> tuple[Any, Any]:
    """For each stem its nearness to each sentence of the other side: (ours × right sentences,
    theirs × left sentences). Similarities are held in stripes, so that memory stays bounded."""
    import numpy as np

    column = {stem: n for n, stem in enumerate(theirs)}
    their_words = list(theirs.values())
    in_left, in_right = _numbers(left, ours), _numbers(right, column)
    near_right = np.zeros((len(ours), len(in_right)), dtype=np.float32)
    near_left = np.zeros((len(theirs), len(in_left)), dtype=np.float32)
    stems = list(ours)
    stripe = max(1, _AT_ONCE // max(1, len(theirs)))
    for at in range(0, len(stems), stripe):
        part = stems[at : at + stripe]
        near = matrix([ours[s] for s in part], their_words)
        for row, stem in enumerate(part):
            if stem in column:  # equal stems are equal whatever words stood for them
                near[row, column[stem]] = 1.0
        for j, members in enumerate(in_right):
            if members:
                near_right[at : at + stripe, j] = near[:, members].max(axis=1)
        turned = np.ascontiguousarray(near.T)
        for i, all_members in enumerate(in_left):
            inside = [n - at for n in all_members if at <= n < at + len(part)]
            if inside:
                best = turned[:, inside].max(axis=1)
                np.maximum(near_left[:, i], best, out=near_left[:, i])
    return near_right, near_left


def _numbers(side: Side, vocabulary: dict[str, Any]) -> list[list[int]]:
    number = {stem: n for n, stem in enumerate(vocabulary)}
    return [[number[s] for s in stems] for stems in side.stems]


def _with_next(near: Any) -> Any:
    """Nearness to each sentence and the one behind it together."""
    import numpy as np

    joined = near.copy()
    joined[:, :-1] = np.maximum(near[:, :-1], near[:, 1:])
    return joined


def _share(part: Any, whole: Any) -> Any:
    import numpy as np

    out = np.zeros(np.broadcast_shapes(part.shape, whole.shape), dtype=np.float32)
    np.divide(part, whole, out=out, where=np.broadcast_to(whole > 0, out.shape))
    return np.minimum(out, 1.0)
