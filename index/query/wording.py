"""Words of a query as the parser takes them: wildcards, escapes, punctuation, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from corpus.words import STOP
from index.analysis import tokens
from index.query.tree import QueryError, Word

ACRONYMS = frozenset("US IS WHO IT ICE AIDS IRA ETA".split())
"""Everyday words that mean something else in capitals."""

_SHORT = 4  # letters of a word up to which only one may differ
_SHOUTED = 4  # letters of a word in capitals that no acronym of the list explains


def wildcards(raw: str) -> str:
    """The wildcards of a word, without what escapes make literal."""
    found, escaped = "", False
    for char in raw:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char in "*?":
            found += char
    return found


def pattern_of(raw: str) -> str:
    """A word as a wildcard pattern: only `*`, `?` and the backslash stay escaped."""
    pattern, escaped = "", False
    for char in raw:
        if escaped:
            pattern += "\\" + char if char in "*?\\" else char
            escaped = False
        elif char == "\\":
            escaped = True
        else:
            pattern += char
    return pattern


def trimmed(word: str, literal: bool, end: bool = True) -> str:
    """The word without punctuation around it."""
    found = tokens(word)
    if literal or not found:
        return word.strip() if literal and found else ""
    return word[found[0].start : found[-1].end if end else len(word)]


def most_edits(letters: int) -> int:
    """How many letters of a word of so many may differ at most: in `cat` one, or all would fit."""
    return 2 if letters > _SHORT else 1


def edits_of(text: str, number: str) -> tuple[int, list[str]]:
    """How many letters of a word may differ that has `~` or `~2` behind it, and what to say of it.

    >>> edits_of("harbour", "")[0], edits_of("Moss", "")[0], edits_of("is", "")[0]
    (2, 1, 0)
    """
    letters = max((len(one.folded) for one in tokens(text)), default=0)
    most = most_edits(letters)
    edits, said = 2 if letters > 5 else 1 if letters > 2 else 0, []
    if number.isdigit():
        edits = int(number)
    elif number:
        edits = max(edits, 1)
        said.append(f"~{number} was read as ~{edits}: letters that may differ")
    elif not edits:
        said.append(f"~ after {text} was left out: the word is too short; ~1 is for one letter")
    if edits > most:
        why = "no more letters may differ" if most == 2 else "no more may differ in a short word"
        said.append(f"~{number} was read as ~{most}: {why}")
    return min(edits, most), said


def regex_of(raw: str) -> str:
    """What stands between two slashes as an RE2 expression; QueryError when it is none."""
    import re2

    pattern = re.sub(r"\\(.)", lambda found: "/" if found[1] == "/" else found[0], raw)
    try:
        re2.compile(pattern, regex_options())
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error.args[0]
        raise QueryError(
            f"/{raw}/ is no expression that can be searched for: {reason}. Expressions are RE2's: "
            "no look-ahead, no back-references."
        ) from error
    return pattern


def regex_options() -> Any:
    """How expressions of users are compiled: no case, little memory, silent."""
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 1 << 20
    return options


def is_acronym(word: str) -> bool:
    """Whether a word in capitals, or with full stops, is one that small letters would change.

    >>> is_acronym("US"), is_acronym("u.s."), is_acronym("us"), is_acronym("NATO")
    (True, True, False, False)
    """
    letters = word.replace(".", "")
    dotted = word[1:2] == "."
    return (letters.upper() if dotted else letters) in ACRONYMS


def small(acronym: Word, repairs: list[str]) -> Word:
    """An acronym where all is in capitals: the plain word, which is told among the repairs."""
    plain = acronym.text.replace(".", "").lower()
    repairs.append(f"all is in capitals, so {acronym.text} was read as {acronym.text.lower()}")
    return Word(plain)


def shouted(texts: Iterable[str]) -> bool:
    """Whether texts are written in capitals throughout, so that capitals say nothing."""
    whole = " ".join(texts)
    if whole != whole.upper():
        return False
    return any(
        token.folded in STOP or (token.surface.isalpha() and len(token.surface) >= _SHOUTED)
        for token in tokens(whole)
        if not is_acronym(token.surface)
    )


def phrase_pattern(raw: str) -> str:
    r"""What stands between quotation marks as a pattern; empty when no word has a wildcard.

    A `*` at a word or by itself is one, a `?` only within a word: at its end it is punctuation.
    Only wildcards stay bare; stars at either end of the phrase stand for nothing.

    >>> phrase_pattern("foreign minist*"), phrase_pattern("ass?d who?"), phrase_pattern(r"5\* a")
    ('foreign minist*', 'ass?d who\\?', '')
    """
    shaped = [_shaped(signs(word)) for word in pattern_of(raw).split()]
    while shaped and shaped[0] == "*":
        del shaped[0]
    while shaped and shaped[-1] == "*":
        del shaped[-1]
    return " ".join(shaped) if any(map(wildcards, shaped)) else ""


def signs(pattern: str) -> list[str]:
    """A pattern cut into its characters, the escaped ones with their backslash."""
    return re.findall(r"\\.|.", pattern, re.DOTALL)


def _shaped(word: list[str]) -> str:
    """One word of a phrase with only its wildcards bare."""
    if set(word) == {"*"}:
        return "*"
    some = any(map(str.isalnum, word))
    return "".join(
        sign if sign not in ("*", "?") or (some and (sign == "*" or _between(word, at)))
        else "\\" + sign
        for at, sign in enumerate(word)
    )  # fmt: skip


def _between(word: list[str], at: int) -> bool:
    """Whether a question mark, or several, stand between two letters."""
    before = next((sign for sign in reversed(word[:at]) if sign != "?"), "")
    after = next((sign for sign in word[at:] if sign != "?"), "")
    return before.isalnum() and after.isalnum()
