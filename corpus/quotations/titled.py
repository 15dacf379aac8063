"""Whether a surname alone is borne by somebody else than the one whom the text names in full.

In "first lady Lena Quill" and "President Quill said" two people bear the name, though only one is
named in full. A surname, its bearer in full and a text come in; what the titles tell goes out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.addressing import HERS, HIS, KIN
from corpus.first_names import MEN, WOMEN
from corpus.trie import trie

_HE = (*HIS, "King", "Prince")
_SHE = (*HERS, "Madam", "Queen", "Princess")
_OFFICES = """President President-elect President-Elect Chancellor Premier Senator Sen Governor Gov
    Mayor Secretary""".split()
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ll]ate|[Ee]x)[ -](?:U\.S\. |US )?$")
_KINDRED = rf"(?:[Ff]irst [Ll]ady|spouse|{'|'.join(KIN)})"
_OF_WHOM = {
    **dict.fromkeys(_HE, "he"),
    **dict.fromkeys(_SHE, "she"),
    **dict.fromkeys(_OFFICES, "office"),
}
# One trie and nothing ahead of it: the search stops at the capitals that titles begin with only.
_TITLE = re.compile(rf"({trie(_OF_WHOM)})\.?[ \u00a0](?=[^\W\d_])")
_JOINED = ("and ", "& ")
_WORD = re.compile(r"[\w-]")
_IN_OFFICE = re.compile(rf"\b{trie(_OFFICES)}\.? $")
_KIN_BEFORE = re.compile(rf"\b{_KINDRED}(?: and (?:[a-z-]+ ){{1,4}}?[a-z-]+)?,? $")
_KIN_BEHIND = re.compile(rf", (?:the |his |her |their |[A-Z]\w+['’]s )(?:[\w-]+ )?{_KINDRED}\b")
_BEFORE = 90  # characters in which a relative is introduced


def is_anothers(surname: str, bearer: str, text: str) -> bool:
    """Whether a text, all in all, gives a surname alone to somebody else than its one bearer in
    full: by titles of the other sex, or of an office where the bearer is only somebody's kin, more
    often than the bearer is named."""
    if f" {surname}" not in text:
        return False
    his, others = _titled(surname, bearer, text)
    return others > 0 and others >= his + len(_places(bearer, text))


def told_here(surname: str, bearer: str, here: str, text: str) -> bool | None:
    """Whether a paragraph gives a surname by its titles to the bearer in full, or to somebody else
    (False); None where it says neither or both. `text` is all that the article says."""
    his, others = _titled(surname, bearer, here, text)
    named = bearer in here
    if others and not (his or named):
        return False
    return True if (his or named) and not others else None


def _titled(surname: str, bearer: str, here: str, text: str = "") -> tuple[int, int]:
    """How often a surname stands behind titles that its bearer may have, and cannot have."""
    sex, kin, known = _sex(bearer), False, False
    his = hers = offices = 0
    for which, start, end in _titles(here):
        if not _stands(surname, here, end):
            continue
        if not known:
            kin, known = _is_kin(bearer, text or here), True
        if which != "office":
            fits = sex == which
            his, hers = his + fits, hers + (sex is not None and not fits)
        elif kin:
            past = not text and _FORMER.search(here, max(0, start - 16), start)
            offices += not past
    if not (kin or his):
        hers = 0  # "Mr Graham" of Lindsey Graham
    return his, hers + offices


@lru_cache(8)
def _titles(text: str) -> tuple[tuple[str, int, int], ...]:
    """The titles of a text that stand before a name: of whom, where they begin, where the name."""
    return tuple(
        [
            (_OF_WHOM[one[1]], *one.span())
            for one in _TITLE.finditer(text)
            if _begins_word(text, one.start()) and not text.endswith(_JOINED, 0, one.start())
        ]
    )


def _begins_word(text: str, at: int) -> bool:
    ahead = text[at - 1 : at]
    return not (ahead.isalnum() or ahead in ("_", "-"))


def _stands(word: str, text: str, at: int) -> bool:
    return text.startswith(word, at) and _WORD.match(text, at + len(word)) is None


@lru_cache(8)
def _places(name: str, text: str) -> tuple[int, ...]:
    """Where a name stands as words of their own."""
    found, at = [], text.find(name)
    while at >= 0:
        ahead = text[at - 1 : at]
        if (
            not (ahead.isalnum() or ahead == "_")
            and not text[at + len(name) : at + len(name) + 1].isalnum()
        ):
            found.append(at)
        at = text.find(name, at + 1)
    return tuple(found)


def _sex(bearer: str) -> str | None:
    first = bearer.split()[0].lower()
    return None if (first in WOMEN) == (first in MEN) else "she" if first in WOMEN else "he"


def _is_kin(bearer: str, text: str) -> bool:
    """Whether somebody is introduced as another's wife, son or the like, and holds no office."""
    places = _places(bearer, text)
    if any(_IN_OFFICE.search(text, max(0, at - 24), at) for at in places):
        return False
    return any(
        _KIN_BEFORE.search(text, max(0, at - _BEFORE), at) is not None
        or _KIN_BEHIND.match(text, at + len(bearer)) is not None
        for at in places
    )
