"""Words that a sentence hands on: asked about, answered to, overheard, told to the speaker."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


def told(text: str) -> list[tuple[str | None, bool]]:
    """(speaker, sure) of the quotations of a text in marks."""
    found = quotations([("body", 0, text)])
    return [(q.speaker, q.sure) for q in found if q.kind != "indirect"]


def test_what_somebody_is_asked_about_is_not_surely_his() -> None:
    assert told(
        "When the host Ada Brill asked Mr. Moreno about “the matter of the ledgers,” Mr. Moreno "
        "replied, “Several people say so.”"
    ) == [("Ada Brill", False), ("Moreno", True)]
    assert told(
        "Pressed on whether the port was silent “because it feared inspectors,” Mr. Moreno "
        "answered, “That is in the papers.”"
    ) == [("Moreno", False), ("Moreno", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the ledgers, Igor Moreno replied, “They are in the papers.”",
        "When Ada Brill asked if it was true, Igor Moreno answered: “It is in the papers.”",
        "Igor Moreno responded to a question about the ledgers by saying “they are in the papers.”",
        "Igor Moreno said he had a letter from the port. “It is in the papers,” he said.",
    ],
)
def test_an_answer_stays_his_who_answers(text: str) -> None:
    assert told(text)[-1] == ("Igor Moreno", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brill responded to criticism by the dockers about her “thin grasp of tides” then.",
        "Ada Brill answers mildly to Igor Moss having called her a “harbour clown” years ago.",
        "The mayor agreed and then, according to the Quill, paid Moss a compliment: “You drive a "
        "hard bargain.”",
        "Ada Brill told the court about overhearing Igor Moss, the envoy, telling the mayor that "
        "the port would do “anything you ask.”",
        "Ada Brill was seen pushing Igor Moss as she was heard saying “I want to go home.”",
        "Ada Brill got a note back from a harbour official, saying, “Is this a slip of the pen?”",
        "Ada Brill said the caller swore at her and told Ada Brill to “take the next boat out.”",
    ],
)
def test_words_that_may_be_anothers_are_not_sure(text: str) -> None:
    assert all(not sure for _, sure in told(text))


def test_a_clause_joined_by_but_has_the_participle() -> None:
    assert told(
        "Igor Moss had advised Aalto to hide the plan, but Aalto rejected his counsel, saying he "
        "did not want to look “timid.”"
    ) == [("Aalto", True)]


def test_who_is_close_to_a_body_is_not_that_body() -> None:
    assert told("A former port official who’s close to the Quill said, “This is a long day.”") == [
        ("former port official", True)
    ]
