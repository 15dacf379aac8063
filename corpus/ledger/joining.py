"""Rows of figures that give one number of one thing, made one.

In go rows as `rows` found them, each with its items by article, out come fewer: what agrees with
the medoid of one row and with that of another stands in one, so that nobody is told not to have
what stands a row further down; what an article gives in both, it says again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.comparison.agreements import SMALL
from corpus.comparison.counted import ANYBODY, Counted, counts_anybody
from corpus.comparison.ranges import agreement, significant_digits
from corpus.ledger.incidents import GENERIC, Numbers, is_one_number, noun_of
from corpus.ledger.result import CellRelation
from corpus.ledger.sets import Sets

MANY = 10  # counts beyond it are of the same people under one noun, and in one deed
TELLING = 3  # significant digits from which one number is of one thing, whatever the sentence


@dataclass(slots=True)
class Row:
    """A row while it is made: by article its item, with its relation to the medoid's."""

    medoid: int
    cells: dict[int, tuple[int, CellRelation]] = field(default_factory=dict)


def together(
    made: Sequence[Row],
    known: Sequence[tuple[int, Counted]],
    again: dict[int, list[int]],
    sets: Sets,
) -> list[Row]:
    """Rows of one number of one thing as one; a number set free by that goes where it agrees."""
    kept: list[Row] = []
    free: list[int] = []
    by_number: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)

    def alike(item: int) -> list[Row]:
        one = known[item][1]
        rows = by_number[one.kind, one.figure.value]
        return [
            row
            for row in rows
            if same_number(known[row.medoid][1], one, sets.one_number)
            and _of_one_set(known, row, item, sets)
        ]

    def keep(row: Row) -> None:
        kept.append(row)
        one = known[row.medoid][1]
        by_number[one.kind, one.figure.value].append(row)

    for row in made:
        same = next(iter(alike(row.medoid)), None)
        if same is None:
            keep(row)
            continue
        for article, (item, how) in row.cells.items():
            told: CellRelation = "same" if how == "medoid" else how
            held = same.cells.get(article)
            if not _of_one_set(known, same, item, sets):
                free.append(item)
            elif held is None:
                same.cells[article] = item, told
            elif says_again(known[held[0]][1], known[item][1]):
                again.setdefault(held[0], []).append(known[item][1].sentence)
            else:
                free.append(item)
    for item in free:
        article, _ = known[item]
        home = next((row for row in alike(item) if article not in row.cells), None)
        if home is None:
            keep(Row(item, {article: (item, "medoid")}))
        else:
            home.cells[article] = item, "same"
    return kept


def joined(
    made: Sequence[Row],
    known: Sequence[tuple[int, Counted]],
    again: dict[int, list[int]],
    sets: Sets,
) -> list[Row]:
    """Rows whose numbers are of one set as one; of an article that has it in both, the second says
    it again."""
    kept: list[Row] = []
    by_number: defaultdict[tuple[object, ...], list[tuple[Row, int, CellRelation]]]
    by_number = defaultdict(list)
    for row in sorted(made, key=lambda one: -len(one.cells)):
        one = known[row.medoid][1]
        home, told = next(
            (
                (other, how)
                for other, item, how in by_number[one.kind, one.figure.value]
                if may_be_one(known[item][1], one)
                and _disagree_nowhere(known, other, row)
                and all(_of_one_set(known, other, k, sets) for k, _ in row.cells.values())
            ),
            (None, None),
        )
        if home is None or told is None:
            home = row
            kept.append(row)
        else:
            for article, (item, how) in row.cells.items():
                held = home.cells.get(article)
                if held is not None:
                    again.setdefault(held[0], []).append(known[item][1].sentence)
                else:
                    home.cells[article] = item, told if how in ("medoid", "same") else how
        for item, how in row.cells.values():
            found = known[item][1]
            standing = how if home is row else home.cells[known[item][0]][1]
            by_number[found.kind, found.figure.value].append(
                (home, item, "same" if standing == "medoid" else standing)
            )
    return kept


def _disagree_nowhere(known: Sequence[tuple[int, Counted]], one: Row, other: Row) -> bool:
    """Whether no article has two numbers in two rows."""
    return all(
        says_again(known[one.cells[article][0]][1], known[item][1])
        for article, (item, _) in other.cells.items()
        if article in one.cells
    )


def _of_one_set(known: Sequence[tuple[int, Counted]], row: Row, item: int, sets: Sets) -> bool:
    """Whether a figure is of the set of a row's medoid."""
    return sets.are_one(*known[row.medoid], *known[item])


def says_again(one: Counted, other: Counted) -> bool:
    """Whether a second figure of an article in one row gives no other number than the first."""
    return agreement(one.figure, other.figure) is not None


def same_number(one: Counted, other: Counted, once: Numbers) -> bool:
    """Whether two figures of one event give one number of one thing; `once` are the nouns of which
    there is one number."""
    value = one.figure.value
    if one.kind != other.kind or value is None or value != other.figure.value:
        return False
    if one.past != other.past or one.figure.hedge != other.figure.hedge:
        return False
    shared = bool(one.head & other.head)
    anybody = bool(one.head & ANYBODY and other.head & ANYBODY)
    if significant_digits(value) >= TELLING and (shared or anybody or one.kind[0] == "money"):
        return True
    if is_one_number(one, other, once):
        return True
    if value > MANY and one.deed == other.deed and noun_of(one) and noun_of(one) == noun_of(other):
        return True
    if one.part != other.part or (one.deed and other.deed and one.deed != other.deed):
        return False
    if abs(value) <= SMALL:
        return shared and one.figure.unit == other.figure.unit
    return shared or anybody or (one.deed is not None and one.deed == other.deed)


def may_be_one(one: Counted, other: Counted) -> bool:
    """Whether two figures give one number, above SMALL, of what may be one thing as far as their
    own words go: people of whom nothing speaks against it ("nine missing", "nine people"), things
    under one noun, sums that tell."""
    value = one.figure.value
    if value is None or value != other.figure.value or abs(value) <= SMALL:
        return False
    if one.past != other.past:
        return False
    if one.kind[0] != "count":
        return noun_of(one) == noun_of(other) or significant_digits(value) > 1
    if one.deed and other.deed and one.deed != other.deed:
        return False
    if one.part != other.part and significant_digits(value) < TELLING:
        return False
    noun = noun_of(one)
    if noun and noun == noun_of(other) and noun not in GENERIC:
        return True
    return counts_anybody(one) and counts_anybody(other)
