"""Which rare rules a page needs at all: its lines come in, names of groups of rules go out.

A form, an appeal for money or a box inside a line stands on few pages. One look over the whole
page for the words that they need spares looking for them in every line.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.cleaning.boxes import APPEALS
from corpus.cleaning.forms import HINTS
from corpus.cleaning.insertions import NEEDED
from corpus.cleaning.lines import Block
from corpus.signs import Signs

_GROUPS = Signs(form=HINTS, appeal=APPEALS, inserted=NEEDED)


def held(blocks: Iterable[Block]) -> frozenset[str]:
    """The groups whose words the page has: "form", "appeal", "inserted"."""
    return _GROUPS.held_by("\n".join([block.text for block in blocks]))
