"""Waiting for an archive that went away: removed, or no longer mounted, while it was open.

The explorer says so in one sentence, leaves everything as it stands, and looks now and then; when
the archive is in its place again it is opened anew and what is shown is asked again.
"""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError

if TYPE_CHECKING:
    from index.archive import Archive

EVERY = 2.0  # seconds between two looks


class Waiting:
    """Whether an archive is lost; `told` is called whenever that changes."""

    def __init__(self, archive: Archive, told: Callable[[bool], Awaitable[None]]) -> None:
        self._archive, self._told = archive, told
        self._looking = False
        self.lost = False

    @property
    def sentence(self) -> str:
        """What a person is told while the archive is lost; nothing while it is there."""
        if not self.lost:
            return ""
        return (
            f"The archive {self._archive.path} is not there; Broadsheet waits for it, "
            "and nothing is lost."
        )

    async def look(self) -> bool:
        """Look once, in a thread: a dead network disk answers late. Whether it is lost."""
        if self._looking:
            return self.lost
        self._looking = True
        try:
            lost = await to_thread(self._find)
        finally:
            self._looking = False
        if lost != self.lost:
            self.lost = lost
            await self._told(lost)
        return self.lost

    def _find(self) -> bool:
        if not self._archive.lost():
            return False
        try:
            return not self._archive.reopen() if self.lost else True
        except (BroadsheetError, OSError):  # it is being mounted or copied
            return True
