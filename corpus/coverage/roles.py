"""What a speaker is, in an article's own words: "the transport minister", "a passenger".

Looked for where the name stands: behind it between commas, or right before it. Nothing is known
from elsewhere, and nothing is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.coverage.speaking import full_names
from corpus.quotations.words import HEADS, ROLES
from corpus.words import SAYING

LONGEST = 7  # words of a role
_BEHIND = re.compile(
    r",\s+(?:then\s+)?(?:(?:the|a|an|its|their|his|her)\s+)?([^,.;:()\"“”—–]{3,70})(?=[,.;—–])"
)
_NO_WORD = re.compile(r"[^\w’'.\s-]")
_HEADS = frozenset(head.casefold().rstrip(".") for head in HEADS) - {
    "former", "private", "deputy", "sens", "reps", "senators", "congressmen",
}  # fmt: skip
_NO_ROLE = SAYING | frozenset(
    "who which whose whom where when and but or while as after before speaking writing including "
    "said told according with from in on at for not however meanwhile under whereas since until "
    "that that’s that's because if then-candidate like to by about himself herself themselves "
    "he she it they we you i nowhere gotten also even now eventually have has had is was".split()
)


def role_of(name: str, paragraphs: Sequence[str], near: int) -> str | None:
    """What the article says that somebody is; looked for near the quotation, then from the top.

    >>> role_of("Ines Varga", ["Ines Varga, the transport minister, spoke."], 0)
    'transport minister'
    """
    if " " not in name or not _is_surname(name.split()[-1]):
        return None  # a surname alone may be anybody's, and an office is what it says
    surname = name.split()[-1]
    order = dict.fromkeys((near, *range(len(paragraphs))))
    for at in order:
        if at >= len(paragraphs) or surname not in paragraphs[at]:
            continue
        for wanted in dict.fromkeys((name, surname)):
            for found in _roles(wanted, paragraphs[at]):
                if wanted != name and _is_of_one(found) and _is_shared(surname, paragraphs):
                    continue  # "President Varga": his brother
                return found
    return None


def _is_surname(word: str) -> bool:
    """ "Varga", "al-Varga"; not "official"."""
    return any(part[:1].isupper() for part in word.split("-"))


def _is_shared(surname: str, paragraphs: Sequence[str]) -> bool:
    """Whether an article names several of one surname."""
    return len(full_names(surname, "\n".join(paragraphs))) > 1


def _roles(name: str, text: str) -> Iterator[str]:
    for start, end in _places(name, text):
        behind = _BEHIND.match(text, end)
        if behind and (role := _behind(behind[1])):
            yield role
        if (before := _words_before(text[max(0, start - 60) : start])) and (
            role := _before(before)
        ):
            yield role


def _words_before(text: str) -> list[str]:
    """The last words of a text, four at most, that nothing but blanks parts from its end."""
    if not text[-1:].isspace():
        return []
    words: list[str] = []
    for word in reversed(text.split()[-4:]):
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


def _behind(words: str) -> str | None:
    said = words.split()
    plain = [word.casefold() for word in said]
    if not plain or plain[0] in _NO_ROLE or plain[0].endswith("ing") or len(said) > 2 * LONGEST:
        return None
    for at, word in enumerate(plain[:LONGEST]):
        if word in _JOINING or word in _CUT:
            return None  # "of the party", "and Gov": a head behind these is somebody else's
        if _is_head(word):
            head = _last_head(said, plain, at)
            if head is None:
                return None
            end = _end(plain, head)
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


def _is_of_one(role: str) -> bool:
    """Whether a role is that of a state's head: before a surname it tells which of two is meant."""
    return role.casefold().split()[-1] in ("president", "premier", "king", "queen")


def _end(plain: Sequence[str], head: int) -> int:
    """Where a role ends: with "of the port" behind it, not with a clause."""
    end = head + 1
    if plain[end : end + 2] == ["in", "chief"]:
        return end + 2
    if plain[end : end + 1] in (["of"], ["for"], ["at"]):
        while end < min(len(plain), LONGEST) and plain[end] not in _NO_ROLE - {"for", "at"}:
            end += 1
        while plain[end - 1] in ("of", "for", "at", "the", "a", "and"):
            end -= 1
    return end


def _before(words: Sequence[str]) -> str | None:
    """ "Transport minister", right before a name; a bare "Mr" says nothing."""
    taken: list[str] = []
    for word in reversed(words):
        plain = word.casefold().rstrip(".")
        if word[-1:] == "." and plain not in _ABBREVIATED:
            break  # a sentence ended
        if taken and (plain in _BREAKS or not plain[:1].isalpha()):
            break
        if not taken and (word[-1:] in ",;:" or (plain not in ROLES and plain not in _HEADS)):
            return None
        if taken and plain not in _STATES and (word[-1:] in ".,;:!?" or plain in _NO_ROLE):
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
        if len(taken) >= 4:
            break
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
