"""How two versions of a quotation relate: the same, cut on one side, joined, or changed.

In go two `Utterance`s, out comes the relation with the number of words that match, or None where
the two are no versions of one. They are held against each other by their matching blocks (Ratcliff
and Obershelp 1988, as in difflib); what stands between the blocks decides the relation.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import Match, SequenceMatcher

from corpus.comparison.attribution import named_apart, same_source
from corpus.comparison.pieces import LARGEST
from corpus.comparison.result import QuotationRelation
from corpus.comparison.runs import share_a_run, spoken
from corpus.comparison.small_changes import (
    alters,
    another_quantity,
    begins_alike,
    is_small,
    stands_for,
    without_a_join,
)
from corpus.comparison.utterances import OMITTED, Utterance, plain_words
from corpus.words import NEGATIONS, STOP

MIN_BLOCK = 3  # matching words in a row below which two quotations only share phrases
_MIN_FRAGMENT = 2  # for fragments
_COVER = 0.55  # share of the shorter utterance that must match
_FRAGMENT_COVER = 0.6  # and of a fragment, of which so many words of weight must match
_FRAGMENT_WEIGHT = 3
_LONG_BLOCK = 6  # words in a row that nobody says twice by chance
_LONGER_BLOCK = 9  # and so many, whatever else the two say
_LEAST = 0.4  # share of the shorter that must match beside a block of _LONG_BLOCK
_PHRASE = 6  # matching words from which two named speakers may be one
_OTHERS = 0.7  # and the share of the shorter
_TOLD = 0.5  # share of the words of weight that match from which one altered the other's
_SOME = 3  # words of weight that two short texts seldom share by chance
_SPLICE = 4  # words left out between two sentences that are then quoted as one

_ARTICLES = frozenset(("a", "an", "the"))

Codes = Sequence[tuple[str, int, int, int, int]]  # difflib's opcodes


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
    need = _MIN_FRAGMENT if fragment else MIN_BLOCK
    shorter = min(spoken(left.words), spoken(right.words))
    if not share_a_run(left.words, right.words, min(need, shorter)):
        return None  # told so at a hundredth of the time that matching takes
    if not share_a_run(left.words, right.words, _LONG_BLOCK):
        both = set(left.words) & set(right.words)
        most = min(sum(w in both for w in u.words) for u in (left, right))
        if most / max(1, shorter) < (_FRAGMENT_COVER if fragment else _COVER):
            return None
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    matched = sum(b.size for b in blocks if b.size >= min(need, 2) or _alone(left, b))
    longest = max((b.size for b in blocks), default=0)
    share = matched / max(1, shorter)
    content = {w for b in blocks for w in left.words[b.a : b.a + b.size]} - STOP
    covered = share >= (1.0 if fragment else _COVER) or (
        fragment and share >= _FRAGMENT_COVER and _is_weighty(left, right, content, longest)
    )
    if not (covered or (longest >= _LONG_BLOCK and share >= _LEAST) or longest >= _LONGER_BLOCK):
        return None
    if len(content) < min(2, len(set(left.words) - STOP), len(set(right.words) - STOP)):
        return None
    kind = _judge(left, right, matcher)
    if (
        kind in ("altered", "overlap", "spliced")
        and named_apart(left.speaker, right.speaker)
        and (kind == "altered" or not share_more_than_a_phrase(left, right, matched))
    ):
        return None
    if kind == "altered" and not _is_told_again(left, right, content, longest):
        kind = "overlap"
    return matched, kind


def _is_weighty(left: Utterance, right: Utterance, content: set[str], longest: int) -> bool:
    """Whether a fragment that the other side has in part is told by enough: words in a row, of
    which one speaker needs fewer."""
    enough = _FRAGMENT_WEIGHT - (same_source(left.speaker, right.speaker) is True)
    return longest >= MIN_BLOCK and len(content - OMITTED) >= enough


def _is_told_again(left: Utterance, right: Utterance, matched: set[str], longest: int) -> bool:
    """Whether so much matches that one of two texts altered the other's: many words in a row, or
    half the words of weight of the shorter; where these are two, of the longer too."""
    few, many = sorted(len(set(one.words) - STOP - OMITTED) for one in (left, right))
    held = few if len(matched) >= _SOME else many
    return longest >= _LONGER_BLOCK or len(matched) >= _TOLD * held


def _alone(utterance: Utterance, block: Match) -> bool:
    """Whether a matching word stands at an omission, so that it cannot have neighbours."""
    around = utterance.words[max(0, block.a - 1) : block.a + block.size + 1]
    return block.size == 1 and not OMITTED.isdisjoint(around)


def _judge(left: Utterance, right: Utterance, matcher: SequenceMatcher[str]) -> QuotationRelation:
    codes = _solid(matcher.get_opcodes(), left.words, right.words)
    left_extra = right_extra = changed = spliced = False
    matched = sum(a2 - a1 for tag, a1, a2, _, _ in codes if tag == "equal")
    for at, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag == "equal":
            continue
        ours = [w for w in left.words[a1:a2] if w not in OMITTED]
        theirs = [w for w in right.words[b1:b2] if w not in OMITTED]
        inside = 0 < at < len(codes) - 1
        if (
            inside
            and negations(ours) != negations(theirs)
            and not _whole_sentences(left, (a1, a2), right, (b1, b2))
        ):
            return "altered"
        if stands_for(left.inserted(a1, a2), theirs) or stands_for(right.inserted(b1, b2), ours):
            changed = True
            continue
        cut = not OMITTED.isdisjoint((*left.words[a1:a2], *right.words[b1:b2]))
        same = negations(ours) == negations(theirs)
        if (
            inside
            and not cut
            and another_quantity(
                [*ours, *left.words[a2 : a2 + 1]], [*theirs, *right.words[b2 : b2 + 1]]
            )
        ):
            return "altered"
        if inside and not cut and is_small(ours, theirs):
            changed = True
            continue
        if not inside and not cut and alters(*_facing(ours, theirs, front=at == 0)):
            return "altered"
        if not inside and same:
            ours, theirs = without_a_join(ours, theirs)
        at_an_end = max(len(ours), len(theirs)) <= matched
        if (
            ours
            and theirs
            and not cut
            and (inside or (at_an_end and _goes_on_otherwise(left, right, codes, at)))
        ):
            if alters(ours, theirs):
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


def _facing(ours: list[str], theirs: list[str], *, front: bool) -> tuple[list[str], list[str]]:
    """What faces each other of the words at an end, where one side is cut there, too."""
    return begins_alike(ours, theirs) if front else begins_alike(ours[::-1], theirs[::-1])


def is_altered_within(left: Utterance, right: Utterance) -> bool:
    """Whether one of two versions has another word, and no negation, inside what both carry."""
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    inner = _solid(matcher.get_opcodes(), left.words, right.words)[1:-1]
    stretches = [(left.words[a1:a2], right.words[b1:b2]) for _, a1, a2, b1, b2 in inner]
    return any(
        ours and theirs and alters(ours, theirs) and negations(ours) == negations(theirs)
        for ours, theirs in stretches
        if ours != theirs
    )


def cut_too(left: Utterance, right: Utterance) -> tuple[bool, bool]:
    """Whether the left, the right of two versions that were altered has less at an end, too."""
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    codes = _solid(matcher.get_opcodes(), left.words, right.words)
    ends = [codes[k] for k in {0, len(codes) - 1} if codes[k][0] != "equal"]
    extra = [
        [len({*one.words[a:b]} - OMITTED - _ARTICLES) for one, a, b in each]
        for each in (((left, a1, a2), (right, b1, b2)) for _, a1, a2, b1, b2 in ends)
    ]
    return any(_less(*each) for each in extra), any(_less(*each[::-1]) for each in extra)


def _less(few: int, many: int) -> bool:
    return bool(not few and many) or many - few > MIN_BLOCK


def _solid(codes: Codes, ours: Sequence[str], theirs: Sequence[str]) -> Codes:
    """The opcodes without the chance matches of one or two words before and after the rest.

    Where a quotation goes on differently on both sides, "that" and "for" match by chance and
    would make of two endings a change inside.
    """
    end, left, right = len(codes), len(ours), len(theirs)
    solid = [
        k
        for k, (tag, a1, a2, b1, b2) in enumerate(codes)
        if tag == "equal"
        and (
            a2 - a1 >= MIN_BLOCK
            or (a2 - a1 >= 2 and any(_small(codes[n]) for n in (k - 1, k + 1) if 0 <= n < end))
            or (a1 == b1 == 0 and (a2 - a1 >= 2 or _small(codes[k + 1])))
            or (a2 == left and b2 == right and (a2 - a1 >= 2 or _small(codes[k - 1])))
            or (0 in (a1, b1) and ours[a1] not in STOP and k + 1 < end and _small(codes[k + 1]))
            or ((a2 == left or b2 == right) and ours[a1] not in STOP and k and _small(codes[k - 1]))
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
    return max(a2 - a1, b2 - b1) <= MIN_BLOCK


def negations(words: Sequence[str]) -> int:
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
        if not (_begins(left) or _begins(right)):
            return False  # where two fragments begin, their sentences had gone on for a while
        shared = left.sentence[a2] if a2 < len(left.words) else -1
        other = right.sentence[b2] if b2 < len(right.words) else -1
        return left.sentence[a2 - 1] == shared and right.sentence[b2 - 1] == other
    return (
        left.sentence[a1] == left.sentence[a1 - 1] and right.sentence[b1] == right.sentence[b1 - 1]
        and left.part[a1] == left.part[a1 - 1] and right.part[b1] == right.part[b1 - 1]
    )  # fmt: skip


def _begins(one: Utterance) -> bool:
    """Whether an utterance begins as a sentence does."""
    return next((sign for sign in one.text if sign.isalpha()), "x").isupper()


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


def share_more_than_a_phrase(one: Utterance, other: Utterance, matched: int) -> bool:
    """Whether so many words match that two who are named otherwise may be one speaker."""
    shorter = min(len(one.words), len(other.words))
    return (matched >= _PHRASE and matched >= _OTHERS * shorter) or matched == shorter >= 3
