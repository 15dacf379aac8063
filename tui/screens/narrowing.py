"""Queries that a panel makes out of the standing one: by facets, by days as bars, by more words,
and the earlier ones.

Choosing one gives back the query to ask next. Letters move as everywhere; `/` looks for a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.facets import unlisted
from index.outlet_names import spelt
from index.query.joining import within
from tui.screens.panel import WIDEST, ByKey, Panel, Typed, moving
from tui.views.choice import Option
from tui.views.histogram import BAR, without_gaps
from tui.views.lines import counted, shown, thousands
from tui.views.results import narrowed

if TYPE_CHECKING:
    from index.answers import Answer
    from index.archive import Archive
    from tui.screens.asking import AskingScreen


async def narrow(screen: AskingScreen) -> str | None:
    """Show the facets; the query narrowed by the chosen one, or None."""
    archive, text = screen.explorer.archive, screen.finding.query.strip()
    answer = await screen.explorer.threads.query(
        lambda: archive.search(text or "*", limit=1, facets=True, snippets=False)
    )
    ids = [value for value, _ in answer.facets.get("story", ())]
    titles = await screen.explorer.threads.query(lambda: _titles(archive, ids)) if ids else {}
    every = [
        Option(
            f"{kind:<14}{shown(titles.get(value, value))}{_also(answer, kind, value)}",
            (kind, value),
            thousands(number),
            kind=kind,
        )
        for kind, values in answer.facets.items()
        for value, number in values
    ]

    def options(typed: str) -> list[Option]:
        words = typed.casefold().split()
        return [o for o in every if all(word in o.label.casefold() for word in words)]

    chosen = await screen.app.push_screen_wait(
        Panel(
            f"facets of {counted(answer.total, 'article')}",
            text=unlisted(answer.facets, answer.stories) + spelt(answer.spellings),
            options=options,
            prompt="look for",
            asked_by_slash=True,
            keys=("x", "delete"),
            hint="Enter only these  x all but  Tab next kind  "
            f"{screen.keycap('query')} looks for a word  Esc",
        )
    )
    if isinstance(chosen, ByKey):
        return narrowed(text, *chosen.value, without=True)
    return narrowed(text, *chosen) if chosen else None


def _also(answer: Answer, kind: str, value: str) -> str:
    """The other spellings that are counted with an outlet."""
    those = answer.spellings.get(value, ()) if kind == "outlet" else ()
    others = [name for name, _ in those if name != value]
    return f" (also {', '.join(map(shown, others))})" if others else ""


def _titles(archive: Archive, ids: list[str]) -> dict[str, str]:
    """The titles of the articles that stories go by, by the beginnings of their ids."""
    rows = archive.rows([archive.resolve(one) for one in ids])
    return {one: row.title for one in ids for row in rows if row.id.startswith(one)}


async def narrow_to_days(screen: AskingScreen) -> str | None:
    """Show how many of the articles found are from when; the query narrowed to one bar."""
    archive, text = screen.explorer.archive, screen.finding.query.strip()
    answer = await screen.explorer.threads.query(
        lambda: archive.search(text or "*", limit=1, facets=True, snippets=False)
    )
    histogram = answer.histogram
    if histogram is None or not histogram.bars:
        screen.say("none of these articles has a day")
        return None
    most = max(number for _, number in histogram.bars)
    room = max(4, min(screen.app.size.width, WIDEST) - 40)
    options = [
        Option(
            f"{name:<16}{BAR * -(-number * room // most) if number else '·'}",
            value if number else "",
            thousands(number) if number else "",
        )
        for name, value, number in without_gaps(histogram.bars)
    ]
    dated = sum(number for _, number in histogram.bars)
    undated = f", {answer.total - dated:,} without a day" if answer.total > dated else ""
    chosen = await screen.app.push_screen_wait(
        Panel(
            f"{counted(dated, 'article')} by {histogram.unit}{undated}",
            options=options,
            hint="Enter keeps these days only  Esc close",
        )
    )
    if chosen == "":
        screen.say("none of these articles is from then")
    return within(text, f"date:{chosen}") if chosen else None


async def more(screen: AskingScreen, words: str = "") -> str | None:
    """Ask for words among what was found; the query for both, or None."""
    query = screen.finding.query.strip()
    if not query:
        screen.say(f"there is no query to search within; {screen.keycap('query')} writes one")
        return None
    if words:
        return within(query, words)
    panel = Panel(
        "search within", text=[f"among what finds {shown(query)}"], prompt="and", free=True,
        hint="Enter looks for both  Esc close",
    )  # fmt: skip
    typed = await screen.app.push_screen_wait(panel)
    return within(query, typed.text) if isinstance(typed, Typed) else None


async def earlier(screen: AskingScreen) -> str | None:
    """The queries of the history, the newest first; the chosen one, or None."""
    asked = screen.explorer.session.history[::-1]
    if not asked:
        screen.say(f"no query has been asked yet; {screen.keycap('query')} writes one")
        return None

    def options(typed: str) -> list[Option]:
        words = typed.casefold().split()
        return [
            Option(shown(one), one)
            for one in asked
            if all(word in one.casefold() for word in words)
        ]

    ask = screen.keycap("query")
    panel = Panel(
        "earlier queries", options=options, prompt="look for", asked_by_slash=True,
        hint=f"Enter asks it again  {moving(screen.KIND)}  {ask} looks for a word  Esc",
    )  # fmt: skip
    chosen: str | None = await screen.app.push_screen_wait(panel)
    return chosen
