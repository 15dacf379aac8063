"""Statements of a ledger: reworded where that is likely, `unsure` where it is not decided."""

from __future__ import annotations

import pytest
from reports import report

from corpus.article import Article
from corpus.ledger import ledger
from corpus.ledger.result import Fact, Ledger

HERE = """{}
    Rain fell on the marsh, and the market of Sarn stayed empty until noon.
    Lena Orlova, who sells nets there, said trade had been poor all summer.
    The next ferry to the island leaves in the evening."""
THERE = """{}
    Schools in the district have new roofs since the storm of last year.
    A choir from Vell sang on the steps of the old library.
    Fishermen mended their boats beside the lighthouse, as they do every spring."""
LATER = """Schools in the district have new roofs since the storm of last year.
    A choir from Vell sang on the steps of the old library.
    Fishermen mended their boats beside the lighthouse, as they do every spring.
    {}"""

APPROVED = (
    "The council of Sarn approved the new harbour wall on Monday after a debate of six hours."
)
REWORDED = (
    "After debating for six hours, the Sarn council on Monday gave its approval to a new wall for "
    "the harbour."
)
DENIED = (
    "The council of Sarn did not approve the new harbour wall on Monday after a debate of six "
    "hours."
)
RESIGNED = "The mayor of Sarn resigned on Tuesday over the cost of the harbour wall."
IN_PASSING = (
    "The harbour wall, over which the mayor resigned, will be ready by the winter, its builders "
    "promised, and will hold back the highest of tides."
)
UNRELATED = (
    "The council of Sarn will discuss on Monday who may sell fish at the harbour, where stalls "
    "have stood for a hundred years."
)


def story(one: str, other: str, there: str = THERE) -> tuple[Ledger, Article, Article]:
    """The ledger of two reports that have these sentences and nothing else in common."""
    ours, theirs = report(HERE.format(one)), report(there.format(other))
    return ledger((ours, theirs)), ours, theirs


def row_of(found: Ledger, article: Article, sentence: str) -> Fact:
    """The row that is named by the sentence of an article."""
    return next(
        fact
        for fact in found.facts
        if fact.kind == "statement"
        and any(
            cell.article == article.id and cell.relation == "medoid" and cell.text == sentence
            for cell in fact.cells
        )
    )


def test_a_reworded_sentence_stands_in_the_row_of_the_other() -> None:
    found, _, _ = story(APPROVED, REWORDED)
    rows = [fact for fact in found.facts if fact.kind == "statement" and len(fact.cells) > 1]
    assert [{cell.text for cell in fact.carried} for fact in rows] == [{APPROVED, REWORDED}]
    assert not any(fact.perhaps for fact in rows)


def test_who_denies_a_statement_is_not_said_to_carry_it() -> None:
    found, ours, theirs = story(APPROVED, DENIED)
    for article, sentence, other in ((ours, APPROVED, theirs), (theirs, DENIED, ours)):
        row = row_of(found, article, sentence)
        cell = row.cell_of(other.id)
        assert cell is not None
        assert cell.relation == "unsure"
        assert row.alone
        assert [one.article for one in row.carried] == [article.id]


def test_a_sentence_that_says_a_part_in_passing_stands_in_the_row_and_in_none_besides() -> None:
    found, ours, theirs = story(RESIGNED, IN_PASSING, LATER)
    rows = [fact for fact in found.facts if {c.text for c in fact.cells} & {RESIGNED, IN_PASSING}]
    assert [len(fact.perhaps) for fact in rows] == [1]
    assert {cell.article for cell in rows[0].cells} == {ours.id, theirs.id}


def test_sentences_about_one_body_and_day_alone_have_rows_without_the_other() -> None:
    found, ours, theirs = story(APPROVED, UNRELATED, LATER)
    assert row_of(found, ours, APPROVED).cell_of(theirs.id) is None
    assert row_of(found, theirs, UNRELATED).cell_of(ours.id) is None


def test_of_rows_that_may_say_one_thing_one_is_not_folded_with_what_one_article_carries() -> None:
    found, ours, theirs = story(APPROVED, DENIED)
    rows = [row_of(found, ours, APPROVED), row_of(found, theirs, DENIED)]
    folded = found.by_one()
    assert not all(any(row is one for one in folded) for row in rows)
    statements = [fact for fact in found.facts if fact.kind == "statement"]
    assert any(statements[0] is row for row in rows)  # before what nobody else may carry


def test_an_unsure_cell_is_no_difference_that_is_counted() -> None:
    found, ours, _ = story(APPROVED, DENIED)
    row = row_of(found, ours, APPROVED)
    assert (row.at_odds, row.changed, row.differs) == (0, 0, False)


@pytest.mark.parametrize(
    "said",
    [
        "The officials were not authorised to discuss the inquiry.",
        "The officials, who spoke on condition of anonymity, were not authorized to speak.",
        "She asked not to be named because of the talks.",
        "Ines Varga",
        "Hide Caption 3 of 9",
    ],
)
def test_a_name_a_label_and_why_nobody_is_named_are_no_statements(said: str) -> None:
    found = ledger([report(f"The ship sank.\n{said}"), report(f"It rained.\n{said}")]).facts
    assert {fact.text for fact in found if fact.kind == "statement"} == {
        "The ship sank.",
        "It rained.",
    }


def test_what_a_nameless_source_says_is_a_statement() -> None:
    said = "The ship sank at noon, said an official who spoke on condition of anonymity."
    (fact,) = [one for one in ledger([report(said)]).facts if one.kind == "statement"]
    assert fact.text == said


@pytest.mark.parametrize(
    ("said", "how"),
    [
        (
            "Orlova told cheering neighbours that the wall would cost their village nothing.",
            "in_part",
        ),
        (
            "Lena Orlova, a net-mender, spoke at her house on the quay after a day of rain and "
            "told her neighbours, who cheered, that their village would pay nothing for the wall; "
            "two builders beside her confirmed it.",
            "reworded",
        ),
    ],
)
def test_a_sentence_that_says_little_of_its_row_is_told_as_a_part(said: str, how: str) -> None:
    whole = (
        "Speaking to cheering neighbours at her house on the quay late on Monday after a day of "
        "rain, the old net-mender Lena Orlova told them that the wall would cost the village "
        "nothing, which two builders who stood beside her later confirmed was true."
    )
    ours = report(HERE.format(whole), published="2031-03-12")
    theirs = report(THERE.format(said))
    cell = row_of(ledger((ours, theirs)), ours, whole).cell_of(theirs.id)
    assert cell is not None
    assert (cell.text, cell.relation) == (said, how)
