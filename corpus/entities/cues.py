"""What the words beside a name say of its kind: "in Elbrook", "Ada Quill, who", "OSLO, May 3".

Models mistake unknown names for any kind; the words around them in news prose seldom do.
"""

from __future__ import annotations

import re

from corpus.words import MONTHS

_LAND = "airport|airbase|province|district|village|town|city|region|peninsula|island|suburb|valley"
_LAND_AFTER = re.compile(rf" (?:(?:military|international|air|naval|army) )?(?:{_LAND}|base)\b")
_LAND_BEFORE = re.compile(
    rf"\b(?:(?:{_LAND}|capital|port|state|river|lake|coast|outskirts) of|river|lake|isle of) $"
)
_INSIDE = re.compile(
    r"(?<!\w)(?:(?<!hares )(?<!take )(?<!nvest )(?<!vested )(?<!dence )(?<!faith )(?<!elieve )"
    r"(?<!part )(?<!stake )(?<!role )(?<!nterest )(?<!pants )(?<!rolled )(?<!nvesting )"
    r"(?<!pation )(?<!cipate )(?<!cipated )"
    r"[Ii]n|[Nn]ear|[Oo]utside|[Nn]earby|[Aa]cross|[Tt]hroughout) $"
)
_OFFICE = """adviser advisor analyst author attorney banker boss captain chair chairman
chairwoman chef chief coach commander counsel director doctor driver editor engineer envoy
executive farmer founder governor head inspector investigator judge king lawyer leader
manager master mayor mediator minister mother negotiator nurse officer owner pilot poet
pollster president producer professor prosecutor reporter resident scientist secretary
skipper speaker spokesman spokesperson spokeswoman strategist student survivor teacher
trader vice-president victim winner witness father brother sister son daughter husband
wife""".split()
_PERSON_AFTER = re.compile(
    r", (?:who\b|whose (?:father|mother|son|daughter|wife|husband)\b|\d{1,2}[,.;]|aged \d"
    rf"|(?:the |a |an )?(?:[\w-]+ ){{0,2}}(?:{'|'.join(_OFFICE)})\b)"
)
_FROM = re.compile(r"\b(?:from|in|at|to|near|outside) $")
_PERSON_BEFORE = re.compile(rf"\b(?:{'|'.join(_OFFICE)}),? $|\d-year-old $")
_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\.?"
_DATELINE = re.compile(
    rf"\s*([A-Z][A-Z'’. -]{{1,40}}[A-Z])(?=(?:/[A-Z ]{{1,40}})?"
    rf"(?:, {_MONTH} \d{{1,2}}\b|,? \([A-Z][\w ]{{1,40}}\)\s?[—–-]"
    rf"|(?:, [A-Z][\w. ]{{1,40}})? (?:[—–]|--?) ))"
)
_LABELS = frozenset(
    "FILE PHOTO VIDEO NEW UPDATE UPDATED WATCH BREAKING EXCLUSIVE ANALYSIS OPINION".split()
)
_UNIT_BEFORE = re.compile(r"((?:(?!The )[A-Z]\w+ )*(?!The )[A-Z]\w+s['’] (?:and|&) )$")


def is_place_here(text: str, start: int, end: int) -> bool:
    """Whether the words beside a span say that it is a place."""
    before = text[max(0, start - 24) : start]
    return bool(_LAND_AFTER.match(text, end) or _LAND_BEFORE.search(before))


def is_inside(text: str, start: int) -> bool:
    """Whether a preposition of place stands before."""
    return _INSIDE.search(text[max(0, start - 12) : start]) is not None


def is_person_here(text: str, start: int, end: int) -> bool:
    """Whether the words beside a span say that it is a person."""
    before = text[max(0, start - 20) : start]
    if _FROM.search(before):
        return False
    return bool(_PERSON_AFTER.match(text, end) or _PERSON_BEFORE.search(before))


def dateline(text: str) -> tuple[int, int] | None:
    """The place in capitals with which a passage begins, when a day or a dash follows."""
    match = _DATELINE.match(text)
    return match.span(1) if match and match[1] not in _LABELS else None


def whole_unit(text: str, start: int) -> int:
    """Where an organisation begins that is named after two groups: "Dockers' and Carriers' …"."""
    match = _UNIT_BEFORE.search(text[max(0, start - 60) : start])
    return start - len(match[1]) if match else start
