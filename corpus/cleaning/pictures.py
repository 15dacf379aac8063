"""Captions that say so themselves: a label opens them, or a picture credit closes them.

A line's text comes in; why it is a caption comes out, or the credit that it ends in, or None.
"""

from __future__ import annotations

import re

from corpus import agencies
from corpus.dates import find_dates
from corpus.text import holds_any

LONGEST = 90  # words; of what agencies write themselves 130

_AGENCY_PHOTO = re.compile(r"\((?:AP|AFP|EPA|UPI|Reuters) Photo[/:][^()]{2,40}\)\W*$")
_SERIES = re.compile(r"\bHide Caption \d{1,3} of \d{1,3}\W*$")
_SLIDES = re.compile(r"\bPlay slideshow\b.{0,60}?\b\d{1,3} of \d{1,3}\b")
_NAMED = re.compile(
    r"\((?:(?:AP|AFP|Reuters) )?(?:[Pp]hotos?|Images?): [^()]{2,80}\)\W*$|"
    r"(?<=[.!?”\"’)] )(?:Photographs?|Photos?|PHOTO): [A-ZÀ-Þ][^.!?:;“\"]{2,70}$"
)
# Behind a full stop: a page's title may end in a question mark, a bar and "Reuters".
_BARRED = re.compile(
    r"[.”\"'’] \| (?:[A-ZÀ-Þ][\w.'’\-]*[ ,/]+){0,6}?"
    r"(?:AP|AFP|EPA|REUTERS|Reuters|Getty|POLITICO|Bloomberg)\b"
)
_SLASHED = re.compile(
    r"(?<=[.!?”\"’)\d] )(?:REUTERS|Reuters|AFP|AP|EPA|TASS)/[A-ZÀ-Þ][\w.'’-]+"
    r"(?: [A-ZÀ-Þ][\w.'’-]+){0,3}\W*$"
)
_FILE = re.compile(
    r"\(?FILE (?:PHOTO|PICTURE|IMAGE|PIC)\b|\(FILES?\)|"
    r"\((?:File|Handout) (?:photo|picture|image)\)|"
    r"(?:FILE|File)\s?[-–—:]{1,2}\s?(?:In|This|These)\b.{0,80}\b(?:photos?|images?|pictures?|frame|video)\b"
)
_WHO = r"(?:[A-ZÀ-Þ][\w.'’-]*(?: (?:de|van|von|der|al|el|bin|la))? ){1,3}[A-ZÀ-Þ][\w.'’-]+"
_FOR_WHOM = (
    r"[A-ZÀ-Þ][\w.&'’-]*(?:(?: ?[/|] ?| )(?:[A-ZÀ-Þ&(][\w.&'’)-]*|via|for|of|the)){0,7}(?<!Poll)"
)
# Behind the last full stop of a line that has none at its end.
_TAKEN_BY = re.compile(
    r"(?<=[.!?”\"’')] )(?:"
    r"(?P<bare>Getty Images|Associated Press|AFP|Reuters|AP|EPA|NASA|Nasa|Shutterstock|ABC News)|"
    r"Photographer: [^.!?]{3,70}|Source: [^.!?]{2,40}(?:via Getty Images|/Bloomberg|via AP Photo)|"
    rf"\({_WHO}(?: ?/ ?[A-ZÀ-Þ]|, special to )[^()]{{2,40}}\)|"
    rf"(?:© \d{{4}} |Credit\S* )?{_WHO}(?: ?/ ?{_FOR_WHOM}(?:, FILE)?|"
    r" ?\| [^.!?]{0,30}\b(?:AP|AFP|Getty Images|Reuters|REUTERS|Bloomberg)|"
    r", (?:AP|AFP|EPA|Reuters|Getty Images|USA TODAY(?: Sports)?|special to [A-Z][\w ]+)|"
    r" via (?:AP|AFP|Getty Images|Reuters|REUTERS)|"
    r"(?: ?[—–-] ?[A-Z]\w+(?: [A-Z]\w+){0,2})? for (?:TIME|USA TODAY|NPR|POLITICO|ProPublica|"
    r"[Tt]he (?:[A-Z]\w+ ){0,3}(?:Times|Journal|Post|Guardian|Tribune|Atlantic|Intercept))))$|"
    r"/ ?(?:Handout|Pool) via (?:Reuters|REUTERS|AP|AFP)$"
)
# Before what a picture shows, with no full stop behind it: "Getty Images Bodies are removed".
_AGENCY_THEN = re.compile(
    r"(?:Getty Images|Rex Features|Splash News|Fame Flynet|Handout - (?:Getty|Reuters)|"
    r"PA:Press Association) (?=[A-ZÀ-Þ‘'\d])(?!Ltd|Inc|LLC|Holdings)|"
    r"(?:EPA|AFP|Reuters|REUTERS|Twitter|Instagram|Alamy|Matrix|PA) "
    r"(?=(?:A|An|The|This|These|His|Her|He|She|They|It|In|On|At|One|Two) \w)"
)
_THEN = "GRSFHPEATIM"  # its first letters
# A film's button and what is seen in it: of 92 such lines read by eye all were this.
_BUTTON = re.compile(r"CLOSE (?=[“\"'‘]?[A-ZÀ-Þ](?:[a-zà-ÿ.’']|[A-Z]{0,3} [a-z]))")
_OF_A_FILM = 70  # words
_AGENCY_OPENS = re.compile(  # what a page writes so, no sentence of a report begins with
    r"(?:Getty - Contributor|AFP or licensors|AP:Associated Press|Barcroft Media|Usa Today Sports)"
    r"(?: (?=[A-ZÀ-Þ‘“\"'\d])(?!Ltd|Inc|LLC)|$)"
)
_STOPS = '.!?…:,;”"'
_LABELS = ("toggle caption", "Enlarge this image")  # before what may be nothing but a credit
END = 110  # characters in which a credit at a line's end stands
_SHARED = "Facebook Twitter Pinterest "  # the buttons of a picture, and what it shows
_GOES_ON = re.compile(r"[.!?][”\"'’]? [A-ZÀ-Þ“\"‘]")  # a second sentence: the text may follow
LEAST = 10  # words of such a caption
FEWEST = 5  # of one whose credit follows its last full stop

_CREDIT_BEGINS = ("mage", "hoto", "oto", "icture", "Bild", "redit", "ideo")
_ENDS_IN_CREDIT = re.compile(
    r"[(\[](?P<credit>[^()\[\]]{2,80})[)\]][.\s]*$|(?P<slash>\b[A-Z][\w.\- ]{1,30}/(?:Reuters|"
    r"REUTERS|"
    r"AFP|AP|EPA|Getty(?: Images)?|Anadolu(?: Agency)?|Xinhua|TASS|dpa|AAP|Shutterstock)\.?)$|"
    r"(?:Photo(?:graph)?s?|Image|Picture|Credit|Foto)(?: (?:by|credit|source|courtesy of):?|"
    r"\s*:)\s+"
    r"(?P<photo>[^.!?]{2,60})\.?$"
)
_PLACES_IN_PICTURE = (
    "ight",
    "eft",
    "cent",
    "(",
    "seen",
    "ictured",
    "file ",
    "pose",
    "speaks",
    "looks",
)
_PHOTO_WORDS = ("Photo", "Image", "Picture", "Credit", "Foto")
_PROMISED = re.compile(
    r"(?:(?:with )?(?:photos?|videos?|pictures?|images?|audio)(?:\W|and)*)+", re.I
)
_SLASHED_CREDIT = re.compile(
    r"[A-ZÀ-Þ][\w.'’ -]{2,40}/ ?(?:Reuters|REUTERS|AFP|AP|EPA|Getty|Bloomberg|TASS|Xinhua)\b.{0,20}"
)
_CREDIT_WORD = re.compile(
    r"\b(?:photo|photos|file|image|images|picture|getty|handout|courtesy|credit|via|foto|pool|"
    r"screenshot|"
    r"screengrab|archive|EPA|EPA-EFE|shutterstock|istock|flickr|wikimedia)\b",
    re.I,
)
_IN_PICTURE = re.compile(
    r",? (?:(?:second|third|2nd|3rd|fourth) (?:from )?)?(?:far )?(?:right|left|center|"
    r"centre)(?:,|\.$)|, (?:to the )?(?:right|left) of |"
    r"\((?:L|R|C|left|right|centre|center|L-R|pictured|file|top|bottom|back|front)\)|"
    r"\bpictured\b|\bfile (?:photo|picture)\b|\bis seen (?:in|at|on|here)\b|\bare seen (?:in|at|"
    r"on)\b|"
    r"\bposes? (?:for|with)\b|\bspeaks (?:to|at|during)\b|\bseen here\b|\blooks on\b",
    re.I,
)
_GLUED_CREDIT = re.compile(
    r"(?<=[\w'’\"”)\].!?])(?=(?:Image|Photo|Foto|Photograph|Picture|Bild|Credit|Video)s?"
    r"(?: (?:credit|source|copyright|by))?:\s?\S)"
)


def closing_credit(text: str, words: int) -> str | None:
    """Why a line is a caption: it ends in a credit that calls itself one, or holds one behind a
    bar, where a headline may be glued to it."""
    short = words <= _OF_A_FILM or text[-1] == ")" or (words <= LONGEST and "/" in text[-END:])
    if short and words >= FEWEST and text[-1] not in _STOPS and text[0] not in '(["“':
        taken = _TAKEN_BY.search(text[-END:])
        if taken and not (taken["bare"] and text[0] in "‘'") and not text.startswith(_LABELS):
            return "ends in a picture credit"
    end = text[-90:]
    if "/" in end and LEAST <= words <= LONGEST and _SLASHED.search(end):
        return "ends in a picture credit"
    if "hoto" in end or "PHOTO" in end or "mage" in end:
        if words > LONGEST:
            return "ends in a picture credit" if _AGENCY_PHOTO.search(text[-60:]) else None
        if words >= 6 and text[0] not in "([" and _NAMED.search(end):
            return "ends in a picture credit"
    if " | " in text and LEAST <= words <= LONGEST and _BARRED.search(text):
        return "holds a picture credit behind a bar"
    return None


def ends_a_series(text: str) -> bool:
    """Whether a line ends as the captions of a series of pictures do, however long it is, or has
    the buttons between them."""
    if "ide Caption" in text:
        return _SERIES.search(text) is not None
    return "slideshow" in text and text.count(" ") < LONGEST and _SLIDES.search(text) is not None


def opening_label(text: str, words: int) -> str | None:
    """Why a line is a caption by how it opens: "FILE PHOTO: ", "(FILE) ", the button of a film."""
    if words < 3:
        alone = text[:1] in "AB" and _AGENCY_OPENS.fullmatch(text) is not None
        return "begins with a picture credit" if alone else None
    if text[0] in "(F" and _FILE.match(text):
        return "begins as a caption begins"
    if text[0] == "F" and text.startswith(_SHARED) and words <= _OF_A_FILM:
        return "what a picture shows, behind its buttons" if words > 3 else None
    if text[0] in "GABU" and words <= LONGEST and (credit := _AGENCY_OPENS.match(text)):
        return None if _GOES_ON.search(text, credit.end()) else "begins with a picture credit"
    if text[0] in _THEN and FEWEST <= words <= LONGEST and text[-1] not in _STOPS:
        behind = _AGENCY_THEN.match(text)
        if behind and not _GOES_ON.search(text, behind.end()):
            return "begins with a picture credit"
    if text[0] == "C" and LEAST <= words <= _OF_A_FILM and _BUTTON.match(text):
        return "what a film shows, behind its button"
    return None


def glued_credit(text: str) -> re.Match[str] | None:
    """Where a picture credit is glued to the end of a caption, if it is."""
    if ":" not in text or not holds_any(_CREDIT_BEGINS, text):
        return None
    return _GLUED_CREDIT.search(text)


def ends_in_credit(text: str) -> str | None:
    """The picture credit that closes a caption, or None."""
    tail = text[-90:]
    if not (tail.rstrip(". ").endswith((")", "]")) or "/" in tail or holds_any(_PHOTO_WORDS, tail)):
        return None
    match = _ENDS_IN_CREDIT.search(text)
    if match is None:
        return None
    if match["credit"]:
        credit = match["credit"]
        if _PROMISED.fullmatch(credit):
            return None
        round_ones = text.rstrip(". ")[-1] == ")"
        if (
            _CREDIT_WORD.search(credit)
            or _SLASHED_CREDIT.fullmatch(credit)
            or (round_ones and agencies.named_in(credit))
        ):
            return credit
        return None
    return match["slash"] or match["photo"]


def describes_a_picture(text: str) -> bool:
    """Says who stands where in a picture, as captions do."""
    if not holds_any(_PLACES_IN_PICTURE, text):
        return False
    return _IN_PICTURE.search(text) is not None


def ends_in_date(text: str) -> bool:
    """Closes with a full date, as agency captions do."""
    tail = text[-40:]
    if not tail.rstrip(". )")[-4:].isdigit():
        return False
    found = find_dates(tail)
    return bool(found) and len(tail) - found[-1].end <= 2
