"""A whole screen of the explorer beside Tantivy doing the same, over one archive.

    python benchmarks/engine/screen.py ARCHIVE [--resample 100000] [--rounds 5] [--keep FOLDER]

For each question: the best twenty articles with outlet, title and day, a passage of each with
the words marked, and over all that were found the counts by outlet, month and person (the hundred
most frequent). Tantivy gets the archive's articles, outlet, day and names, everything it shows is
stored in it, and what is counted are fast fields. Ours are also timed with all that the
explorer counts besides (organisations, places, agencies, stories, a histogram, copies, notes).
CPU time, medians of the rounds; the very first question, at which ours makes its arrays of names,
is told apart. Articles without names get those of one that has names, in turn (`--fill`, in a
copy); with `--resample`, in a copy, the articles come again under other numbers until there are so
many.
With `--steps` it is told what each step of ours takes, and nothing is compared.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

QUESTIONS = [
    # ours, Tantivy's
    ("kerry", "kerry"), ("syria refugees", "+syria +refugees"), ("election", "election"),
    ("the", "the"), ("president obama", "+president +obama"), ("oil price", "+oil +price"),
    ('"prime minister"', '"prime minister"'), ('"human rights"', '"human rights"'),
    ("strike OR protest", "strike protest"), ("iran OR iraq OR israel", "iran iraq israel"),
    ("police attack paris", "+police +attack +paris"), ("election -vote", "+election -vote"),
    ("migrants europe border", "+migrants +europe +border"), ("women", "women"),
    ("title:syria", "title:syria"), ('"oil price"~5', '"oil price"~5'),
]  # fmt: skip
LIMIT, MOST = 20, 100


def fill(archive: Path) -> None:
    """Give articles without names those of one that has some."""
    base = sqlite3.connect(archive / "records.sqlite")
    names = defaultdict(list)
    for seq, *mention in base.execute("SELECT seq, key, name, type, count FROM mentions"):
        names[seq].append(mention)
    having = sorted(names)
    seqs = [seq for (seq,) in base.execute("SELECT seq FROM articles WHERE current")]
    rows = [
        (key, seq, name, kind, count)
        for number, seq in enumerate(seqs)
        if seq not in names
        for key, name, kind, count in names[having[number % len(having)]]
    ]
    base.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?, ?)", sorted(rows))
    base.commit()


def resample(archive: Path, wanted: int) -> None:
    """Let the articles of an archive come again, with their names, until there are so many."""
    from index.archive import Archive

    base = sqlite3.connect(archive / "records.sqlite")
    ((count, last),) = base.execute("SELECT COUNT(*), MAX(change) FROM articles WHERE current")
    columns = [name for _, name, *_ in base.execute("PRAGMA table_info(articles)")]
    moved = {
        "seq": "seq + :by", "change": "change + :by", "lineage": "lineage + :by",
        "id": "SUBSTR(id, :turn + 1) || SUBSTR(id, 1, :turn)",
    }  # fmt: skip
    again = ", ".join(moved.get(name, name) for name in columns)
    turns = -(-wanted // count)
    for turn in range(1, turns):
        here = {"by": turn * last, "turn": turn, "last": last, "some": wanted - turn * count}
        chosen = "SELECT seq FROM articles WHERE current AND seq <= :last ORDER BY seq LIMIT :some"
        for table, fields in (
            ("readings", "seq + :by, article"), ("mentions", "key, seq + :by, name, type, count"),
            ("articles", again),
        ):  # fmt: skip
            rows = f"SELECT {fields} FROM {table} WHERE seq IN ({chosen})"
            base.execute(f"INSERT INTO {table} {rows}", here)
    base.execute("UPDATE meta SET value = ? WHERE key = 'change'", (turns * last,))
    base.commit()
    base.close()
    with Archive.open(archive) as opened:
        opened.reindex(lambda done: print(f"indexed: {done:,}", end="\r", flush=True))


STEPS = ("read", "searched", "rows", "texts", "passages", "outlets", "months", "persons")


def ours(archive: Path, steps: dict[str, list[float]]) -> dict[str, Callable[[str], int]]:
    """The same as Tantivy, which adds to `steps` what each took; and all of the explorer."""
    from index import facets, search
    from index.archive import Archive
    from index.outside import Asked
    from index.query.parse import read
    from index.satisfying import marking
    from index.snippets import snippet

    opened = Archive.open(archive)
    engine, records = opened._healed(), opened._records

    def same(text: str) -> int:
        clock = [time.process_time()]
        reading = read(text, today=date(2026, 1, 1))
        clock.append(time.process_time())
        matches = engine.search(reading.tree, limit=LIMIT, outside=Asked(records))
        clock.append(time.process_time())
        seqs = [seq for seq, _ in matches.hits]
        rows = records.rows_by_seq(seqs)
        clock.append(time.process_time())
        texts = records.texts_by_seq(seqs)
        clock.append(time.process_time())
        marks, keeping = marking(reading.tree)
        spots = matches.spots(marks) if keeping is None else {}
        shown = [(rows[s], snippet(texts[s], marks, keeping, spots.get(s))) for s in seqs]
        clock.append(time.process_time())
        outlets = matches.labels("outlets").most_common(MOST)
        clock.append(time.process_time())
        months = matches.days().months()
        clock.append(time.process_time())
        persons = records.naming_counts(matches.numbers, ("person",), facets.NAMES)
        clock.append(time.process_time())
        for step, (begun, ended) in zip(STEPS, pairwise(clock), strict=True):
            steps[step].append((ended - begun) * 1000)
        assert shown
        assert outlets or months or persons
        return matches.total

    def whole(text: str) -> int:
        return search.search(engine, records, text, facets=True).total

    return {"ours": same, "explorer": whole}


def tantivy_index(archive: Path, folder: Path) -> None:
    """Tantivy's index of what the archive shows."""
    import tantivy

    from index import packing

    base = sqlite3.connect(f"file:{archive / 'records.sqlite'}?mode=ro", uri=True)
    people = defaultdict(list)
    for seq, name in base.execute("SELECT seq, name FROM mentions WHERE type = 'person'"):
        people[seq].append(name)
    writer = tantivy.Index(_schema(), path=str(folder)).writer(128_000_000, 1)
    for seq, outlet, published, stored in base.execute(
        "SELECT seq, outlet, published, article FROM articles JOIN readings USING (seq) "
        "WHERE current"
    ):
        article = packing.unpack_article(stored)
        document = tantivy.Document(
            title=article.title or "",
            body="\n".join(text for within, _, text in article.texts() if within != "title"),
            outlet=outlet or "",
            day=published or "",
            month=(published or "")[:7],
        )
        for name in people[seq]:
            document.add_text("person", name)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _schema() -> Any:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("title", stored=True, tokenizer_name="en_stem")
    schema.add_text_field("body", stored=True, tokenizer_name="en_stem")
    schema.add_text_field("day", stored=True, tokenizer_name="raw")
    for name in ("outlet", "month", "person"):
        schema.add_text_field(name, stored=name == "outlet", fast=True, tokenizer_name="raw")
    return schema.build()


def theirs(folder: Path) -> Callable[[str], int]:
    """What Tantivy shows and counts."""
    import tantivy

    schema = _schema()
    index = tantivy.Index(schema, path=str(folder))
    index.reload()
    searcher = index.searcher()
    counting = {
        name: {"terms": {"field": name, "size": MOST}} for name in ("outlet", "month", "person")
    }

    def ask(text: str) -> int:
        query = index.parse_query(text, ["title", "body"], field_boosts={"title": 2.5, "body": 1.0})
        found = searcher.search(query, LIMIT, count=True)
        passages = tantivy.SnippetGenerator.create(searcher, query, schema, "body")
        passages.set_max_num_chars(240)
        shown = []
        for _, address in found.hits:
            document = searcher.doc(address)
            passage = passages.snippet_from_doc(document)
            fields = [document.get_first(name) for name in ("outlet", "title", "day")]
            shown.append((fields, passage.fragment(), passage.highlighted()))
        counts = searcher.aggregate(query, counting)
        assert shown
        assert counts
        return int(found.count)

    return ask


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="where the copy and Tantivy's index stay")
    parser.add_argument("--fill", action="store_true", help="names for all, in a copy")
    parser.add_argument("--resample", type=int, default=0, metavar="N", help="so many, in a copy")
    parser.add_argument("--steps", action="store_true", help="what each step of ours takes")
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="screen-"))
    archive = given.archive
    try:
        if given.fill or given.resample:
            archive = folder / "archive"
            if not archive.exists():
                shutil.copytree(given.archive, archive)
                if given.fill:
                    fill(archive)
                if given.resample:
                    resample(archive, given.resample)
        steps: dict[str, list[float]] = {step: [] for step in STEPS}
        asks = ours(archive, steps)
        if given.steps:
            step_by_step(asks["ours"], steps, given.rounds)
            return
        place = folder / "tantivy"
        if not place.exists():
            place.mkdir(parents=True)
            tantivy_index(archive, place)
        compared(
            {"ours": asks["ours"], "tantivy": theirs(place), "explorer": asks["explorer"]},
            given.rounds,
        )
    finally:
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)


def step_by_step(ask: Callable[[str], int], steps: dict[str, list[float]], rounds: int) -> None:
    """Print what each step of a screen takes, question by question."""
    print(f"{'CPU ms':28}" + "".join(f"{step:>10}" for step in STEPS) + f"{'all':>10}")
    medians: dict[str, list[float]] = {step: [] for step in STEPS}
    ask("the")
    for question, _ in QUESTIONS:
        ask(question)
        for taken in steps.values():
            taken.clear()
        for _ in range(rounds):
            ask(question)
        for step, taken in steps.items():
            medians[step].append(statistics.median(taken))
        told = [medians[step][-1] for step in STEPS]
        print(f"{question:28}" + "".join(f"{one:10.2f}" for one in [*told, sum(told)]), flush=True)
    told = [statistics.median(medians[step]) for step in STEPS]
    print(f"{'median':28}" + "".join(f"{one:10.2f}" for one in [*told, sum(told)]))


def compared(asks: dict[str, Callable[[str], int]], rounds: int) -> None:
    """Put every question to all in turn; print medians, and what the very first took."""
    times: dict[str, list[list[float]]] = {name: [] for name in asks}
    print(f"{'CPU ms':28}" + "".join(f"{name:>18}" for name in asks))
    first = {}
    for name, ask in asks.items():
        begun = time.process_time()
        ask("the")
        first[name] = (time.process_time() - begun) * 1000
    for row in QUESTIONS:
        taken: dict[str, list[float]] = {name: [] for name in asks}
        totals = {}
        for turn in range(rounds + 1):
            for name, ask in asks.items():
                begun = time.process_time()
                totals[name] = ask(row[1] if name == "tantivy" else row[0])
                spent = (time.process_time() - begun) * 1000
                if turn:
                    taken[name].append(spent)
        for name, some in taken.items():
            times[name].append(some)
        cells = (f"{statistics.median(taken[name]):9.1f}{totals[name]:9}" for name in asks)
        print(f"{row[0]:28}" + "".join(cells), flush=True)
    print(f"{'median':28}" + "".join(
        f"{statistics.median(map(statistics.median, some)):9.1f}{'':9}" for some in times.values()
    ))  # fmt: skip
    print(f"{'worst':28}" + "".join(
        f"{max(map(statistics.median, some)):9.1f}{'':9}" for some in times.values()
    ))  # fmt: skip
    print(f"{'the very first':28}" + "".join(f"{spent:9.1f}{'':9}" for spent in first.values()))


if __name__ == "__main__":
    main()
