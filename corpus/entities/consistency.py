"""One document speaks of a name in one way: its types agree, and it is marked everywhere.

From the spans of all passages comes the document's own list of names (`agree`), with
surnames and acronyms; `carrying` marks them in any text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from corpus.article import EntityType
from corpus.entities.acronyms import explained, initials
from corpus.entities.cues import dateline
from corpus.entities.lexicon import Entry, Lexicon, plain
from corpus.entities.neighbours import beside, lettered
from corpus.entities.patterns import (
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
from corpus.entities.titles import REGNAL
from corpus.entities.trimming import PERSON_SHAPE
from corpus.first_names import given_names

# What a lone capitalised word may be besides a surname.
EVERYDAY = frozenset(
    """may will bush cook brown white black green young long short king rice price day hope grace
    bill mark rose rich case field hill wood stone church park wall bell page march august grant
    pope best moon sun sky art may love power cross little new old self early turnout anger fear
    grief joy peace truth media halfway welcome copy inflation unemployment traffic tourism trade
    talks polls results critics supporters opponents analysts experts officials witnesses residents
    rescuers divers investigators prosecutors lawmakers protesters demonstrators voters doctors
    farmers""".split()
)
_LAST = re.compile(rf"(?<!\S)(?:(?:{PARTICLES})[ -])*\S+$")
_TWO_WORDS = re.compile(r"[A-Z][a-zß-öø-ÿ'’-]+ [A-Z][\w'’-]*[a-zß-öø-ÿ]")
_SPEAKING = re.compile(
    r"(?:^|(?<!\S)[^\sA-Z]\S* |[.!?]['\"”’)]? |[“\"(‘])([A-Z][\w'’-]*) (?:said|says|told|adds|added"
    r"|asked|warned|argued|insisted|denied|declined|replied|testified|recalled|joked|laughed|smiled"
    r"|nodded)\b|\b(?:Mrs?|Ms)\.? ([A-Z][\w'’-]*\w)"
)
SEATS = frozenset({"White House"})
_WITHIN = re.compile(r"\b(?:in|at|to|outside|inside|near|around|left|leave|leaving|from) the $")
INITIALLED = frozenset("DMX DSK FDR HRC JFK LBJ MBS MLK RBG RFK".split())  # persons
_MEANT = WELL_KNOWN | {"FDR", "JFK", "LBJ", "MBS", "MLK", "RFK"}
_VOTE, _VOTES = 2, 3
_LOWER_WORD = re.compile(r"(?<![\w'’@#./_-])[a-zß-öø-ÿ]+")  # no part of a handle or address
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


_DOUBLE = 2  # words of a name, of which the last two of more may be a surname


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
    double = {" ".join(w[-2:]) for n in full if len(w := n.split()) > _DOUBLE}  # "Peña Nieto"
    types.update((n, "person") for n in double & types.keys() if gazetteer.get(n) is None)
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
        name for name in types if " " not in name and (name.lower() in lower | EVERYDAY)
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
