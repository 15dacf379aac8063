"""How much of each article's wording stands in the other as well, and where.

In go two `Side`s, out comes a `SharedText`. Counted are words inside passages of at least
five words in a row that both articles have (word 5-gram overlap, as in Lyon, Malcolm and
Dickerson 2001); outside quotations the words that both merely quote are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from corpus.comparison.facing import ComparedSentence, Place, SideName
from corpus.comparison.result import ParagraphShare, Passage, SharedText
from corpus.comparison.sides import Side

RUN = 5  # words in a row; four also finds set phrases, six misses copy with small edits
_MOST = 500  # passages that are listed; the shares count all


@dataclass(frozen=True, slots=True)
class _Words:
    """A side's words in a row: the text of each, its sentence, whether it is quoted; and for
    each run of RUN words whether none of them is quoted."""

    words: list[str]
    sentence: list[int]
    token: list[int]  # number of the word in its sentence
    home: list[int]  # which text or paragraph it stands in, counted from 0
    quoted: list[bool]
    runs: list[tuple[str, ...]]
    free: list[bool]


def shared_text(left: Side, right: Side) -> SharedText:
    """Shares from 0 to 1 of each side's words, with and without what stands in quotations,
    the passages that both have, and the share of every paragraph that has any."""
    if _runs(left).isdisjoint(_runs(right)):
        return SharedText(0.0, 0.0, 0.0, 0.0)
    ours, theirs = _words(left), _words(right)
    free = _covered(ours, theirs, quoted=False), _covered(theirs, ours, quoted=False)
    return SharedText(
        left=_share(ours, _covered(ours, theirs, quoted=True), quoted=True),
        right=_share(theirs, _covered(theirs, ours, quoted=True), quoted=True),
        left_outside_quotations=_share(ours, free[0], quoted=False),
        right_outside_quotations=_share(theirs, free[1], quoted=False),
        passages=_passages(left, right, ours, theirs),
        paragraphs=(
            *_by_paragraph(left, ours, free[0], "left"),
            *_by_paragraph(right, theirs, free[1], "right"),
        ),
    )


def _runs(side: Side) -> set[tuple[str, ...]]:
    """All runs of RUN words of a side."""
    words: list[str] = []
    for sentence, forms in zip(side.sentences, side.forms, strict=True):
        if sentence.role in ("body", "standfirst"):
            words += forms
    return set(zip(*(words[k:] for k in range(RUN)), strict=False))


def _words(side: Side) -> _Words:
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for q in side.article.quotations:
        if q.kind != "indirect":
            spans.setdefault((q.within, q.paragraph), []).append((q.start, q.end))
    words: list[str] = []
    sentences: list[int] = []
    numbers: list[int] = []
    homes: list[int] = []
    quoted: list[bool] = []
    known: dict[tuple[str, int], int] = {}
    for sentence, forms in zip(side.sentences, side.forms, strict=True):
        if sentence.role not in ("body", "standfirst"):
            continue
        marks = spans.get((sentence.within, sentence.paragraph))
        words += forms
        sentences += [sentence.i] * len(forms)
        numbers += range(len(forms))
        home = known.setdefault((sentence.within, sentence.paragraph), len(known))
        homes += [home] * len(forms)
        quoted += _quoted(side, sentence, len(forms), marks or ())
    runs = list(zip(*(words[k:] for k in range(RUN)), strict=False))
    before = [0, *accumulate(quoted)]
    free = [before[k + RUN] == before[k] for k in range(len(runs))]
    return _Words(words, sentences, numbers, homes, quoted, runs, free)


def _quoted(
    side: Side, sentence: ComparedSentence, size: int, marks: Iterable[tuple[int, int]]
) -> list[bool]:
    """For each word of a sentence whether it stands in quotation marks."""
    touching = [(a, b) for a, b in marks if a < sentence.end and sentence.start < b]
    if not touching:
        return [False] * size
    if any(a <= sentence.start and sentence.end <= b for a, b in touching):
        return [True] * size
    starts = (sentence.start + token.start for token in side.tokens[sentence.i])
    return [any(a <= at < b for a, b in touching) for at in starts]


def _covered(ours: _Words, theirs: _Words, *, quoted: bool) -> list[bool]:
    """For each word whether it stands in a run that the other side has too.

    Without quotations (`quoted=False`) a run may not touch quoted words.
    """
    known = {run for run, free in zip(theirs.runs, theirs.free, strict=True) if quoted or free}
    covered = [False] * len(ours.words)
    end = 0
    for k, run in enumerate(ours.runs):
        if run in known and (quoted or ours.free[k]):
            for n in range(max(k, end), k + RUN):
                covered[n] = True
            end = k + RUN
    return covered


def _share(ours: _Words, covered: list[bool], *, quoted: bool) -> float:
    """Share of the words that are covered; without quotations of those outside them."""
    counted = len(ours.quoted) - (0 if quoted else sum(ours.quoted))
    return sum(covered) / counted if counted else 0.0


def _by_paragraph(
    side: Side, ours: _Words, covered: list[bool], name: SideName
) -> list[ParagraphShare]:
    """The share of each body paragraph's words outside quotations, where any is shared."""
    totals: dict[int, list[int]] = {}
    for sentence, quoted, found in zip(ours.sentence, ours.quoted, covered, strict=True):
        one = side.sentences[sentence]
        if one.within == "body" and not quoted:
            count = totals.setdefault(one.paragraph, [0, 0])
            count[0] += found
            count[1] += 1
    return [ParagraphShare(name, p, part / all_) for p, (part, all_) in totals.items() if part]


def _passages(left: Side, right: Side, ours: _Words, theirs: _Words) -> tuple[Passage, ...]:
    """The longest common passages inside one paragraph of each side, in the left one's order."""
    where: dict[tuple[str, ...], list[int]] = {}
    sought = set(ours.runs)
    for k, run in enumerate(theirs.runs):
        if run in sought:
            where.setdefault(run, []).append(k)
    found: list[Passage] = []
    at = 0
    while at < len(ours.runs) and len(found) < _MOST:
        starts = where.get(ours.runs[at], ())
        longest, begin = 0, 0
        for start in starts[:20]:
            length = _common(ours, theirs, at, start)
            if length > longest:
                longest, begin = length, start
        if longest < RUN:
            at += 1
            continue
        quoted = all(ours.quoted[at : at + longest]) and all(theirs.quoted[begin : begin + longest])
        found.append(
            Passage(
                longest,
                _place(left, ours, at, longest),
                _place(right, theirs, begin, longest),
                quoted,
            )
        )
        at += longest
    return tuple(found)


def _common(ours: _Words, theirs: _Words, a: int, b: int) -> int:
    """Number of equal words from two positions on, inside one paragraph of either side."""
    homes = ours.home[a], theirs.home[b]
    length, end = 0, min(len(ours.words) - a, len(theirs.words) - b)
    while (
        length < end
        and ours.words[a + length] == theirs.words[b + length]
        and (ours.home[a + length], theirs.home[b + length]) == homes
    ):
        length += 1
    return length


def _place(side: Side, words: _Words, at: int, length: int) -> Place:
    first, last = (
        side.sentences[words.sentence[at]],
        side.sentences[words.sentence[at + length - 1]],
    )
    start = side.tokens[first.i][words.token[at]].start
    end = side.tokens[last.i][words.token[at + length - 1]].end
    return Place(first.within, first.paragraph, first.start + start, last.start + end)
