"""Sentences that face each other because one quotation of both sides has them.

In go what was aligned and the quotations that both carry, out comes the same with the sentences
that say too little by themselves ("Why?") and stand word for word in a quotation of both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.comparison.alignment import Aligned
from corpus.comparison.facing import Alignment
from corpus.comparison.result import QuotationPair
from corpus.comparison.sides import Side

_RULE = "the same sentence of one quotation"


def in_one_quotation(
    aligned: Aligned, quoted: Iterable[QuotationPair], left: Side, right: Side
) -> Aligned:
    """`aligned` with what faces nothing on either side and is the same in one quotation."""
    faced_left = {i for a in aligned.alignments for i in a.left}
    faced_right = {j for a in aligned.alignments for j in a.right}
    found: dict[int, int] = {}
    for q in quoted:
        if q.relation != "identical" or len(q.left) != len(q.right):
            continue
        for i, j in zip(q.left, q.right, strict=True):
            alone = i not in faced_left and j not in faced_right
            if alone and left.forms[i] == right.forms[j]:
                found[i] = j
                faced_left.add(i)
                faced_right.add(j)
    if not found:
        return aligned
    more = [Alignment((i,), (j,), 1.0, "same", _RULE) for i, j in found.items()]
    theirs = set(found.values())
    return replace(
        aligned,
        alignments=tuple(sorted((*aligned.alignments, *more), key=lambda a: a.left)),
        only_left=tuple(i for i in aligned.only_left if i not in found),
        only_right=tuple(j for j in aligned.only_right if j not in theirs),
        nearest=tuple(
            n for n in aligned.nearest
            if n.sentence not in (found if n.side == "left" else theirs)
        ),
        perhaps=tuple(p for p in aligned.perhaps if p.left not in found and p.right not in theirs),
    )  # fmt: skip
