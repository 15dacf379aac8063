"""What the screen of two outlets shows, asked of the archive; and the counting of the texts.

Both run in threads. The texts are counted in a process of their own, which can be given up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.coverage.result import Telling
    from index.archive import Archive
    from index.coverage.result import Pair
    from tui.compute import Compute

AT_ONCE = 40  # texts that are counted in less time than a process starts
GROUPED = 1_000  # articles that are grouped into stories while somebody waits


@dataclass(frozen=True, slots=True)
class Asked:
    """Two sides, what was counted of their texts before, and who else could stand right."""

    pair: Pair
    telling: Telling | None
    others: Sequence[str]
    ungrouped: int


def asked(
    archive: Archive, left: str, right: str, query: str, groups: Mapping[str, Sequence[str]],
    others: Sequence[str],
) -> Asked:  # fmt: skip
    """Everything that needs no reading; BroadsheetError when a name or the query is wrong."""
    outlets, stories = archive.outlets(), archive.stories()
    ours, theirs = outlets.two(left, right, groups)
    if 0 < stories.waiting() <= GROUPED and not stories.outdated():
        stories.catch_up()
    pair = outlets.pair(ours, theirs, query)
    names = list(others) or [one.name for one in outlets.all() if one.name]
    return Asked(pair, outlets.known_telling(pair), names, stories.waiting())


class Counting:
    """Counts the texts of two sides beside the explorer; nobody waits when it is given up."""

    def __init__(self, compute: Compute | None) -> None:
        self._compute = compute.another() if compute is not None else None
        self._over = Event()

    def telling(
        self, archive: Archive, pair: Pair, progress: Callable[[int, int], None]
    ) -> Telling | None:
        """The counts; None when they were given up. Blocks."""
        from corpus.coverage.result import Telling
        from tui.compute import NotComputed

        if self._over.is_set():
            return None
        few = len(pair.left.texts) + len(pair.right.texts) <= AT_ONCE
        if self._compute is None or few:
            return archive.outlets().telling(pair, progress)
        sides = (pair.left.party.name, pair.right.party.name, pair.query)
        try:
            found: Telling = self._compute.ask("telling", sides, Telling, progress)
        except NotComputed:
            if not self._over.is_set():
                raise
            return None
        return found

    def end(self) -> None:
        """Give it up, and end the process."""
        self._over.set()
        if self._compute is not None:
            self._compute.stop()
