"""A surname behind a title speaks for whoever may bear that title, not for the only full name."""

from __future__ import annotations

from corpus.article import Entity, Mention
from corpus.entities.naming import speakers
from corpus.quotations import quotations
from tests.corpus.test_who_is_meant import by_rule, places


def said(*texts: str) -> list[tuple[str | None, bool]]:
    found = quotations([("body", number, text) for number, text in enumerate(texts)])
    return [(one.speaker, one.sure) for one in found]


TOUR = "First lady Helen Quill opened the school, and Mrs. Quill stayed for lunch."


def test_a_presidents_words_are_not_his_wifes_who_alone_is_named_in_full() -> None:
    texts = (TOUR, "President Quill left early.", "President Quill said, “We will rebuild it.”")
    assert said(*texts) == [("Quill", True)]


def test_where_the_surname_mostly_means_the_president_it_does_so_without_his_title() -> None:
    president = "President Quill met the miners. President Quill then flew home to the coast."
    texts = (TOUR, president, "President Quill slept.", "“We will rebuild it,” Quill said.")
    assert said(*texts) == [("Quill", True)]


def test_a_wifes_words_stay_hers_by_her_title() -> None:
    texts = (TOUR, "President Quill left early.", "“We will rebuild it,” Mrs. Quill said.")
    assert said(*texts) == [("Helen Quill", True)]


def test_a_son_is_not_the_chancellor() -> None:
    texts = ("Peter Quill, his son, drove.", "“We will rebuild it,” Chancellor Quill said.")
    assert said(*texts) == [("Quill", True)]


def test_a_title_takes_nothing_from_who_is_nobodys_kin() -> None:
    texts = ("Helen Quill won the vote.", "“We will rebuild it,” President Quill said.")
    assert said(*texts) == [("Helen Quill", True)]


def test_mr_alone_does_not_tell_that_a_first_name_is_another_persons() -> None:
    texts = ("Lindsey Quill won the vote.", "“We will rebuild it,” Mr. Quill said.")
    assert said(*texts) == [("Lindsey Quill", True)]


def test_a_former_president_takes_no_surname_from_his_son() -> None:
    texts = ("Peter Quill, son of former President Quill, ran.", "“We will win,” Quill said.")
    assert said(*texts) == [("Peter Quill", True)]


def test_a_first_lady_is_no_president_where_nobody_knows_the_surname() -> None:
    names = by_rule(
        "First lady Helen Quill arrived on Monday.",
        "President Quill met her there, and Mrs. Quill smiled.",
    )
    assert places(names, "Helen Quill") == {0, 1}
    assert places(names, "Quill") == {1}


def test_a_speaker_is_the_one_whom_the_article_writes_so_most_often() -> None:
    (quotation,) = quotations([("body", 0, "“We will rebuild it,” Quill said.")])
    often = tuple(Mention("body", 0, at, at + 5, "Quill") for at in (0, 9, 18))
    once = Mention("body", 0, 30, 42, "Helen Quill"), Mention("body", 0, 50, 55, "Quill")
    entities = (
        Entity("person:quill", "Quill", "person", often),
        Entity("person:helen quill", "Helen Quill", "person", once),
    )
    assert speakers((quotation,), entities) == ((0, "person:quill"),)


def test_a_daughter_who_is_an_adviser_too_is_not_the_president() -> None:
    texts = (
        "President Quill’s daughter and senior adviser, Helen Quill, came too.",
        "President Quill left early, and President Quill slept.",
        "“We will rebuild it,” Quill said.",
    )
    assert said(*texts) == [("Quill", True)]
