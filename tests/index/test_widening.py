"""What is to find more never finds less: other forms, other spellings, patterns, expressions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import engine_of, piece
from test_search import TODAY, Shelf

from corpus.article import Article
from index.engine import Engine
from index.query.plurals import other_number
from index.search import hit_spans, search

TEXTS = (
    "The woman's boat.", "The women's boats.", "A woman sailed.", "Women sail.", "The Womens Aid.",
    "Obama spoke.", "Obama's plan.", "The Obamas dined.", "Osama’s cave.", "Osama hid.",
    "A child's play.", "Children play.", "The childlike play.", "Mice and men.", "A man's mouse.",
    "They manned the boat.", "One foot.", "Two feet.", "She goes home.", "We go home.",
    "Strikers were striking.", "A strike's end.", "The Strike.", "Crisis upon crises.",
    "IT'S the IT people; it's it.", "The U.S. and the US's ships tell us.",
)  # fmt: skip

OF_WOMEN = {"The woman's boat.", "The women's boats.", "A woman sailed.", "Women sail."}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, Sequence[Article]]:
    articles = [piece(text) for text in TEXTS]
    return engine_of(tmp_path_factory.mktemp("widening") / "ix", articles), articles


def found(asked: tuple[Engine, Sequence[Article]], query: str) -> set[str]:
    """The texts that a query finds."""
    engine, articles = asked
    texts = {one.id: text for one, text in zip(articles, TEXTS, strict=True)}
    answer = search(engine, Shelf(articles), query, limit=100, today=TODAY)
    assert len(answer.hits) == answer.total
    return {texts[hit.row.id] for hit in answer.hits}


WORDS = sorted(
    {word for text in TEXTS for word in text.replace("’", " ").replace("'", " ").split()} - {"U.S."}
)


@settings(max_examples=60, deadline=None)
@given(word=st.sampled_from([word.strip(".;") for word in WORDS]), at=st.integers(0, 9))
def test_what_widens_never_finds_less(
    asked: tuple[Engine, Sequence[Article]], word: str, at: int
) -> None:
    exact = found(asked, f'"{word}"')
    assert exact <= found(asked, word)
    assert exact <= found(asked, f"/{word}/")
    assert exact <= found(asked, f"{word}*")
    holed = word[: at % len(word)] + "?" + word[at % len(word) + 1 :]
    assert len(word) < 2 or exact <= found(asked, f"{holed} x OR {holed}")
    assert len(word) < 3 or found(asked, word) <= found(asked, f"{word}~1")
    assert len(word) < 6 or found(asked, f"{word}~1") <= found(asked, f"{word}~")


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("wom?n", OF_WOMEN),
        ("/wom[ae]n/", OF_WOMEN),
        ("osama~1", {"Obama spoke.", "Obama's plan.", "Osama’s cave.", "Osama hid."}),
        ('"osama~1"', set()),
        ("*ike", {"A strike's end.", "The Strike.", "The childlike play."}),
        ("author:obama~", set()),
    ],
)
def test_possessives_are_found_with_their_words(
    asked: tuple[Engine, Sequence[Article]], query: str, texts: set[str]
) -> None:
    assert found(asked, query) == texts


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("woman", OF_WOMEN),
        ("women", OF_WOMEN | {"The Womens Aid."}),
        ('"woman"', {"The woman's boat.", "A woman sailed."}),
        ("child", {"A child's play.", "Children play."}),
        ("mouse", {"Mice and men.", "A man's mouse."}),
        ("men", {"Mice and men.", "A man's mouse."}),
        ("manned", {"They manned the boat.", "A man's mouse."}),
        ("foot", {"One foot.", "Two feet."}),
        ("goes", {"She goes home.", "We go home."}),
        ("crisis", {"Crisis upon crises."}),
    ],
)  # fmt: skip
def test_plurals_that_no_stem_knows_are_forms_of_their_words(
    asked: tuple[Engine, Sequence[Article]], query: str, texts: set[str]
) -> None:
    assert found(asked, query) == texts


def test_what_is_found_so_is_marked(asked: tuple[Engine, Sequence[Article]]) -> None:
    def marks(query: str, text: str) -> list[str]:
        return [text[start:end] for start, end in hit_spans(query, text)]

    text = "Two women sat by the woman's child; children's feet were wet, Obama’s too."
    assert marks("woman", text) == ["women", "woman's"]
    assert marks("children foot", text) == ["child", "children's", "feet"]
    assert marks("wom?n /obama/ childern~", text) == ["women", "woman's", "children's", "Obama’s"]


def test_the_word_as_written_ranks_before_its_plural(tmp_path: Path) -> None:
    articles = [piece("Women sail today."), piece("A woman sails."), piece("Gulls sail now.")]
    hits = search(engine_of(tmp_path / "ix", articles), Shelf(articles), "woman", today=TODAY).hits
    assert [hit.row.id for hit in hits] == [articles[1].id, articles[0].id]


def test_each_plural_has_one_word_and_each_word_one_plural() -> None:
    for one, other in (("policewomen", "policewoman"), ("frenchman", "frenchmen")):
        assert (other_number(one), other_number(other)) == (other, one)
    assert [other_number(word) for word in ("leaves", "people", "data", "ship", "")] == [""] * 5
