"""One name for many spellings within an article, each joined by a rule that is kept.

Spellings of one type come in with their counts and the order of their first mention; groups of
spellings come out under the fullest name. Two full names never share a surname's lone mentions
unless one is introduced as the other's relative; a capital never joins its country.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.article import EntityType
from corpus.entities.acronyms import first_letters, may_stand_for
from corpus.entities.addressed import Side, Told
from corpus.entities.gazetteer import TYPES
from corpus.entities.joined import Joined, Merged, Spelling, Table
from corpus.entities.lexicon import Lexicon, plain
from corpus.entities.patterns import (
    GOES_ALONE,
    NOT_ITS_FIRST,
    ORGANISATION_WORDS,
    goes_by_first,
)
from corpus.entities.persons import is_short, join_persons
from corpus.entities.states import HOME
from corpus.text import fold

_LETTERS = re.compile(r" [A-Z]{2,4}$")
_HALVES = ("North", "South")
_PARTED = ("Korea", "Sudan", "Vietnam")  # lands of which the news calls each half so
_JOINABLE = 8  # letters of a name from which a blank more makes no other name


def key(name: str, type: EntityType) -> str:
    """The look-up key of a name: the same in every article that names it."""
    return f"{type}:{fold(plain(name))}"


def merge(
    spellings: Sequence[Spelling], gazetteer: Lexicon, acronyms: Mapping[str, str], told: Told
) -> list[Merged]:
    """Join the spellings of an article; `told` is what it says of people named in full."""
    joined = Joined(spellings)
    _same_letters(joined)
    _explained_acronyms(joined, acronyms)
    _known_aliases(joined, gazetteer, acronyms)
    _halves(joined)
    join_persons(joined, told)
    _organisations(joined, gazetteer)
    return _result(joined)


def _same_letters(joined: Joined) -> None:
    """Other capitals, accents, apostrophes; "al Nusra" and "al-Nusra"."""
    seen: dict[tuple[EntityType, str, Side], Spelling] = {}
    for spelling in sorted(joined.spellings.values(), key=lambda s: (s.text.isupper(), s.first)):
        folded = fold(plain(spelling.text)).replace("-", " ").replace(".", "").strip()
        if len(folded) > _JOINABLE and spelling.type == "organisation":
            folded = folded.replace(" ", "")  # "Coast Guard" and "Coastguard"
        other = seen.setdefault((spelling.type, folded, spelling.side), spelling)
        if other is not spelling:
            joined.join(spelling, other, f"the same letters as {other.text}")


def _explained_acronyms(joined: Joined, acronyms: Mapping[str, str]) -> None:
    for kind in TYPES:
        written = {plain(s.text): s for s in joined.of(kind)}
        for short, long in acronyms.items():
            if short in written and long in written:
                why = f"acronym in parentheses after {written[long].text}"
                joined.join(written[short], written[long], why)


def _known_aliases(joined: Joined, gazetteer: Lexicon, acronyms: Mapping[str, str]) -> None:
    """Spellings that the alias table or the gazetteer gives one name."""
    first: dict[tuple[EntityType, str], Spelling] = {}
    for spelling in sorted(joined.spellings.values(), key=lambda s: s.first):
        entry = gazetteer.get(spelling.text)
        if entry is None or entry.type != spelling.type or spelling.text in acronyms:
            continue
        if spelling.side == "foreign" and spelling.text != entry.name:
            continue
        if entry.doubtful and (entry.type, entry.name) not in joined.texts:
            continue
        other = first.setdefault((entry.type, entry.name), spelling)
        if other is not spelling:
            joined.join(spelling, other, f"known spelling of {entry.name}")
        joined.name[joined.root(spelling)] = entry.name
        if spelling.text != entry.name:
            joined.why.setdefault(spelling.place, f"known spelling of {entry.name}")


def _halves(joined: Joined) -> None:
    """ "the North" where North Korea is the only land of the text that is called so, and a name
    without its letters: "Vell" for the pipeline "Vell XL"."""
    lands = joined.of("place")
    for land in lands:
        short = joined.spellings.get(("place", _LETTERS.sub("", land.text), ""))
        if short is not None and short is not land:
            joined.join(short, land, f"short for {land.text}")
    for half in (s for s in lands if s.text in _HALVES):
        whole = [s for s in lands if s.text in {f"{half.text} {land}" for land in _PARTED}]
        if len({joined.root(s) for s in whole}) == 1:
            joined.join(half, whole[0], f"short for {whole[0].text}")


_FIRM = re.compile(r",?\b(?:Inc|Ltd|Corp|Co|LLC|LLP|PLC|plc|AG|SA|NV)\.?$")


def _organisations(joined: Joined, gazetteer: Lexicon) -> None:
    """Initials of one long name, and a name that another begins or ends with."""
    table = Table()
    heads = joined.heads("organisation")
    for spelling in heads:
        words = spelling.text.split(" ")
        keys = {("initials", _initials(spelling.text)), ("first", words[0]), ("head", words[-1])}
        keys |= {("end", " ".join(words[n:])) for n in range(1, min(len(words) - 1, 6))}
        if _is_team(words):
            keys.add(("end", words[-1]))
        for place in keys if len(words) > 1 else ():
            table[place].append(spelling)
    for spelling in heads:
        short = spelling.text
        longer, why = table["initials", short.replace(".", "")], "initials of"
        longer = [o for o in longer if may_stand_for(short, o.text, gazetteer)]
        if len(short) < 3 or not short.isupper() or not longer:
            ends = [o for o in table["end", short] if not _is_another(o.text, short, gazetteer)]
            longer, why = (
                [o for o in ends if _is_fuller(o.text, short, gazetteer)]
                if not any(o.text.endswith(f"Department of {short}") for o in ends)
                else [],
                "shorter form of",
            )
        if not longer and " " not in short and gazetteer.get(short) is None:
            longer = [
                o
                for o in table["first", short]
                if goes_by_first(o.text) and not _is_part_of(spelling, o)
            ]
        if not longer and short in GOES_ALONE and spelling.side != "bare":
            heads_so = table["head", short]
            longer = [o for o in heads_so if not _is_another(o.text, short, gazetteer)]
        if len({joined.root(o) for o in longer}) == 1:
            joined.join(spelling, longer[0], f"{why} {longer[0].text}")
            if _FIRM.fullmatch(longer[0].text.removeprefix(short).strip()):
                joined.name[joined.root(spelling)] = short  # everywhere, with "Inc." or without


def _is_part_of(short: Spelling, long: Spelling) -> bool:
    """Whether a longer name is rather that of a part: "Quill Harbour Services" where Quill is named
    before it and more often."""
    several = long.text.count(" ") > 1 and not _FIRM.search(long.text)
    return several and short.first < long.first and short.count > long.count


def _initials(name: str) -> str:
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    return "".join(map(first_letters, words)) if len(words) >= 3 else ""


def _is_team(words: Sequence[str]) -> bool:
    """Names like "New England Patriots", which go by the last word alone."""
    return words[-1].endswith("s") and words[-1] not in ORGANISATION_WORDS | NOT_ITS_FIRST


def _is_fuller(long: str, short: str, gazetteer: Lexicon) -> bool:
    """Whether `long` is `short` with only a land, a people or an organisation before it."""
    before = long.removesuffix(f" {short}")
    if before == "House":
        return True
    entry = gazetteer.get(before)
    return entry is not None and (" " in short or entry.type == "place")


def _is_another(long: str, short: str, gazetteer: Lexicon) -> bool:
    """Whether `short` is a body that is known by this very name and `long` the like one of another
    state or land: "Supreme Court" beside "Colorado Supreme Court"."""
    known, before = gazetteer.get(short), gazetteer.get(long.removesuffix(f" {short}"))
    if known is None or before is None or before.type not in ("place", "group"):
        return False
    same = gazetteer.get(long)
    return before.name not in HOME and (same is None or same.name != known.name)


def _result(joined: Joined) -> list[Merged]:
    result = []
    for root, members in joined.clusters().items():
        name = joined.name.get(root) or _fullest(members)
        why = {
            s.text: joined.why.get(s.place, f"another spelling of {name}")
            for s in members
            if s.text != name
        }
        result.append(Merged(name, root[0], members, why))
    return result


def _fullest(members: Sequence[Spelling]) -> str:
    """For persons the usual full name, else the longest; never the one in capitals."""
    mixed = [s for s in members if not s.text.isupper() or len(members) == 1] or list(members)
    full = [s for s in mixed if s.type == "person" and not is_short(s.text)]
    ends = {fold(s.text).partition(" ")[2] for s in full}  # "Van Hollen" of one who has both
    full = [s for s in full if fold(s.text) not in ends]
    if full:
        return max(full, key=lambda s: (s.count, len(s.text), -s.first)).text
    return max(mixed, key=lambda s: (len(s.text), s.count, -s.first)).text
