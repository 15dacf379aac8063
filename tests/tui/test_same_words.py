"""What one article quotes and the other has in the very words, outside its own quotations."""

from __future__ import annotations

from corpus.comparison import compare
from corpus.comparison.result import Paraphrase
from tests.corpus.reports import report
from tui.views.marks import TELLINGS
from tui.views.spoken_by import quoted_and_told, quoted_where

_LEFT = """The ferry Aurelia sank off Lindhavn.
“The harbour gates were rusted shut and nobody had greased them for years,” said Ines Varga."""


def _told(right: str) -> Paraphrase:
    (found,) = compare(report(_LEFT), report(right)).paraphrases
    return found


def test_quoted_words_that_stand_there_without_marks_are_not_other_words() -> None:
    found = _told("""The ferry Aurelia sank off Lindhavn.
The harbour gates were rusted shut and nobody had greased them for years.""")
    assert found.told == "in_its_words"
    assert TELLINGS[found.told].signs == '"='
    assert quoted_where(found) == "same words, not marked as a quotation on the right"
    assert "other words" not in quoted_and_told(found)


def test_behind_a_mark_that_opens_a_paragraph_of_a_quotation_they_are_quoted_too() -> None:
    found = _told("""The ferry Aurelia sank off Lindhavn.
‘The harbour gates were rusted shut and nobody had greased them for years.""")
    assert found.told == "quoted_too"
    assert quoted_where(found) == "the same words, quoted on the right too"


def test_a_mark_that_was_closed_before_opens_nothing() -> None:
    found = _told("""The ferry Aurelia sank off Lindhavn.
The ‘Aurelia,’ it is said, was lost: the harbour gates were rusted shut and nobody had greased \
them for years.""")
    assert found.told == "in_its_words"


def test_words_of_it_between_others_are_other_words() -> None:
    found = _told("""The ferry Aurelia sank off Lindhavn.
Ines Varga said that the gates of the harbour were all rusted quite shut, as nobody had for many \
years greased them.""")
    assert found.told == "otherwise"
    assert TELLINGS[found.told].signs == '"~'


def test_what_another_person_does_in_such_words_is_no_report_of_it() -> None:
    left = report("""The tram overturned near Lindhavn.
“My thoughts and prayers are with the victims and the families,” wrote Boris Holm.""")
    her = "Teresa May offered her thoughts and prayers for the victims and families."
    his = "Thoughts and prayers for the victims and families were offered in Lindhavn."
    other, own = (
        report(f"The tram overturned near Lindhavn.\nPrime Minister {her}"),
        report(f"The tram overturned near Lindhavn.\n{his}"),
    )
    assert not compare(left, other).paraphrases
    assert compare(left, own).paraphrases
