"""An entity's page and sentences as plain text: every count with what it is a count of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.plain.tables import cell_text, record_lines
from tui.views.lines import counted

if TYPE_CHECKING:
    from index.entity.result import EntityPage, Place


def page_lines(page: EntityPage) -> list[str]:
    """Who it is, what the counts rest on, then every row of every section."""
    from tui.cli.entity_json import CSV_NAMES, csv_rows
    from tui.views.entity_told import (
        RUNNING_TEXT,
        names_told,
        outlets_as_one,
        rest_told,
        size_told,
    )

    out = [f"{page.name} ({page.type}): {size_told(page)}"]
    out += [f"Query: {page.query}"] if page.query else []
    out += filter(None, (rest_told(page), names_told(page.resting), *outlets_as_one(page)))
    out.append(f"Quotations are counted {RUNNING_TEXT}")
    return out + record_lines(CSV_NAMES, csv_rows(page), cell_text)


def sentence_lines(places: Sequence[Place], told: str, query: str) -> list[str]:
    """Every sentence behind a number, which `told` names, with where it stands."""
    out = [f"{told}: {counted(len(places), 'sentence')}"]
    out += [f"Query: {query}"] if query else []
    for number, one in enumerate(places, 1):
        out += ["", f"{number} of {len(places)}: {' '.join(one.text.split())}",
                f"outlet: {one.outlet or 'not known'}", f"published: {one.published or 'no day'}",
                f"title: {one.title}", f"id: {one.article[:16]}"]  # fmt: skip
        if one.sentence >= 0:
            out.append(f"sentence: {one.sentence + 1}")
    return out
