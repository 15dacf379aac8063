"""Adding articles: articles per second until searchable, and peak memory, beside two peers.

    python benchmarks/adding.py ARTICLES.jsonl [--count 10000]

The first COUNT lines are added by `broadsheet add` in a process of its own, then by two peers
that index title and body only: stock Whoosh (one commit) and SQLite FTS5. Every figure is of
one whole process; ratios are to stock Whoosh in the same run.
"""

from __future__ import annotations

import argparse
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
    """(wall seconds, CPU seconds with children, peak resident MB of the largest process)."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(folder: Path) -> float:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        cut = work / "articles.jsonl"
        with arguments.articles.open("rb") as lines, cut.open("wb") as out:
            out.writelines(islice(lines, arguments.count))
        for name in ("archive", "whoosh", "fts5"):
            (work / name).mkdir()
        archive = work / "archive" / "a"
        rows = {
            "broadsheet add": [
                sys.executable,
                "-m",
                "tui",
                "--archive",
                str(archive),
                "add",
                str(cut),
            ],
            "stock Whoosh": [sys.executable, "-c", WHOOSH, str(cut), str(work / "whoosh")],
            "SQLite FTS5": [sys.executable, "-c", FTS5, str(cut), str(work / "fts5")],
        }
        figures = {name: measure(command) for name, command in rows.items()}
        folders = dict(zip(rows, ("archive", "whoosh", "fts5"), strict=True))
        text = cut.stat().st_size / 1e6
        print(f"{arguments.count} articles, {text:.0f} MB of JSON lines")
        print(f"{'':16} {'articles/s':>10} {'ratio':>6} {'CPU s':>7} {'peak MB':>8} {'disk MB':>8}")
        base = figures["stock Whoosh"][0]
        for name, (seconds, cpu, peak) in figures.items():
            print(
                f"{name:16} {arguments.count / seconds:10.0f} {base / seconds:6.2f} {cpu:7.1f}"
                f" {peak:8.0f} {size(work / folders[name]):8.1f}"
            )


if __name__ == "__main__":
    main()
