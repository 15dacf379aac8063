"""Whether two stretches of words are two ways to say one thing, worth an editor's eye.

In go the stretches that stand in one place of two sentences, out comes a yes or no. No: numbers
with their units and days, the same words with other endings, short forms and spellings, pieces
that begin in one phrase and end in the next, names against names. Of longer stretches only
those whose words the table of similarities holds to be near are kept: on 160 pairs of stories
three in four of the others were two statements, not two wordings.
"""

from __future__ import annotations

import re

from corpus.comparison.similarity import NUMBERS, matrix, vectors
from corpus.quotations.words import REPORTING, SPEECH
from corpus.words import SAYING, STOP, Token

_NEAR_WORDS = 2  # words with a meaning of their own on a side, where two of them are near
_NEAR_OTHERS = 2  # words by which two such stretches may differ in length
_FAR_WORDS = 1  # and where none are
_DISTANT = 0.15  # similarity below which one word in the place of another is another statement: of
# 26 such pairs 9 of the 11 above were two wordings, 3 of the 15 below
_FAR_LENGTH = 3  # words in all where none are: "has to go"
_STEM = 0.65  # share of the longer word that two forms of one word have in common at least

_COUNTING = (STOP | NUMBERS).union(
    """
    quarter score scores trillion twice several many couple
    k m mn bn tn percent per cent pct percentage point points
    dollar dollars euro euros pound pounds yen yuan rouble roubles ruble rubles usd eur gbp
    seconds minute minutes hour hours day days week weeks month months year years
    last next ago early late today yesterday tomorrow morning afternoon evening night overnight
    old aged am pm metre metres meter meters km kilometre kilometres kilometer kilometers
    mile miles foot feet inch inches yard yards acre acres hectare hectares kg kilo kilos
    kilogram kilograms gram grams tonne tonnes ton tons litre litres liter liters degrees
    """.split()
)
_OPEN = frozenset(
    """
    a an and any as because but during each every if into its her his my nor of or our than
    that the their these this those to until when where which while who whom whose your
    am is are was were be been has have had having will would can could shall should may might
    at by from with also
    """.split()
)  # words that no phrase ends with: it goes on behind them
_LEADS_IN = frozenset(
    """am is are was were be been has have had do does did will would can could shall should may
    might must""".split()
)  # words that a verb follows: only a verb stands in its place
_JOINED_ON = frozenset("and or but nor for from at on in by with of as after before".split())
_POSSESSIVE = re.compile(r"['’]s?$")
_SAID = SAYING | REPORTING | frozenset(SPEECH)
_REFLEXIVE = frozenset(
    "myself yourself himself herself itself ourselves yourselves themselves".split()
)
_IRREGULAR = {
    form: forms[0]
    for forms in (
        line.split()
        for line in """
        come came|go went gone goes going|send sent|say said|tell told|make made|take took taken
        give gave given|get got gotten|find found|leave left|hold held|keep kept|bring brought
        see saw seen|know knew known|think thought|begin began begun|become became|meet met
        lose lost|win won|pay paid|run ran|speak spoke spoken|write wrote written|rise rose risen
        fall fell fallen|grow grew grown|build built|stand stood|lead led|strike struck|seek sought
        sell sold|buy bought|fight fought|shoot shot|break broke broken|choose chose chosen
        draw drew drawn|drive drove driven|fly flew flown|life lives
        man men|woman women|child children
        """.replace("\n", "|").split("|")
    )
    if forms
    for form in forms
}
_BREAK = re.compile(r"[^\w\s'’.&/-]|--|\s-\s|[.]\s")  # what parts phrases; "U.S." is one word


def two_wordings(
    one: str, other: str, ours: tuple[Token, ...], theirs: tuple[Token, ...], *, headline: bool
) -> bool:
    """Whether two stretches, as written and as words, say one thing in two ways.

    In a `headline` a capital does not tell a name.
    """
    if any(_BREAK.search(text) for text in (one, other)):
        return False
    if any(t.word[0].isdigit() for t in (*ours, *theirs)):
        return False
    if bool(_POSSESSIVE.search(one)) != bool(_POSSESSIVE.search(other)):
        return False
    sides = ours, theirs
    if any(words[-1].word in _OPEN for words in sides):
        return False
    if any(all(t.word in _COUNTING for t in words) and not _says(words) for words in sides):
        return False
    capitals = [_capitals(text, words) for text, words in zip((one, other), sides, strict=True)]
    if None in capitals or (all(capitals) and not headline):
        return False
    if any(capitals) and not all(capitals) and not _is_named(one, other, capitals):
        return False
    if any(words[0].word in _JOINED_ON for words in sides):
        return False
    if _one_word(one, other, ours, theirs):
        return False
    if any(capitals) and not all(capitals):
        return max(len(ours), len(theirs)) <= _FAR_LENGTH
    return _alike(_meaning(ours), _meaning(theirs), ours, theirs)


def _says(words: tuple[Token, ...]) -> bool:
    return any(t.word in _SAID for t in words)


def _is_named(one: str, other: str, capitals: list[bool | None]) -> bool:
    """Whether a name on one side stands for somebody called by a noun on the other."""
    noun = (other if capitals[0] else one).lower()
    return noun.startswith("the ") and not re.search(r"['’]", noun)


def _meaning(words: tuple[Token, ...]) -> list[str]:
    """The words with a meaning of their own."""
    return [t.word for t in words if t.word not in STOP or t.word in SAYING]


def _alike(
    one: list[str], other: list[str], ours: tuple[Token, ...], theirs: tuple[Token, ...]
) -> bool:
    most = max(len(one), len(other))
    if most <= _NEAR_WORDS and bool(matrix(one, other).any()):
        return abs(len(ours) - len(theirs)) <= _NEAR_OTHERS
    if _says(ours) != _says(theirs):
        return False
    if most > _FAR_WORDS or max(len(ours), len(theirs)) > _FAR_LENGTH:
        return False
    led_in = [words[0].word in _LEADS_IN for words in (ours, theirs)]
    if any(led_in):
        return all(led_in)
    if _says(ours) or not (one and other):
        return True
    return float((vectors(one) @ vectors(other).T).max()) >= _DISTANT


def _one_word(one: str, other: str, ours: tuple[Token, ...], theirs: tuple[Token, ...]) -> bool:
    """Whether both are the same words with another ending, spelling or small word."""
    if _letters(one) == _letters(other):
        return True  # "shock waves", "shockwaves"
    stems = [
        [_IRREGULAR.get(t.word, t.stem) for t in words if t.word not in STOP]
        for words in (ours, theirs)
    ]
    if set(stems[0]) == set(stems[1]):
        return True
    first, second = (_meaning(words) for words in (ours, theirs))
    if all(word in _REFLEXIVE for word in (*first, *second)):
        return True
    return len(first) == len(second) == 1 and _forms_of_one(first[0], second[0])


def _forms_of_one(one: str, other: str) -> bool:
    """Whether one word is a short form or another form of the other: "Gov", "Governor"."""
    shorter, longer = sorted((one, other), key=len)
    same = next((n for n, c in enumerate(shorter) if c != longer[n]), len(shorter))
    return same == len(shorter) >= 3 or same >= _STEM * len(longer)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _capitals(text: str, words: tuple[Token, ...]) -> bool | None:
    """Whether all words have capitals; None where some have: then the stretch names somebody
    or some day, which is another fact, not another word."""
    found = [text[t.start - words[0].start].isupper() for t in words]
    return None if any(found) and not all(found) else all(found)
