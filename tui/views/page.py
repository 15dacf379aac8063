"""An article as a page: headline, what is known about it, paragraphs in a readable measure.

`Page` lays an article out once for a width; `render` then gives each line with the marks of
a lens, the current mark and the current sentence. Every line of text knows which offsets of
which text it shows, so marks never have to be looked for again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Article, ParagraphRole, Removed, Sentence, Where
from corpus.crediting import credits
from tui import commands
from tui.views.days import moment
from tui.views.lenses import Mark
from tui.views.lines import (
    EMPTY,
    Line,
    Run,
    Span,
    clip,
    counted,
    counted_aside,
    shown,
    styled,
    wrap,
)

MEASURE = 72
GUTTER = 4
MENDED_SHOWN = 5  # of one paragraph; some pages lost every blank between sentences
AROUND = 16  # characters on each side of a mended place

_FROM = {
    "option": "as you said",
    "sidecar": "from the sidecar table",
    "field": "stated",
    "judgement": "as judged",
    "meta": "from the page's data",
    "jsonld": "from the page's data",
}


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line: offsets `start` to `end` of a text, or a fixed line of the page itself."""

    within: Where | None = None
    paragraph: int = 0
    start: int = 0
    end: int = 0
    indent: int = 0
    style: str = "text"
    lead: str = ""
    fixed: Line = EMPTY
    removed: int = -1


@dataclass(frozen=True, slots=True)
class Page:
    """The laid-out lines of an article."""

    article: Article
    width: int
    lines: tuple[PageLine, ...]

    def line_of(self, within: Where, paragraph: int, offset: int) -> int:
        """The line that shows an offset of a text."""
        best = 0
        for number, line in enumerate(self.lines):
            if line.within == within and line.paragraph == paragraph and line.start <= offset:
                best = number
        return best

    def sentence_at(self, number: int) -> int | None:
        """The first sentence that stands on line `number` or below it."""
        for line in self.lines[max(number, 0) :]:
            for index, s in enumerate(self.article.sentences):
                if (s.within, s.paragraph) == (line.within, line.paragraph) and s.end > line.start:
                    return index
        return len(self.article.sentences) - 1 if self.article.sentences else None


def stated_day(article: Article) -> str:
    """The day with where it was found: "13 Mar 2031 (from the caption)"."""
    if not article.published:
        return "no day found"
    when = moment(article.published, article.published_at)
    return f"{when} ({found_in(article.published_from)})" if article.published_from else when


def found_in(origin: str | None) -> str:
    """Where something stated about an article was found, in words: "from the caption"."""
    return _FROM.get(origin, f"from the {origin}") if origin else "not stated"


def facts(article: Article) -> list[str]:
    """Outlet, day, authors, dateline, agencies and length, as far as they are known."""
    found = [article.outlet or "outlet not known", stated_day(article)]
    if article.authors:
        found.append("by " + ", ".join(article.authors))
    if article.dateline:
        found.append(article.dateline)
    found += agencies_named(article)
    found.append(counted(article.words, "word"))
    return [shown(fact) for fact in found]


def agencies_named(article: Article) -> list[str]:
    """The agencies that the lines around the text credit, and those that single sentences cite."""
    credited = {credit.agency for credit in credits(article)}
    cited = [agency for agency in article.agencies if agency not in credited]
    ours = [agency for agency in article.agencies if agency in credited]
    found = ["agencies: " + ", ".join(ours)] if ours else []
    return found + (["cites " + ", ".join(cited)] if cited else [])


QUOTES = ('"', "“", "”", "„", "«", "»", "‘", "‹")
"""Marks that hang: a paragraph that begins with one has its letters on the line of all others."""

_ROLE: Mapping[ParagraphRole, tuple[int, str, str]] = {
    "body": (0, "text", ""),
    "subhead": (0, "subhead", ""),
    "caption": (2, "caption", "▪ "),
    "pullquote": (4, "pullquote", "┃ "),
}


def margin_for(width: int) -> int:
    """The left margin of a page: the gutter, and half of what a wide pane leaves over."""
    return max(GUTTER, min(4 * GUTTER, (width - MEASURE) // 2))


def lay_out(article: Article, width: int, *, removed: bool = False) -> Page:
    """Lay an article out in `width` cells, with the removed lines in their places if wanted."""
    margin = margin_for(width)
    measure = max(16, min(MEASURE, width - margin - 1))
    lines: list[PageLine] = []

    def text(within: Where, number: int, style: str, indent: int = 0, lead: str = "") -> None:
        words = article.text_of(within, number)
        hangs = 1 if not lead and margin and words.startswith(QUOTES) else 0  # out of the text
        for start, end in wrap(words, measure - indent - len(lead)):
            at = margin + indent - hangs
            lines.append(PageLine(within, number, start, end, at, style, lead=lead))
            hangs = 0
            if style == "caption":
                lead = " " * len(lead)  # its mark stands on the first line only

    def fixed(line: Line, number: int = -1, lead: str = "") -> None:
        lines.append(PageLine(indent=margin, fixed=line, removed=number, lead=lead))

    lines.append(PageLine())
    if article.title:
        text("title", 0, "headline")
    else:
        fixed((Run("(no title)", "dim"),))
    if article.standfirst:
        text("standfirst", 0, "standfirst")
    for line in _flowing(facts(article), measure):
        fixed((Run(line, "dim"),))
    fixed((Run("─" * measure, "rule"),))
    pieces = [(p.line if p.line is not None else n, 1, n) for n, p in enumerate(article.paragraphs)]
    inside = _inside(article) if removed else {}
    if removed:
        pieces += [
            (r.line if r.line is not None else 10**9, 0, n)
            for n, r in enumerate(article.removed)
            if r.within != "body"
        ]
        pieces.sort()
    before: str | None = None
    for _line, kept, number in pieces:
        if kept:
            indent, style, lead = _ROLE[article.paragraphs[number].role]
            if before != "subhead":
                lines.append(PageLine())
            text("body", number, style, indent, lead)
            before = article.paragraphs[number].role
            numbers = inside.get(number, ())
            gone = [article.removed[n] for n in numbers]
            for line in mended(article, number, gone) if removed else ():
                for start, end in wrap(line, measure - 2):
                    fixed((Run("~ ", "dim"), Run(line[start:end], "dim")))
            for n in numbers:
                lines += _removed_lines(article, n, measure, margin)
        else:
            if before != "removed":
                lines.append(PageLine())
            lines += _removed_lines(article, number, measure, margin)
            before = "removed"
    if removed and (whole := [r.what for r in article.repairs if r.source_span is None]):
        lines.append(PageLine())
        fixed((Run(f"mended: {', '.join(dict.fromkeys(whole))}", "dim"),))
    if (article.removed or article.repairs) and not removed:
        lines.append(PageLine())
        fixed(set_aside(article, measure))
    elif not article.paragraphs:
        lines.append(PageLine())
        key = commands.key("removed", commands.READER)
        fixed((Run(f"Nothing was kept of this text; {key} shows what was set aside.", "dim"),))
    lines.append(PageLine())
    return Page(article, width, tuple(lines))


def set_aside(article: Article, width: int) -> Line:
    """One line that says how much cleaning set aside, by role."""
    counts: dict[str, int] = {}
    for piece in article.removed:
        counts[piece.role] = counts.get(piece.role, 0) + 1
    listed = ", ".join(f"{n} {role}" for role, n in sorted(counts.items(), key=lambda c: -c[1]))
    said = []
    if article.removed:
        said.append(f"{counted_aside(article.removed)} set aside ({listed})")
    if article.repairs:
        said.append(f"{counted(len(article.repairs), 'place')} mended")
    return clip(
        (Run(f"{', '.join(said)}; {commands.key('removed', commands.READER)} shows them", "dim"),),
        width,
    )


def mended(article: Article, number: int, gone: Sequence[Removed] = ()) -> list[str]:
    """What was mended in a paragraph: the words around each blank put back, and the reason.

    `gone` are the pieces that were taken out of it.
    """
    paragraph = article.paragraphs[number]
    if paragraph.source_span is None:
        return []
    begin, end = paragraph.source_span
    found = [r for r in article.repairs if r.source_span and begin <= r.source_span[0] < end]
    said = []
    for before, repair in enumerate(found[:MENDED_SHOWN]):
        assert repair.source_span is not None
        at = repair.source_span[0]
        if repair.source_span[1] > at:  # of lines wrapped by hand: somewhere
            said.append(f"mended: {repair.what}")
            continue
        taken = sum(len(r.text) for r in gone if r.source_span and r.source_span[0] < at)
        at += before - taken - begin
        around = " ".join(paragraph.text[max(0, at - AROUND) : at + AROUND].split())
        said.append(f"mended: …{shown(around)}… ({repair.what})")
    if len(found) > MENDED_SHOWN:
        said.append(f"and {counted(len(found) - MENDED_SHOWN, 'more place', 'more places')} mended")
    return said


def _flowing(parts: Sequence[str], width: int) -> list[str]:
    """Parts joined by a middle dot, broken between parts where a line is full."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]} · {part}" if lines else part
        if lines and len(joined) <= width:
            lines[-1] = joined
        else:
            pieces = [part[a:b] for a, b in wrap(part, width)] or [part]
            lines += pieces
    return lines


def _inside(article: Article) -> dict[int, list[int]]:
    """Numbers of what was taken out of paragraphs, by the paragraph's number."""
    found: dict[int, list[int]] = {}
    for number, piece in enumerate(article.removed):
        if piece.within == "body":
            found.setdefault(piece.paragraph, []).append(number)
    return found


def _removed_lines(article: Article, number: int, measure: int, margin: int) -> list[PageLine]:
    piece = article.removed[number]
    reason = f"[{piece.role}: {shown(piece.why)}]"
    if piece.within is not None:
        text = article.text_of(piece.within, piece.paragraph)
        before = " ".join(text[max(0, piece.at - AROUND) : piece.at].split())
        stood = f"after “{shown(before)}”" if before else "at the beginning"
        reason = f"[{piece.role}: {shown(piece.why)}, {stood}]"
    words = shown(piece.text.strip())
    spans = wrap(words, measure - 2)
    out = [
        PageLine(
            indent=margin,
            fixed=(Run("- ", "removed"), Run(words[start:end], "removed")),
            removed=number,
        )
        for start, end in spans[:4]
    ]
    if len(spans) > 4:
        rest = (Run(f"  … {counted(len(spans) - 4, 'more line')}", "removed"),)
        out.append(PageLine(indent=margin, fixed=rest, removed=number))
    out += [
        PageLine(
            indent=margin,
            fixed=(Run("  ", ""), Run(reason[start:end], "dim")),
            removed=number,
        )
        for start, end in wrap(reason, measure - 2)
    ]
    return out


@dataclass(frozen=True, slots=True)
class Highlights:
    """What a page shows beside its text: marks of the lens, the current one, the sentence."""

    marks: Mapping[tuple[Where, int], Sequence[Mark]]
    current: Mark | None = None
    sentence: Sentence | None = None
    removed: int = -1  # the removed line that is current


def render(page: Page, number: int, shine: Highlights) -> Line:
    """One line of the page with its margin and marks."""
    line = page.lines[number]
    if line.within is None:
        bar = "▌" if line.removed >= 0 and line.removed == shine.removed else ""
        if not line.fixed:
            return EMPTY
        return (*_margin(bar, line.indent), *line.fixed)
    text = page.article.text_of(line.within, line.paragraph)
    spans = [
        Span(m.start, m.end, m.style + (" current" if m == shine.current else ""))
        for m in shine.marks.get((line.within, line.paragraph), ())
    ]
    s = shine.sentence
    here = (
        s is not None
        and (s.within, s.paragraph) == (line.within, line.paragraph)
        and s.start < line.end
        and s.end > line.start
    )
    lead = (Run(line.lead, "rule" if line.style == "pullquote" else line.style),)
    return (
        *_margin("▌" if here else "", line.indent),
        *(lead if line.lead else ()),
        *styled(text, line.start, line.end, line.style, spans),
    )


def _margin(bar: str, indent: int) -> Line:
    if not bar:
        return (Run(" " * indent),)
    return (Run(" "), Run(bar, "mark"), Run(" " * (indent - 2)))
