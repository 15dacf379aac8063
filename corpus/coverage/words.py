"""The words of many articles, counted by article: what keyness and families of nouns rest on.

A `Vocabulary` numbers the words of both sides; a `Bag` keeps for each article which of them it
has and how often, as arrays. Words are lower case, without numbers and possessives; short names
in capitals that would be stop words ("US", "WHO") stay in capitals. A sentence that stands word
for word in several articles of one outlet is a standing line, and none of its words counts.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, TypeAlias

from corpus.coverage.result import Count

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows: TypeAlias = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]

_WORD = re.compile(r"[^\W\d_]{2,}(?:['-](?!s\b)[^\W\d_]+)*")

_ADDRESS = re.compile(r"(?:https?:|www\.|pic\.)\S+")
STANDING = 3  # articles of one outlet from which on a sentence is a standing line: of those in just
# three (Reuters, Guardian, Fox; 146) nearly all are credits, boxes, signatures and stock phrases
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
    if "U.S" in text:
        text = _STATES.sub("US", text)
    text = text.replace("’", "'")
    if "http" in text or "www." in text or "pic." in text:
        text = _ADDRESS.sub(" ", text)
    some = any(name in text for name in CAPITALS) and not text.isupper()
    capitals = _CAPITALS.findall(text) if some else []
    words = _WORD.findall((_CAPITALS.sub(" ", text) if capitals else text).lower())
    return words + capitals


def line_of(outlet: str | None, sentence: str) -> int:
    """What a sentence of an outlet is known by; the same in every run of the program."""
    line = f"{outlet or ''}\n{sentence}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(line, digest_size=8).digest(), "big")


class Bag:
    """The words of one side's articles."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._read: list[tuple[NDArray[np.int32], tuple[int, ...], tuple[int, ...]]] = []
        self._within: Counter[int] = Counter()  # line → articles
        self._sorted: tuple[int, Rows] | None = None

    @property
    def articles(self) -> int:
        """How many were taken in."""
        return len(self._read)

    def add(
        self, sentences: Iterable[str], outlet: str | None = None
    ) -> tuple[Sequence[Sequence[str]], Sequence[int]]:
        """Take in the sentences of the outlet's next article; their words, and their lines."""
        import numpy as np

        said = list(sentences)
        words = [words_of(sentence) for sentence in said]
        lines = tuple(line_of(outlet, sentence) for sentence in said)
        lengths = tuple(map(len, words))
        every = map(self.vocabulary.__getitem__, chain.from_iterable(words))
        numbers = np.fromiter(every, np.int32, sum(lengths))
        self._read.append((numbers, lines, lengths))
        self._within.update(set(lines))
        return words, lines

    def standing(self) -> frozenset[int]:
        """The lines that run through an outlet's articles."""
        return frozenset(line for line, times in self._within.items() if times >= STANDING)

    def words(self) -> int:
        """How many words were counted."""
        return int(self._by_word()[1].sum())

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
            standing, empty = self.standing(), [np.zeros(0, np.int32)]
            found = [_counted(*one, standing) for one in self._read]
            words = np.concatenate([one for one, _ in found] or empty)
            times = np.concatenate([one for _, one in found] or empty)
            articles = np.repeat(
                np.arange(self.articles, dtype=np.int32), [len(one) for one, _ in found]
            )
            order = np.argsort(words, kind="stable")
            self._sorted = self.articles, (words[order], times[order], articles[order])
        return self._sorted[1]


def _counted(
    numbers: NDArray[np.int32],
    lines: Sequence[int],
    lengths: Sequence[int],
    standing: frozenset[int],
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The words of one article outside standing lines, each with how often it stands there."""
    import numpy as np

    if not standing.isdisjoint(lines):
        numbers = numbers[np.repeat([line not in standing for line in lines], lengths)]
    found, times = np.unique(numbers, return_counts=True)
    return found.astype(np.int32), times.astype(np.int32)
