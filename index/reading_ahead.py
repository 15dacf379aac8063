"""Documents are read in processes of their own while the writer keeps what was read before.

What is read out of a document depends on its bytes and on what the archive taught, on nothing
else, and it is taken in the order in which the documents came: the archive is the one that a
single process makes. What no process has read (it was killed, or failed) the writer reads itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from index.worked_out import Kept, WorkedOut, worked_out

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from corpus.article import Document
    from corpus.layer import Layer
    from index.intake import Intake

ALONE = 200  # documents the writer reads before others are started, which takes them a second
_AHEAD = 512  # documents under way: twice what a batch holds, so that none waits for its commit,
_BYTES = 16 << 20  # or so many bytes of them

_layer: Layer | None = None  # in a reading process


class ReadingAhead:
    """Reads documents ahead in so many processes; with one there is nothing but the writer."""

    def __init__(
        self, processes: int, layer: Layer | None, is_new: Callable[[Document, bytes], bool]
    ) -> None:
        """`is_new` says of a document, with its digest, whether there is anything to read."""
        self._processes, self._layer, self._is_new = processes, layer, is_new
        self._pool: ProcessPoolExecutor | None = None
        self._ready: Future[None] | None = None
        self._alone = 0
        self._bytes = 0
        self._under_way: set[bytes] = set()

    def of(self, intakes: Iterable[Intake]) -> Iterator[tuple[Intake, WorkedOut | None]]:
        """Everything in its order, with what was read out of it where that was done ahead."""
        if self._processes < 2:
            for intake in intakes:
                yield intake, None
            return
        waiting: deque[tuple[Intake, _Reading | None]] = deque()
        broken: Exception | None = None
        coming = iter(intakes)
        try:
            while True:
                try:
                    intake = next(coming)
                except StopIteration:
                    break
                except Exception as error:  # what came before the source broke off is good
                    broken = error
                    break
                waiting.append((intake, self._begun(intake)))
                self._bytes += _size(intake)
                while waiting and (self._is_full(waiting) or _is_done(waiting[0][1])):
                    yield self._ended(*waiting.popleft())
            while waiting:
                yield self._ended(*waiting.popleft())
        finally:
            if self._pool is not None:
                self._pool.shutdown(wait=False, cancel_futures=True)
        if broken is not None:
            raise broken

    def _begun(self, intake: Intake) -> _Reading | None:
        """Hand a document to a process; None where that cannot be, or is not worth it."""
        document = intake.document
        if document is None:
            return None
        digest = hashlib.sha256(document.data).digest()
        if digest in self._under_way or not self._is_new(document, digest):
            return None
        self._alone += 1
        if self._alone <= ALONE:
            return None
        if self._pool is None:
            self._start()
        if self._pool is None or self._ready is None or not self._ready.done():
            return None
        try:
            reading = _Reading(digest, self._pool.submit(_read, document))
        except RuntimeError:  # the processes ended: the writer goes on alone
            return None
        self._under_way.add(digest)
        return reading

    def _start(self) -> None:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # it would have them hear of Ctrl-C again
        with contextlib.suppress(OSError, ValueError), _deaf():  # else the writer goes on alone
            self._pool = ProcessPoolExecutor(
                self._processes,
                multiprocessing.get_context("spawn"),
                initializer=_begin,
                initargs=(self._layer,),
            )
            for _ in range(self._processes):  # each starts a process
                self._ready = self._pool.submit(_nothing)

    def _is_full(self, waiting: deque[tuple[Intake, _Reading | None]]) -> bool:
        return len(waiting) > _AHEAD or self._bytes > _BYTES

    def _ended(self, intake: Intake, reading: _Reading | None) -> tuple[Intake, WorkedOut | None]:
        self._bytes -= _size(intake)
        if reading is None:
            return intake, None
        self._under_way.discard(reading.digest)
        try:
            kept = reading.future.result()
        except Exception:  # the writer will meet what is wrong with it
            return intake, None
        return intake, kept.unpacked()


class _Reading:
    """A document that a process has."""

    __slots__ = ("digest", "future")

    def __init__(self, digest: bytes, future: Future[Kept]) -> None:
        self.digest, self.future = digest, future


def _size(intake: Intake) -> int:
    return 0 if intake.document is None else len(intake.document.data)


def _is_done(reading: _Reading | None) -> bool:
    return reading is None or reading.future.done()


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Processes started meanwhile never hear of Ctrl-C; who starts them hears of it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(layer: Layer | None) -> None:
    """In a new process: end with the writer, and not by a Ctrl-C that is meant for it."""
    import multiprocessing
    import os
    import threading
    from multiprocessing.connection import wait

    global _layer
    _layer = layer
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def end_with_the_writer() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=end_with_the_writer, daemon=True).start()


def _nothing() -> None:
    """Wait for a process to have started."""
    from corpus import reading  # noqa: F401 - what it takes longest to load
    from index.stories.shelving import known_by  # noqa: F401


def _read(document: Document) -> Kept:
    return worked_out(document, layer=_layer).kept
