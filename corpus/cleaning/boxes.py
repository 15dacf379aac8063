"""Boxes of the page that a scraper left as one line: links under their heading, films with buttons.

A line's text comes in; its role and the reason come out, or None. What plays a row of films is
followed by their titles, which `titles_of_films` finds again in the lines behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.cleaning.lines import Block
from corpus.text import holds_any

LEAST = 12  # words: a headline that begins so ("EPA rejects …", "Most read books of …") is shorter
_LINKS = re.compile(
    r"(?:MOST READ|Most [Rr]ead|MOST POPULAR|Most [Pp]opular|RELATED STORIES|Related [Ss]tories|"
    r"RELATED ARTICLES|Related [Aa]rticles|READ MORE ON|TRENDING|Trending)"
    r"(?: (?:IN|In|in) [A-Z][\w&]*(?: (?:& |AND |and )?[A-Z]{2,}| & [A-Z][a-z]+)?)? (?=[A-Z'‘\"“’])"
)
_SENTENCE_ENDS = re.compile(r"[a-z]{3}[.](?: [A-Z]|$)")
_PLAYER = re.compile(r"Skip in Skip x Embed x Share|x Embed x Share CLOSE")
_PLAYS = "a player of films with its buttons"
_PAGE = re.compile(  # "Ferry Sinks Off Port Calder Updated: 2031-03-13 07:15 (Agencies)"
    r".{15,160}? (?:Last )?[Uu]pdated ?: ?(?:19|20)\d\d-\d\d-\d\d(?: \d{1,2}:\d\d)?"
    r"(?: ?(?:By )?[\w ,.]{0,40})?(?: ?\([\w ,.]{2,40}\)){0,2}$"
)
_PRINTED = re.compile(r"\([A-Z][\w' ]{2,40} \d\d?/\d\d?/(?:19|20)\d\d(?:,? [Pp]age ?[A-Z]?\d+)?\)$")
_PROMISES = re.compile(
    r"[A-Z][^:.!?“\"]{2,40}: (?:Check out .{3,60}|[\w ]{2,20} tells you everything you need to know"
    r" about .{2,30})\.?$"
)
_HELP = re.compile(
    r"(?:If you (?:or|are|need|have|think)|For (?:confidential |free )?(?:help|support|advice)|Need"
    r" help\?|Wenn (?:[Ii]hr|Sie|[Dd]u) )[^\n]{0,160}?(?:[Ss]amaritans|[Ll]ifeline|[Hh]elpline|"
    r"[Hh]otline|Crisis Text Line|[Tt]elefon ?[Ss]eelsorge)\b[^\n]{0,80}?\d{3}"
)
_HELP_BEGINS = frozenset({"If", "Fo", "Ne", "We"})
_HELPED = ("amaritans", "ifeline", "elpline", "otline", "Crisis Text", "eelsorge")
_AGENCY_FIRST = re.compile(
    r"(?:AFP|EPA|EFE|AP|PA|REX|SWNS|GETTY|GETTY IMAGES|REUTERS|ALAMY|SHUTTERSTOCK)"
    r" (?!(?:Administrator|Chief|Head|Director|Officials?|Poll|Sources?|Exclusive|Fact|Explains|"
    r"Was|Says|Interview|Photos?|Investigation|Governor|Rules?)\b)"
    r"(?=(?:The |A |An )?[A-Z][a-z])(?:\S+ ){4,40}\S*[a-z0-9’']$"
)
_AGENCY_LAST = re.compile(
    r"[a-z]{3}[.] ?(?:AFP|AP|AP Photo|EPA|PTI|Reuters|REUTERS|Xinhua|Getty Images)$"
)
_OF_A_CAPTION = 70  # words
_APPEAL = re.compile(
    r"(?:Something to Consider )?If you (?:enjoyed|liked) this (?:article|story|piece)\b.*"
    r"\b(?:[Ww]e|[Oo]ur)\b|"
    r"Support [\w'’. ]{2,40} (?:journalism|reporting|newsroom)$|"
    r"(?=.*\b(?:[Ww]e|[Oo]ur) ).*(?:\b[Yy]our (?:\w+ )?(?:contribution|donation|gift|membership)\b"
    r"|\b[Pp]lease consider (?:making|donating|supporting|becoming|giving)\b)"
)
APPEALS = ("journalism", "newsroom", "our reporting", "our reporters", "If you enjoyed this",
            "If you liked this", "Support ")  # fmt: skip
_LONGEST_APPEAL = 150  # words


def of_box(text: str, words: int, *, appeals: bool) -> tuple[str, str] | None:
    """Role and reason of a line that is a whole box of the page, or None; `appeals`: the page has
    words of an appeal for money."""
    first = text[0]
    if first in "MRT" and words >= LEAST and (links := _LINKS.match(text)):
        if _SENTENCE_ENDS.search(text, links.end()) is None:
            return "related", "links to other articles, under their heading"
    elif " Embed x" in text and _PLAYER.search(text):
        return "noise", _PLAYS
    if words <= 30 and "pdated" in text and _PAGE.match(text):
        return "date", "the page's title with its day"
    if first == "(" and words <= 9 and _PRINTED.match(text):
        return "noise", "says where it was printed"
    if words <= 16 and (": Check" in text or " tells you e" in text) and _PROMISES.match(text):
        return "noise", "link to another article"
    if (
        LEAST <= words <= 90
        and text[:2] in _HELP_BEGINS
        and holds_any(_HELPED, text)
        and _HELP.match(text)
    ):
        return "noise", "says who helps by telephone"
    if (
        appeals
        and words <= _LONGEST_APPEAL
        and holds_any(APPEALS, text)
        and not holds_any('"“', text)
        and _APPEAL.match(text)
    ):
        return "noise", "asks readers to pay for the outlet's work"
    if 6 <= words <= _OF_A_CAPTION:
        if words >= LEAST and first in "AEPRSG" and text[1].isupper() and _AGENCY_FIRST.match(text):
            return "caption", "begins with the picture's agency"
        if text[-1].isalpha() and "." in text[-14:] and _AGENCY_LAST.search(text, len(text) - 18):
            return "caption", "ends in a picture credit"
    return None


def titles_of_films(blocks: Sequence[Block]) -> None:
    """Set aside the lines behind a player of films that are titles of what it plays."""
    player = ""
    for block in blocks:
        if block.why == _PLAYS:
            player = block.text
        elif player and not block.role and block.words >= 3 and block.text in player:
            block.give("noise", "title of a film that the page plays")
