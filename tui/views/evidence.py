"""What stands behind a number, as lines: articles of either side, and the sentences counted.

In go `Opened` articles as they come; the cursor goes from sentence to sentence, or from article
to article where articles were counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.coverage.result import Opened
from tui.views.days import short_day
from tui.views.laid import Laid
from tui.views.lines import EMPTY, Run, Span, clip, counted, fit, shown, spread, styled, wrap
from tui.views.outlet_rows import how_near

if TYPE_CHECKING:
    from index.coverage.result import Pair
    from tui.views.outlet_rows import Behind, LeftRight

LETTERS = {"left": "A", "right": "B"}


def heading(
    behind: Behind,
    pair: Pair,
    side: LeftRight,
    begin: int,
    here: int,
    of: int,
    *,
    near: bool = True,
) -> str:
    """What stands above `here` of a side's articles, `of` in all, from number `begin` on; of the
    one that is nearest (where `near`), how near it is."""
    name = f"{LETTERS[side]} {shown(getattr(pair, side).party.name)}"
    nearest = behind.nearest
    if near and nearest is not None and side == nearest[0]:
        return f"{name}: nearest, {how_near(nearest[1])}"
    some = f"{begin + 1:,}–{begin + here:,} of " if here < of else ""
    return f"{name}: {some}{counted(of, 'article')}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for the cursor: a sentence of an article (`passage`), or the article itself (-1)."""

    article: Opened
    side: str
    passage: int = -1

    @property
    def sentence(self) -> int:
        """The number of the sentence in its article; -1 for the article itself."""
        return self.article.passages[self.passage].sentence if self.passage >= 0 else -1

    @property
    def text(self) -> str | None:
        """The words of the sentence; None for the article itself."""
        return self.article.passages[self.passage].text if self.passage >= 0 else None


class Evidence(Laid["tuple[str, Opened, bool] | str"]):
    """The articles and sentences behind a number: headings, and articles with their side."""

    def __init__(self) -> None:
        super().__init__()
        self.spots: list[Spot] = []

    def add(self, side: str, articles: Sequence[Opened], heading: str = "") -> None:
        """Take further articles of a side in; a heading stands above them."""
        if heading:
            self._pieces.append(heading)
        several = len({one.outlet for one in articles}) > 1  # else the heading names it
        for one in articles:
            self._pieces.append((side, one, several))
            held = range(len(one.passages))
            self.spots += [Spot(one, side, n) for n in held] or [Spot(one, side)]

    @property
    def current(self) -> Spot | None:
        """The place under the cursor."""
        return self.spots[self.at] if self.spots else None

    def step_article(self, by: int) -> bool:
        """Go to the first place of the next or previous article; False when there is none."""
        here = self.current
        if here is None:
            return False
        firsts = [at for at, spot in enumerate(self.spots) if spot.passage <= 0]
        ahead = [at for at in firsts if (at > self.at if by > 0 else at < self.at)]
        if by < 0:  # the article one stands in begins before the cursor
            ahead = [at for at in ahead if self.spots[at].article is not here.article]
        if ahead:
            self.at = ahead[0] if by > 0 else ahead[-1]
        return bool(ahead)

    def piece(self, piece: tuple[str, Opened, bool] | str, width: int) -> None:
        """A heading, or an article: on its own, or with its sentences to stand on."""
        if isinstance(piece, str):
            self.put(*[EMPTY] * bool(self.count), (Run("  "), Run(piece, "subhead")))
            return
        side, one, several = piece
        more = f" +{one.more} sentences" if one.more else ""
        named = (
            Run(f"{LETTERS[side]} ", "mark"),
            Run(fit(short_day(one.published), 12) + " ", "dim"),
            Run(fit(shown(one.outlet or "outlet not known"), 18) + " " if several else "", "dim"),
            Run(shown(one.title), "strong"),
        )
        head = spread(named, (Run(more, "dim"),) if more else (), width - 2)
        if not one.passages:
            self.stand(head)
            return
        self.put((Run("  "), *head))
        for passage in one.passages:
            spans = [Span(a, b, "hit") for a, b in passage.spans]
            self.stand(
                *(
                    clip((Run("    "), *styled(passage.text, a, b, "", spans)), width - 2)
                    for a, b in wrap(passage.text, min(width - 8, 96))
                )
            )
