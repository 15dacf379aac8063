"""Names that the word beside them makes plain: people, ships, laws, resolutions, newspapers.

Models miss or cut many of them: "the pollster Ada Lake", "the trawler Fair Wind", "the Harbour
Dues Act of 2009", "Security Council resolution 1441", "the radio station Voice of Elbrook".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.entities.lexicon import Lexicon, in_capitals
from corpus.entities.patterns import DAYS, PARTICLES, is_organisation, without_day
from corpus.entities.recogniser import RawSpan
from corpus.entities.testimony import SHIP
from corpus.entities.titles import WORDS
from corpus.first_names import given_names
from corpus.trie import trie
from corpus.words import STOP

_WORD = r"[A-Z][\w’'-]*[\w]"
_SHIP = re.compile(
    rf"\b{SHIP}s? [\"“'‘]?({_WORD}(?: (?:(?:of|the|and|du|de|la) )?(?:{_WORD}|[IVX]+|[A-Z]\.?|\d+))"
    rf"{{0,3}})|\b((?:HMS|USS|HMCS|HMAS|INS|RMS|MV|MS|USNS|RRS) {_WORD}"
    rf"(?: (?:{_WORD}|[A-Z]\.?(?= [A-Z]))){{0,3}})"
)
_COUNTED = re.compile(
    r"\b((?:Gang|Group|Band|Council) of"
    r" (?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|\d+))\b"
)
_PAPER = re.compile(
    r"\b(?:newspaper|magazine|news agency|radio station|(?:TV|television) (?:station|channel)"
    rf"|news site|tabloid) [\"“'‘]?({_WORD}(?: (?:(?:of|the|de|la|and) )*{_WORD}){{0,3}})"
)
_LAW = re.compile(
    rf"((?:{_WORD},?(?: (?:and|of|for|the|on|to|in|from|against|with|&))* )+?"
    r"(?:Act|Acts|Treaty|Accords?|Charter|Directive|Amendment|Constitution|Protocol)\b(?: \d+\b)?)"
    r"((?: (?:of|on|against|for)(?: the)?(?: (?:\d{4}|[A-Z][\w’'-]+))+)?)(?! [A-Z])"
)
_PACT = re.compile(
    r"\b((?:Treaty|Convention|Declaration|Covenant) (?:of|on|against|for) (?:the )?"
    rf"{_WORD}(?: (?:(?:of|on|the|and) )*{_WORD})*)"
)
_RESOLUTION = re.compile(
    r"\b((?:(?:UN|U\.N\.|United Nations) )?(?:(?:Security Council|General Assembly) )?"
    r"[Rr]esolution \d{2,5})\b"
)
_BILL = re.compile(
    r"\b((?:House|Senate|Assembly) (?:Joint )?(?:Bill|Resolution|File) \d{1,5}"
    r"|(?:HB|SB|AB|HR|SR|H\.R\.|S\.B\.|H\.B\.) ?\d{1,5})\b"
)
_COMMITTEE = re.compile(  # "Senate Harbours, Fisheries, and Dues Committee"
    rf"\b(?:House|Senate) {_WORD}(?: {_WORD})?(?:, {_WORD}(?: {_WORD})?)+,? (?:and|&) {_WORD}"
    rf"(?: {_WORD})? (?:Subc|C)ommittee\b"
    rf"|\b(?:Subc|C)ommittee on {_WORD}(?:, {_WORD}(?: {_WORD})?)+,? (?:and|&) {_WORD}(?: {_WORD})?"
)
_PARTY = rf"(?:U\.S\.|{_WORD}(?: [A-Z]\.(?= ))?(?: (?:(?:of|the|and|for) )*{_WORD}){{0,3}})"
_CASE = re.compile(rf"\b({_PARTY} v\.? {_PARTY})(?![\w])")
_LAW_BESIDE = re.compile(r".*(?:Amendment|Act) and (?=.* v\.? )")
_COURT = re.compile(
    r"\b(?:Supreme|Constitutional|High|Circuit|District|Superior|Federal|Appeals|Criminal|Family|Crown)"
    r" Court(?: of (?:Appeals?|Justice|Human Rights))?\b"
)
_LAND = re.compile(
    r"\b(?:the river|(?:village|town|city|suburb|hamlet|island|province|district) of)"
    rf" ({_WORD}(?:[ -]{_WORD})?)"
)
# Whom these words name is a person; "owner", "chief" and "driver" also stand before firms.
_CALLED = trie(
    """activist actor actress alumna alumnus anchorwoman astronaut athlete attorney billionaire
    biologist blogger boxer businessman businesswoman cardiologist choreographer columnist
    comedian comedienne composer congressman congresswoman correspondent councilman councilwoman
    cyclist designer diplomat economist epidemiologist filmmaker footballer forward goalkeeper
    golfer guitarist historian hurdler immunologist industrialist journalist laureate lawyer
    lobbyist mathematician midfielder millionaire nominee novelist oligarch philosopher
    photographer physicist pianist playwright poet pollster professor psychologist quarterback
    rapper researcher runner scholar scientist sculptor singer sociologist songwriter spokesman
    spokesperson spokeswoman sprinter stand-in strategist striker surgeon swimmer theologian
    tycoon virologist violinist weightlifter whistleblower winger wrestler""".split()
)
NATIONALS = frozenset(
    """Briton Croat Dane Dutchman Dutchwoman Englishman Englishwoman Finn Frenchman Frenchwoman
    Icelander Irishman Irishwoman Scot Scotsman Scotswoman Serb Slovene Spaniard Swede Turk
    Ulsterman Welshman Welshwoman""".split()
)
"""People of a land by words that, unlike "French" and "German", are never said of a thing."""
_PERSON = re.compile(
    rf"(?<![\w-])(?:{_CALLED}|{trie(NATIONALS)}) ({_WORD}(?: [A-Z]\.)?"
    rf"(?: {PARTICLES})?(?: {_WORD}){{1,2}})(?![\w’'])"
)
_OWNED = re.compile(r"['’]s?(?: .*)?$")  # with what somebody owns
_POSSESSIVE = re.compile(r"['’]s?$")


def _law_start(text: str, start: int, end: int, known: Lexicon) -> int:
    """Where the law itself begins: "Similar to the Harbour Act", "Quill for First Amendment"."""
    led = text.rfind(" to the ", start, end)
    start = led + 8 if led >= 0 else start
    for found in known.find(text[start:end]) if "Amendment" in text[start:end] else ():
        ends = found.entry.type == "work" and start + found.end == end
        if ends and not text.endswith(" of the ", start, start + found.start):
            return start + found.start
    return start


def introduced(text: str, known: Lexicon) -> Iterator[RawSpan]:
    """Names that a word beside them introduces, with the kind it gives them."""
    if in_capitals(text):
        return
    for match in _PERSON.finditer(text):
        name = without_day(_OWNED.sub("", match[1]))
        words = name.split(" ")
        first = known.get(words[0])
        if (
            len(words) > 1
            and (first is None or first.doubtful or words[0] in given_names())
            and known.get(name) is None
            and not (name.isupper() or is_organisation(name) or WORDS.intersection(words))
            and words[0].casefold() not in STOP
        ):
            yield RawSpan(match.start(1), match.start(1) + len(name), "person")
    for match in _RESOLUTION.finditer(text):
        yield RawSpan(*match.span(1), "work")
    if " v. " in text or " v " in text:
        for match in _CASE.finditer(text):
            opening = match[0].partition(" ")[0]
            led = len(opening) + 1 if opening.casefold() in STOP else 0  # "In Moor v. Quill"
            if beside := _LAW_BESIDE.match(match[0]):
                led = beside.end()
            yield RawSpan(match.start() + led, match.end(), "work")
    for match in _BILL.finditer(text):
        yield RawSpan(*match.span(1), "work")
    if " Court" in text:
        lands = {f.end: f.start for f in known.find(text) if f.entry.type == "place"}
        for match in _COURT.finditer(text):
            yield RawSpan(lands.get(match.start() - 1, match.start()), match.end(), "organisation")
    for match in _PACT.finditer(text):
        yield RawSpan(*match.span(1), "work")
    for match in _LAW.finditer(text):
        start = match.start()
        words = match[1].split(" ")
        while len(words) > 1 and (words[0].casefold().rstrip(",") in STOP or words[0].islower()):
            start += len(words.pop(0)) + 1
        start = _law_start(text, start, match.end(), known)
        if text.count(" ", start, match.end()) in range(1, 9):
            yield RawSpan(start, match.end(), "work")
    for match in _SHIP.finditer(text):
        group = 1 if match[1] else 2
        name = _POSSESSIVE.sub("", match[group])
        if name.split(" ")[0] not in DAYS and not is_organisation(name) and not known.get(name):
            yield RawSpan(match.start(group), match.start(group) + len(name), "work")
    for match in _COMMITTEE.finditer(text) if "ommittee" in text else ():
        yield RawSpan(*match.span(), "organisation")
    for match in _COUNTED.finditer(text):
        yield RawSpan(*match.span(1), "organisation")
    for match in _LAND.finditer(text):
        name = _POSSESSIVE.sub("", match[1])
        if not known.get(name) and name.split(" ")[0] not in DAYS:
            yield RawSpan(match.start(1), match.start(1) + len(name), "place")
    for match in _PAPER.finditer(text):
        name = _POSSESSIVE.sub("", match[1])
        start = match.start(1)
        if name.startswith("The "):
            start, name = start + 4, name[4:]
        if name.split(" ")[0] not in DAYS and name.casefold() not in STOP:
            yield RawSpan(start, start + len(name), "organisation")
