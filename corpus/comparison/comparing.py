"""The path from two articles to their `Comparison`, every step in order.

In go two stored Articles with their names; the steps stand in the modules beside this one.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.article import Article, Names
from corpus.comparison import alignment, claims, figures, quotations
from corpus.comparison.attribution import attributions
from corpus.comparison.chains import chains
from corpus.comparison.entities import entity_places
from corpus.comparison.event import is_countable, is_likelier
from corpus.comparison.evidence import Likelihoods, likelihoods
from corpus.comparison.facing import Alignment, ComparedSentence, SentenceDifference, SideName
from corpus.comparison.facing_words import differences
from corpus.comparison.in_quotations import in_one_quotation
from corpus.comparison.labels import labels
from corpus.comparison.likeness import likeness
from corpus.comparison.not_held import not_held
from corpus.comparison.one_event import one_event
from corpus.comparison.opposites import opposites
from corpus.comparison.other_days import other_days
from corpus.comparison.paraphrases import paraphrases
from corpus.comparison.result import Comparison, FigurePair, QuotationPair
from corpus.comparison.revision import revision
from corpus.comparison.shared import shared_text
from corpus.comparison.sides import Side, side
from corpus.comparison.speakers import with_speakers
from corpus.comparison.wire import undated, wire_copy
from corpus.comparison.worddiff import word_changes
from corpus.comparison.wording import wordings


def compared(
    left_article: Article,
    right_article: Article,
    left_names: Names | None,
    right_names: Names | None,
    came_later: SideName | None,
    one_story: bool,
) -> Comparison:
    """Hold two articles against each other, as `corpus.comparison.compare` says."""
    left, right = side(left_article), side(right_article)
    near = likeness(left, right)
    said = attributions(left), attributions(right)
    quoted = with_speakers(left, right, quotations.pairs(left, right), said)
    event = one_event(left, right, one_story=one_story, near=near, quoted=quoted)
    signs, perhaps_one = event.signs, event.answer != "different"
    likely = likelihoods(left, right, near, said, quoted)
    comparable = is_countable(signs)
    counted = figures.pairs(
        left,
        right,
        near,
        likely,
        said,
        comparable=comparable,
        by_nouns=True,
        apart=not perhaps_one,
    )
    told = paraphrases(left, right, near, likely, quoted, said)
    held = {(q.left[0], q.right[0]) for q in quoted if len(q.left) == len(q.right) == 1}
    held.update((f.left, f.right) for f in counted)
    held.update((p.left, p.right) for p in told)
    aligned = alignment.align(left, right, near, likely, held, event.answer)
    aligned = in_one_quotation(aligned, quoted, left, right)
    facing = {(a.left[0], a.right[0]) for a in aligned.alignments if a.is_single} | held
    beside = facing | {(i, j) for a in aligned.alignments for i in a.left for j in a.right}
    matched = beside | {(p.left, p.right) for p in aligned.perhaps}
    shared = shared_text(left, right)
    return Comparison(
        left_id=left_article.id,
        right_id=right_article.id,
        same_event=is_likelier(signs),
        same_event_score=event.score,
        left=left.sentences,
        right=right.sentences,
        alignments=_less_the_same(aligned.alignments, quoted, left.sentences, right.sentences),
        only_left=aligned.only_left,
        only_right=aligned.only_right,
        quotations=quoted,
        figures=undated(counted, left_article, right_article, shared),
        entities=entity_places(left, right, left_names, right_names),
        wording=wordings(left, right, aligned.alignments),
        shared=shared,
        event=signs,
        nearest=aligned.nearest,
        perhaps=aligned.perhaps,
        aside_left=aligned.aside_left,
        aside_right=aligned.aside_right,
        paraphrases=told,
        labels=labels(left, right, left_names, right_names, beside),
        wire=wire_copy(left_article, right_article, shared),
        chains=(*chains(left, said[0], "left"), *chains(right, said[1], "right")),
        claims=claims.claims(left, right, near),
        revision=revision(left, right, near, shared, same_event=perhaps_one, came_later=came_later),
        left_language=left_article.language,
        right_language=right_article.language,
        answer=event.answer,
        word_differences=_differing(
            left,
            right,
            facing,
            counted,
            beside,
            aligned,
            likely,
            held=comparable,
            one_event=perhaps_one,
        ),
        not_held=not_held(left, right, near, likely, counted, signs, matched),
    )


def _differing(
    left: Side,
    right: Side,
    facing: set[tuple[int, int]],
    counted: tuple[FigurePair, ...],
    beside: set[tuple[int, int]],
    aligned: alignment.Aligned,
    likely: Likelihoods,
    *,
    held: bool,
    one_event: bool,
) -> tuple[SentenceDifference, ...]:
    """Where facing sentences differ in a word that is telling; where the reports may be of
    `one_event`, in a day that they tell; and, where they are `held` against each other, where what
    faces or may face says the opposite or another time."""
    found = differences(left, right, facing, counted)
    maybe = {(p.left, p.right) for p in aligned.perhaps}
    single = {(a.left[0], a.right[0]): a.likelihood for a in aligned.alignments if a.is_single}
    pairs = single | {pair: likely[pair] for pair in beside | maybe if pair in likely}
    opposed = opposites(left, right, pairs, {(d.left, d.right) for d in found}) if held else ()
    facing_each_other = [
        (a.left, a.right) for a in aligned.alignments if left.sentences[a.left[0]].role != "title"
    ]
    days = other_days(left, right, facing_each_other) if one_event else ()
    known = {(d.left, d.right) for d in (*found, *opposed)}
    days = tuple(d for d in days if (d.left, d.right) not in known)
    return tuple(sorted((*found, *opposed, *days), key=lambda d: (d.left, d.right)))


def _less_the_same(
    alignments: tuple[Alignment, ...],
    quoted: tuple[QuotationPair, ...],
    left: tuple[ComparedSentence, ...],
    right: tuple[ComparedSentence, ...],
) -> tuple[Alignment, ...]:
    """Sentences whose quotation was cut or changed are not the same, however many words agree;
    those of them in which no word differs are."""
    changed = [q for q in quoted if q.relation not in ("identical", "minor")]
    return tuple(
        replace(a, relation="reworded")
        if any(set(a.left) & set(q.left) and set(a.right) & set(q.right) for q in changed)
        and not (a.is_single and not word_changes(left[a.left[0]].text, right[a.right[0]].text))
        else a
        for a in alignments
    )
