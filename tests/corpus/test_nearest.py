"""What is nearest to articles that stand together: the likest on their days, however unlike."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest

from corpus.stories import nearest as room
from corpus.stories.likeness import NO_DAY, Entrant
from corpus.stories.nearest import Group, Nearest, likest
from corpus.stories.shelf import APART, UNDATED
from corpus.stories.traits import ONE, Traits

DAY = 741_000
NOTHING = np.zeros(0, dtype=np.uint32)


def article(number: int, words: str, day: int = DAY) -> Entrant:
    """An article known by these letters, all of one weight."""
    features = np.array(sorted({ord(one) for one in words}), dtype=np.uint32)
    weight = round(ONE / max(1, len(features)) ** 0.5)
    traits = Traits(features, np.full(len(features), weight, dtype=np.uint16))
    return Entrant(number, day, traits, NOTHING)


def nearest(
    groups: Sequence[Group], others: Sequence[Entrant], floor: float, undated: float = 0.0
) -> list[Nearest | None]:
    """The likest of the others, for each group."""
    return [those[0] if those else None for those in likest(groups, others, floor, undated, 1)]


def week(*members: Entrant) -> Group:
    days = [one.day for one in members]
    return Group(members, min(days) - 7, max(days) + 7)


def test_the_likest_is_named_with_the_article_it_is_like() -> None:
    group = week(article(1, "abcd"), article(2, "efgh"))
    (found,) = nearest([group], [article(7, "abxy"), article(8, "efgz"), article(9, "uvwx")], 0.05)
    assert found == Nearest(8, 2, *[pytest.approx(0.75, abs=0.001)] * 2)


def test_what_is_less_like_than_the_floor_or_of_other_days_is_not_near() -> None:
    group = week(article(1, "abcdefghij"))
    assert nearest([group], [article(7, "axyzuvwtsr")], 0.2) == [None]
    assert nearest([group], [article(7, "abcdefghij", DAY + 8)], 0.05) == [None]
    assert nearest([group], [], 0.05) == [None]
    assert nearest([Group(())], [article(7, "abc")], 0.05) == [None]


def test_days_between_and_a_missing_day_take_off_what_they_do_in_stories() -> None:
    alike = "abcdefghij"
    for day, takes in ((DAY + 1, 0.0), (DAY + 3, APART[1][1]), (NO_DAY, UNDATED)):
        (found,) = nearest([week(article(1, alike))], [article(7, alike, day)], 0.05)
        assert found is not None
        assert found.likeness == pytest.approx(1 - takes, abs=0.001)
    undated = Group((article(1, alike, NO_DAY),))
    (found,) = nearest([undated], [article(7, alike, DAY - 4_000)], 0.05)
    assert found is not None


def test_an_article_without_a_day_stands_back_behind_one_of_these_days() -> None:
    group, others = week(article(1, "abcd")), [article(7, "abcd", NO_DAY), article(8, "abcx")]
    (before,) = nearest([group], others, 0.05)
    (after,) = nearest([group], others, 0.05, undated=0.2)
    assert before is not None
    assert after is not None
    assert (before.number, after.number) == (7, 8)


def test_many_groups_find_what_each_finds_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(5)

    def some(number: int) -> Entrant:
        return article(
            number, "".join(dice.sample("abcdefghijklmnop", 6)), DAY + dice.randint(0, 200)
        )

    groups = [week(*(some(10 * n + k) for k in range(dice.randint(1, 3)))) for n in range(30)]
    others = [some(1_000 + n) for n in range(40)]
    alone = [nearest([group], others, 0.3)[0] for group in groups]
    assert len({one.number for one in alone if one is not None}) > 5
    monkeypatch.setattr(room, "_GROUPS", 7)
    assert nearest(groups, others, 0.3) == alone


def test_the_likest_come_one_behind_the_other_each_once() -> None:
    group = week(article(1, "abcd"), article(2, "abce"))
    others = [article(7, "abcd"), article(8, "abxy"), article(9, "axyz")]
    (found,) = likest([group], others, 0.05, 0.0, 2)
    assert [one.number for one in found] == [7, 8]
    assert likest([group], [article(7, "xyzw")], 0.05, 0.0, 2) == [()]


def test_the_floor_is_for_what_two_have_in_common_and_days_only_put_behind() -> None:
    group = week(article(1, "abcdefghij"))
    later, nearer = article(7, "abcdefghzz", DAY + 7), article(8, "abcdefuvwx", DAY)
    (found,) = likest([group], [later, nearer], 0.5, 0.0, 2)
    assert [one.number for one in found] == [7, 8]
    (one,) = likest([group], [later], found[0].likeness + 0.01, 0.0, 1)
    assert one[0].alike > found[0].likeness == one[0].likeness
