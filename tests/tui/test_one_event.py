"""What is said of whether two articles are of one event: score, days, the story of the archive."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shelf import FERRY_HARBOUR, FERRY_MERIDIAN

from corpus.comparison.result import Comparison, EventSigns, SharedText
from tui.cli.comparison_json import comparison_json
from tui.views.marks import ALIGNED
from tui.views.one_event import event_banner, event_reasons, event_scores, event_words
from tui.views.pair_row import PairRow
from tui.views.reasons import how_paired
from tui.views.summing import in_words, totals

SIGNS = EventSigns(titles=0.0, leads=0.0, found_again=0.0, names=0.0, days_apart=0)


def comparison(score: float, signs: EventSigns = SIGNS) -> Comparison:
    return Comparison(
        "a", "b", False, score, (), (), (), (), (), (), (), (), (), SharedText(0.0, 0.0, 0.0, 0.0),
        event=signs, answer="different",
    )  # fmt: skip


def test_a_score_is_never_rounded_up_to_the_limit_that_it_does_not_reach() -> None:
    said = event_scores(comparison(0.1571))
    assert said[0].startswith("They score 0.157: ")
    assert "; perhaps one from 0.16 on; " in said[1]
    assert event_scores(comparison(0.1599999))[0].startswith("They score 0.159: ")


def test_a_score_far_from_every_limit_has_two_places() -> None:
    assert event_scores(comparison(0.0491))[0].startswith("They score 0.04: ")


def test_whether_it_is_one_event_is_said_in_words_and_scores_stand_with_the_reasons() -> None:
    assert event_words(comparison(0.0491)) == "NOT the same event, it seems"
    perhaps = replace(comparison(0.1), answer="perhaps")
    assert event_words(perhaps) == "perhaps the same event, likelier two"
    assert event_words(replace(perhaps, same_event=True)) == "perhaps the same event"
    for one in (comparison(0.0491), perhaps):
        assert not any(letter.isdigit() for letter in event_banner(one) + event_banner(one, True))


def test_two_of_one_story_are_told_to_be_so_where_their_words_say_little() -> None:
    held = replace(comparison(0.1, replace(SIGNS, one_story=True)), answer="perhaps")
    only = "though the archive's story holds both"
    assert event_words(held) == f"two events by what they say, {only}"
    assert event_banner(held, brief=True).startswith(f"Two events, it seems, {only}; ")
    assert "but the archive's story holds both" in event_banner(held)
    late = comparison(0.5, replace(SIGNS, days_apart=12, days_told="undecided"))
    assert "other days told" not in event_words(late)
    assert any("only as the pages are dated" in line for line in event_reasons(late))
    assert any("nothing else makes them perhaps one" in line for line in event_reasons(held))
    document = comparison_json(held, FERRY_HARBOUR, FERRY_MERIDIAN, 1.0)
    assert document["held_by_story"]
    assert not document["same_event"]
    alike = replace(SIGNS, titles=0.9, leads=0.9, like=0.9, numbers=2, one_story=True)
    borne_out = replace(comparison(0.7, alike), answer="same", same_event=True)
    assert "  the archive's story holds both" in event_reasons(borne_out)
    assert event_words(borne_out) == "same event"


@pytest.mark.parametrize(
    ("signs", "why"),
    [
        (replace(SIGNS, days_apart=None, undated=1), "one has no day"),
        (replace(SIGNS, days_apart=None, undated=2), "neither has a day"),
        (replace(SIGNS, days_apart=2), "published 2 days apart"),
        (replace(SIGNS, days_apart=23), "published 23 days apart"),
    ],
)
def test_figures_that_were_not_held_against_each_other_are_not_counted_as_no_conflict(
    signs: EventSigns, why: str
) -> None:
    far = replace(comparison(0.5, replace(signs, titles=0.9, leads=0.9)), answer="perhaps")
    assert totals(far, ()).startswith(f"figures not held to conflict: {why} · ")
    assert totals(far, (), 30) == "figures not held to conflict"
    assert in_words(far, ()).startswith(f"Figures: not held to conflict ({why}), 0 agree.")
    document = comparison_json(far, FERRY_HARBOUR, FERRY_MERIDIAN, 1.0)
    assert document["not_held_to_conflict"] == why


def test_figures_of_two_events_are_told_not_to_be_held_against_each_other() -> None:
    said = totals(comparison(0.0), ())
    assert said.startswith("figures not held to conflict: it seems not one event · ")


def test_where_figures_were_held_against_each_other_none_in_conflict_is_a_finding() -> None:
    near = replace(comparison(0.5, replace(SIGNS, titles=0.9, leads=0.9)), answer="same")
    assert totals(near, ()).startswith("no figures in conflict · no shared ")
    assert in_words(near, ()).startswith("Figures: 0 may conflict, 0 agree.")
    assert comparison_json(near, FERRY_HARBOUR, FERRY_MERIDIAN, 1.0)["not_held_to_conflict"] is None


def test_how_likely_two_sentences_say_the_same_is_told_with_where_it_was_measured() -> None:
    row = PairRow((1,), (1,), ALIGNED["reworded"], "close in words", score=0.4, likelihood=0.72)
    said = "word overlap 0.40, 72% likely to say the same"
    assert f"({said})." in how_paired(row, replace(comparison(0.5), answer="same"))[0]
    perhaps = replace(comparison(0.2), answer="perhaps")
    assert f"({said} where one event is not certain)." in how_paired(row, perhaps)[0]
    assert f"({said} in reports of different events)." in how_paired(row, comparison(0.05))[0]
