"""The manual page written in roff, from the parsers of the commands and the table of keys.

Queries come from the table of their forms. Nothing is said here that these do not say, but for what
a manual page has besides: files, environment, exit status.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Mapping

from tui import query_forms
from tui.command_lists import rows

_FILES = (
    ("config.toml", "settings, in the folder broadsheet of the user's configuration directory"),
    ("broadsheet/archive", "the archive, in the user's data directory, where none is named"),
    ("personal.sqlite", "session, history, stars, tags and notes, in the user's state directory"),
)
_ENVIRONMENT = (
    ("BROADSHEET_ARCHIVE", "the archive's folder, where --archive is not given"),
    ("BROADSHEET_AUTHOR", "who judges"),
    ("BROADSHEET_PRIVATE", "1: nothing is left in the user's own directories"),
    ("BROADSHEET_PROGRESS", "1: progress as lines, for a log"),
    ("BROADSHEET_DEBUG", "1: the traceback behind an error"),
    ("NO_COLOR", "no colours"),
    ("PAGER", "what :plain reads a page in"),
)


def page(parsers: Mapping[str, argparse.ArgumentParser]) -> str:
    """The page; `parsers` are those of the commands by their names, "" that of the explorer."""
    explorer = parsers[""]
    lines = ['.TH BROADSHEET 1 "" "Broadsheet" "User commands"', ".SH NAME",
             r"broadsheet \- search, read and compare news articles in a terminal",
             ".SH SYNOPSIS"]  # fmt: skip
    lines += [f".B {roff(' '.join(explorer.format_usage().split()[1:]))}"]
    lines += [".SH DESCRIPTION", roff(explorer.description or ""), ".SH OPTIONS"]
    lines += _options(explorer)
    lines.append(".SH COMMANDS")
    for name, parser in parsers.items():
        if name:
            lines += [f".SS {roff(name)}", *_paragraphs(parser.description or "")]
            usage = " ".join(parser.format_usage().split()[1:])
            lines += [".PP", f".B {roff(usage)}", *_options(parser)]
    lines += [".SH QUERIES", "For search, and wherever a query narrows something:"]
    for written, finds in query_forms.rows():
        lines += [".TP", f".B {roff(written)}", roff(finds)]
    lines += [".SH KEYS", "On the screens of the explorer:"]
    for keys, name, where, does in rows():
        lines += [".TP", f".B {roff(keys)}" if keys else f".B :{roff(name)}"]
        lines.append(f"{roff(does)} (:{roff(name)}; {roff(where)})")
    for heading, files in (("FILES", _FILES), ("ENVIRONMENT", _ENVIRONMENT)):
        lines.append(f".SH {heading}")
        for name, what in files:
            lines += [".TP", f".B {roff(name)}", roff(what)]
    statuses = (explorer.epilog or "").split("\n")[1:]
    lines.append(".SH EXIT STATUS")
    for status in filter(None, statuses):
        number, _, what = status.strip().partition("  ")
        lines += [".TP", f".B {number}", roff(what)]
    return "\n".join(line for line in lines if line)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if action.help in (None, argparse.SUPPRESS) or isinstance(
            action, argparse._SubParsersAction
        ):
            continue
        value = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
        if action.choices:
            value = "|".join(map(str, action.choices))
        value = " ".join(value) if isinstance(value, tuple) else value
        takes = value if action.nargs != 0 else ""
        names = ", ".join(action.option_strings)
        yield ".TP"
        yield f".B {roff(f'{names} {takes}'.strip())}"
        yield roff(parser._get_formatter()._expand_help(action))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in textwrap.dedent(text).strip().split("\n\n"):
        yield ".PP"
        yield roff(" ".join(paragraph.split()))


def roff(text: str) -> str:
    """Text that roff prints as it stands."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    return rf"\&{text}" if text[:1] in (".", "'") else text
