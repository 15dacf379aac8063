"""The turns of a transcript or an interview: "SMITH: ...", "Q: ...", which no marks close.

The paragraphs of an article come in; out go those that open with who speaks. They are told of,
and not read as quotations: where a turn ends, and what in it is an editor's word, nothing says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LABEL = re.compile(
    r"(?P<who>[QA](?=[.:])|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?=[ :]))"
    r"(?: \([^)]{1,24}\))?[:.]\s\S"
)
_NO_SPEAKERS = frozenset(
    "READ RELATED MORE STORY UPDATE UPDATED NEW NEWS WATCH VIDEO VIDEOS PHOTO PHOTOS BREAKING "
    "LATEST LISTEN SEE ALSO CLICK FACTS FACT CLAIM LIVE OPINION ANALYSIS WINNER LOSER NOTE HERE "
    "TODAY PROS CONS PRO CON SUMMARY STEP TIP DAY DATE TIME PLACE EDITOR’S EDITOR'S CORRECTION "
    "WHAT WHEN WHERE WHO WHY HOW".split()
)
_FEWEST = 4  # turns of an article, one voice among them heard twice; fewer are labels of lines


def turns(paragraphs: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the paragraphs that are turns of a transcript; none where there are few."""
    found: list[tuple[int, str]] = []
    for number, text in enumerate(paragraphs):
        label = _LABEL.match(text)
        if label is not None and _NO_SPEAKERS.isdisjoint(label["who"].split()):
            found.append((number, label["who"]))
    voices = Counter(who for _, who in found)
    if len(found) < _FEWEST or len(voices) < 2 or max(voices.values()) < 2:
        return ()
    return tuple(number for number, _ in found)
