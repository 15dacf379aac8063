"""Searches kept under a name, in the person's own state: kept, looked for again, taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.screens.own import personal
from tui.views.lines import counted, shown

if TYPE_CHECKING:
    from index.archive import Archive
    from index.personal import Personal, Saved
    from index.results import Sort
    from tui.screens.asking import AskingScreen


async def save(screen: AskingScreen, name: str = "") -> None:
    """Keep the query under a name; without one, ask for it."""
    from tui.screens.panel import Panel, Typed

    query, own, archive = screen.finding.query.strip(), personal(screen), screen.explorer.archive
    order, name = screen.finding.order, " ".join(name.split())
    if not query:
        screen.say(f"there is no query to save; {screen.keycap('query')} writes one")
        return
    if not name:
        panel = Panel(
            "save this search", prompt="name", value=query[:40], offered=True, free=True,
            hint="Enter keeps it; letters write another name  Esc",
        )  # fmt: skip
        named = await screen.app.push_screen_wait(panel)
        if not isinstance(named, Typed):
            return
        name = named.text

    def kept() -> str:
        before = {one.name.casefold(): one.query for one in own.saved(archive.path)}
        now = _kept(query, order)
        own.save(archive.path, name, now, archive.generation())
        return "" if (was := before.get(name.casefold(), now)) == now else f", in place of {was}"

    instead = await screen.explorer.threads.own(kept)
    screen.say(f"saved as {name}{instead}; {screen.keycap('saved')} lists what is kept")


def _kept(query: str, order: Sort) -> str:
    """The query with the order of the list; as it is where it cannot be read yet."""
    from index.query.joining import in_order

    try:
        return in_order(query, order)
    except BroadsheetError:
        return query


def _looked(own: Personal, archive: Archive, name: str) -> None:
    own.look(archive.path, name, archive.generation())


async def saved(screen: AskingScreen) -> None:
    """The saved searches, each with its articles and what is new since the last look."""
    from tui.screens.panel import ByKey, Panel, moving
    from tui.views.choice import Option

    own, archive = personal(screen), screen.explorer.archive
    mine = screen.explorer.threads.own

    def told(one: Saved) -> Option:
        try:
            answer = archive.search(one.query, limit=0, since=one.looked)
        except BroadsheetError as error:
            return Option(f"{shown(one.name):<24}{shown(one.query)}", one, shown(str(error))[:30])
        new = f"{answer.new:,} new of " if answer.new else ""
        return Option(
            f"{shown(one.name):<24}{shown(one.query)}", one,
            f"{new}{counted(answer.total, 'article')}", "strong" if answer.new else "",
        )  # fmt: skip

    at, hint = 0, f"Enter looks for it  x takes it away  {moving(screen.KIND)}  Esc"
    while kept := await mine(lambda: own.saved(archive.path)):
        options = await screen.explorer.threads.query(lambda kept=kept: [told(k) for k in kept])  # type: ignore[misc]
        panel = Panel("saved searches", options=options, keys=("x", "delete"),
                      at=min(at, len(kept) - 1), hint=hint)  # fmt: skip
        chosen = await screen.app.push_screen_wait(panel)
        if not isinstance(chosen, ByKey):
            if chosen is not None:
                await mine(partial(_looked, own, archive, chosen.name))
                screen.ask_for(chosen.query)
            return
        at = chosen.at
        await mine(partial(own.unsave, archive.path, chosen.value.name))
    screen.say(f"no search is saved; {screen.keycap('save')} keeps this one under a name")
