"""Which article of a story stands in its middle: the one that is most like the others.

What an article is like is told less what the days between take off, so the middle is one of the
event's own days: neither the odd one nor the first that foretold it. Its title names the story, so
one whose words other titles share stands nearer to the middle than one that goes its own way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.stories.traits import counted_words, rarity

_WORDS = 6  # of a title that tells what happened


def middles(
    stories: Mapping[int, Sequence[int]],
    links: Iterable[tuple[int, int, int]],
    titles: Mapping[int, str] | None = None,
) -> dict[int, int]:
    """For each story (its number → its articles, the earliest first) the article in its middle.

    `links` are (number, number, likeness), each in both directions, likeness as whole numbers;
    those between stories say nothing. The middle has the greatest sum of likenesses (a medoid,
    Kaufman and Rousseeuw 1987), which count up to twice by how much of its title other
    `titles` share; of equals it is the earliest.
    """
    of = {number: story for story, numbers in stories.items() for number in numbers}
    sums: defaultdict[int, int] = defaultdict(int)
    for one, other, likeness in links:
        if one in of and of[one] == of.get(other):
            sums[one] += likeness
    found: dict[int, int] = {}
    for story, numbers in stories.items():
        shares = _shares(numbers, titles or {}) if len(numbers) > 2 else {}
        if numbers:
            found[story] = max(numbers, key=lambda n: (1.0 + shares.get(n, 0.0)) * sums.get(n, 0))
    return found


def _shares(numbers: Sequence[int], titles: Mapping[int, str]) -> dict[int, float]:
    """How much of its title each article has in common with the other titles, from 0 to 1: the
    mean over its words of how many of the others have them, rare words counting more. A title of
    a word or two shares little: it hardly tells what happened."""
    import numpy as np

    words = {n: counted_words("", titles[n]) for n in numbers if n in titles}
    spread = Counter(word for own in words.values() for word in own)
    shares: dict[int, float] = {}
    for number, own in words.items():
        weights = rarity(np.array(list(own), dtype=np.uint32)).tolist()
        others = [(spread[word] - 1) / max(1, len(words) - 1) for word in own]
        total = sum(weights) * max(1.0, _WORDS / len(weights)) if weights else 0.0
        shares[number] = (
            sum(w * o for w, o in zip(weights, others, strict=True)) / total if total else 0.0
        )
    return shares
