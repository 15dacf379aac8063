"""Writing a page into the folder where the program was started.

A file that is there already is never written over: the next free number is put behind the name.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path


def written(name: str, text: str) -> str:
    """Write a new file of this name, or the next free one; a sentence on what came of it."""
    wanted = Path.cwd() / name
    for number in count(1):
        file = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        try:
            with file.open("x", encoding="utf-8") as fresh:
                fresh.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            return f"{file.name} cannot be written: {(error.strerror or str(error)).lower()}"
        return f"written to {file.name}"
    raise AssertionError("numbers do not end")
