"""No cell is empty where the row's very words stand in the article, and what is shared says so."""

from __future__ import annotations

import pytest
from reports import report

from corpus.article import Article
from corpus.ledger import Ledger, ledger
from corpus.ledger.result import Fact
from corpus.ledger.standing import words_of


def row(found: Ledger, words: str, kind: str = "quotation") -> Fact:
    return next(f for f in found.facts if f.kind == kind and f.text.startswith(words))


def relation(fact: Fact, article: Article) -> str:
    cell = fact.cell_of(article.id)
    return cell.relation if cell else "not found"


QUOTING = report('The harbour won\'t reopen yet. "It’s enough," Ines Varga said on the quay.')


@pytest.mark.parametrize(
    "text",
    ["Many on the quay found that it is ENOUGH by now.", "A poster read: It's enough! Rain fell."],
)
def test_few_words_of_a_quotation_are_there_whatever_marks_case_or_contractions(text: str) -> None:
    other = report(f"The owner put out a text. {text}")
    fact = row(ledger([QUOTING, other]), "It")
    assert relation(fact, other) == "unquoted"
    assert fact.alone  # who has the words does not quote them


@pytest.mark.parametrize(
    "text", ["Enough, it said.", "It was not yet enough.", "It is not enough."]
)
def test_the_words_in_another_order_or_with_others_between_them_are_not_there(text: str) -> None:
    other = report(f"The owner put out a text. {text}")
    assert relation(row(ledger([QUOTING, other]), "It"), other) == "not found"


def test_words_of_a_quotation_that_another_row_has_are_there_in_that_row() -> None:
    part = report('A spokesman said the ferry was "not a swap" for the bridge.')
    whole = report('"The ferry is not a swap for the bridge and never was," Anton Rask told us.')
    found = ledger([part, whole])
    assert relation(row(found, "not a swap"), whole) != "not found"


def test_a_number_with_its_noun_is_there_where_it_counts_something_else() -> None:
    one = report("The survey of the pier will take ten years. Rain fell.")
    other = report("Inmates must have served at least ten years to ask for clemency.")
    fact = row(ledger([one, other]), "ten years", "figure")
    assert {cell.relation for cell in fact.cells} == {"medoid", "elsewhere"}
    assert fact.alone


def test_the_same_words_are_one_row_of_quotations() -> None:
    one = report('"The talks will continue," Ines Varga said in Sarn on Monday.')
    other = report('A statement came late. "The talks will continue." Nobody was told more.')
    found = ledger([one, other])
    assert sum(fact.kind == "quotation" for fact in found.facts) == 1
    fact = row(found, "The talks")
    assert {cell.relation for cell in fact.cells} == {"medoid", "same"}


def test_a_statement_names_the_rows_of_its_quotation_and_number_that_others_carry() -> None:
    said = '"we will not reopen the route until every single door has been checked"'
    one = report(
        f"Ines Varga wrote to the mayor of Sarn, who leads 1,243 islanders, that {said}, after a "
        "long night in the old town hall with the heads of all the unions and the port's lawyers."
    )
    other = report(f"The minister, Ines Varga, said: {said}. Some 1,243 islanders wait.")
    found = ledger([one, other])
    fact = row(found, "Ines Varga wrote", "statement")
    assert fact.alone
    assert {shared.kind for shared in found.shared_by(fact)} == {"quotation", "figure"}
    assert all(len(shared.carried) == 2 for shared in found.shared_by(fact))
    assert not any(fact is lone for lone in found.by_one())


@pytest.mark.parametrize(
    ("row", "written"),
    [
        ("35%", "35 percent"),
        ("35 per cent", "35%"),
        ("$5m", "$5 million"),
        ("$5 million", "5 million dollars"),
        ("US$5m", "5 million dollars"),
        ("£2.5bn", "2.5 billion pounds"),
        ("$5,000", "5000 dollars"),
    ],
)
def test_shares_and_sums_are_one_thing_in_signs_and_in_words(row: str, written: str) -> None:
    assert words_of(row) == words_of(written)


@pytest.mark.parametrize(("row", "written"), [("4%", "25.4 percent"), ("$5m", "£5m")])
def test_a_part_of_a_number_and_another_currency_are_not_that_number(
    row: str, written: str
) -> None:
    assert f" {' '.join(words_of(row))} " not in f" {' '.join(words_of(written))} "


def test_a_share_in_words_is_found_where_it_stands_with_the_sign() -> None:
    found = ledger(
        [
            report("Rain fell on Halvern. The chance of a strike on the quay stood at 35%."),
            report("The mayor of Sarn is glad. Pupils at home: 35 percent in her town."),
        ]
    )
    assert [cell.relation for cell in row(found, "35 percent", "figure").cells] == [
        "elsewhere", "medoid",
    ]  # fmt: skip
