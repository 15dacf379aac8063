"""The sample that comes with the program, in an archive of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BroadsheetError

if TYPE_CHECKING:
    from index.archive import Archive
    from index.intake import Intake


class NotTheSample(BroadsheetError):
    """An archive of real articles that the invented ones must not come among."""


def sample_archive(archive: str | None, place: Path) -> Path:
    """The archive of the sample, in the folder named, else in `place`; made or filled up.

    NotTheSample where a folder that the person named holds anything else.
    """
    from corpus.sample import folder
    from index.archive import Archive
    from index.intake import walk

    named = Path(archive).expanduser() if archive else None
    path = named or place
    intakes = list(walk([folder()]))
    with Archive.open(path, create=True) as here:
        if named is not None:
            _only_sample(here, intakes)
        here.add(intakes)
    return path


def _only_sample(archive: Archive, intakes: Sequence[Intake]) -> None:
    """Refuse an archive with articles that are not in the sample."""
    from hashlib import sha256

    sample = {sha256(one.document.data).hexdigest() for one in intakes if one.document}
    held = archive.newest(limit=archive.count())
    others = sum(row.id not in sample for row in held)
    if others:
        own = "an article of its own" if others == 1 else f"{others:,} articles of its own"
        raise NotTheSample(
            f"{archive.path} holds {own}, and the sample's are invented; "
            "leave --archive out, or name a folder that is not there yet."
        )
