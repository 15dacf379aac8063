"""Words that differ between two versions of a quotation and leave it what it was.

In go the words that stand in one place of both versions, out comes whether they are a spelling,
an ending, a small word or an outlet's insertion; all else alters what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.words import STOP, stem

_LETTERS = 6  # of words that one slip of the pen makes no other word
_FEW = 2  # small words that come or go within a quotation
_PHRASE = 3  # words within which a word of how much stands for itself, not for a clause
_NAME = 3  # words of a name that an outlet writes out in brackets


def stands_for(inserted: int, theirs: list[str]) -> bool:
    """Whether so many words that the outlet put in stand in the place of a pronoun or two, or of a
    name that they write out."""
    if not inserted or not theirs:
        return False
    return len(theirs) <= (_FEW if STOP.issuperset(theirs) else min(_NAME, inserted))


def is_small(ours: list[str], theirs: list[str]) -> bool:
    """Whether one side only has a small word or two more."""
    more = ours or theirs
    return not (ours and theirs) and len(more) <= _FEW and STOP.issuperset(more)


def without_a_join(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """What both sides have at an end, without the small word by which one joins a clause to its
    own sentence: "(the president) had never asked"."""
    for few, many in ((ours, theirs), (theirs, ours)):
        if len(few) <= _FEW < len(many) and STOP.issuperset(few):
            return ([], theirs) if few is ours else (ours, [])
    return ours, theirs


def spelt_otherwise(ours: list[str], theirs: list[str]) -> bool:
    """Whether words differ only in spelling, ending or small words: "analysed", "analyzed"."""
    from rapidfuzz.distance import Levenshtein

    if "".join(ours).replace("'", "") == "".join(theirs).replace("'", ""):
        return True
    ours, theirs = ([w for w in words if w not in STOP] for words in (ours, theirs))
    return len(ours) == len(theirs) and all(
        one == other
        or (one.isalpha() and other.isalpha() and stem(one) == stem(other))
        or (
            min(len(one), len(other)) >= _LETTERS
            and one.isalpha()
            and Levenshtein.distance(one, other) <= 1
        )
        for one, other in zip(ours, theirs, strict=True)
    )


_HOW_MUCH = frozenset("only nearly virtually almost hardly barely scarcely partly mostly".split())
_OF_ALL = frozenset("one 1 some many most few part half all none several".split())
_LIKE = {"virtually": "nearly", "almost": "nearly", "barely": "hardly",
         "scarcely": "hardly"}  # fmt: skip
_DENIED = frozenset(("not", "never"))


def quantities(words: Sequence[str]) -> frozenset[str]:
    """The words that say how much of what follows is meant: "nearly", "one of".

    >>> sorted(quantities("only some of".split()))
    ['only', 'some']
    """
    found = {_LIKE.get(w, w) for w in words if w in _HOW_MUCH}
    return frozenset(found | {w for w, of in pairwise(words) if w in _OF_ALL and of == "of"})


def another_quantity(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether so few words, each with the one behind them, differ by one that says how much: a
    clause takes its own along."""
    if max(len(ours), len(theirs)) > _PHRASE + 1 or "just" in (*ours, *theirs):
        return False
    return quantities(ours) != quantities(theirs)


def cut_before(words: Sequence[str]) -> frozenset[str]:
    """The words of how much, or the negation, that end what was cut off a quotation's front.

    >>> sorted(cut_before(("it", "was", "one", "of", "the")))
    ['one']
    """
    rest = list(words)
    while rest and rest[-1] in ("a", "an", "the"):
        rest.pop()
    last = rest[-1:]
    return quantities(rest[-2:] if "of" in last else last) | _DENIED.intersection(last)
