"""Words asked for near each other are marked where they are near, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from pieces import engine_of, piece
from test_search import TODAY, Shelf

from index.marking import spans
from index.query.parse import read
from index.satisfying import marking
from index.search import hit_spans, in_context, search

FAR = "one two three four five six seven eight nine"


def marked(query: str, text: str, within: str | None = None) -> list[str]:
    """The words that are marked, in their order."""
    return [text[:end].split(" ")[-1] for _, end in hit_spans(query, text, within)]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("a1 NEAR/2 b1", f"a1 x b1 {FAR} a1 {FAR} b1", ["a1", "b1"]),
        ("a1 w/2 b1", f"b1 x a1 {FAR} a1", ["b1", "a1"]),
        ("a1 /3 b1", f"a1 {FAR} b1 x a1 b1", ["b1", "a1", "b1"]),
        ("a1 PRE/2 b1", "b1 a1 x b1 y a1", ["a1", "b1"]),
        ("a1 PRE/1 b1", "b1 a1", []),
        ("a1 NEAR/1 a1", f"a1 a1 {FAR} a1", ["a1", "a1"]),
        ("(a1 OR c1) NEAR/1 b1", "a1 x c1 b1", ["c1", "b1"]),
        ("a1 NEAR/2 b1 NEAR/2 c1", f"a1 b1 {FAR} b1 c1 {FAR} a1 b1 x c1", ["a1", "b1", "c1"]),
        ('"a1 b1" NEAR/2 c1', f"a1 b1 x c1 {FAR} a1 b1", ["b1", "c1"]),
        ("strik* NEAR/2 port", f"strikes port {FAR} striker", ["strikes", "port"]),
        ("(a1 NEAR/1 b1) OR a1", f"a1 b1 {FAR} a1 x b1", ["a1", "b1", "a1"]),
        ("(a1 NEAR/1 b1) x", f"a1 b1 {FAR} a1 x b1", ["a1", "b1", "x"]),
        ("c1 -(a1 NEAR/1 b1)", "a1 b1 c1", ["c1"]),
        ("(a1 NEAR/1 b1)^3", f"a1 b1 {FAR} a1", ["a1", "b1"]),
        ("body:(a1 NEAR/1 b1)", f"a1 b1 {FAR} a1", ["a1", "b1"]),
        ('"a1 b1 c1"~1', f"c1 b1 x a1 {FAR} a1 b1 {FAR} c1", ["c1", "b1", "a1"]),
        ('"a1 a1 b1"~0', f"a1 b1 {FAR} a1 a1 b1", ["a1", "a1", "b1"]),
        ("sent:(a1 b1)", "An a1 was b1. An a1 was. The b1 is.", ["a1", "b1"]),
        ("a1 w/s b1", "An a1 was. It is b1 and a1.", ["b1", "a1"]),
        ("sent:(a1 -b1)", "An a1 was b1. An a1 was.", ["a1"]),
        ("sent:((a1 NEAR/1 b1) c1)", "A1 b1 c1. A1 b1. A1 x b1 c1.", ["A1", "b1", "c1"]),
    ],
)
def test_all_places_that_satisfy_the_query_are_marked_and_no_others(
    query: str, text: str, words: list[str]
) -> None:
    assert [word.strip(".") for word in marked(query, text)] == words


def test_the_places_that_are_near_are_the_right_ones_of_many() -> None:
    text = f"the port {FAR} the strike in the port {FAR} a strike"
    near = text.index("strike"), text.index("port", text.index("strike"))
    assert [start for start, _ in hit_spans("strike NEAR/3 port", text)] == list(near)


def test_a_title_is_one_sentence() -> None:
    title = "Who won? The port did"
    assert marked("sent:(won port)", title, "title") == ["won", "port"]
    assert marked("sent:(won port)", title, "body") == []


def test_words_near_each_other_in_the_title_are_not_marked_in_the_body() -> None:
    assert marked("title:(a1 NEAR/3 b1)", "a1 b1", "body") == []
    assert marked("title:(a1 NEAR/3 b1)", "a1 b1", "title") == ["a1", "b1"]


BODY = (
    "The strike was long. " + "Nothing else was to be told of that long day at sea. " * 8
    + "\n\nThe port was quiet. " + "Nothing else was to be told of that long night. " * 8
    + "\n\nDockers said that the strike in the port had ended, and a strike had been enough."
)  # fmt: skip


@pytest.mark.parametrize("query", ["strike NEAR/5 port", "strike PRE/3 port", "strike w/s port"])
def test_the_passage_shows_the_place_where_the_words_are_near(tmp_path: Path, query: str) -> None:
    found = piece(BODY, title="A strike")
    shelf = Shelf([found])
    answer = search(engine_of(tmp_path / "ix", [found]), shelf, query, today=TODAY)
    (hit,) = answer.hits
    assert hit.snippet is not None
    assert "strike in the port" in hit.snippet.text
    words = [hit.snippet.text[start:end] for start, end in hit.snippet.spans]
    assert words[:2] == ["strike", "port"]
    assert hit.in_title == ()


def test_in_a_passage_words_stay_marked_whose_neighbours_are_cut_off(tmp_path: Path) -> None:
    far = " ".join(f"word{n}" for n in range(70))
    found = piece(f"A strike and {far} until the port. {far} strike.", title="None")
    engine = engine_of(tmp_path / "ix", [found])
    (hit,) = search(engine, Shelf([found]), "strike NEAR/80 port", today=TODAY).hits
    assert hit.snippet is not None
    assert "port" not in hit.snippet.text
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.spans] == ["strike"]


def test_in_context_only_the_places_that_satisfy_the_query_are_rows(tmp_path: Path) -> None:
    found = piece(BODY, title="A strike")
    engine = engine_of(tmp_path / "ix", [found])
    answer = in_context(engine, Shelf([found]), "strike NEAR/3 port")
    shown = [hit.snippet.text for hit in answer.hits if hit.snippet is not None]
    assert len(shown) == answer.places == 1
    assert "strike in the port" in shown[0]


def test_a_place_knows_its_sentence_whatever_blanks_the_text_has(tmp_path: Path) -> None:
    found = piece("The  port   slept.  A strike  began.\n A strike ended.", title="One. Strike")
    engine = engine_of(tmp_path / "ix", [found])
    answer = in_context(engine, Shelf([found]), "strike")
    texts = {(within, number): text for within, number, text in found.texts()}
    sentences = [found.sentences[hit.sentence] for hit in answer.hits if hit.sentence is not None]
    shown = [texts[one.within, one.paragraph][one.start : one.end] for one in sentences]
    assert shown == ["Strike", "A strike  began.", "A strike ended."]


def test_what_is_found_is_what_is_marked(tmp_path: Path) -> None:
    texts = [f"{a} {gap} {b}" for a in ("a1", "b1") for b in ("a1", "b1", "c1")
             for gap in ("x", "x b1 x", "x x x x x")]  # fmt: skip
    queries = ["a1 NEAR/2 b1", "a1 PRE/3 b1", "(a1 NEAR/2 b1) NEAR/4 c1", "a1 PRE/2 (b1 OR c1)",
               '"a1 b1"~1', "(a1 NEAR/4 b1) NEAR/4 b1", "sent:(a1 c1)"]  # fmt: skip
    pieces = [piece(text, title=f"t{number}") for number, text in enumerate(texts)]
    engine = engine_of(tmp_path / "ix", pieces)
    for query in queries:
        answer = search(engine, Shelf(pieces), query, today=TODAY, limit=100)
        found = {hit.row.title for hit in answer.hits}
        marks = {f"t{n}" for n, text in enumerate(texts) if hit_spans(query, text)}
        assert marks == found, query


def test_where_too_much_would_have_to_be_looked_at_every_place_is_marked() -> None:
    alone = " x" * 200 + " a1"
    tree = read("(a1 NEAR/99 a1) NEAR/99 a1", today=TODAY).tree
    assert len(spans("a1 " * 20 + alone, *marking(tree))) == 20
    assert len(spans("a1 " * 3_000 + alone, *marking(tree))) == 3_001
    near = read("a1 NEAR/1 b1", today=TODAY).tree
    assert len(spans("a1 b1" + " x a1" * 90, *marking(near))) == 2
    assert len(spans("a1 b1" + " x a1" * 9_000, *marking(near))) == 9_002
