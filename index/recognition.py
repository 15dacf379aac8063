"""Recognition as the rest of the program sees it: processes that are started and asked.

`recognise` works an archive off, `Worker` does so behind the explorer and answers for the
article that is open, `OnTheSpot` only answers. spaCy is loaded in those processes and nowhere
else; they are started anew, never forked, and end by themselves when their starter is gone.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import msgspec

from corpus.article import Article, Names
from corpus.errors import ArchiveError
from index.archive import Archive
from index.locking import WriterBusy

PATIENCE = 60.0  # seconds an answer may take; loading the model takes two
RESTARTS = 3  # times a recogniser that dies without having got anything done is started again
_LOOK = 0.2


class RecogniserDied(ArchiveError):
    """A recogniser process ended before its work did."""


class NotRecognised(ArchiveError):
    """The names of one article could not be had."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a recogniser is: `state` is starting, loading, working, waiting, may not write,
    or ended."""

    done: int = 0
    left: int | None = None
    model: str | None = None
    state: str = "starting"


class Worker:
    """A recogniser process: works the archive off, and names one article when asked.

    Safe to use from several threads. `on_progress` is called from a thread of its own.
    """

    def __init__(
        self,
        archive_path: Path,
        *,
        follow: bool = True,
        background: bool = True,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        """Describe a recogniser; `start` starts it."""
        self.name = f"recogniser-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._path = archive_path
        self._options = [] if background else ["--on-the-spot"]
        self._options += ["--follow"] if follow else []
        self._on_progress = on_progress
        self._progress = Progress()
        self._process: subprocess.Popen[bytes] | None = None
        self._speaking = threading.Lock()
        self._asked: dict[str, list[queue.Queue[Names | str]]] = {}
        self._error: str | None = None
        self._ended = threading.Event()

    def start(self) -> None:
        """Start the process; it needs a second or two before its first answer."""
        home = str(Path(__file__).resolve().parent.parent)
        paths = [home, os.environ.get("PYTHONPATH", "")]
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(p for p in paths if p),
            "OMP_NUM_THREADS": "1",
        }
        command = [sys.executable, "-P", "-m", "index.recogniser", "--name", self.name]
        self._process = subprocess.Popen(
            [*command, "--archive", str(self._path), *self._options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("BROADSHEET_DEBUG") == "1" else subprocess.DEVNULL,
            env=environment,
            start_new_session=True,  # Ctrl-C at the terminal is for the starter to deal with
        )
        assert self._process.stdout is not None
        threading.Thread(
            target=self._listen, args=(self._process, self._process.stdout), daemon=True
        ).start()

    @property
    def progress(self) -> Progress:
        """The latest it has said."""
        return self._progress

    @property
    def pid(self) -> int | None:
        """The process, once started."""
        return self._process.pid if self._process else None

    @property
    def error(self) -> str | None:
        """Why it could not work, when it said so."""
        return self._error

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def wait(self, seconds: float) -> bool:
        """Wait for the process to end; False when it still runs."""
        return self._ended.wait(seconds)

    def died(self) -> bool:
        """Whether it ended in another way than by finishing."""
        return self._process is not None and self._process.poll() not in (None, 0)

    def stop(self, patience: float = 5.0) -> None:
        """Ask for an end, wait for it, and enforce it at last; what was found is kept."""
        process = self._process
        if process is None:
            return
        self._close(process)
        for last_word in (None, process.terminate, process.kill):
            if last_word is not None:
                last_word()
            try:
                process.wait(patience)
                break
            except subprocess.TimeoutExpired:
                continue
        self._ended.wait(1.0)

    def names_now(self, article_id: str, *, patience: float = PATIENCE) -> Names:
        """The names of one article, before everything else. Takes a full id."""
        answer: queue.Queue[Names | str] = queue.Queue()
        with self._speaking:
            process = self._process
            if process is None or process.stdin is None or self._ended.is_set():
                raise RecogniserDied(self._death())
            self._asked.setdefault(article_id, []).append(answer)
            try:
                process.stdin.write(msgspec.json.encode({"names": article_id}) + b"\n")
                process.stdin.flush()
            except (OSError, ValueError):
                raise RecogniserDied(self._death()) from None
        try:
            found = answer.get(timeout=patience)
        except queue.Empty:
            raise NotRecognised(
                f"The names of {article_id[:10]} were not recognised within {patience:.0f} seconds;"
                " open the article again later."
            ) from None
        if isinstance(found, str):
            raise NotRecognised(found)
        return found

    def _listen(self, process: subprocess.Popen[bytes], stream: IO[bytes]) -> None:
        for line in stream:
            try:
                self._hear(msgspec.json.decode(line))
            except msgspec.MsgspecError:
                continue
        process.wait()
        stream.close()
        self._progress = self._at_end()
        with self._speaking:
            self._ended.set()
            waiting = [answer for answers in self._asked.values() for answer in answers]
            self._asked = {}
        for answer in waiting:
            answer.put(self._death())
        self._close(process)
        if self._on_progress:
            self._on_progress(self._progress)

    def _at_end(self) -> Progress:
        last = self._progress
        return Progress(last.done, last.left, last.model, "ended")

    def _hear(self, said: Any) -> None:
        if not isinstance(said, dict):
            return
        if "asked" in said:
            found: Names | str
            if "error" in said:
                found = str(said["error"])
            else:
                found = msgspec.convert(said["names"], Names)
            with self._speaking:
                answers = self._asked.pop(said["asked"], [])
            for answer in answers:
                answer.put(found)
        elif "state" in said:
            self._progress = msgspec.convert(said, Progress)
            if self._on_progress:
                self._on_progress(self._progress)
        elif "error" in said:
            self._error = str(said["error"])

    def _death(self) -> str:
        return self._error or "The recogniser ended; `broadsheet recognise` goes on from there."

    def _close(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()


class OnTheSpot:
    """Names of single articles, and nothing in the background. Use it in a `with`."""

    def __init__(self, archive_path: Path) -> None:
        """For the archive in this folder."""
        self._worker = Worker(archive_path, background=False)

    def __enter__(self) -> OnTheSpot:
        self._worker.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._worker.stop()

    def names_now(self, article_id: str) -> Names:
        """The names of one article; kept in the archive where that is allowed."""
        return self._worker.names_now(article_id)


def recognise_one(archive: Archive, article: Article) -> Names:
    """The names of one article, by a process for it alone."""
    with OnTheSpot(archive.path) as service:
        return service.names_now(article.id)


def recognise_these(
    archive: Archive,
    ids: Sequence[str],
    progress: Callable[[int, int | None], None] | None = None,
) -> None:
    """Recognise the names of these articles (full ids) that have none, by a process for them alone;
    they are kept where the archive may be written to. `progress` as for `recognise`."""
    waiting = [one for one in ids if archive.get(one).names is None]
    if not waiting:
        return
    with OnTheSpot(archive.path) as service:
        for done, one in enumerate(waiting, 1):
            service.names_now(one)
            if progress is not None:
                progress(done, len(waiting))


def recognise(
    archive_path: Path,
    *,
    jobs: int = 1,
    progress: Callable[[int, int | None], None] | None = None,
) -> int:
    """Recognise all that waits, with `jobs` processes; how many articles were done.

    `progress` is told how many are done and how many there are to do. A process that dies is
    replaced and what it had leased is leased anew; RecogniserDied when that does not help.
    """
    with Archive.open(archive_path) as archive:
        waiting = archive.unrecognised()
        if not waiting:
            return 0
        workers = [_started(archive_path) for _ in range(max(1, min(jobs, waiting)))]
        past, deaths = 0, 0
        try:
            while True:
                running = [w for w in workers if w.alive()]
                for worker in [w for w in workers if w not in running]:
                    worker.wait(1.0)
                    workers.remove(worker)
                    past += worker.progress.done
                    if worker.died():
                        deaths = 0 if worker.progress.done else deaths + 1
                        workers.append(_replacement(archive, worker, deaths))
                done = past + sum(w.progress.done for w in workers)
                if progress is not None:
                    progress(done, max(waiting, done))
                if not workers:
                    return done
                time.sleep(_LOOK)
        finally:
            for worker in workers:
                worker.stop()


def _started(archive_path: Path) -> Worker:
    worker = Worker(archive_path, follow=False)
    worker.start()
    return worker


def _replacement(archive: Archive, dead: Worker, deaths: int) -> Worker:
    """A new worker for one that died, after giving back what it had leased."""
    if dead.error is not None or deaths > RESTARTS:
        raise RecogniserDied(
            dead.error
            or "The recogniser process keeps dying, perhaps for want of memory;"
            " `broadsheet recognise --jobs 1` may do."
        )
    with contextlib.suppress(WriterBusy):  # the lease ends by itself within minutes
        archive.release(dead.name)
    return _started(archive.path)
