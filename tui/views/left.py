"""The signs of what a person left at an article: a star, tags, a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.views.lines import Line, Run, fit, shown

STAR, TAG, NOTE = "*", "#", "¶"
LEGEND = ((STAR, "starred"), (TAG, "tagged"), (NOTE, "with a note"), ("+", "several of these"))
LONGEST = 40  # cells of a note that is told beside other things


@dataclass(frozen=True, slots=True)
class Left:
    """What was left at one article."""

    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""

    @property
    def sign(self) -> str:
        """One sign for a list."""
        signs = [s for s, has in ((STAR, self.starred), (TAG, self.tags), (NOTE, self.note)) if has]
        return "+" if len(signs) > 1 else signs[0] if signs else " "


Signs = Mapping[str, Left]


@dataclass(slots=True)
class Known:
    """What is shown of it, by article: as it was read, changed when a key is pressed, while
    `pending` changes are still to be written."""

    signs: dict[str, Left] = field(default_factory=dict)
    pending: int = 0


def told(left: Left | None) -> Line:
    """All of it: "* #check ¶ ask the port office", a long note cut."""
    if left is None:
        return ()
    parts = [STAR] if left.starred else []
    parts += [f"{TAG}{shown(tag)}" for tag in left.tags]
    if left.note:
        parts.append(fit(f"{NOTE} {shown(left.note)}", LONGEST).rstrip())
    return (Run("  ".join(parts), "mark"),) if parts else ()
