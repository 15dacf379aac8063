"""The list of articles: day, outlet, title, and the passage that was found.

In a wide pane an article is one line of three columns; in a narrow one the title comes first
and outlet and day stand below it. `Listing` knows how high each row is and gives its lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from index.results import Hit, Row
from tui import commands
from tui.views.days import short_day
from tui.views.histogram import bars
from tui.views.left import Signs
from tui.views.lines import (
    Line,
    Run,
    Span,
    clip,
    counted,
    fit,
    line_width,
    padded,
    place,
    shown,
    styled,
    width_of,
    wrap,
)

if TYPE_CHECKING:
    from index.answers import Answer, Snippet
    from index.scores import ScorePart
    from tui.finding import Finding

ListView = Literal["passages", "lines", "context"]
VIEWS: tuple[ListView, ...] = get_args(ListView)
VIEWS_TOLD: Mapping[ListView, str] = {
    "passages": "with the passage found under each title",
    "lines": "titles only",
    "context": "the words found in their context, in one column",
}
FOLDS_TOLD: Mapping[str, str] = {
    "copies": "copies of a text are one row",
    "stories": "all articles on an event are one row",
    "none": "every article is a row",
}
CONTEXT_TOLD: Mapping[str, str] = {
    "found": "article by article",
    "following": "by the words that follow",
    "preceding": "by the words before",
}
COLUMNS_FROM = 72
"""From this width on an article is one line of columns, where the list stands alone."""


def _key(name: str) -> str:
    return commands.key(name, commands.SEARCH)


def whereabouts(finding: Finding, row: int) -> Line:
    """The row one is on, the order, what is folded, and what came in meanwhile.

    Order and folding stay from one query to the next; they stand out where they are not those
    that one begins with.
    """
    usual = finding.fold == "copies"
    standing = place(row + 1, finding.total) if finding.total else "no articles"
    told = [Run(standing), Run("   order: ", "dim")]
    told.append(Run(finding.ordered, "mark" if finding.unusual else "dim"))
    if finding.answer and not finding.in_context:
        told += Run("   fold: ", "dim"), Run(finding.fold, "dim" if usual else "mark")
        told.append(Run(folded(finding, row), "dim"))
    if finding.newer:
        new = f"{counted(finding.newer, 'new article')}: {_key('refresh')} takes them"
        told.append(Run(f"   {new}", "strong"))
    return tuple(told)


def folded(finding: Finding, row: int) -> str:
    """What a key would show under a row, or fold again."""
    hit = finding.hits[row] if row < len(finding.hits) else None
    if hit is None or not (hit.copies or hit.under):
        return ""
    if hit.under or hit.row.id in finding.rows.under:
        return f"   {_key('refold')} folds them again"
    one, many = ("copy", "copies") if finding.fold == "copies" else ("other article", None)
    return f"   {_key('unfold-row')} shows {counted(len(hit.copies), one, many)}"


@dataclass
class Listing:
    """The rows of the list, as they are shown. `marked` maps ids to their number (1, 2, …)."""

    hits: Sequence[Hit] = ()
    total: int = 0
    view: ListView = "passages"
    marked: Mapping[str, int] = field(default_factory=dict)
    left: Signs = field(default_factory=dict)  # what the person left at articles
    years: bool = False
    """Whether days are told with their year."""
    beside: bool = False
    """Whether an article stands beside the list: its rows are of two lines then, whatever room."""
    _drawn: tuple[tuple[object, ...], list[Line]] = ((), [])
    """The row laid out last: a pane asks for its lines one by one."""

    def new_stories(self) -> list[int]:
        """The rows on an event that no row above them is on."""
        seen: set[str] = set()
        found = []
        for number, hit in enumerate(self.hits):
            story = hit.story or hit.row.id
            if story not in seen:
                seen.add(story)
                found.append(number)
        return found

    def heights(self, width: int) -> list[int]:
        """How many lines each row takes up."""
        plain = 1 if self._in_columns(width) else 2
        if self.view != "passages":
            return [plain] * len(self.hits)
        return [plain if hit.snippet is None else plain + 1 for hit in self.hits]

    def _in_columns(self, width: int) -> bool:
        return width >= COLUMNS_FROM and not self.beside

    def _passage(self, number: int) -> Snippet | None:
        return self.hits[number].snippet if self.view == "passages" else None

    def lines(self, number: int, width: int, *, cursor: bool) -> list[Line]:
        """The lines of one row."""
        hit = self.hits[number]
        own = self.marked.get(hit.row.id), self.left.get(hit.row.id)
        asked = (hit, width, cursor, self.view, self.years, self._below(number), *own)
        if self._drawn[0] != asked:
            self._drawn = asked, self._laid_out(hit, number, width, cursor)
        return self._drawn[1]

    def _below(self, number: int) -> tuple[bool, bool]:
        """Whether the next row stands unfolded under this one; whether it stands beside it."""
        if number + 1 >= len(self.hits):
            return False, False
        hit, under = self.hits[number], self.hits[number + 1].under
        return under == hit.row.id, under is not None and under == hit.under

    def _tree(self, number: int) -> Line:
        """The branch that an unfolded row hangs on."""
        if self.hits[number].under is None:
            return ()
        return (Run("├ " if self._below(number)[1] else "└ ", "dim"),)

    def _folded(self, number: int) -> str:
        """How many are folded under a row: "+4", unfolded "-4"."""
        hit = self.hits[number]
        return f"{'-' if self._below(number)[0] else '+'}{len(hit.copies):,}" if hit.copies else ""

    def _laid_out(self, hit: Hit, number: int, width: int, cursor: bool) -> list[Line]:
        if self._in_columns(width):
            out = [self._columns(number, width, cursor)]
            indent = 4
        else:
            width -= 1  # a blank before the rule
            out = self._stacked(number, width, cursor)
            indent = 3
        snippet = self._passage(number)
        if snippet:
            out.append(passage(snippet, width, indent + 2 * (hit.under is not None)))
        return out

    def _lead(self, row: Row, cursor: bool) -> Line:
        number = self.marked.get(row.id)
        return (
            Run("▌" if cursor else " ", "mark"),
            Run(f"{number}" if number else " ", "mark"),
            Run(self.left[row.id].sign if row.id in self.left else " ", "mark"),
        )

    def _columns(self, number: int, width: int, cursor: bool) -> Line:
        hit, tree = self.hits[number], self._tree(number)
        row = hit.row
        years = self.years
        day_width = 11 if years else 6
        outlet_width = 22 if width >= 100 else 18 if self.view != "context" else 12
        day = short_day(row.published, year=years)
        copies = f"  {self._folded(number)}" if hit.copies else ""
        title = width - 3 - day_width - 2 - outlet_width - 2 - line_width(tree) - len(copies)
        words: Line = (Run(fit(row.title, title), "chosen" if cursor else ""),)
        if hit.in_title:
            words = padded(clip(titled(hit, cursor), title), title)
        if self.view == "context" and hit.snippet is not None and hit.snippet.spans:
            words = in_context(hit.snippet, title)
        return (
            *self._lead(row, cursor),
            Run(day.rjust(day_width), "dim"),
            Run("? " if row.ahead else "  ", "relation" if row.ahead else ""),
            Run(fit(row.outlet or "outlet not known", outlet_width), "" if row.outlet else "dim"),
            Run("  "),
            *tree,
            *words,
            Run(copies, "dim"),
        )

    def _stacked(self, number: int, width: int, cursor: bool) -> list[Line]:
        hit, tree = self.hits[number], self._tree(number)
        row = hit.row
        below = f"{row.outlet or 'outlet not known'} · {short_day(row.published, year=self.years)}"
        below += "?" if row.ahead else ""
        if hit.copies:
            more = "copy" if len(hit.copies) == 1 else "copies"
            below += f" · {self._folded(number)} {more}"
        if self.view == "context" and hit.snippet is not None and hit.snippet.spans:
            words = in_context(hit.snippet, width - 3)
            below += f" · {row.title}"
        else:
            words = titled(hit, cursor)
        return [
            clip((*self._lead(row, cursor), *tree, *words), width),
            clip((Run(" " * (3 + line_width(tree))), Run(below, "dim")), width),
        ]


def titled(hit: Hit, cursor: bool) -> Line:
    """The title with the words found in it marked."""
    title, spans = hit.row.title, [Span(a, b, "hit") for a, b in hit.in_title]
    return styled(title, 0, len(title), "chosen" if cursor else "", spans)


def in_context(snippet: Snippet, width: int) -> Line:
    """The first word found, always in the same column, with what stands around it."""
    start = snippet.spans[0][0]
    whole = shown(snippet.text[:start])
    room = max(4, width * 2 // 5)
    before = whole[-room:]
    while before and width_of(before) > room:
        before = before[1:]
    if len(before) < len(whole) and not whole[-len(before) - 1].isspace():
        before = before.partition(" ")[2]  # a word is shown whole or not at all
    spans = [Span(a, b, "hit") for a, b in snippet.spans]
    words = styled(snippet.text, start, len(snippet.text), "", spans)
    return clip((Run(" " * (room - width_of(before))), Run(before, "dim"), *words), width)


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
    pieces = wrap(text[start : start + 2 * room], room - 2)  # the first line of it is shown
    if not pieces:
        return (Run(" " * indent),)
    end = start + pieces[0][1]
    runs = styled(text, start + pieces[0][0], end, "dim", spans)
    lead = (Run("…", "dim"),) if start else ()
    tail = (Run("…", "dim"),) if len(pieces) > 1 else ()
    return clip((Run(" " * indent), *lead, *runs, *tail), width)


def found(answer: Answer) -> str:
    """How much was found: "38 articles = 31 rows + 7 folded · 12 stories · 2 without a day"."""
    parts = [counted(answer.total, "article")]
    if answer.places is not None:
        parts[0] = f"{counted(answer.places, 'place')} in {parts[0]}"
    if answer.rows != answer.total:
        folded = f"{answer.total - answer.rows:,} folded"
        parts[0] += f" = {counted(answer.rows, 'row')} + {folded}"
    if answer.new is not None:
        parts.append(f"{answer.new:,} new")
    if answer.stories is not None and answer.total > 1:
        parts.append(counted(answer.stories, "story", "stories"))
    if answer.undated:
        parts.append(f"{answer.undated:,} without a day")
    return " · ".join(parts)


def readings(answer: Answer, width: int, lines: int = 5) -> list[Line]:
    """How the query was read, what was mended, what found nothing: one line each."""
    out: list[Line] = []
    read_as = answer.read_as.strip()
    if read_as and read_as.casefold() != answer.query.strip().casefold():
        out.append(clip((Run("read as  ", "dim"), Run(read_as)), width))
    for repair in answer.repairs:
        out += wrapped("mended", "dim", repair, width)
    for note in answer.notes:
        out += wrapped("note", "mark", note, width)
    return out[:lines]


def wrapped(lead: str, style: str, text: str, width: int) -> list[Line]:
    """A word that says what this is, then a text on as many lines as it needs."""
    words, indent = shown(text), len(lead) + 2
    lines = [(Run(" " * indent), Run(words[a:b])) for a, b in wrap(words, max(20, width - indent))]
    return [(Run(f"{lead}  ", style), *lines[0][1:]), *lines[1:]] if lines else []


def told(answer: Answer | None, problem: str, width: int) -> list[Line]:
    """What stands under the query: how it was read, how much was found when, or what is wrong."""
    if problem:
        return wrapped("cannot be read", "mark", problem, width)
    if answer is None:
        return []
    lines = [*readings(answer, width), (Run(found(answer), "dim"),)]
    if answer.histogram is not None and len(answer.histogram.bars) > 1:
        lines.append(bars(answer.histogram, width))
    return lines


def narrowed(query: str, facet: str, value: str, *, without: bool = False) -> str:
    """A query narrowed to one value of a facet, or to what is `without` it: exactly what it counts.

    Words of an agency or of a name would find longer ones too, so the whole is asked for.
    """
    from index.query.joining import within  # the parser is not needed for the first screen

    field = {"month": "date"}.get(facet, facet)
    bare = field in ("date", "story", "outlet") and re.fullmatch(r"\w[\w-]*", value)
    escaped = re.sub(r'[\\"*]', r"\\\g<0>", value)
    whole = "=" if field == "agency" else ""
    term = f"{field}:{value}" if bare else f'{field}:{whole}"{escaped}"'
    return within(query, f"-{term}" if without else term)


def why_found(
    answer: Answer, hit: Hit, order: str, parts: Sequence[ScorePart] = ()
) -> list[Line | str]:
    """Why an article stands in an answer, and where: the sum of its score."""
    text: list[Line | str] = [
        f"The query was read as: {answer.read_as}",
        *answer.repairs,
        *answer.notes,
        f"Score {hit.score:.3f} by BM25F, the sum of these; the order is: {order}.",
    ]
    for part in parts:
        where = ", ".join(f"{field} {times:g} × {weight:g}" for field, times, weight in part.fields)
        text.append((Run(f"{part.score:>9.3f}  "), Run(shown(part.part)), Run(f"  {where}", "dim")))
    if hit.copies:
        others = counted(len(hit.copies), "article")
        text.append(f"{others} folded under it; {_key('unfold-row')} shows them.")
    if hit.snippet is not None:
        words = [hit.snippet.text[start:end] for start, end in hit.snippet.spans]
        if words:
            text.append("Words found: " + ", ".join(dict.fromkeys(words)))
    return text


def why_nothing(answer: Answer, suggestion: str) -> list[str]:
    """Why a query finds nothing, and what could be asked instead."""
    text = [f"The query was read as: {answer.read_as}", *answer.repairs, *answer.notes]
    if suggestion:
        text.append(f"Enter in the list, or Tab in the box, looks for: {suggestion}")
    return [*text, "Words next to each other must all be in an article; OR asks for one of them."]
