"""What people decided about quotations: who speaks one, that nobody does, that it is none.

A quotation is known by its place and its words, so that a decision outlives a new reading: of
those with the same words the nearest is meant, wherever the lines now stand. Values in, values
out; a decision about words that are nowhere any more changes nothing, and holds when they return.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.text import fold
from index.judged import QUOTATION, SPEAKER, BadJudgement, Decisions

if TYPE_CHECKING:
    from corpus.article import Quotation

NO_QUOTATION: Final = "none"
JUDGEMENT: Final = "judgement"

_NUMBER = re.compile(r"[0-9]{1,9}")
_HALF = 0.5  # of the longer words, by which the shorter are the same quotation, cut anew
_ENDS = " .,;:!?…–—-"


class _Place(NamedTuple):
    within: str
    paragraph: int
    start: int
    words: str


def target_of(quotation: Quotation) -> str:
    """What a judgement calls a quotation: "body:3:120:We will not reopen the route"."""
    return f"{quotation.within}:{quotation.paragraph}:{quotation.start}:{quotation.text}"


def validated(field: str, value: str | None, target: str | None) -> None:
    """BadJudgement when no archive could follow what is decided about a quotation."""
    within, *numbers = (target or "").split(":", 3)
    if (
        within not in ("title", "standfirst", "body")
        or len(numbers) != 3
        or not all(_NUMBER.fullmatch(number) for number in numbers[:2])
        or not _words(numbers[2])
    ):
        raise BadJudgement(
            "A quotation is named by its text, paragraph, first character and words, as in "
            f"body:3:120:We will not reopen the route, not {target!r}."
        )
    if field == SPEAKER and value is not None and not value.strip():
        raise BadJudgement("A speaker has a name; leave the value out where nobody speaks.")
    if field == QUOTATION and value not in (None, NO_QUOTATION):
        raise BadJudgement(f"A quotation is {NO_QUOTATION!r}, or as it was read, not {value!r}.")


def judged_quotations(
    quotations: Sequence[Quotation], decisions: Decisions
) -> tuple[tuple[Quotation, ...], tuple[Quotation, ...]]:
    """The quotations as people decided about them, and those that they said are none."""
    if not decisions:
        return tuple(quotations), ()
    decided: dict[int, tuple[str, str | None]] = {}
    places = _places(quotations)
    for target, decision in decisions.items():
        number = _meant(places, target, exactly=decision[0] == QUOTATION)
        if number is not None:
            decided[number] = decision
    kept, dropped = [], []
    for number, one in enumerate(quotations):
        field, value = decided.get(number, (QUOTATION, None))
        if field == SPEAKER:
            kept.append(_said_by(one, value))
        elif value == NO_QUOTATION:
            dropped.append(one)
        else:
            kept.append(one)
    return tuple(kept), tuple(dropped)


def meant(quotations: Sequence[Quotation], target: str, field: str) -> int | None:
    """The number of the quotation that a decision is about; None where it is nowhere any more."""
    return _meant(_places(quotations), target, exactly=field == QUOTATION)


def _places(quotations: Sequence[Quotation]) -> list[_Place]:
    return [_Place(one.within, one.paragraph, one.start, _words(one.text)) for one in quotations]


def _said_by(quotation: Quotation, speaker: str | None) -> Quotation:
    """The quotation with the speaker that a person named; its cue goes where nobody speaks."""
    cue = quotation.cue if speaker is not None else None
    return replace(quotation, speaker=speaker, cue=cue, sure=True, speaker_from=JUDGEMENT)


def _meant(places: Sequence[_Place], target: str, *, exactly: bool) -> int | None:
    """The number of the quotation that a target names; None where there is none."""
    within, paragraph, start, text = target.split(":", 3)
    there = _Place(within, int(paragraph), int(start), _words(text))
    found = [
        (here.words != there.words, _apart(here, there), number)
        for number, here in enumerate(places)
        if here.words == there.words or (not exactly and _overlap(here.words, there.words))
    ]
    return min(found)[2] if found else None


def _apart(one: _Place, other: _Place) -> tuple[bool, int, int]:
    return (
        one.within != other.within,
        abs(one.paragraph - other.paragraph),
        abs(one.start - other.start),
    )


def _overlap(one: str, other: str) -> bool:
    """Whether one holds the other, which is at least half as long."""
    short, long = sorted((one, other), key=len)
    at = long.find(short)
    if at < 0 or len(short) < _HALF * len(long):
        return False
    end = at + len(short)
    return not (long[at - 1 : at].isalnum() or long[end : end + 1].isalnum())


def _words(text: str) -> str:
    """Words as they are compared: letters and blanks as they fold, signs at the ends aside."""
    return " ".join(fold(text).split()).strip(_ENDS)
