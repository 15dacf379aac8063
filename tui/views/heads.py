"""What stands fixed above and below two articles: outlets, days, titles; the counts.

In goes a `SideBySide`, out come the lines of the head and the foot at its width, and the reasons
of a row.
"""

from __future__ import annotations

from index.answers import Record
from tui.views.columns import MIDDLE, TWO_FROM, WIDEST, SideBySide
from tui.views.days import later_by, moment
from tui.views.differing import Side
from tui.views.lines import (
    EMPTY,
    Line,
    Run,
    clip,
    fit,
    padded,
    rule,
    shown,
    width_of,
)
from tui.views.one_event import event_words
from tui.views.pair_row import PairRow
from tui.views.reasons import how_paired, told
from tui.views.summing import totals


def head(sides: SideBySide, opposite: str = "") -> list[Line]:
    """Outlets and days, and the titles with their mark.

    `opposite` says which of the counterparts stands on the right: "2/5".
    """
    lines = [_heads(sides, opposite)]
    if sides.titles is not None:
        lines += [sides.title_line(n) for n in range(len(sides.title_lines))]
    else:
        lines.append(_headlines(sides))
    return lines


def head_of_two(records: tuple[Record, Record], width: int) -> list[Line]:
    """Outlets, days and headlines, while the two are still compared."""
    two = width >= TWO_FROM
    room = max(8, min(WIDEST, (width - MIDDLE) // 2 if two else width - MIDDLE))
    margin = max(0, (width - (2 if two else 1) * room - MIDDLE) // 2)
    space, between = Run(" " * margin), Run(" " * MIDDLE)
    heads = [_one(records[0], "1", room, here=True), _one(records[1], "2", room, here=False)]
    said: list[Line] = [(Run(fit(one.article.headline, room), "headline"),) for one in records]
    if two:
        return [(space, *padded(left, room), between, *right) for left, right in (heads, said)]
    return [(space, between, *lines[0]) for lines in (heads, said)]


def under_head(sides: SideBySide) -> str:
    """What is shown, where that is not all, and whether it is one event."""
    view = "" if sides.two or sides.view == "both" else f"{sides.view} side alone"
    view = f"not matched on the {sides.only}" if sides.only else view
    return " · ".join(filter(None, (view, event_words(sides.comparison))))


def foot(sides: SideBySide) -> list[Line]:
    """The counts in one line, under a rule."""
    first, bar, rest = totals(sides.comparison, sides.rows_of_both, sides.width).partition(" · ")
    conflicts = any(figure.relation == "differ" for figure in sides.comparison.figures)
    line: Line = (Run(first, "relation" if conflicts else "dim"), Run(bar + rest, "dim"))
    return [rule(sides.width), line]


def reasons(sides: SideBySide, row: PairRow) -> list[Line | str]:
    """Why two passages stand side by side: what was found, then, dim, how they were paired."""
    left, right = (
        (record.article.published, record.article.published_at)
        for record in (sides.left, sides.right)
    )
    by = later_by(left, right) or later_by(right, left)
    behind = [(Run(one, "dim"),) for one in how_paired(row, sides.comparison)]
    return [*told(row, sides.comparison, by), EMPTY, *behind]


def _heads(sides: SideBySide, opposite: str) -> Line:
    width = sides.column_width
    left = _one(sides.left, "1", width, sides.column == "left")
    right = _one(sides.right, "2", width, sides.column == "right", opposite)
    space = Run(" " * sides.margin)
    if sides.two:
        return (space, *padded(left, width), Run(" " * MIDDLE), *right)
    return (space, Run(" " * MIDDLE), *(left if sides.side == "left" else right))


def _headlines(sides: SideBySide) -> Line:
    width = sides.column_width
    lines: dict[Side, Line] = {
        "left": (Run(fit(sides.left.article.headline, width), "headline"),),
        "right": (Run(fit(sides.right.article.headline, width), "headline"),),
    }
    space = Run(" " * sides.margin)
    if sides.two:
        return (space, *lines["left"], Run(" " * MIDDLE), *lines["right"])
    return (space, Run(" " * MIDDLE), *lines[sides.side])


def _one(record: Record, number: str, width: int, here: bool, opposite: str = "") -> Line:
    """The number, outlet and day of one side."""
    article = record.article
    room = width - 2 - (len(opposite) + 1 if opposite else 0)
    day = moment(article.published, article.published_at, zone=False)
    outlet = shown(article.outlet or "outlet not known").upper()
    if width_of(outlet) + 2 + len(day) > room and day.count(" ") > 2:
        day = " ".join(part for n, part in enumerate(day.split()) if n != 2)  # without the year
    outlet = fit(outlet, min(width_of(outlet), max(8, room - len(day) - 2)))
    line = (
        Run(f"{number} ", "mark" if here else "dim"),
        Run(outlet, "active" if here else "strong"),
        Run(f"  {day}", "dim"),
        Run(f" {opposite}" if opposite else "", "dim"),
    )
    return clip(line, width) if line else EMPTY
