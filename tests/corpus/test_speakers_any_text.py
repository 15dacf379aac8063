"""Texts that no editor has seen: blanks in rows, words in disorder, pronouns by the thousand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.quotations import quotations

WORDS = (
    "The town|Lena Orlova|who lives here|said|told|the mayor|“We wait,”|“wait”|according to|he|and|"
    "that it was late|with|Mr.|a baker|whose father left|as saying|in the words of|Orlov’s|his|"
    "statement|described by|as a|Quill|called|—|(|)|:|;|.|“|”|those who|used the term|On Monday|"
    "colleagues|Its director|quoted|was|“danger”|!|claiming|denied that|the report|adding"
).split("|")
BLANKS = (" ", "  ", "      ", ", ", ",      ", " ,", "\u00a0", "\u00a0 \u00a0", "\t", "\n", "")


@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BLANKS)), min_size=1, max_size=12)
)
@settings(max_examples=400, deadline=None)
def test_words_of_attributions_in_any_order_and_with_any_blanks_are_read(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(word + blank for word, blank in pieces)
    for q in quotations([("body", 0, text)]):
        assert 0 <= q.start < q.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "whose father left,      “danger” ,The town adding . is",
        "The town,      who lives here, said that “it waits here”.",
        "as saying,      “it waits” , The town said . is",
        "claiming      quoted      as saying . adding … as saying a baker “danger”, ;",
    ],
)
def test_blanks_in_a_row_behind_a_comma_stop_no_reading(text: str) -> None:
    quotations([("body", 0, text)])


@pytest.mark.parametrize(
    "sentence",
    [
        "Orlova said that she would wait for him.",
        "Mr. Aalto told him that he had left. “They left,” Aalto said.",
        "Ministry said that {n} boats were late.",
        "The teacher of class {n} left. “We wait,” he said.",
        "Lena Orlova left {n} boats. “We wait,” she said.",
    ],
)
def test_thousands_of_sentences_with_pronouns_take_time_in_proportion(sentence: str) -> None:
    texts = [sentence.replace("{n}", str(n)) for n in range(12_000)]
    begun = time.process_time()
    quotations([("body", n, text) for n, text in enumerate(texts)])
    assert time.process_time() - begun < 25  # some 2; looked through anew for each, a minute
