"""Why the article under the list's cursor was found, or why nothing was: a panel to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.answers import Answer
from tui.screens.panel import Panel
from tui.views.results import why_found, why_nothing

if TYPE_CHECKING:
    from tui.screens.search import SearchScreen


async def show_why(screen: SearchScreen, answer: Answer) -> None:
    """Show the sum of the score, or what each part of the query finds."""
    archive, query, title = screen.explorer.archive, screen.finding.to_ask, "why this article"
    if screen.listing.hits:
        hit = screen.listing.hits[screen.cursor]
        parts = await screen.explorer.threads.query(lambda: archive.why(query, hit.row.id))
        text = why_found(answer, hit, screen.finding.order, parts)
    else:
        text, title = [*why_nothing(answer, screen.finding.suggestion)], "why nothing was found"
    await screen.app.push_screen_wait(Panel(title, text=text, hint="Esc close"))
