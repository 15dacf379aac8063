"""What people decided about one article as it stands now, and whether its text still has the place.

A decision about words that a newer version or reading has no more changes nothing and is not
lost: it is told, and holds again once the words return.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from index.answers import Standing
from index.judged import (
    FIGURE,
    NAME_PART,
    OF_FIGURES,
    OF_NAMES,
    OF_QUOTATIONS,
    QUOTATION,
    in_force,
    outlet_aliases,
)
from index.reports import Judgement

if TYPE_CHECKING:
    from corpus.article import Article

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]

_WHOLE = dict.fromkeys(OF_QUOTATIONS, QUOTATION) | dict.fromkeys(OF_FIGURES, FIGURE)
"""Which decision about a place ends all others about it, and is ended by them."""

_AS_READ = (QUOTATION, FIGURE, "role", *OF_NAMES)  # without a value: as it was read


def about_article(
    ask: Ask, article: Article, stored: bytes | None, fitting: Collection[str]
) -> tuple[Standing, ...]:
    """What people decided about an article, as judged and with its names as stored; `fitting` are
    the targets of quotations and figures that its text has."""
    rows = ask("SELECT * FROM judgements WHERE article = ?", (article.id,))
    if not rows:
        return ()
    from index import packing, same_names

    of_names = None
    if stored is not None:
        names = packing.unpack_names(stored)
        of_names = same_names.fitting_by_hand(ask, names, article)
    return standing((Judgement(*row) for row in rows), fitting, of_names)


def numbers_about(ask: Ask, ids: Sequence[str]) -> dict[str, int]:
    """How many decisions hold about each of these articles (full ids) that has any."""
    rows = ids and ask(
        "SELECT * FROM judgements WHERE article IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    about: dict[str, list[Judgement]] = {}
    for one in (Judgement(*row) for row in rows):
        about.setdefault(one.article, []).append(one)
    counts = {one: len(standing(about.get(one, ()), (), None)) for one in ids}
    return {one: count for one, count in counts.items() if count}


def number_holding(judgements: Sequence[Judgement]) -> int:
    """How many decisions hold of all that were ever made: one that was taken back, that a later one
    replaced, or that says "as it was read" counts no more, and taking back is none."""
    from index.decided_names import decided

    about: dict[str, list[Judgement]] = {}
    for one in judgements:
        about.setdefault(one.article, []).append(one)
    everywhere = about.pop("", [])
    names = decided(everywhere)
    of_all = len(outlet_aliases(everywhere)) + len(names.merges) + len(names.partings)
    return of_all + sum(len(standing(one, (), None)) for one in about.values())


def standing(
    judgements: Iterable[Judgement], fitting: Collection[str], fitting_names: set[str] | None
) -> tuple[Standing, ...]:
    """The decisions that hold about an article, oldest first, one for each thing decided.

    `fitting` are the targets of quotations and figures that its text has, `fitting_names` the ids
    of the decisions about names that have an effect, None while its names are not read.
    """
    last: dict[tuple[str, str | None], Judgement] = {}
    for one in in_force(judgements):
        about = one.field, one.target
        if one.field == NAME_PART:  # each spelling by itself
            about = one.field, f"{one.target}\n{one.value}"
        last.pop(about, None)
        whole = _WHOLE.get(one.field)
        if one.field == whole:
            last = {(f, t): j for (f, t), j in last.items()
                    if (_WHOLE.get(f), t) != (whole, one.target)}  # fmt: skip
        elif whole:
            last.pop((whole, one.target), None)
        last[about] = one
    found = []
    for one in last.values():
        fits = True
        if one.field in _WHOLE:
            fits = one.target in fitting
        elif one.field in (*OF_NAMES, NAME_PART):
            fits = fitting_names is None or one.id in fitting_names
        if one.value is not None or one.field not in _AS_READ:
            found.append(Standing(one, fits))
    return tuple(found)
