"""The reader's "why" panel: reasons, and the judgements that can be made about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.screens.panel import Panel, Typed
from tui.views import why
from tui.views.reading import Reading

if TYPE_CHECKING:
    from tui.app import Explorer


async def decide(explorer: Explorer, reading: Reading) -> str | None:
    """Show why something is as it is and offer judgements; what was decided, or None."""
    text, options = why.of_article(reading)
    chosen: why.Decision | None = await explorer.push_screen_wait(
        Panel(
            "why, and what can be done about it",
            text=text,
            options=options,
            hint="Enter decides  u undoes it later  Esc leaves it",
        )
    )
    if chosen is None:
        return None
    value = chosen.value
    if chosen.field == "role":
        value = await explorer.push_screen_wait(
            Panel(
                f"line {chosen.target} is", options=why.other_roles(reading), hint="Enter decides"
            )
        )
        if value is None:
            return None
    elif value is None:
        return await _asked_for(explorer, reading, chosen)
    return await explorer.judge(reading.record.article.id, chosen.field, value, chosen.target)


async def _asked_for(explorer: Explorer, reading: Reading, chosen: why.Decision) -> str | None:
    """Ask for a value until it can be taken; what was typed stays, with what is wrong about it."""
    asked = "outlet" if chosen.field == "outlet" else "day (YYYY-MM-DD)"
    value, wrong = "", ""
    while True:
        typed: Typed | None = await explorer.push_screen_wait(
            Panel(
                f"decide the {asked}",
                text=[wrong] if wrong else (),
                prompt=asked,
                value=value,
                free=True,
                hint="Enter decides  Esc leaves it as it is",
            )
        )
        if typed is None:
            return None
        value = typed.text
        try:
            return await explorer.judge(
                reading.record.article.id, chosen.field, value, chosen.target
            )
        except BroadsheetError as error:
            wrong = str(error)
