"""What a story's articles state, a row for each thing said.

In go the `Side`s of its articles and the scores of their sentences, out come `Fact`s. Sentences
state the same when each is near the other's best, they share more than a name, and all that speaks
for and against it makes it likely (`stating`); where that is undecided, the cell says so.
Quotations and figures have rooms of their own (`quoting`, `numbers`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from corpus.comparison.attribution import attributions
from corpus.comparison.conflicts import same_thing
from corpus.comparison.counted import Counted, counted, counts_anybody
from corpus.comparison.figures import Said
from corpus.comparison.ranges import agreement
from corpus.comparison.sameness import SAME
from corpus.comparison.sides import Side
from corpus.ledger.clocks import are_other_times
from corpus.ledger.furniture import reads_alone, states_nothing
from corpus.ledger.matching import Scores, StoryScores
from corpus.ledger.result import Cell, CellRelation, Fact
from corpus.ledger.rows import in_order, rows
from corpus.ledger.sources import source_of
from corpus.ledger.stating import UNSURE, Stating, set_apart
from corpus.words import NEGATIONS

STATED = 0.3  # score from which two sentences state the same; at .22 whole stories run together
LEAST = 2  # words that are no names which two sentences have in common to state the same
PART = 0.3  # of the words of the shorter one that these must be
OF_LONGER = 0.2  # and of the longer one: "the ship", "the fire" are not what it says
WORD_FOR_WORD = 0.95  # and from which they do whatever words they have in common
HALF = 0.5  # of its row's and column's best that a pair must reach
CLOSE = 1.1  # times the smaller of two rough numbers in sentences that state one thing
BARE = 2  # words beyond a number up to which a sentence says no more: "people missing"
_QUOTED = 0.6  # share of a sentence inside quotation marks from which it is no statement
_THE_NUMBER = ("medoid", "same", "unsure")


def statement_facts(
    sides: Sequence[Side], found: StoryScores, numbers: Sequence[Fact] = ()
) -> list[Fact]:
    """What is stated, a row for each thing said; sentences that nobody else has stand alone.

    `numbers` are the rows of figures: a sentence that says no more than how many people stands
    in every article that has the number.
    """
    said = [attributions(side) for side in sides]
    items = [
        (a, sentence.i)
        for a, side in enumerate(sides)
        for sentence in side.sentences
        if sentence.role != "title"
        and not _is_quotation(side, sentence.i)
        and not states_nothing(sentence.text)
    ]
    place = {item: k for k, item in enumerate(items)}
    bare = [sides[a].stems[i] - set_apart(sides[a], i) for a, i in items]
    numbered = _numbered(sides)
    matches: list[dict[int, float]] = [{} for _ in items]
    perhaps: list[dict[int, float]] = [{} for _ in items]
    alike: dict[tuple[int, int], float] = {}
    stating = Stating(sides, found, said)
    for (a, b), scores in found.items():
        rows_best, columns_best = _best(scores)
        for (i, j), score in scores.items():
            if score < max(STATED, HALF * rows_best[i], HALF * columns_best[j]):
                continue
            one, other = place.get((a, i)), place.get((b, j))
            if one is None or other is None:
                continue
            word_for_word = score >= WORD_FOR_WORD and (
                _facts(sides, (a, i)) == _facts(sides, (b, j))
            )
            if not (word_for_word or _share_more_than_names(bare[one], bare[other])):
                continue
            counts = numbered.get((a, i), ()), numbered.get((b, j), ())
            if _count_two_things(*counts):
                continue
            likelihood, enough = stating.held((a, i), (b, j))
            if (enough or word_for_word) and not _count_otherwise(*counts):
                matches[one][other] = matches[other][one] = likelihood
                alike[one, other] = alike[other, one] = score
            elif likelihood >= UNSURE:
                perhaps[one][other] = perhaps[other][one] = likelihood
    facts = []
    for medoid, members in rows([a for a, _ in items], matches):
        medoid, members = _headed(medoid, members, matches, sides, items)
        cells = {items[medoid][0]: _stated(sides, said, items[medoid], "medoid")}
        for member in members:
            a, i = items[member]
            if a not in cells:
                same = alike[medoid, member] >= SAME and _facts(sides, items[medoid]) == _facts(
                    sides, items[member]
                )
                told: CellRelation = "same" if same else "reworded"
                if not same and stating.says_a_part(items[member], items[medoid]):
                    told = "in_part"
                if are_other_times(_text(sides, items[medoid]), _text(sides, items[member])):
                    told = "differs"
                cells[a] = _stated(sides, said, items[member], told)
            elif a != items[medoid][0]:
                cells[a] = replace(cells[a], more=(*cells[a].more, i))
        if len(bare[medoid]) <= BARE:
            for item, how in _with_the_number(sides, items[medoid], numbers):
                if item in place and item[0] not in cells:
                    cells[item[0]] = _stated(sides, said, item, how)
        for member, likely in sorted(perhaps[medoid].items(), key=lambda one: (-one[1], one[0])):
            if items[member][0] not in cells:
                unsure = _stated(sides, said, items[member], "unsure")
                cells[items[member][0]] = replace(unsure, likely=likely)
        text = cells[items[medoid][0]].text
        facts.append(Fact("statement", text, in_order(list(cells.values()), sides)))
    return facts


def _headed(
    medoid: int,
    members: list[int],
    matches: Sequence[Mapping[int, float]],
    sides: Sequence[Side],
    items: Sequence[tuple[int, int]],
) -> tuple[int, list[int]]:
    """The row with a medoid that can be understood by itself, where the first is hung on what
    stands before it ("But he ...") and another matches every member."""

    def alone(k: int) -> bool:
        a, i = items[k]
        return reads_alone(sides[a].sentences[i].text)

    if alone(medoid):
        return medoid, members
    every = [medoid, *members]
    for k in members:
        if alone(k) and all(other in matches[k] for other in every if other != k):
            return k, [other for other in every if other != k]
    return medoid, members


def _share_more_than_names(ours: Set[str], theirs: Set[str]) -> bool:
    """Whether two sentences have so many stems in common, those set apart left out, that both may
    state one thing, and not only speak of one person: "Ines Varga resigned", "Ines Varga was ill";
    or give one number or way, which is a figure's row: "two miles off Sarn"."""
    shared = len(ours & theirs)
    shorter, longer = sorted((len(ours), len(theirs)))
    return shared >= LEAST and shared >= PART * shorter and shared >= OF_LONGER * longer


def _numbered(sides: Sequence[Side]) -> Mapping[tuple[int, int], Sequence[Counted]]:
    """What is counted in each sentence, as far as its words say what."""
    found: defaultdict[tuple[int, int], list[Counted]] = defaultdict(list)
    for a, side in enumerate(sides):
        for one in counted(side):
            if one.kind[0] in ("count", "money", "percent"):
                found[a, one.sentence].append(one)
    return found


def _count_two_things(ours: Sequence[Counted], theirs: Sequence[Counted]) -> bool:
    """Whether both sentences count something and nothing that either counts may be what the other
    does: "Twelve ships were lost", "Twelve houses were lost"; "died", "were hurt"."""
    ours, theirs = ([c for c in row if c.kind[0] == "count" and c.head] for row in (ours, theirs))
    return bool(ours and theirs) and not any(
        same_thing(one, other) and not (one.deed and other.deed and one.deed != other.deed)
        for one in ours
        for other in theirs
    )


def _count_otherwise(ours: Sequence[Counted], theirs: Sequence[Counted]) -> bool:
    """Whether both sentences give numbers of one kind, and none that either gives agrees with one
    of the other: what is counted otherwise is no rewording."""
    kinds = {one.kind for one in ours} & {other.kind for other in theirs}
    return bool(kinds) and not any(
        agreement(one.figure, other.figure) and _are_close(one, other)
        for one in ours
        for other in theirs
    )


def _are_close(one: Counted, other: Counted) -> bool:
    """Whether two numbers that agree, as far as they are rough, are so near each other that both
    state one thing: no "more than 26 million" and "more than 30 million"."""
    values = [abs(c.figure.value) for c in (one, other) if c.figure.value is not None]
    return len(values) < 2 or max(values) <= CLOSE * min(values)


def _with_the_number(
    sides: Sequence[Side], item: tuple[int, int], numbers: Sequence[Fact]
) -> list[tuple[tuple[int, int], CellRelation]]:
    """The sentences that give the number of people of a sentence which says nothing else, and how
    they relate; unsure where it may be another number's."""
    a, i = item
    if not any(one.sentence == i and counts_anybody(one) for one in counted(sides[a])):
        return []
    place = {side.article.id: k for k, side in enumerate(sides)}
    found: list[tuple[tuple[int, int], CellRelation]] = [
        (
            (place[cell.article], sentence),
            "unsure" if "unsure" in (ours.relation, cell.relation) else "reworded",
        )
        for fact in numbers
        if (ours := fact.cell_of(sides[a].article.id)) is not None
        and i in (ours.sentence, *ours.more)
        and ours.relation in _THE_NUMBER
        for cell in fact.cells
        if cell.value == ours.value and cell.relation in _THE_NUMBER
        for sentence in (cell.sentence, *cell.more)
    ]
    return sorted(found, key=lambda one: one[1] == "unsure")


def _best(scores: Scores) -> tuple[dict[int, float], dict[int, float]]:
    left: defaultdict[int, float] = defaultdict(float)
    right: defaultdict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        left[i] = max(left[i], score)
        right[j] = max(right[j], score)
    return left, right


def _text(sides: Sequence[Side], item: tuple[int, int]) -> str:
    return sides[item[0]].sentences[item[1]].text


def _facts(sides: Sequence[Side], item: tuple[int, int]) -> list[str]:
    """The words of a sentence that change what it says when they change."""
    a, i = item
    words = (token.word for token in sides[a].tokens[i])
    return sorted(word for word in words if word[0].isdigit() or word in NEGATIONS)


def _stated(
    sides: Sequence[Side],
    said: Sequence[Said],
    item: tuple[int, int],
    relation: CellRelation,
) -> Cell:
    a, i = item
    side = sides[a]
    source = source_of(side, said[a], i)
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
