"""Deciding about the quotations of one article: who speaks one, that nobody does, that it is none.

Quotations are numbered from 1 in reading order, those among them that people said are none; or
one is meant by words that only it holds. Every decision is a judgement, taken back like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.article import READING_ORDER
from corpus.denials import is_denied
from corpus.errors import BroadsheetError
from corpus.text import fold
from index.judged import QUOTATION, QUOTATION_WORDS, SPEAKER
from index.judged_quotations import (
    JUDGEMENT,
    NO_QUOTATION,
    other_halves,
    target_of,
    words_in,
)
from index.judgements import Judging
from index.places import brief
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
    target: str  # what judgements call it
    words_decided: bool = False
    others: tuple[int, ...] = ()  # the numbers of the other parts of what somebody said
    denied: bool = False  # the words are denied there, and not said

    @property
    def decided(self) -> bool:
        """Whether a person decided something about it."""
        spoken = self.quotation.speaker_from == JUDGEMENT
        return self.is_none or spoken or self.words_decided


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

    def speaker_of_all(
        self, prefix: str, which: str, name: str | None, *, author: str | None = None
    ) -> list[Judgement]:
        """Decide who speaks a quotation and all other parts of what was said, in one go."""
        value = " ".join(name.split()) if name is not None else None
        one, every = self._one(prefix, which), self.of(prefix)
        parts = [one, *(every[number - 1] for number in one.others)]
        return self.speaker_of_each(prefix, [part.target for part in parts], value, author=author)

    def speaker_of_each(
        self,
        prefix: str,
        targets: Sequence[str],
        name: str | None,
        *,
        author: str | None = None,
    ) -> list[Judgement]:
        """Decide who speaks several quotations, by what judgements call them, in one go."""
        full = self._records.resolve(prefix)
        decisions = [(full, SPEAKER, name, target) for target in targets]
        return self._judging.judge_each(decisions, author)

    def words(
        self, prefix: str, which: str, typed: str, *, author: str | None = None
    ) -> Judgement | None:
        """Decide where a quotation begins and ends: its words as they stand in its paragraph, or
        the first and last of them with " … " between."""
        return self.words_of(prefix, self._one(prefix, which).target, typed, author=author)

    def words_of(
        self, prefix: str, target: str, typed: str, *, author: str | None = None
    ) -> Judgement | None:
        """The same of the quotation that judgements call `target`."""
        one = next((one for one in self.of(prefix) if one.target == target), None)
        article = self._records.record(prefix).article
        value = words_in(article, one.quotation, typed) if one is not None else None
        if one is None or value is None:
            raise NoSuchQuotation(
                f"The words {brief(typed)} do not stand so in the paragraph of this quotation; "
                "write them as they stand there, or the first and last with … between."
            )
        return self._judge(prefix, one, QUOTATION_WORDS, value, author)

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
        full = self._records.resolve(prefix)
        return self._judging.judge(full, field, value, one.target, author)

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
    found: list[tuple[Quotation, int | None]] = [
        (one, number) for number, one in enumerate(record.article.quotations)
    ]
    found += [(one, None) for one in record.unquoted]
    found.sort(key=lambda one: _place(one[0]))
    shown = {at: number for number, (_, at) in enumerate(found, 1) if at is not None}
    listed_ = []
    for number, (one, at) in enumerate(found, 1):
        if at is None:
            listed_.append(Listed(number, one, one.speaker, None, True, target_of(one)))
            continue
        key = keys.get(at)
        others = tuple(shown[other] for other in other_halves(record.article, at))
        target, words = record.target_of_quotation(at), at in record.quotations_read
        name = called.get(key or "", one.speaker)
        denied = is_denied(record.article, one)
        listed_.append(Listed(number, one, name, key, False, target, words, others, denied))
    return listed_


def _place(one: Quotation) -> tuple[int, int, int, int]:
    return READING_ORDER[one.within], one.paragraph, one.start, one.end


def _bare(text: str) -> str:
    return " ".join(fold(text).split()).strip("\"'“”‘’«»")
