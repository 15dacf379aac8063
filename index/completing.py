"""How a query may go on: fields, outlets, names, states and words that begin as the last does.

The text before the cursor goes in, `Completion`s come out, the likeliest first: each says from
which character on it takes the place of what was typed, and what it stands for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from corpus.text import fold
from corpus.words import STOP
from index.analysis import folded_words
from index.engine import Engine
from index.query.fields import BY_NAME, FIELDS
from index.query.listed import ORDERS, PARTS, STATES
from index.query.tokens import QUOTES

LIMIT = 8
_LAST = re.compile(r"(?:^|(?<=[\s(,{:]))[-+!]*((?:[A-Za-z]+:)?)([\"“„]?)([^\s\"“”„(){},:]*)$")
_FIELD = re.compile(r"([A-Za-z]+):$")
_WORD = re.compile(r"[^\s*?\\]+$")
_END = re.compile(r"[\s”’\"')]*[.!?;:]")  # no phrase goes on behind it
_FOLLOWING = 60  # characters in which the next word begins
_LETTERS = 3  # of a word, before words of the archive are offered
_OF_SURNAME = 200  # names looked through for one with a forename


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to go on: what stands from `start` on becomes `text`; `about` says what it is."""

    start: int
    text: str
    about: str


class Listed(Protocol):
    """What the records must be able to say of names."""

    def names_beginning(
        self, type_: str | None, beginning: str, limit: int
    ) -> list[tuple[str, int]]:
        """Names one of whose words begins so, with the number of articles, the most first."""
        ...


def completions(
    engine: Engine,
    records: Listed,
    text: str,
    tags: Callable[[], Iterable[str]],
    places: Callable[[str], Iterable[tuple[str, str]]] = lambda query: (),
) -> list[Completion]:
    """How the text before the cursor may go on.

    `tags` are those of the person, `places` some of the places of a phrase: what stands there and
    what follows.
    """
    if text.count('"') % 2:
        return _offered(text, *_in_quotation_marks(engine, records, text, tags, places))
    found = _LAST.search(text)
    if found is None or (not found[1] and found[2]):
        return []
    field, typed, start = found[1][:-1].lower(), found[3], found.start(2)
    if not field and ":" in text[: found.start(3)].rsplit(" ", 1)[-1] and not typed:
        return []
    if not field:
        offers = _fields(typed) if typed else iter(())
        told = [*offers, *_words(engine, typed)]
    elif field in BY_NAME:
        told = list(_values(engine, records, BY_NAME[field].name, typed, tags))
    else:
        told = []
    return _offered(text, start, told)


def _offered(text: str, start: int, told: Iterable[tuple[str, str]]) -> list[Completion]:
    shown = list(told)[:LIMIT]
    return [Completion(start, offer, about) for offer, about in shown if offer != text[start:]]


def _words(engine: Engine, typed: str) -> list[tuple[str, str]]:
    if len(typed) < _LETTERS:
        return []
    return [(word, f"{count:,}") for word, count in engine.words_beginning(fold(typed), LIMIT)]


def _in_quotation_marks(
    engine: Engine,
    records: Listed,
    text: str,
    tags: Callable[[], Iterable[str]],
    places: Callable[[str], Iterable[tuple[str, str]]],
) -> tuple[int, list[tuple[str, str]]]:
    """Where what is offered begins and what it is: a whole name, or the next word of a phrase."""
    opened = text.rindex('"')
    inside, named = text[opened + 1 :], _FIELD.search(text[:opened])
    rule = BY_NAME.get(named[1].lower()) if named else None
    if rule is not None and rule.kind != "words":
        return opened, list(_values(engine, records, rule.name, inside, tags))
    last = _WORD.search(inside)
    typed = last[0] if last else ""
    before = inside.removesuffix(typed)
    if all(one in STOP for one in folded_words(before)):  # they stand before all there is
        return len(text) - len(typed), _words(engine, typed)
    begins = len(typed) > 1  # one letter begins too many words to look all of them up
    asked = f"{before}{typed}*" if begins else before
    often: Counter[str] = Counter()
    for there, following in places(f'{named[0] if rule and named else ""}"{asked}"'):
        if begins:
            often.update(folded_words(there)[-1:])
        elif not _END.match(following):
            next_words = folded_words(following[:_FOLLOWING])[:1]
            often.update(word for word in next_words if word.startswith(fold(typed)))
    told = [(word, f"{count:,}") for word, count in often.most_common(LIMIT)]
    return len(text) - len(typed), told


def _fields(typed: str) -> Iterator[tuple[str, str]]:
    for rule in FIELDS:
        if rule.name.startswith(typed.lower()):
            yield f"{rule.name}:", rule.about


def _values(
    engine: Engine, records: Listed, field: str, typed: str, tags: Callable[[], Iterable[str]]
) -> Iterator[tuple[str, str]]:
    kind = BY_NAME[field].kind
    if field == "outlet":
        for name, count in engine.outlets().stated():
            if _begins(name, typed):
                yield _written(name), f"{count:,}"
    elif kind == "name" and len(typed) > 1:
        type_ = None if field == "entity" else field
        for name, count in _names(records, type_, typed):
            yield _written(name), f"{count:,}"
    elif kind == "words" and len(typed) >= _LETTERS and field != "said":
        for word, count in engine.words_beginning(fold(typed), LIMIT):
            yield word, f"{count:,}"
    else:
        known = {
            "has": sorted(set(PARTS.values())), "is": STATES, "sort": ORDERS.values(),
        }.get(field, sorted(set(tags())) if field == "tag" else ())  # fmt: skip
        for value in known:
            if fold(value).startswith(fold(typed)):
                yield _written(value), ""


def _names(records: Listed, type_: str | None, typed: str) -> Iterator[tuple[str, int]]:
    """Names that begin as what is typed does, which may be a surname, a comma and a forename."""
    surname, comma, forename = (part.strip() for part in typed.partition(","))
    found = records.names_beginning(type_, fold(surname), _OF_SURNAME if comma else LIMIT)
    for name, count in found:
        if not comma or (fold(name).startswith(fold(forename)) and len(name.split()) > 1):
            yield name, count


def _begins(name: str, typed: str) -> bool:
    """Whether a word of a name begins so."""
    wanted, folded = fold(typed), fold(name)
    return folded.startswith(wanted) or f" {wanted}" in folded


def _written(value: str) -> str:
    """A value as it stands in a query."""
    if re.fullmatch(r"-?[\w.&'’-]+", value):
        return value
    return (
        '"' + "".join("\\" + sign if sign in QUOTES | {"\\", "*"} else sign for sign in value) + '"'
    )
