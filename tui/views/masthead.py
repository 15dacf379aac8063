"""The head of the list and what stands there when the list is empty.

Values of the archive in, lines out.
"""

from __future__ import annotations

import shlex

from index.results import Coverage, Extent
from tui import commands
from tui.views.days import span_of_days
from tui.views.lines import EMPTY, Line, Run, counted, shown, spread, thousands, told_rule


def masthead(
    extent: Extent | None, known: Coverage, width: int, *, sample: bool, private: bool = False
) -> Line:
    """The name of the paper, and what the archive holds."""
    parts = []
    if known.articles:
        parts.append(counted(known.articles, "article"))
    if extent is not None and extent.outlets:
        parts.append(counted(extent.outlets, "outlet"))
        days = span_of_days(extent.first_day, extent.last_day)
        if days:
            parts.append(days)
    left = [Run("BROADSHEET", "masthead")]
    if sample:
        left.append(Run("  the sample", "strong"))
    if private:
        left.append(Run("  private", "strong"))
    return spread(left, [Run(" · ".join(parts), "dim")], width)


def names_told(known: Coverage) -> str:
    """How far the recogniser has come: "reading names 1,204 of 37,540"; empty when all are read."""
    if known.recognised >= known.articles:
        return ""
    return f"reading names {thousands(known.recognised)} of {thousands(known.articles)}"


def head_rule(known: Coverage, width: int) -> Line:
    """The heavy rule under the masthead, which tells how far the names have come."""
    return told_rule(names_told(known), width, "━")


def empty_archive(folder: str) -> list[Line]:
    """What an empty archive offers; `folder` is where it is, empty for the person's own."""
    named = f" --archive {shown(shlex.quote(folder))}" if folder else ""
    place = [(Run(f"   It is in {shown(folder)}.", "dim"),)] if folder else []
    return [
        EMPTY,
        (Run("   This archive is empty.", "strong"),),
        *place,
        EMPTY,
        (Run("   Enter opens the sample that comes with the program, in an archive"),),
        (Run("   of its own: a few weeks of six invented newspapers."),),
        EMPTY,
        (Run("   To add your own articles, from a shell:"),),
        (Run(f"      broadsheet add FOLDER{named}", "key"),),
        (
            Run(f"   Then {commands.key('refresh', commands.SEARCH)} takes them in. ", "dim"),
            Run("A text pasted here can be added, too.", "dim"),
        ),
    ]


def nothing_listed(query: str, suggestion: str, folder: str) -> list[Line]:
    """What stands in an empty list: how to fill the archive, or what else to ask."""
    return nothing_found(suggestion) if query.strip() else empty_archive(folder)


def nothing_found(suggestion: str = "") -> list[Line]:
    """What a query that finds nothing says; Enter looks for the suggestion, if there is one."""
    offered: list[Line] = []
    query, close, why = (commands.key(name, commands.SEARCH) for name in ("query", "close", "why"))
    if suggestion:
        offered = [
            (Run("   Enter", "key"), Run(" looks for  "), Run(suggestion, "strong")),
            (Run("   (Tab, in the box)", "dim"),),
            EMPTY,
        ]
    return [
        EMPTY,
        (Run("   Nothing was found.", "strong"),),
        EMPTY,
        *offered,
        (Run(f"   {query} changes the query, {close} takes it away, {why} says why.", "dim"),),
    ]
