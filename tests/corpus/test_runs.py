"""What tells at once that two utterances are not one never says so of two that are."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.comparison import versions
from corpus.comparison.runs import share_a_run, spoken
from corpus.comparison.utterances import ELLIPSIS, Utterance

WORDS = st.lists(st.sampled_from(["doors", "ship", "not", "the", "was", "port", ELLIPSIS])).map(
    tuple
)


def uttered(words: tuple[str, ...], *, fragment: bool) -> Utterance:
    sentence = tuple(n // 6 for n in range(len(words)))
    return Utterance(
        (0,), " ".join(words), words, sentence, (0,) * len(words), None, fragment,
        texts=(" ".join(words),), starts=tuple(range(len(words))), cuts=((0, len(words)),),
    )  # fmt: skip


@given(WORDS, WORDS, st.integers(1, 5))
def test_a_run_is_shared_where_the_longest_match_is_as_long(
    left: tuple[str, ...], right: tuple[str, ...], size: int
) -> None:
    longest = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    assert share_a_run(left, right, size) == (longest.size >= size)


def test_marks_of_what_was_left_out_are_no_words() -> None:
    assert spoken(("the", ELLIPSIS, "ship")) == 2


@given(WORDS, WORDS, st.booleans())
def test_no_relation_is_lost(left: tuple[str, ...], right: tuple[str, ...], fragment: bool) -> None:
    one, two = uttered(left, fragment=fragment), uttered(right, fragment=False)
    quickly = versions.relation(one, two)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(versions, "share_a_run", lambda *_: True)
        thoroughly = versions.relation(one, two)
    if thoroughly is not None:  # the longest match of these is checked by no other condition
        longest = SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size
        need = min(2 if fragment else 3, spoken(left), spoken(right))
        if left != right and (need == 0 or longest < need):
            thoroughly = None
    assert quickly == thoroughly
