"""Which words of a comparison are marked: what differs, or what a lens asks for.

Gives spans into the texts of each side's article. In sentences that say the same, words that
the other side does not have are marked; in freely reworded ones only figures, quotations and
known wordings are, because marking every word would mark nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Literal

from corpus.article import Article, Where
from corpus.comparison.facing import ComparedSentence
from corpus.comparison.result import Comparison
from corpus.text import fold
from index.answers import Record
from tui.views.lenses import figure_marks, find_marks, find_spans, name_marks, quotation_marks
from tui.views.lines import Span
from tui.views.marks import FIGURE_MARKS, SAME, SHARED
from tui.views.pair_row import PairRow

Side = Literal["left", "right"]
CompareLens = Literal["differences", "names", "figures", "quotations", "wording", "find"]
Spans = dict[tuple[Where, int], list[Span]]

ALIKE = 0.5  # share of common words from which single words are marked
_NEAR = (SAME, SHARED)
_AGREE = (FIGURE_MARKS["agree"], FIGURE_MARKS["approximate"])
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def sentences_of(comparison: Comparison, side: Side) -> tuple[ComparedSentence, ...]:
    """One side's sentences."""
    return comparison.left if side == "left" else comparison.right


def number_in(article: Article, sentence: ComparedSentence) -> int:
    """Which sentence of its article this is; -1 where it is none of its own."""
    where = (sentence.within, sentence.paragraph, sentence.start)
    for number, one in enumerate(article.sentences):
        if (one.within, one.paragraph, one.start) == where:
            return number
    return -1


def lens_spans(
    lens: CompareLens,
    side: Side,
    record: Record,
    comparison: Comparison,
    rows: Iterable[PairRow],
    wanted: str = "",
) -> Spans:
    """What a lens marks on one side; the lens that finds marks the `wanted` words."""
    spans: Spans = {}

    def add(within: Where, paragraph: int, start: int, end: int, style: str) -> None:
        spans.setdefault((within, paragraph), []).append(Span(start, end, style))

    match lens:
        case "names":
            for mark in name_marks(record.names):
                add(mark.within, mark.paragraph, mark.start, mark.end, mark.style)
        case "figures":
            for mark in figure_marks(record.article):
                add(mark.within, mark.paragraph, mark.start, mark.end, mark.style)
        case "quotations":
            for mark in quotation_marks(record.article, record.names):
                add(mark.within, mark.paragraph, mark.start, mark.end, mark.style)
        case "find":
            for mark in find_marks(record.article, wanted):
                add(mark.within, mark.paragraph, mark.start, mark.end, mark.style)
        case "wording":
            for wording in comparison.wording:
                at = wording.left_place if side == "left" else wording.right_place
                if at is not None:
                    add(at.within, at.paragraph, at.start, at.end, "wording")
            for number, words in _labelled(side, comparison):
                sentence = sentences_of(comparison, side)[number]
                for start, end in find_spans(sentence.text, words):
                    first = sentence.start
                    add(sentence.within, sentence.paragraph, first + start, first + end, "label")
        case _:
            for place in _merged(_different(side, record, comparison, rows)):
                add(*place, "differs")
    return spans


def agreeing(row: PairRow, side: Side, record: Record) -> Spans | None:
    """The figures of one side that agree, in a row that stands there for them; None in others.

    What such a sentence has otherwise is marked in the row that it faces there.
    """
    if row.relation not in _AGREE:
        return None
    spans: Spans = {}
    for figure in row.figures:
        number = figure.left_figure if side == "left" else figure.right_figure
        if 0 <= number < len(record.article.figures):
            f = record.article.figures[number]
            spans.setdefault((f.within, f.paragraph), []).append(Span(f.start, f.end, "figure"))
    return spans


def _labelled(side: Side, comparison: Comparison) -> list[tuple[int, str]]:
    """Sentences with a label that only this side uses, and the label."""
    return [
        (number, label.text)
        for labels in comparison.labels
        if labels.only_left or labels.only_right
        for label in (labels.left if side == "left" else labels.right)
        if label.text in (labels.only_left if side == "left" else labels.only_right)
        for number in label.sentences
    ]


Place = tuple[Where, int, int, int]
Word = tuple[str, Place]


def _different(
    side: Side, record: Record, comparison: Comparison, rows: Iterable[PairRow]
) -> list[Place]:
    """Where the two sides differ: words of one quotation, of one sentence, and figures."""
    left = side == "left"
    marked: list[Place] = []
    for quotation in comparison.quotations:
        if quotation.relation in ("identical", "minor"):
            continue
        own = [
            word
            for at in (quotation.left_places if left else quotation.right_places)
            for word in _words(
                record.article.text_of(at.within, at.paragraph)[at.start : at.end],
                at.within, at.paragraph, at.start,
            )
        ]  # fmt: skip
        theirs = quotation.right_text if left else quotation.left_text
        marked += _lonely(own, _words(theirs, "body", 0, 0), alike=0)  # however much was cut
    for row in rows:
        if row.left and row.right and (row.relation in _NEAR or row.change is not None):
            own = _of(sentences_of(comparison, side), row.left if left else row.right)
            other_side: Side = "right" if left else "left"
            other = _of(sentences_of(comparison, other_side), row.right if left else row.left)
            marked += _lonely(own, other)
    for difference in comparison.word_differences if comparison.revision is None else ():
        sentence = sentences_of(comparison, side)[difference.left if left else difference.right]
        for c in difference.changes:
            start, end = (c.left_start, c.left_end) if left else (c.right_start, c.right_end)
            if start < end:
                first = sentence.start
                marked.append((sentence.within, sentence.paragraph, first + start, first + end))
    for figure in comparison.figures:
        if figure.relation == "differ":
            number = figure.left_figure if left else figure.right_figure
            if 0 <= number < len(record.article.figures):
                f = record.article.figures[number]
                marked.append((f.within, f.paragraph, f.start, f.end))
    return marked


def _merged(places: Iterable[Place]) -> list[Place]:
    """Each stretch once, however many findings mark it."""
    out: list[Place] = []
    for within, paragraph, start, end in sorted(places):
        if out and out[-1][:2] == (within, paragraph) and start < out[-1][3]:
            out[-1] = (within, paragraph, out[-1][2], max(end, out[-1][3]))
        else:
            out.append((within, paragraph, start, end))
    return out


def _lonely(own: Sequence[Word], other: Sequence[Word], alike: float = ALIKE) -> list[Place]:
    """The words of one side that the other does not have at that place; none where the share of
    common words is below `alike`."""
    matcher = SequenceMatcher(None, [w[0] for w in own], [w[0] for w in other], autojunk=False)
    if matcher.ratio() < alike:
        return []
    out: list[Place] = []
    for tag, first, last, _a, _b in matcher.get_opcodes():
        if tag in ("replace", "delete"):
            out += _joined(own[first:last])
    return out


def _words(text: str, within: Where, paragraph: int, offset: int) -> list[Word]:
    return [
        (fold(m.group()), (within, paragraph, offset + m.start(), offset + m.end()))
        for m in _WORD.finditer(text)
    ]


def _of(sentences: Sequence[ComparedSentence], numbers: Iterable[int]) -> list[Word]:
    return [
        word
        for s in (sentences[n] for n in numbers)
        for word in _words(s.text, s.within, s.paragraph, s.start)
    ]


def _joined(words: Sequence[Word]) -> list[Place]:
    """Neighbouring words as one place."""
    out: list[Place] = []
    for _folded, (within, paragraph, start, end) in words:
        if out and out[-1][:2] == (within, paragraph) and 0 <= start - out[-1][3] <= 2:
            out[-1] = (within, paragraph, out[-1][2], end)
        else:
            out.append((within, paragraph, start, end))
    return out
