"""What a single line says about itself: a byline, a date, a credit, a caption, an address.

A line's text comes in; its role and the reason come out, or None where the line alone does
not tell. Rules that need the lines around it are in `corpus.cleaning.layout`.
"""

from __future__ import annotations

import re
import string
from collections.abc import Container

from corpus import agencies
from corpus.cleaning.boxes import of_box
from corpus.cleaning.forms import page_form
from corpus.cleaning.furniture import LINK, reason_for
from corpus.cleaning.lines import Block
from corpus.cleaning.pictures import closing_credit, ends_a_series, opening_label
from corpus.dates import find_dates
from corpus.signs import Signs
from corpus.text import fold, holds_any
from corpus.words import MONTHS, WEEK

Verdict = tuple[str, str]

_URL = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_DATE_WORDS = re.compile(
    r"\b(?:first )?(?:published|publié|publicado|pubblicato|posted|updated|last updated|modified|"
    r"last modified|created|issued|date|time|today|stand|veröffentlicht|aktualisiert|erstellt|"
    r"datum|le|il|el|am|um|at|on|of|de|ore|atualizado|actualizado|aggiornato|mis à jour|güncelleme|"
    r"yayın|giriş|opublikowano|am|pm|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    rf"{'|'.join(WEEK)}|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|"
    r"miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|feira|"
    r"gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|bst|cet|cest|ist|hkt|hrs?|hours?|uhr|ago|"
    r"min(?:ute)?s?|read|local time|입력|기사입력|수정|발행|公開|更新|発行|\d+)\b",
    re.I,
)
_MONTH = f"(?:{'|'.join(name[:3] for name in MONTHS)})"
_WITHOUT_YEAR = re.compile(
    r"\(?(?:last )?(?:updated?|posted|published|modified)(?: on| at)?:?\s+"
    rf"(?:(?:{'|'.join(WEEK)}),? )?"
    rf"(?:\d{{1,2}}:\d\d ?[ap]?\.?m?\.?|{_MONTH}\w*\.? \d{{1,2}}\b"
    rf"|\d{{1,2}} {_MONTH}|\d+ \w+ ago|an hour ago|"
    r"today|yesterday)(?P<rest>.*)",
    re.I,
)
_FEW_WORDS = 1  # of an update's line; more is what the update says
_BROADCAST_CAPTION = re.compile(
    r"(?:image|media|photo|picture|video) (?:copyright|playback|credit|source)\b.{1,80}?"
    r"\b(?:image|media|photo|picture|video) caption\b \S+ \S+ \S+",
    re.I,
)
_SUBMITTED = re.compile(
    r"(?:submitted|posted|published) by .{1,60}? on .{0,14}\d{1,2}/\d{1,2}/\d{2,4}.{0,20}$", re.I
)
_LEADS_ELSEWHERE = re.compile(r"(?:see also|Read More) [A-ZÀ-Þ0-9‘“\"'](?:\S* ?){4}")
_AGO = re.compile(r"(?:\d{1,3}|an?|one|two) (?:minute|hour|day|week|month|year)s? ago\W*", re.I)
_SOURCE = re.compile(r"\(?(?:sources?|quelle|fonte|fuente|kaynak|bron)\s*:", re.I)
_PLACE_BEFORE_DATE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .,'\-]{2,30}$")
_LETTERS = re.compile(r"[^\W\d_]+")
_BY = re.compile(
    r"(?i:(?:(?:written|reported|posted|published|story|text|words|report|review|article) )?"
    r"(?:by|von|par|por|di|da|door|av|af|autor|autore|auteur|author|authors|reporter|text|texte))"
    r"\s*[:|]?\s+(?=[^\W\d_a-z]|(?:our |a )?(?:own |staff )?(?:staff|writer|reporter|"
    r"correspondent))"
)
_JOINTS = frozenset(
    "and with und et y e de von van der den la le di da del al bin el for in at the of ve "
    "dos staff our own a writer writers reporter reporters correspondent correspondents".split()
)
_AFTER_NAMES = re.compile(
    r"[|•·,;/(]| - | – | — | (?:published|posted|updated|publiziert|veröffentlicht|on|am|le|el) "
)
_STAFF = re.compile(
    r"(?:our |a )?(?:own )?(?:staff|(?:staff )?(?:writers?|reporters?|correspondents?))\W*"
)
_STOPS_A_BYLINE = re.compile(
    r"\b(?:the end|the time|then|which|was|were|is|are|has|have|had|will|would|said|says|not|"
    r"that|this|these|his|her|their|its|our|your|all|most|some|many|far|law|now)\b",
    re.I,
)
_CREDIT_START = re.compile(
    r"\(?(?:(?:file |stock |top |cover |lead |featured |header )?(?:photos?|images?|pictures?|"
    r"photographs?|foto|fotos|bild|bilder|fotografía|video|graphic|illustration|screenshot|"
    r"screengrab|still)(?:/\w+)?\s*(?:credits?|source|copyright|courtesy(?: of)?|by|via|from|"
    r"nachweis|©|:|/)|credits?\s*:|(?:photo|image)[- ]?(?:credit|source)|"
    r"image (?:via|courtesy)|courtesy of|photography by|illustration by|fotograf|bildquelle|"
    r"quelle|crédit|credito|crédits?|source\s*:)",
    re.I,
)
_PICTURE_AGENCY = re.compile(
    r"getty images|\bAP Photo\b|AFP/Getty|\bvia (?:AP|Getty|Reuters|AFP|EPA)\b|picture[- ]alliance|"
    r"shutterstock|istock|\bEPA-EFE\b|[/(]EPA\b|\bEPA\)|\bREUTERS/|\bReuters/[A-Z]|/(?:Reuters|"
    r"REUTERS|AFP|"
    r"AP|EPA|"
    r"Getty|Shutterstock|Corbis|Anadolu|Xinhua|TASS|AAP|dpa)\b|\bimago\b|wikimedia|flickr|"
    r"\bcreative commons\b|\bUSA TODAY Sports\b|\bhandout\b|\bHandout\b|\bfile photo\b|"
    r"\bAFP Photo\b",
)
_PICTURES = re.compile(r"\W*(?:photos|pictures|images|videos)\s*: *(?:\S+ ){4}", re.I)
_AGENCY_TAIL = re.compile(
    r"\((?:(?:file )?(?:photo|image|picture)s?: ?)?[^()]{2,60}\)\W*$|"
    r"(?<=\. )[A-Z][\w.'’\- ]+/[\w/ ]+$",
    re.I,
)
_JOB = re.compile(
    r"\b(?:correspondent|reporter|writer|editor|columnist|contributor|staff|bureau|professor|"
    r"analyst|director|fellow|author|producer)\b",
    re.I,
)
_PICTURE_LABEL = re.compile(
    r"(?i:enlarge (?:this )?image|toggle caption|hide caption)\b|"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}/[A-Z]{2,}\w*$"
)
_BUTTONS = frozenset("ethETH")  # with which the buttons of `_PICTURE_LABEL` begin
_REPORTED = re.compile(
    r"\(?(?:(?:additional |further |other )?(?:reporting|writing|editing|compiled|edited|written|"
    r"reported|translated|production|graphics?)(?: and (?:writing|editing|reporting))? (?:by|"
    r"for)\b|contribut(?:ing|ors?)\s*:|"
    r"with (?:files|reporting|additional reporting|contributions?|material|inputs?|agency inputs) "
    r"(?:from|by)\b|(?:source|sources|quelle|fonte|fuente|via|agencies|kaynak|bron)\s*:|— ?with )",
    re.I,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this|reporting|additional reporting)\b|"
    r"^(?:\S+ ){1,9}contributed\.?$|"
    r"\b(?:assisted|helped) (?:in|with) this report\b|\bcontribué à cet\b|\bcolaboró\b",
    re.I,
)
_INITIALS = re.compile(
    r"[a-zäöü]{2,5}(?:/[a-zäöü]{2,5})*\s*\((?P<agencies>[^()]{2,60})\)\.?$|"
    r"[a-zäöü]{2,4}(?:/[a-zäöü]{2,4})+$|"
    r"\(?(?P<only>[A-Za-z/, .&-]{2,60})\)?$"
)
_CAPTION_START = re.compile(
    r"(?:FILE\b(?: PHOTO)?\s*(?:[-–—:]|PHOTO)|(?:file|handout|undated|archive) (?:photo|picture|"
    r"image)\b|"
    r"(?:image|media|photo|video|picture) caption\b|(?:image )?caption\s*:|above\s*:|pictured\b|"
    r"in this (?:\w+[ ,.]{1,2}){0,5}(?:file )?(?:photo|image|picture|frame|photograph)\b|"
    r"this (?:\w+ ){0,4}(?:photo|image|picture|frame grab|combination|photograph)\b|"
    r"(?:an? )?(?:undated |file |aerial |satellite |recent ){1,2}(?:photo|image|picture|"
    r"photograph) |"
    r"(?:a )?combination (?:of )?(?:photos|pictures|image)|\(?(?:from )?(?:l-r|left to right)\b|"
    r"(?:play video|video)\s*:?\s*\d+:\d\d|bildunterschrift|légende|leyenda|didascalia)",
    re.I,
)
_NOTICE = Signs(notice=(
    "cookie", "privacy", "terms", "subscri", "rights", "reserved", "newsletter", "sign up",
    "signing up", "personal data", "kişisel", "çerez", "inbox", "reproduced", "comment", "daten",
    "captcha", "rush deadline", "derechos", "direitos", "droits", "©", "copyright",
))  # fmt: skip
_AGENCY_WORDS = (
    "/", "etty", "AP", "hutterstock", "istock", "EPA", "imago", "ikimedia", "lickr", "ommons",
    "Sports", "andout", "file photo", "via ", "alliance",
)  # fmt: skip


def _but(letters: str) -> frozenset[str]:
    """The Latin letters with which a line does not begin that begins with one of these."""
    return frozenset(string.ascii_letters) - frozenset(letters + letters.upper())


_NO_ADDRESS = _but("hw")
_NO_LABEL = _but("fimpv")
_NOT_SUBMITTED = _but("sp")
_NO_PICTURES = _but("piv")
_NO_CREDIT = _but("fstclhpibvgq")
_NO_UPDATE = _but("lupm")
_NO_BYLINE = _but("bwrpstavd")
_NOT_REPORTED = _but("arfowectpgqkbvs")
_NO_CAPTION = _but("fhuaimvpcldtsrb")
"""First letters that the patterns of the same lines need not be tried with."""


def of_line(block: Block, page: Container[str]) -> Verdict | None:
    """Role and reason of one line by what it says itself, or None. `page`: the `hints` of all."""
    text, words = block.text, block.words
    if ends_a_series(text):
        return "caption", "captions of a series of pictures"
    if "form" in page and (form := page_form(text, words)):
        return "noise", form
    if box := of_box(text, words, appeals="appeal" in page):
        return box
    if words > 90:
        if words > 130:
            return None
        found = closing_credit(text, words) or (text[0] == "F" and opening_label(text, words))
        return ("caption", found) if found else None
    if words <= 2 and text[0] not in _NO_ADDRESS and _URL.match(text):
        return "url", "an address standing alone"
    if words >= 5 and (credited := closing_credit(text, words)):
        return "caption", credited
    if words >= 5 and text[0] in "sR" and _LEADS_ELSEWHERE.match(text):
        return "related", LINK
    if opened := opening_label(text, words):
        return "caption", opened
    if 6 <= words <= 60 and text[0] not in _NO_LABEL and _BROADCAST_CAPTION.match(text):
        return "caption", "a caption with its labels"
    if words <= 4 and _AGO.fullmatch(text):
        return "date", "says how long ago"
    if words <= 14 and text[0] not in _NOT_SUBMITTED and _SUBMITTED.match(text):
        return "byline", "an author with a date"
    if words <= 24 and (dated := date_line(text)):
        return dated
    if words <= 30 and (by := byline(text)):
        return by
    if words <= 60 and (credit := credit_line(text, words)):
        return credit
    if words >= 4 and text[0] not in _NO_CAPTION and _CAPTION_START.match(text):
        return "caption", "begins as a caption begins"
    if words > 40 and not _NOTICE.held_by(text.lower()):
        return None
    if reason := reason_for(fold(text), words):
        return "noise", reason
    return None


def date_line(text: str) -> Verdict | None:
    """A line that is a date, with its time, its label and at most a place or a name."""
    labelled = len(text) < 90 and text[0] not in _NO_UPDATE
    undated = _WITHOUT_YEAR.match(text) if labelled else None
    if undated and not find_dates(text):
        left = _LETTERS.findall(_DATE_WORDS.sub(" ", undated["rest"]))
        few = sum(len(word) > 2 for word in left) <= _FEW_WORDS or "by" in left
        return ("date", "a day without its year") if few else None
    dates = find_dates(text)
    if not dates or "(@" in text:  # an embedded tweet signs with its author and day
        return None
    if text[0] == "[" and text[-1] == "]":
        return None  # the source of what was quoted before it
    if text[0] not in _NOT_REPORTED and _REPORTED.match(text):
        return None
    if text[0] not in _NO_CREDIT and _CREDIT_START.match(text):
        return None
    rest = text
    for found in reversed(dates):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    left = _LETTERS.findall(_DATE_WORDS.sub(" ", rest))
    if not left:
        return "date", "a date standing alone"
    before = text[: dates[0].start].strip(" -–—,|(")
    if _PLACE_BEFORE_DATE.fullmatch(before) and len(_LETTERS.findall(text[dates[-1].end :])) <= 2:
        return "date", "a date with its place"
    if len(left) <= 6 and all(word[0].isupper() or len(word) <= 3 for word in left):
        after = text[dates[-1].end :].strip(" -–—,|")
        if byline(before) or byline(after) or re.match(r"by\s", text, re.I):
            return "byline", "an author with a date"
        return "date", "a date with a short label"
    return None


def byline(text: str) -> Verdict | None:
    """A line that begins as bylines begin ("By ...") and goes on with names."""
    match = _BY.match(text) if text[:1] not in _NO_BYLINE else None
    if match is None:
        return None
    names = text[match.end() :]
    if len(names.split()) > 16 or names.endswith(("!", "?", ":")):
        return None
    head = _AFTER_NAMES.split(names, maxsplit=1)[0]
    if _STOPS_A_BYLINE.search(head) or len(head.split()) > 9:
        return None
    capitals = [word for word in head.split() if word[0].isupper() or not word[0].isalpha()]
    small = [word for word in head.split() if word[0].islower()]
    if not capitals and _STAFF.fullmatch(head):
        return "byline", "names an author"
    if not capitals or any(word not in _JOINTS for word in small):
        return None
    if text.endswith(".") and len(names.split()) > 6 and "," not in names:
        return None
    after = names[len(head) :].split()
    if sum(word[0].islower() for word in after) > 5 and not _JOB.search(names):
        return None
    return "byline", "names an author"


_CREDITED = 8  # words from which a line that tells what somebody said is no credit


def credit_line(text: str, words: int) -> Verdict | None:
    """A line that credits a picture, an agency or the people who worked on the report."""
    begins = text[0]
    if (begins not in _NOT_REPORTED and _REPORTED.match(text) and not _tells(text, words)) or (
        words <= 32 and ("ontrib" in text or "report" in text) and _CONTRIBUTED.search(text)
    ):
        named = "names its source" if _SOURCE.match(text) else "names who contributed"
        return "credit", named
    if begins not in _NO_PICTURES and _PICTURES.match(text) and not _PICTURE_AGENCY.search(text):
        return None  # a link to a series of pictures
    if words <= 25 and begins not in _NO_CREDIT and _CREDIT_START.match(text):
        return "credit", "a picture credit"
    if words <= 60 and ("/" in text or begins in _BUTTONS) and _PICTURE_LABEL.match(text):
        return "credit", "a picture credit"
    agency = words <= 12 and not text.endswith(("?", "!")) and holds_any(_AGENCY_WORDS, text)
    if agency and _PICTURE_AGENCY.search(text):
        if (tail := _AGENCY_TAIL.search(text)) and len(text[: tail.start()].split()) >= 3:
            return "caption", "ends in a picture credit"
        return "credit", "names a picture agency"
    if words <= 8 and (match := _INITIALS.match(text)):
        named = match["agencies"] or match["only"]
        if (
            named is None
            or _only_agencies(named)
            or ("/" in text.split("(")[0] and match["agencies"])
        ):
            return "credit", "initials of authors or names of agencies"
    return None


def _tells(text: str, words: int) -> bool:
    """Whether a line tells what somebody said."""
    return words > _CREDITED and (" said " in text or "“" in text or '"' in text)


def _only_agencies(text: str) -> bool:
    parts = [part.strip(" .") for part in re.split(r"[,/&]| and | with ", text) if part.strip(" .")]
    return bool(parts) and all(agencies.is_agency(part) for part in parts)
