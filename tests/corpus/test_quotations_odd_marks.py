"""Marks of unlike kinds that open and close one quotation, and dashes in reported speech."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        ("“", "’’"),
        ("“", "'"),
        ("“", "″"),
        ("“", "‴"),
        ("‘", "”"),
        ("‘", '"'),
        ("``", "″"),
        ("``", "''"),
        ("„", "“"),
        ("„", "”"),
        ("«", "»"),
        ("″", "″"),
        ('"', "”"),
    ],
)
def test_a_mark_of_another_kind_closes_and_no_narration_is_quoted(opens: str, closes: str) -> None:
    text = f"{opens}We wait for the boat,{closes} Lena Orlova said. “It is late,” she added."
    found = quotations([("body", 0, text)])
    assert [(text[q.start : q.end], q.speaker, q.sure) for q in found] == [
        (f"{opens}We wait for the boat,{closes}", "Lena Orlova", True),
        ("“It is late,”", "Lena Orlova", True),
    ]


def test_a_mark_that_is_never_closed_before_the_next_is_not_sure() -> None:
    text = "Lena Orlova said: “We wait for the boat. Then she left. “It is late,” she added."
    assert [q.sure for q in quotations([("body", 0, text)])] == [False, True]


def test_another_s_words_within_an_unclosed_quotation_do_not_close_it() -> None:
    text = "“He told us all, ‘Go home,’ she said of it. “It is late,” Lena Orlova said."
    assert not any(
        text[q.start : q.end].endswith("home,’") for q in quotations([("body", 0, text)])
    )


def test_inches_are_no_marks() -> None:
    text = "Lena Orlova is 6′2″ tall. “We wait,” she said."
    assert [q.text for q in quotations([("body", 0, text)])] == ["We wait,"]


@pytest.mark.parametrize("dash", [" — ", "—", " – ", " -- ", " - "])
def test_reported_speech_ends_before_an_aside_behind_a_dash(dash: str) -> None:
    text = f"Lena Orlova said that the port would close{dash}a sign that the council fears her."
    assert [(q.text, q.sure) for q in quotations([("body", 0, text)])] == [
        ("the port would close", True)
    ]


def test_reported_speech_goes_on_behind_a_dash_that_only_adds_to_it() -> None:
    text = "Lena Orlova said that the port would close — not because of the storm."
    assert [q.text for q in quotations([("body", 0, text)])] == [text[22:-1]]


def test_a_dash_that_leaves_out_letters_ends_nothing() -> None:
    text = "Lena Orlova said that the clerk had used the d— word in the port."
    assert [q.text for q in quotations([("body", 0, text)])] == [text[22:-1]]


def test_reported_speech_that_holds_an_aside_is_not_sure() -> None:
    text = "Lena Orlova said that the port — the largest of the coast — would close."
    assert [(q.text, q.sure) for q in quotations([("body", 0, text)])] == [(text[22:-1], False)]
