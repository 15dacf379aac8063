"""Who wrote a page, by the elements that the page itself marks as its byline.

The parsed page comes in; the names come out, none where nothing below the headline is marked.
JSON-LD and meta tags are surer and are asked first (`corpus.page_facts`); the lines of the
page, read without their markup, come after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus import outlets
from corpus.metadata import names_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_BYLINE = re.compile(
    r"(?<![a-z])(?:byline|by-line|authors?|author[_-]*(?:name|link|txt|text)s?|authorname(?:-txt)?|"
    r"auteurs?|autore?|autorin|signature|bloc[_-]signature|writers?|firma|contributor)(?![a-z])",
    re.I,
)
_ELSEWHERE = re.compile(
    r"comment|disqus|related|recommend|footer|sidebar|side-bar|promo|teaser|trending|popular|"
    r"bio(?![a-z])|about|widget|newsletter",
    re.I,
)
_NO_NAME = re.compile(r"\b(?:updated?|published|posted|follow|share|view|more|read|about)\b", re.I)
_NAMED = re.compile(r"[^\W\d_]")
LONGEST = 120  # characters of a byline; more is a paragraph about its author
NEAR = 400  # elements below the headline; further down stand comments and other articles


def authors_of(tree: _Element) -> tuple[str, ...]:
    """The names of the first marked byline below the headline, and of those right beside it."""
    found: dict[str, None] = {}
    beside: object = None
    for element in _below_headline(tree):
        if not _is_marked(element):
            continue
        parent = element.getparent()
        if beside is not None and parent is not beside:
            break
        names = _names(element)
        if names:
            found.update(dict.fromkeys(names))
            beside = parent
    return tuple(found)


def _below_headline(tree: _Element) -> Iterator[_Element]:
    below = next(tree.iter("h1"), None) is None
    seen = 0
    inside: set[object] = set()  # elements whose byline was looked at already
    for element in tree.iter("*"):
        below = below or element.tag == "h1"
        if not below or element.tag in ("script", "style"):
            continue
        seen += 1
        if seen > NEAR:
            return
        parent = element.getparent()
        if parent in inside:
            inside.add(element)
            continue
        if _is_marked(element):
            inside.add(element)
        yield element


def _is_marked(element: _Element) -> bool:
    marked = (
        "author" in (element.get("rel") or "").split()
        or "author" in (element.get("itemprop") or "").split()
        or _BYLINE.search(element.get("class") or "") is not None
    )
    return marked and not any(
        _ELSEWHERE.search(f"{at.get('class') or ''} {at.get('id') or ''}")
        for at in (element, *element.iterancestors())
        if at.tag not in ("html", "body", "article", "main")
    )


def _names(element: _Element) -> tuple[str, ...]:
    """The names in a marked element: of its marked parts or links, else of all its text."""
    whole = _text(element)
    if not whole or len(whole) > LONGEST:
        return ()
    parts = [
        _text(part)
        for part in element.iter("*")
        if part is not element
        and ("name" in (part.get("itemprop") or "").split() or part.tag == "a" or _is_author(part))
    ]
    named = [name for part in parts for name in names_of(part) if _is_person(name)]
    return tuple(dict.fromkeys(named)) or tuple(n for n in names_of(whole) if _is_person(n))


def _is_author(element: _Element) -> bool:
    return "author" in (element.get("class") or "") or "fn" in (element.get("class") or "").split()


def _text(element: _Element) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


def _is_person(name: str) -> bool:
    words = name.split()
    if not _NAMED.search(name) or any(c.isdigit() for c in name) or outlets.known(name):
        return False
    if _NO_NAME.search(name):
        return False
    return not name.isascii() or 2 <= len(words) <= 5
