"""`E` on lists, sentences and articles: what the screen shows, written into a file that is chosen.

Whatever was not fetched yet is fetched for it. Comparison, story, entity and two outlets have more
to write, in forms of their own.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from tui import commands
from tui.screens.plainly import page_text
from tui.screens.writing import asked_form, written

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen
    from tui.screens.evidence import EvidenceScreen
    from tui.screens.outlets import OutletsScreen
    from tui.screens.search import SearchScreen
    from tui.screens.sentences import SentencesScreen
    from tui.screens.stories import StoriesScreen

Table = tuple[Sequence[str], Iterable[Sequence[object]]]
Document = dict[str, Any]
_FORMS = (("csv", "a table"), ("json", "JSON"), ("txt", "plain text"))


@dataclass(frozen=True, slots=True)
class Page:
    """What a screen has to write: what it is called, the beginning of the file's name, and how
    its table and its document are made; an article is no table."""

    told: str
    name: str
    document: Callable[[], Awaitable[Document]]
    table: Callable[[], Awaitable[Table]] | None = None


async def export(screen: CommandScreen) -> None:
    """Ask in which form, write the file where the program was started, say its name."""
    page = _OF_SCREEN[screen.KIND](screen)
    if page is None:
        screen.say("there is nothing here to write")
        return
    forms = _FORMS if page.table is not None else _FORMS[1:]
    ending = await asked_form(screen, page.told, forms)
    if ending is None:
        return
    screen.say("gathering what is to be written")
    threads, state = screen.explorer.threads, screen.explorer.archive.state
    if ending == "csv" and page.table is not None:
        names, rows = await page.table()

        def text() -> str:
            from tui.cli.output import csv_text

            return csv_text(names, rows)
    elif ending == "json":
        document = await page.document()

        def text() -> str:
            from tui.cli.documents import headed
            from tui.cli.output import safe_json

            return safe_json(headed(state(), document), indent=1) + "\n"
    else:
        plain = await page_text(screen)

        def text() -> str:
            return plain

    screen.say(await threads.article(lambda: written(f"{page.name}.{ending}", text())))


def _of_list(screen: CommandScreen) -> Page | None:
    listed = cast("SearchScreen", screen)
    finding = listed.finding
    if not finding.hits:
        return None

    async def table() -> Table:
        from tui.cli.tables import HITS, hit_cells

        return HITS, map(hit_cells, await listed.fetch_every())

    async def document() -> Document:
        from tui.cli.documents import hit_json

        hits = await listed.fetch_every()
        return {
            "query": finding.query.strip(),
            "read_as": finding.answer.read_as if finding.answer else "",
            "order": finding.ordered,
            "total": finding.answer.total if finding.answer else len(hits),
            "rows": len(hits),
            "hits": [hit_json(hit) for hit in hits],
        }

    return Page("this list", "list", document, table)


def _of_article(screen: CommandScreen) -> Page | None:
    article, explorer = screen.current_id(), screen.explorer
    if not article:
        return None

    async def document() -> Document:
        from tui.cli.documents import record_json

        return await explorer.threads.article(lambda: record_json(explorer.archive.get(article)))

    return Page("this article", f"article-{article[:10]}", document)


def _of_stories(screen: CommandScreen) -> Page | None:
    listed = cast("StoriesScreen", screen)
    if not listed.rows:
        return None
    archive, query, sort = screen.explorer.archive, listed.query_text, listed.sort

    async def every() -> Any:
        def asked() -> Any:
            among = archive.found(query) if query.strip() else None
            return archive.stories().listing().rows(among, sort, None)[0]

        return await screen.explorer.threads.article(asked)

    async def table() -> Table:
        from tui.cli.tables import STORIES, story_cells

        return STORIES, map(story_cells, await every())

    async def document() -> Document:
        from tui.cli.story_json import story_row_json

        rows = await every()
        stories = [story_row_json(row) for row in rows]
        return {"query": query, "order": sort, "total": len(rows), "stories": stories}

    return Page("these stories", "stories", document, table)


def _of_outlets(screen: CommandScreen) -> Page | None:
    listed = cast("OutletsScreen", screen)
    if not listed.rows:
        return None

    async def table() -> Table:
        from tui.cli.tables import OUTLETS, outlet_cells

        return OUTLETS, [outlet_cells(row) for row in listed.found]

    async def document() -> Document:
        from tui.cli.outlets_json import outlet_json

        return {"query": listed.query_text, "outlets": [outlet_json(row) for row in listed.found]}

    return Page("these outlets", "outlets", document, table)


_PASSAGE = ("outlet", "published", "title", "article", "sentence", "text")


def _passage(
    outlet: str | None, published: str | None, title: str, article: str, at: int, text: str | None
) -> tuple[object, ...]:
    return outlet, published, title, article[:16], at + 1 if at >= 0 else None, text


def _of_sentences(screen: CommandScreen) -> Page | None:
    about = cast("SentencesScreen", screen)
    if not about.laid.read:
        return None

    async def rows() -> list[tuple[object, ...]]:
        await about.read_all()
        return [
            _passage(one.outlet, one.published, one.title, one.article, one.sentence, one.text)
            for one in about.laid.rows
        ]

    async def table() -> Table:
        return _PASSAGE, await rows()

    async def document() -> Document:
        found = [dict(zip(_PASSAGE, row, strict=True)) for row in await rows()]
        key, query, _ = about.asked
        return {"entity": key, "query": query, "number": about.told, "sentences": found}

    return Page("these sentences", "sentences", document, table)


def _of_evidence(screen: CommandScreen) -> Page | None:
    about = cast("EvidenceScreen", screen)
    if not about.laid.spots:
        return None
    names = ("side", *_PASSAGE)

    async def rows() -> list[tuple[object, ...]]:
        await about.read_all()
        return [
            (spot.side, *_passage(spot.article.outlet, spot.article.published, spot.article.title,
                                  spot.article.id, spot.sentence, spot.text))
            for spot in about.laid.spots
        ]  # fmt: skip

    async def table() -> Table:
        return names, await rows()

    async def document() -> Document:
        pair = about.pair
        return {
            "left": pair.left.party.name,
            "right": pair.right.party.name,
            "query": pair.query,
            "number": about.behind.told,
            "sentences": [dict(zip(names, row, strict=True)) for row in await rows()],
        }

    return Page("this evidence", "evidence", document, table)


_OF_SCREEN: dict[str, Callable[[CommandScreen], Page | None]] = {
    commands.SEARCH: _of_list,
    commands.READER: _of_article,
    commands.STORIES: _of_stories,
    commands.OUTLETS: _of_outlets,
    commands.SENTENCES: _of_sentences,
    commands.EVIDENCE: _of_evidence,
}
