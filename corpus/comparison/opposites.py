"""Sentences that face each other and say the opposite, or give two times of one thing.

In go two `Side`s and pairs of sentence numbers, out come `SentenceDifference`s for those of which
one denies what the other says of the same ("have not identified any suspects", "have identified 31
suspects"), says that the opposite came about ("contact was lost", "regained contact"), or gives
another time of day. Unlike `facing_words` it looks at sentences whose words are mostly other ones;
so what is opposite must be said of a thing that both name right beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from corpus.comparison.facing import DifferenceKind, SentenceDifference, TellingChange, WordChange
from corpus.comparison.sides import Side
from corpus.words import NEGATIONS, STOP, Token, denies

FACING = 0.44  # likelihood from which sentences face each other, as in `alignment`
DENIED = 0.25  # and from which one that names doer, deed and object alike may deny the other
AFTER = 6  # words behind a verb in which its object stands
BEFORE = 6  # words before it in which its doer stands
_BESIDE = 4  # words around a state that say whose it is
_BESIDE_CLOCK = 6  # words around a time of day that say what it is the time of

_OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("lost loses losing loss", "regained regains regain reestablished "
         "reestablishes restored restores"),
        ("closed closes closure shut shuts", "reopened reopens"),
        ("missing", "found located"),
        ("alive", "dead"),
        ("accepted accepts", "rejected rejects refused refuses"),
        ("approved approves", "rejected rejects vetoed vetoes"),
        ("convicted", "acquitted cleared"),
    )
)  # fmt: skip
_WORDS = frozenset[str]().union(*(one | other for one, other in _OPPOSITES))
_LIGHT = frozenset("yet ever also been be have has had so far immediately still".split())
_NO_FACT = frozenset(
    """if would could should may might must can unless whether against prohibit prohibits refuse
    refused refuses deny denied denies avoid fail failed fails""".split()
)
"""Words beside which a deed is not told as done, or is denied without a negation."""

_CLOCK = re.compile(
    r"(?<![\d:.$€£])\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?m\b\.?"
    r"(?P<zone>\s\(?(?:local|(?-i:[A-Z]{2,4})\b|Eastern|Central|Mountain|Pacific))?",
    re.IGNORECASE,
)

Stretch = tuple[int, int]
Opposite = tuple[DifferenceKind, Stretch, Stretch]


def opposites(
    left: Side,
    right: Side,
    likely: Mapping[tuple[int, int], float],
    known: Collection[tuple[int, int]],
) -> tuple[SentenceDifference, ...]:
    """What is opposite in pairs of sentence numbers that are `likely` enough to say the same, in
    order; those `known` to differ in a word are left out."""
    found = []
    for (i, j), value in sorted(likely.items()):
        if value < DENIED or (i, j) in known:
            continue
        changes = list(_denied(left, right, i, j))
        if value >= FACING:
            changes += [*_turned(left, right, i, j), *_times(left, right, i, j)]
        if changes:
            found.append(_difference(left, right, i, j, changes))
    return tuple(found)


def _difference(
    left: Side, right: Side, i: int, j: int, found: Sequence[Opposite]
) -> SentenceDifference:
    one, other = left.sentences[i].text, right.sentences[j].text
    same = len(left.words[i] & right.words[j]) / max(len(left.words[i]), len(right.words[j]))
    return SentenceDifference(
        i,
        j,
        same,
        tuple(WordChange(a, b, c, d) for _, (a, b), (c, d) in found),
        tuple(TellingChange(kind, one[a:b], other[c:d]) for kind, (a, b), (c, d) in found),
    )


def _denied(left: Side, right: Side, i: int, j: int) -> Iterator[Opposite]:
    """A verb that one sentence denies and the other does not, of one doer and one object."""
    no = [any(map(denies, side.words[n])) for side, n in ((left, i), (right, j))]
    if no[0] == no[1]:
        return
    denied, said = left.tokens[i], right.tokens[j]
    if no[1]:
        denied, said = said, denied
    for n, verb in enumerate(denied):
        first = _negation(denied, n)
        if first is None or verb.word[0].isdigit():
            continue  # "flight no. 446" denies nothing
        if verb.word in STOP or verb.word in NEGATIONS or _is_open(denied, n):
            continue
        for m, other in enumerate(said):
            if (
                other.stem == verb.stem
                and not _is_open(said, m)
                and _weighing(denied[n + 1 :][:AFTER]) & _weighing(said[m + 1 :][:AFTER])
                and _doer(denied, n) is not None
                and _doer(denied, n) == _doer(said, m)
            ):
                one, two = (denied[first].start, verb.end), (other.start, other.end)
                yield ("denied", one, two) if no[0] else ("denied", two, one)
                return


def _doer(tokens: Sequence[Token], verb: int) -> str | None:
    """The stem of the nearest word of weight before a verb, adverbs aside."""
    before = tokens[max(0, verb - BEFORE) : verb]
    return next((t.stem for t in reversed(before) if not t.word.endswith("ly") and _weighing((t,))
                 and not denies(t.word) and t.word not in _LIGHT), None)  # fmt: skip


def _is_open(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a deed is not told as done: "if", "would", "refused to"."""
    before = [t.word for t in tokens[max(0, verb - BEFORE) : verb]]
    return before[-1:] == ["to"] or not _NO_FACT.isdisjoint(before)


def _negation(tokens: Sequence[Token], verb: int) -> int | None:
    """Which word denies a verb: the one before it, small words between them aside."""
    at = verb - 1
    while at >= 0 and tokens[at].word in _LIGHT:
        at -= 1
    return at if at >= 0 and denies(tokens[at].word) and tokens[at].word != "without" else None


def _turned(left: Side, right: Side, i: int, j: int) -> Iterator[Opposite]:
    """Two words of which each is the other's opposite, beside one thing."""
    ours, theirs = _written(left, i), _written(right, j)
    if ours.isdisjoint(_WORDS) or theirs.isdisjoint(_WORDS):
        return
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if not (one & ours and other & theirs) or other & ours or one & theirs:
                continue
            for n, a in enumerate(left.tokens[i]):
                for m, b in enumerate(right.tokens[j]):
                    if _at(left.tokens[i], n) not in one or _at(right.tokens[j], m) not in other:
                        continue
                    if _is_denied(left.tokens[i], n) or _is_denied(right.tokens[j], m):
                        continue
                    if _around(left.tokens[i], n, _BESIDE) & _around(right.tokens[j], m, _BESIDE):
                        yield "opposite", (a.start, a.end), (b.start, b.end)
                        return


def _written(side: Side, sentence: int) -> frozenset[str]:
    """The words of a sentence; what is written "re-opened" also as one."""
    words = side.words[sentence]
    if "re" not in words:
        return words
    tokens = side.tokens[sentence]
    return words | {_at(tokens, n) for n in range(len(tokens))}


def _at(tokens: Sequence[Token], at: int) -> str:
    again = at > 0 and tokens[at - 1].word == "re"
    return ("re" if again else "") + tokens[at].word


def _is_denied(tokens: Sequence[Token], word: int) -> bool:
    return any(denies(t.word) for t in tokens[max(0, word - AFTER) : word])


def _times(left: Side, right: Side, i: int, j: int) -> Iterator[Opposite]:
    """The only times of day of two sentences, where what stands around them is alike."""
    sentences = left.sentences[i].text, right.sentences[j].text
    clocks = [list(_CLOCK.finditer(text)) for text in sentences]
    if len(clocks[0]) != 1 or len(clocks[1]) != 1:
        return
    (a,), (b,) = clocks
    zones = [(clock["zone"] or "").strip(" (").lower() for clock in (a, b)]
    if zones[0] != zones[1] or _minutes(a) == _minutes(b):
        return
    if _beside(left.tokens[i], a) & _beside(right.tokens[j], b):
        yield "time", _span(a, sentences[0]), _span(b, sentences[1])


def _beside(tokens: Sequence[Token], clock: re.Match[str]) -> frozenset[str]:
    at = next((n for n, t in enumerate(tokens) if t.end > clock.start()), len(tokens))
    return _around(tokens, at, _BESIDE_CLOCK)


def _span(clock: re.Match[str], text: str) -> Stretch:
    """From the hour to "am" or "p.m.", the zone left out."""
    end = clock.start("zone") if clock["zone"] else clock.end()
    return clock.start(), end


def _minutes(clock: re.Match[str]) -> int:
    hour = int(clock["hour"]) % 12 + 12 * (clock["half"].lower() == "p")
    return hour * 60 + int(clock["minute"] or 0)


def _around(tokens: Sequence[Token], at: int, reach: int) -> frozenset[str]:
    return _weighing((*tokens[max(0, at - reach) : at], *tokens[at + 1 : at + 1 + reach]))


def _weighing(tokens: Sequence[Token]) -> frozenset[str]:
    """The stems of words that say something by themselves; numbers are left out."""
    return frozenset(t.stem for t in tokens if t.word not in STOP and t.word[0].isalpha()
                     and len(t.word) > 2)  # fmt: skip
