"""Who is named where, kept in a file of the archive so that a new process has it at once.

The file is made of what the records say and can be made anew at any time. It is written by whoever
keeps names, in generations: not before so many articles came that it is worth it. Its name stands
in the records, so that none is read that belongs to other records. What it lacks is added in
memory; where mentions were taken away since, it counts for nothing. It goes with every removal.
"""

from __future__ import annotations

import json
import os
import secrets
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from index import premises
from index.connections import Connections
from index.postings.format import DamagedIndex, Mapped, Writing

if TYPE_CHECKING:
    from index.name_columns import NameColumns
    from index.name_keys import Arrays

WORTH = 100  # articles that come before the file is written anew when all are recognised
_SHARE = 4  # before that: so many times as many as are in it come before it is written anew
_META = "names file"
_ENDING = ".names"
_ARRAYS = (
    "keys key_ends names name_ends name_counts name_begins articles counts codes".split()
)  # of each type


class Kept(NamedTuple):
    """Which file holds the names, of how many articles, and as of when."""

    file: str
    articles: int
    state: Any
    lost: Any


def kept(connections: Connections) -> Kept | None:
    """What the records say of the file, or None."""
    found = connections.rows("SELECT value FROM meta WHERE key = ?", (_META,))
    if not found:
        return None
    try:
        file, articles, state, lost = json.loads(found[0][0])
        return Kept(str(file), int(articles), _rows(state), _rows(lost))
    except (ValueError, TypeError):
        return None


def _rows(told: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in told]


def load(connections: Connections, which: Kept) -> NameColumns | None:
    """The names of a file; None when it is not there or not as it was written."""
    from index.name_columns import NameColumns

    file = connections.folder / which.file
    if file.name != which.file or not which.file.endswith(_ENDING):
        return None
    ((last,),) = connections.rows("SELECT COALESCE(MAX(seq), 0) FROM articles")
    try:
        return NameColumns(_read(Mapped(file), int(last)))
    except (OSError, DamagedIndex):
        return None


def _read(mapped: Mapped, last: int) -> dict[str, Arrays]:
    """The arrays of a file, `last` being the highest number of an article."""
    checks = mapped.about.get("checks")
    if not isinstance(checks, dict) or set(checks) != set(mapped.names()):
        raise DamagedIndex("The file of names lacks its checksums.")
    if any(zlib.crc32(_bytes(mapped.array(name))) != checks[name] for name in checks):
        raise DamagedIndex("The file of names is damaged.")
    types = {name.rpartition(".")[0] for name in mapped.names()}
    found: dict[str, Arrays] = {
        type_: {name: mapped.array(f"{type_}.{name}") for name in _ARRAYS} for type_ in types
    }
    for arrays in found.values():
        _refuse_what_does_not_fit(arrays, last)
    return found


def _refuse_what_does_not_fit(arrays: Arrays, last: int) -> None:
    """A file from somebody else may say anything: nothing in it may lead out of it."""
    keys, names = len(arrays["key_ends"]), len(arrays["name_ends"])
    begins, codes, articles = arrays["name_begins"], arrays["codes"], arrays["articles"]
    fits = (
        all(one.dtype.kind in "ui" and int(one.min(initial=0)) >= 0 for one in arrays.values())
        and len(begins) == keys + 1
        and int(begins[0]) == 0
        and int(begins[-1]) == names == len(arrays["name_counts"])
        and bool((begins[1:] > begins[:-1]).all())
        and len(articles) == len(arrays["counts"])
        and int(articles.max(initial=0)) <= last
        and int(arrays["counts"].max(initial=0)) <= keys
        and int(arrays["counts"].sum()) == len(codes)
        and int(codes.max(initial=0)) < max(keys, 1)
        and bool((articles[1:] > articles[:-1]).all())
        and all(
            int(ends[-1] if len(ends) else 0) == len(arrays[texts])
            and bool((ends[1:] >= ends[:-1]).all())
            for texts, ends in (("keys", arrays["key_ends"]), ("names", arrays["name_ends"]))
        )
    )
    if not fits:
        raise DamagedIndex("The file of names holds what does not fit together.")


def is_due(connections: Connections, recognised: int, waiting: int, lost: Any) -> bool:
    """Whether it is time to write the file anew: so many articles have names, so many wait."""
    which = kept(connections)
    if waiting:  # not all over again for every few articles
        if which is not None and which.lost != lost:
            return False
        return recognised > _SHARE * max(which.articles if which else 0, WORTH)
    if which is None or which.lost != lost or not (connections.folder / which.file).exists():
        return recognised >= WORTH
    return recognised - which.articles >= WORTH


def keep(
    connections: Connections,
    columns: NameColumns,
    recognised: int,
    state: Any,
    lost: Callable[[], Any],
    as_of: Any,
) -> None:
    """Write the file anew; nothing is written where mentions were taken away meanwhile.

    `lost` says how often that happened by now, `as_of` how often when the columns were made.
    """
    parts = columns.arrays()
    with connections.lock():
        if lost() != as_of:
            return
        name = f"{secrets.token_hex(6)}{_ENDING}"
        _write(connections.folder / name, parts, premises.file_mode(connections.folder))
        told = json.dumps([name, recognised, state, as_of])
        with connections.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_META, told))
        _clear(connections.folder, {name})


def _write(file: Path, parts: dict[str, Arrays], mode: int) -> None:
    writing = Writing(file, mode)
    checks = {}
    try:
        for type_, arrays in parts.items():
            for name, array in arrays.items():
                writing.put(f"{type_}.{name}", array)
                checks[f"{type_}.{name}"] = zlib.crc32(_bytes(array))
        writing.close({"checks": checks})
    except BaseException:
        writing.abandon()
        raise
    handle = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _bytes(array: Any) -> Any:
    return array.data.cast("B") if array.size else b""


def forget(folder: Path) -> None:
    """Take the file away: an article is removed. The lock must be held."""
    _clear(folder, ())


def _clear(folder: Path, but: Iterable[str]) -> None:
    for file in folder.glob(f"*{_ENDING}"):
        if file.name not in but:
            file.unlink(missing_ok=True)
