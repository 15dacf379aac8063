"""How a page ends: notices and footers, and the headlines of other articles behind a heading.

Blocks come in with the roles they say themselves; where the article's text ends at the latest
goes out, and the lines behind it get their role and reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.cleaning.furniture import CALL, COMMENTS, LINKS
from corpus.cleaning.lines import Block

PARAGRAPH = 12  # words of a sentence that shows the text to go on
_HEADLINE = 25  # words of another article's headline at most
_MANY = 12  # headlines behind one heading at most
_TEXT = 60  # words of sentences that stand before a heading of links at the end of a page
_SPEECH = re.compile(r"\b(?:he|she|they|I|we)\b.*\b(?:said|says|told|added)\b|^[\"“‘']")


def before_links(blocks: Sequence[Block], last: int) -> int:
    """The end of the text, at the latest before a heading that only other articles' headlines
    follow, to the end of the page: short lines, of which half at most end like a sentence."""
    at = next((n for n in range(last, 0, -1) if blocks[n].why == LINKS), 0)
    behind = [block for block in blocks[at + 1 : last + 1] if not block.role]
    if not at or not 0 < len(behind) <= _MANY:
        return last
    if any(b.words > _HEADLINE or _SPEECH.search(b.text) is not None for b in behind):
        return last
    if 2 * sum(b.text.endswith(".") for b in behind) > len(behind):
        return last
    told = sum(block.words for block in blocks[:at] if not block.role and block.prose)
    return at - 1 if told >= _TEXT else last


def _ends_pages(block: Block) -> bool:
    return block.why in (CALL, COMMENTS) or block.why.startswith(("footer", "button", "notice"))


def before_furniture(blocks: Sequence[Block]) -> int:
    """The last block before a notice or footer that no paragraph follows."""
    last = len(blocks) - 1
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.role == "noise" and _ends_pages(block):
            last = at - 1
        elif not block.role and block.prose and block.words >= PARAGRAPH:
            break
    return last


def settle_tail(blocks: Sequence[Block], last: int, *, crowded: bool) -> None:
    """Lines after the article's text: what follows furniture is furniture."""
    tail = blocks[last + 1 :]
    unknown = [block for block in tail if not block.role]
    few = len(unknown) <= max(3, (last + 1) // 8)
    links = furniture = False
    for block in tail:
        if block.role == "noise":
            links = links or block.why == LINKS
            furniture = furniture or (not links and (crowded or _ends_pages(block)))
            continue
        if block.role:
            continue
        if links:
            block.give("related", "follows a heading of links to other articles")
        elif furniture or (crowded and not (few and block.ends)):
            block.give("noise", "stands after the end of the text")
        elif few or not crowded:
            block.give("body", "text of the article")
        else:
            block.give("noise", "stands after the end of the text")
