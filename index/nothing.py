"""Why a query found nothing, or a part of it did: which one, and what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from corpus.text import fold
from index.analysis import words
from index.engine import Engine
from index.outside import Outside
from index.query.fields import FIELDS
from index.query.print import read_as
from index.query.tree import (
    And,
    Boosted,
    Days,
    Field,
    Has,
    Is,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Sentence,
    Shaped,
    Whole,
    Wildcard,
    Word,
    tidied,
)
from index.query.turned import with_initials_begun
from index.query.variants import variants
from index.query.within_marks import operators_in
from index.schema import TEXT_FIELDS
from index.spelling import is_one_slip

_TYPED = 4  # letters from which the beginning of a word is likelier than another spelling
_OF_NAMES = tuple(rule.name for rule in FIELDS if rule.kind == "name")
_RESPELT = (None, "title", "body", "quote", "outlet", "said", *_OF_NAMES)


def explained(
    engine: Engine, tree: Node, outside: Outside, already: Iterable[str] = ()
) -> tuple[str, ...]:
    """Sentences for a person who found nothing."""
    if not engine.holds_any():
        return ("The archive is empty; add articles with `broadsheet add`.",)
    said = set(already)

    def total(node: Node) -> int:
        matches = engine.search(node, limit=0, outside=outside)
        grouped.extend(note for note in matches.notes if note in said)
        return matches.total

    grouped: list[str] = []
    notes: list[str] = []
    parts = tree.nodes if isinstance(tree, And | Or) else (tree,)
    wanted = [part for part in parts if not isinstance(part, Not)]
    for part in wanted:
        grouped.clear()
        if total(part) or grouped:
            continue  # it has hits, or why it has none is said already
        notes.append(_finds_nothing(engine, part, outside))
    if not notes and not said and isinstance(tree, And):
        without = [part for part in parts if isinstance(part, Not)]
        together = (
            total(And(tuple(wanted))) if len(wanted) > 1 else total(wanted[0]) if wanted else 0
        )
        if without and together:
            left_out = ", ".join(map(_shown, without))
            notes.append(f"Without {left_out} there would be {together:,}.")
        elif len(wanted) > 1:
            notes.append("Each part is found, but no article holds them all.")
    if isinstance(tree, And):
        notes += _of_one_value(wanted, total)
    return tuple(notes)


def without_effect(
    engine: Engine, tree: Node, outside: Outside, already: Iterable[str] = (), *, found: bool
) -> tuple[str, ...]:
    """Sentences on parts that find nothing where that cannot be seen from what is found.

    These are what is left out, and alternatives, all of them looked at only where something was
    `found`. What `already` tells of a part is not told again.
    """
    if not engine.holds_any():
        return ()
    said = tuple(already)
    notes: list[str] = []
    for part, lost in _unseen(tree):
        if not (lost or found):
            continue
        matches = engine.search(part, limit=0, outside=outside)
        if matches.total or any(note in said for note in matches.notes):
            continue
        shown = _shown(part)
        if any(one.startswith((f"{shown} finds", f"{shown} stands nowhere")) for one in said):
            continue
        told = _finds_nothing(engine, part, outside)
        if lost:
            told = told.replace(" finds nothing", " finds nothing, so it leaves nothing out", 1)
        notes.append(told)
    return tuple(dict.fromkeys(notes))


def _unseen(
    node: Node, field: str | None = None, lost: bool = False
) -> Iterator[tuple[Node, bool]]:
    """The alternatives of a tree and what it leaves out, each with whether it is left out."""

    def asked(part: Node) -> Node:
        return part if field is None else Field(field, part)

    match node:
        case Not(inner) if not lost:
            if isinstance(inner, Or) or (isinstance(inner, Field) and isinstance(inner.node, Or)):
                yield from _unseen(inner, field, lost=True)
            elif not isinstance(inner, Is | Has):
                yield asked(inner), True
        case Or(nodes):
            begun = {one.text for one in nodes if isinstance(one, Prefix)}  # not typed to the end
            begun |= {one.pattern[:-1] for one in nodes if isinstance(one, Wildcard)}  # won OR won?
            for part in nodes:
                if isinstance(part, And | Not):
                    yield from _unseen(part, field, lost)
                elif isinstance(part, Field) and isinstance(part.node, Or):
                    yield from _unseen(part, field, lost)
                    continue
                if isinstance(part, Not | Is | Has):
                    continue
                if not (isinstance(part, Word) and part.text in begun):
                    yield asked(part), lost
        case And(nodes) if not lost:
            for part in nodes:
                yield from _unseen(part, field)
        case Field(name, inner) if name != "story":
            yield from _unseen(inner, name, lost)
        case Boosted(inner, _) | Sentence(inner):
            yield from _unseen(inner, field, lost)
        case Near(left, right) if not lost:
            yield from _unseen(left, field)
            yield from _unseen(right, field)


def _of_one_value(parts: Iterable[Node], total: Callable[[Node], int]) -> list[str]:
    """What to say of two values asked of what an article has one of: its outlet, its day."""
    asked: dict[str, list[Node]] = {}
    for part in parts:
        match part:
            case Days():
                asked.setdefault("day", []).append(part)
            case Field(field, inner) if field in ("outlet", "lang", "url"):
                asked.setdefault(field, []).append(inner)
    notes = []
    for name, values in asked.items():
        if len(values) < 2:
            continue
        if name == "day" and (_have_common_day(values) or _is_open(values)):
            if not _have_common_day(values):
                notes.append(f"No day is in all of {', '.join(map(_shown, values))}.")
            continue
        either = tidied(Or(tuple(values)))
        either = either if name == "day" else Field(name, either)
        if found := total(either):
            one = {"lang": "language", "url": "address"}.get(name, name)
            notes.append(f"An article has one {one}: {_shown(either)} finds {found:,}.")
    return notes


def _have_common_day(values: Iterable[Node]) -> bool:
    days = [one for one in values if isinstance(one, Days)]
    first = max((one.first for one in days if one.first), default="")
    return first <= min((one.last for one in days if one.last), default="9999")


def _is_open(values: Iterable[Node]) -> bool:
    """Whether one of these has no first or no last day: then either of them is not meant."""
    return any(isinstance(one, Days) and None in (one.first, one.last) for one in values)


def _shown(node: Node) -> str:
    """A part as a person reads it: what needs no backslash to be understood has none."""
    return re.sub(r"\\([^\w\s*?\\])", r"\1", read_as(node))


def _finds_nothing(engine: Engine, part: Node, outside: Outside) -> str:
    said = f"{_shown(part)} finds nothing"
    meant = _respelt(engine, part, None, outside)
    if meant is not None:
        return f"{said}; did you mean {read_as(meant)}?"
    looser = _looser(part)
    if looser is not None and (more := engine.search(looser, limit=0, outside=outside).total):
        return f"{said}; {read_as(looser)} finds {more:,}."
    return f"{said}."


def _looser(part: Node) -> Node | None:
    """The same words without what binds them together; None where nothing does."""
    match part:
        case Near(left, right):
            return tidied(And((_looser(left) or left, _looser(right) or right)))
        case Sentence(inner) | Boosted(inner, _) | Field("quote", inner):
            return _looser(inner) or inner
        case Phrase(text) if operators_in(text):
            return None
        case Phrase(text) if (begun := with_initials_begun(text)) != text:
            return Shaped(begun)
        case Wildcard(pattern) if (either := _with_or_without(pattern)) is not None:
            return either
        case Word(text) | Phrase(text) | Loose(text, _) if len(words(text)) > 1:
            return And(tuple(Word(form.surface) for form in words(text)))
        case Field(name, inner) if name in TEXT_FIELDS and (inside := _looser(inner)):
            return Field(name, inside)
        case _:
            return None


def _with_or_without(pattern: str) -> Node | None:
    """Two words for a pattern with one `?` in it, as in an expression: color, colour."""
    before, mark, after = pattern.partition("?")
    if not (mark and before.isalpha() and after.isalpha()):
        return None
    return Or((Word(before[:-1] + after), Word(before + after)))


def _respelt(engine: Engine, node: Node, field: str | None, outside: Outside) -> Node | None:
    """The same part with the words that stand nowhere spelt like words that do."""
    match node:
        case Field(name, inner):
            meant = _respelt(engine, inner, name, outside)
            return None if meant is None else Field(name, meant)
        case Boosted(inner, factor):
            meant = _respelt(engine, inner, field, outside)
            return None if meant is None else Boosted(meant, factor)
        case Sentence(inner):
            meant = _respelt(engine, inner, field, outside)
            return None if meant is None else Sentence(meant)
        case Near(left, right, distance, ordered):
            one = _respelt(engine, left, field, outside)
            other = _respelt(engine, right, field, outside)
            if one is None and other is None:
                return None
            return Near(one or left, other or right, distance, ordered)
        case Word(text) if field in (None, *TEXT_FIELDS) and _begins(engine, text, field, outside):
            return Prefix(text)
        case Word(text) if field in (None, *TEXT_FIELDS) and (
            variant := _variant(engine, text, field, outside)
        ):
            return Word(variant)
        case Whole(text) if engine.search(Field("outlet", Phrase(text)), limit=0).total:
            return Phrase(text) if " " in text else Word(text)
        case Word(text) | Phrase(text) | Whole(text):
            spelt = engine.nearest_outlet(text) if field == "outlet" else _words(engine, text)
            if spelt is None or field not in _RESPELT:
                return None
            as_word = " " not in spelt and not isinstance(node, Phrase)
            meant = Word(spelt) if as_word else Phrase(spelt)
            asked = meant if field is None else Field(field, meant)
            return meant if engine.search(asked, limit=0, outside=outside).total else None
        case And(nodes) | Or(nodes):
            better = [_respelt(engine, inner, field, outside) for inner in nodes]
            if not any(better):
                return None
            kept = tuple(new or old for new, old in zip(better, nodes, strict=True))
            return And(kept) if isinstance(node, And) else Or(kept)
        case _:
            return None


def _variant(engine: Engine, text: str, field: str | None, outside: Outside) -> str:
    """Another way to write a word that stands nowhere, where one does; else empty."""
    for written in (text, *variants(text)):
        asked: Node = Word(written) if field is None else Field(field, Word(written))
        if engine.search(asked, limit=0, outside=outside).total:
            return written if written != text else ""
    return ""


def _begins(engine: Engine, text: str, field: str | None, outside: Outside) -> bool:
    """Whether a word that stands nowhere is the beginning of some that do: it is not typed out.

    Where a word with one other letter stands in more articles, that is likelier: gun, for gunn.
    """

    def found(node: Node) -> int:
        asked = node if field is None else Field(field, node)
        return engine.search(asked, limit=0, outside=outside).total

    if len(text) < _TYPED or found(Word(text)) or not (begun := found(Prefix(text))):
        return False
    likest = engine.spelling(fold(text))
    return likest is None or not is_one_slip(text, likest) or found(Word(likest)) <= begun


def _words(engine: Engine, text: str) -> str | None:
    spelt, changed = [], False
    for form in words(text):
        if engine.search(Phrase(form.surface), limit=0).total:
            spelt.append(form.surface)
            continue
        near = engine.spelling(form.folded)
        if near is None:
            return None
        spelt.append(near)
        changed = True
    return " ".join(spelt) if changed else None
