"""Words are cut alike for the index, queries and marks, and none of them gets lost."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.words import stem
from index.analysis import Form, address, keys, read_key, tokens, words
from index.postings.cutting import cut
from index.postings.vocabulary import Vocabulary
from index.query.shapes import stems_of_prefix


def _cut_at_once(texts: list[str], vocabulary: Vocabulary | None = None) -> list[list[Form]]:
    """The words of each text as the index takes in all of them in one go."""
    vocabulary = vocabulary or Vocabulary()
    found = cut(texts, vocabulary)
    read = [read_key(vocabulary.keys_by_number[number]) for number in found.numbers.tolist()]
    ends = list(itertools.accumulate(found.counts.tolist(), initial=0))
    return [read[a:b] for a, b in itertools.pairwise(ends)]


def _as_filed(text: str) -> str:
    """A text without lone surrogates, which no key of the index can hold."""
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("al-Hadi’s U.S.-led", ["al", "hadi's", "us", "led"]),
        ("US us U.S.", ["us", "us", "us"]),
        ("250,000 250000 1,234.5 15,2016", ["250000", "250000", "1234.5", "15", "2016"]),
        ("on 19.09.2015 at 9/11", ["on", "19", "09", "2015", "at", "9", "11"]),
        ("3.5m 20-year-old", ["3.5m", "20", "year", "old"]),
        ("Großbritannien Øresund Łódź", ["grossbritannien", "oresund", "lodz"]),
        ("har\u00adbour zero\u200bwidth \u00ad", ["harbour", "zerowidth"]),
        ("U.\u200bS. 250\u2060,000 3\u00ad.5 U\u200e.S", ["us", "250000", "3.5", "us"]),
        ("har\u061cbour gate\ufe0f \u200bopen\u200b \u206aed", ["harbour", "gate", "open", "ed"]),
        ("‘quoted’ rebels’ O’Brien", ["quoted", "rebels", "o'brien"]),
        ("snake_case", ["snake", "case"]),
        ("港口 opens", ["港", "口", "opens"]),
        ("E\u0301dith", ["edith"]),
        ("the End.The next", ["the", "end", "the", "next"]),
        ("", []),
    ],
)
def test_a_text_has_these_words(text: str, folded: list[str]) -> None:
    assert [token.folded for token in tokens(text)] == folded


def test_a_token_stands_where_it_was_found() -> None:
    text = "  “al-Hadi’s” 250,000\u00ad!"
    assert [text[t.start : t.end] for t in tokens(text)] == ["al", "Hadi’s", "250,000\u00ad"]


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_the_index_holds_what_the_text_shows(text: str) -> None:
    found = tokens(text)
    assert words(text) == [Form(*token[2:]) for token in found]
    assert [read_key(key) for key in keys(text.encode("utf-8", "replace").decode())] == words(
        text.encode("utf-8", "replace").decode()
    )
    assert _cut_at_once([_as_filed(text)]) == [words(_as_filed(text))]
    assert all(text[token.start : token.end].strip() for token in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(
    st.lists(
        st.sampled_from("a I US U.S. 3.5 1,000 ok's x’y kʼ ʼ .5 - , ( é \u00ad \u0301".split())
        | st.just(" ")
    )
)
@settings(max_examples=300)
def test_words_are_cut_alike_quickly_and_with_their_places(pieces: list[str]) -> None:
    text = "".join(pieces)
    half = len(pieces) // 2
    texts = ["".join(pieces[:half]), text, "", "".join(pieces[half:])]
    assert _cut_at_once(texts) == [words(text) for text in texts]


def test_a_word_that_came_before_is_the_same_word_when_it_comes_again() -> None:
    vocabulary = Vocabulary()
    letters = "abcdefghijklmnopqrstuvwxyz"
    texts = [
        " ".join(letters[a:b] * times for a in range(20) for b in range(a + 1, 27))
        for times in (1, 2, 1)
    ]
    for text in texts:
        assert _cut_at_once([text], vocabulary) == [words(text)]
    assert _cut_at_once(["don’t DON'T don't"], vocabulary) == [words("don't DON'T don't")]


def test_words_begin_where_they_stand_in_their_text() -> None:
    texts = ["", "U.S. envoy’s 3.5m", "  “Zoë” 😀 met 港口 it"]
    found = cut(texts, Vocabulary())
    begins = [
        [start - begin for start in found.starts.tolist() if begin <= start <= begin + len(text)]
        for begin, text in zip(found.begins.tolist(), texts, strict=False)
    ]
    assert begins == [[token.start for token in tokens(text)] for text in texts]


LIKELY = st.text(alphabet="abcdeilnorstuy'", min_size=1, max_size=12).filter(lambda w: w[0] != "'")


@given(LIKELY, st.integers(1, 12))
@settings(max_examples=500)
def test_a_prefix_reaches_the_stem_of_every_word_that_begins_so(word: str, end: int) -> None:
    prefix = word[:end]
    root = stem(word)
    assert root.startswith(prefix) or root in stems_of_prefix(prefix)


@pytest.mark.parametrize(
    "word",
    "dying lying tying skies skis city cities hoping hoped possibility happily only early gently "
    "ugly singly idly news running relational democracy monkeys cried ties abilities".split(),
)
def test_a_prefix_reaches_words_with_stems_of_their_own(word: str) -> None:
    for end in range(1, len(word) + 1):
        prefix = word[:end]
        assert stem(word).startswith(prefix) or stem(word) in stems_of_prefix(prefix)


def test_an_address_begins_with_its_host() -> None:
    assert address("HTTPS://www.Gull.Example/News?A=1") == "gull.example/News?A=1"
    assert address("gull.example") == "gull.example"
