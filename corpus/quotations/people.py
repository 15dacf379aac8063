"""The people of one article: full names for surnames, and who a pronoun may mean.

Made for one article from its texts; nothing is searched before it is asked for. Names are
taken as they stand in the text, without titles, and a surname that two people share is
never given to one of them as certain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.quotations.first_names import MEN, WOMEN, is_given
from corpus.quotations.names import (
    CAPITAL,
    PARTICLE,
    PARTICLES,
    POSSESSIVE,
    UPPER,
    from_first_name,
    strip_titles,
)
from corpus.quotations.words import (
    BODIES,
    DETERMINERS,
    HEADS,
    NOT_NAMES,
    ORGANISATIONS,
    PREMODIFIERS,
    ROLES,
    words,
)

_PERSON = re.compile(
    rf"[{UPPER}][\w’'-]*+(?:(?<!\w\w\w\w\w)\.)?(?:[ \u00a0](?:{PARTICLE} ){{0,2}}{CAPITAL}){{1,4}}"
)
_FULL = rf"{CAPITAL}(?: (?:{PARTICLE} ){{0,2}}{CAPITAL}){{1,3}}"
_UP_TO_COMMA = re.compile(rf"{_FULL}\Z")
_BEFORE_SURNAME = re.compile(rf"(?<![\w’'-])(?:{CAPITAL}[ \u00a0](?:{PARTICLE}[ ]){{0,2}}){{1,4}}$")
_HUMAN = re.compile(
    r",?\s(?:(?P<said>said|says|told|added|admitted|asked|wrote|insisted|warned|argued|explained|"
    r"believes|claimed|replied)|recalls?|recalled|laughed|smiled|shrugged|joked|sighed|thinks|"
    r"remembers|testified|tweeted)\b|,\s\d\d\b|,\s(?:aged\b|who\b|whose\b)|"
    r",\s(?:a|an|the|his|her|its|their)\s(?:[a-z-]+\s){0,2}(?P<role>[a-z-]+)\b"
)
_PLACED = words("North South East West New United Saudi Sri El San Costa Puerto Hong Great Los Las")
_DESCRIBED = re.compile(r"(?:^|[.!?]\s)(?:A|An|One|The)\s(?:[a-z-]+\s){0,2}?(?P<role>[a-z-]+)\b")
_OPENS = re.compile(
    rf"(?:^|[.!?]\s)(?P<name>[{UPPER}][\w’'-]+\s[{UPPER}][\w’'-]+)\b(?!\s[{UPPER}])"
)
_CROWD = 300  # surnames from which only those in a text are looked at
_WORDS = re.compile(r"[\w’'-]+(?<!['’]s)")
_NEAR = 1500  # characters of one text in which a person is sought
_NEAR_CUE = 40  # characters between a pronoun and its verb
_WINDOW = 3  # paragraphs that are looked back for the person a pronoun means
_FEMALE = frozenset({"she", "her"})
_OTHERS = {
    "he": words("woman girl mother daughter wife widow sister aunt actress spokeswoman chairwoman"),
    "she": words("man boy father son husband brother uncle fisherman spokesman chairman barman"),
}
_COMPANY = re.compile(
    r" (?:Inc|Ltd|Corp|Co|LLC|LLP|plc|PLC|AG|SA|NV|Group|Holdings)\b|[’']s? (?:shares|board|stock)"
)
_NEXT_NAME = re.compile(rf"(?:{PARTICLE} )?[{UPPER}]")


@lru_cache(maxsize=16384)
def _person(words: str) -> tuple[tuple[str, ...], bool]:
    """The name in a row of capitals, and whether a title or its first name tell a person."""
    tokens = words.split()
    if tokens[-1].endswith(POSSESSIVE):
        tokens[-1] = tokens[-1][:-2]
    rest = strip_titles(tokens)
    named = from_first_name(rest)
    dropped = tokens[: len(tokens) - len(rest)]
    titled = any([token in HEADS or token.rstrip(".") in HEADS for token in dropped])  # noqa: C419
    if not 1 <= len(named) <= 4 or ORGANISATIONS.intersection(named):
        return (), False
    if len(named) == 1 and not titled:
        return (), False
    first = named[0].rstrip(".").lower()
    return tuple(named), titled or first in MEN or first in WOMEN


class People:
    """Names of one article, from all its texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._joined = ""
        self._full: dict[str, tuple[str, bool]] = {}
        self._persons: dict[str, set[str]] | None = None  # surname → full names
        self._speakers: set[str] = set()
        self._singles: dict[str, set[str]] = {}  # speakers of whom the text has one name
        self._bodies: dict[str, bool] = {}
        self._holders: dict[str, set[str]] = {}
        self._firsts: dict[str, tuple[str, ...]] = {}  # surname → first names worth looking for

    @property
    def joined(self) -> str:
        """All texts of the article after one another."""
        if not self._joined:
            self._joined = "\n".join(self._texts)
        return self._joined

    def named_in(self, text: str) -> bool:
        """Whether a text names a person."""
        people = self._people()
        if len(people) > _CROWD:
            return not people.keys().isdisjoint(_WORDS.findall(text))
        return any(surname in text for surname in people)

    def is_body(self, name: str) -> bool:
        """Whether a name is told to be a company's or an authority's, and not a person's."""
        known = self._bodies.get(name)
        if known is None:
            tokens = name.split()
            known = tokens[-1] in BODIES or not ORGANISATIONS.isdisjoint(tokens)
            known = self._bodies[name] = known or self._is_company(tokens[-1])
        return known

    def _is_company(self, word: str) -> bool:
        at = self.joined.find(word)
        while at >= 0:
            end = at + len(word)
            if _COMPANY.match(self._joined, end) and not self._joined[at - 1 : at].isalnum():
                return True
            at = self._joined.find(word, end)
        return False

    def spoke(self, name: str) -> None:
        """Remember that somebody of this name speaks in the article."""
        if " " in name:
            self._speakers.add(name)
        elif is_given(name):
            self._singles.setdefault(name, {name})

    def full(self, name: str) -> tuple[str, bool]:
        """The fullest form of a surname in the article, and whether it is the only one."""
        known = self._full.get(name)
        if known is None:
            known = self._full[name] = self._search(name)
        return known

    def _search(self, surname: str) -> tuple[str, bool]:
        text = self.joined
        forms: Counter[str] = Counter()
        at = text.find(" " + surname)
        steps = 0
        while at >= 0 and steps < 200:
            steps += 1
            end = at + 1 + len(surname)
            follows = text[end : end + 2]
            ahead = text[max(text.rfind(" ", at - 45 if at > 45 else 0, at) + 1, at - 45, 0) : at]
            if (
                not follows[:1].isalnum()
                and follows[:1] != "-"
                and not (follows[:1] == " " and follows[1:].isupper())
                and (not ahead.islower() or ahead in PARTICLES)
            ):
                before = _BEFORE_SURNAME.search(text, max(0, at - 45), at + 1)
                if before is not None:
                    named = from_first_name(strip_titles([*before[0].split(), surname]))
                    while len(named) > 1 and (named[0] in PREMODIFIERS or "-based" in named[0]):
                        named = named[1:]
                    spelled = not named[0].isupper() or "." in named[0]
                    if len(named) > 1 and spelled and named[0] not in ORGANISATIONS:
                        forms[" ".join(named)] += 1
            at = text.find(" " + surname, end)
        if not forms:
            return self._by_first(surname), True
        firsts: Counter[str] = Counter()
        for form, count in forms.items():
            firsts[form.split()[0]] += count
        first = next(iter(firsts))  # who is introduced first is the one of later mentions
        most = firsts[first]
        best = max((f for f in forms if f.split()[0] == first), key=len)
        if len(firsts) == 1:
            return best, True
        if 2 * most < sum(firsts.values()) - most:
            return surname, False
        return best, False

    def _by_first(self, name: str) -> str:
        """The full name that a first or family name opens: "Tracie Orlova", "Kim Jong Un"."""
        at = self.joined.find(f"{name} ")
        while at >= 0 and _NEXT_NAME.match(self._joined, at + len(name) + 1) is None:
            at = self._joined.find(f"{name} ", at + 1)
        if at < 0:
            return name
        opened = {n for names in self._people().values() for n in names if n.split()[0] == name}
        return opened.pop() if len(opened) == 1 else name

    def _people(self) -> dict[str, set[str]]:
        if self._persons is None:
            self._persons = {}
            seen: dict[str, tuple[tuple[str, ...], bool]] = {}
            for match in _PERSON.finditer(self.joined):
                words = match[0]
                if words not in seen:
                    seen[words] = _person(words)
                named, known = seen[words]
                if not named:
                    continue
                if known or " ".join(named) in self._speakers or self._human(named, match):
                    self._persons.setdefault(named[-1], set()).add(" ".join(named))
                    seen[words] = (), True
        if self._singles:
            for name in self._singles.keys() - self._persons.keys():
                self._persons[name] = self._singles[name]
        return self._persons

    def _human(self, named: Sequence[str], found: re.Match[str]) -> bool:
        """Whether what stands before or behind a name tells that it is a person's."""
        role = self._joined[max(0, found.start() - 24) : found.start()].split()
        if role and role[-1].rstrip(",") in ROLES:
            return True
        told = _HUMAN.match(self._joined, found.end())
        if told is None or (told["role"] is not None and told["role"] not in ROLES):
            return False
        if told["said"] is None:
            return True
        if named[0] in _PLACED or named[-1].endswith("s"):
            return False
        return self._joined.count(named[-1]) > self._joined.count(f"{named[-2]} {named[-1]}")

    def meant(
        self, pronoun: str, before: Sequence[str], last: str | None, recent: bool
    ) -> tuple[str | None, bool]:
        """Who a pronoun means, nearest text first, and whether only one person stands.

        `before` are the texts that precede it without their quoted words, nearest first;
        `last` is who spoke last, `recent` whether just before this text.
        """
        if (
            pronoun in ("it", "they")
            and last is not None
            and (last[0].islower() or self.is_body(last))
        ):
            return (last, False) if (pronoun == "they") == last.endswith("s") else (None, False)
        if pronoun not in ("he", "she"):
            return None, False
        people = self._people()
        nearest = [text[-_NEAR:] for text in before[: _WINDOW + 1]]
        opening = f"{pronoun.capitalize()} "  # who is named in "He mocked Orlov" is not he
        nearest = [t for t in nearest if not t.lstrip(' “"').startswith(opening)] or [""]
        for text in nearest:
            standing: dict[str, int] = {}
            owning: dict[str, int] = {}  # only "Orlov's"
            here = people
            if len(people) > _CROWD:
                here = {w: people[w] for w in _WORDS.findall(text) if w in people}
            for surname, names in here.items():
                at = text.find(surname)
                if at < 0:
                    at, surname = self._first_in(text, surname, names)
                follows = text[at + len(surname) : at + len(surname) + 1] if at >= 0 else "x"
                if follows.isalnum() or follows == "-":
                    continue
                owner = follows in ("'", "’")
                fitting = [n for n in names if fits(n, pronoun)]
                if fitting:
                    full = max(sorted(fitting), key=len)
                    if " " not in full:
                        full = self.full(full)[0]
                        if not fits(full, pronoun):
                            continue
                    (owning if owner else standing)[full] = at
            if len(standing) > 1:
                known = {n: at for n, at in standing.items() if _told(n, pronoun)}
                standing = known or standing
            if not standing and owning:
                return (last if last in owning else max(owning, key=lambda n: owning[n])), False
            if len(standing) == 1:
                name = next(iter(standing))
                if text is not nearest[0] and not _told(name, pronoun):
                    known_last = last is not None and _told(last, pronoun)
                    return (last, False) if known_last else (name, True)
                return name, True
            if standing:
                if last in standing:
                    return last, False
                if recent and last is not None and " " in last and fits(last, pronoun):
                    return last, False
                return min(standing, key=lambda name: standing[name]), False
            described = _described(text, pronoun) if text is nearest[0] else None
            if described is not None:
                return described, False
        if (
            last is not None
            and fits(last, pronoun)
            and last[:1].isupper()
            and not self.is_body(last)
        ):
            return last, False
        if last in ROLES:
            return last, False
        for text in nearest[:2]:
            for match in _OPENS.finditer(text):
                tokens = match["name"].split()
                whole = match.end() >= len(text.rstrip())  # a subhead
                if ORGANISATIONS.isdisjoint(tokens) and tokens[0] not in NOT_NAMES and not whole:
                    return match["name"], False
        return None, False

    def _first_in(self, text: str, surname: str, names: set[str]) -> tuple[int, str]:
        """Where a text has one of these people by the first name alone."""
        firsts = self._firsts.get(surname)
        if firsts is None:
            given = sorted({name.split()[0] for name in names if " " in name})
            firsts = tuple(first for first in given if len(first) > 3 and is_given(first))
            self._firsts[surname] = firsts
        for first in firsts:
            if (at := text.find(first)) >= 0:
                return at, first
        return -1, ""

    def only(self, before: Sequence[str]) -> str | None:
        """The one person whom the nearest of the texts that name any names."""
        for text in before[: _WINDOW + 1]:
            near = text[-_NEAR:]
            named = {max(sorted(n), key=len) for s, n in self._people().items() if s in near}
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    def holding(self, role: str) -> set[str]:
        """Full names that stand right behind a role or have it in their apposition."""
        known = self._holders.get(role)
        if known is None:
            known = set()
            for name in _beside(role, self.joined):
                named = from_first_name(strip_titles(name.split()))
                if ORGANISATIONS.isdisjoint(named) and named[0] not in NOT_NAMES:
                    known.add(self.full(named[-1])[0] if len(named) == 1 else " ".join(named))
            self._holders[role] = known
        return set(known)

    def fuller(self, noun: str) -> str:
        """ "ministry" as the article names it in full, where it names one: "ministry of trade"."""
        found = set(re.findall(rf"\b{noun} of (?:the )?[a-z]{{3,}}\b", self.joined))
        return str(found.pop()) if len(found) == 1 else noun


def _beside(role: str, text: str) -> Iterator[str]:
    """The names right behind a role, then those that have it in their apposition."""
    behind = rf"[{role[0]}{role[0].upper()}](?<!\w.){role[1:]},? (?P<np>{_FULL})"
    for match in re.finditer(behind, text):
        yield match["np"]
    apposed = rf", (?:[^,.;:\"“”]{{0,40}} )?{role}\b(?! (?:of|for) {_FULL},)"
    reached = 0
    for match in re.finditer(apposed, text):
        comma = match.start()
        named = _UP_TO_COMMA.search(text[max(reached, text.rfind("\n", 0, comma) + 1) : comma])
        if named is not None:
            yield named[0]
            reached = match.end()


def _described(text: str, pronoun: str) -> str | None:
    """The person whom the text before a pronoun only describes: "A technician told us"."""
    role: str | None = None
    for match in _DESCRIBED.finditer(text):
        if match["role"] in ROLES and match["role"] not in _OTHERS[pronoun]:
            role = match["role"]
    return role


def _told(name: str, pronoun: str) -> bool:
    """Whether a first name tells that a name may stand behind a pronoun."""
    return name.split()[0].rstrip(".").lower() in (WOMEN if pronoun == "she" else MEN)


def fits(name: str, pronoun: str) -> bool:
    """Whether a name may stand behind "he" or "she", by its first name where it tells."""
    first = name.split()[0].rstrip(".").lower()
    if not name[:1].isupper() and first not in DETERMINERS:
        return False
    if first in DETERMINERS:
        return True
    if pronoun in _FEMALE:
        return not (first in MEN and first not in WOMEN)
    return not (first in WOMEN and first not in MEN)


def up_to_subject(text: str, pronoun: str, cue: str | None) -> str:
    """A text up to the pronoun that is the subject of its cue: who is named later is not meant."""
    at = text.rfind(f" {cue}") if cue else -1
    if at < 0:
        return text
    subject = max(
        text.rfind(f"{pronoun} ", 0, at + 1), text.rfind(f"{pronoun.capitalize()} ", 0, at + 1)
    )
    return text[:subject] if subject >= 0 and at - subject < _NEAR_CUE else text
