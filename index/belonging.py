"""Which articles belong together, as searching wants it: groups by numbers of records.

Stands between a search and the room that keeps stories and copies; an archive in which nobody
has placed anything yet has no groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError

if TYPE_CHECKING:
    from index.folding import Groups, Kind
    from index.stories.room import Stories

_HEX = frozenset("0123456789abcdef")
_SHORTEST = 6  # digits of an id; fewer may be a word


class Belonging:
    """The stories and copies of one archive."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories

    def groups(self, kind: Kind) -> Groups | None:
        """Which articles are copies of one text, or on one event; None where none is placed."""
        from index.folding import Groups

        places = self._stories.places()
        if not len(places.seqs):
            return None
        return Groups(places.seqs, places.origin if kind == "copies" else places.story)

    def story(self, beginning: str) -> int | None:
        """The first article of the story whose id begins so; None where there is none."""
        if len(beginning) < _SHORTEST or set(beginning.lower()) - _HEX:
            return None
        try:
            return self._stories.resolve(beginning)
        except BroadsheetError:
            return None
