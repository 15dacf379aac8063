"""Building the index anew from the records, beside the one in use, then changing over.

Writers and readers go on with the old index until the records name the new one; that naming is one
transaction, so a rebuild that is killed leaves the old index in use and a folder to clear.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable

from index import premises
from index.connections import Connections
from index.following import catch_up
from index.locking import writer_lock
from index.records import Records

_PREFIX = "words-"
_LOCK = "rebuilding.lock"


def rebuild(
    connections: Connections, records: Records, progress: Callable[[int], None] | None = None
) -> int:
    """Build a new index; returns how many articles it holds."""
    from index.engine import Engine

    folder = connections.folder / (_PREFIX + secrets.token_hex(4))
    with writer_lock(connections.folder / _LOCK, mode=premises.file_mode(connections.folder)):
        try:
            begun = records.change()
            engine = Engine.open(folder, create=True)
            catch_up(records, engine, progress)
            engine.compact()
            with connections.lock():
                gone = records.removed_since(begun)
                if gone:  # however far the new index has followed the records since
                    engine.update((), deleted=gone, last_seq=engine.last_seq())
                catch_up(records, engine)
                if gone:
                    engine.purge()
                with connections.transaction() as connection:
                    connection.execute(
                        "UPDATE meta SET value = ? WHERE key = 'index'", (folder.name,)
                    )
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        clear(connections, records)
    return records.count()


def clear(connections: Connections, records: Records) -> None:
    """Delete the indexes that are no longer in use. The rebuilding lock must be held."""
    used = records.meta("index")
    for folder in connections.folder.glob(_PREFIX + "*"):
        if folder.name != used:
            shutil.rmtree(folder, ignore_errors=True)
