"""How much of each article's wording stands in the other as well.

In go two `Side`s, out comes a `SharedText`. Counted are words inside passages of at least
five words in a row that both articles have (word 5-gram overlap, as in Lyon, Malcolm and
Dickerson 2001); outside quotations the words that both merely quote are left out.
"""

from __future__ import annotations

from corpus.comparison.result import SharedText
from corpus.comparison.sides import Side

RUN = 5  # words in a row; four also finds set phrases, six misses copy with small edits

Words = list[tuple[str, bool]]  # (folded word, inside quotation marks)


def shared_text(left: Side, right: Side) -> SharedText:
    """Shares from 0 to 1 of each side's words, with and without what stands in quotations."""
    ours, theirs = _words(left), _words(right)
    return SharedText(
        left=_share(ours, theirs, quoted=True),
        right=_share(theirs, ours, quoted=True),
        left_outside_quotations=_share(ours, theirs, quoted=False),
        right_outside_quotations=_share(theirs, ours, quoted=False),
    )


def _words(side: Side) -> Words:
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for q in side.article.quotations:
        if q.kind != "indirect":
            spans.setdefault((q.within, q.paragraph), []).append((q.start, q.end))
    result: Words = []
    for sentence, tokens in zip(side.sentences, side.tokens, strict=True):
        if sentence.role not in ("body", "standfirst"):
            continue
        quoted = spans.get((sentence.within, sentence.paragraph), [])
        for token in tokens:
            at = sentence.start + token.start
            result.append((token.word, any(a <= at < b for a, b in quoted)))
    return result


def _share(ours: Words, theirs: Words, *, quoted: bool) -> float:
    """Share of `ours` covered by runs that `theirs` has too.

    Without quotations (`quoted=False`) a run may not touch quoted words, and the share is of
    the words outside quotation marks.
    """
    counted = sum(1 for _, q in ours if quoted or not q)
    if not counted:
        return 0.0
    known = {
        tuple(w for w, _ in theirs[k : k + RUN])
        for k in range(len(theirs) - RUN + 1)
        if quoted or not any(q for _, q in theirs[k : k + RUN])
    }
    covered: set[int] = set()
    for k in range(len(ours) - RUN + 1):
        run = ours[k : k + RUN]
        if (quoted or not any(q for _, q in run)) and tuple(w for w, _ in run) in known:
            covered.update(range(k, k + RUN))
    return len(covered) / counted
