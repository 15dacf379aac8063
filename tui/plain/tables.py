"""A table as plain text: a block of lines for each row, every cell with the name of its column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

_DRAWN = set(" ▏▎▍▌▋▊▉█▇#")


def cell_text(value: object) -> str:
    """A value as one line; nothing where there is none."""
    return "" if value is None else " ".join(str(value).split())


def record_lines(
    names: Sequence[str], rows: Iterable[Sequence[object]], cell: Callable[[object], str]
) -> list[str]:
    """The rows one after the other; of two columns each row is one line.

    `cell` makes a value one line of text. Empty cells and drawn bars are left out; the number
    behind a bar, in a column without a name, goes by the bar's.
    """
    lines: list[str] = []
    for number, row in enumerate(rows, 1):
        told: list[tuple[str, str]] = []
        before = ""  # the name of a bar that was left out
        for name, value in zip(names, row, strict=True):
            text = cell(value)
            if text and not set(text) <= _DRAWN:
                told.append((name or before, text))
                before = ""
            else:
                before = name or before
        if not told:
            continue
        if len(names) == 2:
            lines.append(": ".join(text for _, text in told))
            continue
        lines += ["", f"{number}."]
        lines += [f"{name}: {text}" if name else text for name, text in told]
    return lines
