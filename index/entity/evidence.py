"""The articles behind all numbers of an entity's page at once, found in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from corpus.text import fold
from index.answers import Unit
from index.entity.counting import Sources
from index.entity.dossier import Dossier, Entry
from index.entity.result import Target
from index.facets import stretch


class Evidence:
    """Full ids of articles by what they count for, the newest first."""

    def __init__(
        self, entries: Iterable[Entry], dossier: Dossier, sources: Sources, unit: Unit
    ) -> None:
        self._ids: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        newest = sorted(
            entries, key=lambda e: (sources[e.seq].published or "", e.seq), reverse=True
        )
        for entry in newest:
            source = sources[entry.seq]
            days = {"when": unit, "month": "month"} if source.published else {}
            found = {("outlet", source.outlet or ""), ("article", source.id), *_told(entry)}
            for section, by in days.items():
                day = date.fromisoformat(str(source.published)[:10])
                found.add((section, stretch(day, by)))
            found |= {("with", dossier.beside[number][0]) for number in entry.others}
            for one in found:
                self._ids[one].append(source.id)

    def of(self, target: Target) -> list[str]:
        """The articles of a target."""
        value = fold(target.value) if target.section == "label" else target.value
        return self._ids.get((target.section, value), [])


def _told(entry: Entry) -> Iterator[tuple[str, str]]:
    for named in entry.named:
        yield "spelling", named.spelling
        yield "label", fold(f"form:{named.form}")
    if entry.role:
        yield "label", fold(f"role:{entry.role}")
    for said in entry.said:
        yield "said", "indirect" if said.kind == "indirect" else "direct"
