"""Two articles side by side: what both say, what one leaves out, how each quotes and counts.

In go two stored Articles with their names, out comes a `Comparison`: evidence with its places
in both texts. Nothing here reads text anew, and nothing says which side is right.
"""

from __future__ import annotations

from corpus.article import Article, Names
from corpus.comparison.facing import SideName
from corpus.comparison.result import Comparison

__all__ = ["Comparison", "compare"]


def compare(
    left_article: Article,
    right_article: Article,
    left_names: Names | None = None,
    right_names: Names | None = None,
    *,
    came_later: SideName | None = None,
    one_story: bool = False,
) -> Comparison:
    """Hold two articles against each other.

    Articles that do not report one event are compared all the same, with the answer "different".
    `came_later` tells which one reached the archive later, which decides between two versions that
    state no order themselves. `one_story`: the archive holds both in one story, so they are never
    said to be of different events. Sentence numbers in the result index `Comparison.left` and
    `Comparison.right`. Never raises on any pair of articles.
    """
    from corpus.comparison.comparing import compared  # who only shows results needs no step of it

    return compared(left_article, right_article, left_names, right_names, came_later, one_story)
