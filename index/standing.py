"""What people decided about one article as it stands now, and whether its text still has the place.

A decision about words that a newer version or reading has no more changes nothing and is not
lost: it is told, and holds again once the words return.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from index.answers import Standing
from index.judged import FIGURE, OF_FIGURES, OF_NAMES, OF_QUOTATIONS, QUOTATION, in_force

if TYPE_CHECKING:
    from index.reports import Judgement

_WHOLE = dict.fromkeys(OF_QUOTATIONS, QUOTATION) | dict.fromkeys(OF_FIGURES, FIGURE)
"""Which decision about a place ends all others about it, and is ended by them."""

_AS_READ = (QUOTATION, FIGURE, "role", *OF_NAMES)  # without a value: as it was read


def standing(
    judgements: Iterable[Judgement], fitting: Collection[str], fitting_names: set[str] | None
) -> tuple[Standing, ...]:
    """The decisions that hold about an article, oldest first, one for each thing decided.

    `fitting` are the targets of quotations and figures that its text has, `fitting_names` the ids
    of the decisions about names that fit it, None while its names are not read.
    """
    last: dict[tuple[str, str | None], Judgement] = {}
    for one in in_force(judgements):
        last.pop((one.field, one.target), None)
        whole = _WHOLE.get(one.field)
        if one.field == whole:
            last = {(f, t): j for (f, t), j in last.items()
                    if (_WHOLE.get(f), t) != (whole, one.target)}  # fmt: skip
        elif whole:
            last.pop((whole, one.target), None)
        last[one.field, one.target] = one
    found = []
    for one in last.values():
        fits = True
        if one.field in _WHOLE:
            fits = one.target in fitting
        elif one.field in OF_NAMES:
            fits = fitting_names is None or one.id in fitting_names
        if one.value is not None or one.field not in _AS_READ:
            found.append(Standing(one, fits))
    return tuple(found)
