"""One span of a model without what is no part of the name in it.

Articles, possessives, offices, trailing common words and agencies behind a slash go; weekdays,
furniture of web pages and words in capitals for emphasis are no names at all.
"""

from __future__ import annotations

import re
from itertools import chain

from corpus.entities.gazetteer import gazetteer
from corpus.entities.lexicon import in_capitals
from corpus.entities.patterns import PARTICLES, THE_BEFORE, WELL_KNOWN, is_organisation
from corpus.entities.products import is_product
from corpus.entities.recogniser import RawSpan
from corpus.entities.titles import HEADS, leading
from corpus.first_names import given_names
from corpus.words import DAYS, MONTHS, SHORT_MONTHS, STOP, WEEKDAYS

NEVER = frozenset(
    """advertisement related read more watch follow photo image video file twitter pic update
    updated exclusive opinion analysis breaking live correction share comment comments click
    subscribe newsletter copyright gmt et est edt bst pst pt utc am pm mon tue tues wed thu thurs
    fri sat sun today tomorrow yesterday millions thousands hundreds dozens scores states i mr
    mrs ms dr sir madam lord lady god state defense defence ministry department secretary
    minister president government internet web website email fyi bitcoin tv dna hiv aids ceo cfo
    coo uk's he she they we it his her the a an this that these those there here what who when
    where why how but and or if as at by for from in of on to with not no yes please eastern
    northern southern central file photo handout meanwhile covid-19 covid coronavirus tweeted
    sars-cov-2
    sars mers ebola zika h1n1 media image caption copy however although additionally moreover
    nevertheless mp mps o.k xxx semitism semite semites jr sr sec sen rep gov note emphasis
    op-ed op-eds administration election elections notice legislative surprised granted please
    attacker attackers organizing firsthand counts usb cpu cpus gpu gpus hdr ai api apis pdf pdfs
    ip isp isps lte oled lcd led gps pc pcs stem url urls vpn vpns sms html ram ssd ipo ipos llc vp
    icymi fud icu icus ppe iq suv suvs atm atms faq dvd dvds hdmi ui ux rfid wifi wi-fi gb mb
    tb eo gdp ag ig congressional communism socialism capitalism fascism liberalism
    conservatism feminism racism awol rss cto ev evs mom moms dad dads worst diagnostic
    recognition chatter presidential constitutional partisans comedians attendees feminists
    premiums deductibles worldwide surgery payment protests debris nationally interviews riot
    bailout urgent never always great widely collusion racist imagine trigger expertise
    outspoken monitoring partisan honest accurate undermining nasty courtesy clerk digital
    counter patient need ever generals tweet tweets battleground trail failure replace divided
    stripped funny""".split()
).union(DAYS - {"may"}, (short.lower() for short in chain(*SHORT_MONTHS.values())))
_OUTER = frozenset(
    " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"  # blanks
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\0\xad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    "\"'“”‘’«»()[]{}<>,;:!?…—–-•*|/\\&"
)
_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:(?:Messrs|Mrs?|Ms|Miss|Drs?|Sir|Dame|Profs?)\.?|(?:Sens?|Reps?|Govs?)\.) (?=[A-Z])"
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_TAIL = re.compile(rf"\s+(?!{PARTICLES}[\s-])[^\W\d_A-Z][\w'’-]*$")
_HEAD = re.compile(
    r"(?!(?:al|el|bin|ibn|abu|de|van|von|da|di|del|der)[\s-])[a-zß-öø-ÿ][\w'’]*[\s-]+"
)
_LINKED = re.compile(
    r"-(?:based|backed|led|linked|born|held|run|controlled|affiliated|style|era|level|like|inspired"
    r"|aligned|appointed|friendly)$"
)
_WEB = re.compile(r"https?:|www\.|@\w|#\w|^pic\.")
_GLUED_LINK = re.compile(r"(?: ?https?| pic\.twitter\.com)$")
_CLOCK = re.compile(
    r"(?:[A-Z]{4,} )?\d{1,2}:\d\d (?:[AaPp]\.?[Mm]\.? )?(?=[A-Z])|[AP]\.M\. (?=[A-Z])"
)
_AT_CLOCK = re.compile(r"\d:\d\d $")
_RANK_LAST = re.compile(
    r" (?:Adm|Capt|Cmdr|Col|Cpl|Gen|Gov|Lt|Maj|Pvt|Rep|Reps|Sen|Sens|Sgt|Supt|Trooper)$"
)
_SECRETARY = re.compile(r"(?:[A-Z]\w+ (?:(?:&|and) )?){1,4}Sec$")  # "Defence Sec. Ada Quill"
_CHIEF_LAST = re.compile(r" Chief(?: [A-Z][a-z]+)?$")
PERSON_SHAPE = re.compile(
    rf"[A-Z][\w'’]+(?: [A-Z]\.)?(?: (?:(?:{PARTICLES})[ -])?(?:al-|el-)?[A-Z][\w'’-]+){{1,3}}"
)
OWNING = re.compile(r"(?:['’]s|(?<=s)['’])\s")
_DOTTED = re.compile(r"^(?:[A-Z]\.)+[A-Z]?$")
_OFFICE_LAST = re.compile(r" (?:State|District)$")
_HEAD_AFTER = re.compile(rf" (?:{'|'.join(sorted(HEADS))}|Rep|Sen|Attorney)\b")
_PART = re.compile(r"(?:Section|Article|Chapter|Title|Clause|Schedule|Part) [\dIVXL]")
_SLASHED = re.compile(r"[^/]{2,}/(?:[A-Z]\. |File|Photo|Handout|Pool|[A-Z]\w+)")
_EXPLAINS = re.compile(r"((?:[a-z]+[\s-]){2,6})\($")
_POSTED = re.compile(
    r" on (?:Instagram|Twitter|Facebook|YouTube|Snapchat|TikTok)$|, File(?: Photo)?$"
)
_NUMERAL = re.compile(r" [IVX]+\.$")
_ZONE = re.compile(r"(?:[PECM][SD]T|GMT|BST|UTC|CEST|CET) (?=[A-Z])")
_PERIODICAL = re.compile(r" (?:magazine|Weekly)\b")
_PRIZE = re.compile(r"(?:Nobel|Oscar|Grammy|Emmy|Tony|Pulitzer|Booker|Bafta|BAFTA)s?")
_HONOURED = re.compile(r"[ -](?:laureates?|winners?|winning|nominees?|nominated)\b")
_RANKED = re.compile(
    r"(?:(?:Brig|Lt|Maj|Rear|Vice|Lieutenant|Major|Brigadier|Staff|Sergeant|Chief|Deputy)\.? )+"
    rf"(?:{'|'.join(sorted(HEADS))})\.? (?=[A-Z][\w’'-]+$)|State (?=[A-Z][\w’'-]+ [A-Z][\w’'-]+$)"
)
_ON_A_DAY = re.compile(
    rf"(?:{'|'.join((*MONTHS, *chain(*SHORT_MONTHS.values())))})\.? \d{{1,2}}(?:, \d{{4}})?"
)
_NUMBERED = re.compile(r"(?:FY|H-|K[-–])\d+\w*|(?:Phase|Stage|Level|Tier) (?:\d+|[IVX]+)")
_LED_BY = re.compile(
    r"(?:[A-Z][a-z]+(?:ative|ican|cratic|ed|ist|ing|ese|ish|eral)|Embed|Copy|Press|Team|Model"
    r"|Despite) (?=[A-Z])"
)
# What a person is called before the name at the start of a sentence, and what names no body.
_STAR = re.compile(
    r"(?:Actor|Actress|Astronaut|Attendee|Author|Comedian|Comedienne|Coroner|Filmmaker|Host|Model"
    r"|Protester|Rapper|Reader|Reporter|Resident|Rocker|Singer|Supermodel|Survivor|Volunteer|Voter"
    r"|[A-Z][a-z]+(?:ician|ologist|ographer|onomist|physicist))"
    r" (?=([A-Z][\w’'-]+) [A-Z][\w’'-]+$)"
)
_NEXT_OFFICE = re.compile(rf", (?:{'|'.join(sorted(HEADS))}|Rep|Sen)\.?$")
_OFFICER = re.compile(
    rf"(?:.*\b)?(?:{'|'.join(sorted(HEADS))})s?\.? "
    r"(?=(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*)$)"
)
_ADDED = re.compile(r"[\[\]]")  # by who quotes: "[Harbour] Department", "I]t"
_FIRST_ADDED = re.compile(r"\[?([A-Z][\w’'-]+)\] (?=[A-Z][\w’'-]+$)")
_QUARTER = re.compile(r"(North|South) (?:at|in|into|to|over|on|with) [A-Z]")
_WITH_OFFICES = frozenset(
    "School Schools County Police University Senate House Council College District".split()
)
_DAY_LAST = re.compile(rf" (?:{'|'.join(WEEKDAYS)})$")
_NAMED_DAY = re.compile(
    r"(?:Ash|Black|Bloody|Clean|Cyber|Easter|Fat|Fox News|Giving|Good|Holy|Maundy|Mega|NFL|Palm"
    r"|Shrove|Super|Whit) [A-Z]"
)
# What a writer says of a people or party, no part of its name.
_KIND_OF = re.compile(
    r"(?:(?:Anti|Average|Congressional|Conservative|Establishment|Fellow|Few|Liberal|Likely|Many"
    r"|Moderate|Most|Normal|Older|Ordinary|Other|Progressive|Registered|Several|Some|Young|Younger)"
    r"[ -])+(?=[A-Z])"
)
_INITIAL = re.compile(r"(?:\b[A-Z]|Inc|Corp|Ltd|Co|Bros|Jr|Sr)$")


def trimmed(text: str, span: RawSpan) -> RawSpan | None:
    """The span without what is no part of a name; None when no name is left."""
    start, end = span.start, span.end
    before = (-1, -1)
    while before != (start, end) and start < end:
        before = (start, end)
        while start < end and text[start] in _OUTER:
            start += 1
        while start < end and text[end - 1] in _OUTER:
            end -= 1
        name = text[start:end]
        if address := _ADDRESS.match(name):
            start, span = start + address.end(), RawSpan(start, end, "person")
        elif head := (_ARTICLE.match(name) or _HEAD.match(name)):
            start += head.end()
        elif link := _GLUED_LINK.search(name):  # "Ada Quill pic.twitter.com"
            end = start + link.start()
        elif (clock := _CLOCK.match(name)) and (
            name[0].isdigit() or ":" in clock[0] or _AT_CLOCK.search(text, 0, start)
        ):  # "11:50 A.M. Quill speaks"
            start += clock.end()
        elif (
            span.type == "organisation"
            or (span.type == "person" and name.partition(" ")[0] not in given_names())
        ) and (
            (rank := _RANK_LAST.search(name))
            or (text.startswith(" Officer", end) and (rank := _CHIEF_LAST.search(name)))
        ):
            end = start + rank.start()
            span = RawSpan(start, end, "organisation")  # "the Highway Patrol"
        elif zone := _ZONE.match(name):
            start += zone.end()
        elif (
            span.type == "group"
            and (sort := _KIND_OF.match(name))
            and gazetteer().get(name[sort.end() :]) is not None
            and gazetteer().get(name) is None
        ):
            start += sort.end()
        elif (
            span.type != "person" and (day := _DAY_LAST.search(name)) and not _NAMED_DAY.match(name)
        ):
            end = start + day.start()  # "told Quill Monday"
        elif posted := _POSTED.search(name):
            end = start + posted.start()
            if PERSON_SHAPE.fullmatch(text[start:end]) and not is_organisation(text[start:end]):
                span = RawSpan(start, end, "person")
        elif tail := (_POSSESSIVE.search(name) or _TAIL.search(name) or _LINKED.search(name)):
            end = start + tail.start()
        elif span.type == "person" and (cut := OWNING.search(name)):
            end = start + cut.start()
        elif (cut := OWNING.search(name)) and (
            _is_known(name[: cut.start()]) or is_organisation(name[: cut.start()])
        ):
            start += cut.end()
        elif (star := _STAR.match(name)) and star[1] in given_names():
            start += star.end()
            span = RawSpan(start, end, "person")
        elif (added := _FIRST_ADDED.match(name)) and added[1] in given_names():
            start += added.end()  # "[Ada] Quill", whatever it was taken for
            span = RawSpan(start, end, "person")
        elif office_next := _NEXT_OFFICE.search(name):  # "the Highway Patrol, Capt. Ada Quill"
            end = start + office_next.start()
        elif quarter := _QUARTER.match(name):
            end = start + quarter.end(1)
            span = RawSpan(start, end, "place")
        elif span.type != "person" and (ranked := _ranked(text, start, name)):
            start += ranked
            span = RawSpan(start, end, "person")
        elif span.type != "person" and (officer := _OFFICER.match(name)) is not None:
            named = officer["name"].split()
            if named[0] not in given_names() or is_organisation(officer["name"]):
                break
            start += officer.end()
            span = RawSpan(start, end, "person")
        elif _SLASHED.match(name):
            end = start + name.index("/")
            if PERSON_SHAPE.fullmatch(text[start:end]) and not is_organisation(text[start:end]):
                span = RawSpan(start, end, "person")
        elif name.endswith(".") and (
            _NUMERAL.search(name) or (not _DOTTED.match(name) and not _INITIAL.search(name[:-1]))
        ):
            end -= 1
        elif span.type in ("person", "organisation") and (body := _before_office(name)):
            end = start + body
            span = RawSpan(start, end, "organisation")
        elif span.type == "person" and (led := _led_by(name)):
            start += led
        elif span.type == "person" and (office := leading(name)):
            start += office
        elif span.type == "place" and (
            (last := _OFFICE_LAST.search(name)) and _HEAD_AFTER.match(text, end)
        ):
            end = start + last.start()  # "Vell State Senator Ada Quill"
    if span.type == "person":
        start, end = _whole_person(text, start, end)
        if (bracket := text.rfind("] ", start, end)) > 0:  # "[Ada] Quill"
            start = bracket + 2
    name = text[start:end]
    if _is_shouted(name) and not in_capitals(text):
        return None
    if name.count('"') == 1 or name.count("(") != name.count(")") or _ADDED.search(name):
        return None
    if not any(c.isupper() for c in name) or len(name) < 2 or _WEB.search(name):
        return None
    if name.casefold().rstrip(".") in NEVER or not (name[0].isalpha() or " " in name):
        return None
    if span.type == "work" and _PART.match(name):
        return None
    if name.endswith(" Sec") and _SECRETARY.fullmatch(name):
        return None
    if name == "Us" and not _PERIODICAL.match(text, end):  # the pronoun
        return None
    if len(name) == 2 and name[1] == "." and span.type != "person":  # of a party: "(R., Ohio)"
        return None
    if _PRIZE.fullmatch(name) and _HONOURED.match(text, end):  # "Nobel laureate Ada Quill"
        return None
    if _NUMBERED.fullmatch(name) or (
        _ON_A_DAY.fullmatch(name) and not ("11" in name and "Sept" in name)
    ):
        return None
    digits = sum(c.isdigit() for c in name)
    if "\n" in name or len(name) > 120 or digits * 2 > len(name):
        return None
    person = span.type == "person" and not is_product(name)
    if (digits and person) or text[start - 1 : start] in ("@", "#"):
        return None
    if span.type == "person" and " " not in name and THE_BEFORE.search(text[:start][-6:]):
        behind = text[end : end + 2]
        led = (
            behind.strip().islower() or behind[:1] == "-" or name in WELL_KNOWN
        )  # "the Quill aide", "the Quill-Moor row", "the Obama White House"
        return RawSpan(start, end, "person") if led else None
    if text[end : end + 1] == ")" and _explains(text[:start], name):
        return None
    if name.endswith("ing") and " " not in name and not text[:start].strip():
        return None
    return RawSpan(start, end, span.type)


def _whole_person(text: str, start: int, end: int) -> tuple[int, int]:
    """A person with the dot of "Jr.", without a headline's words, once where it stands twice."""
    words = text[start:end].split(" ")
    if len(words) > 1 and words[0] in WELL_KNOWN:  # "Obama Job Approval" in a headline
        return start, start + len(words[0])
    while len(words) > 2 and words[-1].casefold() in STOP:  # "Ada Quill In 60 Seconds"
        end -= len(words.pop()) + 1
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        end = start + len(" ".join(words[:half]))
    if words[-1] in ("Jr", "Sr") and text[end : end + 1] == ".":
        end += 1
    return start, end


def _ranked(text: str, start: int, name: str) -> int:
    """How long the rank before a surname is, or what is left of an office: "State Ada Quill"."""
    ranked = _RANKED.match(name)
    if ranked is None or is_organisation(name) or _is_known(name[ranked.end() :]):
        return 0
    of_state = not name.startswith("State ") or text[:start].endswith("ecretary of ")
    return ranked.end() if of_state else 0


def _is_shouted(name: str) -> bool:
    """Words in capitals for emphasis: "FREE SPEECH", not "FOX NEWS" nor "EU ETS"."""
    words = name.split()
    shouted = len(words) > 1 and name.isupper() and all(len(word) > 3 for word in words)
    return shouted and gazetteer().get(name) is None


def _before_office(name: str) -> int:
    """How long the body is whose office a name ends with: "Vell County School Superintendent"."""
    body, _, office = name.rpartition(" ")
    held = office in HEADS and body.rpartition(" ")[2] in _WITH_OFFICES and " " in body
    return len(body) if held else 0


def _led_by(name: str) -> int:
    """How long a word is that is no part of the person behind it: "Conservative Ada Quill"."""
    led = _LED_BY.match(name)
    return (
        led.end()
        if led is not None and name[led.end() :].lstrip().partition(" ")[0] in given_names()
        else 0
    )


def _is_known(name: str) -> bool:
    entry = gazetteer().get(name)
    return entry is not None and not entry.doubtful and entry.type in ("place", "organisation")


def is_land(name: str) -> bool:
    """Whether a name is that of a known place."""
    entry = gazetteer().get(name)
    return entry is not None and entry.type == "place"


def _explains(before: str, short: str) -> bool:
    """Whether an acronym in parentheses stands for the small words before it: no name."""
    match = _EXPLAINS.search(before[-100:])
    if match is None:
        return False
    initials = "".join(word[0] for word in re.split(r"[\s-]+", match[1]) if word)
    return initials.endswith(short.casefold()) or initials.endswith(short.casefold().rstrip("s"))
