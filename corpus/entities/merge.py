"""One name for many spellings within an article, each joined by a rule that is kept.

Spellings of one type come in with their counts and the order of their first mention; groups of
spellings come out under the fullest name. Two full names never share a surname's lone mentions
unless one is introduced as the other's relative; a capital never joins its country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.article import EntityType
from corpus.entities.consistency import bare, surname
from corpus.entities.gazetteer import TYPES
from corpus.entities.lexicon import Lexicon, plain
from corpus.entities.patterns import GOES_ALONE
from corpus.entities.titles import REGNAL
from corpus.entities.variants import is_variant, skeleton
from corpus.text import fold

_TAIL_GENERATION = re.compile(r",? (?:Jr|Sr|II|III)\.?$")
_JOINABLE = 8  # letters of a name from which a blank more makes no other name
_CANDIDATES = 20  # full names looked at for one; more share a key only in made-up texts
_MIDDLE = re.compile(r"(?<=\S) (?:[A-Z]\.? )+(?=\S)")


def key(name: str, type: EntityType) -> str:
    """The look-up key of a name: the same in every article that names it."""
    return f"{type}:{fold(plain(name))}"


@dataclass(slots=True)
class Spelling:
    """One way in which the article writes a name."""

    text: str
    type: EntityType
    count: int
    first: int  # rank of its first mention in the article


@dataclass(slots=True)
class Merged:
    """Spellings that mean one entity, its name, and why each other spelling joined."""

    name: str
    type: EntityType
    spellings: list[str]
    why: dict[str, str] = field(default_factory=dict)


class _Joined:
    """Which spellings have been joined, and by which rule."""

    def __init__(self, spellings: Sequence[Spelling]) -> None:
        self.spellings = {(s.type, s.text): s for s in spellings}
        self.head = {s: s for s in self.spellings}
        self.name: dict[tuple[EntityType, str], str] = {}
        self.why: dict[tuple[EntityType, str], str] = {}

    def root(self, spelling: tuple[EntityType, str]) -> tuple[EntityType, str]:
        while self.head[spelling] != spelling:
            spelling = self.head[spelling]
        return spelling

    def join(self, one: tuple[EntityType, str], to: tuple[EntityType, str], why: str) -> None:
        low, high = self.root(one), self.root(to)
        if low == high:
            return
        self.head[low] = high
        self.why.setdefault(one, why)
        if low in self.name and high not in self.name:
            self.name[high] = self.name[low]

    def of(self, kind: EntityType) -> list[Spelling]:
        return [s for s in self.spellings.values() if s.type == kind]

    def heads(self, kind: EntityType) -> list[Spelling]:
        return [s for s in self.of(kind) if self.root((kind, s.text)) == (kind, s.text)]


def merge(
    spellings: Sequence[Spelling],
    gazetteer: Lexicon,
    acronyms: Mapping[str, str],
    relatives: Iterable[str] = (),
) -> list[Merged]:
    """Join the spellings of an article; `relatives` are full names introduced as somebody's."""
    joined = _Joined(spellings)
    _same_letters(joined)
    _explained_acronyms(joined, acronyms)
    _known_aliases(joined, gazetteer, acronyms)
    _persons(joined, set(relatives))
    _organisations(joined, gazetteer)
    return _result(joined)


def _same_letters(joined: _Joined) -> None:
    """Other capitals, accents, apostrophes; "al Nusra" and "al-Nusra"."""
    seen: dict[tuple[EntityType, str], Spelling] = {}
    for spelling in sorted(joined.spellings.values(), key=lambda s: (s.text.isupper(), s.first)):
        folded = fold(plain(spelling.text)).replace("-", " ").replace(".", "").strip()
        if len(folded) > _JOINABLE and spelling.type == "organisation":
            folded = folded.replace(" ", "")  # "Coast Guard" and "Coastguard"
        other = seen.setdefault((spelling.type, folded), spelling)
        if other is not spelling:
            joined.join(
                (spelling.type, spelling.text),
                (other.type, other.text),
                f"the same letters as {other.text}",
            )


def _explained_acronyms(joined: _Joined, acronyms: Mapping[str, str]) -> None:
    for kind in TYPES:
        written = {plain(s.text): s.text for s in joined.of(kind)}
        for short, long in acronyms.items():
            if short in written and long in written:
                why = f"acronym in parentheses after {written[long]}"
                joined.join((kind, written[short]), (kind, written[long]), why)


def _known_aliases(joined: _Joined, gazetteer: Lexicon, acronyms: Mapping[str, str]) -> None:
    """Spellings that the alias table or the gazetteer gives one name."""
    first: dict[tuple[EntityType, str], Spelling] = {}
    for spelling in sorted(joined.spellings.values(), key=lambda s: s.first):
        entry = gazetteer.get(spelling.text)
        if entry is None or entry.type != spelling.type or spelling.text in acronyms:
            continue
        if entry.doubtful and (entry.type, entry.name) not in joined.spellings:
            continue
        this = (spelling.type, spelling.text)
        other = first.setdefault((entry.type, entry.name), spelling)
        if other is not spelling:
            joined.join(this, (other.type, other.text), f"known spelling of {entry.name}")
        joined.name[joined.root(this)] = entry.name
        if spelling.text != entry.name:
            joined.why.setdefault(this, f"known spelling of {entry.name}")


def _persons(joined: _Joined, relatives: set[str]) -> None:
    _full_names(joined)
    full = _full(joined)
    by_surname, by_given = _Table(), _Table()
    by_sound = _Table()
    for person in full:
        last, given = surname(person.text), person.text.split()[0]
        for written in {fold(last), fold(bare(last))}:
            by_surname[written].append(person)
        if given not in REGNAL:
            by_given[fold(given)].append(person)
        by_sound[skeleton(fold(bare(last)))].append(person)
    for spelling in joined.heads("person"):
        if spelling in full:
            continue
        name, short = fold(spelling.text), fold(bare(spelling.text))
        alike = [
            f for f in by_sound[skeleton(short)] if is_variant(short, fold(bare(surname(f.text))))
        ]
        for bearers, rule in (
            (by_surname[short] or by_surname[name], "surname of"),
            (by_given[name], "given name of"),
            (alike, "like the surname of"),
        ):
            to = _only(bearers, relatives)
            if to is not None:
                joined.join(("person", spelling.text), ("person", to.text), f"{rule} {to.text}")
            if bearers:
                break
    _loose_surnames(joined)


class _Table(defaultdict[Any, list[Spelling]]):
    """Spellings under a key."""

    def __init__(self) -> None:
        super().__init__(list)


def _loose_surnames(joined: _Joined) -> None:
    """Surnames without a full name that are variants of each other: Gadhafi, Gaddafi."""
    seen = _Table()
    for one in joined.heads("person"):
        if " " in one.text:
            continue
        bucket = seen[skeleton(fold(bare(one.text)))]
        for other in bucket:
            if is_variant(bare(one.text), bare(other.text)):
                joined.join(("person", one.text), ("person", other.text), f"like {other.text}")
                break
        bucket.append(one)


def _full(joined: _Joined) -> list[Spelling]:
    return [s for s in joined.heads("person") if " " in s.text and not _is_particled(s.text)]


def _full_names(joined: _Joined) -> None:
    """Full names with another spelling, a middle initial or a particle more."""
    seen = _Table()
    for one in sorted(_full(joined), key=lambda s: (-s.count, s.first)):
        parts = tuple(_parts(one.text))
        beginnings = [parts[:n] for n in range(2, len(parts) + 1)]
        keys = [("sound", *map(skeleton, parts)), ("ends", parts[0], parts[-1])]
        keys += [("whole", *parts)] + [("begins", *beginning) for beginning in beginnings]
        wanted = [*keys[:2], ("begins", *parts), *(("whole", *b) for b in beginnings)]
        for other in dict.fromkeys(o.text for k in wanted for o in seen[k][:_CANDIDATES]):
            if why := _same_person(one.text, other):
                joined.join(("person", one.text), ("person", other), f"{why} {other}")
                break
        for place in keys:
            seen[place].append(one)


def _same_person(one: str, other: str) -> str | None:
    a, b = _parts(one), _parts(other)
    if a == b:
        return "without initial or particle the same as"
    if len(a) >= 2 and len(b) >= 2 and a[0] == b[0] and len(a) != len(b):
        short, long = sorted((a, b), key=len)
        if short[-1] == long[-1] or short == long[: len(short)]:
            return "a shorter or longer form of"
    if len(a) == len(b) and len(a) >= 2:
        differ = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        if len(differ) == 1 and is_variant(*differ[0]):
            return "another spelling of"
    return None


def _parts(name: str) -> list[str]:
    """The words of a person's name without generation, middle initials and particles."""
    plainly = _MIDDLE.sub(" ", _TAIL_GENERATION.sub("", plain(name)))
    words = [re.sub(r"^(?:al|el)-", "", word) for word in fold(plainly).split()]
    kept = [word for word in words if word not in ("al", "el")]
    return kept or words


def _is_particled(name: str) -> bool:
    """Whether a name is a surname with its particle only: "de Mistura"."""
    return surname(name) == name or name.split()[0].islower()


def _only(bearers: Sequence[Spelling], relatives: set[str]) -> Spelling | None:
    """The one person meant, or None while two could be."""
    if len(bearers) > 1:
        bearers = [b for b in bearers if b.text not in relatives]
    return bearers[0] if len(bearers) == 1 else None


def _organisations(joined: _Joined, gazetteer: Lexicon) -> None:
    """Initials of one long name, and a name that another begins or ends with."""
    kind: EntityType = "organisation"
    table = _Table()
    heads = joined.heads(kind)
    for spelling in heads:
        words = spelling.text.split(" ")
        keys = {("initials", _initials(spelling.text)), ("first", words[0]), ("head", words[-1])}
        keys |= {("end", " ".join(words[n:])) for n in range(1, min(len(words) - 1, 6))}
        for place in keys if len(words) > 1 else ():
            table[place].append(spelling)
    for spelling in heads:
        short = spelling.text
        longer, why = table["initials", short.replace(".", "")], "initials of"
        if len(short) < 3 or not short.isupper() or not longer:
            ends = table["end", short]
            longer, why = (
                [o for o in ends if _is_fuller(o.text, short, gazetteer)],
                "shorter form of",
            )
        if not longer and " " not in short and gazetteer.get(short) is None:
            longer = table["first", short]
        if not longer and short in GOES_ALONE:
            longer = table["head", short]
        if len({joined.root((kind, o.text)) for o in longer}) == 1:
            joined.join((kind, short), (kind, longer[0].text), f"{why} {longer[0].text}")


def _initials(name: str) -> str:
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) >= 3 else ""


def _is_fuller(long: str, short: str, gazetteer: Lexicon) -> bool:
    """Whether `long` is `short` with only a land, a people or an organisation before it."""
    return gazetteer.get(long.removesuffix(f" {short}")) is not None


def _result(joined: _Joined) -> list[Merged]:
    clusters: dict[tuple[EntityType, str], list[Spelling]] = {}
    for place, spelling in joined.spellings.items():
        clusters.setdefault(joined.root(place), []).append(spelling)
    result = []
    for root, members in clusters.items():
        name = joined.name.get(root) or _fullest(members)
        why = {
            s.text: joined.why.get((s.type, s.text), f"another spelling of {name}")
            for s in members
            if s.text != name
        }
        result.append(Merged(name, root[0], [s.text for s in members], why))
    return result


def _fullest(members: Sequence[Spelling]) -> str:
    """For persons the usual full name, else the longest; never the one in capitals."""
    mixed = [s for s in members if not s.text.isupper() or len(members) == 1] or list(members)
    full = [s for s in mixed if " " in s.text]
    if full and full[0].type == "person":
        return max(full, key=lambda s: (s.count, len(s.text), -s.first)).text
    return max(mixed, key=lambda s: (len(s.text), s.count, -s.first)).text
