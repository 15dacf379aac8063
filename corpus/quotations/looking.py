"""The sentences before a place of a text, nearest first: where those are sought who are meant.

A text up to the place comes in, its last sentences go out, roughly parted: what a reader looks
back for is a name, and no sentence of its own.
"""

from __future__ import annotations

import re

_STOPS = re.compile(
    r"[.!?](?<=[a-z0-9)].)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bSen\.)(?<!\bRep\.)"
    r"(?<!\bGov\.)(?<!\bGen\.)(?<!\bSt\.)(?<!\bLt\.)(?<!\bCol\.)[\"”’]?\s+(?=[\"“‘A-Z])"
)
NEAR = 1500  # characters of one text in which a person is sought


def looking_back(text: str) -> list[str]:
    """The sentences at the end of a text, roughly parted, the last first and none blank."""
    return [s for s in reversed(_STOPS.split(text[-NEAR:])) if s and not s.isspace()]
