"""The ledgers of the sample: no article is said to lack a number that it gives, and who is missing
to one side and held by the other is marked."""

from __future__ import annotations

from functools import cache

import pytest

from corpus.ledger import ledger
from corpus.ledger.result import Fact, Ledger
from corpus.reading import read
from corpus.sample import folder
from index.intake import walk

FERRY = (
    "coastal-post/2031-03-13-ferry-doors.txt",
    "coastal-post/2031-03-15-good-intent.html",
    "harbour-gazette/2031-03-13-ferry-17-unaccounted.txt",
    "harbour-gazette/2031-03-14-correction.txt",
    "meridian-wire/2031-03-13-ferry-fire-update.txt",
    "meridian-wire/2031-03-13-ferry-fire.txt",
    "nordvik-today/2031-03-14-ferry-fire.txt",
    "saltmarsh-review/aurelia-door-tests.txt",
    "tamar-chronicle/2031-03-14-aurelia.html",
)


@cache
def facts() -> dict[tuple[str, str], tuple[Fact, frozenset[str]]]:
    """The ferry's rows by kind and text, with the outlets that carry them."""
    documents = (intake.document for intake in walk([folder()]))
    found = ledger(
        [read(d) for d in documents if d is not None and d.path.split("/", 1)[1] in FERRY]
    )
    outlets = {column.article: column.outlet or "" for column in found.columns}
    return {
        (fact.kind, fact.text): (fact, frozenset(outlets[cell.article] for cell in fact.cells))
        for fact in reversed(found.facts)
    }


@pytest.mark.parametrize(
    ("row", "outlet", "value"),
    [
        (("statement", "Nine people are still missing."), "Nordvik Today", None),
        (("statement", "Fourteen people have not been found."), "Meridian Wire", None),
        (("figure", "Nine people"), "Nordvik Today", 9),
        (("figure", "Fourteen missing"), "Saltmarsh Review", 14),
        (("figure", "200 people"), "The Tamar Chronicle", 212),
    ],
)
def test_who_gives_a_number_of_people_stands_in_its_row(
    row: tuple[str, str], outlet: str, value: float | None
) -> None:
    fact, outlets = facts()[row]
    assert outlet in outlets
    assert value is None or value in {cell.value for cell in fact.cells}


def test_a_night_run_is_no_version_of_who_owns_the_ship() -> None:
    (text,) = [text for kind, text in facts() if text.startswith("The Aurelia, built in 1988")]
    assert facts()["statement", text][1] == {"Meridian Wire"}


def test_where_the_ship_lay_is_no_version_of_who_is_missing() -> None:
    rows = [one for (_, text), one in facts().items() if text.startswith("PORT CALDER, March 13")]
    assert rows
    assert all("Nordvik Today" not in outlets for _, outlets in rows)


KESSEL = (
    "harbour-gazette/2031-03-22-kessel-pass.txt",
    "meridian-wire/2031-03-21-kessel-pass.txt",
    "nordvik-today/2031-03-22-dral-valley.txt",
    "saltmarsh-review/kessel-pass.txt",
    "tamar-chronicle/2031-03-21-kessel-pass.txt",
)


def kessel() -> Ledger:
    """The ledger of the raid on the pass."""
    documents = (intake.document for intake in walk([folder()]))
    return ledger(
        [read(d) for d in documents if d is not None and d.path.split("/", 1)[1] in KESSEL]
    )


def test_the_eleven_who_died_are_one_row_in_words_and_digits() -> None:
    (row,) = (f for f in kessel().facts if f.kind == "figure" and f.cells[0].value == 11)
    assert {cell.text for cell in row.carried} == {"Eleven", "11"}
    assert not row.perhaps


def test_six_who_are_missing_and_seven_who_are_held_are_marked() -> None:
    found = kessel()
    six, seven = (
        next(f for f in found.facts if f.kind == "figure" and f.cells[0].value == n and f.thing)
        for n in (6, 7)
    )  # fmt: skip
    assert found.otherwise(six) == (seven,)
    dead = [f for f in found.facts if f.thing and f.thing != six.thing]
    assert {f.cells[0].value for f in dead} == {11, 19, 26}
