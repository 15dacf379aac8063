"""Signs that no word has, so that they cannot be searched: currencies, per cent, `+`, `#`, `@`.

A word or phrase goes in, the same without them and what to say of it come out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from index.query.numbers import read_numbers
from index.query.tree import QueryError

_ANYWHERE = re.compile(r"[$€£¥₹₽₩₪₺₴¢%‰]")
_AROUND = frozenset("+#@")
_TIMES = frozenset(("thousand", "million", "billion", "trillion", "percent"))


class Piece(Protocol):
    """A piece of a query with its text."""

    @property
    def text(self) -> str:
        """What stands there."""
        ...


def without_signs(text: str) -> str:
    """A word or phrase without the signs of currencies and per cent.

    >>> without_signs("20%"), without_signs("US$20 a barrel"), without_signs("C++")
    ('20', 'US 20 a barrel', 'C++')
    """
    return " ".join(_ANYWHERE.sub(" ", text).split()) if _ANYWHERE.search(text) else text


def unsearched(written: str, word: str, after: Sequence[Piece] = ()) -> list[str]:
    """What to say of signs in what was written that the word looked for is without.

    `after` is what follows, where it may belong to a figure: `$1 million`.

    >>> unsearched("20%", "20")
    ['20% was looked for as 20: signs are not searched; number:20% finds the figure']
    """
    if not _ANYWHERE.search(written) and not _AROUND & set(written.replace(word, "", 1)):
        return []
    said = f"{written} was looked for as {without_signs(word)}: signs are not searched"
    figure = _figure(written, after)
    return [f"{said}; number:{figure} finds the figure" if figure else said]


def _figure(written: str, after: Sequence[Piece]) -> str:
    """The value of `number:` that a figure with its sign is; empty where it is none."""
    found = written.rstrip(".,;:!?")
    if after and after[0].text.lower() in _TIMES:
        found = f"{found} {after[0].text}"
    try:
        read_numbers(found)
    except QueryError:
        return ""
    return found if _ANYWHERE.search(found) else ""
