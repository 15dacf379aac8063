"""What was worked out once and is kept in a person's own cache directory, for one archive.

Bytes under a key, the newest kept. It costs nothing but time when it is lost, or when it cannot
be written. What was kept before an article was removed is thrown away with the removal, and what
was made of articles of which one was removed meanwhile is not kept.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from index import traces


class PrivateCache:
    """The answers of one `kind` about the archive in a folder.

    `last_removal` gives the change with which an article was last removed from it.
    """

    def __init__(
        self, kind: str, archive: Path, most: int, last_removal: Callable[[], int]
    ) -> None:
        self._kind, self._archive, self._most = kind, archive, most
        self._last_removal = last_removal

    def get(self, key: str, removed: int) -> bytes | None:
        """What was kept under a key since change `removed`, that of the last removal."""
        try:
            return (self._folder(removed) / key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, removed: int, stored: bytes) -> None:
        """Keep something that was made of what stood there after change `removed`, and let go of
        what is too old or too much."""
        if traces.none_left():
            return
        folder = self._folder(removed)
        with suppress(OSError):  # a cache that cannot be written is none
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for other in folder.parent.iterdir():
                if other != folder:
                    shutil.rmtree(other, ignore_errors=True)  # an article was removed since
            file = folder / f".{key}.{os.getpid()}"
            file.write_bytes(stored)
            file.replace(folder / key)
            kept = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime)
            for old in kept[: -self._most]:
                old.unlink()
        if self._last_removal() != removed:  # asked last: a removal from now on clears the cache
            shutil.rmtree(folder, ignore_errors=True)

    def _folder(self, removed: int) -> Path:
        return _home() / self._kind / _name(self._archive) / str(removed)


def forget(archive: Path) -> None:
    """Throw away all that this person keeps of an archive: an article was removed from it."""
    with suppress(OSError):
        for kind in _home().iterdir():
            shutil.rmtree(kind / _name(archive), ignore_errors=True)


def _home() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("broadsheet", appauthor=False)


def _name(archive: Path) -> str:
    return hashlib.sha256(os.fsencode(archive.resolve())).hexdigest()[:16]
