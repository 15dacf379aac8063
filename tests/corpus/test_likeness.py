"""Finding who is like whom among many finds the same as holding every two against each other."""

from __future__ import annotations

import random

import numpy as np
import pytest

from corpus.stories import likeness, postings, shelf
from corpus.stories.likeness import FLOOR, NO_DAY, Entrant, Pool
from corpus.stories.shelf import APART, FOREMOST, GLIMPSE, UNDATED
from corpus.stories.traits import ONE, Traits

DICE = random.Random(23)


def made_up(number: int, words: int) -> Entrant:
    """An article of so many words out of few, so that many are alike and weigh the same."""
    features = np.array(sorted(DICE.sample(range(7, 7_000, 37), words)), dtype=np.uint32)
    drawn = np.array([DICE.randint(1, 6) ** 2 for _ in range(words)], dtype=np.float64)
    weights = np.rint(drawn / max(1e-9, float((drawn**2).sum() ** 0.5)) * ONE).astype(np.uint16)
    marks = np.array(sorted(DICE.sample(range(300), DICE.randint(0, 9))), dtype=np.uint32)
    day = DICE.choice([NO_DAY, *range(700_000, 700_150)])
    return Entrant(number, day, Traits(features, weights), marks)


def less(one: Entrant, other: Entrant) -> float:
    if NO_DAY in (one.day, other.day):
        return UNDATED
    return next((takes for most, takes in APART if abs(one.day - other.day) <= most), 1.0)


def product(one: dict[int, int], other: dict[int, int]) -> int:
    return sum(weight * other.get(feature, 0) for feature, weight in one.items())


def all_of(one: Entrant) -> dict[int, int]:
    return dict(zip(one.traits.features.tolist(), one.traits.weights.tolist(), strict=True))


def first_of(one: Entrant) -> dict[int, int]:
    ranked = sorted(all_of(one).items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[:FOREMOST])


def by_hand(one: Entrant, others: list[Entrant]) -> dict[int, float]:
    found = {}
    for other in others:
        takes = less(one, other)
        glimpse = product(first_of(one), first_of(other))
        score = product(all_of(one), all_of(other)) / (ONE * ONE) - takes
        if takes < 1 and glimpse >= (GLIMPSE + 0.5 * takes) * ONE * ONE and score >= FLOOR:
            found[other.number] = round(score, 4)
    return found


@pytest.mark.parametrize("at_once", [1, 7, 1_000_000])
def test_the_same_articles_are_found_as_by_holding_each_against_each(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    for module, name in ((postings, "_BLOCK"), (postings, "_CELLS"), (shelf, "_PAIRS"),
                         (likeness, "_ASKERS"), (likeness, "_ADDED")):  # fmt: skip
        monkeypatch.setattr(module, name, at_once)
    entrants = [made_up(n, DICE.choice([0, 1, 20, 32, 33, 60])) for n in range(160)]
    pool = Pool()
    for begin in range(0, 120, 20):
        pool.add(entrants[begin : begin + 20])
    gone = {3, 50, 51, 119}
    pool.drop(gone)
    there = [one for one in entrants[:120] if one.number not in gone]
    assert len(pool) == len(there)
    alike = [dict(found) for found in pool.like(entrants)]
    assert alike == [by_hand(one, there) for one in entrants]
    assert sum(map(len, alike)) > 100
    sharing = [sorted(found) for found in pool.sharing(entrants)]
    assert sharing == [
        sorted(
            (other.number, common, len(other.prints))
            for other in there
            if (common := len(set(one.prints.tolist()) & set(other.prints.tolist())))
            and less(one, other) < 1
        )
        for one in entrants
    ]
    assert sum(map(len, sharing)) > 100


def test_few_words_in_common_among_many_articles_are_found_as_well() -> None:
    entrants = [
        Entrant(n, 700_000, Traits(np.array([n // 2], np.uint32), np.array([ONE], np.uint16)),
                np.array([n // 2], np.uint32))
        for n in range(600)
    ]  # fmt: skip
    pool = Pool()
    pool.add(entrants)
    assert [sorted(found) for found in pool.like(entrants)] == [
        [(n - n % 2, 1.0), (n - n % 2 + 1, 1.0)] for n in range(600)
    ]
