"""How far the index has followed the records, kept beside Whoosh's own files.

Whoosh numbers its commits. Before a commit the number it will get is written down with the
last record it takes in; whichever commit is then found on the disk, its line is there. A
process that is killed at any moment leaves the right answer, at worst a line too many.
After a commit the sums of its files are written down, so that altered ones are found out.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from pathlib import Path
from typing import Any

_KEPT = 8  # lines; only the newest two can ever be asked for
_WRITTEN_ONCE = (".seg", ".toc")


class Progress:
    """The file `progress.json` of an index."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "progress.json"

    def begin(self, make: int) -> None:
        """Start the file of an empty index."""
        self._write({"make": make, "commits": {}, "sums": {}})

    def make(self) -> int:
        """The make of the index; 0 where that cannot be read."""
        make = self._read().get("make")
        return make if isinstance(make, int) else 0

    def reached(self, generation: int) -> int:
        """The last record that a commit took in; 0 when nothing is known of it."""
        return int(self._read().get("commits", {}).get(str(generation), 0))

    def record(self, generation: int, last_seq: int) -> None:
        """Write down what a commit takes in, before it happens."""
        state = self._read()
        commits = {int(number): seq for number, seq in state.get("commits", {}).items()}
        commits = {number: seq for number, seq in commits.items() if number <= generation}
        commits[generation] = last_seq
        newest = sorted(commits)[-_KEPT:]
        state["commits"] = {str(number): commits[number] for number in newest}
        self._write(state)

    def seal(self) -> None:
        """Write down the sums of files that are new; what is written once never changes."""
        state = self._read()
        known = state.get("sums", {})
        files = [file for file in self.file.parent.iterdir() if file.suffix in _WRITTEN_ONCE]
        state["sums"] = {
            file.name: known[file.name] if file.name in known else _sum(file) for file in files
        }
        self._write(state)

    def altered(self) -> list[str]:
        """Files that are there and not as they were written."""
        known: dict[str, list[int]] = self._read().get("sums", {})
        found = []
        for name in sorted(known):
            with contextlib.suppress(FileNotFoundError):  # a writer cleared it away meanwhile
                if _sum(self.file.parent / name) != known[name]:
                    found.append(name)
        return found

    def _read(self) -> dict[str, Any]:
        try:
            state = json.loads(self.file.read_text("ascii"))
        except (FileNotFoundError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}

    def _write(self, state: dict[str, Any]) -> None:
        fresh = self.file.with_suffix(".new")
        mode = self.file.parent.stat().st_mode & 0o666
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            os.fchmod(handle, mode)
            json.dump(state, stream)
            stream.flush()
            os.fsync(handle)
        fresh.replace(self.file)


def _sum(file: Path) -> list[int]:
    """How long a file is, and the checksum of its bytes."""
    size = total = 0
    with file.open("rb") as stream:
        while piece := stream.read(1 << 20):
            size, total = size + len(piece), zlib.crc32(piece, total)
    return [size, total]
