"""What is stated now about articles that are here already, where they carry something else.

The same bytes stay as they were taken in, whatever a later sidecar, option or column says of
them. Nothing of that is taken silently or dropped silently: it is noted, and a person's word
(`set`, or `add --set`) makes a judgement of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from corpus.text import fold
from index.judged import AUTHORS, SET, TITLE, authors_in
from index.records import Records
from index.reports import Restated

if TYPE_CHECKING:
    from corpus.article import Document, Stated

SETTABLE: Final = SET
_RECORDS: Final = ("jsonl", "csv", "tsv")


class Restating:
    """Looks at the articles of one run of adding that are known by their bytes."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._aliases: Mapping[str, str] | None = None
        self._twice: list[tuple[Document, str]] = []
        self.found: list[Restated] = []

    def known(self, document: Document, full: str) -> None:
        """An article is here already: keep what is stated of it now and differs."""
        self._look(document, full, twice=False)

    def twice(self, document: Document, full: str) -> None:
        """The same bytes came before in this run; they are looked at when it is through."""
        self._twice.append((document, full))

    def end(self) -> tuple[Restated, ...]:
        """All that was found, once everything is committed."""
        for document, full in self._twice:
            self._look(document, full, twice=True)
        return tuple(self.found)

    def _look(self, document: Document, full: str, *, twice: bool) -> None:
        carried = self._records.carried(full)
        if carried is None:
            return
        now = _settable(document.stated)
        differing = {
            field: value
            for field, value in now.items()
            if (carried[field] or "").strip() not in (value, self._alias(field, value))
        }
        headed = document.stated.title or document.stated.authors
        if not (differing or headed) and document.format not in _RECORDS:
            return
        before = self._records.document(full)
        first = _settable(before.stated)
        self.found += [
            Restated(full, document.path, field, carried[field], value, twice)
            for field, value in differing.items()
            if first.get(field) != value  # else a person decided otherwise since
        ]
        unlike = _unlike(before, document)
        headings = [field for field in unlike if field in _headings(document.stated)]
        if headings:
            self.found += self._headed(full, document, headings, twice=twice)
        if document.format in _RECORDS:
            self.found += [
                Restated(full, document.path, field, None, None, twice)
                for field in unlike
                if field not in headings
            ]

    def _headed(
        self, full: str, document: Document, fields: Iterable[str], *, twice: bool
    ) -> Iterator[Restated]:
        """Of the title and authors that are stated now, those that the article does not carry."""
        article, now = self._records.record(full).article, _headings(document.stated)
        carries = {TITLE: article.title, AUTHORS: ", ".join(article.authors) or None}
        same = {TITLE: article.title == now.get(TITLE),
                AUTHORS: article.authors == authors_in(now.get(AUTHORS, ""))}  # fmt: skip
        for field in fields:
            if not same[field]:
                yield Restated(full, document.path, field, carries[field], now[field], twice)

    def _alias(self, field: str, value: str) -> str:
        """The name that an outlet's spelling goes by in this archive."""
        if field != "outlet":
            return value
        if self._aliases is None:
            self._aliases = self._records.aliases()
        return self._aliases.get(fold(value), value)


def to_set(restated: Iterable[Restated]) -> dict[str, dict[str, str | None]]:
    """By full id, what `set` would have to be told so that the articles carry it."""
    wanted: dict[str, dict[str, str | None]] = {}
    for one in restated:
        if one.field in SETTABLE and not one.twice:
            wanted.setdefault(one.id, {})[one.field] = one.stated
    return wanted


def notes(restated: Iterable[Restated], *, settable_too: bool = True) -> tuple[str, ...]:
    """Sentences on what was stated and not taken, and the command that takes it."""
    fields: dict[str, list[str]] = {"set": [], "columns": [], "twice": []}
    ids: dict[str, dict[str, None]] = {"set": {}, "columns": {}, "twice": {}}
    for one in restated:
        kind = "twice" if one.twice else "set" if one.field in SETTABLE else "columns"
        if kind == "set" and not settable_too:
            continue
        ids[kind][one.id] = None
        if one.field not in fields[kind]:
            fields[kind].append(one.field)
    said = []
    if ids["set"]:
        said.append(
            f"{_here(ids['set'])}; {_stated(fields['set'], ids['set'])}. The same command with"
            " --set takes it over; broadsheet set ID FIELD=… does so for one."
        )
    if ids["columns"]:
        said.append(
            f"{_here(ids['columns'])}; {_stated(fields['columns'], ids['columns'])}."
            " broadsheet remove ID, then broadsheet add --again with the columns as they are"
            " now, reads one anew."
        )
    if ids["twice"]:
        number = len(ids["twice"])
        said.append(
            f"{number:,} article{'' if number == 1 else 's'} came twice with the same bytes"
            f" and another {_list(fields['twice'])}; what was stated first holds"
            " (broadsheet set ID … decides otherwise)."
        )
    return tuple(said)


def _settable(stated: Stated) -> dict[str, str]:
    """Outlet and day as a reading takes them from what is stated."""
    found = {}
    if stated.outlet and stated.outlet[0].strip():
        found["outlet"] = stated.outlet[0].strip()
    if stated.published:
        from corpus.dates import parse_stated

        parsed = parse_stated(stated.published[0])
        if parsed is not None:
            found["published"] = parsed[0]
    return found


def _headings(stated: Stated) -> dict[str, str]:
    """Title and authors as they are stated, where they are."""
    pairs = {TITLE: stated.title, AUTHORS: stated.authors}
    found = {field: " ".join(pair[0].split()) for field, pair in pairs.items() if pair}
    return {field: value for field, value in found.items() if value}


def _unlike(before: Document, now: Document) -> list[str]:
    """What of a record's other fields is another than when it was taken in."""
    pairs = {
        "title": (before.stated.title, now.stated.title),
        "url": (before.stated.url, now.stated.url),
        "authors": (before.stated.authors, now.stated.authors),
    }
    fields = [
        name
        for name, (first, second) in pairs.items()
        if second is not None and (first is None or first[0] != second[0])
    ]
    return [*fields, "text"] if now.text != before.text else fields


def _here(ids: Mapping[str, None]) -> str:
    one = len(ids) == 1
    return f"{len(ids):,} article{' is' if one else 's are'} here already"


def _stated(fields: list[str], ids: Mapping[str, None]) -> str:
    """ "the outlet and day stated now differ from what they carry and were not taken" """
    one, carriers = len(fields) == 1, "it carries" if len(ids) == 1 else "they carry"
    return (
        f"the {_list(fields)} stated now differ{'s' if one else ''} from what {carriers}"
        f" and {'was' if one else 'were'} not taken"
    )


def _list(fields: list[str]) -> str:
    words = ["day" if field == "published" else field for field in fields]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
