"""Whose or of what a number is, as the words beside it say, where equal numbers are of two things.

In go two `Counted` figures with their sentences, out comes whether they are told apart by who
asked (two pollsters), by party or group (39 % of one party, 39 % of the other), by what a tally is
of (seats held, votes cast), and whether their sentences share a word besides the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.comparison.counted import ANYBODY, Counted
from corpus.comparison.sides import Side
from corpus.ledger.incidents import GENERIC
from corpus.words import STOP, stem, written

_BESIDE = 45  # characters beside a figure that say of whom or of what it is
_POLLSTER = re.compile(
    r"\b(?P<name>CNN|Fox News|Fox|NBC|CBS|ABC|Gallup|Pew|Quinnipiac|Rasmussen|Marist|Monmouth"
    r"|Reuters|Ipsos|YouGov|Washington Post|Wall Street Journal|New York Times|Bloomberg|USA TODAY"
    r"|Associated Press|AP|PPP|Public Policy Polling|Emerson|Kaiser)\b"
    r"(?=(?:[\w\s/,.’'-]{0,40}?)\b(?:polls?|surveys?|found|finds)\b)"
)
_GROUP = re.compile(
    r"\b(?:democrat|republican|independent|hispanic|latino|black|white|asian|wom[ae]n|m[ae]n"
    r"|evangelical|catholic|protestant|conservative|liberal|moderate)(?:s|ic)?\b",
    re.IGNORECASE,
)
_ONE_NAME = {
    "Associated Press": "AP",
    "Public Policy Polling": "PPP",
    "Fox News": "Fox",
}  # of pollsters that go by two names
_ONE_GROUP = {"men": "man", "women": "woman", "latino": "hispanic", "latinos": "hispanic"}
_MEMBERS = re.compile(
    rf"\s*(?:of|among)\s(?:\w+\s){{0,2}}?(?P<who>{_GROUP.pattern})", re.IGNORECASE
)
_BRACKETED = re.compile(rf"(?P<who>{_GROUP.pattern})\s(?:\w+\s)?\($", re.IGNORECASE)
_SEATS = (
    re.compile(r"\b(?:hold|holds|held|controls?|controlled)\s(?:\S+\s){0,5}$"),
    re.compile(r"\s*(?:\w+\s)?(?:majority|edge|advantage|margin in the|split|seats)\b"),
)
_CAST = re.compile(
    r"\b(?:voted?|votes|tally|confirmed|passed|approved|advanced|cleared|vote was)\b"
)
_BEATEN = (
    re.compile(r"\d\s?(?:percent|per cent|%)?\sto\s$"),
    re.compile(r"\s?(?:percent|per cent|%)?\sto\s\d"),
)  # "48 percent to 35 percent"
_OF = re.compile(
    r"\s*(?:percent|per cent|%)?\s*of\s(?:the\s|all\s|his\s|her\s|their\s)?(?P<of>\w+)"
)


def are_two_subjects(side: Side, one: Counted, other_side: Side, other: Counted) -> bool:
    """Whether words beside two figures that agree say that they are of two pollsters, groups or
    tallies."""
    kind = one.kind[0]
    if kind == "percent":
        texts = side.sentences[one.sentence].text, other_side.sentences[other.sentence].text
        pollsters = [
            {_ONE_NAME.get(m["name"], m["name"]) for m in _POLLSTER.finditer(text)}
            for text in texts
        ]
        if _apart(*pollsters):
            return True
        return _apart(_groups(side, one), _groups(other_side, other)) or _apart(
            _whole(side, one), _whole(other_side, other)
        )
    if kind == "vote":
        return _apart(_tally(side, one), _tally(other_side, other))
    return False


def shared(side: Side, one: Counted, other_side: Side, other: Counted) -> set[str]:
    """The stems of weight that the sentences of two figures share, numbers and such general words
    as people or times left out."""
    both = side.stems[one.sentence] & other_side.stems[other.sentence]
    numbers = {stem(w.lower()) for c in (one, other) for w in written(c.figure.text)}
    both -= GENERIC | ANYBODY | STOP | _UNITS | numbers
    return {root for root in both if not root[:1].isdigit()}


def group(name: str) -> str:
    """One form of the name of a group or of who stands for election, whether of one or of many,
    or said of what is theirs: "women" and "woman", "Democrats'" and "Democratic"."""
    bare = re.sub(r"[’'](?:s$|$)", "", name.lower())
    return stem(_ONE_GROUP.get(bare, bare))


_UNITS = frozenset(map(stem, "percent per cent million billion thousand hundred dozen".split()))


def _apart(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _beside(side: Side, one: Counted) -> tuple[str, str]:
    """What stands before a figure and behind it in its sentence."""
    here, figure = side.sentences[one.sentence], one.figure
    first, last = figure.start - here.start, figure.end - here.start
    return here.text[max(0, first - _BESIDE) : first], here.text[last : last + _BESIDE]


def _groups(side: Side, one: Counted) -> set[str]:
    before, behind = _beside(side, one)
    found: Sequence[re.Match[str] | None] = _MEMBERS.match(behind), _BRACKETED.search(before)
    return {group(match["who"]) for match in found if match}


def _whole(side: Side, one: Counted) -> set[str]:
    """What a share is said to be of, where that is counted at an election."""
    before, behind = _beside(side, one)
    if _BEATEN[0].search(before) or _BEATEN[1].match(behind):
        return {"vote"}
    match = _OF.match(behind)
    of = match["of"].lower().rstrip("s") if match else ""
    return {of} & {"delegate", "vote", "seat", "electorate"}


def _tally(side: Side, one: Counted) -> set[str]:
    before, behind = _beside(side, one)
    if _SEATS[1].match(behind) or _SEATS[0].search(before):
        return {"seats"}
    return {"votes"} if _CAST.search(before + " " + behind) else set()
