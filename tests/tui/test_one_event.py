"""What is said of whether two articles are of one event: score, days, the story of the archive."""

from __future__ import annotations

from dataclasses import replace

from corpus.comparison.result import (
    Comparison,
    EventSigns,
    SharedText,
)
from tui.views.one_event import event_banner, event_reasons, event_words

SIGNS = EventSigns(titles=0.0, leads=0.0, found_again=0.0, names=0.0, days_apart=0)


def comparison(score: float, signs: EventSigns = SIGNS) -> Comparison:
    return Comparison(
        "a", "b", False, score, (), (), (), (), (), (), (), (), (), SharedText(0.0, 0.0, 0.0, 0.0),
        event=signs, answer="different",
    )  # fmt: skip


def test_a_score_is_never_rounded_up_to_the_limit_that_it_does_not_reach() -> None:
    said = event_banner(comparison(0.1571))
    assert "score 0.157." in said
    assert "One event begins at 0.16" in said
    assert event_words(comparison(0.1599999)) == "NOT the same event, it seems (0.159)"


def test_a_score_far_from_every_limit_has_two_places() -> None:
    assert event_words(comparison(0.0491)) == "NOT the same event, it seems (0.04)"


def test_two_of_one_story_are_told_to_be_so_where_their_words_say_little() -> None:
    held = replace(comparison(0.1, replace(SIGNS, one_story=True)), answer="perhaps")
    assert event_words(held).endswith("one story in this archive")
    assert event_banner(held).startswith("These two are one story in this archive")
    assert any("holds both in one story" in line for line in event_reasons(held))
