"""How long the explorer's loop stands still while somebody types: no key waits longer than that.

    python benchmarks/as_you_type.py ARCHIVE [--resample 100000 --keep DIR] [--pause 0.08]

Opens the explorer without a terminal on an archive (or on a copy of every third article of it,
each of which stands in the index so many times that there are as many as --resample says),
types queries a letter at a time and goes through the lists, while a clock in the same loop
ticks every millisecond. What it prints is how late ticks came: the median, the 99th percentile
and the longest, beside a loop in which nothing is done; and the longest without the time in which
other processes had the processor: no tick was later than this one worked. The recogniser is not
started.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sqlite3
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.keys import _character_to_key

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

TICK = 0.001
TYPED = (
    "refugees border", '"foreign minister" said', "sanction* iran", "outlet:reuters oil",
    "climate NEAR/5 change", "president OR minister", "title:election", "date:2016 talks",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--resample", type=int, default=0, metavar="N")
    parser.add_argument("--keep", type=Path, help="keep the resampled copy here, or use that one")
    parser.add_argument("--pause", type=float, default=0.08, help="seconds between two letters")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.archive
        if options.resample:
            folder = options.keep or Path(scratch) / "resampled"
            if not folder.exists():
                resample(options.archive, folder, options.resample)
        asyncio.run(measure(folder, options.pause))


def resample(archive: Path, folder: Path, wanted: int) -> None:
    """A copy of every third article of an archive, each standing in the index several times.

    The segments are taken in again under other names until there are so many articles.
    """
    from index.archive import Archive
    from index.postings.toc import read_toc, write_toc

    shutil.copytree(archive, folder, ignore=shutil.ignore_patterns("words-*"))
    with Archive.open(folder):
        pass  # brings the tables up to this program's make
    with sqlite3.connect(folder / "records.sqlite") as records:
        records.execute("DELETE FROM articles WHERE seq % 3 OR NOT current")
    with Archive.open(folder) as opened:
        opened.reindex(lambda done: print(f"indexed: {done:,}", file=sys.stderr))
        count = opened.count()
    index = next(folder.glob("words-*"))
    toc = read_toc(index)
    assert toc is not None
    segments = list(toc.segments)
    for k in range(1, -(-wanted // count)):
        for entry in toc.segments:
            (index / f"{k}{entry.file}").hardlink_to(index / entry.file)
            segments.append(replace(entry, file=f"{k}{entry.file}"))
    write_toc(index, toc.changed(tuple(segments), toc.last_seq), 0o600)


async def measure(folder: Path, pause: float) -> None:
    """Type, move, and print how late the ticks of a clock in the same loop came."""
    from index.archive import Archive
    from tui.app import Explorer
    from tui.config import Settings

    with Archive.open(folder) as archive:
        found = archive.search("*", limit=0).total
        print(f"{found:,} articles searched; letters every {pause * 1000:.0f} ms")
        told("nothing is done", await ticked(asyncio.sleep(5)))
        app = Explorer(archive, settings=Settings(theme="dark", copy="off"))
        async with app.run_test(size=(120, 40)):
            await asyncio.sleep(3)
            screen = app.list_screen
            for round_ in ("first time", "again"):
                for query in TYPED:

                    async def type_it(query: str = query) -> None:
                        screen.do_query()
                        screen.box.field.put("")
                        for letter in query:
                            press(app, letter)
                            await asyncio.sleep(pause)
                        await asyncio.sleep(0.8)
                        screen._finish()
                        for _ in range(10):
                            press(app, "down")
                            await asyncio.sleep(pause)

                    late = await ticked(type_it())
                    total = screen.finding.answer.total if screen.finding.answer else 0
                    told(f"{query} ({total:,}), {round_}", late)
            app.exit(0)
        app.threads.close()


def press(app: App[Any], key: str) -> None:
    """A key, as the terminal's driver hands it over."""
    named = _character_to_key(key) if len(key) == 1 else key
    app.post_message(events.Key(named, key if len(key) == 1 else None))


async def ticked(work: object) -> list[tuple[float, float]]:
    """How many milliseconds later than asked for a clock was woken while something was done, and
    how many of them at most this process worked."""
    late: list[tuple[float, float]] = []
    stopped = False

    async def clock() -> None:
        while not stopped:
            begun, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK)
            by = (time.perf_counter() - begun - TICK) * 1000
            late.append((by, min(by, (time.process_time() - worked) * 1000)))

    ticking = asyncio.ensure_future(clock())
    await work  # type: ignore[misc]
    stopped = True
    await ticking
    return late


def told(name: str, ticks: list[tuple[float, float]]) -> None:
    """A line of the table."""
    late = sorted(by for by, _ in ticks)
    own = max(worked for _, worked in ticks)
    print(f"{name:52} median {late[len(late) // 2]:5.1f}  99 % {late[int(len(late) * 0.99)]:6.1f}  "
          f"longest {late[-1]:6.1f} ms, worked {own:5.1f}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
