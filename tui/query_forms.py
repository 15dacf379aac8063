"""How a query is written and what that finds: for the help, the command line and the manual."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from index.query.fields import FIELDS

FORMS: Final = (
    ("ferry fire", "both words, in any form"),
    ('"car deck"', "these words in a row, in no other form"),
    ('"foreign minist*"', "a beginning in a phrase; a * alone is any one word"),
    ('"car deck"~5', "in any order, at most five other words between"),
    ("ferry OR boat", "either; (ferry OR boat) fire is a group"),
    ("ferry -fire", "without; NOT fire says the same"),
    ("ferry NEAR/5 fire", "at most five words apart; PRE/5: in this order"),
    ("sent:(ferry fire)", "both in one sentence"),
    ("harb*", "all that begins so; ? is one letter"),
    ("moss~", "words spelt much like it"),
    ("/colou?rs?/", "a regular expression, for one word"),
    ("ferry^2 OR boat", "ferry weighs twice"),
    ('outlet:"Harbour Gazette"', "a field takes a word, a phrase or a group ( )"),
    ("date:>=2031-03-13", "also date:2031-03, date:7d, since:, before:"),
    ("number:>50", "also number:40..60, number:5%, number:>$3bn"),
    ('person:"Brandis, O*"', "a name, its beginning, the surname first"),
    ("said:Varga quote:doors", "in one quotation of that speaker"),
    ("story:{rebels soldiers}", "stories in which one article has each"),
    ("sort:-date", "newest first; sort:date: oldest first"),
)
"""Forms, each a query that can be asked as it stands, with what it finds."""


def rows() -> Iterator[tuple[str, str]]:
    """The forms, then the fields with what they are and their other names."""
    yield from FORMS
    for field in FIELDS:
        also = f" (also {', '.join(field.aliases)})" if field.aliases else ""
        yield f"{field.name}:", f"{field.about}{also}"
