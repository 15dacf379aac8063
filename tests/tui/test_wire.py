"""What the explorer costs on the wire: bytes a key, on the sample archive, at 80 by 24.

Every frame is also replayed beside the stock driver's, see `replay`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from statistics import median
from typing import Protocol

import pytest
from conftest import press, settled
from replay import Replay
from rich.color import ColorSystem
from textual.pilot import Pilot

from corpus.sample import folder
from index.archive import Archive
from index.intake import walk
from tui.app import Explorer
from tui.config import Settings


class Watched(Protocol):
    def __call__(
        self, size: tuple[int, int] = (80, 24), theme: str = "dark"
    ) -> AbstractAsyncContextManager[tuple[Replay, Pilot[int]]]: ...


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that comes with the program."""
    path = tmp_path_factory.mktemp("sample") / "archive"
    with Archive.open(path, create=True) as archive:
        archive.add(list(walk([folder()])))
    return path


@pytest.fixture
def watched(sample: Path) -> Watched:
    """The explorer on the sample, every frame replayed in full colours."""

    @asynccontextmanager
    async def watch(
        size: tuple[int, int] = (80, 24), theme: str = "dark"
    ) -> AsyncIterator[tuple[Replay, Pilot[int]]]:
        with Archive.open(sample) as archive:
            settings = Settings(theme=theme, copy="file", author="tester")  # type: ignore[arg-type]
            app: Explorer = Explorer(archive, settings=settings)
            app.console._color_system = ColorSystem.TRUECOLOR
            replay = Replay(app)
            async with app.run_test(size=size) as pilot:
                await settled(pilot)
                yield replay, pilot
            app.threads.close()

    return watch


async def costs(replay: Replay, pilot: Pilot[int], *keys: str) -> list[int]:
    """The bytes that each of these keys costs, until everything rests."""
    out = []
    for key in keys:
        replay.sent.clear()
        await press(pilot, key)
        out.append(replay.bytes_sent)
    return out


async def test_a_move_in_the_list_and_a_line_of_an_article_cost_little(watched: Watched) -> None:
    async with watched() as (replay, pilot):
        assert replay.bytes_sent <= 3_600  # the first screen
        assert median(await costs(replay, pilot, *"jjjjkkkk")) <= 170
        assert median(await costs(replay, pilot, *"j" * 24)) <= 240  # the list scrolls
        await press(pilot, "enter")
        assert median(await costs(replay, pilot, *"jjjjjjj")) <= 110
        assert max(await costs(replay, pilot, "space", "b", "space")) <= 1_600


async def test_typing_costs_what_changes(watched: Watched) -> None:
    async with watched() as (replay, pilot):
        await press(pilot, "slash")
        typed, echoes = [], []
        for key in "ferry":
            typed += await costs(replay, pilot, key)
            echoes.append(len(replay.sent[0].encode()))
        assert median(cost for cost in typed if cost > 100) <= 1_500  # those that change the list
        assert max(typed) <= 2_100  # all of it is another
        assert max(echoes) <= 60  # the letter, before the list changes


async def test_comparing_costs_little(watched: Watched) -> None:
    async with watched() as (replay, pilot):
        await press(pilot, "slash", *"ferry", "enter", "m", "j", "m", "c")
        assert median(await costs(replay, pilot, *"jjjjjjjjjj")) <= 600
        await press(pilot, "g")
        for _ in range(8):  # also where a long row stands at the edge of the page
            assert max(await costs(replay, pilot, "l", "h", "tab", "tab")) <= 300
            await press(pilot, "j")


WALK: list[tuple[str, ...]] = [
    ("j", "j", "v", "v", "v", "G", "g"),
    ("question_mark", "f", "escape", "colon", "m", "escape"),
    ("slash", *"fery", "escape", "escape", "slash", *"aurelia", "enter", "i", "escape", "o", "z"),
    ("F", "down", "escape", "H", "escape"),
    ("enter", "e", "n", "n", "f", "n", "d", "n", "r", "i", "escape", "space", "b", "v", "J"),
    ("q", "m", "j", "m", "M", "escape", "c", "n", "n", "e", "f", "z", "v", "v", "x", "i", "escape"),
    ("q", "S", "j", "enter", "j", "enter", "q", "q", "O", "j", "escape"),
]


@pytest.mark.parametrize(("size", "theme"), [((80, 24), "ansi"), ((200, 60), "light")])
async def test_every_screen_of_the_sample_is_drawn_as_the_stock_driver_draws_it(
    watched: Watched, size: tuple[int, int], theme: str
) -> None:
    async with watched(size, theme) as (replay, pilot):
        for keys in WALK:
            await press(pilot, *keys)
        drawn = sum(len(piece.encode()) for piece in replay.stock)
        assert replay.bytes_sent < drawn / 3
