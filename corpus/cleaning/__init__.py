"""The lines of a scraped page → title, text, captions, credits, furniture, each with a reason.

`clean` gives every line exactly one role and says why. Nothing is deleted here: who reads
the blocks decides what is shown and what is set aside. The same rules serve plain text and
the blocks of an HTML page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.cleaning import (
    boxes,
    closing,
    habits,
    header,
    hints,
    insertions,
    layout,
    marks,
    posts,
    tails,
)
from corpus.cleaning.lines import Block, blocks_of
from corpus.cleaning.window import find_text, is_crowded, recurring

__all__ = ["Block", "blocks_of", "clean"]

JUDGED = "judged by a person"
FURNITURE = 8  # lines of furniture that show a text with a stated title to be a whole page


def clean(
    blocks: Sequence[Block], *, title: str | None = None, judged: Mapping[int, str] | None = None
) -> None:
    """Give every block its role and reason. `title` is what is known from outside the text."""
    judged = judged or {}
    page = hints.held(blocks)
    if "inserted" in page:
        insertions.take_out(block for block in blocks if block.number not in judged)
    for block in blocks:
        if role := judged.get(block.number):
            block.give(role, JUDGED)
        elif verdict := marks.of_line(block, page):
            block.give(*verdict)
    boxes.titles_of_films(blocks)
    layout.captions(blocks, titled=title is not None)
    _keep_judged(blocks, judged)
    crowded = _came_with_menus(blocks, title)
    if crowded:
        recurring(blocks)
    window = find_text(blocks, header.anchors(blocks), crowded=crowded)
    if window is None:
        _without_sentences(blocks, title)
    else:
        _with_text(blocks, window, title, crowded=crowded)
        closing.set_aside_closing(blocks)
        habits.captions_without_stops(blocks)
    posts.keep_signatures(blocks)
    _keep_judged(blocks, judged)
    insertions.take_out_of_captions(block for block in blocks if block.number not in judged)


def _came_with_menus(blocks: Sequence[Block], title: str | None) -> bool:
    """A page with its menus. Where the title came apart from the text, the menus seldom did."""
    if not is_crowded(blocks):
        return False
    return title is None or sum(block.role == "noise" for block in blocks) >= FURNITURE


def _with_text(
    blocks: Sequence[Block], window: tuple[int, int], title: str | None, *, crowded: bool
) -> None:
    first, last = window
    last = max(first, tails.before_links(blocks, min(last, tails.before_furniture(blocks))))
    found = _judged_title(blocks)
    if found is None:
        found = header.find_title(blocks, first, stated=title, crowded=crowded)
    if found is not None and blocks[found].why != JUDGED:
        blocks[found].give("title", "the headline above the text")
        if crowded and found == 0:
            header.without_site(blocks[found])
        first = max(first, found + 1)
    while first < last and blocks[first].role:
        first += 1
    standfirst = header.standfirst_at(blocks, found, first)
    if standfirst is not None:
        blocks[standfirst].give("standfirst", "sums up the article under its title")
    header.settle_header(blocks, found, first, keep=not crowded)
    layout.repeats(blocks[first : last + 1])
    layout.settle_short_questions(blocks, first, last)
    layout.settle_text(blocks, first, last, crowded=crowded)
    tails.settle_tail(blocks, last, crowded=crowded)
    for block in blocks:
        if not block.role:
            block.give("body", "text of the article")


def _without_sentences(blocks: Sequence[Block], title: str | None) -> None:
    """Lists of headlines, tables, single words: the first line is the title, the rest stays."""
    found = _judged_title(blocks)
    if found is None:
        before = next((at for at, block in enumerate(blocks) if not block.role), 0)
        signed = (at for at, b in enumerate(blocks[:9]) if b.role in ("byline", "date"))
        before = max(before, next(signed, 0) - 1)
        found = header.find_title(blocks, before, stated=title, crowded=False)
    if found is not None and not blocks[found].role and len(blocks) > 1:
        blocks[found].give("title", "the first line")
    for block in blocks:
        if not block.role:
            block.give("body", "text of the article")


def _judged_title(blocks: Sequence[Block]) -> int | None:
    return next((at for at, block in enumerate(blocks) if block.role == "title"), None)


def _keep_judged(blocks: Sequence[Block], judged: Mapping[int, str]) -> None:
    for block in blocks if judged else ():
        if role := judged.get(block.number):
            block.give(role, JUDGED)
