"""The people of one article: full names for surnames, and who a pronoun may mean.

Made for one article from its texts; nothing is searched before it is asked for. Names are
taken as they stand in the text, without titles, and a surname that two people share is
never given to one of them as certain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.first_names import MEN, WOMEN, is_given
from corpus.quotations.doubts import is_patched
from corpus.quotations.looking import NEAR
from corpus.quotations.names import (
    CAPITAL,
    PARTICLE,
    PARTICLES,
    PARTISANS,
    POSSESSIVE,
    UPPER,
    from_first_name,
    has_word,
    in_title,
    is_acronym,
    person_in,
    strip_titles,
)
from corpus.quotations.sexes import BY_ROLE, gender_by_pronouns
from corpus.quotations.words import (
    BODIES,
    CUES,
    ORGANISATIONS,
    PREMODIFIERS,
    ROLES,
    words,
)
from corpus.trie import trie

_PERSON = re.compile(
    rf"[{UPPER}][\w’'-]*+(?:(?<!\w\w\w\w\w)\.)?(?:[ \u00a0](?:{PARTICLE} ){{0,2}}{CAPITAL}){{1,8}}"
)
_BEFORE_SURNAME = re.compile(rf"(?<![\w’'-])(?:{CAPITAL}[ \u00a0](?:{PARTICLE}[ ]){{0,2}}){{1,4}}$")
_HUMAN = re.compile(
    r",?\s(?:(?P<said>said|says|told|added|admitted|asked|wrote|insisted|warned|argued|explained|"
    r"believes|claimed|replied)|and\s(?:his|her)|recalls?|recalled|laughed|smiled|shrugged|joked|sighed|thinks|"
    r"remembers|testified|tweeted)\b|,\s\d\d\b|,\s(?:aged\b|who\b|whose\b)|"
    rf",\s(?:a|an|the|his|her|its|their|one|another)\s(?:[\w-]+\s){{0,3}}?(?P<role>{trie(ROLES)})\b"
    r"(?![’'-]|\s(?:said|says|told|added|wrote)\b)|"
    r",\s(?:[a-z-]+\s){0,2}?(?P<office>[a-z-]+)\s(?:of|at|for|with)\s"
)
_REPORTS = re.compile(r" (?:reports|says|writes|explains)\b")  # "the Quill's Lena Orlova reports"
_PLACED = words(
    "North South East West Western Eastern Northern Southern New United Saudi Sri El San Costa "
    "Puerto Hong Great Los Las"
)
CROWD = 300  # surnames from which only those in a text are looked at
WORDS = re.compile(r"[\w’'-]+(?<!['’]s)")
WINDOW = 3  # paragraphs that are looked back for the person a pronoun means
_VERB_LONG = 6  # letters, with its ending
_OPENERS = ("", ".", "!", "?", "…", ":")
_LOOKS = 4  # mentions of a name whose title is looked at
_NAME_LONG = 40  # characters; longer ones are looked for in the whole text
_BESIDE = words("Team Co-host Staff")
_PAPERS = words("People Time Variety")  # whole names, though other names end with them
_INITIALS = 3  # letters of a first name too short to stand for its bearer
_COMPANY = re.compile(
    r" (?:Inc|Ltd|Corp|Co|LLC|LLP|plc|PLC|AG|SA|NV|Group|Holdings)\b|[’']s? (?:shares|board|stock)"
)
_LINKING = words("of for on against")
_FIRMS = words("Mobil Motors Airlines Airways Foods Stores Industries Pharmaceuticals Technologies")
_LONGER = re.compile(rf"(?:\s(?:(?:of|for|on|and|the|against)\s){{0,2}}{CAPITAL}){{1,5}}")
_ENDS_OF_NAMES = frozenset("_.’'-")  # besides letters and digits
_NEXT_NAME = re.compile(rf"(?:{PARTICLE} )?[{UPPER}]")


class People:
    """Names of one article, from all its texts."""

    def __init__(self, texts: Sequence[str], title: str = "") -> None:
        self._texts = texts
        self._in_title = in_title(title)
        self._joined = ""
        self._full: dict[str, tuple[str, bool]] = {}
        self._persons: dict[str, set[str]] | None = None  # surname → full names
        self._speakers: set[str] = set()
        self._spoken: frozenset[str] | None = None
        self._singles: dict[str, set[str]] = {}  # speakers of whom the text has one name
        self._bodies: dict[str, bool] = {}
        self._alone: dict[str, tuple[str, ...]] | None = None
        self._counted = 0
        self._ahead_of_said: str | None = None
        self._titled: dict[str, str | None] = {}  # what a title tells of a name
        self._longer: dict[str, re.Match[str] | None] = {}  # how the text goes on with a name

    @property
    def joined(self) -> str:
        """All texts of the article after one another."""
        if not self._joined:
            self._joined = "\n".join(self._texts)
        return self._joined

    def times(self, surname: str) -> int:
        """How often the article has a surname as a word of its own."""
        text, count = self.joined, 0
        at = text.find(surname)
        while at >= 0:
            end = at + len(surname)
            count += not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
            at = text.find(surname, end)
        return count

    def named_in(self, text: str, but: str = "") -> bool:
        """Whether a text names a person of another surname than `but`."""
        people = self.persons()
        if len(people) > CROWD:
            return not people.keys().isdisjoint({*WORDS.findall(text)} - {but})
        return any(s in text and s != but and has_word(text, s) for s in people)

    def named_again(self, name: str) -> bool:
        """Whether the article has a name more than once."""
        return self.joined.count(name) > 1

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
        if is_acronym(surname) or surname in PARTISANS or surname in _PAPERS:
            return surname, True
        text = self.joined
        forms: Counter[str] = Counter()
        sought = f" {surname}"
        at = text.find(sought)
        steps = 0
        while at >= 0 and steps < 200:
            steps += 1
            end = at + len(sought)
            follows, beside = text[end : end + 2], text[at - 1 : at]
            if (
                not (follows[:1].isalnum() or follows[:1] == "-")
                and (beside.isalnum() or beside in _ENDS_OF_NAMES)
                and not (follows[:1] == " " and follows[1:].isupper())
            ):
                from_here = at - 45 if at > 45 else 0
                ahead = text[max(text.rfind(" ", from_here, at) + 1, from_here) : at]
                may_be = not ahead.islower() or ahead in PARTICLES
                before = _BEFORE_SURNAME.search(text, from_here, at + 1) if may_be else None
                if before is not None:
                    named = from_first_name(strip_titles([*before[0].split(), surname]))
                    while len(named) > 1 and any(map(_is_described, named[:-1][:2])):
                        named = named[1:]
                    if len(named) == 2 and _is_doing(named[0], text, before.start(), end):
                        named = named[1:]
                    spelled = not named[0].isupper() or "." in named[0]
                    whole = named[0] not in ORGANISATIONS and not is_patched(named)
                    if len(named) > 1 and spelled and whole:
                        forms[" ".join(named)] += 1
            at = text.find(sought, end)
        headed = None if self.is_body(surname) else self._in_title.get(surname)
        if not forms:
            opened = self._by_first(surname)
            return opened if headed is None or " " in opened else headed, True
        firsts: Counter[str] = Counter()
        for form, count in forms.items():
            firsts[form.split()[0]] += count
        first = next(iter(firsts))  # who is introduced first is the one of later mentions
        if not is_given(first):
            first = next((one for one in firsts if is_given(one)), first)
        if headed is not None and headed.split()[0] != first:  # the article is about this one
            own = [f for f in forms if f.split()[0] == headed.split()[0]]
            return max([headed, *own], key=len), True
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
        opened = {n for names in self.persons().values() for n in names if n.split()[0] == name}
        opened.discard(name)  # "Sir Oliver" is Oliver Letwin
        return opened.pop() if len(opened) == 1 else name

    def _spoke_first(self) -> frozenset[str]:
        """Who spoke before persons were first asked for: they are persons for that alone."""
        if self._spoken is None:
            self._spoken = frozenset(self._speakers)
        return self._spoken

    def persons(self) -> dict[str, set[str]]:
        """The people of the article: last name → full names."""
        if self._persons is None:
            spoken = self._spoke_first()
            self._persons = {}
            seen: dict[str, tuple[tuple[str, ...], bool]] = {}
            for match in _PERSON.finditer(self.joined):
                words = match[0]
                if words not in seen:
                    seen[words] = person_in(words)
                named, known = seen[words]
                if not named:
                    continue
                if known or " ".join(named) in spoken or self._human(named, match):
                    self._persons.setdefault(named[-1], set()).add(" ".join(named))
                    seen[words] = (), True
            for surname, name in self._in_title.items():
                known_as = self._persons.get(surname, set())
                if known_as and not any(n.split()[0] == name.split()[0] for n in known_as):
                    known_as.add(name)
        if self._singles:
            for name, names in self._singles.items():
                if name not in self._persons:
                    self._persons[name] = names
        return self._persons

    def alone(self) -> Mapping[str, Sequence[str]]:
        """The words by which a person of the article may be named alone → full names."""
        persons = self.persons()
        if self._alone is None or self._counted != len(persons) <= CROWD:
            self._alone, self._counted = {}, len(persons)
            firsts: dict[str, set[str]] = {}
            for surname, names in persons.items():
                if len(names) == 1:
                    (name,) = names
                    self._alone[surname] = (name,)
                    first = name.partition(" ")[0]
                    if len(first) > _INITIALS and is_given(first):
                        firsts.setdefault(first, set()).add(name)
                    continue
                full: dict[str, str] = {}  # by first name
                for name in sorted(names, key=lambda n: (-len(n), n)):
                    if " " in name:
                        full.setdefault(name.split()[0], name)
                    elif not full:
                        full[name] = name
                self._alone[surname] = tuple(dict.fromkeys(full.values()))
                for first, name in full.items():
                    if len(first) > _INITIALS and is_given(first):
                        firsts.setdefault(first, set()).add(name)
            for first, borne in firsts.items():
                if len(borne) == 1:
                    self._alone.setdefault(first, tuple(borne))
        return self._alone

    def gender(self, name: str) -> str | None:
        """ "he" or "she", where the first name or a title in the article tells."""
        tokens = name.split()
        first = tokens[0].rstrip(".").lower()
        if name[:1].islower():
            return BY_ROLE.get(tokens[-1])
        told = (first in WOMEN) - (first in MEN)
        if not told or len(tokens) == 1:
            title = self._titled.get(name, "")
            if title == "":
                title = self._titled[name] = self._title(name)
            if title is not None:
                return title
        return None if not told else "she" if told > 0 else "he"

    def _title(self, name: str) -> str | None:
        """What a title before a name or a surname tells, or the pronouns behind: "Ms. Orlova"."""
        last = name.split()[-1]
        for form in (name, last):
            at = self.joined.find(form)
            for _ in range(_LOOKS):
                if at < 1:
                    break
                ahead = self.joined[max(0, at - 16) : at].split()
                told = BY_ROLE.get(ahead[-1].rstrip(".").lower()) if ahead else None
                if told is not None:
                    return told
                at = self.joined.find(form, at + 1)
        borne = self.persons().get(last, ())
        return gender_by_pronouns(last, self.joined) if len(borne) < 2 else None

    def _human(self, named: Sequence[str], found: re.Match[str]) -> bool:
        """Whether what stands before or behind a name tells that it is a person's."""
        role = self._joined[max(0, found.start() - 24) : found.start()].split()
        if role and role[-1].rstrip(",") in ROLES:
            return True
        told = _HUMAN.match(self._joined, found.end())
        if told is None and found[0].split()[0].endswith(POSSESSIVE):
            return _REPORTS.match(self._joined, found.end()) is not None
        if told is None and named[0] not in _PLACED and named[-1][-1] != "s":
            said = f"{named[-1]} said"  # by the surname alone, elsewhere
            times = self._joined.count(said) if self._says(named[-1]) else 0
            if times and times > self._joined.count(f"{named[-2]} {said}"):
                return True
        if told is None or (told["role"] or told["office"] or "man") not in ROLES:
            return False
        if told["said"] is None:
            return True
        if named[0] in _PLACED or named[-1].endswith("s"):
            return False
        return self._joined.count(named[-1]) > self._joined.count(f"{named[-2]} {named[-1]}")

    def _says(self, name: str) -> bool:
        """Whether the texts have "said" behind a name."""
        if self._ahead_of_said is None:
            pieces = self.joined.split(" said")
            self._ahead_of_said = "".join([f"{piece[-_NAME_LONG:]}\0" for piece in pieces[:-1]])
        return len(name) > _NAME_LONG or f"{name}\0" in self._ahead_of_said

    def only(self, before: Sequence[str]) -> str | None:
        """The one person whom the nearest of the texts that name any names."""
        for text in before[: WINDOW + 1]:
            near = text[-NEAR:]
            people = self.persons()
            if len(people) > CROWD:
                people = {w: people[w] for w in WORDS.findall(near) if w in people}
            named = {
                max(sorted(n), key=len)
                for s, n in people.items()
                if s in near and has_word(near, s)
            }
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    def headed(self, label: str) -> str | None:
        """Who a headline has before a colon, by the text: "Orlov Seeks Truce" gives "Orlov"."""
        tokens = label.split()
        while tokens and " ".join(tokens) not in self.joined:
            tokens.pop()
        if not tokens and label.count(" ") < 3 and not (label.isupper() and len(label) > 4):
            return label or None
        return " ".join(tokens) or None

    def in_full(self, name: str) -> str:
        """A body's name as the article first gives it: "Partnership" is "Partnership for Ports"."""
        if not name[:1].isupper() or name in self._speakers or name in PARTISANS:
            return name
        if self._persons is not None and name.split()[-1] in self.persons():
            return name
        self._spoke_first()  # settled here, though persons are read only where a name goes on
        if name not in self._longer:
            self._longer[name] = self._goes_on(name)
        found = self._longer[name]
        if found is None or name.split()[-1] in self.persons():
            return name
        goes_on = found[0].removesuffix(" Flight").split()  # "Quill Airlines Flight 12"
        if goes_on and goes_on[-1].endswith(POSSESSIVE):
            goes_on[-1] = goes_on[-1][:-2]
        whole = [*name.split(), *goes_on]
        if not goes_on or is_patched(whole):
            return name
        return " ".join(whole) if goes_on[0] in _LINKING or not _FIRMS.isdisjoint(whole) else name

    def _goes_on(self, name: str) -> re.Match[str] | None:
        """What the text has behind a name that it first gives longer."""
        at = self.joined.find(f"{name} ")
        while at >= 0:
            if at == 0 or self._joined[at - 1] in ' \n“"(':
                found = _LONGER.match(self._joined, at + len(name))
                if found is not None:
                    return found
            at = self._joined.find(f"{name} ", at + 1)
        return None


def _is_doing(word: str, text: str, begin: int, end: int) -> bool:
    """Whether a word at `begin` before a name that ends at `end` opens a line or a sentence as a
    verb: "Surprised Orlov said", "Preparing Orlov for it", "Retorted Orlov: “No”"."""
    if not word.endswith(("ed", "ing")) or len(word) < _VERB_LONG or is_given(word):
        return False
    if text[begin - 2 : begin].strip(' "“‘') not in _OPENERS and text[begin - 1 : begin] != "\n":
        return False
    return word.lower() in CUES or text[end : end + 1] in (" ", ":", "\n")


def _is_described(word: str) -> bool:
    """Whether a word before a name is none of it: "Former", "Quill-based", "Singer", "Team"."""
    if word in PREMODIFIERS or word in _BESIDE or "-based" in word or word.startswith("Post-"):
        return True
    return word.lower() in ROLES and not is_given(word)
