"""The index says where a passage begins, and the passage is the one that the text itself gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import engine_of, piece

from corpus.article import Article
from index.answers import Snippet
from index.engine import Engine
from index.query.parse import read
from index.query.rows import Row, marked_rows
from index.snippets import snippet
from index.spots import NOWHERE, Spot

TODAY = date(2020, 1, 1)
NAMES = st.sampled_from("alpha bravo delta gamma sigma Stop.".split())
WORDS = st.lists(NAMES, max_size=26)  # all have room in a passage
MANY = st.lists(NAMES, max_size=90)


def asked(engine: Engine, query: str) -> tuple[list[Row], dict[int, Spot | None]]:
    """What hits are marked by, and where the index has the passage of each hit."""
    tree = read(query, today=TODAY).tree
    rows = marked_rows(tree)
    return rows, engine.search(tree, limit=100).spots(rows)


QUERIES = st.sampled_from(
    ["alpha", "alpha bravo", "delta OR gamma OR sigma", "alph*", "-stop alpha", "title:alpha",
     "al* bravo", "?amma delta", "alpho~1 sigma"]
)  # fmt: skip


def both(
    texts: list[list[list[str]]], standfirst: list[str], query: str
) -> list[tuple[Snippet | None, Snippet | None]]:
    """The passages of all hits, as the index and as the texts have them."""
    articles = [
        piece("\n\n".join(map(" ".join, some)), title="Alpha", salt=number,
              standfirst=" ".join(standfirst))
        for number, some in enumerate(texts)
    ]  # fmt: skip
    with TemporaryDirectory() as folder:
        rows, spots = asked(engine_of(Path(folder) / "index", articles, batch=2), query)
    assert None not in spots.values()
    found = [(articles[number - 1], spot) for number, spot in spots.items()]
    return [(snippet(one, rows, spot=spot), snippet(one, rows)) for one, spot in found]


@given(st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=5), WORDS, QUERIES)
@settings(max_examples=150)
def test_the_passage_is_the_one_that_looking_through_the_text_gives(
    texts: list[list[list[str]]], standfirst: list[str], query: str
) -> None:
    for by_index, by_text in both(texts, standfirst, query):
        assert by_index == by_text


@given(st.lists(st.lists(MANY, max_size=3), min_size=1, max_size=4), WORDS, QUERIES)
@settings(max_examples=60)
def test_of_long_paragraphs_it_shows_about_as_much_of_the_query(
    texts: list[list[list[str]]], standfirst: list[str], query: str
) -> None:
    for by_index, by_text in both(texts, standfirst, query):
        shown, most = ([] if one is None else one.spans for one in (by_index, by_text))
        assert bool(shown) == bool(most)
        assert len(shown) >= len(most) // 2


TEXT = (
    "— … —\n\nMr. Moss said: “The U.S. has to go on.” He left.\n\n***\n\n"
    "Dockers in Port Alma\nvoted   to strike_now on Friday, and har\u00adbours stayed shut. "
    "Nobody said more about it that day. 250,000 tonnes wait; the strikers’ leader, Zoë "
    "Lindqvist, called it “a fantasy” and went home by the last of the evening ferries to Ulm."
)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("dockers", ["Dockers"]),
        ("strike", ["strike"]),
        ("harbours", ["harbours"]),
        ("US", ["U.S"]),
        ('"has to go"', ["has to go"]),
        ('"has * go"', ["has to go"]),
        ("zoe 250000", ["250,000", "Zoë"]),
        ("fant*", ["fantasy"]),
        ("moss~1", ["Moss"]),
        ("*asy", ["fantasy"]),
        ("/fan.*y/", ["fantasy"]),
    ],
)
def test_odd_signs_blanks_and_lines_do_not_lead_astray(
    tmp_path: Path, query: str, words: list[str]
) -> None:
    article = piece(TEXT)
    rows, spots = asked(engine_of(tmp_path / "index", [article]), query)
    found = snippet(article, rows, spot=spots[1])
    assert found is not None
    assert [found.text[a:b].strip(".") for a, b in found.spans] == words
    assert spots[1] is not None


def test_a_word_of_the_title_alone_shows_how_the_text_begins(tmp_path: Path) -> None:
    article = piece("It began at dawn. Nobody slept.", title="Harbour strike")
    rows, spots = asked(engine_of(tmp_path / "index", [article]), "harbour")
    assert spots == {1: NOWHERE}
    found = snippet(article, rows, spot=NOWHERE)
    assert found is not None
    assert found.text.startswith("It began")


def test_articles_that_were_deleted_or_came_in_another_commit_do_not_shift_it(
    tmp_path: Path,
) -> None:
    articles = [piece(f"Nothing here. {'So it goes. ' * n}A seal sang.", salt=n) for n in range(8)]
    engine = engine_of(tmp_path / "index", articles, batch=3)
    engine.update([], deleted=[1, 4], last_seq=8)
    rows, spots = asked(engine, "seal")
    assert sorted(spots) == [2, 3, 5, 6, 7, 8]
    for number, spot in spots.items():
        assert spot is not None
        assert spot.sentence == number  # as many sentences before it as were put there
        found = snippet(articles[number - 1], rows, spot=spot)
        assert found == snippet(articles[number - 1], rows)


@pytest.mark.parametrize("text", ["A seal sang at night.", "Gulls. A seal. Gulls.", "Gulls.", ""])
def test_an_index_that_knows_another_text_shows_nothing_wrong(tmp_path: Path, text: str) -> None:
    indexed = piece("Gulls cried. Then a seal sang. Gulls cried.")
    rows, spots = asked(engine_of(tmp_path / "index", [indexed]), "seal")
    changed: Article = replace(piece(text), id=indexed.id)
    assert snippet(changed, rows, spot=spots[1]) == snippet(changed, rows)
