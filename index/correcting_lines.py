"""Deciding about the lines of one article: which are its text, and which are something else.

Lines are numbered as in what came in (in a page of HTML its blocks are). What is decided of several
at once is taken back at once, like any other judgement.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError

if TYPE_CHECKING:
    from index.answers import Record
    from index.judgements import Judging
    from index.records import Records
    from index.reports import Judgement


class NoSuchLine(BroadsheetError):
    """A number that no line of the article has."""

    exit_status = 1


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A line by its number with its role, why it was set aside (nothing where it is kept), and
    whether a person decided it; `inside` is a piece that stood within the line of that number."""

    number: int
    role: str
    why: str
    text: str
    kept: bool
    decided: bool
    inside: bool = False


class LineRoles:
    """Decisions about the lines of one archive's articles."""

    def __init__(self, records: Records, judging: Judging) -> None:
        self._records = records
        self._judging = judging

    def of(self, prefix: str) -> list[ListedLine]:
        """The lines of an article below its title and standfirst, and those set aside, in order."""
        return listed(self._records.record(prefix))

    def decide(
        self, prefix: str, lines: Iterable[int], role: str | None, *, author: str | None = None
    ) -> list[Judgement]:
        """Decide the role of lines, None for as they were read; what held before is left out.

        NoSuchLine where the article has no such line, BadJudgement where there is no such role.
        """
        record = self._records.record(prefix)
        known = {line.number for line in listed(record)} | _decided(record)
        wanted = list(dict.fromkeys(lines))
        missing = [line for line in wanted if line not in known]
        if missing:
            one = record.article.id[:10]
            raise NoSuchLine(
                f"The article {one} has no line {missing[0]} that could be decided; "
                f"`broadsheet lines {one}` lists them."
            )
        full = record.article.id
        return self._judging.judge_each(
            [(full, "role", role, str(line)) for line in wanted], author
        )


def listed(record: Record) -> list[ListedLine]:
    """The lines of an article with their numbers, in the order of these."""
    decided = _decided(record)
    found = [
        ListedLine(one.line, one.role, "", one.text, True, one.line in decided)
        for one in record.article.paragraphs
        if one.line is not None
    ]
    found += [
        ListedLine(one.line, one.role, one.why, one.text, False, one.line in decided,
                   one.within is not None)
        for one in record.article.removed
        if one.line is not None
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.number, one.inside))


def _decided(record: Record) -> set[int]:
    """The numbers of the lines whose role a person decided."""
    made = (one.judgement for one in record.decisions)
    return {int(one.target or 0) for one in made if one.field == "role"}
