"""Print one article: its text, or everything read out of it, or the bytes as they came.

Sentences are counted from 1, the title among them, and paragraphs from 1; in JSON both
from 0.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from typing import TYPE_CHECKING

from tui.cli.output import complain, deliver, delivered, json_text, on_terminal, say, write

if TYPE_CHECKING:
    from index.answers import Record
    from index.archive import Archive

SUMMARY = "print one article"
_MEASURE = 80


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `show` can be told."""
    parser.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="print linear text, nothing left out")
    form.add_argument("--original", action="store_true", help="print the bytes as they came")
    form.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead")


def run(options: argparse.Namespace) -> int:
    """Show the article."""
    from tui.cli.archives import opened
    from tui.cli.documents import coverage_json, headed, record_json

    with opened(options) as archive:
        if options.original:
            _put_original(archive.original(options.id), options.output)
        elif options.json:
            record = _with_names(archive, options.id)
            document = {**record_json(record), "coverage": coverage_json(archive.coverage())}
            deliver(json_text(headed(archive.status().state, document)), options)
        elif options.plain:
            from tui.plain.article import lines

            with delivered(options):
                for line in lines(_with_names(archive, options.id)):
                    say(line)
        else:
            with delivered(options):
                _print(archive.get(options.id))
    return 0


def _with_names(archive: Archive, prefix: str) -> Record:
    """The article, its names recognised on the spot when its turn has not come."""
    record = archive.get(prefix)
    if record.names is not None:
        return record
    from dataclasses import replace

    from corpus.errors import ArchiveError
    from index.recognition import recognise_one

    try:
        return replace(record, names=recognise_one(archive, record.article))
    except ArchiveError as error:
        complain(f"broadsheet: {error}")
        return record


def _put_original(data: bytes, file: str | None) -> None:
    """The bytes for a pipe or file; on a terminal, text in which nothing can act."""
    if file:
        write(data, file)
    elif on_terminal():
        say(data.decode("utf-8", "replace"))
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _print(record: Record) -> None:
    """Title, what is known of its origin, and the text in a comfortable measure."""
    from tui.plain.article import text_lines
    from tui.views.counts import counted_aside
    from tui.views.unquoted_turns import turns_told

    article = record.article
    lines = text_lines(record)
    if unread := turns_told(article):
        lines += ["", f"({unread})"]
    if article.removed:
        lines += ["", f"({counted_aside(article.removed)} set aside; --json gives each)"]
    for line in lines:
        say("\n".join(_wrapped(line)) if on_terminal() else line)


def _wrapped(line: str) -> list[str]:
    """A paragraph in lines of the measure; addresses and hyphenated words stay whole."""
    return textwrap.wrap(line, _MEASURE, break_long_words=False, break_on_hyphens=False) or [""]
