"""How fast names are recognised, beside plain spaCy with the same model in the same run.

    python benchmarks/recognition.py ARTICLES.jsonl [--articles N]

The first N articles are read beforehand; then plain spaCy (tokens and names only, its own batch
size, whole articles) and Broadsheet (the model on what may hold names, and all its rules: types,
one name for many spellings, speakers) take turns, three times each. Words are counted at blanks;
of CPU seconds of this process the best of the three counts.
"""

from __future__ import annotations

import argparse
import itertools
import json
import time
from collections.abc import Callable
from pathlib import Path

from corpus.article import Article, Document, Stated
from corpus.entities.naming import find_names, recognisable
from corpus.entities.recogniser import Remembering
from corpus.entities.spacy_recogniser import SpacyRecogniser
from corpus.reading import read
from index.recogniser import AHEAD

TURNS = 3


def articles(path: Path, limit: int) -> list[Article]:
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in itertools.islice(lines, limit):
            record = json.loads(line)
            stated = Stated(title=(record["title"], "field"))
            found.append(read(Document(line.encode(), record["body"], "a.jsonl", "jsonl", stated)))
    return found


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def broadsheet(read_before: list[Article], model: SpacyRecogniser) -> None:
    """As the recogniser process goes about it."""
    recogniser = Remembering(model)
    for number, article in enumerate(read_before):
        if number % AHEAD == 0:
            ahead = read_before[number : number + AHEAD]
            recogniser.spans([text for one in ahead for text in recognisable(one)])
        find_names(article, recogniser)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, metavar="ARTICLES.jsonl")
    parser.add_argument("--articles", type=int, default=200, metavar="N", dest="limit")
    options = parser.parse_args()
    chosen = articles(options.articles, options.limit)
    whole = ["\n".join(text for _, _, text in article.texts()) for article in chosen]
    words = sum(len(text.split()) for text in whole)
    model = SpacyRecogniser()
    plain = model._pipeline  # the same weights, without anything of ours
    model.spans(["Warm before the clock starts."])
    ways: dict[str, Callable[[], object]] = {
        "plain spaCy": lambda: [document.ents for document in plain.pipe(whole)],
        "the model alone, our way": lambda: model.spans(
            [text for article in chosen for text in recognisable(article)]
        ),
        "Broadsheet, all of it": lambda: broadsheet(chosen, model),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(TURNS):
        for name, work in ways.items():
            taken[name].append(seconds(work))
    print(f"{model.version}; {len(chosen)} articles, {words:,} words")
    first = min(taken["plain spaCy"])
    for name, turns in taken.items():
        best = min(turns)
        print(f"{name:26} {words / best:8,.0f} words per CPU-second  x{first / best:.2f}")


if __name__ == "__main__":
    main()
