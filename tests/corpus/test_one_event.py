"""Whether two report one event, told without comparing them, as a comparison would tell it."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from reports import report

from corpus.comparison import compare
from corpus.comparison.event import ALONE, LIKE, LIKE_APART, LIKE_BORNE_OUT, SAME, answer
from corpus.comparison.event_signs import EventSigns
from corpus.comparison.likeness import likeness
from corpus.comparison.one_event import one_event
from corpus.comparison.openings import openings
from corpus.comparison.sides import side

FERRY = """Fire broke out on the ferry Aurelia off Port Calder on Friday, the coastguard said.
Boats brought 214 passengers ashore, and nobody was hurt, the harbour master told reporters.
“We saw flames behind the kitchen and ran up the stairs,” said Ines Varga, a nurse on board."""
BURNED = """The ferry Aurelia burned for hours off Port Calder; all 214 passengers came ashore.
“We saw flames behind the kitchen and ran up the stairs,” Ines Varga said.
The owner of the ship, Halvern Lines, did not say what had caught fire."""
LATER = """A court in Port Calder heard the owner of the ferry Aurelia on Monday.
Halvern Lines must say by spring what caught fire behind the kitchen, the judge said."""
ONIONS = """Onions at the Saltmarsh market cost twice what they cost a year ago.
Rain in spring and frost in May left little of the harvest, growers said."""
REPORTS = [
    report(FERRY, title="Ferry Aurelia burns off Port Calder", published="2031-03-14"),
    report(BURNED, title="Passengers saved from burning ferry", published="2031-03-15"),
    report(LATER, title="Court hears ferry owner", published="2031-04-15"),
    report(ONIONS, title="Onions dearer at Saltmarsh market", published="2031-03-14"),
    report(BURNED, title=None, published=None),
    report("", title="Ferry Aurelia burns", published="2031-03-14"),
    report("", title=None, published="2031-03-14"),
    report(BURNED, title="Ferry Aurelia burns off Port Calder", published="2032-09-01"),
]


def test_the_answer_is_the_one_of_a_comparison() -> None:
    said = set()
    for one, other in combinations(REPORTS, 2):
        for left, right in ((one, other), (other, one)):
            for one_story in (False, True):
                found = one_event(side(left), side(right), one_story=one_story)
                whole = compare(left, right, one_story=one_story)
                assert found.answer == whole.answer
                if found.answer != "different":
                    assert found.score == pytest.approx(whole.same_event_score, abs=1e-4)
                said.add(found.answer)
    assert said == {"same", "perhaps", "different"}


def test_first_sentences_are_as_near_as_among_all() -> None:
    for one, other in combinations(REPORTS, 2):
        left, right = side(one), side(other)
        whole, first = likeness(left, right), openings(left, right)
        assert np.allclose(whole.ours, first.ours, atol=1e-5)
        assert np.allclose(whole.theirs, first.theirs, atol=1e-5)


def signs(like: float, **more: object) -> EventSigns:
    """Of two that are near in all but what they are like among all articles."""
    return EventSigns(0.4, 0.4, 0.4, 0.4, like=like, days_apart=1, **more)  # type: ignore[arg-type]


def test_what_only_an_affair_has_in_common_makes_no_one_event() -> None:
    assert answer(signs(LIKE)) == "perhaps"
    assert answer(signs(LIKE - 0.01)) == "different"
    assert answer(signs(LIKE, days_told="apart")) == "different"
    assert answer(signs(LIKE_APART, days_told="apart")) == "perhaps"


def test_what_bears_one_event_out_does_with_less_likeness() -> None:
    for more in ({"numbers": 2}, {"quoted": 1}, {"days_told": "together"}):
        assert answer(signs(LIKE_BORNE_OUT, **more)) != "different"
        assert answer(signs(LIKE_BORNE_OUT - 0.01, **more)) == "different"


def test_titles_and_leads_alike_are_one_event_however_rare_their_words() -> None:
    alike = EventSigns(0.8, 0.8, 0.3, 0.3, like=0.01, days_apart=0)
    assert answer(alike) == "same"
    assert ALONE > SAME


def test_what_quotes_the_same_under_the_same_names_may_be_one_whatever_its_day() -> None:
    far = {"like": 0.4, "days_apart": 550, "days_told": "apart"}
    assert answer(EventSigns(0.5, 0.5, 0.5, 0.5, quoted=2, rare=12.0, **far)) == "perhaps"
    assert answer(EventSigns(0.5, 0.5, 0.5, 0.5, quoted=1, rare=12.0, **far)) == "different"
    assert answer(EventSigns(0.5, 0.5, 0.5, 0.5, quoted=2, rare=2.0, **far)) == "different"
    assert answer(EventSigns(0.1, 0.1, 0.5, 0.5, quoted=2, rare=12.0, **far)) == "different"


def test_a_long_quotation_that_one_altered_is_quoted_in_both() -> None:
    altered = BURNED.replace("ran up the stairs", "ran down the stairs")
    found = compare(report(FERRY), report(altered))
    assert [q.relation for q in found.quotations] == ["altered"]
    assert found.event is not None
    assert found.event.quoted == 1
