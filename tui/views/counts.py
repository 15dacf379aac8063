"""Numbers as people write them; nothing else is loaded for it, so that commands print in time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.article import Removed


def thousands(number: int) -> str:
    """1204 as "1,204"."""
    return f"{number:,}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 article", "1,842 articles"."""
    return f"{thousands(number)} {one if number == 1 else many or one + 's'}"


def counted_aside(removed: Iterable[Removed]) -> str:
    """What cleaning set aside: "3 lines", "1 line and 2 passages"; passages stood inside lines."""
    inside = [one.within is not None for one in removed]
    lines, passages = inside.count(False), inside.count(True)
    said = [counted(lines, "line")] * (lines > 0 or not passages)
    return " and ".join(said + [counted(passages, "passage")] * (passages > 0))
