"""Somebody who is named beside a description of him speaks, and the description does not."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


def told(text: str) -> list[tuple[str | None, bool]]:
    return [(q.speaker, q.sure) for q in quotations([("body", 0, text)])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Sen. Lena Orlova, another rower who is leaving the team in May, said Aalto “is the "
            "quiet one here.”",
            "Lena Orlova",
        ),
        (
            "Anna-Lena Orlova, a rower who was waiting at the quay for a ferry, told Quill Radio "
            "that the water rose after the storm.",
            "Anna-Lena Orlova",
        ),
        (
            "Lena Orlova, Moss' former steward who was let go on Friday by the club, told Quill "
            "Radio that she would not come back.",
            "Lena Orlova",
        ),
        (
            "One such rower — Lena Orlova, of Aldmere — on Monday announced that she would stay "
            "at home.",
            "Lena Orlova",
        ),
        (
            "An Aalto supporter -- Lena Orlova, a former mayor -- said Sunday that the count was "
            "over at last.",
            "Lena Orlova",
        ),
        (
            "Orlova, while annoying some rowers who saw it as a pose, insisted that the boats had "
            "to wait.",
            "Orlova",
        ),
        (
            "“We wait for the tide,” said longtime Norish teacher and author Lena Orlova.",
            "Lena Orlova",
        ),
        (
            "“We wait for the tide,” said Quill Boats founder and executive director Lena Orlova.",
            "Lena Orlova",
        ),
        (
            "At the Aldmere House on Tuesday President Orlova said that the quay was “a mark on "
            "the town.”",
            "Orlova",
        ),
        (
            "Secretary-General Lena Orlova said the storm was “a heavy blow to us.”",
            "Lena Orlova",
        ),
        (
            "A Norish officer who is second in command of the guard fighting Moss told reporters "
            "that there was “no storm at all.”",
            "Norish officer",
        ),
        (
            "The Standing Crane Tribe said it would wait, saying the pipe “harms the river here.”",
            "Standing Crane Tribe",
        ),
    ],
)
def test_who_is_named_beside_a_description_speaks(text: str, speaker: str) -> None:
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“He came late to school,” notes one entry for his eldest, Lena Orlova.",
        "The draft report about Lena Orlova described the club as “a leaking boat.”",
        "On Monday Orlov spoke before a grand jury and admitted to having “a heart for boats.”",
        "Aides to 13 Quill members have told the Post that they want a “clean” bill.",
    ],
)
def test_nobody_is_sure_who_is_only_written_about_or_spoken_to(text: str) -> None:
    ((speaker, sure),) = told(text)
    assert speaker not in ("Lena Orlova", "grand jury", "Quill members")
    assert not sure


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The memo — Lena Orlova, of Quill — said the boats were “late again.”", "memo"),
        (
            "Two senators — Lena Orlova and Juha Aalto — announced that they would vote no.",
            "Two senators",
        ),
        (
            "He was silent before the captain came back and said “we wait for the tide.”",
            "captain",
        ),
    ],
)
def test_another_is_no_description(text: str, speaker: str) -> None:
    assert told(text)[-1][0] == speaker
