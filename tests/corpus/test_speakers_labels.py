"""Words in marks that only name something, and whose clause a verb of saying stands in."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations


def read(text: str) -> list[Quotation]:
    return [q for q in quotations([("body", 0, text)]) if q.kind != "indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Orlova told QBC’s “Today” that she would stay at the port.",
        "Lena Orlova revealed to “Good Morning Aldmere” that she would stay at the port.",
        "In her reply, titled “What We, the Dockers, Want,” Lena Orlova was brief.",
        "NOW WATCH: “The Port Court Handed Dockers a Pretty Bad Week”",
        "Lena Orlova lives here and wrote the new book “Bad Quays: A False Idea about Cranes.”",
    ],
)
def test_programmes_and_titles_are_nobodys_words(text: str) -> None:
    assert not [q for q in read(text) if q.speaker is not None]


def test_who_tells_a_programme_something_goes_on_speaking_behind_its_name() -> None:
    found = read("Lena Orlova told QBC’s “Today” that she would not “wait for the tide to turn.”")
    assert [(q.speaker, q.sure) for q in found] == [("Lena Orlova", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Orlova repeated the “empty ports” theory without a thought.",
        "Lena Orlova said that the mayor did not hear the “open the gates” shouts.",
        "Lena Orlova said “open the gates” chants remind her of old times.",
        "Lena Orlova said on Monday that so-called “night berths” are dear.",
        "Lena Orlova called Thursday for a review of “night berths” in the port.",
        "Lena Orlova proposed restricting “mooring defence” pleas by tenants.",
    ],
)
def test_words_that_only_name_what_is_spoken_of_are_not_surely_said(text: str) -> None:
    assert not any(q.sure for q in read(text) if q.speaker is not None)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Orlova said the mayor has a “rather odd” way of doing this.",
        "Lena Orlova proposed a “new and better” way of doing this.",
        "Lena Orlova pronounced the plan “deeply odd and disturbing.”",
    ],
)
def test_words_of_an_assertion_are_surely_said(text: str) -> None:
    assert [(q.speaker, q.sure) for q in read(text)] == [("Lena Orlova", True)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Karl Aalto sued over remarks that Lena Orlova made saying the captain was “a tool of "
            "the harbour lobby.”",
            "Lena Orlova",
        ),
        (
            "The Quill quoted Lena Orlova, head of the Harbour League, saying, “We have a right "
            "to moor.”",
            "Lena Orlova",
        ),
        (
            "An official described Lena Orlova as constantly reminding aides that she was not "
            "“one of them at all.”",
            "Lena Orlova",
        ),
        (
            "The Quill said in an editorial that while Lena Orlova repeated many of her views, "
            "there was still “some room for hope.”",
            "Quill",
        ),
        (
            "One contractor working in Aldmere who asked not to be named said, “The docks are "
            "abuzz with it.”",
            "One contractor",
        ),
        (
            "The top Democrat on the Harbour Committee, Rep. Lena Orlova (Calif.), also said, “The "
            "docks are abuzz with it.”",
            "Lena Orlova",
        ),
        (
            "Sens. Lena Orlova and Karl Aalto, both Reformers, said, “The docks are abuzz.”",
            "Lena Orlova and Karl Aalto",
        ),
        ("Norland’s Foreign Ministry said, “The docks are shut.”", "Norland’s Foreign Ministry"),
        (
            "The National Republican Harbour Committee said, “The docks are shut.”",
            "National Republican Harbour Committee",
        ),
        (
            "PORT HOUSE: Lena Orlova went on with a weekend of rants, accusing the docks of being "
            "“a den of idle hands.”",
            "Lena Orlova",
        ),
        ("This lawsuit said, “The docks are shut for good.”", "lawsuit"),
        ("The Hill wrote: “The docks are shut for good.”", "The Hill"),
    ],
)
def test_the_clause_nearest_to_the_words_tells_who_speaks(text: str, speaker: str) -> None:
    assert [q.speaker for q in read(text)] == [speaker]


def test_a_storm_that_continues_to_do_something_surely_says_nothing() -> None:
    text = "Storm Harvey continued to hit the coast with “catastrophic and sudden flooding” there."
    assert not any(q.sure for q in read(text) if q.speaker is not None)


def test_a_question_between_dashes_is_not_that_of_who_answers_it() -> None:
    found = read(
        "In response to a puzzled follow-up – “So you blame the papers, then?” – Lena Orlova said: "
        "“No, I do not.”"
    )
    assert [q.speaker for q in found] == [None, "Lena Orlova"]


def test_what_leads_on_to_the_next_words_says_none_of_the_last() -> None:
    found = read(
        "Juha Brandt, a lawyer, called the deal “a fake repeal of the law.” Lena Orlova, head of "
        "the Harbour Centre, argued, “This is no repeal.”"
    )
    assert [q.speaker for q in found] == ["Juha Brandt", "Lena Orlova"]


def test_an_adverb_that_opens_the_next_sentences_is_no_speaker() -> None:
    found = read(
        "“I have bad news,” Lena Orlova said. “Ratings are down. It is not you.” Actually, it was. "
        "They had nothing of use to say."
    )
    assert [q.speaker for q in found] == ["Lena Orlova", "Lena Orlova"]


def test_this_alone_is_nobodys_name() -> None:
    for text in ("“We wait here,” warned this.", "This said, “We wait here for long.”"):
        assert all(q.speaker != "" for q in read(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“It is shut,” an adviser to Speaker John Boller told us.",
            "adviser to Speaker John Boller",
        ),
        ("An aide to President Igor Moss said, “It is shut.”", "aide to President Igor Moss"),
        ("“It is shut,” a lawyer for Mayor Ines Varga said.", "lawyer for Mayor Ines Varga"),
    ],
)
def test_who_speaks_for_somebody_with_a_title_is_not_that_somebody(text: str, speaker: str) -> None:
    first = "John Boller, Igor Moss and Ines Varga spoke about the bridge on Monday."
    found = quotations([("body", 0, first), ("body", 1, text)])
    assert [q.speaker for q in found] == [speaker]
