"""From what a person names (files, folders, standard input) to documents, one at a time.

Folders are walked in order, sidecars are taken along, files that are no articles are named
by their kind, and whatever cannot be read becomes a rejection with its reason. Nothing is
read before it is asked for, so that memory does not grow with the number of articles.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from corpus.article import Document, Stated
from corpus.sources import SUFFIXES, SourceOptions, documents, kind_of
from index.reports import Rejection
from index.sidecars import SIDECAR, Sidecar, SidecarError, read_sidecar

STANDARD_INPUT: Final = "-"
_HEAD: Final = 64
_TRACKING: Final = (
    "utm_",
    "fbclid",
    "gclid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "smid",
    "cmpid",
    "ocid",
)


@dataclass(frozen=True, slots=True)
class Intake:
    """One thing met on the way: a document, a rejection, or a skipped file's kind.

    `locator` is where the document stands under any name it may get: a digest of the file's
    absolute path, or of the record's address. Documents that share it are versions of one.
    """

    document: Document | None = None
    locator: str | None = None
    rejection: Rejection | None = None
    skipped: str | None = None


def walk(
    sources: Iterable[str | Path],
    options: SourceOptions | None = None,
    *,
    sidecar: Path | None = None,
    stdin: BinaryIO | None = None,
    leave_out: Path | None = None,
) -> Iterator[Intake]:
    """Everything that the sources hold, in order, read as it is asked for.

    `leave_out` is a folder that is passed by without a word: the archive itself.
    A sidecar that is named and cannot be used raises `SidecarError` before anything is read.
    """
    named = _named_sidecar(sidecar) if sidecar is not None else None
    return _walk(list(sources), _Walk(options or SourceOptions(), named, leave_out), stdin)


def locator_of_path(path: Path) -> str:
    """The locator of a file: the same however the file is named on the command line."""
    return _digest(b"path:" + os.fsencode(os.path.realpath(path)))


def locator_of_url(url: str) -> str | None:
    """The locator of an address; None when it names a site and no page of it."""
    normal = normal_url(url)
    return None if normal is None else _digest(b"url:" + normal.encode("utf-8", "replace"))


def normal_url(url: str) -> str | None:
    """An address without scheme, `www.`, fragment and what only tracks the reader.

    None when nothing is left that would tell one page of a site from another.
    """
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].lower().startswith(_TRACKING)
    ]
    if not host or not (path or query):
        return None
    return f"{host}{path}{'?' + urlencode(query) if query else ''}"


def printable(name: str | Path) -> str:
    """A file's name as text: bytes that are no UTF-8 and control characters made visible."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _named_sidecar(path: Path) -> Sidecar:
    if not path.is_file():
        raise SidecarError(f"The sidecar {printable(path)} is not a file that can be read.")
    sidecar = read_sidecar(path, printable(path.name))
    if not sidecar.stated and sidecar.rejections:
        raise SidecarError(
            f"The sidecar {printable(path)} cannot be used: {sidecar.rejections[0].reason}."
        )
    return sidecar


def _walk(sources: list[str | Path], walk: _Walk, stdin: BinaryIO | None) -> Iterator[Intake]:
    if walk.named is not None:
        for rejection in walk.named.rejections:
            yield Intake(rejection=rejection)
    for source in sources:
        if str(source) == STANDARD_INPUT:
            stream = stdin if stdin is not None else sys.stdin.buffer
            yield from walk.stream(stream, STANDARD_INPUT, None, Stated())
        else:
            yield from walk.source(Path(source))


@dataclass(frozen=True, slots=True)
class _Level:
    """A folder on the way down: what is left of it, and what holds for its entries."""

    entries: Iterator[os.DirEntry[str]]
    shown: str
    pages: set[str]  # names of pages whose pictures may stand in a folder beside
    assets: bool
    has_sidecar: bool


class _Walk:
    """One walk: its options, the sidecars in force, the folders above the current one."""

    def __init__(
        self, options: SourceOptions, named: Sidecar | None, leave_out: Path | None
    ) -> None:
        self.options = options
        self.named = named
        self.leave_out = os.path.realpath(leave_out) if leave_out is not None else None
        self.sidecars: list[Sidecar] = []
        self.above: list[tuple[int, int]] = []

    def source(self, path: Path) -> Iterator[Intake]:
        """What one SOURCE holds: a folder, a file, or a pipe that a shell put in its place."""
        shown = printable(path.name or Path(os.path.realpath(path)).name or str(path))
        try:
            found = path.stat()
        except OSError as fault:
            yield _rejected(shown, _why_unreadable(path, fault))
            return
        except ValueError:
            yield _rejected(shown, "not the name of a file")
            return
        if stat.S_ISDIR(found.st_mode):
            yield from self.folder(path, printable(Path(os.path.realpath(path)).name or "/"))
        elif stat.S_ISREG(found.st_mode):
            yield from self.file(path, shown)
        elif stat.S_ISFIFO(found.st_mode) or stat.S_ISCHR(found.st_mode):
            try:
                with path.open("rb") as stream:
                    yield from self.stream(stream, shown, None, Stated())
            except OSError as fault:
                yield _rejected(shown, _why_unreadable(path, fault))
        else:
            yield Intake(skipped="device")

    def folder(self, path: Path, shown: str) -> Iterator[Intake]:
        """What a folder holds, sorted by name, its folders in their place among its files."""
        levels: list[_Level] = []
        yield from self.enter(levels, path, shown, assets=False)
        while levels:
            level = levels[-1]
            entry = next(level.entries, None)
            if entry is not None:
                yield from self.entry(entry, level, levels)
                continue
            levels.pop()
            self.above.pop()
            if level.has_sidecar:
                self.sidecars.pop()

    def enter(
        self, levels: list[_Level], path: Path, shown: str, *, assets: bool
    ) -> Iterator[Intake]:
        """Go into a folder: its entries come next."""
        try:
            here = path.stat()
            entries = sorted(os.scandir(path), key=lambda entry: os.fsencode(entry.name))
        except OSError as fault:
            yield _rejected(shown, _why_unreadable(path, fault))
            return
        pages = {
            Path(e.name).stem.lower()
            for e in entries
            if SUFFIXES.get(Path(e.name).suffix.lower()) in ("html", "mhtml")
        }
        own = next((Path(e) for e in entries if e.name.lower() == SIDECAR and e.is_file()), None)
        if own is not None and not assets:
            sidecar = read_sidecar(own, f"{shown}/{own.name}")
            if self.named is None or self.named.file != sidecar.file:
                yield from (Intake(rejection=rejection) for rejection in sidecar.rejections)
            self.sidecars.append(sidecar)
        self.above.append((here.st_dev, here.st_ino))
        levels.append(_Level(iter(entries), shown, pages, assets, own is not None and not assets))

    def entry(
        self, entry: os.DirEntry[str], level: _Level, levels: list[_Level]
    ) -> Iterator[Intake]:
        """What one entry of a folder holds; a folder is entered."""
        path, shown = Path(entry.path), f"{level.shown}/{printable(entry.name)}"
        try:
            found = entry.stat()
        except OSError as fault:
            yield _rejected(shown, _why_unreadable(path, fault))
            return
        if stat.S_ISDIR(found.st_mode):
            if (found.st_dev, found.st_ino) in self.above:
                yield _rejected(shown, "a link back to a folder above it, which is not followed")
            elif entry.name.startswith("."):
                yield Intake(skipped="hidden")
            elif self.leave_out == os.path.realpath(path):
                return
            else:
                assets = level.assets or _holds_assets(entry.name, level.pages)
                yield from self.enter(levels, path, shown, assets=assets)
        elif not stat.S_ISREG(found.st_mode):
            yield Intake(skipped="pipe" if stat.S_ISFIFO(found.st_mode) else "device")
        elif level.assets:
            yield Intake(skipped=kind_of(entry.name, b"") or "asset")
        else:
            yield from self.file(path, shown)

    def file(self, path: Path, shown: str) -> Iterator[Intake]:
        """What a file holds, unless it is a sidecar or plainly no article."""
        real = os.path.realpath(path)
        if any(real == sidecar.file for sidecar in self.in_force()):
            yield Intake(skipped="sidecar")
            return
        try:
            with path.open("rb") as stream:
                kind = kind_of(path.name, stream.read(_HEAD))
                if kind is not None:
                    yield Intake(skipped=kind)
                    return
                stream.seek(0)
                beside = next(
                    (s.stated[real] for s in self.in_force() if real in s.stated), Stated()
                )
                yield from self.stream(stream, shown, path, beside)
        except OSError as fault:
            yield _rejected(shown, _why_unreadable(path, fault))

    def in_force(self) -> Iterator[Sidecar]:
        """The sidecars that may speak of the current file, the weightiest first."""
        if self.named is not None:
            yield self.named
        yield from reversed(self.sidecars)

    def stream(
        self, stream: BinaryIO, shown: str, path: Path | None, beside: Stated
    ) -> Iterator[Intake]:
        """The documents of one stream, each with its locator."""
        for found in documents(stream, shown, options=replace(self.options, beside=beside)):
            if isinstance(found, Document):
                yield Intake(document=found, locator=_locator(found, path))
            else:
                yield _rejected(found.source, found.reason)


def _locator(document: Document, path: Path | None) -> str | None:
    """Where a document stands: its file; for a record its address, else its id in its file.

    A stream has no place: two of them may number their records alike.
    """
    if document.format not in ("jsonl", "csv", "tsv"):
        return locator_of_path(path) if path is not None else None
    stated = document.stated
    by_url = locator_of_url(stated.url[0]) if stated.url is not None else None
    if by_url is not None or stated.key is None or path is None:
        return by_url
    place = os.fsencode(os.path.realpath(path))
    return _digest(b"id:" + place + b"#" + stated.key.encode("utf-8", "replace"))


def _holds_assets(folder: str, pages: set[str]) -> bool:
    """Whether a folder is what a browser saves beside a page: `Report_files` for `Report`."""
    stem, _, ending = folder.rpartition("_")
    if ending.lower() in ("files", "dateien", "fichiers", "archivos", "bestanden", "file"):
        return stem.lower() in pages
    stem, _, ending = folder.rpartition(".")
    return ending.lower() == "files" and stem.lower() in pages


def _why_unreadable(path: Path, fault: OSError) -> str:
    """Why a path cannot be read, in words."""
    if path.is_symlink() and isinstance(fault, FileNotFoundError):
        return "a broken link: what it points to does not exist"
    if isinstance(fault, FileNotFoundError):
        return "no such file or folder"
    if isinstance(fault, PermissionError):
        return "cannot be read: you have no permission to read it"
    if fault.errno == 40 or "symbolic link" in (fault.strerror or ""):
        return "a link that leads back to itself"
    return f"cannot be read: {(fault.strerror or str(fault)).lower()}"


def _rejected(source: str, reason: str) -> Intake:
    return Intake(rejection=Rejection(source, reason))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
