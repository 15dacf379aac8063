"""Which entity is meant: the name under the cursor, or one that is typed, with completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.panel import Panel, Typed
from tui.views.choice import Option
from tui.views.lines import counted, shown

if TYPE_CHECKING:
    from index.entity.result import Candidate, Meant
    from tui.screens.base import CommandScreen

OFFERED = 30  # names of the archive that begin as typed


async def open_entity(screen: CommandScreen) -> None:
    """Ask for a name, the one under the cursor first, and open its page."""
    meant = await ask_for_name(screen)
    if meant is not None:
        screen.explorer.open_entity(meant.key, told=meant.told)


async def ask_for_name(screen: CommandScreen) -> Meant | None:
    """The entity whose name is chosen or typed, and how that was read; None when nobody is."""
    from index.entity.result import Meant

    here, near = screen.entity_here(), await screen.names_here()
    first = [one for one in near if one[0] == here] or [(here, here.partition(":")[2], 0)]
    if here:
        near = [*first, *(one for one in near if one[0] != here)]
    offers = Offers(screen, near, here)
    panel = Panel(
        "whose page",
        options=offers.options,
        prompt="name",
        free=True,
        hint="Enter opens  letters narrow: names here, then all  Esc",
    )
    offers.panel = panel
    chosen = await screen.app.push_screen_wait(panel)
    if isinstance(chosen, Typed):
        return await _meant(screen, chosen.text)
    return Meant(chosen) if chosen else None


async def _meant(screen: CommandScreen, name: str) -> Meant | None:
    """Whom a name means as it was typed; where several have it, one is chosen."""
    from index.entity.finding import AmbiguousEntity
    from index.entity.result import Meant

    finding = screen.explorer.archive.entities().finding
    try:
        return await screen.explorer.threads.article(lambda: finding.read(name))
    except AmbiguousEntity as several:
        panel = Panel(f"“{shown(name)}” may be", options=[_option(o) for o in several.candidates])
        key = await screen.app.push_screen_wait(panel)
        return Meant(key) if key else None


class Offers:
    """The names that go on as is typed: those at hand at once, the archive's when they come."""

    def __init__(
        self, screen: CommandScreen, near: list[tuple[str, str, int]], under: str = ""
    ) -> None:
        self._screen = screen
        self._near = [
            Option(f"{shown(name)}  {key.partition(':')[0]}", key,
                   "under the cursor" if key == under else counted(times, "time") + " here")
            for key, name, times in near
        ]  # fmt: skip
        self._known: dict[str, list[Option]] = {}
        self.panel: Panel | None = None

    def options(self, typed: str) -> list[Option]:
        """What is offered for what was typed so far."""
        words = typed.casefold().split()
        here = [o for o in self._near if all(word in o.label.casefold() for word in words)]
        asked = " ".join(words)
        if len(asked) > 1 and asked not in self._known:
            self._screen.in_background(self._fetch(asked), group="names")
        keys = {option.value for option in here}
        return [*here, *(o for o in self._known.get(asked, ()) if o.value not in keys)]

    async def _fetch(self, asked: str) -> None:
        finding = self._screen.explorer.archive.entities().finding
        if self._typed() != asked:
            return  # overtaken
        found = await self._screen.explorer.threads.query(
            lambda: finding.beginning(asked, OFFERED) if self._typed() == asked else []
        )
        if self._typed() == asked and self.panel is not None:
            self._known[asked] = [_option(one) for one in found]
            self.panel.refill(keep=True)

    def _typed(self) -> str:
        return " ".join(self.panel.typed.casefold().split()) if self.panel else ""


def _option(one: Candidate) -> Option:
    return Option(f"{shown(one.name)}  {one.type}", one.key, counted(one.articles, "article"))
