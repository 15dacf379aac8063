"""Whose words a thing holds: "his tweets" are his, "Orlov's “we wait” remark" is Orlov's.

A phrase or the words around a quotation come in; the owner as a subject goes out.
"""

from __future__ import annotations

import re

from corpus.quotations.names import UPPER
from corpus.quotations.phrases import named_subject
from corpus.quotations.said import Said

OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
WHOSE = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir)\s")
_THING_OF = re.compile(  # "His subsequent tweets", "Orlov’s letter"
    r"(?P<owner>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|(?P<name>.+)[’']s?)\s(?:[a-z-]+\s){0,2}(?:tweets?|statement|letter|"
    r"memo|posts?|messages?|e-?mails?|note|speech|testimony|op-ed|column|essay|lawsuit|dissent|remarks)"
)
_ISSUED = re.compile(
    r"(?:[a-z-]+\s){0,3}(?:statement|communiqu[eé]|(?:press|news)\srelease|dispatch|commentary)\s"
    r"(?:(?:released|issued|carried|published|put out|posted|sent|signed|distributed)\s"
    r"(?:[a-z]+\s){0,2}?by|from)\s"
    rf"(?P<by>(?:the\s|its\s)?[{UPPER}](?:(?!\s(?:and|on|to|which|that|in)\s[a-z])[^,;:])*)"
    r"(?:\s(?:and|on|to|which|that|in)\s[a-z].*)?"
)
_ITS_NOUN = re.compile(
    r"\s(?:comments?|remarks?|line|quip|claims?|speech|tweets?|statement|pledge|promise|defen[cs]e|response|"
    r"answer|slogan|motto|policy|jibe|joke|boast|mantra|rule)\b"
)
_OWNED = re.compile(
    rf"(?:^|\s)(?P<np>(?:[{UPPER}]\S*\s){{0,3}}[{UPPER}][^\s,;:]*[’']s?|[Hh]is|[Hh]er|[Tt]heir)"
    r"\s(?:[a-z-]+\s){0,3}$"
)


def owner_of(subject: str) -> str:
    """Whose words a thing holds: "his tweets" are his, "Orlov's letter" is Orlov's."""
    found = _THING_OF.fullmatch(subject)
    if found is None:
        return subject
    return OWNERS.get(found["owner"].lower()) or named_subject(found["name"].split()) or subject


def issuer_of(subject: str) -> str:
    """Whose a statement is: "statement released by the Norland Radio Service" is the service's."""
    found = _ISSUED.fullmatch(subject) if " by " in subject or " from " in subject else None
    return (named_subject(found["by"].split()) if found is not None else None) or subject


def of_owner(before: str, after: str) -> Said | None:
    """Whose remark the quoted words are: "Orlov's “we wait” remark"."""
    if _ITS_NOUN.match(after) is None:
        return None
    owner = _OWNED.search(before)
    if owner is None:
        return None
    subject = OWNERS.get(owner["np"].lower()) or named_subject(owner["np"].split())
    return Said(subject, None, False, False) if subject is not None else None
