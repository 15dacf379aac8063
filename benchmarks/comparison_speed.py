"""How long it takes to hold two articles against each other, beside a loop that never changes.

    python benchmarks/comparison_speed.py GOLD.jsonl ARTICLES.jsonl[.xz] [...]

Prints CPU milliseconds a pair (the least of five runs, on average over the pairs) for the whole
comparison and for the laying out of its two articles, and in the same run the milliseconds of a
fixed loop, so that machines and busy hours can be told apart. Then two texts of 2,000 sentences
each: CPU seconds, and by how much the process grew.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "accuracy"))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does, before numpy is imported

from comparison_gold import pairs

from corpus.article import Article, Document, Stated
from corpus.comparison import compare
from corpus.comparison.sides import side
from corpus.reading import read

RUNS = 5
LOOP = 200_000


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The least CPU time of some runs."""
    best = float("inf")
    for _ in range(runs):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best * 1000


def loop() -> int:
    total = 0
    for n in range(LOOP):
        total += n * n % 7
    return total


def long_text(seed: int, sentences: int) -> Article:
    """An article of made-up sentences, in which three in ten words come from a common stock."""
    draw = random.Random(seed)
    common = [f"{a}{b}" for a in "harbour ferry council quay minister".split() for b in ("", "s")]
    common += "votes boats doors police report winter bridge river market station".split()
    lines = []
    for n in range(sentences):
        words = [
            draw.choice(common) if draw.random() < 0.3 else f"word{draw.randrange(6000)}x"
            for _ in range(16)
        ]
        count = f" {n} times" if n % 8 == 0 else ""
        lines.append(f"The {' '.join(words)}{count}.")
    text = "\n\n".join(lines)
    return read(Document(text.encode(), text, "made.txt", "text", Stated()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", nargs="+", type=Path)
    arguments = parser.parse_args()
    found = [(p.left.article, p.right.article) for p in pairs(arguments.gold, arguments.articles)]
    compare(*found[0])  # loads the table of similar words
    gc.collect()
    gc.freeze()
    whole = [milliseconds(lambda a=a, b=b: compare(a, b)) for a, b in found]
    laid = [milliseconds(lambda a=a, b=b: (side(a), side(b))) for a, b in found]
    loops = [milliseconds(loop) for _ in range(10)]
    size = sum(len(a.sentences) + len(b.sentences) for a, b in found) / len(found)
    print(f"{len(found)} pairs of {size:.0f} sentences, both articles together")
    print(f"comparison        {sum(whole) / len(whole):6.1f} ms CPU a pair")
    print(f"  laying out      {sum(laid) / len(laid):6.1f}")
    print(f"loop of {LOOP:,}   {sum(loops) / len(loops):6.1f}")
    one, other = long_text(1, 2000), long_text(2, 2000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = milliseconds(lambda: compare(one, other), 1) / 1000
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"2,000 against 2,000 sentences {seconds:.2f} s CPU, {grown / 1024:.0f} MiB more memory")


if __name__ == "__main__":
    main()
