"""What one side quotes and the other reports in its own words.

In go two `Side`s, how near their sentences are, and the quotations that both carry; out come
`Paraphrase`s. A quotation that the other side does not carry is held against the sentences that
name the same speaker, and against those that stand very near.
"""

from __future__ import annotations

from corpus.comparison.attribution import Attribution, same_source
from corpus.comparison.likeness import Likeness
from corpus.comparison.result import Paraphrase, QuotationPair, SideName
from corpus.comparison.sides import Side
from corpus.comparison.similarity import matrix
from corpus.words import Token, content, tokens

SAME_SPEAKER = 0.4  # share of the quotation's words that a sentence of the same speaker carries
NO_SPEAKER = 0.75  # and one that names nobody
_FEWEST = 3  # content words of a quotation that can be told again
_FLOOR = 0.12  # Dice coefficient of the two sentences below which nothing is looked at

Attributed = dict[int, Attribution]


def paraphrases(
    left: Side,
    right: Side,
    near: Likeness,
    quoted: tuple[QuotationPair, ...],
    said_left: Attributed,
    said_right: Attributed,
) -> tuple[Paraphrase, ...]:
    """Quotations of either side with the sentence of the other that reports the same."""
    known_left = {n for q in quoted for n in q.left}
    known_right = {n for q in quoted for n in q.right}
    found = [
        *_of_side(left, right, near.dice, said_right, known_left, "left", near.weight),
        *_of_side(right, left, near.dice.T, said_left, known_right, "right", near.weight),
    ]
    return tuple(sorted(found, key=lambda p: (p.left, p.right)))


def _of_side(
    one: Side,
    other: Side,
    dice: object,
    said: Attributed,
    known: set[int],
    name: SideName,
    weight: dict[str, float],
) -> list[Paraphrase]:
    in_marks = _marked(other)
    result = []
    for number, quotation in enumerate(one.article.quotations):
        at = one.sentence_at(quotation.within, quotation.paragraph, quotation.start)
        if quotation.kind == "indirect" or at is None or at in known:
            continue
        words = content(tokens(quotation.text))
        if len({t.stem for t in words}) < _FEWEST:
            continue
        best: tuple[float, int, str] | None = None
        for j in (dice[at] >= _FLOOR).nonzero()[0].tolist():  # type: ignore[index]
            if j in in_marks or other.sentences[j].role == "title":
                continue
            source = said[j].source if j in said else None
            same = same_source(quotation.speaker, source.name if source else None)
            if same is False:
                continue
            share = _carried(words, other.tokens[j], other.stems[j], weight)
            if share < (SAME_SPEAKER if same else NO_SPEAKER):
                continue
            rule = "the same speaker" if same else "nearly all of its words, no speaker named"
            if best is None or share > best[0]:
                best = share, j, rule
        if best is not None:
            share, j, rule = best
            cue = said[j].cue if j in said else None
            cues = (quotation.cue, cue) if name == "left" else (cue, quotation.cue)
            left, right = (at, j) if name == "left" else (j, at)
            result.append(
                Paraphrase(
                    name, left, right, number, quotation.text, quotation.speaker, *cues, share, rule
                )
            )
    return result


def _marked(side: Side) -> set[int]:
    """Sentences that hold whole quotations of their own."""
    numbers: set[int] = set()
    for q in side.article.quotations:
        if q.kind == "direct":
            numbers.update(side.sentences_in(q.within, q.paragraph, q.start, q.end))
    return numbers


def _carried(
    words: list[Token], sentence: tuple[Token, ...], stems: frozenset[str], weight: dict[str, float]
) -> float:
    """Share of the words' weight that a sentence carries, near words counted by their nearness."""
    ours = {t.stem: t.word for t in words}
    theirs = {t.stem: t.word for t in sentence if t.stem in stems}
    if not theirs:
        return 0.0
    table = matrix(list(ours.values()), list(theirs.values()))
    total = carried = 0.0
    for row, stem in enumerate(ours):
        mass = weight.get(stem, 1.0)
        total += mass
        carried += mass * (1.0 if stem in theirs else float(table[row].max()))
    return carried / total if total else 0.0
