"""Pictures of the screens, so that a change of their look is seen and meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import settled
from people import archive_of_people
from rich.color import ColorSystem
from shelf import Kept, Shelf
from textual.pilot import Pilot

from tui.app import Explorer
from tui.config import Settings

PICTURES = {
    "list": [],
    "found": ["slash", *"ferry", "enter", "j"],
    "reader": ["j", "enter", "e", "n", "n"],
    "removed": ["j", "enter", "r", *[")"] * 4],
    "compare": ["j", "m", "j", "m", "c", "n"],
    "help": ["j", "enter", "question_mark", *"lens"],
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("picture", PICTURES)
def test_the_screen_looks_as_it_was_meant(
    snap_compare: Callable[..., bool], picture: str, size: tuple[int, int]
) -> None:
    app = Explorer(
        Shelf(),  # type: ignore[arg-type]
        keeper=Kept(),
        settings=Settings(theme="dark", copy="off", author="tester"),
    )
    app.console._color_system = ColorSystem.TRUECOLOR

    async def go(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        for key in PICTURES[picture]:
            await pilot.press(key)
            await settled(pilot)
        await pilot.pause(0.4)

    assert snap_compare(app, terminal_size=size, run_before=go)


@pytest.mark.parametrize("size", [(80, 24), (170, 40)], ids=["80x24", "170x40"])
def test_an_entity_looks_as_it_was_meant(
    snap_compare: Callable[..., bool], tmp_path: Path, size: tuple[int, int]
) -> None:
    with archive_of_people(tmp_path) as archive:
        app = Explorer(
            archive, keeper=Kept(), settings=Settings(theme="dark", copy="off", author="tester")
        )
        app.console._color_system = ColorSystem.TRUECOLOR

        async def go(pilot: Pilot[Any]) -> None:
            app.open_entity("person:ines varga")
            await settled(pilot)
            await pilot.pause(0.8)

        assert snap_compare(app, terminal_size=size, run_before=go)
