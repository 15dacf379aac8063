"""Very frequent words are remembered from one query to the next, and nobody can tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from pieces import engine_of, entries, piece
from test_postings_naive import Naive, alike

from index.postings import remembered
from index.query.shapes import FOLDED, STEMMED, UNIT
from index.query.tree import Or, Word


def test_frequent_words_are_found_and_scored_alike_whether_remembered_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["us strike", "US", "us us a strike", "a harbour", "Strike strikes", "a strikes us"]
    articles = [piece(text, title="a strike" * (n % 2), salt=n) for n, text in enumerate(texts)]
    engine = engine_of(tmp_path / "ix", articles, batch=2)
    naive = Naive(dict(enumerate(articles, 1)))
    asked = [Word("strike"), Word("us"), Or((Word("a"), Word("strikes"))), Word("strike")]
    room = remembered.ROOM
    for _ in range(3):  # with room for all; for all but one; for fewer still
        monkeypatch.setattr(remembered, "ROOM", room)
        engine.close()
        for node in asked * 2:
            alike(engine.search(node).hits, naive.ask(node))
        taken = engine._scored()._frequent.taken
        assert 0 < taken <= room
        room = taken - 1
    engine.update(entries([piece("us")], first=7), deleted=[1], last_seq=7)
    living = dict(enumerate([*articles, piece("us")], 1))
    del living[1]
    alike(engine.search(Word("us")).hits, Naive(living).ask(Word("us")))


def test_what_a_form_counts_is_a_multiple_of_the_unit_in_which_it_is_remembered() -> None:
    for weight in (1.0, FOLDED, STEMMED):
        assert round(weight / UNIT) * UNIT == pytest.approx(weight, abs=1e-15)
