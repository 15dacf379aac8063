"""The index follows the records: whatever changed since its last commit is taken in.

Runs after every batch of a writer, and first of all wherever an earlier writer was killed
between the records and the index. The lock must be held.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.errors import ArchiveError
from index.records import Records

if TYPE_CHECKING:
    from index.engine import Engine

BATCH = 250


def catch_up(
    records: Records, engine: Engine, progress: Callable[[int], None] | None = None
) -> None:
    """Bring the index up to the last change of the records; `progress` hears how many are in."""
    from index.engine import IndexEntry

    counter, held = records.change(), engine.last_seq()
    if held > counter:
        raise ArchiveError(
            "The index knows of changes that the records do not hold; "
            "run `broadsheet reindex` to build it anew."
        )
    gone, taken = records.removed_since(held), 0
    while (changed := records.changed(held, BATCH)) or gone:
        done = changed[-1].change if changed else counter
        if done >= records.newest_change():
            done = max(done, counter)
        shown = [one for one in changed if one.current]
        entries = [IndexEntry(one.seq, one.article.id, one.article) for one in shown]
        again = [one.seq for one in changed if one.seq <= held]
        engine.update(entries, deleted=again + gone, last_seq=done)
        held, gone, taken = done, [], taken + len(entries)
        if progress is not None:
            progress(taken)
