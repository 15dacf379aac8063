"""A last look before a cell stays empty: whether the row's very words stand in the article.

In go the `Side`s of a story's articles and its facts, out come the facts with a cell wherever an
article that has none has all the words of the row, in their order and with nothing between them.
Quotation marks, case and contractions make no difference. A number is looked for with its noun.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from corpus.comparison.sides import Side
from corpus.ledger.result import Cell, CellRelation, Fact
from corpus.ledger.rows import in_order
from corpus.ledger.standing import words_of
from corpus.words import STOP

_ENDS = re.compile(r"[.!?,…]\s")
NOUNED = 2  # words of a figure from which it is more than a number: "21 girls"


@dataclass(frozen=True, slots=True)
class _Written:
    """An article's words in one form, a blank around each, and where its sentences begin."""

    text: str
    known: frozenset[str]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, side: Side) -> _Written:
        parts = [" ".join(words_of(sentence.text)) for sentence in side.sentences]
        # A sentence without words takes no room: the one that begins there last has the words.
        lengths = [len(part) + 1 if part else 0 for part in parts]
        text = f" {' '.join(filter(None, parts))} "
        return cls(text, frozenset(text.split()), tuple(accumulate(lengths[:-1], initial=0)))

    def sentence_of(self, words: str) -> int | None:
        """The first sentence in which these words begin; None where they do not stand."""
        at = self.text.find(f" {words} ")
        return None if at < 0 else bisect_right(self.starts, at) - 1


def with_last_look(sides: Sequence[Side], facts: Sequence[Fact]) -> list[Fact]:
    """The facts, with a cell for every article that has the words of one and no cell of it: the
    same sentence where that is all it says, else `elsewhere` or `unquoted`."""
    rows = [_looked_for(fact) for fact in facts]
    sets = [frozenset(row) for row in rows]
    has = [{cell.article for cell in fact.cells} for fact in facts]
    quoted = _quoted(facts)
    added: defaultdict[int, list[Cell]] = defaultdict(list)
    for side in sides:
        article = side.article.id
        written = _Written.of(side)
        for number, fact in enumerate(facts):
            if not rows[number] or article in has[number] or not sets[number] <= written.known:
                continue
            words = " ".join(rows[number])
            at = written.sentence_of(words)
            if at is None:
                continue
            sentence = side.sentences[at]
            whole = fact.kind == "statement" and " ".join(words_of(sentence.text)) == words
            within = any(
                first <= at and f" {words} " in text for first, text in quoted.get(article, ())
            )
            how: CellRelation = "same" if whole else "elsewhere"
            if fact.kind == "quotation" and not within:
                how = "unquoted"
            added[number].append(Cell(article, sentence.text, how, at))
    return [
        replace(fact, cells=in_order((*fact.cells, *added[n]), sides)) if n in added else fact
        for n, fact in enumerate(facts)
    ]


def _looked_for(fact: Fact) -> tuple[str, ...]:
    """The words of a row that tell something where they stand; none of others."""
    words = words_of(fact.text)
    if fact.kind == "figure":
        named = [word for word in words if not any(map(str.isdigit, word)) and word not in STOP]
        return words if len(words) >= NOUNED and named else ()
    return words if set(words) - STOP else ()


def _quoted(facts: Sequence[Fact]) -> Mapping[str, list[tuple[int, str]]]:
    """Every article's quotations: the sentence in which each begins, and its words."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "quotation":
            for cell in fact.cells:
                if cell.relation != "unquoted":
                    begins = cell.sentence
                    if cell.relation == "overlap":  # it shows the sentence that has the other part
                        begins -= len(_ENDS.findall(cell.text))
                    found[cell.article].append((begins, f" {' '.join(words_of(cell.text))} "))
    return found
