"""The facets of an answer in a panel: counts by outlet, month and name, to narrow a query by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.panel import Panel
from tui.views.choice import Option
from tui.views.lines import counted, shown, thousands
from tui.views.results import narrowed

if TYPE_CHECKING:
    from tui.screens.search import SearchScreen


async def narrow(screen: SearchScreen) -> str | None:
    """Show the facets; the query narrowed by the chosen one, or None."""
    archive, text = screen.explorer.archive, screen.finding.query.strip()
    answer = await screen.explorer.threads.query(
        lambda: archive.search(text or "*", limit=1, facets=True, snippets=False)
    )
    every = [
        Option(f"{kind:<14}{shown(value)}", (kind, value), thousands(number))
        for kind, values in answer.facets.items()
        for value, number in values
    ]

    def options(typed: str) -> list[Option]:
        words = typed.casefold().split()
        return [o for o in every if all(word in o.label.casefold() for word in words)]

    chosen = await screen.app.push_screen_wait(
        Panel(
            f"facets of {counted(answer.total, 'article')}",
            options=options,
            prompt="narrow",
            hint="Enter adds it to the query  Esc close",
        )
    )
    return narrowed(text, *chosen) if chosen else None
