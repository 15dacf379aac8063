"""One quotation as two outlets carry it: the same, cut, joined, or changed.

In go two `Side`s, out come `QuotationPair`s. Quotations that one speaker's attribution parts
are first joined into utterances; words are brought to one form (contractions, numerals), and
two utterances are held against each other by their matching blocks (Ratcliff and Obershelp
1988, as in difflib). What stands between the blocks decides the relation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from corpus.article import Quotation
from corpus.comparison.attribution import same_source
from corpus.comparison.result import Place, QuotationPair, QuotationRelation
from corpus.comparison.sides import Side
from corpus.comparison.worddiff import word_changes
from corpus.words import NEGATIONS, STOP

_MIN_BLOCK = 3  # matching words in a row below which two quotations only share phrases
_MIN_FRAGMENT = 2  # for fragments, all of whose words must match
_COVER = 0.55  # share of the shorter utterance that must match
_LONG_BLOCK = 6  # words in a row that nobody says twice by chance
_LARGEST = 1_000_000  # words of one utterance times words of the other
_SPLICE = 4  # words left out between two sentences that are then quoted as one
_BROKEN_BY = 90  # characters of attribution that may stand inside one utterance

Codes = Sequence[tuple[str, int, int, int, int]]  # difflib's opcodes

_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\.\.\.|…")
_CONTRACTIONS = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not",
    "let's": "let us", "it's": "it is", "that's": "that is", "there's": "there is",
    "here's": "here is", "what's": "what is", "who's": "who is", "he's": "he is",
    "she's": "she is", "i'm": "i am", "gonna": "going to", "wanna": "want to",
}  # fmt: skip
_ENDINGS = (
    ("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"),
)  # fmt: skip
_NUMERALS = {
    word: str(number)
    for number, word in enumerate(
        """
    zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty
    """.split()
    )
    if number != 1
}
ELLIPSIS = "…"
_ENDS = re.compile(r"[.!?][\"'”’)]*\s")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker says in one go: one quotation, or several that an attribution parts."""

    numbers: tuple[int, ...]  # into Article.quotations
    text: str
    words: tuple[str, ...]  # in one form; ELLIPSIS where words were left out
    sentence: tuple[int, ...]  # for each word, the running number of its sentence
    part: tuple[int, ...]  # for each word, which of `numbers` it stands in
    speaker: str | None
    fragment: bool


def canonical(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a quotation in one form, and for each the number of its sentence."""
    words: list[str] = []
    sentence: list[int] = []
    number = 0
    last = 0
    for match in _WORDS.finditer(text):
        between = text[last : match.start()]
        if words and between != " " and _ENDS.search(f"{between} "):
            number += 1
        last = match.end()
        forms = _forms(match[0])
        words += forms
        sentence += [number] * len(forms)
    return tuple(words), tuple(sentence)


@lru_cache(maxsize=50_000)
def _forms(written: str) -> tuple[str, ...]:
    """A word as it is held against others: contractions in full, numerals in digits."""
    word = written.lower().replace("’", "'")
    if word in ("...", "…"):
        return (ELLIPSIS,)
    if word in _CONTRACTIONS:
        return tuple(_CONTRACTIONS[word].split())
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], full
    return (_NUMERALS.get(word, word),)


def utterances(side: Side) -> list[Utterance]:
    """Join an article's direct quotations into utterances, in reading order."""
    groups: list[list[tuple[int, Quotation]]] = []
    for number, quotation in enumerate(side.article.quotations):
        if quotation.kind == "indirect" or _set_aside(side, quotation):
            continue
        if groups and _goes_on(side, groups[-1][-1][1], quotation):
            groups[-1].append((number, quotation))
        else:
            groups.append([(number, quotation)])
    result = []
    for group in groups:
        text = " ".join(q.text for _, q in group)
        words, sentence, part = _joined([q.text for _, q in group])
        if words:
            result.append(
                Utterance(
                    numbers=tuple(n for n, _ in group),
                    text=text,
                    words=words,
                    sentence=sentence,
                    part=part,
                    speaker=next((q.speaker for _, q in group if q.speaker), None),
                    fragment=all(q.kind == "fragment" for _, q in group),
                )
            )
    return result


def _joined(texts: list[str]) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """Words, sentences and parts of quotations in a row; a capital opens a new sentence."""
    words: list[str] = []
    sentence: list[int] = []
    part: list[int] = []
    for number, text in enumerate(texts):
        more, numbers = canonical(text)
        offset = 0
        if sentence:
            first = next((c for c in text if c.isalpha()), "")
            offset = sentence[-1] + (1 if first.isupper() else 0)
        words += more
        sentence += [offset + n for n in numbers]
        part += [number] * len(more)
    return tuple(words), tuple(sentence), tuple(part)


def _set_aside(side: Side, quotation: Quotation) -> bool:
    return (
        quotation.within == "body"
        and side.article.paragraphs[quotation.paragraph].role == "pullquote"
    )


def _goes_on(side: Side, first: Quotation, then: Quotation) -> bool:
    """Whether `then` continues what `first` began: same paragraph, only an attribution between."""
    if (first.within, first.paragraph) != (then.within, then.paragraph):
        return False
    if "fragment" in (first.kind, then.kind):
        return False
    if then.speaker is not None and first.speaker is not None and then.speaker != first.speaker:
        return False
    return then.start - first.end <= _BROKEN_BY


def pairs(left: Side, right: Side) -> tuple[QuotationPair, ...]:
    """All quotations that both sides carry, with how the two versions relate."""
    ours, theirs = utterances(left), utterances(right)
    vocabulary = [set(u.words) - STOP for u in theirs]
    result = []
    for one in ours:
        content = set(one.words) - STOP
        for b, other in enumerate(theirs):
            if not content & vocabulary[b]:
                continue
            found = relation(one, other)
            if found is not None:
                result.append(_pair(left, right, one, other, found))
    return tuple(result)


def relation(left: Utterance, right: Utterance) -> tuple[int, QuotationRelation] | None:
    """(number of matching words, relation) of two utterances, or None when they are not one.

    "identical" looks at words only, not at the punctuation that an attribution brings; "minor"
    is another contraction, numeral or small word. A negation that comes or goes inside what both
    carry, and content words that stand in the place of others, are "altered".
    """
    if left.words == right.words:
        same = _plain_words(left.text) == _plain_words(right.text)
        return len(left.words), "identical" if same else "minor"
    if len(left.words) * len(right.words) > _LARGEST:
        return None  # speeches of a thousand words each, which no report quotes twice
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    fragment = left.fragment or right.fragment
    need = _MIN_FRAGMENT if fragment else _MIN_BLOCK
    matched = sum(b.size for b in blocks if b.size >= min(need, 2))
    shorter = min(len(left.words), len(right.words))
    longest = max((b.size for b in blocks), default=0)
    covered = matched >= (1.0 if fragment else _COVER) * shorter
    if longest < min(need, shorter) or not (covered or longest >= _LONG_BLOCK):
        return None
    if not any(set(left.words[b.a : b.a + b.size]) - STOP for b in blocks):
        return None
    return matched, _judge(left, right, matcher)


def _plain_words(text: str) -> list[str]:
    """The words as they stand, but for case and the shape of apostrophes."""
    return [w.lower().replace("’", "'") for w in _WORDS.findall(text) if w not in ("...", "…")]


def _judge(left: Utterance, right: Utterance, matcher: SequenceMatcher[str]) -> QuotationRelation:
    codes = _solid(matcher.get_opcodes(), len(left.words), len(right.words))
    left_extra = right_extra = changed = spliced = False
    for at, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag == "equal":
            continue
        ours = [w for w in left.words[a1:a2] if w != ELLIPSIS]
        theirs = [w for w in right.words[b1:b2] if w != ELLIPSIS]
        inside = 0 < at < len(codes) - 1
        if (
            inside
            and _negations(ours) != _negations(theirs)
            and not _whole_sentences(left, (a1, a2), right, (b1, b2))
        ):
            return "altered"
        cut = ELLIPSIS in left.words[a1:a2] or ELLIPSIS in right.words[b1:b2]
        if ours and theirs and not cut and (inside or _goes_on_otherwise(left, right, codes, at)):
            if (set(ours) | set(theirs)) - STOP:
                return "altered"
            changed = True
            continue
        if inside and (
            _spliced(right, left, (b1, b2), (a1, a2)) or _spliced(left, right, (a1, a2), (b1, b2))
        ):
            spliced = True
        left_extra = left_extra or bool(ours)
        right_extra = right_extra or bool(theirs)
    if spliced:
        return "spliced"
    if left_extra and right_extra:
        return "overlap"
    if left_extra:
        return "trimmed_right"
    if right_extra:
        return "trimmed_left"
    return (
        "minor" if changed or _plain_words(left.text) != _plain_words(right.text) else "identical"
    )


def _solid(codes: Codes, left: int, right: int) -> Codes:
    """The opcodes without the chance matches of one or two words before and after the rest.

    Where a quotation goes on differently on both sides, "that" and "for" match by chance and
    would make of two endings a change inside.
    """
    solid = [
        k
        for k, (tag, a1, a2, b1, b2) in enumerate(codes)
        if tag == "equal"
        and (a2 - a1 >= _MIN_BLOCK or a1 == b1 == 0 or (a2 == left and b2 == right))
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
    found = (side.article.quotations[n] for n in utterance.numbers)
    return tuple(Place(q.within, q.paragraph, q.start, q.end) for q in found)


def _sentences(side: Side, utterance: Utterance) -> tuple[int, ...]:
    numbers: set[int] = set()
    for n in utterance.numbers:
        q = side.article.quotations[n]
        numbers.update(side.sentences_in(q.within, q.paragraph, q.start, q.end))
    return tuple(sorted(numbers))
