"""One document speaks of a name in one way: its types agree, and it is marked everywhere.

From the spans of all passages comes the document's own list of names (`agree`), with
surnames and acronyms; `carry` marks them in any text, the headline among them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from corpus.article import EntityType
from corpus.entities.acronyms import explained, initials
from corpus.entities.corrections import without_overlaps
from corpus.entities.cues import dateline
from corpus.entities.lexicon import Entry, Found, Lexicon, in_capitals, plain
from corpus.entities.neighbours import beside, lettered
from corpus.entities.patterns import (
    DAYS,
    EPONYMOUS,
    GOES_ALONE,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_BEFORE,
    PLACE_WORDS,
    WELL_KNOWN,
    goes_by_first,
    words_of,
)
from corpus.entities.recogniser import RawSpan
from corpus.entities.testimony import FAIR, STRONG, does, testimony
from corpus.entities.titles import REGNAL, WORDS
from corpus.entities.trimming import PERSON_SHAPE
from corpus.first_names import given_names
from corpus.words import STOP

# What a lone capitalised word may be besides a surname.
_EVERYDAY = frozenset(
    """may will bush cook brown white black green young long short king rice price day hope grace
    bill mark rose rich case field hill wood stone church park wall bell page march august grant
    pope best moon sun sky art may love power cross little new old self early turnout anger fear
    grief joy peace truth media halfway welcome copy inflation unemployment traffic tourism trade
    talks polls results critics supporters opponents analysts experts officials witnesses residents
    rescuers divers investigators prosecutors lawmakers protesters demonstrators voters doctors
    farmers""".split()
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]['\"”’)]*\s+|[\"“‘'(]\s*|[—–]\s*)$")
_LAST = re.compile(rf"(?<!\S)(?:(?:{PARTICLES})[ -])*\S+$")
_TWO_WORDS = re.compile(r"[A-Z][a-zß-öø-ÿ'’-]+ [A-Z][\w'’-]*[a-zß-öø-ÿ]")
# A word with a capital, but "The" and the like, right before: the head belongs to another name.
_HAS_BEFORE = re.compile(
    rf"(?:(?<!\w)(?!(?:{'|'.join(word.capitalize() for word in STOP)}) )[A-Z][\w.&-]* |[&-])$"
)
_OF_ANOTHER = re.compile(r" of (?:the )?[A-Z]")
_SPEAKING = re.compile(
    r"(?:^|(?<!\S)[^\sA-Z]\S* |[.!?]['\"”’)]? |[“\"(‘])([A-Z][\w'’-]*) (?:said|says|told|adds|added"
    r"|asked|warned|argued|insisted|denied|declined|replied|testified|recalled|joked|laughed|smiled"
    r"|nodded)\b|\b(?:Mrs?|Ms)\.? ([A-Z][\w'’-]*\w)"
)
SEATS = frozenset({"White House"})
_WITHIN = re.compile(r"\b(?:in|at|to|outside|inside|near|around|left|leave|leaving|from) the $")
_TITLED = re.compile(r"\b(?:Mrs?|Ms|Dr|Sen|Rep)\.? $")
_SAYS = re.compile(
    r" (?:said|says|told|adds|added|asked|warned|argued|insisted|denied|declined|replied|noted"
    r"|couldn[’']t|recalled|points|thinks|insists)\b"
)
_UNKNOWN_GIVEN = re.compile(r"(?:^|[a-z,’'][s,]? |[(—–])([A-Z][A-Za-z]+[a-z]) $")
_GIVEN = re.compile(r"(?<![\w’'-])([A-Z][a-z]+) $")
INITIALLED = frozenset("DMX DSK FDR HRC JFK LBJ MBS MLK RBG RFK".split())  # persons
_MEANT = WELL_KNOWN | {"FDR", "JFK", "LBJ", "MBS", "MLK", "RFK"}
_NO_GIVEN = frozenset("Apostle Christ Comrade Hurricane Member Presidents".split())
_VOTE, _VOTES = 2, 3
_ABBREVIATED = 4  # letters of "Prof", "Sens" and the like
_LOWER_WORD = re.compile(r"(?<![\w'’@#./_-])[a-zß-öø-ÿ]+")  # no part of a handle or address
_THE = re.compile(r"\b[Tt]he $")
_MUTE: frozenset[EntityType] = frozenset(("place", "event", "work"))
"""What says nothing, save a land or a capital, which are known."""
_BODY = re.compile(r"\d|[a-z][A-Z]|[^\w\s.’'-]|^The ")
_RANK: tuple[EntityType, ...] = ("person", "organisation", "place", "group", "event", "work")


@dataclass(frozen=True, slots=True)
class Known:
    """The names of one document: what each spelling is, and acronyms it explains itself."""

    lexicon: Lexicon
    types: dict[str, EntityType]
    acronyms: dict[str, str]
    everyday: frozenset[str]
    surnames: frozenset[str]
    heads: frozenset[str] = frozenset()


def agree(
    passages: Sequence[tuple[str, Sequence[RawSpan]]],
    gazetteer: Lexicon,
    organisations: Iterable[str] = (),
) -> Known:
    """Settle the type of every spelling found in a document's passages.

    `organisations` are names known to be such for this document: its outlet and agencies.
    """
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    said: dict[str, Counter[EntityType]] = defaultdict(Counter)
    acronyms: dict[str, str] = {}
    speaking: set[str] = set()
    for text, spans in passages:
        opening = dateline(text)
        for span in spans:
            name = plain(text[span.start : span.end])
            votes[name][span.type] += 1
            if opening == (span.start, span.end):
                said[name]["place"] += STRONG
            elif not name.isupper():
                said[name] += testimony(text, span.start, span.end)
            if span.type in _MUTE and (doing := does(text, span.start, span.end)):
                shape = " " not in name or PERSON_SHAPE.fullmatch(name) is not None
                if span.type != "work" or doing != "argues" or shape:
                    speaking.add(name)
            short = explained(text, span)
            if short is not None and short != name:
                acronyms[short] = name
    for name, kind in beside(passages, gazetteer):
        said[name][kind] += STRONG
    for name, more in _unseen(passages, votes, gazetteer):
        said[name] += more
    for name in [n for n in votes if n.isupper() and len(n) > 3 and gazetteer.get(n) is None]:
        if name.title() in votes or votes[name]["place"]:  # "OSTROVA, May 3" speaks of Ostrova
            votes[name.title()] += votes[name]
            said[name.title()] += said[name]
            votes[name], said[name] = votes[name.title()], said[name.title()]
    votes = {name: _weighed(name, count, said[name]) for name, count in votes.items()}
    types = {name: _type(name, count, said[name], gazetteer) for name, count in votes.items()}
    for name in speaking:
        if types[name] in _MUTE and said[name][types[name]] < FAIR and gazetteer.get(name) is None:
            types[name] = _who_speaks(name, votes[name])
    types.update((name, "person") for name in _introduced(types, said, passages, gazetteer))
    types.update((name, "place") for name in _entered(types, passages))
    full = [n for n, kind in types.items() if kind == "person" and len(n.split()) > 1]
    surnames = {surname(n) for n in full} | {bare(surname(n)) for n in full}
    firsts = {n.split()[0] for n in full if n.split()[0] not in REGNAL}
    for name in surnames:
        if (fixed := gazetteer.get(name)) is None or fixed.doubtful:
            types[name] = "person"
    types.update((name, kind) for name, kind in lettered(types, gazetteer) if name not in surnames)
    for name in firsts & types.keys():
        if gazetteer.get(name) is None and types[name] != "group":
            types[name] = "person"
    types.update((name, "organisation") for name in _letters(types, surnames, gazetteer))
    companies = {
        n.split()[0]: words_of(n)
        for n, kind in sorted(types.items())
        if kind == "organisation" and " " in n and goes_by_first(n)
    }
    for name in companies.keys() & types.keys() - surnames - firsts - _MEANT:
        if types[name] == "person" and companies[name][-1] in EPONYMOUS:
            continue
        doubt = {"person": STRONG, "place": 1}.get(types[name], 0)
        if gazetteer.get(name) is None and said[name]["place"] < doubt:
            types[name] = "organisation"
    types.update(
        (plain(name), "organisation") for name in organisations if types.get(name) != "person"
    )
    heads = _heads(types) - surnames
    types.update((head, "organisation") for head in heads)
    acronyms |= initials(types, passages, gazetteer)
    for short, long in acronyms.items():
        types[short] = types[long]
    lower = {word for text, _ in passages for word in _LOWER_WORD.findall(text)}
    everyday = frozenset(
        name for name in types if " " not in name and (name.lower() in lower | _EVERYDAY)
    )
    lexicon = Lexicon(
        (name, Entry(name, kind)) for name, kind in types.items() if len(name) > 2 or name.isupper()
    )
    return Known(lexicon, types, acronyms, everyday, frozenset(surnames), heads)


def _unseen(
    passages: Sequence[tuple[str, Sequence[RawSpan]]],
    votes: Mapping[str, Counter[EntityType]],
    gazetteer: Lexicon,
) -> Iterator[tuple[str, Counter[EntityType]]]:
    """What is said of unknown single names where the model passed over them."""
    names = Lexicon(
        (name, Entry(name, "place"))
        for name in votes
        if " " not in name and len(name) > 3 and gazetteer.get(name) is None
    )
    for text, spans in passages if len(names) else ():
        seen = {span.start for span in spans}
        for found in names.find(text):
            if found.start not in seen and not text[found.start : found.end].isupper():
                yield found.entry.name, testimony(text, found.start, found.end)


def _entered(
    types: Mapping[str, EntityType], passages: Sequence[tuple[str, Sequence[RawSpan]]]
) -> Iterator[str]:
    """Seats of power that the article speaks of as buildings: people are in them, go to them."""
    for name in SEATS & types.keys():
        told = [
            _WITHIN.search(text, max(0, span.start - 16), span.start) is not None
            for text, spans in passages
            for span in spans
            if text[span.start : span.end] == name
        ]
        if 2 * sum(told) > len(told):
            yield name


def _weighed(
    name: str, votes: Counter[EntityType], said: Counter[EntityType]
) -> Counter[EntityType]:
    """What the model thought of a name, two for each time up to six, and what is said of it."""
    worth = _VOTE * min(1, _VOTES / votes.total())
    weighed = Counter({kind: round(worth * n) for kind, n in votes.items()})
    first, several = name.split(" ")[0], " " in name
    for kind, weight in said.items():
        # A given name stays a person's; other long names are moved by strong words only.
        if several and kind not in votes and (first in given_names() or weight < STRONG):
            continue
        weighed[kind] += weight
    return weighed


def _introduced(
    types: Mapping[str, EntityType],
    said: Mapping[str, Counter[EntityType]],
    passages: Sequence[tuple[str, Sequence[RawSpan]]],
    gazetteer: Lexicon,
) -> Iterator[str]:
    """Names like "Ada Quill" of another kind whose last word goes on alone: "Quill said"."""
    speaking = {match[1] or match[2] for text, _ in passages for match in _SPEAKING.finditer(text)}
    for name, kind in types.items():
        words = words_of(name)
        if kind in ("person", "event") or len(words) != 2 or words[-1] not in speaking:
            continue
        if (
            _TWO_WORDS.fullmatch(name)
            and gazetteer.get(name) is None
            and gazetteer.get(words[-1]) is None
            and said[name][kind] < FAIR
            and not {*words} & (ORGANISATION_WORDS | PLACE_WORDS | PLACE_BEFORE)
        ):
            yield name


def _heads(types: Mapping[str, EntityType]) -> frozenset[str]:
    """Last words that go on alone for a whole name: "the Gazette", "the Trust"."""
    long = (n for n, kind in types.items() if kind == "organisation" and " " in n)
    last = {name.split(" ")[-1] for name in long}
    return frozenset(last & GOES_ALONE)


def surname(name: str) -> str:
    """The last word of a person's name, with al-, bin, de before it."""
    match = _LAST.search(re.sub(r",? (?:Jr|Sr|II|III)\.?$", "", name))
    return match.group() if match else name


def bare(name: str) -> str:
    """A surname without its particles: "al-Assad" gives "Assad"."""
    return re.sub(rf"^(?:(?:{PARTICLES})[ -])+", "", name, flags=re.IGNORECASE)


def _type(
    name: str, votes: Counter[EntityType], said: Counter[EntityType], gazetteer: Lexicon
) -> EntityType:
    fixed = gazetteer.get(name)
    if fixed is not None and (not fixed.doubtful or fixed.type in votes):
        return fixed.type
    if name in _MEANT:
        return "person"
    if name in GOES_ALONE or name == "House":
        return "organisation"
    if " v. " in name:
        return "work"
    return max(votes, key=lambda kind: (votes[kind], said[kind], -_RANK.index(kind)))


def _letters(
    types: Mapping[str, EntityType], surnames: Set[str], gazetteer: Lexicon
) -> Iterator[str]:
    """Letters like "RQXS" taken for a person, of whom the document writes no name so."""
    written = {name.casefold() for name in surnames}
    written |= {name.casefold() for name in types if not name.isupper()}
    for name, kind in types.items():
        letters = name.isupper() and name.isalpha() and 2 < len(name) < 7
        if kind != "person" or not letters or gazetteer.get(name) is not None:
            continue
        known = name in INITIALLED or name.capitalize() in WELL_KNOWN | given_names()
        if not known and name.casefold() not in written:
            yield name


def _who_speaks(name: str, votes: Counter[EntityType]) -> EntityType:
    """Whether a name that speaks, and was taken for a place or a work, is a body or a person."""
    if votes["person"] != votes["organisation"]:
        return "person" if votes["person"] > votes["organisation"] else "organisation"
    last = words_of(name)[-1]
    long = len(name.split()) > 3 or any(word.islower() for word in name.split())
    body = long or _BODY.search(name) is not None or last in ORGANISATION_WORDS | PLACE_WORDS
    return "organisation" if body and name.split()[0] not in given_names() else "person"


def carry(text: str, spans: Iterable[RawSpan], known: Known, *, headline: bool) -> list[RawSpan]:
    """The spans of a text with the document's types, and its names where they were missed."""
    settled = [
        RawSpan(s.start, s.end, known.types.get(plain(text[s.start : s.end]), s.type))
        for s in spans
        if not _is_common_here(text, s, known)
    ]
    settled = [_speaks(text, s, known) for s in settled]
    if headline:
        settled = [_with_given(text, s) for s in settled]
    shouted = in_capitals(text)
    carried = []
    for f in known.lexicon.find(text):
        if shouted or _is_name_here(text, f, known, headline):
            carried.append(RawSpan(f.start, f.end, f.entry.type))
        elif not headline and (whole := _with_unknown_given(text, f, known)):
            carried.append(whole)
    if headline:
        carried = [_with_given(text, s) for s in carried]
    return without_overlaps([*settled, *carried])


def _with_given(text: str, span: RawSpan) -> RawSpan:
    """A surname in a headline with the given name before it, which the text has nowhere."""
    if span.type != "person" or " " in text[span.start : span.end]:
        return span
    before = _GIVEN.search(text, max(0, span.start - 20), span.start)
    if before is None or before[1] not in given_names():
        return span
    return RawSpan(before.start(1), span.end, "person")


def _with_unknown_given(text: str, found: Found, known: Known) -> RawSpan | None:
    """A surname that the text has alone elsewhere, here with the given name that nobody saw."""
    name = found.entry.name
    given = _UNKNOWN_GIVEN.search(text, max(0, found.start - 20), found.start)
    if given is None or found.entry.type != "person" or name in known.surnames:
        return None
    common = name in known.everyday or name.casefold() in _EVERYDAY or name in given_names()
    if common or text[found.end : found.end + 2].strip().istitle():
        return None
    if given[1] not in given_names() and (
        name in WELL_KNOWN
        or given[1].casefold() in STOP | _EVERYDAY
        or given[1] in WORDS | ORGANISATION_WORDS | _NO_GIVEN
        or given[1] in known.types
    ):
        return None
    return RawSpan(given.start(1), found.end, "person")


def _speaks(text: str, span: RawSpan, known: Known) -> RawSpan:
    """A person whose surname is also a land's name, where it speaks: "Israel said"."""
    if span.type != "place" or text[span.start : span.end] not in known.surnames:
        return span
    titled = _TITLED.search(text, max(0, span.start - 6), span.start) is not None
    if titled or _SAYS.match(text, span.end):
        return RawSpan(span.start, span.end, "person")
    return span


def _is_common_here(text: str, span: RawSpan, known: Known) -> bool:
    """Whether a sentence just begins with a word that the text elsewhere writes small."""
    name = text[span.start : span.end]
    return (
        name in known.everyday
        and not name.isupper()
        and name not in known.surnames
        and known.types.get(name) not in ("place", "group")
        and (
            _SENTENCE_START.search(text, max(0, span.start - 6), span.start) is not None
            or (known.types.get(name) == "person" and _THE.search(text, 0, span.start) is not None)
        )
    )


def _is_name_here(text: str, found: Found, known: Known, headline: bool) -> bool:
    """Whether a known spelling means the name at this place."""
    name = text[found.start : found.end]
    if " " in name:
        return True
    if found.entry.name in known.everyday and (
        _SENTENCE_START.search(text, max(0, found.start - 6), found.start)
        or re.match(r"\s\d", text[found.end : found.end + 2])
    ):
        return False
    after = re.match(r" ([A-Z][\w]*)", text[found.end : found.end + 30])
    if after and after[1] in ORGANISATION_WORDS:
        return False
    if found.entry.name in known.heads:
        if _OF_ANOTHER.match(text, found.end):
            return False
        return after is None and not _HAS_BEFORE.search(text, max(0, found.start - 30), found.start)
    if headline or found.entry.type != "person":
        return True
    before = re.search(r"(\S*[A-Z][\w.'’-]*) $", text[max(0, found.start - 30) : found.start])
    if before is None:
        return True
    word = words_of(before[1])[0]
    if before[1][-1] in ".!?" and len(word) > _ABBREVIATED:  # a sentence ends there
        return name.casefold() not in STOP
    if word in WORDS or word in DAYS or word in known.types or word.casefold() in STOP:
        return True
    at = found.start - len(before[0])
    return bool(_SENTENCE_START.search(text, max(0, at - 6), at)) or before[1].endswith(
        ("'s", "’s")
    )
