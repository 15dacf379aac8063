"""Whether a surname alone is borne by somebody else than the one whom the text names in full.

In "first lady Lena Quill" and "President Quill said" two people bear the name, though only one is
named in full. A surname, its bearer in full and a text come in; what the titles tell goes out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.first_names import MEN, WOMEN
from corpus.trie import trie

_HE = "Mr Sir Congressman Councilman King Prince".split()
_SHE = "Mrs Ms Miss Lady Dame Madam Congresswoman Councilwoman Queen Princess".split()
_OFFICES = """President President-elect President-Elect Chancellor Premier Senator Sen Governor Gov
    Mayor Secretary""".split()
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ll]ate|[Ee]x)[ -](?:U\.S\. |US )?$")
_KINDRED = (
    r"(?:[Ff]irst [Ll]ady|wife|husband|widow|spouse|daughter|son|sister|brother|mother|father"
    r"|niece|nephew|cousin)"
)


def is_anothers(surname: str, bearer: str, text: str) -> bool:
    """Whether a text, all in all, gives a surname alone to somebody else than its one bearer in
    full: by titles of the other sex, or of an office where the bearer is only somebody's kin, more
    often than the bearer is named."""
    if f" {surname}" not in text:
        return False
    his, others = _titled(surname, bearer, text)
    return others > 0 and others >= his + len(re.findall(rf"\b{re.escape(bearer)}\b", text))


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
    sex, kin = _sex(bearer), False
    his = hers = offices = 0
    for number, found in enumerate(_behind_titles(surname).finditer(here)):
        kin = _is_kin(bearer, text or here) if number == 0 else kin
        if found["he"] or found["she"]:
            fits = sex == ("he" if found["he"] else "she")
            his, hers = his + fits, hers + (sex is not None and not fits)
        elif kin:
            past = not text and _FORMER.search(here, max(0, found.start() - 16), found.start())
            offices += not past
    if not (kin or his):
        hers = 0  # "Mr Graham" of Lindsey Graham
    return his, hers + offices


@lru_cache(256)
def _behind_titles(surname: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?<!and )(?<!& )(?:(?P<he>{trie(_HE)})|(?P<she>{trie(_SHE)})"
        rf"|(?P<office>{trie(_OFFICES)}))\.?[ \u00a0]{re.escape(surname)}(?![\w-])"
    )


def _sex(bearer: str) -> str | None:
    first = bearer.split()[0].lower()
    return None if (first in WOMEN) == (first in MEN) else "she" if first in WOMEN else "he"


def _is_kin(bearer: str, text: str) -> bool:
    """Whether somebody is introduced as another's wife, son or the like, and holds no office."""
    name = re.escape(bearer)
    if re.search(rf"\b{trie(_OFFICES)}\.? {name}", text):
        return False
    return (
        re.search(rf"\b{_KINDRED}(?: and (?:[a-z-]+ ){{1,4}}?[a-z-]+)?,? {name}\b", text)
        is not None
        or re.search(
            rf"\b{name}, (?:the |his |her |their |[A-Z]\w+['’]s )(?:[\w-]+ )?{_KINDRED}\b", text
        )
        is not None
    )
