"""Numbers that are counted differently and not held to conflict, in words: both, and why not.

In goes a pair from `Comparison.not_held`, out come the words for the panel `i`, the lens of figures
and the written pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.comparison.facing import ComparedSentence
from corpus.comparison.result import Comparison, FiguresNotHeld
from corpus.text import fold
from tui.views.lines import shown
from tui.views.pair_row import PairRow

HEADING = "Also counted differently, not held to conflict"
NOT_HELD = "counted differently, not held"


def with_thing(text: str, about: str | None) -> str:
    """A figure with what it counts, where its own words do not say it: "12 dead"."""
    text, about = shown(text), shown(about or "")
    return text if not about or fold(about) in fold(text) else f"{text} {about}"


def both(one: FiguresNotHeld) -> tuple[str, str]:
    """Both numbers with what they count."""
    return with_thing(one.left_text, one.left_about), with_thing(one.right_text, one.right_about)


def in_a_line(one: FiguresNotHeld) -> str:
    """Both numbers and why they are not held: "12 wounded | 14 injured: published 3 days apart"."""
    return f"{' | '.join(both(one))}: {reason(one)}"


def reason(one: FiguresNotHeld) -> str:
    """Why two numbers are not held: "the left one may count only some of them, or others"."""
    return shown(f"the {one.side} one {one.reason}" if one.side else one.reason)


def told_of(row: PairRow, comparison: Comparison) -> list[str]:
    """The numbers of a row that are counted differently elsewhere or in it, with the sentence of
    the other side where it stands in another row."""
    out: list[str] = []
    for one in comparison.not_held:
        here = one.left in row.left, one.right in row.right
        if not any(here):
            continue
        left, right = both(one)
        out.append(f"  {left} (left), {right} (right): {reason(one)}")
        if not here[0]:
            out.append(f"    left: {_said(comparison.left, one.left)}")
        if not here[1]:
            out.append(f"    right: {_said(comparison.right, one.right)}")
    return [f"{HEADING}:", *out] if out else []


def rows(comparison: Comparison) -> list[tuple[str, str, str]]:
    """For a table: each number with its sentence, left and right, and why they are not held."""
    return [
        (
            f"{left}: {_said(comparison.left, one.left)}",
            f"{right}: {_said(comparison.right, one.right)}",
            reason(one),
        )
        for one in comparison.not_held
        for left, right in (both(one),)
    ]


def _said(sentences: Sequence[ComparedSentence], number: int) -> str:
    return f"“{shown(sentences[number].text)}”"
