"""The stories of one archive: the one object through which they are asked about and decided.

Reading needs no permission to write. Articles that are not placed yet (an archive of an older
make, before a writer came by) count as stories of their own, and `coverage` says how many.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.errors import AmbiguousId, BroadsheetError, NoSuchArticle
from index.connections import Connections
from index.locking import NotWritable, WriterBusy
from index.records import Records

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.ledger.result import Ledger
    from index.columns import Columns
    from index.judgements import Judging
    from index.stories.deciding import StoryDeciding
    from index.stories.keeping import Grouping
    from index.stories.ledgers import Ledgers
    from index.stories.listing import Listing

AT_ONCE = 500  # changed articles that a writer places in passing; two batches of adding


class NoSuchStory(BroadsheetError):
    """An id that names no story."""

    exit_status = 1


@dataclass(frozen=True, slots=True)
class Places:
    """Where every article stands, as arrays that run parallel, sorted by the articles' numbers.

    `story` is the number of the founding article of its story, `origin` that of the article it
    is a copy of, or its own.
    """

    seqs: NDArray[np.int64]
    story: NDArray[np.int64]
    origin: NDArray[np.int64]


class Stories:
    """Questions about the stories of one archive, and deciding about them."""

    def __init__(
        self, connections: Connections, records: Records, judging: Callable[[], Judging]
    ) -> None:
        self._connections = connections
        self._ask = connections.rows
        self._records = records
        self._judging = judging
        self._columns: Columns | None = None
        self._grouping: Grouping | None = None
        self._places: tuple[tuple[str, str], Places] | None = None
        self._listing: Listing | None = None
        self._ledgers: Ledgers | None = None

    @property
    def columns(self) -> Columns:
        """Day and outlet of every article, as arrays."""
        from index.columns import Columns

        if self._columns is None:
            self._columns = Columns(self._connections, self._records)
        return self._columns

    # In step with the records

    def follow(self, limit: int = AT_ONCE) -> int:
        """Place changed articles, `limit` at most; how many. The lock must be held."""
        return self._keeping().follow(limit)

    def waiting(self) -> int:
        """How many articles are not placed yet."""
        return self._keeping().waiting()

    def outdated(self) -> bool:
        """Whether articles were grouped by older rules; `catch_up` groups them anew."""
        return self._keeping().outdated()

    def catch_up(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Place all that waits, a batch at a time, so that others may write in between.

        How many were placed; 0 at once for who may not write, or when somebody else writes.
        Many that wait are grouped from scratch, and all when the rules are newer. `progress`
        hears (placed, of how many).
        """
        waiting = done = self.waiting()
        outdated = self.outdated()
        if not waiting and not outdated:
            return 0
        try:
            if outdated or (waiting > self._records.count() // 2 and waiting > AT_ONCE):
                return self.regroup(progress)
            while waiting > 0:
                with self._connections.lock():
                    placed = self.follow()
                waiting -= placed
                if progress is not None:
                    progress(done - waiting, done)
                if not placed:
                    break
        except (NotWritable, WriterBusy):
            return 0
        return done

    def regroup(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Group all articles from scratch; what comes out does not depend on the order of adding.

        How many articles. `progress` hears (placed, of how many). Interrupted, nothing changes.
        """
        from index.stories.regrouping import regroup

        done = regroup(self._connections, self._records, progress)
        while self.waiting():  # what came in meanwhile
            with self._connections.lock():
                if not self.follow():
                    break
        return done

    # For lists: arrays in, arrays out

    def places(self) -> Places:
        """Where every placed article stands; loaded once for every change of the archive."""
        import numpy as np

        from index.stories.keeping import state

        grouped = state(self._records)
        if self._places is None or self._places[0] != grouped:
            rows = self._ask("SELECT seq, story, origin FROM placed ORDER BY seq")
            table = np.array(rows, dtype=np.int64).reshape(-1, 3)
            self._places = grouped, Places(*(np.ascontiguousarray(one) for one in table.T))
        return self._places[1]

    def story_of(self, seqs: Sequence[int] | NDArray[Any]) -> NDArray[np.int64]:
        """The story of each article, by numbers (`seq`) of articles: an array as long as `seqs`.

        A story's number is that of its founding article; an article that is not placed yet is a
        story of its own. Two articles are of one story exactly when their numbers here are equal.
        """
        return self._look_up(seqs, self.places().story)

    def origin_of(self, seqs: Sequence[int] | NDArray[Any]) -> NDArray[np.int64]:
        """The article that each is a copy of, or itself: an array as long as `seqs`.

        Folding copies means to keep one article of each number found here.
        """
        return self._look_up(seqs, self.places().origin)

    def members(self, stories: Iterable[int]) -> dict[int, list[int]]:
        """The articles of each of these stories (numbers as `story_of` gives them)."""
        import numpy as np

        places = self.places()
        asked = list(dict.fromkeys(int(story) for story in stories))
        wanted = np.isin(places.story, np.array(asked, dtype=np.int64))
        found: dict[int, list[int]] = {story: [] for story in asked}
        for seq, story in zip(places.seqs[wanted], places.story[wanted], strict=True):
            found[int(story)].append(int(seq))
        return {story: seqs or [story] for story, seqs in found.items()}

    def ids(self, stories: Iterable[int]) -> dict[int, str]:
        """The full id of each story: that of its founding article."""
        from index.stories.shelving import parts_of

        return {
            seq: full
            for part in parts_of({int(story) for story in stories})
            for seq, full in self._ask(
                "SELECT seq, id FROM articles WHERE seq IN (SELECT value FROM json_each(?))",
                (part,),
            )
        }

    def titles(self, stories: Iterable[int]) -> dict[int, str]:
        """What each story is called: as somebody named it, or by the title of the article in its
        middle."""
        from index.stories.titles import named_by_people, titles_of_middles

        found = titles_of_middles(self._ask, self.members(stories))
        return found | named_by_people(self._ask, found, self.story_of)

    def named(self, stories: Iterable[int]) -> dict[int, str]:
        """What people called those of these stories to which they gave a name."""
        from index.stories.titles import named_by_people

        return named_by_people(self._ask, dict.fromkeys(stories, ""), self.story_of)

    def resolve(self, prefix: str) -> int:
        """The story with this id, which may be an unambiguous beginning of it.

        The id of any article names the story that it is in, so ids of stories that were merged
        lead to their heirs; so do those of founding articles that were removed. NoSuchStory.
        """
        try:
            full = self._records.resolve(prefix)
        except AmbiguousId:
            raise
        except NoSuchArticle as error:
            start = prefix.strip().lower()
            heirs = self._ask(
                "SELECT heir FROM story_heirs WHERE id >= ? AND id < ? LIMIT 1",
                (start, start + "g"),
            )
            if not start or not heirs:
                raise NoSuchStory(
                    f"There is no story {prefix[:16]!r}; an article's id names the "
                    "story it is in, and `broadsheet stories` lists them."
                ) from error
            return int(self.story_of([heirs[0][0]])[0])
        (seq,) = self._ask(
            "SELECT MAX(now.seq) FROM articles AS old JOIN articles AS now USING (lineage) "
            "WHERE old.id = ? AND now.current",
            (full,),
        )[0]
        return int(self.story_of([seq])[0])

    def numbers(self, ids: Iterable[str]) -> list[int]:
        """The numbers (`seq`) of articles by their full ids; those that are gone are left out."""
        return sorted(self._records.seqs_of(ids))

    # Rooms beside

    def listing(self) -> Listing:
        """Stories as lists show them."""
        from index.stories.listing import Listing

        if self._listing is None:
            self._listing = Listing(self._connections, self._records, self)
        return self._listing

    def deciding(self) -> StoryDeciding:
        """Merging, splitting and naming stories."""
        from index.stories.deciding import StoryDeciding

        return StoryDeciding(self, self._judging())

    def ledger(self, story: int, wanted: Collection[str] = ()) -> Ledger:
        """Who reports what in a story; copies enter through the article they are copies of. Of a
        story of more than forty, the articles `wanted` (full ids) are compared rather than others.
        """
        return self.ledger_of(self.heads(story), wanted)

    def heads(self, story: int) -> list[str]:
        """The full ids of a story's articles without the copies."""
        seqs = self.members([story])[story]
        here = set(seqs)
        origins = zip(seqs, self.origin_of(seqs).tolist(), strict=True)
        own = [seq for seq, origin in origins if origin == seq or origin not in here]
        rows = self._ask(
            "SELECT id FROM articles WHERE seq IN (SELECT value FROM json_each(?)) "
            "ORDER BY COALESCE(published, '~'), seq",
            (json.dumps(own),),
        )
        return [full_id for (full_id,) in rows]

    def ledger_of(
        self,
        ids: Sequence[str],
        wanted: Collection[str] = (),
        progress: Callable[[int, int], None] | None = None,
    ) -> Ledger:
        """Who reports what among these articles (full ids), whatever story they are in. `progress`
        hears (steps done, of how many) where it has to be made."""
        return self._kept().of(ids, wanted, progress)

    def disputed(self, story: int) -> int:
        """How many facts the articles of a story may disagree about."""
        return self._kept().disputed(self.heads(story))

    def known_ledger(self, ids: Sequence[str], wanted: Collection[str] = ()) -> Ledger | None:
        """The ledger of these articles if it was made before; costs milliseconds."""
        return self._kept().known(ids, wanted)

    def _kept(self) -> Ledgers:
        from index.stories.ledgers import Ledgers

        if self._ledgers is None:
            self._ledgers = Ledgers(self._connections, self._records)
        return self._ledgers

    def _look_up(
        self, seqs: Sequence[int] | NDArray[Any], column: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        import numpy as np

        asked = np.asarray(seqs, dtype=np.int64)
        known = self.places().seqs
        if not len(known) or not len(asked):
            return asked.copy()
        at = np.minimum(known.searchsorted(asked), len(known) - 1)
        return np.where(known[at] == asked, column[at], asked)

    def _keeping(self) -> Grouping:
        from index.stories.keeping import Grouping

        if self._grouping is None:
            self._grouping = Grouping(self._connections, self._records)
        return self._grouping
