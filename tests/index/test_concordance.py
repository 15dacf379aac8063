"""Every place of a query's words is listed, in the order asked for, a page at a time."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pieces import engine_of, piece
from test_search import Shelf

from corpus.article import Article, Quotation
from index import concordance
from index.answers import Answer
from index.concordance import ContextOrder
from index.context import Placed, parts_of
from index.postings.arrays import Array
from index.postings.spans import Spans
from index.query.compile import Compiler
from index.query.tree import Node
from index.results import Hit, Row
from index.schema import GAP
from index.search import hit_spans, in_context

WORDS = st.lists(st.sampled_from("alpha bravo delta gamma Alphas".split()), max_size=12)
ARTICLES = st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3)), min_size=1, max_size=7)
QUERIES = st.sampled_from(
    ["alpha", "alpha OR bravo", '"alpha bravo"', "alph*", "bravo -gamma", "title:alpha",
     "body:bravo", "delta al*", '"alpha bravo" OR bravo']
)  # fmt: skip


def asked(articles: list[Article], query: str, order: ContextOrder, limit: int = 999) -> Answer:
    with TemporaryDirectory() as folder:
        engine = engine_of(Path(folder) / "index", articles, batch=2)
        return in_context(engine, Shelf(articles), query, order=order, limit=limit)


def lines(answer: Answer) -> list[tuple[str, str, str]]:
    return [(before, hit, after) for _, before, hit, after in parts_of(answer.hits)]


def joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Different words that are at most five words apart as one place, which holds each once."""
    found: list[tuple[int, int]] = []
    held: set[str] = set()
    for start, end in spans:
        word = text[start:end].casefold().replace("alphas", "alpha")
        if found and word not in held and len(text[found[-1][1] : start].split()) < 5:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
            held = set()
        held.add(word)
    return found


@given(ARTICLES, QUERIES, st.sampled_from(["following", "preceding"]))
def test_the_places_are_those_of_the_texts_in_the_order_of_their_neighbours(
    texts: list[tuple[list[str], list[list[str]]]], query: str, order: ContextOrder
) -> None:
    articles = [
        piece("\n\n".join(map(" ".join, body)), title=" ".join(title), salt=number)
        for number, (title, body) in enumerate(texts)
    ]
    answer = asked(articles, query, order)
    found = {hit.row.id for hit in answer.hits}
    there = [
        (text[:start], text[start:end], text[end:])
        for one in articles
        if one.id in found
        for within, _, text in one.texts()
        for start, end in joined(text, hit_spans(query, text, within))
    ]
    assert answer.places == len(answer.hits)
    assert sorted(lines(answer)) == sorted(there)

    sides = [after.split() if order == "following" else before.split()[::-1]
             for before, _, after in lines(answer)]  # fmt: skip
    beside = [[word.casefold() for word in side[:6]] for side in sides]
    assert beside == sorted(beside)


def test_a_page_is_cut_out_of_all_places_in_their_order(tmp_path: Path) -> None:
    articles = [
        piece(f"Ferry {(n * 7) % 50:02}. The ferry {(n * 3) % 50:02}.", title=f"T{n}", salt=n)
        for n in range(50)
    ]
    engine, shelf = engine_of(tmp_path / "ix", articles, batch=9), Shelf(articles)
    whole = in_context(engine, shelf, "ferry", order="following", limit=100)
    assert whole.places == 100
    numbers = [int(after.split(".")[0]) for *_, after in lines(whole)]
    assert numbers == sorted(numbers)
    pages = [
        in_context(engine, shelf, "ferry", order="following", limit=30, offset=begin)
        for begin in range(0, 120, 30)
    ]
    assert [len(page.hits) for page in pages] == [30, 30, 30, 10]
    assert [place for page in pages for place in lines(page)] == lines(whole)
    bare = in_context(engine, shelf, "ferry", order="following", limit=9, snippets=False)
    assert [hit.row.id for hit in bare.hits] == [hit.row.id for hit in whole.hits[:9]]
    assert not any(hit.snippet for hit in bare.hits)


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        (
            "fire NEAR/3 ferry",
            "A fire on the ferry. Long after that a fire.",
            ["fire on the ferry"],
        ),
        ("ferry NEAR/4 fire", "Fire, fire on the ferry fire.", ["fire on the ferry", "ferry fire"]),
        ("fire PRE/3 ferry", "The ferry fire on a ferry.", ["fire on a ferry"]),
        ('"car fire"~3', "A fire in a car and a car.", ["fire in a car"]),
        ("sent:(fire ferry)", "A fire on a big ferry now. A fire.", ["fire on a big ferry"]),
        ("sent:(fire -ferry)", "A fire on a big ferry. A fire.", ["fire"]),
        ("debt ceiling", "The debt ceiling, and the debt ceiling.", ["debt ceiling"] * 2),
        ("debt ceiling", "Debt on debt has no ceiling, say I.", ["Debt", "debt has no ceiling"]),
        ("debt ceiling", "Debt has, as one two three know, no ceiling.", ["Debt", "ceiling"]),
        ("debt", "Debt on debt.", ["Debt", "debt"]),
        ("debt new ceiling", "A new ceiling of debt, a new one.", ["new ceiling of debt", "new"]),
        ("ferry (ferry NEAR/1 fire)", "A ferry fire. No ferry.", ["ferry fire", "ferry"]),
    ],
)
def test_words_near_each_other_are_one_place(query: str, text: str, hits: list[str]) -> None:
    answer = asked([piece(text, title="None")], query, "found")
    assert [hit for _, hit, _ in lines(answer)] == hits
    assert answer.places == len(hits)


def test_words_asked_for_inside_quotations_are_listed_only_there() -> None:
    text = 'The fire was out. "No fire is ever out," the captain said.'
    begin, end = text.index("No"), text.index(",")
    said = Quotation("body", 0, begin, end, text[begin:end], "direct", None, "said", True)
    (place,) = lines(asked([piece(text, title="Fire", quotations=(said,))], "quote:fire", "found"))
    assert place[2].startswith(" is ever out")


def test_whose_words_are_listed_follows_the_names_that_are_known_by_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '"No fire," Ines Moss said. "The fire is out," Moss said.'
    said = []
    for speaker, quoted in (("Ines Moss", "No fire"), ("Moss", "The fire is out")):
        begin = text.index(quoted)
        end = begin + len(quoted)
        said.append(Quotation("body", 0, begin, end, quoted, "direct", speaker, "said", True))
    shelf = Shelf([piece(text, title="T", quotations=tuple(said))])
    engine = engine_of(tmp_path / "ix", list(shelf.articles.values()))
    query = 'said:"Ines Moss" quote:fire'
    monkeypatch.setattr(shelf, "keys_holding", lambda type_, part: [])
    assert in_context(engine, shelf, query).places == 1
    monkeypatch.setattr(shelf, "keys_holding", lambda type_, part: ["person:ines moss"])
    monkeypatch.setattr(shelf, "seqs_naming", lambda keys: {1})
    assert in_context(engine, shelf, query).places == 2


def test_a_place_that_the_article_does_not_have_is_told_without_a_passage() -> None:
    article = piece("The ferry came.\n\nIt left.", title="T")
    row = Row(article.id, None, "T", None, "", article.words)
    placed, hit = Placed(article), Hit(row, 1.0, None)
    shown = placed.hit(hit, False, 3 + GAP, 3 + GAP).snippet
    assert shown is not None
    assert shown.text == "It left."
    for first in (3, 2 + GAP, 5 + GAP):  # before the second text, between the two, behind it
        assert placed.hit(hit, False, first, first) is hit


def test_of_a_long_text_a_place_shows_what_is_around_it_as_of_a_short_one() -> None:
    around = "and  gulls\u200b flew " * 20
    text = f"{around}over the ferry {around}"
    (short,) = lines(asked([piece(text, title="T")], "ferry", "found"))
    (long,) = lines(asked([piece(around * 200 + text + around * 200, title="T")], "ferry", "found"))
    assert long == short
    assert short[1] == "ferry"
    assert short[0].startswith("flew and gulls flew and")
    assert 90 < len(short[0]) <= 120 >= len(short[2]) > 90


def test_a_query_without_words_of_a_text_says_that_it_has_no_places() -> None:
    answer = asked([piece("A ferry.", title="T")], "has:title", "following")
    assert (answer.total, answer.places, answer.hits) == (1, 0, ())
    assert "no places" in answer.notes[-1]


@pytest.mark.parametrize("at_first", [1, 3, 20_000])
def test_more_places_than_are_listed_are_told_in_the_answer(
    monkeypatch: pytest.MonkeyPatch, at_first: int
) -> None:
    monkeypatch.setattr("index.concordance.MOST", 5)
    monkeypatch.setattr("index.concordance._AT_FIRST", at_first)
    articles = [piece("Ferry, ferry, ferry.", title=f"T{n}", salt=n) for n in range(4)]
    answer = asked(articles, "ferry", "following")
    assert answer.places == len(answer.hits) == 5
    assert "the first 5, in 2 of 4 articles" in answer.notes[-1]


def test_articles_beyond_the_places_that_are_listed_are_not_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []
    places = concordance._places

    def noted(compiler: Compiler, tree: Node, field: str, docs: Array) -> Spans:
        looked.append(len(docs))
        return places(compiler, tree, field, docs)

    monkeypatch.setattr(concordance, "MOST", 8)
    monkeypatch.setattr(concordance, "_AT_FIRST", 1)
    monkeypatch.setattr(concordance, "_places", noted)
    articles = [piece("Ferry, no ferry.", title=f"T{n}", salt=n) for n in range(50)]
    articles[0] = piece("A boat.", title="No ferry", salt=0)  # fewer than there are in the others
    assert asked(articles, "ferry", "found").places == 8
    assert sum(looked) / 2 < 10
    assert asked(articles, "boat", "found").places == 1


def test_titles_stand_before_their_texts_and_long_texts_far_on_are_found() -> None:
    far = piece("x " * 70_000 + "\n\nThe ferry came late.", title="Ferry news")
    found = lines(asked([far], "ferry", "found"))
    assert [after for *_, after in found] == [" news", " came late."]
    sorted_ = lines(asked([far], "ferry", "following"))
    assert [after for *_, after in sorted_] == [" came late.", " news"]
