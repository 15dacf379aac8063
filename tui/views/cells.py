"""What one side of a row shows: its sentences, notes under them, or one line they fold to.

In go a row, a side and a width, out come lines no wider than that. Sentences that stood in a
row above are not told twice, only pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.comparison.facing import ComparedSentence
from corpus.comparison.result import Comparison, FigurePair
from corpus.gist import gist
from corpus.words import content_stem, written
from index.answers import Record
from tui.views.days import later_by
from tui.views.differing import CompareLens, Side, Spans, agreeing, sentences_of
from tui.views.lines import EMPTY, Line, Run, Span, clip, counted, shown, styled, wrap
from tui.views.lonely import folded_as, opposite
from tui.views.marks import GRAVE, UNSURE
from tui.views.pair_row import PairRow, Telling
from tui.views.pairs import are_captions
from tui.views.spoken_by import perhaps_named

_LEFT: Side = "left"
_RIGHT: Side = "right"
_STYLES = {"title": "headline", "standfirst": "standfirst", "caption": "caption"}
_TAGS = {"caption": "caption:", "standfirst": "standfirst:"}
_PLAIN = frozenset(("said", "says", "say", "told", "added", "according to"))
"""Verbs that only say that something was said: their difference is left to the reasons."""
_FOLD_LINES = 2
_AGAIN_LINES = 2
_BREAK = re.compile(r"(?<=[,;:.!?—–”\"])\s+|\s+(?=(?:as|that|who|which|when|while|and|but|of)\s)")
"""Where an excerpt may begin."""
_TELLING = frozenset(("count", "money", "percent", "vote", "measure", "age", "duration", "odds"))


def telling(left: Record, right: Record, comparison: Comparison) -> Telling:
    """The sentences of both sides that carry a figure or a quotation, or say what their own
    body was not found to say; days alone do not count."""
    heads = {
        side: {c.sentence for c in comparison.claims
               if c.side == side and not c.carried and c.role != "caption"}
        for side in (_LEFT, _RIGHT)
    }  # fmt: skip

    def of(record: Record, sentences: Sequence[ComparedSentence]) -> frozenset[int]:
        article = record.article
        places = [
            (f.within, f.paragraph, f.start, f.end) for f in article.figures if f.kind in _TELLING
        ]
        places += [  # a quotation may go on through several sentences
            (q.within, q.paragraph, q.start, q.end)
            for q in article.quotations
            if q.kind != "indirect"
        ]
        by_text: dict[tuple[str, int], list[ComparedSentence]] = {}
        for s in sentences:
            by_text.setdefault((s.within, s.paragraph), []).append(s)
        found: set[int] = set()
        for within, paragraph, start, end in places:
            for s in by_text.get((within, paragraph), ()):
                if s.start < end and s.end > start:
                    found.add(s.i)
        return frozenset(found)

    return (
        of(left, comparison.left) | heads[_LEFT],
        of(right, comparison.right) | heads[_RIGHT],
    )


@dataclass
class Cells:
    """The two articles with what the lens marks in them and what was told already."""

    comparison: Comparison
    left: Record
    right: Record
    spans: dict[Side, Spans]
    told: dict[Side, set[int]] = field(default_factory=lambda: {"left": set(), "right": set()})
    lens: CompareLens = "differences"

    def record(self, side: Side) -> Record:
        """One side's article."""
        return self.left if side == "left" else self.right

    def marks(self, row: PairRow, side: Side) -> Spans:
        """What is marked on one side of a row: where figures agree, these; else what the lens
        marks."""
        own = agreeing(row, side, self.record(side)) if self.lens == "differences" else None
        return self.spans[side] if own is None else own

    def text(self, row: PairRow, side: Side, width: int, *, full: bool = False) -> list[Line]:
        """The sentences of one side of a row. `full` tells what stood above once more."""
        if row.relation is UNSURE and not self._unsure(row, side):
            return _again(self._groups(row, side)[0], width, self._common(row), "(perhaps)")
        out: list[Line] = []
        full = full or row.gravity >= GRAVE
        last = -1
        for group in self._groups(row, side):
            gap = last >= 0 and group[0].i != last + 1
            last = group[-1].i
            again = self.told[side].issuperset(sentence.i for sentence in group)
            if again and not full:
                out += _again(group, width, self._common(row), marked=self._agreeing(row, side))
            else:
                out += self._group(group, side, width, self.marks(row, side), gap=gap)
        return out

    def _agreeing(self, row: PairRow, side: Side) -> tuple[str, ...]:
        """The figures of one side, as they are written, that are marked as agreeing."""
        marks = self.marks(row, side)
        if marks is self.spans[side]:
            return ()
        article = self.record(side).article
        return tuple(
            article.text_of(*where)[span.start : span.end]
            for where, spans in marks.items()
            for span in spans
        )

    def tell(self, row: PairRow) -> None:
        """From now on the sentences of a row count as told."""
        for side, numbers in ((_LEFT, row.left), (_RIGHT, row.right)):
            if row.relation is not UNSURE or self._unsure(row, side):
                self.told[side].update(numbers)

    def _unsure(self, row: PairRow, side: Side) -> bool:
        """Whether it is this side's sentence of which it is not sure that it stands alone."""
        if side == "left":
            return bool(set(row.left) & set(self.comparison.unsure_left))
        return bool(set(row.right) & set(self.comparison.unsure_right))

    def fold(self, row: PairRow, side: Side, width: int, where: str = "") -> list[Line]:
        """One line, or two, that names what is in a passage."""
        numbers = row.left if side == "left" else row.right
        sentences = [sentences_of(self.comparison, side)[n] for n in numbers]
        record = self.record(side)
        found = gist(
            record.article,
            [(s.within, s.paragraph, s.start, s.end) for s in sentences],
            record.names,
        )
        kind = counted(len(sentences), "sentence")
        if are_captions(row, self.comparison):
            number = len({(s.within, s.paragraph) for s in sentences})
            kind = "caption" if number == 1 else counted(number, "caption")
        said = f"+ {kind}{where or folded_as(row.alone)}"
        room = width * _FOLD_LINES - 2
        parts: list[str] = []
        for name in found[:5]:
            name = shown(name)
            if len(f"{said}: {', '.join([*parts, name])}") <= room:
                parts.append(name)
        text = f"{said}: {', '.join(parts)}"
        if len(parts) < 2:  # one name says too little: how it begins says more
            text = f"{said}: "
            begins = shown(" ".join(one.text for one in sentences))
            a, b = wrap(begins, max(8, room - len(text) - 4))[0]
            text += begins[a:b] + ("…" if b < len(begins) else "")
        return [*((Run(text[a:b], "dim"),) for a, b in wrap(text, width)[:_FOLD_LINES])]

    def nearest(self, row: PairRow, side: Side, width: int) -> list[Line]:
        """What the side that says nothing of it has that comes nearest: a line or two."""
        own: Side = "right" if side == "left" else "left"
        numbers = row.left if own == "left" else row.right
        near = [n for n in self.comparison.nearest if n.side == own and n.sentence in numbers]
        best = max(near, key=lambda n: n.score, default=None)
        if best is None or best.score <= 0:
            return [note(opposite(row.alone))]
        text = shown(sentences_of(self.comparison, side)[best.other].text)
        lines = [note(f"{opposite(row.alone)}; nearest:")]
        spans = wrap(text, max(8, width - 4))
        lines += [(Run("    "), Run(text[a:b], "dim")) for a, b in spans[:2]]
        if len(spans) > 2:
            lines[-1] = clip((*lines[-1], Run(" …", "dim")), width)
        return lines

    def notes(self, row: PairRow, side: Side, width: int) -> list[Line]:
        """What is said under the sentences: sources, speakers, where the passage stands."""
        said: list[tuple[str, str]] = []
        for figure in row.figures:
            if figure.relation == "differ" and (row.left if side == "left" else row.right):
                said.append(("source", self._source(figure, side)))
        for q in row.quotations:
            cues = {q.left_cue or "said", q.right_cue or "said"} - _PLAIN
            otherwise = cues and q.left_cue != q.right_cue
            if q.same_speaker is False or (otherwise and not row.one_sided):
                speaker = q.left_speaker if side == "left" else q.right_speaker
                cue = q.left_cue if side == "left" else q.right_cue
                sure = q.left_sure if side == "left" else q.right_sure
                who = perhaps_named(speaker, sure=sure)
                said.append(("source", f"speaker: {who}" + (f" ({shown(cue)})" if cue else "")))
        for claim in row.claims:
            if claim.side == side and (claim.role != "caption" or claim.missing_figures):
                missing = ", ".join(map(shown, (*claim.missing_figures, *claim.missing_words)))
                text = "not found in its own body"
                if not claim.missing_figures:  # then the words that are missing are not all
                    text = "its own body carries little of it"
                    text += "; not found there" if missing else ""
                text += f": {missing}" if missing else ""
                text += "; the other body has it" if claim.other_carries else ""
                said.append(("relation" if claim.role != "caption" else "dim", text))
        if row.moved and side == "right" and row.right:
            total = len(self.comparison.right)
            said.append(("dim", f"stands further {row.moved} there, {row.right[0] + 1} of {total}"))
        out: list[Line] = []
        for style, text in dict.fromkeys((style, text) for style, text in said):
            out += [
                (
                    Run("  " if not n else "    "),
                    Run(text[a:b], "dim" if style == "source" else style),
                )
                for n, (a, b) in enumerate(wrap(text, max(8, width - 4)))
            ]
        return out

    def _source(self, figure: FigurePair, side: Side) -> str:
        source = figure.left_source if side == "left" else figure.right_source
        text = f"source: {shown(source) if source else 'not named'}"
        if figure.later == side:
            ours, other = self.record(side).article, self.record(_other(side)).article
            by = later_by(
                (ours.published, ours.published_at), (other.published, other.published_at)
            )
            text += f", {by} later" if by else ""
            text += " (may be a later count)"
        return text

    def _groups(self, row: PairRow, side: Side) -> list[list[ComparedSentence]]:
        """Neighbouring sentences of one text together."""
        numbers = row.left if side == "left" else row.right
        groups: list[list[ComparedSentence]] = []
        for s in (sentences_of(self.comparison, side)[n] for n in numbers):
            before = groups[-1][-1] if groups else None
            if (
                before is not None
                and (before.within, before.paragraph, before.i) == (s.within, s.paragraph, s.i - 1)
                and (before.i in self.told[side]) == (s.i in self.told[side])
            ):
                groups[-1].append(s)
            else:
                groups.append([s])
        return groups

    def _common(self, row: PairRow) -> frozenset[str]:
        """The stems of the words with a meaning of their own that both sides of a row have."""
        if not (row.left and row.right):
            return frozenset()
        ours, theirs = (
            {content_stem(word) for n in numbers for word in written(sentences[n].text)}
            for numbers, sentences in (
                (row.left, self.comparison.left),
                (row.right, self.comparison.right),
            )
        )
        return frozenset(stem for stem in ours & theirs if stem)

    def _group(
        self, group: Sequence[ComparedSentence], side: Side, width: int, marks: Spans, *, gap: bool
    ) -> list[Line]:
        first, last = group[0], group[-1]
        article = self.record(side).article
        text = article.text_of(first.within, first.paragraph)[: last.end]
        spans: list[Span] = marks.get((first.within, first.paragraph), [])
        style = _STYLES.get(first.role, "text")
        tag = _TAGS.get(first.role, "")
        opening = f"{tag} " if tag and first.start == 0 else "... " if gap else ""
        shift = first.start - len(opening)
        lines: list[Line] = []
        for a, b in wrap(opening + text[first.start :], width):
            start, end = max(first.start, a + shift), b + shift
            head = (Run(opening[a:b] if end <= first.start else opening, "dim"),) if a == 0 else ()
            body = styled(text, start, end, style, spans) if end > start else EMPTY
            lines.append(tuple(run for run in (*head, *body) if run.text))
        return lines


def _again(
    group: Sequence[ComparedSentence],
    width: int,
    common: frozenset[str],
    tag: str = "(see above)",
    marked: Sequence[str] = (),
) -> list[Line]:
    """Two lines of what was told above: those with the most of the words in `common`, and of the
    figures in `marked` before all."""

    def drawn(line: str) -> Line:
        spans = [
            Span(at.start(), at.end(), "figure")
            for words in marked
            for at in re.finditer(rf"(?<!\w){re.escape(shown(words))}(?!\w)", line)
        ]
        return styled(line, 0, len(line), "dim", spans)

    text = shown(" ".join(s.text for s in group))
    spans = wrap(f"{tag} {text}", width)
    if len(spans) <= _AGAIN_LINES:
        return [drawn(f"{tag} {text}"[a:b]) for a, b in spans]
    begins = [0, *(m.end() for m in _BREAK.finditer(text))]

    def excerpt(start: int) -> str:
        whole = f"{tag} {'… ' if start else ''}{text[start:]}"
        return whole[: wrap(whole, width)[:_AGAIN_LINES][-1][1]]

    def holds(start: int) -> tuple[int, int]:
        told = excerpt(start)
        found = {content_stem(word) for word in written(told)}
        return sum(shown(words) in told for words in marked), len(found & common)

    best = excerpt(max(begins, key=holds))
    lines: list[Line] = [drawn(best[a:b]) for a, b in wrap(best, width)]
    if not text.endswith(best[-12:]):
        lines[-1] = clip((*lines[-1], Run(" …", "dim")), width)
    return lines


def note(text: str) -> Line:
    """A line that says something about the texts and is none of theirs."""
    return (Run("   " + text, "dim"),)


def _other(side: Side) -> Side:
    return "right" if side == "left" else "left"
