"""Who publishes: names of outlets, the other names they go by, and the sites they write on.

The list (`outlets.tsv`) is our own and small; the archive may add to it. A name or an
address comes in, the outlet's name comes out, and None where the list does not know better.
A name stated from outside is kept as it is: joining spellings is a person's decision.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache
from pathlib import Path

from corpus.text import fold

_LOOKS_LIKE_AN_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Observer|Guardian|Daily|Weekly|"
    r"Chronicle|Telegraph|Courier|Dispatch|Examiner|Inquirer|Mirror|Mail|Monitor|Magazine|"
    r"Newsroom|Network|Radio|TV|Television|Channel|Broadcasting|Press|Zeitung|Zeit|Sabah|"
    r"Presse|Online|Review|Standard|Sentinel|Bulletin|Argus|Echo|Globe|Independent|Today|Wire)\b"
)
_NOT_PART_OF_A_NAME = {
    "ltd",
    "limited",
    "inc",
    "llc",
    "plc",
    "gmbh",
    "company",
    "corp",
    "corporation",
    "holdings",
    "group",
    "newspapers",
    "publications",
    "media",
    "staff",
    "desk",
    "editor",
    "reporter",
    "correspondent",
    "writer",
    "bureau",
}
_ARTICLES = frozenset("the le la les el los il die der das".split())  # a name may begin with one
_LABELS = frozenset(
    "news world politics business sports sport opinion latest news|breaking news|top news|"
    "world news|local news|us news|uk news|our network|more news|latest|home".split("|")
)


@cache
def _list() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    text = Path(__file__).with_name("outlets.tsv").read_text("utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, aliases, sites = (*line.split("\t"), "", "")[:3]
        for alias in (name, *aliases.split("|")):
            if alias:
                names.setdefault(fold(alias), name)
        for site in sites.split("|"):
            if site:
                domains.setdefault(site, name)
    return names, domains


def known(name: str) -> str | None:
    """The list's name for an outlet that goes by `name`, or None.

    >>> known("Fox Online News")
    'Fox News'
    """
    return _list()[0].get(fold(name.strip()))


def outlet_key(name: str) -> str:
    """The key of an outlet: other names that the list knows share it.

    >>> outlet_key("Fox Online News") == outlet_key("fox  news")
    True
    """
    return fold(" ".join((known(name) or name).split()))


def outlets_called(name: str, keys: Set[str]) -> set[str]:
    """The one of these keys whose outlet goes by a name; if none does, by it without its "The".

    >>> outlets_called("The Harbour Gazette", {"harbour gazette", "gazette"})
    {'harbour gazette'}
    """
    key = outlet_key(name)
    return {key} & keys or {without_article(key)} & keys


def without_article(key: str) -> str:
    """The key of an outlet without the article that its name begins with."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in _ARTICLES else key


def of_url(url: str) -> str | None:
    """The outlet that publishes at an address, as far as the list knows.

    >>> known(of_url("https://p.dw.com/p/1x")) == known("DW")
    True
    """
    site = host(url)
    domains = _list()[1]
    while site:
        if site in domains:
            return domains[site]
        _, _, site = site.partition(".")
    return None


def host(url: str) -> str | None:
    """The host of an address without `www.`, or None where there is none."""
    from urllib.parse import urlsplit

    try:
        name = urlsplit(url if "//" in url else "//" + url).hostname
    except ValueError:
        return None
    if not name or "." not in name:
        return None
    return name.lower().removeprefix("www.")


def looks_like_an_outlet(name: str) -> bool:
    """True for a known outlet, and for a name made like one ("The Harbour Gazette")."""
    words = name.split()
    if not 0 < len(words) <= 5 or fold(name) in _LABELS:
        return False
    if known(name):
        return True
    if any(fold(word).strip(".,") in _NOT_PART_OF_A_NAME for word in words):
        return False
    return bool(len(words) > 1 and _LOOKS_LIKE_AN_OUTLET.search(name))
