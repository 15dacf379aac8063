"""Strengths of earthquakes: a number behind "magnitude" or "a quake measuring" comes in, a measure
goes out. Such a number counts no quakes; "a 6.3-magnitude quake" is read with the units.
"""

from __future__ import annotations

import re

from corpus.article import Figure
from corpus.figures.about import following
from corpus.figures.numbers import Number
from corpus.figures.place import UNIT
from corpus.figures.units import Units

_QUAKES = r"(?:[Ee]arth)?[Qq]uakes?|[Tt]remors?|[Tt]emblors?|[Aa]ftershocks?"
_STRENGTH = re.compile(
    rf"(?:\b[Mm]agnitude(?:[ -‑]|(?: of| was| at)(?: about| around| at least)? )|"
    rf"\b(?P<np>{_QUAKES})(?:,? (?:that|which))?,? (?:was )?measur(?:ing|ed)(?: at)?"
    r"(?: about| around)? )$"
)
_QUAKE = re.compile(rf" (?:{_QUAKES})\b")
_STRONGEST = 10  # the scale has no end, but no quake was stronger
_LOOK = 60  # characters before a number


class Quakes(Units):
    """Reads the strengths of one text's earthquakes."""

    def _strength(self, number: Number) -> tuple[Figure, int] | None:
        text, at = self.text, number.start
        if number.value is None or number.value >= _STRONGEST or number.scaled or number.spelled:
            return None
        found = _STRENGTH.search(text, max(0, at - _LOOK), at)
        if found is None or UNIT.match(text, number.end) is not None:
            return None
        about = found["np"]
        if about is None and _QUAKE.match(text, number.end) is not None:
            about = following(text, number.end, single=True)
        figure = self._figure(at, number.end, number, None, "measure", "magnitude", about)
        return figure, number.end
