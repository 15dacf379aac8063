"""The marked articles, and which two of them are laid side by side.

With nothing marked, `c` looks for counterparts: what other outlets likely wrote of the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui import commands
from tui.desk import counterparts
from tui.screens.left_at import NOWHERE
from tui.screens.panel import ByKey, Panel
from tui.views.choice import Option
from tui.views.days import short_day
from tui.views.lines import counted, shown

if TYPE_CHECKING:
    from index.results import Row
    from tui.screens.base import CommandScreen


def mark(screen: CommandScreen) -> None:
    """Mark the current article for comparison, or take its mark away."""
    article, session = screen.current_id(), screen.explorer.session
    if not article:
        screen.notice(NOWHERE)
        return
    had = article in session.marked
    number = session.mark(article)
    screen.marks_changed()
    if number:
        elsewhere = screen.KIND in (commands.STORY, commands.TWO)
        key = screen.keycap("marked" if elsewhere else "compare")  # there `c` compares what stands
        more = f"; {key} compares them" if len(session.marked) == 2 else ""
        screen.notice(f"marked as {number}{more}")
    else:
        full = f"nine are marked already; {screen.keycap('marked')} shows them"
        screen.notice("mark taken away" if had else full)


def compare_or_offer(screen: CommandScreen) -> None:
    """Two marked articles side by side, or one and the one here; three to nine in a ledger."""
    marked, here = screen.explorer.session.marked, screen.current_id()
    if len(marked) > 2:
        screen.explorer.open_ledger(list(marked))
        return
    pair = list(marked[:2])
    if len(pair) == 1 and here and here != pair[0]:
        pair.append(here)
    if len(pair) == 2:
        screen.explorer.open_comparison(pair[0], pair[1])
    elif here:
        screen.in_background(_counterparts(screen, here), group="marked", opens=True)
    else:
        screen.notice(_how(screen))


def _how(screen: CommandScreen) -> str:
    key, compare = _marks(screen), screen.keycap("compare")
    return f"mark two articles with {key}, then {compare} lays them side by side"


def _marks(screen: CommandScreen) -> str:
    """The key that marks articles here; where none does, that of the list."""
    if screen.KIND == commands.OUTLETS:  # it marks an outlet there
        return f"{commands.key('mark', commands.SEARCH)} in the list"
    return screen.keycap("mark-column" if screen.KIND == commands.STORY else "mark")


async def _counterparts(screen: CommandScreen, article: str) -> None:
    explorer = screen.explorer
    found = await counterparts(explorer.threads, explorer.archive, explorer.compute, article)
    if not found:
        screen.say("no other outlet is found with a report of this event; " + _how(screen))
        return
    options = [
        Option(_told(row), row.id, f"{short_day(row.published)}  {_likely(score)}")
        for row, score in found
    ]
    chosen = await explorer.push_screen_wait(
        Panel(
            "likely reports of the same event by other outlets",
            options=options,
            hint="Enter lays it beside this article  Esc close",
        )
    )
    if chosen:
        explorer.open_comparison(article, chosen)


def _likely(score: float) -> str:
    """A word for a report that is less likely of the same event than the others."""
    from corpus.comparison.event import SAME

    return "perhaps" if score < SAME else ""


def _told(row: Row, before: str = "") -> str:
    return f"{before}{shown(row.outlet or 'outlet not known')}  {shown(row.title)}"


async def show_marked(screen: CommandScreen) -> None:
    """The marked articles: Enter on two of them compares, the key that marks takes a mark away."""
    explorer = screen.explorer
    first, at = "", 0
    while explorer.session.marked:
        ids = list(explorer.session.marked)
        rows = await explorer.threads.article(lambda ids=ids: explorer.archive.rows(ids))  # type: ignore[misc]
        chosen = await explorer.push_screen_wait(_panel(screen, rows, ids, first, at))
        if isinstance(chosen, ByKey):
            at = max(0, min(chosen.at, len(ids) - 2))
            first = "" if first == chosen.value else first
            explorer.session.mark(chosen.value)
            screen.marks_changed()
        elif chosen is None:
            return
        elif not first or first == chosen:
            first = "" if first == chosen else chosen
            at = ids.index(chosen)
        else:
            explorer.open_comparison(first, chosen)
            return
    screen.say(f"nothing is marked; {_marks(screen)} marks the article under the cursor")


def _panel(
    screen: CommandScreen, rows: Sequence[Row], ids: Sequence[str], first: str, at: int
) -> Panel:
    options = [
        Option(
            _told(row, f"{ids.index(row.id) + 1} {'◀' if row.id == first else ' '} "),
            row.id,
            short_day(row.published),
        )
        for row in rows
    ]
    name = {commands.OUTLETS: "mark-outlet", commands.STORY: "mark-column"}.get(screen.KIND, "mark")
    own = commands.pressed(name, screen.KIND)
    keys = own or ("m",)
    hint = "Enter on another compares both" if first else "Enter on two compares them"
    return Panel(
        f"{counted(len(rows), 'article')} marked for comparison",
        options=options,
        keys=keys,
        at=at,
        hint=f"{hint}  {screen.keycap(name) if own else 'm'} takes a mark away  Esc",
    )
