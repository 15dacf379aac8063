"""What the screens of an entity ask the archive; runs in a thread.

What takes longer than a frame is asked of the computing process, where there is one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.archive import Archive
    from index.entity.result import EntityPage, Places, Target
    from tui.compute import Compute


def page_of(archive: Archive, key: str, query: str, compute: Compute | None) -> EntityPage:
    """All that is told of an entity, of the articles that a query finds."""
    if compute is None:
        return archive.entities().page(key, query)
    from index.entity.result import EntityPage

    found: EntityPage = compute.ask("entity", (key, query), EntityPage)
    return found


def places_of(
    archive: Archive,
    asked: tuple[str, str, Target],
    offset: int,
    compute: Compute | None,
) -> Places:
    """Some of the sentences behind a number (entity's key, query, target)."""
    key, query, target = asked
    if compute is None:
        return archive.entities().places(key, query, target, offset)
    from index.entity.result import Places

    told = json.dumps([target.section, target.value])
    found: Places = compute.ask("places", (key, query, told, str(offset)), Places)
    return found
