"""A query from the arguments that the shell left of it: it takes quotation marks away.

`search climate "gun control"` arrives as two arguments, of which the blank in the second tells
that it was held together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEAD = re.compile(r"-?(?:([A-Za-z]+):)?")
_OF_TEXT = frozenset(("words", "key", "name", "group", "sentence"))


def query_of(arguments: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The query, and what to say of the arguments that were read as phrases.

    One argument is the whole query as it stands. Of several, one that has a blank in it and is
    nothing but words, or a field and words, is a phrase.

    >>> query_of(["climate", "gun control"])
    ('climate "gun control"', ('"gun control" was read as a phrase: it was one argument',))
    >>> query_of(["outlet:Harbour Gazette", "a OR b"])[0], query_of(["gun control"])[0]
    ('outlet:"Harbour Gazette" a OR b', 'gun control')
    """
    if len(arguments) < 2:
        return " ".join(arguments), ()
    parts, said = [], []
    for one in arguments:
        phrase = _phrase(one)
        if phrase:
            said.append(f"{phrase} was read as a phrase: it was one argument")
        parts.append(phrase or one)
    return " ".join(parts), tuple(said)


def _phrase(argument: str) -> str:
    """An argument with quotation marks around its words; empty where it is more than words."""
    from index.query.fields import BY_NAME
    from index.query.tokens import Lexer

    lead = _LEAD.match(argument)
    start = lead.end() if lead else 0
    rule = BY_NAME.get(lead[1].lower()) if lead and lead[1] else None
    words = argument[start:].strip()
    if len(words.split()) < 2 or (lead and lead[1] and (rule is None or rule.kind not in _OF_TEXT)):
        return ""
    lexer = Lexer(words)
    lexer.run()
    if lexer.repairs or any(one.kind != "WORD" for one in lexer.lexemes):
        return ""
    return f'{argument[:start]}"{words}"'
