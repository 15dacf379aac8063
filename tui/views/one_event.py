"""Whether two reports are of one event, in words: the answer, its signs, what days say to it.

In goes a `Comparison`, out come the words under the heads and the sentences that say why.
"""

from __future__ import annotations

from math import floor

from corpus.comparison.days_told import NEAR
from corpus.comparison.event import (
    ALONE,
    COUNTED,
    FAR,
    LONG,
    NUMBERS,
    PERHAPS,
    RARE,
    SAME,
    WHATEVER,
    is_countable,
    is_held_by_story,
)
from corpus.comparison.event_signs import DaysTold, EventAnswer, EventSigns
from corpus.comparison.result import Comparison
from tui import commands
from tui.views.lines import counted

_ANSWERS: dict[EventAnswer, str] = {
    "same": "same event",
    "perhaps": "perhaps the same event",
    "different": "NOT the same event, it seems",
}


def event_words(comparison: Comparison) -> str:
    """Whether both report one event, and the days between them where they are not near."""
    if comparison.revision is not None:
        return "two versions of one article"
    return " · ".join(filter(None, (_verdict(comparison), _days(comparison.event))))


def _verdict(comparison: Comparison) -> str:
    """The answer in words that never say another thing than `same_event` does."""
    if is_held_together(comparison):
        return "two events by what they say, though the archive's story holds both"
    if comparison.answer == "perhaps" and not comparison.same_event:
        return "perhaps the same event, likelier two"
    return _ANSWERS[comparison.answer]


def _score(comparison: Comparison) -> str:
    """The score, cut off and never rounded up to a limit that it does not reach: .157 beside one
    event from .16 on."""
    score = comparison.same_event_score
    near = any(abs(score - limit) < _NEAR_LIMIT for limit in (PERHAPS, SAME, ALONE, WHATEVER))
    digits = 3 if near else 2
    return f"{floor(round(score * 10**digits, 6)) / 10**digits:.{digits}f}"


_NEAR_LIMIT = 0.01
_DAYS_TOLD: dict[DaysTold, str] = {
    "together": "a day in common",
    "apart": "no day in common",
    "undecided": "one day of the week, which is two days only as the pages are dated",
}


def is_held_together(comparison: Comparison) -> bool:
    """Whether the answer would be another if the archive did not hold both in one story."""
    return comparison.event is not None and is_held_by_story(comparison.event)


def event_banner(comparison: Comparison, brief: bool = False) -> str:
    """What has to be known before the rows where it is not plainly one event; else nothing.

    `brief` is for a screen, which has the days in its rule and whose key `why` tells the rest.
    """
    if comparison.answer == "same":
        return ""
    if brief:
        if is_held_together(comparison):
            said = "Two events, it seems, though the archive's story holds both"
        elif comparison.answer == "perhaps":
            alike = "perhaps" if comparison.same_event else "likelier"
            said = f"Perhaps one event, {alike} two alike"
        else:
            said = "Two events, it seems: no figures are held to conflict"
        return f"{said}; {commands.key('why', commands.COMPARE)} on the titles says why."
    days = _days(comparison.event)
    said = f" ({days})" if days else ""
    if is_held_together(comparison):
        return (
            f"Titles and openings speak for two events{said}, but the archive's story holds both. "
            "Look at both: it may be one event told from two ends."
        )
    if comparison.answer == "perhaps":
        alike = "perhaps" if comparison.same_event else "likelier"
        return f"These two perhaps report one event, {alike} two alike{said}. Look at both."
    return (
        f"These two seem to report different events{said}. What they share is shown all the "
        "same; figures are not held to conflict."
    )


def not_held_to_conflict(comparison: Comparison) -> str:
    """Why no figures were held against each other for conflicts, in a few words; empty where they
    were, so that a count of 0 says something."""
    signs = comparison.event
    if signs is None or comparison.revision is not None or is_countable(signs):
        return ""
    if any(figure.relation == "differ" for figure in comparison.figures):
        return ""
    if comparison.answer == "different":
        return "it seems not one event"
    return _days(signs) or f"published {signs.days_apart} days apart"


def event_reasons(comparison: Comparison) -> list[str]:
    """The answer in words, with what both tell that bears it out, for the row of the titles."""
    signs = comparison.event
    if signs is None:
        return []
    words = event_words(comparison)
    out = [f"{words[:1].upper()}{words[1:]}.", *(f"  {said}" for said in _borne_out(signs))]
    if comparison.answer != "different" and not is_countable(signs):
        out.append(
            "  no figures are held to conflict: a day of publication is not known, or they are "
            f"more than {counted(COUNTED, 'day')} apart, and the openings do not tell one day"
        )
    return out


def event_scores(comparison: Comparison) -> list[str]:
    """How the answer was reached: the score, what it is made of, and the limits it is held to."""
    signs = comparison.event
    if signs is None:
        return []
    return [
        f"They score {_score(comparison)}: titles {signs.titles:.2f}, leads {signs.leads:.2f}, "
        f"first sentences found again {signs.found_again:.2f}, capitalised words in both "
        f"{signs.names:.2f}, words and names by how rare they are {signs.like:.2f}.",
        f"One event from {SAME:.2f} on where a day, numbers, quoted words or rare names bear it "
        f"out, else from {ALONE:.2f} on, where other days are told from {WHATEVER:.2f} on; perhaps "
        f"one from {PERHAPS:.2f} on; more than {FAR} days apart never the one, and perhaps only "
        f"where it would be; more than {LONG} days apart likelier two.",
    ]


def _borne_out(signs: EventSigns) -> list[str]:
    """What both tell that another event of the kind would hardly have, and days that differ."""
    said = []
    if signs.one_story:
        only = ", and nothing else makes them perhaps one event" if is_held_by_story(signs) else ""
        said.append(f"the archive's story holds both{only}")
    if signs.days_told is not None:
        said.append(f"the openings tell {_DAYS_TOLD[signs.days_told]}")
    if signs.numbers >= NUMBERS:
        said.append("numbers of the openings stand in the other report too")
    if signs.quoted:
        said.append(f"both have {counted(signs.quoted, 'quotation')} in common")
    if signs.rare >= RARE:
        said.append("both openings have names that few articles have")
    return said


def _days(signs: EventSigns | None) -> str:
    """What the days say, where they are not near: "published 556 days apart"."""
    if signs is None:
        return ""
    apart = signs.days_apart
    if apart is not None and apart <= NEAR:
        return ""
    said = f"published {apart} days apart"
    if apart is None:
        said = "one has no day" if signs.undated == 1 else "neither has a day"
    return f"{said}, other days told" if signs.days_told == "apart" else said
