"""Several processes read, one keeps: the archive is the one that a single process makes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newsroom import coming_in, numbers, page

import index.adding
from corpus.article import Article, Document
from index.archive import Archive
from index.intake import Intake
from index.reading_ahead import ReadingAhead
from index.worked_out import WorkedOut, worked_out

HERE = Path(__file__).parent
ALONE = 3
TABLES = {  # what of each table is the same whenever it was made
    "articles": "seq, id, lineage, current, outlet, title, published, words, url, rules",
    "originals": "seq, document",
    "readings": "seq, article",
    "traits": "seq, features, prints",
    "placed": "seq, story, origin",
    "locators": "*",
}


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Processes are started after a few documents, and waited for; what the writer reads itself."""
    alone: list[str] = []
    start = ReadingAhead._start

    def started(self: ReadingAhead) -> None:
        start(self)
        assert self._ready is not None
        self._ready.result()

    def noted(document: Document, *more: Any) -> WorkedOut:
        alone.append(document.path)
        return worked_out(document, *more)

    monkeypatch.setattr("index.adding.BATCH_SECONDS", 1e9)  # a batch is what it is on any machine
    monkeypatch.setattr("index.reading_ahead.ALONE", ALONE)
    monkeypatch.setattr("index.reading_ahead._AHEAD", 8)
    monkeypatch.setattr(ReadingAhead, "_start", started)
    monkeypatch.setattr("index.adding.worked_out", noted)
    return alone


def held(archive: Archive) -> dict[str, list[tuple[Any, ...]]]:
    """What the records hold, but for the moments at which it came."""
    rows = archive._connections.rows
    return {
        name: rows(f"SELECT {columns} FROM {name} ORDER BY 1, 2")
        for name, columns in TABLES.items()
    }


def mixed() -> list[Intake]:
    """Articles, one twice, versions of one, an empty one, one that is no text, one known by now."""
    intakes = list(coming_in(*map(page, numbers(30))))
    intakes[10:10] = [intakes[4], intakes[9]]
    intakes[15:15] = [
        Intake(Document(b"", " ", "empty.txt", "text")),
        Intake(Document(b"\xed\xa0\x80", "no text: \ud800", "broken.txt", "text")),
        Intake(skipped="stylesheet"),
    ]
    other = page(31, "The harbour office counts no boats any more. It has had enough of them.")
    intakes.append(Intake(other, locator=intakes[7].locator))
    return intakes


def test_two_processes_make_the_archive_that_one_makes(tmp_path: Path, soon: list[str]) -> None:
    with Archive.open(tmp_path / "one", create=True) as one:
        report = one.add(mixed())
        wanted, state = held(one), one.state()
    read_by_one = len(soon)
    soon.clear()
    with Archive.open(tmp_path / "two", create=True) as two:
        again = two.add(mixed(), processes=2)
        assert held(two) == wanted
        assert two.state() == state
        assert two.check(sources=True) == []
        assert two.search("regatta").total == 31 - 1
    assert again.articles == report.articles
    assert again.rejected == report.rejected
    assert (again.added, again.updated, again.duplicates) == (30, 1, 2)
    assert read_by_one == 32
    assert len(soon) == ALONE + 1  # those before the others were there, and the one that cannot be


def test_what_was_judged_or_learnt_before_holds_for_what_is_read_ahead(
    tmp_path: Path, soon: list[str]
) -> None:
    recurring = "Sign up for the Quay Herald letter and hear of every regatta before others do."
    pages = [page(n, f"Boat {n} came in at noon.\n\n{recurring}") for n in numbers(40)]
    judged: list[Article] = []
    for name, processes in (("one", 1), ("two", 2)):
        with Archive.open(tmp_path / name, create=True) as archive:
            archive.add(coming_in(*pages[:20]))
            archive.learning().apply(archive.learning().layer())
            first = archive.newest(limit=1)[0].id
            archive.judge(first, "role", "noise", target="1")
            said = archive.judgements()
            archive.remove(first)
            archive.apply(said)
            soon.clear()
            archive.add(coming_in(*pages[:40]), again=True, processes=processes)
            judged.append(archive.get(first).article)
            if processes == 1:
                wanted = held(archive)
            else:
                assert held(archive) == wanted
                assert len(soon) < 20
            last = archive.get(archive.newest(limit=1)[0].id).article
            assert recurring in [line.text for line in last.removed]
    assert judged[0] == judged[1]


def test_documents_are_not_asked_for_far_ahead(
    tmp_path: Path, soon: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, furthest = 0, 0
    take = index.adding.Adding._take
    taken = 0

    def counting(self: index.adding.Adding, *some: Any) -> None:
        nonlocal taken, furthest
        furthest = max(furthest, asked - taken)
        taken += 1
        take(self, *some)

    def coming() -> Iterator[Intake]:
        nonlocal asked
        for intake in coming_in(*map(page, numbers(60))):
            asked += 1
            yield intake

    monkeypatch.setattr("index.adding.Adding._take", counting)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        assert archive.add(coming(), processes=2).added == 60
    assert furthest <= 9


def test_few_bytes_wait_behind_a_document_that_takes_long(
    tmp_path: Path, soon: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [page(n, f"Boat {n} came in. " * 200) for n in numbers(30)]
    size = max(len(one.data) for one in texts)
    waiting: list[int] = []
    is_full = ReadingAhead._is_full

    def counted(self: ReadingAhead, held: Any) -> bool:
        waiting.append(sum(len(one.document.data) for one, _ in held))
        return is_full(self, held)

    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(*texts[10:]))
        monkeypatch.setattr("index.reading_ahead._BYTES", 3 * size)
        monkeypatch.setattr("index.reading_ahead._is_done", lambda reading: reading is None)
        monkeypatch.setattr(ReadingAhead, "_is_full", counted)
        report = archive.add(coming_in(*texts), processes=2)
        assert (report.added, report.unchanged) == (10, 20)
    assert 3 * size < max(waiting) <= 4 * size


def test_a_source_that_breaks_off_and_an_interruption_keep_what_one_process_keeps(
    tmp_path: Path, soon: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.adding.BATCH_ARTICLES", 4)

    def breaking(error: BaseException) -> Iterator[Intake]:
        yield from coming_in(*map(page, numbers(18)))
        raise error

    with Archive.open(tmp_path / "archive", create=True) as archive:
        with pytest.raises(OSError, match="the disk went away"):
            archive.add(breaking(OSError("the disk went away")), processes=2)
        assert archive.count() == 18
    with Archive.open(tmp_path / "other", create=True) as archive:
        with pytest.raises(KeyboardInterrupt):
            archive.add(breaking(KeyboardInterrupt()), processes=2)
        assert archive.count() <= 16
        report = archive.add(coming_in(*map(page, numbers(18))), processes=2)
        assert report.added + report.unchanged == 18
        assert archive.check() == []


def test_a_process_that_is_killed_loses_nothing(tmp_path: Path, soon: list[str]) -> None:
    def killing() -> Iterator[Intake]:
        for number, intake in enumerate(coming_in(*map(page, numbers(60)))):
            if number == 30:
                processes = multiprocessing.active_children()
                assert processes
                for process in processes:
                    process.kill()
            yield intake

    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.add(killing(), processes=2)
        assert [one.source for one in report.articles] == [page(n).path for n in numbers(60)]
        assert archive.search("regatta").total == 60
        assert archive.check(sources=True) == []
    assert ALONE < len(soon) < 60


WRITER = """
import os, sys
sys.path[:0] = [{root!r}, {here!r}]
from pathlib import Path
import index.reading_ahead
from index.archive import Archive
from newsroom import coming_in, numbers, page
index.reading_ahead.ALONE = 1

def coming():
    import multiprocessing
    for number, intake in enumerate(coming_in(*map(page, numbers(100_000)))):
        yield intake
        if number == 5:
            children = [child.pid for child in multiprocessing.active_children()]
            print(*children, flush=True)

if __name__ == "__main__":
    with Archive.open(Path(sys.argv[1]), create=True) as archive:
        archive.add(coming(), processes=2)
"""


def test_processes_end_with_a_writer_that_is_killed(tmp_path: Path) -> None:
    process, children = writing(tmp_path)
    process.kill()
    process.communicate()
    assert_all_end(children)


def test_ctrl_c_ends_all_of_them_and_only_the_writer_speaks(tmp_path: Path) -> None:
    process, children = writing(tmp_path)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, said = process.communicate()
    assert said.count("Traceback") == said.count("KeyboardInterrupt") == 1
    assert_all_end(children)
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.check() == []


def writing(folder: Path) -> tuple[subprocess.Popen[str], list[int]]:
    """A writer that goes on for long, as leader of its group, and the processes that it started."""
    script = folder / "writer.py"
    script.write_text(WRITER.format(root=str(HERE.parents[1]), here=str(HERE)))
    process = subprocess.Popen(
        [sys.executable, str(script), str(folder / "archive")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell starts what runs in its background deaf to Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdout is not None
    children = [int(child) for child in process.stdout.readline().split()]
    assert len(children) == 2
    return process, children


def assert_all_end(children: list[int]) -> None:
    """The processes end by themselves."""
    until = time.monotonic() + 60
    while any(is_running(child) for child in children):
        assert time.monotonic() < until, "a process is left that nobody asks anything"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    """Whether there is such a process, and it has not ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        return not Path("/proc").is_dir()
    return state != "Z"
