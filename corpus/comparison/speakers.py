"""Who says a quotation that both sides carry: one speaker, or another on either side.

In go the `QuotationPair`s of two `Side`s and whom their sentences name for what they say; out come
the same with `speakers` told. Only two who are named by their names are two: "the minister" may be
whoever the other side names; and only who was surely read is another than somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.comparison.attribution import Attribution, named_apart, same_source
from corpus.comparison.result import QuotationPair, SpeakersTold
from corpus.comparison.sides import Side
from corpus.quotations.words import ROLES

_FULL = 2  # words of a person's whole name: of 6 quotations in 155 pairs of reports whose speakers
# were read as two, all were one; none of them had two whole names of persons
_OF_A_NATION = re.compile(r"(?:[ie]an|ican|ese|ish)$")
_ENOUGH = 6  # words of a quotation that both have whole: of four cut or shorter ones in 700 pairs
# of reports three had a speaker that was misread
_NAME = 3  # letters from which a word that two names share makes them one


Said = dict[int, Attribution]


def with_speakers(
    left: Side, right: Side, pairs: Iterable[QuotationPair], said: tuple[Said, Said]
) -> tuple[QuotationPair, ...]:
    """Each pair with whether another speaker says the words over there; "perhaps" where either is
    not given with a whole name (a company, a capital), nothing where either was not read surely.

    `said`: whom the sentences of either side name for what they say.
    """
    read = (_of_sentences(pair, said) for pair in pairs)
    return tuple(_with_speakers(left, right, _one_person(left, right, pair)) for pair in read)


def _of_sentences(pair: QuotationPair, said: tuple[Said, Said]) -> QuotationPair:
    """The pair with the speaker whom the sentences of the quotation name for what they say, where
    who speaks was not read, or not surely."""
    ours = None if pair.left_speaker and pair.left_sure else _source(pair.left, said[0])
    theirs = None if pair.right_speaker and pair.right_sure else _source(pair.right, said[1])
    if ours is not None:
        pair = replace(pair, left_speaker=ours[0], left_cue=ours[1] or None, left_sure=ours[2])
    if theirs is not None:
        pair = replace(
            pair, right_speaker=theirs[0], right_cue=theirs[1] or None, right_sure=theirs[2]
        )
    if ours is None and theirs is None:
        return pair
    return replace(
        pair,
        speaker=pair.left_speaker or pair.right_speaker,
        same_speaker=same_source(pair.left_speaker, pair.right_speaker),
    )


def sure_source(sentences: Iterable[int], said: Said) -> tuple[str, str] | None:
    """Who surely says what all of these sentences report, and the verb, where that is one."""
    found = _source(sentences, said)
    return found[:2] if found is not None and found[2] else None


def _source(sentences: Iterable[int], said: Said) -> tuple[str, str, bool] | None:
    """Who says what all of these sentences report, the verb, and whether that is sure; None where
    they name nobody, or several."""
    found = [said.get(number) for number in sentences]
    named = {(one.source.name, one.cue) for one in found if one and one.source}
    if len(named) != 1:
        return None
    return (*named.pop(), all(one is None or one.sure for one in found))


def _with_speakers(left: Side, right: Side, pair: QuotationPair) -> QuotationPair:
    told = _told(left, right, pair)
    unsure = not pair.same_speaker and not (pair.left_sure and pair.right_sure)
    sure = (pair.left_speaker, pair.left_sure), (pair.right_speaker, pair.right_sure)
    named = [name for name, _ in sorted(sure, key=lambda one: not one[1]) if name]
    return replace(
        pair,
        speakers=None if unsure else told,
        same_speaker=None if unsure else pair.same_speaker,
        speaker=named[0] if named else None,
    )


def _one_person(left: Side, right: Side, pair: QuotationPair) -> QuotationPair:
    """The pair with one speaker, where one side gives the office and the name beside it ("a
    spokesman for Varga, Jan Holm"), or one the initials of the other's name."""
    one, other = pair.left_speaker, pair.right_speaker
    if one is None or other is None or pair.same_speaker:
        return pair
    if _initials(one) == other or _initials(other) == one:
        return replace(pair, same_speaker=True)
    for side, sentences, office, name in (
        (left, pair.left, one, other),
        (right, pair.right, other, one),
    ):
        if not _is_whole_name(name) or ROLES.isdisjoint(office.lower().split()):
            continue
        apposed = re.compile(
            rf"{re.escape(office)},\s(?:\w+\s){{0,3}}{re.escape(name)}\b"
            rf"|{re.escape(name)},\s(?:\w+\s){{0,3}}{re.escape(office)}\b"
        )
        if any(apposed.search(side.sentences[n].text) for n in sentences):
            return replace(
                pair, left_speaker=name, right_speaker=name, speaker=name, same_speaker=True
            )
    return pair


def _initials(name: str) -> str:
    """The first letters of a body's name of several words: "RAIB"."""
    words = [word for word in name.split() if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _told(left: Side, right: Side, pair: QuotationPair) -> SpeakersTold | None:
    one, other = pair.left_speaker, pair.right_speaker
    if one is None or other is None:
        return None
    if pair.same_speaker:
        return "same"
    if not named_apart(one, other) or _words(one) & _words(other):
        return None
    sure = (
        _is_whole_name(one)
        and _is_whole_name(other)
        and pair.relation in ("identical", "minor")
        and len(pair.left_text.split()) >= _ENOUGH
        and not _names(left, pair.left, other)
        and not _names(right, pair.right, one)
    )
    return "other" if sure else "perhaps"


def _is_whole_name(name: str) -> bool:
    """Whether somebody is given with forename and surname, not by office or nation: "South
    African", "spokesman for Varga"."""
    words = name.split()
    return (
        len(words) >= _FULL
        and words[0][0].isupper()
        and ROLES.isdisjoint(word.lower() for word in words)
        and _OF_A_NATION.search(name) is None
    )


def _names(side: Side, sentences: Iterable[int], name: str) -> bool:
    """Whether the words around a quotation name somebody: who reports what another said may be
    taken for the one who said it ("according to Varga, Orlov told her")."""
    return any(not _words(name).isdisjoint(side.words[n]) for n in sentences)


def _words(name: str) -> set[str]:
    return {word for word in name.lower().replace("’", "'").split() if len(word) >= _NAME}
