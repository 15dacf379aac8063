"""The articles behind the numbers of an entity's page."""

from __future__ import annotations

from collections.abc import Sequence

from index.answers import Unit
from index.entity.counting import Sources
from index.entity.dossier import Dossier
from index.entity.opening import places
from index.entity.result import Target


class Evidence:
    """Full ids of articles by what they count for, the newest first; `ids` are those of the
    dossier's articles."""

    def __init__(self, dossier: Dossier, sources: Sources, unit: Unit, ids: Sequence[str]) -> None:
        self._dossier, self._sources, self._unit, self._ids = dossier, sources, unit, ids

    def of(self, target: Target) -> list[str]:
        """The articles of a target."""
        if target.section == "article" and target.value:
            return [one for one in self._ids if one == target.value]
        within, _ = places(target, self._dossier, self._sources, self._unit)
        return [self._ids[at] for at in dict.fromkeys(within.tolist())]
