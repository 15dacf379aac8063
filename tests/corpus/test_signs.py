"""Signs: which groups of words a text holds any of."""

from __future__ import annotations

from corpus.signs import Signs

SIGNS = Signs(ferries=("ferry", "sails "), money=("£", "pay.", "kişisel"), rest=("@",))


def test_a_text_holds_the_groups_of_which_any_word_stands_in_it_be_it_inside_another() -> None:
    assert SIGNS.held_by("The ferryman asked for £5") == {"ferries", "money"}
    assert SIGNS.held_by("verilen kişisel bilgi") == {"money"}
    assert SIGNS.held_by("write to a@b.example, the ship sails today") == {"ferries", "rest"}


def test_letters_and_points_stand_for_themselves() -> None:
    assert SIGNS.held_by("The Ferry sails") == set()
    assert SIGNS.held_by("pays") == set()
    assert SIGNS.held_by("") == set()


def test_half_of_a_character_in_a_text_is_passed_over() -> None:
    assert SIGNS.held_by("the \ud83d ferry") == {"ferries"}
