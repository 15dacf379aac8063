"""What every format shares: options, rejections, limits, and the names that fields go by.

A format module takes a stream and a path and gives documents and rejections; the values it
passes around, and the reading of one record's fields, are here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from corpus.article import Document, Format, Stated
from corpus.errors import BroadsheetError
from corpus.sources.decoding import mend_text, without_surrogates

ARTICLE_LIMIT: Final = 8_000_000  # bytes; the longest of 37,540 articles collected has 300,000
"""A text or HTML file above this is no article; neither is a record."""
MHTML_LIMIT: Final = 64_000_000  # a saved page brings its pictures along

ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "_id", "guid", "uuid", "article id", "key"),
    "outlet": (
        *("outlet", "publisher", "publication", "source", "source name", "site name", "site"),
        *("newspaper", "news outlet", "media outlet", "domain"),
    ),
    "title": ("title", "headline", "head"),
    "date": (
        *("date", "published", "published at", "date published", "publish date", "published date"),
        *("publication date", "pub date", "datetime", "timestamp", "time", "created at"),
    ),
    "url": (
        "url",
        "link",
        "permalink",
        "source url",
        "canonical url",
        "article url",
        "uri",
        "href",
    ),
    "body": (
        *("body", "text", "content", "article", "full text", "maintext", "main text", "body text"),
        *("article text", "article body", "content text", "body html", "content html", "html"),
        *("raw html", "description", "summary"),
    ),
    "authors": ("authors", "author", "byline", "creator", "by", "writer"),
}
"""The fields of a record, each with the names it is found under, the likeliest first."""

_TAG = re.compile(
    r"<(?:p|br|div|span|a|html|body|h[1-6]|ul|ol|li|img|figure|blockquote|article|section|table"
    r"|em|strong|b|i)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</[a-zA-Z][a-zA-Z0-9]*\s*>|<(?:br|img)\b[^<>]{0,2000}>", re.IGNORECASE)
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_SECONDS = (1e8, 1e11)  # a number that is a moment: seconds from 1973 on, or milliseconds


_NOTHING: Final = Stated()


class MappingError(BroadsheetError):
    """A `--map` that names no field of an article, or is not of the form FIELD=COLUMN."""


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What the person said about the documents that are being added.

    `mapping` gives for a field ("body") the column or key that holds it ("artikel_text";
    "content.main" for a key inside a key). `beside` is what a sidecar says of this file.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    outlet: str | None = None
    published: str | None = None
    beside: Stated = _NOTHING

    def stated(self, own: Stated) -> Stated:
        """What holds for a document: the options, then the sidecar, then its own fields."""
        outlet = (self.outlet, "option") if self.outlet else None
        published = (self.published, "option") if self.published else None
        return Stated(
            title=self.beside.title or own.title,
            outlet=outlet or self.beside.outlet or own.outlet,
            published=published or self.beside.published or own.published,
            url=self.beside.url or own.url,
            authors=self.beside.authors or own.authors,
            key=own.key,
        )


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not be taken, and why, in one sentence."""

    source: str
    reason: str


def of_record(number: int, line: int, reason: str) -> str:
    """Why record `number`, which begins on `line` of its file, is no article."""
    return f"line {line} (record {number}): {reason}"


def mapping_of(pairs: list[str]) -> dict[str, str]:
    """Read `--map FIELD=COLUMN` options; `published` and `author` are taken for their fields."""
    mapping = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        name = {"published": "date", "author": "authors", "text": "body"}.get(name, name)
        if not equals or not column or name not in ALIASES:
            raise MappingError(
                f"--map {pair} is not of the form FIELD=COLUMN; the fields are"
                f" {', '.join(ALIASES)}."
            )
        mapping[name] = column
    return mapping


def too_large(limit: int) -> str:
    """The sentence for a file or record above its limit."""
    return (
        f"larger than {limit // 1_000_000} MB, the limit for one article; split it into one file"
        " an article, or give its articles as JSON lines or CSV"
    )


class Fields:
    """The fields of one record, found under their own names, their aliases or the mapping."""

    def __init__(self, record: Mapping[str, object], mapping: Mapping[str, str]) -> None:
        self._record = record
        self._folded = {_fold(name): value for name, value in reversed(list(record.items()))}
        self._mapping = mapping

    def value(self, name: str) -> str | None:
        """The field as text, or None where the record does not give it."""
        if name in self._mapping:
            return _text(name, _inside(self._record, self._mapping[name]))
        for alias in ALIASES[name]:
            found = _text(name, self._folded.get(_fold(alias)))
            if found is not None:
                return found
        return None

    def pair(self, name: str) -> tuple[str, str] | None:
        """The field with where it was found, as `Stated` holds it."""
        found = self.value(name)
        return None if found is None else (mend_text(found), "field")


def recognised(names: list[str], mapping: Mapping[str, str]) -> set[str]:
    """The fields of an article that these column names would give."""
    columns = {_fold(name) for name in names}
    found = {f for f, aliases in ALIASES.items() if any(_fold(a) in columns for a in aliases)}
    return (found - mapping.keys()) | {f for f, column in mapping.items() if column in names}


def document_of(
    fields: Fields,
    *,
    data: bytes,
    encoding: str,
    path: str,
    format: Format,
    line: int,
    options: SourceOptions,
) -> Document | None:
    """The document of one record; None when it has neither a title nor a body."""
    own = Stated(
        title=fields.pair("title"),
        outlet=fields.pair("outlet"),
        published=fields.pair("date"),
        url=fields.pair("url"),
        authors=fields.pair("authors"),
        key=fields.value("id"),
    )
    body = fields.value("body")
    if body is None and own.title is None:
        return None
    text = mend_text(body or "")
    if text != (body or ""):
        encoding = f"{encoding} (mended)"
    return Document(
        data=data,
        text=text,
        path=path,
        format=format,
        stated=options.stated(own),
        body_is_html=is_html(text),
        encoding=encoding,
        line=line,
    )


NOTHING_IN_IT: Final = (
    "has neither a title nor a body; name the columns that hold them with --map title=… or body=…"
)


def is_html(text: str) -> bool:
    """Whether a record's body is HTML: it has a tag that opens and one that closes or stands."""
    return "<" in text and _TAG.search(text) is not None and _CLOSING.search(text) is not None


def _fold(name: str) -> str:
    """`publishedAt`, `published_at` and `Published At` are one name."""
    return _SEPARATORS.sub("", name.casefold())


def _inside(record: Mapping[str, object], column: str) -> object:
    """The value of a column; `a.b` is key b inside key a unless a column is called so."""
    if column in record:
        return record[column]
    value: object = record
    for part in column.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _text(name: str, value: object) -> str | None:
    """A field's value as text: lists joined, names taken out of objects, moments as ISO 8601."""
    if isinstance(value, Mapping):
        for key in ("name", "$date", "$oid", "title", "text"):
            if key in value:
                return _text(name, value[key])
        return None
    if isinstance(value, list):
        parts = [part for part in (_text(name, item) for item in value) if part]
        return {"body": "\n\n", "authors": "; "}.get(name, ", ").join(parts) or None
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _moment(value) if name == "date" else str(value)
    text = without_surrogates(str(value))
    return text if text.strip() else None


def _moment(value: int | float) -> str:
    """A number of seconds or milliseconds since 1970 as a moment; others as they stand."""
    seconds = value / 1000 if value >= _SECONDS[1] else value
    if _SECONDS[0] <= seconds < _SECONDS[1]:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(value)
