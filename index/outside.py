"""What a query asks of everything but the full-text index.

Names, a person's marks, tags and notes, and the stories and copies that articles belong to come
from the records and from the person's own state, as numbers of records. `Outside` knows
nothing of them; `Asked` asks the records of one archive and one person's state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from index.folding import Groups, Kind
from index.named import How, Naming, bearers, named


class Own(Protocol):
    """What a person left at the articles."""

    def bearing(self, mark: str) -> Iterable[str] | None:
        """Ids of the articles that bear a mark (starred, read); None: no such mark is kept."""
        ...

    def texts(self, field: str) -> Iterable[tuple[str, str]]:
        """(text, id of the article) of the tags or notes."""
        ...


class Grouped(Naming, Protocol):
    """What the records must be able to say of the articles."""

    def seqs_of(self, ids: Iterable[str]) -> set[int]:
        """The numbers of the articles with these ids."""
        ...

    def seqs(self) -> set[int]:
        """The numbers of all articles that lists show."""
        ...


class Together(Protocol):
    """What says which articles belong together."""

    def groups(self, kind: Kind) -> Groups | None:
        """Which articles are copies of one text, or on one event; None where nobody looked."""
        ...

    def story(self, beginning: str) -> int | None:
        """The first article of the story whose id begins so; None where there is none."""
        ...


class Outside:
    """An archive of which nothing is known but its texts."""

    def names(self, field: str, name: str, how: How) -> Iterable[int]:
        """The articles that name an entity so, as `index.named` reads a name."""
        return ()

    def bearers(self, name: str) -> Mapping[str, set[int]]:
        """Persons whom a name may mean in another form of it, with the articles that name them."""
        return {}

    def marked(self, what: str) -> frozenset[int] | None:
        """The articles that bear a mark (starred, read, unread); None where none does."""
        return None

    def kept(self, field: str) -> Mapping[str, Iterable[int]]:
        """Tags or notes, each with the articles it is at."""
        return {}

    def groups(self, kind: Kind) -> Groups | None:
        """Which articles are copies of one text, or on one event; None where nobody has looked."""
        return None

    def story(self, beginning: str) -> int | None:
        """The first article of the story whose id begins so; None where there is none."""
        return None


class Asked(Outside):
    """The records of an archive and one person's state."""

    def __init__(
        self, records: Grouped, own: Own | None = None, together: Together | None = None
    ) -> None:
        self._records, self._own, self._together = records, own, together

    def names(self, field: str, name: str, how: How) -> set[int]:
        """The articles that name an entity so."""
        return named(self._records, field, name, how)

    def bearers(self, name: str) -> dict[str, set[int]]:
        """Persons whom a name may mean in another form of it, with the articles that name them."""
        return bearers(self._records, name)

    def marked(self, what: str) -> frozenset[int] | None:
        """The articles that bear a mark; None where none does."""
        ids = self._own.bearing("read" if what == "unread" else what) if self._own else None
        if ids is None:
            return None
        found = self._records.seqs_of(ids)
        if what == "unread":
            found = self._records.seqs() - found
        return frozenset(found) or None

    def kept(self, field: str) -> dict[str, set[int]]:
        """Tags or notes, each with the articles it is at."""
        articles: dict[str, list[str]] = {}
        for text, article in self._own.texts(field) if self._own else ():
            articles.setdefault(text, []).append(article)
        return {text: self._records.seqs_of(ids) for text, ids in articles.items()}

    def groups(self, kind: Kind) -> Groups | None:
        """Which articles are copies of one text, or on one event."""
        return self._together.groups(kind) if self._together else None

    def story(self, beginning: str) -> int | None:
        """The first article of the story whose id begins so."""
        return self._together.story(beginning) if self._together else None
