"""The same told in other words: phrases for one deed, and what stands near or around it."""

from __future__ import annotations

import numpy as np
from reports import report

from corpus.comparison.attribution import attributions
from corpus.comparison.meetings import Places
from corpus.comparison.sides import side
from corpus.comparison.surroundings import around, beside
from corpus.comparison.synonyms import meanings, said_otherwise
from corpus.comparison.together import equal_figures, one_source

ONE = Places(np.array([0]), np.array([0]), (1, 1))


def otherwise(left: str, right: str) -> float:
    return float(said_otherwise(side(report(left)), side(report(right)), ONE)[0])


def test_a_phrase_and_a_word_for_one_deed_are_the_same_said_otherwise() -> None:
    assert otherwise("Officers took a baker into custody.", "A baker was cleaning tables.") == 0
    assert otherwise("A baker was taken into custody.", "Marta Voss was arrested at dawn.") > 0
    assert otherwise("The harbour master stepped down.", "The harbour master resigned.") > 0


def test_a_word_that_both_have_is_not_said_otherwise() -> None:
    assert otherwise("The baker was arrested.", "They arrested the baker.") == 0


def test_one_word_stands_for_one_other_only_however_many_meanings_they_share() -> None:
    both = otherwise("Two men were killed and slain.", "The massacre appalled all.")
    assert 0 < both <= otherwise("Two men were killed.", "The massacre appalled all.") * 1.01


def test_a_part_of_a_phrase_has_not_its_meaning() -> None:
    stepped = meanings(side(report("She stepped onto the quay.")))[0]
    resigned = meanings(side(report("She stepped down.")))[0]
    assert len(stepped) < len(resigned)


def test_it_does_not_matter_which_side_says_it_in_which_words() -> None:
    one = "Rescuers searched the wreckage for the missing boat."
    other = "A hunt went on for the ferry that had vanished."
    assert otherwise(one, other) == otherwise(other, one) > 0


def test_figures_are_equal_where_they_count_the_same() -> None:
    def equal(left: str, right: str) -> float:
        return float(equal_figures(side(report(left)), side(report(right)), ONE)[0])

    assert equal("Police held 14 sailors.", "14 sailors were held.") == 1
    assert equal("Police held 14 sailors.", "14 boats were held.") == 0
    assert equal("Police held 14 sailors.", "15 sailors were held.") == 0
    assert equal("The quay cost $40,000.", "They paid $40,000 for a quay.") == 1
    assert equal("The quay cost $40,000.", "They paid $40,000.") == 0
    assert equal("He led it for five years.", "It lasts five years.") == 0


def test_two_sentences_name_one_source_when_it_is_the_same_person() -> None:
    one = side(report("The quay is closed, Marta Voss said."))
    for text, same in (
        ("Ferries will wait, Marta Voss said.", True),
        ("Ferries will wait, Olaf Brandt said.", False),
        ("Ferries will wait.", False),
    ):
        other = side(report(text))
        assert one_source((attributions(one), attributions(other)), ONE)[0] == same


def test_the_nearer_the_likeness_stands_the_more_it_counts_and_the_pair_itself_does_not() -> None:
    table = np.zeros((5, 5))
    table[1, 1] = 1.0
    at = Places(np.array([1, 2, 4]), np.array([1, 2, 4]), table.shape)
    own, next_to, far = around(table, at)
    assert next_to > far > 0
    assert own == 0
    assert around(np.zeros((5, 5)), at).tolist() == [0, 0, 0]


def test_beside_looks_at_the_four_pairs_next_to_one() -> None:
    table = np.arange(9.0).reshape(3, 3)
    at = Places(np.array([1, 0]), np.array([1, 0]), table.shape)
    assert beside(table, at).tolist() == [7.0, 3.0]
