"""A quotation that is spelt or written in another way is the same quotation."""

from __future__ import annotations

import pytest

from corpus.comparison.spellings import is_struck, number_at, plainly
from corpus.comparison.utterances import Utterance, canonical
from corpus.comparison.versions import relation


def said(text: str) -> Utterance:
    words, sentence, starts = canonical(text)
    return Utterance(
        (0,), text, words, sentence, (0,) * len(words), "Orlov", False,
        texts=(text,), starts=starts, cuts=((0, len(text)),),
    )  # fmt: skip


def relation_of(one: str, other: str) -> str | None:
    found = relation(said(one), said(other))
    return None if found is None else found[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lower 1 percent of the quay is lost", "The lower one per cent of the quay is lost"),
        ("Tolls rose 10% and then fell", "Tolls rose ten percent and then fell"),
        ("It cost us $5m and two years", "It cost us five million dollars and two years"),
        ("Give me forty-five minutes on that quay", "Give me 45 minutes on that quay"),
        ("We saw 1,500 boats in a hundred years", "We saw fifteen hundred boats in 100 years"),
        ("This is No. 1 on the 2nd list", "This is number one on the second list"),
        ("Nobody gives a sh— about what he says", "Nobody gives a shit about what he says"),
        ("It is a f---ing mess in the harbour", "It is a f***ing mess in the harbor"),
        ("Nobody cares about this c**p any more", "Nobody cares about this crap any more"),
        ("My mum saw the grey ferry turn", "My mom saw the gray ferry turn"),
        ("'Cause we have got to help ’em now", "Because we have got to help them now"),
        ("We are kinda goin’ down with the ship", "We are kind of going down with the ship"),
        ("The paediatric ward & the quay are shut", "The pediatric ward and the quay are shut"),
    ],
)  # fmt: skip
def test_what_is_only_written_otherwise_is_the_same_quotation(one: str, other: str) -> None:
    assert relation_of(one, other) == "minor"
    assert relation_of(other, one) == "minor"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It cost the port $5 million and two years", "It cost the port £5 million and two years"),
        ("This is sh—, and everybody knows it", "This is silly, and everybody knows it"),
        ("Give us 45 minutes on that quay", "Give us 40 minutes on that quay"),
    ],
)
def test_another_number_coin_or_word_is_no_spelling(one: str, other: str) -> None:
    assert relation_of(one, other) not in ("identical", "minor")


def test_a_struck_word_may_be_whatever_begins_and_ends_so() -> None:
    assert is_struck("s--t", "shit")
    assert not is_struck("s--t", "sunk")
    assert not is_struck("shit", "shot")


def test_a_dash_behind_a_word_strikes_nothing_out() -> None:
    assert canonical("so—we went, but--no")[0] == ("so", "we", "went", "but", "no")


def test_numbers_told_in_several_words_are_one() -> None:
    assert number_at(["40", "5", "boats"], 0) == ("45", 2)
    assert number_at(["a", "boat"], 0) is None
    assert canonical("He paid $5.5 million, then £20.")[0][2:] == (
        "5.5", "million", "dollars", "then", "20", "pounds",
    )  # fmt: skip


def test_one_spelling_for_both_sides_of_the_atlantic() -> None:
    assert plainly("judgement") == plainly("judgment")
    assert plainly("haemorrhage") == plainly("hemorrhage")
    assert plainly("Michael") == "michael"
