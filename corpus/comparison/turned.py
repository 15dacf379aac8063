"""Short quotations that differ by a negation: "We had no warning at all," and "We had a warning."

In go two utterances of one speaker, out comes how many words they have in common where one denies
what the other says. Three words in a row, which make longer quotations one, are not left of a short
one when a word inside it is another.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.comparison.attribution import same_source
from corpus.comparison.utterances import OMITTED, Utterance
from corpus.words import NEGATIONS, STOP, stem

_LONGEST = 12  # words; longer ones have a run in common wherever a negation stands
_LEAST = 3  # words that both have, in order, beside the negation
_LEAST_UNNAMED = 4  # and so many where one side does not name the speaker
_MOSTLY = 0.75  # share of the words of weight of either side that both have

# words that come and go with a negation and say nothing by themselves
_WITH_IT = NEGATIONS | frozenset(
    "a an the any some at all ever anything something anyone someone anybody somebody do does did "
    "just really so very absolutely whatsoever".split()
)


def turned(left: Utterance, right: Utterance) -> int | None:
    """How many words two short utterances have in common, in order, of which one denies the
    other's; None where they do not.

    >>> # "We had no warning at all" against "We had a warning" has three: we, had, warning
    """
    if max(len(left.words), len(right.words)) > _LONGEST:
        return None
    denied = [any(word in NEGATIONS for word in one.words) for one in (left, right)]
    if denied[0] == denied[1] or not OMITTED.isdisjoint((*left.words, *right.words)):
        return None
    same = same_source(left.speaker, right.speaker)
    if same is False:
        return None
    ours, theirs = _said(left.words), _said(right.words)
    common = _in_order(ours, theirs)
    if len(common) < (_LEAST if same else _LEAST_UNNAMED):
        return None
    weight = len([word for word in common if word not in _LIGHT])
    for one in (ours, theirs):
        if weight < max(1, _MOSTLY * len([word for word in one if word not in _LIGHT])):
            return None
    return len(common)


_LIGHT = frozenset(map(stem, STOP))


def _said(words: Sequence[str]) -> list[str]:
    return [stem(word) if word.isalpha() else word for word in words if word not in _WITH_IT]


def _in_order(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The longest sequence of words that both have in one order."""
    best: list[list[str]] = [[] for _ in range(len(theirs) + 1)]
    for word in ours:
        before = best
        best = [[]]
        for at, other in enumerate(theirs):
            both = [*before[at], word] if word == other else []
            best.append(max(both, before[at + 1], best[at], key=len))
    return best[-1]
