"""Writing a page into the folder where the program was started, in a form that is chosen.

A file that is there already is never written over: the next free number is put behind the name.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.panel import Panel
from tui.views.choice import Option

if TYPE_CHECKING:
    from tui.screens.base import CommandScreen


async def asked_form(
    screen: CommandScreen, what: str, forms: Iterable[tuple[str, str]]
) -> str | None:
    """Ask in which of `forms` to write something, each the ending of its file and what it is; the
    ending, or None when nothing is to be written."""
    options = [Option(f"{ending:<6}{told}", ending) for ending, told in forms]
    ending: str | None = await screen.app.push_screen_wait(
        Panel(f"write {what} as", options=options)
    )
    return ending


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
        return f"written to {file.name} in {_folder(file.parent)}"
    raise AssertionError("numbers do not end")


def _folder(folder: Path) -> str:
    """A folder as a person writes it: from the home directory on where it is in there."""
    home = Path("~").expanduser()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
