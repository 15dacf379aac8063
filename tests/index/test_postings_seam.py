"""The index is one that Whoosh can read: its own queries find in it what ours find."""

from __future__ import annotations

import typing
from datetime import date
from pathlib import Path

import pytest
from pieces import engine_of, piece
from whoosh import query as whoosh_query

from index.analysis import term_key
from index.engine import Engine
from index.outside import Outside
from index.postings import seam
from index.postings.seam import Computed, Gathering, searcher
from index.query import tree
from index.query.compile import Compiler
from index.query.parse import read
from index.query.tree import And, Node, Or, Phrase, Word
from index.schema import schema

TEXTS = [
    "The harbour strike goes on.\n\nA strike of dockers, said the mayor.",
    "the mayor of the harbour",
    "A Strike at dawn. The strike ended; nobody said why.",
    "dockers said nothing of the harbour strike",
    "ferries",
]


@pytest.fixture(scope="module", params=[1, 2, 5])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    articles = [piece(text, title=f"number {n}", salt=n) for n, text in enumerate(TEXTS)]
    found = engine_of(tmp_path_factory.mktemp("seam") / "ix", articles, batch=request.param)
    found.update([], deleted=[5], last_seq=6)
    return found


def key(word: str) -> bytes:
    return term_key(word)


def whoosh_finds(engine: Engine, query: whoosh_query.Query) -> tuple[set[int], bool]:
    """Record numbers that a query of Whoosh's own finds, and whether it walked its matchers."""
    scoring = engine._scored()
    gathering = Gathering()
    searcher(scoring, schema()).search_with_collector(query, gathering)
    seqs = scoring.snapshot.column("seq")[gathering.hits.docs].tolist()
    return set(seqs), gathering.fallen_back


def ours(engine: Engine, node: Node) -> set[int]:
    return set(engine.search(node).seqs)


def either(*words: str) -> whoosh_query.Query:
    """Whoosh's query for any of these surface forms in the body."""
    return whoosh_query.Or([whoosh_query.Term("body", key(word)) for word in words])


def test_whooshs_own_words_and_or_not_find_the_same(engine: Engine) -> None:
    strike, dockers = either("strike", "Strike"), either("dockers")
    for query, node in (
        (strike, Word("strike")),
        (whoosh_query.And([strike, dockers]), And((Word("strike"), Word("dockers")))),
        (whoosh_query.Or([strike, either("mayor")]), Or((Word("strike"), Word("mayor")))),
    ):
        found, walked = whoosh_finds(engine, query)
        assert found == ours(engine, node)
        assert walked


def test_whooshs_own_phrases_find_the_same(engine: Engine) -> None:
    for words in (["harbour", "strike"], ["the", "mayor"], ["strike", "harbour"]):
        phrase = whoosh_query.Phrase("body", [key(word) for word in words])
        assert whoosh_finds(engine, phrase)[0] == ours(engine, Phrase(" ".join(words)))


def test_whoosh_reads_every_term_with_its_postings(engine: Engine) -> None:
    reader = searcher(engine._scored(), schema()).reader()
    terms = list(reader.all_terms())
    assert terms == sorted(terms)
    assert ("body", key("harbour")) in terms
    assert reader.doc_frequency("body", key("harbour")) == 3
    assert reader.frequency("body", key("strike")) == 4
    assert list(reader.expand_prefix("body", b"harbour")) == [key("harbour")]
    assert reader.doc_count() == 4
    assert key("dockers") in set(reader.lexicon("body"))


def test_whoosh_sorts_by_our_columns(engine: Engine) -> None:
    found = searcher(engine._scored(), schema()).search(
        either("strike", "Strike"), sortedby="seq", reverse=True, limit=10
    )
    numbers = [hit.docnum for hit in found]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == 3


QUERIES = (
    'strike US "harbour strike" "strike harbour"~3 harb* h?rbour strik~1 /str.*/ date:2015 '
    "has:title is:undated number:>3 title:* mayor NEAR/3 harbour sent:(strike harbour) strike^2 "
    "quote:strike said:mayor -ferries (strike OR *) outlet:x url:y lang:en person:z "
    '"harb* * str?ke" tag:x note:y story:{strike harbour} outlet:="x y"'
)


def test_nothing_in_the_language_falls_back_to_matchers(engine: Engine) -> None:
    whole = read(QUERIES, today=date(2015, 9, 19)).tree
    asked: set[type] = set()

    def visit(node: Node) -> None:
        asked.add(type(node))
        for name in node.__dataclass_fields__:
            value = getattr(node, name)
            for inner in value if isinstance(value, tuple) else (value,):
                if hasattr(inner, "__dataclass_fields__"):
                    visit(inner)

    visit(whole)
    known = set(typing.get_args(tree.Node))
    assert asked == known
    scoring = engine._scored()
    for part in whole.nodes if isinstance(whole, And) else (whole,):
        compiled = Compiler(scoring.snapshot, Outside()).query(part)
        assert isinstance(compiled, Computed)
        gathering = Gathering()
        searcher(scoring, schema()).search_with_collector(compiled, gathering)
        assert not gathering.fallen_back


def test_a_searcher_of_whoosh_runs_our_queries_through_matchers_too(engine: Engine) -> None:
    scoring = engine._scored()
    compiled = Compiler(scoring.snapshot, Outside()).query(Word("strike"))
    results = searcher(scoring, schema()).search(compiled, limit=10)
    expected = engine.search(Word("strike"), limit=10).hits
    seqs = scoring.snapshot.column("seq")
    assert {int(seqs[hit.docnum]) for hit in results} == {seq for seq, _ in expected}


def test_all_names_of_whoosh_that_the_engine_stands_on_are_in_the_seam() -> None:
    folder = Path(seam.__file__).parent
    users = {file.name for file in folder.glob("*.py") if "from whoosh" in file.read_text("utf-8")}
    assert users == {"seam.py"}
    for name in seam.__all__:
        assert getattr(seam, name) is not None
