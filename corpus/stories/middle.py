"""Which article of a story stands in its middle: the one that is most like the others.

What an article is like is told less what the days between take off, so the middle is one of the
event's own days: neither the odd one nor the first that foretold it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence


def middles(
    stories: Mapping[int, Sequence[int]], links: Iterable[tuple[int, int, int]]
) -> dict[int, int]:
    """For each story (its number → its articles, the earliest first) the article in its middle.

    `links` are (number, number, likeness), each in both directions, likeness as whole numbers;
    those between stories say nothing. The middle has the greatest sum of likenesses (a medoid,
    Kaufman and Rousseeuw 1987); of equals it is the earliest.
    """
    of = {number: story for story, numbers in stories.items() for number in numbers}
    sums: defaultdict[int, int] = defaultdict(int)
    for one, other, likeness in links:
        if one in of and of[one] == of.get(other):
            sums[one] += likeness
    return {
        story: max(numbers, key=lambda number: sums.get(number, 0))
        for story, numbers in stories.items()
        if numbers
    }
