"""Piping: what is under the cursor, or the list, to a shell command that a person types.

One panel asks for both: the line chosen says what goes in, the field what runs. Only what was
typed there is ever run. What the command writes is shown in a panel.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from tui import commands, shell
from tui.clipboard import clean
from tui.screens.panel import Panel, moving
from tui.views.choice import Option
from tui.views.lines import counted, fit, shown
from tui.views.piped import ended, output_lines

if TYPE_CHECKING:
    from index.results import Hit
    from tui.screens.base import CommandScreen
    from tui.screens.search import SearchScreen
    from tui.screens.stories import StoriesScreen
    from tui.screens.story import StoryScreen
    from tui.screens.taking import Taking

Text = Callable[[], Awaitable[str]]
QUICK = 0.15  # seconds after which a command that still runs is shown to run
EXCERPT = 40


async def pipe(screen: CommandScreen) -> None:
    """Ask what goes to which command, run it, and show what it wrote."""
    options = await _offers(screen)
    if not options:
        screen.say("there is nothing here to give to a command")
        return
    explorer = screen.explorer
    panel = Panel(
        "give to a shell command", options=options, prompt="|", past=explorer.piped,
        hint="Enter runs it on the line chosen  ! before it: with the terminal  Esc",
    )  # fmt: skip
    chosen: Text | None = await screen.app.push_screen_wait(panel)
    command = panel.typed.strip()
    if chosen is None or not command.strip("! "):
        return
    explorer.piped.append(command)
    ran = await _run(screen, command, await chosen())
    if ran is None:
        screen.say(f"ended: {command}")
        return
    said = ended(ran.status)
    if ran.output.strip():
        more = "   the rest was left out, the command ended" if ran.cut else ""
        width = screen.app.size.width - 4
        lines = await asyncio.to_thread(output_lines, ran.output, width)
        title = " ".join(filter(None, (f"| {shown(command)}", said and f"({said})"))) + more
        await screen.app.push_screen_wait(
            Panel(title, text=lines, hint=f"{moving(screen.KIND, pages=True)}  Esc")
        )
    else:
        screen.say(f"{command}: {said or 'done'}")


async def _run(screen: CommandScreen, command: str, text: str) -> shell.Ran | None:
    """Run it; a panel says so if it takes longer, whose Esc ends it (None then)."""
    explorer = screen.explorer
    running = asyncio.create_task(
        shell.run(command, text, explorer.aside, explorer.terminal_number())
    )
    await asyncio.wait([running], timeout=QUICK)
    if not running.done():
        panel = Panel("running", text=[shown(command)], hint="Esc ends it")

        def end(_: object) -> None:
            running.cancel()

        explorer.push_screen(panel, end)
        await asyncio.wait([running])
        if panel.is_current:
            panel.dismiss(None)
    with suppress(asyncio.CancelledError):
        return await running
    return None


# --- what can be given ----------------------------------------------------------------------


async def _offers(screen: CommandScreen) -> list[Option]:
    """What this screen has to give, the likeliest first."""
    article = screen.current_id()
    own = _OF_SCREEN.get(screen.KIND)
    options = own(screen) if own is not None else []
    if article:
        options[:0] = _of_article(screen, article)
    for what in ("sentence", "pair", "paragraph", "quotation", "citation", "URL"):
        if screen.KIND in next((s for _, w, s in commands.COPIES if w == what), ()):
            text = await screen.text_to_copy(what)
            if text:
                options.append(Option(f"the {what}", _given(text), f"{fit(text, EXCERPT).strip()}"))
    return options


def _given(text: str) -> Text:
    async def give() -> str:
        return clean(text) + "\n"

    return give


def _of_article(screen: CommandScreen, article: str) -> list[Option]:
    explorer = screen.explorer

    def text() -> str:
        from tui.plain.article import text_lines

        return clean("\n".join(text_lines(explorer.archive.get(article)))) + "\n"

    def document() -> str:
        from tui.cli.documents import headed, record_json

        record = explorer.archive.get(article)
        return _json(headed(explorer.archive.state(), record_json(record)))

    return [
        Option("the article, as text", _asked(screen, text)),
        Option("the article, as JSON", _asked(screen, document)),
    ]


def _asked(screen: CommandScreen, make: Callable[[], str]) -> Text:
    """A text that is made in a thread when it is wanted."""
    return lambda: screen.explorer.threads.article(make)


def _json(document: Any) -> str:
    from tui.cli.output import safe_json

    return safe_json(document) + "\n"


def _of_list(screen: CommandScreen) -> list[Option]:
    listed = cast("SearchScreen", screen)
    finding = listed.finding
    if not finding.hits:
        return []

    async def as_lines() -> str:  # tens of thousands: not in the loop
        return await asyncio.to_thread(_lines, await listed.fetch_every())

    async def as_json() -> str:
        return await asyncio.to_thread(_json_lines, await listed.fetch_every())

    told = f"all {counted(finding.total, 'row')} of the list"
    return [
        Option(f"{told}, a line each", as_lines, "id, day, outlet, title"),
        Option(f"{told}, as JSON lines", as_json),
    ]


def _lines(hits: Sequence[Hit]) -> str:
    return "".join("\t".join(clean(cell or "") for cell in _cells(hit)) + "\n" for hit in hits)


def _json_lines(hits: Sequence[Hit]) -> str:
    from tui.cli.documents import hit_json

    return "".join(_json(hit_json(hit)) for hit in hits)


def _cells(hit: Hit) -> tuple[str | None, ...]:
    row = hit.row
    return row.id[:16], row.published, row.outlet, row.title


def _of_comparison(screen: CommandScreen) -> list[Option]:
    taking = cast("Taking", screen)
    sides = taking.sides
    if sides is None:
        return []

    def markdown() -> str:
        from tui.cli.comparison_markdown import as_markdown

        state = screen.explorer.archive.state()
        return as_markdown(sides.comparison, sides.left, sides.right, state) + "\n"

    def document() -> str:
        from tui.cli.comparison_json import comparison_json
        from tui.cli.documents import headed

        found = comparison_json(sides.comparison, sides.left.article, sides.right.article, 0.0)
        return _json(headed(screen.explorer.archive.state(), found))

    return [
        Option("the comparison, as Markdown", _asked(screen, markdown)),
        Option("the comparison, as JSON", _asked(screen, document)),
    ]


def _of_story(screen: CommandScreen) -> list[Option]:
    about = cast("StoryScreen", screen).shown
    if about is None:
        return []

    def form(ending: str) -> Text:
        from tui.screens.story_export import page_text

        archive = screen.explorer.archive
        return _asked(screen, lambda: page_text(about, ending, archive))

    forms = (("csv", "a table"), ("json", "JSON"), ("md", "Markdown"))
    return [Option(f"the ledger, as {told}", form(ending)) for ending, told in forms]


def _of_stories(screen: CommandScreen) -> list[Option]:
    listed = cast("StoriesScreen", screen)
    if not listed.rows:
        return []

    async def as_lines() -> str:
        cells = ((r.id[:16], r.first, r.last, str(len(r.articles)), r.title) for r in listed.rows)
        return "".join("\t".join(clean(c or "") for c in row) + "\n" for row in cells)

    async def as_json() -> str:
        from tui.cli.story_json import story_row_json

        return "".join(_json(story_row_json(row)) for row in listed.rows)

    told = f"the {counted(len(listed.rows), 'story', 'stories')} listed"
    return [
        Option(f"{told}, a line each", as_lines, "id, first and last day, articles, title"),
        Option(f"{told}, as JSON lines", as_json),
    ]


_OF_SCREEN: dict[str, Callable[[CommandScreen], list[Option]]] = {
    commands.SEARCH: _of_list,
    commands.COMPARE: _of_comparison,
    commands.STORY: _of_story,
    commands.STORIES: _of_stories,
}
"""What a screen has to give besides the article under the cursor."""
