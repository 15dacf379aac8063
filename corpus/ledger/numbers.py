"""The figures of a story: a row for each thing counted, with every article's number in it.

In go the `Side`s of its articles and the scores of their sentences, out come `Fact`s. Numbers
agree, agree roughly or may conflict as in a comparison of two articles, where they count one set
(see `sets`); where that is not sure, the cell says so. What an article says twice is one cell, and
rows of one number of one thing are one row, so that nobody is told not to have what stands in
another row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.article import Figure
from corpus.comparison import figures
from corpus.comparison.attribution import attributions
from corpus.comparison.counted import Counted, counted
from corpus.comparison.figures import Said
from corpus.comparison.ranges import agreement
from corpus.comparison.sides import Side
from corpus.ledger.close import is_of_many, is_so_far, within_a_day
from corpus.ledger.incidents import Numbers, one_number
from corpus.ledger.joining import Row, joined, may_be_one, same_number, says_again, together
from corpus.ledger.matching import Found as Scored
from corpus.ledger.matching import StoryScores, likely
from corpus.ledger.one_number import gathered
from corpus.ledger.result import Cell, CellRelation, Fact
from corpus.ledger.rivals import things
from corpus.ledger.rows import in_order, rows
from corpus.ledger.sets import Sets
from corpus.ledger.sources import source_of
from corpus.ledger.speaking_for import speaks_for_one
from corpus.ledger.trusting import Trust, is_vague


def figure_facts(sides: Sequence[Side], found: StoryScores) -> list[Fact]:
    """What is counted, a row for each thing; agreeing, rounded and conflicting numbers in it."""
    said = [attributions(side) for side in sides]
    every = [(a, one) for a, side in enumerate(sides) for one in counted(side)]
    numbers_of_one = one_number(every)
    first = _said_first(every, numbers_of_one)
    items = sorted(set(first))
    at = {k: n for n, k in enumerate(items)}
    place = {(a, one.number): at[first[k]] for k, (a, one) in enumerate(every)}
    again: dict[int, list[int]] = {}
    for k, (_, one) in enumerate(every):
        if first[k] != k:
            again.setdefault(at[first[k]], []).append(one.sentence)
    known = [every[k] for k in items]
    trust, sets = Trust.of(sides), Sets.of(sides, found, known)
    matches, perhaps, at_odds, relation = _matched(sides, found, said, place, known, trust, sets)
    made: list[Row] = []
    for medoid, members in rows([a for a, _ in known], matches):
        row = Row(medoid, {known[medoid][0]: (medoid, "medoid")})
        for member in members:
            row.cells.setdefault(known[member][0], (member, relation[medoid, member]))
        made.append(row)
        for member in members:
            held = row.cells[known[member][0]][0]
            if held != member and says_again(known[held][1], known[member][1]):
                again.setdefault(held, []).append(known[member][1].sentence)
            elif held != member:  # an article that has two numbers for one thing
                made.append(Row(member, {known[member][0]: (member, "medoid")}))
    facts = []
    ready = joined(together(made, known, again, sets), known, again, sets)
    ready = gathered(ready, known, again, sets)
    ready = _with_those_at_odds(ready, known, at_odds)
    numbers = [{a: known[item][1] for a, (item, _) in row.cells.items()} for row in ready]
    rivals = things(numbers, _pairs_at_odds(ready, at_odds), sides, found, trust, sets)
    _with_the_unsure(ready, known, perhaps, sets)
    for row, thing in zip(ready, rivals, strict=True):
        cells = [
            _cell(sides, said, known[item], how, again.get(item, ()))
            for item, how in row.cells.values()
        ]
        label = _label(known[row.medoid][1].figure)
        facts.append(Fact("figure", label, in_order(cells, sides), thing))
    return facts


def _matched(
    sides: Sequence[Side],
    found: StoryScores,
    said: Sequence[Said],
    place: Mapping[tuple[int, int], int],
    known: Sequence[tuple[int, Counted]],
    trust: Trust,
    sets: Sets,
) -> tuple[
    list[dict[int, float]], list[set[int]], list[set[int]], dict[tuple[int, int], CellRelation]
]:
    """Which items agree, and how strongly; which may be of one set; which may conflict; and how
    those that agree do."""
    matches: list[dict[int, float]] = [{} for _ in known]
    perhaps: list[set[int]] = [set() for _ in known]
    at_odds: list[set[int]] = [set() for _ in known]
    relation: dict[tuple[int, int], CellRelation] = {}
    for (a, b), scores in found.items():
        both = said[a], said[b]
        days = within_a_day(sides[a], sides[b])
        for pair in figures.pairs(
            sides[a], sides[b], Scored(scores), likely(scores), both, comparable=days
        ):
            one, other = place.get((a, pair.left_figure)), place.get((b, pair.right_figure))
            if one is None or other is None:
                continue
            ours, theirs = known[one][1], known[other][1]
            score = scores.get((pair.left, pair.right), 0.0)
            relates = pair.relation
            if relates == "differ" and is_so_far(ours, theirs):
                relates = "approximate"
            elif relates == "approximate" and sets.may_be_too_far(a, ours, b, theirs):
                relates = "differ"
            if relates == "differ":
                if trust.may_conflict(a, ours, b, theirs, score) and (
                    sets.may_differ(a, ours, b, theirs)
                ):
                    at_odds[one].add(other)
                    at_odds[other].add(one)
                continue
            if not sets.are_one(a, ours, b, theirs):
                if speaks_for_one(ours, theirs, score):
                    perhaps[one].add(other)
                    perhaps[other].add(one)
                continue
            how, strength = _HOW[relates]
            if strength > max(matches[one].get(other, 0.0), matches[other].get(one, 0.0)):
                # "Dozens" may be any of several numbers: it never names the row of one.
                if is_vague(ours.figure) <= is_vague(theirs.figure):
                    matches[one][other] = strength
                if is_vague(theirs.figure) <= is_vague(ours.figure):
                    matches[other][one] = strength
                relation[one, other] = relation[other, one] = how
    return matches, perhaps, at_odds, relation


_HOW: Mapping[str, tuple[CellRelation, float]] = {
    "agree": ("same", 3.0), "approximate": ("approximate", 2.0),
}  # fmt: skip


def _said_first(every: Sequence[tuple[int, Counted]], once: Numbers) -> list[int]:
    """For every figure the place of the first of its article that gives the same number."""
    first: list[int] = []
    firsts: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for k, (a, one) in enumerate(every):
        alike = firsts[a, one.kind, one.figure.value]
        first.append(next((n for n in alike if same_number(every[n][1], one, once)), k))
        if first[k] == k:
            alike.append(k)
    return first


def _with_those_at_odds(
    made: Sequence[Row], known: Sequence[tuple[int, Counted]], at_odds: Sequence[set[int]]
) -> list[Row]:
    """Rows with the numbers of other articles that may conflict with theirs, where these stand
    nowhere else; numbers that others share have a row of their own (see `rivals`)."""
    alone = {row.medoid: row for row in made if len(row.cells) == 1}
    gone: set[int] = set()
    for row in sorted(made, key=lambda one: -len(one.cells)):
        if row.medoid in gone:
            continue
        alone.pop(row.medoid, None)
        for item in sorted(at_odds[row.medoid] & alone.keys()):
            article = known[item][0]
            if article not in row.cells:
                row.cells[article] = item, "differs"
                del alone[item]
                gone.add(item)
    return [row for row in made if row.medoid not in gone]


def _pairs_at_odds(made: Sequence[Row], at_odds: Sequence[set[int]]) -> set[tuple[int, int]]:
    """The rows (by place) of whose numbers two may conflict."""
    at = {item: n for n, row in enumerate(made) for item, how in row.cells.values()
          if how != "differs"}  # fmt: skip
    pairs = ((n, at[other]) for item, n in at.items() for other in at_odds[item] if other in at)
    return {(n, m) for n, m in pairs if n < m}


def _with_the_unsure(
    made: Sequence[Row],
    known: Sequence[tuple[int, Counted]],
    perhaps: Sequence[set[int]],
    sets: Sets,
) -> None:
    """Add to each row the figures of other articles that may be of its set: a number that stands in
    an article is rather shown with a doubt than said not to be found there."""
    by_number: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for item, (_, one) in enumerate(known):
        by_number[one.kind, one.figure.value].append(item)
    beside = {
        item: {other for other, how in row.cells.values() if how != "differs"}
        for row in made
        for item, how in row.cells.values()
        if how != "differs"
    }
    for row in made:
        a, one = known[row.medoid]
        agreed = beside[row.medoid]
        alike = {
            item for item in by_number[one.kind, one.figure.value] if not is_of_many(one)
            if same_number(known[item][1], one, sets.one_number)
            or any(may_be_one(known[item][1], known[told][1]) for told in agreed)
        }  # fmt: skip
        likely = {n for item in agreed for n in perhaps[item]}
        likely |= {n for item in likely for n in beside.get(item, ())}
        told = [known[item][1].figure for item in agreed]
        near = [
            (-sets.score(a, one, *known[item]), item)
            for item in likely | alike
            if known[item][0] not in row.cells
            and any(agreement(f, known[item][1].figure) is not None for f in told)
            and sets.may_be_one(a, one, *known[item])
        ]
        for _, item in sorted(near):
            row.cells.setdefault(known[item][0], (item, "unsure"))


def _label(figure: Figure) -> str:
    """A figure's row: what is counted, as far as the text says, with the number."""
    about = (figure.about or "").strip()
    return figure.text if not about or about in figure.text else f"{figure.text} {about}"


def _cell(
    sides: Sequence[Side],
    said: Sequence[Said],
    known: tuple[int, Counted],
    relation: CellRelation,
    again: Sequence[int],
) -> Cell:
    a, one = known
    figure = one.figure
    value = figure.value if figure.value is not None else figure.low
    more = tuple(sorted(set(again) - {one.sentence}))
    source = source_of(sides[a], said[a], one.sentence)
    return Cell(sides[a].article.id, figure.text, relation, one.sentence, value, source, more)
