"""Where articles come from: the bytes of a file, whatever its format, become documents.

`documents` finds the format by the file's name and its first bytes and hands the stream to
that format's module. A new format is a module with one function and a line in `FORMATS`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Final, Protocol

from corpus.article import Document
from corpus.sources.html import html_documents
from corpus.sources.json_lines import json_line_documents
from corpus.sources.kinds import kind_of
from corpus.sources.lines import available
from corpus.sources.mhtml import mhtml_documents
from corpus.sources.table import table_documents
from corpus.sources.text import text_documents
from corpus.sources.values import (
    ALIASES,
    ARTICLE_LIMIT,
    Fields,
    MappingError,
    Rejection,
    SourceOptions,
    mapping_of,
    recognised,
)

__all__ = [
    "ALIASES",
    "ARTICLE_LIMIT",
    "Fields",
    "MappingError",
    "Rejection",
    "SourceOptions",
    "documents",
    "format_of",
    "kind_of",
    "mapping_of",
]


class FormatReader(Protocol):
    """What a format's module offers: documents and rejections, one at a time."""

    def __call__(
        self, stream: BinaryIO, path: str, *, options: SourceOptions
    ) -> Iterator[Document | Rejection]: ...


FORMATS: Final[dict[str, FormatReader]] = {
    "text": text_documents,
    "html": html_documents,
    "mhtml": mhtml_documents,
    "jsonl": json_line_documents,
    "table": table_documents,
}
SUFFIXES: Final = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml"), "html"),
    **dict.fromkeys((".mhtml", ".mht"), "mhtml"),
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonlines"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv", ".tab"), "table"),
}
_HEAD = 4096


def documents(
    stream: BinaryIO, path: str, *, options: SourceOptions | None = None
) -> Iterator[Document | Rejection]:
    """The documents of one file, read as they are asked for, whatever the file's size.

    `path` is what the documents are called after; its suffix tells the format, or, where it
    says nothing, the first bytes do.
    """
    reader = io.BufferedReader(_Unbuffered(stream), _HEAD * 16)
    name = format_of(path, reader.peek(_HEAD)[:_HEAD])
    yield from FORMATS[name](reader, path, options=options or SourceOptions())


def format_of(path: str, head: bytes) -> str:
    """The name of the format in `FORMATS`: by the suffix, else by how the file begins."""
    known = SUFFIXES.get(PurePosixPath(path).suffix.lower())
    if known is not None:
        return known
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"{":
        return "jsonl"
    lower = start[:1024].lower()
    if lower.startswith((b"from: <saved by", b"mime-version:")) and b"multipart/" in lower:
        return "mhtml"
    if lower.startswith(b"<!doctype html") or b"<html" in lower:
        return "html"
    if _is_header(start.split(b"\n", 1)[0]):
        return "table"
    return "text"


def _is_header(line: bytes) -> bool:
    """Whether a first line names the columns of a table of articles."""
    text = line.decode("utf-8", "replace").strip()
    for delimiter in ("\t", ",", ";"):
        names = [cell.strip().strip('"') for cell in text.split(delimiter)]
        found = recognised(names, {})
        if len(names) >= 2 and len(found) >= len(names) / 2 and found & {"title", "body"}:
            return True
    return False


class _Unbuffered(io.RawIOBase):
    """A stream of any make as what a buffered reader wants; it is not closed with the reader."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview[int] | bytearray) -> int:  # type: ignore[override]
        data = available(self._stream, len(buffer))
        buffer[: len(data)] = data
        return len(data)
