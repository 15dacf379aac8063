"""Whether two report one event, told without comparing them, as a comparison would tell it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise, product

import numpy as np
import pytest
from reports import report

from corpus.article import Article
from corpus.comparison import compare
from corpus.comparison import openings as of_openings
from corpus.comparison.event import ALONE, LIKE, LIKE_APART, LIKE_BORNE_OUT, SAME, answer, weighed
from corpus.comparison.event_signs import EventSigns
from corpus.comparison.gist import gist_of
from corpus.comparison.lexicon import Lexicon
from corpus.comparison.likeness import likeness
from corpus.comparison.one_event import OneEvent, narrowing, one_event
from corpus.comparison.one_event import report as read_for_event
from corpus.comparison.openings import Laid, laid, openings
from corpus.comparison.sides import side, taking_part

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


def told(left: Article, right: Article) -> list[OneEvent]:
    """What is told of two, step by step."""
    lexicon = Lexicon()
    one, other = (read_for_event(each, lexicon) for each in (left, right))
    return list(narrowing(one, other, lambda: (side(left), side(right))))


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
            last = told(left, right)[-1]
            assert last.answer == one_event(side(left), side(right)).answer
            assert last.score == pytest.approx(compare(left, right).same_event_score, abs=1e-4)
    assert said == {"same", "perhaps", "different"}


RANKS = {"different": 0, "perhaps": 1, "same": 2}


def test_no_step_says_more_for_one_event_than_the_one_before() -> None:
    for left, right in product(REPORTS, repeat=2):
        steps = told(left, right)
        for before, after in pairwise(steps):
            assert RANKS[after.answer] <= RANKS[before.answer]
            assert after.score <= before.score


def test_more_words_in_common_never_speak_for_two_events() -> None:
    """Whatever else two say: sentences found again and words quoted by both speak for one event."""
    likes, aparts, leads = (
        (0.05, 0.09, 0.11, 0.3),
        (None, 1, 5, 20, 40, 90),
        (0.0, 0.15, 0.4, 0.6, 1.0),
    )
    for like, apart, lead, days, numbers, rare in product(
        likes, aparts, leads, (None, "together", "apart", "undecided"), (0, 2), (0.0, 9.0)
    ):
        one = EventSigns(
            lead, lead, 0.0, lead, like=like, days_apart=apart, days_told=days,  # type: ignore[arg-type]
            numbers=numbers, rare=rare,
        )  # fmt: skip
        for again, more in pairwise((0.0, 0.3, 0.6, 1.0)):
            for quoted in (0, 1, 2):
                here = replace(one, found_again=again, quoted=quoted)
                for further in (replace(here, found_again=more), replace(here, quoted=quoted + 1)):
                    assert RANKS[answer(here)] <= RANKS[answer(further)]
                    assert weighed(here) <= weighed(further)


def lay(*articles: Article) -> list[Laid]:
    """Articles laid out with one lexicon."""
    lexicon = Lexicon()
    return [laid(*taking_part(one), lexicon) for one in articles]


def test_first_sentences_are_as_near_as_among_all() -> None:
    for one, other in product(REPORTS, repeat=2):
        whole, first = likeness(side(one), side(other)), openings(*lay(one, other))
        assert np.allclose(whole.ours, first.ours, atol=1e-5)
        assert np.allclose(whole.theirs, first.theirs, atol=1e-5)


def test_they_are_when_similarities_are_held_in_stripes(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = lay(*REPORTS[:2])
    whole = openings(one, other)
    monkeypatch.setattr(of_openings, "AT_ONCE", 50)
    assert np.allclose(openings(one, other).ours, whole.ours, atol=1e-6)


def test_opposites_are_not_near_and_one_stem_is_one_word() -> None:
    rose = report("The price of onions rose at the Saltmarsh market.", title=None)
    fell = report("The prices of onions fell at the Saltmarsh market.", title=None)
    found = openings(*lay(rose, fell)).ours
    assert np.allclose(found, likeness(side(rose), side(fell)).ours, atol=1e-5)
    assert 0.5 < float(found[0, 0]) < 1.0


def test_a_lexicon_takes_in_any_number_of_words() -> None:
    lexicon = Lexicon()
    words = [f"word{n}" for n in range(10_000)]
    numbers = lexicon.numbers(words, len(words))
    assert numbers.tolist() == list(range(10_000))
    assert lexicon.numbers(["word7", "Words", "word"], 3).tolist() == [7, 10_000, 10_001]
    assert lexicon.stems[10_000] == lexicon.stems[10_001] != lexicon.stems[7]


def test_what_an_article_is_known_by_may_be_at_hand() -> None:
    known = gist_of(side(REPORTS[0])).traits
    assert read_for_event(REPORTS[0], Lexicon(), known).gist.traits is known
    again = read_for_event(REPORTS[0], Lexicon()).gist.traits
    assert np.array_equal(again.features, known.features)
    assert np.array_equal(again.weights, known.weights)


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
