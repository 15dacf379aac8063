"""Words in a row that two utterances share: what tells at once that they cannot be one.

Of thousands of pairs a few are one quotation; matching every pair takes most of a ledger's time.
"""

from __future__ import annotations

from functools import lru_cache

from corpus.comparison.utterances import OMITTED


def share_a_run(left: tuple[str, ...], right: tuple[str, ...], size: int) -> bool:
    """Whether `size` words in a row stand in both: whether their longest match is that long.

    None of no words is shared.
    """
    return not _runs(left, size).isdisjoint(_runs(right, size))


@lru_cache(maxsize=8192)
def spoken(words: tuple[str, ...]) -> int:
    """How many of them are words, not marks of what was left out or put in."""
    return sum(word not in OMITTED for word in words)


@lru_cache(maxsize=8192)
def _runs(words: tuple[str, ...], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[k:] for k in range(size)), strict=False))
