"""Who is meant by a surname, as far as the words beside it tell: Mr, Mrs, a president, a professor.

"Mrs Quill" is not Thomas Quill, "the Clinton administration" is no government of Hillary
Clinton's, and a professor is no namesake who drives a car. `side` reads what stands beside one
surname; `Told` holds what an article tells of those whom it names in full, and says whom a
surname with such words can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from corpus.addressing import HERS, HIS, KIN
from corpus.entities.consistency import bare, surname
from corpus.entities.families import PRESIDENTS, Office, as_office, bears, office_of
from corpus.entities.gazetteer import gazetteer
from corpus.entities.states import HOME
from corpus.first_names import borne_by
from corpus.text import fold

Side = Literal["", "he", "she", "president", "professor", "bare", "foreign"] | Office

_TITLED = re.compile(
    rf"\b(?:(?P<he>{'|'.join(HIS)}|Herr|Monsieur|Se[nñ]or|Senhor)"
    rf"|(?P<she>{'|'.join(HERS)}|Madame?|Frau|Mme|Se[nñ]ora)"
    r"|(?P<professor>Prof|Professor)|(?P<president>(?<!Vice )(?<!Vice-)Presidents?))\.? $"
)
_COUPLE = re.compile(r"\bMr\.? (?:and|&) Mrs\.? $")
_GOVERNS = re.compile(
    r"(?:['’]s)?[ -](?:administrations?|presidenc(?:y|ies)|White House|years|era)\b"
)
_MIGHT = re.compile(r"\b(?:an?|next|future|possible|potential)(?: [A-Z]\w+ (?:and|or))? $")
_LEARNED = re.compile(
    r"\b(?:prof|professor|dr|[a-z]+ologist|economist|scholar|universit(?:y|ies)|college|researcher"
    r"|lecturer|scientist|historian|academic|expert|fellow|school|institute|teaches|taught)\b",
    re.IGNORECASE,
)
_KINDRED = rf"(?:{'|'.join(KIN)}|uncle|aunt|grandfather|grandson)"
_KIN_BEFORE = re.compile(rf"\b(?:{_KINDRED}|predecessor)\b[^.;:]{{0,40}}$")
_FIRST_LADY = re.compile(r"\b[Ff]irst [Ll]ady,? $")
_KIN_BEHIND = re.compile(
    rf", (?:his|her|their|whose|[^,.;:]{{2,30}}['’]s) (?:[\w-]+ )?{_KINDRED}\b"
)
# "his father, George", "Ada Quill's brother Ned": the surname alone is not theirs.
_KIN_NAMED = re.compile(rf"(?<!-)\b{_KINDRED}s?,? ([A-Z][\w’'-]+)(?! [A-Z])")
_OWN_KIN = re.compile(
    rf"(?:\b(?:his|her|their|whose|its)|['’]s?) (?:[\w-]+ ){{0,2}}{_KINDRED}(?:,? | and )"
    r"(?:[A-Z][\w.]+(?:,? and |, ))?$"
)
_OWN_KIN_BEHIND = re.compile(rf",? (?:his|her|their|whose) (?:[\w-]+ )?{_KINDRED}\b(?!-in-law)")
_NEAR = 90  # characters around a full name in which a profession is told
_ARTICLE = re.compile(r"\b(?:the|its|their|this|that|our)(?: [a-z-]+)? $", re.IGNORECASE)
_NAMES_OTHERS = re.compile(r"\bState of the $", re.IGNORECASE)


def articled(text: str, start: int) -> Side:
    """Whether a word that many bodies are called by has the article that tells it is the one
    named before: "the Council"; "bare" where it has not."""
    before = text[max(0, start - 24) : start]
    return "" if _ARTICLE.search(before) and not _NAMES_OTHERS.search(before) else "bare"


_SHARED = re.compile(r"(?:Council|Department|Services?|Bureau|Police)$")
_LAND = re.compile(r"(?:(?<!\S)|[“\"(])((?:[A-Z][\w.]+ )?[A-Z][\w.]+)(?:['’]s)? $")


def of_a_land(text: str, start: int, end: int) -> Side:
    """Whether a body that many lands have is another land's than the known one by its name:
    "Ukraine's Security Council" is not that of the United Nations."""
    if not _SHARED.search(text, start, end):
        return ""
    before = _LAND.search(text, max(0, start - 40), start)
    if before is None:
        return ""
    land = gazetteer().get(before[1]) or gazetteer().get(before[1].rpartition(" ")[2])
    foreign = land is not None and land.type in ("place", "group") and land.name not in HOME
    return "foreign" if foreign else ""


_YOUNGER = re.compile(r" Jr\.?$")
# Of these it is the president who is meant where nothing else is said, and by "Mr".
_ALWAYS = frozenset(("trump", "obama"))


def side(text: str, start: int, end: int) -> Side:
    """What the words right before and behind a surname say of its bearer."""
    before = text[max(0, start - 24) : start]
    titled = _TITLED.search(before) if before.endswith(" ") else None
    if titled is not None and not _COUPLE.search(before):
        return cast(Side, titled.lastgroup)
    if titled is None and before.endswith(" "):
        held = office_of(fold(bare(surname(text[start:end]))), text, start)
        if held is not None:
            return held
    return "president" if _GOVERNS.match(text, end) and not _MIGHT.search(before) else ""


@dataclass(frozen=True, slots=True)
class FullName:
    """One place where a text names a person in full."""

    name: str
    text: str
    start: int
    end: int


class Told:
    """What an article tells of the people whom it names in full."""

    def __init__(self, named: Iterable[FullName]) -> None:
        """Take every place where somebody is named in full."""
        named = list(named)
        texts = dict.fromkeys(one.text for one in named)
        kin = {match[1] for text in texts for match in _KIN_NAMED.finditer(text)}
        self._sides: dict[str, set[Side]] = {}
        self._learned: set[str] = set()
        self._of_family: set[str] = set()  # "first lady Helen Quill", "his son, Ned Quill"
        places: dict[str, list[FullName]] = {}
        for one in named:
            places.setdefault(one.name, []).append(one)
            said = side(one.text, one.start, one.end)
            self._sides.setdefault(one.name, set()).add(said)
            held = office_of(fold(bare(surname(one.name))), one.text, one.start, one.end)
            if held is not None:
                self._sides[one.name].add(held)
            around = one.text[max(0, one.start - _NEAR) : one.end + _NEAR]
            if said == "professor" or _LEARNED.search(around):
                self._learned.add(one.name)
            if _FIRST_LADY.search(one.text, max(0, one.start - 13), one.start) or _is_relative(one):
                self._of_family.add(one.name)
        self.relatives = {n for n, at in places.items() if len(at) == 1 and _is_relative(at[0])}
        """Those introduced as somebody's relative and named once only."""
        self._kin: set[str] = {
            n
            for n, at in places.items()
            if len(at) == 1 and _is_own_kin(at[0], n.split()[0] in kin)
        }

    def fits(self, name: str, said: Side) -> bool:
        """Whether the person of that full name can be meant by a surname with such words."""
        if said == "professor":
            return name in self._learned
        if said == "president":
            given = PRESIDENTS.get(fold(bare(surname(name))))
            first = fold(name).split()[0]
            if given is None and name not in self._of_family:
                return True
            return first in (given or ()) or "president" in self._sides.get(name, ())
        held = as_office(said)
        if held is not None:
            first, last = fold(name).split()[0], fold(bare(surname(name)))
            return bears(first, last, held) or held in self._sides.get(name, ())
        return not said or self._sex(name) in (said, None)

    def may_go_alone(self, name: str) -> bool:
        """Whether the person of that full name may be meant by the surname without more."""
        last = fold(bare(surname(name)))
        if last not in _ALWAYS:
            return True
        return fold(name).split()[0] in PRESIDENTS[last] and not _YOUNGER.search(name)

    def is_always_president(self, last: str) -> bool:
        """Whether a surname means the president where nothing else is said."""
        return fold(bare(last)) in _ALWAYS

    def is_kin(self, name: str) -> bool:
        """Whether the person of that full name is told to be of the family of somebody else, who
        bears the surname where the article uses it before."""
        return name in self._kin

    def _sex(self, name: str) -> Side | None:
        """By "Mr" and "Mrs" before the full name, else by the given name."""
        addressed = self._sides.get(name, set()) & {"he", "she"}
        if addressed:
            return addressed.pop() if len(addressed) == 1 else None
        return borne_by(name.split()[0])


def _is_relative(place: FullName) -> bool:
    before = place.text[max(0, place.start - 60) : place.start]
    behind = place.text[place.end : place.end + 60]
    return bool(_KIN_BEFORE.search(before) or _KIN_BEHIND.match(behind))


def _is_own_kin(place: FullName, named: bool) -> bool:
    """Whether a full name is given to one of the family, `named` where its given name is."""
    before = place.text[max(0, place.start - 60) : place.start]
    behind = place.text[place.end : place.end + 60]
    return named or bool(_OWN_KIN.search(before) or _OWN_KIN_BEHIND.match(behind))
