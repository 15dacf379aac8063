"""What may have been meant otherwise, seen from the pieces of a query; how they are read stays.

Lexemes go in. Out come sentences on operators in small letters, on what NOT takes with it, on
words behind the one that a field takes; the names of outlets that may have been meant, for who
knows which there are; and what the `?` at the end of a word is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from index.query.tokens import Lexeme
from index.query.turned import turned

_OF_TEXT = frozenset(("title", "body", "quote", "sent", "author", "dateline"))
_OF_NAMES = frozenset(("person", "entity", "organisation", "place", "said", "agency"))
_JOINING = frozenset(("and", "or", "not"))
_LONGEST = 5  # words of an outlet's name

_MEANT = {"and": "for both", "or": "for one or the other", "not": "to leave out what follows"}
_CLOSING = frozenset(("WORD", "PHRASE", "REGEX", "RANGE", ")", "~", "^"))
_OPENING = frozenset(("WORD", "PHRASE", "REGEX", "FIELD", "(", "NOT"))

_QUESTIONS = frozenset(
    """
    who whom whose what when where which why how is are was were do does did has have had can
    could will would should may might
    """.split()
)
"""Words that a question begins with."""


def otherwise(lexemes: Sequence[Lexeme]) -> tuple[str, ...]:
    """All that is to be said of what the pieces of a query may have been meant for."""
    return (*_small_operators(lexemes), *_left_out_together(lexemes), *_trailing(lexemes))


def _followed(lexemes: Sequence[Lexeme]) -> Iterator[tuple[str, list[str]]]:
    """Each field with one word as its value and plain words behind it: its name, all the words."""
    for at, lexeme in enumerate(lexemes):
        if lexeme.kind != "FIELD" or lexeme.rule is None:
            continue
        words: list[str] = []
        for one in lexemes[at + 1 :]:
            if one.kind != "WORD" or one.text.lower() in _JOINING:
                break
            if one.text == "," and words:
                words[-1] += ","  # author:Smith, John
            else:
                words.append(one.text)
        if len(words) > 1 and words[0].strip("*") and words[0][0] not in "[{":
            yield lexeme.rule.name, words


def _trailing(lexemes: Sequence[Lexeme]) -> tuple[str, ...]:
    """What to say of the first field behind whose one word others stand; one sentence or none."""
    for name, (value, following, *_) in _followed(lexemes):
        if (both := f"{value} {following}") != (one := turned(both, name)):
            return (f'{name}: takes one word; {name}:"{one}" is for both.',)
        if name in _OF_TEXT:
            return (f"{name}: takes one word; {name}:({value} {following}) is for both.",)
        if name == "number":
            return (f"number: takes the figure alone; {following} was looked for anywhere.",)
        if name in _OF_NAMES and (following[:1].isupper() or not value[:1].isupper()):
            return (f'{name}: takes one word; {name}:"{value} {following}" is for both.',)
    return ()


def outlets_meant(lexemes: Sequence[Lexeme]) -> tuple[tuple[str, ...], ...]:
    """For each `outlet:` what the outlet may be called that was meant, the longest name first."""
    return tuple(
        tuple(" ".join(words[:until]) for until in range(min(len(words), _LONGEST), 1, -1))
        for name, words in _followed(lexemes)
        if name == "outlet"
    )


def anchored(pattern: str) -> list[str]:
    r"""What to say of `^` and `$` in an expression.

    >>> anchored("^trump"), anchored(r"\$")
    (['^ and $ change nothing: an expression is matched with whole words, wherever they are.'], [])
    """
    if not pattern.startswith("^") and not re.search(r"(?<!\\)(?:\\\\)*\$$", pattern):
        return []
    return ["^ and $ change nothing: an expression is matched with whole words, wherever they are."]


def mark_of(lexemes: Sequence[Lexeme], *, last: bool) -> Literal["none", "either", "letter"]:
    """What the `?` at the end of a word is; `lexemes` are those up to that word.

    The mark of a question, a letter, or either where plain words are all of the query.

    >>> mark_of([Lexeme("WORD", "who"), Lexeme("WORD", "won?")], last=True)
    'none'
    >>> mark_of([Lexeme("WORD", "on"), Lexeme("WORD", "fire?")], last=True)
    'either'
    """
    if len(lexemes) < 2 or any(one.kind != "WORD" for one in lexemes):
        return "letter"
    if lexemes[0].text.lower() in _QUESTIONS:
        return "none"
    return "either" if last else "letter"


def _left_out_together(lexemes: Sequence[Lexeme]) -> tuple[str, ...]:
    """What to say of a NOT that leaves out what is near too: `-a NEAR/5 b`, once."""
    for sign, left, near in zip(lexemes, lexemes[1:], lexemes[2:], strict=False):
        if sign.kind == "NOT" and left.kind in ("WORD", "PHRASE", "REGEX") and near.kind == "NEAR":
            alone = f'"{left.text}"' if left.kind == "PHRASE" else left.text
            return (
                f"{sign.text} leaves out all of {alone} {near.text} and what follows; "
                f"at the end of the query it leaves out {alone} alone.",
            )
    return ()


def _small_operators(lexemes: Sequence[Lexeme]) -> tuple[str, ...]:
    """What to say of `and`, `or`, `not` not all in capitals: one sentence, or none.

    Said only where these stand as capitals would join or leave out.

    >>> _small_operators([Lexeme("WORD", "kerry"), Lexeme("WORD", "or"), Lexeme("WORD", "putin")])
    ('and, or, not in small letters are words like others; write OR for one or the other.',)
    """
    found: list[str] = []
    ended = -1  # where the next operator would belong to the one before
    for at, (kind, text) in enumerate((one.kind, one.text) for one in lexemes):
        if kind != "WORD" or text.lower() not in _MEANT:
            continue
        before = lexemes[at - 1].kind if at else ""
        after = lexemes[at + 1].kind if at + 1 < len(lexemes) else ""
        begins = text == "not" or (at > 0 and text.lower() == "not")
        stands = before in _CLOSING or (begins and before != "FIELD")
        if not stands or after not in _OPENING:
            continue
        if ended == at and text.lower() == "not":
            found[-1] += f" {text}"
        else:
            found.append(text)
        ended = at + 1
    if not found:
        return ()
    once = list(dict.fromkeys(one.lower() for one in found))
    meant = f" {_MEANT[once[0].split()[-1]]}" if len(once) == 1 else ""
    capitals = ", ".join(once).upper()
    if all(one.islower() for one in found):
        return (f"and, or, not in small letters are words like others; write {capitals}{meant}.",)
    first = next(one for one in found if not one.islower())
    return (f"{first} was looked for as a word; write {capitals}{meant}.",)
