"""Labelled pairs of articles, and what the program says of them in the labels' own numbers.

A gold file has one JSON line a pair, by ids and offsets (see gold/RULES.md). Sentences of the
program are mapped to those of the gold by overlap of their places in the record's body, so that
another way of splitting sentences costs nothing.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.article import Article, Document, Stated
from corpus.comparison import Comparison, compare
from corpus.comparison.facing import ComparedSentence
from corpus.comparison.result import FigurePair, QuotationPair
from corpus.reading import read

Label = dict[str, Any]
Span = tuple[int, int]
HALF = 0.5  # two sentences are one when they overlap by half of the shorter


@dataclass(frozen=True)
class Text:
    """One article of a pair: its record, what the program read, the gold's sentences."""

    record: dict[str, Any]
    article: Article
    sentences: list[Span]  # sentence k is entry k - 1; number 0 is the title

    def gold_text(self, number: int) -> str:
        if number == 0:
            return self.record.get("title") or ""
        start, end = self.sentences[number - 1]
        return str(self.record["body"][start:end])


@dataclass(frozen=True)
class Pair:
    label: Label
    left: Text
    right: Text


def pairs(gold: Path, files: Iterable[Path]) -> Iterator[Pair]:
    """The labelled pairs, with their articles looked up in JSON lines files (.xz too)."""
    labels = [json.loads(line) for line in gold.read_text().splitlines() if line.strip()]
    wanted = {label[side] for label in labels for side in ("left", "right")}
    records: dict[str, tuple[str, dict[str, Any]]] = {}
    for file in files:
        with lzma.open(file, "rt") if file.suffix == ".xz" else file.open() as lines:
            for line in lines:
                record = json.loads(line)
                if record["id"] in wanted:
                    records.setdefault(record["id"], (line, record))
    for label in labels:
        sides = []
        for name in ("left", "right"):
            line, record = records[label[name]]
            spans = [(a, b) for a, b in label.get("sentences", {}).get(name, [])]
            sides.append(Text(record, _read(line, record), spans))
        yield Pair(label, *sides)


def _read(line: str, record: dict[str, Any]) -> Article:
    stated = Stated(
        title=(record["title"], "field") if record.get("title") else None,
        outlet=(record["outlet"], "field") if record.get("outlet") else None,
        published=(record["date"], "field") if record.get("date") else None,
    )
    return read(Document(line.encode(), record["body"] or "", record["id"], "jsonl", stated))


@dataclass(frozen=True)
class Said:
    """What the program says of a pair: each of its sentences as gold numbers."""

    comparison: Comparison
    left: list[list[int]]  # for each sentence of the program the gold sentences it covers
    right: list[list[int]]


def ask(pair: Pair) -> Said:
    found = compare(pair.left.article, pair.right.article)
    return Said(found, mapped(pair.left, found.left), mapped(pair.right, found.right))


def place(text: Text, within: str, paragraph: int, start: int, end: int) -> Span | None:
    """Where a span of the article stands in the record's body; None for a title of its own."""
    body = text.record["body"] or ""
    if within == "title":
        return None
    if within == "standfirst":
        at = body.find((text.article.standfirst or "")[start:end])
        return (at, at + end - start) if at >= 0 else None
    piece = text.article.paragraphs[paragraph]
    if piece.source_span is None:
        return None
    words = piece.text[start:end]
    at = body.find(words, piece.source_span[0] + max(0, start - 4))
    if at < 0 or at > piece.source_span[1]:
        at = piece.source_span[0] + start
    return at, at + end - start


def mapped(text: Text, sentences: Iterable[ComparedSentence]) -> list[list[int]]:
    result = []
    for s in sentences:
        if s.within == "title":
            result.append([0])
            continue
        at = place(text, s.within, s.paragraph, s.start, s.end)
        if at is None:
            result.append([])
            continue
        numbers = []
        for k, (start, end) in enumerate(text.sentences, 1):
            common = min(at[1], end) - max(at[0], start)
            if common > 0 and common >= HALF * min(at[1] - at[0], end - start):
                numbers.append(k)
        result.append(numbers)
    return result


def overlap(one: Span | None, other: Iterable[int] | None) -> bool:
    if one is None or other is None:
        return one is None and other is None
    start, end = other
    return one[0] < end and start < one[1]


def quotation_here(text: Text, pair: QuotationPair, label: Label, side: str) -> bool:
    """Whether one side of a pair of quotations stands where a label has it, title or body."""
    number = label[side][0] if isinstance(label[side], list) else label[side]
    for p in pair.left_places if side == "left" else pair.right_places:
        in_title = p.within == "title"
        at = (p.start, p.end) if in_title else place(text, p.within, p.paragraph, p.start, p.end)
        if in_title == (number == 0) and overlap(at, label[f"{side}_span"]):
            return True
    return False


def figure_place(text: Text, pair: FigurePair, side: str) -> tuple[bool, Span | None]:
    """(stands in the title, place in the body) of one figure of a pair."""
    number = pair.left_figure if side == "left" else pair.right_figure
    figure = text.article.figures[number]
    at = place(text, figure.within, figure.paragraph, figure.start, figure.end)
    return figure.within == "title", at


def disputed(entry: Any) -> bool:
    """Whether only one labeller gave an entry: `{"disputed": true}` or a mark behind it."""
    if isinstance(entry, dict):
        return bool(entry.get("disputed"))
    return isinstance(entry, list) and len(entry) > 2 and bool(entry[2])


def either(relation: str | list[str]) -> list[str]:
    """The relations a label allows: two where the labellers differ."""
    return relation if isinstance(relation, list) else [relation]


def aligned(label: Label) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """(pairs of gold sentences that say the same, those that are disputed)."""
    sure: set[tuple[int, int]] = set()
    unsure: set[tuple[int, int]] = set()
    for entry in label.get("aligned", []):
        lefts, rights = (
            (entry["left"], entry["right"]) if isinstance(entry, dict) else (entry[0], entry[1])
        )
        (unsure if disputed(entry) else sure).update((i, j) for i in lefts for j in rights)
    for entry in label.get("disputed_aligned", []):
        unsure.update((i, j) for i in entry[0] for j in entry[1])
    return sure, unsure - sure


def one_sided(label: Label, side: str) -> set[int]:
    """Gold sentences that only one side has; disputed ones are left out."""
    found = set()
    for entry in label.get(f"only_{side}", []):
        number = entry.get("sentence") if isinstance(entry, dict) else entry
        if isinstance(entry, list):
            number = entry[0]
        if not (isinstance(entry, dict) and entry.get("disputed")):
            found.add(int(number))  # type: ignore[arg-type]
    return found
