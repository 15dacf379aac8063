"""Posts that an article quotes: the line that says who wrote one belongs to it.

"— Ann Lee (@annlee) May 3, 2031" under a post reads like a date, a byline or a label; where the
post is text of the article, so is that line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.cleaning.lines import Block

_SIGNATURE = re.compile(r"\W{0,3}[^\W\d_][^()@]{1,60} \(@\w{1,30}\)[\w ,.:·|-]{0,40}")
_MISTAKEN = frozenset(("noise", "date", "byline", "credit", "subhead"))


def is_signature(text: str) -> bool:
    """Whether a line names who wrote a post, with handle and perhaps day."""
    return "(@" in text and _SIGNATURE.fullmatch(text) is not None


def keep_signatures(blocks: Sequence[Block]) -> None:
    """Lines under the text of a post that were taken for something else become text as well."""
    for post, block in pairwise(blocks):
        if post.role == "body" and block.role in _MISTAKEN and is_signature(block.text):
            block.give("body", "says who wrote the post above")
