"""How keys are written on a key cap, in the table of commands and in the settings."""

from __future__ import annotations

import unicodedata

_TEXTUAL = {
    "Enter": "enter", "Esc": "escape", "Tab": "tab", "Backspace": "backspace", "space": "space",
    "PgDn": "pagedown", "PgUp": "pageup", "Home": "home", "End": "end",
    "↑": "up", "↓": "down", "←": "left", "→": "right",
    "@": "at", "*": "asterisk", "/": "slash", "?": "question_mark", ":": "colon",
    '"': "quotation_mark",
    "(": "left_parenthesis", ")": "right_parenthesis",
    "|": "vertical_line", "<": "less_than_sign", ">": "greater_than_sign",
}  # fmt: skip


_ALIKE = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at",
    "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
_FUNCTION = {f"F{number}" for number in range(1, 13)}


def textual_key(key: str) -> str:
    """The name that the terminal library gives to a key of the table."""
    if key.startswith("ctrl-"):
        return "ctrl+" + key[5:]
    if key in _FUNCTION:
        return key.lower()
    if key in _TEXTUAL or len(key) > 1 or key.isalnum():
        return _TEXTUAL.get(key, key)
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _ALIKE.get(name, name)


def spelt(key: str) -> str:
    """A key as the table writes it, whatever the case of its name: "enter" is "Enter"."""
    key = key.strip() or "space"
    known = {name.casefold(): name for name in (*_TEXTUAL, *_FUNCTION)}
    lower = key.casefold().replace("ctrl+", "ctrl-")
    if len(key) > 1 and lower in known:
        return known[lower]
    return lower if lower.startswith("ctrl-") else key


def is_key(key: str) -> bool:
    """Whether a text is a key as the table writes them."""
    if key.startswith("ctrl-"):
        return len(key) == 6 and key[5] in "abcdefghijklmnopqrstuvwxyz"
    return key in _TEXTUAL or key in _FUNCTION or (len(key) == 1 and key.isprintable())
