"""Sidecars: a CSV beside the articles that says which outlet, day and address each file has.

A sidecar is named with `--sidecar` or found as `sidecar.csv` in an added folder. What comes
out is, for the real path of each file, what its row states.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from corpus.article import Stated
from corpus.errors import BroadsheetError
from corpus.sources.table import TableRecord, table_records
from corpus.sources.values import Fields
from index.reports import Rejection

SIDECAR: Final = "sidecar.csv"
_PATHS: Final = ("path", "file", "filename")


class SidecarError(BroadsheetError):
    """A sidecar named on the command line that cannot be used."""


@dataclass(slots=True)
class Sidecar:
    """What the rows of one sidecar state, by the real path of the file each is about."""

    file: str
    stated: dict[str, Stated] = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)


def read_sidecar(file: Path, shown: str) -> Sidecar:
    """Read a sidecar; rows that name no file there is are rejections under the name `shown`."""
    sidecar = Sidecar(str(file.resolve()))
    try:
        with file.open("rb") as stream:
            records = table_records(stream)
            header = next(records, None)
            names = [n.strip().lower() for n in (header.cells if header else None) or []]
            column = next((name for name in _PATHS if name in names), None)
            if column is None:
                reason = "a sidecar needs the columns path,outlet,date,url; it has no column 'path'"
                sidecar.rejections.append(Rejection(shown, reason))
                return sidecar
            for record in records:
                _take(sidecar, record, names, column, file.parent, shown)
    except OSError as fault:
        sidecar.rejections.append(Rejection(shown, f"cannot be read: {fault.strerror}"))
    return sidecar


def _take(
    sidecar: Sidecar,
    record: TableRecord,
    names: list[str],
    column: str,
    folder: Path,
    shown: str,
) -> None:
    """Keep what one row states of its file, or say what is wrong with the row."""
    if record.cells is None:
        sidecar.rejections.append(Rejection(shown, f"line {record.line}: {record.reason}"))
        return
    row: dict[str, object] = dict(zip(names, record.cells, strict=False))
    name = str(row.get(column, "")).strip()
    try:
        path = folder / name
        missing = not name or not path.exists()
    except (OSError, ValueError):
        missing = True
    if missing:
        reason = f"line {record.line}: names {name or 'no file'!r}, which does not exist beside it"
        sidecar.rejections.append(Rejection(shown, reason))
        return
    row.pop(column)
    fields = Fields(row, {})
    sidecar.stated[str(path.resolve())] = Stated(
        title=_from_sidecar(fields, "title"),
        outlet=_from_sidecar(fields, "outlet"),
        published=_from_sidecar(fields, "date"),
        url=_from_sidecar(fields, "url"),
        authors=_from_sidecar(fields, "authors"),
    )


def _from_sidecar(fields: Fields, name: str) -> tuple[str, str] | None:
    value = fields.value(name)
    return None if value is None else (value.strip(), "sidecar")
