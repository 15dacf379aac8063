"""The last line of a screen: its keys, as many as there is room for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tui import commands
from tui.views.lines import Line, Run, clip, line_width, spread

_lines: dict[tuple[str, int, tuple[tuple[str, str], ...]], Line] = {}
_NONE: Mapping[str, str] = MappingProxyType({})
_GAP = 2  # cells before the end, at least
_made_from: tuple[commands.Command, ...] = ()


def footer_line(screen: str, width: int, view: Mapping[str, str] = _NONE) -> Line:
    """The footer: as many commands as there is room for, help at the end.

    `view` has the words of the commands that one view of the screen names in place of others, in
    their order and by their ids.
    """
    global _made_from
    table = commands.in_force()
    if table is not _made_from:  # other keys
        _made_from = table
        _lines.clear()
    key = screen, width, tuple(view.items())
    found = _lines.get(key)
    if found is None:
        found = _lines[key] = _laid_out(screen, width, view)
    return found


def _laid_out(screen: str, width: int, view: Mapping[str, str]) -> Line:
    end: Line = (Run("?", "key"), Run(" help", "dim"))
    runs: list[Run] = []
    for key, short in commands.footer(screen, view):
        more = [Run(key, "key"), Run(f" {short}  ", "dim")]
        if line_width(tuple(runs + more)) + line_width(end) > width:
            break
        runs += more
    if runs and line_width(tuple(runs)) + _GAP + line_width(end) > width:
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].style)  # the gap before the end is enough
    return spread(clip(runs, width), end, width)
