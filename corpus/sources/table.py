"""CSV and TSV tables: a header line, then one document a record.

A record may run over several lines (quoted); its bytes are those lines, without the last
line end. A broken record is rejected by the number of its first line and reading goes on
with the line after it.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from corpus.article import Document
from corpus.sources.decoding import why_not_text
from corpus.sources.json_lines import decoded
from corpus.sources.lines import Line, lines, without_end
from corpus.sources.values import (
    ARTICLE_LIMIT,
    NOTHING_IN_IT,
    Fields,
    Rejection,
    SourceOptions,
    document_of,
    of_record,
    recognised,
    too_large,
)

_RETRIES = 200  # broken records after which the rest of a table is given up


@dataclass(frozen=True, slots=True)
class TableRecord:
    """One record: the number of its first line, its bytes with the line end, its cells."""

    line: int
    data: bytes
    cells: list[str] | None  # None: broken, for the reason given
    encoding: str
    reason: str = ""


def table_documents(
    stream: BinaryIO, path: str, *, options: SourceOptions
) -> Iterator[Document | Rejection]:
    """The documents of a table, in order, with a rejection for each record that is broken."""
    records = table_records(stream, tabs=path.lower().endswith((".tsv", ".tab")))
    header = next(records, None)
    if header is None:
        yield Rejection(path, "empty: there is no text in it")
        return
    reason = _why_no_header(header, options)
    if header.cells is None or reason is not None:
        yield Rejection(path, reason or f"line 1: {header.reason}")
        return
    names = [name.strip() for name in header.cells]
    number = 0
    for record in records:
        number += 1
        found = _read(record, names, f"{path}#{number}", options)
        if isinstance(found, str):
            yield Rejection(path, of_record(number, record.line, found))
        else:
            yield found
    if number == 0:
        yield Rejection(path, "a table with a header line and nothing below it")


def table_records(stream: BinaryIO, *, tabs: bool = False) -> Iterator[TableRecord]:
    """The records of a table, the header first; empty lines stay with the record after them."""
    source = lines(stream, limit=ARTICLE_LIMIT)
    waiting: deque[Line] = deque()
    delimiter = "\t" if tabs else ""
    broken = 0
    while True:
        if not waiting:
            following = next(source, None)
            if following is None:
                return
            waiting.append(following)
        first = waiting[0]
        if not delimiter and first.data is not None:
            delimiter = _delimiter(decoded(first.data, first.encoding)[0])
        record, used = _record(waiting, source, delimiter or ",")
        if record.cells == []:
            for _ in range(used):
                waiting.popleft()
            continue
        if record.cells is None:
            broken += 1
            used = 1
        for _ in range(used):
            waiting.popleft()
        yield record
        if broken > _RETRIES:
            return


def _record(
    waiting: deque[Line], source: Iterator[Line], delimiter: str
) -> tuple[TableRecord, int]:
    """Read one record from the lines waiting, fetching more while a quotation is open."""
    first = waiting[0]
    taken: list[Line] = []
    texts: list[str] = []
    encoding = "utf-8"
    size = 0

    def feed() -> Iterator[str]:
        nonlocal encoding, size
        while True:
            if len(taken) == len(waiting):
                following = next(source, None)
                if following is None:
                    return
                waiting.append(following)
            line = waiting[len(taken)]
            taken.append(line)
            size += len(line.data or b"")
            if line.data is None or size > ARTICLE_LIMIT:
                raise OverflowError
            text, read_as = decoded(line.data, line.encoding)
            encoding = read_as if read_as != "utf-8" else encoding
            texts.append(text)
            yield text

    reason, cells = "", None
    try:
        cells = next(_reader(feed(), delimiter, strict=True), [])
    except OverflowError:
        reason = too_large(ARTICLE_LIMIT)
    except csv.Error as fault:
        reason = f"a broken record ({fault}); the quotation mark that opens a cell must be closed"
        cells = _leniently(texts, delimiter)
    data = b"".join(line.data or b"" for line in taken)
    if cells is None:
        data = first.data or b""
    return TableRecord(first.number, data, cells, encoding, reason), len(taken)


def _leniently(texts: list[str], delimiter: str) -> list[str] | None:
    """Cells of a record with stray quotation marks, when it stands on one line all the same."""
    if len(texts) != 1:
        return None
    try:
        rows = list(_reader(iter(texts), delimiter, strict=False))
    except csv.Error:
        return None
    if len(rows) != 1 or any("\n" in cell for cell in rows[0]):
        return None
    return rows[0]


def _reader(texts: Iterator[str], delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    """Python's reader; its limit for a cell is for the whole process and only ever raised."""
    if csv.field_size_limit() < ARTICLE_LIMIT:
        csv.field_size_limit(ARTICLE_LIMIT)
    return csv.reader(texts, delimiter=delimiter, strict=strict)


def _read(
    record: TableRecord, names: list[str], path: str, options: SourceOptions
) -> Document | str:
    """The document of one record, or the reason why it has none."""
    if record.cells is None:
        return record.reason
    cells = record.cells
    while len(cells) > len(names) and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > len(names):
        return f"{len(cells)} cells under {len(names)} column names; quote cells that hold a comma"
    document = document_of(
        Fields(dict(zip(names, cells, strict=False)), options.mapping),
        data=without_end(record.data, record.encoding if _wide(record) else None),
        encoding=record.encoding,
        path=path,
        format="tsv" if path.rpartition("#")[0].lower().endswith((".tsv", ".tab")) else "csv",
        line=record.line,
        options=options,
    )
    return NOTHING_IN_IT if document is None else document


def _why_no_header(header: TableRecord, options: SourceOptions) -> str | None:
    """Why a table's first line does not tell where the articles' fields are."""
    binary = None if _wide(header) else why_not_text(header.data)
    if binary is not None:
        return f"not text: {binary}"
    names = [name.strip() for name in header.cells or []]
    missing = [column for column in options.mapping.values() if column not in names]
    if missing:
        return f"has no column {missing[0]!r}; its columns are {', '.join(names[:12])}"
    if header.cells is not None and not recognised(names, options.mapping) & {"title", "body"}:
        return (
            f"none of its columns ({', '.join(names[:12])}) is known to hold a title or a body;"
            " say which do with --map title=COLUMN --map body=COLUMN"
        )
    return None


def _wide(record: TableRecord) -> bool:
    return record.encoding.startswith(("utf-16", "utf-32"))


def _delimiter(header: str) -> str:
    """The sign that parts the header's cells: the most frequent of the four in use."""
    return max(",;\t|", key=header.count)
