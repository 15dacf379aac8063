"""What the person left at the archive's articles, as screens show it: read in a thread when the
explorer opens and when it is asked anew, then as the keys pressed since have left it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.views.left import Left

if TYPE_CHECKING:
    from index.personal import Personal
    from tui.app import Explorer
    from tui.screens.base import CommandScreen

NOWHERE = "no article is under the cursor"


def left_at(explorer: Explorer) -> dict[str, Left]:
    """Stars, tags and notes by the ids of their articles, as far as they were read."""
    return explorer.own_known.signs


async def read_left(screen: CommandScreen) -> None:
    """Read them anew, unless a change is still to be written; what cannot be read is told."""
    explorer, known = screen.explorer, screen.explorer.own_known
    keeper, archive = explorer.keeper, explorer.archive.path
    own = keeper.own if keeper is not None else None
    if own is None:
        if keeper is not None and keeper.problem:
            screen.say(keeper.problem)
        return
    try:
        found = await explorer.threads.own(lambda: _read(own, archive))
    except BroadsheetError as error:  # nobody reads an article less for it
        screen.say(f"stars, tags and notes are not shown: {error}")
        return
    if not known.pending and found != known.signs:
        known.signs = found
        show_left(explorer)


def show_left(explorer: Explorer, said: str = "") -> None:
    """Show what was left at articles on every screen; `said` on the topmost."""
    from tui.screens.base import CommandScreen

    screens = [one for one in explorer.screen_stack if isinstance(one, CommandScreen)]
    for screen in screens:
        if screen.is_mounted:
            screen.marks_changed()
    if said and screens:
        screens[-1].say(said)


def _read(own: Personal, archive: Path) -> dict[str, Left]:
    found: dict[str, Left] = {}
    for article in own.stars(archive):
        found[article] = Left(starred=True)
    for tag_, article in own.tags(archive):
        had = found.get(article, Left())
        found[article] = replace(had, tags=tuple(sorted((*had.tags, tag_))))
    for text, article in own.notes(archive):
        found[article] = replace(found.get(article, Left()), note=text)
    return found
