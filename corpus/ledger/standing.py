"""Rows whose words stand in an article that has no cell there: in another row, or unquoted.

In go the `Side`s of a story's articles and its facts, out come the facts with the cells that were
missing. Words are held against each other in one form (`canonical`); a row stands in an article
when runs of words, close together, hold nearly all of it. So a cell that stays empty means that
the article has neither the thing nor its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.comparison.sides import Side
from corpus.comparison.utterances import ELLIPSIS, INSERTED, canonical
from corpus.ledger.result import Cell, CellRelation, Fact
from corpus.ledger.rows import in_order
from corpus.words import NEGATIONS

LEAST = 7  # words of a row; fewer may stand anywhere
MOST = 0.8  # of its words that must stand in runs
RUN = 4  # words in a row that count as a run
ROOM = 25  # words by which the place may be longer than the row: "…," the minister said, "…"
_MANY = 64  # rows that have the same run, beyond which it tells nothing
_SHARE = re.compile(r"(?<=\d)[ -]?%|(?<=[\w%])[ -](?:per[ -]cent|pct)\b", re.IGNORECASE)
_SUM = re.compile(
    r"(?:\bUS ?)?(?P<coin>[$£€]) ?(?P<number>\d+(?:[.,]\d+)*)"
    r"(?:[ -]?(?P<scale>thousand|million|billion|trillion|[kmb]|[mbt]n)\b)?",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_COINS = {"$": "dollars", "£": "pounds", "€": "euros"}
_SCALES = {
    "k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion",
    "tn": "trillion",
}  # fmt: skip

Words = Sequence[str]
_Hits = list[tuple[int, int]]  # (place in the article, place in the row) of a run


def with_standing(sides: Sequence[Side], facts: Sequence[Fact]) -> list[Fact]:
    """The facts, with a cell for every article that has the words of a quotation, or quotes those
    of a statement, and no cell of it: `elsewhere` where it quotes them in another row, `unquoted`
    where they stand outside quotation marks, `unsure` where a negation or number comes or goes."""
    said = [words_of(fact.text) if fact.kind != "figure" else () for fact in facts]
    at: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(said):
        if len(row) >= LEAST:
            for k, run in enumerate(_runs(row)):
                at[run].append((number, k))
    added: defaultdict[int, list[Cell]] = defaultdict(list)
    has = [{cell.article for cell in fact.cells} for fact in facts]
    quoted: Mapping[str, list[Cell]] = _quotations(facts)
    for side in sides:
        article = side.article.id
        words, sentence = _written(side)
        hits: defaultdict[int, _Hits] = defaultdict(list)
        for place, run in enumerate(_runs(words)):
            found = at.get(run, ())
            if len(found) <= _MANY:
                for number, k in found:
                    if article not in has[number]:
                        hits[number].append((place, k))
        for number, places in hits.items():
            row = said[number]
            if (len({k for _, k in places}) + RUN - 1) < MOST * len(row) / RUN:
                continue  # too few runs, however they lie
            stretch = _nearest(places, len(row))
            if stretch is None:
                continue
            first, last = stretch[0][0], stretch[-1][0] + RUN
            within = _is_quoted(words[first:last], sentence[first], quoted.get(article, ()))
            if facts[number].kind == "statement" and not within:
                continue  # held against that sentence already, as one statement against another
            relation: CellRelation = "elsewhere" if within else "unquoted"
            if _changed(row, words, stretch):
                relation = "unsure"
            i = sentence[first]
            added[number].append(Cell(article, side.sentences[i].text, relation, i))
    return [
        replace(fact, cells=in_order((*fact.cells, *added[n]), sides)) if n in added else fact
        for n, fact in enumerate(facts)
    ]


def without_quoted(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without statements that are somebody's words and stand in the row of these: a
    message that some quote and others print. Who prints them is told in that row."""
    quotations = [n for n, fact in enumerate(facts) if fact.kind == "quotation"]
    holding: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for n in quotations:
        for run in set(_runs(words_of(facts[n].text))):
            holding[run].append(n)
    more: defaultdict[int, list[Cell]] = defaultdict(list)
    gone: set[int] = set()
    for number, fact in enumerate(facts):
        quoted = any(cell.relation == "elsewhere" for cell in fact.cells)
        if fact.kind != "statement" or not quoted:
            continue
        runs = set(_runs(words_of(fact.text)))
        found = Counter(n for run in runs for n in holding.get(run, ()))
        for n, shared in found.most_common():
            if shared < MOST * len(runs):
                break
            if all(facts[n].cell_of(cell.article) for cell in fact.carried):
                more[n] += fact.carried
                gone.add(number)
                break
    return [
        replace(fact, cells=tuple(_with_more(cell, more[n]) for cell in fact.cells))
        if n in more else fact
        for n, fact in enumerate(facts)
        if n not in gone
    ]  # fmt: skip


def _with_more(cell: Cell, others: Sequence[Cell]) -> Cell:
    """A cell with the sentences in which its article says parts of it again."""
    again = {one.sentence for one in others if one.article == cell.article} - {cell.sentence}
    return replace(cell, more=tuple(sorted({*cell.more, *again}))) if again else cell


def with_rows(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts in their final order, each cell `elsewhere` or `unquoted` with the number of the
    row, from 1 on, in which the article has these words; a quotation's rather than another's."""
    holding: defaultdict[str, list[tuple[int, Fact, Cell]]] = defaultdict(list)
    counted: dict[tuple[str, int, tuple[str, ...]], int] = {}
    for number, fact in enumerate(facts, 1):
        for cell in fact.cells:
            if cell.relation in ("elsewhere", "unquoted", "unsure"):
                continue
            if fact.kind != "figure":
                holding[cell.article].append((number, fact, cell))
            else:
                for i in (cell.sentence, *cell.more):
                    counted.setdefault((cell.article, i, words_of(cell.text)), number)
    return tuple(
        replace(fact, cells=tuple(_placed(fact, cell, holding, counted) for cell in fact.cells))
        if any(cell.relation in ("elsewhere", "unquoted") for cell in fact.cells)
        else fact
        for fact in facts
    )


def with_shares(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts in their final order, each statement that one article carries with the rows, from 1
    on, of the quotations and numbers of its sentence that others carry too."""
    rows: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts, 1):
        if fact.kind != "statement" and len(fact.carried) > 1:
            for cell in fact.carried:
                if cell.relation not in ("elsewhere", "unquoted"):
                    for sentence in (cell.sentence, *cell.more):
                        rows[cell.article, sentence].append(number)
    return tuple(
        replace(fact, shares=tuple(rows[at]))
        if fact.kind == "statement"
        and fact.alone
        and (at := (fact.carried[0].article, fact.carried[0].sentence)) in rows
        else fact
        for fact in facts
    )


def _placed(
    fact: Fact,
    cell: Cell,
    holding: Mapping[str, list[tuple[int, Fact, Cell]]],
    counted: Mapping[tuple[str, int, tuple[str, ...]], int],
) -> Cell:
    if cell.relation not in ("elsewhere", "unquoted"):
        return cell
    row = words_of(fact.text)
    if fact.kind == "figure":
        return replace(cell, row=counted.get((cell.article, cell.sentence, row), 0))
    best = (0.0, False, 0)
    for number, other, one in holding.get(cell.article, ()):
        here = cell.sentence in (one.sentence, *one.more)
        if other.kind == "quotation" and one.sentence <= cell.sentence:
            best = max(best, (_share(row, words_of(one.text)), True, -number))
        elif here:
            best = max(best, (_share(row, words_of(one.text)), False, -number))
    return replace(cell, row=-best[2]) if best[0] else cell


def _quotations(facts: Sequence[Fact]) -> dict[str, list[Cell]]:
    found: defaultdict[str, list[Cell]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "quotation":
            for cell in fact.cells:
                found[cell.article].append(cell)
    return found


def _is_quoted(words: Words, sentence: int, quotations: Sequence[Cell]) -> bool:
    """Whether the article quotes these words, in the sentence or in one that begins before."""
    spoken = tuple(words)
    return any(
        one.sentence <= sentence and _share(words_of(one.text), spoken) > 0
        and _share(spoken, words_of(one.text)) >= 0.5
        for one in quotations
    ) or any(
        sentence in one.more for one in quotations
    )  # fmt: skip


def _share(words: Words, of: Words) -> float:
    """How many of the runs of `words` stand in `of` too."""
    runs = set(_runs(words))
    return len(runs & set(_runs(of))) / len(runs) if runs else 0.0


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in one form, shares and sums spelt out, without what stands for others.

    >>> words_of("35%") == words_of("35 per cent"), words_of("$5m") == words_of("5 million dollars")
    (True, True)
    """
    text = _SUM.sub(_spelt_out, _SHARE.sub(" percent", text))
    text = _POINT.sub("point", _THOUSANDS.sub("", text))  # 25.4 holds no 4
    return tuple(word for word in canonical(text)[0] if word not in (ELLIPSIS, INSERTED))


def _spelt_out(match: re.Match[str]) -> str:
    scale = match["scale"] or ""
    return f"{match['number']} {_SCALES.get(scale.lower(), scale)} {_COINS[match['coin']]}"


def _written(side: Side) -> tuple[list[str], list[int]]:
    """The words of an article in one form, and for each the number of its sentence."""
    words: list[str] = []
    numbers: list[int] = []
    for sentence in side.sentences:
        here = words_of(sentence.text)
        words += here
        numbers += [sentence.i] * len(here)
    return words, numbers


def _runs(words: Words) -> Iterator[tuple[str, ...]]:
    return zip(*(words[k:] for k in range(RUN)), strict=False)


def _nearest(hits: _Hits, length: int) -> _Hits | None:
    """The first of the stretches of an article, no longer than the row and some words, whose runs
    hold the most of it; None where none holds enough."""
    most, best = MOST * length, None
    end = 0
    for begin in range(len(hits)):
        while end < len(hits) and hits[end][0] < hits[begin][0] + length + ROOM:
            end += 1
        held = len({k + n for _, k in hits[begin:end] for n in range(RUN)})
        if held >= most and (best is None or held > most):
            most, best = held, hits[begin:end]
        if held == length:
            break
    return best


def _changed(row: Words, words: Words, hits: _Hits) -> bool:
    """Whether a negation or a number stands outside the runs, in the row or between them."""
    in_row = {k + n for _, k in hits for n in range(RUN)}
    first, last = hits[0][0], hits[-1][0] + RUN
    inside = {place + n for place, _ in hits for n in range(RUN)}
    left = {word for k, word in enumerate(row) if k not in in_row}
    between = {words[place] for place in range(first, last) if place not in inside}
    return bool(
        (left | between) & NEGATIONS
        or any(word[0].isdigit() for word in left)
    )  # fmt: skip
