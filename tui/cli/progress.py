"""How far a long command has come: a bar on a terminal, lines when asked for, else nothing.

`BROADSHEET_PROGRESS=1` asks for lines, each naming the count that is committed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui.cli.output import complain, console

Report = Callable[[int, int | None], None]
"""Called with how many are done and, where it is known, of how many."""


class Count:
    """The last number reported, for what is said after an interruption."""

    def __init__(self) -> None:
        self.done = 0


@contextmanager
def progress(doing: str, count: Count | None = None) -> Iterator[Report]:
    """A function to report to while a command works."""
    count = count or Count()
    lines = os.environ.get("BROADSHEET_PROGRESS") == "1"
    if lines or not sys.stderr.isatty():

        def report(done: int, total: int | None) -> None:
            count.done = done
            if lines:
                complain(f"{doing}: {done}" + (f" of {total}" if total is not None else ""))
                sys.stderr.flush()

        yield report
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(doing, total=None)

        def draw(done: int, total: int | None) -> None:
            count.done = done
            bar.update(task, completed=done, total=total)

        yield draw
