"""The explorer while its archive is away: one sentence, and everything as it was."""

from __future__ import annotations

from typing import Any

from conftest import Opened, press, screen_text
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN, Shelf

from corpus.errors import ArchiveError
from index.answers import Answer
from index.results import Row
from tui.screens.reader import ReaderScreen


async def test_a_lost_archive_is_told_and_waited_for(opened: Opened) -> None:
    shelf = Shelf([FERRY_HARBOUR, FERRY_MERIDIAN])
    async with opened(shelf, size=(120, 30)) as (app, pilot):
        await press(pilot, "enter")
        shelf.gone = True
        await app.archive_waiting.look()
        assert "is not there; Broadsheet waits for it" in screen_text(app)
        await press(pilot, "j")
        assert "is not there; Broadsheet waits for it" in screen_text(app)
        assert isinstance(app.screen, ReaderScreen)
        assert "The port office put the number of people" in screen_text(app)
        shelf.gone = False
        await app.archive_waiting.look()
        await press(pilot)
        assert "waits for it" not in screen_text(app)
        assert isinstance(app.screen, ReaderScreen)
        assert "The port office put the number of people" in screen_text(app)


async def test_an_error_of_any_kind_while_the_archive_is_away_is_that_sentence(
    opened: Opened,
) -> None:
    class Broken(Shelf):
        def newest(self, *, limit: int = 50, offset: int = 0) -> list[Row]:
            if self.gone:
                raise FileNotFoundError("words-1")
            return super().newest(limit=limit, offset=offset)

    shelf = Broken([FERRY_HARBOUR])
    async with opened(shelf, size=(120, 30)) as (app, pilot):
        shelf.gone = True
        await press(pilot, "R")
        assert "is not there; Broadsheet waits for it" in screen_text(app)
        assert app.failure is None
        shelf.gone = False
        await app.archive_waiting.look()
        await press(pilot)
        assert "waits for it" not in screen_text(app)


async def test_a_query_typed_while_the_archive_is_away_leaves_the_list_as_it_is(
    opened: Opened,
) -> None:
    class Broken(Shelf):
        def search(self, query: str, **how: Any) -> Answer:
            if self.gone:
                raise ArchiveError("The index is gone; run `broadsheet reindex`.")
            return super().search(query, **how)

    shelf = Broken([FERRY_HARBOUR, FERRY_MERIDIAN])
    async with opened(shelf) as (app, pilot):
        await press(pilot, "slash", *"ferr")
        assert FERRY_HARBOUR.title in screen_text(app)
        shelf.gone = True
        await press(pilot, "y")
        assert "is not there; Broadsheet waits for it" in screen_text(app)
        assert "reindex" not in screen_text(app)
        assert FERRY_HARBOUR.title in screen_text(app)
        shelf.gone = False
        await app.archive_waiting.look()
        await press(pilot)
        assert "waits for it" not in screen_text(app)
        assert FERRY_HARBOUR.title in screen_text(app)
