"""The engines that are compared: how each takes articles in, and how each is asked.

`ask_…` gives a function from a question to (how many match, CPU seconds). Every engine ranks
by BM25 over title and body, gives the best twenty and counts all that match.
"""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from questions import LIMIT, articles

if TYPE_CHECKING:
    from index.engine import IndexEntry

BATCH = 250
XAPIAN = "/usr/bin/python3"  # the Python that has Xapian's bindings, where there is one
Asking = Callable[[str], tuple[int, float]]


def entry_of(one: dict[str, Any]) -> IndexEntry:
    """An article as our engine takes it in."""
    from corpus.article import Article, Origin, Paragraph
    from index.engine import IndexEntry

    sha = hashlib.sha256(f"{one['number']}".encode()).hexdigest()
    paragraphs = tuple(Paragraph(p, "body", None) for p in one["body"].split("\n\n"))
    article = Article(
        sha, one["title"] or None, None, one["outlet"], "field", (one["date"] or None),
        None, None, (), (), None, one["url"], "en", Origin("a", sha, 0, "jsonl", "utf-8"),
        "0", paragraphs, (), (), (),
    )  # fmt: skip
    return IndexEntry(one["number"] + 1, sha, article)


def one_more(folder: Path) -> Callable[[dict[str, Any]], float]:
    """Takes one article into our index, then finds it: CPU seconds of both."""
    from index.engine import Engine
    from index.query.parse import read

    engine = Engine.open(folder / "ix")

    def add(one: dict[str, Any]) -> float:
        word = f"unheardof{one['number']}"
        entry = entry_of({**one, "body": f"{one['body']} {word}"})
        question = read(word, today=date(2026, 1, 1)).tree
        begun = time.process_time()
        engine.update([entry], last_seq=entry.seq)
        found = engine.search(question).seqs
        taken = time.process_time() - begun
        assert found == (entry.seq,)
        return taken

    return add


def build_ours(file: Path, count: int, folder: Path) -> None:
    from index.engine import Engine

    engine = Engine.open(folder / "ix", create=True)
    batch: list[IndexEntry] = []
    for one in articles(file, count):
        batch.append(entry_of(one))
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


def ask_ours(folder: Path) -> Asking:
    from index.engine import Engine
    from index.query.parse import read

    engine = Engine.open(folder / "ix")

    def ask(text: str) -> int:
        reading = read(text, today=date(2026, 1, 1))
        return engine.search(reading.tree, sort=reading.sort or "relevance", limit=LIMIT).total

    return _timed(ask)


def ask_tantivy(folder: Path) -> Asking:
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

    return _timed(ask)


def ask_fts5(folder: Path) -> Asking:
    base = sqlite3.connect(folder / "fts5.sqlite")
    counted = "select count(*) from t where t match ?"
    ranked = "select rowid from t where t match ? order by bm25(t, 2.5, 1.0) limit ?"

    def ask(text: str) -> int:
        base.execute(ranked, (text, LIMIT)).fetchall()
        return int(base.execute(counted, (text,)).fetchone()[0])

    return _timed(ask)


def ask_whoosh(folder: Path) -> Asking:
    from whoosh import index
    from whoosh.qparser import MultifieldParser

    searcher = index.open_dir(str(folder / "whoosh")).searcher()
    parser = MultifieldParser(["title", "body"], searcher.schema)

    def ask(text: str) -> int:
        return len(searcher.search(parser.parse(text), limit=LIMIT))

    return _timed(ask)


def _timed(ask: Callable[[str], int]) -> Asking:
    def timed(text: str) -> tuple[int, float]:
        begun = time.process_time()
        total = ask(text)
        return total, time.process_time() - begun

    return timed


def has_xapian() -> bool:
    """Whether there is a Python with Xapian's bindings."""
    if not Path(XAPIAN).exists():
        return False
    return not subprocess.run([XAPIAN, "-c", "import xapian"], capture_output=True).returncode


def build_xapian(file: Path, count: int, folder: Path) -> None:
    peer = Path(__file__).with_name("xapian_peer.py")
    command = [XAPIAN, str(peer), "build", str(file), str(count), str(folder)]
    subprocess.run(command, check=True)


def ask_xapian(folder: Path) -> Asking:
    peer = Path(__file__).with_name("xapian_peer.py")
    child = subprocess.Popen(
        [XAPIAN, str(peer), "ask", str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdin
    assert child.stdout
    questions, answers = child.stdin, child.stdout

    def ask(text: str) -> tuple[int, float]:
        questions.write(text + "\n")
        questions.flush()
        total, seconds = answers.readline().split()
        return int(total), float(seconds)

    return ask
