"""The search engine beside its peers: stock Whoosh, SQLite FTS5 and, where installed, Tantivy.

    python benchmarks/engine/compare.py ARTICLES.jsonl [--count 10000] [--rounds 5] [--no-whoosh]

The same articles (id, outlet, title, date, url, body a line; beyond the end of the file its
articles come again with their words in another order of paragraphs) are indexed by each engine
in a process of its own, title and body; then the same questions are put to all of them in turn
in one process, best of the rounds. Reading files into articles is no part of it: words, places
and scores are. Times are CPU and wall; ratios of bytes are to the UTF-8 text indexed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

BATCH = 250
LIMIT = 20
# kind, the question to us, to Tantivy, to FTS5 (None: it has no such question)
QUESTIONS: list[tuple[str, str, str | None, str | None]] = [
    *[("word", w, w, w) for w in "kerry syria strike the election refugees said women".split()],
    *[
        ("and", " ".join(pair), " ".join(f"+{w}" for w in pair), " AND ".join(pair))
        for pair in (
            ("president", "obama"), ("syria", "refugees"), ("kerry", "lavrov"),
            ("migrants", "europe", "border"), ("the", "of", "and", "to"), ("oil", "price"),
            ("police", "attack", "paris"), ("bank", "rates", "growth"),
        )
    ],
    *[
        ("or", " OR ".join(some), " ".join(some), " OR ".join(some))
        for some in (
            ("kerry", "lavrov", "assad"), ("strike", "protest"), ("the", "a", "in"),
            ("iran", "iraq", "israel", "egypt"),
        )
    ],
    *[
        ("phrase", f'"{p}"', f'"{p}"', f'"{p}"')
        for p in (
            "prime minister", "has to go", "the united states of america", "human rights",
            "to be or", "in the", "european union", "at the end of the day",
        )
    ],
    *[
        ("near", f'"{a} {b}"~5', f'"{a} {b}"~5', f"NEAR({a} {b}, 5)")
        for a, b in (("obama", "congress"), ("oil", "price"), ("the", "president"))
    ],
    *[
        ("not", f"{a} -{b}", f"+{a} -{b}", f"{a} NOT {b}")
        for a, b in (("kerry", "putin"), ("the", "of"), ("election", "vote"))
    ],
    *[
        ("prefix", f"{p}*", f"regex:{p}.*", f"{p}*")
        for p in ("refug", "pres", "un", "s", "democra", "elec")
    ],
    *[("wildcard", w, f"regex:{r}", None) for w, r in (("*tion", ".*tion"), ("h?rb*", "h.rb.*"))],
    *[
        ("fuzzy", f"{w}~1", f"fuzzy:{w}", None) for w in ("obma", "refugee", "merkel", "stryke")
    ],
    *[("regex", f"/{r}/", f"regex:{r}", None) for r in ("colou?r.*", "[bg]rexit")],
    *[
        ("field", f"title:{w}", f"title:{w}", f"title:{w}")
        for w in ("syria", "the", "president")
    ],
    *[
        ("days", f"{w} date:2015", f"+{w} +day:[20150101 TO 20151231]", None)
        for w in ("syria", "the", "merkel")
    ],
    ("newest", "syria sort:-date", "newest:syria", None),
    ("newest", "the sort:-date", "newest:the", None),
    *[("mixed", q, t, f) for q, t, f in (
        ('"white house" obama -congress', '+"white house" +obama -congress',
         '("white house" AND obama) NOT congress'),
        ("(iran OR iraq) oil", "+(iran iraq) +oil", "(iran OR iraq) AND oil"),
    )],
]  # fmt: skip


def articles(file: Path, count: int) -> Iterator[dict[str, Any]]:
    """The articles of the file, over and over, later rounds with their paragraphs turned."""
    made = 0
    for turn in range(1 << 30):
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                if made == count:
                    return
                one = json.loads(line)
                parts = [p for p in one["body"].split("\n") if p.strip()]
                cut = turn % max(1, len(parts))
                one["body"] = "\n\n".join(parts[cut:] + parts[:cut])
                one["number"] = made
                made += 1
                yield one


def build_ours(file: Path, count: int, folder: Path) -> None:
    from corpus.article import Article, Origin, Paragraph
    from index.engine import Engine, IndexEntry

    def entry(one: dict[str, Any]) -> IndexEntry:
        sha = hashlib.sha256(f"{one['number']}".encode()).hexdigest()
        paragraphs = tuple(Paragraph(p, "body", None) for p in one["body"].split("\n\n"))
        article = Article(
            sha, one["title"] or None, None, one["outlet"], "field", (one["date"] or None),
            None, None, (), (), None, one["url"], "en", Origin("a", sha, 0, "jsonl", "utf-8"),
            "0", paragraphs, (), (), (),
        )  # fmt: skip
        return IndexEntry(one["number"] + 1, sha, article)

    engine = Engine.open(folder / "ix", create=True)
    batch: list[IndexEntry] = []
    for one in articles(file, count):
        batch.append(entry(one))
        if len(batch) == BATCH:
            engine.update(batch, last_seq=batch[-1].seq)
            batch = []
    if batch:
        engine.update(batch, last_seq=batch[-1].seq)
    engine.compact()


def build_tantivy(file: Path, count: int, folder: Path) -> None:
    index, _ = _tantivy(folder)
    import tantivy

    writer = index.writer(128_000_000, 1)
    for one in articles(file, count):
        day = int((one["date"] or "0000-00-00").replace("-", "")[:8])
        writer.add_document(
            tantivy.Document(
                title=one["title"] or "", body=one["body"], day=day, number=one["number"]
            )
        )
    writer.commit()
    writer.wait_merging_threads()


def _tantivy(folder: Path) -> tuple[Any, Any]:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("title", tokenizer_name="en_stem")
    schema.add_text_field("body", tokenizer_name="en_stem")
    schema.add_integer_field("day", indexed=True, fast=True)
    schema.add_integer_field("number", stored=True, fast=True)
    built = schema.build()
    (folder / "tantivy").mkdir(exist_ok=True)
    return tantivy.Index(built, path=str(folder / "tantivy")), built


def build_fts5(file: Path, count: int, folder: Path) -> None:
    base = sqlite3.connect(folder / "fts5.sqlite")
    base.execute(
        "create virtual table t using fts5(title, body, content='', tokenize='porter unicode61')"
    )
    for one in articles(file, count):
        base.execute(
            "insert into t (rowid, title, body) values (?, ?, ?)",
            (one["number"], one["title"], one["body"]),
        )
    base.commit()


def build_whoosh(file: Path, count: int, folder: Path) -> None:
    from whoosh import analysis, fields, index

    stem = analysis.StemmingAnalyzer(stoplist=None, cachesize=100_000)
    schema = fields.Schema(
        number=fields.STORED, title=fields.TEXT(analyzer=stem), body=fields.TEXT(analyzer=stem)
    )
    (folder / "whoosh").mkdir()
    writer = index.create_in(str(folder / "whoosh"), schema).writer(limitmb=128)
    for one in articles(file, count):
        writer.add_document(number=one["number"], title=one["title"] or "", body=one["body"])
    writer.commit()


def ask_ours(folder: Path) -> Callable[[str], int]:
    from index.engine import Engine
    from index.query.parse import read

    engine = Engine.open(folder / "ix")

    def ask(text: str) -> int:
        reading = read(text, today=date(2026, 1, 1))
        return engine.search(reading.tree, sort=reading.sort or "relevance", limit=LIMIT).total

    return ask


def ask_tantivy(folder: Path) -> Callable[[str], int]:
    import tantivy

    index, schema = _tantivy(folder)
    index.reload()
    searcher = index.searcher()
    boosts = {"title": 2.5, "body": 1.0}

    def ask(text: str) -> int:
        kind, _, rest = text.partition(":")
        options: dict[str, Any] = {}
        if kind == "regex":
            query = tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Should, tantivy.Query.regex_query(schema, name, rest))
                    for name in boosts
                ]
            )
        elif kind == "fuzzy":
            query = tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Should, tantivy.Query.fuzzy_term_query(schema, name, rest, 1))
                    for name in boosts
                ]
            )
        else:
            if kind == "newest":
                text, options = rest, {"order_by_field": "day"}
            query = index.parse_query(text, list(boosts), field_boosts=boosts)
        return int(searcher.search(query, LIMIT, count=True, **options).count)

    return ask


def ask_fts5(folder: Path) -> Callable[[str], int]:
    base = sqlite3.connect(folder / "fts5.sqlite")
    counted = "select count(*) from t where t match ?"
    ranked = "select rowid from t where t match ? order by bm25(t, 2.5, 1.0) limit ?"

    def ask(text: str) -> int:
        base.execute(ranked, (text, LIMIT)).fetchall()
        return int(base.execute(counted, (text,)).fetchone()[0])

    return ask


def ask_whoosh(folder: Path) -> Callable[[str], int]:
    from whoosh import index
    from whoosh.qparser import MultifieldParser

    searcher = index.open_dir(str(folder / "whoosh")).searcher()
    parser = MultifieldParser(["title", "body"], searcher.schema)

    def ask(text: str) -> int:
        return len(searcher.search(parser.parse(text), limit=LIMIT))

    return ask


BUILD = {"ours": build_ours, "tantivy": build_tantivy, "fts5": build_fts5, "whoosh": build_whoosh}
ASK = {"ours": ask_ours, "tantivy": ask_tantivy, "fts5": ask_fts5, "whoosh": ask_whoosh}
WHERE = {"ours": "ix", "tantivy": "tantivy", "fts5": "fts5.sqlite", "whoosh": "whoosh"}


def size(place: Path) -> int:
    if place.is_file():
        return place.stat().st_size
    return sum(file.stat().st_size for file in place.rglob("*") if file.is_file())


def built(name: str, file: Path, count: int, folder: Path) -> tuple[float, float, float]:
    """(wall, CPU, peak MB) of building in a process of its own."""
    command = [sys.executable, __file__, str(file), str(folder)]
    command += [f"--count={count}", f"--build={name}"]
    begun = time.perf_counter()
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"building {name} failed")
    wall = time.perf_counter() - begun
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--build", choices=tuple(BUILD))
    parser.add_argument("--no-whoosh", action="store_true")
    parser.add_argument("--each", action="store_true", help="print every question")
    given = parser.parse_args()
    if given.build:
        BUILD[given.build](given.articles, given.count, given.folder)
        return
    names = [n for n in BUILD if n != "tantivy" or importlib.util.find_spec("tantivy")]
    names = [n for n in names if n != "whoosh" or not given.no_whoosh]
    folder = Path(tempfile.mkdtemp(prefix="engines-"))
    try:
        texts = [f"{a['title'] or ''}{a['body']}" for a in articles(given.articles, given.count)]
        text = sum(len(t.encode()) for t in texts)
        del texts
        print(f"{given.count:,} articles, {text / 1e6:.1f} MB of text\n")
        print(f"{'':10}{'wall s':>9}{'CPU s':>9}{'art./CPU s':>12}{'bytes/text':>12}{'peak MB':>9}")
        for name in names:
            wall, cpu, peak = built(name, given.articles, given.count, folder)
            share = size(folder / WHERE[name]) / text
            print(
                f"{name:10}{wall:9.1f}{cpu:9.1f}{given.count / cpu:12.0f}{share:12.2f}{peak:9.0f}"
            )
        questions(names, folder, given.rounds, given.each)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def questions(names: list[str], folder: Path, rounds: int, each: bool) -> None:
    """Put every question to every engine in turn; print medians by kind and over all."""
    asks = {name: ASK[name](folder) for name in names}
    times: dict[str, dict[str, list[float]]] = {name: {} for name in names}
    for kind, ours, tantivy, fts5 in QUESTIONS:
        put = {"ours": ours, "tantivy": tantivy, "fts5": fts5, "whoosh": None}
        if kind in ("word", "and", "or", "phrase", "not", "field"):
            put["whoosh"] = ours.replace(" -", " NOT ")
        line = f"{ours:34}"
        for name in names:
            text = put[name]
            if text is None:
                line += f"{'':>18}"
                continue
            best, total = 1e9, 0
            for _ in range(rounds if name != "whoosh" else 1):
                begun = time.process_time()
                total = asks[name](text)
                best = min(best, time.process_time() - begun)
            times[name].setdefault(kind, []).append(best * 1000)
            line += f"{best * 1000:9.2f}{total:9}"
        if each:
            print(line)
    kinds = list(dict.fromkeys(kind for kind, *_ in QUESTIONS))
    print(f"\nCPU ms, median (worst)\n{'':12}" + "".join(f"{name:>20}" for name in names))
    for kind in kinds:
        print(f"{kind:12}" + "".join(_cell(times[name].get(kind)) for name in names))
    for label, cut in (("all: median", 0.5), ("all: p95", 0.95), ("all: worst", 1.0)):
        row = f"{label:12}"
        for name in names:
            whole = sorted(t for some in times[name].values() for t in some)
            row += f"{whole[min(len(whole) - 1, int(cut * len(whole)))]:20.2f}"
        print(row)


def _cell(some: list[float] | None) -> str:
    return f"{statistics.median(some):11.2f} ({max(some):.2f})".rjust(20) if some else f"{'-':>20}"


if __name__ == "__main__":
    main()
