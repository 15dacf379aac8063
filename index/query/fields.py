"""The fields a query can name: one table, from which parser, compiler and help are fed.

To add a field, add a line here, index it in `index/schema.py` (or resolve it to record
numbers in the records), and say in `compile.py` how its values are looked up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "words", "key", "url", "date", "name", "number", "has", "is", "sort", "group", "sentence"
]


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A field: how its values are read, what it is for, and its other names.

    `words` hold text, `key` whole names, `name` entities (found by the records), `number`
    figures, `sentence` words of one sentence, `group` what is not there yet but may be asked for.
    """

    name: str
    kind: Kind
    about: str
    aliases: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether `="a name"` asks for one spelling alone."""
        return self.name in ("outlet", "agency")


FIELDS: tuple[FieldRule, ...] = (
    FieldRule("title", "words", "the headline", ("headline", "subject", "intitle", "hlead")),
    FieldRule("body", "words", "the text below the headline", ("text", "intext")),
    FieldRule("outlet", "key", "who published it", ("source", "paper", "publication")),
    FieldRule("author", "words", "the byline", ("by", "byline")),
    FieldRule("agency", "words", "whose copy it carries", ("wire",)),
    FieldRule("dateline", "words", "the place the report is datelined", ()),
    FieldRule("url", "url", "the address, from the host on", ("site", "link")),
    FieldRule("lang", "key", "the language, as a code: en, de", ("language",)),
    FieldRule("date", "date", "the day it was published", ("day", "published", "when")),
    FieldRule("entity", "name", "anyone or anything named", ("name",)),
    FieldRule("person", "name", "a person named", ("people",)),
    FieldRule("organisation", "name", "an organisation named", ("organization", "org")),
    FieldRule("place", "name", "a place named", ()),
    FieldRule("has", "has", "parts found in it: date, author, quote, figure, ...", ()),
    FieldRule("is", "is", "undated, starred, read, unread, duplicate", ()),
    FieldRule("sort", "sort", "order: -date, date, relevance, random", ()),
    FieldRule("story", "group", "articles on one event", ("thread",)),
    FieldRule("tag", "group", "a tag of one's own", ()),
    FieldRule("note", "group", "words of one's own notes", ()),
    FieldRule("quote", "words", "words inside quotation marks", ("quotes", "quoted")),
    FieldRule("said", "words", "the name of somebody who is quoted", ("speaker", "says")),
    FieldRule("number", "number", "figures: 50, >50, 50..100, 40%, >$3bn", ("figure", "numbers")),
    FieldRule("sent", "sentence", "words in one sentence", ("sentence",)),
)

OF_WORDS: tuple[Kind, ...] = ("words", "sentence", "group")
"""Kinds of fields that take words of every form: near each other, alike, expressions."""

BY_NAME: dict[str, FieldRule] = {
    name: field for field in FIELDS for name in (field.name, *field.aliases)
}

GROUPED = {
    "story": "No article has been grouped into stories yet.",
    "tag": "No article carries a tag yet.",
    "note": "No article carries a note yet.",
    "starred": "No article is starred yet.",
    "read": "No article is marked as read yet.",
    "unread": "No article is marked as read or unread yet.",
    "duplicate": "No article is marked as a duplicate yet.",
}
"""What a question about groups and marks is answered with while there are none."""


_FOREIGN = {
    "id": "`broadsheet show ID` opens an article by its id.",
    "mid": "`broadsheet show ID` opens an article by its id.",
    "from": "outlet: is who published it, author: the byline, said: who is quoted.",
    "inurl": "url: finds addresses from the host on.",
    "allintitle": "write title:(a b).",
    "allintext": "write body:(a b).",
    "allinurl": "url: finds addresses from the host on.",
    "company": "organisation: finds organisations named.",
    "country": "place: finds places named.",
    "city": "place: finds places named.",
    "location": "place: finds places named.",
    "attachment": "has: finds parts of an article, such as has:quote.",
    "length": "how long an article is cannot be asked.",
    "order": "sort:-date is newest first, sort:date oldest.",
    "limit": "`broadsheet search --limit N` says how many are shown.",
    "percent": "number:5% finds percentages.",
    **dict.fromkeys(("ti", "hl", "hd", "headlines"), "did you mean title:?"),
    **dict.fromkeys(("ab", "lp", "tx", "content"), "did you mean body:?"),
    **dict.fromkeys(("au", "writer"), "did you mean author:?"),
    **dict.fromkeys(("pub", "so", "sn", "jn", "feed", "feedtitle"), "did you mean outlet:?"),
    **dict.fromkeys(("dt", "pd", "yr", "year", "month"), "did you mean date:?"),
    **dict.fromkeys(("co", "cp"), "did you mean organisation:?"),
    **dict.fromkeys(("re", "geo", "region"), "did you mean place:?"),
    **dict.fromkeys(("exists", "_exists_"), "has:author finds what has an author."),
}


def unknown(name: str) -> str:
    """What to say of a field that does not exist: the nearest one, or all there are."""
    from difflib import get_close_matches

    if name.lower() in _FOREIGN:
        return f"There is no field {name}: here: {_FOREIGN[name.lower()]}"
    near = get_close_matches(name.lower(), BY_NAME, n=1, cutoff=0.6)
    known = ", ".join(field.name for field in FIELDS)
    offer = f"did you mean {BY_NAME[near[0]].name}:?" if near else f"there are {known}."
    return (
        f"There is no field {name}: here: {offer} "
        f"To look for the words themselves, put them in quotation marks."
    )
