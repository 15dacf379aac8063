"""One person for many spellings: full names among each other, then surnames and given names.

A surname alone joins the only person who can be meant by it, as the article names and
addresses people. Middle initials and generations that differ are two people, father and son
among them; two who bear one surname never share its lone mentions unless one is introduced as
the other's relative.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.entities.addressed import Side, Told
from corpus.entities.consistency import INITIALLED, bare, surname
from corpus.entities.families import OFFICES
from corpus.entities.joined import Joined, Spelling, Table
from corpus.entities.lexicon import plain
from corpus.entities.patterns import BUILT, EPONYMOUS, words_of
from corpus.entities.titles import REGNAL
from corpus.entities.variants import is_variant, skeleton
from corpus.first_names import are_one, forms_of, given_names
from corpus.text import fold

_GENERATION = re.compile(r",? (Jr|Sr|II|III)\.?$")
_CANDIDATES = 20  # full names looked at for one; more share a key only in made-up texts
_MIDDLE = re.compile(r"(?<=\S) (?:(?:[A-Z]\.?)+ )+(?=\S)")
_INITIALS = re.compile(r"(?:[A-Z]\.?)+")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,3}")
_MOHAMMED = skeleton("mohammed")
SOON = 9
"""Mentions of names between a given name and the full one behind it that it may mean: of 18 such
pairs in 404 articles 13 are no further apart, 11 of them right; of the others two of five are."""
_YOUNGER = frozenset(("jr", "ii", "iii"))


def join_persons(joined: Joined, told: Told) -> None:
    """Join all that mean one person; `told` is what the article says of those named in full."""
    _full_names(joined)
    _double_surnames(joined)
    surnames, given, sounding = Table(), Table(), Table()
    for person in _full(joined):
        written = {_surname(s.text) for s in joined.together(person)}
        for place in written | {(fold(bare(last)), which) for last, which in written}:
            surnames[place].append(person)
        if (first := person.text.split()[0]) not in REGNAL:
            given[fold(first)].append(person)
        sounding[skeleton(fold(bare(surname(person.text))))].append(person)
    for bearers in _without_sons(surnames).values():
        bearers.sort(key=lambda person: person.first)
    short = [s for s in joined.heads("person") if is_short(s.text)]
    places = _named_for(joined)
    sides: dict[str, dict[Side, int]] = {}
    for spelling in short:
        sides.setdefault(spelling.text, {})[spelling.side] = spelling.first
    for spelling in short:
        last, which = _surname(spelling.text)
        for rule, bearers in (
            ("surname of", surnames[fold(bare(last)), which] or surnames[last, which]),
            ("given name of", _introduced(given[fold(spelling.text)], spelling)),
            ("like the surname of", _alike(fold(bare(spelling.text)), sounding)),
        ):
            bearers = [b for b in bearers if not _is_of_a_place(spelling, b, places)]
            to = _meant(bearers, spelling, sides[spelling.text], told)
            if to is not None:
                joined.join(spelling, to, f"{rule} {to.text}")
            if bearers:
                break
    _initials(joined)
    _loose_surnames(joined)


def _named_for(joined: Joined) -> Table:
    """Places and bodies that bear somebody's full name, under the surname: "Ada Quill Bridge"."""
    named = Table()
    for spelling in (*joined.of("place"), *joined.of("organisation")):
        words = words_of(spelling.text)
        built = len(words) in (3, 4) and words[-1] in BUILT | EPONYMOUS
        if built and words[0] in given_names():
            named[fold(words[-2])].append(spelling)
    return named


def _is_of_a_place(short: Spelling, person: Spelling, places: Table) -> bool:
    """Whether a surname that the article has before it names a person by it is rather of whom a
    place before is named for: "the Ada Quill Bridge", "Quill built it", and then Ned Quill."""
    if short.first > person.first:
        return False
    first = fold(person.text).split()[0]
    givens = (
        fold(place.text).split()[0]
        for place in places.get(fold(bare(short.text)), ())
        if place.first < short.first
    )
    return any(given != first and not are_one(given, first) for given in givens)


def _introduced(bearers: Sequence[Spelling], given: Spelling) -> list[Spelling]:
    """Those whose full name stands before a given name alone, or soon behind it: "Lena's boat", and
    then Lena Orlova; of "their sons Matthew and William" nobody is named a page further down."""
    return [person for person in bearers if person.first - given.first <= SOON]


def _initials(joined: Joined) -> None:
    """Letters that begin the names of one person only: "AQ" of Ada Quill."""
    letters = [s for s in joined.heads("person") if _LETTERS.fullmatch(s.text)]
    for spelling in letters:
        bare_letters = spelling.text.replace(".", "")
        bearers = [person for person in _full(joined) if bare_letters == _first_letters(person)]
        if not bearers and bare_letters in INITIALLED:  # "LBJ" of Lyndon Johnson
            ends = bare_letters[0] + bare_letters[-1]
            bearers = [person for person in _full(joined) if ends == _first_letters(person)]
        if len({joined.root(bearer) for bearer in bearers}) == 1:
            joined.join(spelling, bearers[0], f"initials of {bearers[0].text}")


def _first_letters(person: Spelling) -> str:
    return "".join(word[0] for word in _GENERATION.sub("", person.text).split())


def _surname(name: str) -> tuple[str, str]:
    return fold(surname(name)), generation(name)


def generation(name: str) -> str:
    """Which of several bearers of one name is meant, as in "Jr."; "" where nothing is said."""
    found = _GENERATION.search(name)
    return found[1].casefold() if found else ""


def _without_sons(surnames: Table) -> Table:
    """Who bears the name of an elder is not meant by the surname alone, and Jr by "Quill Jr"."""
    for (last, which), bearers in list(surnames.items()):
        if which not in _YOUNGER:
            continue
        elder = {tuple(_parts(person.text)) for person in surnames[last, ""]}
        alone = [person for person in bearers if tuple(_parts(person.text)) not in elder]
        surnames[last, ""] += alone
    return surnames


def _alike(name: str, sounding: Table) -> list[Spelling]:
    return [f for f in sounding[skeleton(name)] if is_variant(name, fold(bare(surname(f.text))))]


def _meant(
    bearers: Sequence[Spelling], spelling: Spelling, sides: Mapping[Side, int], told: Told
) -> Spelling | None:
    """The one bearer who is meant by a surname of that side, or None while two could be.

    A surname alone is whom the article addresses by it, where these agree; of two "the Quill
    years" tell it of a surname behind them, or behind the full name, only. Where somebody else
    is addressed by it, it is the one bearer whom the article names before it comes to that. It
    is none whom the article brings as another's father or wife when it has used it before.
    """
    bearers = [
        b
        for b in bearers
        if b.first < spelling.first or not told.is_kin(b.text) or b.text.startswith(spelling.text)
    ]
    if spelling.side in ("", "he") and generation(spelling.text) == "":
        bearers = [
            b for b in bearers if told.may_go_alone(b.text) or b.text.startswith(spelling.text)
        ]
    always = told.is_always_president(spelling.text)
    unsaid = {"", *OFFICES} if len(bearers) > 1 else {""}  # an office tells of itself only
    addressed = {spelling.side} if spelling.side else {*sides} - unsaid
    meant = set()
    for side in addressed:
        fitting = _only([b for b in bearers if told.fits(b.text, side)], told)
        known = fitting is None or min(fitting.first, sides[side]) < spelling.first
        if spelling.side or len(bearers) == 1 or side != "president" or always or known:
            meant.add(fitting)
    agreed = meant.pop() if len(meant) == 1 else None
    if spelling.side or agreed is not None:
        return agreed
    one = _only(bearers, told)
    plain = one is not None and (not addressed or one in meant or one.first < spelling.first)
    return one if plain else None


def _only(bearers: Sequence[Spelling], told: Told) -> Spelling | None:
    """The one person meant, or None while two could be."""
    if len(bearers) > 1:
        bearers = [b for b in bearers if b.text not in told.relatives]
    return bearers[0] if len(bearers) == 1 else None


def _loose_surnames(joined: Joined) -> None:
    """Surnames without a full name that are variants of each other: Gadhafi, Gaddafi."""
    seen = Table()
    for one in joined.heads("person"):
        if " " in one.text:
            continue
        bucket = seen[skeleton(fold(bare(one.text))), one.side]
        for other in bucket:
            if is_variant(bare(one.text), bare(other.text)):
                joined.join(one, other, f"like {other.text}")
                break
        bucket.append(one)


def _double_surnames(joined: Joined) -> None:
    """Surnames of two words, or with their particle written large: "Van Hollen", "De Blasio"."""
    full = _full(joined)
    ends = Table()
    for person in full:
        words = fold(person.text).split()
        for n in range(2, len(words)):
            ends[" ".join(words[-n:])].append(person)
    for person in full:
        bearers = ends[fold(person.text)]
        if person.text.split()[0] in given_names():  # "Javad Zarif" of Mohammad Javad Zarif
            bearers = [b for b in bearers if skeleton(fold(b.text).split()[0]) == _MOHAMMED]
        if len({joined.root(bearer) for bearer in bearers}) == 1:
            joined.join(person, bearers[0], f"surname of {bearers[0].text}")


def _full(joined: Joined) -> list[Spelling]:
    return [s for s in joined.heads("person") if not is_short(s.text)]


def is_short(name: str) -> bool:
    """Whether a name is a given name or a surname only: "Quill", "de Mistura", "Quill Jr."."""
    alone = _GENERATION.sub("", name)
    return " " not in alone or surname(alone) == alone or alone.split()[0].islower()


def _full_names(joined: Joined) -> None:
    """Full names with another spelling, a middle initial or a particle more."""
    seen = Table()
    for one in sorted(_full(joined), key=lambda s: (-len(s.text.split()), -s.count, s.first)):
        parts = tuple(_parts(one.text))
        beginnings = [parts[:n] for n in range(2, len(parts) + 1)]
        keys = [("sound", *map(skeleton, parts)), ("ends", parts[0], parts[-1])]
        keys += [("whole", *parts)] + [("begins", *beginning) for beginning in beginnings]
        wanted = [*keys[:2], ("begins", *parts), *(("whole", *b) for b in beginnings)]
        wanted += [("whole", form, *parts[1:]) for form in forms_of(parts[0])]
        near = {o.text: o for k in wanted for o in seen[k][:_CANDIDATES]}.values()
        found = [(other, why) for other in near if (why := _same_person(one.text, other.text))]
        if len({joined.root(other) for other, _ in found}) == 1 and not any(
            _are_two(one.text, member.text) for member in joined.together(found[0][0])
        ):
            joined.join(one, found[0][0], f"{found[0][1]} {found[0][0].text}")
        for place in keys:
            seen[place].append(one)


def _same_person(one: str, other: str) -> str | None:
    a, b = _parts(one), _parts(other)
    if _are_two(one, other):
        return None
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
        if len(differ) == 1 and a[0] != b[0] and are_one(a[0], b[0]):
            return "with another form of the first name the same as"
    return None


def _are_two(one: str, other: str) -> bool:
    """Whether generations or middle initials of two full names differ: father and son."""
    if generation(one) != generation(other):
        return True
    middle = [_middle(one), _middle(other)]
    short, long = sorted(middle, key=len)
    return bool(short) and long[: len(short)] != short


def _middle(name: str) -> list[str]:
    """The first letters of what stands between given name and surname."""
    words = _GENERATION.sub("", plain(name)).split()[1:-1]
    spelt = (
        word.replace(".", "") if _INITIALS.fullmatch(word) else word[:1]
        for word in words
        if word[:1].isupper()
    )
    return list(fold("".join(spelt)))


def _parts(name: str) -> list[str]:
    """The words of a person's name without generation, middle initials and particles."""
    plainly = _MIDDLE.sub(" ", _GENERATION.sub("", plain(name)))
    words = [re.sub(r"^(?:al|el)-", "", word) for word in fold(plainly).split()]
    kept = [word for word in words if word not in ("al", "el")]
    return kept or words
