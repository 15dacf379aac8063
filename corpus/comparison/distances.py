"""How far somebody or something went: "fell about 12 feet", "dropped 15ft".

In goes a text and the place of a measure, out comes the way it went by the verb right before it,
so that two measures of one way can be held against each other: beside them no noun tells what is
measured.
"""

from __future__ import annotations

import re

_WAYS = {
    "down": "fell falls fall fallen falling dropped drops drop dropping plunged plunges plunge "
    "plunging plummeted plummets tumbled tumbles tumble tumbling sank sinks sinking",
    "up": "climbed climbs climb climbing rose rises rise risen rising soared soars soaring "
    "ascended",
    "along": "flew flies fly flown flying travelled traveled travels travelling traveling drove "
    "drives driven driving walked walks walking ran swam swims sailed dragged skidded slid",
    "through the air": "jumped jumps jumping leaped leapt leaps threw thrown flung hurled",
}
_WAY_OF = {verb: way for way, verbs in _WAYS.items() for verb in verbs.split()}
_BEFORE = re.compile(
    r"\b(?P<verb>[a-z]+)\s(?:(?:him|her|it|them|down|up|for|some|about|around|roughly|nearly|almost|"
    r"only|just|over|more than|at least|up to|less than|approximately|an estimated|the)\s){0,3}$"
)
_REACH = 60  # characters before a measure in which its verb stands


def way_of(text: str, start: int) -> str | None:
    """Which way a measure goes, by the verb right before it.

    >>> way_of("The boy fell about 12 feet.", 19)
    'down'
    """
    found = _BEFORE.search(text[max(0, start - _REACH) : start])
    return _WAY_OF.get(found["verb"]) if found is not None else None
