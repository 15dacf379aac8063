"""Numbers of matched sentences that differ are listed, and none is taken by what is no number of
the same: another thing, another year's share, a vague word."""

from __future__ import annotations

from corpus.comparison import compare
from corpus.comparison.result import Comparison
from tests.corpus.reports import report


def told(found: Comparison) -> set[tuple[str, str, str]]:
    return {(f.left_text, f.right_text, f.relation) for f in found.figures}


def listed(found: Comparison) -> set[tuple[str, str, str]]:
    return {(f.left_text, f.right_text, f.reason) for f in found.not_held}


def test_two_sums_of_matched_sentences_are_listed_though_they_are_named_otherwise() -> None:
    left = report("""Norvik Chips raised its bid for Ardent Radio on Monday, the company said.
Ardent Radio's pending $47 billion purchase of Lumo Circuits must go on or end, Norvik said.""")
    right = report("""Norvik Chips on Monday raised its bid for Ardent Radio.
Norvik said Ardent Radio must buy Lumo Circuits at $110 a share, or see the $38 billion \
transaction end.""")
    found = compare(left, right, one_story=True)
    assert ("$47 billion", "$38 billion") in {(a, b) for a, b, _ in listed(found)}


def test_two_falls_of_one_share_are_listed_as_far_apart() -> None:
    left = report("""Norvik Chips raised its bid for Ardent Radio on Monday, the company said.
Ardent Radio shares fell 1.5 percent at 9:34 a.m.""")
    right = report("""Norvik Chips on Monday raised its bid for Ardent Radio.
On doubts about the deal, and as a report of a broker said that a maker of phones might drop its \
chips in favour of those of a rival from Sarn, Ardent Radio shares had fallen 4.3 percent by \
mid-afternoon.""")
    found = compare(left, right, one_story=True)
    assert listed(found) == {
        ("1.5 percent", "4.3 percent", "too far apart to be surely of one thing")
    }


def test_a_sum_in_the_pounds_of_a_country_faces_one_in_pounds() -> None:
    left = report("The court of Sarn ordered Jan Orlo to pay 1 million Sarnian pounds to a judge.")
    right = report(
        "Jan Orlo was ordered by the court of Sarn to pay two million pounds to a judge."
    )
    found = compare(left, right, one_story=True)
    assert {(a, b) for a, b, _ in listed(found)} == {("1 million", "two million pounds")}
    same = compare(left, report("The court of Sarn ordered Jan Orlo to pay one million pounds."))
    assert told(same) == {("1 million", "one million pounds", "agree")}


def test_the_run_of_one_club_is_not_the_goal_of_another() -> None:
    left = report("Alf Brome had a 48-yard run on the first play for the Calder Gulls.")
    right = report(
        "Jon Elling made a 48-yard field goal on the first play to put his Sarn Rooks up."
    )
    assert told(compare(left, right, one_story=True)) == set()
    right = report("Alf Brome made a 48-yard dash on the first play for the Calder Gulls.")
    assert told(compare(left, right, one_story=True)) == {("48-yard", "48-yard", "agree")}


def test_a_share_of_another_year_is_not_that_of_today() -> None:
    opening = "Sarn cut taxes on Monday, its finance minister said."
    rate = "Firms cheered, since the rate goes down to 21% from 35% and more work is hoped for."
    law = "law let owners of ships land their profits at 5.25 percent, from 35 percent."
    left = report(f"{opening}\n{rate}")
    then, now = (report(f"{opening}\n{which} {law}") for which in ("A 2014", "The"))
    assert told(compare(left, then, one_story=True)) == set()
    assert told(compare(left, now, one_story=True)) == {("35%", "35 percent", "agree")}


def test_soldiers_besides_others_are_not_all_of_them() -> None:
    base = "soldiers at the base of Port Calder in northern Sarn"
    left = report(f"Norland has 400 {base}, with another 1,000 soldiers from partners.")
    right = report(f"Norland has 1,000 {base}.")
    assert ("1,000", "1,000", "agree") not in told(compare(left, right, one_story=True))
    left = report(f"Norland has 1,000 {base}.")
    assert ("1,000", "1,000", "agree") in told(compare(left, right, one_story=True))


VAGUE = "A bomb at the harbour of Port Calder wounded scores of people on Monday, officials said."
PRECISE = "More than 80 people were wounded when a bomb went off at the harbour of Port Calder."


def test_a_vague_word_hides_no_conflict() -> None:
    left = report(f"{VAGUE}\nA doctor said 120 wounded people had been brought in to Port Calder.")
    assert told(compare(left, report(PRECISE), one_story=True)) == {("120", "80", "differ")}
    assert told(compare(report(VAGUE), report(PRECISE), one_story=True)) == {
        ("scores", "80", "approximate")
    }


def test_a_number_far_down_hides_no_conflict_of_the_headlines() -> None:
    left = report(
        "The mayor of Port Calder spoke of a bomb.",
        title="More than 70 people killed by bomb in Port Calder",
    )
    between = "\n".join(f"Shop {word} of the street stood empty." for word in "abcdefghi")
    far = "A cousin wrote that 80 people were killed by the bomb in Port Calder."
    right = report(f"{between}\n{far}", title="Bomb in Port Calder kills 84 people")
    assert told(compare(left, right, one_story=True)) == {("70", "84", "differ")}
    right = report(f"{between}\n{far}", title="Bomb in Port Calder kills many")
    assert told(compare(left, right, one_story=True)) == {("70", "80", "approximate")}
