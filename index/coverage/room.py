"""The outlets of one archive: the one object through which their coverage is asked about.

Nothing here writes to the archive. What needs no reading (how much, when, which events) is worked
out once for every state of the archive, what the texts say once for every text; both are kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence

from corpus.comparison.event_signs import VERSION as EVENTS
from corpus.coverage.passages import Sought
from corpus.coverage.result import Telling
from index.connections import Connections
from index.coverage.beside import with_beside
from index.coverage.nearest import Looking
from index.coverage.pairs import pair
from index.coverage.parties import Groups, Parties
from index.coverage.result import Opened, OutletRow, Pair, Party, SameOutlet
from index.coverage.same_events import SameEvents
from index.coverage.tellings import Progress, Tellings
from index.packing import pack_worked_out, unpack_worked_out
from index.private_cache import PrivateCache
from index.records import Records
from index.stories.keeping import state
from index.stories.room import Stories
from index.titled import Titles

KEPT = 60  # pairs; two outlets of three thousand articles take about 600 KB
VERSION = "9"  # of what a pair holds; grows so that nothing older is shown for new
NO_GROUPS: Mapping[str, tuple[str, ...]] = {}


class Outlets:
    """Questions about the outlets of one archive."""

    def __init__(
        self,
        connections: Connections,
        records: Records,
        stories: Stories,
        found: Callable[[str], list[int]],
    ) -> None:
        self._parties = Parties(connections, stories, records.ahead)
        titles = Titles(connections.rows, records, found)
        self._tellings = Tellings(connections, records, titles)
        self._ask, self._stories = connections.rows, stories
        self._looking = Looking(connections)
        self._same_events = SameEvents(connections, records)
        self._found = found
        self._records = records
        self._pairs = PrivateCache("outlet-pairs", connections.folder, KEPT, records.last_removal)
        self._listed: tuple[tuple[int, str], list[OutletRow]] | None = None
        self._near: dict[str, Pair] = {}  # the last one that was asked for

    def all(self, query: str = "") -> list[OutletRow]:
        """Every outlet, the largest first; articles without one stand at the end.

        With a query only what it finds is counted; QueryError when it cannot be read.
        """
        if query.strip():
            return self._parties.outlets(self._found(query))
        standing = self._records.standing()
        if self._listed is None or self._listed[0] != standing:
            self._listed = standing, self._parties.outlets()
        return list(self._listed[1])

    def party(self, name: str, groups: Groups = NO_GROUPS) -> Party:
        """The outlet with this name, or the group of `groups`; NoSuchOutlet if there is none."""
        return self._parties.named(name, groups)

    def two(self, left: str, right: str, groups: Groups = NO_GROUPS) -> tuple[Party, Party]:
        """Two sides by their names; SameOutlet when one outlet stands on both."""
        ours, theirs = self.party(left, groups), self.party(right, groups)
        shared = [one for one in ours.outlets if one in theirs.outlets]
        if shared:
            raise SameOutlet(f"“{shared[0]}” stands on both sides; name two different outlets.")
        return ours, theirs

    def pair(
        self, left: Party, right: Party, query: str = "", progress: Progress | None = None
    ) -> Pair:
        """Hold two sides against each other; with a query, only what it finds is meant.

        QueryError when it cannot be read. The first time the events of one side are held against
        the likest articles of the other, some milliseconds each: `progress` hears (done, of how
        many).
        """
        meant = self._found(query) if query.strip() else None
        at, removed = (
            self._known_as(left, right, query.strip(), meant),
            self._records.last_removal(),
        )
        known = self._kept(at)
        if known is None:
            undecided = self._undecided(left, right, query, meant)
            decided = self._same_events.decided(undecided, progress)
            known = with_beside(decided, self._ask, self._stories)
            self._pairs.put(at, removed, pack_worked_out(known))
        self._near = {at: known}
        return known

    def first_look(self, left: Party, right: Party, query: str = "") -> Pair:
        """The same without holding any two articles against each other, which may be left for
        `pair` to do: `decided` says whether it was done before. QueryError likewise."""
        meant = self._found(query) if query.strip() else None
        known = self._kept(self._known_as(left, right, query.strip(), meant))
        return known or self._undecided(left, right, query, meant)

    def _undecided(
        self, left: Party, right: Party, query: str, meant: Sequence[int] | None
    ) -> Pair:
        return pair(
            (left, self._parties.articles(left.outlets, meant)),
            (right, self._parties.articles(right.outlets, meant)),
            query.strip(),
            self._stories,
            self._looking,
            self._tellings.counted_by(),
        )

    def known_pair(self, left: Party, right: Party, query: str = "") -> Pair | None:
        """The same if it was worked out before; costs milliseconds. QueryError likewise."""
        meant = self._found(query) if query.strip() else None
        return self._kept(self._known_as(left, right, query.strip(), meant))

    def _kept(self, at: str) -> Pair | None:
        known = self._near.get(at)
        if known is None:
            stored = self._pairs.get(at, self._records.last_removal())
            known = unpack_worked_out(stored, Pair) if stored else None
        return known

    def _known_as(self, left: Party, right: Party, query: str, meant: Sequence[int] | None) -> str:
        """What a pair is known by: who, what a query finds, and the state of all that it counts."""
        sides = [(one.name, one.outlets, one.missing) for one in (left, right)]
        grouped = state(self._records)
        rests = [
            VERSION,
            EVENTS,
            self._tellings.known_by(),
            *self._records.standing(),
            *grouped,
            sides,
        ]
        rests += [query, meant]
        return hashlib.sha256(json.dumps(rests).encode()).hexdigest()[:32]

    def telling(self, pair: Pair, progress: Progress | None = None) -> Telling:
        """What the texts of both sides say; the first time they are all read: .8 ms each."""
        return self._tellings.of(pair, progress)

    def known_telling(self, pair: Pair) -> Telling | None:
        """The same if it was counted before; costs milliseconds."""
        return self._tellings.known(pair)

    def opened(
        self, ids: Sequence[str], sought: Sought | None = None, pair: Pair | None = None
    ) -> list[Opened]:
        """What stands behind a count of a pair: of these articles (full ids) the sentences that
        hold what was counted, or only their heads. Articles that are gone are left out; 1 ms
        each."""
        return self._tellings.opened(ids, sought, pair)

    def between(self, party: Party, first: str, last: str) -> list[str]:
        """All articles of a side (full ids) published on these days, the earliest first."""
        return [
            one.id
            for one in self._parties.articles(party.outlets, None)
            if one.published and first <= one.published <= last
        ]
