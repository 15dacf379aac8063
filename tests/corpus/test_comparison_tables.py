"""Reports with hundreds of numbers: of tables only what is the same is told."""

from __future__ import annotations

from reports import report

from corpus.comparison import compare

PLACES = [f"{a}{b}" for a in ("Nor", "Sar", "Cal", "Vel") for b in ("dun", "mar", "wick", "holm")]
FIRE = "Fire in a mill at Calder Quay killed {} people and closed the ferry line on Friday."


def yearbook(first: int, dead: int) -> str:
    """Sixteen sentences of sixteen sums each, and one of an event."""
    rows = [FIRE.format(dead)]
    for row, place in enumerate(PLACES):
        sums = (f"${first + 40 * row + 2 * n} million for {name}" for n, name in enumerate(PLACES))
        rows.append(f"The harbour board of {place} set aside {', '.join(sums)}.")
    return "\n".join(rows)


def test_numbers_of_tables_agree_or_are_held_against_nothing() -> None:
    left = report(yearbook(1001, 12), title="Mill burns at Calder Quay")
    same = compare(left, report(yearbook(1001, 12), title="Calder Quay mill burns down"))
    assert sum(figure.relation == "agree" for figure in same.figures) > len(PLACES) ** 2
    assert not same.not_held
    other = compare(left, report(yearbook(1002, 15), title="Calder Quay mill burns down"))
    assert [(f.relation, f.left_value, f.right_value) for f in other.figures] == [
        ("differ", 12.0, 15.0)
    ]
    assert not other.not_held
