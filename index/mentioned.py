"""Which names the articles mention: asked of the records by queries, facets and completion.

A name's key is its type and its folded spelling (`person:ines varga`); keys that are one name
share a root in `same_names`.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from index.connections import Connections

if TYPE_CHECKING:
    from index.name_columns import NameColumns
    from index.postings.arrays import Array

MENTIONS_LOST = "mentions lost"
"""Which entry of `meta` grows whenever mentions are taken away."""

_LISTING = 5_000  # articles: what it costs beside counting them to look up how names are written
_META = "SELECT value FROM meta WHERE key = ?"
_ROWS = "SELECT key, name, COUNT(*), GROUP_CONCAT(seq) FROM mentions"
_OF_THESE = "WHERE seq IN (SELECT value FROM json_each(?))"


class Mentioned:
    """Questions about names to the records of one archive."""

    def __init__(self, connections: Connections) -> None:
        self._ask, self._version = connections.rows, connections.version
        self._connections = connections
        self._tried = ""  # the file of names that was looked into
        self._asked = 0  # articles whose names were counted one by one
        self._lock = Lock()
        self._columns: _Followed | None = None
        self._written: tuple[tuple[int, int], dict[str, str]] | None = None
        self._same: tuple[tuple[int, int], list[tuple[str, str]]] | None = None

    def keys_holding(self, type_: str | None, part: str) -> list[str]:
        """Keys of entities of a type (None: any) that hold this text, or a full stop."""
        found = self._ask(
            "SELECT key FROM keys WHERE key >= ? AND key < ? "
            "AND (INSTR(key, ?) > 0 OR INSTR(key, '.') > 0)",
            (f"{type_}:", f"{type_};", part) if type_ else ("", "\U0010ffff", part),
        )
        return [key for (key,) in found]

    def names_beginning(
        self, type_: str | None, beginning: str, limit: int
    ) -> list[tuple[str, int]]:
        """Names one of whose words begins so, with the number of articles, the most first."""
        first, last = (f"{type_}:", f"{type_};") if type_ else ("", "\U0010ffff")
        return self._ask(
            "SELECT name, COUNT(*) FROM mentions WHERE key IN (SELECT key FROM keys "
            "WHERE key >= ? AND key < ? AND (INSTR(key, ?) > 0 OR INSTR(key, ?) > 0) LIMIT 500) "
            "GROUP BY name ORDER BY 2 DESC, 1 LIMIT ?",
            (first, last, f":{beginning}", f" {beginning}", limit),
        )

    def seqs_naming(self, keys: Iterable[str]) -> set[int]:
        """The articles that mention an entity with one of these keys."""
        found = self._ask(
            "SELECT seq FROM mentions WHERE key IN ("
            "SELECT value FROM json_each(?1) UNION SELECT other.key FROM same_names AS one "
            "JOIN same_names AS other ON other.root = one.root "
            "WHERE one.key IN (SELECT value FROM json_each(?1)))",
            (json.dumps(list(keys)),),
        )
        return {seq for (seq,) in found}

    def naming_counts(
        self, seqs: Sequence[int] | Array, types: Sequence[str], limit: int
    ) -> dict[str, list[tuple[str, int]]]:
        """For each type the names that most of these articles mention, with how many do."""
        with self._lock:  # held while it counts: nothing may be added in between
            columns = self._followed(len(seqs))
            if columns is not None:
                return columns.counted(seqs, types, self._joined(), limit)
        one_by_one = [int(seq) for seq in seqs]
        return {type_: self._counted(one_by_one, type_, limit) for type_ in types}

    def _counted(self, seqs: Sequence[int], type_: str, limit: int) -> list[tuple[str, int]]:
        from index import same_names

        among = json.dumps(seqs)
        found = self._ask(
            "SELECT key, COUNT(*) AS articles FROM mentions WHERE key >= ? AND key < ? "
            "AND key NOT IN (SELECT key FROM same_names) "
            "AND seq IN (SELECT value FROM json_each(?)) "
            "GROUP BY key ORDER BY articles DESC, key LIMIT ?",
            (f"{type_}:", f"{type_};", among, limit),
        )
        names = self._names([key for key, _ in found])
        counted = [(names[key], count) for key, count in found]
        counted += same_names.counts(self._ask, among, type_)
        return sorted(counted, key=lambda pair: -pair[1])[:limit]

    def _names(self, keys: Sequence[str]) -> Mapping[str, str]:
        """How the articles usually write the names with these keys."""
        version = self._version()
        if self._written is None or self._written[0] != version:
            self._written = version, {}
        written = self._written[1]
        unknown = [key for key in keys if key not in written]
        # To read all mentions of a frequent name takes more than to count those of some articles.
        found = self._ask(
            "SELECT value, (SELECT name FROM mentions WHERE key = value "
            "GROUP BY name ORDER BY COUNT(*) DESC, name LIMIT 1) FROM json_each(?)",
            (json.dumps(unknown),),
        )
        written.update((key, name or key.partition(":")[2]) for key, name in found)
        return written

    def _joined(self) -> list[tuple[str, str]]:
        """Which keys stand for which, as of now."""
        version = self._version()
        if self._same is None or self._same[0] != version:
            self._same = version, self._ask("SELECT key, root FROM same_names", ())
        return self._same[1]

    def _followed(self, asked: int) -> NameColumns | None:
        """All mentions as arrays, as of now; None while they would cost more than they save.

        They are made when as many articles were asked about one by one as there are with names,
        and kept up with: new names are added, anything else begins anew.
        """
        state, lost = (self._ask(_META, (key,)) for key in ("state", MENTIONS_LOST))
        had = self._columns
        if had is None or had.lost != lost:
            of_file = self._from_file()
            if of_file is not None and of_file.lost == lost:
                had = self._columns = of_file
        if had is not None and (had.state, had.lost) == (state, lost):
            return had.columns
        from index.name_columns import NameColumns

        seqs = {seq for (seq,) in self._ask("SELECT DISTINCT seq FROM mentions", ())}
        if had is None:
            self._asked += asked + _LISTING
            if self._asked < len(seqs):
                return None
        if had is not None and had.lost == lost:
            columns, fresh = had.columns, json.dumps(sorted(seqs - had.columns.articles()))
            columns.add(self._ask(f"{_ROWS} {_OF_THESE} GROUP BY key, name", (fresh,)))
        else:
            columns = NameColumns()
            columns.add(self._ask(f"{_ROWS} GROUP BY key, name", ()))
        self._columns = _Followed(state, lost, columns)
        return columns

    def _from_file(self) -> _Followed | None:
        """The mentions as they are kept in a file, which may lack some; None where none are."""
        from index import kept_names

        which = kept_names.kept(self._connections)
        if which is None or which.file == self._tried:
            return None
        self._tried = which.file
        columns = kept_names.load(self._connections, which)
        return None if columns is None else _Followed(which.state, which.lost, columns)

    def keep_names(self, recognised: int, waiting: int) -> None:
        """Write the mentions into their file where it is time for it.

        `recognised` articles have names, and so many wait for theirs. Costs nothing but time where
        it cannot be done.
        """
        from index import kept_names
        from index.locking import NotWritable, WriterBusy

        def times_lost() -> list[tuple[Any, ...]]:
            return self._ask(_META, (MENTIONS_LOST,))

        if not kept_names.is_due(self._connections, recognised, waiting, times_lost()):
            return
        with self._lock:
            self._asked += recognised
            columns = self._followed(recognised)
            had, self._columns, self._tried = self._columns, None, ""
        if columns is None or had is None:
            return
        with contextlib.suppress(NotWritable, WriterBusy, OSError):
            kept_names.keep(self._connections, columns, recognised, had.state, times_lost, had.lost)


class _Followed(NamedTuple):
    """The mentions as arrays, and as of when."""

    state: list[tuple[Any, ...]]
    lost: list[tuple[Any, ...]]  # how often mentions were taken away: then all begins anew
    columns: NameColumns
