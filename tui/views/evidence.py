"""What stands behind a number, as lines: articles of either side, and the sentences counted.

In go `Opened` articles as they come; the cursor goes from sentence to sentence, or from article
to article where articles were counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.coverage.result import Opened
from tui.views.days import short_day
from tui.views.lines import EMPTY, Line, Run, Span, clip, fit, shown, spread, styled, wrap

LETTERS = {"left": "A", "right": "B"}


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


class Evidence:
    """The articles and sentences behind a number."""

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self.at = 0
        self._parts: list[tuple[str, str, Sequence[Opened]]] = []
        self._lines: list[Line] = []
        self._places: list[tuple[int, int]] = []  # first and last line of each spot
        self._width = 0

    def add(self, side: str, articles: Sequence[Opened], heading: str = "") -> None:
        """Take further articles of a side in; a heading stands above them."""
        self._parts.append((side, heading, articles))
        for one in articles:
            held = range(len(one.passages))
            self.spots += [Spot(one, side, n) for n in held] or [Spot(one, side)]
        self._width = 0

    @property
    def current(self) -> Spot | None:
        """The place under the cursor."""
        return self.spots[self.at] if self.spots else None

    def move(self, by: int) -> None:
        """Move by sentences."""
        self.at = max(0, min(len(self.spots) - 1, self.at + by))
        self._width = 0

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
            self._width = 0
        return bool(ahead)

    def lines(self, width: int) -> list[Line]:
        """All lines for a width; the cursor's place is marked."""
        if self._width != width:
            self._lines, self._places, self._width = [], [], width
            for side, heading, articles in self._parts:
                if heading:
                    self._lines += [EMPTY] * bool(self._lines)
                    self._lines.append((Run("  "), Run(heading, "subhead")))
                for one in articles:
                    self._article(one, side, width)
        return self._lines

    def place(self, width: int) -> tuple[int, int]:
        """First and last line of the cursor's place."""
        self.lines(width)
        return self._places[self.at] if self._places else (0, 0)

    def at_line(self, number: int, width: int) -> int | None:
        """The place that a line belongs to."""
        self.lines(width)
        places = enumerate(self._places)
        return next((at for at, (first, last) in places if first <= number <= last), None)

    def _article(self, one: Opened, side: str, width: int) -> None:
        alone = not one.passages
        here = alone and len(self._places) == self.at
        more = f" +{one.more} sentences" if one.more else ""
        head = (
            Run("▌ " if here else "  ", "mark"),
            Run(f"{LETTERS[side]} ", "mark"),
            Run(fit(short_day(one.published), 12) + " ", "dim"),
            Run(fit(shown(one.outlet or "outlet not known"), 18) + " ", "dim"),
            Run(shown(one.title), "strong"),
        )
        self._lines.append(spread(head, (Run(more, "dim"),) if more else (), width))
        if alone:
            self._places.append((len(self._lines) - 1, len(self._lines) - 1))
        for passage in one.passages:
            here = len(self._places) == self.at
            first = len(self._lines)
            spans = [Span(a, b, "hit") for a, b in passage.spans]
            lead = Run("▌     " if here else "      ", "mark")
            for a, b in wrap(passage.text, min(width - 8, 96)):
                self._lines.append(clip((lead, *styled(passage.text, a, b, "", spans)), width))
            self._places.append((first, max(first, len(self._lines) - 1)))
