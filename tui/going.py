"""Going from screen to screen: what opens an article, a comparison, a story, and where one was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.drawn import Drawn
from tui.resuming import reopen

if TYPE_CHECKING:
    from index.results import Hit
    from tui.places import (
        ComparePlace,
        OutletsPlace,
        ReaderPlace,
        StoriesPlace,
        StoryPlace,
        TwoOutletsPlace,
    )
    from tui.screens.search import SearchScreen
    from tui.session import Session


class Going(Drawn, inherit_bindings=False):
    """An app whose screens open one another."""

    session: Session
    _resumed = False

    @property
    def list_screen(self) -> SearchScreen:
        """The first screen."""
        raise NotImplementedError

    def open_article(
        self, article: str, hits: list[Hit], at: int, said: str = "", *,
        place: ReaderPlace | None = None,
    ) -> None:  # fmt: skip
        """Open an article of the list in the reader, at a place in it where one is given."""
        from tui.screens.reader import ReaderScreen

        finding = self.list_screen.finding
        query = finding.query.strip() if finding.answer is not None else ""
        self.push_screen(ReaderScreen(article, hits, at, query, said, place))

    def open_comparison(
        self, left: str, right: str, said: str = "", *, place: ComparePlace | None = None
    ) -> None:
        """Lay two articles side by side, at a place in the comparison where one is given."""
        from tui.screens.compare import CompareScreen

        self.push_screen(CompareScreen(left, right, said, place))

    def open_stories(self, place: StoriesPlace | None = None) -> None:
        """What happened, and who reported it."""
        from tui.screens.stories import StoriesScreen

        self.push_screen(StoriesScreen(place))

    def open_story(self, story: str, siblings: Sequence[str] = (), at: int = -1) -> None:
        """The story with this id, or of the article with this id; its neighbours in a list."""
        from tui.screens.story import StoryScreen

        self.push_screen(StoryScreen(story, siblings, at))

    def open_outlets(self, article: str = "", *, place: OutletsPlace | None = None) -> None:
        """The outlets; those that report the event of an article first."""
        from tui.screens.outlets import OutletsScreen

        self.push_screen(OutletsScreen(article, place))

    def open_two_outlets(
        self, left: str, right: str, query: str = "", others: Sequence[str] = (), *,
        place: TwoOutletsPlace | None = None,
    ) -> None:  # fmt: skip
        """Lay two outlets side by side; `others` may follow on the right."""
        from tui.screens.two_outlets import TwoOutletsScreen

        self.push_screen(TwoOutletsScreen(left, right, query, others, place))

    def open_ledger(self, articles: Sequence[str]) -> None:
        """Who reports what among these articles."""
        from tui.screens.story import StoryScreen

        self.push_screen(StoryScreen(articles=articles))

    def open_story_at(self, place: StoryPlace) -> None:
        """A story or ledger as it was left."""
        from tui.screens.story import StoryScreen

        self.push_screen(StoryScreen(place.story, articles=place.articles, place=place))

    def resume(self) -> None:
        """Open again what was open last time."""
        self._resumed = True
        for place in self.session.screens:
            reopen(self, place)

    def search_for(self, words: str) -> None:
        """Go back to the list and look for these words."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.list_screen.ask_for(words)
