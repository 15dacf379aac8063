"""A writer of the index that is killed, again and again, while it adds, commits and merges.

    python benchmarks/engine/killed.py [--times 200] [--seed N]

Each time a process of its own adds articles in batches of any size, deletes some, and writes
segments as one, until SIGKILL comes at a random moment. Then the index is opened: every article
of every commit that was named as done must be there and be found by a word of its own, nothing
that was deleted may be, every file must have its checksum, and when the next writer has been
there no file may be left that the table of contents does not name. What was being done when the
kill came is counted. Ends with status 1 and the seed at the first thing that is wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from corpus.article import Article, Origin, Paragraph
from index.engine import Engine, IndexEntry
from index.postings.toc import read_toc
from index.query.tree import Prefix, Word

WORDS = "harbour ferry minister strike storm door deck council quay pilot rope bell".split()
LONGEST = 0.35  # seconds until the kill
TOGETHER = 12  # times that one index is gone on with
OURS = {"toc.json", "LOCK", "TIDYING"}


def entry(seq: int) -> IndexEntry:
    """An article with a word that no other has."""
    chance = random.Random(seq)
    sha = hashlib.sha256(str(seq).encode()).hexdigest()
    text = " ".join([f"unique{seq}x", *chance.choices(WORDS, k=chance.randrange(20, 200))])
    article = Article(
        sha, f"Report {seq}", None, "The Herald", "field", "2031-03-13", None, None, (), (),
        None, None, "en", Origin("a", sha, 0, "text", "utf-8"), "0",
        (Paragraph(text, "body", None),), (), (), (),
    )  # fmt: skip
    return IndexEntry(seq, sha, article)


def write(folder: Path, said: int, seed: int, held: set[int], last: int) -> None:
    """Add, delete and merge until killed; say before and after what is done."""

    def say(what: str) -> None:
        os.write(said, f"{what}\n".encode())

    chance = random.Random(seed)
    engine = Engine.open(folder, create=True)
    while True:
        count = chance.choice((1, 2, 5, 20, 60))
        gone = set(chance.sample(sorted(held), min(len(held) // 8, chance.randrange(6))))
        fresh = range(last + 1, last + 1 + count)
        say(f"commit {last} {count} {','.join(map(str, gone))}")
        engine.update([entry(seq) for seq in fresh], deleted=gone, last_seq=last + count)
        say("done")
        held, last = (held | set(fresh)) - gone, last + count
        match chance.randrange(4):
            case 0:
                say("merge")
                engine.compact()
                say("done")
            case 1:
                say("tidy")
                engine.tidy(1000)
                say("done")
            case 2:
                say("purge")
                engine.purge()
                say("done")


def killed(folder: Path, seed: int, held: set[int], last: int, pause: float) -> list[str]:
    """What a writer said until it was killed."""
    hear, said = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(hear)
            write(folder, said, seed, held, last)
        finally:
            os._exit(3)
    os.close(said)
    time.sleep(pause)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(hear) as stream:
        lines = stream.read().split("\n")[:-1]
    assert os.WIFSIGNALED(status), f"the writer ended by itself: {lines[-3:]}"
    return lines


def followed(lines: list[str], held: set[int], last: int) -> tuple[list[tuple[set[int], int]], str]:
    """The states the index may be in after what was said, and what was going on at the end."""
    states, doing = [(held, last)], "opening"
    for line in lines:
        doing, *rest = line.split(" ")
        if doing == "commit":
            before, count = int(rest[0]), int(rest[1])
            gone = set(map(int, filter(None, rest[2].split(","))))
            fresh = set(range(before + 1, before + count + 1))
            states = [states[-1], ((states[-1][0] | fresh) - gone, before + count)]
        elif doing == "done":
            states, doing = states[-1:], "between"
    return states, doing


def checked(folder: Path, states: list[tuple[set[int], int]], chance: random.Random) -> int:
    """Which of the states the index is in; AssertionError where it is in none, or damaged."""
    engine = Engine.open(folder)
    last = engine.last_seq()
    known = [number for number, (held, seq) in enumerate(states) if seq == last]
    assert known, f"the index stands at {last}, not at {[seq for _, seq in states]}"
    held = states[known[-1]][0]
    assert engine.ids() == held, "other articles than were committed"
    assert set(engine.search(Prefix("unique"), limit=0).seqs) == held, "not all are found"
    for seq in chance.sample(sorted(held), min(20, len(held))):
        assert engine.search(Word(f"unique{seq}x")).seqs == (seq,), f"{seq} is not found"
    assert engine.altered() == [], "a file is not what was written"
    engine.tidy()
    engine.purge()
    engine.close()
    toc = read_toc(folder)
    assert toc is not None
    left = {file.name for file in folder.iterdir()} - toc.files() - OURS
    assert not left, f"left over: {left}"
    return known[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = parser.parse_args()
    chance = random.Random(given.seed)
    counts: Counter[str] = Counter()
    root = Path(tempfile.mkdtemp(prefix="killed-"))
    held, last = set[int](), 0
    folder = root / "0"
    try:
        for turn in range(given.times):
            if turn % TOGETHER == 0:
                folder, held, last = root / str(turn), set(), 0
                Engine.open(folder, create=True).close()
            pause = chance.uniform(0, LONGEST)
            lines = killed(folder, chance.randrange(1 << 30), held, last, pause)
            states, doing = followed(lines, held, last)
            counts[doing] += 1
            counts["steps that were done"] += lines.count("done")
            held, last = states[checked(folder, states, chance)]
    except AssertionError as error:
        print(f"seed {given.seed}, kill {turn + 1}: {error}")
        sys.exit(1)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print(f"{given.times} kills, seed {given.seed}: nothing lost, nothing left over")
    for doing, count in counts.most_common():
        print(f"{count:6}  {doing}")


if __name__ == "__main__":
    main()
