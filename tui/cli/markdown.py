"""What all written pages of Markdown have in common: escaping, and tables.

Articles' words are data: every character that Markdown would obey is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.text import visible

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def escaped(text: str, *, trim: bool = True) -> str:
    """Text that Markdown shows as it stands."""
    text = visible(text)
    text = " ".join(text.split()) if trim else re.sub(r"\s", " ", text)
    return _OPENING.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table, line by line; names and cells are plain text."""
    lines = [f"| {' | '.join(map(escaped, columns))} |", "|" + "---|" * len(columns)]
    return lines + [f"| {' | '.join(map(escaped, row))} |" for row in rows]
