"""A comparison seen from the other side: left becomes right in everything it found."""

from __future__ import annotations

from dataclasses import replace

from corpus.comparison.result import Comparison, QuotationRelation, SharedText

_MIRRORED: dict[QuotationRelation, QuotationRelation] = {
    "trimmed_left": "trimmed_right",
    "trimmed_right": "trimmed_left",
}


def swapped(comparison: Comparison) -> Comparison:
    """The same comparison with its sides exchanged."""
    c = comparison
    return replace(
        c,
        left_id=c.right_id,
        right_id=c.left_id,
        left=c.right,
        right=c.left,
        alignments=tuple(replace(a, left=a.right, right=a.left) for a in c.alignments),
        only_left=c.only_right,
        only_right=c.only_left,
        quotations=tuple(
            replace(
                q,
                left=q.right,
                right=q.left,
                left_text=q.right_text,
                right_text=q.left_text,
                left_quotation=q.right_quotation,
                right_quotation=q.left_quotation,
                relation=_MIRRORED.get(q.relation, q.relation),
            )
            for q in c.quotations
        ),
        figures=tuple(
            replace(
                f,
                left=f.right,
                right=f.left,
                left_text=f.right_text,
                right_text=f.left_text,
                left_value=f.right_value,
                right_value=f.left_value,
                left_figure=f.right_figure,
                right_figure=f.left_figure,
            )
            for f in c.figures
        ),
        entities=tuple(replace(e, left=e.right, right=e.left) for e in c.entities),
        wording=tuple(
            replace(
                w,
                left=w.right,
                right=w.left,
                left_sentence=w.right_sentence,
                right_sentence=w.left_sentence,
            )
            for w in c.wording
        ),
        shared=SharedText(
            c.shared.right,
            c.shared.left,
            c.shared.right_outside_quotations,
            c.shared.left_outside_quotations,
        ),
    )
