"""Who publishes a page, by its lines: follow lines, bylines and footers, and where they differ.

Blocks with their roles come in; the outlet's name comes out with the place where it stands.
A byline or an address that names another outlet than the footer is reported, not resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpus import agencies, outlets
from corpus.cleaning.lines import Block
from corpus.text import fold

_FOLLOW = re.compile(
    r"(?:follow|like) (?P<name>[^@:]{2,40}?) on (?:twitter|facebook|instagram|telegram|"
    r"google news)|"
    r"follow (?P<at>[^@:]{2,40}?): ?@\w|"
    r"(?:skip to )?more (?P<sites>[\w .&]{2,30}?) sites\b|"
    r"(?:sign up|subscribe) (?:for|"
    r"to) (?:the )?(?P<letter>[A-Z][\w .&']{2,30}?)['’]?s? newsletters?",
    re.I,
)
_OWNER = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s,]*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|"
    r"20)?\d\d)?)?[\s,]*"
    r"(?P<owner>[^.,|©\n]{2,50}?)(?=[.,|©]|$| all rights| [-–—] | Inc\b| LLC\b)",
    re.I,
)
_COMPANY = re.compile(
    r"[\s,.]*(?:Inc|LLC|Ltd|Limited|Corp|Co|Company|GmbH|plc|PLC|A |An )\b|s,? Inc"
)
_HOLDING = re.compile(
    r"\b(?:Communications?|Network|Broadcasting|Publishing|Syndicate|Agency|Media|Holdings?)\b"
)
_STATED = frozenset(("field", "option", "sidecar", "jsonld", "meta"))
_WIRE = re.compile(
    r"\b(?:Wire|Newswire|Service|Agency|Agence|Agentur|Agencia)\b"
)  # others print it
_PRONOUNS = frozenset(("us", "me", "him", "her", "them", "the author", "this", "our"))
_FOOTER_WORDS = ("©", "(c)", "(C)", "opyright", "OPYRIGHT")

Names = Callable[[str], Sequence[str]]


def outlet_of(
    blocks: Sequence[Block], url: str | None, site: str | None, names_of: Names
) -> tuple[str | None, str | None]:
    """The outlet that address or lines name, and where: the surest place first.

    `site` is the name behind the page's own title; `names_of` parts a byline.
    """
    if url and (by_url := outlets.of_url(url)):
        return by_url, "url"
    if site and (named := outlets.known(site)):
        return named, "title of the page"
    for block in blocks:
        if block.role == "noise" and (match := _FOLLOW.search(block.text)):
            name = next(filter(None, match.groups())).strip().removeprefix("the ")
            known = outlets.known(name)
            if known or (outlets.looks_like_an_outlet(name) and name.lower() not in _PRONOUNS):
                return known or name, "text"
    for name in _in_bylines(blocks, names_of):
        return name, "byline"
    for name in _owners(blocks):
        return name, "footer"
    if site and outlets.looks_like_an_outlet(site):
        return site, "title of the page"
    return None, None


def contradictions(
    blocks: Sequence[Block], outlet: str | None, outlet_from: str | None, names_of: Names
) -> tuple[str, ...]:
    """What the footer says against the outlet found, or against the outlet of a byline."""
    found = dict.fromkeys(_of_agencies(blocks))
    if outlet and outlet_from in _STATED:
        for name in _in_bylines(blocks, names_of):
            if not _same(outlet, name) and not _WIRE.search(name):
                found[f"outlet: {outlet} ({outlet_from}), but {name} (byline)"] = None
    for owner in _owners(blocks, companies=False):
        if outlet and outlet_from != "footer" and not _same(outlet, owner):
            place = outlet_from if outlet_from else "page"
            found[f"outlet: {outlet} ({place}), but {owner} (footer)"] = None
        for name in _in_bylines(blocks, names_of):
            if not _same(name, owner) and not (outlet and _same(name, outlet)):
                found[f"outlet: {name} (byline), but {owner} (footer)"] = None
    return tuple(found)


def _in_bylines(blocks: Sequence[Block], names_of: Names) -> Iterator[str]:
    for block in blocks:
        if block.role == "byline":
            for name in names_of(block.text):
                if outlets.looks_like_an_outlet(name):
                    yield outlets.known(name) or name


def _of_agencies(blocks: Sequence[Block]) -> Iterator[str]:
    """A byline or credit gives one agency's copy, the footer another's."""
    credited: list[str] = []
    for block in blocks:
        if block.role == "byline" or (block.role == "credit" and "picture" not in block.why):
            credited.extend(agencies.named_in(block.text))
    for block in blocks if credited else ():
        if block.role == "noise" and (owner := _OWNER.search(block.text)):
            name = owner["owner"].strip()
            if agencies.is_agency(name) and agencies.named_in(name)[0] not in credited:
                yield f"agency: {', '.join(dict.fromkeys(credited))} (credit), but {name} (footer)"


def _owners(blocks: Sequence[Block], *, companies: bool = True) -> Iterator[str]:
    """Outlets that hold the copyright; `companies`: also names that end in Inc. or Ltd."""
    for block in blocks:
        if block.role != "noise" or not any(word in block.text for word in _FOOTER_WORDS):
            continue
        if owner := _OWNER.search(block.text):
            name = owner["owner"].strip()
            known = outlets.known(name)
            if agencies.is_agency(name) or not outlets.looks_like_an_outlet(name):
                continue
            company = _COMPANY.match(block.text, owner.end()) or _HOLDING.search(name)
            if companies or known or not company:
                yield known or name


def _same(left: str, right: str) -> bool:
    """Two spellings of one outlet: by the list, or because one name holds the other."""
    one, other = (_bare(outlets.known(name) or name) for name in (left, right))
    return one in other or other in one


def _bare(name: str) -> str:
    return re.sub(r"\W+", "", fold(name).removeprefix("the "))
