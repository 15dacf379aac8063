"""What stories are found by stands in a file: the stories are the same, and memory stays free."""

from __future__ import annotations

import os
import random
from pathlib import Path

import numpy as np
import pytest
from events import EVERYTHING, THREE, shelf, stories

from corpus.stories.likeness import Entrant, Pool
from corpus.stories.traits import ONE, Traits
from index.stories import backing
from index.stories.backing import LEAST, Backing

NUMBERS = np.dtype(np.uint32)
MANY = LEAST  # numbers, of four bytes each


def many(count: int) -> list[Entrant]:
    """Made-up articles of some months, of whom some share words, prints and openings."""
    dice = random.Random(5)
    found = []
    for number in range(count):
        features = np.array(sorted(dice.sample(range(3_000), 60)), dtype=np.uint32)
        weights = np.full(60, round(ONE / 60**0.5), dtype=np.uint16)
        prints = np.array(sorted(dice.sample(range(2_000), 40)), dtype=np.uint32)
        day = 700_000 + dice.randrange(200)
        found.append(Entrant(number, day, Traits(features, weights), np.roll(prints, 20)))
    return found


def in_file(array: np.ndarray) -> bool:
    """Whether a file stands behind an array."""
    place = array.__array_interface__["data"][0]
    for line in Path("/proc/self/maps").read_text("ascii").splitlines():
        begin, end = (int(one, 16) for one in line.split()[0].split("-"))
        if begin <= place < end:
            return line.split()[4] != "0"
    return False


def test_a_pool_in_a_file_finds_what_one_in_memory_finds(tmp_path: Path) -> None:
    entrants = many(900)
    there, here = Pool(Backing(tmp_path).room), Pool()
    for pool in (there, here):
        for begin in range(0, 800, 100):
            pool.add(entrants[begin : begin + 100])
        pool.drop({5, 700})
        pool.add(entrants[5:6])
    assert there.like(entrants) == here.like(entrants)
    assert there.sharing(entrants) == here.sharing(entrants)
    assert any(there.like(entrants))
    assert any(there.sharing(entrants))
    for one in entrants[:800]:
        opening = np.sort(one.prints[:20])
        assert (there.opening(one.number) == opening).all()
    with pytest.raises(KeyError):
        there.opening(850)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="asks Linux where memory is")
def test_what_is_large_stands_in_the_file_and_what_is_small_in_memory(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    room = Backing(tmp_path / "here").room
    assert in_file(room(MANY, NUMBERS))
    assert not in_file(room(10, NUMBERS))
    assert not list((tmp_path / "here").iterdir())  # the file has no name: nothing is left behind


def test_no_array_is_written_over_another_and_room_that_was_let_go_is_used_again(
    tmp_path: Path,
) -> None:
    room = Backing(tmp_path).room
    dice = random.Random(3)
    held: list[tuple[np.ndarray, int]] = []
    places = set()
    for turn in range(200):
        array = room(dice.randrange(MANY, 3 * MANY), NUMBERS)
        array[:] = turn
        places.add(array.__array_interface__["data"][0])
        held.append((array[1:], turn))  # a part of an array holds all of it
        if len(held) > 10:
            del held[dice.randrange(10)]
        del array
        assert all((one == value).all() for one, value in held)
    assert len(places) < 100


@pytest.mark.parametrize("full_from", [0, 3])
def test_with_a_full_disk_arrays_are_made_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_from: int
) -> None:
    asked = []

    def full(*where: int) -> None:
        asked.append(where)
        if len(asked) > full_from:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full, raising=False)
    room = Backing(tmp_path).room
    held = [room(MANY, NUMBERS) for _ in range(full_from + 2)]
    for number, array in enumerate(held[full_from:]):
        array[:] = number
    assert [int(array[-1]) for array in held[full_from:]] == [0, 1]


def test_stories_are_the_same_where_nothing_or_everything_stands_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for least in (1, 1 << 40):
        monkeypatch.setattr(backing, "LEAST", least)
        with shelf(tmp_path / str(least), *EVERYTHING) as archive:
            assert stories(archive) == THREE
            assert archive.stories().regroup() == 6
            assert stories(archive) == THREE
