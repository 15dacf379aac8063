"""Many words as one pattern find what a list of them finds, the longest first."""

from __future__ import annotations

import re

from corpus.quotations.words import CUE, NAMING, PHRASES, SAYING, SPEECH
from corpus.trie import trie


def test_the_longest_word_is_found_and_a_shorter_one_where_it_fails() -> None:
    pattern = re.compile(trie(["called", "call", "called-for", "went on", "C.I.A"]))
    assert [m[0] for m in pattern.finditer("called-for called calls went on went C.I.A CxIxA")] == [
        "called-for",
        "called",
        "call",
        "went on",
        "C.I.A",
    ]


def test_every_cue_is_found_whole_and_no_part_of_another_word() -> None:
    cues = {*SPEECH, *SAYING, *NAMING, *PHRASES}
    pattern = re.compile(rf"\b(?:{CUE})\b")
    assert all(pattern.fullmatch(cue) for cue in cues)
    assert pattern.search("sayings unsaid retold addsorbed") is None
