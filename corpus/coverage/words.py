"""The words of many articles, counted by article: what keyness and families of nouns rest on.

A `Vocabulary` numbers the words of both sides; a `Bag` keeps for each article which of them it
has and how often, as arrays. Words are lower case, without numbers and possessives; short names
in capitals that would be stop words ("US", "WHO") stay in capitals. A paragraph that stands word
for word in articles before is a standing line of the outlet, and is counted no further.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from corpus.coverage.result import Count

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows: TypeAlias = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]

_WORD = re.compile(r"[^\W\d_]{2,}(?:['-](?!s\b)[^\W\d_]+)*")

_ADDRESS = re.compile(r"(?:https?:|www\.|pic\.)\S+")
STANDING = 2  # articles of a side in which a paragraph is counted; after that it is a standing line
LONGEST = 5  # times the median length, up to which an article's words weigh in full

CAPITALS = ("US", "WHO", "IS", "IT")  # names that are stop words in small letters
STATES = r"U\.S\.(?:A\.)?"
_STATES = re.compile(rf"\b{STATES}")
_CAPITALS = re.compile(rf"(?<![\w'-])(?:{'|'.join(CAPITALS)})(?![\w'-])")


Vocabulary: TypeAlias = defaultdict[str, int]


def vocabulary() -> Vocabulary:
    """Words with their numbers; a word that is asked for first gets the next one."""
    return defaultdict(count().__next__)


def words_of(text: str) -> list[str]:
    """The words of a text as they are counted.

    >>> words_of("The US said who's next.")
    ['the', 'said', 'who', 'next', 'US']
    """
    text = _ADDRESS.sub(" ", _STATES.sub("US", text).replace("’", "'"))
    capitals = [] if text.isupper() else _CAPITALS.findall(text)
    words = _WORD.findall((_CAPITALS.sub(" ", text) if capitals else text).lower())
    return words + capitals


class Bag:
    """The words of one side's articles."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.articles = 0
        self._words: list[NDArray[np.int32]] = []
        self._times: list[NDArray[np.int32]] = []
        self._sorted: tuple[int, Rows] | None = None
        self._standing: dict[int, int] = {}

    def add(self, texts: Iterable[str]) -> int:
        """Take in the texts of the next article; how many words they have."""
        import numpy as np

        words = [word for text in texts if self._is_fresh(text) for word in words_of(text)]
        numbers = np.fromiter(map(self.vocabulary.__getitem__, words), np.int32, len(words))
        found, times = np.unique(numbers, return_counts=True)
        self._words.append(found.astype(np.int32))
        self._times.append(times.astype(np.int32))
        self.articles += 1
        return len(words)

    def _is_fresh(self, text: str) -> bool:
        """Whether a paragraph does not run through the outlet's articles."""
        known = hash(text)
        self._standing[known] = times = self._standing.get(known, 0) + 1
        return times <= STANDING

    def weighed(self) -> NDArray[np.float64]:
        """For each word how often it stands here, the excess of very long articles taken off."""
        import numpy as np

        words, times, articles = self._by_word()
        lengths = np.bincount(articles, weights=times, minlength=self.articles)
        longest = LONGEST * np.median(lengths) if self.articles else 1.0
        weights = np.minimum(1.0, np.maximum(longest, 1) / np.maximum(lengths, 1))
        weighed = times * weights[articles]
        return np.bincount(words, weights=weighed, minlength=len(self.vocabulary)).astype(float)

    def totals(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """For each word: how often, in how many articles, and how often in the one with most."""
        import numpy as np

        size = len(self.vocabulary)
        words, times, _ = self._by_word()
        most = np.zeros(size, np.int64)
        np.maximum.at(most, words, times)
        return (
            np.bincount(words, weights=times, minlength=size).astype(np.int64),
            np.bincount(words, minlength=size),
            most,
        )

    def count(self, *numbers: int) -> Count:
        """How often these words stand here together, and in which articles."""
        import numpy as np

        words, times, articles = self._by_word()
        ranges = [slice(*np.searchsorted(words, (word, word + 1))) for word in numbers]
        within = np.unique(np.concatenate([articles[one] for one in ranges]))
        total = sum(int(times[one].sum()) for one in ranges)
        return Count(total, len(within), tuple(within.tolist()))

    def _by_word(self) -> Rows:
        """Word, how often, and article, in three rows sorted by word, then article."""
        import numpy as np

        if self._sorted is None or self._sorted[0] != self.articles:
            empty = [np.zeros(0, np.int32)]
            words = np.concatenate(self._words or empty)
            times = np.concatenate(self._times or empty)
            articles = np.repeat(
                np.arange(self.articles, dtype=np.int32), [len(one) for one in self._words]
            )
            order = np.argsort(words, kind="stable")
            self._sorted = self.articles, (words[order], times[order], articles[order])
        return self._sorted[1]
