"""Words per CPU-second of every step from a document to an article, without names.

    python benchmarks/reading_speed.py ARTICLES.jsonl[.xz] [--count 300]

The records are those of `broadsheet add ARTICLES.jsonl`: title, day and outlet stated, the body as
text. Steps are timed apart; "whole" is `corpus.reading.read` itself. CPU time, best of the rounds.
"""

from __future__ import annotations

import argparse
import gc
import json
import lzma
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from corpus.article import Document, Stated
from corpus.cleaning import Block, blocks_of, clean
from corpus.figures import figures
from corpus.metadata import read_metadata
from corpus.quotations import quotations
from corpus.reading import read
from corpus.sentences import split


def documents(path: Path, count: int) -> Iterator[Document]:
    """The first records of a file of JSON lines, evenly thinned so that all outlets take part."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as stream, suppress(EOFError):
        for line in islice(stream, 0, count * 7, 7):
            record = json.loads(line)
            stated = Stated(
                title=(record["title"], "field") if record.get("title") else None,
                outlet=(record["outlet"], "field") if record.get("outlet") else None,
                published=(record["date"], "field") if record.get("date") else None,
                url=(record["url"], "field") if record.get("url") else None,
            )
            yield Document(line.encode(), record["body"] or "", "speed", "jsonl", stated)


def each_read(taken: Sequence[Document]) -> None:
    """Read one after the other, as `broadsheet add` does: none is kept."""
    for document in taken:
        read(document)


def timed(work: Callable[[], object], rounds: int) -> float:
    """CPU-seconds of the fastest round."""
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    taken = list(documents(arguments.articles, arguments.count))
    words = sum(len(document.text.split()) for document in taken)
    articles = [read(document) for document in taken]
    texts = [list(article.texts()) for article in articles]
    sentences = [[split(text) for _, _, text in each] for each in texts]

    def lines() -> list[list[Block]]:
        return [blocks_of(document.text) for document in taken]

    def cleaned() -> list[list[Block]]:
        found = lines()
        for document, blocks in zip(taken, found, strict=True):
            clean(blocks, title=document.stated.title[0] if document.stated.title else None)
        return found

    settled = cleaned()
    gc.freeze()  # what the benchmark holds is no garbage to look through
    before = timed(lines, arguments.rounds)
    steps: list[tuple[str, float]] = [
        ("lines", before),
        ("cleaning", timed(cleaned, arguments.rounds) - before),
        (
            "metadata",
            timed(
                lambda: [
                    read_metadata(blocks, document.stated)
                    for document, blocks in zip(taken, settled, strict=True)
                ],
                arguments.rounds,
            ),
        ),
        (
            "sentences",
            timed(lambda: [split(text) for each in texts for _, _, text in each], arguments.rounds),
        ),
        (
            "quotations",
            timed(
                lambda: [
                    quotations(each, spans) for each, spans in zip(texts, sentences, strict=True)
                ],
                arguments.rounds,
            ),
        ),
        (
            "figures",
            timed(
                lambda: [
                    figures(each, article.published)
                    for each, article in zip(texts, articles, strict=True)
                ],
                arguments.rounds,
            ),
        ),
        ("whole", timed(lambda: each_read(taken), arguments.rounds)),
    ]
    print(f"{len(taken)} articles, {words:,} words")
    print(f"{'step':12} {'words/CPU-s':>12} {'share':>6}")
    for name, seconds in steps:
        print(f"{name:12} {words / seconds:12,.0f} {seconds / steps[-1][1]:6.2f}")


if __name__ == "__main__":
    main()
