"""Keeps the session between two starts, one for each archive.

The explorer goes on without it: a state directory that cannot be written costs the session,
never the work.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.errors import BroadsheetError

if TYPE_CHECKING:
    from index.personal import Personal


class Keeper(Protocol):
    """Where a session is kept; `problem` says what could not be read or kept last."""

    problem: str

    def session(self) -> str | None:
        """The session that was kept last."""

    def keep_session(self, text: str) -> None:
        """Keep a session."""

    def keep_opened(self, article: str) -> None:
        """Keep that an article was read, so that `is:read` finds it."""

    @property
    def own(self) -> Personal | None:
        """Stars, tags, notes and saved searches; None where they cannot be kept."""


class PersonalKeeper:
    """The session of one archive in a person's own state."""

    def __init__(self, archive: Path) -> None:
        from index.personal import Personal

        self._archive = archive
        self._personal: Personal | None = None
        self.problem = ""
        try:
            self._personal = Personal.open()
        except BroadsheetError as error:
            self.problem = str(error)

    @property
    def own(self) -> Personal | None:
        """The person's state; None where it cannot be used."""
        return self._personal

    def stands(self) -> None:
        """NoArchive where the person used an archive before and there is none now: what was lost,
        or is not mounted, is never made anew and empty in its place."""
        from index import premises

        try:
            known = self._personal is not None and self._personal.knows(self._archive)
        except BroadsheetError as error:
            self.problem, known = str(error), False
        if known and not premises.find(self._archive):
            raise premises.NoArchive(
                f"You used an archive in {self._archive}, and it is not there any more; mount or "
                "put back what it lies on, or make a new one with `broadsheet add SOURCE`."
            )

    def session(self) -> str | None:
        """The session that was kept last; None where there is none."""
        if self._personal is None:
            return None
        try:
            return self._personal.session(self._archive)
        except BroadsheetError as error:
            self.problem = str(error)
            return None

    def keep_session(self, text: str) -> None:
        """Keep a session, where that is possible."""
        if self._personal is None:
            return
        try:
            self._personal.keep_session(self._archive, text)
        except BroadsheetError as error:
            self.problem = str(error)

    def keep_opened(self, article: str) -> None:
        """Keep that an article was read, where that is possible."""
        if self._personal is None:
            return
        try:
            if self._personal.position(self._archive, article) is None:
                self._personal.keep_position(self._archive, article, 0, 0)
        except BroadsheetError as error:
            self.problem = str(error)
