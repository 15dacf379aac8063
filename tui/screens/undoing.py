"""Taking back what was decided, or left at an article, last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.judging import told

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen


async def undo(screen: CommandScreen) -> None:
    """Take the last star, tag or note back, or else the last judgement; say which."""
    explorer = screen.explorer
    step, explorer.own_last = explorer.own_last, None
    if step is not None:
        step.take_back()
        screen.marks_changed()
        screen.say(f"undone: {step.told}")
        return
    undone = await explorer.threads.article(lambda: explorer.archive.undo(author=explorer.author))
    if undone is None:
        screen.say("there is no judgement to undo")
        return
    screen.reload()
    screen.say(f"undone: {told(undone.field)}")
