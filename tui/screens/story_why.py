"""Why these articles are one story and these sentences one row; and what can be done about it.

Merging, parting and naming are confirmed with Enter and undone with `u`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.judging import judged
from tui.screens.panel import Panel, Typed
from tui.views.choice import Option
from tui.views.days import short_day
from tui.views.ledger_words import said_of
from tui.views.lines import Line, Run, shown

if TYPE_CHECKING:
    from index.stories.listing import StoryRow
    from tui.screens.story_asked import Shown
    from tui.screens.story_going import StoryGoing
    from tui.views.ledger import Grid

_RULES = {
    "quotation": "Quotations stand in one row when their words match those of the row's version.",
    "figure": "Figures stand in one row when they count the same thing in the same kind of deed. "
    "A row marked ! and those beside it give different numbers of what may be one thing.",
    "statement": "Sentences stand in one row when the words they share, words near in meaning and "
    "words in a row make it likely that they state one thing. Where that is undecided the cell is "
    "~?: the sentence may state it, in part or in passing, or deny it, and has a row of its own.",
}

ONE_STORY = (
    "Articles are one story when title, opening and names are alike on average between all of "
    "them, the less so the further their days lie apart; what people decided stands above that."
)


async def why_story(screen: StoryGoing, about: Shown, grid: Grid) -> None:
    """Say why, and offer what can be decided."""
    in_ledger = screen.looked_at == "ledger"
    text = why(about, grid, about_row=in_ledger)
    options = []
    if about.row is not None:
        article = screen.current_id()
        here = next((one for one in about.reports if one.id == article), None)
        if here is not None and len(about.reports) > 1:
            name = f"{shown(here.outlet or 'outlet not known')}: {shown(here.title)}"
            options.append(Option(f"part from this story  {name}", "split"))
        options.append(Option("put together with another story", "merge"))
        options.append(Option("call the story by another name", "rename"))
    title = "why one story, why one row" if in_ledger else "why one story"
    panel = Panel(title, text=text, options=options,
                  hint=f"Enter decides; {screen.keycap('undo')} undoes it  Esc close")  # fmt: skip
    chosen = await screen.app.push_screen_wait(panel)
    if chosen == "split":
        await _split(screen, about)
    elif chosen == "merge":
        await _merge(screen, about)
    elif chosen == "rename":
        await _rename(screen, about)


def why(about: Shown, grid: Grid, *, about_row: bool = True) -> list[Line | str]:
    """What a story rests on, and the row under the cursor where that is a row of the ledger."""
    lines: list[Line | str] = []
    fact = grid.current if about_row else None
    if fact is not None:
        lines.append((Run(shown(fact.text), "strong"),))
        lines.append(_RULES[fact.kind])
        for number, column in enumerate(grid.ledger.columns, 1):
            cell = fact.cell_of(column.article)
            if cell is not None:
                other = f'"{shown(grid.ledger.facts[cell.row - 1].text)}"' if cell.row else ""
                said = said_of(cell, other)
                lines.append(
                    f"{number} {column.outlet or 'unknown'}: {said} (sentence {cell.sentence + 1})"
                )
        lines.append("")
    if about.row is not None:
        lines.append(ONE_STORY)
    return lines


async def _split(screen: StoryGoing, about: Shown) -> None:
    assert about.row is not None
    explorer, story, article = screen.explorer, about.row.story, screen.current_id()
    stories = explorer.archive.stories()
    await explorer.threads.article(
        lambda: stories.deciding().split(story, [article], author=explorer.author)
    )
    judged(explorer)
    screen.story = next(one.id for one in about.reports if one.id != article)
    screen.reload()
    screen.say(f"a story of its own now; {screen.keycap('undo')} undoes it")


async def _merge(screen: StoryGoing, about: Shown) -> None:
    assert about.row is not None
    explorer, story = screen.explorer, about.row.story
    stories = explorer.archive.stories()
    near = [*about.before, *about.after]
    every: list[StoryRow] = (
        near
        or (await explorer.threads.article(lambda: stories.listing().rows(None, "newest", 200)))[0]
    )

    def options(typed: str) -> list[Option]:
        words = typed.casefold().split()
        return [
            Option(shown(row.title), row.id, short_day(row.first))
            for row in every
            if row.story != story and all(word in row.title.casefold() for word in words)
        ]

    panel = Panel("which story is the same", options=options, prompt="title or id", free=True,
                  hint="Enter puts them together  Esc close")  # fmt: skip
    chosen = await explorer.push_screen_wait(panel)
    if chosen is None:
        return
    other = chosen.text if isinstance(chosen, Typed) else chosen
    await explorer.threads.article(
        lambda: stories.deciding().merge(stories.resolve(other), story, author=explorer.author)
    )
    judged(explorer)
    screen.reload()
    screen.say(f"one story now; {screen.keycap('undo')} undoes it")


async def _rename(screen: StoryGoing, about: Shown) -> None:
    assert about.row is not None
    explorer, story = screen.explorer, about.row.story
    panel = Panel("what the story is called", prompt="name", value=about.row.title, free=True,
                  hint="Enter decides  Esc close")  # fmt: skip
    typed = await explorer.push_screen_wait(panel)
    if isinstance(typed, Typed):
        await explorer.threads.article(
            lambda: (
                explorer.archive.stories()
                .deciding()
                .rename(story, typed.text, author=explorer.author)
            )
        )
        judged(explorer)
        screen.reload()
        screen.say(f"decided; {screen.keycap('undo')} undoes it")
