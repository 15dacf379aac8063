"""Where sentences end: abbreviations, quotation marks, ellipses, lists, glued text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import split


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The bridge fell.", "Nobody was hurt."],
        ["Mr. Orlov met Dr. Haas on Sept. 9.", "They spoke for an hour."],
        ["The U.S. Senate voted at 9 a.m. ET on Monday.", "It took no time."],
        ["He lives in the U.S.", "The rest of them moved."],
        ["The shop opens at 9 a.m.", "Customers wait outside."],
        ["J. K. Marlow and George W. Penn wrote it.", "Few read it."],
        ["Room No. 5 costs 3.50 euros.", "Room No. 6 is free."],
        ["Lakeside Corp. Chairman Ann Low resigned.", "Her deputy followed."],
        ["It happened in March 2015.", "Then came the flood."],
        ["“We leave now.”", "The captain did not wait."],
        ["“We leave now.", "We will not come back,” she said."],
        ["(The mayor was away.)", "His deputy spoke."],
        ["“Why now?” he asked.", "No one knew."],
        ["“Why now?” Captain Lund asked.", "No one knew."],
        ["It will end. ...", "So we talked about it."],
        ["“We hope they help ... when the time comes,” she said.", "They did not."],
        ["1. Close the door.", "2. Leave by the back."],
        ["He won with 3.5 points.", "al-Hadi came second."],
        ["第一句。", "第二句！", "第三句"],
        ["Fire in the Mill?", "What We Know"],
        ["Was it Vitamin C?", "Nobody asked."],
        ["They took plan B.", "It failed."],
        ["Smith v. Jones was heard first.", "Both lost."],
        ["She paid for tea, cake, etc.", "The rest was free."],
        ["Drs. Haas and Lund met then-Gov. Orlov and Messrs. Low–Sen. Penn had left.", "They ate."],
        ["Paul P. Marlow asked for Sec. Low and Ald. Ann Lund.", "Nobody came."],
        ["Flight no. 446 left on Sun. Dec. 31, as did nos. 7 and 8.", "Prop. 9 was voted down."],
        ["He read it in the Sun.", "20 others did."],
        ["Asked again, she said no.", "7 of them agreed."],
        ["It was polled from Jan. 31-Feb. 2 under 18 U.S.C. § 12 by Marlow, G. & Low, A. in May."],
        ["They met on Mill St.", "The others walked 6 ft. behind.", "It rained."],
        ["It is a long story…", "Harbours have many."],
        ["The road to the… Harbour was closed.", "Few came."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences: list[str]) -> None:
    assert parts(" ".join(sentences)) == sentences


def test_a_sentence_glued_to_a_quotation_is_parted_without_losing_a_letter() -> None:
    assert parts('It has no future."However, the talks go on.') == [
        "It has no future.",
        '"However, the talks go on.',
    ]
    assert parts("He left.“We stay,” she said.") == ["He left.", "“We stay,” she said."]
    assert parts("It was closed.”The owner wept.") == ["It was closed.”", "The owner wept."]


def test_addresses_and_decimals_are_not_parted() -> None:
    text = "Read news.Example.org or example.com/a.Html for version 2.10.3 of the file."
    assert parts(text) == [text]


def test_lines_of_a_list_are_sentences_and_wrapped_prose_is_not_parted() -> None:
    assert parts("Fire in mill\nMayor resigns\nRain expected") == [
        "Fire in mill",
        "Mayor resigns",
        "Rain expected",
    ]
    wrapped = "The long report that the committee of the city published on\nMonday says little."
    assert parts(wrapped) == [wrapped]


def test_a_lone_ellipsis_belongs_to_the_sentence_before_it() -> None:
    assert parts("It was one case. … In a new year all will change.") == [
        "It was one case. …",
        "In a new year all will change.",
    ]


def test_a_text_that_begins_with_a_stop_is_one_sentence() -> None:
    assert parts(". President Ada Low") == [". President Ada Low"]
    assert parts("It ended.. Mr. Low left.") == ["It ended..", "Mr. Low left."]


def test_blank_texts_have_no_sentences() -> None:
    assert split("") == []
    assert split(" \n\t ") == []


ALPHABET = st.sampled_from([*"aB .!?…\"'”“«»()\n\t。1é-", "U.S. ", "Mr. ", "No. 5", " The "])


def check(text: str) -> None:
    at = 0
    for start, end in split(text):
        assert text[at:start].strip() == ""
        assert start < end
        assert text[start:end].strip() == text[start:end]
        at = end
    assert text[at:].strip() == ""


@given(st.text())
def test_spans_and_gaps_put_together_are_any_text(text: str) -> None:
    check(text)


@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_spans_and_gaps_put_together_are_any_text_full_of_stops(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "piece", [".", '."', "a.", "U.S. The ", " . .", "\n", '."A', "!? ", " ", " \n"]
)
def test_very_long_texts_of_stops_take_bounded_time(piece: str) -> None:
    text = "a" + piece * (300_000 // len(piece)) + "b"
    begun = time.process_time()
    split(text)
    assert time.process_time() - begun < 3
