"""Two who speak together: "Orlov and Aalto wrote" comes in, both names go out as one subject.

Only where the two names open their clause or close it, so that "he met Orlov and Aalto said"
stays Aalto's; an authority whose name holds an "and" is one speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.first_names import is_given
from corpus.quotations.names import full_name
from corpus.quotations.phrases import named_subject
from corpus.quotations.words import HEADS, NOT_NAMES, ORGANISATIONS, PLURAL_CUES, words

AND = " and "
_NAME = full_name(1, 8)
_BOTH = rf"(?P<first>(?:{_NAME},\s){{0,3}}{_NAME}),?\sand\s(?P<second>{_NAME})"
_WHOLE = re.compile(rf"{_BOTH}(?:,\s(?:in|on|at)\s[^,]*)?")
_CLOSING = re.compile(rf"(?:^|[,;:—–]\s|\b(?:that|as|while|when|But|And)\s)(?:[Bb]oth\s)?{_BOTH}$")
_CLOSING_ASIDE = re.compile(
    rf"(?:^|[,;:—–]\s|\b(?:that|as|while|when|But|And)\s|\b(?:Sens|Reps|Govs|Drs)\.\s){_BOTH},\s(?:both|two|the\stwo|all)\b[^,;:]*,$"
)
_ALL = re.compile(r",\s(?:both|two|the\stwo|all)\s")
_OPENING = re.compile(rf"(?:But\s|And\s|Sens\.\s)?{_BOTH}(?:,[^.;]*,)?(?=\s[a-z])")
_ALL_SAY = re.compile(
    rf"[\s,—–-]*{_BOTH}(?:,[^,.;:“”]*,)?\s(?:all\s|both\s|also\s)?(?P<cue>{'|'.join(PLURAL_CUES)})\b"
)
_BEHIND = re.compile(
    rf"\s*{_BOTH}(?=[.,;:!?]|$|\s(?:in|on|at|of|from|who|during|after|when|as|to|for)\b)"
)
_PARTS_OF_ONE = ORGANISATIONS | words(
    "Prevention Services Commerce Industry Trade Welfare Security Affairs Sons Company Spencer "
    "Enforcement Means Families Sciences Medicine Technology Research Budget Policy Labor Labour "
    "Tobacco Firearms Explosives Poor Budgets Relations Oversight Reform Justice Development"
)
_OFFICES = words(
    "Founder Cofounder Co-founder Co-Founder Editor Owner Partner Head Member Publisher"
)
_BEGINS = words("Health Housing Energy Education Science Agriculture Transportation Oversight Ways")
_TITLES = words("Mr Mrs Ms Dr Senator Representative Congressman Congresswoman Judge Justice Mayor")
_PAIRS = re.compile(
    r"(?:the |these )?(?:two|both|pair|couple|duo)\b|they|"
    r"(?:the )?(?:senators|congressmen|lawmakers|judges|justices|authors|researchers|commissioners|"
    r"professors|writers|women|men|ministers|governors|lawyers|attorneys|brothers|sisters)"
)


def both(phrase: str) -> str | None:
    """The two names that a whole phrase consists of: "Sens. Orlov and Aalto"."""
    return _told(_WHOLE.fullmatch(phrase.strip())) if AND in phrase else None


def all_say(text: str) -> tuple[str, str] | None:
    """The names that say what stands before them, and their verb: "Orlov and Aalto write"."""
    found = _ALL_SAY.match(text)
    names = _told(found)
    return (names, found["cue"]) if found is not None and names is not None else None


def both_opening(sentence: str) -> str | None:
    """The names that a sentence opens with, where it goes on with a verb."""
    return _told(_OPENING.match(sentence)) if AND in sentence[:120] else None


def both_before(head: str) -> str | None:
    """The two names that the words before a cue end with, where they open their clause."""
    if head.endswith(","):
        return _told(_CLOSING_ASIDE.search(head)) if AND in head and _ALL.search(head) else None
    return _told(_CLOSING.search(head)) if AND in head[-60:] else None


def both_behind(text: str) -> str | None:
    """The two names that follow a cue, where nothing is said of the second alone."""
    return _told(_BEHIND.match(text)) if AND in text[:100] else None


def parts(subject: str) -> list[str]:
    """The names that a subject of several consists of."""
    first, _, second = subject.rpartition(AND)
    return [*first.split(", "), second]


def joined(names: Sequence[str]) -> str:
    """Several names as one subject: "Orlov, Aalto and Brandt"."""
    return AND.join(filter(None, (", ".join(names[:-1]), names[-1])))


def is_joint(subject: str) -> bool:
    """Whether a subject is two names."""
    return AND in subject and subject[:1].isupper()


def may_mean_both(subject: str) -> bool:
    """Whether a subject may mean two who spoke together: "they", "the two senators"."""
    return _PAIRS.match(subject) is not None


def _told(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    first, second = found["first"].split(), found["second"].split()
    if first[0] in NOT_NAMES or second[0] in NOT_NAMES or first[-1][-1] == ".":
        return None  # "Sen. and Dr. Orlov"
    person = second[: second.index("of")] if "of" in second else second
    if "," not in found["first"] and _opens_office(first, person):
        name = named_subject(person)
        if name is not None and name != " ".join(person):
            return name  # "House Ways and Means Chairman Lena Orlova of Norland"
    if second[-1] in _PARTS_OF_ONE or not {"of", "for", "&"}.isdisjoint((*first, *second)):
        return None
    written = [*" ".join(first).split(", "), " ".join(second)]
    if any(name.split()[0] in HEADS and " " not in name for name in written[1:]):
        return None  # "Lena Orlova, President and CEO"
    names = [named_subject(name.split()) or "" for name in written]
    return joined(names) if all(names) else None


def _opens_office(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the first of two names only begins the office of the second: "Quill President and
    CEO Lena Orlova", "House Ways and Means Chairman Lena Orlova"."""
    *ahead, last = first
    if any(map(is_given, ahead)) or len(second) < 2:
        return False
    if last in HEADS or last in _OFFICES:
        titled = bool(ahead) and (ahead[-1][-1] == "." or ahead[-1] in _TITLES)
        return not titled  # "Rep. King and Senator Aalto"
    if last in _BEGINS:
        return True
    return len(first) > 1 and first[0] in ("House", "Senate") and ahead[-1] not in HEADS
