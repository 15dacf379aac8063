"""A story's ledger as pages: Markdown, JSON, rows for a spreadsheet (`ledger_html`: for a browser).

Every page holds every sentence it rests on, with its article, source and hash. Articles' words
are data in every form: escaped, never markup.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.cli.markdown import escaped as markdown_of
from tui.cli.markdown import table
from tui.cli.output import deliver, json_text
from tui.views.days import iso_moment
from tui.views.ledger_words import (
    LEGEND,
    cell_word,
    disputed_told,
    missing,
    part_read,
    said_of,
)

if TYPE_CHECKING:
    from corpus.ledger.result import Column, Fact, Ledger
    from index.results import Coverage
    from index.stories.listing import Report, StoryRow

CSV_NAMES = (
    "fact", "kind", "reported", "article", "outlet", "published", "relation", "text", "value",
    "sentence", "words of the sentence", "source", "other numbers", "title", "url", "sha256",
    "state",
)  # fmt: skip
HEADS = ("outlet", "published", "title", "where it stands", "SHA-256 of the original")


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a page says: of a story, or of articles that somebody put side by side."""

    story: StoryRow | None
    reports: Sequence[Report]
    ledger: Ledger
    before: Sequence[StoryRow]
    after: Sequence[StoryRow]
    state: str
    coverage: Coverage

    @property
    def title(self) -> str:
        """What the page is about."""
        return self.story.title if self.story else f"Ledger of {len(self.ledger.columns)} articles"


def put(page: Page, options: argparse.Namespace) -> None:
    """Print the page in the form that was asked for, or write it to a file."""
    if options.json:
        text = json_text(as_json(page))
    elif options.html:
        from tui.cli.ledger_html import as_html

        text = as_html(page)
    else:
        text = as_markdown(page)
    deliver(text, options)


def as_json(page: Page) -> dict[str, object]:
    """The page as the contract has it."""
    from tui.cli.documents import coverage_json, headed, short
    from tui.cli.story_json import ledger_json, reports_json

    head: dict[str, object] = {"id": None, "articles": [short(r.id) for r in page.reports]}
    if page.story is not None:
        row = page.story
        head |= {
            "id": short(row.id), "title": row.title, "first": row.first, "last": row.last,
            "outlets": list(row.outlets),
            "before": [{"id": short(one.id), "title": one.title} for one in page.before],
            "after": [{"id": short(one.id), "title": one.title} for one in page.after],
        }  # fmt: skip
    head["reports"] = reports_json(page.reports)
    return headed(
        page.state, {**head, **ledger_json(page.ledger), "coverage": coverage_json(page.coverage)}
    )


def as_markdown(page: Page) -> str:
    """The page as a Markdown document."""
    columns = page.ledger.columns
    lines = [f"# {markdown_of(page.title)}", ""]
    lines += table(("", *HEADS), list(_reports(page)))
    lines += ["", f"## Reported by {len(columns)} articles", "", disputed_told(page.ledger), ""]
    rows = (
        (fact.kind, fact.text, *(cell_word(fact, fact.cell_of(c.article), c) for c in columns))
        for fact in page.ledger.facts
    )
    lines += table(("", "reported", *map(head_of, columns)), rows)
    lines += ["", "## In which words", ""]
    for fact in page.ledger.facts:
        lines.append(f"**{fact.kind}: {markdown_of(fact.text)}**")
        lines += [""] + [f"- {markdown_of(line)}" for line in told(fact, page.ledger)] + [""]
    return "\n".join([*lines, *(markdown_of(one) for one in notes(page.ledger)), "",
                      f"Archive state `{page.state}`."])  # fmt: skip


def _reports(page: Page) -> Iterator[tuple[str, ...]]:
    """Of each report the column it has in the ledger, or what it is a copy of, and its head."""
    from index.stories.listing import beside
    from tui.views.stories import APART

    order = [column.article for column in page.ledger.columns]
    place = {article: str(at) for at, article in enumerate(order, 1)}
    for report in page.reports if page.story else beside(page.reports, order):
        number = place.get(report.id, "")
        if report.origin:
            number = f"{report.beside_origin} {report.origin[:10]}"
        elif report.apart:
            number = f"{number}, {APART}"
        yield (
            number, report.outlet or "", _when(report), report.title, report.url or "", report.id,
        )  # fmt: skip


def csv_rows(page: Page) -> Iterator[tuple[object, ...]]:
    """A row for every cell that is filled."""
    found, urls = page.ledger, {report.id: report.url for report in page.reports}
    for number, fact in enumerate(found.facts, 1):
        others = "; ".join(one.text for one in found.otherwise(fact))
        for column in found.columns:
            cell = fact.cell_of(column.article)
            if cell is not None:
                yield (
                    number, fact.kind, fact.text, cell.article[:16], column.outlet,
                    column.published, said_of(cell), cell.text,
                    cell.value, cell.sentence, sentence_of(column, cell.sentence), cell.source,
                    others, column.title, urls.get(column.article), column.article, page.state,
                )  # fmt: skip


def told(fact: Fact, found: Ledger) -> Iterator[str]:
    """Who carries a fact in which sentence, and where it was not found."""
    for column in found.columns:
        cell = fact.cell_of(column.article)
        if cell is None:
            continue
        source = f"; source: {cell.source}" if cell.source else ""
        yield (
            f"{head_of(column)}, {_when(column)} "
            f"({said_of(cell)}): "
            f"{sentence_of(column, cell.sentence)} [{cell.article[:16]}, sentence "
            f"{cell.sentence + 1}{source}]"
        )
    columns = [column for column in found.columns if fact.cell_of(column.article) is None]
    several = Counter(map(head_of, found.columns))
    yield from missing((_told_apart(column, several), column) for column in columns)
    others = [one.text for one in found.otherwise(fact)]
    if others:
        yield f"other numbers, possibly of the same: {'; '.join(others)}"
    if fact.shares:
        yield f"others carry of it: {'; '.join(one.text for one in found.shared_by(fact))}"


def notes(found: Ledger) -> list[str]:
    """What the words in the cells mean, and what the ledger does not hold."""
    said = [
        "Cells: " + "; ".join(f"{a} {b}" for a, b in LEGEND) + ".",
        "Sentences are counted from 1 here, the title among them; in JSON and CSV from 0.",
    ]
    if part := part_read(found.columns):
        said.append(f"{len(found.columns)} articles are compared, {part}.")
    if found.left_out:
        said.append(
            f"{len(found.columns)} articles are compared in full; not compared: "
            f"{', '.join(one[:16] for one in found.left_out)}."
        )
    if found.unread:
        said.append(f"The names of {found.unread} articles are not read yet.")
    return said


def _when(one: Column | Report) -> str:
    return iso_moment(one.published, one.published_at) or "no day"


def head_of(column: Column) -> str:
    """A column by its outlet."""
    return column.outlet or column.article[:10]


def _told_apart(column: Column, several: Mapping[str, int]) -> str:
    """A column by its outlet, and by its title where `several` are of that outlet."""
    name = head_of(column)
    return name if several[name] == 1 else f"{name} ({column.title})"


def sentence_of(column: Column, number: int) -> str:
    """The words of a sentence of a column."""
    return column.sentences[number].text if number < len(column.sentences) else ""
