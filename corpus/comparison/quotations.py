"""One quotation as two outlets carry it: the same, cut, joined, or changed.

In go two `Side`s, out come `QuotationPair`s. Quotations that one speaker's attribution parts
are first joined into utterances; words are brought to one form (contractions, numerals), and
two utterances are held against each other by their matching blocks (Ratcliff and Obershelp
1988, as in difflib). What stands between the blocks decides the relation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import product

from corpus.comparison.attribution import named_apart, same_source
from corpus.comparison.facing import Place
from corpus.comparison.met import MANY, meetings
from corpus.comparison.pieces import LARGEST, less_whole_sentences, own_piece
from corpus.comparison.result import QuotationPair, QuotationRelation
from corpus.comparison.sides import Side
from corpus.comparison.small_changes import cut_before
from corpus.comparison.told_elsewhere import prints_the_rest, within_print
from corpus.comparison.turned import turned
from corpus.comparison.utterances import Utterance, told_once, utterances
from corpus.comparison.versions import (
    MIN_BLOCK,
    cut_too,
    is_altered_within,
    negations,
    relation,
    share_more_than_a_phrase,
)
from corpus.comparison.worddiff import word_changes
from corpus.words import denies, written

_LEAST_WORDS = 3  # "massive damage": two words in quotation marks are anybody's

_FRONT = 2  # words by which the front of a cut quotation is found in the whole one
_BEFORE = 40  # characters before a fragment in which its own sentence denies it

Found = tuple[Utterance, Utterance, tuple[int, QuotationRelation]]


def pairs(left: Side, right: Side) -> tuple[QuotationPair, ...]:
    """All quotations that both sides carry, with how the two versions relate."""
    ours, theirs = (told_once(utterances(one)) for one in (left, right))
    met = meetings(ours, theirs)
    found = _less_crossed([pair for one, other in met if (pair := _held(one, other)) is not None])
    found += _turned(met if len(ours) * len(theirs) > MANY else product(ours, theirs), found)
    found = _piece_by_piece(found)
    found = _less_told_elsewhere(left, right, found)
    found = [_printed_whole(left, right, pair) for pair in found]
    more = _more(ours, [f[0] for f in found]), _more(theirs, [f[1] for f in found])
    return tuple(
        _pair(left, right, one, other, (judged[0], _kind(left, right, one, other, judged[1])), more)
        for one, other, judged in found
    )


def _held(one: Utterance, other: Utterance) -> Found | None:
    """What two utterances have in common, sentence by sentence; None where they are not one."""
    ours, theirs = _met(one, other)
    judged = relation(ours, theirs)
    if judged is None or not _of_one(ours, theirs, judged[0]):
        return None
    if judged[1] not in ("identical", "minor"):
        cut = less_whole_sentences(ours, theirs)
        again = relation(*cut) if cut != (ours, theirs) else None
        if again is not None:
            return *cut, again
    return ours, theirs, judged


def _less_crossed(found: list[Found]) -> list[Found]:
    """The pairs without those of which either side has a nearer version elsewhere: a headline and
    the body quote one sentence, longer and shorter, on both sides."""
    best: tuple[defaultdict[int, float], defaultdict[int, float]] = (
        defaultdict(float), defaultdict(float),
    )  # fmt: skip
    rated = [(matched / max(len(a.words), len(b.words)), a, b) for a, b, (matched, _) in found]
    for rate, a, b in rated:
        best[0][a.numbers[0]] = max(best[0][a.numbers[0]], rate)
        best[1][b.numbers[0]] = max(best[1][b.numbers[0]], rate)
    return [
        pair
        for pair, (rate, a, b) in zip(found, rated, strict=True)
        if rate >= min(best[0][a.numbers[0]], best[1][b.numbers[0]])
    ]


def _more(said: list[Utterance], met: list[Utterance]) -> dict[int, int]:
    """For each quotation, by its number, how many sentences its utterance has that no pair has."""
    faced: defaultdict[int, set[int]] = defaultdict(set)
    whole = {number: k for k, one in enumerate(said) for number in one.numbers}
    for one in met:
        faced[whole[one.numbers[0]]].update(one.sentence)
    return {
        number: len(set(one.sentence) - faced[k])
        for k, one in enumerate(said)
        for number in one.numbers
    }


def _kind(
    left: Side, right: Side, one: Utterance, other: Utterance, kind: QuotationRelation
) -> QuotationRelation:
    """The relation, with an eye to the words before a fragment: "he did not “want to go”" has lost
    no negation."""
    if kind in ("trimmed_left", "trimmed_right", "minor"):
        sides = (left, one, other), (right, other, one)
        return "altered" if any(_means_more(*each) for each in sides) else kind
    counts = negations(one.words), negations(other.words)
    if kind != "altered" or counts[0] == counts[1]:
        return kind
    if is_altered_within(one, other):
        return kind
    fewer = (left, one) if counts[0] < counts[1] else (right, other)
    return "overlap" if _denied_before(*fewer) else kind


def _means_more(side: Side, few: Utterance, many: Utterance) -> bool:
    """Whether a word that says how much, or a negation, was cut off the front of a quotation, and
    does not stand before its marks: "one of the best days", "the best day"."""
    if named_apart(few.speaker, many.speaker):
        return False
    front = few.words[:_FRONT]
    starts = [
        k
        for k in range(1, len(many.words) - len(front) + 1)
        if many.words[k : k + len(front)] == front
    ]
    if len(starts) != 1 or len(front) < _FRONT:
        return False
    at = starts[0]
    if many.sentence[at - 1] != many.sentence[at]:
        return False
    cut = cut_before(many.words[max(0, at - 3) : at])
    if not cut:
        return False
    q = side.article.quotations[few.numbers[0]]
    before = side.article.text_of(q.within, q.paragraph)[max(0, q.start - _BEFORE) : q.start]
    own = [w.lower() for w in written(re.split(r"[.!?;]\s", before)[-1])]
    return cut.isdisjoint(own) and not any(denies(w) for w in own)


def _denied_before(side: Side, fragment: Utterance) -> bool:
    if not fragment.fragment and not fragment.text[:1].islower():
        return False
    q = side.article.quotations[fragment.numbers[0]]
    before = side.article.text_of(q.within, q.paragraph)[max(0, q.start - _BEFORE) : q.start]
    own = written(re.split(r"[.!?;]\s", before)[-1])
    return any(denies(w.lower()) for w in own)


def _turned(met: Iterable[tuple[Utterance, Utterance]], found: list[Found]) -> list[Found]:
    """Short quotations that say the contrary over there, where nothing else faces them."""
    ours_met = {number for one, _, _ in found for number in one.numbers}
    theirs_met = {number for _, other, _ in found for number in other.numbers}
    return [
        (one, other, (matched, "altered"))
        for one, other in met
        if ours_met.isdisjoint(one.numbers)
        and theirs_met.isdisjoint(other.numbers)
        and (matched := turned(one, other)) is not None
    ]


def _piece_by_piece(found: list[Found]) -> list[Found]:
    """What one side quotes in a piece and the other in several, piece against piece: nothing was
    cut off a quotation whose other sentences stand in other quotations of that side."""
    ours_of: defaultdict[tuple[int, ...], list[Utterance]] = defaultdict(list)
    theirs_of: defaultdict[tuple[int, ...], list[Utterance]] = defaultdict(list)
    for one, other, _ in found:
        ours_of[other.numbers].append(one)
        theirs_of[one.numbers].append(other)
    out = []
    for one, other, judged in found:
        if judged[1] not in ("identical", "minor"):
            siblings = [a for a in ours_of[other.numbers] if a is not one]
            theirs = own_piece(other, one, siblings)
            siblings = [b for b in theirs_of[one.numbers] if b is not other]
            ours = own_piece(one, other, siblings)
            if (ours, theirs) != (one, other):
                again = relation(ours, theirs)
                if again is not None:
                    one, other, judged = ours, theirs, again
        out.append((one, other, judged))
    return out


def _less_told_elsewhere(left: Side, right: Side, found: list[Found]) -> list[Found]:
    """The pairs without those of which one side seems cut though its article has the rest of the
    words elsewhere and quotes them in another pair: a headline cuts nothing off its own body."""
    whole = {
        numbers
        for one, other, (_, kind) in found
        if kind in ("identical", "minor")
        for numbers in (("left", one.numbers), ("right", other.numbers))
    }

    def is_told(one: Utterance, other: Utterance, kind: QuotationRelation) -> bool:
        if kind == "trimmed_left" and ("right", other.numbers) in whole:
            return prints_the_rest(left, one, other)
        if kind == "trimmed_right" and ("left", one.numbers) in whole:
            return prints_the_rest(right, other, one)
        return False

    return [f for f in found if not is_told(f[0], f[1], f[2][1])]


def _printed_whole(left: Side, right: Side, pair: Found) -> Found:
    """A pair of which one side marks a quotation within a longer one, as in a post that stands
    there without marks of its own: where it prints all of the other's words around it, these two
    alone face each other, and nothing was cut."""
    one, other, (_, kind) = pair
    if kind == "trimmed_left":
        own = within_print(left, one, other)
        again = relation(one, own) if own is not None else None
        return (one, own, again) if own is not None and again is not None else pair
    if kind == "trimmed_right":
        own = within_print(right, other, one)
        again = relation(own, other) if own is not None else None
        return (own, other, again) if own is not None and again is not None else pair
    return pair


def _met(one: Utterance, other: Utterance) -> tuple[Utterance, Utterance]:
    """Two utterances without the quotations at their ends that the other side has nothing of.

    What an attribution parts from the rest, and only one side quotes, is a quotation of its
    own; it cuts nothing off the one that both have.
    """
    if len(one.numbers) == len(other.numbers) == 1 or len(one.words) * len(other.words) > LARGEST:
        return one, other
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    solid = [b for b in matcher.get_matching_blocks() if b.size >= MIN_BLOCK]
    if not solid:
        return one, other
    ours = {one.part[b.a + k] for b in solid for k in range(b.size)}
    theirs = {other.part[b.b + k] for b in solid for k in range(b.size)}
    return one.less(min(ours), max(ours)), other.less(min(theirs), max(theirs))


def _of_one(one: Utterance, other: Utterance, matched: int) -> bool:
    """Whether two utterances are one quotation by who says them and how much they share.

    One or two words in quotation marks are anybody's ("ego-driven" is one word here); two
    speakers who are both named must share more than a phrase.
    """
    if min(matched, one.length, other.length) < _LEAST_WORDS:
        return False
    return same_source(one.speaker, other.speaker) is not False or share_more_than_a_phrase(
        one, other, matched
    )


def _pair(
    left: Side,
    right: Side,
    one: Utterance,
    other: Utterance,
    found: tuple[int, QuotationRelation],
    more: tuple[dict[int, int], dict[int, int]],
) -> QuotationPair:
    matched, kind = found
    shorter = min(len(one.words), len(other.words))
    cut = cut_too(one, other) if kind == "altered" else (False, False)
    return QuotationPair(
        left=_sentences(left, one),
        right=_sentences(right, other),
        left_text=one.text,
        right_text=other.text,
        relation=kind,
        speaker=one.speaker or other.speaker,
        left_quotation=one.numbers[0],
        right_quotation=other.numbers[0],
        left_speaker=one.speaker,
        right_speaker=other.speaker,
        same_speaker=same_source(one.speaker, other.speaker),
        left_cue=_cue(left, one),
        right_cue=_cue(right, other),
        left_places=_places(left, one),
        right_places=_places(right, other),
        changes=word_changes(one.text, other.text),
        score=min(1.0, matched / shorter),
        rule=_RULES[kind],
        left_more=more[0][one.numbers[0]],
        right_more=more[1][other.numbers[0]],
        left_sure=one.sure,
        right_sure=other.sure,
        left_cut=cut[0],
        right_cut=cut[1],
    )


_RULES: dict[QuotationRelation, str] = {
    "identical": "the same words",
    "minor": "the same words but for a spelling, a contraction, a numeral or a small word",
    "trimmed_left": "one side has all words of the other's sentence and more",
    "trimmed_right": "one side has all words of the other's sentence and more",
    "overlap": "each has words that the other leaves out",
    "spliced": "one joins in one quotation what stands sentences apart in the other",
    "altered": "a negation, a word of how much or a content word in what both carry is another",
}


def _cue(side: Side, utterance: Utterance) -> str | None:
    """The verb that leads the utterance in, or is set behind it."""
    cues = (side.article.quotations[n].cue for n in utterance.numbers)
    return next((cue for cue in cues if cue), None)


def _places(side: Side, utterance: Utterance) -> tuple[Place, ...]:
    """Where the quotations stand, or the sentences of them that are meant."""
    places = []
    for number, (start, end) in zip(utterance.numbers, utterance.cuts, strict=True):
        q = side.article.quotations[number]
        first, last = q.start, q.end
        if (start, end) != (0, len(q.text)):
            at = side.article.text_of(q.within, q.paragraph).find(q.text, q.start)
            if 0 <= at < q.end:
                first, last = at + start, at + end
        places.append(Place(q.within, q.paragraph, first, last))
    return tuple(places)


def _sentences(side: Side, utterance: Utterance) -> tuple[int, ...]:
    numbers: set[int] = set()
    for place in _places(side, utterance):
        numbers.update(side.sentences_in(place.within, place.paragraph, place.start, place.end))
    return tuple(sorted(numbers))
