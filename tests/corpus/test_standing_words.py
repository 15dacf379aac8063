"""What an outlet writes in all its articles joins none of them; what an event is about does."""

from __future__ import annotations

import random

from reports import report

from corpus.copies import prints
from corpus.stories.likeness import Entrant, Pool
from corpus.stories.shelf import outlet_number
from corpus.stories.standing import FEWEST, Standing, sampled
from corpus.stories.traits import traits

SURVEY, TIMES = outlet_number("Varga Survey Centre"), outlet_number("Fjord Times")


def words_of(subject: str, many: int) -> list[str]:
    """So many words that only this subject has."""
    dice = random.Random(subject)
    return ["".join(dice.choices("abdegiklmnoprstuvz", k=7)) for _ in range(many)]


def told(number: int, day: int, subject: str, outlet: int, habits: int = 30) -> Entrant:
    """A report of so many words of its outlet's own, the others on its subject, in any order."""
    words = [*words_of(f"methods of {outlet}", habits), *words_of(subject, 60)[:60]]
    random.Random(number).shuffle(words)
    article = report(" ".join(words), title=subject)
    return Entrant(number, day, traits(article), prints(article), outlet)


def standing(*entrants: Entrant) -> Standing:
    of = {one.number: one for one in entrants}
    chosen = sampled((one.number, one.outlet) for one in entrants)
    return Standing(lambda outlet: [of[number] for number in chosen.get(outlet, ())])


def likeness(one: Entrant, other: Entrant, known: Standing | None) -> float:
    pool = Pool()
    pool.add([one])
    (found,) = pool.like([other], known)
    return dict(found).get(one.number, 0.0)


OTHERS = [told(1_000 + n, 50 * n, f"other {n}", TIMES + n % 40) for n in range(120)]
YEARS = [told(n, 100 * n, f"survey {n}", SURVEY) for n in range(1, 40)]
HABITS = standing(*YEARS, *OTHERS)


def test_two_subjects_in_the_words_of_one_outlets_every_report_are_hardly_alike() -> None:
    ferries, schools = told(501, 2000, "ferries", SURVEY), told(502, 2001, "schools", SURVEY)
    assert likeness(ferries, schools, None) > 0.16
    assert likeness(ferries, schools, HABITS) < 0.5 * likeness(ferries, schools, None)


def test_two_reports_of_one_event_by_one_outlet_stay_alike() -> None:
    one, other = told(501, 2000, "ferries", SURVEY), told(502, 2001, "ferries", SURVEY)
    assert likeness(one, other, HABITS) > 0.6


def test_the_same_words_of_another_outlet_weigh_as_before() -> None:
    theirs = told(501, 2000, "ferries", SURVEY)
    ours = Entrant(502, 2001, told(502, 2001, "schools", SURVEY).traits, theirs.prints, TIMES)
    assert likeness(theirs, ours, HABITS) == likeness(theirs, ours, None)


def test_an_outlet_of_few_articles_has_no_habits() -> None:
    few = standing(*YEARS[: FEWEST - 1], *OTHERS)
    one, other = told(501, 2000, "ferries", SURVEY), told(502, 2001, "schools", SURVEY)
    assert likeness(one, other, few) == likeness(one, other, None)


def test_an_event_that_an_outlet_stays_with_for_weeks_is_none_of_its_habits() -> None:
    strike = [told(600 + n, 2040 + n, "strike", SURVEY, habits=0) for n in range(20)]
    known = standing(*YEARS, *strike, *OTHERS)
    assert likeness(strike[0], strike[9], known) == likeness(strike[0], strike[9], None)


def test_which_articles_are_looked_at_does_not_depend_on_the_order_of_other_outlets() -> None:
    one = sampled([(1, SURVEY), (2, TIMES), (3, SURVEY)])
    other = sampled([(2, TIMES), (1, SURVEY), (3, SURVEY)])
    assert one[SURVEY] == other[SURVEY] == [1, 3]
    assert sorted(one[None]) == sorted(other[None]) == [1, 2, 3]
