"""Who is named in one sentence, and what the place of each name tells: it opens the sentence, a
verb of saying stands beside it, a preposition governs it.

A sentence and the people of its article come in; names with their places and that evidence go out,
under the words by which `weights.py` weighs it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.quotations.holders import Holders
from corpus.quotations.names import CAPITAL, PARTICLE, UPPER
from corpus.quotations.openings import opening_subject
from corpus.quotations.people import CROWD, People
from corpus.quotations.words import (
    ADVERB,
    CUES,
    DETERMINERS,
    HEADS,
    NOUNS,
    PREMODIFIERS,
    ROLES,
    SPEECH,
    SPEECH_CUE,
    words,
)
from corpus.trie import trie

_CAPITALS = re.compile(rf"[{UPPER}][\w-]*(?:[’'][A-Z][\w-]+)?")
_GOVERNING = words(
    "to of with by for from about against on in at over under than like between among into without "
    "and told asked called reminded thanked met urged blamed accused praised criticized joined let "
    "defended attacked"
)
_OPENERS = words(
    "With Without Like Unlike By From About Against On At Over Under Than Among Between"
)
"""Prepositions that open a sentence; behind "For" and "To" stands whom it is about."""
_NO_VERB = words(
    "and or of to in on at for with from by as who whom whose that which but than about over"
)
_VERB = re.compile(r" ([a-z]+)")
_TELLS = re.compile(rf",? (?:(?:also|then|later|has|had|have|{ADVERB}) ){{0,2}}([a-z]+)")
_ROLE = re.compile(  # "The president went on", "Over drinks, however, the staffer"
    r"(?:But |And |Yet |[^,]{3,60}, (?:however, )?)?(?P<which>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) "
    r"(?P<noun>(?:[A-Za-z-]+ ){0,3}?"
    rf"(?P<role>(?:{trie(ROLES)})(?: general)?|President|Prime Minister|Senator))(?= [a-z]+|,)"
)
_ONE_NAME = re.compile(rf"\s(?:(?:{CAPITAL}|{PARTICLE})\s){{0,2}}")
_SAYS_APPOSED = re.compile(  # "Lena Orlova, a native of Aldmere, said"
    r",\s(?:an?|the|one|another|who|whose|his|her|their|now|then|\d)[^;:.“”\"]{2,160},\s"
    rf"(?:{ADVERB}\s|also\s)?{SPEECH_CUE}\b"
)
_SPEECH = frozenset(SPEECH)
_VERBS = CUES - NOUNS
_OTHERS = words("vice former late")  # before a role: of somebody else than its holder
_FUNCTION = DETERMINERS | words(
    "and or of to in on at for with from by as who that which is was are were but than about over"
)
_SPEAKS_WITHIN = 220  # characters in which the verb of the subject that opens a sentence stands
_OPENING = 20  # characters in which a sentence names its subject


class Places:
    """The names of one article as they stand in its sentences."""

    def __init__(self, people: People, holders: Holders) -> None:
        self._people = people
        self._holders = holders
        self._definite: dict[str, bool] = {}

    def named(
        self, sentence: str, known: Mapping[str, Sequence[str]]
    ) -> list[tuple[str, int, list[str]]]:
        """The people named in a sentence: full name, place, and what the place tells."""
        here: dict[str, tuple[int, int]] = {}
        before = ""
        articles = "l-" in sentence
        for match in _CAPITALS.finditer(sentence):
            word = match[0]
            if articles and sentence.startswith(("al-", "el-"), match.start() - 3):
                word = sentence[match.start() - 3 : match.end()]
            names = known.get(word)
            if names is not None and sentence[match.end() : match.end() + 1] != "/":
                several = 1 < len(names) < CROWD
                same = [n for n in names if n.startswith(before)] if several else names
                for name in (same or names)[:3]:
                    if name not in here:
                        here[name] = match.span()
                    elif _ONE_NAME.fullmatch(sentence, here[name][1], match.start()) is not None:
                        # "Sarah" and "Huckabee Sanders" are one mention
                        here[name] = here[name][0], match.end()
            before = word
        role = self._role(sentence)
        if role is not None and role[0] not in here:
            here[role[0]] = role[1]
        opens = sentence[:1].isupper() and not any(at < _OPENING for at, _ in here.values())
        if opens and not CUES.isdisjoint(sentence[:_SPEAKS_WITHIN].split()):
            self._add_unknown(sentence, here)
        order = sorted(here, key=lambda name: here[name])
        found: list[tuple[str, int, list[str]]] = []
        for name in order:
            start, end = here[name]
            what: list[str] = []
            ahead = _ahead(sentence[:start])
            if not ahead:
                what.append("opens")
            elif ahead[-1][-1] == ",":
                what.append("comma")
            elif ahead[-1].lower() in _GOVERNING:
                what.append("governed")
            if name == order[0]:
                what.append("first")
            if name == order[-1]:
                what.append("nearest")
            if sentence.startswith(("'s", "’s"), end):
                what.append("owner")
            verb = _VERB.match(sentence, end)
            if verb is not None and verb[1] not in _NO_VERB:
                what.append("acts")
            tells = _TELLS.match(sentence, end)
            if (tells is not None and tells[1] in _SPEECH) or (ahead and ahead[-1] in _SPEECH):
                what.append("says")
            found.append((name, start, what))
        return found

    def _role(self, sentence: str) -> tuple[str, tuple[int, int]] | None:
        """Who is spoken of by a role at the opening of a sentence: a name, or the role."""
        found = _ROLE.match(sentence)
        if found is None or sentence.startswith((" named ", " called "), found.end()):
            return None
        if not _OTHERS.isdisjoint(found["noun"].split()):
            return None
        known = found["which"] in ("The", "the")
        holder = self._holders.of(found["noun"]) if known else None
        if holder is None and known and not self._holders.is_known(found["noun"]):
            return None  # "The Harbour candidate" is somebody named
        role = found["role"].lower()
        if holder is None and (role.startswith("spokes") or not self._is_definite(role)):
            role = found["noun"].lower()
        return holder or role, found.span("noun")

    def _is_definite(self, role: str) -> bool:
        """Whether the article has a role as that of somebody known: "the teacher"."""
        known = self._definite.get(role)
        if known is None:
            known = self._definite[role] = f"the {role}" in self._people.joined
        return known

    def _add_unknown(self, sentence: str, here: dict[str, tuple[int, int]]) -> None:
        """A name that opens a sentence as the subject of a cue is a person's too."""
        opening = opening_subject(sentence)
        if opening is None or not opening[:1].isupper():
            return
        at = sentence.find(opening)
        told = sentence[at + len(opening) :].split(None, 1)[:1] if at >= 0 else []
        surname = opening.split()[-1]
        if surname.islower() or surname in PREMODIFIERS or surname.lower() in ROLES:
            return  # "Aldmere senator", "The Quill Republican"
        if any(surname == n.split()[-1] for n in here):
            return
        says = told and told[0] in _VERBS
        if not says and (
            " " not in opening or _SAYS_APPOSED.match(sentence, at + len(opening)) is None
        ):
            return
        name = self._people.full(opening)[0] if " " not in opening else opening
        if not self._people.is_body(name) and not name.isupper():
            here.setdefault(name, (at, at + len(opening)))


def _ahead(before: str) -> list[str]:
    """The words before a name in its sentence, without the titles and the office it bears."""
    ahead = before.split()
    while ahead:
        word = ahead[-1]
        if word[-1] in ",;:" or word in _OPENERS:
            break
        if word[0].isupper():
            ahead.pop()
        elif word in ("of", "for", "to") and len(ahead) > 1 and ahead[-2] in HEADS:
            del ahead[-2:]
        elif word in ROLES:
            ahead.pop()
            while (
                ahead and ahead[-1].islower() and ahead[-1].isalpha() and ahead[-1] not in _FUNCTION
            ):
                ahead.pop()
        else:
            break
    return ahead
