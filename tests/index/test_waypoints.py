"""Frequent words looked up in few articles give what reading all their postings gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pieces import engine_of, piece
from test_postings_naive import Naive, alike

from index.postings import occurring, postings, waypoints
from index.postings.waypoints import Waypoints
from index.query.tree import Loose, Near, Phrase, Word

STEP = st.integers(1, 254)
TIMES = st.integers(1, 3) | st.sampled_from([254, 255, 256, 70_000])


@given(
    st.integers(0, 254),
    st.lists(st.tuples(STEP, TIMES), min_size=0, max_size=80),
    TIMES,
    st.lists(st.integers(0, 9_000), max_size=40),
    st.integers(1, 50),
)
def test_what_is_found_behind_a_waypoint_is_what_stands_there(
    first: int, more: list[tuple[int, int]], once: int, others: list[int], at_once: int
) -> None:
    docs = np.cumsum([first, *(step for step, _ in more)])
    times = np.array([once, *(often for _, often in more)])
    near = np.diff(docs, prepend=0).astype(np.uint8)
    noted = Waypoints(near, np.minimum(times, 255).astype(np.uint8), docs, times)
    asked = np.sort(np.concatenate([docs[:: max(1, len(docs) // 7)], np.array(others, np.int64)]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(waypoints, "_AT_ONCE", at_once)
        has, before, often = noted.find(asked)
    there = {doc: number for number, doc in enumerate(docs.tolist())}
    wanted = [place for place, doc in enumerate(asked.tolist()) if doc in there]
    assert has.tolist() == wanted
    numbers = [there[doc] for doc in asked[has].tolist()]
    assert often.tolist() == times[numbers].tolist()
    assert before.tolist() == [int(times[:number].sum()) for number in numbers]


def test_words_that_all_articles_have_are_found_beside_rare_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [
        ("the ferry and The harbour " * (1 + n % 3) + f"word{n} of the ferry " * (n % 4))
        + ("and the fire " * 300 if n % 50 == 7 else "")
        for n in range(400)
    ]
    articles = [piece(text, salt=n) for n, text in enumerate(texts)]
    engine = engine_of(tmp_path / "ix", articles, batch=400)
    naive = Naive(dict(enumerate(articles, 1)))
    asked = [
        Phrase("word7 of the ferry"),
        Phrase("word57 of the ferry and the"),
        Phrase("the ferry and the harbour word9"),
        Loose("word13 the", 3),
        Near(Word("the"), Word("word207"), 4, ordered=False),
    ]
    noted: list[int] = []
    note = postings.Postings._noted

    def counted(self: postings.Postings, term: object) -> Waypoints | None:
        noted.append(1)
        return note(self, term)  # type: ignore[arg-type]

    monkeypatch.setattr(postings.Postings, "_noted", counted)
    monkeypatch.setattr(postings, "_NOTED", 2)
    for few in (0, 40):
        monkeypatch.setattr(occurring, "FEW", few)
        for node in asked * 2:
            alike(engine.search(node, limit=400).hits, naive.ask(node))
        assert noted
    assert engine.search(asked[1]).total
    engine.close()
