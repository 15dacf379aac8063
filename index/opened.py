"""The index of an open archive: loaded when it is first asked, and brought up to the records.

It follows the records after every batch of a writer; what a killed writer left undone is taken up
by whoever asks next and may write. After a rebuild it stands in another folder.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from index import premises
from index.connections import Connections
from index.locking import NotWritable, WriterBusy
from index.records import Records

if TYPE_CHECKING:
    from index.engine import Engine


class OpenedIndex:
    """The index in the folder that the records name; `then` runs whenever it has caught up."""

    def __init__(
        self, connections: Connections, records: Records, then: Callable[[], object]
    ) -> None:
        self._connections, self._records, self._then = connections, records, then
        self._opening = threading.Lock()
        self._opened: tuple[Path, Engine] | None = None

    def close(self) -> None:
        """Let go of its files."""
        with self._opening:
            opened, self._opened = self._opened, None
        if opened is not None:
            opened[1].close()

    @property
    def _folder(self) -> Path:
        return self._connections.folder / str(self._records.meta("index"))

    def engine(self) -> Engine:
        """The index as it is now."""
        from index.engine import Engine

        folder = self._folder
        if not Engine.stands_in(folder) and premises.is_writable(self._connections.folder):
            with self._connections.lock():
                self._opened = None
                return self._engine_in(folder, create=True)
        return self._engine_in(folder, create=False)

    def _engine_in(self, folder: Path, *, create: bool) -> Engine:
        from index.engine import Engine

        with self._opening:
            if self._opened is None or self._opened[0] != folder:
                self._opened = folder, Engine.open(folder, create=create)
            return self._opened[1]

    def healed(self) -> Engine:
        """The index, with what a killed writer left undone taken up if nobody else is at it."""
        engine = self.engine()
        behind = self._records.has_changed(engine.last_seq())
        if behind and premises.is_writable(self._connections.folder):
            with suppress(WriterBusy, NotWritable), self._connections.lock(patience=0):
                self.follow()
        return self.engine()

    def follow(self) -> None:
        """Bring the index up to the records, and end what was interrupted. The lock is held."""
        from index.removal import finish

        self.catch_up()
        finish(self._connections, self._records, follow=self.catch_up, purge=self.purge)

    def catch_up(self) -> None:
        """Bring the index up to the records. The lock is held."""
        from index.following import catch_up

        folder = self._folder
        try:
            catch_up(self._records, self._engine_in(folder, create=True))
            self._then()
        except BaseException:
            self._opened = None  # whatever state it was left in, the next one starts afresh
            raise

    def purge(self) -> None:
        """Leave nothing of what was removed in its files."""
        self.engine().purge()
