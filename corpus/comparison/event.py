"""Do two articles report the same event? A score from four signs, and the gate on it.

In go two `Side`s and their sentence scores, out comes a number from 0 to 1. The signs are how
near the titles are, how near the leads are, how well the first sentences are found again in the
other article, and how many capitalised words inside sentences both have.
"""

from __future__ import annotations

from functools import lru_cache

from corpus.comparison.likeness import Likeness
from corpus.comparison.result import EventSigns
from corpus.comparison.sides import Side
from corpus.words import STOP, word_and_stem

SAME_EVENT = 0.176
"""Gate. Weights and gate by logistic regression on half of 1,200 pairs of 404 articles in 69
events (400 of one event, 400 of two, 400 of two within thirty days); right on .97 of the other
half, where the best single sign is right on .95."""

_TITLES, _LEADS, _FOUND, _NAMES = 0.24, 0.21, 0.29, 0.26
_LEAD = 3
_OPENING = 8


def same_event_score(left: Side, right: Side, near: Likeness) -> float:
    """Weighted sum of the four signs, each from 0 to 1; 0 when nothing is shared."""
    return weighed(event_signs(left, right, near))


def weighed(signs: EventSigns) -> float:
    """The four signs as one score."""
    return (
        _TITLES * signs.titles
        + _LEADS * signs.leads
        + _FOUND * signs.found_again
        + _NAMES * signs.names
    )


def event_signs(left: Side, right: Side, near: Likeness) -> EventSigns:
    """How near titles, leads and first sentences are, and how many names both have."""
    leads = float(near.dice[:_LEAD, :_LEAD].max(initial=0.0))
    has_titles = all(s.sentences and s.sentences[0].role == "title" for s in (left, right))
    return EventSigns(
        titles=near.score(0, 0) if has_titles else leads,
        leads=leads,
        found_again=_found_again(near),
        names=_names_shared(left, right),
    )


def _found_again(near: Likeness) -> float:
    """How well the best three of each side's first eight sentences are matched, on average."""
    ours = near.dice[:_OPENING].max(axis=1, initial=0.0)
    theirs = near.dice[:, :_OPENING].max(axis=0, initial=0.0)
    best = [float(sum(sorted(side.tolist(), reverse=True)[:3])) / 3 for side in (ours, theirs)]
    return sum(best) / 2


def _names_shared(left: Side, right: Side) -> float:
    """Capitalised words inside sentences that both have, as a share of the poorer side's."""
    ours, theirs = _capitalised(left), _capitalised(right)
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) / smaller if smaller else 0.0


def _capitalised(side: Side) -> set[str]:
    found: set[str | None] = set()
    for sentence, surfaces in zip(side.sentences, side.surfaces, strict=True):
        if sentence.role != "title":  # headlines capitalise every word
            found.update(map(_capital, surfaces[1:]))
    return {word for word in found if word is not None}


@lru_cache(maxsize=50_000)
def _capital(surface: str) -> str | None:
    """The folded form of a word that is written with a capital, as names are."""
    if not surface[0].isupper():
        return None
    word, _ = word_and_stem(surface)
    return word if len(word) > 2 and word not in STOP else None
