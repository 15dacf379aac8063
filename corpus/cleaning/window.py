"""Where the article's text begins and ends among the lines of a page.

Every block gets a worth: sentences count for their words, menu entries and furniture count
against. The stretch of blocks with the greatest sum is the article's text; a short subhead
or advertisement between two paragraphs cannot tear it apart, a list of links does.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.cleaning.lines import Block
from corpus.cleaning.phrases import LABEL

MENU_ENTRY = -5.0
FURNITURE = -4.0
LINKS_BEGIN = -30.0  # a heading of links: the text goes on only if much of it follows
COMMENTS_BEGIN = -120.0
MOST = 80  # a paragraph's worth in words: none outweighs a whole list of links


def worth(block: Block) -> float:
    """How much a block speaks for (in words) or against being inside the article's text."""
    if block.role == "noise":
        if block.why.startswith("heading of links"):
            return LINKS_BEGIN
        if block.why.startswith("note about comments"):
            return COMMENTS_BEGIN
        return FURNITURE if block.why != LABEL else -2.0
    if block.role in ("date", "byline", "credit", "url", "caption"):
        return -1.0
    if block.prose:
        return float(min(block.words, MOST))
    if block.ends:
        return 1.0 + block.words / 2
    return MENU_ENTRY if block.words < 14 else -1.0


def body_window(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """First and last block (inclusive) of the stretch worth most, None without any sentence."""
    best, best_span = 0.0, None
    total, begin = 0.0, 0
    for at, block in enumerate(blocks):
        if total <= 0:
            total, begin = 0.0, at
        total += worth(block)
        if total > best:
            best, best_span = total, (begin, at)
    if best_span is None:
        return None
    first, last = best_span
    while first < last and worth(blocks[first]) <= 0:
        first += 1
    return first, last
