"""How right the ledger is: cells of statements, and marks of numbers that may conflict.

    python benchmarks/accuracy/ledger.py ARTICLES.jsonl[.xz] [...] [--gold FILE]

Every story of the gold file is made a ledger of. Printed are, with 95 % intervals (Wilson): how
many of the labelled cells that are called the same or reworded state what their row states, and how
many of those that do are called so; how many marked rows of numbers hold two numbers of one thing,
and how many of the things that were read have a mark. Stories that rules were made with in sight
("tuned") and the others stand apart.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from comparison_gold import Span, Text, _read, place

from corpus.comparison.facing import ComparedSentence
from corpus.ledger import Ledger, ledger
from corpus.ledger.result import Cell, Fact

GOLD = Path(__file__).parent / "gold" / "ledger.jsonl"
Place = tuple[str, Span | None]  # record, place in its body; None for its title
Counts = dict[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    stories = [json.loads(line) for line in options.gold.read_text().splitlines()]
    texts = read_texts({one for story in stories for one in story["articles"]}, options.articles)
    found: defaultdict[str, Counts] = defaultdict(lambda: defaultdict(int))
    for story in stories:
        measure(story, [texts[one] for one in story["articles"]], found)
    for half in ("tuned", "other"):
        tell(half, found)


def read_texts(wanted: set[str], files: Iterable[Path]) -> dict[str, Text]:
    """The articles by record, read from JSON lines files."""
    texts: dict[str, Text] = {}
    for file in files:
        with lzma.open(file, "rt") if file.suffix == ".xz" else file.open() as lines:
            for line in lines:
                record = json.loads(line)
                if record["id"] in wanted and record["id"] not in texts:
                    texts[record["id"]] = Text(record, _read(line, record), [])
    return texts


def measure(story: dict[str, Any], texts: list[Text], found: Mapping[str, Counts]) -> None:
    """Add what one story's ledger says of its labels."""
    made = ledger([text.article for text in texts])
    by_id = {text.article.id: text for text in texts}
    columns = {column.article: column for column in made.columns}

    def sentence(article: str, number: int) -> Place:
        text, one = by_id[article], columns[article].sentences[number]
        return text.record["id"], place(text, one.within, one.paragraph, one.start, one.end)

    if story.get("cells"):
        relation = said(made, sentence)
        for label in story["cells"]:
            pair = frozenset((at(label["row"]), at(label["cell"])))
            count = found[f"cells {label['half']}"]
            count[f"{relation.get(pair, 'none')} {label['states']}"] += 1
    if story.get("figures"):
        things = {at(label["at"]): label["thing"] for label in story["figures"]}
        half = story["figures"][0]["half"]
        count = found[f"figures {half}"]
        met: set[str] = set()
        for rows in marked(made):
            named = [
                [(things.get(figure(by_id[c.article], columns[c.article].sentences, c), "unread"),
                  c.value, c.relation in ("medoid", "differs")) for c in row.carried]
                for row in rows
            ]  # fmt: skip
            every = [(thing, value) for own in named for thing, value, _ in own]
            for own in named:
                twice = {
                    thing for thing, value, _ in own if thing not in (None, "unread")
                    and any(thing == other and value != number for other, number in every)
                }  # fmt: skip
                met |= {str(one) for one in twice}
                unread = any(thing == "unread" and telling for thing, _, telling in own)
                count["right" if twice else "unread" if unread else "wrong"] += 1
        count["met"] += len(met)
        count["things"] += len({one for one in things.values() if one})


def at(label: list[Any]) -> Place:
    return label[0], tuple(label[1]) if label[1] else None


def said(made: Ledger, sentence: Any) -> dict[frozenset[Place], str]:
    """How the ledger holds pairs of a row's sentence and a cell's: "said" or "unsure"."""
    relation: dict[frozenset[Place], str] = {}
    for fact in made.facts:
        if fact.kind != "statement":
            continue
        medoid = next(cell for cell in fact.cells if cell.relation == "medoid")
        for cell in fact.cells:
            how = "unsure" if cell.relation == "unsure" else "said"
            for number in (cell.sentence, *cell.more):
                pair = frozenset(
                    (sentence(medoid.article, medoid.sentence), sentence(cell.article, number))
                )
                if relation.get(pair) != "said":
                    relation[pair] = how
    together = [
        {sentence(cell.article, cell.sentence) for cell in fact.carried}
        for fact in made.facts
        if fact.kind == "statement"
    ]
    for members in together:  # another sentence may name the row now: both stand in it all the same
        for one in members:
            relation.update((frozenset((one, other)), "said") for other in members - {one})
    return relation


def marked(made: Ledger) -> list[list[Fact]]:
    """The rows of figures that are marked, those of one thing together."""
    groups: dict[object, list[Fact]] = {}
    for n, fact in enumerate(made.facts):
        if fact.kind == "figure" and fact.differs:
            groups.setdefault(fact.thing or ("row", n), []).append(fact)
    return list(groups.values())


def figure(text: Text, sentences: tuple[ComparedSentence, ...], cell: Cell) -> Place:
    """Where the figure of a cell stands."""
    here = sentences[cell.sentence]
    for one in text.article.figures:
        if (one.within, one.paragraph) == (here.within, here.paragraph) and (
            here.start <= one.start < here.end and one.text == cell.text
        ):
            return text.record["id"], place(text, one.within, one.paragraph, one.start, one.end)
    return text.record["id"], (-1, -1)


def tell(half: str, found: Mapping[str, Counts]) -> None:
    cells = found[f"cells {half}"]
    of = {how: {k: cells[f"{how} {k}"] for k in ("yes", "part", "no")}
          for how in ("said", "unsure", "none")}  # fmt: skip
    print(f"{half}: cells labelled {sum(cells.values())}")
    right = of["said"]["yes"]
    print(f"  the same or reworded  P {share(right, sum(of['said'].values()))}")
    print(f"                        R {share(right, sum(of[how]['yes'] for how in of))}")
    print(f"  unsure: {of['unsure']}; not found: {of['none']}")
    count = found[f"figures {half}"]
    print(f"  marked rows of numbers P {share(count['right'], count['right'] + count['wrong'])}, "
          f"unread {count['unread']}")  # fmt: skip
    print(f"  things with a mark     R {share(count['met'], count['things'])}")


def share(part: int, whole: int) -> str:
    """A share with its 95 % interval after Wilson."""
    if not whole:
        return "none"
    z, p = 1.96, part / whole
    middle, spread = p + z * z / 2 / whole, z * (p * (1 - p) / whole + (z / whole / 2) ** 2) ** 0.5
    low, high = ((middle + sign * spread) / (1 + z * z / whole) for sign in (-1, 1))
    return f"{p:.3f} ({low:.3f}-{high:.3f}, {part} of {whole})"


if __name__ == "__main__":
    main()
