"""Captions that only the page's habit gives away: its text has full stops, its captions none.

Blocks come in with their roles. Where some lines are captions or repeated lines by what they
say themselves and have no full stop, the other long lines without one that stand between
paragraphs with one become captions too. A text in which that is rare, or that breaks off in
the middle of its sentences, is left as it is.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence

from corpus.cleaning.lines import Block

LEAST, MOST = 12, 45  # words of such a caption
USUAL = 14  # words of the middle one at least: shorter ones are subheads
FEW = 3  # lines of this kind that are no accident
TOGETHER = 4  # with the captions known before; and captions that stand one below the other
SURE = 2  # captions known before, where fewer than `FEW` are new
STOPPED = 8  # paragraphs with full stops, at least
SHARE = 0.5  # of all lines that have one

_OF_A_PICTURE = frozenset(
    (
        "says who is where in a picture",
        "describes the picture above its caption",
        "begins as a caption begins",
        "begins with a picture credit",
    )
)
_OPENS = re.compile(r"[A-ZÀ-Þ]")
_OTHERWISE = re.compile(
    r"@|#|: [\"“]|https?:|www\.|pic\.|[:,;–—…-]$|\.\.\.$|"
    r"\b(?:the|a|an|of|to|in|and|or|that|because|for|with|by|from|at|on|said|says|asked|added)$"
)  # an address, a tweet, something said, a sentence that the page broke off


def captions_without_stops(blocks: Sequence[Block]) -> None:
    """Give the role of a caption to lines that only this habit of their page gives away."""
    if sum(not b.ends and b.words >= LEAST and b.role in ("body", "subhead") for b in blocks) == 0:
        return
    sure = sum(_known(block) for block in blocks)
    text = [b for b in blocks if b.role in ("body", "subhead", "pullquote", "caption")]
    stopped = sum(block.ends for block in text)
    if not sure or stopped < max(STOPPED, SHARE * len(text)):
        return
    alike = _between_paragraphs(text)
    new = [block for block in alike if block.role in ("body", "subhead")]
    if len(new) < FEW and (sure < SURE or sure + len(new) < TOGETHER):
        return
    if new and statistics.median(block.words for block in alike) >= USUAL:
        for block in new:
            block.give("caption", "without a full stop between paragraphs, as the page's captions")


def _known(block: Block) -> bool:
    """A line without a full stop that is a caption, or repeats the text, whatever its page does."""
    if block.ends:
        return False
    if block.role == "pullquote":
        return block.why.endswith("standing alone") and block.text[0] not in "\"“'‘"
    return block.role == "caption" and block.why in _OF_A_PICTURE


def _between_paragraphs(text: Sequence[Block]) -> list[Block]:
    """Long lines without a full stop, few together, behind one paragraph and before another."""
    found: list[Block] = []
    begun, at = False, 0
    while at < len(text):
        if text[at].ends:
            begun = begun or text[at].prose
            at += 1
            continue
        run = at
        while run < len(text) and not text[run].ends:
            run += 1
        lines = text[at:run]
        after = text[run] if run < len(text) else None
        if (
            begun
            and len(lines) <= TOGETHER
            and after is not None
            and after.prose
            and not after.text[0].islower()
            and text[at - 1].text[-1] not in ":,"
            and all(_like_a_caption(line) for line in lines)
        ):
            found += lines
        at = run
    return found


def _like_a_caption(block: Block) -> bool:
    return (
        LEAST <= block.words <= MOST
        and _OPENS.match(block.text) is not None
        and _OTHERWISE.search(block.text) is None
    )
