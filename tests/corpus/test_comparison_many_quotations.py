"""Speeches of hundreds of quotations: what is held against what, so that nobody waits."""

from __future__ import annotations

from reports import report

from corpus.comparison.met import MANY, meetings
from corpus.comparison.quotations import pairs
from corpus.comparison.sides import side
from corpus.comparison.utterances import utterances

SAID = '"We will not let the people of the harbour down before boat{0} and quay{0} are safe,"'
LITANY = f"{SAID} she said."


def litany(first: int, count: int) -> str:
    return "\n".join(LITANY.format(n) for n in range(first, first + count))


def test_of_a_litany_each_sentence_is_held_against_those_with_words_of_its_own() -> None:
    ours, theirs = (utterances(side(report(litany(first, 150)))) for first in (0, 100))
    assert len(ours) * len(theirs) > MANY
    met = meetings(ours, theirs)
    assert len(met) == 50
    assert all(one.words == other.words for one, other in met)


def test_what_both_litanies_have_is_found_and_nothing_else() -> None:
    found = pairs(side(report(litany(0, 150))), side(report(litany(100, 150))))
    assert len(found) == 50
    assert {q.relation for q in found} == {"identical"}


def test_in_an_ordinary_report_whatever_shares_a_word_of_weight_is_held() -> None:
    ours, theirs = (utterances(side(report(litany(first, 3)))) for first in (0, 10))
    assert len(meetings(ours, theirs)) == 9
