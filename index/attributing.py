"""Deciding about the quotations of one article: who speaks one, that nobody does, that it is none.

Quotations are numbered from 1 in reading order, those among them that people said are none; or
one is meant by words that only it holds. Every decision is a judgement, taken back like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.article import READING_ORDER
from corpus.errors import BroadsheetError
from corpus.text import fold
from index.judged import QUOTATION, SPEAKER
from index.judged_quotations import JUDGEMENT, NO_QUOTATION, target_of
from index.judgements import Judging
from index.records import Records

if TYPE_CHECKING:
    from corpus.article import Quotation
    from index.answers import Record
    from index.reports import Judgement


class NoSuchQuotation(BroadsheetError):
    """A number or words that no quotation of the article has."""

    exit_status = 1


class AmbiguousQuotation(BroadsheetError):
    """Words that several quotations of the article hold."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A quotation by its number, with the key of the name that speaks it."""

    number: int
    quotation: Quotation
    speaker: str | None  # under which name it is counted; else as the text has it
    key: str | None
    is_none: bool  # people said that it is none

    @property
    def decided(self) -> bool:
        """Whether a person decided something about it."""
        return self.is_none or self.quotation.speaker_from == JUDGEMENT


class Attributing:
    """Decisions about the quotations of one archive's articles."""

    def __init__(self, records: Records, judging: Judging) -> None:
        self._records = records
        self._judging = judging

    def of(self, prefix: str) -> list[Listed]:
        """The quotations of an article as they stand, and those that are said to be none."""
        return listed(self._records.record(prefix))

    def speaker(
        self, prefix: str, which: str, name: str | None, *, author: str | None = None
    ) -> Judgement | None:
        """Decide who speaks a quotation, or with None that nobody is named; None if it was so."""
        value = " ".join(name.split()) if name is not None else None
        return self._judge(prefix, self._one(prefix, which), SPEAKER, value, author)

    def no_quotation(
        self, prefix: str, which: str, *, author: str | None = None
    ) -> Judgement | None:
        """Decide that words in quotation marks are nobody's; None if it was decided so."""
        return self._judge(prefix, self._one(prefix, which), QUOTATION, NO_QUOTATION, author)

    def as_read(self, prefix: str, which: str, *, author: str | None = None) -> Judgement | None:
        """Decide nothing about a quotation any more; None where nothing was decided."""
        one = self._one(prefix, which)
        return self._judge(prefix, one, QUOTATION, None, author) if one.decided else None

    def _judge(
        self, prefix: str, one: Listed, field: str, value: str | None, author: str | None
    ) -> Judgement | None:
        full, target = self._records.resolve(prefix), target_of(one.quotation)
        return self._judging.judge(full, field, value, target, author)

    def _one(self, prefix: str, which: str) -> Listed:
        every = self.of(prefix)
        if which.isascii() and which.isdigit():
            found = [one for one in every if str(one.number) == which.lstrip("0")]
        else:
            words = _bare(which)
            found = [one for one in every if words and words in _bare(one.quotation.text)]
        if not found:
            raise NoSuchQuotation(
                f"No quotation of this article is or holds {which!r}; `broadsheet quotations ID` "
                "numbers them."
            )
        if len(found) > 1:
            numbers = ", ".join(str(one.number) for one in found)
            raise AmbiguousQuotation(f"{which!r} stands in quotations {numbers}; give the number.")
        return found[0]


def listed(record: Record) -> list[Listed]:
    """The quotations of an article in reading order, those that people said are none among them."""
    names = record.names
    keys = dict(names.speakers) if names else {}
    called = {entity.key: entity.name for entity in names.entities} if names else {}
    found: list[tuple[Quotation, str | None, bool]] = [
        (one, keys.get(number), False) for number, one in enumerate(record.article.quotations)
    ]
    found += [(one, None, True) for one in record.unquoted]
    found.sort(key=lambda one: _place(one[0]))
    return [
        Listed(number, one, called.get(key or "", one.speaker), key, is_none)
        for number, (one, key, is_none) in enumerate(found, 1)
    ]


def _place(one: Quotation) -> tuple[int, int, int, int]:
    return READING_ORDER[one.within], one.paragraph, one.start, one.end


def _bare(text: str) -> str:
    return " ".join(fold(text).split()).strip("\"'“”‘’«»")
