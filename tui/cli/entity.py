"""What the archive has of one person, organisation, place or other name.

NAME may be any spelling, or a key as `broadsheet names` lists it ("place:washington"). Told are
its spellings, which outlets name it when and how often, with whom, what it is quoted with, what it
is called, and the articles. With a query, of the articles that it finds.

Sentences are counted from 1, the title among them, and paragraphs from 1; in JSON and CSV both
from 0.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.narrowed import check, form_of, is_a_page, narrowed
from tui.cli.output import (
    complain,
    csv_text,
    deliver,
    delivered,
    json_text,
    note,
    on_terminal,
    print_table,
    say,
)

if TYPE_CHECKING:
    from index.archive import Archive
    from index.entity.result import EntityPage, Meant

SUMMARY = "what there is of one person, organisation or place"
NOTHING = 1
ROWS = 8  # of a section, where a person reads them


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `entity` can be told."""
    types = ("person", "organisation", "place", "group", "event", "work")
    parser.add_argument("name", nargs="+", metavar="NAME", help="a name, or its key")
    parser.add_argument("--type", choices=types, help="what it is, where several have the name")
    narrowed(parser)


def run(options: argparse.Namespace) -> int:
    """Tell of it."""
    from tui.cli.archives import opened
    from tui.cli.arguments import UsageError
    from tui.cli.progress import progress
    from tui.cli.stories import say_repairs
    from tui.views.entity_told import asked_told, names_told

    check(options)
    if not any(one.strip() for one in options.name):
        raise UsageError("A name needs a letter or two; `broadsheet names` lists them.")
    with opened(options) as archive:
        say_repairs(archive, options.query)
        entities = archive.entities()
        name = " ".join(options.name)
        meant = entities.finding.read(name, options.type)
        key = meant.key
        if entities.unread(key):
            with progress("reading") as report:
                entities.page(key, options.query, report)
        page = entities.page(key, options.query, whole=options.json or options.csv)
        if meant.told and options.csv:
            complain(asked_told(meant))
        _put(archive, page, options, name, meant)
        if page.resting.recognised < page.resting.articles and not options.json:
            complain(f"{names_told(page.resting)}: `broadsheet recognise` reads the rest.")
    return 0 if page.articles else NOTHING


def _put(
    archive: Archive, page: EntityPage, options: argparse.Namespace, name: str, meant: Meant
) -> None:
    from tui.cli.entity_json import CSV_NAMES, asked_json, csv_rows, document
    from tui.views.entity_told import asked_told

    if options.json:
        asked = asked_json(name, meant)
        told = document(archive, page, evidence=options.evidence)
        first = {"schema": told["schema"], "asked": asked}  # before all that it is about
        deliver(json_text({**first, **told}), options)
    elif options.csv:
        deliver(csv_text(CSV_NAMES, csv_rows(page)).rstrip("\n"), options)
    elif is_a_page(options):
        from tui.cli.entity_pages import written_as

        written = written_as(page, archive, form_of(options), asked_told(meant))
        deliver(written.rstrip("\n"), options)
    else:
        with delivered(options):
            if meant.told:
                say(asked_told(meant))
            _print(page)


def _print(page: EntityPage) -> None:
    """Every section in its first rows on a terminal, as far as it goes elsewhere."""
    from tui.views.entity_told import (
        RUNNING_TEXT,
        names_told,
        outlets_as_one,
        rest_told,
        size_told,
    )
    from tui.views.outlets import bar, rate

    most = ROWS if on_terminal() else None
    say(f"{page.name} ({page.type}): {size_told(page)}")
    for told in filter(None, (rest_told(page), names_told(page.resting))):
        note(told)
    if page.also:
        note("also: " + ", ".join(f"{o.key} {o.articles:,}" for o in page.also))
    _heading("spellings", page.spellings_total)
    print_table(
        ("spelling", "times", "articles", "why"),
        ((s.text, s.times, s.articles, s.why) for s in page.spellings[:most]),
        right=("times", "articles"),
    )
    _heading("outlets", len(page.outlets))
    peak = max((one.articles for one in page.outlets), default=0)
    print_table(
        ("outlet", "articles", "", "share", "times", "first", "last"),
        ((o.name or "(not known)", f"{o.articles}/{o.of}", bar(o.articles, peak, 16),
          rate(o.articles, o.of), o.times, o.first, o.last) for o in page.outlets[:most]),
        right=("articles", "share", "times"),
    )  # fmt: skip
    for told in outlets_as_one(page):
        note(told)
    _heading("over time", len(page.when))
    peak = max((one.articles for one in page.when), default=0)
    print_table(
        ("when", "articles", "", "times"),
        ((s.when, f"{s.articles}/{s.of}", bar(s.articles, peak, 24), s.times)
         for s in page.when if most is None or s.articles),
        right=("articles", "times"),
    )  # fmt: skip
    _heading("named with", page.company_total)
    print_table(
        ("name", "", "articles", "sentences"),
        ((c.name, c.key.partition(":")[0], c.articles, c.sentences) for c in page.company[:most]),
        right=("articles", "sentences"),
    )
    d, i = page.direct, page.indirect
    _heading(f"quotations: {d.times:,} in quotation marks ({d.words:,} words), "
             f"{i.times:,} without ({i.words:,})", page.said_total)  # fmt: skip
    note(RUNNING_TEXT)
    print_table(
        ("day", "outlet", "kind", "words"),
        ((q.published or "no day", q.outlet, q.kind, q.text) for q in page.said[:most]),
    )
    if page.unsure:
        _heading("perhaps said, but the speaker is not sure; not counted above", page.unsure_total)
        print_table(
            ("day", "outlet", "kind", "words"),
            ((q.published or "no day", q.outlet, q.kind, q.text) for q in page.unsure[:most]),
        )
    _heading("called", page.labels_total)
    print_table(
        ("label", "articles", "outlets"),
        ((x.text, x.articles, ", ".join(f"{o or '(not known)'} {n}" for o, n in x.outlets[:6]))
         for x in page.labels[:most]),
        right=("articles",),
    )  # fmt: skip
    _heading("articles", page.articles)
    print_table(
        ("id", "day", "outlet", "times", "title"),
        ((a.id[:10], a.published or "no day", a.outlet, a.times, a.title)
         for a in page.rows[:most]),
        right=("times",),
    )  # fmt: skip
    if on_terminal():
        say()
        say(
            "--html, --markdown, --json and --csv have all rows; --json --evidence the articles "
            "behind each count"
        )


def _heading(words: str, count: int) -> None:
    if on_terminal():
        say()
    say(f"{words}: {count:,}")
