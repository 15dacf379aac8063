"""Entities of an archive: which a name means, all that is told of one, and the sentences behind.

A page rests on the articles whose names were read; how many wait for it is told with it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from corpus.errors import BroadsheetError
from index import same_names
from index.answers import Unit
from index.connections import Connections
from index.entity import counting, opening
from index.entity.counting import Source
from index.entity.dossier import Dossier, Dossiers, Entry, Progress
from index.entity.evidence import Evidence
from index.entity.finding import Finding
from index.entity.result import ArticleRow, EntityPage, Places, Resting, Target
from index.facets import unit_for
from index.packing import pack_worked_out, unpack_worked_out
from index.private_cache import PrivateCache
from index.records import Records
from index.stories.keeping import GROUPED
from index.stories.room import Stories

MOST = 60  # spellings, labels, others of a page that are listed
SAID = 200  # quotations that are listed
ROWS = 500  # articles that are listed
ALSO = 6  # other names with the same words
DAYS = 14  # that are told one by one; a longer time is told in weeks, months or years
KEPT = 300  # pages; each takes some 20 KB
VERSION = "2"  # of what a page holds; grows so that nothing older is shown for new
PAGE = 100  # sentences behind a number that are read at a time


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
        self._dossiers = Dossiers(connections, records)
        self._pages = PrivateCache("entity-pages", connections.folder, KEPT)
        self.finding = Finding(connections.rows, records)

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

        The lists end where a person stops reading, unless they are wanted `whole`. What is told
        without a query is kept until the archive changes.
        """
        kept = None if query.strip() or whole else self._kept(key)
        if kept is not None:
            return kept
        at, removed = self._name(key), self._records.last_removal()  # as of before it is counted
        page = self._counted(key, query, progress, whole=whole)
        if not query.strip() and not whole:
            self._pages.put(at, removed, pack_worked_out(page))
        return page

    def _kept(self, key: str) -> EntityPage | None:
        stored = self._pages.get(self._name(key), self._records.last_removal())
        return unpack_worked_out(stored, EntityPage) if stored else None

    def _name(self, key: str) -> str:
        """What a page is known by: whose it is, and the state of all that it counts."""
        rests = [VERSION, key, self._records.change(), self._records.meta(GROUPED)]
        return hashlib.sha256(json.dumps(rests).encode()).hexdigest()[:32]

    def _counted(
        self, key: str, query: str, progress: Progress | None, *, whole: bool
    ) -> EntityPage:
        dossier = self._dossiers.of(key, progress)
        meant = frozenset(self._found(query)) if query.strip() else None
        entries, sources = self._meant(dossier, meant)
        days, outlets = self._read(meant)
        unit = _unit(entries, sources)
        when = counting.over_time(entries, sources, days, unit)
        spellings = counting.spelt(entries, dict(dossier.why))
        most, many, rows = (None, None, None) if whole else (MOST, SAID, ROWS)
        others, others_total = counting.company(entries, dossier, most)
        said = counting.sayings(entries, sources)
        name = same_names.name_of(self._ask, key)
        labels = counting.labels(entries, sources)
        dated = sorted(day for e in entries if (day := sources[e.seq].published))
        return EntityPage(
            key=key,
            name=name,
            type=key.partition(":")[0],
            query=query.strip(),
            articles=len(entries),
            of=sum(outlets.values()),
            without_query=len(dossier.entries),
            times=sum(len(entry.named) for entry in entries),
            copies=sum(sources[entry.seq].copy for entry in entries),
            undated=len(entries) - len(dated),
            first=dated[0] if dated else None,
            last=dated[-1] if dated else None,
            unit=unit,
            spellings=tuple(spellings[:most]),
            spellings_total=len(spellings),
            when=tuple(when),
            months=tuple(counting.over_time(entries, sources, days, "month")),
            outlets=tuple(counting.by_outlet(entries, sources, outlets, when, unit)),
            company=tuple(others),
            company_total=others_total,
            direct=counting.voice(entries, direct=True),
            indirect=counting.voice(entries, direct=False),
            said=tuple(said[:many]),
            said_total=len(said),
            labels=tuple(labels[:most]),
            labels_total=len(labels),
            rows=tuple(self._rows(entries, sources)[:rows]),
            also=tuple(self.finding.also(key, ALSO)),
            resting=self._resting(name),
        )

    def places(
        self, key: str, query: str, target: Target, offset: int = 0, limit: int = PAGE
    ) -> Places:
        """The sentences behind a number of that page, from number `offset` on."""
        entries, sources, dossier = self._asked(key, query)
        unit = _unit(entries, sources)
        found = opening.places(target, entries, dossier, sources, unit)
        asked = found[offset : offset + limit]
        articles = self._records.articles_by_seq({seq for seq, _ in asked})
        names = self._records.names_by_seq(articles)
        return Places(
            len(found),
            len({seq for seq, _ in found}),
            tuple(
                opening.place(articles[seq], names.get(seq), n, key, target, sources[seq])
                for seq, n in asked
                if seq in articles
            ),
        )

    def asked_places(self, key: str, query: str, target: str, offset: str) -> Places:
        """The same asked in plain texts, as another process does: `target` as a JSON pair."""
        section, value = json.loads(target)
        return self.places(key, query, Target(section, value), int(offset))

    def evidence(self, key: str, query: str) -> Evidence:
        """The articles behind every number of that page, by target: full ids, newest first."""
        entries, sources, dossier = self._asked(key, query)
        return Evidence(entries, dossier, sources, _unit(entries, sources))

    def naming(self, key: str) -> int:
        """How many articles name an entity whose page has to be counted; 0 when it is kept."""
        return 0 if self._kept(key) is not None else len(self._dossiers.articles(key))

    def _asked(self, key: str, query: str) -> tuple[list[Entry], dict[int, Source], Dossier]:
        """The entries meant, what columns say of their articles, and the dossier they are of."""
        dossier = self._dossiers.of(key)
        meant = frozenset(self._found(query)) if query.strip() else None
        return *self._meant(dossier, meant), dossier

    def _meant(
        self, dossier: Dossier, meant: frozenset[int] | None
    ) -> tuple[list[Entry], dict[int, Source]]:
        """The entries that a query finds, and what columns say of their articles."""
        asked = [one.seq for one in dossier.entries if meant is None or one.seq in meant]
        rows = self._ask(
            "SELECT seq, id, outlet, published, title FROM articles "
            "WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq",
            (json.dumps(asked),),
        )
        seqs = [row[0] for row in rows]  # without those that were removed just now
        origins = dict(zip(seqs, self._stories.origin_of(seqs).tolist(), strict=True))
        sources = {
            row[0]: Source(row[1], row[2], row[3], row[4], origins[row[0]] != row[0])
            for row in rows
        }
        return [one for one in dossier.entries if one.seq in sources], sources

    def _read(self, meant: frozenset[int] | None) -> tuple[Counter[str], Counter[str | None]]:
        """How many articles meant had their names read, by day ("" for none) and by outlet."""
        rows = self._ask(
            "SELECT outlet, published, COUNT(*) FROM articles WHERE current "
            "AND model IS NOT NULL AND (?1 IS NULL OR seq IN (SELECT value FROM json_each(?1))) "
            "GROUP BY outlet, published",
            (None if meant is None else json.dumps(sorted(meant)),),
        )
        days: Counter[str] = Counter()
        outlets: Counter[str | None] = Counter()
        for outlet, day, number in rows:
            days[day or ""] += number
            outlets[outlet] += number
        return days, outlets

    def _rows(self, entries: Sequence[Entry], sources: dict[int, Source]) -> list[ArticleRow]:
        rows = [
            ArticleRow(s.id, s.outlet, s.published, s.title, len(e.named), e.named[0].sentence,
                       s.copy)
            for e in entries
            for s in (sources[e.seq],)
        ]  # fmt: skip
        return sorted(rows, key=lambda one: one.published or "", reverse=True)

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


def _unit(entries: Sequence[Entry], sources: dict[int, Source]) -> Unit:
    days = [day for entry in entries if (day := sources[entry.seq].published)]
    if not days:
        return "month"
    return unit_for(date.fromisoformat(min(days)[:10]), date.fromisoformat(max(days)[:10]), DAYS)
