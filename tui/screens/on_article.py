"""What every screen does with the article under its cursor: a star, tags, a note, a mark, a
comparison, its story. Where no article is, that is said.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, cast

from corpus.errors import BroadsheetError
from tui.screens.left_at import NOWHERE

if TYPE_CHECKING:
    from tui.app import Explorer
    from tui.screens.base import CommandScreen


class OnArticle:
    """A screen on which an article may stand under the cursor."""

    if TYPE_CHECKING:

        @property
        def explorer(self) -> Explorer: ...

        def in_background(
            self, work: Coroutine[Any, Any, None], group: str = "work", *, opens: bool = False
        ) -> None: ...

        def notice(self, text: str) -> None: ...

    def current_id(self) -> str:
        """The id of the article under the cursor."""
        return ""

    @property
    def _screen(self) -> CommandScreen:
        return cast("CommandScreen", self)

    def do_star(self) -> None:
        """Give the article a star, or take it away."""
        from tui.screens.own import star

        try:
            star(self._screen)
        except BroadsheetError as error:
            self.notice(str(error))

    def do_tag(self) -> None:
        """Tag the article."""
        from tui.screens.own import tag

        self.in_background(tag(self._screen), group="own", opens=True)

    def do_note(self) -> None:
        """Write a note on the article."""
        from tui.screens.own import note

        self.in_background(note(self._screen), group="own", opens=True)

    def do_mark(self) -> None:
        """Mark the article for comparison, or take its mark away."""
        from tui.screens.marking import mark

        mark(self._screen)

    def do_marked(self) -> None:
        """The marked articles: take marks away, or choose two and lay them side by side."""
        from tui.screens.marking import show_marked

        self.in_background(show_marked(self._screen), group="marked", opens=True)

    def do_compare(self) -> None:
        """Lay the two marked articles side by side; without marks, look for counterparts."""
        from tui.screens.marking import compare_or_offer

        compare_or_offer(self._screen)

    def do_story(self) -> None:
        """The story of the article."""
        if article := self.current_id():
            self.explorer.open_story(article)
        else:
            self.notice(NOWHERE)
