"""An attribution, and the same when it may be wrong."""

from __future__ import annotations

from dataclasses import replace

from corpus.quotations.said import Said


def test_an_attribution_that_may_be_wrong_keeps_all_else() -> None:
    said = Said("Orlov", "said", True, True, True, "he", "Orlov would not, ")
    assert said.unsure() == replace(said, sure=False)
