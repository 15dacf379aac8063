"""Several people, several programs: one writes at a time, all others read, whatever happens.

Needs to be root, to become somebody else: the second person is `nobody` (65534).
"""

from __future__ import annotations

import grp
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import coming_in, filled, numbers, page

from index.archive import Archive
from index.locking import NotWritable, WriterBusy

HERE = Path(__file__).parent
NOBODY = 65534

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")

# What is imported late is imported before the rights are dropped: nobody may not read our code.
SOMEBODY_ELSE = """
import os, signal, sys, time
sys.path[:0] = [{root!r}, {here!r}]
import tempfile
from pathlib import Path
from corpus.errors import BroadsheetError
from index.archive import Archive
from newsroom import coming_in, filled, numbers, page
with tempfile.TemporaryDirectory() as warm, filled(Path(warm, "warm"), 2) as archive:
    archive.search("regatta", facets=True), archive.status(), archive.check()
    archive.get(archive.newest()[0].id)
    archive.set(archive.newest()[0].id, outlet="Warm"), archive.lease("warm", 1)
    archive.reindex(), archive.remove(archive.newest()[0].id)
os.setgroups([]); os.setgid({group}); os.setuid({nobody}); os.umask(0o077)
path = Path(sys.argv[1])
try:
    with Archive.open(path) as archive:
{body}
except BroadsheetError as error:
    print(type(error).__name__, error)
"""

READING = """
print(archive.count(), archive.search("regatta").total, archive.status().waiting)
print(archive.get(archive.newest()[0].id).article.title)
"""


def somebody_else(path: Path, body: str, *, group: int = NOBODY) -> list[str]:
    """What somebody else sees who runs `body` on the archive."""
    indented = "".join(f"        {line}\n" for line in body.strip().splitlines())
    code = SOMEBODY_ELSE.format(
        root=str(HERE.parents[1]), here=str(HERE), nobody=NOBODY, group=group, body=indented
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, cwd="/"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def readable(place: Path) -> Path:
    """A closed archive of three articles that a group may read and not write."""
    folder = place / "archive"
    group = grp.getgrgid(NOBODY).gr_name
    with Archive.open(folder, create=True, shared=group) as archive:
        archive.add(coming_in(*map(page, numbers(3))))
    only_reading(folder)
    return folder


def only_reading(folder: Path) -> None:
    """Take the group's permission to write from everything there is."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o022)


SEES_THREE = ["3 3 0", "Regatta report number 3"]


@as_root
def test_a_private_archive_is_closed_to_everybody_else(place: Path) -> None:
    filled(place / "archive", 1).close()
    (said,) = somebody_else(place / "archive", READING)
    assert said.startswith("ArchiveError You may not read the archive")


@as_root
def test_a_reader_without_permission_to_write_reads_what_a_closed_writer_left(
    readable: Path,
) -> None:
    assert somebody_else(readable, READING) == SEES_THREE


@as_root
def test_a_reader_may_open_an_archive_in_the_way_that_would_make_one(readable: Path) -> None:
    body = "with Archive.open(path, create=True) as again:\n    print(again.count())"
    assert somebody_else(readable, body) == ["3"]


@as_root
def test_a_reader_reads_while_a_writer_holds_the_lock_and_a_transaction(readable: Path) -> None:
    with Archive.open(readable) as writer:
        connections = writer._connections
        with connections.lock(), connections.transaction() as connection:
            connection.execute("UPDATE articles SET title = 'half written'")
            assert somebody_else(readable, READING) == SEES_THREE


@as_root
def test_a_reader_sees_the_last_whole_state_after_a_writer_was_killed_in_a_commit(
    readable: Path,
) -> None:
    cut_off_in_a_commit(readable)
    journal = readable / "records.sqlite-journal"
    assert journal.stat().st_size > 0
    assert somebody_else(readable, READING) == SEES_THREE
    assert journal.exists()
    with Archive.open(readable) as writer:  # who may write mends it
        assert writer.newest()[0].title == "Regatta report number 3"
        assert writer.check() == []
        assert not journal.exists()
    assert somebody_else(readable, READING) == SEES_THREE


def cut_off_in_a_commit(folder: Path) -> None:
    """Leave the records half overwritten, with the journal that can mend them."""
    code = (
        "import os, signal, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA cache_size = 2')\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "connection.execute(\"UPDATE articles SET title = 'half written'\")\n"
        "connection.execute('UPDATE originals SET document = zeroblob(60000)')\n"
        "connection.execute('UPDATE readings SET article = zeroblob(60000)')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder / "records.sqlite")])
    assert done.returncode == -signal.SIGKILL


@as_root
def test_a_reader_searches_as_far_as_the_index_goes_and_says_how_many_wait(
    readable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(readable) as writer:
        monkeypatch.setattr(writer._index, "follow", lambda: None)  # killed before the index
        writer.add(coming_in(page(4), page(5)))
    only_reading(readable)
    assert somebody_else(readable, READING)[0] == "5 3 2"


@as_root
@pytest.mark.parametrize(
    "attempt",
    [
        "archive.add(coming_in(page(9)))",
        "archive.set(archive.newest()[0].id, outlet='Mine')",
        "archive.remove(archive.newest()[0].id)",
        "archive.reindex()",
        "archive.lease('me', 1)",
    ],
)
def test_a_reader_who_tries_to_write_is_told_that_this_cannot_be(
    readable: Path, attempt: str
) -> None:
    (said,) = somebody_else(readable, attempt)
    assert said.startswith("NotWritable You may not write to the archive")


@as_root
def test_an_older_archive_waits_for_somebody_who_may_carry_it_forward(readable: Path) -> None:
    connection = sqlite3.connect(readable / "records.sqlite")
    connection.executescript(
        "DROP TABLE traits; DROP TABLE links; DROP TABLE placed; DROP TABLE story_heirs; "
        "DROP INDEX judgements_field; DROP TABLE ledgers; "
        "DROP TABLE recurring; DROP TABLE learnt_names; DROP TABLE same_names; "
        "ALTER TABLE articles DROP COLUMN layer; ALTER TABLE locators DROP COLUMN seq; "
        "PRAGMA user_version = 3"
    )
    connection.close()
    (said,) = somebody_else(readable, READING)
    assert said.startswith("NotWritable The archive")
    assert "older Broadsheet" in said
    Archive.open(readable).close()
    assert somebody_else(readable, READING) == SEES_THREE


@as_root
def test_members_of_the_group_read_and_write_a_shared_archive(place: Path) -> None:
    folder = place / "archive"
    group = grp.getgrgid(NOBODY).gr_name
    before = os.umask(0o077)
    try:
        with Archive.open(folder, create=True, shared=group) as archive:
            assert stat.S_IMODE(folder.stat().st_mode) == 0o2770
            archive.add(coming_in(page(1)))
            assert archive.status().shared
            said = somebody_else(folder, "print(archive.add(coming_in(page(2))).added)\n" + READING)
            assert said == ["1", "2 2 0", "Regatta report number 2"]
            archive.add(coming_in(page(3)))
            assert archive.search("regatta").total == 3
            assert archive.check() == []
    finally:
        os.umask(before)


@as_root
def test_an_archive_is_not_made_where_one_may_not_write(place: Path) -> None:
    body = f"Archive.open(Path({str(place)!r}, 'new'), create=True)"
    filled(place / "archive", 1).close()
    (place / "archive").chmod(0o755)
    for file in (place / "archive").rglob("*"):
        file.chmod(0o755)
    (said,) = somebody_else(place / "archive", body)
    assert said.startswith("NotWritable No archive can be made in")
    assert not (place / "new").exists()


# Two writers


def holder(folder: Path) -> subprocess.Popen[str]:
    """Another program that holds the writer's lock until it is killed."""
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        f"sys.path.insert(0, {str(HERE.parents[1])!r})\n"
        "from index.locking import writer_lock\n"
        "with writer_lock(Path(sys.argv[1]) / 'writer.lock'):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_writer_waits_and_then_says_who_is_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        other = holder(tmp_path / "archive")
        try:
            waited = 0.5
            monkeypatch.setattr("index.connections.PATIENCE", waited)
            with pytest.raises(WriterBusy, match=f"process {other.pid}"):
                archive.add(coming_in(page(3)))
            assert archive.search("regatta").total == 2  # reading goes on
        finally:
            other.kill()
            other.communicate()
        assert archive.add(coming_in(page(3))).added == 1  # a dead writer holds nothing


def test_a_writer_whose_turn_comes_while_it_waits_goes_on(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        other = holder(tmp_path / "archive")
        killer = subprocess.Popen(
            ["sh", "-c", f"sleep 0.3; kill -{signal.SIGKILL.value} {other.pid}"]
        )
        assert archive.add(coming_in(page(2))).added == 1
        other.communicate()
        killer.wait()


def test_two_writers_take_turns_batch_by_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.adding.BATCH_ARTICLES", 2)
    folder = tmp_path / "archive"
    with Archive.open(folder, create=True) as one, Archive.open(folder) as two:
        one.add(
            coming_in(*map(page, numbers(6))),
            progress=lambda done: two.add(coming_in(page(100 + done), page(1))) and None,
        )
        assert one.count() == 9
        assert one.search("regatta").total == two.search("regatta").total == 9
        assert one.check() == []


def test_two_programs_may_make_an_archive_at_the_same_moment(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path[:0] = [{str(HERE.parents[1])!r}, {str(HERE)!r}]\n"
        "from newsroom import *\n"
        "first = int(sys.argv[2])\n"
        "sys.stdin.readline()\n"
        "with Archive.open(Path(sys.argv[1]), create=True) as archive:\n"
        "    archive.add(coming_in(*(page(first + n) for n in numbers(5))))\n"
    )
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "archive"), str(first)],
            stdin=subprocess.PIPE,
            text=True,
        )
        for first in (0, 100)
    ]
    for maker in makers:
        assert maker.stdin is not None
        maker.stdin.write("go\n")
        maker.stdin.flush()
    for maker in makers:
        maker.communicate()
    assert [maker.returncode for maker in makers] == [0, 0]
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.count() == archive.search("regatta").total == 10
        assert archive.check() == []


def test_what_cannot_be_written_is_told_apart_from_what_is_busy() -> None:
    assert WriterBusy.exit_status == NotWritable.exit_status == 3
