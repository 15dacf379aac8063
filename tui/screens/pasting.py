"""What can be done with a text that was pasted outside a text field: search for it, or add it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.panel import Panel
from tui.views.choice import Option
from tui.views.lines import counted, shown

if TYPE_CHECKING:
    from tui.app import Explorer

LONG = 40  # words from which a paste is more likely an article than a query


async def offer(explorer: Explorer, text: str) -> str | None:
    """Ask what to do with a pasted text, and do it; what became of a new article."""
    words = shown(text).split()
    first = " ".join(words)
    search = Option("search for it", "search", f"{first[:40]}…" if len(first) > 40 else first)
    add = Option("add it to the archive as a new article", "add", counted(len(words), "word"))
    options = [add, search] if len(words) > LONG else [search, add]
    chosen = await explorer.push_screen_wait(
        Panel("pasted text", text=[first[:300]], options=[*options, Option("nothing", None)])
    )
    if chosen == "search":
        explorer.search_for(" ".join(text.split()))
    elif chosen == "add":
        return await explorer.add_text(text)
    return None
