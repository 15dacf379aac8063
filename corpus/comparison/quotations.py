"""One quotation as two outlets carry it: the same, cut, joined, or changed.

In go two `Side`s, out come `QuotationPair`s. Quotations that one speaker's attribution parts
are first joined into utterances; words are brought to one form (contractions, numerals), and
two utterances are held against each other by their matching blocks (Ratcliff and Obershelp
1988, as in difflib). What stands between the blocks decides the relation.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import Match, SequenceMatcher

from corpus.comparison.attribution import named_apart, same_source
from corpus.comparison.pieces import LARGEST, own_piece
from corpus.comparison.result import Place, QuotationPair, QuotationRelation
from corpus.comparison.runs import share_a_run, spoken
from corpus.comparison.sides import Side
from corpus.comparison.small_changes import (
    is_small,
    spelt_otherwise,
    stands_for,
    without_a_join,
)
from corpus.comparison.turned import turned
from corpus.comparison.utterances import OMITTED, Utterance, plain_words, told_once, utterances
from corpus.comparison.worddiff import word_changes
from corpus.words import NEGATIONS, STOP

_MIN_BLOCK = 3  # matching words in a row below which two quotations only share phrases
_MIN_FRAGMENT = 2  # for fragments, all of whose words must match
_LEAST_WORDS = 3  # "massive damage": two words in quotation marks are anybody's
_COVER = 0.55  # share of the shorter utterance that must match
_LONG_BLOCK = 6  # words in a row that nobody says twice by chance
_LONGER_BLOCK = 9  # and so many, whatever else the two say
_LEAST = 0.4  # share of the shorter that must match beside a block of _LONG_BLOCK
_SENTENCE = 4  # words of a sentence that is quoted whole by both
_PHRASE = 6  # matching words from which two named speakers may be one
_OTHERS = 0.7  # and the share of the shorter
_TOLD = 0.5  # share of the words of weight that match from which one altered the other's
_SOME = 3  # words of weight that two short texts seldom share by chance
_SPLICE = 4  # words left out between two sentences that are then quoted as one

_ARTICLES = frozenset(("a", "an", "the"))

Found = tuple[Utterance, Utterance, tuple[int, QuotationRelation]]
Codes = Sequence[tuple[str, int, int, int, int]]  # difflib's opcodes


def pairs(left: Side, right: Side) -> tuple[QuotationPair, ...]:
    """All quotations that both sides carry, with how the two versions relate."""
    ours, theirs = (told_once(utterances(one)) for one in (left, right))
    vocabulary = [set(u.words) - STOP for u in theirs]
    found: list[Found] = []
    for one in ours:
        content = set(one.words) - STOP
        for b, other in enumerate(theirs):
            if not content & vocabulary[b]:
                continue
            shorter, their_part = _met(one, other)
            judged = relation(shorter, their_part)
            if judged is not None and _of_one(shorter, their_part, judged[0]):
                found.append((shorter, their_part, judged))
    found += _turned(ours, theirs, found)
    return tuple(_pair(left, right, *one) for one in _piece_by_piece(found))


def _turned(ours: list[Utterance], theirs: list[Utterance], found: list[Found]) -> list[Found]:
    """Short quotations that say the contrary over there, where nothing else faces them."""
    ours_met = {number for one, _, _ in found for number in one.numbers}
    theirs_met = {number for _, other, _ in found for number in other.numbers}
    return [
        (one, other, (matched, "altered"))
        for one in ours
        if ours_met.isdisjoint(one.numbers)
        for other in theirs
        if theirs_met.isdisjoint(other.numbers) and (matched := turned(one, other)) is not None
    ]


def _piece_by_piece(found: list[Found]) -> list[Found]:
    """What one side quotes in a piece and the other in several, piece against piece: nothing was
    cut off a quotation whose other sentences stand in other quotations of that side."""
    out = []
    for one, other, judged in found:
        if judged[1] not in ("identical", "minor"):
            siblings = [a for a, b, _ in found if b.numbers == other.numbers and a is not one]
            theirs = own_piece(other, one, siblings)
            siblings = [b for a, b, _ in found if a.numbers == one.numbers and b is not other]
            ours = own_piece(one, other, siblings)
            if (ours, theirs) != (one, other):
                again = relation(ours, theirs)
                if again is not None:
                    one, other, judged = ours, theirs, again
        out.append((one, other, judged))
    return out


def _met(one: Utterance, other: Utterance) -> tuple[Utterance, Utterance]:
    """Two utterances without the quotations at their ends that the other side has nothing of.

    What an attribution parts from the rest, and only one side quotes, is a quotation of its
    own; it cuts nothing off the one that both have.
    """
    if len(one.numbers) == len(other.numbers) == 1 or len(one.words) * len(other.words) > LARGEST:
        return one, other
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    solid = [b for b in matcher.get_matching_blocks() if b.size >= _MIN_BLOCK]
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
    return same_source(one.speaker, other.speaker) is not False or _share_more_than_a_phrase(
        one, other, matched
    )


def _share_more_than_a_phrase(one: Utterance, other: Utterance, matched: int) -> bool:
    """Whether so many words match that two who are named otherwise may be one speaker."""
    shorter = min(len(one.words), len(other.words))
    return (matched >= _PHRASE and matched >= _OTHERS * shorter) or matched == shorter >= 3


def relation(left: Utterance, right: Utterance) -> tuple[int, QuotationRelation] | None:
    """(number of matching words, relation) of two utterances, or None when they are not one.

    "identical" looks at words only, not at the punctuation that an attribution brings; "minor"
    is another contraction, numeral, spelling or small word. A negation that comes or goes inside
    what both carry, and content words that stand in the place of others, are "altered"; with few
    words of weight in common it is an "overlap". Where each goes on in words of their own, two who
    are named apart say two things, unless they share more than a phrase.
    """
    if left.words == right.words:
        same = plain_words(left.text) == plain_words(right.text)
        return len(left.words), "identical" if same else "minor"
    if len(left.words) * len(right.words) > LARGEST:
        return None  # speeches of a thousand words each, which no report quotes twice
    fragment = left.fragment or right.fragment
    need = _MIN_FRAGMENT if fragment else _MIN_BLOCK
    shorter = min(spoken(left.words), spoken(right.words))
    if not share_a_run(left.words, right.words, min(need, shorter)):
        return None  # told so at a hundredth of the time that matching takes
    if not share_a_run(left.words, right.words, _LONG_BLOCK):
        both = set(left.words) & set(right.words)
        most = min(sum(w in both for w in u.words) for u in (left, right))
        if most / max(1, shorter) < (1.0 if fragment else _COVER):
            return None
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    matched = sum(b.size for b in blocks if b.size >= min(need, 2) or _alone(left, b))
    longest = max((b.size for b in blocks), default=0)
    share = matched / max(1, shorter)
    covered = share >= (1.0 if fragment else _COVER)
    if not (covered or (longest >= _LONG_BLOCK and share >= _LEAST) or longest >= _LONGER_BLOCK):
        return None
    content = {w for b in blocks for w in left.words[b.a : b.a + b.size]} - STOP
    if len(content) < min(2, len(set(left.words) - STOP), len(set(right.words) - STOP)):
        return None
    kind = _judge(left, right, matcher)
    if (
        kind in ("altered", "overlap", "spliced")
        and named_apart(left.speaker, right.speaker)
        and (kind == "altered" or not _share_more_than_a_phrase(left, right, matched))
    ):
        return None
    if kind == "altered" and not _is_told_again(left, right, content, longest):
        kind = "overlap"
    return matched, kind


def _is_told_again(left: Utterance, right: Utterance, matched: set[str], longest: int) -> bool:
    """Whether so much matches that one of two texts altered the other's: many words in a row, or
    half the words of weight of the shorter; where these are two, of the longer too."""
    few, many = sorted(len(set(one.words) - STOP - OMITTED) for one in (left, right))
    held = few if len(matched) >= _SOME else many
    return longest >= _LONGER_BLOCK or len(matched) >= _TOLD * held


def _is_sentence(left: Utterance, right: Utterance, block: Match) -> bool:
    """Whether matching words are one whole sentence on either side."""
    for one, start in ((left, block.a), (right, block.b)):
        end = start + block.size
        begins = start == 0 or one.sentence[start - 1] != one.sentence[start]
        if begins and (end == len(one.words) or one.sentence[end] != one.sentence[end - 1]):
            return True
    return False


def _alone(utterance: Utterance, block: Match) -> bool:
    """Whether a matching word stands at an omission, so that it cannot have neighbours."""
    around = utterance.words[max(0, block.a - 1) : block.a + block.size + 1]
    return block.size == 1 and not OMITTED.isdisjoint(around)


def _judge(left: Utterance, right: Utterance, matcher: SequenceMatcher[str]) -> QuotationRelation:
    codes = _solid(matcher.get_opcodes(), len(left.words), len(right.words))
    left_extra = right_extra = changed = spliced = False
    for at, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag == "equal":
            continue
        ours = [w for w in left.words[a1:a2] if w not in OMITTED]
        theirs = [w for w in right.words[b1:b2] if w not in OMITTED]
        inside = 0 < at < len(codes) - 1
        if (
            inside
            and _negations(ours) != _negations(theirs)
            and not _whole_sentences(left, (a1, a2), right, (b1, b2))
        ):
            return "altered"
        if stands_for(left.words[a1:a2], theirs) or stands_for(right.words[b1:b2], ours):
            changed = True
            continue
        cut = not OMITTED.isdisjoint((*left.words[a1:a2], *right.words[b1:b2]))
        if inside and not cut and is_small(ours, theirs):
            changed = True
            continue
        if not inside and _negations(ours) == _negations(theirs):
            ours, theirs = without_a_join(ours, theirs)
        if ours and theirs and not cut and (inside or _goes_on_otherwise(left, right, codes, at)):
            if (set(ours) | set(theirs)) - STOP and not spelt_otherwise(ours, theirs):
                return "altered"
            changed = True
            continue
        if inside and (
            _spliced(right, left, (b1, b2), (a1, a2)) or _spliced(left, right, (a1, a2), (b1, b2))
        ):
            spliced = True
        left_extra = left_extra or bool(set(ours) - _ARTICLES)
        right_extra = right_extra or bool(set(theirs) - _ARTICLES)
    if spliced:
        return "spliced"
    if left_extra and right_extra:
        return "overlap"
    if left_extra:
        return "trimmed_right"
    if right_extra:
        return "trimmed_left"
    return "minor" if changed or plain_words(left.text) != plain_words(right.text) else "identical"


def _solid(codes: Codes, left: int, right: int) -> Codes:
    """The opcodes without the chance matches of one or two words before and after the rest.

    Where a quotation goes on differently on both sides, "that" and "for" match by chance and
    would make of two endings a change inside.
    """
    end = len(codes)
    solid = [
        k
        for k, (tag, a1, a2, b1, b2) in enumerate(codes)
        if tag == "equal"
        and (
            a2 - a1 >= _MIN_BLOCK
            or (a2 - a1 >= 2 and any(_small(codes[n]) for n in (k - 1, k + 1) if 0 <= n < end))
            or (a1 == b1 == 0 and (a2 - a1 >= 2 or _small(codes[k + 1])))
            or (a2 == left and b2 == right and (a2 - a1 >= 2 or _small(codes[k - 1])))
        )
    ]
    if not solid:
        return codes
    first, last = solid[0], solid[-1]
    kept = list(codes[first : last + 1])
    _, a1, _, b1, _ = codes[first]
    _, _, a2, _, b2 = codes[last]
    if a1 or b1:
        kept.insert(0, ("replace", 0, a1, 0, b1))
    if a2 < left or b2 < right:
        kept.append(("replace", a2, left, b2, right))
    return kept


def _small(code: tuple[str, int, int, int, int]) -> bool:
    """Whether a change is one of a few words, so that a word beyond it is no chance match."""
    _, a1, a2, b1, b2 = code
    return max(a2 - a1, b2 - b1) <= _MIN_BLOCK


def _negations(words: list[str]) -> int:
    return sum(word in NEGATIONS for word in words)


def _whole_sentences(
    left: Utterance, ours: tuple[int, int], right: Utterance, theirs: tuple[int, int]
) -> bool:
    """Whether what differs are sentences left out whole, so that their negations go with them."""
    return all(
        a == b
        or (
            (a == 0 or one.sentence[a - 1] != one.sentence[a])
            and (b == len(one.words) or one.sentence[b - 1] != one.sentence[b])
        )
        for one, (a, b) in ((left, ours), (right, theirs))
    )


def _goes_on_otherwise(left: Utterance, right: Utterance, codes: Codes, at: int) -> bool:
    """Whether both sides begin or end one shared sentence with other words.

    Then the sentence was changed; if either side's extra words are a sentence of their own,
    the two were only cut at different places.
    """
    _, a1, a2, b1, b2 = codes[at]
    if at == 0:
        shared = left.sentence[a2] if a2 < len(left.words) else -1
        other = right.sentence[b2] if b2 < len(right.words) else -1
        return left.sentence[a2 - 1] == shared and right.sentence[b2 - 1] == other
    return (
        left.sentence[a1] == left.sentence[a1 - 1] and right.sentence[b1] == right.sentence[b1 - 1]
        and left.part[a1] == left.part[a1 - 1] and right.part[b1] == right.part[b1 - 1]
    )  # fmt: skip


def _spliced(
    short: Utterance, full: Utterance, in_short: tuple[int, int], in_full: tuple[int, int]
) -> bool:
    """Whether `short` joins, inside one quotation, what stands sentences apart in `full`."""
    a, b = in_full
    at = in_short[0]
    if b - a < _SPLICE or a == 0 or b >= len(full.words) or not 0 < in_short[1] < len(short.words):
        return False
    left_out = full.sentence[b] - full.sentence[a - 1]
    same_quotation = short.part[at - 1] == short.part[in_short[1]]
    return left_out >= 2 and same_quotation


def _pair(
    left: Side, right: Side, one: Utterance, other: Utterance, found: tuple[int, QuotationRelation]
) -> QuotationPair:
    matched, kind = found
    shorter = min(len(one.words), len(other.words))
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
    )


_RULES: dict[QuotationRelation, str] = {
    "identical": "the same words",
    "minor": "the same words but for a contraction, a numeral or a small word",
    "trimmed_left": "one side has all words of the other and more",
    "trimmed_right": "one side has all words of the other and more",
    "overlap": "each has words that the other leaves out",
    "spliced": "one joins in one quotation what stands sentences apart in the other",
    "altered": "a negation or a content word inside what both carry is another",
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
