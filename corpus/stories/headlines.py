"""How much the titles of two articles have in common, where little else tells.

In go titles by the numbers of their articles; out comes the cosine of their words, each weighed by
how rare it is. It is asked for few pairs, so words are looked up when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.stories.traits import title_words

_SCALE = 10_000  # whole numbers have one sum in any order


class Headlines:
    """The titles of articles; one without a telling word says nothing against any other."""

    def __init__(self, titles: Mapping[int, str | None]) -> None:
        self._titles = titles
        self._words: dict[int, dict[int, float]] = {}

    def likeness(self, some: Iterable[int], others: Iterable[int]) -> float:
        """How like the titles of some articles are to those of others, from 0 to 1: the mean."""
        theirs = [self._of(number) for number in others]
        every = [
            round(_cosine(ours, other) * _SCALE) for ours in map(self._of, some) for other in theirs
        ]
        return sum(every) / len(every) / _SCALE if every else 1.0

    def _of(self, number: int) -> dict[int, float]:
        found = self._words.get(number)
        if found is None:
            found = self._words[number] = title_words(self._titles.get(number) or "")
        return found


def _cosine(one: dict[int, float], other: dict[int, float]) -> float:
    if not one or not other:
        return 1.0
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())
