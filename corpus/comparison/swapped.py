"""A comparison seen from the other side: left becomes right in everything it found.

In goes any value of `result`, out comes the same with its sides exchanged. Fields that come in
pairs (`left_text`, `right_text`) exchange their values; a relation or a side that is named in a
value is named anew. A new finding needs nothing here as long as its fields come in pairs.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from corpus.comparison.facing import ComparedSentence, Place

T = TypeVar("T")

_MIRRORED = {
    "left": "right",
    "right": "left",
    "trimmed_left": "trimmed_right",
    "trimmed_right": "trimmed_left",
}
_NAMED = frozenset({"side", "later", "quoted", "relation"})
"""Fields whose value names a side."""
_AS_IT_IS = (ComparedSentence, Place)  # they stand on one side and know nothing of the other


def swapped(value: T) -> T:
    """The same comparison, or part of one, with its sides exchanged; its own inverse."""
    turned: T = _swapped(value)
    return turned


def _swapped(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_swapped(one) for one in value)
    if not is_dataclass(value) or isinstance(value, (type, *_AS_IT_IS)):
        return value
    names = [field.name for field in fields(value)]
    turned: dict[str, Any] = {}
    for name in names:
        source = _partner(name)
        if source not in names:
            source = name
        own = getattr(value, source)
        turned[name] = _named(own) if name in _NAMED else _swapped(own)
    changed = replace(value, **turned)
    return changed


def _partner(name: str) -> str:
    """The field of the other side: "only_left" and "only_right", "left_text" and "right_text"."""
    parts = [_MIRRORED[part] if part in ("left", "right") else part for part in name.split("_")]
    return "_".join(parts)


def _named(value: Any) -> Any:
    """What names a side names the other; a mark of quotation in both texts stays a mark."""
    return _MIRRORED.get(value, value) if isinstance(value, str) else value
