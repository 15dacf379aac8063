"""Bodies of a state or another land that share the name of a known one: "the Michigan Senate".

A text and the known names in it go in, spans of such bodies come out, the land's name with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.entities.lexicon import Found
from corpus.entities.recogniser import RawSpan

HOME = frozenset(("United States", "American", "United Kingdom", "British"))
"""Lands whose bodies are the known ones."""
_PARTIES = frozenset(("Republican", "Democrat", "Democratic", "Conservative", "Labour", "Liberal"))
_OF_STATES = re.compile(
    r"Senate|House of Representatives|Congress|Supreme Court|Department of .+|.+ Department"
)
# Behind a state and "Senate" what is about its seats in the Senate of the whole.
_SEATS = re.compile(
    r"[ -](?:bids?|campaigns?|candida(?:te|cy)s?|contests?|debates?|elections?|hopefuls?|nominees?"
    r"|nominations?|primary|primaries|races?|runs?|run-?offs?|seats?|special)\b",
    re.IGNORECASE,
)


def of_states(text: str, known: Sequence[Found]) -> Iterator[RawSpan]:
    """Bodies of a state or another land that is named right before a known one of this name: "the
    Michigan Senate"; `known` are the known names of the text in reading order."""
    for land, body in pairwise(known):
        if (
            body.entry.type == "organisation"
            and land.entry.type in ("place", "group")
            and land.entry.name not in HOME
            and land.entry.name not in _PARTIES
            and text[land.end : body.start] == " "
            and _OF_STATES.fullmatch(text, body.start, body.end)
            and not (text.endswith("Senate", 0, body.end) and _SEATS.match(text, body.end))
        ):
            yield RawSpan(land.start, body.end, "organisation")
