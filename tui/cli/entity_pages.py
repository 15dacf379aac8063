"""An entity's page to write: HTML, Markdown, CSV or JSON, every count with articles behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.entity.result import Target
from tui.cli import counts_pages
from tui.cli.counts_pages import (
    IDS,
    ROWS,
    CountsPage,
    Section,
    first_rows,
    ids_told,
    sources_of,
)
from tui.cli.documents import short
from tui.views.entity_told import (
    RUNNING_TEXT,
    names_told,
    outlets_as_one,
    rest_told,
    size_told,
)
from tui.views.histogram import Item, bar, in_runs
from tui.views.lines import counted
from tui.views.outlets import rate

if TYPE_CHECKING:
    from index.archive import Archive
    from index.entity.evidence import Evidence
    from index.entity.result import EntityPage, OutletPart, SaidRow, Stretch
    from index.entity.result import Section as TargetSection

Cells = tuple[str, ...]
_NOT_KNOWN = "not known"
_COUNTED_FROM = "sentences are counted from 1, the title among them; in JSON from 0"
_BAR = 24  # columns of the longest bar


def written_as(page: EntityPage, archive: Archive, form: str, asked: str = "") -> str:
    """The whole page as `html`, `md`, `json` or `csv`, with a line's end behind it; the first two
    begin with how the name was read that was `asked`."""
    from tui.cli.entity_json import CSV_NAMES, csv_rows, document
    from tui.cli.output import csv_text, safe_json

    whole = archive.entities().page(page.key, page.query, whole=True)
    if form == "json":
        return safe_json(document(archive, whole, evidence=True), indent=1) + "\n"
    if form == "csv":
        return csv_text(CSV_NAMES, csv_rows(whole))
    write = counts_pages.as_html if form == "html" else counts_pages.as_markdown
    return write(page_of(whole, archive, asked)) + "\n"


def page_of(page: EntityPage, archive: Archive, asked: str = "") -> CountsPage:
    """The page, with what the archive knows of the articles that its rows name."""
    told = [size_told(page), rest_told(page), names_told(page.resting), *outlets_as_one(page)]
    told += [f"quotations are counted {RUNNING_TEXT}", _COUNTED_FROM]
    if page.query:
        told.insert(0, f"in the articles that the query finds: {page.query}")
    told.insert(0, asked)
    found = list(_sections(page, archive.entities().evidence(page.key, page.query)))
    return CountsPage(
        f"{page.name} ({page.type})",
        [one for one in told if one],
        found,
        sources_of(archive, found),
        archive.state(),
    )


def _sections(page: EntityPage, evidence: Evidence) -> Iterator[Section]:
    def ids(section: TargetSection, value: str) -> str:
        return ids_told(evidence.of(Target(section, value)))

    def section(
        title: str, columns: tuple[str, ...], items: Sequence[Item], row: Callable[[Item], Cells]
    ) -> Section:
        shown = [row(one) for one in items[:ROWS]]
        return Section(title, (*columns, IDS), first_rows(shown, len(items)))

    yield section(
        "Spellings", ("spelling", "times", "in articles", "joined by"), page.spellings,
        lambda s: (s.text, f"{s.times:,}", f"{s.articles:,}", s.why, ids("spelling", s.text)),
    )  # fmt: skip
    yield section(
        "Outlets", ("outlet", "articles", "share", "times", "first", "last"), page.outlets,
        lambda o: (
            o.name or _NOT_KNOWN, _of(o), rate(o.articles, o.of), f"{o.times:,}",
            o.first or "", o.last or "", ids("outlet", o.name or ""),
        ),
    )  # fmt: skip
    peak = max((one.articles for one in page.when), default=0)
    yield section(
        "Over time", ("when", "articles", "of the most", "times"),
        in_runs([one for one in page.when if one.of], lambda one: not one.articles),
        lambda run: (
            _when(run), _all_of(run), bar(run[0].articles, peak, _BAR), f"{run[0].times:,}",
            ids("when", run[0].when) if len(run) == 1 else "",
        ),
    )  # fmt: skip
    yield section(
        "Named with", ("name", "kind", "in articles", "in sentences"), page.company,
        lambda c: (
            c.name, c.key.partition(":")[0], f"{c.articles:,}", f"{c.sentences:,}",
            ids("with", c.key),
        ),
    )  # fmt: skip
    d, i = page.direct, page.indirect
    yield section(
        f"Quotations: {d.times:,} in quotation marks ({counted(d.words, 'word')}), "
        f"{i.times:,} without ({counted(i.words, 'word')})",
        ("words", "kind", "outlet", "day", "sentence"), page.said, _said,
    )  # fmt: skip
    if page.unsure:
        yield section(
            "Perhaps said, but the speaker is not sure; not counted above",
            ("words", "kind", "outlet", "day", "sentence"), page.unsure, _said,
        )  # fmt: skip
    yield section(
        "Called", ("label", "in articles", "outlets"), page.labels,
        lambda x: (
            x.text, f"{x.articles:,}", ", ".join(f"{o or _NOT_KNOWN} {n}" for o, n in x.outlets),
            ids("label", f"{x.kind}:{x.text}"),
        ),
    )  # fmt: skip
    yield section(
        "Named in", ("title", "outlet", "day", "times"), page.rows,
        lambda a: (
            a.title, a.outlet or _NOT_KNOWN, a.published or "no day", f"{a.times:,}", short(a.id)
        ),
    )  # fmt: skip


def _said(q: SaidRow) -> Cells:
    kind = ", ".join(filter(None, (q.kind, q.cue, "" if q.sure else "unsure")))
    day = q.published or "no day"
    return q.text, kind, q.outlet or _NOT_KNOWN, day, str(q.sentence + 1), short(q.article)


def _when(run: Sequence[Stretch]) -> str:
    return run[0].when if len(run) == 1 else f"{run[0].when} … {run[-1].when}"


def _all_of(run: Sequence[Stretch]) -> str:
    return f"{sum(one.articles for one in run):,} of {sum(one.of for one in run):,}"


def _of(one: OutletPart) -> str:
    return f"{one.articles:,} of {one.of:,}"
