"""The lines that were taken off two pages when they were read: their rows, and how they look.

In go two articles, out come rows of what is no part of either, and for a row the lines of both.
"""

from __future__ import annotations

from itertools import zip_longest

from corpus.article import Article
from tui.views.lines import Line, Run, shown, wrap
from tui.views.marks import Mark
from tui.views.pair_row import PairRow

SET_ASIDE = Mark("", -1, "set aside when the page was read")


def set_aside_rows(left: Article, right: Article) -> list[PairRow]:
    """Rows of the lines that were taken off both pages, side by side in their order."""
    numbers = zip_longest(range(len(left.removed)), range(len(right.removed)))
    return [PairRow((), (), SET_ASIDE, SET_ASIDE.label, set_aside=pair) for pair in numbers]


def set_aside_lines(
    pair: tuple[int | None, int | None], articles: tuple[Article, Article], width: int
) -> tuple[list[Line], list[Line]]:
    """The lines of a row of either side, with what they are and why they were set aside; none where
    a side has no more of them."""
    left, right = (_lines(article, at, width) for article, at in zip(articles, pair, strict=True))
    return left, right


def _lines(article: Article, at: int | None, width: int) -> list[Line]:
    if at is None:
        return []
    piece = article.removed[at]
    text, why = shown(piece.text), f"{piece.role}: {shown(piece.why)}"
    lines: list[Line] = [(Run(text[a:b], "removed"),) for a, b in wrap(text, width)]
    return [*lines, *((Run("  "), Run(why[a:b], "dim")) for a, b in wrap(why, width - 2))]
