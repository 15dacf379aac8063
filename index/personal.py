"""Personal: what one person left lying about, apart from every archive.

One small SQLite file in the person's state directory, readable by nobody else: the session of
the explorer (one for each archive), the queries asked and those saved, marks, stars, tags,
notes and reading positions.
Archives are told apart by a digest of their place, so no path is written down.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

try:  # by itself: hashlib would bring OpenSSL with it, at every start
    from _sha256 import sha256  # type: ignore[import-not-found]
except ImportError:
    from hashlib import sha256

from corpus.errors import BroadsheetError
from index.personal_file import PersonalFile

_HISTORY = 1000  # queries remembered


class BadSaving(BroadsheetError):
    """A saved search without a name, or one that there is not; a tag or note that is none."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search: its name, its query, and the archive's change when it was looked at last."""

    name: str
    query: str
    looked: int


class Personal:
    """One person's state. Usable from any thread."""

    def __init__(self, file: PersonalFile) -> None:
        self._file = file
        self._ask = file.ask

    @classmethod
    def open(cls, path: Path | None = None) -> Personal:
        """Open the state in a folder, by default the platform's place for it."""
        return cls(PersonalFile.open(path))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> Personal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def knows(self, archive: Path) -> bool:
        """Whether the person used an archive in this place before."""
        tables = ("sessions", "saved", "marks", "stars", "tags", "notes", "positions")
        asked = " UNION ALL ".join(f"SELECT 1 FROM {one} WHERE archive = :key" for one in tables)
        return bool(self._ask(f"SELECT EXISTS ({asked})", {"key": _key(archive)})[0][0])

    # The session

    def session(self, archive: Path) -> str | None:
        """The session that was kept last for an archive."""
        found = self._ask("SELECT text FROM sessions WHERE archive = ?", (_key(archive),))
        return None if not found else str(found[0][0])

    def keep_session(self, archive: Path, text: str) -> None:
        """Keep the session of an archive in place of the one before."""
        self._ask(
            "INSERT OR REPLACE INTO sessions VALUES (?, ?, ?)", (_key(archive), text, time.time())
        )

    # Queries

    def history(self, limit: int = 100) -> list[str]:
        """The queries asked, the last one first, each once."""
        found = self._ask("SELECT query FROM queries ORDER BY number DESC LIMIT ?", (limit,))
        return [query for (query,) in found]

    def remember(self, query: str) -> None:
        """Put a query at the head of the history."""
        if not query.strip():
            return
        with self._file.transaction() as connection:
            connection.execute("DELETE FROM queries WHERE query = ?", (query,))
            connection.execute(
                "INSERT INTO queries SELECT COALESCE(MAX(number), 0) + 1, ? FROM queries", (query,)
            )
            connection.execute(
                "DELETE FROM queries WHERE number <= (SELECT MAX(number) FROM queries) - ?",
                (_HISTORY,),
            )

    # Saved searches

    def saved(self, archive: Path) -> list[Saved]:
        """The saved searches of an archive, the first saved first."""
        found = self._ask(
            "SELECT name, query, looked FROM saved WHERE archive = ? ORDER BY at, name",
            (_key(archive),),
        )
        return [Saved(*row) for row in found]

    def saved_as(self, archive: Path, name: str) -> Saved:
        """The search saved under a name, whatever its case; BadSaving where there is none."""
        known = self.saved(archive)
        for one in known:
            if one.name.casefold() == name.strip().casefold():
                return one
        there = ", ".join(one.name for one in known)
        there = f"there are: {there}" if there else "none is saved yet"
        raise BadSaving(f"There is no saved search {name!r}; {there}.")

    def save(self, archive: Path, name: str, query: str, looked: int) -> None:
        """Save a query under a name, in place of what had it; `looked`: the archive's change."""
        name, query = " ".join(name.split()), query.strip()
        if not name or not query:
            raise BadSaving("A saved search needs a name and a query.")
        with self._file.transaction() as connection:
            connection.execute(
                "DELETE FROM saved WHERE archive = ? AND name = ? COLLATE NOCASE",
                (_key(archive), name),
            )
            connection.execute(
                "INSERT INTO saved VALUES (?, ?, ?, ?, ?)",
                (_key(archive), name, query, looked, time.time()),
            )

    def look(self, archive: Path, name: str, looked: int) -> None:
        """Keep that a saved search was looked at: what comes in from now on is new."""
        self._ask(
            "UPDATE saved SET looked = ? WHERE archive = ? AND name = ?",
            (looked, _key(archive), name),
        )

    def unsave(self, archive: Path, name: str) -> None:
        """Take a saved search away; BadSaving where there is none of the name."""
        one = self.saved_as(archive, name)
        self._ask("DELETE FROM saved WHERE archive = ? AND name = ?", (_key(archive), one.name))

    # Articles: stars, tags, notes, positions

    def stars(self, archive: Path) -> list[str]:
        """The starred articles, the last starred first."""
        found = self._ask(
            "SELECT article FROM stars WHERE archive = ? ORDER BY at DESC, article",
            (_key(archive),),
        )
        return [article for (article,) in found]

    def star(self, archive: Path, article: str) -> bool:
        """Give an article a star, or take it away; whether it has one now."""
        key = _key(archive)
        with self._file.transaction() as connection:
            taken = connection.execute(
                "DELETE FROM stars WHERE archive = ? AND article = ?", (key, article)
            ).rowcount
            if not taken:
                connection.execute(
                    "INSERT INTO stars VALUES (?, ?, ?)", (key, article, time.time())
                )
        return not taken

    def tags(self, archive: Path) -> list[tuple[str, str]]:
        """(tag, article) of everything tagged."""
        found = self._ask("SELECT tag, article FROM tags WHERE archive = ?", (_key(archive),))
        return [(tag, article) for tag, article in found]

    def tag(self, archive: Path, article: str, tag: str) -> bool:
        """Tag an article, or take the tag away; whether it bears it now."""
        tag, key = " ".join(tag.split()), _key(archive)
        if not tag:
            raise BadSaving("A tag needs a letter or two.")
        with self._file.transaction() as connection:
            taken = connection.execute(
                "DELETE FROM tags WHERE archive = ? AND article = ? AND tag = ? COLLATE NOCASE",
                (key, article, tag),
            ).rowcount
            if not taken:
                connection.execute("INSERT INTO tags VALUES (?, ?, ?)", (key, tag, article))
        return not taken

    def notes(self, archive: Path) -> list[tuple[str, str]]:
        """(note, article) of every note."""
        found = self._ask("SELECT note, article FROM notes WHERE archive = ?", (_key(archive),))
        return [(note, article) for note, article in found]

    def keep_note(self, archive: Path, article: str, note: str) -> None:
        """Keep a note on an article in place of the one before; an empty one takes it away."""
        if note.strip():
            self._ask(
                "INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?)",
                (_key(archive), article, note.strip(), time.time()),
            )
        else:
            self._ask(
                "DELETE FROM notes WHERE archive = ? AND article = ?", (_key(archive), article)
            )

    def position(self, archive: Path, article: str) -> tuple[int, int] | None:
        """The paragraph and sentence where reading stopped."""
        found = self._ask(
            "SELECT paragraph, sentence FROM positions WHERE archive = ? AND article = ?",
            (_key(archive), article),
        )
        return (int(found[0][0]), int(found[0][1])) if found else None

    def keep_position(self, archive: Path, article: str, paragraph: int, sentence: int) -> None:
        """Keep the paragraph and sentence where reading stopped."""
        self._ask(
            "INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?)",
            (_key(archive), article, paragraph, sentence),
        )

    def opened(self, archive: Path) -> list[str]:
        """The articles that were read, or begun."""
        found = self._ask("SELECT article FROM positions WHERE archive = ?", (_key(archive),))
        return [article for (article,) in found]


class Own:
    """What a person's marks say to a query about one archive.

    Opens the person's own state only when a query asks for it.
    """

    def __init__(self, archive: Path) -> None:
        self._archive = archive

    def bearing(self, mark: str) -> list[str] | None:
        """The articles that bear a mark (starred, read); None for a mark that is not kept."""
        if mark not in ("starred", "read"):
            return None
        with Personal.open() as personal:
            found = personal.stars if mark == "starred" else personal.opened
            return found(self._archive)

    def texts(self, field: str) -> list[tuple[str, str]]:
        """(text, article) of a person's tags or notes."""
        with Personal.open() as personal:
            return (personal.tags if field == "tag" else personal.notes)(self._archive)


def _key(archive: Path) -> str:
    key: str = sha256(str(archive.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return key
