"""The last line of a screen: its keys, as many as there is room for."""

from __future__ import annotations

from tui import commands
from tui.views.lines import Line, Run, clip, line_width, spread

_lines: dict[tuple[str, int], Line] = {}
_made_from: tuple[commands.Command, ...] = ()


def footer_line(screen: str, width: int) -> Line:
    """The footer: as many commands as there is room for, help at the end."""
    global _made_from
    table = commands.in_force()
    if table is not _made_from:  # other keys
        _made_from = table
        _lines.clear()
    found = _lines.get((screen, width))
    if found is None:
        found = _lines[screen, width] = _laid_out(screen, width)
    return found


def _laid_out(screen: str, width: int) -> Line:
    end: Line = (Run("?", "key"), Run(" help", "dim"))
    runs: list[Run] = []
    for key, short in commands.footer(screen):
        more = [Run(key, "key"), Run(f" {short}  ", "dim")]
        if line_width(tuple(runs + more)) + line_width(end) > width:
            break
        runs += more
    return spread(clip(runs, width), end, width)
