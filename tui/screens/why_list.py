"""`i` on lists and sentences: what the line under the cursor rests on, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from tui import commands
from tui.screens.panel import Panel
from tui.screens.story_why import ONE_STORY
from tui.views.days import span_of_days
from tui.views.lines import Line, Run, counted, shown

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen
    from tui.screens.evidence import EvidenceScreen
    from tui.screens.outlets import OutletsScreen
    from tui.screens.sentences import SentencesScreen
    from tui.screens.stories import StoriesScreen

Text = list[Line | str]


async def why(screen: CommandScreen) -> None:
    """Say it in a panel."""
    title, text = _OF_SCREEN[screen.KIND](screen)
    await screen.app.push_screen_wait(Panel(title, text=text, hint="Esc close"))


def _of_stories(screen: CommandScreen) -> tuple[str, Text]:
    listed = cast("StoriesScreen", screen)
    text: Text = []
    if listed.rows:
        row = listed.rows[listed.cursor]
        text.append((Run(shown(row.title), "strong"),))
        days = span_of_days(row.first, row.last) if row.first and row.last else "no day known"
        text.append(f"{counted(len(row.articles), 'article')}, {days}; the title is that of the "
                    "first of them, unless somebody named the story.")  # fmt: skip
        if row.outlets:
            text.append(f"reported by {', '.join(shown(one) for one in row.outlets)}")
        if row.copies:
            text.append(f"{counted(row.copies, 'article copies', 'articles copy')} another of it.")
        if row.disputed is not None:
            text.append(f"{counted(row.disputed, 'point')} in which its articles may disagree.")
        text.append("")
    decides = commands.key("why", commands.STORY)
    inside = f"{decides} merges it with another, parts an article or names it"
    text += [ONE_STORY, f"Inside a story, {inside}."]
    return "why one story", text


def _of_outlets(screen: CommandScreen) -> tuple[str, Text]:
    listed = cast("OutletsScreen", screen)
    text: Text = []
    if listed.rows:
        one = listed.rows[listed.cursor]
        row = one.row
        text.append((Run(shown(one.name), "strong"),))
        size = f"{counted(row.articles, 'article')}, {counted(row.words, 'word')}"
        text.append(f"{size}; {row.undated:,} without a day, {row.agency:,} credit a news agency.")
        if one.group:
            members = screen.explorer.settings.groups.get(one.name, ())
            text.append(f"A group of your settings: {', '.join(shown(each) for each in members)}.")
        text.append("")
    decides = commands.key("why", commands.READER)
    text += [
        "An article counts for the outlet that it states, or that somebody decided; in the reader, "
        f"{decides} decides it. Spellings of one outlet are counted together.",
        "Words are those of titles and running text. Days are the first and the last stated; the "
        "number behind them is of articles without one.",
        "agency: articles that credit a news agency, as a share; copy that credits nobody is not "
        "found.",
    ]
    return "how it was counted", text


def _of_sentences(screen: CommandScreen) -> tuple[str, Text]:
    about = cast("SentencesScreen", screen)
    _, query, target = about.asked
    name = (screen.explorer.way_to(screen)[:-1] or [about.told])[-1]
    text: Text = [(Run(shown(about.told), "strong"),)]
    if about.laid.read:
        text.append(f"{counted(about.total, 'sentence')} in {counted(about.articles, 'article')}"
                    + (f", of those that {shown(query)} finds" if query else "") + ".")  # fmt: skip
    decides = commands.key("why", commands.READER)
    text += ["", _BEHIND.get(target.section, _NAMED),
             f"The name is {name} with all spellings that are one with it; "
             f"on the name in the reader, {decides} parts or merges them."]  # fmt: skip
    return "why these sentences", text


_NAMED = "Every sentence in which the name stands, marked where it does, newest first."
_BEHIND = {
    "spelling": "Every sentence in which the name is spelt so, marked where it is, newest first.",
    "with": "Of every article that names both the sentences that do; where none does, the first "
    "that names the one whose page this is. Newest first.",
    "said": "Every sentence with words for which the text names this speaker, newest first.",
    "label": "Every sentence in which the name is called so, newest first.",
}


def _of_evidence(screen: CommandScreen) -> tuple[str, Text]:
    about = cast("EvidenceScreen", screen)
    behind, pair = about.behind, about.pair
    text: Text = [(Run(shown(behind.told), "strong"),)]
    for side, ids in (("left", behind.left), ("right", behind.right)):
        name = shown(getattr(pair, side).party.name)
        letter = "A" if side == "left" else "B"
        text.append(f"{letter}  {name}: {counted(len(ids), 'article')}")
    text.append("")
    if behind.sought is not None:
        text.append("The number counts these articles; in each, the sentences with what was "
                    "counted stand below its title, the words marked.")  # fmt: skip
    else:
        text.append("The number counts these articles; no single sentence is behind it.")
    if behind.around is not None:
        text.append("“Not found” rests on what the archive has of the other outlet around these "
                    "days: it follows below.")  # fmt: skip
    return "why this evidence", text


_OF_SCREEN: dict[str, Callable[[CommandScreen], tuple[str, Text]]] = {
    commands.STORIES: _of_stories,
    commands.OUTLETS: _of_outlets,
    commands.SENTENCES: _of_sentences,
    commands.EVIDENCE: _of_evidence,
}
