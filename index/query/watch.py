"""The watch over one search: how many words a part may stand for, and how long all may take.

What was cut short is said once for each part of the query; a search that takes too long ends
with a sentence that says what to ask instead.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from index.query.tree import QueryError

MOST_FORMS = 50_000  # words that one part stands for in one field
LONGEST = 20.0  # seconds


class TooLong(QueryError):
    """A query that takes more time than anybody waits."""


class Watch:
    """What one search may cost."""

    def __init__(self, seconds: float = LONGEST) -> None:
        self._end = time.monotonic() + seconds

    def mind(self) -> None:
        """Raise TooLong when the time is up."""
        if time.monotonic() > self._end:
            raise TooLong(
                f"The query was given up after {LONGEST:.0f} seconds; write longer beginnings "
                "before *, fewer words, or narrow it by date: or outlet:."
            )

    def cut(self) -> None:
        """Hear that something was cut short."""

    def over(self, cut: Callable[[], None]) -> Watch:
        """The same watch for one part; `cut` hears when that is cut short."""
        return _Part(self, cut)


class _Part(Watch):
    def __init__(self, whole: Watch, cut: Callable[[], None]) -> None:
        self._end = whole._end
        self._cut = cut

    def cut(self) -> None:
        self._cut()
