"""What is hidden in the sample archive is found by comparing its articles."""

from __future__ import annotations

from functools import cache

import pytest

from corpus.article import Article
from corpus.comparison import Comparison, compare
from corpus.reading import read
from corpus.sample import folder
from index.intake import walk


@cache
def articles() -> dict[str, Article]:
    """The sample's articles by their path in the manifest."""
    documents = (intake.document for intake in walk([folder()]))
    return {d.path.split("/", 1)[1]: read(d) for d in documents if d is not None}


def compared(left: str, right: str) -> Comparison:
    return compare(articles()[left], articles()[right])


MISSING = ("meridian-wire/2031-03-13-ferry-fire.txt",
           "harbour-gazette/2031-03-13-ferry-17-unaccounted.txt")  # fmt: skip


def test_fourteen_and_seventeen_missing_may_conflict() -> None:
    found = {(f.left_value, f.right_value, f.relation) for f in compared(*MISSING).figures}
    assert (14, 17, "differ") in found


def test_fourteen_and_nine_a_day_later_name_the_later_report() -> None:
    comparison = compared(
        "meridian-wire/2031-03-13-ferry-fire.txt", "nordvik-today/2031-03-14-ferry-fire.txt"
    )
    (pair,) = [f for f in comparison.figures if f.relation == "differ"]
    assert (pair.left_value, pair.right_value) == (14, 9)
    assert "later count" in (pair.note or "")


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        ("meridian-wire/2031-03-13-ferry-fire-update.txt",
         "nordvik-today/2031-03-14-ferry-fire.txt", (212, 210)),
        ("meridian-wire/2031-03-13-ferry-fire-update.txt",
         "harbour-gazette/2031-03-13-ferry-17-unaccounted.txt", (212, 200)),
        ("exports/meridian-wire.jsonl#1",
         "nordvik-today/2031-03-11-sarn-spill.txt", (42600, 40000)),
    ],
)  # fmt: skip
def test_exact_and_rounded_counts_agree_approximately(
    left: str, right: str, values: tuple[int, int]
) -> None:
    pairs = [f for f in compared(left, right).figures if f.relation == "approximate"]
    assert values in {(f.left_value, f.right_value) for f in pairs}


def test_the_lost_negation_of_the_talks_is_an_altered_quotation() -> None:
    comparison = compared(
        "meridian-wire/2031-04-02-geneva-talks.txt", "saltmarsh-review/geneva.txt"
    )
    assert "altered" in {q.relation for q in comparison.quotations}


def test_the_minister_with_other_words_is_an_altered_quotation() -> None:
    comparison = compared(
        "meridian-wire/2031-03-13-ferry-fire-update.txt", "coastal-post/2031-03-13-ferry-doors.txt"
    )
    assert [q.relation for q in comparison.quotations if "No ship" in q.left_text] == ["altered"]


def test_head_and_tail_quoted_as_one_are_spliced() -> None:
    comparison = compared(
        "meridian-wire/2031-03-13-ferry-fire-update.txt", "nordvik-today/2031-03-14-ferry-fire.txt"
    )
    assert "spliced" in {q.relation for q in comparison.quotations}


def test_a_sentence_that_loses_its_second_half_is_trimmed() -> None:
    comparison = compared(
        "meridian-wire/2031-03-21-kessel-pass.txt", "nordvik-today/2031-03-22-dral-valley.txt"
    )
    assert [q.relation for q in comparison.quotations] == ["trimmed_right"]


def test_wire_copy_shares_most_of_its_text_outside_quotations() -> None:
    copy = compared("exports/meridian-wire.jsonl#2", "harbour-gazette/2031-03-18-dock-strike.txt")
    own = compared("exports/meridian-wire.jsonl#2", "tamar-chronicle/2031-03-19-port-strike.txt")
    assert copy.shared.right_outside_quotations > 0.5
    assert own.shared.right_outside_quotations < 0.1


def test_two_events_of_one_weekend_in_one_city_are_told_apart() -> None:
    comparison = compared(
        "tamar-chronicle/2031-03-10-recount-result.html", "nordvik-today/2031-03-11-sarn-spill.txt"
    )
    assert not comparison.same_event


def test_where_two_events_are_told_more_is_asked_of_sentences_that_say_the_same() -> None:
    dead_fish, raid = (
        next(a for a in articles().values() if (a.title or "").startswith(title))
        for title in ("Dead fish reach Nordvik", "Eleven soldiers murdered")
    )
    comparison = compare(dead_fish, raid)
    assert comparison.answer == "different"
    assert all(a.rule.startswith("titles") for a in comparison.alignments)
    perhaps_one = compare(dead_fish, raid, one_story=True)
    assert perhaps_one.answer == "perhaps"
    nearest = zip(comparison.nearest, perhaps_one.nearest, strict=True)
    pairs = [(two.likelihood, one.likelihood) for two, one in nearest if one.likelihood]
    assert pairs
    assert all(two < one for two, one in pairs)
