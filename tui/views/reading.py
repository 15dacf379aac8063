"""An open article as a person reads it: page, lens, place in the lens, current sentence.

A plain object without a screen: each step changes the place and says which lines should be
seen. The current "stop" is a sentence or, when they are shown, a removed line; copying and
judging act on it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpus.article import Names, Sentence
from index.answers import Record
from tui.views import lenses
from tui.views.lenses import Lens, Mark, SpansOf
from tui.views.lines import Line
from tui.views.page import Highlights, Page, lay_out, render


@dataclass(frozen=True, slots=True)
class Stop:
    """Something the sentence cursor stands on: a sentence or a removed line, by its number."""

    kind: str  # "sentence" or "removed"
    number: int
    first: int
    last: int


@dataclass
class Reading:
    """One open article; with `spans_of`, which tells the words asked for, these are marked."""

    record: Record
    width: int = 80
    spans_of: SpansOf | None = None
    removed: bool = False
    lens: Lens = "none"
    only: str | None = None
    wanted: str = ""
    at: int = -1
    stop: int = -1
    gone_on: bool = False  # the sentence cursor left the current mark behind
    marks: list[Mark] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page: Page
        self._shine = Highlights({})
        self.lay_out(self.width)
        if self.spans_of is not None:
            self.look_through("hits")

    @property
    def names(self) -> Names | None:
        """The names, where they have been recognised."""
        return self.record.names

    def lay_out(self, width: int) -> None:
        """Lay the page out anew, keeping the place."""
        here = self.current_stop
        self.width = width
        self.page = lay_out(self.record.article, width, removed=self.removed)
        self.stops = _stops(self.page)
        self.stop = -1
        if here is not None:
            for number, stop in enumerate(self.stops):
                if (stop.kind, stop.number) == (here.kind, here.number):
                    self.stop = number
        self._refresh()

    def fit(self, width: int) -> None:
        """Lay the page out anew where it has another width."""
        if width != self.width:
            self.lay_out(width)

    def take_names(self, names: Names) -> None:
        """Names that came in while the article is open."""
        self.record = replace(self.record, names=names)
        if self.lens in ("names", "quotations"):
            self.look_through(self.lens, self.only)

    def look_through(self, lens: Lens, only: str | None = None, wanted: str = "") -> None:
        """Put on a lens; the place in it is before its first mark."""
        article = self.record.article
        self.lens, self.only, self.wanted, self.at = lens, only, wanted, -1
        self.gone_on = False
        match lens:
            case "names":
                self.marks = lenses.name_marks(self.names, only)
            case "figures":
                self.marks = lenses.figure_marks(article, self.record.figures_decided)
            case "quotations":
                self.marks = lenses.quotation_marks(article, self.names)
            case "hits":
                self.marks = lenses.hit_marks(article, self.spans_of) if self.spans_of else []
            case "find":
                self.marks = lenses.find_marks(article, wanted)
            case _:
                self.marks = []
        self._refresh()

    def stand_by(self, mark: Mark) -> None:
        """Stand on the mark that stands where `mark` did before the article was read anew; where
        none does, on the last one before it, so that the next is the one that came after."""
        here = self.line_of(mark), mark.start
        before = [n for n, one in enumerate(self.marks) if (self.line_of(one), one.start) <= here]
        self.at = before[-1] if before else -1
        self.gone_on = False
        self._refresh()

    @property
    def current(self) -> Mark | None:
        """The current mark of the lens; none where the sentence cursor has gone on from it."""
        return self.marks[self.at] if 0 <= self.at < len(self.marks) and not self.gone_on else None

    @property
    def current_stop(self) -> Stop | None:
        """What the sentence cursor stands on."""
        return self.stops[self.stop] if 0 <= self.stop < len(self.stops) else None

    @property
    def sentence(self) -> Sentence | None:
        """The current sentence."""
        stop = self.current_stop
        if stop is None or stop.kind != "sentence":
            return None
        return self.record.article.sentences[stop.number]

    def step(self, by: int, top: int) -> tuple[int, int] | None:
        """Go to the next or previous mark; without one yet, the first from line `top` on."""
        if not self.marks:
            return None
        if self.gone_on:
            beyond = self._from_sentence(by)
            if beyond is None:
                return None
            self.at = beyond
        elif self.at < 0:
            lines = [self.line_of(mark) for mark in self.marks]
            below = [number for number, line in enumerate(lines) if line >= top]
            if by > 0:
                self.at = below[0] if below else 0
            else:
                self.at = below[0] - 1 if below and below[0] > 0 else len(self.marks) - 1
        else:
            self.at = max(0, min(len(self.marks) - 1, self.at + by))
        self.gone_on = False
        mark = self.marks[self.at]
        self._stand_on(mark)
        self._refresh()
        return self.line_of(mark), self.page.line_of(
            mark.within, mark.paragraph, max(mark.end - 1, mark.start)
        )

    def step_sentence(self, by: int, top: int, bottom: int) -> tuple[int, int] | None:
        """Go to the next or previous sentence; from outside the window to the first within."""
        if not self.stops:
            return None
        here = self.current_stop
        if here is None or here.last < top or here.first > bottom:
            inside = [n for n, s in enumerate(self.stops) if top <= s.first <= bottom]
            if by > 0 or not inside:
                self.stop = inside[0] if inside else self._near(top)
            else:
                self.stop = inside[-1]
        else:
            self.stop = max(0, min(len(self.stops) - 1, self.stop + by))
        self._take_mark_along()
        self._refresh()
        stop = self.stops[self.stop]
        return stop.first, stop.last

    def _take_mark_along(self) -> None:
        """Stand on the first mark of the current sentence, where a mark was stood on: what is told
        of a mark and of a sentence is then told of one place."""
        if self.at < 0:
            return
        here = [n for n, mark in enumerate(self.marks) if self._is_within(mark)]
        self.gone_on = not here
        if here and self.at not in here:
            self.at = here[0]

    def _is_within(self, mark: Mark) -> bool:
        """Whether a mark stands in the current sentence, or in a part of it."""
        s = self.sentence
        return (
            s is not None
            and (s.within, s.paragraph) == mark.place
            and mark.start < s.end
            and s.start < mark.end
        )

    def _from_sentence(self, by: int) -> int | None:
        """The next or previous mark from the current sentence on, which has none."""
        stop, s = self.current_stop, self.sentence
        here = (stop.first if stop is not None else 0, s.start if s is not None else 0)
        before = sum((self.line_of(mark), mark.start) < here for mark in self.marks)
        found = before if by > 0 else before - 1
        return found if 0 <= found < len(self.marks) else None

    def stand_within(self, top: int, bottom: int) -> bool:
        """Stand on the first sentence between two lines unless one stands there; True if moved."""
        mark = self.current
        if mark is not None and not top <= self.line_of(mark) <= bottom:
            self.at = -1
        here = self.current_stop
        seen = here is not None and here.first <= bottom and here.last >= top
        inside = [n for n, s in enumerate(self.stops) if top <= s.first <= bottom]
        if not seen and inside:
            self.stop = inside[0]
        self._refresh()
        return not seen

    def choose_sentence(self, number: int) -> None:
        """Stand on a sentence by its number."""
        for index, stop in enumerate(self.stops):
            if (stop.kind, stop.number) == ("sentence", number):
                self.stop = index
        self._refresh()

    def _near(self, line: int) -> int:
        later = [n for n, s in enumerate(self.stops) if s.first >= line]
        return later[0] if later else len(self.stops) - 1

    def _stand_on(self, mark: Mark) -> None:
        for number, stop in enumerate(self.stops):
            if stop.kind != "sentence":
                continue
            s = self.record.article.sentences[stop.number]
            if (s.within, s.paragraph) == mark.place and s.start <= mark.start < s.end:
                self.stop = number

    def line_of(self, mark: Mark) -> int:
        """The line a mark begins on."""
        return self.page.line_of(mark.within, mark.paragraph, mark.start)

    def toggle_removed(self) -> None:
        """Show or hide the removed lines."""
        self.removed = not self.removed
        self.lay_out(self.width)

    def _refresh(self) -> None:
        stop = self.current_stop
        self._shine = Highlights(
            lenses.by_place(self.marks),
            self.current,
            self.sentence,
            stop.number if stop is not None and stop.kind == "removed" else -1,
        )

    def line(self, number: int) -> Line:
        """One line of the page as it looks now."""
        return render(self.page, number, self._shine)


def _stops(page: Page) -> list[Stop]:
    """Sentences and removed lines in the order of the page."""
    stops: list[Stop] = []
    by_text: dict[tuple[str, int], list[int]] = {}
    for number, s in enumerate(page.article.sentences):
        by_text.setdefault((s.within, s.paragraph), []).append(number)
    for index, line in enumerate(page.lines):
        if line.removed >= 0:
            if stops and stops[-1].kind == "removed" and stops[-1].number == line.removed:
                stops[-1] = Stop("removed", line.removed, stops[-1].first, index)
            else:
                stops.append(Stop("removed", line.removed, index, index))
        elif line.within is not None:
            for number in by_text.get((line.within, line.paragraph), ()):
                s = page.article.sentences[number]
                if line.start <= s.start < line.end:
                    last = page.line_of(s.within, s.paragraph, max(s.end - 1, s.start))
                    stops.append(Stop("sentence", number, index, last))
    return stops
