"""The sentences behind a number of an entity's page; Enter reads on in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import commands
from tui.places import SentencesPlace
from tui.screens.entity_asked import places_of
from tui.screens.passages import PassagesScreen
from tui.views.lines import EMPTY, Line, Run, clip, counted, place, shown, spread
from tui.views.sentences import Sentences

if TYPE_CHECKING:
    from index.entity.result import Target


AHEAD = 300  # sentences beyond where it stood in which the one that was left is looked for


class SentencesScreen(PassagesScreen):
    """The sentences that a number of an entity's page is made of; `told` names it, `kept` says on
    which one to stand."""

    KIND = commands.SENTENCES
    crumb = "sentences"

    def __init__(
        self, key: str, query: str, target: Target, told: str, kept: SentencesPlace | None = None
    ) -> None:
        super().__init__()
        self.asked = key, query, target
        self.told = told
        self.laid: Sentences = Sentences()
        self.total = self.articles = -1  # not known yet
        self._kept = kept  # until it was read

    def place(self) -> SentencesPlace:
        """Whose sentences, behind which number, and the sentence."""
        key, query, target = self.asked
        article, sentence, _ = self.here()
        return self._kept or SentencesPlace(
            query=query, row=self.laid.at, key=key, section=target.section, value=target.value,
            told=self.told, article=article, sentence=sentence,
        )  # fmt: skip

    @property
    def more(self) -> bool:
        """Whether there are sentences that were not read."""
        return self.total < 0 or self.laid.read < self.total

    async def part(self) -> None:
        """Read the next of them; at first up to the one to stand on."""
        await self._some()
        if (kept := self._kept) is None:
            return
        row = max(0, kept.row)
        while self.more and (
            self.laid.read <= row or (self._left(kept) < 0 and self.laid.read <= row + AHEAD)
        ):
            await self._some()
        self._kept, left = None, self._left(kept)
        self.laid.lay(self.app.size.width)
        self.laid.move(left if left >= 0 else row)

    def _left(self, kept: SentencesPlace) -> int:
        """Where the sentence stands that was left; below 0 where it was not read, or is gone."""
        if not kept.article:
            return max(0, kept.row)  # an older session knows the number alone
        wanted = kept.article, kept.sentence
        rows = enumerate(self.laid.rows)
        return next((n for n, one in rows if (one.article, one.sentence) == wanted), -1)

    async def _some(self) -> None:
        archive, compute, offset = self.explorer.archive, self.explorer.compute, self.laid.read
        found = await self.explorer.threads.article(
            lambda: places_of(archive, self.asked, offset, compute)
        )
        if offset != self.laid.read:
            return  # they were read meanwhile, for the page as plain text
        self.laid.add(found.rows)
        self.articles = found.articles
        # An archive that changed meanwhile may have none left: what was read is then all.
        self.total = found.total if found.rows else self.laid.read

    def head(self, width: int) -> tuple[Line, Line]:
        """The number, and the way here."""
        size = f"{counted(self.total, 'sentence')} in {counted(self.articles, 'article')}"
        left = Run("SENTENCES", "masthead"), Run(f"  {shown(self.told)}", "strong")
        query = self.asked[1]
        narrowed = f"   only of {shown(query)}" if query else ""
        return (
            spread(left, (Run(size if self.laid.read else "", "dim"),), width),
            clip((Run(self.way_here(), "dim"), Run(narrowed, "dim")), width),
        )

    def status(self) -> tuple[Line, Line]:
        """Where one is among them."""
        if not self.laid.read:
            return (Run("reading" if self.waiting else "no sentences", "dim"),), EMPTY
        return (Run(place(self.laid.at + 1, self.total)),), (Run("newest first", "dim"),)

    def here(self) -> tuple[str, int, str | None]:
        """The sentence under the cursor."""
        one = self.laid.current
        return (one.article, one.sentence, one.text) if one is not None else ("", -1, None)
