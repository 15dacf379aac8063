"""The explorer's way to the archive: every question is asked in a thread, never on the screen's.

`Latest` numbers questions, so that answers which were overtaken are dropped; `Threads` keeps
a thread each for queries, articles and names, so that a long one never holds up the others.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from index.archive import Archive
    from index.results import Row
    from tui.compute import Compute

T = TypeVar("T")


class Latest:
    """Numbers questions; an answer counts only while no later question was asked."""

    def __init__(self) -> None:
        self.number = 0  # of the last question

    def ask(self) -> int:
        """The number of a new question; all earlier ones are overtaken by it."""
        self.number += 1
        return self.number

    def is_current(self, number: int) -> bool:
        """Whether no later question was asked."""
        return number == self.number


SWITCH = 0.001  # seconds until a busy thread lets the loop go on; Python's own is .005


class Threads:
    """Threads with a queue each: questions to the index, articles, names and counts to wait for."""

    def __init__(self) -> None:
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
        self._queries = ThreadPoolExecutor(1, "broadsheet-queries")
        self._articles = ThreadPoolExecutor(1, "broadsheet-articles")
        self._names = ThreadPoolExecutor(1, "broadsheet-names")
        self._own = ThreadPoolExecutor(1, "broadsheet-own")
        self._counts = ThreadPoolExecutor(2, "broadsheet-counts")  # one may be on its way out

    async def query(self, work: Callable[[], T]) -> T:
        """Run a question to the index."""
        return await asyncio.get_running_loop().run_in_executor(self._queries, work)

    async def article(self, work: Callable[[], T]) -> T:
        """Read, compare or judge articles."""
        return await asyncio.get_running_loop().run_in_executor(self._articles, work)

    async def names(self, work: Callable[[], T]) -> T:
        """Wait for the recogniser, which may take seconds at first."""
        return await asyncio.get_running_loop().run_in_executor(self._names, work)

    async def own(self, work: Callable[[], T]) -> T:
        """Read or write the person's own state, in the order in which it was asked for."""
        return await asyncio.get_running_loop().run_in_executor(self._own, work)

    async def counting(self, work: Callable[[], T]) -> T:
        """Wait for what is counted in a process of its own, for many seconds at first."""
        return await asyncio.get_running_loop().run_in_executor(self._counts, work)

    def close(self) -> None:
        """Let go of the threads without waiting for what they are at; what a person left at
        articles is written to the end."""
        sys.setswitchinterval(self._interval)
        self._own.shutdown(wait=True)
        self._queries.shutdown(wait=False, cancel_futures=True)
        self._articles.shutdown(wait=False, cancel_futures=True)
        self._names.shutdown(wait=False, cancel_futures=True)
        self._counts.shutdown(wait=False, cancel_futures=True)


async def counterparts(
    threads: Threads, archive: Archive, compute: Compute | None, article: str
) -> list[tuple[Row, float]]:
    """Other outlets' reports of an article's event, the likeliest first, each with its score:
    from the computing process, or in a thread where there is none."""
    if compute is None:
        return await threads.query(lambda: archive.counterparts(article))
    from index.results import Row

    found: list[tuple[Row, float]] = await threads.query(
        lambda: compute.ask("counterparts", [article], list[tuple[Row, float]])
    )
    return found
