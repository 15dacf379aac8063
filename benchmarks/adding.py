"""Adding articles: articles per second until searchable, and peak memory, beside two peers.

    python benchmarks/adding.py ARTICLES.jsonl [--count 10000] [--alone | --memory]
        [--processes N]

The first COUNT lines are added by `broadsheet add`, with one process and with one a processor that
read (four at most), then by two peers that index title and body only: stock Whoosh (one commit)
and SQLite FTS5 (`--alone`: not by these). CPU is that of a process and all it started; memory is
what no file stands behind in all of them together, looked at ten times a second. Ratios are to the
first row. Beyond the end of the file its articles come again under other addresses, with their
paragraphs in another order.

With `--memory` several processes read and nothing else is run; printed is the most that each tenth
of the time took, in all and by process: the one that keeps, then those that read.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

sys.path.append(str(Path(__file__).parent / "engine"))
from questions import articles

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


def measure(command: list[str]) -> tuple[float, float, list[list[float]]]:
    """(wall seconds, CPU seconds with children, MB of every process at each look)."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    looks: list[list[float]] = []
    while True:
        ended, status, usage = os.wait4(child.pid, os.WNOHANG)
        if ended:
            break
        looks.append(memory(child.pid))
        time.sleep(0.1)
    seconds = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return seconds, usage.ru_utime + usage.ru_stime, looks


def memory(process: int) -> list[float]:
    """MB that no file stands behind, of a process and of all that it started."""
    found = [0.0]
    with contextlib.suppress(OSError):  # it has just ended
        for line in Path(f"/proc/{process}/status").read_text("ascii").splitlines():
            if line.startswith(("RssAnon", "RssShmem")):
                found[0] += int(line.split()[1]) / 1024
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                found += memory(int(child))
    return found


def print_course(looks: list[list[float]]) -> None:
    """What each tenth of the time took at most."""
    print(f"\n{'of the time':>12} {'MB':>6}  by process")
    for tenth in range(10):
        some = looks[tenth * len(looks) // 10 : (tenth + 1) * len(looks) // 10]
        if some:
            most = max(some, key=sum)
            each = " ".join(f"{one:.0f}" for one in most)
            print(f"{(tenth + 1) * 10:>10} % {sum(most):6.0f}  {each}")


def put_lines(file: Path, count: int, into: Path) -> None:
    """Write so many articles; those that come again have addresses of their own."""
    with into.open("wb") as out:
        with file.open("rb") as lines:
            there = 0
            for line in islice(lines, count):
                out.write(line)
                there += 1
        for one in islice(articles(file, count), there, None):
            again = one.pop("number") // there
            one["id"], one["url"] = f"{one['id']}-{again}", f"{one['url']}/again-{again}"
            out.write(json.dumps(one).encode() + b"\n")


def size(folder: Path) -> float:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--processes", type=int, help="that read; one a processor, four at most")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        cut = work / "articles.jsonl"
        put_lines(arguments.articles, arguments.count, cut)
        add = [sys.executable, "-m", "tui", "--archive"]
        rows = {
            "one process": [*add, str(work / "one/a"), "add", str(cut), "--processes", "1"],
            "several read": [*add, str(work / "several/a"), "add", str(cut)],
            "stock Whoosh": [sys.executable, "-c", WHOOSH, str(cut), str(work / "whoosh")],
            "SQLite FTS5": [sys.executable, "-c", FTS5, str(cut), str(work / "fts5")],
        }
        folders = dict(zip(rows, ("one", "several", "whoosh", "fts5"), strict=True))
        if arguments.processes:
            rows["several read"] += ["--processes", str(arguments.processes)]
        if arguments.memory:
            del rows["one process"]
        if arguments.alone or arguments.memory:
            del rows["stock Whoosh"], rows["SQLite FTS5"]
        text = cut.stat().st_size / 1e6
        print(f"{arguments.count} articles, {text:.0f} MB of JSON lines")
        print(f"{'':16} {'articles/s':>10} {'ratio':>6} {'CPU s':>7} {'peak MB':>8} {'disk MB':>8}")
        base = 0.0
        for name, command in rows.items():
            (work / folders[name]).mkdir()
            seconds, cpu, looks = measure(command)
            base, peak = base or seconds, max(map(sum, looks))
            print(
                f"{name:16} {arguments.count / seconds:10.0f} {base / seconds:6.2f} {cpu:7.1f}"
                f" {peak:8.0f} {size(work / folders[name]):8.1f}",
                flush=True,
            )
        if arguments.memory:
            print_course(looks)


if __name__ == "__main__":
    main()
