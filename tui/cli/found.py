"""What a search found, as the command line prints it.

On a terminal tables and remarks. In a pipe and as CSV one table and nothing else on standard
output: the hits, or with `--facets` the counts; what was found in all goes to standard error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.cli.output import (
    complain,
    console,
    note,
    on_terminal,
    print_csv,
    print_lines,
    print_table,
    say,
)
from tui.views.counts import counted

if TYPE_CHECKING:
    from index.answers import Answer
    from index.scores import ScorePart
    from tui.views.lines import Line

Why = Mapping[str, Sequence["ScorePart"]] | None
"""What the scores of hits are made of, by their ids in the order of the hits; None: not asked."""

Table = tuple[Sequence[str], Sequence[Sequence[object]]]
"""The names of columns, and rows."""

_FACETS = ("facet", "value", "articles")
_FEW = ("id", "published", "outlet", "title", "score")
_PLACES = ("id", "outlet", "published", "before", "word", "after")
_LEAST = 30  # columns of a terminal that a place has, however narrow it is


def print_answer(answer: Answer, why: Why, *, plain: bool = False) -> None:
    """Hits as a table or lines, then the counts; what was understood and is missing as remarks."""
    if plain:
        _print_plainly(answer, why)
        if rest_told(answer):
            told(answer)
        return
    remarks(answer)
    if not on_terminal():
        print_table(*hit_table(answer, why, short=True))
        told(answer)
        return
    print_table(_FEW, _few_cells(answer), right=("score",))
    for line in _reasons(answer, why):
        say(line)
    for facet, counts in _facets(answer) if answer.facets else ():
        say()
        print_table((facet, "articles"), counts, right=("articles",))
    note(f"{summed(answer)}, {answer.took_ms:.0f} ms")
    if answer.coverage.recognised < answer.coverage.articles:
        note(f"names in {answer.coverage.recognised:,} of {answer.coverage.articles:,} articles")


def remarks(answer: Answer, lead: str = "") -> None:
    """How a query was mended and read then, and what found nothing, on standard error."""
    for remark in answer.repairs:
        complain(lead + remark)
    if answer.mended:
        complain(f"{lead}read as: {answer.read_as}")
    for remark in answer.notes:
        complain(lead + remark)
    if not (answer.total or answer.repairs or answer.notes):
        complain(f"{lead}No article of the archive is like that.")


def told(answer: Answer) -> None:
    """How much was found in all, on standard error: what is printed may be a part of it."""
    if answer.total:
        rest = "" if answer.facets else rest_told(answer)
        complain(summed(replace(answer, hits=()) if answer.facets else answer) + rest)


def rest_told(answer: Answer) -> str:
    """How to get the hits that are not shown, or "": "; --limit 38 shows all"."""
    every = answer.rows if answer.places is None else answer.places
    shown = len(answer.hits)
    return f"; --limit {every} shows all" if 0 < shown < every else ""


def summed(answer: Answer) -> str:
    """How much was found, and how much of it is shown: "20 of 38 articles in 31 rows"."""
    shown = len(answer.hits)
    counts = bool(answer.facets) and not shown  # counts are made over all that was found
    if answer.places is not None:
        part = f"{shown:,} of " if shown != answer.places else ""
        return f"{part}{counted(answer.places, 'place')} in {counted(answer.total, 'article')}"
    folded = answer.total - answer.rows
    rows = f" in {counted(answer.rows, 'row')}, {folded:,} folded" if folded else ""
    of = "rows of" if folded else "of"
    part = "" if counts or shown == answer.rows else f"{shown:,} {of} "
    new = f", {answer.new:,} new" if answer.new is not None else ""
    return f"{part}{counted(answer.total, 'article')}{rows}{new}"


def hit_table(answer: Answer, why: Why, *, short: bool = False) -> Table:
    """The hits, or the counts where these were asked for; `short` leaves out columns that few
    read in a pipe."""
    if answer.facets:
        return _FACETS, list(_facet_rows(answer))
    from tui.cli.tables import HITS, hit_cells

    names: Sequence[str] = _FEW if short else HITS
    rows = _few_cells(answer) if short else [hit_cells(hit) for hit in answer.hits]
    if why is not None:
        names = (*names, "why")
        sums = ("; ".join(map(_part, why[hit.row.id])) for hit in answer.hits)
        rows = [(*row, one) for row, one in zip(rows, sums, strict=True)]
    return names, rows


def of_line(number: int, query: str, answer: Answer, why: Why, *, whole: bool) -> Table:
    """The table of one query of a batch: its line, the query, how many articles it finds, then
    its hits or counts; where it finds none one row without them."""
    names, rows = hit_table(answer, why, short=not whole)
    if not rows:
        rows = [[None] * len(names)]
    lead = (number, query, answer.total)
    return ("line", "query", "total", *names), [(*lead, *row) for row in rows]


def print_places(answer: Answer, *, csv: bool) -> None:
    """Every place on a line: what precedes, the words found, what follows."""
    remarks(answer)
    if csv:
        print_csv(_PLACES, _place_rows(answer))
    elif on_terminal():
        print_lines(_place_lines(answer, console().width))
        note(summed(answer))
        return
    else:
        print_table(_PLACES, _place_rows(answer))
    told(answer)


def _place_lines(answer: Answer, width: int) -> Iterator[Line]:
    """Each place on one line, the words found one under the other."""
    from tui.views.lines import Run, fit
    from tui.views.results import in_context

    for hit in answer.hits:
        if hit.snippet is not None:
            day, outlet = hit.row.published or "no day", hit.row.outlet or "outlet not known"
            lead = f"{hit.row.id[:10]}  {fit(day, 10)}  {fit(outlet, 16)}  "
            yield (Run(lead, "dim"), *in_context(hit.snippet, max(_LEAST, width - len(lead))))


def places_json(answer: Answer) -> dict[str, Any]:
    """The places, beside what any answer tells."""
    from tui.cli.documents import answer_json

    document = answer_json(replace(answer, hits=()))
    places = [dict(zip(_PLACES, row, strict=True)) for row in _place_rows(answer)]
    return {**document, "places": answer.places, "contexts": places}


def parts_json(parts: Iterable[ScorePart]) -> list[dict[str, Any]]:
    """What a score is the sum of."""
    return [
        {"part": one.part, "score": round(one.score, 4),
         "fields": [{"field": field, "times": times, "weight": weight}
                    for field, times, weight in one.fields]}
        for one in parts
    ]  # fmt: skip


def _place_rows(answer: Answer) -> list[tuple[str, str | None, str | None, str, str, str]]:
    from index.context import parts_of

    return [
        (hit.row.id[:16], hit.row.outlet, hit.row.published, before, word, after)
        for hit, before, word, after in parts_of(answer.hits)
    ]


def _print_plainly(answer: Answer, why: Why) -> None:
    """Hit after hit with its passage, then the facets, for a screen reader."""
    from tui.plain.listing import hit_lines

    for line in hit_lines(answer, answer.hits):
        say(line)
    for line in _reasons(answer, why):
        say(line)
    for facet, counts in _facets(answer) if answer.facets else ():
        say(f"\n{facet}")
        print_table((facet, "articles"), counts)


def _reasons(answer: Answer, why: Why) -> Iterator[str]:
    """What each score is the sum of, line by line under the title."""
    if why is None:
        return
    for hit in answer.hits:
        yield f"\n{hit.row.id[:10]}  {hit.row.title}: {hit.score:.2f}, the sum of"
        yield from (f"  {_part(part)}" for part in why[hit.row.id])


def _part(part: ScorePart) -> str:
    """A part of a score: "ferry 3.12 (title 1 × 2.5, body 4 × 1)"."""
    where = ", ".join(f"{field} {times:g} × {weight:g}" for field, times, weight in part.fields)
    return f"{part.part} {part.score:.2f}" + (f" ({where})" if where else "")


def _facets(answer: Answer) -> list[tuple[str, Sequence[tuple[str, int]]]]:
    """Every facet with its counts, the days of the hits the last; none that counts nothing."""
    facets: list[tuple[str, Sequence[tuple[str, int]]]] = [
        (name, counts) for name, counts in answer.facets.items() if counts
    ]
    histogram = answer.histogram
    if histogram is not None and histogram.bars and histogram.unit not in answer.facets:
        facets.append((histogram.unit, histogram.bars))
    return facets


def _facet_rows(answer: Answer) -> Iterator[tuple[str, str, int]]:
    for facet, counts in _facets(answer):
        for value, articles in counts:
            yield facet, value, articles


def _few_cells(answer: Answer) -> list[tuple[object, ...]]:
    """Of every hit what one looks at first, its title with how many articles are folded under."""
    return [
        (
            hit.row.id[:10],
            hit.row.published,
            hit.row.outlet,
            f"{hit.row.title}  +{len(hit.copies)}" if hit.copies else hit.row.title,
            hit.score,
        )
        for hit in answer.hits
    ]
