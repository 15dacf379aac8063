"""Which query shall narrow a screen: what stood there is offered, an empty one takes it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.panel import Panel, Typed

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen


async def asked_for(screen: CommandScreen, title: str, query: str, all_of: str) -> str | None:
    """The query that is typed, empty when everything is meant; None when it is left as it was.

    `all_of` says what Enter in the empty field does.
    """
    panel = Panel(
        title, prompt="/", value=query, free=True, or_nothing=True,
        hint=f"Enter narrows; with nothing typed it {all_of}  Esc leaves it",
    )  # fmt: skip
    typed = await screen.app.push_screen_wait(panel)
    return typed.text if isinstance(typed, Typed) else None
