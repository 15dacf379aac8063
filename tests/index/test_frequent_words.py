"""Very frequent words are remembered from one query to the next, and nobody can tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from pieces import engine_of, entries, piece
from test_postings_naive import Naive, alike

from index.postings import occurring, remembered
from index.query.shapes import FOLDED, STEMMED, UNIT
from index.query.tree import Loose, Near, Or, Phrase, Prefix, Regex, Wildcard, Word


def test_frequent_words_are_found_and_scored_alike_whether_remembered_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["us strike", "US", "us us a strike", "a harbour", "Strike strikes", "a strikes us"]
    articles = [piece(text, title="a strike" * (n % 2), salt=n) for n, text in enumerate(texts)]
    engine = engine_of(tmp_path / "ix", articles, batch=2)
    naive = Naive(dict(enumerate(articles, 1)))
    asked = [Word("strike"), Word("us"), Or((Word("a"), Word("strikes"))), Word("strike")]
    asked += [Prefix("stri"), Wildcard("*s"), Regex("[su].*"), Wildcard("st?ike*"), Wildcard("*s")]
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


def test_forms_of_a_frequent_word_are_as_one_for_who_looks_up_many_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = " ".join(["the harbour", *["the boat"] * 40_000, "The strike THE us the strike"])
    texts = [far, "The strike", "the the strike THE strike", "us The the", "a harbour", "THE us"]
    articles = [piece(text, title="the strike" * (n % 2), salt=n) for n, text in enumerate(texts)]
    engine = engine_of(tmp_path / "ix", articles, batch=6)
    nodes = [
        Loose("the strike", 3),
        Near(Word("strike"), Word("us"), 2, ordered=False),
        Near(Word("the"), Word("strike"), 1, ordered=True),
        Phrase("strike the us"),
    ]
    wanted = [engine.search(node).hits for node in nodes]  # all places of all words are read
    assert [len(hits) for hits in wanted] == [5, 1, 5, 1]
    for constant in ("_OFTEN", "_OFTEN_NEAR"):
        monkeypatch.setattr(occurring, constant, 0)
    taken = []
    for worth, room in ((0, 1 << 20), (10**9, 1 << 20), (10**9, 1 << 20), (10**9, 1_000)):
        monkeypatch.setattr(occurring, "_WORTH", worth)
        monkeypatch.setattr(remembered, "ROOM", room)
        for node, hits in zip(nodes, wanted, strict=True):
            assert engine.search(node).hits == hits
        taken.append(engine._scored().snapshot.one_form.taken)
    assert taken[0] == 0  # few places: nobody puts forms together for them
    assert taken[2] > 80_000
    engine.close()
    for node, hits in zip(nodes, wanted, strict=True):  # there is no room
        assert engine.search(node).hits == engine.search(node).hits == hits
    assert engine._scored().snapshot.one_form.taken < 1_000


def test_words_of_one_question_do_not_push_each_other_out_whenever_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["alpha", "beta", "gamma"]
    text = " ".join(f"{word} {word.title()}" for word in words for _ in range(40))
    engine = engine_of(tmp_path / "ix", [piece(text, salt=n) for n in range(6)], batch=6)
    for constant in ("_OFTEN", "_OFTEN_NEAR"):
        monkeypatch.setattr(occurring, constant, 0)
    monkeypatch.setattr(remembered, "ROOM", 2_600)  # for two of the three
    monkeypatch.setattr(occurring, "_WORTH", 10**9)
    put: list[object] = []
    keep = remembered.Remembered.put

    def noted(self: remembered.Remembered, asked: object, rows: remembered.Rows) -> None:
        put.append(asked)
        keep(self, asked, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(remembered.Remembered, "put", noted)
    node = Loose(" ".join(words), 300)
    wanted = engine.search(node).hits
    for _ in range(6):
        assert engine.search(node).hits == wanted
    kept = [asked for asked in put if isinstance(asked, tuple) and asked[0] == "body"]
    assert len(kept) == 2
    assert len(wanted) == 6
