"""How much of each article's wording stands in the other as well.

In go two `Side`s, out comes a `SharedText`. Counted are words inside passages of at least
five words in a row that both articles have (word 5-gram overlap, as in Lyon, Malcolm and
Dickerson 2001); outside quotations the words that both merely quote are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from corpus.comparison.result import SharedText
from corpus.comparison.sides import Side

RUN = 5  # words in a row; four also finds set phrases, six misses copy with small edits


def shared_text(left: Side, right: Side) -> SharedText:
    """Shares from 0 to 1 of each side's words, with and without what stands in quotations."""
    ours, theirs = _passages(left), _passages(right)
    return SharedText(
        left=_share(ours, theirs, quoted=True),
        right=_share(theirs, ours, quoted=True),
        left_outside_quotations=_share(ours, theirs, quoted=False),
        right_outside_quotations=_share(theirs, ours, quoted=False),
    )


@dataclass(frozen=True, slots=True)
class _Passages:
    """A side's words in a row: for each word whether it is quoted, for each run its words."""

    quoted: list[bool]
    runs: list[tuple[str, ...]]
    free: list[bool]  # for each run, whether no word of it is quoted


def _passages(side: Side) -> _Passages:
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for q in side.article.quotations:
        if q.kind != "indirect":
            spans.setdefault((q.within, q.paragraph), []).append((q.start, q.end))
    words: list[str] = []
    quoted: list[bool] = []
    for sentence, tokens in zip(side.sentences, side.tokens, strict=True):
        if sentence.role not in ("body", "standfirst"):
            continue
        marks = spans.get((sentence.within, sentence.paragraph))
        words += [token.word for token in tokens]
        if marks is None:
            quoted += [False] * len(tokens)
        else:
            starts = (sentence.start + token.start for token in tokens)
            quoted += [any(a <= at < b for a, b in marks) for at in starts]
    runs = list(zip(*(words[k:] for k in range(RUN)), strict=False))
    before = [0, *accumulate(quoted)]
    free = [before[k + RUN] == before[k] for k in range(len(runs))]
    return _Passages(quoted, runs, free)


def _share(ours: _Passages, theirs: _Passages, *, quoted: bool) -> float:
    """Share of `ours` covered by runs that `theirs` has too.

    Without quotations (`quoted=False`) a run may not touch quoted words, and the share is of
    the words outside quotation marks.
    """
    counted = len(ours.quoted) - (0 if quoted else sum(ours.quoted))
    if not counted:
        return 0.0
    known = {run for run, free in zip(theirs.runs, theirs.free, strict=True) if quoted or free}
    covered = end = 0
    for k, run in enumerate(ours.runs):
        if run in known and (quoted or ours.free[k]):
            covered += k + RUN - max(k, end)
            end = k + RUN
    return covered / counted
