"""The ways from screen to screen that lead through names, and the breadcrumb of all ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from tui import commands
from tui.drawn import Drawn

if TYPE_CHECKING:
    from index.entity.result import EntityPage, Target
    from tui.app import Explorer
    from tui.places import EntityPlace, SentencesPlace

_STEPS = {commands.SEARCH: "list"}


class Ways(Drawn, inherit_bindings=False):
    """Opening entities and the sentences behind their numbers."""

    def open_entity(self, key: str, *, place: EntityPlace | None = None, told: str = "") -> None:
        """What the archive has of the entity with this key, at a place where one is given; `told`
        is how a typed name was read."""
        from tui.screens.entity import EntityScreen

        page = EntityScreen(key, place)
        if told:
            page.say(told)
        self.push_screen(page)

    def open_sentences(self, page: EntityPage, target: Target, told: str) -> None:
        """The sentences behind a number of an entity's page; `told` names the number."""
        from tui.screens.sentences import SentencesScreen

        self.push_screen(SentencesScreen(page.key, page.query, target, told))

    def open_sentences_at(self, place: SentencesPlace) -> None:
        """The sentences behind a number as they were left; none where there is no such number."""
        from index.entity.result import Section, Target
        from tui.screens.sentences import SentencesScreen

        section = next((one for one in get_args(Section) if one == place.section), None)
        if section is not None:
            target = Target(section, place.value)
            screen = SentencesScreen(place.key, place.query, target, place.told, place)
            self.push_screen(screen)

    def open_sentence(self, article: str, sentence: int) -> None:
        """An article where its sentence with this number stands; below 0 at its beginning."""
        from tui.places import ReaderPlace

        place = ReaderPlace(article=article, top=-1, sentence=sentence)
        cast("Explorer", self).open_article(article, [], -1, place=place)

    def way_to(self, screen: object) -> list[str]:
        """The screens up to this one, wherever it lies, each as a breadcrumb calls it."""
        found = []
        for one in self.screen_stack:
            found.append(_called(one))
            if one is screen:
                break
        return [step for step in found if step]


def _called(screen: object) -> str:
    """What a breadcrumb calls a screen; empty for a panel."""
    kind = str(getattr(screen, "KIND", ""))
    return str(getattr(screen, "crumb", "")) or _STEPS.get(kind, kind)
