"""What every screen does with names: `@` asks whose page to open, that under the cursor first."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from index.answers import Record
    from tui.app import Explorer
    from tui.screens.base import CommandScreen


class OnNames:
    """A screen on which a name may stand under the cursor."""

    if TYPE_CHECKING:

        @property
        def explorer(self) -> Explorer: ...

        def current_id(self) -> str: ...

        def in_background(
            self, work: Coroutine[Any, Any, None], group: str = "work", *, opens: bool = False
        ) -> None: ...

    def do_entity(self) -> None:
        """The page of a name that is chosen, the one under the cursor first, or typed."""
        from tui.screens.entity_asking import open_entity

        screen = cast("CommandScreen", self)
        self.in_background(open_entity(screen), group="entity", opens=True)

    def entity_here(self) -> str:
        """The key of the name under the cursor."""
        return ""

    async def names_here(self) -> list[tuple[str, str, int]]:
        """The names that are offered first, (key, name, how often): those of the article here."""
        article, archive = self.current_id(), self.explorer.archive
        if not article:
            return []
        record: Record = await self.explorer.threads.article(lambda: archive.get(article))
        entities = record.names.entities if record.names else ()
        found = [(one.key, one.name, len(one.mentions)) for one in entities]
        return sorted(found, key=lambda one: -one[2])
