"""What a date means: its ISO text, and whether its year or week is sure."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.frozen import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Meant:
    """A day, week, month or year as ISO 8601, or None where neither of two is likelier."""

    iso: str | None
    sure: bool = True
