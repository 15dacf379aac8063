"""The explorer on a shelf of invented articles, in a terminal of a given size."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest
from replay import Replay
from rich.color import ColorSystem
from shelf import Kept, Shelf
from textual import events
from textual.pilot import Pilot

from index.personal import Personal
from tui.app import Explorer
from tui.commands import Command
from tui.config import Settings
from tui.screens.panel import Panel
from tui.widgets.pane import Pane

REPLAYS: WeakKeyDictionary[Explorer, Replay] = WeakKeyDictionary()
Opened = Callable[..., AbstractAsyncContextManager[tuple[Explorer, "Pilot[int]"]]]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Personal]:
    """What a person leaves at articles, for `opened(own=own)`."""
    with Personal.open(tmp_path / "own") as personal:
        yield personal


def tags_of(own: Personal, archive: Path, article: str) -> list[str]:
    """The tags that a person gave an article."""
    return sorted(tag for tag, tagged in own.tags(archive) if tagged == article)


def note_of(own: Personal, archive: Path, article: str) -> str:
    """The note that a person left at an article; empty where there is none."""
    return {noted: note for note, noted in own.notes(archive)}.get(article, "")


@pytest.fixture
def opened() -> Opened:
    """Opens the explorer: `async with opened(size=(80, 24)) as (app, pilot)`."""

    @asynccontextmanager
    async def open_one(
        shelf: Shelf | None = None,
        *,
        size: tuple[int, int] = (80, 24),
        kept: Kept | None = None,
        own: Personal | None = None,
        theme: str = "dark",
        table: tuple[Command, ...] = (),
        **more: object,
    ) -> AsyncIterator[tuple[Explorer, Pilot[int]]]:
        keeper = kept or Kept()
        keeper.own = own or keeper.own
        app = Explorer(
            shelf or Shelf(),  # type: ignore[arg-type]
            keeper=keeper,
            settings=Settings(theme, "file", "tester", table=table),  # type: ignore[arg-type]
            **more,  # type: ignore[arg-type]
        )
        # A style keeps the codes of the first terminal it is drawn on: all tests share one kind.
        app.console._color_system = ColorSystem.TRUECOLOR
        REPLAYS[app] = Replay(app)  # every frame of every test is drawn both ways
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            yield app, pilot
        app.threads.close()

    return open_one


async def settled(pilot: Pilot[int]) -> None:
    """Wait until no question is under way and everything is drawn."""
    for _ in range(200):
        await pilot.pause(0.01)
        app = pilot.app
        waiting = getattr(app.screen, "waiting", False)
        pause = getattr(app.screen, "_pause", None)
        busy = app.workers._workers and not isinstance(app.screen, Panel)  # a panel is waited for
        held = getattr(app, "_held", None)
        if not waiting and pause is None and not busy and not held:
            await pilot.pause(0.02)
            return
    raise AssertionError("the explorer was still at work after 200 looks at it")


async def choose(app: object, pilot: object, label: str) -> None:
    """Go to an option of the panel by its label, and choose it."""
    for _ in range(30):
        panel = app.screen  # type: ignore[attr-defined]
        if label in panel.shown[panel.cursor].label:
            await press(pilot, "enter")
            return
        await press(pilot, "down")
    raise AssertionError(f"{label} is not offered")


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys and wait for what they lead to."""
    for key in keys:
        await pilot.press(key)
    await settled(pilot)


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste a text, as a terminal hands it over, and wait until it is offered."""
    app = pilot.app
    app._driver.send_message(events.Paste(text))  # type: ignore[union-attr]
    await shown(pilot, lambda: isinstance(app.screen, Panel))
    await settled(pilot)


async def shown(pilot: Pilot[int], seen: Callable[[], bool]) -> None:
    """Wait until something is so, on a busy machine too."""
    for _ in range(500):
        if seen():
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come to that in ten seconds")


def lines_of(pane: Pane) -> list[str]:
    """What a pane shows, line by line."""
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def screen_text(app: Explorer) -> str:
    """The whole screen as characters, as a terminal would show it."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
