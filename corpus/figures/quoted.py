"""Days that somebody else tells: within quotation marks "today" is the day on which it was said.

Figures and quotations of one article come in; the figures go out, those whose day hangs on when
the quoted words were spoken no longer said to be sure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from corpus.article import Figure, Quotation
from corpus.words import MONTHS

_OF_THE_DAY = re.compile(
    rf"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week|month))\b|"
    rf"^(?:(?:early|mid|late|last|next|this)[ -])?(?:{'|'.join(MONTHS)})$",
    re.IGNORECASE,
)


def doubted(found: Iterable[Figure], spoken: Iterable[Quotation]) -> tuple[Figure, ...]:
    """The figures; a day or month that quoted words tell by the day of their saying is not sure."""
    spans: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for quotation in spoken:
        if quotation.kind != "indirect":
            place = (quotation.within, quotation.paragraph)
            spans[place].append((quotation.start, quotation.end))
    return tuple(
        replace(one, sure=False)
        if one.kind == "date"
        and one.sure
        and any(a <= one.start < b for a, b in spans.get((one.within, one.paragraph), ()))
        and _OF_THE_DAY.search(one.text) is not None
        else one
        for one in found
    )
