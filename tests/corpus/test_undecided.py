"""Of which sentences it stays open whether the other report says them."""

from __future__ import annotations

from reports import report

from corpus.comparison import compare


def test_an_opening_says_part_of_the_other_title_by_more_than_the_name_both_are_full_of() -> None:
    first = "\n".join([
        "Brask is closely watched by those who buy its ships.",
        "Brask has built ferries since the war.",
        "Brask hires two hundred welders a year.",
    ])  # fmt: skip
    other = "\n".join(
        [
            "Shares of Brask rose when the tide of orders turned.",
            "The board of Brask meets again in autumn.",
        ]
    )
    found = compare(
        report(first, title="A yard and its welders"),
        report(other, title="Nordvik lifts Brask bid to four billion crowns"),
    )
    rules = {n.sentence: n.rule for n in found.nearest if n.side == "left"}
    assert rules.get(1) == ""
    told = compare(
        report(first.replace("watched by", "watched since the bid in crowns by"), title="A yard"),
        report(other, title="Nordvik lifts Brask bid to four billion crowns"),
    )
    rules = {n.sentence: n.rule for n in told.nearest if n.side == "left"}
    assert rules.get(1) == "an opening that says part of the other title"


def test_a_line_of_a_transcript_that_only_names_who_speaks_stands_on_no_side_alone() -> None:
    said = "The ferry of Nordvik sails again on Friday."
    found = compare(
        report(f"INES VARGA, HOST:\n{said}", title="Ferry"), report(said, title="Ferry")
    )
    assert [s.text for s in found.left] == ["Ferry", said]
