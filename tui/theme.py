"""Style names and the colours they stand for, in four palettes.

Views name styles ("strong", "person", "hit"); a `Palette` turns the names into rich styles.
Colour never carries meaning alone: each name that means something also has a weight, slant
or underline that stays when colours go. `ansi` uses the terminal's own sixteen colours and
its background; `plain` uses none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rich.color import Color
from rich.style import Style

_SHAPE: Mapping[str, str] = {
    "strong": "bold",
    "masthead": "bold",
    "active": "bold underline",
    "headline": "bold",
    "standfirst": "italic",
    "subhead": "bold",
    "caption": "dim italic",
    "pullquote": "italic",
    "removed": "dim",
    "mark": "bold",
    "hit": "bold underline",  # in the letters' own colour too: a list has dozens
    "current": "reverse",
    "chosen": "bold",  # in the letters' own colour: a move in the list costs 17 bytes less
    "key": "bold",
    "error": "bold",
    "person": "bold",
    "organisation": "underline",
    "place": "italic",
    "group": "italic underline",
    "event": "bold underline",
    "work": "bold italic",
    "quotation": "bold",
    "fragment": "italic",
    "unsure": "italic",
    "figure": "bold underline",
    "differs": "bold underline",
    "wording": "italic underline",
    "label": "bold italic",
    "relation": "bold",
    "find": "bold underline",
}
"""The second cue of every style that has one; it is there in every palette."""


@dataclass(frozen=True)
class Palette:
    """Colours by style name. `colours` maps a name to a colour; `ground` is the background."""

    name: str
    dark: bool
    text: str | None
    ground: str | None
    colours: Mapping[str, str]
    dim_by_attribute: bool = False
    _cache: dict[str, Style] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def base(self) -> Style:
        """The style of ordinary text and of everything empty."""
        return Style(
            color=Color.parse(self.text) if self.text else None,
            bgcolor=Color.parse(self.ground) if self.ground else None,
        )

    def style(self, names: str) -> Style:
        """The rich style of one or more style names; later names win where they disagree."""
        found = self._cache.get(names)
        if found is None:
            found = self.base
            for name in names.split():
                found += self._one(name)
            self._cache[names] = found
        return found

    def _one(self, name: str) -> Style:
        colour = self.colours.get(name)
        shape = _SHAPE.get(name, "")
        if not self.dim_by_attribute:
            shape = shape.replace("dim", "")
        elif name in ("dim", "rule", "bar"):
            shape = "dim"
        elif "bold" in shape:
            shape += " not dim"  # a word that was found stands out of a dim passage, too
        style = Style.parse(shape.strip()) if shape.strip() else Style()
        return style + Style(color=Color.parse(colour)) if colour else style


def _family(
    *,
    strong: str,
    dim: str,
    rule: str,
    accent: str,
    kinds: tuple[str, str, str, str, str, str],
    quote: str,
    figure: str,
) -> dict[str, str]:
    """One palette's colours from the few decisions it consists of."""
    person, organisation, place, group, event, work = kinds
    return {
        **dict.fromkeys(("strong", "active", "headline", "subhead", "key"), strong),
        **dict.fromkeys(("dim", "bar", "removed", "caption"), dim),
        "rule": rule,
        **dict.fromkeys(("masthead", "mark", "find", "differs", "relation"), accent),
        "error": accent,
        "person": person,
        "organisation": organisation,
        "place": place,
        "group": group,
        "event": event,
        "work": work,
        **dict.fromkeys(("quotation", "fragment", "unsure"), quote),
        "figure": figure,
        **dict.fromkeys(("wording", "label"), quote),
    }


# Letters take colours that are in the palette of 256 wherever one there is as good: the light
# driver says these by number, in half the bytes. Grounds are said once a screen, and need not.

DARK = Palette(
    "dark",
    dark=True,
    text="#d0d0d0",
    ground="#15181b",
    colours=_family(
        strong="#eeeeee",
        dim="#949494",
        rule="#4e4e4e",
        accent="#d7875f",
        kinds=("#87afd7", "#afd787", "#87d7d7", "#d7afff", "#d7af5f", "#d787af"),
        quote="#d7af5f",
        figure="#87d7d7",
    ),
)

LIGHT = Palette(
    "light",
    dark=False,
    text="#262626",
    ground="#faf8f3",
    colours=_family(
        strong="#121212",
        dim="#626262",
        rule="#b2b2b2",
        accent="#af0000",
        kinds=("#005faf", "#35691f", "#0e6a62", "#6a45a8", "#875f00", "#8f3a78"),
        quote="#875f00",
        figure="#005f5f",
    ),
)

ANSI = Palette(
    "ansi",
    dark=True,
    text=None,
    ground=None,
    dim_by_attribute=True,
    colours={
        **dict.fromkeys(("masthead", "mark", "find", "differs", "relation"), "red"),
        "error": "red",
        "person": "blue",
        "organisation": "green",
        "place": "cyan",
        "group": "magenta",
        "event": "yellow",
        "work": "magenta",
        **dict.fromkeys(("quotation", "fragment", "unsure", "wording", "label"), "yellow"),
        "figure": "cyan",
    },
)

PLAIN = Palette("plain", dark=True, text=None, ground=None, dim_by_attribute=True, colours={})

PALETTES: Mapping[str, Palette] = {p.name: p for p in (DARK, LIGHT, ANSI, PLAIN)}


def choose(wanted: str, environment: Mapping[str, str]) -> Palette:
    """The palette for a terminal: none with NO_COLOR, our own where it has all colours.

    `wanted` is a palette's name, or "auto".
    """
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return PLAIN
    if wanted in PALETTES:
        return PALETTES[wanted]
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return DARK
    return ANSI
