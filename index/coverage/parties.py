"""Which outlets there are, which of them a name means, and what the archive has of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from corpus.outlets import outlet_key, outlets_called
from corpus.text import fold
from index.connections import Connections
from index.coverage.result import Article, NoSuchOutlet, OutletRow, Party
from index.outlet_names import SPELT, OutletNames
from index.stories.room import Stories

NEAR = 60  # likeness, of 100, from which another spelling is offered
Groups = Mapping[str, Sequence[str]]


class Parties:
    """The outlets of one archive."""

    def __init__(
        self, connections: Connections, stories: Stories, ahead: Callable[[], frozenset[int]]
    ) -> None:
        self._ask, self._ahead = connections.rows, ahead
        self._stories = stories

    def outlets(self, meant: Sequence[int] | None = None) -> list[OutletRow]:
        """Every outlet, the largest first; articles without one stand at the end.

        `meant` are the numbers of the articles that are counted, None for all. Days ahead of their
        time are the last of no outlet that has others. Spellings of one
        outlet are one row, as `outlet:` finds them.
        """
        rows = self._ask(
            "SELECT outlet, COUNT(*), SUM(words), MIN(published), "
            "IFNULL(MAX(CASE WHEN seq NOT IN (SELECT value FROM json_each(?2)) THEN published "
            "END), MAX(published)), "
            "SUM(published IS NULL), SUM(agencies != '[]') FROM articles WHERE current "
            "AND (?1 IS NULL OR seq IN (SELECT value FROM json_each(?1))) "
            "GROUP BY outlet ORDER BY outlet IS NULL, COUNT(*) DESC, outlet",
            (None if meant is None else json.dumps(list(meant)), json.dumps(list(self._ahead()))),
        )
        return _joined([OutletRow(*row) for row in rows], OutletNames.of(self._stated()))

    def named(self, name: str, groups: Groups) -> Party:
        """The outlet or group with this name; NoSuchOutlet says what is spelt like it."""
        stated = self._stated()
        known = list(stated)
        wanted = " ".join(name.split())
        for group, outlets in groups.items():
            if fold(group) == fold(wanted):
                found = {one: _found(one, known) for one in outlets}
                there = tuple(dict.fromkeys(one for each in found.values() for one in each))
                if not there:
                    raise NoSuchOutlet(f"None of the outlets of “{group}” is in this archive.")
                missing = tuple(one for one in outlets if not found[one])
                return Party(group, there, missing, _counted(there, stated))
        if there := _found(wanted, known):
            named = next((one for one in there if fold(one) == fold(wanted)), there[0])
            return Party(named, there, (), _counted(there, stated))
        raise NoSuchOutlet(_unknown(wanted, [*groups, *known]))

    def _stated(self) -> dict[str, int]:
        """Every spelling with how many articles state it, the most frequent first."""
        return dict(self._ask(
            "SELECT outlet, COUNT(*) FROM articles WHERE current AND outlet IS NOT NULL "
            "GROUP BY outlet ORDER BY 2 DESC, 1"
        ))  # fmt: skip

    def articles(self, outlets: Iterable[str], meant: Iterable[int] | None) -> list[Article]:
        """The articles of these outlets, the earliest first, the undated last.

        `meant` are the numbers of those a query finds, None for all.
        """
        rows = self._ask(
            "SELECT seq, id, outlet, title, published, words, agencies, change, model "
            "FROM articles WHERE current AND outlet IN (SELECT value FROM json_each(?)) "
            "ORDER BY published IS NULL, published, seq",
            (json.dumps(list(outlets)),),
        )
        seqs = [row[0] for row in rows]
        stories = self._stories.story_of(seqs).tolist()
        origins = self._stories.origin_of(seqs).tolist()
        wanted = None if meant is None else frozenset(meant)
        return [
            Article(
                seq, full, outlet, title, published, words,
                () if agencies == "[]" else tuple(json.loads(agencies)),
                story, origin, change, model, wanted is None or seq in wanted,
            )
            for (seq, full, outlet, title, published, words, agencies, change, model),
                story, origin in zip(rows, stories, origins, strict=True)
        ]  # fmt: skip


def _joined(rows: Sequence[OutletRow], outlets: OutletNames) -> list[OutletRow]:
    """One row for all spellings of an outlet."""
    by_name: dict[str | None, list[OutletRow]] = {}
    for row in rows:
        by_name.setdefault(outlets.name(row.name) if row.name else None, []).append(row)
    joined = [OutletRow.together(name, those) for name, those in by_name.items()]
    return sorted(joined, key=lambda row: (row.name is None, -row.articles, row.name or ""))


def _counted(there: Sequence[str], stated: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The outlets of a side with how many articles state each, where there are several."""
    return tuple((one, stated[one]) for one in there) if len(there) > 1 else ()


def _found(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The outlets that a name means, as a query's `outlet:` has it: all spellings of one."""
    called = outlets_called(name, {outlet_key(one) for one in known})
    return tuple(one for one in known if outlet_key(one) in called)


def _unknown(name: str, known: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process

    spelt = {one: fold(one) for one in known} if len(name) >= SPELT else {}
    near = process.extract(fold(name), spelt, scorer=fuzz.WRatio, score_cutoff=NEAR, limit=3)
    offered = " or ".join(f"“{key}”" for _, _, key in near)
    meant = f"did you mean {offered}?" if near else "`broadsheet outlets` lists them."
    return f"There is no outlet “{name}” in this archive; {meant}"
