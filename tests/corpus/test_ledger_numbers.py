"""Figures of a ledger: what speaks for one row, what tells two scenes apart, who says so."""

from __future__ import annotations

import pytest
from reports import report

from corpus.article import Article
from corpus.ledger import ledger
from corpus.ledger.result import Fact


def figure_rows(*articles: Article) -> list[Fact]:
    return [fact for fact in ledger(articles).facts if fact.kind == "figure"]


def together(one: str, other: str) -> bool:
    """Whether figures of both texts stand in one row, in agreement."""
    return any(
        len(fact.carried) > 1 and not fact.differs
        for fact in figure_rows(report(one), report(other))
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Five parishes raised the ferry tax last year.",
         "The Landing party lost five council seats in the spring vote."),
        ("The unrest has left hundreds injured since the weekend.",
         "Hundreds of armed men in trucks drew up around the depot on Sunday."),
        ("He led the mayor by ten points, 50 percent to 40 percent, in the Gazette poll.",
         "Rates on inland freight may double to 50 percent when the treaty lapses."),
        ("The survey of the pier will take ten years.",
         "Inmates must have served at least ten years to ask for clemency."),
        ("One harbour officer wrote that the line was dead all night.",
         "One officer of the union had been to the meeting in Sarn."),
    ],
)  # fmt: skip
def test_an_equal_number_alone_makes_nothing_one_thing(one: str, other: str) -> None:
    assert not together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The site was built to enrol people in 36 states.",
         "It is the only way in for families in the 36 states without a registry of their own."),
        ("Reyl asked for $10.10 an hour on the docks.",
         "Others would go further than the $10.10 that the docks were promised."),
        ("At least 25 fighters were killed by the strike.",
         "The raid near the border killed 25 fighters of the militia."),
        ("The budget balances in 10 years, the minister said of her plan.",
         "Her plan balances the budget in 10 years without new taxes."),
    ],
)  # fmt: skip
def test_a_noun_a_deed_near_sentences_or_a_telling_number_do(one: str, other: str) -> None:
    assert together(one, other)


def test_dozens_never_name_the_row_of_a_number() -> None:
    found = figure_rows(
        report("The fire on the quay killed dozens of people, the port said."),
        report("Dozens of people were killed by the fire on the quay."),
        report("The fire on the quay killed 47 people, the coastguard said."),
    )
    (row,) = [fact for fact in found if any(cell.value == 47 for cell in fact.cells)]
    assert "47" in row.text
    assert sorted(cell.relation for cell in row.cells) == ["approximate", "approximate", "medoid"]


HALVERN = "A fire in a market in Halvern, Tamar, killed 22 people, the police said on Thursday."


@pytest.mark.parametrize(
    ("other", "marked"),
    [
        (
            "A fire in a market in Sarn, Calder, killed 19 people, the police said on Thursday.",
            False,
        ),
        ("The fires in Halvern and Sarn killed 31 people, the police said on Thursday.", False),
        ("Fires across the country killed 31 people, the police said on Thursday.", False),
        ("On February 20 a fire in a market killed 19 people, the police said.", False),
        ("A fire in a market in Tamar killed 19 people, the police said on Thursday.", True),
        ("A fire in a market in Halvern killed 19 people, the police said on Thursday.", True),
        ("A fire in a market killed 19 people, the police said on Thursday.", True),
    ],
)  # fmt: skip
def test_tolls_of_two_places_or_days_are_no_conflict(other: str, marked: bool) -> None:
    found = figure_rows(report(HALVERN), report(other))
    assert any(fact.differs for fact in found) == marked


@pytest.mark.parametrize(
    ("day", "marked"),
    [("2031-03-13", True), ("2031-03-14", True), ("2031-03-15", False), (None, False)],
)
def test_only_articles_a_day_apart_at_most_give_numbers_that_may_conflict(
    day: str | None, marked: bool
) -> None:
    one = report("The court gave a ruling of 118 pages on the ferry tax on Monday.")
    near = report("The court gave a ruling of 120 pages on the ferry tax.", published=day)
    assert any(fact.differs for fact in figure_rows(one, near)) == marked


def test_who_gives_a_number_in_another_sentence_is_not_named_for_the_first() -> None:
    article = report(
        """The fire on the ferry Aurelia killed 14 people.
        The ministry of health said that 14 people were killed by the fire on the ferry."""
    )
    (row,) = [f for f in figure_rows(article) if f.cells[0].value == 14]
    assert row.cells[0].more
    assert row.cells[0].source is None


def test_the_wounds_of_one_are_not_held_against_the_wounded() -> None:
    one = report("The gunman had three gunshot wounds, the police said of the attack in Sarn.")
    other = report("The gunman wounded at least ten, the police said of the attack in Sarn.")
    assert not any(fact.differs for fact in figure_rows(one, other))


def test_a_pair_that_all_reports_count_stands_behind_what_they_tell() -> None:
    told = "The two ministers met in Sarn. The ferry tax was dropped before the spring vote."
    found = ledger(
        [report(told), report(f"{told} Rain fell."), report("Both of the two ministers met.")]
    )
    shared = [fact.kind for fact in found.facts if not fact.alone]
    assert "statement" in shared
    assert shared.index("figure") == len(shared) - 1
