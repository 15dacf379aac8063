"""What two articles give to tell whether they report one event, and the three answers.

`event` reads the signs out of the articles and weighs them; reasons, pages and JSON show them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EventAnswer = Literal["same", "perhaps", "different"]
DaysTold = Literal["together", "apart", "undecided"]

VERSION = "event-2"
"""Version of everything that decides whether two articles report one event."""


@dataclass(frozen=True, slots=True)
class EventSigns:
    """The signs of "same event", each from 0 to 1 before they are weighed, and what days say.

    `days_apart` lie between the days of publication, None where one is not known, which `undated`
    counts; `days_told` says whether the openings tell a day in common, None where one tells none,
    "undecided" where one day of the week is two days only as the pages are dated.
    What bears one event out: `numbers` of the openings that the other article has, quotations in
    both (`quoted`), and how `rare` the names are that both openings have. `one_story`: the archive
    that both are from holds them in one.
    """

    titles: float
    leads: float
    found_again: float
    names: float
    like: float = 0.0
    undated: int = 0
    days_apart: int | None = None
    days_told: DaysTold | None = None
    numbers: int = 0
    quoted: int = 0
    rare: float = 0.0
    one_story: bool = False
