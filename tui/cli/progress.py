"""How far a long command has come: a bar on a terminal, lines when asked for, else nothing.

`BROADSHEET_PROGRESS=1` asks for lines, each naming the count that is committed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from tui.cli.output import complain, console

REDRAWN: Final = 2  # times a second; more only costs bytes on a slow line

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
        said: list[tuple[int, int | None]] = []

        def report(done: int, total: int | None) -> None:
            count.done = done
            if lines and said != [(done, total)]:
                said[:] = [(done, total)]
                complain(f"{doing}: {done}" + (f" of {total}" if total is not None else ""))
                sys.stderr.flush()

        yield report
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description} {task.fields[count]}", markup=False),
        BarColumn(),
        TimeElapsedColumn(),
        console=console(stderr=True),
        refresh_per_second=REDRAWN,
        transient=True,
    ) as bar:
        # A bar that pulses would send kilobytes a second; an empty one says as much.
        task = bar.add_task(doing, total=1, count="0")

        def draw(done: int, total: int | None) -> None:
            count.done = done
            if total is None:
                bar.update(task, count=f"{done:,}")
            else:
                shown = f"{done:,} of {total:,}"
                bar.update(task, completed=done, total=total, count=shown)

        yield draw
