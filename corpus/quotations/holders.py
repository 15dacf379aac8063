"""Who is meant by an office: "the mayor" is the one whom the article introduces as mayor.

A role as it stands in the text comes in; the full name of its one holder goes out, or None where
the article introduces nobody, or several, or somebody else who stays unnamed ("a mayor said").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.first_names import is_given
from corpus.quotations.bodies import AUTHORS, editors, led, named_body, suits
from corpus.quotations.lands import HOME, HOME_OFFICES, at_home, land_of_role, lands_of, parted
from corpus.quotations.looking import looking_back
from corpus.quotations.names import (
    CAPITAL,
    PARTICLE,
    POSSESSIVE,
    from_first_name,
    is_acronym,
    strip_titles,
)
from corpus.quotations.openings import opening_subject
from corpus.quotations.people import People
from corpus.quotations.subjects import forward, subject_before
from corpus.quotations.words import BODIES, CUES, DESCRIBED, NOT_NAMES, ORGANISATIONS, ROLES, words

_FULL = rf"{CAPITAL}(?: (?:{PARTICLE} ){{0,2}}{CAPITAL}){{1,3}}"
_UP_TO_COMMA = re.compile(rf"{_FULL}\Z")
_NAME_BEHIND = re.compile(
    rf"(?: of [A-Z]\w+(?= [A-Z]\w+ [A-Z]))?,? (?P<np>{_FULL}|{CAPITAL}(?! of\b))"
)
_NAME_OF_OFFICE = re.compile(rf" of [^,.;:]{{3,60}}, (?P<np>{_FULL})")
_AHEAD_OF_ROLE = re.compile(r", (?:[^,.;:\"“”]{0,40} )?\Z")
_NO_APPOSITION = re.compile(rf" (?:of|for) {_FULL},| (?:said|says|told|added|wrote|has|was|is)\b")
_APPOSED = 43  # characters of an apposition before its role, the comma among them
_FIRMS = words(
    "company firm team club bank airline retailer group organization organisation newspaper paper "
    "network carmaker automaker manufacturer giant magazine website startup charity nonprofit"
)
HOUSES = words("ministry court department chamber university office police")
"""Bodies of which an article may name several."""
_PARTISANS = words("democrat republican")
_STANDING = (
    words("candidate nominee hopeful contender lawmaker diplomat politician leader") | DESCRIBED
)
"""Roles by which a person named shortly before is spoken of with a word more."""
_SAME = {
    "spokesman": ("press secretary", "spokesperson"),
    "spokeswoman": ("press secretary", "spokesperson"),
    "spokesperson": ("press secretary", "spokesman", "spokeswoman"),
    "governor": (r"gov\.",),
    "senator": (r"sen\.",),
    "congressman": (r"rep\.", "representative"),
    "congresswoman": (r"rep\.", "representative"),
    "representative": (r"rep\.",),
    "general": (r"gen\.",),
    "democrat": ("democratic nominee",),
    "professor": (r"prof\.",),
}
_NAMED_ROLE = re.compile(r"(?:[A-Z]\S*\s)+[a-z]+\Z")  # "the Aldmere campaigner"
_OTHERS = ("vice ", "former ", "ex-", "late ")  # before the role: of somebody else than its holder
_OWNED = re.compile(r"[’']s?\s")
_ADMINISTRATION = re.compile(rf"(?P<np>{CAPITAL})(?:[’']s)? [Aa]dministration\b")
_FROM = re.compile(
    r"statement\s(?:issued\s|released\s|posted\s)?(?:by|from|of)\s(?P<np>[^,;:]{2,90})"
)
_TOLD_IN = re.compile(
    r"(?P<np>.{2,200}?)\s(?:said|says|announced|released|issued|confirmed|added|posted|put out)\s"
    r"(?:[a-z]+day\s)?(?:in\s)?(?:a|an|the|its|their|his|her)\s(?:[a-z-]+\s){0,3}$"
)
_IN_IT = re.compile(r"In (?:a|an|its|their|his|her) [^,]{0,60}?statement[^,]{0,60}, ")
_TEXTS = 3  # paragraphs in which the company that is meant is sought
_ROLES = 300  # roles of one article that are looked for in its text
_UNTOLD = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s\Z")
_BEFORE_ROLE = len("another ")


class Holders:
    """The offices of one article and who holds them."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._holders: dict[str, Counter[str]] = {}
        self._introduced: dict[str, bool] = {}
        self._repeated: dict[str, bool] = {}
        self._abroad: dict[str, str | None] = {}
        self._lands: dict[str, set[str]] = {}

    def fuller(self, noun: str) -> str:
        """ "ministry" as the article names it in full, where it names one: "ministry of trade"."""
        if f"{noun} of " not in self._people.joined:
            return noun
        found = set(re.findall(rf"\b{noun} of (?:the )?[a-z]{{3,}}\b", self._people.joined))
        return str(found.pop()) if len(found) == 1 else noun

    def issuer(self, before: Sequence[str]) -> str | None:
        """Whose "the statement" is: who said so in it, or who it is from, in the texts before."""
        for text in before:
            for sentence in looking_back(text):
                at = sentence.find("statement")
                if at < 0:
                    continue
                from_whom = _FROM.match(sentence, at)
                if from_whom is not None:
                    return forward(from_whom["np"])
                told = _TOLD_IN.match(sentence, 0, at)
                if told is not None:
                    return subject_before(told["np"], False)
                inside = _IN_IT.match(sentence)
                return opening_subject(sentence[inside.end() :] if inside is not None else sentence)
        return None

    def body(self, before: Sequence[str], noun: str | None = None) -> str | None:
        """The company or the like that opens one of the sentences before, the nearest; `noun`
        says which kind."""
        for text in before[:_TEXTS]:
            for sentence in looking_back(text):
                name = opening_subject(sentence)
                if name is None or not name[:1].isupper():
                    continue
                if is_given(name.split()[0]) and not is_acronym(name):
                    continue
                if noun is not None and not suits(noun, name, self._people):
                    continue
                if name.split()[-1] in self._people.persons() or is_office(name):
                    continue
                if self._people.is_body(name) or self._people.named_again(name):
                    return name
        return None

    def meant(
        self, role: str, text: str, before: Sequence[str], last: str | None, recent: bool
    ) -> str | None:
        """Who a role in `text` means.

        `before`: the texts up to it without quoted words, nearest first; `last` spoke last,
        `recent` whether just before. A role of another land than theirs means nobody.
        """
        land = land_of_role(role)
        if land is None:
            return self._meant(role, text, before, last, recent)
        if not is_definite(role, text) or (role[:1].islower() and self.is_introduced(role)):
            return None
        found = self.abroad(role) or self._meant(role, text, before, last, recent)
        return found if found is not None and self._is_of(found, land, role) else None

    def _meant(
        self, role: str, text: str, before: Sequence[str], last: str | None, recent: bool
    ) -> str | None:
        """Who a role means, whatever land it is of."""
        noun = role.split()[-1].lower()
        if not (noun in ROLES or noun in _PARTISANS):
            named = role[:1].isupper() and " " in role and role.istitle()
            if named or not is_definite(role, text):
                return None  # "the Quill Trade Organization" is no other one
            if noun == "statement":
                return self.issuer(before)
            if noun in AUTHORS:
                return led(self._people)
            board = editors(self._people) if role in ("editorial", "editorial board") else None
            if board is not None:
                return board
            if noun not in _FIRMS and noun != "editorial":
                return None
            if recent and last is not None and last[:1].isupper():
                told = HOUSES.isdisjoint(last.lower().split()) and self._people.is_body(last)
                if told and suits(noun, last, self._people):
                    return last
            if noun not in _FIRMS or _OWNED.search(role) is not None:
                return None
            opens = self.body(before, noun) if " " not in role else None
            return opens or named_body(noun, before, self._people)
        if not is_definite(role, text):
            return None
        if role[:1].islower() and self.is_introduced(role):
            return None
        holders = self.holding(noun)
        if len(holders) == 1:
            return next(iter(holders))
        recent = recent and last is not None and last[:1].isupper()
        if recent and last in holders:
            return last
        if (first := self.one(noun)) is not None:
            return first
        if noun in _PARTISANS or (" " in role and noun in _STANDING):
            one = self._people.only(before)
            if one is not None:
                return one
        if recent and not holders and _NAMED_ROLE.match(role) is not None and last is not None:
            return None if self._people.is_body(last) else last
        if recent and not holders and noun in DESCRIBED and last is not None:
            return None if self._people.is_body(last) else last
        return None

    def of(self, role: str) -> str | None:
        """Who holds a role that a sentence opens with: "president", "Maltese prime minister"."""
        found = self.one(role.rpartition(" ")[2].lower())
        land = land_of_role(role)
        if land is None:
            return found
        if (named := self.abroad(role)) is not None:
            return named
        return found if found is not None and self._is_of(found, land, role) else None

    def _is_of(self, name: str, land: str, role: str) -> bool:
        """Whether somebody may hold an office of a land: not who is told to be of another one, nor
        who holds it without any where the article is at home in another."""
        if name not in self._lands:
            self._lands[name] = lands_of(name, self._people.joined)
        own = self._lands[name]
        if own or name not in self.holding(role.rpartition(" ")[2].lower()):
            return not own or land in own
        if land == HOME or role.rpartition(" ")[2].lower() not in HOME_OFFICES:
            return True
        return not at_home(self._people.joined)

    def abroad(self, role: str) -> str | None:
        """Who holds an office of a land: "Maltese President Lena Orlova"."""
        if role not in self._abroad:
            land, office = parted(role)
            office = r"[a-z]+(?: minister)?" if office == "leader" else office
            beside = rf"\b{re.escape(land)} (?i:{office}),? (?P<np>{_FULL})"
            named = {
                self._people.full(found["np"].split()[-1])[0]
                for found in re.finditer(beside, self._people.joined)
            }
            self._abroad[role] = named.pop() if len(named) == 1 else None
        return self._abroad[role]

    def one(self, noun: str) -> str | None:
        """The one who holds a role, or who holds it at least twice as often as the next."""
        holders = self.holding(noun)
        if len(holders) < 2:
            return next(iter(holders), None)
        times = {name: self._people.times(name.split()[-1]) for name in holders}
        for counted in (holders, times):
            (first, most), (_, next_most) = Counter(counted).most_common(2)
            if most >= 2 * next_most:
                return first
        return None

    def is_known(self, role: str) -> bool:
        """Whether a role is told of somebody unnamed: introduced, or spoken of repeatedly."""
        if (known := self._repeated.get(role)) is None:
            known = self._repeated[role] = self._people.joined.count(f" {role}") > 1
        return known or self.is_introduced(role)

    def is_introduced(self, role: str) -> bool:
        """Whether the article speaks of one in a role who stays unnamed: "a former adviser"."""
        known = self._introduced.get(role)
        if known is None:
            if len(self._introduced) > _ROLES:
                return True  # a list, no article: nothing is guessed
            known = self._introduced[role] = self._stays_unnamed(role)
        return known

    def _stays_unnamed(self, role: str) -> bool:
        text = self._people.joined
        at = text.find(role)
        while at >= 0 and _UNTOLD.search(text, max(0, at - _BEFORE_ROLE), at) is None:
            at = text.find(role, at + 1)
        return at >= 0

    def holding(self, role: str) -> Counter[str]:
        """Full names that stand right behind a role or have it in their apposition, counted."""
        known = self._holders.get(role)
        if known is None:
            known = Counter()
            text = self._people.joined
            for noun in (role, *_SAME.get(role, ())):
                for name in _beside(noun, text):
                    named = from_first_name(strip_titles(_spelled(name)))
                    if not named or named[0].lower() in ROLES:
                        continue
                    if ORGANISATIONS.isdisjoint(named) and named[0] not in NOT_NAMES:
                        one = len(named) == 1
                        known[self._people.full(named[-1])[0] if one else " ".join(named)] += 1
            if role == "president" and not known:
                for found in _ADMINISTRATION.finditer(text):
                    known[self._people.full(found["np"])[0]] += 1
            self._holders[role] = known
        return known


def is_office(word: str) -> bool:
    """Whether a word with a capital is an office alone: "The President said"."""
    return word.lower() in ROLES or word.lower() in BODIES or word.lower() in _PARTISANS


def _spelled(name: str) -> list[str]:
    """The tokens of a name up to where a headline goes on: "Orlov Claims He Was"."""
    tokens = name.split()
    for at, token in enumerate(tokens):
        if at and (token in NOT_NAMES or token.lower() in CUES):
            return tokens[:at]
        if token.endswith(POSSESSIVE):
            return [*tokens[:at], token[:-2]]
    return tokens


def is_definite(role: str, text: str) -> bool:
    """Whether a text has a role as that of somebody known: "the mayor", "the city's mayor"."""
    if "\n" not in text and role[:1].isupper() and text.startswith(role):
        return True  # a headline: "Port director says"
    return f"the {role}" in text or f"The {role}" in text or _OWNED.search(role) is not None


def _beside(role: str, text: str) -> Iterator[str]:
    """The names right behind a role, then those that have it in their apposition."""
    role = role.replace("\\", "")
    if role[1:] not in text:
        return
    places = [(at, at + len(role)) for at in _places(role, text)]
    reached = 0
    for start, end in places:
        found = _NAME_BEHIND.match(text, end) if start >= reached else None
        if found is not None:
            reached = found.end()
            if not text[max(0, start - 8) : start].lower().endswith(_OTHERS):
                yield found["np"]
    reached = 0
    for start, end in places if f"{role[1:]} of " in text else ():
        found = _NAME_OF_OFFICE.match(text, end) if start >= reached else None
        if found is not None:
            reached = found.end()
            yield found["np"]
    reached = 0
    for comma, end in _appositions(role, text, places):
        named = _UP_TO_COMMA.search(text[max(reached, text.rfind("\n", 0, comma) + 1) : comma])
        if named is not None:
            yield named[0]
            reached = end


def _places(role: str, text: str) -> Iterator[int]:
    """Where a role stands as a word of its own, with a capital or without."""
    at = text.find(role[1:], 1)
    while at >= 0:
        before = text[at - 2 : at - 1]
        if text[at - 1] in (role[0], role[0].upper()) and not (
            before.isalnum() or before in ("_", "-")
        ):
            yield at - 1
        at = text.find(role[1:], at + 1)


def _appositions(
    role: str, text: str, places: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The commas behind which a role stands, up to 40 characters on, and where the role ends."""
    found: dict[int, int] = {}
    for start, end in places:
        ahead = _AHEAD_OF_ROLE.search(text, max(0, start - _APPOSED), start)
        if ahead is None or not text.startswith(role, start):
            continue
        if text[end - 1].isalnum() == (text[end : end + 1].isalnum() or text[end : end + 1] == "_"):
            continue  # the role is a part of another word
        if _NO_APPOSITION.match(text, end) is None:
            found[ahead.start()] = end
    yield from found.items()
