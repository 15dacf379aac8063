"""Adding articles: articles per second until searchable, and peak memory, beside two peers.

    python benchmarks/adding.py ARTICLES.jsonl [--count 10000] [--alone]

The first COUNT lines are added by `broadsheet add`, with one process and with one a processor that
read (four at most), then by two peers that index title and body only: stock Whoosh (one commit)
and SQLite FTS5 (`--alone`: not by these). CPU is that of a process and all it started; memory is
what no file stands behind in all of them together, looked at ten times a second. Ratios are to the
first row.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

WHOOSH = """
import json, sys
from whoosh import fields, index
schema = fields.Schema(id=fields.ID(stored=True), title=fields.TEXT, body=fields.TEXT)
writer = index.create_in(sys.argv[2], schema).writer(limitmb=128)
for n, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    d = json.loads(line)
    writer.add_document(id=str(n), title=d["title"], body=d["body"])
writer.commit()
"""
FTS5 = """
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[2] + "/fts.sqlite")
db.execute("create virtual table t using fts5(title, body, tokenize='porter unicode61')")
for line in open(sys.argv[1], encoding="utf-8"):
    d = json.loads(line)
    db.execute("insert into t values (?, ?)", (d["title"], d["body"]))
db.commit()
"""


def measure(command: list[str]) -> tuple[float, float, float]:
    """(wall seconds, CPU seconds with children, peak MB of all processes without mapped files)."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0.0
    while True:
        ended, status, usage = os.wait4(child.pid, os.WNOHANG)
        if ended:
            break
        peak = max(peak, memory(child.pid))
        time.sleep(0.1)
    seconds = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return seconds, usage.ru_utime + usage.ru_stime, peak


def memory(process: int) -> float:
    """MB of a process and all that it started that no file stands behind."""
    found = 0.0
    with contextlib.suppress(OSError):  # it has just ended
        for line in Path(f"/proc/{process}/status").read_text("ascii").splitlines():
            if line.startswith(("RssAnon", "RssShmem")):
                found += int(line.split()[1]) / 1024
        for task in Path(f"/proc/{process}/task").iterdir():
            found += sum(map(memory, map(int, (task / "children").read_text("ascii").split())))
    return found


def size(folder: Path) -> float:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--alone", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        cut = work / "articles.jsonl"
        with arguments.articles.open("rb") as lines, cut.open("wb") as out:
            out.writelines(islice(lines, arguments.count))
        add = [sys.executable, "-m", "tui", "--archive"]
        rows = {
            "one process": [*add, str(work / "one/a"), "add", str(cut), "--processes", "1"],
            "several read": [*add, str(work / "several/a"), "add", str(cut)],
            "stock Whoosh": [sys.executable, "-c", WHOOSH, str(cut), str(work / "whoosh")],
            "SQLite FTS5": [sys.executable, "-c", FTS5, str(cut), str(work / "fts5")],
        }
        folders = dict(zip(rows, ("one", "several", "whoosh", "fts5"), strict=True))
        if arguments.alone:
            del rows["stock Whoosh"], rows["SQLite FTS5"]
        text = cut.stat().st_size / 1e6
        print(f"{arguments.count} articles, {text:.0f} MB of JSON lines")
        print(f"{'':16} {'articles/s':>10} {'ratio':>6} {'CPU s':>7} {'peak MB':>8} {'disk MB':>8}")
        base = 0.0
        for name, command in rows.items():
            (work / folders[name]).mkdir()
            seconds, cpu, peak = measure(command)
            base = base or seconds
            print(
                f"{name:16} {arguments.count / seconds:10.0f} {base / seconds:6.2f} {cpu:7.1f}"
                f" {peak:8.0f} {size(work / folders[name]):8.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
