"""Garbage is looked for while nobody types, and the collector is left as it was."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from tui.tidying import LONG_REST, REST, Tidying


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Knot:
    """Something that only a full pass frees."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tidying(clock: Clock) -> Iterator[Tidying]:
    one = Tidying(clock)
    one.begin()
    yield one
    one.end()


def old_garbage() -> weakref.ref[Knot]:
    """A knot that is garbage, old enough for a full pass alone."""
    knot = Knot()
    for _ in range(12):
        gc.collect(1)
    return weakref.ref(knot)


def test_nothing_is_tidied_between_two_keys(tidying: Tidying, clock: Clock) -> None:
    left = old_garbage()
    tidying.used()
    clock.now += REST / 2
    assert not tidying.look()
    assert left() is not None


def test_a_rest_of_the_keyboard_frees_what_is_garbage(tidying: Tidying, clock: Clock) -> None:
    left = old_garbage()
    tidying.used()
    clock.now += REST
    assert tidying.look()
    assert left() is None
    assert not tidying.look()  # nothing new to look through


def test_what_became_garbage_later_is_freed_in_a_long_rest(tidying: Tidying, clock: Clock) -> None:
    knot = Knot()
    for _ in range(12):
        gc.collect(1)
    clock.now += REST
    assert tidying.look()
    left = weakref.ref(knot)
    del knot
    tidying.used()
    clock.now += LONG_REST
    assert tidying.look()
    assert left() is None


def test_no_full_pass_begins_of_itself_and_the_collector_is_left_as_it_was() -> None:
    before = gc.get_threshold()
    one = Tidying()
    one.begin()
    passes = gc.get_stats()[2]["collections"]
    kept = [[n] for n in range(400_000)]
    assert gc.get_stats()[2]["collections"] == passes
    one.end()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
    assert len(kept) == 400_000
