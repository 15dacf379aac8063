"""Quotations whose other words the same article prints elsewhere are not cut."""

from __future__ import annotations

from reports import report

from corpus.comparison import compare

WHOLE = (
    "The council sold the pier.\n"
    '"A shameful sale - very sorry that the town is giving its only pier away," said Ines Varga.'
)


def relations(ours: str, theirs: str) -> list[str]:
    return sorted(q.relation for q in compare(report(ours), report(theirs)).quotations)


def test_a_piece_of_what_the_same_article_quotes_in_full_is_not_trimmed() -> None:
    short = '"A shameful sale!" said Ines Varga on Monday.\nThe pier was closed.\n' + WHOLE
    assert relations(short, WHOLE) == ["identical"]
    assert relations(WHOLE, short) == ["identical"]


def test_a_piece_is_trimmed_where_the_rest_stands_nowhere() -> None:
    short = 'The council sold the pier.\n"A shameful sale!" said Ines Varga on Monday.'
    assert relations(short, WHOLE) == ["trimmed_left"]
    assert relations(WHOLE, short) == ["trimmed_right"]


def test_what_another_quotation_of_that_side_has_is_not_cut_though_it_is_cut_itself() -> None:
    whole = (
        "The ferry had no horn.\n"
        '"Steer for the lamp or we will all be late for supper again. But that boat was a coffin '
        "in any sea. The pump was not working that night. It was a long way out and it was not a "
        'calm sea," said Ines Varga.'
    )
    parts = (
        "The ferry had no horn.\n"
        '"Steer for the lamp or we will all be late for supper again," said Ines Varga.\n'
        '"That boat was a coffin in any sea, ... the pump was not working ... was not a calm sea," '
        "said Ines Varga."
    )
    assert relations(whole, parts) == ["identical", "trimmed_right"]
    assert relations(parts, whole) == ["identical", "trimmed_left"]
