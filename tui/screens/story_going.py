"""Going on from a story: to a sentence, a name, two columns side by side, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.base import CommandScreen
from tui.screens.story_why import why_story
from tui.views.differing import number_in
from tui.views.ledger_names import names_shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.article import Article
    from corpus.ledger.result import Named
    from index.stories.listing import Report, StoryRow
    from tui.screens.story_asked import Head, Shown
    from tui.views.ledger import Grid


FOOT_KEYS = {
    "unmade": {"open": "read", "view": "make the ledger", "mark": "mark", "copy": "copy"},
    "timeline": {
        "open": "read", "view": "names", "days": "ledger", "bring": "column", "mark": "mark",
        "why": "why", "copy": "copy", "star": "star", "export": "export",
    },
    "names": {
        "open": "page of the name", "view": "ledger", "days": "in time", "why": "why",
        "export": "export",
    },
}  # fmt: skip
"""What the footer names in the views without rows of facts."""


class StoryGoing(CommandScreen):
    """What a story's screen leads to; `view` says which of its views is up."""

    story: str
    head: Head | None
    shown: Shown | None
    grid: Grid | None
    view: str
    report: int
    named: int  # of the names, the one under the cursor
    chosen: int | None  # the column one came from: `c` compares it

    @property
    def looked_at(self) -> str:
        """The view that is up: while there is no ledger its place is the timeline's."""
        return "timeline" if self.grid is None and self.head is not None else self.view

    def foot_keys(self) -> Mapping[str, str]:
        """Those of the view that is up."""
        if self.grid is None and self.head is not None:
            return FOOT_KEYS["unmade"]
        return FOOT_KEYS.get(self.view, {})

    @property
    def reports(self) -> Sequence[Report]:
        """The articles, as far as they are known."""
        about = self.shown or self.head
        return about.reports if about is not None else ()

    @property
    def around(self) -> tuple[Sequence[StoryRow], Sequence[StoryRow]]:
        """The stories before and after this one in the matter."""
        about = self.shown or self.head
        return (about.before, about.after) if about is not None else ((), ())

    def current_id(self) -> str:
        """The article of the column, or of the timeline."""
        if self.looked_at == "timeline":
            return self.reports[self.report].id if self.reports else ""
        if self.shown is None or self.grid is None:
            return ""
        return self.shown.ledger.columns[self.grid.column].article

    def entity_here(self) -> str:
        """The name under the cursor of the names."""
        names = self.names_listed if self.view == "names" else ()
        return names[self.named].key if self.named < len(names) else ""

    @property
    def names_listed(self) -> Sequence[Named]:
        """The names that are shown where names are."""
        if self.shown is None or self.grid is None:
            return ()
        return names_shown(self.shown.ledger, singles=self.grid.singles)

    def do_open(self) -> None:
        """Read the sentence of this cell in its article; on a name, its page."""
        article = self.current_id()
        if not article:
            return
        if key := self.entity_here():
            self.explorer.open_entity(key)
            return
        grid = self.grid
        fact = grid.current if grid is not None and self.view == "ledger" else None
        cell = fact.cell_of(article) if fact is not None else None
        if fact is not None and cell is None:
            self._notice = (
                f"not found in this article; {self.keycap('left')} {self.keycap('right')} go on"
            )
            return
        if cell is not None:
            self.in_background(self._read(article), group="read", opens=True)
        else:
            self.explorer.open_article(article, [], -1)

    async def _read(self, article: str) -> None:
        """Open an article where the sentence of the cell stands."""
        archive = self.explorer.archive
        record = await self.explorer.threads.article(lambda: archive.get(article))
        self.explorer.open_sentence(article, self.sentence_in(record.article))

    def sentence_in(self, article: Article) -> int:
        """The sentence of the cell."""
        fact = self.grid.current if self.grid is not None and self.view == "ledger" else None
        cell = fact.cell_of(article.id) if fact is not None else None
        if self.grid is None or cell is None:
            return -1
        column = self.grid.ledger.columns[self.grid.column]
        return number_in(article, column.sentences[cell.sentence])

    def do_compare(self) -> None:
        """Lay the two columns chosen side by side."""
        if self.grid is None:
            return
        columns = self.grid.ledger.columns
        other = self.chosen if self.chosen is not None else self.grid.column + 1
        if other >= len(columns):
            other = self.grid.column - 1
        if other < 0 or other == self.grid.column:
            self._notice = "there is one column; two can be compared"
            return
        pair = sorted((other, self.grid.column))
        self.explorer.open_comparison(columns[pair[0]].article, columns[pair[1]].article)

    def do_why(self) -> None:
        """Why these are one row, these one story; merge, split, rename."""
        if self.shown is not None and self.grid is not None:
            self.in_background(why_story(self, self.shown, self.grid), group="why", opens=True)

    def do_export(self) -> None:
        """Write the story as a page."""
        from tui.screens.story_export import export

        if self.shown is not None:
            self.in_background(export(self, self.shown), group="export", opens=True)
        else:
            self._notice = "the page is written once the ledger is made"
