"""Noun phrases of news prose: where an office ends and the person who holds it begins.

"Ambassador to the United Nations Lena Orlova" is Lena Orlova, "the owner of Quill" is the owner
and not Quill, "Quill columnist Lena Orlova" is she. Tokens come in, the tokens that speak go out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.first_names import is_given
from corpus.quotations.names import LINKS, PARTICLES, strip_titles
from corpus.quotations.words import (
    BODIES,
    DETERMINERS,
    DOCUMENTS,
    HEADS,
    INDEFINITE,
    NOT_NAMES,
    NOT_SUBJECTS,
    ORGANISATIONS,
    PRONOUNS,
    ROLES,
)
from corpus.words import WEEKDAYS

_MARKS = frozenset('"“”')
_OWNING = ("s", "’", "'")
_OWNS = re.compile(r"[’']s?$")
_INITIAL = re.compile(r"(?:[A-Z]\.-?)+")
_OFFICE = frozenset({"of", "for", "to", "the", "at", "on", "and", "in", "&"})
_BELONGS = frozenset("of for behind in at from with on".split())
_WITHIN = 4  # phrases behind one head that are looked through
_LONG = 5  # blanks in a head with what it is of
_BASED = re.compile(r"[A-Z][\w’'.-]*-(?:based|born|owned|led|backed|run|listed)")
_UNTOLD = re.compile(
    r"(?:the |an)?(?:" + "|".join(INDEFINITE) + r")(?: of (?:them|us|those))?", re.IGNORECASE
)
_MANY = re.compile(r"\d|\S+(?:\s\S+)*(?:s|people)$")
_MRS = ["Mrs."], ["Mrs"], ["Ms."], ["Ms"], ["Minister"]
"""What stands before the one name that is a month's as well."""
_HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Dr"})
_WITH_OTHERS = re.compile(
    r"\s(?:and|with)\s(?:his|her|their)\s(?:[a-z-]+\s)?(?:colleagues?|team|co-?authors?|group|staff|aides|"
    r"advisers|allies|lawyers?)$"
)
_GOVERNING = frozenset("by of for from at in with to on about".split())
_ON_DAY = frozenset("on late early last this".split())
_PRESS = frozenset(
    "Times Post Journal News Reuters agency newspaper Press AFP AP CNN BBC NPR Politico POLITICO "
    "Guardian Telegraph Tribune Herald Magazine Bloomberg Axios".split()
)
_FIRMS = frozenset("manufacturer maker operator publisher giant conglomerate subsidiary".split())
_GIVEN = frozenset("issued issuing sent sending addressed written handed delivered mailed".split())
_REGIONS = frozenset("eastern western northern southern central neighboring neighbouring".split())
_KNOWING = frozenset("familiar close briefed involved aware".split())
_SOME = frozenset("others those people many some someone somebody one several friends".split())
_STAFF = frozenset(  # who speaks for another is not that other: "an aide to President Igor Moss"
    "aide aides adviser advisers advisor advisors lawyer lawyers attorney attorneys ally allies "
    "counsel spokesman spokeswoman spokesperson representative friend friends".split()
)
_AROUND = re.compile(r"^(?:As|as|But|And)\s|\s(?:once|later|then|also)$")
PEOPLE_WORDS = re.compile(
    r"(?:officials?|police|authorities|sources?|prosecutors?|researchers?|scientists?|critics?|"
    r"experts?|analysts?|activists?|spokes(?:man|woman|person|people)|ministers?|lawyers?|rebels?|"
    r"witnesses|residents|doctors?|investigators|diplomats?|lawmakers?|republicans?|democrats?|"
    r"teachers?|protesters|reporters?|supporters|opponents|aides?|advisers?|economists?|"
    r"defen[cs]e|prosecution|opposition|government|company|ministry|union|court|agency|council|"
    r"residents|relatives|friends|neighbou?rs|fans|players|bosses|ministers|MPs|peers|doctors|"
    r"historians?|professors?|leaders?|directors?|managers?|authors?|parents|families|heads?|"
    r"members|voters|workers|nurses|students|owners?|employees|executives|veterans|the)\b"
)


def person_at_end(named: Sequence[str]) -> list[str] | None:
    """The person whose name closes a run of capitals that opens with an office or a body.

    None where no known first name stands inside the run, or where nothing before it tells that
    an office is meant ("University of Virginia Beach" names nobody).
    """
    if len(named) < 3 or named[-1] in ORGANISATIONS:
        return None
    for at in range(len(named) - 2, 0, -1):
        if not is_given(named[at]) or not named[at][:1].isupper():
            continue
        if not (named[at + 1][:1].isupper() or named[at + 1].islower()):
            continue
        while at > 1 and (is_given(named[at - 1]) or _INITIAL.fullmatch(named[at - 1])):
            at -= 1
        office = named[:at]
        if at == 1 and is_given(office[0]):
            return None  # "Andrés Manuel Orlov"
        if any(
            token in HEADS or token in ORGANISATIONS or token in _OFFICE or token.endswith("s")
            for token in office
        ):
            return list(named[at:])
        return None
    return None


def without_place(named: list[str]) -> list[str]:
    """A name without what only says where its bearer sits: "Aldmere-based Quill"."""
    while len(named) > 1 and _BASED.fullmatch(named[0]):
        named = named[1:]
    return named


def described_person(tokens: Sequence[str], at: int) -> list[str] | None:
    """The person behind a role at `tokens[at]`: "Quill columnist Lena Orlova wrote" gives her.

    `at` is where the lower-case words behind an opening name begin.
    """
    role = at
    while role < len(tokens) and role < at + 4 and tokens[role].islower():
        role += 1
    if role == at or role >= len(tokens):
        return None
    firm = tokens[role - 1] in _FIRMS  # "Quill manufacturer Aalto Brothers"
    if tokens[role - 1] not in ROLES and not firm:
        return None
    named: list[str] = []
    for token in tokens[role:]:
        bare = token.rstrip(",:")
        if not bare[:1].isupper():
            break
        named.append(bare)
        if bare != token:
            break
    return named if len(named) > 1 or (firm and named) else None


def is_untold(phrase: str) -> bool:
    """Whether a subject is nobody in particular: "one", "another", "many of them"."""
    return _UNTOLD.fullmatch(_AROUND.sub("", phrase.strip().rstrip(",:"))) is not None


def is_speaker(noun: str) -> bool:
    """Whether a lower-case noun means somebody or something that may speak."""
    return noun in ROLES or noun in BODIES or (noun[-1:] == "s" and noun[:-1] in ROLES)


def without_others(text: str) -> str:
    """A subject without those who only stand with it: "Orlova and her colleagues"."""
    return _WITH_OTHERS.sub("", text) if " and " in text[-40:] or " with " in text[-40:] else text


def is_press(subject: str) -> bool:
    """Whether a subject is a paper, an agency or a channel, which tells what others say."""
    return not _PRESS.isdisjoint(subject.split())


def is_of_body(subject: str) -> bool:
    """Whether a subject is people told by a name of several words: "Costa Rican officials"."""
    *named, noun = subject.split()
    return (
        1 < len(named) < _LONG - 1 and noun[-1] == "s" and all(word[0].isupper() for word in named)
    )


def is_mute(subject: str) -> bool:
    """Whether a subject is a plain thing, which speaks for somebody: "the speech began"."""
    if " " in subject or not subject.islower() or subject in PRONOUNS or subject in INDEFINITE:
        return False
    if subject in DOCUMENTS:
        return False
    return not is_speaker(subject) and PEOPLE_WORDS.fullmatch(subject) is None


def named_subject(tokens: list[str]) -> str | None:
    """A subject in the form it is given in: the name it ends with, else the whole phrase."""
    if not tokens or not _MARKS.isdisjoint(tokens[-1]):
        return None
    while tokens and not any(map(str.isalnum, tokens[-1])):  # "the mayor :"
        tokens = tokens[:-1]
    named: list[str] = []
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens[at]
        if (
            word[:1].isupper()
            or (named and (word in LINKS or (word == "and" and _joins(tokens, at + 1))))
            or word[:3] in ("al-", "el-")
        ):
            named.append(word)
        else:
            break
    named.reverse()
    while named and not (named[0][:1].isupper() or named[0][:3] in ("al-", "el-")):
        named.pop(0)
    if named:
        person = person_at_end(named)
        name = strip_titles(without_place(named)) if person is None else person
        if named == ["The", "Hill"]:
            return "The Hill"  # the paper; a surname without its article
        if name[-1].endswith(_OWNING):
            name[-1] = _OWNS.sub("", name[-1])
        if "of" in name[2:] and not ORGANISATIONS.intersection(name[: name.index("of")]):
            name = name[: name.index("of")]
        joined = " ".join(name)
        if joined in NOT_NAMES and (joined != "May" or named[-2:-1] not in _MRS):
            return None
        return joined
    if any(not _MARKS.isdisjoint(token) for token in tokens):
        return None
    while tokens and tokens[0].lower() in ("the", "a", "an"):
        tokens = tokens[1:]
    if not tokens or (len(tokens) == 1 and tokens[0].lower() in NOT_SUBJECTS):
        return None
    if len(tokens) > 1 and tokens[0].lower() == "this" and tokens[-1] not in ("person", "one"):
        tokens = tokens[1:]  # "this lawsuit"; "person" alone says nothing
    return " ".join(tokens)


def ending(tokens: list[str], *, governed: bool = True) -> str | None:
    """The noun phrase that a row of tokens ends with; None of no tokens."""
    if not tokens:
        return None
    if tokens[-1][:1].isupper() or tokens[-1][:3] in ("al-", "el-"):
        begin = len(tokens) - 1
        while (
            begin
            and not tokens[begin - 1].endswith((",", ";", ":", "”", '"', "—"))
            and (
                tokens[begin - 1][:1].isupper()
                or tokens[begin - 1][:3] in ("al-", "el-")
                or _joins(tokens, begin)
                or (tokens[begin - 1] in LINKS and _is_linked(tokens, begin - 1))
            )
        ):
            begin -= 1
        for at in range(len(tokens) - 2, begin, -1):
            if tokens[at].rstrip(".") in _HONORIFICS:  # "After the votes in Congress Mr Orlov"
                return named_subject(tokens[at:])
        if (
            0 < begin < len(tokens) - 1
            and tokens[begin] in WEEKDAYS
            and tokens[begin - 1] in _ON_DAY
        ):
            return named_subject(tokens[begin + 1 :])  # "in the port on Monday President Orlov"
        if begin > 1 and tokens[begin - 1] == "to" and tokens[begin - 2] in _GIVEN:
            return None  # "the ticket they issued to Orlov says"
        if begin > 1 and tokens[begin - 1] in _REGIONS and tokens[begin - 2] in _BELONGS:
            begin -= 1  # "rebels in eastern Norland"
            whole = _headed(tokens, begin) or _governed(tokens, begin)
            return whole or named_subject(tokens[begin + 1 :])
        if _speaks_for_titled(tokens, begin):
            return _governed(tokens, begin) or named_subject(tokens[begin:])
        if begin > 1 and _closes_office(tokens, begin):
            return named_subject(tokens[begin + 1 :])  # "ambassador to Norland Lena Orlova"
        if begin > 2 and tokens[begin - 2] in _KNOWING and tokens[begin - 3].lower() in _SOME:
            return " ".join([tokens[begin - 3].lower(), *tokens[begin - 2 :]])
        if person_at_end(tokens[begin:]) is not None:
            return named_subject(tokens[begin:])
        whole = (_head(tokens, begin) or _governed(tokens, begin)) if governed else None
        return whole or named_subject(tokens[begin:])
    for back in range(1, min(len(tokens), 10) + 1):
        token = tokens[-back]
        lower = token.lower()
        if back > 1 and token.endswith((",", ";", ":")):
            break
        if lower in DETERMINERS:
            if lower == "that" and back > 1 and _MANY.match(" ".join(tokens[1 - back :])):
                back -= 1  # "that 110,000 people"
            begin = len(tokens) - back
            return _head(tokens, begin) or _headed(tokens, begin) or named_subject(tokens[-back:])
        if lower in NOT_SUBJECTS and lower not in ("of", "for", "in", "to", "from", "with", "at"):
            break
    if len(tokens) > 1 and tokens[-2].endswith(("’s", "'s", "’", "s'")):
        owner = ending([*tokens[:-2], re.sub(r"[’']s?$", "", tokens[-2])])
        return f"{owner}’s {tokens[-1]}" if owner is not None else None
    if PEOPLE_WORDS.match(tokens[-1].lower()) is None:
        return None
    begin = len(tokens) - 1  # "Costa Rican officials"; "On Thursday, police" are the police
    while (
        begin
        and tokens[begin - 1][:1].isupper()
        and tokens[begin - 1][-1] not in ",;:"
        and tokens[begin - 1] not in NOT_NAMES
    ):
        begin -= 1
    counted = begin > 2 and tokens[begin - 1].isdigit() and tokens[begin - 2] in ("to", "for")
    if counted and _is_head(tokens[begin - 3]):
        return ending(tokens[: begin - 2])  # "Aides to 13 ministers"
    return " ".join(tokens[begin:])


def _closes_office(tokens: list[str], begin: int) -> bool:
    """Whether the first of a run of capitals is what the office before it is of."""
    at = begin - 1 - (tokens[begin - 1] == "the")
    of = at > 0 and tokens[at] in ("to", "of", "for")
    of = of and (is_speaker(tokens[at - 1]) or tokens[at - 1] in HEADS)
    run = tokens[begin:]
    return of and len(run) > 2 and is_given(run[1]) and not is_given(run[0])


def _speaks_for_titled(tokens: list[str], begin: int) -> bool:
    """Whether the name at `begin` has its title and is of whom somebody else speaks for."""
    if begin < 2 or tokens[begin - 1] not in ("to", "for", "of"):
        return False
    return tokens[begin - 2] in _STAFF and strip_titles(tokens[begin:]) != tokens[begin:]


def _head(tokens: list[str], begin: int) -> str | None:
    """Who heads a row of phrases that the one at `begin` closes: "a family in the suburbs of
    Aldmere" is the family. None where it is the only one behind its head."""
    at = begin
    for within in range(_WITHIN):
        if at and tokens[at - 1].lower() in DETERMINERS:
            at -= 1
        if at < 2 or tokens[at - 1] not in _BELONGS:
            return None
        if _is_head(tokens[at - 2]):
            head = ending(tokens[: at - 1]) if within else None
            owned = " ".join([head or "", *tokens[at - 1 :]])
            whole = tokens[at - 1] in ("of", "for") and owned.count(" ") < _LONG
            return owned if head is not None and whole else head
        at -= 2
        while at and tokens[at - 1] not in _BELONGS and tokens[at - 1].lower() not in DETERMINERS:
            if tokens[at - 1].lower() in NOT_SUBJECTS or not tokens[at - 1][-1].isalnum():
                return None
            at -= 1
    return None


def _is_head(noun: str) -> bool:
    return is_speaker(noun) or (noun != "the" and PEOPLE_WORDS.fullmatch(noun.lower()) is not None)


def _headed(tokens: list[str], begin: int) -> str | None:
    """The people whom the phrase at `begin` only belongs to: "parents of the victims"."""
    if begin < 2 or tokens[begin - 1] not in _BELONGS:
        return None
    noun = tokens[begin - 2]
    if noun in _KNOWING and begin > 2:  # "one aide familiar with his thinking"
        noun = tokens[begin - 3]
        return ending(tokens[: begin - 2]) if is_speaker(noun.removesuffix("s")) else None
    if not _is_head(noun):
        return None
    head = ending(tokens[: begin - 1])
    if head is None or tokens[begin - 1] not in ("of", "for"):
        return head
    return f"{head} {' '.join(tokens[begin - 1 :])}"


def _is_linked(tokens: list[str], at: int) -> bool:
    """Whether a name goes on over the link at `at`, or over two: "Ines de la Torr"."""
    if at and tokens[at - 1] in PARTICLES and tokens[at] in PARTICLES:
        at -= 1
    return at > 0 and tokens[at - 1][:1].isupper()


def _is_many(noun: str) -> bool:
    """Whether a noun is a plural of people, which speaks without an article."""
    return noun.endswith("s") and _is_head(noun)


def _joins(tokens: list[str], begin: int) -> bool:
    """Whether "and" stands inside one name: "Office for Roads and Bridges"."""
    if begin < 4 or tokens[begin - 1] not in ("and", "in"):
        return False
    if tokens[begin - 1] == "in":
        return begin > 5 and tokens[begin - 3] == "and" and _joins(tokens, begin - 2)
    return tokens[begin - 2][:1].isupper() and tokens[begin - 3] in ("for", "of", "on")


def _governed(tokens: list[str], begin: int) -> str | None:
    """The phrase that a name only ends: "report by the Trade Office" is no office speaking."""
    at = begin - 1
    if at >= 0 and tokens[at] in ("the", "a", "an", "its", "his", "her", "their"):
        at -= 1
    if at < 1 or tokens[at] not in _GOVERNING:
        return None
    if tokens[at - 1][:1].isupper():
        return ending(tokens[:at])
    for back in range(at - 1, max(at - 6, -1), -1):
        token = tokens[back]
        if token.endswith((",", ";", ":")) and back == at - 2 and _is_many(tokens[back + 1]):
            return " ".join(tokens[back + 1 :])  # "by the crew, doctors in Norland"
        if token.endswith((",", ";", ":")) or token.lower() in NOT_SUBJECTS:
            break
        if token.lower() in DETERMINERS or (back == 0):
            phrase = tokens[back:]
            return " ".join(phrase[1:] if phrase[0].lower() in ("the", "a", "an") else phrase)
    return None
