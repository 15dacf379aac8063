"""Words that stand in one outlet's articles over and over: its boilerplate, series and notes.

In go samples of all articles and of one outlet's, out comes how much of the likeness
of two articles of that outlet is made of words that it uses far more often than others do, whatever
it reports: the methods of a survey, the heads of a column. A word weighs among an outlet's own
articles what it weighs in that outlet, where that is less. The days on which a word is most
frequent are left out, so an event that an outlet stays with is none of its habits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.stories.traits import ONE, Traits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.stories.shelf import Entrant

SAMPLE, OWN_SAMPLE = 2_000, 300  # articles of all outlets and of one that are looked at
FEWEST = 20  # articles of an outlet from which on it has habits
TOGETHER = 60  # days in which a word may be an event's
_PRIOR = 50
"""Articles of all outlets that each outlet's own are told with. Of 51 stories of one outlet that
these rules divide, 16 were read: some 4 were one event, of 12 more divided by squared factors 6."""


class Standing:
    """The habits of outlets. `sample` gives some of the articles of an outlet by its number, and
    of all outlets for None; it is asked when two of one outlet are alike for the first time."""

    def __init__(self, sample: Callable[[int | None], Sequence[Entrant]]) -> None:
        self._sample = sample
        self._everyones: tuple[int, NDArray[np.uint32], NDArray[np.int64]] | None = None
        self._outlets: dict[int, tuple[NDArray[np.uint32], NDArray[np.float64]]] = {}

    def part(self, outlet: int, one: Traits, other: Traits) -> float:
        """What of the likeness of two articles of an outlet is its standing words', from 0 to 1."""
        import numpy as np

        words, excess = self._of(outlet)
        if not len(words):
            return 0.0
        common, ours, theirs = np.intersect1d(
            one.features, other.features, assume_unique=True, return_indices=True
        )
        at = np.minimum(words.searchsorted(common), len(words) - 1)
        less = np.where(words[at] == common, excess[at], 0.0)
        both = one.weights[ours].astype(np.float64) * other.weights[theirs]
        return float((both * less).sum()) / (ONE * ONE)

    def _of(self, outlet: int) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
        """The words an outlet uses more than others, with the part of their weight they lose."""
        import numpy as np

        if outlet not in self._outlets:
            sample = self._sample(outlet)
            if len(sample) < FEWEST:
                self._outlets[outlet] = np.zeros(0, np.uint32), np.zeros(0)
            else:
                words, times, many = _elsewhere(sample)
                usual = self._share(words)
                own = np.log((many + _PRIOR) / (times + _PRIOR * usual))
                less = 1.0 - np.clip(own / -np.log(usual), 0.0, 1.0)
                self._outlets[outlet] = words[less > 0], less[less > 0]
        return self._outlets[outlet]

    def _share(self, words: NDArray[np.uint32]) -> NDArray[np.float64]:
        """The share of all articles that have each word, above 0 and below 1."""
        import numpy as np

        if self._everyones is None:
            everyone = [one.traits.features for one in self._sample(None)]
            words_of_all = np.concatenate([np.zeros(0, np.uint32), *everyone])
            self._everyones = len(everyone), *np.unique(words_of_all, return_counts=True)
        many, known, counts = self._everyones
        found = np.zeros(len(words))
        if len(known):
            at = np.minimum(known.searchsorted(words), len(known) - 1)
            found = np.where(known[at] == words, counts[at], 0).astype(np.float64)
        share: NDArray[np.float64] = (found + 1) / (many + 2)
        return share


def sampled(everyone: Iterable[tuple[int, int]]) -> dict[int | None, list[int]]:
    """Which articles are looked at of each outlet and, under None, of all: the first of these
    (an article, the number of its outlet), whose order must not tell what they are about."""
    found: dict[int | None, list[int]] = {None: []}
    for number, outlet in everyone:
        if len(found[None]) < SAMPLE:
            found[None].append(number)
        own = found.setdefault(outlet, [])
        if len(own) < OWN_SAMPLE:
            own.append(number)
    return found


def _elsewhere(
    sample: Sequence[Entrant],
) -> tuple[NDArray[np.uint32], NDArray[np.float64], NDArray[np.float64]]:
    """Each word of these articles, how many of them have it and of how many, those left out that
    came out about the time when most of them have it."""
    import numpy as np

    # Of those without a day each stands alone, behind all others.
    epochs = np.array([one.day // TOGETHER if one.day else -1 - k for k, one in enumerate(sample)])
    _, epochs = np.unique(epochs, return_inverse=True)
    size = np.bincount(epochs)
    features = np.concatenate([one.traits.features for one in sample]).astype(np.uint64)
    owners = np.repeat(epochs, [len(one.traits.features) for one in sample]).astype(np.uint64)
    both, counts = np.unique(features << np.uint64(32) | owners, return_counts=True)
    words, first = np.unique(both >> np.uint64(32), return_index=True)
    total = np.add.reduceat(counts, first)
    order = np.lexsort((counts, both >> np.uint64(32)))  # of each word the fullest epoch last
    last = order[np.append(first[1:], len(both)) - 1]
    fullest = size[(both[last] & np.uint64(0xFFFFFFFF)).astype(np.int64)]
    times = (total - counts[last]).astype(np.float64)
    return words.astype(np.uint32), times, (len(sample) - fullest).astype(np.float64)
