"""Counting whom thousands of articles name, in a new process: from the file of names and without.

    python benchmarks/engine/names.py [--count 100000] [--rounds 3]

An archive gets made-up mentions: of 152,000 persons, a few in very many articles, most in one or
two, about 16 an article. Then new processes count the hundred most frequent persons of 2,900
articles, of all, and of all once more; CPU milliseconds, medians of the rounds.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

PERSONS, AN_ARTICLE, SOME = 152_000, 18, 2_900
COUNTING = """
import sys, time
from pathlib import Path
import numpy as np
from index.archive import Archive
archive, count, some = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
with Archive.open(archive) as opened:
    records = opened._records
    records._asked = 10**9  # where there is no file, arrays are made at the first question
    every = np.arange(1, count + 1)
    step = count // some
    for which in (every[::step], every, every):
        begun = time.process_time()
        records.naming_counts(which, ("person",), 100)
        print((time.process_time() - begun) * 1000)
"""


def make(archive: Path, count: int) -> int:
    """An archive of nothing but mentions; how many there are."""
    from index.archive import Archive

    Archive.open(archive, create=True).close()
    chance = np.random.default_rng(1)
    rows = []
    for seq in range(1, count + 1):
        drawn = (chance.pareto(0.6, AN_ARTICLE) * 30).astype(np.int64) % PERSONS
        for person in np.unique(drawn * 7_919 % PERSONS).tolist():
            name = f"Person {person:06d} of {person % 977}"
            rows.append((f"person:{name.lower()}", seq, name, "person", 1))
    rows.sort()
    base = sqlite3.connect(archive / "records.sqlite")
    base.executemany("INSERT INTO mentions (key, seq, name, type, count) VALUES (?,?,?,?,?)", rows)
    base.executemany("INSERT OR IGNORE INTO keys VALUES (?)", {(row[0],) for row in rows})
    base.commit()
    base.close()
    return len(rows)


def counting(archive: Path, count: int, rounds: int) -> str:
    """What the three counts take in a new process."""
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", COUNTING, str(archive), str(count), str(SOME)]
    taken = [
        [float(line) for line in subprocess.check_output(command, cwd=root, text=True).split()]
        for _ in range(rounds)
    ]
    return "".join(f"{statistics.median(some):10.0f}" for some in zip(*taken, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    from index.archive import Archive

    with tempfile.TemporaryDirectory() as place:
        archive = Path(place) / "archive"
        print(f"{given.count:,} articles, {make(archive, given.count):,} mentions of persons")
        print(f"{'CPU ms':16}{SOME:10,}{'all':>10}{'again':>10}")
        print(f"{'made anew':16}{counting(archive, given.count, given.rounds)}")
        with Archive.open(archive) as opened:
            opened._records.keep_names(given.count, 0)
        (file,) = archive.glob("*.names")
        print(f"{'from the file':16}{counting(archive, given.count, given.rounds)}")
        print(f"the file has {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
