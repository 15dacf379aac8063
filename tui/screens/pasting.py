"""What can be done with a text that was pasted outside a text field: search for it, or add it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from tui.screens.panel import Panel
from tui.views.choice import Option
from tui.views.days import short_day
from tui.views.lines import counted, shown

if TYPE_CHECKING:
    from tui.app import Explorer
    from tui.screens.base import CommandScreen

LONG = 40  # words from which a paste is more likely an article than a query


async def offer(screen: CommandScreen, text: str) -> None:
    """Ask what to do with a pasted text, and do it; a new article is opened."""
    explorer = screen.explorer
    words = shown(text).split()
    first = " ".join(words)
    search = Option("search for it", "search", f"{first[:40]}…" if len(first) > 40 else first)
    add = Option("add it to the archive as a new article", "add", counted(len(words), "word"))
    options = [add, search] if len(words) > LONG else [search, add]
    chosen = await explorer.push_screen_wait(
        Panel("pasted text", text=[first[:300]], options=[*options, Option("nothing", None)])
    )
    if chosen == "search":
        printable = "".join(letter if letter.isprintable() else " " for letter in text)
        explorer.search_for(" ".join(printable.split()))
    elif chosen == "add":
        article, said = await _added(explorer, text)
        if not article:
            screen.say(said)
            return
        (row,) = await explorer.threads.article(lambda: explorer.archive.rows([article]))
        screen.reload()
        where = (
            f"by its day, {short_day(row.published)}" if row.published else "last: it has no day"
        )
        explorer.open_article(
            article,
            [],
            -1,
            f"{said or 'added; '}kept as {article[:10]}; in the list it stands {where}",
        )


async def _added(explorer: Explorer, text: str) -> tuple[str, str]:
    """Add a text to the archive as a new article; its id and what became of it."""
    from index.intake import walk

    data = text.encode("utf-8", "replace")
    report = await explorer.threads.article(
        lambda: explorer.archive.add(walk(["-"], stdin=BytesIO(data)))
    )
    if report.rejected or not report.articles:
        reason = report.rejected[0].reason if report.rejected else "there is no text in it"
        return "", f"not added: {reason}"
    known = "" if report.added else "it was in the archive already; "
    return report.articles[0].id, known
