"""What an HTML page states about itself: JSON-LD, OpenGraph and other meta tags, <time>.

The parsed page comes in; title, day, outlet, authors, address, language and description come
out, each with the place where it was found. `metadata` joins them with what came with the
document (which wins) and with what the lines say (which comes after).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from corpus import dates, outlets, page_people
from corpus.article import Document
from corpus.cleaning.header import site_suffix
from corpus.cleaning.lines import Block
from corpus.metadata import Metadata, contradicted, names_of, read_metadata
from corpus.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLES = re.compile(r"article|posting|report|story", re.I)
_SUFFIX = re.compile(r"\s+(?:[|–—•·»:]|-{1,2})\s+")
_WRAPPERS = ("<![CDATA[", "]]>", "<!--", "-->", "/*", "*/", "//", ";")
_UTC = "+00:00"
_LONG_NAME = 4  # words of an outlet
_COMMA_TOO_MANY = re.compile(r",\s*([}\]])")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")  # the site's address where its name should stand
_DAY_NAMES = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "date",
    "article.published", "published-date", "cxenseparse:recs:publishtime", "rnews:datepublished",
    "og:published_time", "og:pubdate", "originalpublicationdate", "article_date_original",
    "iso-8601-publish-date", "bt:pubdate", "vf:article_published_time", "displaydate",
)  # fmt: skip
_AUTHOR_NAMES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
                 "byl", "dcterms.creator", "article:author_name")  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "parsely-title", "dc.title", "headline")


@dataclass(slots=True)
class Facts:
    """Values a page states, each as found first; `sources` says where."""

    title: str | None = None
    day: str | None = None
    moment: str | None = None
    outlets: list[tuple[str, str]] = field(default_factory=list)  # (name, where found)
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    description: str | None = None
    local: list[tuple[str, str]] = field(default_factory=list)  # (moment, where found), not in UTC
    sources: dict[str, str] = field(default_factory=dict)


def facts_of(tree: _Element) -> Facts:
    """Everything the page's head, its JSON-LD and its <time> elements state."""
    facts = Facts()
    meta = _metas(tree)
    for thing in _linked_data(tree):
        _from_linked_data(thing, facts)
    _from_meta(meta, facts)
    if facts.day is None:
        _from_time(tree, facts)
    if not facts.authors and (marked := page_people.authors_of(tree)):
        facts.authors, facts.sources["authors"] = marked, "byline"
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            _note(facts, "url", link.get("href"), "canonical")
    language = str(tree.get("lang") or meta.get("og:locale") or "")[:2].lower()
    if facts.language is None and language.isalpha():
        facts.language = language
    facts.title = _headline(tree, facts)
    return facts


def metadata(blocks: Sequence[Block], document: Document, facts: Facts, tree: _Element) -> Metadata:
    """Stated values first, then what the page says of itself, then its lines, then htmldate."""
    stated = document.stated
    read = read_metadata(blocks, stated, site=_site(tree, blocks, facts))
    url = stated.url[0] if stated.url else facts.url or read.url
    if stated.outlet is None:
        name, source = _outlet(facts, url)
        if name:
            read = replace(read, outlet=name, outlet_from=source)
        elif read.outlet is None and facts.outlets:  # a host, where the page gives no name
            read = replace(read, outlet=facts.outlets[0][0], outlet_from=facts.outlets[0][1])
    source = stated.authors[1] if stated.authors else facts.sources.get("authors")
    if stated.authors is None and facts.authors:
        read = replace(read, authors=facts.authors)
    read = contradicted(read, source, blocks)
    if stated.published is None or read.published is None:
        read = _with_day(read, facts, tree, url)
    return replace(read, title=facts.title, url=url, language=read.language or facts.language)


def _outlet(facts: Facts, url: str | None) -> tuple[str | None, str | None]:
    """The first name that the list knows, or that is in the page's address, or that is stated."""
    for name, source in facts.outlets:
        if known := outlets.known(name):
            return known, source
    if url and (by_url := outlets.of_url(url)):
        return by_url, "url"
    host = re.sub(r"\W", "", (outlets.host(url) or "") if url else "")
    named = [(name, source) for name, source in facts.outlets if not _HOST.fullmatch(name)]
    for name, source in named:
        squeezed = re.sub(r"\W", "", fold(name))
        if len(squeezed) >= 4 and squeezed.removeprefix("the") in host:
            return name, source
    return named[0] if named else (None, None)


def _site(tree: _Element, blocks: Sequence[Block], facts: Facts) -> str | None:
    """What stands behind the headline in the page's title."""
    page = " ".join(next((str(t.text or "") for t in tree.iter("title")), "").split())
    headline = next((b.text for b in blocks if b.role == "title"), facts.title)
    return site_suffix(page, headline) if headline else None


def _with_day(read: Metadata, facts: Facts, tree: _Element, url: str | None) -> Metadata:
    if facts.day and _day_before_or_after(facts, read):
        return replace(read, published_at=facts.moment)  # the page counts days by its own clock
    if local := _local_day(facts, url):
        return replace(read, published=local[0], published_at=facts.moment, published_from=local[1])
    if facts.day:
        return replace(
            read,
            published=facts.day,
            published_at=facts.moment,
            published_from=facts.sources["day"],
        )
    if read.published and read.published_from not in ("caption", "url"):
        return read
    if url and (day := dates.day_of_url(url)):
        return replace(read, published=day, published_at=None, published_from="url")
    if day := _htmldate(tree, url):
        return replace(read, published=day, published_at=None, published_from="htmldate")
    return read


def _day_before_or_after(facts: Facts, read: Metadata) -> bool:
    """A moment whose day is one off the day that readers of the page see.

    With a moment in UTC either side of the date line can be meant; any other moment is at
    most a day ahead of the visible one, when the page's system writes UTC under another name.
    """
    if not (facts.day and facts.moment and read.published):
        return False
    if read.published_from not in ("date line", "byline"):
        return False
    apart = (date.fromisoformat(facts.day) - date.fromisoformat(read.published)).days
    return abs(apart) == 1 if facts.moment.endswith(_UTC) else apart == 1


def _local_day(facts: Facts, url: str | None) -> tuple[str, str] | None:
    """The day by the outlet's own clock, and where it stands, of a moment stated in UTC.

    Another value of the page tells it, or the address; None where neither does, or where no
    zone's clock shows that day at that moment.
    """
    if not (facts.day and facts.moment and facts.moment.endswith(_UTC)):
        return None
    moment = datetime.fromisoformat(facts.moment)
    stated = [(value[:10], source) for value, source in facts.local]
    if url and (of_url := dates.day_of_url(url)):
        stated.append((of_url, "url"))
    for day, source in stated:
        ahead = (date.fromisoformat(day) - moment.date()).days
        if (ahead == -1 and moment.hour < 12) or (ahead == 1 and moment.hour >= 10):
            return day, source
    return None


def _htmldate(tree: _Element, url: str | None) -> str | None:
    import htmldate

    try:
        found = htmldate.find_date(tree, original_date=True, url=url)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    # A year alone, as of a copyright notice, comes as its first day: that is no day.
    return str(found) if found and not str(found).endswith("-01-01") else None


def _note(facts: Facts, name: str, value: str | None, source: str) -> None:
    cleaned = re.sub(r"\s+", " ", value).strip() if value else ""
    if cleaned and getattr(facts, name) is None:
        setattr(facts, name, cleaned)
        facts.sources[name] = source


def _note_outlet(facts: Facts, name: str | None, source: str) -> None:
    cleaned = re.split(r"\s+[|–—]\s+", (name or "").strip().lstrip("@"))[0].strip()
    if len(cleaned.split()) > _LONG_NAME:  # the site's motto follows its name
        cleaned = cleaned.split(" - ")[0].strip()
    if len(cleaned) > 2 and all(cleaned != known for known, _ in facts.outlets):
        facts.outlets.append((cleaned, source))


def _note_day(facts: Facts, value: object, source: str) -> None:
    if facts.day is None and isinstance(value, str) and (parsed := dates.parse_stated(value)):
        facts.day, facts.moment = parsed
        facts.sources["day"] = source


def _metas(tree: _Element) -> dict[str, str]:
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            values.setdefault(name.strip().lower(), content.strip())
    return values


def _linked_data(tree: _Element) -> Iterator[dict[str, Any]]:
    """The article objects of every JSON-LD script, wherever they are nested."""
    scripts = (s for s in tree.iter("script") if s.get("type") == "application/ld+json")
    for script in islice(scripts, 20):
        text = (script.text or "").strip()
        if not text or len(text) > 500_000:
            continue
        waiting, seen = [_parsed(text)], 0
        while waiting and seen < 500:
            thing, seen = waiting.pop(0), seen + 1
            if isinstance(thing, list):
                waiting.extend(thing)
            elif isinstance(thing, dict):
                if _ARTICLES.search(str(thing.get("@type", ""))) or "datePublished" in thing:
                    yield thing
                waiting.extend(
                    value
                    for key, value in thing.items()
                    if key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
                    and isinstance(value, list | dict)
                )


def _parsed(script: str) -> Any:
    """The data of a JSON-LD script, also where it is wrapped, escaped or has a comma too many."""
    bare, before = script.strip(), ""
    while bare != before:
        before = bare
        for wrapper in _WRAPPERS:
            bare = bare.removeprefix(wrapper).removesuffix(wrapper).strip()
    for text in (bare, html.unescape(bare), _COMMA_TOO_MANY.sub(r"\1", bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _from_linked_data(thing: dict[str, Any], facts: Facts) -> None:
    headline = thing.get("headline")
    _note(facts, "title", headline if isinstance(headline, str) else None, "jsonld")
    _note_day(facts, thing.get("datePublished"), "jsonld")
    _note_outlet(facts, _name(thing.get("publisher")), "jsonld")
    _note(facts, "description", _name(thing.get("description")), "jsonld")
    address = thing.get("mainEntityOfPage") or thing.get("url")
    if isinstance(address, dict):
        address = address.get("@id") or address.get("url")
    if isinstance(address, str) and address.startswith("http"):
        _note(facts, "url", address, "jsonld")
    authors = thing.get("author")
    people = authors if isinstance(authors, list) else [authors]
    names = [name for person in people if (name := _name(person)) and not name.startswith("http")]
    if names and not facts.authors:
        facts.authors = tuple(dict.fromkeys(part for name in names for part in names_of(name)))
        facts.sources["authors"] = "jsonld"


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _from_meta(meta: dict[str, str], facts: Facts) -> None:
    for name in _TITLE_NAMES:
        _note(facts, "title", meta.get(name), "meta")
    for name in _DAY_NAMES:
        _note_day(facts, meta.get(name), "meta")
    if facts.moment and facts.moment.endswith(_UTC):
        for value in filter(None, map(meta.get, _DAY_NAMES)):
            parsed = dates.parse_stated(value)
            if parsed and parsed[1] and not parsed[1].endswith(_UTC):
                facts.local.append((parsed[1], "meta"))
    _note_outlet(facts, meta.get("og:site_name"), "meta")
    _note(facts, "url", meta.get("og:url"), "meta")
    _note(facts, "description", meta.get("og:description") or meta.get("description"), "meta")
    for name in _AUTHOR_NAMES:
        value = meta.get(name, "")
        if value and not facts.authors and "://" not in value and len(value) < 200:
            facts.authors = names_of(value)
            facts.sources["authors"] = "meta"


def _from_time(tree: _Element, facts: Facts) -> None:
    below_headline = False
    for element in tree.iter("h1", "time", "meta", "span", "div", "p"):
        below_headline = below_headline or element.tag == "h1"
        marked = "datepublished" in (element.get("itemprop") or "").lower()
        timed = element.tag == "time" and (below_headline or element.get("pubdate") is not None)
        if marked or timed:
            value = element.get("datetime") or element.get("content") or element.text
            _note_day(facts, value, "time")


def _headline(tree: _Element, facts: Facts) -> str | None:
    """The page's headline: its h1 where that agrees with what is stated, else what is stated."""
    heads = [
        text
        for element in tree.iter("h1")
        if (text := re.sub(r"\s+", " ", "".join(map(str, element.itertext()))).strip())
    ]
    page = next((str(t.text or "") for t in tree.iter("title")), "")
    page = re.sub(r"\s+", " ", page).strip()
    stated = without_site(re.sub(r"\s+", " ", facts.title or page).strip(), facts)
    parts = list(_SUFFIX.finditer(page))
    bare = page[: parts[-1].start()] if parts and facts.title else page
    wanted = set(fold(f"{stated} {bare}").split())
    best, most = None, 0.0
    for head in heads:
        words = set(fold(head).split())
        short = len(words) <= _LONG_NAME and fold(head) != fold(stated)
        if short and fold(page).endswith(f" {fold(head)}"):
            continue  # the site's name in large letters
        share = len(words & wanted) / len(words)
        if share * min(len(words), 6) > most and share >= 0.6 and len(words) >= 2:
            best, most = head, share * min(len(words), 6)
    if best is not None:
        facts.sources["title"] = "h1"
        return best
    return stated or (heads[0] if len(heads) == 1 else None)


def without_site(title: str, facts: Facts) -> str:
    """A page's title without the name of the site after (or before) it."""
    parts = _SUFFIX.split(title)
    if len(parts) < 2:
        return title
    names = {fold(name) for name, _ in facts.outlets}
    host = outlets.host(facts.url) if facts.url else None
    for part, rest in (
        (parts[-1], title[: title.rfind(parts[-1])]),
        (parts[0], title[len(parts[0]) :]),
    ):
        folded = fold(part)
        squeezed = re.sub(r"\W", "", folded)
        site = bool(host and len(squeezed) >= 3 and squeezed in re.sub(r"\W", "", host))
        if folded in names or outlets.known(part) or site:
            return re.sub(r"^\s*[|–—•·»:\-]+\s*|\s*[|–—•·»:\-]+\s*$", "", rest).strip()
    return title
