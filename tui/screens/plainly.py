"""`:plain`: the page one is on as plain text, linear and complete, in a pager or in a file.

What has a page as text of its own is written by `tui.plain`; of other screens all lines are taken,
from top to bottom, those that do not fit on the screen too.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

from corpus.text import visible
from tui import commands, shell
from tui.screens.panel import Panel
from tui.screens.writing import written
from tui.views.choice import Option
from tui.views.lines import line_text
from tui.views.piped import ended
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen
    from tui.screens.entity import EntityScreen
    from tui.screens.outlets import OutletsScreen
    from tui.screens.search import SearchScreen
    from tui.screens.sentences import SentencesScreen
    from tui.screens.stories import StoriesScreen
    from tui.screens.story import StoryScreen
    from tui.screens.taking import Taking
    from tui.screens.two_outlets import TwoOutletsScreen


async def plainly(screen: CommandScreen) -> None:
    """Ask where the text shall go, and bring it there."""
    explorer = screen.explorer
    pager = os.environ.get("PAGER") or "less"
    options = [Option(f"read it in {pager}", "pager"), Option("write it into a file", "file")]
    if explorer.terminal_number() is None:
        options = options[1:]
    chosen = await screen.app.push_screen_wait(Panel("this page as plain text", options=options))
    if chosen is None:
        return
    text = await page_text(screen)
    if chosen == "file":
        screen.say(await explorer.threads.article(lambda: written(f"{screen.KIND}.txt", text)))
    else:
        seen = f"!{pager.strip().removeprefix('!')}"  # `cat` needs the terminal to be read on
        ran = await shell.run(seen, text, explorer.aside, explorer.terminal_number())
        if ran.status:
            screen.say(f"{pager}: {ended(ran.status)}")


async def page_text(screen: CommandScreen) -> str:
    """The page as text."""
    lines = await _OF_SCREEN.get(screen.KIND, _of_any)(screen)
    return "\n".join(visible(line) for line in lines).strip() + "\n"


async def _of_any(screen: CommandScreen) -> list[str]:
    """Every line of every pane that is shown, from top to bottom."""
    out: list[str] = []
    for pane in screen.query(Pane):
        if pane.display and pane.id not in ("footer", "status"):
            out += [line_text(line).rstrip() for line in pane.all_lines()]
    return [line.strip("─━│ ") if set(line) <= set("─━│ ") else line for line in out]


async def _of_list(screen: CommandScreen) -> list[str]:
    from tui.plain.listing import hit_lines

    listed = cast("SearchScreen", screen)
    return hit_lines(listed.finding.answer, await listed.fetch_every())


async def _of_article(screen: CommandScreen) -> list[str]:
    from tui.plain.article import lines

    archive, article = screen.explorer.archive, screen.current_id()
    return await screen.explorer.threads.article(lambda: lines(archive.get(article)))


async def _of_comparison(screen: CommandScreen) -> list[str]:
    from tui.cli.comparison_pages import page_of
    from tui.plain.comparison import lines

    sides = cast("Taking", screen).sides
    if sides is None:
        return []
    state = screen.explorer.archive.state
    return await screen.explorer.threads.article(
        lambda: lines(page_of(sides.comparison, sides.left, sides.right, state()))
    )


async def _of_story(screen: CommandScreen) -> list[str]:
    from tui.plain.ledger import lines
    from tui.screens.story_export import page_of

    about, archive = cast("StoryScreen", screen).shown, screen.explorer.archive
    if about is None:
        return []
    return await screen.explorer.threads.article(lambda: lines(page_of(about, archive)))


async def _of_stories(screen: CommandScreen) -> list[str]:
    from tui.plain.listing import story_lines

    listed = cast("StoriesScreen", screen)
    return story_lines(listed.rows, listed.query_text, listed.total)


async def _of_entity(screen: CommandScreen) -> list[str]:
    from tui.plain.entity import page_lines

    about, archive = cast("EntityScreen", screen), screen.explorer.archive
    return await screen.explorer.threads.article(
        lambda: page_lines(archive.entities().page(about.key, about.query_text, whole=True))
    )


async def _of_sentences(screen: CommandScreen) -> list[str]:
    from tui.plain.entity import sentence_lines

    about = cast("SentencesScreen", screen)
    await about.read_all()
    return sentence_lines(about.laid.rows, about.told, about.asked[1])


async def _of_outlets(screen: CommandScreen) -> list[str]:
    from tui.plain.outlets import lines
    from tui.views.outlet_list import nameless

    about = cast("OutletsScreen", screen)
    return lines(about.rows, nameless(about.found), about.query_text, about.left)


async def _of_two_outlets(screen: CommandScreen) -> list[str]:
    from tui.plain.outlets import pair_lines

    page = cast("TwoOutletsScreen", screen).page
    if page is None or page.telling is None or not page.pair.decided:
        return await _of_any(screen)  # not all is counted yet
    return pair_lines(page.pair, page.telling)


_OF_SCREEN: dict[str, Callable[[CommandScreen], Awaitable[list[str]]]] = {
    commands.SEARCH: _of_list,
    commands.READER: _of_article,
    commands.COMPARE: _of_comparison,
    commands.STORY: _of_story,
    commands.STORIES: _of_stories,
    commands.ENTITY: _of_entity,
    commands.SENTENCES: _of_sentences,
    commands.OUTLETS: _of_outlets,
    commands.TWO: _of_two_outlets,
}
