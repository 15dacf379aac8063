"""What the archive says of its work: added, judged, learnt, read anew, checked.

Values like those in `results`, all frozen, all plain; the first picture needs none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Status:
    """The archive in figures."""

    articles: int
    outlets: int
    recognised: int
    undated: int
    judgements: int  # decisions that hold
    waiting: int  # in the records, not yet in the index
    first_day: str | None
    last_day: str | None
    state: str  # digest over original hashes, judgements and versions
    schema: int
    rules: str
    model: str | None
    shared: bool
    writable: bool
    layer: str | None = None  # what the archive has learnt and applied
    older: int = 0  # articles that were read with other rules or another layer


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of a person: a dated line with its author, undoable.

    `field` is one of `index.judged.FIELDS` or `ARCHIVE_FIELDS`; `value` is None to take a value
    away. `target` is the line, name or quotation it is about. `undoes` names the judgement that
    this one takes back (then field and value repeat that one's).
    """

    id: str
    at: str
    author: str
    article: str  # full SHA-256
    field: str
    value: str | None
    target: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input."""

    id: str
    source: str
    status: Literal["added", "updated", "unchanged", "duplicate"]


@dataclass(frozen=True, slots=True)
class Restated:
    """Something stated now about an article that is here already and carries something else.

    `field` is "outlet" or "published" (then `carried` and `stated` are its values), or another
    part of a record ("title", "url", "authors", "text"). `twice`: the same bytes came before
    in the same run.
    """

    id: str
    source: str
    field: str
    carried: str | None
    stated: str | None
    twice: bool = False


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not be taken, and why, in one sentence."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise in a new reading.

    `what` is a field of the article, "role" (then `line` says of which line), or a count.
    """

    what: str
    before: str | None
    after: str | None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """An article that reads differently now."""

    id: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class RereadReport:
    """What one run of reading anew came to; `queued` articles wait for the recogniser again."""

    read: int
    changed: tuple[Reread, ...]
    queued: int


@dataclass(frozen=True, slots=True)
class LearntLine:
    """A line that recurs within an outlet: as one article has it, and how often it stands."""

    outlet: str
    text: str
    articles: int
    of: int


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that would stand for another, or (`joins` False) would no longer."""

    key: str
    root: str
    why: str
    joins: bool = True


@dataclass(frozen=True, slots=True)
class OutletProposal:
    """Spellings that may be one outlet, for a person to accept."""

    name: str
    spellings: tuple[tuple[str, int], ...]
    why: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an archive teaches now, beside what holds: only the differences are listed.

    `before` and `after` are the versions of the layers, None for none. `affected` are ids of
    the articles whose text would be read otherwise.
    """

    before: str | None
    after: str | None
    articles: int
    recognised: int
    new_lines: tuple[LearntLine, ...]
    old_lines: tuple[LearntLine, ...]
    names: tuple[NewName, ...]
    outlets: tuple[OutletProposal, ...]
    affected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something `check` found wrong, and what to do about it."""

    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What one run of adding came to. `skipped` counts files that are no articles by kind.

    `restated` is what was stated about articles that are here already, and not taken.
    """

    added: int
    updated: int
    unchanged: int
    duplicates: int
    skipped: dict[str, int]
    articles: tuple[Added, ...]
    rejected: tuple[Rejection, ...]
    seconds: float
    restated: tuple[Restated, ...] = ()
