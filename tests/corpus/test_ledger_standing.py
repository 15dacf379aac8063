"""What is said to be missing from an article is: neither the row nor its words stand there."""

from __future__ import annotations

import pytest
from reports import report

import corpus.ledger.making
from corpus.article import Article
from corpus.ledger import Ledger, ledger
from corpus.ledger.result import Fact

DOORS = "We will not reopen the route until every single door has been checked by engineers"
CREW = "The crew did everything that anybody could have asked of them that night"


def row(found: Ledger, words: str, kind: str = "quotation") -> Fact:
    return next(f for f in found.facts if f.kind == kind and f.text.startswith(words))


def relation(fact: Fact, article: Article) -> str:
    cell = fact.cell_of(article.id)
    return cell.relation if cell else "not found"


QUOTING = report(f'"{DOORS}," Ines Varga said on the quay. Rain fell all day.')


def test_words_that_an_article_has_without_quotation_marks_are_there_not_as_a_quotation() -> None:
    stating = report(f"The owner put out a text. {DOORS}. The market opened late.")
    found = ledger([QUOTING, stating])
    fact = row(found, "We will not reopen")
    cell = fact.cell_of(stating.id)
    assert cell is not None
    assert cell.relation == "unquoted"
    assert (
        found.columns[1 if found.columns[1].article == stating.id else 0]
        .sentences[cell.sentence]
        .text.startswith("We will not reopen")
    )
    assert len(fact.carried) == 2
    assert not fact.alone


def test_words_that_lack_a_not_are_no_more_than_perhaps_there() -> None:
    other = report(
        f"The owner put out a text. {DOORS.replace(' not', '')}. The market opened late."
    )
    assert relation(row(ledger([QUOTING, other]), "We will not"), other) == "unsure"


@pytest.mark.parametrize("words", ["We will reopen", DOORS.split(" until ")[0]])
def test_few_words_or_a_part_of_them_are_not_there(words: str) -> None:
    other = report(f"The owner put out a text. {words}. The market opened late.")
    assert relation(row(ledger([QUOTING, other]), "We will not"), other) == "not found"


def test_a_second_quotation_of_an_article_in_a_row_is_not_dropped() -> None:
    joined = report(f'"{DOORS}," Ines Varga said. "{CREW}."')
    parted = report(
        f'"{DOORS}," Ines Varga said.\nThe harbour was quiet.\n"{CREW}," Ines Varga said later.'
    )
    found = ledger([joined, parted])
    for words in (DOORS, CREW):
        holding = [f for f in found.facts if f.kind == "quotation" and any(
            c.article == parted.id and words in c.text for c in f.cells)]  # fmt: skip
        assert holding, words
    fact = row(found, "The crew did")
    cell = fact.cell_of(joined.id)
    assert cell is not None
    assert cell.relation == "elsewhere"
    assert words in found.facts[cell.row - 1].text
    assert found.facts[cell.row - 1].cell_of(joined.id) is not None


def test_the_end_of_a_long_article_is_read() -> None:
    long = report(
        "\n".join(f"Ship number {n} lay at berth {n + 7} of the port." for n in range(200))
        + f'\n"{DOORS}," Ines Varga said.'
    )
    found = ledger([QUOTING, long])
    assert relation(row(found, "We will not"), long) != "not found"
    assert not found.cut


def test_a_giant_is_read_in_part_and_says_how_much_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus.ledger.making, "SENTENCES", 40)
    long = report("\n".join(f"Ship number {n} lay at berth {n + 7}." for n in range(90)))
    found = ledger([QUOTING, long])
    (cut,) = found.cut
    assert cut.article == long.id
    assert len(cut.sentences) + cut.unread == 90
    assert len(cut.sentences) == 38  # what the short one leaves of forty
