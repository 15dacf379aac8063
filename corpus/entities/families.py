"""Which of a family bears an office: "Vice President Biden" is Joe Biden, whoever else is named.

Of families in the news an article often names one in full who holds no office, a son or a wife,
and means another by surname and office. An office as it stands before a surname comes in, its
name goes out; the tables hold the given names of those who bear it.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

Office = Literal["vice president", "senator", "secretary", "governor", "justice", "prime minister"]

OFFICES: tuple[Office, ...] = get_args(Office)
PRESIDENTS = {
    "assad": ("bashar", "hafez"),
    "biden": ("joe", "joseph"),
    "bush": ("george",),
    "carter": ("jimmy", "james"),
    "castro": ("fidel", "raul"),
    "clinton": ("bill", "william"),
    "duterte": ("rodrigo",),
    "eisenhower": ("dwight", "ike"),
    "erdogan": ("recep", "tayyip"),
    "ford": ("gerald", "gerry"),
    "fujimori": ("alberto",),
    "johnson": ("lyndon", "andrew"),
    "kennedy": ("john", "jack"),
    "kirchner": ("cristina", "nestor"),
    "macron": ("emmanuel",),
    "marcos": ("ferdinand",),
    "mubarak": ("hosni",),
    "nixon": ("richard",),
    "obama": ("barack",),
    "reagan": ("ronald",),
    "roosevelt": ("franklin", "theodore", "teddy"),
    "sarkozy": ("nicolas",),
    "truman": ("harry",),
    "trump": ("donald",),
    "wilson": ("woodrow",),
}
"""Presidents whose relatives and namesakes are in the news as well, by surname with given names."""

_BEARERS: dict[str, dict[Office, tuple[str, ...]]] = {
    "biden": {"vice president": ("joe", "joseph"), "senator": ("joe", "joseph")},
    "bush": {
        "vice president": ("george",),
        "governor": ("george", "jeb"),
        "senator": ("prescott",),
    },
    "cameron": {"prime minister": ("david",)},
    "cheney": {"vice president": ("dick", "richard"), "secretary": ("dick", "richard")},
    "clinton": {
        "secretary": ("hillary",),
        "senator": ("hillary",),
        "governor": ("bill", "william"),
    },
    "cuomo": {"governor": ("andrew", "mario")},
    "dole": {"senator": ("bob", "robert", "elizabeth"), "secretary": ("elizabeth",)},
    "gandhi": {"prime minister": ("indira", "rajiv")},
    "gore": {"vice president": ("al", "albert"), "senator": ("al", "albert")},
    "graham": {"senator": ("lindsey", "bob")},
    "kennedy": {
        "senator": ("edward", "john", "robert", "ted", "bobby", "jack"),
        "justice": ("anthony",),
    },
    "kerry": {"senator": ("john",), "secretary": ("john",)},
    "mccain": {"senator": ("john",)},
    "netanyahu": {"prime minister": ("benjamin", "binyamin", "bibi")},
    "nixon": {"vice president": ("richard",), "senator": ("richard",)},
    "palin": {"governor": ("sarah",)},
    "paul": {"senator": ("rand",)},
    "pence": {"vice president": ("mike", "michael"), "governor": ("mike", "michael")},
    "perry": {"governor": ("rick",), "secretary": ("rick",)},
    "rice": {"secretary": ("condoleezza", "condi")},
    "romney": {"governor": ("mitt", "george"), "senator": ("mitt",)},
    "sanders": {"senator": ("bernie", "bernard")},
    "scalia": {"justice": ("antonin",), "secretary": ("eugene",)},
    "sharif": {"prime minister": ("nawaz", "shehbaz", "shahbaz")},
    "thomas": {"justice": ("clarence",)},
    "trudeau": {"prime minister": ("justin",)},
    "warren": {"senator": ("elizabeth",)},
}
_OFFICE = re.compile(
    r"\b(?:(?P<vice>[Vv]ice[ -][Pp]residents?)|(?P<senator>Sens?|[Ss]enators?)"
    r"|(?P<secretary>[Ss]ecretary(?: of (?:State|Labor|Energy|Defense))?)"
    r"|(?P<governor>Govs?|[Gg]overnors?)|(?P<justice>[Jj]ustice)"
    r"|(?P<minister>[Pp]rime [Mm]inister|Premier))\.? $"
)
_BEHIND = re.compile(
    r",? (?:the|a|an|who|then|former|D-|R-)[^.;:]{0,40}?\b(?:(?P<vice>vice president)"
    r"|(?P<senator>senator)|(?P<secretary>secretary)|(?P<governor>governor)|(?P<justice>justice)"
    r"|(?P<minister>prime minister))\b",
    re.IGNORECASE,
)
_NAMES: dict[str, Office] = {
    "vice": "vice president",
    "senator": "senator",
    "secretary": "secretary",
    "governor": "governor",
    "justice": "justice",
    "minister": "prime minister",
}


def office_of(family: str, text: str, start: int, end: int | None = None) -> Office | None:
    """The office that a member of a folded surname is given before the place `start`, or behind
    the place `end` of a full name; None where it is none that this family is known for."""
    known = _BEARERS.get(family)
    if known is None:
        return None
    found = _OFFICE.search(text, max(0, start - 24), start)
    if found is None and end is not None:
        found = _BEHIND.match(text, end)
    office = _NAMES[found.lastgroup] if found is not None and found.lastgroup else None
    return office if office in known else None


def bears(given: str, family: str, office: Office) -> bool:
    """Whether the member of a family by that folded given name bears an office."""
    return given in _BEARERS.get(family, {}).get(office, ())


def as_office(said: str) -> Office | None:
    """What is said beside a surname, where it is an office of this table."""
    return next((office for office in OFFICES if office == said), None)
