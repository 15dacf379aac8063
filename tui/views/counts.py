"""Numbers as people write them; nothing else is loaded for it, so that commands print in time."""

from __future__ import annotations


def thousands(number: int) -> str:
    """1204 as "1,204"."""
    return f"{number:,}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 article", "1,842 articles"."""
    return f"{thousands(number)} {one if number == 1 else many or one + 's'}"
