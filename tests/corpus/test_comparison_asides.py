"""What is set into a page and is none of what its report says."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison.asides import asides
from corpus.comparison.sides import side


@pytest.mark.parametrize(
    "line",
    [
        "(N. Brill/Harbour Gazette)",
        "Ada Quill / Meridian Wire",
        "Reuters",
        "Photo: Ada Quill, Meridian Wire",
        "Photograph: Ada Quill/MW",
        "fa la la la la",
        "Oh, oh, yeah!",
    ],
)
def test_a_credit_alone_and_what_is_only_sung_are_set_into_the_page(line: str) -> None:
    one = side(report(f"The ferry Aurelia burned off Port Calder.\n{line}"))
    assert asides(one, {s.i for s in one.sentences}) == {s.i for s in one.sentences if s.i}


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sailed in 2030/2031.",
        "“Yeah,” he said.",
        "Reuters was told that nobody had been on board.",
        "Oh, the harbour is shut.",
        "The ferry and/or its cargo burned.",
    ],
)
def test_a_sentence_with_such_words_is_none(line: str) -> None:
    one = side(report(f"The ferry Aurelia burned off Port Calder.\n{line}"))
    assert asides(one, {s.i for s in one.sentences}) == frozenset()
