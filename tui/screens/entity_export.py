"""Writing an entity's page to a file: a table of every count, or JSON with the ids behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import fold
from tui.screens.writing import asked_form, written

if TYPE_CHECKING:
    from index.archive import Archive
    from index.entity.result import EntityPage
    from tui.screens.entity import EntityScreen

_FORMS = (("csv", "a table of every count"), ("json", "JSON, with the ids behind every count"))


async def export(screen: EntityScreen, page: EntityPage) -> None:
    """Ask in which form, write the file where the program was started, say its name."""
    explorer = screen.explorer
    ending = await asked_form(screen, "this page", _FORMS)
    if ending is None:
        return
    name = re.sub(r"[^a-z0-9]+", "-", fold(page.name)).strip("-")[:40] or page.type

    def write() -> str:
        return written(f"entity-{name}.{ending}", page_text(explorer.archive, page, ending))

    screen.say(await explorer.threads.article(write))


def page_text(archive: Archive, page: EntityPage, ending: str) -> str:
    """The whole page in one of the forms."""
    from tui.cli.entity_json import CSV_NAMES, csv_rows, document
    from tui.cli.output import csv_text, safe_json

    whole = archive.entities().page(page.key, page.query, whole=True)
    if ending == "json":
        return safe_json(document(archive, whole, evidence=True), indent=1) + "\n"
    return csv_text(CSV_NAMES, csv_rows(whole))
