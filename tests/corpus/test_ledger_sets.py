"""Numbers stand in one row where they count one set of people or things in one incident; where that
is not sure, the cell says so."""

from __future__ import annotations

import pytest
from reports import report

from corpus.article import Article
from corpus.ledger import ledger
from corpus.ledger.result import Fact


def rows_of(value: float, *articles: Article) -> list[Fact]:
    """The rows of figures in which somebody gives a number."""
    return [
        fact
        for fact in ledger(articles).facts
        if fact.kind == "figure" and any(cell.value == value for cell in fact.carried)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The raids on Sarn killed 9 rebels since Monday.",
         "The raids on Sarn killed 9 children since Monday."),
        ("The raids on Sarn killed 9 Tamarians since Monday.",
         "The raids on Sarn killed 9 Halverners since Monday."),
        ("The fire on the quay killed 9 people.", "The fire on the quay injured 9 people."),
        ("The fire on the quay injured 9 people.",
         "After the fire on the quay 9 injured people are still in hospital."),
        ("The raids destroyed 32 tunnels under the border at Sarn.",
         "The raids at Sarn cost 32 soldiers their lives, the army said."),
        ("The fire killed 9 sailors on the quay.",
         "The fire killed 41 people on the quay, all but 9 sailors."),
        ("Ines Varga, 32, went into the wood on Thursday.",
         "Anton Rask, 32, went into the wood on Thursday."),
        ("He took 45% of the fishermen, more than any before him.",
         "Rask was behind with 45 percent of the vote in the north."),
        ("Once or twice a week she rowed to the island.",
         "He had rowed to the island twice, he said."),
    ],
)  # fmt: skip
def test_two_sets_never_agree(one: str, other: str) -> None:
    for fact in ledger([report(one), report(other)]).facts:
        assert fact.kind != "figure" or len(fact.carried) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Six men of the garrison are missing, the ministry said.", "Six soldiers are missing."),
        ("The attack at the pass killed 11 soldiers.",
         "The regime admits that 11 died at the pass."),
        ("Ines Varga, 32, was seen at the station.",
         "Ines Varga had been to the quay; the 32-year-old was on her way home."),
        ("The ferry had 226 people on board.", "A night boat with 226 persons aboard burned."),
    ],
)  # fmt: skip
def test_one_set_agrees_in_other_words(one: str, other: str) -> None:
    found = [fact for fact in ledger([report(one), report(other)]).facts if fact.kind == "figure"]
    assert any(len(fact.carried) == 2 for fact in found)


def test_a_number_that_may_be_of_the_row_stands_there_with_a_doubt_and_is_not_told_twice() -> None:
    one = report("Fourteen people are missing after the fire on the Aurelia.")
    other = report(
        "Fourteen people are in the thoughts of all of us, the harbour's priest wrote in a letter."
    )
    (fact,) = rows_of(14, one, other)
    assert len(fact.carried) == 1
    assert [cell.relation for cell in fact.perhaps] == ["unsure"]
    assert not fact.differs


WAR = [
    f"Strikes on Sarn killed {n} people on Monday. A strike on Halvern killed {n + 20} people."
    for n in (12, 14, 16, 18)
]


def test_in_a_war_a_toll_alone_makes_two_reports_tell_of_no_one_incident() -> None:
    war = [report(text) for text in WAR]
    park = report("A shell that hit the park killed nine people as children played there.")
    informers = report("Nine people were killed in a purge of those held to be spies.")
    assert all(len(fact.carried) == 1 for fact in rows_of(9, park, informers, *war))
    assert any(len(fact.carried) == 2 for fact in rows_of(9, park, informers))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The school is 65 miles south of Cambray.", "The school is 60 miles south of Boscastle."),
        ("The fighting killed 14 Tamarians, among them children.",
         "The fighting killed 9 Tamarian civilians."),
        ("A strike on a house in Sarn killed six children.",
         "A woman in Sarn lost her two children to a strike on a house."),
    ],
)  # fmt: skip
def test_numbers_of_two_sets_are_in_no_conflict(one: str, other: str) -> None:
    found = ledger([report(one), report(other)]).facts
    assert not any(fact.kind == "figure" and fact.differs for fact in found)


def test_at_least_so_many_is_no_conflict_with_a_few_more() -> None:
    one = report("The bombs at the race injured 176 people.", title="The race")
    other = report("The bombs at the race injured at least 170 people.", title="Bombs at the race")
    (row,) = rows_of(176, one, other)
    assert sorted(cell.relation for cell in row.cells) == ["approximate", "medoid"]


def test_who_is_still_in_hospital_on_two_days_is_no_conflict() -> None:
    one = report("55 people remain in hospital after the bombs at the race.")
    same_day = report("50 people remain in hospital after the bombs at the race.")
    later = report(
        "50 people remain in hospital after the bombs at the race.", published="2031-03-14"
    )
    assert any(f.differs for f in ledger([one, same_day]).facts)
    assert not any(f.differs for f in ledger([one, later]).facts)


def test_the_delegates_of_two_are_no_conflict_and_those_of_one_are() -> None:
    one = report("Varga has 1,243 delegates, and Rask has 980 delegates.")
    other = report("Before the vote Varga had 1,097 delegates in the count of the Gazette.")
    facts = [fact for fact in ledger([one, other]).facts if fact.kind == "figure"]
    values = [{cell.value for cell in fact.carried} for fact in facts if fact.differs]
    assert not any(980 in found for found in values)


def test_equal_shares_of_two_who_are_named_apart_are_no_agreement() -> None:
    one = report("With most of the votes counted Varga had 56 percent in Sarn.")
    other = report("In a poll 56 percent of Calder voters wanted the leader to be Rask.")
    assert all(len(fact.carried) == 1 for fact in rows_of(56, one, other))
