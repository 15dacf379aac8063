"""How text reaches a terminal, a pipe or a file.

On a terminal: tables. Elsewhere: tab-separated lines. Nothing an article says can move the
cursor, switch a colour or start a formula, whichever way it goes out.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus.errors import BroadsheetError
from corpus.text import visible

if TYPE_CHECKING:
    from argparse import Namespace

    from rich.console import Console

    from tui.views.lines import Line

SCHEMA: Final = "broadsheet/1"
LEAST = 16  # columns of the terminal that a text which is cut keeps
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
# What JSON may hold as it is, but a terminal must not see: DEL, C1, directions, line ends.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


_plain = False


def plainly(plain: bool) -> None:
    """From now on print linear text for a screen reader or a script, or tables again."""
    global _plain
    _plain = plain


def on_terminal() -> bool:
    """Whether standard output is a terminal on which tables and bars are drawn."""
    return sys.stdout.isatty() and not _plain


def cell(value: object) -> str:
    """A value for one cell of a table or line: one line, no control characters."""
    if value is None:
        return ""
    if isinstance(value, float):
        value = f"{value:.2f}"
    return " ".join(visible(str(value)).split("\n")).replace("\t", " ")


def say(text: str = "") -> None:
    """A line, or several, on standard output."""
    print(_encodable(visible(text), sys.stdout.encoding))


def complain(text: str) -> None:
    """A line on standard error."""
    print(_encodable(visible(text), sys.stderr.encoding), file=sys.stderr)


def note(text: str) -> None:
    """A remark for the person at a terminal, which no pipe is to read."""
    if on_terminal() or _plain:
        say(text)


def json_text(document: Mapping[str, Any], *, on_one_line: bool = False) -> str:
    """A document as JSON for standard output: one line for a pipe, indented for a terminal's
    reader."""
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    indent = 2 if on_terminal() and not on_one_line else None
    return safe_json(document, indent, ascii_only=ascii_only)


def safe_json(
    document: Mapping[str, Any], indent: int | None = None, *, ascii_only: bool = False
) -> str:
    """A document as JSON in which nothing can act on a terminal: one line, or for a file indented
    by so many blanks."""
    return _UNSAFE.sub(_escaped, json.dumps(document, ensure_ascii=ascii_only, indent=indent))


def print_json(document: Mapping[str, Any]) -> None:
    """Print a document as JSON."""
    print(json_text(document))


def csv_text(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV that no spreadsheet takes for formulas."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([harmless(value) for value in row])
    return out.getvalue()


def print_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table as CSV, in one go."""
    sys.stdout.write(csv_text(names, rows))


def print_table(
    names: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    right: Sequence[str] = (),
    gives: str = "",
) -> None:
    """Print rows: a table on a terminal, else tab-separated lines under the columns' names.

    Where there is no row, a pipe gets nothing. Where plain text was asked for, each row is a block
    of named cells. On a terminal the column `gives` is cut, so that a row is one line.
    """
    if _plain:
        from tui.plain.tables import record_lines

        for line in record_lines(names, rows, cell):
            say(line)
        return
    if not on_terminal():
        for number, row in enumerate(rows):
            if number == 0 and any(names):
                print("\t".join(names))
            print(_encodable("\t".join(cell(value) for value in row), sys.stdout.encoding))
        return
    from rich.table import Table
    from rich.text import Text

    told = [[cell(value) for value in row] for row in rows]
    if gives:
        told = _on_one_line(names, told, gives, console().width)
    table = Table(box=None, header_style="bold", pad_edge=False, show_header=any(names))
    for name in names:
        table.add_column(
            name,
            justify="right" if name in right else "left",
            overflow="fold",
            no_wrap=name == gives,
        )
    for row in told:
        table.add_row(*map(Text, row))
    console().print(table)


def _on_one_line(
    names: Sequence[str], rows: Sequence[Sequence[str]], gives: str, width: int
) -> list[list[str]]:
    """The rows with the cells of one column cut to what the others leave of the width."""
    from tui.views.lines import fit, width_of

    at = names.index(gives)
    widest = [max(map(width_of, column)) for column in zip(names, *rows, strict=True)]
    room = max(LEAST, width - sum(widest) + widest[at] - 2 * (len(names) - 1))
    return [[*row[:at], fit(row[at], room).rstrip(), *row[at + 1 :]] for row in rows]


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines of a screen on a terminal, with the weight but without the colours they have
    there."""
    from rich.text import Text

    weights = {"strong": "bold", "mark": "bold", "relation": "bold", "hit": "bold", "dim": "dim"}
    for line in lines:
        text = Text()
        for run in line:
            text.append(visible(run.text), weights.get(run.style, ""))
        text.rstrip()
        console().print(text, no_wrap=True, overflow="crop")


def console(*, stderr: bool = False) -> Console:
    """A rich console that takes no text for markup; it obeys NO_COLOR."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


class NotWritten(BroadsheetError):
    """A file that a document was to be written to and that takes nothing."""


def deliver(text: str, options: Namespace) -> None:
    """Write a document to the file that `--output` names, or print it."""
    if options.output:
        write((text + "\n").encode("utf-8"), options.output)
    elif on_terminal() and not options.json:
        say(text)
    else:
        sys.stdout.write(text + "\n")


def write(data: bytes, file: str) -> None:
    """Write a file as a whole; NotWritten where it takes nothing."""
    try:
        Path(file).write_bytes(data)
    except OSError as error:
        raise NotWritten(f"{file} cannot be written: {reason(error)}.") from error


@contextmanager
def delivered(options: Namespace) -> Iterator[None]:
    """What is printed meanwhile goes to the file that `--output` names, if it names one.

    NotWritten where the file takes nothing.
    """
    if not options.output:
        yield
        return
    printed = io.StringIO()
    with redirect_stdout(printed):
        yield
    deliver(printed.getvalue().rstrip("\n"), options)


def reason(error: OSError | UnicodeDecodeError) -> str:
    """Why a file cannot be read or written, in words."""
    if isinstance(error, UnicodeDecodeError):
        return "it is no text in UTF-8"
    return (error.strerror or str(error)).lower()


def harmless(value: object) -> str:
    """A value for a cell that no spreadsheet takes for a formula."""
    text = cell(value)
    if text.lstrip().startswith(_FORMULA) and _NUMBER.fullmatch(text) is None:
        return f"'{text}"
    return text


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def _encodable(text: str, encoding: str | None) -> str:
    """The text with `?` for what the stream's encoding cannot write."""
    encoding = encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
