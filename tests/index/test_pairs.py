"""Pairs of frequent words: indexes with fewer of them answer alike, alone and merged."""

from __future__ import annotations

from pathlib import Path

import pytest
from pieces import engine_of, entries, piece
from test_postings_naive import Naive, alike

from index.engine import Engine
from index.postings import pairs, writer
from index.query.tree import Phrase

TEXTS = [
    "to be or not to be",
    "They will go to the harbour. Or be there.",
    "be or go\n\nto be\n\nor not",
    "the mayor would be the one who will be there",
    "we had been there, they would be",
]
ASKED = ["to be", "be or", "to be or", "they will", "would be the", "will be", "we had been"]


def asked(engine: Engine, naive: Naive) -> None:
    """Every phrase is found as reading the texts finds it."""
    for phrase in ASKED:
        alike(engine.search(Phrase(phrase)).hits, naive.ask(Phrase(phrase)))


def test_segments_with_pairs_of_fewer_words_are_asked_and_merged_with_newer_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [piece(text, salt=n) for n, text in enumerate(TEXTS)]
    with monkeypatch.context() as former:
        former.setattr(pairs, "WORDS", pairs.WORDS[:28])
        former.setattr(pairs, "_NUMBERS", {w: n for w, n in pairs._NUMBERS.items() if n <= 28})
        former.setattr(writer, "WORDS", pairs.WORDS)
        engine_of(tmp_path / "ix", articles[:3], batch=2).close()
    engine = Engine.open(tmp_path / "ix")
    naive = Naive(dict(enumerate(articles, 1)))
    engine.update(entries(articles[3:], first=4), last_seq=5)
    known = [pairs.known_by(segment) for segment in engine._store.snapshot().segments]
    assert sorted(known) == [28, 28, len(pairs.WORDS)]
    asked(engine, naive)
    engine.compact()
    (whole,) = engine._store.snapshot().segments
    assert pairs.known_by(whole) == 28
    terms = whole.terms(pairs.pairs_of("body"))
    assert terms is not None
    held = terms.lexicon.slice()
    assert b"to be" in held
    assert b"will be" not in held  # of this pair the former segments cannot tell
    asked(engine, naive)
    engine.close()


def test_a_segment_that_does_not_say_has_the_pairs_of_the_words_there_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [piece(text, salt=n) for n, text in enumerate(TEXTS)]
    monkeypatch.setattr(pairs, "KNOWN", "unsaid")
    engine = engine_of(tmp_path / "ix", articles, batch=len(articles))
    (only,) = engine._store.snapshot().segments
    assert pairs.known_by(only) == 28
    asked(engine, Naive(dict(enumerate(articles, 1))))
    engine.close()
