"""Days that are told from another day: within quotation marks "today" is when it was said, and a
caption may be of an old picture.

Figures and quotations of one article come in; the figures go out, those whose day hangs on when
words were spoken or a picture was taken no longer said to be sure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import replace

from corpus.article import Figure, Quotation
from corpus.words import MONTHS

_MONTH = re.compile(
    rf"^(?:(?:early|mid|late|last|next|this)[ -])?(?:{'|'.join(MONTHS)})$", re.IGNORECASE
)
_OF_THE_DAY = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week|month))\b",
    re.IGNORECASE,
)


def doubted(
    found: Iterable[Figure], spoken: Iterable[Quotation], captions: Container[int] = ()
) -> tuple[Figure, ...]:
    """The figures; a day or month that quoted words tell by the day of their saying is not sure,
    nor is a month without a year in one of the paragraphs that are captions."""
    spans: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for quotation in spoken:
        if quotation.kind != "indirect":
            place = (quotation.within, quotation.paragraph)
            spans[place].append((quotation.start, quotation.end))

    def is_open(one: Figure) -> bool:
        month = _MONTH.search(one.text) is not None
        if month and one.within == "body" and one.paragraph in captions:
            return True
        here = spans.get((one.within, one.paragraph), ())
        told = month or _OF_THE_DAY.search(one.text) is not None
        return told and any(a <= one.start < b for a, b in here)

    return tuple(
        replace(one, sure=False) if one.kind == "date" and one.sure and is_open(one) else one
        for one in found
    )
