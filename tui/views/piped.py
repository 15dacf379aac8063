"""What a command wrote, as lines of a panel: cut to the width, nothing in it obeyed."""

from __future__ import annotations

from rich.cells import chop_cells

from tui.views.lines import EMPTY, Line, Run, counted, shown

MOST = 5_000  # lines that a panel shows


def output_lines(text: str, width: int) -> list[Line | str]:
    """The lines of an output, the longer ones going on in the next line."""
    lines: list[Line | str] = []
    given = text.rstrip("\n").split("\n")
    for line in given[:MOST]:
        words = shown(line.expandtabs(8).rstrip("\r"))
        pieces = chop_cells(words, max(width, 1)) if words else []
        lines += [(Run(piece),) for piece in pieces] or [EMPTY]
    if len(given) > MOST:
        lines.append((Run(f"and {counted(len(given) - MOST, 'line')} more", "dim"),))
    return lines


def ended(status: int) -> str:
    """How a command ended, when that is worth a word."""
    if status < 0:
        return f"ended by signal {-status}"
    return f"exit status {status}" if status else ""
