"""Copying by key: what of the article under the cursor, and where it goes."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from tui import clipboard
from tui.views.citing import citation, part_at

if TYPE_CHECKING:
    from corpus.article import Article
    from index.answers import Record
    from tui.screens.base import CommandScreen


async def copy(screen: CommandScreen, what: str) -> None:
    """Copy something of the current article and say how that was done."""
    text = await screen.text_to_copy(what)
    if not text:
        screen.say(f"there is no {what} here to copy")
        return
    explorer = screen.explorer
    how = await to_thread(
        clipboard.copy, text, explorer.settings.copy, explorer.write_past, private=explorer.private
    )
    screen.say(f"{what} {how}" if how.startswith("copied") else how)


def of_article(article: Article, what: str, number: int) -> str | None:
    """The citation of an article, its URL where it has one, or what stands at a sentence of it."""
    if what in ("citation", "URL"):
        return citation(article) if what == "citation" else article.url
    return part_at(article, number, what)


async def article_here(screen: CommandScreen) -> Article | None:
    """The article under the cursor, from the archive; None where the cursor is on none."""
    article, archive = screen.current_id(), screen.explorer.archive
    if not article:
        return None
    record: Record = await screen.explorer.threads.article(lambda: archive.get(article))
    return record.article
