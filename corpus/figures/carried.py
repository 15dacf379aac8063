"""What a bare number counts when the number before it has said so.

"Of the club's 8,900 members 6,204 voted" counts members twice; a sum in brackets says again what
the sum before it said. Nothing is carried over a paragraph or past another noun.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.article import Figure
from corpus.figures.before import answered

CARRIED = frozenset({"count", "money", "vote", "percent", "duration", "ordinal"})
SAYING = frozenset({"count", "money", "vote", "percent", "age", "ordinal"})
_HARMED = frozenset({"wounded", "injured", "hurt"})
_OFFERED = frozenset({"offered", "offers", "offering", "demanded", "demands", "asked"})
_TWICE = ("twice", "Twice")
_FAR = 170  # how often one of two numbers that count the same may hold the other
_GAP = 220  # characters between two numbers that count the same
_CLAIMED = re.compile(r"\b(?:admits?(?: to)?|claims?|claimed|put it at|counted|reported) $")
_SENTENCES = re.compile(r"[.!?][”\"’]?\s(?=[A-Z“\"‘'])")
_DOING = re.compile(
    r" (?:(?:also|now|then|still) )?(?:were|had|have|said|say|saw|died|did|do|are|packed|walked|"
    r"lead|led|go|went|get|got|live|lived|believe|think|"
    r"[a-z]{3,}ed (?:the|a|an|to|out|in|of|their|that|from|for|it)\b)"
)
"""What some of those do who have just been counted: "87 percent were released"."""
_WHICH = re.compile(r" of (?:which|whom)\b")
_ANTECEDENT = re.compile(
    r"(?:^|[\s(“\"])(?P<np>(?:[a-z][\w’'-]*\s){0,2}[a-z][\w’'-]*(?:s|ople|ren|men))"
    r"(?:\s(?:in|from|of|across|at|on|around|near)\s[^,;.:—–]{2,50})?\s?[,—–(-]\s?"
    r"(?:(?:and|at least|about|nearly|some|including)\s)?$"
)
_ALSO_OF = re.compile(
    r" of [^.;:%]{3,60}?,? (?:and|but|or|while|versus|vs\.|to|against|compared (?:to|with))"
    r"(?: only| just| about)? "
)
_OPENING = 14  # characters that a hedge may take at the start of a paragraph
_STANDS_ALONE = re.compile(
    r"[.,;:!?)”\"]|$| (?:were|was|are|is|had|have|has|died|and|or|but|in|on|at|by|fewer|less|more|"
    r"wounded|killed|injured|missing|dead|others|of (?:them|those|whom|which))\b"
)


def continued(figure: Figure, before: Figure, text: str) -> Figure:
    """A share that opens a paragraph counts what the paragraph before has counted."""
    if figure.kind != "percent" or figure.about is not None or figure.start > _OPENING:
        return figure
    if before.kind not in ("count", "percent") or _DOING.match(text, figure.end) is None:
        return figure
    return replace(figure, about=before.about)


def of_which(text: str, start: int, end: int) -> str | None:
    """What "of which" behind a number that ends at `end` goes back to, if a plural is near."""
    if _WHICH.match(text, end) is None:
        return None
    found = _ANTECEDENT.search(text, max(0, start - 90), start)
    return found["np"].split()[-1] if found is not None else None


def carried(figure: Figure, before: Figure, text: str) -> Figure:
    """The figure with what the one before it counts, where it stands bare behind it."""
    if before.about is None or before.about[0].isdigit() or before.end > figure.start:
        return figure
    gap = text[before.end : figure.start]
    if len(gap) > _GAP or "times" in (figure.unit, before.unit) or figure.text[:5] in _TWICE:
        return figure
    kind = figure.kind
    if before.kind == "age":
        if kind == "count" and figure.about is None and gap in (" and ", ", ", " or ", ", and "):
            return replace(figure, kind="age", unit="year", about=before.about)
        return figure
    if kind == "money":
        bracket = before.kind == "money" and gap.endswith("(") and len(gap) < 30
        return replace(figure, about=before.about) if bracket and figure.about is None else figure
    if kind == "ordinal":
        again = figure.about is None and before.kind == "ordinal" and len(gap) < 60
        return replace(figure, about=before.about) if again else figure
    if kind == "duration":
        during = figure.about is None and gap == " over " and before.kind in ("percent", "money")
        return replace(figure, about=before.about) if during else figure
    if kind == "percent":
        again = before.kind == "percent" and figure.verb in _OFFERED
        told = _DOING.match(text, figure.end) is not None or answered(text, figure.end)
        far = len(_SENTENCES.findall(gap)) > 2 or "\n" in gap
        same = figure.about is None and (again or (told and not far))
        return replace(figure, about=before.about) if same else figure
    if before.kind == "percent" and before.unit == "%" and _ALSO_OF.match(text, before.end):
        shared = _ALSO_OF.match(text, before.end)
        bare = kind == "count" and figure.text.isdigit() and 0 < (figure.value or 0) <= 100
        joined = shared is not None and shared.end() == figure.start
        if bare and joined and text.startswith(" of ", figure.end):
            return replace(
                figure, kind="percent", unit="%"
            )  # "44 percent of ships and 30 of boats"
    if before.kind not in ("count", "vote") or before.unit is not None or figure.unit is not None:
        return figure
    if figure.value and before.value and figure.value > _FAR * before.value:
        return figure
    sentences = len(_SENTENCES.findall(gap))
    if figure.about in _HARMED and before.kind == "count":
        harmed = not sentences and before.about not in _HARMED and "killed" in gap
        return replace(figure, about=before.about) if harmed else figure
    if sentences == 2 and _CLAIMED.search(text, max(0, figure.start - 20), figure.start):
        sentences = 1  # "The regime admits to 11."
    if figure.about is not None or sentences > 1:
        return figure
    told = figure.verb is not None and text.startswith(figure.verb, figure.end + 1)
    if not told and _STANDS_ALONE.match(text, figure.end) is None:
        return figure
    return replace(figure, about=before.about, kind="vote" if before.kind == "vote" else kind)
