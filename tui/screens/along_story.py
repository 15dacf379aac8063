"""From the open article to the other reports of its event: a digit opens that of the n-th outlet.

The outlets stand under the text in the order in which they reported, each with its first report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError
from tui.screens.along_list import AlongList
from tui.views.lines import counted, width_of
from tui.views.outlet_names import LEAST, short_names

if TYPE_CHECKING:
    from index.archive import Archive
    from index.stories.listing import Report

LONGEST = 24  # cells of an outlet's name; less where nine would not fit


class AlongStory(AlongList):
    """A reader that knows which other outlets report the event of its article."""

    def __init__(self) -> None:
        super().__init__()
        self.reports: Sequence[Report] = ()  # the first of every outlet of the story

    def tell_head(self) -> None:
        """Show anew what stands around the text."""
        raise NotImplementedError

    async def find_reports(self, article: str) -> None:
        """Ask for the story of an article, and show its outlets."""
        archive = self.explorer.archive
        found = await self.explorer.threads.query(lambda: first_reports(archive, article))
        if article == self.article and self.is_mounted:
            self.reports = found
            self.tell_head()

    def same_story(self) -> str:
        """The outlets of the story with their digits, that of the open article in brackets."""
        if len(self.reports) < 2:
            return ""
        reports = self.reports[:9]
        outlets = [one.outlet for one in reports]
        told = [""]
        for length in range(LONGEST, LEAST - 1, -1):
            told = [
                f"[{number} {name}]" if one.id == self.article else f"{number} {name}"
                for number, (one, name) in enumerate(
                    zip(reports, short_names(outlets, length), strict=True), 1
                )
            ]
            if width_of("  ".join(told)) <= self.app.size.width - 20:
                break
        return "same story: " + "  ".join(self._seen(told))

    def _seen(self, told: list[str]) -> list[str]:
        """As many of the outlets as there is room for, around the open one; "+4" for the others."""
        if width_of("  ".join(told)) <= self.app.size.width - 20:
            return told
        here = next((n for n, one in enumerate(told) if one.startswith("[")), 0)
        first, last = 0, len(told)
        while width_of("  ".join(told[first:last])) > self.app.size.width - 28 and last - first > 1:
            if last - 1 > here:
                last -= 1
            else:
                first += 1
        before = [f"+{first}"] if first else []
        return [*before, *told[first:last], *([f"+{len(told) - last}"] if last < len(told) else [])]

    def do_report(self) -> None:
        """The report of the n-th outlet of the story."""
        if len(self.reports) < 2:
            self._notice = "no other outlet's report of this event is known"
        elif self.nth >= len(self.reports):
            self._notice = f"{counted(len(self.reports), 'outlet')} report this event"
        elif self.reports[self.nth].id != self.article:
            self.open_beyond_list(self.reports[self.nth].id)


def first_reports(archive: Archive, article: str) -> list[Report]:
    """The first report of every outlet of an article's story, earliest first; of its own outlet
    the article itself. None where it is in no story yet."""
    try:
        stories = archive.stories()
        reports = stories.listing().reports(stories.resolve(article))
    except BroadsheetError:
        return []
    firsts: dict[str | None, Report] = {}
    for one in reports:
        firsts.setdefault(one.outlet, one)
        if one.id == article:
            firsts[one.outlet] = one
    return list(firsts.values())
