"""Writing two outlets to a file: a web page, Markdown, a table, or JSON with every article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.screens.writing import asked_form, written

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen
    from tui.views.outlet_page import OutletsPage

_FORMS = (("html", "a web page"), ("md", "Markdown"), ("csv", "a table"), ("json", "JSON"))


async def export(screen: CommandScreen, about: OutletsPage) -> None:
    """Ask in which form, write the file where the program was started, say its name."""
    explorer, telling = screen.explorer, about.telling
    if telling is None or not about.pair.decided:
        key = screen.keycap("export")
        screen.say(f"not all is counted yet; {key} writes the page once it is")
        return
    ending = await asked_form(screen, "the two outlets", _FORMS)
    if ending is None:
        return
    sides = (about.pair.left, about.pair.right)
    names = "-".join(_plain(side.party.name) for side in sides)

    def write() -> str:
        from tui.cli.outlets_pages import written_as

        text = written_as(about.pair, telling, explorer.archive, ending)
        return written(f"outlets-{names}.{ending}", text)

    screen.say(await explorer.threads.article(write))


def _plain(name: str) -> str:
    """A name as a part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:30] or "outlet"
