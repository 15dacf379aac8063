"""A strike is called an attack only where it comes from the air."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dockers ended their strike at the port on Thursday.", False),
        ("A drone strike on the port killed two people on Thursday.", True),
    ],
)
def test_a_strike_is_an_attack_only_beside_what_flies(said: str, expected: bool) -> None:
    other = report("The assault on the port was the third since spring, the mayor said.")
    found = [one for one in compare(report(said), other).labels if one.of == "the attack"]
    assert bool(found) is expected
