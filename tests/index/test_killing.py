"""A writer that is killed loses nothing it had named as done, and the next one goes on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from newsroom import coming_in, numbers, page

from index.archive import Archive

HERE = Path(__file__).parent
ARTICLES = 300
SECONDS = 12.0  # for all rounds of killing at random points

WRITER = """
import os, signal, sys
sys.path[:0] = [{root!r}, {here!r}]
from pathlib import Path
import index.adding
from index.archive import Archive
from newsroom import coming_in, numbers, page
index.adding.BATCH_ARTICLES = 10
{before}
with Archive.open(Path(sys.argv[1]), create=True) as archive:
    archive.add(
        coming_in(*map(page, numbers({articles}))), progress=lambda done: print(done, flush=True)
    )
"""

KILLED_BETWEEN = """
import index.following
index.following.catch_up = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
"""

KILLED_INSIDE = """
from index.engine import Engine
update = Engine.update
def half(self, entries, **others):
    def dying():
        yield from list(entries)[:3]
        os.kill(os.getpid(), signal.SIGKILL)
    update(self, dying(), **others)
Engine.update = half
"""


def writer(archive: Path, before: str = "", articles: int = ARTICLES) -> subprocess.Popen[str]:
    code = WRITER.format(
        root=str(HERE.parents[1]), here=str(HERE), before=before, articles=articles
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(archive)], stdout=subprocess.PIPE, text=True
    )


def named_until_killed(process: subprocess.Popen[str], batches: int, pause: float) -> int:
    """Kill the writer a while after its n-th batch; the last number it had named."""
    assert process.stdout is not None
    lines: list[str] = []
    while len(lines) < batches and (line := process.stdout.readline()):
        lines.append(line)
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    lines += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    return max((int(line) for line in lines if line.endswith("\n")), default=0)


def assert_whole(folder: Path, at_least: int) -> int:
    with Archive.open(folder) as archive:
        count = archive.count()
        assert count >= at_least
        assert archive.search("regatta", limit=1).total == count
        assert archive.status().waiting == 0
        assert archive.check() == []
    return count


def test_whatever_was_named_is_there_and_found_after_a_kill_at_any_moment(tmp_path: Path) -> None:
    seed = int.from_bytes(os.urandom(4), "big")
    chance = random.Random(seed)
    began, rounds = time.monotonic(), 0
    while rounds < 2 or time.monotonic() - began < SECONDS:
        folder, rounds = tmp_path / f"archive-{rounds}", rounds + 1
        named = named_until_killed(writer(folder), chance.randrange(1, 12), chance.uniform(0, 0.06))
        there = assert_whole(folder, named)
        if rounds == 1:
            with Archive.open(folder) as archive:
                report = archive.add(coming_in(*map(page, numbers(ARTICLES))))
                assert report.unchanged == there
                assert report.added == ARTICLES - there
            assert_whole(folder, ARTICLES)
    assert rounds >= 2, f"seed {seed}"


def test_an_index_killed_while_it_adds_commits_and_merges_is_whole_and_tidy() -> None:
    script = HERE.parents[1] / "benchmarks" / "engine" / "killed.py"
    ended = subprocess.run(
        [sys.executable, str(script), "--times", "12"],
        env=os.environ | {"PYTHONPATH": str(HERE.parents[1])},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.startswith("12 kills")


def test_records_without_their_index_are_indexed_at_the_next_search(tmp_path: Path) -> None:
    process = writer(tmp_path / "archive", KILLED_BETWEEN)
    assert named_until_killed(process, 1, 0) == 0
    assert process.returncode == -signal.SIGKILL
    assert assert_whole(tmp_path / "archive", 10) == 10


def test_a_commit_of_the_index_that_was_cut_off_is_done_again(tmp_path: Path) -> None:
    process = writer(tmp_path / "archive", KILLED_INSIDE)
    assert named_until_killed(process, 1, 0) == 0
    assert process.returncode == -signal.SIGKILL
    assert assert_whole(tmp_path / "archive", 10) == 10


def test_an_archive_killed_while_it_was_made_can_be_made_again(tmp_path: Path) -> None:
    before = (
        "import index.tables\n"
        "index.tables.migrate = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    process = writer(tmp_path / "archive", before)
    assert named_until_killed(process, 1, 0) == 0
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add(coming_in(page(1)))
    assert assert_whole(tmp_path / "archive", 1) == 1
