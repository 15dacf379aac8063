"""Whether two articles share the words that tell an event from others of one affair.

In go the articles of both sides of a comparison with their titles. In half a year of one campaign
the candidates' names tell nothing and "pneumonia" tells everything, however rare either is
elsewhere: here a word weighs by how few of these articles have it. Likeness of stories rests on a
table that knows no archive, and stays as it is; this is what two sides add to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from corpus.stories.shelf import Entrant
from corpus.stories.traits import title_words

ALIKE, IN_TEXT, IN_TITLE = 0.3, 0.1, 0.1
"""What likeness in these words adds to that of stories; a title's words found in the other's text,
and in its title."""

Weights = Mapping[int, float]


class Among:
    """The articles of two sides by their numbers."""

    def __init__(self, articles: Iterable[tuple[Entrant, str]]) -> None:
        self._known = {one.number: (one, title) for one, title in articles}
        self._having: Counter[int] = Counter()
        for one, _ in self._known.values():
            self._having.update(one.traits.features.tolist())
        self._words: dict[int, Weights] = {}
        self._titles: dict[int, Weights] = {}

    def telling(self, one: int, other: int) -> float:
        """What two articles' common words add to their likeness; 0 for one that is not known."""
        if one not in self._known or other not in self._known:
            return 0.0
        ours, theirs = self._of(one), self._of(other)
        title, its_title = self._titles[one], self._titles[other]
        in_text = (_held(title, theirs) + _held(its_title, ours)) / 2
        return (
            ALIKE * _product(ours, theirs)
            + IN_TEXT * in_text
            + IN_TITLE * _product(title, its_title)
        )

    def _of(self, number: int) -> Weights:
        known = self._words.get(number)
        if known is None:
            one, title = self._known[number]
            traits = zip(one.traits.features.tolist(), one.traits.weights.tolist(), strict=True)
            known = _unit({word: weight * self._rarity(word) for word, weight in traits})
            self._words[number] = known
            self._titles[number] = _unit({word: self._rarity(word) for word in title_words(title)})
        return known

    def _rarity(self, word: int) -> float:
        return log((len(self._known) + 1) / max(1, self._having[word]))


def _unit(weights: Weights) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _product(one: Weights, other: Weights) -> float:
    few, many = (one, other) if len(one) < len(other) else (other, one)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def _held(title: Weights, text: Weights) -> float:
    """Which part of what a title weighs stands in a text."""
    return sum(weight * weight for word, weight in title.items() if word in text)
