"""Counts of a query by outlet and month, beside what there is in all."""

from __future__ import annotations

from index.outlet_names import OutletNames
from index.results import Row
from tui.cli.counting import Tally, tally


def row(number: int, outlet: str | None, published: str | None, words: int) -> Row:
    return Row(f"{number:064x}", outlet, "A", published, "2031-01-01T00:00:00Z", words)


EVERYTHING = [
    row(1, "Gull", "2031-01-02", 100),
    row(2, "Gull", "2031-01-09", 200),
    row(3, "Gull", "2031-02-01", 300),
    row(4, "Tern", None, 400),
    row(5, None, "2031-01-01", 500),
]


def test_each_count_stands_beside_its_denominator() -> None:
    found = [EVERYTHING[0], EVERYTHING[2], EVERYTHING[3]]
    assert tally(("outlet", "month"), found, EVERYTHING, OutletNames.of({})) == [
        (("Gull", "2031-01"), Tally(1, 2, 100, 300)),
        (("Gull", "2031-02"), Tally(1, 1, 300, 300)),
        (("Tern", None), Tally(1, 1, 400, 400)),
    ]


def test_articles_without_outlet_or_day_are_counted_last_and_not_left_out() -> None:
    counts = tally(("outlet",), EVERYTHING, EVERYTHING, OutletNames.of({}))
    assert [key for key, _ in counts] == [("Gull",), ("Tern",), (None,)]
    assert sum(one.articles for _, one in counts) == 5
