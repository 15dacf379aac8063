"""Retrieval quality: headlines as queries, the other outlets' articles on that event as answers.

    python benchmarks/retrieval.py STORIES.jsonl ARTICLES.jsonl[.xz] [--limit 5000] [--keep DIR]

STORIES holds articles with a `story` each; they are hidden among the others (every n-th line, so
that at most LIMIT are taken; 0 takes all). Every headline whose story another outlet carries is
asked as any of its words; its own article counts neither way. MRR and nDCG@10 of our engine stand
beside stock Whoosh, Tantivy and SQLite FTS5, with the 95 % interval of the difference to each
(paired bootstrap over the queries). Tantivy is left out where it is not installed.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from corpus.article import Article, Origin, Paragraph  # noqa: E402
from index.analysis import words  # noqa: E402

DEPTH = 50  # answers looked at
RESAMPLES = 10_000
Texts = list[tuple[str, str]]
Search = Callable[[str], list[int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=5000, help="other articles; 0: all")
    parser.add_argument("--keep", type=Path, help="keep the indexes here, use those that are there")
    options = parser.parse_args()
    stories = list(records(options.stories))
    others = list(records(options.articles))
    step = math.ceil(len(others) / options.limit) if options.limit else 1
    texts = [(d.get("title") or "", d.get("body") or "") for d in stories + others[::step]]
    asked = queries(stories)
    print(f"{len(texts):,} articles, {len(asked)} queries")
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        results = {}
        for name, peer in PEERS.items():
            here = folder / name
            made = here.exists()
            here.mkdir(parents=True, exist_ok=True)
            try:
                search = peer(texts, here, made)
            except ImportError:
                here.rmdir()
                continue
            results[name] = measured(search, asked)
        report(results)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON lines."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def queries(stories: list[dict[str, Any]]) -> list[tuple[int, str, set[int]]]:
    """(number of the article, its headline, numbers of the others on the same event)."""
    found = []
    for number, one in enumerate(stories):
        same = {
            other
            for other, two in enumerate(stories)
            if two["story"] == one["story"] and two["outlet"] != one["outlet"]
        }
        if same and words(one["title"]):
            found.append((number, one["title"], same))
    return found


def measured(
    search: Search, asked: list[tuple[int, str, set[int]]]
) -> tuple[list[float], list[float], float]:
    """Reciprocal ranks, nDCG@10 and milliseconds a query."""
    ranks, gains = [], []
    begun = time.perf_counter()
    for own, title, relevant in asked:
        found = [number for number in search(title) if number != own]
        at = next((rank for rank, one in enumerate(found, 1) if one in relevant), 0)
        ranks.append(1 / at if at else 0.0)
        gain = sum(1 / math.log2(n + 2) for n, one in enumerate(found[:10]) if one in relevant)
        gains.append(gain / sum(1 / math.log2(n + 2) for n in range(min(10, len(relevant)))))
    return ranks, gains, (time.perf_counter() - begun) * 1000 / len(asked)


def report(results: dict[str, tuple[list[float], list[float], float]]) -> None:
    """The table."""
    ours = results["broadsheet"]
    print(f"{'':22}{'MRR':>7}{'ours - its (95 %)':>22}{'nDCG@10':>10}{'ours - its (95 %)':>22}")
    for name, (ranks, gains, spent) in results.items():
        cells = [f"{name:22}"]
        for mine, its, width in ((ours[0], ranks, 7), (ours[1], gains, 10)):
            low, high = interval([a - b for a, b in zip(mine, its, strict=True)])
            difference = "" if name == "broadsheet" else f"{low:+.3f} … {high:+.3f}"
            cells.append(f"{sum(its) / len(its):{width}.3f}{difference:>22}")
        print("".join(cells), f"{spent:8.1f} ms")


def interval(differences: list[float]) -> tuple[float, float]:
    """The middle 95 % of the mean difference over resampled queries."""
    import numpy

    draw = numpy.random.default_rng(1).integers(0, len(differences), (RESAMPLES, len(differences)))
    means = numpy.sort(numpy.array(differences)[draw].mean(axis=1))
    return float(means[int(RESAMPLES * 0.025)]), float(means[int(RESAMPLES * 0.975)])


# The peers: each takes the texts in (unless `made` says that was done before) and searches them.


def broadsheet(texts: Texts, folder: Path, made: bool) -> Search:
    """Our engine, over the same titles and texts as they are."""
    from index.engine import Engine, IndexEntry
    from index.query.tree import Capitals, Or, Word
    from index.query.wording import is_acronym, shouted

    engine = Engine.open(folder / "index", create=True)
    if not made:
        entries = [
            IndexEntry(number, f"{number:064x}", article(title, body))
            for number, (title, body) in enumerate(texts, 1)
        ]
        engine.update(entries, last_seq=len(entries))

    def search(title: str) -> list[int]:
        loud = shouted([title])
        terms = tuple(
            Capitals(form.surface) if is_acronym(form.surface) and not loud else Word(form.surface)
            for form in dict.fromkeys(words(title))
        )
        found = engine.search(Or(terms) if len(terms) > 1 else terms[0], limit=DEPTH)
        return [seq - 1 for seq, _ in found.hits]

    return search


def article(title: str, body: str) -> Article:
    paragraphs = tuple(Paragraph(line, "body", None) for line in body.split("\n") if line.strip())
    nothing = dict.fromkeys(
        ("standfirst", "outlet", "outlet_from", "published", "published_at", "published_from",
         "dateline", "url", "language")
    )  # fmt: skip
    return Article(
        id="", title=title or None, authors=(), agencies=(), rules="", paragraphs=paragraphs,
        removed=(), repairs=(), sentences=(), origin=Origin("", "", 0, "jsonl", "utf-8"),
        **nothing,
    )  # type: ignore[arg-type]  # fmt: skip


def whoosh(texts: Texts, folder: Path, made: bool) -> Search:
    """Stock Whoosh: its TEXT fields, its parser with OR between the words, its BM25F."""
    from whoosh import fields, index, qparser

    if not made:
        schema = fields.Schema(n=fields.STORED, title=fields.TEXT, body=fields.TEXT)
        writer = index.create_in(str(folder), schema).writer(limitmb=128)
        for number, (title, body) in enumerate(texts):
            writer.add_document(n=number, title=title, body=body)
        writer.commit()
    opened = index.open_dir(str(folder))
    searcher = opened.searcher()
    parser = qparser.MultifieldParser(
        ["title", "body"], opened.schema, plugins=[], group=qparser.OrGroup
    )

    def search(title: str) -> list[int]:
        plain = " ".join(form.folded for form in words(title))
        return [hit["n"] for hit in searcher.search(parser.parse(plain), limit=DEPTH)]

    return search


def tantivy(texts: Texts, folder: Path, made: bool) -> Search:
    """Tantivy with English stems and the title counted twice and a half."""
    import tantivy as library

    builder = library.SchemaBuilder()
    builder.add_integer_field("n", stored=True)
    for name in ("title", "body"):
        builder.add_text_field(name, stored=False, tokenizer_name="en_stem")
    opened = library.Index(builder.build(), path=str(folder))
    if not made:
        writer = opened.writer(heap_size=128_000_000, num_threads=1)
        for number, (title, body) in enumerate(texts):
            writer.add_document(library.Document(n=number, title=title, body=body))
        writer.commit()
    opened.reload()
    searcher = opened.searcher()

    def search(title: str) -> list[int]:
        plain = " ".join(form.folded.replace("'", " ") for form in words(title))
        query = opened.parse_query(plain, ["title", "body"], field_boosts={"title": 2.5})
        return [searcher.doc(place)["n"][0] for _, place in searcher.search(query, DEPTH).hits]

    return search


def fts5(texts: Texts, folder: Path, made: bool) -> Search:
    """SQLite FTS5 with the Porter stemmer and the title counted twice and a half."""
    database = sqlite3.connect(folder / "fts.sqlite")
    if not made:
        database.execute(
            "CREATE VIRTUAL TABLE t USING fts5(title, body, tokenize='porter unicode61')"
        )
        database.executemany("INSERT INTO t VALUES (?, ?)", texts)
        database.commit()

    def search(title: str) -> list[int]:
        plain = " OR ".join('"' + form.folded.replace('"', "") + '"' for form in words(title))
        rows = database.execute(
            "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 2.5, 1.0) LIMIT ?", (plain, DEPTH)
        )
        return [number - 1 for (number,) in rows]

    return search


PEERS: dict[str, Callable[[Texts, Path, bool], Search]] = {
    "broadsheet": broadsheet,
    "stock whoosh": whoosh,
    "tantivy": tantivy,
    "sqlite fts5": fts5,
}

if __name__ == "__main__":
    main()
