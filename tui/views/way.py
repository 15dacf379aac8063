"""The way that led to a screen, as a breadcrumb: "list › reader › Bram Tolliver"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.views.lines import Line, Run, clip, line_width, rule, shown, told_rule, width_of

MOST = 3  # steps that are named
BETWEEN = " › "


def way_here(steps: Sequence[str]) -> str:
    """The last steps, the earlier ones as an ellipsis.

    >>> way_here(["search", "reader", "Ann Bell", "sentences"])
    '… › reader › Ann Bell › sentences'
    """
    return BETWEEN.join(["…", *steps[-MOST:]] if len(steps) > MOST else steps)


def way_rule(steps: Sequence[str], width: int, said: str = "", *, strong: bool = False) -> Line:
    """The rule under a head with the way in its left end, shortened from the left where it is
    narrow, and a few words in its right end; the last of `steps` is where one is.

    >>> "".join(run.text for run in way_rule(["list", "stories", "story"], 30))
    '━━ list › stories › story ━━━━'
    >>> "".join(run.text for run in way_rule(["list", "stories", "story"], 22))
    '━━ …stories › story ━━'
    """
    if len(steps) < 2:
        return told_rule(said, width, "━", strong=strong)
    told = BETWEEN.join(map(shown, steps))
    most = max(width // 2, width - width_of(told) - 10)
    right = clip((Run(f" {said} ", "relation" if strong else "dim"),), most) if said else ()
    room = width - 6 - line_width(right) - (2 if right else 0)
    if width_of(told) > room:
        while told and width_of(told) >= room:
            told = told[1:]
        told = f"…{told.lstrip(BETWEEN)}"
    left = (Run("━━ ", "rule"), Run(told, "dim"), Run(" ", "rule"))
    if not right:
        return (*left, *rule(width - line_width(left), "━"))
    between = width - line_width(left) - line_width(right) - 2
    return (*left, *rule(between, "━"), *right, *rule(2, "━"))
