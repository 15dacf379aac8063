"""Days that are told from another day: within quotation marks "today" is when it was said, a
caption may be of an old picture or a newer one than the article, and of "tonight" and "last night"
in one text one was written on another day.

Figures and quotations of one article come in; the figures go out, those whose day hangs on when
words were spoken or a picture was taken no longer said to be sure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.article import Figure, Quotation
from corpus.figures import dates
from corpus.figures.words import WEEKDAYS
from corpus.words import MONTHS

_MONTH = re.compile(
    rf"^(?:(?:early|mid|late|last|next|this)[ -])?(?:{'|'.join(MONTHS)})$", re.IGNORECASE
)
_OF_THE_DAY = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|last night|"
    r"this (?:morning|afternoon|evening|week|month))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b|[’']\d\d\b")
_WEEKDAY = re.compile("|".join(WEEKDAYS))
_NIGHTS = ({"tonight"}, {"last night"})


def doubted(
    found: Iterable[Figure],
    spoken: Iterable[Quotation],
    captions: Container[int] = (),
    published: str | None = None,
) -> tuple[Figure, ...]:
    """The figures; a day or month that quoted words tell by the day of their saying is not sure,
    nor is a date without a year in one of the paragraphs that are captions, unless its weekday
    tells it."""
    spans: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for quotation in spoken:
        if quotation.kind != "indirect":
            place = (quotation.within, quotation.paragraph)
            spans[place].append((quotation.start, quotation.end))
    found = tuple(found)
    own = {one.text.lower() for one in found if not _quoted(one, spans)}
    both = all(night & own for night in _NIGHTS)

    def is_open(one: Figure) -> bool:
        if one.within == "body" and one.paragraph in captions and _under(one, published):
            return True
        if both and one.text.lower() in ("tonight", "last night"):
            return True
        return _told_by_day(one) and _quoted(one, spans)

    return tuple(
        replace(one, sure=False) if one.kind == "date" and one.sure and is_open(one) else one
        for one in found
    )


def _quoted(one: Figure, spans: Mapping[tuple[str, int], Sequence[tuple[int, int]]]) -> bool:
    return any(a <= one.start < b for a, b in spans.get((one.within, one.paragraph), ()))


def _told_by_day(one: Figure) -> bool:
    """Whether a date means another one on another day of saying it."""
    text = one.text
    if _OF_THE_DAY.search(text) is not None or _MONTH.search(text) is not None:
        return True
    return _WEEKDAY.search(text) is not None and not any(sign.isdigit() for sign in text)


def _under(one: Figure, published: str | None) -> bool:
    """Whether a date under a picture is open: it has no year, and is neither a weekday of those
    before nor a day that falls on the weekday told."""
    if _YEAR.search(one.text) is not None:
        return False
    weekday = _WEEKDAY.search(one.text)
    if weekday is None or published is None or one.iso is None or one.unit != "day":
        return True
    if any(sign.isdigit() for sign in one.text):
        told = dates.day_of(one.iso)
        return told is None or told.weekday() != WEEKDAYS[weekday[0]]
    return one.iso > published[:10]
