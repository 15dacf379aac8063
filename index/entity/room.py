"""Entities of an archive: which a name means, all that is told of one, and the sentences behind.

A page rests on the articles whose names were read; how many wait for it is told with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import BroadsheetError
from index import same_names
from index.connections import Connections
from index.entity import counting, opening, wording
from index.entity.alike import joined
from index.entity.counting import Read, Sources
from index.entity.dossier import Dossier
from index.entity.dossiers import Dossiers, Progress
from index.entity.evidence import Evidence
from index.entity.finding import Finding
from index.entity.result import (
    ArticleRow,
    Candidate,
    EntityPage,
    Place,
    Places,
    Resting,
    Target,
    Titled,
)
from index.packing import pack_worked_out, unpack_worked_out
from index.private_cache import PrivateCache
from index.records import Records
from index.stories.keeping import state
from index.stories.room import Stories
from index.titled import Titles, why, written

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST = 60  # spellings, labels, others of a page that are listed
SAID = 200  # quotations that are listed
ROWS = 500  # articles that are listed
ALSO = 6  # other names with the same words
KEPT = 300  # pages; each takes some 20 KB
VERSION = "7"  # of what a page holds; grows so that nothing older is shown for new
PAGE = 60  # sentences behind a number that are read at a time


class Entities:
    """Questions about entities to one archive."""

    def __init__(
        self,
        connections: Connections,
        records: Records,
        stories: Stories,
        found: Callable[[str], list[int]],
    ) -> None:
        self._ask = connections.rows
        self._records = records
        self._stories = stories
        self._found = found
        self._titles = Titles(connections.rows, records, found)
        self._dossiers = Dossiers(connections, records, self._titles)
        self._recognised: tuple[tuple[int, str], NDArray[np.int64]] | None = None
        self._pages = PrivateCache("entity-pages", connections.folder, KEPT, records.last_removal)
        self.finding = Finding(connections.rows, records, self._titles)

    def unread(self, key: str) -> int:
        """How many articles have to be read before the page of an entity is there."""
        return 0 if self._kept(key) is not None else self._dossiers.unread(key)

    def page(
        self,
        key: str,
        query: str = "",
        progress: Progress | None = None,
        *,
        whole: bool = False,
    ) -> EntityPage:
        """All that is told of an entity; QueryError when the query cannot be read.

        The lists end where a person stops reading, unless they are wanted `whole`. What is told is
        kept until the archive changes, or what the query finds.
        """
        if whole:
            return self._counted(key, query, self._sought(query), progress, whole=True)
        removed, meant = self._records.last_removal(), self._sought(query)
        at = self._name(key, query, meant)  # as of before it is counted
        stored = self._pages.get(at, removed)
        kept = unpack_worked_out(stored, EntityPage) if stored else None
        if kept is not None:
            return kept
        page = self._counted(key, query, meant, progress, whole=False)
        self._pages.put(at, removed, pack_worked_out(page))
        return page

    def _kept(self, key: str) -> EntityPage | None:
        stored = self._pages.get(self._name(key), self._records.last_removal())
        return unpack_worked_out(stored, EntityPage) if stored else None

    def _name(self, key: str, query: str = "", meant: NDArray[np.int64] | None = None) -> str:
        """What a page is known by: whose it is, of which articles, and the state of all that it
        counts."""
        rests = [
            VERSION,
            key,
            *self._records.standing(),
            *state(self._records),
            query.strip(),
        ]
        digest = hashlib.sha256(json.dumps(rests).encode())
        digest.update(b"" if meant is None else b"of" + meant.tobytes())
        return digest.hexdigest()[:32]

    def _counted(
        self,
        key: str,
        query: str,
        meant: NDArray[np.int64] | None,
        progress: Progress | None,
        *,
        whole: bool,
    ) -> EntityPage:
        every = self._dossiers.of(key, progress)
        dossier, sources = self._meant(every, meant)
        read = self._read(meant)
        unit = counting.unit_of(sources.days)
        time = sources.time(unit)
        months = sources.time("month")
        when = counting.over_time(dossier, time, read, unit)
        spellings = counting.spelt(dossier)
        most, many, rows = (None, None, None) if whole else (MOST, SAID, ROWS)
        others, others_total = counting.company(dossier, most)

        def ids(places: set[int]) -> dict[int, str]:
            return {at: one.id for at, one in self._heads(dossier, sorted(places)).items()}

        said, said_total = wording.sayings(dossier, sources, many, ids, sure=True)
        unsure, unsure_total = wording.sayings(dossier, sources, many, ids, sure=False)
        labels, labels_total = wording.labels(dossier, sources, most)
        days = sources.days[sources.days > 0]
        name = same_names.name_of(self._ask, key)
        return EntityPage(
            key=key,
            name=name,
            type=key.partition(":")[0],
            query=query.strip(),
            articles=dossier.size,
            of=int(read.outlets.sum()),
            without_query=every.size,
            times=len(dossier.named),
            copies=int(sources.copies.sum()),
            undated=dossier.size - len(days),
            first=counting.day_text(int(days.min())) if len(days) else None,
            last=counting.day_text(int(days.max())) if len(days) else None,
            unit=unit,
            spellings=tuple(spellings[:most]),
            spellings_total=len(spellings),
            when=tuple(when),
            months=tuple(counting.over_time(dossier, months, read, "month")),
            outlets=tuple(counting.by_outlet(dossier, sources, read, time)),
            company=tuple(others),
            company_total=others_total,
            direct=wording.voice(dossier, direct=True),
            indirect=wording.voice(dossier, direct=False),
            said=tuple(said),
            said_total=said_total,
            unsure=tuple(unsure),
            unsure_total=unsure_total,
            labels=tuple(labels),
            labels_total=labels_total,
            rows=tuple(self._rows(dossier, sources, rows)),
            also=self._apart(key),
            resting=self._resting(name),
            titled=self._titled(key, dossier),
        )

    def places(
        self, key: str, query: str, target: Target, offset: int = 0, limit: int = PAGE
    ) -> Places:
        """The sentences behind a number of that page, from number `offset` on."""
        dossier, sources = self._asked(key, query)
        article = -1
        if target.section == "article" and target.value:
            numbers = self._records.seqs_of([target.value])
            held = [at for at, seq in enumerate(dossier.articles[:, 0]) if seq in numbers]
            article = held[0] if held else -2
        unit = counting.unit_of(sources.days)
        within, sentences = opening.places(target, dossier, sources, unit, article)
        asked = list(zip(within.tolist(), sentences.tolist(), strict=True))[offset:][:limit]
        heads = self._heads(dossier, sorted({at for at, _ in asked}))
        articles = self._records.articles_by_seq({head.seq for head in heads.values()})
        told = self._titles.counted_in(key)
        names = self._titles.joined(self._records.names_by_seq(articles), told)
        return Places(
            len(within),
            len(set(within.tolist())),
            tuple(
                opening.place(articles[seq], names.get(seq), sentence, key, target, Place(
                    heads[at].id, sources.outlet(int(sources.stated[at])),
                    counting.day_text(int(sources.days[at])), heads[at].title, -1, "", (),
                ))
                for at, sentence in asked
                if at in heads and (seq := heads[at].seq) in articles
            ),
        )  # fmt: skip

    def asked_places(self, key: str, query: str, target: str, offset: str) -> Places:
        """The same asked in plain texts, as another process does: `target` as a JSON pair."""
        section, value = json.loads(target)
        return self.places(key, query, Target(section, value), int(offset))

    def evidence(self, key: str, query: str) -> Evidence:
        """The articles behind every number of that page, by target: full ids, newest first."""
        dossier, sources = self._asked(key, query)
        heads = self._heads(dossier, range(dossier.size))
        ids = [heads[at].id if at in heads else "" for at in range(dossier.size)]
        return Evidence(dossier, sources, counting.unit_of(sources.days), ids)

    def naming(self, key: str) -> int:
        """How many articles name an entity whose page has to be counted; 0 when it is kept."""
        return 0 if self._kept(key) is not None else len(self._dossiers.articles(key))

    def _asked(self, key: str, query: str) -> tuple[Dossier, Sources]:
        """The part of a dossier that is meant, and what columns say of its articles."""
        meant = self._sought(query)
        return self._meant(self._dossiers.of(key), meant)

    def _sought(self, query: str) -> NDArray[np.int64] | None:
        """The articles that a query finds; None where none is asked."""
        import numpy as np

        return np.array(self._found(query), dtype=np.int64) if query.strip() else None

    def _meant(self, dossier: Dossier, meant: NDArray[np.int64] | None) -> tuple[Dossier, Sources]:
        """The part of a dossier that a query finds, and what columns say of its articles."""
        import numpy as np

        dossier = joined(dossier, self._articles_of, self._bearing)
        table, seqs = self._stories.columns.table(), dossier.articles[:, 0]
        kept = table.places(seqs) >= 0  # without those that were removed just now
        if meant is not None:
            kept &= np.isin(seqs, meant)
        dossier = dossier.among(kept)
        seqs = dossier.articles[:, 0]
        at = table.places(seqs)
        copies = self._stories.origin_of(seqs) != seqs
        stated = table.outlets[at]
        as_one = counting.as_one(table)[stated]
        return dossier, Sources(table.days[at], as_one, stated, copies, table.names)

    def _articles_of(self, keys: Iterable[str]) -> dict[str, int]:
        asked = json.dumps(sorted(set(keys)))
        return dict(self._ask(
            "SELECT key, COUNT(*) FROM mentions WHERE key IN (SELECT value FROM json_each(?)) "
            "GROUP BY key", (asked,),
        ))  # fmt: skip

    def _bearing(self, surname: str) -> list[str]:
        return self._records.keys_holding("person", surname)

    def _read(self, meant: NDArray[np.int64] | None) -> Read:
        """How many articles meant had their names read."""
        import numpy as np

        table = self._stories.columns.table()
        standing = self._records.standing()
        if self._recognised is None or self._recognised[0] != standing:
            rows = self._ask("SELECT seq FROM articles WHERE current AND model IS NOT NULL")
            self._recognised = standing, np.fromiter(chain.from_iterable(rows), np.int64, len(rows))
        seqs = self._recognised[1]
        if meant is not None:
            seqs = seqs[np.isin(seqs, meant)]
        places = table.places(seqs)
        return Read.of(table, places[places >= 0])

    def _rows(self, dossier: Dossier, sources: Sources, most: int | None) -> list[ArticleRow]:
        """The articles, newest first, at most so many."""
        import numpy as np

        often = np.bincount(dossier.named[:, 0], minlength=dossier.size)
        first = dossier.named[dossier.first_named(), 1]
        shown = counting.newest(sources.days, dossier.articles[:, 0])[:most]
        heads = self._heads(dossier, shown)
        return [
            ArticleRow(
                heads[at].id, sources.outlet(int(sources.stated[at])),
                counting.day_text(int(sources.days[at])), heads[at].title, int(often[at]),
                int(first[at]), bool(sources.copies[at]),
            )
            for at in shown
            if at in heads
        ]  # fmt: skip

    def _heads(self, dossier: Dossier, places: Sequence[int]) -> dict[int, _Head]:
        """Number, full id and title of articles by their places in a dossier."""
        numbers = {int(dossier.articles[at, 0]): at for at in places}
        rows = self._ask(
            "SELECT seq, id, title FROM articles WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return {numbers[seq]: _Head(seq, full, title) for seq, full, title in rows}

    def _apart(self, key: str) -> tuple[Candidate, ...]:
        """Other names with the same words that are not counted in."""
        counted = {one.alone for one in self._titles.counted_in(key)}
        also = self.finding.also(key, ALSO + len(counted))
        return tuple(one for one in also if one.key not in counted)[:ALSO]

    def _titled(self, key: str, dossier: Dossier) -> Titled | None:
        told = self._titles.of(key) or self._titles.alone(key)
        if told is None:
            other = self._titles.with_plain(key) if key.count(" ") > 1 else None
            if other is None:
                return None
            initialled = same_names.name_of(self._ask, key)
            meant = len(dossier.articles)
            return Titled(key, initialled, other.key, other.name, (), other.why, meant, 0)
        here = told.seqs & set(dossier.articles[:, 0].tolist())
        surname = same_names.name_of(self._ask, told.alone)
        titles = tuple(written(title) for title, _, _ in told.titles)
        return Titled(
            told.alone, surname, told.key, told.name, titles, why(told), len(here), told.left
        )

    def _resting(self, name: str) -> Resting:
        coverage = self._records.coverage()
        worded = 0
        if coverage.recognised < coverage.articles:
            worded = len(self._worded(name))
        return Resting(
            coverage.articles, coverage.recognised, tuple(self._records.models()), worded
        )

    def _worded(self, name: str) -> list[Any]:
        """The articles without names that hold the words of a name."""
        try:
            found = self._found('"' + name.replace('"', " ") + '"')
        except BroadsheetError:
            return []
        return self._ask(
            "SELECT seq FROM articles WHERE current AND model IS NULL "
            "AND seq IN (SELECT value FROM json_each(?))",
            (json.dumps(found),),
        )


class _Head(NamedTuple):
    """What an article is called."""

    seq: int
    id: str
    title: str
