"""Removing an article so that nothing of it is left on disk but its id.

The rows are deleted and overwritten, the file is rewritten without the copies that SQLite
leaves in half-filled pages, the journal is overwritten, and the index rewrites its segments;
what the person's own cache holds of the archive is thrown away.
A removal that is interrupted is finished by the next writer.
"""

from __future__ import annotations

from collections.abc import Callable

from index import kept_names, packing
from index.adding import now
from index.book import open_book
from index.connections import Connections
from index.private_cache import forget
from index.records import Records

_UNFINISHED = "unfinished removal"


def remove(
    connections: Connections, full_id: str, *, follow: Callable[[], None], purge: Callable[[], None]
) -> None:
    """Erase one article. `follow` brings the index up to date, `purge` rewrites it."""
    with connections.lock():
        follow()
        with open_book(connections) as book:
            row = book.one(
                "SELECT seq, article FROM articles JOIN readings USING (seq) WHERE id = ?", full_id
            )
            if row is not None:
                book.erase(row[0], packing.unpack_article(row[1]), now())
            book.drop_judgements(full_id)
            book.run("INSERT OR REPLACE INTO meta VALUES (?, 1)", (_UNFINISHED,))
        _finish(connections, follow, purge)


def finish(
    connections: Connections,
    records: Records,
    *,
    follow: Callable[[], None],
    purge: Callable[[], None],
) -> None:
    """Finish a removal that was interrupted, if there is one. The lock must be held."""
    if records.meta(_UNFINISHED) is not None:
        _finish(connections, follow, purge)


def _finish(
    connections: Connections, follow: Callable[[], None], purge: Callable[[], None]
) -> None:
    forget(connections.folder)
    kept_names.forget(connections.folder)
    follow()
    purge()
    connections.rewrite()
    with connections.transaction() as connection:
        connection.execute("DELETE FROM meta WHERE key = ?", (_UNFINISHED,))
