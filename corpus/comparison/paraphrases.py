"""What one side quotes and the other has outside its quotations: in its own words, or in the same.

In go two `Side`s, how near their sentences are, and the quotations that both carry; out come
`Paraphrase`s. A quotation that the other side does not carry is held against the sentences that
name the same speaker, and against those that stand very near.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus.article import Quotation
from corpus.comparison.alignment import KEEP
from corpus.comparison.attribution import Attribution, same_source
from corpus.comparison.evidence import Likelihoods
from corpus.comparison.facing import SideName
from corpus.comparison.likeness import Likeness
from corpus.comparison.result import Paraphrase, QuotationPair, Telling
from corpus.comparison.same_words import opens_with_another, told_as
from corpus.comparison.sides import Side
from corpus.comparison.speakers import sure_source

SAME_SPEAKER = 0.4  # share of the quotation's words that a sentence of the same speaker carries
NO_SPEAKER = 0.75  # and one that names nobody
# Words alone take "Red car for a red planet" for "take his car to the Red Planet": of 20 found in
# 130 pairs of reports on one event 11 were right. Where both sentences have to be likely to say
# the same, or the quotation to be long, it is 9 of 11 (read by hand).
_LONG = 10  # content words of a quotation whose words alone tell
_LIKELY = 0.14  # lowest likelihood of two sentences of one speaker
_FEWEST = 3  # content words of a quotation that can be told again
_FLOOR = 0.12  # Dice coefficient of the two sentences below which nothing is looked at

Attributed = dict[int, Attribution]


def paraphrases(
    left: Side,
    right: Side,
    near: Likeness,
    likely: Likelihoods,
    quoted: tuple[QuotationPair, ...],
    said: tuple[Attributed, Attributed],
) -> tuple[Paraphrase, ...]:
    """Quotations of either side with the sentence of the other that reports the same.

    `likely`: how likely two sentences say the same, by their numbers; `said`: who says each.
    """
    known_left = {n for q in quoted for n in q.left}
    known_right = {n for q in quoted for n in q.right}
    ours = _Nearness(near.dice, near.near_right, near.row_left, near.weight, likely)
    turned = {(j, i): value for (i, j), value in likely.items()}
    theirs = _Nearness(near.dice.T, near.near_left, near.row_right, near.weight, turned)
    found = [
        *_of_side(left, right, ours, said, known_left, "left"),
        *_of_side(right, left, theirs, (said[1], said[0]), known_right, "right"),
    ]
    return tuple(sorted(found, key=lambda p: (p.left, p.right)))


@dataclass(frozen=True, slots=True, eq=False)
class _Nearness:
    """The tables of `Likeness` seen from the quoting side."""

    dice: Any
    near: Any  # a row for each stem, a column for each sentence of the other side
    row: dict[str, int]
    weight: dict[str, float]
    likely: Likelihoods

    def carried(self, stems: frozenset[str], sentence: int) -> float:
        """Share of the stems' weight that a sentence of the other side carries."""
        mass = sum(self.weight[s] for s in stems)
        found = sum(self.weight[s] * float(self.near[self.row[s], sentence]) for s in stems)
        return found / mass if mass else 0.0


def _of_side(
    one: Side,
    other: Side,
    near: _Nearness,
    said: tuple[Attributed, Attributed],
    known: set[int],
    name: SideName,
) -> list[Paraphrase]:
    """What `one` quotes and `other` tells; `said` and `known` begin with the quoting side's."""
    in_marks = _marked(other)
    result = []
    for number, quotation in enumerate(one.article.quotations):
        at = one.sentence_at(quotation.within, quotation.paragraph, quotation.start)
        if quotation.kind == "indirect" or at is None or at in known:
            continue
        stems = _quoted_stems(one, quotation)
        if len(stems) < _FEWEST:
            continue
        own = _speaker(at, quotation, said[0])
        best: _Telling | None = None
        for j in (near.dice[at] >= _FLOOR).nonzero()[0].tolist():
            if j in in_marks or other.sentences[j].role == "title":
                continue
            source = said[1][j].source if j in said[1] else None
            same = same_source(own.name, source.name if source else None)
            if same is False:
                continue
            share = near.carried(stems, j)
            if share < (SAME_SPEAKER if same else NO_SPEAKER):
                continue
            likely = near.likely.get((at, j), 0.0)
            if likely < (_LIKELY if same else KEEP) and (same or len(stems) < _LONG):
                continue
            told = told_as(quotation, other, j)
            if told == "otherwise" and not same and opens_with_another(other, j, own.name):
                continue
            if best is None or share > best.share:
                best = _Telling(share, j, _rule(told, same=bool(same)), told)
        if best is not None:
            cue = said[1][best.sentence].cue if best.sentence in said[1] else None
            result.append(
                Paraphrase(
                    quoted=name,
                    left=at if name == "left" else best.sentence,
                    right=best.sentence if name == "left" else at,
                    quotation=number,
                    text=quotation.text,
                    speaker=own.name,
                    left_cue=own.cue if name == "left" else cue,
                    right_cue=cue if name == "left" else own.cue,
                    score=best.share,
                    rule=best.rule,
                    sure=own.sure,
                    told=best.told,
                )
            )
    return result


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence that tells what is quoted: how much of it, by which rule, in whose words."""

    share: float
    sentence: int
    rule: str
    told: Telling


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str | None
    cue: str | None
    sure: bool


def _speaker(at: int, quotation: Quotation, said: Attributed) -> _Speaker:
    """Who speaks a quotation; where that is not sure, whom its sentence surely names."""
    if quotation.speaker is not None and not quotation.sure:
        named = sure_source((at,), said)
        if named is not None:
            return _Speaker(named[0], named[1] or None, sure=True)
    sure = quotation.sure or quotation.speaker is None
    return _Speaker(quotation.speaker, quotation.cue, sure)


def _rule(told: Telling, *, same: bool) -> str:
    if told == "quoted_too":
        return "the very words, behind a mark that opens a quotation"
    if told == "in_its_words":
        return "the very words, without marks of quotation"
    return "the same speaker" if same else "nearly all of its words, no speaker named"


def _quoted_stems(side: Side, quotation: Quotation) -> frozenset[str]:
    """The content stems that stand between the marks."""
    found: set[str] = set()
    for i in side.sentences_in(
        quotation.within, quotation.paragraph, quotation.start, quotation.end
    ):
        offset = side.sentences[i].start
        found.update(
            t.stem
            for t in side.tokens[i]
            if quotation.start <= offset + t.start < quotation.end and t.stem in side.stems[i]
        )
    return frozenset(found)


def _marked(side: Side) -> set[int]:
    """Sentences that hold whole quotations of their own."""
    numbers: set[int] = set()
    for q in side.article.quotations:
        if q.kind == "direct":
            numbers.update(side.sentences_in(q.within, q.paragraph, q.start, q.end))
    return numbers
