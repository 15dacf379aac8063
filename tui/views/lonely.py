"""Sentences that face nothing: how far that holds, how they are marked, which stand together.

In go their numbers, out come runs of neighbours; a run of several folds to one line where none of
them tells what must not be hidden.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from tui.views.lines import counted
from tui.views.marks import ASIDE, ONLY_LEFT, ONLY_RIGHT, OPEN_LEFT, OPEN_RIGHT, Mark

Alone = Literal["only", "open", "aside"]
"""Found on one side only; left open, for the other may say it; set into the page."""

FOLD_FROM = 2  # one-sided sentences in a row that fold to one line
_OTHER = ("left", "right"), ("right", "left")
_ALONE: dict[Alone, tuple[tuple[Mark, Mark], str]] = {
    "only": ((ONLY_LEFT, ONLY_RIGHT), "{} on the {}, not matched on the {}"),
    "open": ((OPEN_LEFT, OPEN_RIGHT), "{} on the {}, open: nothing on the {} surely says it"),
    "aside": ((ASIDE, ASIDE), "{} set into the page on the {}: a post, a credit, a note"),
}
_NOT_HERE: dict[Alone, str] = {
    "only": "not matched here",
    "open": "nothing here surely says it",
    "aside": "set into the other page",
}


def named(kind: Alone, own: int, number: int) -> tuple[Mark, str]:
    """The mark and the label of some sentences of the left (0) or the right (1) side."""
    marks, said = _ALONE[kind]
    return marks[own], said.format(counted(number, "sentence"), *_OTHER[own])


def opposite(kind: Alone) -> str:
    """What stands where the other side has nothing."""
    return _NOT_HERE[kind]


def folded_as(kind: Alone) -> str:
    """What the line that a passage folds to says of it, behind how many sentences it has."""
    return {"only": "", "open": " left open", "aside": " set into the page"}[kind]


def beside(kind: Alone) -> str:
    """How a passage of the other side is told under this one, before the name of its outlet."""
    told = {"only": "not matched, in", "open": "left open, in", "aside": "set into the page of"}
    return told[kind]


def runs_of(
    numbers: Sequence[int], telling: Collection[int], kind: Alone
) -> list[tuple[list[int], bool]]:
    """Neighbouring numbers together, those that tell something apart from those that fold. What is
    set into a page folds, whatever it tells."""
    telling = () if kind == "aside" else telling
    least = 1 if kind == "aside" else FOLD_FROM
    runs: list[tuple[list[int], bool]] = []
    for number in numbers:
        folds = number not in telling
        if runs and runs[-1][0][-1] == number - 1 and runs[-1][1] == folds:
            runs[-1][0].append(number)
        else:
            runs.append(([number], folds))
    out: list[tuple[list[int], bool]] = []
    for run, folds in runs:
        folds = folds and len(run) >= least
        if out and out[-1][0][-1] == run[0] - 1 and not folds and not out[-1][1]:
            out[-1][0].extend(run)  # a single sentence stays with those around it
        else:
            out.append((run, folds))
    return out
