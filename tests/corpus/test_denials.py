"""Words that are given only to say that they are denied are told so, and count for nobody."""

from __future__ import annotations

import pytest
from reports import report

from corpus.appearing import appearance
from corpus.article import Entity, Mention, Names
from corpus.comparison.sides import side
from corpus.comparison.utterances import utterances
from corpus.coverage.gathering import Gathered
from corpus.coverage.voices import voices
from corpus.coverage.words import vocabulary
from corpus.denials import is_denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Karl Orlov denied that he had “taken the purse of the port”.", True),
        ("Karl Orlov denied he had “taken the purse of the port”.", True),
        ("Karl Orlov denied having “taken the purse of the port”.", True),
        ("Karl Orlov denies the claim that he “took the purse of the port”.", True),
        ("Karl Orlov denied Mr. Aalto’s charges that he “took the purse of the port”.", True),
        ("Karl Orlov denied calling Juha Aalto “a thief and a liar at sea”.", True),
        ("Karl Orlov rejected the notion that he “took the purse of the port”.", True),
        ("Karl Orlov denied that the boat was late on the day of the storm.", True),
        ("Karl Orlov denies “any allegations of theft at the port”.", True),
        ("Karl Orlov has denied “all claims of theft at the port”, a lawyer said.", True),
        ("Karl Orlov never said the quay was “a waste of good stone”.", True),
        ("Karl Orlov did not call the quay “a waste of good stone”.", True),
        ("The Quill incorrectly stated that the quay was shut for good.", True),
        ("Karl Orlov denied “a wild tale of drunken men”.", False),
        ("Karl Orlov did not say no and called it “a waste of good stone”.", False),
        ("Karl Orlov denied it: “I was at sea with all of my men.”", False),
        ("Karl Orlov denied the report as “a wild tale of drunken men”.", False),
        ("Karl Orlov denied the report, saying it was “a wild tale of drunken men”.", False),
        ("Karl Orlov denied the report and called it “a wild tale of drunken men”.", False),
        ("“I was at sea with all of my men,” Karl Orlov denied.", False),
        ("Karl Orlov said that “nobody took the purse of the port”.", False),
    ],
)
def test_words_that_a_denial_governs_are_denied_and_those_it_is_made_in_are_not(
    text: str, denied: bool
) -> None:
    article = report(text)
    (quotation,) = article.quotations
    assert is_denied(article, quotation) is denied


DENIED = report(
    "Karl Orlov denied that he had “taken the purse of the port”.\n“We keep no purse,” Karl Orlov "
    "said."
)
ORLOV = Entity(
    "person:karl orlov", "Karl Orlov", "person", (Mention("body", 0, 0, 10, "Karl Orlov"),), ()
)
NAMES = Names("test", (ORLOV,), ((0, ORLOV.key), (1, ORLOV.key)))


def test_what_somebody_denies_is_none_of_his_words_on_his_page() -> None:
    said = appearance(DENIED, NAMES, ORLOV.key).said
    assert [one.text for one in said] == ["We keep no purse,"]


def test_an_outlet_quotes_nobody_with_words_that_are_denied() -> None:
    heard = Gathered(vocabulary())
    heard.add(DENIED, NAMES)
    (voice,) = voices(heard, {})
    assert (voice.words, heard.measure().quoted_words) == (4, 10)
    assert heard.cues["denied"].total() == 1


def test_a_comparison_names_no_speaker_of_words_that_are_denied() -> None:
    assert [one.speaker for one in utterances(side(DENIED))] == [None, "Karl Orlov"]
