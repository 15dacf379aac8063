"""Sentences of several paragraphs in one line."""

from __future__ import annotations

from corpus.comparison.facing import ComparedSentence
from tui.views.citing import running


def test_a_caption_does_not_run_into_the_sentence_under_it() -> None:
    caption = ComparedSentence(
        0, "body", 3, 0, 36, "Harbour police have held the captain", "caption"
    )
    text = ComparedSentence(1, "body", 4, 0, 31, "Ines Varga, a minister, said so.", "body")
    more = ComparedSentence(2, "body", 4, 32, 48, "Nobody answered.", "body")
    assert running([caption, text, more]) == (
        "Harbour police have held the captain / Ines Varga, a minister, said so. Nobody answered."
    )
    assert running([]) == ""
