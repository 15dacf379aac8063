"""Taking back what was decided, or left at an article: the last first, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.judging import told
from tui.views.lines import fit, shown

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen

LONGEST = 40  # cells of a title


async def undo(screen: CommandScreen) -> None:
    """Take the last step back and say which; before the first, judgements made earlier."""
    explorer = screen.explorer
    step = explorer.steps.pop() if explorer.steps else None
    if step is not None and step.take_back is not None:
        step.take_back()
        where = "" if step.article == screen.current_id() else await _titled(screen, step.article)
        screen.say(f"undone: {step.told}{where}")
        return
    try:
        undone = await explorer.threads.article(
            lambda: explorer.archive.undo(author=explorer.author)
        )
    except Exception:  # it still stands, and is the one to be taken back next
        if step is not None:
            explorer.steps.append(step)
        raise
    if undone is None:
        screen.say("there is nothing to undo")
        return
    screen.reload()
    screen.say(f"undone: {told(undone)}")


async def _titled(screen: CommandScreen, article: str) -> str:
    """Of which article, where it is not the one under the cursor."""
    archive = screen.explorer.archive
    rows = await screen.explorer.threads.article(lambda: archive.rows([article]))
    return f", at “{fit(shown(rows[0].title), LONGEST).rstrip()}”" if rows else ""
