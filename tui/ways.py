"""The ways from screen to screen that lead through names, and the breadcrumb of all ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui import commands
from tui.drawn import Drawn

if TYPE_CHECKING:
    from index.entity.result import EntityPage, Target
    from tui.app import Explorer

_STEPS = {commands.SEARCH: "list"}


class Ways(Drawn, inherit_bindings=False):
    """Opening entities and the sentences behind their numbers."""

    def open_entity(self, key: str) -> None:
        """What the archive has of the entity with this key."""
        from tui.screens.entity import EntityScreen

        self.push_screen(EntityScreen(key))

    def open_sentences(self, page: EntityPage, target: Target, told: str) -> None:
        """The sentences behind a number of an entity's page; `told` names the number."""
        from tui.screens.sentences import SentencesScreen

        self.push_screen(SentencesScreen(page, target, told))

    def open_sentence(self, article: str, sentence: int) -> None:
        """An article where its sentence with this number stands; below 0 at its beginning."""
        from tui.session import ReaderPlace

        explorer = cast("Explorer", self)
        if sentence >= 0:
            explorer.session.reader = ReaderPlace(article, top=-1, sentence=sentence)
        explorer.open_article(article, [], -1)

    def way(self) -> list[str]:
        """The screens that lie under this one, each as a breadcrumb calls it."""
        found = []
        for screen in self.screen_stack[:-1]:
            kind = str(getattr(screen, "KIND", ""))
            found.append(str(getattr(screen, "crumb", "")) or _STEPS.get(kind, kind))
        return [step for step in found if step]
