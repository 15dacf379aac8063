"""What a name is by its own words, by the words beside it and by the gazetteer.

In go a text and a span as a model saw it, out comes the type of the name that stands there.
"""

from __future__ import annotations

import re

from corpus.article import EntityType
from corpus.entities.cues import is_person_here, is_place_here
from corpus.entities.lexicon import Entry
from corpus.entities.patterns import (
    BUILT,
    EVENT_WORDS,
    FIRM_WORDS,
    LANDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    TEAM_LANDS,
    TEAM_WORDS,
    THE_BEFORE,
    WELL_KNOWN,
    is_organisation,
    is_place,
    words_of,
)
from corpus.entities.products import is_product
from corpus.entities.recogniser import RawSpan
from corpus.entities.trimming import PERSON_SHAPE, is_land
from corpus.first_names import given_names

# Last words of what is called by somebody's name and is nobody: "the Ada Campaign".
THINGS = frozenset(
    """Act Amendment Award Bill Building Campaign Clause Doctrine Fellowship Law Memo Memorial
    Memorandum Method Plan Prize Program Programme Project Proposal Report Rule Show""".split()
)
_SITE = re.compile(r"\w\.(?:com|org|net|ru|tv|co\.uk)$")
_PARTICLE_NAME = re.compile(r"[A-Z][a-z]+ (?:de|bin|ibn|van der|van|von|di) [A-Z][a-z]+")
_CLUB = re.compile(
    r" (?:fans|supporters|players|striker|midfielder|defender|goalkeeper|winger|captain|manager"
    r"|boss)\b"
)
# Towns and lands of teams that are given names as well.
_TOWNS = frozenset(
    """Arizona Brooklyn Carolina Charlotte Chicago Cleveland Dallas Denver Florida Houston Indiana
    Jacksonville Memphis Minnesota Montreal Orlando Philadelphia Phoenix Tennessee
    Washington""".split()
)
_WITH_LETTERS = re.compile(r"[A-Z][a-z]+ (?!(?:II|III|IV|JR|SR|MD|PhD|V)$)[A-Z]{1,4}")
# Letters of a state, and of an agency: "the VA", "a VA hospital".
_AGENCIES = frozenset(("PA", "VA"))
_BODY_BEHIND = re.compile(
    r" (?:(?:medical |health )?(?:cent(?:er|re)s?|facilit(?:y|ies)|hospitals?|system|care)"
    r"|[Ss]ecretary|employees?|officials?|leadership|doctors?|patients|benefits|chief|staff)\b"
)


def retyped(text: str, span: RawSpan, known: Entry | None) -> EntityType:
    """The type that a name's own words, the words beside it, or the gazetteer give it."""
    name, kind = text[span.start : span.end], span.type
    if known is not None and not known.doubtful:
        return known.type
    if is_product(name):
        return "work"
    if name in WELL_KNOWN and not is_place_here(text, span.start, span.end):
        return "person"
    if kind in ("person", "organisation") and is_place_here(text, span.start, span.end):
        return "place"
    if name in _AGENCIES and THE_BEFORE.search(text, max(0, span.start - 8), span.start):
        return "organisation"
    if name in _AGENCIES and _BODY_BEHIND.match(text, span.end):
        return "organisation"
    words = words_of(name)
    given = words[0] in given_names() or words[0].split("-")[0] in given_names()
    if words[-1] == "Prix" and len(words) > 1:
        return "event"
    if kind == "person" and words[-1] in ("Live", "Show") and len(words) > 2:
        return "work"  # "Ada Quill Live"
    if words[-1] in TEAM_WORDS and name.rpartition(" ")[0] in TEAM_LANDS:
        return "organisation"
    team = kind in ("person", "place") and len(words) == 2 and words[-1] in TEAM_WORDS
    if team and (words[0] in _TOWNS or not given or _CLUB.match(text, span.end)):
        return "organisation"  # "Charlotte Hornets", not "Judge Ada Eagles"
    if kind == "person" and words[-1] in LANDS and len(words) > 1:
        return "place"  # "Douglas County"
    if kind == "person" and _WITH_LETTERS.fullmatch(name) and not given:
        return "organisation"  # "Harbour GPS"
    two = given and len(words) == 2 and words[-1] not in FIRM_WORDS | PLACE_WORDS | THINGS
    owning = kind in ("work", "event") and words[-1] in ORGANISATION_WORDS  # "Ada Steel's"
    if two and (kind == "person" or owning):
        return "person"
    if kind in ("place", "organisation") and " " in name and _CLUB.match(text, span.end):
        return "organisation"
    if words[-1] in TEAM_WORDS and is_land(name.rpartition(" ")[0]):
        return "organisation"
    if _SITE.search(name) or (
        kind in ("person", "place", "group", "event", "work") and is_organisation(name)
    ):
        return "organisation"
    if kind == "organisation" and len(words) > 1 and words[-1] in EVENT_WORDS:
        return "event"
    if kind in ("person", "organisation") and is_place(name) and (not given or words[-1] in BUILT):
        return "place"
    if (
        kind not in ("person", "group")
        and (" " not in name or PERSON_SHAPE.fullmatch(name))
        and not (is_place(name) or is_organisation(name) or any(map(is_land, words)))
        and words[-1] not in THINGS
        and is_person_here(text, span.start, span.end)
    ):
        return "person"
    if kind in ("organisation", "place", "work", "group") and (
        1 < len(words) <= 4
        and given
        and PERSON_SHAPE.fullmatch(name)
        and not is_place(name)
        and words[-1] not in THINGS
        and not ((len(words) > 2 or words[-1] in FIRM_WORDS) and is_organisation(name))
    ):
        return "person"
    if kind == "organisation" and _PARTICLE_NAME.fullmatch(name) and not is_place(name):
        return "person"
    return kind
