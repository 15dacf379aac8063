"""A palette as the terminal library wants it: for its own panels, fields and grounds."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from tui.theme import Palette


def textual_theme(palette: Palette) -> Theme:
    """The terminal library's theme with the colours of a palette."""
    ansi = palette.ground is None
    ground = palette.ground or "ansi_default"
    text = palette.text or "ansi_default"
    return Theme(
        f"broadsheet-{palette.name}",
        primary=palette.colours.get("mark", "ansi_default") if not ansi else "ansi_default",
        foreground=text,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        dark=palette.dark,
        ansi=ansi,
        variables={
            **BUILTIN_THEMES["ansi-dark"].variables,
            "input-cursor-background": text,
            "input-cursor-foreground": ground,
            "input-selection-background": "ansi_blue" if ansi else text,
            "input-selection-foreground": "ansi_white" if ansi else ground,
        },
    )
