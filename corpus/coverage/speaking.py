"""Whether a single word that speaks is a name at all, and whose surname it is in its article.

Where names were not recognised yet, a speaker is what the reading found before a verb of saying:
mostly a name, sometimes the first word of a sentence ("Specifically"), a button ("Click") or the
mark of a party and a state ("R-Ohio"). What a word is shows in the article itself: a name has its
capital inside sentences too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.article import Article
from corpus.comparison.labels import BEFORE
from corpus.first_names import MEN, WOMEN, is_given
from corpus.quotations.words import HEADS, NOT_NAMES
from corpus.text import fold
from corpus.words import SAYING, STOP

_PARTY = re.compile(r"[RDI]-[A-Z]")
_NAME = r"(?:(?:[A-Z]\.)+|[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_ENDINGS = ("ly", "ing", "ed")  # of what a sentence begins with
_BUTTONS = frozenset(
    "click compare listen watch read see note share tell photo image signature late wow".split()
)
_MOST = 3  # words before a surname that may be the rest of the name
_LONGEST = 80  # characters of them
_BEFORE = re.compile(rf"((?:{_NAME} ){{1,{_MOST}}})\Z")


def text_of(article: Article) -> str:
    """The running text of an article, in which names are looked for."""
    return "\n".join(p.text for p in article.paragraphs if p.role == "body")


def is_name(word: str, text: str) -> bool:
    """Whether a single word that speaks in this text may be a person's or a body's name, or a noun
    for one.

    >>> is_name("Specifically", "Specifically, “it was late,” he said.")
    False
    >>> is_name("Varga", "It was late. Then Ines Varga came. Varga said so.")
    True
    """
    plain = fold(word).rstrip(".,;:?!")
    if plain in STOP or _PARTY.match(word):
        return False
    if not word[0].isupper() or word.isupper() or plain in WOMEN or plain in MEN:
        return True
    if re.search(rf"(?:[^\W_]|[,;)])[ \u00a0]{re.escape(word)}(?![^\W_])", text):
        return plain not in SAYING
    if word in NOT_NAMES or plain in SAYING or plain in _BUTTONS or plain.endswith(_ENDINGS):
        return False
    return not re.search(rf"(?<![^\W_]){re.escape(word.lower())}(?![^\W_])", text)


def is_thing(name: str) -> bool:
    """Whether what is quoted is no person or body but something written, shown or decided.

    >>> is_thing("executive order"), is_thing("company statement"), is_thing("Ann Page")
    (True, True, False)
    """
    last = fold(name).split()[-1]
    alone = " " not in name.strip() or name.split()[-1].islower() or not name[:1].isupper()
    return alone and last in _THINGS


def full_names(surname: str, text: str) -> set[str]:
    """The full names with this surname that a text has, folded, as `variant_of` gives them.

    >>> full_names("Varga", "President Ines P. Varga came, and Mr. Varga.")
    {'ines varga'}
    """
    found = set()
    for place in re.finditer(rf" {re.escape(surname)}(?![^\W_])", text):
        start = max(0, place.start() - _LONGEST)
        before = _BEFORE.search(text[start : place.start() + 1])
        if before is None:
            continue
        name = variant_of([*fold(before[1]).split(), fold(surname)])
        if name is not None and is_given(name.split()[0].title()):
            found.add(name)
    return found


def variant_of(words: Sequence[str]) -> str | None:
    """First name and surname of a folded full name; None where no first name is left of it when
    titles, offices and words of the sentence are taken off."""
    left = list(words)
    while len(left) > 1 and _is_no_first_name(left[0]):
        del left[0]
    return f"{left[0]} {left[-1]}" if len(left) > 1 else None


def _is_no_first_name(word: str) -> bool:
    bare = word.rstrip(".")
    return bare in STOP or bare in SAYING or bare in BEFORE or bare in _NO_FIRST_NAMES


_THINGS = frozenset(
    """report reports statement statements document documents memo memos memorandum letter letters
    email emails e-mail e-mails message messages tweet tweets post posts note notes article articles
    editorial editorials op-ed column essay book novel chapter headline headlines caption text texts
    transcript testimony study studies survey surveys poll polls data figures statistics records
    lawsuit lawsuits suit complaint filing filings indictment affidavit warrant motion petition
    brief subpoena ruling verdict opinion dissent concurrence decision judgment judgement order
    orders memoir manifesto constitution amendment law laws legislation bill bills act statute rule
    rules regulation regulations policy resolution resolutions agreement treaty accord deal contract
    declaration proclamation provision plan proposal draft budget application questionnaire guide
    guidelines list video footage clip recording tape audio photo photos photograph image picture
    film documentary episode ad ads advert advertisement commercial billboard sign signs banner
    placard poster song lyrics poem anthem slogan disclaimer announcement release instructions
    account analysis estimates assessment review paragraph sentence passage clause translation
    speech reasoning debate requirements arrangement principles preparations motives
    hesitation""".split()
)
"""What words are read from; of 4,192 speakers in 900 articles 95."""

_NO_FIRST_NAMES = frozenset(head.casefold().rstrip(".") for head in HEADS) | frozenset(
    "president-elect team unless neither gop house senate white us u.s".split()
)
