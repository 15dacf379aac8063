"""Which utterances of two articles are held against each other at all.

In go the utterances of both sides, out come the pairs that have a word of weight in common. Of
speeches of hundreds of quotations each is held only against those with which it shares the most
that few others have: what a litany opens with tells nothing, and matching every pair takes a day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from corpus.comparison.utterances import Utterance
from corpus.words import STOP

MANY = 10_000  # pairs of utterances up to which all are held: a hundred on either side
_MOST = 3  # beyond it, utterances of the other side that one is held against
_HOLDERS = 40  # utterances from which a word tells nothing of which of them is meant


def meetings(
    ours: Sequence[Utterance], theirs: Sequence[Utterance]
) -> list[tuple[Utterance, Utterance]]:
    """The pairs to hold, in the order of ours, then of theirs."""
    contents = [set(one.words) - STOP for one in theirs]
    if len(ours) * len(theirs) <= MANY:
        return [
            (one, other)
            for one in ours
            if (content := set(one.words) - STOP)
            for other, words in zip(theirs, contents, strict=True)
            if not content.isdisjoint(words)
        ]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(contents):
        for word in words:
            holders[word].append(number)
    same = {one.words: number for number, one in enumerate(theirs)}
    found = []
    for one in ours:
        shared: Counter[int] = Counter()
        for word in set(one.words) - STOP:
            held = holders.get(word, ())
            if len(held) <= _HOLDERS:
                for number in held:
                    shared[number] += 1
        best = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST]
        if one.words in same and same[one.words] not in best:
            best.append(same[one.words])
        found += [(one, theirs[number]) for number in sorted(best)]
    return found
