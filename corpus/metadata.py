"""Outlet, day, byline, agencies, dateline, address, language: what is stated, and where.

Blocks with their roles and what came with the document go in, a `Metadata` comes out. What
is not stated is None; nothing is guessed. Values that came with the document win over what
its text says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import agencies, citing, dates, outlets, publisher
from corpus.article import Stated
from corpus.cleaning.lines import Block
from corpus.frozen import quickly_made
from corpus.signs import Signs
from corpus.text import fold
from corpus.words import MONTHS

_UPDATED = re.compile(
    r"updated|modified|aktualisiert|mis à jour|actualizado|atualizado|güncelleme|수정", re.I
)
_PUBLISHED = re.compile(r"published|posted", re.I)
_DAY_ROLES = {"date": "date line", "byline": "byline", "dateline": "dateline"}
_OLD_PICTURE = re.compile(r"\bfile\b|\barchiv\w*\b|\bundated\b", re.I)
_DATELINE = re.compile(
    r"(?P<place>(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+)(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+){0,4}"
    r"(?:, (?:[A-ZÀ-Þ][\w.’' ]{1,25}))?)?\s*"
    r"(?:,\s*(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))?\s*"
    r"(?:\((?P<agency>[^()]{2,40})\))?\s*(?P<dash>[-–—_]+|--|:)?\s+(?=[\"“'‘A-ZÀ-Þ0-9])"
)
_WIRE_LINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w.,'’/ \-]{1,60}?) \((?P<agency>[^()]{2,40})\)\s+(?:[-–—_]+|--)\s"
)
"""How an agency's copy begins, in whatever letters its place is written."""
_DAY_AFTER_PLACE = re.compile(r",? (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)\s*$")
_DAY = re.compile(r"[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+")
_PLACE_WITH_DATE = re.compile(r"\s*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .,'’\-]{2,30}?)[ ,|\-–—]*$")
_BY = re.compile(
    r"(?i:(?:(?:written|reported|posted|published|story|text|words|report|review|article|"
    r"analysis|opinion|commentary|compiled) )?(?:by|von|par|por|di|da|door|av|af|autor|autore|"
    r"auteur|authors?|reporter|texte?))\s*[:|]?\s+"
)
_INITIALS = re.compile(r"([a-zäöü]{2,5}(?:/[a-zäöü]{2,5})*)(?:\s*\([^()]*\))?\.?$")
_STAFF_OF = re.compile(r"(?:the )?(.{3,40}) staff", re.I)
_AGENCIES = Signs(cited=citing.CITED_WORDS, contributed=agencies.CONTRIBUTED_WORDS)
_WITH = re.compile(r"\bwith (?P<name>[^,;|(]{2,40}?)\s*$")
_WIRE = re.compile(
    r"\b(?:Wire|Press|Agency|Agence|News|Presse|Agentur|Agencia|Newswire|Service)\b|press$"
)
_JOINT = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\bwith\b|\by\b|\be\b|\bve\b)\s*")
_BREAKS = re.compile(
    r"[|•·(]| [-–—] |\s{2,}|\b(?:for|FOR)\b|\bin [A-Z]|@|"
    r" (?:published|posted|updated|publiziert) | on [A-Z]|\bat \d|(?<=[^\W\d_])\d|"
    rf" (?=(?:{'|'.join(MONTHS)}) \d)"
)
_NICKNAME = re.compile(r"(?<=\w) \([A-ZÀ-Þ][^()]{1,30}\) (?=[A-ZÀ-Þ])")
_DEGREE = re.compile(r"(?:[A-Z]{2,4}|Ph\.?D|M\.?D|Dr|Esq|Jr|Sr)\.?$")
_JOB = re.compile(
    r"\b(?:correspondent|reporter|writer|editor|columnist|contributor|staff|bureau|analyst|"
    r"producer|special|news desk|newsroom|author|professor|director|opinion|chief|engineer|"
    r"technologist|founder|manager|researcher)\b",
    re.I,
)
_COMMON_WORDS = frozenset(
    "the and of to in that said for was with is on by as his has have".split()
)
_COMMON = re.compile(rf"\b(?:{'|'.join(sorted(_COMMON_WORDS))})\b")
NEAR = 25  # lines between title and text; further away stand other articles' days and authors
SHORT_PAGE = 60  # lines; here any line with a day is the article's
SAMPLE = 1200  # characters whose language is looked at
LANGUAGE_FROM = 50  # characters; py3langid guesses on less


@quickly_made
@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text, with where the outlet and day were found."""

    title: str | None = None  # only where no line of the text is the title
    outlet: str | None = None
    outlet_from: str | None = None
    published: str | None = None
    published_at: str | None = None
    published_from: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
    contradictions: tuple[str, ...] = ()


def read_metadata(blocks: Sequence[Block], stated: Stated, *, site: str | None = None) -> Metadata:
    """Everything the lines and the stated values say. `site`: the name in the page's own title."""
    url = stated.url[0] if stated.url else _address(blocks)
    outlet, outlet_from = stated.outlet or publisher.outlet_of(blocks, url, site, names_of)
    authors = stated_authors(stated) or _people(_authors(blocks), outlet)
    day, moment, day_from = _published(blocks, stated, url)
    dateline, dateline_agencies = _dateline(blocks)
    found = Metadata(
        outlet=outlet,
        outlet_from=outlet_from,
        published=day,
        published_at=moment,
        published_from=day_from,
        authors=authors,
        agencies=_agencies(blocks, dateline_agencies),
        dateline=dateline,
        url=url,
        language=language_of(" ".join(b.text for b in blocks if b.role in ("body", "title"))),
    )
    return contradicted(found, stated.authors[1] if stated.authors else None, blocks)


def contradicted(found: Metadata, authors_from: str | None, blocks: Sequence[Block]) -> Metadata:
    """What was found with what the lines say against its outlet and authors; `authors_from` says
    who states these, None where only a line does."""
    said = publisher.contradictions(blocks, found.outlet, found.outlet_from, names_of)
    against = (*said, *_against_byline(found.authors, authors_from, blocks))
    return replace(found, contradictions=against) if against != found.contradictions else found


def _against_byline(
    authors: tuple[str, ...], source: str | None, blocks: Sequence[Block]
) -> tuple[str, ...]:
    """What the byline over the text says against the authors that `source` states.

    Reported, not resolved; nothing where one name is in both, or where nothing was stated.
    """
    if not source:
        return ()
    signed = [
        name
        for block in _around_text(blocks)
        if block.role == "byline"
        for name in _not_helping(block.text)
        if " " in name and not outlets.looks_like_an_outlet(name)
    ]
    people = [name for name in authors if " " in name and not outlets.looks_like_an_outlet(name)]
    if not signed or not people:
        return ()
    if set(fold(" ".join(signed)).split()) & set(fold(" ".join(people)).split()):
        return ()
    line = ", ".join(dict.fromkeys(signed))
    return (f"author: {', '.join(people)} ({source}), but {line} (byline)",)


def stated_authors(stated: Stated) -> tuple[str, ...]:
    """The authors that came with the document, parted."""
    return names_of(stated.authors[0]) if stated.authors else ()


def _address(blocks: Sequence[Block]) -> str | None:
    return next((block.text for block in blocks if block.role == "url"), None)


def names_of(byline: str) -> tuple[str, ...]:
    """The people or outlets that a byline names, without agencies, jobs and dates.

    >>> names_of("By Ann Lee and Bo Sand, Staff Writer")
    ('Ann Lee', 'Bo Sand')
    """
    text = _BY.sub("", byline.strip(), count=1) if _BY.match(byline.strip()) else byline.strip()
    for found in reversed(dates.find_dates(text)):
        text = f"{text[: found.start]}|{text[found.end :]}"
    after_day = (part.strip() for part in text.split("|")[1:] if _BY.match(part.strip()))
    if not _BY.match(byline.strip()) and (signed := next(after_day, None)):
        text = _BY.sub("", signed, count=1)  # "Posted on 3 May 2031 by Ann Lee"
    text = _BREAKS.split(_NICKNAME.sub(" ", text), maxsplit=1)[0]
    names: list[str] = []
    for part in _JOINT.split(text):
        name = part.strip(" .|:-–—")
        if (staff := _STAFF_OF.fullmatch(name)) and outlets.looks_like_an_outlet(staff[1]):
            names.append(name)
            continue
        if not name or not name[0].isalpha() or (name[0].islower() and "/" not in name):
            continue
        if len(name.split()) > 5 or agencies.is_agency(name) or _JOB.search(name):
            continue
        if names and (_DEGREE.fullmatch(name) or outlets.known(name) or ".com" in name):
            continue
        if name.isupper() and len(name) > 4:
            name = outlets.known(name) or name.title()
        if name not in names:
            names.append(name)
    return tuple(names)


def _authors(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Who the bylines name; where there is none, the initials under the text."""
    names: dict[str, None] = {}
    for block in _around_text(blocks):
        if block.role == "byline" and not outlets.known(block.text):
            names.update(dict.fromkeys(_not_helping(block.text)))
    for block in reversed(blocks) if not names else ():
        if initials := _initials(block):
            return tuple(dict.fromkeys(initials[1].split("/")))
    return tuple(names)


def _people(names: tuple[str, ...], outlet: str | None) -> tuple[str, ...]:
    """The names of a byline without the outlet's own, where others are named beside it."""
    own = {fold(outlet), fold(outlets.known(outlet) or outlet)} if outlet else set()
    people = tuple(
        n for n in names if fold(n) not in own and fold(outlets.known(n) or n) not in own
    )
    return people or names


def _not_helping(byline: str) -> tuple[str, ...]:
    """The names of a byline without the agency it was written with."""
    helper = _WITH.search(byline)
    names = names_of(byline)
    return tuple(n for n in names if n != helper["name"]) if helper and _is_wire(helper) else names


def _is_wire(helper: re.Match[str]) -> bool:
    """What follows "with" in a byline is an agency, not a second author."""
    name = helper["name"]
    short = name.isupper() and len(name) <= 5
    return short or agencies.is_agency(name) or _WIRE.search(name) is not None


def _initials(block: Block) -> re.Match[str] | None:
    if block.role != "credit" or (found := _INITIALS.fullmatch(block.text)) is None:
        return None
    if agencies.is_agency(found[1]) or not ("/" in found[1] or "(" in block.text):
        return None
    return found


def _around_text(blocks: Sequence[Block]) -> list[Block]:
    """The lines right above the article's text and right below it, first those below the title."""
    text = [at for at, block in enumerate(blocks) if block.role == "body"]
    if not text:
        return list(blocks)
    title = next((at for at, block in enumerate(blocks) if block.role == "title"), 0)
    first, last = text[0], text[-1]
    begin = min(title, first) if first - title <= NEAR else first - NEAR
    above = blocks[max(0, begin - NEAR) : begin]
    return [*blocks[begin : first + 4], *reversed(above), *blocks[last + 1 : last + 4]]


def _published(
    blocks: Sequence[Block], stated: Stated, url: str | None
) -> tuple[str | None, str | None, str | None]:
    if stated.published and (parsed := dates.parse_stated(stated.published[0])):
        return parsed[0], parsed[1], stated.published[1]
    late: tuple[str, str | None, str] | None = None
    for block in blocks if len(blocks) < SHORT_PAGE else _around_text(blocks):
        name = _DAY_ROLES.get(block.role)
        if name is None or not (found := dates.find_dates(block.text)):
            continue
        first = found[0]
        label = block.text[: first.start]
        if _UPDATED.search(label) and not _PUBLISHED.search(label):
            late = late or (first.day, first.moment, name)
            if len(found) < 2:
                continue
            first = found[1]
        return first.day, first.moment, name
    if late:
        return late
    if url and (day := dates.day_of_url(url)):
        return day, None, "url"
    for block in blocks:
        if block.role == "caption" and not _OLD_PICTURE.search(block.text):
            found = dates.find_dates(block.text)
            if found:
                return found[-1].day, None, "caption"
    return None, None, None


def _dateline(blocks: Sequence[Block]) -> tuple[str | None, list[str]]:
    for block in blocks:
        if block.role in ("date", "dateline") and (found := dates.find_dates(block.text)):
            before = _PLACE_WITH_DATE.fullmatch(block.text[: found[0].start])
            if before:
                return before["place"].strip(), agencies.named_in(block.text)
    for block in blocks:
        if block.role == "body" and (match := _DATELINE.match(block.text)):
            place, agency, dash = match["place"], match["agency"], match["dash"]
            named = agencies.named_in(agency) if agency else []
            if place and ((dash and dash != ":") or named) and not agencies.is_agency(place):
                return _DAY_AFTER_PLACE.sub("", place).strip(), named
            if named and (dash or not place):
                return None, named
        if block.role == "body":
            wire = _WIRE_LINE.match(block.text)
            if wire and agencies.is_agency(wire["agency"]):
                place = _DAY_AFTER_PLACE.sub("", wire["place"]).strip()
                named = agencies.named_in(wire["agency"])
                return (None if _DAY.fullmatch(place) else place), named
            break
    return None, []


def _agencies(blocks: Sequence[Block], dateline: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for block in blocks:
        if block.role == "byline":
            helper = _WITH.search(block.text)
            if helper and _is_wire(helper) and not agencies.is_agency(helper["name"]):
                found.append(helper["name"])
            found.extend(agencies.named_in(block.text))
    found.extend(dateline)
    whole = "\n".join(block.text for block in blocks if block.role == "body")
    held = _AGENCIES.held_by(f" {whole}")
    named, helped = "cited" in held, "contributed" in held
    others = citing.other_meanings(whole) if named else frozenset()
    text = [at for at, block in enumerate(blocks) if block.role == "body"]
    for at, block in enumerate(blocks):
        if block.role == "credit" and "picture" not in block.why:
            if not (text and text[0] < at < text[-1] and agencies.is_agency(block.text)):
                found.extend(_credited(block))  # a bare name within the text is a picture's
        elif block.role == "noise":
            found.extend(agencies.contributed(block.text))
        elif block.role == "body":
            if named:
                found.extend(a for a in citing.cited_in(block.text) if a not in others)
            if helped and block.words < 60:
                found.extend(agencies.contributed(block.text))
    return agencies.in_order(found)


def _credited(block: Block) -> list[str]:
    """Agencies of a credit; in brackets after initials also those that no list knows."""
    if _initials(block) is None or "(" not in block.text:
        listed = agencies.sources(block.text)
        return agencies.named_in(block.text) if listed is None else listed
    inside = block.text[block.text.index("(") + 1 :].strip(" .)")
    found: list[str] = []
    for part in _JOINT.split(inside):
        name = part.strip()
        known = agencies.named_in(name) or agencies.named_in(name.upper())  # (dpa, afp)
        found.extend(known or ([name] if name[:1].isupper() else []))
    return found


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None for a text too short to tell."""
    if len(text) < LANGUAGE_FROM:
        return None
    sample = text[:SAMPLE]
    words = sample.split()
    enough = 0.12 * len(words)
    apart = sum(map(_COMMON_WORDS.__contains__, words))  # nearly always enough, and fast
    if apart >= enough or len(_COMMON.findall(sample)) >= enough:
        return "en"
    from corpus.languages import guessed

    return guessed(sample) or None
