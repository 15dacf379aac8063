"""The search engine beside its peers: Tantivy, SQLite FTS5, Xapian, stock Whoosh.

    python benchmarks/engine/compare.py ARTICLES.jsonl [--count 100000] [--rounds 5]
        [--with-whoosh] [--without NAME…] [--each] [--keep FOLDER] [--times N]

The same articles (id, outlet, title, date, url, body a line; beyond the end of the file its
articles come again with their paragraphs in another order) are indexed by each engine in a
process of its own, title and body; then the same questions are put to all of them in turn in
one run. Reading files into articles is no part of it: words, places and scores are. Times are
CPU (of the engine's process) and, for building, wall; ratios of bytes are to the UTF-8 text.
A question's time is the median of the rounds, the first of which each engine meets fresh; what
that one took stands beside it, for whatever an engine remembers from one round to the next.
At the end 60 articles more come into our own index, one by one.
`--keep` keeps the indexes, and uses those that are there. `--times N` asks our own engine and
no other, over N copies of its index side by side, as of an archive N times as large (with no
more different words than the one has); copies are hard links.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import engines
from questions import QUESTIONS, articles, for_xapian

NAMES = ("ours", "tantivy", "fts5", "xapian", "whoosh")
ALONE = 60  # articles that come one by one
WHERE = {"ours": "ix", "fts5": "fts5.sqlite"}
BASELINE = "import numpy, whoosh.index"
FIRST = """
import sys
from datetime import date
from pathlib import Path
from index.engine import Engine
from index.query.parse import read
reading = read("syria refugees", today=date(2026, 1, 1))
Engine.open(Path(sys.argv[1])).search(reading.tree)
"""


def size(place: Path) -> int:
    if place.is_file():
        return place.stat().st_size
    return sum(file.stat().st_size for file in place.rglob("*") if file.is_file())


def spent(command: list[str]) -> tuple[float, float, float]:
    """(wall, CPU, peak MB) of a process."""
    begun = time.perf_counter()
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def build(names: list[str], file: Path, count: int, folder: Path) -> None:
    """Build what is not there yet, each engine in a process of its own; print what it took."""
    text = sum(len(f"{one['title'] or ''}{one['body']}".encode()) for one in articles(file, count))
    print(f"{count:,} articles, {text / 1e6:.1f} MB of text\n")
    print(f"{'':10}{'wall s':>9}{'CPU s':>9}{'art./CPU s':>12}{'bytes/text':>12}{'peak MB':>9}")
    for name in names:
        place = folder / WHERE.get(name, name)
        line = f"{name:10}"
        if place.exists():
            line += f"{'(kept)':>30}"
        else:
            command = [sys.executable, __file__, str(file), str(folder)]
            wall, cpu, peak = spent([*command, f"--count={count}", f"--build={name}"])
            line += f"{wall:9.1f}{cpu:9.1f}{count / cpu:12.0f}"
        line += f"{size(place) / text:12.2f}"
        print(line if "kept" in line else f"{line}{peak:9.0f}", flush=True)


def put(names: list[str], row: tuple[str, str, str | None, str | None]) -> dict[str, str]:
    """The question in the words of every engine that can answer it."""
    kind, ours, tantivy, fts5 = row
    asked: dict[str, str | None] = {"ours": ours, "tantivy": tantivy, "fts5": fts5}
    asked["xapian"] = for_xapian(kind, ours)
    if kind in ("word", "and", "or", "phrase", "not", "field", "prefix"):
        asked["whoosh"] = ours.replace(" -", " NOT ")
    return {name: text for name in names if (text := asked.get(name)) is not None}


def questions(names: list[str], folder: Path, rounds: int, each: bool) -> None:
    """Put every question to every engine in turn; print medians by kind and over all."""
    asks = {name: getattr(engines, f"ask_{name}")(folder) for name in names}
    times: dict[str, dict[str, list[float]]] = {name: {} for name in names}
    first: dict[str, list[float]] = {name: [] for name in names}
    waited: dict[str, list[float]] = {name: [] for name in names}
    for row in QUESTIONS:
        kind, ours = row[0], row[1]
        asked = put(names, row)
        taken: dict[str, list[float]] = {name: [] for name in asked}
        walls: dict[str, list[float]] = {name: [] for name in asked}
        totals: dict[str, int] = {}
        for turn in range(rounds):
            for name, text in asked.items():
                if turn == 0 or name != "whoosh":
                    begun = time.perf_counter()
                    totals[name], seconds = asks[name](text)
                    walls[name].append((time.perf_counter() - begun) * 1000)
                    taken[name].append(seconds * 1000)
        for name, some in taken.items():
            times[name].setdefault(kind, []).append(statistics.median(some))
            first[name].append(some[0])
            waited[name].append(statistics.median(walls[name]))
        if each:
            cells = (
                f"{statistics.median(taken[name]):9.2f}{totals[name]:9}"
                if name in asked
                else " " * 18
                for name in names
            )
            print(f"{ours:34}" + "".join(cells), flush=True)
    print(f"\n{len(QUESTIONS)} questions; CPU ms, median (worst)")
    print(f"{'':12}" + "".join(f"{name:>20}" for name in names))
    for kind in dict.fromkeys(kind for kind, *_ in QUESTIONS):
        print(f"{kind:12}" + "".join(_cell(times[name].get(kind)) for name in names))
    whole = {name: [t for some in times[name].values() for t in some] for name in names}
    for which, of in (("all", whole), ("first", first), ("wall", waited)):
        for label, cut in (("median", 0.5), ("p95", 0.95), ("worst", 1.0)):
            line = f"{which + ': ' + label:12}"
            for name in names:
                some = sorted(of[name])
                line += f"{some[min(len(some) - 1, int(cut * len(some)))]:20.2f}"
            print(line)


def _cell(some: list[float] | None) -> str:
    return f"{statistics.median(some):11.2f} ({max(some):.2f})".rjust(20) if some else f"{'-':>20}"


def memory() -> float:
    """MB of this process that no file stands behind."""
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    return sum(
        int(line.split()[1]) / 1024 for line in status if line.startswith(("RssAnon", "RssShmem"))
    )


def first_answer(folder: Path, rounds: int) -> None:
    """A new process that opens the index and answers, beside one that only imports Whoosh."""
    root = str(Path(__file__).parents[2])
    os.environ["PYTHONPATH"] = root
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the first round compiles, for both
    taken: dict[str, list[float]] = {"imports": [], "first answer": []}
    for _ in range(rounds + 1):
        for label, code in (("imports", BASELINE), ("first answer", FIRST)):
            taken[label].append(spent([sys.executable, "-c", code, str(folder / "ix")])[1])
    imports, answer = (statistics.median(some[1:]) * 1000 for some in taken.values())
    print(f"\nnew process, CPU ms: imports {imports:.0f}, opened and answered {answer:.0f}, "
          f"ratio {answer / imports:.2f}")  # fmt: skip


def copies(folder: Path, times: int, into: Path) -> None:
    """Our index so many times side by side."""
    from index.postings.toc import Toc, read_toc, write_toc

    toc = read_toc(folder / "ix")
    assert toc is not None
    (into / "ix").mkdir()
    entries = []
    for number in range(times):
        for entry in toc.segments:
            file = f"{number}-{entry.file}"
            os.link(folder / "ix" / entry.file, into / "ix" / file)
            entries.append(type(entry)(file, entry.docs, entry.check))
    write_toc(into / "ix", Toc(toc.make, 1, toc.last_seq, tuple(entries)), 0o600)


def one_by_one(file: Path, count: int, folder: Path, into: Path) -> None:
    """Articles that come alone into a copy of our index: until each of them is found."""
    copies(folder, 1, into)
    add = engines.one_more(into)
    taken = sorted(
        add({**one, "number": count + number}) * 1000
        for number, one in enumerate(articles(file, ALONE))
    )
    print(f"one article more until it is found, CPU ms: median {statistics.median(taken):.1f}, "
          f"p95 {taken[int(0.95 * ALONE)]:.1f}, worst {taken[-1]:.1f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--build", choices=NAMES, help=argparse.SUPPRESS)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--with-whoosh", action="store_true", help="slow: minutes at 10,000")
    parser.add_argument("--without", choices=NAMES[1:], action="append", default=[])
    parser.add_argument("--each", action="store_true", help="print every question")
    parser.add_argument("--times", type=int, default=1)
    given = parser.parse_args()
    if given.build:
        getattr(engines, f"build_{given.build}")(given.articles, given.count, given.folder)
        return
    there = {
        "ours": True,
        "tantivy": bool(importlib.util.find_spec("tantivy")),
        "fts5": True,
        "xapian": engines.has_xapian(),
        "whoosh": given.with_whoosh,
    }
    there |= dict.fromkeys(given.without, False)
    names = [name for name in NAMES if there[name] and (name == "ours" or given.times == 1)]
    folder = given.keep or Path(tempfile.mkdtemp(prefix="engines-"))
    folder.mkdir(parents=True, exist_ok=True)
    large = Path(tempfile.mkdtemp(prefix="large-", dir=folder))
    try:
        build(names, given.articles, given.count, folder)
        if given.times > 1:
            copies(folder, given.times, large)
            print(f"\n{given.times} times side by side: {given.times * given.count:,} articles")
        place = large if given.times > 1 else folder
        questions(names, place, given.rounds, given.each)
        first_answer(place, 7)
        print(f"memory after all questions, all engines of this process: {memory():.0f} MB")
        if given.times == 1:
            one_by_one(given.articles, given.count, folder, large)
    finally:
        shutil.rmtree(large, ignore_errors=True)
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
