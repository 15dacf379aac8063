"""Figures as keys of the index: their order as text is their order as numbers.

Every value is filed twice, exactly and under its power of two, so that an open range takes a
few dozen keys and not one for every number of the archive.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from index.query.tree import Numbers

if TYPE_CHECKING:
    from corpus.article import Article

_KINDS = {"money": "$", "percent": "%"}
_OTHER = "n"
_COARSE = 3  # hex digits: sign and exponent


def number_keys(article: Article) -> list[str]:
    """The keys of an article's figures; days are no figures here."""
    found: dict[str, None] = {}
    for figure in article.figures:
        if figure.kind == "date":
            continue
        kind = _KINDS.get(figure.kind, _OTHER)
        for value in {figure.value, figure.low, figure.high} - {None}:
            digits = _digits(float(value or 0.0))
            found["e" + kind + digits] = None
            found["b" + kind + digits[:_COARSE]] = None
    return list(found)


def chosen_keys(numbers: Numbers, begun: Callable[[bytes], Iterable[bytes]]) -> Iterator[bytes]:
    """The keys of the figures meant; `begun` lists the keys of the index that begin so."""
    kinds = {"": "$%" + _OTHER, "%": "%"}.get(numbers.unit, "$")
    low = "" if numbers.low is None else _digits(numbers.low)
    high = "g" if numbers.high is None else _digits(numbers.high)
    edges = {side[:_COARSE] for side in (low, high) if len(side) > 1}
    for kind in kinds:
        for key in begun(f"b{kind}".encode()):
            if low[:_COARSE] < key[2:].decode() < high[:_COARSE]:
                yield key
        for edge in sorted(edges):
            for key in begun(f"e{kind}{edge}".encode()):
                digits = key[2:].decode()
                if (
                    low <= digits <= high
                    and not (numbers.above and digits == low)
                    and not (numbers.below and digits == high)
                ):
                    yield key


def _digits(value: float) -> str:
    """A number as hex digits that sort as numbers do."""
    bits = int.from_bytes(struct.pack(">d", value + 0.0), "big")
    bits = bits ^ 0xFFFFFFFFFFFFFFFF if bits >> 63 else bits | 1 << 63
    digits = f"{bits:016x}"
    return digits[:_COARSE] + digits[_COARSE:].rstrip("0")
