"""The way that led to a screen, as a breadcrumb: "list › reader › Bram Tolliver"."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 3  # steps that are named


def way_here(steps: Sequence[str]) -> list[str]:
    """The last steps, the earlier ones as an ellipsis.

    >>> way_here(["search", "reader", "Ann Bell", "sentences"])
    ['…', 'reader', 'Ann Bell', 'sentences']
    """
    return ["…", *steps[-MOST:]] if len(steps) > MOST else list(steps)
