"""The state of an archive as one number that does not depend on the order of its making.

Every original, every reading's version, every judgement is hashed, and the hashes are added
up modulo 2**256: adding and taking away cost one addition each, and two archives with the
same content have the same state however they came by it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

_MODULUS = 1 << 256


def item(kind: str, *parts: str | None) -> int:
    """The number that stands for one thing the archive holds."""
    digest = hashlib.sha256(kind.encode())
    for part in parts:
        data = b"-" if part is None else b"+" + part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return int.from_bytes(digest.digest(), "big")


class Digest:
    """A sum of items that things are added to and taken from."""

    __slots__ = ("_sum",)

    def __init__(self, text: str = "") -> None:
        self._sum = int(text, 16) if text else 0

    def add(self, items: Iterable[int]) -> None:
        """Count the items in."""
        self._sum = (self._sum + sum(items)) % _MODULUS

    def take(self, items: Iterable[int]) -> None:
        """Count the items out."""
        self._sum = (self._sum - sum(items)) % _MODULUS

    def __str__(self) -> str:
        return f"{self._sum:064x}"
