"""A line that can be chosen in a panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Option:
    """What the line says, what it stands for, a note at its right, and of which kind it is."""

    label: str
    value: Any
    note: str = ""
    style: str = ""
    kind: str = ""
