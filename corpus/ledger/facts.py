"""The facts of a story, kind by kind: quotations, figures, statements.

In go the `Side`s of its articles and the scores of their sentences, out come `Fact`s. A
quotation's versions are held against each other as in a comparison of two; figures agree, agree
roughly or may conflict as there; sentences state the same when each is near the other's best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.article import Figure
from corpus.comparison import figures, quotations
from corpus.comparison.alignment import SAME
from corpus.comparison.attribution import Attribution, attributions
from corpus.comparison.counted import counted as counted_in
from corpus.comparison.result import QuotationRelation
from corpus.comparison.sides import Side
from corpus.comparison.utterances import Utterance, utterances
from corpus.ledger.matching import Found as Scored
from corpus.ledger.matching import Scores
from corpus.ledger.result import Cell, CellRelation, Fact
from corpus.ledger.rows import rows
from corpus.words import NEGATIONS, STOP

STATED = 0.3  # score from which two sentences state the same; at .22 whole stories run together
HALF = 0.5  # of its row's and column's best that a pair must reach
LIKELY = 1.4  # a score of STATED is as likely the same as what `alignment` keeps (.42)
_MOST_VERSIONS = 60  # quotations that share a word, beyond which the word tells nothing
_QUOTED = 0.6  # share of a sentence inside quotation marks from which it is no statement
_FROM_MEDOID: Mapping[QuotationRelation, CellRelation] = {
    "identical": "same", "minor": "same", "trimmed_right": "trimmed", "trimmed_left": "longer",
    "overlap": "overlap", "spliced": "spliced", "altered": "altered",
}  # fmt: skip

Found = Mapping[tuple[int, int], Scores]


def quotation_facts(sides: Sequence[Side], found: Found) -> list[Fact]:
    """What is quoted, a row for each utterance; versions of one stand in one row."""
    said = [(a, one) for a, side in enumerate(sides) for one in utterances(side)]
    owners = [a for a, _ in said]
    matches: list[dict[int, float]] = [{} for _ in said]
    relation: dict[tuple[int, int], QuotationRelation] = {}
    for k, other in _sharing([set(one.words) - STOP for _, one in said]):
        if owners[k] == owners[other]:
            continue
        # The longer version is asked first, so that a cut reads the same from either side.
        for one, two in ((k, other), (other, k)):
            answer = quotations.relation(said[one][1], said[two][1])
            if answer is not None:
                matches[one][two] = float(answer[0])
                relation[one, two] = answer[1]
    facts = []
    for medoid, members in rows(owners, matches):
        cells = [_quoted(sides, said[medoid], "medoid")]
        seen = {owners[medoid]: 0}
        for member in members:
            if owners[member] in seen:
                continue  # the same article quotes another part of it; its best stands
            seen[owners[member]] = len(cells)
            cells.append(_quoted(sides, said[member], _FROM_MEDOID[relation[medoid, member]]))
        facts.append(Fact("quotation", said[medoid][1].text, _in_order(cells, sides)))
    return facts


def _quoted(sides: Sequence[Side], said: tuple[int, Utterance], relation: CellRelation) -> Cell:
    a, one = said
    side = sides[a]
    first = side.article.quotations[one.numbers[0]]
    sentence = side.sentence_at(first.within, first.paragraph, first.start)
    return Cell(side.article.id, one.text, relation, sentence or 0, source=one.speaker)


def _sharing(words: Sequence[set[str]]) -> list[tuple[int, int]]:
    """Pairs of items that share a word which not too many have."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(words):
        for word in found:
            holding[word].append(number)
    pairs = {
        (one, other)
        for at in holding.values()
        if len(at) <= _MOST_VERSIONS
        for place, one in enumerate(at)
        for other in at[place + 1 :]
    }
    return sorted(pairs)


def figure_facts(sides: Sequence[Side], found: Found) -> list[Fact]:
    """What is counted, a row for each thing; agreeing, rounded and conflicting numbers in it."""
    said = [attributions(side) for side in sides]
    counted = [
        (a, one.number, one.figure) for a, side in enumerate(sides) for one in counted_in(side)
    ]
    place = {(a, number): k for k, (a, number, _) in enumerate(counted)}
    matches: list[dict[int, float]] = [{} for _ in counted]
    relation: dict[tuple[int, int], CellRelation] = {}
    for (a, b), scores in found.items():
        near = Scored(scores)
        likely = {pair: min(1.0, LIKELY * score) for pair, score in scores.items()}
        both = said[a], said[b]
        for pair in figures.pairs(sides[a], sides[b], near, likely, both, same_event=True):
            one, other = place.get((a, pair.left_figure)), place.get((b, pair.right_figure))
            if one is None or other is None:
                continue
            how: CellRelation = (
                "same" if pair.relation == "agree"
                else "approximate" if pair.relation == "approximate" else "differs"
            )  # fmt: skip
            strength = {"same": 3.0, "approximate": 2.0}.get(how, 1.0)
            matches[one][other] = matches[other][one] = strength
            relation[one, other] = relation[other, one] = how
    facts = []
    for medoid, members in rows([a for a, _, _ in counted], matches):
        cells = [_number(sides, said, counted[medoid], "medoid")]
        seen = {counted[medoid][0]}
        for member in members:
            if counted[member][0] not in seen:
                seen.add(counted[member][0])
                cells.append(_number(sides, said, counted[member], relation[medoid, member]))
        figure = counted[medoid][2]
        facts.append(Fact("figure", _label(figure), _in_order(cells, sides)))
    return facts


def _label(figure: Figure) -> str:
    """A figure's row: what is counted, as far as the text says, with the number."""
    about = (figure.about or "").strip()
    return figure.text if not about or about in figure.text else f"{figure.text} {about}"


def _number(
    sides: Sequence[Side],
    said: Sequence[Mapping[int, Attribution]],
    counted: tuple[int, int, Figure],
    relation: CellRelation,
) -> Cell:
    a, _, figure = counted
    side = sides[a]
    sentence = side.sentence_at(figure.within, figure.paragraph, figure.start) or 0
    value = figure.value if figure.value is not None else figure.low
    source = figures.source_of(dict(said[a]), sentence)
    return Cell(side.article.id, figure.text, relation, sentence, value, source)


def statement_facts(sides: Sequence[Side], found: Found) -> list[Fact]:
    """What is stated, a row for each thing said; sentences that nobody else has stand alone."""
    said = [attributions(side) for side in sides]
    items = [
        (a, sentence.i)
        for a, side in enumerate(sides)
        for sentence in side.sentences
        if sentence.role != "title" and not _is_quotation(side, sentence.i)
    ]
    place = {item: k for k, item in enumerate(items)}
    matches: list[dict[int, float]] = [{} for _ in items]
    for (a, b), scores in found.items():
        rows_best, columns_best = _best(scores)
        for (i, j), score in scores.items():
            if score < max(STATED, HALF * rows_best[i], HALF * columns_best[j]):
                continue
            one, other = place.get((a, i)), place.get((b, j))
            if one is not None and other is not None:
                matches[one][other] = matches[other][one] = score
    facts = []
    for medoid, members in rows([a for a, _ in items], matches):
        cells = {items[medoid][0]: _stated(sides, said, items[medoid], "medoid")}
        for member in members:
            a, i = items[member]
            if a not in cells:
                same = matches[medoid][member] >= SAME and _facts(sides, items[medoid]) == _facts(
                    sides, items[member]
                )
                cells[a] = _stated(sides, said, items[member], "same" if same else "reworded")
            elif a != items[medoid][0]:
                first = cells[a]
                cells[a] = Cell(
                    first.article, first.text, first.relation, first.sentence,
                    more=(*first.more, i),
                )  # fmt: skip
        text = cells[items[medoid][0]].text
        facts.append(Fact("statement", text, _in_order(list(cells.values()), sides)))
    return facts


def _best(scores: Scores) -> tuple[dict[int, float], dict[int, float]]:
    left: defaultdict[int, float] = defaultdict(float)
    right: defaultdict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        left[i] = max(left[i], score)
        right[j] = max(right[j], score)
    return left, right


def _facts(sides: Sequence[Side], item: tuple[int, int]) -> list[str]:
    """The words of a sentence that change what it says when they change."""
    a, i = item
    words = (token.word for token in sides[a].tokens[i])
    return sorted(word for word in words if word[0].isdigit() or word in NEGATIONS)


def _stated(
    sides: Sequence[Side],
    said: Sequence[Mapping[int, Attribution]],
    item: tuple[int, int],
    relation: CellRelation,
) -> Cell:
    a, i = item
    side = sides[a]
    source = figures.source_of(dict(said[a]), i)
    return Cell(side.article.id, side.sentences[i].text, relation, i, source=source)


def _is_quotation(side: Side, i: int) -> bool:
    """Whether most of a sentence is somebody's words: then the quotation is the fact."""
    sentence = side.sentences[i]
    inside = sum(
        max(0, min(one.end, sentence.end) - max(one.start, sentence.start))
        for one in side.article.quotations
        if one.kind != "indirect"
        and (one.within, one.paragraph) == (sentence.within, sentence.paragraph)
    )
    return inside >= _QUOTED * (sentence.end - sentence.start)


def _in_order(cells: Sequence[Cell], sides: Sequence[Side]) -> tuple[Cell, ...]:
    """The cells in the order of the columns."""
    place = {side.article.id: k for k, side in enumerate(sides)}
    return tuple(sorted(cells, key=lambda cell: place[cell.article]))
