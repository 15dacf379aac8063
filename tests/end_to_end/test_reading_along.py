"""Somebody reads an archive that they may not write to, while somebody else adds to it.

Needs to be root, to become somebody else: the reader is `nobody` (65534).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import coming_in, filled, numbers, page

from index.archive import Archive

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534

# What is imported late is imported before the rights are dropped: nobody may not read our code.
READER = """
import asyncio, os, sys, tempfile
from pathlib import Path
sys.path[:0] = {path!r}
from index.archive import Archive
from newsroom import coming_in, filled, page
from tui.app import Explorer
from tui.config import Settings

def shown(app):
    return "\\n".join(one.text for one in app.screen._compositor.render_strips())

async def until(app, pilot, words):
    for _ in range(600):
        await pilot.pause(0.1)
        if words in shown(app):
            return
    raise SystemExit(f"{{words}} was never seen:\\n" + shown(app))

async def read(archive, come):
    app = Explorer(archive, settings=Settings(theme="dark", copy="off"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(app, pilot, "newest first")
        before = shown(app)
        await come()
        await until(app, pilot, "2 new articles")
        waiting = shown(app)
        await pilot.press("R")
        await until(app, pilot, "report number 5")
        after = shown(app)
    app.threads.close()
    return before, waiting, after

with tempfile.TemporaryDirectory() as warm, filled(Path(warm, "warm"), 3) as archive:
    async def added():
        archive.add(coming_in(page(4), page(5)))
    asyncio.run(read(archive, added))
os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
async def told():
    print("reading", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
with Archive.open(Path(sys.argv[1])) as archive:
    for seen in asyncio.run(read(archive, told)):
        print(seen, "=" * 80, sep="\\n")
"""


@pytest.fixture
def readable() -> Iterator[Path]:
    """The folder of an archive of three articles that everybody may read and only we may write."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        filled(Path(place, "archive"), 3).close()
        everybody_reads(Path(place, "archive"))
        yield Path(place, "archive")


def everybody_reads(folder: Path) -> None:
    """Let everybody read, and nobody but us write."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_reader_without_permission_to_write_is_told_of_new_articles_and_takes_them(
    readable: Path,
) -> None:
    code = READER.format(path=[str(ROOT), str(ROOT / "tests" / "index")], nobody=NOBODY)
    reader = subprocess.Popen(
        [sys.executable, "-c", code, str(readable)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
    )
    with reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        assert reader.stderr is not None
        if reader.stdout.readline() != "reading\n":
            raise AssertionError(reader.stderr.read())
        with Archive.open(readable) as writer:  # stays open: the reader does not wait for it
            writer.add(coming_in(page(4), page(5)))
            everybody_reads(readable)
            said, failed = reader.communicate("added\n", timeout=120)
    assert reader.returncode == 0, failed
    before, waiting, after, _ = said.split("=" * 80 + "\n")
    assert "3 articles" in before
    assert "2 new articles: R takes them" in waiting
    assert "report number 5" not in waiting  # the list stays as it is until they are taken
    assert all(f"report number {n}" in after for n in numbers(5))
    assert "5 articles" in after
    assert "new article" not in after
