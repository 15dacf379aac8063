"""A story's ledger as one HTML page: no script, nothing loaded, for screens of any width and paper.

The articles come first, then a grid of what is reported where there is room for it, then a card
for every fact with each article's own words below each other. A narrow window and a screen reader
miss nothing without the grid. Articles' words are data, escaped everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.cli.web_page import document, linked
from tui.cli.web_page import text as _text
from tui.views.days import moment, span_of_days
from tui.views.ledger_words import (
    cell_word,
    disputed_told,
    missing,
    part_read,
    said_of,
)
from tui.views.lines import counted
from tui.views.stories import APART

if TYPE_CHECKING:
    from corpus.ledger.result import Cell, Column, Fact, Ledger
    from index.stories.listing import Report, StoryRow
    from tui.cli.ledger_pages import Page

_CSS = """
body{max-width:70rem}
h1{font:700 1.6rem/1.2 Georgia,"Times New Roman",serif;color:var(--strong);margin:0 0 .4rem}
h3{font:700 1.05rem/1.35 Georgia,"Times New Roman",serif;color:var(--strong);margin:0}
.small,.kind,.by,.rel,.without,.number,.grid,.part p{
 font-family:system-ui,-apple-system,"Segoe UI",sans-serif}
.small{color:var(--quiet);font-size:.85rem;margin:.15rem 0}
.small.break{overflow-wrap:anywhere;font-size:.75rem}
.articles{list-style:none;margin:1rem 0;padding:0;display:grid;gap:0 2rem;
 grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}
.articles>li{border-top:1px solid var(--rule);padding:.6rem 0 .7rem;min-width:0}
.articles p{margin:0}
.number{display:inline-block;min-width:1.7em;padding:0 .3em;margin-right:.4em;text-align:center;
 border:1px solid var(--quiet);border-radius:.2rem;font-size:.8rem;font-weight:700;
 color:var(--strong);text-decoration:none}
.by{font-size:.9rem}
.by b{color:var(--strong)}
.articles .headline{font-weight:700;color:var(--strong);line-height:1.3;margin:.2rem 0}
.fact{border-top:2px solid var(--rule);padding:.9rem 0 1rem}
.fact:target{outline:2px solid var(--accent);outline-offset:.4rem}
.kind{font-size:.75rem;letter-spacing:.04em;color:var(--quiet);margin:0 0 .2rem}
.odds .kind b{color:var(--accent)}
.said{list-style:none;margin:.7rem 0 0;padding:0}
.said>li{display:grid;grid-template-columns:15rem 1fr;gap:.2rem 1.2rem;padding:.45rem 0}
.said>li+li{border-top:1px dotted var(--rule)}
.said p{margin:0}
.said mark,.part mark{text-decoration:none}
.rel{display:block;font-size:.8rem;color:var(--quiet)}
.rel.grave{color:var(--accent);font-weight:700}
.without{font-size:.85rem;color:var(--quiet);margin:.6rem 0 0}
.part h3{margin:1.6rem 0 0;font-family:system-ui,-apple-system,"Segoe UI",sans-serif}
.part ul{margin:.3rem 0;padding-left:1.2rem}
.part li{margin:.3rem 0}
.grid{font-size:.8rem}
.grid table{width:auto;min-width:100%}
.grid th[scope=row],.grid th:first-child{position:sticky;left:0;background:var(--ground);
 text-align:left;min-width:17rem}
.grid th[scope=row]{font-weight:400;color:var(--text)}
.grid th[scope=row] a{color:inherit;text-decoration-color:var(--rule)}
.grid td{text-align:center;padding:.45rem .15rem;min-width:2.1rem;max-width:4.5rem;
 overflow-wrap:break-word}
.grid th+th,.grid thead th{vertical-align:bottom;padding:.3rem .15rem}
.grid th+th{text-align:center}
.grid thead th span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:13rem;
 display:inline-block;white-space:nowrap;overflow:hidden;text-align:left}
.grid thead th b{display:block;color:var(--strong)}
.grid td.not{color:var(--quiet)}
.grid td.grave{color:var(--accent);font-weight:700}
.grid tbody tr:hover>*{background:var(--marked)}
@media (max-width:46rem){
 body{padding:1rem .9rem 3rem}
 .grid{display:none}
 .said>li{grid-template-columns:1fr;gap:.1rem;padding:.6rem 0 .6rem .7rem;
  border-left:3px solid var(--rule)}
 .said>li+li{border-top:0;margin-top:.5rem}
 .said>li.grave{border-left-color:var(--accent)}
 .rel{display:inline}
 .rel::before{content:"· "}
}
@media print{
 .grid thead th span{writing-mode:vertical-rl}
 .fact,.articles>li,.said>li{break-inside:avoid}
 .scroll{overflow:visible}
 .more{display:none}
 .grid.wide{display:none}
}
"""
NAMED = 8  # articles without a fact that are named one by one; those that carry it always are
GLANCE = 110  # characters of a fact in the grid; its card has all
PAPER = 10  # columns of the grid that a sheet has room for; wider ones are left to the cards
_FACT, _COLUMN, _PAGE = 19, 2.9, 68  # rem: a fact with the margins, a column, the page
_GRAVE = frozenset({"altered", "differs"})


def as_html(page: Page) -> str:
    """The page as one HTML page that loads nothing from anywhere."""
    from tui.cli.ledger_pages import notes

    ledger = page.ledger
    facts = list(enumerate(ledger.facts, 1))
    by_one = {id(fact) for fact in ledger.by_one()}
    shared = [(at, fact) for at, fact in facts if not fact.alone]
    perhaps = [(at, fact) for at, fact in facts if fact.alone and id(fact) not in by_one]
    single = [(at, fact) for at, fact in facts if id(fact) in by_one]
    body = [
        f"<header><h1>{_text(page.title)}</h1>",
        *(f'<p class="small">{_text(line)}</p>' for line in _summary(page)),
        "</header><main>",
        *_articles(page),
        *_grid(shared, ledger),
        *_cards(shared, ledger, "words", "In which words"),
        *_cards(perhaps, ledger, "perhaps", "In one article, perhaps or in part in another: look"),
        *_singles(single, ledger),
        *_neighbours(page),
        *_sources(page),
        "</main><footer>",
        *(f'<p class="small">{_text(line)}</p>' for line in notes(ledger)),
        f'<p class="small break">Archive state {_text(page.state)}</p>',
        "</footer>",
    ]
    return document(page.title, body, _CSS + _hint(len(ledger.columns)))


def _hint(columns: int) -> str:
    """The rule that takes the hint above the grid away where all of it is seen."""
    room = _FACT + _COLUMN * columns
    return "" if room > _PAGE else f"@media (min-width:{room:.0f}rem){{.more{{display:none}}}}"


def _summary(page: Page) -> Iterator[str]:
    ledger = page.ledger
    outlets = {report.outlet for report in page.reports if report.outlet}
    days = sorted(report.published for report in page.reports if report.published)
    told = f"{counted(len(page.reports), 'article')} of {counted(len(outlets), 'outlet')}"
    yield f"{told}, {span_of_days(days[0], days[-1])}" if days else told
    if part := part_read(ledger.columns):
        yield f"{counted(len(ledger.columns), 'article')} compared, {part}"
    alone = len(ledger.by_one())
    perhaps = sum(fact.alone for fact in ledger.facts) - alone
    several = len(ledger.facts) - alone - perhaps
    yield (
        f"{counted(several, 'row')} in several articles; "
        + (f"{perhaps:,} perhaps or in part in several; " if perhaps else "")
        + f"{alone:,} in one article alone"
    )
    yield disputed_told(ledger)


def _articles(page: Page) -> Iterator[str]:
    """Every report with its number in the ledger, or what it is a copy of."""
    from index.stories.listing import beside

    order = [column.article for column in page.ledger.columns]
    place = {article: at for at, article in enumerate(order, 1)}
    yield '<section aria-labelledby="articles"><h2 id="articles">Articles</h2>'
    yield '<ul class="articles">'
    for report in page.reports if page.story else beside(page.reports, order):
        at = place.get(report.id)
        yield f'<li id="a{at}">' if at else "<li>"
        yield from _article(report, at, place.get(report.origin or ""))
        yield "</li>"
    yield "</ul></section>"


def _article(report: Report, at: int | None, origin: int | None) -> Iterator[str]:
    number = f'<span class="number">{at}</span>' if at else ""
    outlet = _text(report.outlet or "outlet not known")
    yield (
        f'<p class="by">{number}<b>{outlet}</b> '
        f"{_text(moment(report.published, report.published_at))}</p>"
    )
    yield f'<p class="headline">{_text(report.title)}</p>'
    if report.origin:
        of = f"article {origin}" if origin else report.origin[:10]
        yield f'<p class="small">{report.beside_origin} {of}</p>'
    elif not at:
        yield '<p class="small">not compared</p>'
    elif report.apart:
        yield f'<p class="small">{APART}</p>'


def _sources(page: Page) -> Iterator[str]:
    """Where every article stands, and the hash of what was kept of it."""
    place = {column.article: at for at, column in enumerate(page.ledger.columns, 1)}
    yield '<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ul class="articles">'
    for report in page.reports:
        at = place.get(report.id)
        number = _number(at) if at else ""
        yield f'<li><p class="by">{number}<b>{_text(report.outlet or "outlet not known")}</b></p>'
        if report.url:
            yield f'<p class="small break">{linked(report.url)}</p>'
        yield f'<p class="small break">SHA-256 {report.id}</p></li>'
    yield "</ul></section>"


Facts = Sequence[tuple[int, "Fact"]]


def _grid(facts: Facts, ledger: Ledger) -> Iterator[str]:
    """What several articles report, at a glance: a row a fact, a column an article."""
    if not facts:
        return
    wide = " wide" if len(ledger.columns) > PAPER else ""
    yield f'<section class="grid{wide}" aria-labelledby="reported">'
    yield '<h2 id="reported">Reported</h2>'
    yield '<p class="small more">The grid goes on to the right: scroll it sideways in its box →</p>'
    yield '<div class="scroll" role="region" aria-labelledby="reported" tabindex="0">'
    yield '<table><thead><tr><th scope="col">what several articles report</th>'
    for at, column in enumerate(ledger.columns, 1):
        yield f'<th scope="col"><span>{_text(_name(column))}</span><b>{at}</b></th>'
    yield "</tr></thead><tbody>"
    for at, fact in facts:
        yield f'<tr><th scope="row"><a href="#f{at}">{_text(_glance(fact))}</a></th>'
        for column in ledger.columns:
            cell = fact.cell_of(column.article)
            style = "not" if cell is None else "grave" if cell.relation in _GRAVE else ""
            yield f'<td class="{style}">{_text(cell_word(fact, cell, column))}</td>'
        yield "</tr>"
    yield "</tbody></table></div></section>"


def _glance(fact: Fact) -> str:
    text = " ".join(fact.text.split())
    return text if len(text) <= GLANCE else text[:GLANCE].rsplit(" ", 1)[0] + " …"


def _cards(facts: Facts, ledger: Ledger, label: str, heading: str) -> Iterator[str]:
    """Facts of several articles under a heading, with the words of each."""
    if not facts:
        return
    numbers = {id(fact): at for at, fact in enumerate(ledger.facts, 1)}
    places = {column.article: at for at, column in enumerate(ledger.columns, 1)}
    yield f'<section aria-labelledby="{label}"><h2 id="{label}">{heading}</h2>'
    for at, fact in facts:
        odds = " odds" if fact.differs else ""
        yield f'<article class="fact{odds}" id="f{at}">'
        conflict = "<b>may conflict</b> · " if fact.differs else ""
        carried = f"in {len(fact.carried)} of {counted(len(ledger.columns), 'article')}"
        carried += f", perhaps in {len(fact.perhaps)} more" if fact.perhaps else ""
        yield f'<p class="kind">{conflict}{fact.kind} · {carried}</p>'
        yield f'<h3>{_text(fact.text)}</h3><ul class="said">'
        for column in ledger.columns:
            cell = fact.cell_of(column.article)
            if cell is not None:
                yield from _said(column, cell, places[column.article])
        yield "</ul>"
        others = [
            f'<a href="#f{numbers[id(one)]}">{_text(one.text)}</a>'
            for one in ledger.otherwise(fact)
        ]
        if others:
            yield f'<p class="without">other numbers, possibly of the same: {"; ".join(others)}</p>'
        of_it = [
            f'<a href="#f{n}">{_text(one.text)}</a>'
            for n, one in zip(fact.shares, ledger.shared_by(fact), strict=True)
        ]
        if of_it:
            yield f'<p class="without">others carry of it: {"; ".join(of_it)}</p>'
        without = [
            (f"{places[column.article]} {_name(column)}", column)
            for column in ledger.columns
            if fact.cell_of(column.article) is None
        ]
        if len(without) > NAMED and not any(column.unread for _, column in without):
            yield f'<p class="without">not found in the other {len(without)} articles</p>'
        else:
            for said in missing(without):
                yield f'<p class="without">{_text(said)}</p>'
        yield "</article>"
    yield "</section>"


def _said(column: Column, cell: Cell, at: int) -> Iterator[str]:
    grave = ' class="grave"' if cell.relation in _GRAVE else ""
    yield f'<li{grave}><p class="by">{_number(at)}<b>{_text(_name(column))}</b> '
    yield f'<span class="rel{" grave" if grave else ""}">'
    yield f"{_text(said_of(cell))}</span></p>"
    yield f"<div><p>{_marked(column, cell)}</p>"
    source = f"; source: {cell.source}" if cell.source else ""
    yield f'<p class="small">sentence {cell.sentence + 1}{_text(source)}</p></div></li>'


def _marked(column: Column, cell: Cell) -> str:
    """The sentence, with what the cell is about marked where it is a part of it."""
    sentence = _sentence(column, cell.sentence)
    at = sentence.find(cell.text)
    if at < 0 or not cell.text or len(cell.text) > 0.8 * len(sentence):
        return _text(sentence)
    end = at + len(cell.text)
    return f"{_text(sentence[:at])}<mark>{_text(cell.text)}</mark>{_text(sentence[end:])}"


def _singles(facts: Facts, ledger: Ledger) -> Iterator[str]:
    """What one article carries alone, under that article."""
    if not facts:
        return
    yield '<section class="part" aria-labelledby="alone">'
    yield '<h2 id="alone">In one article alone</h2>'
    for at, column in enumerate(ledger.columns, 1):
        every = [(n, fact, cell) for n, fact in facts for cell in fact.carried]
        carried = [one for one in every if one[2].article == column.article]
        if not carried:
            continue
        yield f"<h3>{_number(at)}{_text(_name(column))}</h3><ul>"
        for n, fact, cell in carried:
            source = f"; source: {cell.source}" if cell.source else ""
            yield (
                f'<li id="f{n}">{_marked(column, cell)} <span class="small">{fact.kind}, '
                f"sentence {cell.sentence + 1}{_text(source)}</span></li>"
            )
        yield "</ul>"
    yield "</section>"


def _neighbours(page: Page) -> Iterator[str]:
    heads: tuple[tuple[str, Sequence[StoryRow]], ...] = (
        ("Before", page.before), ("After", page.after),
    )  # fmt: skip
    for told, rows in heads:
        if rows:
            yield f"<section><h2>{told}</h2><ul>"
            for one in rows:
                day = span_of_days(one.first, one.last) or "no day"
                yield f'<li>{_text(one.title)} <span class="small">{_text(day)}</span></li>'
            yield "</ul></section>"


def _number(at: int) -> str:
    return f'<a class="number" href="#a{at}">{at}</a>'


def _name(column: Column) -> str:
    return column.outlet or column.article[:10]


def _sentence(column: Column, number: int) -> str:
    return column.sentences[number].text if number < len(column.sentences) else ""
