"""The connections to an archive's SQLite file: many readers, one writer, no waiting journals.

The file uses a rollback journal, because a person without write permission cannot read a
write-ahead log. Reading never needs write permission: if a writer was killed in the middle
of a commit, whoever may write mends the file on opening, and whoever may not reads a mended
private copy until somebody has.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import ArchiveError
from index import premises, tables
from index.locking import PATIENCE, NotWritable, no_writer, writer_lock

if TYPE_CHECKING:
    import tempfile

Parameters = Sequence[Any] | dict[str, Any]

_READER_PATIENCE = 10.0  # seconds; a commit holds readers off for some tens of milliseconds
_CACHE_KIB = 24576  # of pages of the writer; what a commit touches is held whatever it takes


class Damaged(ArchiveError):
    """The records' file is broken."""


class Gone(ArchiveError):
    """The archive was there when it was opened, and is not any more."""


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Connections:
    """Reading and writing connections to one archive, usable from any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / premises.RECORDS
        self._lock = threading.RLock()
        self._reader: sqlite3.Connection | None = None
        self._readers = 0  # that were opened so far
        self._writer: sqlite3.Connection | None = None
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        self._identity: tuple[int, int] | None = None  # of the file, once it was prepared

    def lost(self) -> bool:
        """Whether the file that was prepared is not in its place any more."""
        return self._identity is not None and _identity(self.file) != self._identity

    def prepare(self) -> None:
        """Check that the file is an archive of ours; make or migrate its tables if need be."""
        try:
            self._prepare()
        finally:
            self._identity = _identity(self.file)

    def _prepare(self) -> None:
        with self._lock, self._explained():
            if self.file.exists():
                (make,) = self.rows("PRAGMA user_version")[0]
                tables.refuse_foreign(self._reading(), str(self.folder))
                if make == tables.MAKE:
                    return
                if not premises.is_writable(self.folder):
                    raise NotWritable(
                        f"The archive {self.folder} was written by an older Broadsheet and must "
                        "be opened once by somebody who may write to it."
                    )
            self._forget_reader()
            with self.lock():
                tables.refuse_foreign(self._writing(), str(self.folder))
                tables.migrate(self._writing())

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of a reading statement; no lock outlives the call."""
        with self._lock, self._explained():
            try:
                return self._reading().execute(sql, parameters).fetchall()
            except sqlite3.OperationalError as error:
                if not _needs_mending(error):
                    raise
                self._read_a_copy()
                return self._reading().execute(sql, parameters).fetchall()

    def version(self) -> tuple[int, int]:
        """What differs from before as soon as anything was changed; a few microseconds."""
        with self._lock:
            ((changes,),) = self.rows("PRAGMA data_version")
            return self._readers, int(changes)

    @contextmanager
    def lock(self, patience: float | None = None) -> Iterator[None]:
        """Hold the archive's writer lock; WriterBusy or NotWritable when that cannot be."""
        if self.lost():  # nothing is to be made where an archive is only not mounted
            raise Gone(f"The archive {self.folder} is not there any more.")
        if self.file.exists() and not premises.is_writable(self.folder):
            raise NotWritable(
                f"You may not write to the archive {self.folder}; "
                "ask its owner, or name another with --archive."
            )
        mode = premises.file_mode(self.folder)
        wait = PATIENCE if patience is None else patience
        with (
            writer_lock(self.folder / premises.LOCK, patience=wait, mode=mode),
            premises.house_rights(self.folder),
        ):
            yield

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A writing transaction: all of it is kept, or nothing. Hold the lock around it."""
        with self._explained():
            connection = self._writing()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def rewrite(self) -> None:
        """Write the file anew and overwrite the journal: no trace of what was deleted stays."""
        with self._explained():
            writer = self._writing()
            writer.execute("PRAGMA journal_mode = PERSIST")
            try:
                writer.execute("VACUUM")
                _overwrite(Path(f"{self.file}-journal"))
            finally:
                writer.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._forget_reader()
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def _reading(self) -> sqlite3.Connection:
        if self._copy is not None and not Path(f"{self.file}-journal").exists():
            self._forget_reader()  # somebody has mended the archive itself
        if self._reader is None:
            # Opened for writing where that is allowed, so that SQLite may mend; then bound.
            self._reader = self._connect(self.file, _READER_PATIENCE)
            self._reader.execute("PRAGMA query_only = 1")
            self._readers += 1
        return self._reader

    def _writing(self) -> sqlite3.Connection:
        if self._writer is None:
            mode = premises.file_mode(self.folder)
            made = not self.file.exists()
            if made:
                os.close(os.open(self.file, os.O_RDWR | os.O_CREAT, mode))
                self.file.chmod(mode)  # the journal takes its rights from here
            writer = self._connect(self.file, PATIENCE)
            for pragma in (
                "journal_mode = DELETE",
                "synchronous = FULL",
                "secure_delete = ON",
                f"cache_size = -{_CACHE_KIB}",
                "cache_spill = OFF",  # the file is touched at commit only
            ):
                writer.execute(f"PRAGMA {pragma}")
            self._writer = writer
        return self._writer

    def _connect(self, file: Path, patience: float) -> sqlite3.Connection:
        return sqlite3.connect(
            f"{file.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=patience,
            isolation_level=None,
            check_same_thread=False,
        )

    def _read_a_copy(self) -> None:
        self._forget_reader()
        import shutil  # these two take longer to import than an archive to open
        import tempfile

        copy = tempfile.TemporaryDirectory(prefix="broadsheet-")
        try:
            with no_writer(self.folder / premises.LOCK):
                for name in (premises.RECORDS, premises.RECORDS + "-journal"):
                    if (self.folder / name).exists():
                        shutil.copyfile(self.folder / name, Path(copy.name, name))
        except OSError as error:
            copy.cleanup()
            raise ArchiveError(
                f"The archive {self.folder} was left in the middle of a change and cannot be "
                f"copied to be read ({error.strerror}); ask its owner to open it once."
            ) from error
        self._copy = copy
        self._reader = self._connect(Path(copy.name, premises.RECORDS), _READER_PATIENCE)
        self._readers += 1

    def _forget_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        if self._copy is not None:
            self._copy.cleanup()
            self._copy = None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _sentence(error, self.folder) from error


def _overwrite(file: Path) -> None:
    with file.open("r+b") as handle:
        size = handle.seek(0, os.SEEK_END)
        handle.seek(0)
        for start in range(0, size, 1 << 20):
            handle.write(bytes(min(1 << 20, size - start)))
        handle.flush()
        os.fsync(handle.fileno())


def _needs_mending(error: sqlite3.Error) -> bool:
    name = getattr(error, "sqlite_errorname", "")
    return name in ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_CANTLOCK")


def _sentence(error: sqlite3.DatabaseError, folder: Path) -> ArchiveError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return ArchiveError(f"The archive {folder} is in use; try again in a moment.")
    if name.startswith("SQLITE_READONLY"):
        return NotWritable(
            f"You may not write to the archive {folder}; "
            "ask its owner, or name another with --archive."
        )
    if name.startswith("SQLITE_FULL"):
        return ArchiveError(f"There is no room left on the disk of the archive {folder}.")
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM")):
        return ArchiveError(f"The archive {folder} cannot be read: {error}.")
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return Damaged(
            f"The archive {folder} is damaged ({error}); restore it from a copy, "
            "or add the articles to a new one."
        )
    return Damaged(f"The archive {folder} cannot be used: {error}.")
