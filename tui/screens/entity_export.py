"""Writing an entity's page to a file: a web page, Markdown, a table, or JSON with every id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import fold
from tui.screens.writing import asked_form, written

if TYPE_CHECKING:
    from index.entity.result import EntityPage
    from tui.screens.entity import EntityScreen

_FORMS = (
    ("html", "a web page"), ("md", "Markdown"), ("csv", "a table of every count"),
    ("json", "JSON, with the ids behind every count"),
)  # fmt: skip


async def export(screen: EntityScreen, page: EntityPage) -> None:
    """Ask in which form, write the file where the program was started, say its name."""
    explorer = screen.explorer
    ending = await asked_form(screen, "this page", _FORMS)
    if ending is None:
        return
    name = re.sub(r"[^a-z0-9]+", "-", fold(page.name)).strip("-")[:40] or page.type

    def write() -> str:
        from tui.cli.entity_pages import written_as

        return written(f"entity-{name}.{ending}", written_as(page, explorer.archive, ending))

    screen.say(await explorer.threads.article(write))
