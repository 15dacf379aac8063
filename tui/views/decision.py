"""A judgement that the "why" panel offers."""

from __future__ import annotations

from typing import NamedTuple


class Decision(NamedTuple):
    """Field, value (None: to be asked for), and the line, name's key or quotation it is about."""

    field: str
    value: str | None
    target: str | None = None
