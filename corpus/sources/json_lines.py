"""JSON lines: one object a line, one document an object.

A line that cannot be read is rejected by its number and the others go in. The bytes of a
document are its line, without the line end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from corpus.article import Document
from corpus.sources.decoding import decode, why_not_text
from corpus.sources.lines import Line, lines, without_end
from corpus.sources.values import (
    ARTICLE_LIMIT,
    NOTHING_IN_IT,
    Fields,
    Rejection,
    SourceOptions,
    document_of,
    of_record,
    too_large,
)


def json_line_documents(
    stream: BinaryIO, path: str, *, options: SourceOptions
) -> Iterator[Document | Rejection]:
    """The documents of a JSON lines file, in order, with a rejection for each wrong line."""
    record = 0
    for line in lines(stream, limit=ARTICLE_LIMIT):
        if line.data is not None and not line.data.strip(b" \t\r\n\0"):
            continue
        record += 1
        found = _read(line, f"{path}#{record}", options)
        if isinstance(found, str):
            wrong = found.startswith("not ")  # no record that could be counted
            place = f"line {line.number}: {found}"
            yield Rejection(path, place if wrong else of_record(record, line.number, found))
            if record == 1 and line.data is not None and why_not_text(line.data) is not None:
                return
        else:
            yield found
    if record == 0:
        yield Rejection(path, "empty: there is no text in it")


def _read(line: Line, path: str, options: SourceOptions) -> Document | str:
    """The document of one line, or the reason why it has none."""
    if line.data is None:
        return too_large(ARTICLE_LIMIT)
    data = without_end(line.data, line.encoding)
    text, encoding = decoded(data, line.encoding)
    try:
        record = json.loads(text)
    except json.JSONDecodeError as fault:
        binary = why_not_text(data) if line.encoding is None else None
        if binary is not None:
            return f"not text: {binary}"
        return f"not JSON: {fault.msg.lower()} at character {fault.colno}"
    except (ValueError, RecursionError) as fault:
        return f"not JSON that can be read: {type(fault).__name__}"
    if not isinstance(record, dict):
        return "not a JSON object with fields such as title and body"
    document = document_of(
        Fields(record, options.mapping),
        data=data,
        encoding=encoding,
        path=path,
        format="jsonl",
        line=line.number,
        options=options,
    )
    return NOTHING_IN_IT if document is None else document


def decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """A record's text and encoding; the values are mended one by one, later."""
    if encoding is not None:
        return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        guess = decode(data)
        return guess.text, guess.encoding
