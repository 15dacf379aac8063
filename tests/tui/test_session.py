"""The session: written down whole, read back forgivingly."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.places import ComparePlace, EntityPlace, ReaderPlace
from tui.session import ListPlace, Session, loads

TEXT = st.text(max_size=20)


@given(TEXT, st.integers(0, 10**6), st.lists(TEXT, max_size=9, unique=True))
def test_what_is_written_down_is_read_back(query: str, row: int, marked: list[str]) -> None:
    session = Session(
        ListPlace(query, "newest", "a" * 64, row, "lines"),
        marked,
        [query] if query.strip() else [],
        [
            ReaderPlace(article="b" * 64, top=12, sentence=3, lens="names", side_chosen=True),
            ComparePlace(left="c", right="d", row=row, view="left", gravest=True),
            EntityPlace(key="person:a", query=query, row=row, unfolded=["with"]),
        ],
    )
    assert loads(session.dumps()) == session


@pytest.mark.parametrize(
    "text",
    [None, "", "{", "[]", "null", '{"version": 99}', '{"version": 1, "search": 3, "marked": {}}'],
)
def test_a_session_that_cannot_be_read_is_a_new_one(text: str | None) -> None:
    assert loads(text) == Session()


def test_odd_values_become_the_default() -> None:
    odd = {"version": 1, "search": {"query": 7, "row": "x", "order": "oldest"}, "marked": ["a", 3]}
    session = loads(json.dumps(odd))
    assert (session.search.query, session.search.row, session.search.order) == ("", 0, "oldest")
    assert session.marked == ["a"]


def test_marking_twice_takes_the_mark_away() -> None:
    session = Session()
    assert [session.mark("a"), session.mark("b"), session.mark("a")] == [1, 2, 0]
    assert session.numbers() == {"b": 1}


def test_no_more_than_nine_are_marked() -> None:
    session = Session(marked=[str(n) for n in range(9)])
    assert session.mark("tenth") == 0
    assert "tenth" not in session.marked


def test_a_query_asked_again_moves_to_the_end_of_the_history() -> None:
    session = Session(history=["a", "b"])
    session.remember(" a ")
    session.remember("  ")
    assert session.history == ["b", "a"]
