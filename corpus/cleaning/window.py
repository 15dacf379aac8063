"""Where the article's text begins and ends among the lines of a page.

Every block gets a worth: sentences count for their words, menu entries and furniture count
against. The stretch of blocks with the greatest sum is the article's text; a short subhead
or advertisement between two paragraphs cannot tear it apart, a list of links does. A page
with its menus is judged more strictly than a text that was copied with care.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.cleaning.furniture import COMMENTS, LABEL, LINKS
from corpus.cleaning.lines import Block


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks against a block, in words; tuned on 92 dumped pages (F .885 → .926)."""

    menu_entry: float
    furniture: float
    teaser: float  # a headline, day or author after text has begun: another article's
    alone: float  # share that counts of a sentence between two lines that are none
    links: float  # a heading of links: the text goes on only if much of it follows
    comments: float


CROWDED = Weights(-5.0, -5.0, -20.0, 0.5, -30.0, -120.0)
QUIET = Weights(-2.0, -1.0, -3.0, 1.0, -20.0, -60.0)
CROWD = 25  # menu-like lines that make a page crowded
CROWDED_SHARE = 0.4  # of all lines
HEADLINE = 7  # words
BEGUN = 60.0  # words of text after which a headline, day or author is another article's
MOST = 50  # a paragraph's worth: none outweighs a whole list of links
ANCHORED = 40.0  # least worth of a text below the headline that the page repeats
LONG_PAGE = 40  # blocks


def is_crowded(blocks: Sequence[Block]) -> bool:
    """True for a page that came with its menus and lists of links.

    A label alone between two paragraphs (who speaks, a subhead) is no menu.
    """
    like_menus = [block.words < 14 and not block.ends for block in blocks]
    alone = zip([False, *like_menus], like_menus, [*like_menus[1:], False], strict=False)
    menus = sum(it and (before or after) for before, it, after in alone)
    return menus > CROWD and menus > CROWDED_SHARE * len(blocks)


def worth(block: Block, weights: Weights) -> float:
    """How much a block speaks for (in words) or against being inside the article's text."""
    if block.role == "noise":
        if block.why == LINKS:
            return weights.links
        if block.why == COMMENTS:
            return weights.comments
        return weights.furniture if block.why != LABEL else weights.furniture / 2
    if block.role in ("credit", "url", "caption"):
        return -1.0
    if block.role in ("date", "byline"):
        return weights.teaser
    if block.prose:
        cut_short = block.text.endswith(("…", "...", "[…]"))
        return (0.3 if cut_short and block.words < 60 else 1.0) * min(block.words, MOST)
    if block.ends and not block.title_case:
        return 1.0 + block.words / 2
    if block.text[-1] in ",、，" or block.text[0].islower():
        return 0.0  # a sentence that the page broke
    return weights.teaser if block.words >= HEADLINE else weights.menu_entry


def recurring(blocks: Sequence[Block]) -> None:
    """Short lines that stand again and again on a crowded page are its furniture."""
    if len(blocks) < LONG_PAGE:
        return
    short = (b for b in blocks if not b.role and b.words <= 6 and not b.ends)
    counts = Counter(block.text for block in short)
    for block in blocks:
        if not block.role and counts.get(block.text, 0) >= 3:
            block.give("noise", "stands again and again on the page")


def find_text(
    blocks: Sequence[Block], anchors: Sequence[int] = (), *, crowded: bool
) -> tuple[int, int] | None:
    """First and last block (inclusive) of the article's text, None without any sentence.

    `anchors` are blocks that may be its headline: the last that has much text below it is.
    """
    worths = _worths(blocks, CROWDED if crowded else QUIET)
    tried = [_below(worths, at + 1) for at in anchors]
    most = max((found[0] for found in tried), default=0.0)
    for total, span in reversed(tried):
        if total >= ANCHORED and total >= 0.8 * most:
            return _trimmed(worths, span)
    found = _best(worths)
    return _trimmed(worths, found) if found else None


def _worths(blocks: Sequence[Block], weights: Weights) -> list[float]:
    values: list[float] = []
    menu = 0
    text = 0.0
    for at, block in enumerate(blocks):
        value = worth(block, weights)
        if value > 1 and block.words < 60 and _alone(blocks, at):
            value *= weights.alone
        menu = menu + 1 if value == weights.menu_entry else 0
        if menu > 1:
            value *= 1 + 0.5 * min(menu, 5)
        if value == weights.teaser and text < BEGUN:
            value = -1.0
        text = max(0.0, text + value)
        values.append(value)
    return values


def _alone(blocks: Sequence[Block], at: int) -> bool:
    """A sentence between two lines that are none: the teaser of another article, often."""
    before = blocks[at - 1] if at else None
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return not (before and (before.prose or before.ends)) and not (
        after and (after.prose or after.ends)
    )


def _best(worths: Sequence[float]) -> tuple[int, int] | None:
    best, span = 0.0, None
    total, begin = 0.0, 0
    for at, value in enumerate(worths):
        if total <= 0:
            total, begin = 0.0, at
        total += value
        if total > best:
            best, span = total, (begin, at)
    return span


def _below(worths: Sequence[float], begin: int) -> tuple[float, tuple[int, int]]:
    """The best stretch that begins right below a headline."""
    best, last, total = 0.0, begin, 0.0
    for at in range(begin, len(worths)):
        total += worths[at]
        if total > best:
            best, last = total, at
    return best, (begin, last)


def _trimmed(worths: Sequence[float], span: tuple[int, int]) -> tuple[int, int]:
    first, last = span
    while first < last and worths[first] <= 0:
        first += 1
    return first, last
