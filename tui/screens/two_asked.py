"""What the screen of two outlets shows, asked of the archive; and the counting of the texts.

Both run in threads. The texts are counted in a process of their own, which can be given up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.coverage.result import Telling
    from index.archive import Archive
    from index.coverage.result import Pair
    from tui.compute import Compute

AT_ONCE = 40  # texts that are counted in less time than a process starts
GROUPED = 1_000  # articles that are grouped into stories while somebody waits


@dataclass(frozen=True, slots=True)
class Asked:
    """Two sides, decided about or not yet, what was counted of their texts before, and who else
    could stand right."""

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
    pair = outlets.first_look(ours, theirs, query)
    names = list(others) or [one.name for one in outlets.all() if one.name]
    return Asked(pair, outlets.known_telling(pair), names, stories.waiting())


class Counting:
    """Decides about the events of two sides and counts their texts, beside the explorer; nobody
    waits when it is given up."""

    def __init__(self, compute: Compute | None) -> None:
        self._compute = compute.another() if compute is not None else None
        self._over = Event()

    def telling(
        self, archive: Archive, pair: Pair, progress: Callable[[int, int], None]
    ) -> Telling | None:
        """The counts; None when they were given up. Blocks."""
        from corpus.coverage.result import Telling

        if self._here(pair):
            return None if self._over.is_set() else archive.outlets().telling(pair, progress)
        found: Telling | None = self._asked("telling", pair, Telling, progress)
        return found

    def decided(
        self, archive: Archive, pair: Pair, progress: Callable[[int, int], None]
    ) -> Pair | None:
        """The pair with its events decided; None when that was given up. Blocks."""
        from index.coverage.result import Pair

        if self._over.is_set():
            return None
        if self._here(pair):
            return archive.outlets().pair(pair.left.party, pair.right.party, pair.query, progress)
        found: Pair | None = self._asked("pair", pair, Pair, progress)
        return found

    def _here(self, pair: Pair) -> bool:
        few = len(pair.left.texts) + len(pair.right.texts) <= AT_ONCE
        return self._compute is None or few

    def _asked(self, work: str, pair: Pair, kind: Any, progress: Callable[[int, int], None]) -> Any:
        from tui.compute import NotComputed

        if self._over.is_set() or self._compute is None:
            return None
        sides = (pair.left.party.name, pair.right.party.name, pair.query)
        try:
            return self._compute.ask(work, sides, kind, progress)
        except NotComputed:
            if not self._over.is_set():
                raise
            return None

    def end(self) -> None:
        """Give it up, and end the process."""
        self._over.set()
        if self._compute is not None:
            self._compute.stop()
