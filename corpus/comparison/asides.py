"""Sentences that are set into a report and are no part of what it says itself.

In go a `Side` and numbers of its sentences, out come those that are: posts shown with an author's
handle, who wrote, edited or pictured what, notes on the page itself, calls to subscribe or to send
tips, the words of a player, what is only sung; and what is left of a quotation that ended before
it: "Varga said." They may face something, but nobody counts it as "only here" that one page shows a
post.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.comparison.sides import Side, tells_only_who

POST = 90  # words of a paragraph that is one post, at most: a thread has some of them in a row
SHORT = 30  # words of a note, a credit, a call
_FEW = 10  # words of a credit that stands alone, and of a line of a song
_END_OF_POST = re.compile(
    r"(?:\(@\w{1,30}\)[\w ,.:·|-]{0,40}|(?:pic\.twitter\.com/|https?://t\.co/)\w+\W{0,3}|"
    r"\bPosted by [^.!?]{2,60} on [^.!?]{4,40}\d{4})$"
)
_SIGNS_OF_POST = ("(@", "t.co/", "pic.twitter", "Posted by ")
"""What one of them always has: looking for these is a hundred times faster."""

_CREDIT = (
    r"(?:additional |with )?(?:reporting|writing|editing|production|graphics?|photos?)"
    r"(?: and \w+)? by\b",
    r"(?:information from|author|editors?|contributors?|contributing|sources?|writer|text):",
    r"(?:photo|picture|image|file) credits?:",
    r"(?-i:[A-Z])[\w.’' -]{2,40} (?:reported|contributed|reports) from (?-i:[A-Z])[\w., ’'-]+$",
)
_NOTE = (
    r"(?:correction|clarification|editor[’']?s[’']? note|note to readers)\b[^.!?]{0,40}:",
    r"updates? will be posted\b",
    r"updated? (?:on |at )?\w+day\b",
)
_CALL = (
    r"visit [\w.’' -]+ (?:for|to see) more",
    r"(?:have|got) an? (?:tip|story|news)\b",
    r"send (?:your )?tips\b",
    r"(?:sign up|subscribe|click here|tap here|read more|read also|see also)\b",
    r"watch (?:here|below|live|more|now|the (?:full )?video)\b",
    r"follow [\w@ .’'-]+ on (?:twitter|facebook|instagram|x)\b",
    r"(?:if you (?:liked?|enjoyed) this|share (?:this|it)|our posts about)\b",
    r"download (?:the|our)\b[^.]*\bapp\b",
    r"get [^.]{3,60} (?:delivered|in your inbox)\b",
    r"please (?:see our terms|credit)\b",
    r"(?:the )?full (?:story|interview|video)(?: is available here)?\W*$",
)
_PLAYER = (
    r"(?:play (?:video|slideshow|audio)|listen|show hide|media playback is unsupported)\b",
    r"(?:(?:\w+ )?close (?:facebook|\d)|facebook twitter|hide caption|toggle caption|up next)\b",
)
_BEGINS = re.compile(rf"\W*(?:{'|'.join((*_CREDIT, *_NOTE, *_CALL, *_PLAYER))})", re.I)
_HOLDS = (
    (
        "contribut",
        r"\bcontribut(?:ed|ing) (?:to (?:this|the) (?:report|story|article)|reporting)\b",
    ),
    (" version of this", r"\ban? (?:earlier|previous) version of this\b"),
    ("original", r"\boriginally (?:appeared|published) (?:on|in|at|by)\b"),
    (
        "this ",
        r"\bthis (?:story|post|article|report|page|item) (?:was|has been|is being|will be)"
        r" (?:\w+ )?(?:updated|corrected|amended|published|edited)\b",
    ),
)
_INSIDE = tuple((sign, re.compile(pattern)) for sign, pattern in _HOLDS)
_CAPITALS = r"(?-i:[A-Z])[\w.’'-]*(?:\s(?-i:[A-Z])[\w.’'-]*){0,4}"
_ALONE = re.compile(
    rf"\W*(?:{_CAPITALS}\s?/\s?{_CAPITALS}(?:\s?/\s?{_CAPITALS})*(?!\.)"
    r"|(?:getty images|associated press|reuters|ap photo|afp|epa|shutterstock|rex features)"
    r"|(?:photo(?:graph(?:er|y)?|s)?|pictures?|images?|credits?|via)\s?:\s?[^:]{2,60})\W*$",
    re.I,
)
"""A credit that stands by itself, as under pictures of a gallery: "(N. Brill/Harbour Gazette)"."""
_SUNG = re.compile(r"\W*(?:(?:fa|la|na|doo|oh|ooh|ah|hey|yeah|tra|dum|sha)\b\W*){2,}$", re.I)
_LENGTH = re.compile(r"\b\d{1,2}:\d\d$")  # of what a player plays


def asides(side: Side, among: Collection[int]) -> frozenset[int]:
    """Those `among` the numbers of sentences of the body that are set into it."""
    found: set[int] = set()
    for place, sentences in side.places.items():
        here = [s for s in sentences if s.i in among]
        if place[0] != "body" or not here:
            continue
        text = side.article.text_of("body", place[1])
        if _ends_post(text.rstrip()) and len(text.split()) <= POST:
            found.update(s.i for s in here)
            continue
        link = text[:1] == "[" and text.rstrip()[-1:] == "]"
        found.update(
            s.i for s in here if link or _is_beside(s.text.rstrip()) or tells_only_who(s.text)
        )
    return frozenset(found)


def _is_beside(text: str) -> bool:
    """Whether a sentence ends a post, or is a credit, a note, a call or a player's words."""
    if _ends_post(text):
        return True
    if text.count(" ") >= SHORT:
        return False
    if _BEGINS.match(text) is not None or _is_credit_or_song(text):
        return True
    if text[-1:].isdigit() and _LENGTH.search(text, len(text) - 6) is not None:
        return True
    low = text.lower()
    return any(sign in low and pattern.search(low) is not None for sign, pattern in _INSIDE)


def _is_credit_or_song(text: str) -> bool:
    """Whether a few words are a credit alone, or sung and say nothing."""
    if text.count(" ") > _FEW or any(sign in text for sign in '"“”'):
        return False
    return _ALONE.match(text) is not None or _SUNG.match(text) is not None


def _ends_post(text: str) -> bool:
    """Whether a text ends with who wrote a post, or with its link."""
    signed = any(sign in text for sign in _SIGNS_OF_POST)
    return signed and _END_OF_POST.search(text) is not None
