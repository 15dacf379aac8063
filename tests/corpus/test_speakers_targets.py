"""Who is only spoken of, written to or named beside a source never surely says the words."""

from __future__ import annotations

import pytest

from corpus.article import Quotation, Where
from corpus.quotations import quotations


def read(text: str, within: Where = "body") -> list[Quotation]:
    return [q for q in quotations([(within, 0, text)]) if q.kind != "indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "The Quill was slammed for its “deeply silly tone” on Monday.",
        "Lena Orlova, dismissed as “small and petty”, came to the port.",
        "Lena Orlova faced a storm of tweets branding her “small and petty”.",
        "Lena Orlova came under fire over the port, with some calling her “small and petty”.",
        "Lena Orlova was hurt by rivals with ads mocking Aalto, calling him “small and petty”.",
    ],
)
def test_a_target_is_not_the_sure_speaker(text: str) -> None:
    assert not any(q.sure for q in read(text) if q.speaker == "Lena Orlova" or q.speaker == "Quill")


@pytest.mark.parametrize(
    "title",
    [
        "Lena Orlova slammed for ‘dull and late’ speech",
        "Lena Orlova mocked as ‘small and petty’",
        "Lena Orlova accused of ‘wild and dirty’ trade",
    ],
)
def test_a_target_in_a_headline_is_not_the_sure_speaker(title: str) -> None:
    assert not any(q.sure for q in read(title, "title"))


@pytest.mark.parametrize(
    "text",
    [
        "The port lies in what Lena Orlova described as a “half empty and sleepy town”.",
        "It is a claim that Lena Orlova has dismissed as “old and silly”.",
        "It is a town Lena Orlova once described as “largely asleep”.",
        "Lena Orlova answered Karl Aalto, calling him “small and petty”.",
        "The speech drew praise from Lena Orlova, who called it a “very fine one”.",
    ],
)
def test_who_describes_something_is_the_sure_speaker(text: str) -> None:
    assert [(q.speaker, q.sure) for q in read(text)] == [("Lena Orlova", True)]


@pytest.mark.parametrize(
    "text",
    [
        "One of Orlov’s texts to Aalto read, “We will stop the ferry for good.”",
        "“We will stop the ferry for good,” one of Orlov’s texts to Karl Aalto read.",
    ],
)
def test_a_text_to_somebody_is_its_writers(text: str) -> None:
    assert [(q.speaker, q.sure) for q in read(text)] == [("Orlov", True)]


@pytest.mark.parametrize("near", ["close to", "supportive of", "familiar with"])
def test_a_source_speaks_and_not_the_name_that_describes_it(near: str) -> None:
    found = read(f"The Quill named a port source {near} Orlov who claimed a “clerk left the port.”")
    assert [(q.speaker, q.sure) for q in found] == [("port source", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Orlova met crowds wearing T-shirts that said “We Wait for the Boat”.",
        "Lena Orlova had a sign on her desk saying, “The tide waits here.”",
        "Lena Orlova met a group calling itself “Open Doors for the Port”.",
        "Lena Orlova says little of it in her book, “Tides,” and left.",
        "Lena Orlova tweeted during “Good Morning Aldmere” on Monday.",
    ],
)
def test_words_on_a_shirt_and_names_of_works_and_groups_are_not_surely_said(text: str) -> None:
    assert not any(q.sure for q in read(text))


@pytest.mark.parametrize(
    "words", ["Not only in Norland, but in the south.", "The port deserves better."]
)
def test_a_sentence_that_stands_alone_is_no_fragment(words: str) -> None:
    found = read(f"“We wait for the boat,” Lena Orlova said. “{words}”")
    assert [(q.kind, q.speaker) for q in found] == [("direct", "Lena Orlova")] * 2
