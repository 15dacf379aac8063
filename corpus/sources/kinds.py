"""Files that are plainly no articles, by what they are called and how they begin.

A folder saved by a browser or a crawler is full of them: they are skipped and counted by
kind instead of being rejected one by one.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

_BY_SUFFIX: Final = {
    "image": "png jpg jpeg gif webp svg ico bmp tif tiff avif heic psd eps",
    "stylesheet": "css scss less",
    "script": "js mjs cjs ts jsx tsx wasm py rb pl sh bat ps1 map",
    "font": "woff woff2 ttf otf eot",
    "media": "mp3 mp4 m4a m4v webm ogg ogv oga wav flac avi mov mkv mpg mpeg swf vtt srt",
    "archive": "zip gz tgz bz2 xz zst 7z rar tar warc jar",
    "document": "pdf doc docx odt rtf ppt pptx odp epub mobi tex",
    "spreadsheet": "xls xlsx ods",
    "feed": "rss atom rdf",
    "data": (
        "json xml yaml yml toml ini cfg conf sql sqlite sqlite3 db parquet feather pickle pkl npy"
        " npz log lock bak tmp part swp webmanifest har"
    ),
    "program": "exe dll so dylib o a class pyc msi deb rpm apk iso dmg",
}
_KIND: Final = {f".{suffix}": kind for kind, all_ in _BY_SUFFIX.items() for suffix in all_.split()}

_BY_HEAD: Final = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"<?php", "script"),
    (b"%PDF-", "document"),
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"BZh9", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"OTTO\x00", "font"),
    (b"\x00\x01\x00\x00\x00", "font"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"SQLite format 3\x00", "data"),
    (b"\x7fELF", "program"),
)
_NAMES: Final = {
    "thumbs.db": "hidden",
    "desktop.ini": "hidden",
    "robots.txt": "data",
    "license": "data",
    "makefile": "data",
}


def kind_of(name: str, head: bytes) -> str | None:
    """The kind of a file that is skipped; None for one that may hold articles."""
    if name.startswith("."):
        return "hidden"
    if name.lower() in _NAMES:
        return _NAMES[name.lower()]
    kind = _KIND.get(PurePosixPath(name).suffix.lower())
    if kind is not None:
        return kind
    for beginning, kind in _BY_HEAD:
        if head.startswith(beginning):
            return kind
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "image" if head[8:12] == b"WEBP" else "media"
    if head[4:8] == b"ftyp":
        return "media"
    return None
