"""What people decided about one article as it stands now, and whether its text still has the place.

A decision about words that a newer version or reading has no more changes nothing and is not
lost: it is told, and holds again once the words return.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from index.answers import Standing
from index.judged import OF_NAMES, QUOTATION, SPEAKER, in_force

if TYPE_CHECKING:
    from corpus.article import Article
    from index.reports import Judgement


def standing(
    judgements: Iterable[Judgement], reading: Article, fitting_names: set[str] | None
) -> tuple[Standing, ...]:
    """The decisions that hold about an article, oldest first, one for each thing decided.

    `reading` is the article as it was read; `fitting_names` the ids of the decisions about names
    that fit it, None while its names are not read.
    """
    from index.judged_quotations import meant

    last: dict[tuple[str, str | None], Judgement] = {}
    for one in in_force(judgements):
        thing = (QUOTATION if one.field == SPEAKER else one.field), one.target
        last.pop(thing, None)
        last[thing] = one
    found = []
    for one in last.values():
        fits = True
        if one.field in (SPEAKER, QUOTATION):
            fits = meant(reading.quotations, one.target or "", one.field) is not None
        elif one.field in OF_NAMES:
            fits = fitting_names is None or one.id in fitting_names
        if one.value is not None or one.field not in (QUOTATION, "role", *OF_NAMES):
            found.append(Standing(one, fits))
    return tuple(found)
