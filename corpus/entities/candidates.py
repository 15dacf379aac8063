"""Which stretches of a passage a model needs to see: sentences that may hold an unknown name.

A sentence without a capital besides its first word, or whose capitals are all known names,
tells a model nothing: a quarter of news prose. What remains goes to it in runs of sentences, so
that context within a run is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from corpus.entities.lexicon import Lexicon
from corpus.entities.patterns import DAYS
from corpus.sentences import split
from corpus.words import STOP

_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿ][\w'’-]*")
_TAIL = re.compile(r"['’].*")
_OPENING = re.compile(r"[\s\"“‘'(\[]*")


def runs(text: str, known: Lexicon) -> list[tuple[int, int]]:
    """The stretches of a passage that may hold names which `known` does not have."""
    covered = [(f.start, f.end) for f in known.find(text) if not f.entry.doubtful]
    starts = [start for start, _ in covered]
    found: list[tuple[int, int]] = []
    joins = False
    for start, end in split(text):
        if not _may_name(text, start, end, covered, starts):
            joins = False
            continue
        if joins:
            start = found.pop()[0]
        found.append((start, end))
        joins = True
    return found


def _may_name(
    text: str, start: int, end: int, covered: list[tuple[int, int]], starts: list[int]
) -> bool:
    opening = _OPENING.match(text, start, end)
    first = opening.end() if opening else start
    for match in _CAPITALISED.finditer(text, start, end):
        word = _TAIL.sub("", match.group())
        if word == "I" or word in DAYS:
            continue
        if match.start() == first and word.casefold() in STOP:
            continue
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or match.start() >= covered[at][1]:
            return True
    return False
