"""How much of what each sentence says stands in each sentence of the other article.

In go two `Side`s, out comes a `Likeness`: for every pair of sentences the soft Dice coefficient
of their stems, and the share of either sentence that the other carries. Everything that compares
sentences asks these tables; they are computed once for two articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from corpus.comparison.sides import Side, weights
from corpus.comparison.similarity import nearness, vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OPENING = 8  # sentences of an article, its title among them, that tell which event it reports
_AT_ONCE = 1_500_000  # similarities held in memory at a time, 6 MB
_COLUMNS = 64  # sentences of long articles that are summed at a time


class Scored(Protocol):
    """Whatever says how near two sentences of two sides are, from 0 to 1."""

    def score(self, left: int, right: int) -> float:
        """The score of one pair."""


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Tables with a row for each left and a column for each right sentence, from 0 to 1.

    `dice`: soft Dice coefficient. `of_left`: the share of the left sentence's weight that the
    right one carries; `of_right` the other way round. `of_left_in_two`: the same for the right
    sentence and the one behind it together (the last column repeats the single sentence);
    `of_right_in_two` for the left sentence and the one behind it. `meaning`: cosine of the
    weighted averages of their words' vectors (Arora, Liang and Ma 2017).

    `near_right` has a row for each left stem (`row_left` says which) with its nearness to each
    right sentence, `near_left` the same the other way round. `words_left` gives a word for each
    left stem, `vectors_left` its vector, row by row.
    """

    dice: NDArray[np.float32]
    of_left: NDArray[np.float32]
    of_right: NDArray[np.float32]
    of_left_in_two: NDArray[np.float32]
    of_right_in_two: NDArray[np.float32]
    meaning: NDArray[np.float32]
    near_right: NDArray[np.float32]
    near_left: NDArray[np.float32]
    row_left: dict[str, int]
    row_right: dict[str, int]
    words_left: dict[str, str]
    words_right: dict[str, str]
    vectors_left: NDArray[np.float32]
    vectors_right: NDArray[np.float32]
    weight: dict[str, float]

    def score(self, left: int, right: int) -> float:
        """The Dice coefficient of one pair; 0 where a side has no such sentence."""
        rows, columns = self.dice.shape
        return float(self.dice[left, right]) if left < rows and right < columns else 0.0

    @property
    def ours(self) -> NDArray[np.float32]:
        """The left side's first sentences with all of the right."""
        return self.dice[:OPENING]

    @property
    def theirs(self) -> NDArray[np.float32]:
        """All of the left side's with the right side's first sentences."""
        return self.dice[:, :OPENING]


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
        rows = [
            np.zeros((len(v), n), dtype=np.float32)
            for v, n in ((ours, shape[1]), (theirs, shape[0]))
        ]
        number = [{stem: n for n, stem in enumerate(v)} for v in (ours, theirs)]
        tables = (nothing, nothing, nothing, nothing, nothing, nothing)
        known = vectors(list(ours.values())), vectors(list(theirs.values()))
        return Likeness(
            *tables, rows[0], rows[1], number[0], number[1], ours, theirs, *known, weight
        )
    known = vectors(list(ours.values())), vectors(list(theirs.values()))
    near_right, near_left = _nearest(left, right, ours, theirs, known)
    own, other = _Members(left, ours, weight), _Members(right, theirs, weight)
    common_left = own.sums(near_right)
    common_right = other.sums(near_left).T
    mass_left, mass_right = own.mass, other.mass
    of_left = _share(common_left, mass_left[:, None])
    of_right = _share(common_right, mass_right[None, :])
    in_two = own.in_two(near_right), other.in_two(near_left)
    return Likeness(
        dice=_dice(own, other, common_left, common_right),
        of_left=of_left,
        of_right=of_right,
        of_left_in_two=of_left if in_two[0] is None else _share(in_two[0], mass_left[:, None]),
        of_right_in_two=(
            of_right if in_two[1] is None else _share(in_two[1].T, mass_right[None, :])
        ),
        meaning=_cosine(own.sums(known[0]), other.sums(known[1])),
        near_right=near_right,
        near_left=near_left,
        row_left=own.number,
        row_right=other.number,
        words_left=ours,
        words_right=theirs,
        vectors_left=known[0],
        vectors_right=known[1],
        weight=weight,
    )


def dice(left: Side, right: Side, weight: dict[str, float]) -> NDArray[np.float32]:
    """Only the Dice coefficients of all sentences of two sides, with the weights of their stems."""
    import numpy as np

    (ours, our_vectors), (theirs, their_vectors) = _read(left), _read(right)
    if not ours or not theirs:
        return np.zeros((len(left.stems), len(right.stems)), dtype=np.float32)
    near = _nearest(left, right, ours, theirs, (our_vectors, their_vectors))
    own, other = _Members(left, ours, weight), _Members(right, theirs, weight)
    found: NDArray[np.float32] = _dice(own, other, own.sums(near[0]), other.sums(near[1]).T)
    return found


def _dice(own: _Members, other: _Members, common_left: Any, common_right: Any) -> Any:
    return _share(common_left + common_right, own.mass[:, None] + other.mass[None, :])


def _read(side: Side) -> tuple[dict[str, str], NDArray[np.float32]]:
    """The vocabulary of a side and its vectors, looked up once."""
    if "vocabulary" not in side.read:
        words = _vocabulary(side)
        side.read["vocabulary"] = words, vectors(list(words.values()))
    found: tuple[dict[str, str], NDArray[np.float32]] = side.read["vocabulary"]
    return found


def _vocabulary(side: Side) -> dict[str, str]:
    """Each stem of a side with the first word that stood for it, in order of appearance."""
    words: dict[str, str] = {}
    for stems, roots, forms in zip(side.stems, side.roots, side.forms, strict=True):
        for root, form in zip(roots, forms, strict=True):
            if root not in words and root in stems:
                words[root] = form
    return words


class _Members:
    """Which stems of the vocabulary stand in each sentence, laid out for sums over them."""

    def __init__(self, side: Side, vocabulary: dict[str, str], weight: dict[str, float]) -> None:
        import numpy as np

        self.number = {stem: n for n, stem in enumerate(vocabulary)}
        rows = [[self.number[s] for s in stems] for stems in side.stems]
        self.size = len(rows)
        self.full = [n for n, row in enumerate(rows) if row]
        self.flat = np.array([n for row in rows for n in row], dtype=np.int64)
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        weights = np.array([weight[s] for s in vocabulary], dtype=np.float32)
        self.weights = weights[self.flat]
        self.bounds = np.concatenate([[0], np.cumsum(lengths[self.full])[:-1]])
        self.mass = np.zeros(self.size, dtype=np.float32)
        self.mass[self.full] = np.add.reduceat(self.weights, self.bounds)
        self.table: Any = None
        if self.size * len(vocabulary) <= _AT_ONCE:
            self.table = np.zeros((self.size, len(vocabulary)), dtype=np.float32)
            self.table[np.repeat(np.arange(self.size), lengths), self.flat] = self.weights

    def sums(self, values: Any) -> Any:
        """For each sentence the weighted sum of its stems' rows of `values`."""
        import numpy as np

        if self.table is not None:
            return self.table @ values
        out = np.zeros((self.size, values.shape[1]), dtype=np.float32)
        for at in range(0, values.shape[1], _COLUMNS):  # in stripes, so that memory stays bounded
            stripe = values[:, at : at + _COLUMNS][self.flat] * self.weights[:, None]
            out[self.full, at : at + _COLUMNS] = np.add.reduceat(stripe, self.bounds, axis=0)
        return out

    def in_two(self, near: Any) -> Any:
        """The same for each sentence of the other side and the one behind it together.

        None for articles of many hundred sentences: the second pass would take as long as all
        the rest, and single ones stand in.
        """
        return None if self.table is None else self.sums(_with_next(near))


def _nearest(
    left: Side,
    right: Side,
    ours: dict[str, str],
    theirs: dict[str, str],
    known: tuple[Any, Any],
) -> tuple[Any, Any]:
    """For each stem its nearness to each sentence of the other side: (ours × right sentences,
    theirs × left sentences). Similarities are held in stripes, so that memory stays bounded."""
    import numpy as np

    column = {stem: n for n, stem in enumerate(theirs)}
    their_words = list(theirs.values())
    near_right = np.zeros((len(ours), len(right.stems)), dtype=np.float32)
    near_left = np.zeros((len(theirs), len(left.stems)), dtype=np.float32)
    in_left, in_right = _Places(left, ours), _Places(right, column)
    stems = list(ours)
    stripe = max(1, _AT_ONCE // max(1, len(theirs)))
    for at in range(0, len(stems), stripe):
        part = stems[at : at + stripe]
        near = nearness([ours[s] for s in part], known[0][at : at + stripe], their_words, known[1])
        equal = [(row, column[stem]) for row, stem in enumerate(part) if stem in column]
        if equal:  # equal stems are equal whatever words stood for them
            near[tuple(zip(*equal, strict=True))] = 1.0
        rows, columns = near.nonzero()
        values = near[rows, columns]
        in_right.raise_to(near_right, rows + at, columns, values)
        in_left.raise_to(near_left, columns, rows + at, values)
    return near_right, near_left


class _Places:
    """For each stem of a vocabulary the sentences of a side that hold it."""

    def __init__(self, side: Side, vocabulary: dict[str, Any]) -> None:
        import numpy as np

        number = {stem: n for n, stem in enumerate(vocabulary)}
        holders: list[list[int]] = [[] for _ in vocabulary]
        for i, found in enumerate(side.stems):
            for stem in found:
                holders[number[stem]].append(i)
        self.counts = np.array([len(h) for h in holders], dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.counts)[:-1]])
        self.flat = np.array([i for h in holders for i in h], dtype=np.int64)

    def raise_to(self, table: Any, rows: Any, stems: Any, values: Any) -> None:
        """Raise table[row, sentence] to a value for every sentence that holds the stem."""
        import numpy as np

        counts = self.counts[stems]
        repeated = np.repeat(np.arange(len(stems)), counts)
        within = np.arange(len(repeated)) - np.repeat(np.cumsum(counts) - counts, counts)
        sentences = self.flat[self.starts[stems][repeated] + within]
        np.maximum.at(table, (rows[repeated], sentences), values[repeated])


def _with_next(near: Any) -> Any:
    """Nearness to each sentence and the one behind it together."""
    import numpy as np

    joined = near.copy()
    joined[:, :-1] = np.maximum(near[:, :-1], near[:, 1:])
    return joined


def _cosine(ours: Any, theirs: Any) -> Any:
    import numpy as np

    for sums in (ours, theirs):
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        np.divide(sums, length, out=sums, where=length > 0)
    return ours @ theirs.T


def _share(part: Any, whole: Any) -> Any:
    import numpy as np

    out = part / np.where(whole > 0, whole, np.float32(np.inf))
    return np.minimum(out, 1.0, out=out)
