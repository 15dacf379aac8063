"""The file of a person's own state: opened for its owner alone, brought up to date, asked.

In goes a folder, out comes SQLite that any thread may use and whose errors are sentences. Where
no trace may be left, a copy in memory stands for the file, and nothing on the disk is changed.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from corpus.errors import ArchiveError
from index import traces
from index.folders import own_folder

_FILE = "personal.sqlite"
_PATIENCE = 2.0  # seconds; a session is not worth a longer wait

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE sessions (archive TEXT PRIMARY KEY, text TEXT NOT NULL, at REAL NOT NULL)",
        "CREATE TABLE queries (number INTEGER PRIMARY KEY, query TEXT NOT NULL UNIQUE)",
        # The marked articles are kept in the session; the table is for versions that read it.
        "CREATE TABLE marks (archive TEXT, article TEXT, number INTEGER, "
        "PRIMARY KEY (archive, article)) WITHOUT ROWID",
        "CREATE TABLE stars (archive TEXT, article TEXT, at REAL, "
        "PRIMARY KEY (archive, article)) WITHOUT ROWID",
        "CREATE TABLE positions (archive TEXT, article TEXT, paragraph INTEGER, sentence INTEGER, "
        "PRIMARY KEY (archive, article)) WITHOUT ROWID",
    ),
    (
        "CREATE TABLE saved (archive TEXT, name TEXT, query TEXT NOT NULL, looked INTEGER, "
        "at REAL, PRIMARY KEY (archive, name)) WITHOUT ROWID",
        "CREATE TABLE tags (archive TEXT, tag TEXT, article TEXT, "
        "PRIMARY KEY (archive, tag, article)) WITHOUT ROWID",
        "CREATE TABLE notes (archive TEXT, article TEXT, note TEXT NOT NULL, at REAL, "
        "PRIMARY KEY (archive, article)) WITHOUT ROWID",
    ),
)


class PersonalError(ArchiveError):
    """The person's own state cannot be read or written."""


class PersonalFile:
    """SQLite with one person's state. Usable from any thread."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file
        self._lock = threading.Lock()

    @classmethod
    def open(cls, folder: Path | None) -> PersonalFile:
        """The file in a folder, by default the platform's place for it; PersonalError says why
        it cannot be used."""
        folder = own_folder("state") if folder is None else folder
        file = folder / _FILE
        if traces.none_left():
            return _in_memory(file)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            file.touch(mode=0o600)
            connection = sqlite3.connect(
                file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            _migrate(connection, file)
        except (OSError, sqlite3.DatabaseError) as error:
            raise _unusable(file, error) from error
        return cls(connection, file)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def ask(self, sql: str, parameters: Sequence[Any] | dict[str, Any]) -> list[tuple[Any, ...]]:
        """The rows that one statement gives."""
        with self._lock, self._explained():
            return self._connection.execute(sql, parameters).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Several statements of which all are kept or none."""
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # on a full disk SQLite has ended it already
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _unusable(self._file, error) from error


class _Copy(PersonalFile):
    """A person's state in memory: what is changed in it ends with the program."""

    def close(self) -> None:
        """It stays as it is, until the program ends."""


_copies: dict[Path, PersonalFile] = {}


def _in_memory(file: Path) -> PersonalFile:
    """The state as it is on the disk, where nothing is changed or made; the same every time."""
    if file not in _copies:
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            if file.exists():
                kept = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
                with closing(kept):
                    kept.backup(connection)
            _migrate(connection, file)
        except (OSError, sqlite3.DatabaseError) as error:
            connection.close()
            raise PersonalError(
                f"Your own state in {file.parent} cannot be read ({error})."
            ) from error
        _copies[file] = _Copy(connection, file)
    return _copies[file]


def _unusable(file: Path, error: Exception) -> PersonalError:
    if isinstance(error, OSError):
        return PersonalError(
            f"Your own state cannot be kept in {file.parent} ({error.strerror}); "
            "XDG_STATE_HOME names another folder, BROADSHEET_PRIVATE=1 keeps none."
        )
    return PersonalError(
        f"Your own state in {file.parent} cannot be used ({error}); "
        "it can be deleted, articles are not in it."
    )


def _migrate(connection: sqlite3.Connection, file: Path) -> None:
    """Bring the tables up to date; where that cannot be, the connection is closed."""
    try:
        _migrated(connection, file)
    except BaseException:
        connection.close()
        raise


def _migrated(connection: sqlite3.Connection, file: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")  # two programs may be starting at once
    make = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if make > len(MIGRATIONS):
        raise PersonalError(
            f"{file} was written by a newer Broadsheet; install that one to use it."
        )
    for statements in MIGRATIONS[make:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("COMMIT")
