"""A pronoun is given to nobody as sure over the head of somebody who stands nearer to it."""

from __future__ import annotations

import pytest

from corpus.article import Quotation
from corpus.quotations import quotations


def read(*paragraphs: str, title: str = "") -> list[Quotation]:
    texts = [("body", number, text) for number, text in enumerate(paragraphs)]
    if title:
        texts.insert(0, ("title", 0, title))
    return [q for q in quotations(texts) if q.kind != "indirect"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "Pilot Karl Aalto told the Quill: “I saw the ferry turn and I just froze there.”",
            "Norlander Kvart Bhodin, from Aldmere, watched from the quay with his whole family.",
            "He added: “Then came the bang, and I looked for my sister on the deck.”",
        ),
        (
            "“The council will not hear of a second quay in our days,” Karl Aalto said.",
            "But a new harbour might change that, Tonq Zhavo, fellow at the Quay Institute, told "
            "the Quill.",
            "“Once they build their own, the islands will want one as well,” he said.",
        ),
        (
            "Karl Aalto will sing on the quay beside a likeness of Prince, a native of the town.",
            "Years ago, Prince gave an interview to the Quill. The words were plain: “I never "
            "want to be seen when I am dead, and that is that,” he said.",
        ),
        (
            "Karl Aalto saw it from his window, and left the house. “I ran,” he said.",
            "Her husband Wim said they saw ten boats on the sand.",
            "“They lay there, and nobody came to fetch them at all,” he said.",
        ),
    ],
)
def test_whoever_is_named_nearer_leaves_an_earlier_person_unsure(
    paragraphs: tuple[str, ...],
) -> None:
    quoted = read(*paragraphs)[-1]
    assert not quoted.sure or quoted.speaker != "Karl Aalto"


@pytest.mark.parametrize(
    "between",
    [
        "The ferry was built in 1961.",
        "Ms. Lena Orlova, an engineer, told the Quill that the ferry was old.",
        "The Harbour Council said that the ferry was old.",
    ],
)
def test_who_cannot_be_meant_leaves_the_person_sure(between: str) -> None:
    quoted = read(
        "Karl Aalto, the pilot, spoke on Monday. “We wait for the tide,” Aalto said.",
        f"{between} “Nobody will sail tonight, and that is for the best,” he said.",
    )[-1]
    assert quoted.speaker == "Karl Aalto"


def test_several_are_no_she() -> None:
    quoted = read(
        "Lena Orlova was asked to steer the boat on her own. Orlova says she refused. Producers "
        "say they do not recall it.",
        "“They came to my cabin and would not hear of it,” she says.",
    )[-1]
    assert quoted.speaker != "Producers"


def test_a_surname_is_whom_the_title_names_and_not_a_relative() -> None:
    quoted = read(
        "“We wait for the tide,” Orlova said. Her father, Robert Orlova, taught in Aldmere.",
        title="Why Lena Orlova Is Angry",
    )[-1]
    assert quoted.speaker == "Lena Orlova"


def test_a_question_in_a_title_gives_a_company_no_first_name() -> None:
    quoted = read(
        "“We wait for the tide,” Quillfax said. Quillfax Inc. was sued.", title="Will Quillfax Pay?"
    )[-1]
    assert quoted.speaker == "Quillfax"


def test_who_is_named_only_in_a_line_beside_a_picture_is_no_sure_she() -> None:
    quoted = read(
        "Ms. Orlova boarded the ferry, and the mate sent her off, she claims.",
        "Harbour coach Glinn Kyprian wrote that the line needs 'better manners'",
        "“I did not say a word to anyone,” she said.",
    )[-1]
    assert not quoted.sure or quoted.speaker != "Glinn Kyprian"
