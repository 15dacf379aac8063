"""Lines of styled runs, and the few operations that lay text out in cells.

A `Line` is a tuple of `Run`s, each a piece of text with style names that `tui.theme` knows.
Widths are terminal cells, so wide and combining characters count as what they take up;
text from outside passes through `shown`, which leaves nothing that a terminal would obey.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from corpus.text import plain, visible
from tui.views.counts import counted as counted  # told wherever lines are
from tui.views.counts import counted_aside as counted_aside
from tui.views.counts import thousands as thousands


class Run(NamedTuple):
    """A piece of text in one style; `style` holds style names separated by blanks."""

    text: str
    style: str = ""


Line = tuple[Run, ...]
EMPTY: Line = ()


class Span(NamedTuple):
    """A stretch of a text, by offsets, with the style it adds."""

    start: int
    end: int
    style: str


_WORD = re.compile(r"\S+")
_BLANK = re.compile(r"\s")


def shown(text: str) -> str:
    """Text as a terminal may show it: one line, controls visible, nothing invisible left."""
    if text.isascii() and text.isprintable():
        return text
    return plain(_BLANK.sub(" ", visible(text)))


def width_of(text: str) -> int:
    """How many cells a text takes up once it is shown."""
    return cell_len(shown(text))


def line_width(line: Line) -> int:
    """How many cells a line takes up."""
    return sum(width_of(run.text) for run in line)


def line_text(line: Line) -> str:
    """The characters of a line without its styles."""
    return "".join(run.text for run in line)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Spans of `text` that fit into `width` cells each, broken between words where possible.

    >>> wrap("one two three", 8)
    [(0, 7), (8, 13)]
    """
    width = max(width, 1)
    spans: list[tuple[int, int]] = []
    start = end = -1
    used = 0
    for word in _WORD.finditer(text):
        size = width_of(word.group())
        gap = word.start() - end
        if start >= 0 and used + gap + size <= width:
            end, used = word.end(), used + gap + size
            continue
        if start >= 0:
            spans.append((start, end))
        start, end, used = word.start(), word.end(), size
        while used > width:
            cut = _cut(text, start, end, width)
            spans.append((start, cut))
            start, used = cut, width_of(text[cut:end])
    if start >= 0 and end > start:
        spans.append((start, end))
    return spans


def _cut(text: str, start: int, end: int, width: int) -> int:
    """Where a word that is wider than a line is broken: between characters as people see them."""
    graphemes, _ = split_graphemes(visible(text[start:end]))
    cut = start
    for first, last, _cells in graphemes:
        if width_of(text[start : start + last]) > width and cut > start:
            break
        cut = start + last
        if first == last:
            break
    return max(cut, start + 1)


def fit(text: str, width: int) -> str:
    """The shown text, cut with an ellipsis or filled with blanks to exactly `width` cells."""
    text = shown(text)
    size = cell_len(text)
    if size <= width:
        return text + " " * (width - size)
    if width <= 0:
        return ""
    kept, used = [], 0
    graphemes, _ = split_graphemes(text)
    for first, last, cells in graphemes:
        if used + cells > width - 1:
            break
        kept.append(text[first:last])
        used += cells
    return "".join(kept).rstrip() + "…" + " " * (width - 1 - cell_len("".join(kept).rstrip()))


def fit_words(text: str, width: int) -> str:
    """The same, cut between words where a word ends in the second half of the room.

    >>> fit_words("no ship of this class", 14)
    'no ship of…   '
    """
    text = shown(text)
    if cell_len(text) <= width:
        return fit(text, width)
    kept = fit(text, width).rstrip()[:-1]
    head = kept.rpartition(" ")[0].rstrip(" ,;:–—-(")
    whole = text[len(kept) : len(kept) + 1].isspace() or 2 * cell_len(head) < width
    return fit((kept if whole else head) + "…", width)


def clip(line: Iterable[Run], width: int) -> Line:
    """A line cut to `width` cells, with an ellipsis where something was cut off."""
    runs = [Run(shown(run.text), run.style) for run in line]
    if sum(cell_len(run.text) for run in runs) <= width:
        return tuple(run for run in runs if run.text)
    out: list[Run] = []
    left = width
    for run in runs:
        size = cell_len(run.text)
        if size >= left:
            out.append(Run(fit(run.text + "…", left), run.style))
            break
        out.append(run)
        left -= size
    return tuple(out)


def spread(left: Iterable[Run], right: Iterable[Run], width: int) -> Line:
    """Two groups of runs at both ends of a line; the left one gives way."""
    right = clip(right, width)
    room = width - line_width(right)
    left = clip(left, max(0, room - (2 if right else 0)))
    return (*left, Run(" " * max(0, room - line_width(left))), *right)


def styled(text: str, start: int, end: int, base: str, spans: Sequence[Span]) -> Line:
    """The runs of `text[start:end]`: `base` everywhere, each span's style added where it covers."""
    inside = [s for s in spans if s.start < end and s.end > start]
    if not inside:
        return (Run(shown(text[start:end]), base),)
    edges = sorted(
        {start, end} | {e for s in inside for e in (max(s.start, start), min(s.end, end))}
    )
    runs = []
    for first, last in itertools.pairwise(edges):
        names = [base, *(s.style for s in inside if s.start <= first and s.end >= last)]
        piece = shown(text[first:last])
        if piece:
            runs.append(Run(piece, " ".join(filter(None, names))))
    return tuple(runs)


def padded(line: Line, width: int) -> Line:
    """A line filled with blanks to `width` cells."""
    missing = width - line_width(line)
    return (*line, Run(" " * missing)) if missing > 0 else line


def rule(width: int, mark: str = "─") -> Line:
    """A horizontal rule."""
    return (Run(mark * width, "rule"),)


def told_rule(said: str, width: int, mark: str = "─", *, strong: bool = False) -> Line:
    """A horizontal rule with a few words set into its right end."""
    if not said:
        return rule(width, mark)
    words = clip((Run(f" {said} ", "relation" if strong else "dim"),), max(0, width - 4))
    return (Run(mark * (width - 2 - line_width(words)), "rule"), *words, Run(mark * 2, "rule"))


def place(position: int, total: int) -> str:
    """Where one is: "12/340 · 3 %" (counted from 1); empty for an empty list."""
    if total <= 0:
        return ""
    return f"{thousands(position)}/{thousands(total)} · {round(100 * position / total)} %"
