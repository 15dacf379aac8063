"""Words that differ between two versions of a quotation and leave it what it was.

In go the words that stand in one place of both versions, out comes whether they are a spelling,
an ending, a small word or an outlet's insertion; all else alters what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.comparison.spellings import is_struck
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


def alters(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words that stand in the place of others make of a quotation another: a content word,
    its ending, the tense of its verb, "up" for "down"; a spelling and other small words do not.

    >>> alters(["regret"], ["regrets"]), alters(["it", "is"], ["it", "was"])
    (True, True)
    >>> alters(["that"], ["it"]), alters(["learnt"], ["learned"])
    (False, False)
    """
    if _another_tense(ours, theirs) or _opposed(ours, theirs):
        return True
    return not STOP.issuperset((*ours, *theirs)) and not _is_spelling(ours, theirs)


_TENSES = {word: word for word in "will would can could shall should may might must".split()}
_TENSES |= dict.fromkeys("am is are has have do does".split(), "now")
_TENSES |= dict.fromkeys("was were had did".split(), "then")
_EITHER = ({"would"}, {"then"})  # "he'd gone": would or had


def _another_tense(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether small verbs on both sides tell another time, or another way of being so."""
    one, other = ({_TENSES[w] for w in words if w in _TENSES} for words in (ours, theirs))
    if (one, other) in (_EITHER, _EITHER[::-1]) and "had" in (*ours, *theirs):
        return False
    return bool(one and other) and one != other


def begins_alike(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[str], list[str]]:
    """Of what two versions have before the words they share, what faces each other: all of the
    shorter where both begin it with one word; else nothing. (Behind them: both the other way.)

    >>> begins_alike(["it", "is"], ["for", "years", "it", "was"])
    (['it', 'is'], ['it', 'was'])
    """
    size = min(len(ours), len(theirs))
    one, other = list(ours[len(ours) - size :]), list(theirs[len(theirs) - size :])
    return (one, other) if 2 <= size <= _PHRASE and one[0] == other[0] else ([], [])


_OPPOSED = tuple(
    tuple(pair.split())
    for pair in ("up down", "before after", "above below", "over under", "on off", "in out")
)


def _opposed(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a small word stands in the place of its opposite."""
    return any(
        (a in ours and b in theirs) or (b in ours and a in theirs)
        for a, b in _OPPOSED
        if not (a in ours and b in ours) and not (a in theirs and b in theirs)
    )


_VARIANTS = (("wards", "ward"), ("nt", "ned"), ("lt", "led"), ("mt", "med"), ("st", ""), ("e", ""))
"""Ends of one word as it is written here and there: towards, learnt, spelt, amongst, premiere."""


def _is_spelling(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words differ only in spelling or by small words: an ending makes another word."""
    if "".join(ours).replace("'", "") == "".join(theirs).replace("'", ""):
        return True
    one, other = ([w for w in words if w not in STOP] for words in (ours, theirs))
    return len(one) == len(other) and all(
        a == b
        or _is_variant(a, b)
        or _is_variant(b, a)
        or is_struck(a, b)
        or is_struck(b, a)
        or (stem(a) != stem(b) and spelt_otherwise([a], [b]))
        for a, b in zip(one, other, strict=True)
    )


def _is_variant(one: str, other: str) -> bool:
    return any(
        one.endswith(end) and one.removesuffix(end) + instead == other for end, instead in _VARIANTS
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
