"""The engine finds and scores exactly what a scorer of a few lines finds by reading every text."""

from __future__ import annotations

import math
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pieces import engine_of, piece
from rapidfuzz.distance import OSA

from corpus.article import Article
from corpus.article import Sentence as SentenceSpan
from index.analysis import Form, words
from index.engine import IndexEntry
from index.named import How
from index.outside import Outside
from index.postings import occurring, policy
from index.postings.scoring import K1, LENGTHS, WEIGHTS
from index.query.rows import row
from index.query.shapes import ALIKE, Alike, Exactly, InCapitals, Related, Shape
from index.query.tree import (
    And,
    Boosted,
    Capitals,
    Days,
    Everything,
    Field,
    Fuzzy,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Regex,
    Sentence,
    Shaped,
    Wildcard,
    Word,
    placed,
)
from index.schema import GAP

Scores = dict[int, float | None]


class NamedSoFar(Outside):
    """Who is named where, as far as it is known; more comes to be known later."""

    def __init__(self) -> None:
        self.known: dict[str, set[int]] = {}

    def names(self, field: str, name: str, how: How) -> set[int]:
        """The articles that are known to name somebody."""
        return self.known.get(name, set())


class Naive:
    """Reads every article anew for every question."""

    def __init__(self, articles: dict[int, Article], named: NamedSoFar | None = None) -> None:
        self.articles, self.named = articles, named or NamedSoFar()
        self.texts = {
            (n, "title"): dict(enumerate(words(a.title or ""))) for n, a in articles.items()
        } | {(n, "body"): self._body(a) for n, a in articles.items()}
        self.means = {
            field: sum(len(self.texts[n, field]) for n in articles) / max(1, len(articles)) or 1.0
            for field in ("title", "body")
        }

    def _body(self, article: Article) -> dict[int, Form]:
        found, at = {}, 0
        for text in ([article.standfirst] if article.standfirst else []) + [
            p.text for p in article.paragraphs
        ]:
            forms = words(text)
            found.update(enumerate(forms, at))
            at += len(forms) + GAP
        return found

    def times(self, n: int, field: str, node: Node) -> float:
        """How often a row of words stands in a text, by the weight of its forms."""
        shapes, text = row(node), self.texts[n, field]
        if len(shapes) == 1:
            return sum(_weight(shapes[0], form) for form in text.values() if shapes[0].fits(form))
        return len(self.spans(n, field, node))

    def spans(self, n: int, field: str, node: Node) -> set[tuple[int, int]]:
        """Where a part stands in a text, by trying every place."""
        text = self.texts[n, field]
        match node:
            case Or(nodes):
                return set().union(*(self.spans(n, field, inner) for inner in nodes))
            case Near(left, right, distance, ordered):
                gaps = any(_has_gaps(inner) for inner in (left, right))
                return {
                    (min(a, c), max(b, d))
                    for a, b in self.spans(n, field, left)
                    for c, d in self.spans(n, field, right)
                    if 0 < c - b <= distance
                    or (not ordered and (0 < a - d <= distance or (gaps and c <= b and a <= d)))
                }
            case Loose(_, slop):
                wanted = Counter(row(node))
                places = sorted(
                    (at, k, shape)
                    for at, form in text.items()
                    for k, shape in enumerate(wanted)
                    if shape.fits(form)
                )
                stretches = set()
                for end in range(len(places)):
                    for begin in range(end, -1, -1):
                        held = Counter(shape for *_, shape in places[begin : end + 1])
                        if all(held[shape] >= count for shape, count in wanted.items()):
                            if places[end][0] - places[begin][0] < len(row(node)) + slop:
                                stretches.add((places[begin][0], places[end][0]))
                            break
                return stretches
        shapes = row(node)
        return {
            (at, at + len(shapes) - 1)
            for at in text
            if all(at + k in text and s.fits(text[at + k]) for k, s in enumerate(shapes))
        }

    def sentences(self, n: int, field: str, node: Node) -> set[int]:
        """The sentences for which a part holds; here every paragraph is one."""
        text = self.texts[n, field]
        number, before, count = dict[int, int](), 0, 0
        for at in text:
            count += at - before > GAP
            number[at], before = count, at
        match node:
            case And(nodes):
                return set.intersection(*(self.sentences(n, field, inner) for inner in nodes))
            case Not(inner):
                return set(number.values()) - self.sentences(n, field, inner)
            case Or(nodes) if not placed(node):
                return set().union(*(self.sentences(n, field, inner) for inner in nodes))
        spans = self.spans(n, field, node)
        return {number[a] for a, b in spans if number[a] == number[b]}

    def term(self, node: Node, field: str | None) -> Scores:
        """BM25F of one row of words."""
        fields = [field] if field else ["title", "body"]
        counts = {n: {f: self.times(n, f, node) for f in fields} for n in self.articles}
        counts = {n: held for n, held in counts.items() if any(held.values())}
        rarity = math.log(1 + (len(self.articles) - len(counts) + 0.5) / (len(counts) + 0.5))
        scores: Scores = {}
        for n, held in counts.items():
            sums = sum(
                WEIGHTS[f] * times
                / (1 - LENGTHS[f] + LENGTHS[f] * len(self.texts[n, f]) / self.means[f])
                for f, times in held.items()
                if times  # where there are none the text may be empty
            )  # fmt: skip
            scores[n] = rarity * (K1 + 1) * sums / (K1 + sums)
        return scores

    def ask(self, node: Node, field: str | None = None) -> Scores:
        """Which articles answer, each with its score (None: nothing scores)."""
        match node:
            case Everything():
                titled = field == "title"  # title:* asks for articles with a title
                return {n: None for n, a in self.articles.items() if a.title or not titled}
            case Days(first, last):
                days = {n: a.published for n, a in self.articles.items() if a.published}
                low, high = first or "0", last or "9"
                return {n: None for n, day in days.items() if low <= day <= high}
            case Field("person", Word(name)):
                return {
                    n: None for n in self.named.names("person", name, "part") if n in self.articles
                }
            case Field(name, inner):
                return self.ask(inner, name)
            case Boosted(inner, factor):
                found_ = self.ask(inner, field)
                return {n: score and score * factor for n, score in found_.items()}
            case Sentence(inner):
                scores = self.ask(_without_nots(inner), field)
                held = {
                    n
                    for n in self.articles
                    if any(self.sentences(n, f, inner) for f in ("title", "body"))
                }
                return {n: score for n, score in scores.items() if n in held}
            case Not(inner):
                lost = self.ask(inner, field)
                return {n: None for n in self.articles if n not in lost}
            case Or(nodes):
                return _added([self.ask(inner, field) for inner in nodes])
            case And(nodes):
                found = [self.ask(inner, field) for inner in nodes]
                both = set.intersection(*(set(hits) for hits in found))
                return {n: score for n, score in _added(found).items() if n in both}
            case _:
                return self.term(node, field)


def _weight(shape: Shape, form: Form) -> float:
    match shape:
        case Exactly() | Related() | InCapitals():
            return shape.weight(form)
        case Alike(folded, edits, word):
            spelt = {form.folded, form.folded.removesuffix("'s")}
            near = min(OSA.distance(folded, one) for one in spelt)
            related = word.weight(form) if word and word.fits(form) else 0.0
            return max(float(ALIKE**near) if near <= edits else 0.0, related)
    return 1.0


def _has_gaps(node: Node) -> bool:
    match node:
        case Or(nodes):
            return any(map(_has_gaps, nodes))
    return isinstance(node, Near | Loose)


def _without_nots(node: Node) -> Node:
    match node:
        case And(nodes):
            return And(tuple(_without_nots(n) for n in nodes if not isinstance(n, Not)))
        case Or(nodes):
            return Or(tuple(map(_without_nots, nodes)))
    return node


def _added(found: Sequence[Scores]) -> Scores:
    return {
        n: math.fsum(hits.get(n) or 0.0 for hits in found)
        for n in set[int]().union(*(set(hits) for hits in found))
    }


VOCABULARY = (
    "a an strike strikes Strike striking US us harbour harbours Zoë zoe 3.5 o'clock".split()
)
TEXT = st.lists(st.sampled_from(VOCABULARY), min_size=0, max_size=12).map(" ".join)
BODY = st.lists(TEXT, min_size=1, max_size=3).map("\n\n".join)
DAY = st.none() | st.dates(date(2015, 1, 1), date(2015, 1, 9)).map(date.isoformat)
ARTICLES = st.lists(st.tuples(TEXT, BODY, DAY), min_size=1, max_size=14)

PEOPLE = ("Tolliver", "Marchetti")

ROWS: st.SearchStrategy[Node] = st.one_of(
    st.sampled_from(VOCABULARY).map(Word),
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3).map(" ".join).map(Phrase),
    st.sampled_from(["s", "st", "strik", "h", "z", "u", "x"]).map(Prefix),
    st.sampled_from(["*", "s*e", "*our*", "??", "h?rb*", "*"]).map(Wildcard),
    st.sampled_from(["us", "stryke", "harbor", "zo"]).map(lambda word: Fuzzy(word, 1)),
    st.sampled_from(["striek", "uss"]).map(lambda word: Fuzzy(word, 2)),
    st.sampled_from(["s.*k", "har|us", "zo.", ".*['.].*"]).map(Regex),
    st.sampled_from(["US", "IS"]).map(Capitals),
    st.sampled_from(["str* * us", "u* s*", "h?rb* strike", "us * * str?ke"]).map(Shaped),
)
NEAR: st.SearchStrategy[Node] = st.recursive(
    ROWS | st.lists(ROWS, min_size=2, max_size=2).map(tuple).map(Or),
    lambda part: st.builds(Near, part, part, st.integers(1, 4), st.booleans()),
    max_leaves=3,
)
LOOSE: st.SearchStrategy[Node] = st.builds(
    Loose,
    st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=3).map(" ".join),
    st.integers(0, 3),
)
SENTENCES: st.SearchStrategy[Node] = st.one_of(
    st.lists(NEAR | LOOSE, min_size=2, max_size=3).map(tuple).map(And),
    st.tuples(ROWS, NEAR.map(Not)).map(And),
    st.lists(LOOSE | ROWS, min_size=2, max_size=2).map(tuple).map(Or),
).map(Sentence)
LEAVES: st.SearchStrategy[Node] = st.one_of(
    ROWS,
    NEAR,
    LOOSE,
    SENTENCES,
    st.builds(Boosted, ROWS, st.sampled_from([0.5, 2.0])),
    st.tuples(DAY, DAY).map(lambda pair: Days(*sorted(pair, key=lambda d: d or ""))),
    st.just(Everything()),
    st.sampled_from(PEOPLE).map(lambda name: Field("person", Word(name))),
)
NODES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(And),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or),
        inner.map(Not),
        st.tuples(st.sampled_from(["title", "body"]), ROWS | NEAR | LOOSE).map(lambda p: Field(*p)),
    ),
    max_leaves=5,
)


def _in_sentences(article: Article) -> Article:
    """The article with every paragraph as one sentence."""
    return replace(
        article,
        sentences=tuple(
            SentenceSpan(within, number, 0, len(text)) for within, number, text in article.texts()
        ),
    )


def alike(engine_hits: Sequence[tuple[int, float]], scores: Scores) -> None:
    """The same articles with the same scores, best first."""
    found = dict(engine_hits)
    assert found.keys() == scores.keys()
    for n, score in scores.items():
        assert found[n] == pytest.approx(score or 0.0, abs=2e-9)
    best = [score for _, score in engine_hits]
    assert best == sorted(best, reverse=True)


@given(ARTICLES, st.lists(NODES, min_size=1, max_size=4), st.integers(1, 14), st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_every_query_finds_and_scores_as_reading_every_text_would(
    texts: list[tuple[str, str, str | None]], nodes: list[Node], batch: int, data: st.DataObject
) -> None:
    articles = [
        _in_sentences(piece(body, title=title or None, published=day, salt=n))
        for n, (title, body, day) in enumerate(texts)
    ]
    with tempfile.TemporaryDirectory() as folder:
        engine = engine_of(Path(folder) / "ix", articles, batch=batch)
        living = dict(enumerate(articles, 1))
        named = NamedSoFar()

        def compared() -> None:
            naive = Naive(living, named)
            for node in nodes:
                alike(engine.search(node, limit=100, outside=named).hits, naive.ask(node))

        def names_arrive() -> None:
            seqs = st.sets(st.integers(1, len(articles)))
            named.known = {who: named.known.get(who, set()) | data.draw(seqs) for who in PEOPLE}

        compared()
        names_arrive()
        compared()
        gone = data.draw(st.sets(st.sampled_from(sorted(living))))
        changed = data.draw(st.sets(st.sampled_from(sorted(living)))) - gone
        fresh = [
            _in_sentences(piece("harbour strike " * k, title="us", salt=k))
            for k in range(len(changed))
        ]
        again = [
            IndexEntry(n, article.id, article)
            for n, article in zip(sorted(changed), fresh, strict=True)
        ]
        engine.update(again, deleted=gone | changed, last_seq=100)
        living = {n: article for n, article in living.items() if n not in gone}
        living.update(zip(sorted(changed), fresh, strict=True))
        compared()
        names_arrive()
        engine.purge()
        compared()
        with engine._store.writing():
            engine._store.merge(list)
        assert len(engine._store.snapshot().segments) <= 1
        compared()
        engine.close()


FEW = st.lists(st.sampled_from(["us", "US", "strike", "harbour", "a"]), min_size=6, max_size=16)
PAIRS = st.builds(
    Near,
    st.sampled_from([Word("us"), Word("strike"), Or((Word("a"), Phrase("us strike")))]),
    st.sampled_from([Word("harbour"), Capitals("US"), Phrase("a us"), Prefix("str")]),
    st.integers(1, 5),
    st.booleans(),
)


LOOSELY = st.builds(
    Loose,
    st.lists(st.sampled_from(["us", "strike", "harbour", "a"]), min_size=2, max_size=3).map(
        " ".join
    ),
    st.integers(0, 4),
)


@pytest.mark.parametrize("tabled", [0, 10**9])  # each place is looked up by halving; in a table
@pytest.mark.parametrize("often", [0, 2, 10**9])  # all words are looked up; some; none
@given(
    st.lists(FEW.map(" ".join), min_size=3, max_size=8),
    st.lists(PAIRS | LOOSELY, min_size=4, max_size=8),
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_words_are_near_exactly_when_reading_says_so(
    often: int, tabled: int, texts: list[str], nodes: list[Node]
) -> None:
    articles = [piece(text, salt=n) for n, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for constant in ("_OFTEN", "_OFTEN_NEAR"):
            patch.setattr(occurring, constant, often)
        patch.setattr(occurring, "FEW", often or 0.1)
        patch.setattr(occurring, "_AT_ONCE", 3)
        patch.setattr(occurring, "_TABLED", tabled)
        patch.setattr(occurring, "_WORTH", 10**9)  # all words are remembered as one form
        engine = engine_of(Path(folder) / "ix", articles, batch=3)
        naive = Naive(dict(enumerate(articles, 1)))
        for node in nodes * 2:  # first as they are
            alike(engine.search(node, limit=100).hits, naive.ask(node))
        engine.close()


def test_the_policy_leaves_a_single_segment_alone() -> None:
    from index.postings.toc import Entry

    assert policy.tiered([Entry("a.seg", 100, 0)]) == []
    assert policy.with_deleted([Entry("a.seg", 100, 0)]) == []
