"""Which events of one side alone the other has in a story beside: of one matter, or from one time.

In goes a decided `Pair`, out comes the same where the nearest article of a row that was not found
stands in a story that is near to the event's, as what came before or after it is named on a story's
own page. Two articles of one debate may be called different, one checking facts and the other
blaming who led it, and yet the debate is no event that the other side does not have.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.coverage.result import OneSided, Pair
from index.stories.near import Near, near_stories

if TYPE_CHECKING:
    from index.stories.room import Stories
    from index.stories.shelving import Ask


def with_beside(pair: Pair, ask: Ask, stories: Stories) -> Pair:
    """The pair with what is near told of the rows of one side; some 5 ms a row. Those whose stories
    are of several reports from the same days are perhaps in both."""

    def told(one: OneSided) -> OneSided:
        near = None if one.perhaps else _near(one, ask, stories)
        if near is None or one.nearest is None:
            return one
        return replace(one, nearest=replace(one.nearest, beside_it=True, perhaps=near.at_once))

    left, right = (
        sorted(map(told, rows), key=lambda one: not one.perhaps)
        for rows in (pair.only_left, pair.only_right)
    )
    return replace(pair, only_left=tuple(left), only_right=tuple(right))


def _near(one: OneSided, ask: Ask, stories: Stories) -> Near | None:
    """How near the story of the nearest article is to the event's; None where it is not."""
    if one.nearest is None:
        return None
    numbers = [stories.numbers([full]) for full in (one.articles[0], one.nearest.id)]
    if not all(numbers):
        return None
    event, other = stories.story_of([seqs[0] for seqs in numbers]).tolist()
    if event == other:
        return Near(other, 1.0, at_once=True)
    return next(iter(near_stories(ask, event, stories.members((event, other)))), None)
