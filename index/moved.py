"""Which articles of an archive are not as they were when somebody looked last.

What is worked out of many articles is kept with the articles it rests on; here it is told which
came, went, were read anew or had their names read since.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Ask = Callable[..., list[tuple[Any, ...]]]


class Moved:
    """The articles of one archive as they were last looked at; for one thread at a time."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._seen: set[tuple[Any, ...]] = set()

    def since(self) -> set[int]:
        """The numbers of the articles that changed since this was asked last; all at first."""
        rows = set(self._ask("SELECT seq, current, change, model FROM articles"))
        changed = {row[0] for row in rows ^ self._seen}
        self._seen = rows
        return changed
