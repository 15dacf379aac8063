"""A bare name fills no ledger; a sentence in a script without capitals is none."""

from __future__ import annotations

import pytest

from corpus.ledger.furniture import states_nothing


@pytest.mark.parametrize(
    "text",
    [
        "Ines Varga",
        "Photo 3",
        "Élodie Rask",
        "Инес Варга",
        "3 / 12",
        "[Photo/Rask]",
        "#SaveTheFerry",
    ],
)
def test_a_bare_name_or_label_states_nothing(text: str) -> None:
    assert states_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "渡轮周一沉没,三人获救。",
        "渡轮周一沉没",
        "CNN报道渡轮沉没",
        "เรือจมวันจันทร์",
        "غرقت العبارة يوم الاثنين",
        "नाव सोमवार को डूबी।",
        "Ferry Sinks!",
        "“the ferry sank",
    ],
)
def test_a_sentence_in_a_script_without_capitals_states_something(text: str) -> None:
    assert not states_nothing(text)
