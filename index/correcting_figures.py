"""Deciding about the figures of one article: what one counts, its value, the day meant, none.

Figures are numbered from 1 in reading order, those among them that people said are none; or one is
meant by words that only it has. Every decision is a judgement, taken back like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.article import READING_ORDER
from corpus.errors import BroadsheetError
from corpus.text import fold
from index.judged import FIGURE, FIGURE_ABOUT, FIGURE_DAY, FIGURE_VALUE
from index.judged_figures import NO_FIGURE, counts, means_day
from index.places import brief, target_of

if TYPE_CHECKING:
    from corpus.article import Figure
    from index.answers import Record
    from index.judgements import Judging
    from index.records import Records
    from index.reports import Judgement


class NoSuchFigure(BroadsheetError):
    """A number or words that no figure of the article has."""

    exit_status = 1


class AmbiguousFigure(BroadsheetError):
    """Words that several figures of the article have."""


@dataclass(frozen=True, slots=True)
class ListedFigure:
    """A figure by its number, what of it a person decided, and whether it is said to be none."""

    number: int
    figure: Figure
    decided: tuple[str, ...]
    is_none: bool


class Counting:
    """Decisions about the figures of one archive's articles."""

    def __init__(self, records: Records, judging: Judging) -> None:
        self._records = records
        self._judging = judging

    def of(self, prefix: str) -> list[ListedFigure]:
        """The figures of an article as they stand, and those that are said to be none."""
        return listed(self._records.record(prefix))

    def about(
        self, prefix: str, which: str, what: str | None, *, author: str | None = None
    ) -> Judgement | None:
        """Decide what a figure counts, with None that nothing says so; None if it was so.

        BadJudgement where it is a date, or where more is said than a few words.
        """
        value = " ".join(what.split()) if what is not None else None
        counts(self._one(prefix, which).figure, value)
        return self._judge(prefix, which, FIGURE_ABOUT, value, author)

    def value(
        self, prefix: str, which: str, number: str, *, author: str | None = None
    ) -> Judgement | None:
        """Decide the value of a figure: "1,400", "2.5", or "10-20" for a range."""
        return self._judge(prefix, which, FIGURE_VALUE, number.strip(), author)

    def day(
        self, prefix: str, which: str, day: str, *, author: str | None = None
    ) -> Judgement | None:
        """Decide the day, month or year that a date means, ISO 8601, or that a number is a year.

        BadJudgement where the words are no date.
        """
        means_day(self._one(prefix, which).figure, day.strip())
        return self._judge(prefix, which, FIGURE_DAY, day.strip(), author)

    def no_figure(self, prefix: str, which: str, *, author: str | None = None) -> Judgement | None:
        """Decide that words are no figure and no date."""
        return self._judge(prefix, which, FIGURE, NO_FIGURE, author)

    def as_read(self, prefix: str, which: str, *, author: str | None = None) -> Judgement | None:
        """Decide nothing about a figure any more; None where nothing was decided."""
        one = self._one(prefix, which)
        if not (one.decided or one.is_none):
            return None
        return self._judge(prefix, str(one.number), FIGURE, None, author)

    def _judge(
        self, prefix: str, which: str, field: str, value: str | None, author: str | None
    ) -> Judgement | None:
        target = target_of(self._one(prefix, which).figure)
        return self._judging.judge(self._records.resolve(prefix), field, value, target, author)

    def _one(self, prefix: str, which: str) -> ListedFigure:
        every = self.of(prefix)
        if which.isascii() and which.isdigit():
            found = [one for one in every if str(one.number) == which.lstrip("0")]
        else:
            words = _folded(which)
            found = [one for one in every if words and words == _folded(one.figure.text)]
        if not found:
            raise NoSuchFigure(
                f"No figure of this article is {brief(which)}; `broadsheet figures ID` numbers "
                "them."
            )
        if len(found) > 1:
            numbers = ", ".join(str(one.number) for one in found)
            raise AmbiguousFigure(f"{brief(which)} are figures {numbers}; give the number.")
        return found[0]


def listed(record: Record) -> list[ListedFigure]:
    """The figures of an article in reading order, those that people said are none among them."""
    found = [
        (figure, record.figures_decided.get(number, ()), False)
        for number, figure in enumerate(record.article.figures)
    ]
    found += [(figure, (FIGURE,), True) for figure in record.unfigured]
    found.sort(key=lambda one: _place(one[0]))
    return [ListedFigure(number, *one) for number, one in enumerate(found, 1)]


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _place(one: Figure) -> tuple[int, int, int, int]:
    return READING_ORDER[one.within], one.paragraph, one.start, one.end
