"""Whether two articles report one event: the one answer, wherever it is asked for.

In go two `Side`s, out come the answer and the signs by which it is given. A comparison gives what
it has read of both anyway; elsewhere what needs all sentences, or the quotations, is read only
where the rest leaves the answer open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.comparison import quotations
from corpus.comparison.event import (
    answer,
    event_signs,
    may_quote_the_same,
    most_for_one_event,
    weighed,
)
from corpus.comparison.event_signs import EventAnswer, EventSigns
from corpus.comparison.openings import HasOpenings, openings
from corpus.comparison.result import QuotationPair
from corpus.comparison.sides import Side


@dataclass(frozen=True, slots=True)
class OneEvent:
    """The answer for two articles, and its signs: where it is "different" and nothing was given,
    perhaps only the most that could speak for one event."""

    answer: EventAnswer
    signs: EventSigns

    @property
    def score(self) -> float:
        """The signs as one number from 0 to 1."""
        return weighed(self.signs)


def one_event(
    left: Side,
    right: Side,
    *,
    one_story: bool = False,
    near: HasOpenings | None = None,
    quoted: Sequence[QuotationPair] | None = None,
) -> OneEvent:
    """Whether two articles report one event.

    `one_story`: an archive holds both in one story. `near` and `quoted`: how near their sentences
    are and what both quote, where that is known.
    """
    if near is None and not one_story:
        most = most_for_one_event(left, right)
        if answer(most) == "different":
            return OneEvent("different", most)
    near = openings(left, right) if near is None else near
    signs = event_signs(left, right, near, quoted or (), one_story=one_story)
    if quoted is None and _quotations_tell(signs, left, right):
        pairs = quotations.pairs(left, right)
        signs = event_signs(left, right, near, pairs, one_story=one_story)
    return OneEvent(answer(signs), signs)


def _quotations_tell(signs: EventSigns, left: Side, right: Side) -> bool:
    """Whether what both may quote would change the answer."""
    most = may_quote_the_same(left, right)
    return bool(most) and answer(signs) != answer(replace(signs, quoted=most))
