"""Families of nouns that name one kind of people or thing and weigh differently.

In goes a sentence, out come the places where it uses one of them in its own sense: a party's rebel
fights nobody, a congresswoman may be called Slaughter, and a bill ends in a train wreck.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

FAMILIES: tuple[tuple[str, str], ...] = (
    ("armed groups", """rebel insurgent militant fighter jihadist jihadi terrorist gunman extremist
     guerrilla islamist separatist mercenary militia militiaman combatant revolutionary"""),
    ("those who protest", """protester demonstrator rioter activist marcher agitator dissident
     looter mob crowd"""),
    ("those who come", "migrant refugee asylum-seeker immigrant alien evacuee newcomer"),
    ("those who rule", """government regime administration junta authorities dictatorship
     ruler dictator strongman tyrant autocrat"""),
    ("the attack", """attack assault raid strike bombing massacre slaughter atrocity shooting
     terrorism ambush incursion invasion intervention offensive airstrike"""),
    ("the fighting", """clash skirmish battle fighting conflict war uprising revolt rebellion
     insurgency unrest riot coup revolution"""),
    ("the dead", "victim casualty fatality martyr"),
    ("the accident", "accident crash collision wreck derailment disaster tragedy catastrophe"),
    ("the deal", "deal agreement accord pact treaty truce ceasefire cease-fire compromise"),
    ("the accusation", "claim allegation accusation charge assertion suspicion"),
)  # fmt: skip
"""Nouns that name one kind of people or thing and weigh differently; singular."""


def _plural(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch")) else f"{word}s"


MEMBERS = {
    form: (family, word)
    for family, words in FAMILIES
    for word in words.split()
    for form in (word, _plural(word))
}
FAMILY = {word: family for family, words in FAMILIES for word in words.split()}
_ARMS = re.compile(
    r"\b(?:air|aerial|airstrikes?|missiles?|drones?|rockets?|bomb\w*|warplanes?|military|precision|"
    r"targeted|surgical|preemptive|pre-emptive|retaliatory|nuclear|cruise|tomahawks?)\b",
    re.IGNORECASE,
)
"""Without one of these in its sentence a strike is no attack: dockers strike more often."""

_PARTIES = (
    r"gop|republicans?|democrat(?:s|ic)?|house|senate|party|tory|tories|conservatives?|labou?r|"
    r"caucus|backbench|congressional|parliamentary|fiscal"
)
_VERB = r"to|will|would|could|might|may"
_WITHIN = (
    r"(?:from|among|by|of|within|in) "
    r"(?:(?:the|his|her|their|its|some|many|other|own|angry|hard-line|far-right|far-left) )*"
    rf"(?:(?:house|senate) )?(?:{_PARTIES}|progressives?|base|ranks?|rank and file)"
)
# What stands right before a word, or right behind it, that is used in another sense.
_BEFORE = {
    "rebel": rf"{_PARTIES}|will|would|could|might|may",
    "insurgent": rf"{_PARTIES}|progressive|populist|political",
    "revolt": rf"{_PARTIES}|voters?|tax|taxpayers?|populist|{_VERB}",
    "rebellion": rf"{_PARTIES}|voters?|taxpayers?|populist",
    "uprising": _PARTIES,
    "revolution": "sexual|industrial|digital|technological|technology|data|political|energy|shale|"
    "green|reagan|social|cultural|scientific|quiet|american|french",
    "fighter": "crime|prize|cage|street|bull",
    "mob": "flash|twitter|media|internet|online|digital",
    "regime": "tax|sanctions|regulatory|trade|visa|inspections?|verification|licensing|safety|"
    "training|fitness|exercise|treatment|monitoring|safeguards",
    "coup": "major|big|huge|real|publicity|diplomatic|marketing",
    "attack": "heart|panic|asthma|anxiety|personal|verbal|political|partisan|racist|barbed|"
    "negative|scathing|blistering|stinging|rhetorical",
    "insurgency": rf"{_PARTIES}|grass-?roots|populist|progressive|political",
    "assault": "sexual|indecent|aggravated|drunken",
    "slaughter": rf"rep\.|congress(?:wo)?man|{_VERB}",
    "martyr": _VERB,
    "offensive": "charm|be|is|was|are|were|so|very|more|most|highly|deeply|racially|it|find|found",
    "war": "trade|culture|price|bidding|turf|class|cold",
    "battle": "legal|court|uphill|custody|budget|partisan|primary|confirmation|nomination|floor|"
    rf"political|internal|midterm|election|electoral|senate|ideological|funding|spending|{_VERB}",
    "clash": rf"partisan|political|personality|cultural|ideological|{_VERB}",
    "victim": "rape|assault|abuse|crime|trafficking|harassment|fraud|fall|falls|fell|fallen",
    "crash": rf"stock|market|financial|economic|website|computer|housing|wall street|{_VERB}",
    "wreck": rf"train|nervous|emotional|{_VERB}",
    "disaster": "total|unmitigated|complete|absolute|utter|electoral|media|political|economic|"
    "natural|diplomatic|(?:is|was|be|been|are|were|as) an?|an?",
    "catastrophe": "political|economic|(?:is|was|be|been|as) an?",
    "deal": "big|great|good|raw|to|will|would|can|must|could",
    "charge": "in|take|takes|took|taking|leads?|led",
}
_BEHIND = {
    "rebel": "lawmakers?|mps?|senators?|congress\\w+|republicans?|democrats?|conservatives?|"
    "backbenchers?|tories|yell|against|flag|states?",
    "insurgent": "candidates?|candidac\\w+|campaigns?|bids?|challeng\\w+|wing|"
    "progressives?|conservatives?|republicans?|democrats?|lawmakers?|politic\\w+|outsiders?",
    "revolt": rf"{_WITHIN}",
    "rebellion": rf"{_WITHIN}",
    "uprising": rf"{_WITHIN}",
    "fighter": "jets?|planes?|pilots?|aircraft|bombers?|wings?|squadrons?",
    "fighting": "for|to|the|an?|back|against|over|it|them|him|her|this|that|his|their|our|chance|"
    "words|spirit|each|with",
    "shooting": "for|down|himself|herself|stars?|range|guard",
    "revolutionary": "guards?|war|era|changes?|ideas?|technology|new|step|court",
    "mob": "boss(?:es)?|rule|mentality",
    "coup": "for",
    "attack": "ads?|lines?|dogs?|on the (?:media|press)",
    "clash": "of (?:ideas|civili[sz]ations|cultures|personalities|egos|visions)",
    "claim": "he|she|it|they|to (?:be|have)|responsibility|credit|victory|asylum",
    "assault": "weapons?|rifles?|style|with|charges?|allegations?|accus\\w+|survivors?|victims?",
    "slaughter": "houses?",
    "offensive": "remarks?|comments?|language|jokes?|words?|tweets?|terms?|line|to",
    "war": r"of words|chests?|rooms?|on (?:women|drugs|poverty|coal|christmas|crime|cops|science)",
    "battle": "with cancer|against cancer|lines?|cry|"
    "for (?:the )?(?:nomination|control|senate|house)",
    "victim": r"of (?:rape|sexual|fraud|domestic|identity|discrimination|crimes?|his|her|"
    r"their|its)|blaming|impact|mentality|status|cards?|advoca\w+",
    "crash": "courses?|diets?|and burn",
    "disaster": "relief|aid|assistance|declarations?|areas?|recovery|funds?|funding|preparedness|"
    "response|loans?|zones?|agency|management|for",
    "deal": "with|breakers?|makers?",
}


def _otherwise(word: str) -> re.Pattern[str]:
    forms = "|".join(form for form, (_, of) in MEMBERS.items() if of == word)
    ways = []
    if word in _BEFORE:
        ways.append(rf"(?<![^\W_])(?:{_BEFORE[word]})[ \u00a0-](?:{forms})(?![^\W_])")
    if word in _BEHIND:
        ways.append(rf"(?<![^\W_])(?:{forms})[ \u00a0-](?:{_BEHIND[word]})(?![^\W_])")
    return re.compile("|".join(ways), re.IGNORECASE)


_OTHERWISE = {word: _otherwise(word) for word in {*_BEFORE, *_BEHIND}}
_PLACES: dict[str, re.Pattern[str]] = {
    form: re.compile(
        rf"(?<![^\W\d_])(?<![^\W\d_]['’-]){form}(?!['’-](?!s\b)[^\W\d_])(?![^\W\d_])", re.IGNORECASE
    )
    for form in MEMBERS
}
_ALWAYS_CAPITAL = frozenset(("islamist", "islamists"))
_BY_AIR = re.compile(r"(?<![^\W_])air[ \u00a0-]$", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.!?:;—–-]['\"”’)\]]*\s+)['\"“‘(\[]*$")


def _other_senses(word: str, sentence: str) -> list[tuple[int, int]]:
    """Where a sentence uses a member of a family in another sense, with what shows it."""
    found = _OTHERWISE.get(word)
    return [match.span() for match in found.finditer(sentence)] if found else []


def uses(
    sentence: str, words: Iterable[str], title: bool = False
) -> Iterator[tuple[str, int, int]]:
    """Where a sentence uses members of families: the singular, start and end. `words` are its words
    as they are counted (lower case). A capital inside a sentence is a name's, but in a title.

    >>> [one[0] for one in uses("The rebels met Rep. Slaughter.", ["rebels", "slaughter"])]
    ['rebel']
    """
    for form in dict.fromkeys(word for word in words if word in MEMBERS):
        word = MEMBERS[form][1]
        if word == "strike" and not _ARMS.search(sentence):
            continue
        others = _other_senses(word, sentence)
        for match in _PLACES[form].finditer(sentence):
            a_name = match[0][0].isupper() and not (
                title
                or match[0].isupper()
                or form in _ALWAYS_CAPITAL
                or _BEGINS.search(sentence[: match.start()])
            )
            other = any(begin <= match.start() < end for begin, end in others)
            if not a_name and not other:
                by_air = word == "strike" and _BY_AIR.search(sentence, 0, match.start())
                yield "airstrike" if by_air else word, match.start(), match.end()
