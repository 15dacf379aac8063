"""What a speaker is, in an article's own words: "the transport minister", "a passenger".

Looked for where the name stands: behind it between commas, or right before it. Nothing is known
from elsewhere, and nothing is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.coverage.speaking import full_names
from corpus.first_names import is_given
from corpus.quotations.words import HEADS, ROLES
from corpus.words import SAYING

LONGEST = 7  # words of a role
WHOLE = 12  # words of one with "of the harbour office" behind it
_BEHIND = re.compile(
    r",\s+(?:then\s+)?(?:(?:the|a|an|its|their|his|her)\s+)?([^,.;:()\"“”—–]{3,90})(?=([,.;—–]))"
)
_NO_WORD = re.compile(r"[^\w’'.\s-]")
_HEADS = frozenset(head.casefold().rstrip(".") for head in HEADS) - {
    "former", "private", "deputy", "sens", "reps", "senators", "congressmen",
}  # fmt: skip
_NO_ROLE = SAYING | frozenset(
    "who which whose whom where when and but or while as after before speaking writing including "
    "said told according with from in on at for not however meanwhile under whereas since until "
    "that that’s that's because if then-candidate like to by about himself herself themselves "
    "another every he she it they we you i nowhere gotten also even now eventually have has had "
    "is was".split()
)


def role_of(name: str, paragraphs: Sequence[str], near: int) -> str | None:
    """What the article says that somebody is; looked for near the quotation, then from the top.

    >>> role_of("Ines Varga", ["Ines Varga, the transport minister, spoke."], 0)
    'transport minister'
    """
    if " " not in name or not _is_surname(name.split()[-1]):
        return None  # a surname alone may be anybody's, and an office is what it says
    *given, surname = name.split()
    order = [at for at in dict.fromkeys((near, *range(len(paragraphs)))) if at < len(paragraphs)]
    for wanted in dict.fromkeys((name, surname)):  # at the full name it is said whose it is
        for at in order:
            if wanted not in paragraphs[at]:
                continue
            for found in _roles(wanted, paragraphs[at], given if wanted != name else None):
                if wanted != name and is_of_one(found) and _is_shared(surname, paragraphs):
                    continue  # "President Varga": his brother
                if not set(given) & set(found.split()):  # "Ines Cardinal Varga"
                    return found
    return None


def _is_surname(word: str) -> bool:
    """ "Varga", "al-Varga"; not "official"."""
    return any(part[:1].isupper() for part in word.split("-"))


def _is_shared(surname: str, paragraphs: Sequence[str]) -> bool:
    """Whether an article names several of one surname."""
    return len(full_names(surname, "\n".join(paragraphs))) > 1


def _roles(name: str, text: str, given: Sequence[str] | None) -> Iterator[str]:
    """What stands at a name; where that is a surname alone, not at one with other `given` names."""
    for start, end in _places(name, text):
        if given is not None and _is_anothers(text[max(0, start - 30) : start], given):
            continue
        behind = _BEHIND.match(text, end)
        if behind and (role := _behind(behind[1], behind[2])):
            yield role
        if (before := _words_before(text[max(0, start - 90) : start])) and (
            role := _before(before)
        ):
            yield role


def _is_anothers(before: str, given: Sequence[str]) -> bool:
    """Whether a surname has somebody else's first name before it: "Eric" of "Eric Varga"."""
    words = before.split()
    return (
        bool(words)
        and before[-1:].isspace()
        and words[-1][:1].isupper()
        and words[-1] not in given
        and is_given(words[-1])
    )


def _words_before(text: str) -> list[str]:
    """The last words of a text, seven at most, that nothing but blanks parts from its end."""
    if not text[-1:].isspace():
        return []
    words: list[str] = []
    for word in reversed(text.split()[-LONGEST:]):
        if signs := list(_NO_WORD.finditer(word)):
            tail = word[signs[-1].end() :]
            return [tail, *words] if tail else words
        words.insert(0, word)
    return words


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as a word of its own."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        if not any(sign.isalnum() or sign == "_" for sign in around):
            yield start, end
        start = text.find(name, end)


def _behind(words: str, sign: str) -> str | None:
    said = words.split()
    plain = [word.casefold() for word in said]
    if not plain or plain[0] in _NO_ROLE or plain[0].endswith("ing") or len(said) > 2 * LONGEST:
        return None
    for at, word in enumerate(plain[:LONGEST]):
        if word in _JOINING or word in _CUT:
            return None  # "of the party", "and Gov": a head behind these is somebody else's
        if word in _OF_CLAUSES or (
            said[at].islower() and word in _NO_ROLE - {"for", "state", "states"}
        ):
            return None  # "Reyl became harbour director", "asked his campaign manager"
        if _is_head(word):
            head = _last_head(said, plain, at)
            if head is None:
                return None
            end = _end(said, plain, head, sign)
            cut = {plain[end - 1], *plain[head + 1 : head + 2]} & _CUT
            return None if cut or plain[:end] == ["chief"] else " ".join(said[:end])
    return None


def _is_head(word: str) -> bool:
    """Whether a word may name what somebody is."""
    return word.rpartition("-")[2] in ROLES or word in _HEADS or word == "assistant"


def _last_head(said: Sequence[str], plain: Sequence[str], first: int) -> int | None:
    """Where the noun stands that says it, when the `first` is only a part of what stands before it:
    "chief financial analyst", "President Varga's adviser". None where the first is the title of
    somebody else, named behind it."""
    half = plain[first] in _HALVES
    head, at = first, first + 1
    while at < min(len(plain), first + LONGEST):
        word = plain[at]
        if word in _NO_ROLE or word in _JOINING or word in _BREAKS or not word[0].isalpha():
            break
        if not half and word.endswith(("ing", "ed")):
            break  # "lawyer representing"
        if _is_head(word):
            head = at
        at += 1
    if head == first and at > first + 1:
        if half:
            return at - 1
        if said[first + 1][0].isupper():
            return None
    return head


def is_of_one(role: str) -> bool:
    """Whether a role is that of a state's head: before a surname it tells which of two is meant."""
    return role.casefold().split()[-1] in ("president", "premier", "king", "queen")


def _end(said: Sequence[str], plain: Sequence[str], head: int, sign: str) -> int:
    """Where a role ends: with "of the port" behind it, not with a clause, nor with half a name."""
    end = head + 1
    if plain[end : end + 2] == ["in", "chief"]:
        return end + 2
    if plain[end : end + 1] not in (["of"], ["for"], ["at"]):
        return end
    while end < min(len(plain), WHOLE) and not _ends_a_role(said[end]):
        end += 1
    whole = end == len(plain) or end < WHOLE
    while plain[end - 1] in _LOOSE:
        end -= 1
    short = len(plain[-1]) == 1 or plain[-1] in _ABBREVIATED
    abbreviated = sign == "." and end == len(plain) and short
    if whole and not abbreviated and said[end - 1].rstrip("’'") == said[end - 1]:
        return end
    before = [at for at in range(head + 1, end) if plain[at] in ("of", "for", "at")]
    return max((at for at in before if said[at - 1].islower()), default=head + 1)


def _ends_a_role(word: str) -> bool:
    """Whether a word begins a clause: "who", "who’s"; not the "State" of a name."""
    plain = word.casefold().replace("’", "'").split("'")[0]
    return word[:1].islower() and plain in _NO_ROLE - {"for", "at"}


def _before(words: Sequence[str]) -> str | None:
    """ "Transport minister", right before a name; a bare "Mr" says nothing."""
    taken: list[str] = []
    for at, word in reversed(list(enumerate(words))):
        plain = word.casefold().rstrip(".")
        if at and plain.endswith("ed") and word.islower() and words[at - 1][:1].isupper():
            break  # "Varga emailed communications director"
        if word[-1:] == "." and plain not in _ABBREVIATED:
            break  # a sentence ended
        if taken and plain in ("a", "an") and is_of_one(" ".join(taken)):
            return None  # "a President Varga would …": whoever is none yet
        if taken and (plain in _BREAKS or not plain[:1].isalpha()):
            break
        if not taken and (word[-1:] in ",;:" or (plain not in ROLES and plain not in _HEADS)):
            return None
        of_name = plain in _STATES or (word == "State" and taken and taken[0][0].isupper())
        if taken and not of_name and (word[-1:] in ".,;:!?" or plain in _NO_ROLE):
            break
        if word in _BUTTONS:
            break
        if taken and word.isupper() and len(word) > 3 and _is_of_state(taken[0]):
            break  # an agency's line or a meeting: "CPAC Sen."
        if plain == "first" and taken and taken[0].casefold() == "lady":
            taken.insert(0, word)
            break
        if word[0].islower() and not _may_stand(plain) and _is_settled(taken):
            break
        if word[0].islower() and not _may_stand(plain) and taken and all(map(_is_title, taken)):
            break  # before "President" a small word is the sentence's: "I know President …"
        taken.insert(0, word)
    if all(word.casefold().rstrip(".") in _EMPTY for word in taken):
        return None
    found = _without_rank(taken)
    if len(found) == 1 and found[0].casefold().rstrip(".") in _NO_LABEL | _EMPTY:
        return None
    return " ".join(found)


def _is_of_state(word: str) -> bool:
    """Whether a title is a lawmaker's or a head of state's: no organisation stands before it."""
    plain = word.casefold().rstrip(".")
    return plain in ("president", "sen", "senator", "rep", "representative", "gov", "governor")


def _is_settled(taken: Sequence[str]) -> bool:
    """Whether a small word before these is the sentence's: "fired FBI director", "mock special
    counsel"."""
    return bool(taken) and (
        taken[0][:1].isupper() or taken[0].casefold() in ("special", "former", "then", "acting")
    )


def _may_stand(word: str) -> bool:
    """Whether a small word before a title may belong to it: "army spokeswoman Colonel"."""
    return word in _ONCE or word in ROLES or word in _HEADS


def _is_title(word: str) -> bool:
    """Whether a word is written as titles are, or says when somebody has one."""
    return word[0].isupper() or word in _ONCE


def _without_rank(words: list[str]) -> list[str]:
    """ "Army spokeswoman Colonel": the rank belongs to the name when an office stands before it."""
    plain = [word.casefold().rstrip(".") for word in words]
    end = len(words)
    if end > 1 and plain[-1] in _SEATS and plain[-2] in _HEADS - {"republican", "democrat"}:
        return words[:-1]  # "Study Committee Chairman Rep."
    while end and plain[end - 1] in _RANKS and plain[end - 2 : end] not in _GENERALS:
        end -= 1
    if end == len(words) or (end and (plain[end - 1] in ROLES or plain[end - 1] in _HEADS)):
        return words[:end]
    return words[end:]


_RANKS = frozenset(
    "colonel col general gen lieutenant lt captain capt major maj sergeant sgt admiral adm "
    "brigadier commander cmdr corporal inspector superintendent professor prof dr doctor mr mrs "
    "ms sir lord lady dame rev reverend".split()
)
_SEATS = frozenset("sen senator rep representative gov governor".split())
_BUTTONS = frozenset("CLOSE VIDEO WATCH MORE LIVE PHOTOS Pinterest".split())
"""What a page puts before a text, and is none of it."""
_OF_CLAUSES = frozenset(
    "became becomes become remains remained serves served wants leads led runs ran won his her "
    "their its the a an such my our".split()
)
_LOOSE = frozenset("of for at the a an and in to by with on".split())
_GENERALS = [
    [office, "general"] for office in
    "attorney secretary surgeon solicitor director governor inspector auditor consul".split()
]  # fmt: skip
_ONCE = frozenset("former then acting deputy late ex".split())
_JOINING = frozenset("and or of to on in at by with from over under that if".split())
_ABBREVIATED = frozenset(
    "sen sens rep reps gov gen lt col capt maj sgt adm cmdr mr mrs ms dr prof rev st jr sr u.s "
    "u.n u.k".split()
)
_CUT = frozenset("sen sens rep reps gov gen lt col capt maj sgt adm cmdr mr mrs ms dr prof".split())
"""Titles that a full stop cut off: whoever comes behind bears them."""
_STATES = frozenset(("u.s", "u.n", "u.k", "st"))
_HALVES = frozenset(("chief", "veteran", "assistant"))
"""Parts of a role: what stands behind them says what somebody is."""
_NO_LABEL = _ABBREVIATED | _HALVES | {"general", "attorney"}
"""What says nothing alone, or half of it."""
_BREAKS = frozenset("the a an and of to by with from for in on at as".split())
_EMPTY = frozenset("mr mrs ms dr sir lord lady dame former".split())  # that say nothing alone
