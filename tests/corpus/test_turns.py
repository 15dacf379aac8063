"""The turns of a transcript are told apart from lines that only open with a label."""

from __future__ import annotations

from corpus.turns import turns


def test_turns_are_the_paragraphs_that_open_with_who_speaks() -> None:
    paragraphs = [
        "Lena Orlova came to the port. Here is what she told us.",
        "Q: Is it late?",
        "ORLOVA: It is.",
        "Q: How late?",
        "LENA ORLOVA (by telephone): Very.",
    ]
    assert turns(paragraphs) == (1, 2, 3, 4)


def test_labels_of_links_and_lists_are_no_turns() -> None:
    assert not turns(["READ: The wall", "MORE: The port", "READ: The ferry", "VIDEO: The sea"])
    assert not turns(["STAKES: The wall", "FIRST TAKE: A port", "PROSPECTS: Bad", "COSTS: High"])
    assert not turns(["ORLOVA: It is late.", "VARGA: It is not."])
