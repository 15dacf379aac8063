"""What a person decided, in words: "“fourteen” counts people missing".

In goes a judgement, out comes the sentence that panels, commands and undoing show.
"""

from __future__ import annotations

from index.places import parsed
from index.reports import Judgement
from tui.views.lines import shown

_WORDS = 60  # characters of words that were decided about


def in_words(one: Judgement) -> str:
    """What a judgement says, without who made it."""
    target, value = one.target or "", one.value
    place = parsed(target)
    words = _quoted(place.words if place else target)
    match one.field:
        case "name_type":
            name = shown(target.partition(":")[2])
            if value is None:
                return f"“{name}” is of the kind that was read"
            return f"“{name}” is {'no name' if value == 'none' else a_kind(value)}"
        case "name_words":
            if value is None:
                return f"{words} is as it was read"
            kind, _, name = value.partition(":")
            return f"{words} {'is no name' if value == 'none' else f'names {shown(name)}, {kind}'}"
        case "name_part":
            return f"“{shown(value or '')}” is not {shown(target.partition(':')[2])}"
        case "name_merge":
            return f"{shown(value or '')} stands for {shown(target)}"
        case "speaker":
            return f"{shown(value) if value else 'nobody named'} speaks {words}"
        case "quotation":
            return f"{words} is {'no quotation' if value else 'as it was read'}"
        case "quotation_words":
            now = parsed(value)
            return f"the words of {words} are {_quoted(now.words if now else '')}"
        case "figure":
            return f"{words} is {'no figure' if value else 'as it was read'}"
        case "figure_about":
            return f"{words} counts {shown(value) if value else 'nothing that is said'}"
        case "figure_value" | "figure_day":
            return f"{words} is {shown(value or '')}"
        case "role":
            return f"line {target} is {value or 'as it was read'}"
        case "title":
            return f"the title is {_quoted(value) if value else 'not known'}"
        case "authors":
            return f"it is by {shown(value)}" if value else "its authors are not known"
        case "published":
            return f"the day is {value or 'not known'}"
        case "outlet":
            return f"the outlet is {shown(value) if value else 'not known'}"
    return f"{one.field}: {shown(value or '')}"


def by_whom(one: Judgement, reader: str | None) -> str:
    """Who decided it, to a person who signs with the name `reader`: "you" or the name."""
    return "you" if one.author == (reader or "unnamed") else shown(one.author)


def said(one: Judgement, reader: str | None = None) -> str:
    """What somebody decided, and when."""
    return f"{by_whom(one, reader)} said ({one.at[:10]}): {in_words(one)}"


def a_kind(kind: str) -> str:
    """A kind of name with its article: "an organisation"."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _quoted(words: str) -> str:
    text = shown(words)
    return f"“{text if len(text) <= _WORDS else text[:_WORDS].rstrip() + ' …'}”"
