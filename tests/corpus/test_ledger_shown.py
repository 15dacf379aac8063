"""What a cell of a ledger shows: the sentence that has the row's words, and no mere heading."""

from __future__ import annotations

import pytest
from reports import report

from corpus.ledger import ledger
from corpus.ledger.result import Fact


def facts(kind: str, *texts: str) -> list[Fact]:
    return [fact for fact in ledger([report(text) for text in texts]).facts if fact.kind == kind]


COUNTED = "We counted every lifeboat twice before the first passenger came aboard"
LONG = (
    f'"{COUNTED}. The second mate kept the sheet in a drawer and showed it to whoever knocked," '
    "Orlov wrote to a friend."
)
CUT = (
    'Orlov wrote that Varga "should climb down into the hold with a lamp and look for himself. '
    f'{COUNTED}."'
)


def test_a_cell_of_another_part_shows_the_sentence_that_has_it() -> None:
    cut = report(CUT)
    rows = facts("quotation", LONG, LONG.replace("a friend", "friends"), CUT)
    cell = next(cell for fact in rows for cell in fact.cells if cell.article == cut.id)
    assert cell.relation == "overlap"
    assert cut.sentence_text(cut.sentences[cell.sentence]).startswith("We counted")


@pytest.mark.parametrize(
    ("opening", "found"), [("A short list of what came up at", []), ("Much came up at", [1])]
)
def test_what_a_list_is_of_states_nothing(opening: str, found: list[int]) -> None:
    stated = (
        "The second lantern supper of Mayor Orlov and Captain Varga was held in a salt barn and "
        "filled it to the doors.\nRain fell on the marsh until noon."
    )
    other = (
        f"{opening} the second lantern supper of Mayor Orlov and Captain Varga:\n"
        "Schools have new roofs since last year."
    )
    rows = [fact for fact in facts("statement", stated, other) if "econd" in fact.text]
    assert [n for n in (len(fact.cells) - 1 for fact in rows) if n] == found


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        ("killing 12 and wounding 48 others", True),
        ("killing 12 on the spot; a day later 48 others were hurt in a second attack", False),
        ("wounding a guard and 48 others", False),
    ],
)
def test_others_besides_the_dead_are_all_that_were_hurt(told: str, differs: bool) -> None:
    one = (
        "The gas bottle that burst behind a fish stall of the market killed 12 people, and more "
        "than 50 were hurt."
    )
    rows = facts("figure", one, f"A gas bottle burst at the market on Monday, {told}.")
    assert any({cell.text for cell in fact.cells} == {"50", "48"} for fact in rows) == differs
