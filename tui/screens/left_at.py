"""What the person left at the archive's articles, as screens show it: read once, then as the keys
pressed since have left it.
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

NOWHERE = "no article is under the cursor"


def left_at(explorer: Explorer) -> dict[str, Left]:
    """Stars, tags and notes by the ids of their articles; none where they cannot be read."""
    known = explorer.own_known
    own = explorer.keeper.own if explorer.keeper is not None else None
    if known.signs is None:
        try:
            known.signs = {} if own is None else _read(own, explorer.archive.path)
        except BroadsheetError:  # whoever leaves something is told; nobody reads an article less
            known.signs = {}
    return known.signs


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
