"""Whether a version of a quotation is altered: other words in one sentence of one speaker.

In go two `Utterance`s that were held for versions of one, out comes whether a sentence that both
have says in one what it does not say in the other. What is spelt otherwise, cut between sentences
or said elsewhere in a speech alters nothing; nor do two who may be two say one thing otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from corpus.comparison.attribution import same_source
from corpus.comparison.small_changes import spelt_otherwise
from corpus.comparison.spellings import is_struck
from corpus.comparison.utterances import OMITTED, Utterance
from corpus.comparison.versions import negations
from corpus.ledger.result import CellRelation
from corpus.words import NEGATIONS, STOP, stem

LEAST = 5  # matching words of one sentence
MOSTLY = 0.75  # of the words between the first and the last that match
SURELY = 0.85  # the same where it is not sure that one speaks
HALF = 0.5  # of the longer sentence that matches
WHOLE = 0.9  # or of the shorter
MOST = 0.6  # of the shorter, whatever the longer
RUN = 3  # words in a row
SPELT = 5  # letters of words that one slip of the pen makes no other word
_BARE = {word.replace("'", ""): word for word in (
    "ain't don't can't won't isn't didn't doesn't wasn't weren't couldn't wouldn't shouldn't "
    "hasn't haven't hadn't aren't"
).split()}  # fmt: skip

NAME = 3  # words of a name
_PRONOUNS = frozenset("he she it they him her them his their its this that".split())
_ORDINAL = ("st", "nd", "rd", "th")
_MASKED = re.compile(r"\w(?:--+|\*+)\w")
_SMALL = STOP - NEGATIONS

Words = Sequence[str]


def is_altered(named: Utterance, other: Utterance) -> bool:
    """Whether a sentence of `named` stands in `other` with words changed inside it.

    Words stand inside between two runs that both have; a change is a negation more or less, or
    words of weight in the place of others.
    """
    speaks = same_source(named.speaker, other.speaker)
    if speaks is False and _is_named(named.speaker) and _is_named(other.speaker):
        return False
    if _are_two(named.speaker, other.speaker):
        return False
    least = MOSTLY if speaks else SURELY
    return any(
        _differs(named, ours, other, theirs, least)
        for ours in _sentences(named)
        for theirs in _sentences(other)
    )


def otherwise(named: Utterance, other: Utterance) -> CellRelation:
    """How a version that is not altered relates: cut, longer, or another part of what was said."""
    matcher = SequenceMatcher(None, named.words, other.words, autojunk=False)
    extra = [False, False]
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        ours, theirs = _said(named.words[a1:a2]), _said(other.words[b1:b2])
        masked = _is_masked(named, range(a1, a2)) or _is_masked(other, range(b1, b2))
        if tag == "equal" or _is_spelling(ours, theirs, masked=masked):
            continue
        extra[0] = extra[0] or bool(set(ours) - _SMALL)
        extra[1] = extra[1] or bool(set(theirs) - _SMALL)
    if all(extra):
        return "overlap"
    return "trimmed" if extra[0] else "longer" if extra[1] else "same"


def _sentences(one: Utterance) -> Iterator[range]:
    """The words of each sentence, parted where words were left out."""
    begin = 0
    for n in range(1, len(one.words) + 1):
        if (
            n == len(one.words)
            or one.sentence[n] != one.sentence[begin]
            or one.part[n] != one.part[begin]
        ):
            yield range(begin, n)
            begin = n


def _differs(named: Utterance, ours: range, other: Utterance, theirs: range, least: float) -> bool:
    left = named.words[ours.start : ours.stop]
    right = other.words[theirs.start : theirs.stop]
    if len(set(left) & set(right)) < LEAST:
        return False
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    solid = [n for n, code in enumerate(codes) if _holds(code, left, right)]
    if len(solid) < 2:
        return False
    inside = codes[solid[0] : solid[-1] + 1]
    matched = sum(a2 - a1 for tag, a1, a2, _, _ in inside if tag == "equal")
    span = max(inside[-1][2] - inside[0][1], inside[-1][4] - inside[0][3])
    if matched < max(LEAST, least * span):
        return False
    few, many = sorted((len(left), len(right)))
    if matched < HALF * many and matched < WHOLE * few:
        return False  # a phrase of two sentences
    if matched < MOST * few:
        return False
    a, b = ours.start, theirs.start
    return any(
        _changes(named, range(a + a1, a + a2), other, range(b + b1, b + b2))
        for tag, a1, a2, b1, b2 in inside
        if tag != "equal"
    )


def _holds(code: tuple[str, int, int, int, int], left: Words, right: Words) -> bool:
    """Whether matching words hold two versions together: a run, one of weight, or some with which
    both begin or end."""
    tag, a1, a2, b1, b2 = code
    if tag != "equal":
        return False
    at_an_end = a1 == b1 == 0 or (a2, b2) == (len(left), len(right))
    return a2 - a1 >= (2 if at_an_end else RUN) or not set(left[a1:a2]) <= STOP


def _changes(named: Utterance, a: range, other: Utterance, b: range) -> bool:
    """Whether the words in one place of both versions change what is said."""
    left, right = named.words[a.start : a.stop], other.words[b.start : b.stop]
    if not OMITTED.isdisjoint((*left, *right)):
        return False  # left out, and said so; or put in by the outlet
    if _is_put_in(named, a) or _is_put_in(other, b):
        return False
    if _is_named_for(left, other, b) or _is_named_for(right, named, a):
        return False
    if _is_stutter(a, other, b) or _is_stutter(b, named, a):
        return False
    ours, theirs = _said(left), _said(right)
    masked = _is_masked(named, a) or _is_masked(other, b)
    if _is_spelling(ours, theirs, masked=masked):
        return False
    if negations(ours) != negations(theirs):
        return True
    if not (ours and theirs):
        return False
    return bool((set(ours) | set(theirs)) - STOP)


def _is_put_in(one: Utterance, here: range) -> bool:
    """Whether words begin behind a bracket, so that the outlet put them in: "(the speech)"."""
    if not one.texts or len(here) == 0:
        return False
    at = one.starts[here.start]
    return at > 0 and one.texts[one.part[here.start]][at - 1] == "("


def _is_masked(one: Utterance, here: range) -> bool:
    """Whether the outlet put dashes or stars for letters inside these words: "s---hole"."""
    if not one.texts or len(here) == 0:
        return False
    last = here[-1]
    first = here.start if one.part[here.start] == one.part[last] else last
    end = one.starts[last] + len(one.words[last])
    return bool(_MASKED.search(one.texts[one.part[last]], one.starts[first], end))


def _is_named_for(pronoun: Words, other: Utterance, there: range) -> bool:
    """Whether a pronoun stands in one place and only a name in the other: an editor's, for clarity,
    or another occasion."""
    if len(pronoun) != 1 or pronoun[0] not in _PRONOUNS or not other.texts:
        return False
    return 0 < len(there) <= NAME and all(
        other.texts[other.part[n]][other.starts[n] :][:1].isupper() for n in there
    )


def _is_stutter(here: range, other: Utterance, there: range) -> bool:
    """Whether words that only `other` has say again what stands right beside them: "no idea, no
    idea"."""
    again = other.words[there.start : there.stop]
    before = other.words[max(0, there.start - len(again)) : there.start]
    behind = other.words[there.stop : there.stop + len(again)]
    return len(here) == 0 and bool(again) and again in (before, behind)


def _said(words: Words) -> list[str]:
    """Words without marks of omission."""
    return [word for word in words if word not in OMITTED]


def _is_spelling(ours: list[str], theirs: list[str], *, masked: bool) -> bool:
    """Whether words are the same, written otherwise: "women" and "woman", "don't" and "dont"."""
    if not ours or not theirs or negations(_full(ours)) != negations(_full(theirs)):
        return False
    if spelt_otherwise(_full(ours), _full(theirs)) or (
        len(ours) == len(theirs) and all(map(_are_one, ours, theirs))
    ):
        return True
    if _are_one_written("".join(ours), "".join(theirs), masked=masked):
        return True
    ours, theirs = ([w for w in words if w not in STOP] for words in (ours, theirs))
    if ours and theirs and _are_one_written("".join(ours), "".join(theirs), masked=masked):
        return True
    if _are_initials(ours, theirs) or _are_initials(theirs, ours):
        return True
    return bool(ours) and {stem(word) for word in ours} == {stem(word) for word in theirs}


def _are_one_written(ours: str, theirs: str, *, masked: bool) -> bool:
    """Whether two texts are one but for blanks, the ending of an ordinal, or letters that a paper
    does not print: "s---hole"."""
    few, many = sorted((ours, theirs), key=len)
    if few == many or (few.isdigit() and many[len(few) :] in _ORDINAL and many.startswith(few)):
        return True
    if is_struck(few, many) or is_struck(many, few):
        return True
    if not masked:
        return False
    rest = iter(many)
    return few[:1] == many[:1] and few[-2:] == many[-2:] and all(sign in rest for sign in few)


def _are_initials(few: list[str], many: list[str]) -> bool:
    """Whether one word is the first letters of the others: "HK", "Hong Kong"."""
    return len(few) == 1 and len(many) > 1 and few[0] == "".join(word[0] for word in many)


def _full(words: list[str]) -> list[str]:
    """Words with the apostrophes that were left out: "dont" is "do not"."""
    return [part for word in words for part in _parts(word)]


def _parts(word: str) -> tuple[str, ...]:
    full = _BARE.get(word)
    return (full[:-3], "not") if full else (word,)


def _are_one(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    if one == other or stem(one) == stem(other):
        return True
    few, many = sorted((one, other), key=len)
    if len(few) < SPELT or not (few.isalpha() and many.isalpha()):
        return False
    if many.startswith(few) and len(many) - len(few) <= 2:  # "different", "differently"
        return True
    ends = one[0] == other[0] and one[-1] == other[-1]
    return ends and Levenshtein.distance(one, other) <= 1


def _are_two(one: str | None, other: str | None) -> bool:
    """Whether two full names share no more than the first: "Anton Rask", "Anton Varga"."""
    ours, theirs = ((name or "").lower().split() for name in (one, other))
    return min(len(ours), len(theirs)) > 1 and ours[-1] not in theirs and theirs[-1] not in ours


def _is_named(speaker: str | None) -> bool:
    return bool(speaker) and (speaker or "")[0].isupper()
