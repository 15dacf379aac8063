"""The versions of one article: what came under the same address or path, laid side by side.

With two of them the other one is taken at once; of more, one is chosen. The older stands left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.panel import Panel
from tui.views.choice import Option
from tui.views.days import moment
from tui.views.lines import counted, shown

if TYPE_CHECKING:
    from index.answers import Record
    from tui.screens.base import CommandScreen


async def show_versions(screen: CommandScreen, record: Record) -> None:
    """Lay another version of an article beside it; say so where there is none."""
    explorer, here = screen.explorer, record.article.id
    others = [one for one in record.versions if one != here]
    if not others:
        screen.say("no other version came under this article's address")
        return
    chosen: str | None = others[0]
    if len(others) > 1:
        read: list[Record] = await explorer.threads.article(
            lambda: [explorer.archive.get(one) for one in reversed(others)]
        )
        options = [Option(_told(one, record), one.article.id) for one in read]
        chosen = await explorer.push_screen_wait(
            Panel(
                f"{counted(len(others), 'other version')} of this article, the latest first",
                options=options,
                hint="Enter lays it beside this one  Esc close",
            )
        )
    if chosen is not None:
        explorer.open_comparison(*sorted((here, chosen), key=record.versions.index))


def _told(one: Record, here: Record) -> str:
    """A version in a line: earlier or later, when it came, what it is called."""
    order = "later" if one.came_after(here) else "earlier"
    return f"{order:<9}came {moment(one.added[:10], one.added)}  {shown(one.article.headline)}"
