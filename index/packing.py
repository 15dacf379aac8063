"""How values are kept in the records: msgpack by their type, compressed with zstd.

A whole `Document` is packed as one value, so the decoded text that stands beside the
original bytes costs next to nothing. What comes out equals what went in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
import zstandard

from corpus.article import Article, Document, Names
from corpus.errors import ArchiveError

_T = TypeVar("_T")
_LEVEL = 6
_QUICK = 3  # for what is made once a minute and thrown away soon
_encoder = msgspec.msgpack.Encoder()
_article = msgspec.msgpack.Decoder(Article)
_document = msgspec.msgpack.Decoder(Document)
_names = msgspec.msgpack.Decoder(Names)


class _Text(msgspec.Struct, frozen=True, gc=False):
    text: str


class _Sentence(msgspec.Struct, frozen=True, gc=False):
    within: str
    paragraph: int
    start: int
    end: int


class Texts(msgspec.Struct, frozen=True, gc=False):
    """Of a stored article what a passage is taken from: a third of what unpacking all takes."""

    standfirst: str | None
    paragraphs: tuple[_Text, ...]
    sentences: tuple[_Sentence, ...]


class _Moment(msgspec.Struct, frozen=True, gc=False):
    published: str | None
    published_at: str | None


_texts = msgspec.msgpack.Decoder(Texts)
_moment = msgspec.msgpack.Decoder(_Moment)


class Unreadable(ArchiveError):
    """A stored value that cannot be unpacked: the file was damaged."""


def pack(value: Article | Document | Names) -> bytes:
    """The stored form of a value. Raises UnicodeEncodeError for text that is no Unicode."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(_encoder.encode(value))


def packed_article(article: Article) -> bytes:
    """The stored form of an article that is sure to come out again; Unreadable if not."""
    stored = pack(article)
    if unpack_article(stored) != article:
        raise Unreadable("what was read out of it would not be kept whole")
    return stored


def unpack_article(stored: bytes) -> Article:
    """The article in its stored form `stored`."""
    return _unpacked(_article, stored)


def unpack_texts(stored: Iterable[bytes]) -> list[Texts]:
    """The texts of articles in their stored form."""
    decompressor = zstandard.ZstdDecompressor()
    return [_unpacked(_texts, one, decompressor) for one in stored]


def unpack_moment(stored: bytes) -> tuple[str | None, str | None]:
    """The day and the moment of publication that an article in its stored form states."""
    found = _unpacked(_moment, stored)
    return found.published, found.published_at


def unpack_document(stored: bytes) -> Document:
    """The original document, bytes and decoded text."""
    return _unpacked(_document, stored)


def unpack_names(stored: bytes) -> Names:
    """What the recogniser found in one article."""
    return _unpacked(_names, stored)


def pack_worked_out(value: Any) -> bytes:
    """The stored form of something that can be worked out anew at any time."""
    return zstandard.ZstdCompressor(level=_QUICK).compress(_encoder.encode(value))


def unpack_worked_out(stored: bytes, kind: type[_T]) -> _T | None:
    """What was stored so; None where another version stored it, or it is damaged."""
    try:
        return _unpacked(msgspec.msgpack.Decoder(kind), stored)
    except ArchiveError:
        return None


def _unpacked(
    decoder: msgspec.msgpack.Decoder[_T],
    stored: bytes,
    decompressor: zstandard.ZstdDecompressor | None = None,
) -> _T:
    try:
        return decoder.decode((decompressor or zstandard.ZstdDecompressor()).decompress(stored))
    except (zstandard.ZstdError, msgspec.MsgspecError, ValueError) as error:
        raise Unreadable(
            f"A stored article is damaged ({error}); `broadsheet check` says which one."
        ) from error
