"""How the numbers of two outlets are counted: what a section rests on, and what it cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.coverage.nearest import DAYS, LOOKED_AT, NEAR, UNDATED
from tui.screens.panel import Panel
from tui.views.lines import Line, counted, shown
from tui.views.outlets import share_told, side_told

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen
    from tui.views.outlet_page import OutletsPage
    from tui.views.outlet_rows import Section

_PERHAPS = (
    "Stories with no article of {0}, but {0} has one in another story that a comparison of the two "
    f"does not call different: the {LOOKED_AT} likest articles of {{0}} from {DAYS} days before to "
    f"{DAYS} days after, or without a day, are held against those of the story, and the likeliest "
    "comes first; behind them stand those whose nearest article is of a near story from the same "
    "days, each of several reports. A large affair is several stories. Whether it is the same "
    "event is for the reader to say: both articles open side by side."
)
_ONLY = (
    "Stories with no article of {0} in the archive. The number at the right says how many articles "
    "of {0} there are from three days before to three days after. The nearest is its article most "
    "like one of the story: a comparison calls it another event, or it is hardly like at all, "
    "even where its story is named before or after this one (“possibly told otherwise”), "
    f"from {DAYS} days before to {DAYS} days after or without a day. "
    "Likeness is that of stories: words of title and opening, and names, less what the days "
    f"between take off, or {UNDATED:.2f} more where a day is missing; among the likest, words that "
    f"few articles of both sides have decide. Below {NEAR:.2f} nothing is called near."
)
_COUNTED: dict[Section, str] = {
    "volume": "Articles by the day that the outlet states, of all that the archive has of it then; "
    "a stretch in which it has none is a gap in the archive, not silence. A few days far from all "
    "others have no bar and are told by their number.",
    "shared": "Stories with articles of both that the query finds. Days apart lie between the "
    "first report of each.",
    "partly": "Stories with articles of both, of which the query finds those of one side only: "
    "the other side has the event, not what was asked for.",
    "perhaps_left": _PERHAPS.format("B"),
    "only_left": _ONLY.format("B"),
    "perhaps_right": _PERHAPS.format("A"),
    "only_right": _ONLY.format("A"),
    "agency": "Articles that credit a news agency, as a share of all that are meant; copy that "
    "credits nobody is not found.",
    "voices": "Words in quotation marks in running text, as a share of all such words of the side; "
    "words told without marks are counted apart (ind.). What somebody is is read at the name.",
    "names": "Articles that name somebody or something, as a share of those whose names are read.",
    "labels": "What either side calls the same people, groups and deeds: nouns that weigh "
    "differently, verbs of saying, and the titles and nouns at names.",
    "words_left": "",
    "words_right": "",
}
_KEYNESS = (
    "Log-odds of a word with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), as "
    "z; told from 1.96 on, for words in at least two articles of their side and in one of two "
    "hundred, not mostly in one, and nothing below two articles a side. Paragraphs that stand in "
    "several articles word for word are standing lines and count twice at most."
)


async def why(screen: CommandScreen, page: OutletsPage) -> None:
    """Say how what is under the cursor was counted."""
    await screen.app.push_screen_wait(
        Panel("how it was counted", text=text(page), hint="j k move  Esc close")
    )


def text(page: OutletsPage) -> list[Line | str]:
    """What the section under the cursor rests on, then how much of each side there is."""
    row = page.current
    lines: list[Line | str] = []
    if row is not None:
        lines += [_COUNTED[row.section] or _KEYNESS, ""]
    telling = page.telling
    for letter, side in (("A", page.pair.left), ("B", page.pair.right)):
        lines.append(shown(f"{letter}  {side_told(side)}"))
        if telling is not None:
            lines.append(share_told(side, telling.left if letter == "A" else telling.right))
        if side.party.outlets != (side.party.name,) and not side.party.spellings:
            lines.append(f"counted as one: {', '.join(side.party.outlets)}")
        if side.party.missing:
            lines.append(f"not in this archive: {', '.join(side.party.missing)}")
    copies = sum(len(s.articles) - len(s.texts) for s in (page.pair.left, page.pair.right))
    if copies:
        lines.append(f"{counted(copies, 'copy', 'copies')} of a text within a side are read once.")
    return lines
