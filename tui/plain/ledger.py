"""A story or a ledger as plain text: its articles, then fact after fact, who says it and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.days import iso_moment
from tui.views.lines import counted
from tui.views.stories import APART

if TYPE_CHECKING:
    from tui.cli.ledger_pages import Page


def lines(page: Page) -> list[str]:
    """Title, reports in time, every fact with every sentence, what came before and after."""
    from tui.cli.ledger_pages import notes, told

    out = [page.title, counted(len(page.reports), "article")]
    for number, one in enumerate(page.reports, 1):
        out += ["", f"Article {number}: {one.title}", f"outlet: {one.outlet or 'not known'}",
                f"published: {iso_moment(one.published, one.published_at) or 'no day'}",
                f"id: {one.id[:16]}"]  # fmt: skip
        if one.origin:
            out.append(f"{one.beside_origin} {one.origin[:16]}")
        elif one.apart:
            out.append(APART)
    facts = page.ledger.facts
    for number, fact in enumerate(facts, 1):
        odds = ", articles differ" if fact.differs else ""
        out += ["", f"Fact {number} of {len(facts)}, {fact.kind}{odds}: {fact.text}"]
        out += told(fact, page.ledger)
    for word, rows in (("Before", page.before), ("After", page.after)):
        out += [""] * bool(rows)
        out += [f"{word}: {row.title} ({row.first or 'no day'}, {row.id[:16]})" for row in rows]
    return [*out, "", *notes(page.ledger)]
