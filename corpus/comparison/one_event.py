"""Whether a comparison of two articles would say that they report one event, without making it.

In go two `Side`s, out comes the very answer that `compare` gives: the same signs, weighed by the
same rule. What needs all sentences, or the quotations, is read only where the rest leaves it open.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.comparison import quotations
from corpus.comparison.event import (
    PERHAPS,
    answer,
    event_signs,
    may_quote_the_same,
    most_for_one_event,
    weighed,
)
from corpus.comparison.event_signs import EventAnswer, EventSigns
from corpus.comparison.openings import openings
from corpus.comparison.sides import Side


def one_event(left: Side, right: Side) -> tuple[EventAnswer, float]:
    """The answer for two articles that are not held in one story, and their score, 0 where it was
    not asked for because they cannot be of one event."""
    if answer(most_for_one_event(left, right)) == "different":
        return "different", 0.0
    near = openings(left, right)
    signs = event_signs(left, right, near)
    most = may_quote_the_same(left, right)
    if most and answer(signs) != answer(replace(signs, quoted=most)):
        signs = event_signs(left, right, near, quotations.pairs(left, right))
    return answer(signs), round(weighed(signs), 4)


def signs_of_event(left: Side, right: Side, *, one_story: bool = False) -> EventSigns:
    """The signs by which a comparison of two answers. Quotations in both are looked for only where
    they can tell something."""
    near = openings(left, right)
    signs = event_signs(left, right, near, one_story=one_story)
    if weighed(signs) < PERHAPS:
        return signs
    return event_signs(left, right, near, quotations.pairs(left, right), one_story=one_story)
