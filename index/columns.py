"""Day and outlet of every article as arrays, kept in memory and in step with the archive.

What lists and counts ask of thousands of articles at once is looked up here, not fetched row by
row. When some articles came, changed or went, only those are read again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.connections import Connections
from index.records import Records

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MANY = 4  # when more than a fourth of the articles changed, all are read


@dataclass(frozen=True, slots=True)
class Table:
    """The current articles in the order of their numbers, as arrays that run parallel.

    `days` are numbers like 20310313, 0 where there is none; `outlets` number `names`, -1 where the
    outlet is not known.
    """

    seqs: NDArray[np.int64]
    days: NDArray[np.int64]
    outlets: NDArray[np.int64]
    names: tuple[str, ...]

    def places(self, seqs: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where these articles stand in the arrays; -1 for those that are not current."""
        import numpy as np

        if not len(self.seqs):
            return np.full(len(seqs), -1, dtype=np.int64)
        at = np.minimum(self.seqs.searchsorted(seqs), len(self.seqs) - 1)
        return np.where(self.seqs[at] == seqs, at, -1)


class Columns:
    """The columns of one archive."""

    def __init__(self, connections: Connections, records: Records) -> None:
        self._ask = connections.rows
        self._records = records
        self._known: tuple[int, Table] | None = None  # with the change up to which it is right

    def table(self) -> Table:
        """The columns as they are now."""
        change, known = self._records.change(), self._known
        if known is None or known[0] != change:
            self._known = known = change, self._followed(*known) if known else self._loaded()
        return known[1]

    def _loaded(self) -> Table:
        import numpy as np

        rows = self._ask(f"SELECT {_COLUMNS} FROM articles WHERE current ORDER BY seq")
        nothing = np.zeros(0, dtype=np.int64)
        return _with(Table(nothing, nothing, nothing, ()), rows)

    def _followed(self, since: int, known: Table) -> Table:
        import numpy as np

        rows = self._ask(f"SELECT {_COLUMNS}, current FROM articles WHERE change > ?", (since,))
        if len(rows) * MANY > len(known.seqs):
            return self._loaded()
        gone = self._ask("SELECT seq FROM removed WHERE change > ?", (since,))
        if not rows and not gone:
            return known
        stale = np.array([seq for seq, *_ in (*rows, *gone)], dtype=np.int64)
        stays = ~np.isin(known.seqs, stale)
        kept = Table(known.seqs[stays], known.days[stays], known.outlets[stays], known.names)
        table = _with(kept, [row[:3] for row in rows if row[3]])
        # An article that was removed and is back under another number is told of no more.
        return table if len(table.seqs) == self._records.count() else self._loaded()


_COLUMNS = "seq, CAST(REPLACE(IFNULL(published, 0), '-', '') AS INTEGER), outlet"


def _with(table: Table, rows: list[tuple[Any, ...]]) -> Table:
    """The table with these rows (number, day, outlet) in their places."""
    import numpy as np

    numbers = {name: n for n, name in enumerate(table.names)}
    fresh = np.array(
        [
            (seq, day, -1 if name is None else numbers.setdefault(name, len(numbers)))
            for seq, day, name in rows
        ],
        dtype=np.int64,
    ).reshape(-1, 3)
    old = np.column_stack((table.seqs, table.days, table.outlets))
    every = np.concatenate((old, fresh))
    every = every[np.argsort(every[:, 0], kind="stable")]
    seqs, days, outlets = (np.ascontiguousarray(one) for one in every.T)
    return Table(seqs, days, outlets, tuple(numbers))
