"""The list of articles: day, outlet, title, and the passage that was found.

In a wide pane an article is one line of three columns; in a narrow one the title comes first
and outlet and day stand below it. `Listing` knows how high each row is and gives its lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from index.results import Answer, Hit, Row, Snippet
from tui.views.days import short_day
from tui.views.lines import Line, Run, Span, clip, counted, fit, styled, wrap

COLUMNS_FROM = 72
"""From this width on an article is one line of columns."""


@dataclass
class Listing:
    """The rows of the list, as they are shown. `marked` maps ids to their number (1, 2, …)."""

    hits: Sequence[Hit] = ()
    total: int = 0
    passages: bool = True
    marked: Mapping[str, int] = field(default_factory=dict)

    def _years_told(self) -> bool:
        years = {hit.row.published[:4] for hit in self.hits if hit.row.published}
        return len(years) > 1

    def height(self, number: int, width: int) -> int:
        """How many lines a row takes up."""
        extra = 1 if self._passage(number) else 0
        return (1 if width >= COLUMNS_FROM else 2) + extra

    def _passage(self, number: int) -> Snippet | None:
        return self.hits[number].snippet if self.passages else None

    def lines(self, number: int, width: int, *, cursor: bool) -> list[Line]:
        """The lines of one row."""
        hit = self.hits[number]
        if width < COLUMNS_FROM:
            width -= 1  # a blank before the rule
        if width >= COLUMNS_FROM:
            out = [self._columns(hit, width, cursor)]
            indent = 4
        else:
            out = self._stacked(hit, width, cursor)
            indent = 3
        snippet = self._passage(number)
        if snippet:
            out.append(passage(snippet, width, indent))
        return out

    def _lead(self, row: Row, cursor: bool) -> Line:
        number = self.marked.get(row.id)
        return (
            Run("▌" if cursor else " ", "mark"),
            Run(f"{number}" if number else " ", "mark"),
            Run(" "),
        )

    def _columns(self, hit: Hit, width: int, cursor: bool) -> Line:
        row = hit.row
        years = self._years_told()
        day_width = 11 if years else 6
        outlet_width = 18 if width < 100 else 22
        day = short_day(row.published, year=years)
        copies = f"  +{counted(len(hit.copies), 'copy', 'copies')}" if hit.copies else ""
        title = width - 3 - day_width - 2 - outlet_width - 2 - len(copies)
        return (
            *self._lead(row, cursor),
            Run(day.rjust(day_width), "dim"),
            Run("  "),
            Run(fit(row.outlet or "outlet not known", outlet_width), "" if row.outlet else "dim"),
            Run("  "),
            Run(fit(row.title, title), "strong" if cursor else ""),
            Run(copies, "dim"),
        )

    def _stacked(self, hit: Hit, width: int, cursor: bool) -> list[Line]:
        row = hit.row
        below = f"{row.outlet or 'outlet not known'} · {short_day(row.published)}"
        if hit.copies:
            below += f" · +{counted(len(hit.copies), 'copy', 'copies')}"
        return [
            clip((*self._lead(row, cursor), Run(row.title, "strong" if cursor else "")), width),
            clip((Run("   "), Run(below, "dim")), width),
        ]


def passage(snippet: Snippet, width: int, indent: int) -> Line:
    """The found passage on one line, shifted so that the first hit is seen."""
    text = snippet.text
    room = max(10, width - indent - 1)
    spans = [Span(start, end, "hit") for start, end in snippet.spans]
    start = 0
    if spans and spans[0].end > room - 4:
        start = max(0, spans[0].start - room // 2)
        while start > 0 and not text[start - 1].isspace():
            start -= 1
    pieces = wrap(text[start:], room - 2)
    if not pieces:
        return (Run(" " * indent),)
    end = start + pieces[0][1]
    runs = styled(text, start + pieces[0][0], end, "dim", spans)
    lead = (Run("…", "dim"),) if start else ()
    tail = (Run("…", "dim"),) if len(pieces) > 1 else ()
    return clip((Run(" " * indent), *lead, *runs, *tail), width)


def found(answer: Answer) -> str:
    """How much was found: "38 articles, 2 without a day"."""
    parts = [counted(answer.total, "article")]
    if answer.rows != answer.total:
        parts.append(counted(answer.rows, "row"))
    if answer.coverage.undated and answer.coverage.articles == answer.total:
        parts.append(f"{answer.coverage.undated} without a day")
    return " · ".join(parts)


def readings(answer: Answer, width: int, lines: int = 3) -> list[Line]:
    """How the query was read, what was mended, what found nothing: one line each."""
    out: list[Line] = []
    read_as = answer.read_as.strip()
    if read_as and read_as.casefold() != answer.query.strip().casefold():
        out.append(clip((Run("read as  ", "dim"), Run(read_as)), width))
    for repair in answer.repairs:
        out.append(clip((Run("mended  ", "dim"), Run(repair)), width))
    for note in answer.notes:
        out.append(clip((Run("note  ", "mark"), Run(note)), width))
    return out[:lines]


def told(answer: Answer | None, problem: str, width: int) -> list[Line]:
    """What stands under the query: how it was read and how much was found, or what is wrong."""
    if problem:
        return [clip((Run("cannot be read  ", "mark"), Run(problem)), width)]
    if answer is None:
        return []
    return [*readings(answer, width), (Run(found(answer), "dim"),)]


def narrowed(query: str, facet: str, value: str) -> str:
    """A query narrowed by one value of a facet."""
    field = {"month": "day"}.get(facet, facet)
    bare = value.replace("-", "").isalnum()
    term = f"{field}:{value}" if bare else f'{field}:"{value}"'
    return f"{query} {term}".strip()


def why_found(answer: Answer, hit: Hit, order: str) -> list[str]:
    """Why an article stands in an answer, and where."""
    text = [
        f"The query was read as: {answer.read_as}",
        f"Score {hit.score:.2f}, by BM25F over title, body and names; the order is: {order}.",
    ]
    if hit.snippet is not None:
        words = [hit.snippet.text[start:end] for start, end in hit.snippet.spans]
        if words:
            text.append("Words found: " + ", ".join(dict.fromkeys(words)))
    return text
