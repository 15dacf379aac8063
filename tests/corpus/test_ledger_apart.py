"""An article that none of the others shares its event with is told apart from them."""

from __future__ import annotations

from reports import report

from corpus.ledger import ledger

FIRE = (
    report(
        "A fire on the night ferry off Halvern killed 12 people on Friday, the coastguard said. "
        "Forty were taken off by boats from Sarn.",
        title="Twelve die in ferry fire off Halvern",
    ),
    report(
        "Twelve people died in a fire on a ferry off Halvern on Friday night. Boats from Sarn took "
        "forty passengers off, the coastguard said.",
        title="Ferry fire off Halvern kills twelve",
    ),
)
VISIT = report(
    "Mayor Ines Varga will see her grandmother's village next spring. It is her first journey home "
    "since she was elected, her office said, and schools rehearse songs for it.",
    title="Mayor to visit village of her family",
)


def test_the_article_of_another_event_is_told_apart_from_those_of_one() -> None:
    assert ledger([*FIRE, VISIT]).apart == (VISIT.id,)
    assert ledger(FIRE).apart == ()


def test_of_two_articles_without_an_event_in_common_both_are_and_one_alone_is_not() -> None:
    assert set(ledger([FIRE[0], VISIT]).apart) == {FIRE[0].id, VISIT.id}
    assert ledger([VISIT]).apart == ()
