"""The ledger: one row for one fact, every member matching its medoid, differences first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import report

from corpus.article import Article
from corpus.ledger import IN_FULL, chosen, ledger
from corpus.ledger.result import Fact
from corpus.ledger.rows import rows

MERIDIAN = report(
    """Fire swept the car deck of the ferry Aurelia, and 14 people are missing, coastguards said.
    "We will not reopen the route until every door on every ship has been checked," Ines Varga said.
    Boats from three harbours brought passengers and crew ashore.
    The owner has been fined twice since the spring.""",
    title="Fourteen missing after fire on ferry",
)
GAZETTE = report(
    """The port office said 17 people were missing after the fire on the ferry Aurelia.
    "We will not reopen the route until every door has been checked," Ines Varga told reporters.
    Passengers and crew were brought ashore by boats from three harbours.""",
    title="Ferry fire: 17 missing",
)
POST = report(
    """Ines Varga was blunt: "We will reopen the route until every door on every ship is checked."
    The quay smelled of smoke all day, and nobody wanted to go home.""",
    title="The doors of the Aurelia",
)


def facts_of(*articles: Article) -> list[Fact]:
    return list(ledger(articles).facts)


def of(facts: list[Fact], kind: str, word: str) -> Fact:
    return next(fact for fact in facts if fact.kind == kind and word in fact.text)


def relation(fact: Fact, article: Article) -> str:
    cell = fact.cell_of(article.id)
    return cell.relation if cell else "not found"


def test_a_quotation_is_one_row_however_it_was_cut_or_changed() -> None:
    fact = of(facts_of(MERIDIAN, GAZETTE, POST), "quotation", "reopen the route")
    assert len(fact.cells) == 3
    assert relation(fact, MERIDIAN) == "medoid"
    assert relation(fact, GAZETTE) != "same"
    assert relation(fact, POST) == "altered"


def test_a_figure_that_may_conflict_stands_in_the_row_of_the_other() -> None:
    fact = next(
        f
        for f in facts_of(MERIDIAN, GAZETTE)
        if f.kind == "figure" and len(f.cells) == 2 and f.at_odds
    )
    assert sorted(cell.value or 0 for cell in fact.cells) == [14, 17]
    assert sorted(cell.relation for cell in fact.cells) == ["differs", "medoid"]


def test_a_statement_that_two_carry_is_one_row_with_the_sentence_of_each() -> None:
    found = ledger([MERIDIAN, GAZETTE])
    fact = of(list(found.facts), "statement", "three harbours")
    assert len(fact.cells) == 2
    for cell in fact.cells:
        column = next(c for c in found.columns if c.article == cell.article)
        assert "three harbours" in column.sentences[cell.sentence].text


def test_what_differs_comes_first_and_what_one_says_alone_last() -> None:
    facts = facts_of(MERIDIAN, GAZETTE, POST)
    assert facts[0].at_odds
    alone = [fact.alone for fact in facts]
    assert alone == sorted(alone)
    assert any(alone)
    assert of(facts, "statement", "fined twice").cells[0].article == MERIDIAN.id


def test_a_sentence_that_is_all_quotation_is_no_statement_besides() -> None:
    facts = facts_of(MERIDIAN, GAZETTE)
    assert not [f for f in facts if f.kind == "statement" and "reopen" in f.text]


def test_the_ledger_does_not_depend_on_the_order_of_the_articles() -> None:
    one, other = ledger([MERIDIAN, GAZETTE, POST]), ledger([POST, MERIDIAN, GAZETTE])
    assert one == other


def test_nothing_and_one_article_make_a_ledger_too() -> None:
    assert ledger([]).facts == ()
    found = ledger([MERIDIAN])
    assert all(len(fact.cells) == 1 for fact in found.facts)
    assert ledger([report("")]).facts == ()


def test_a_story_of_five_hundred_is_compared_in_part_and_says_so() -> None:
    many = [
        replace(report(f"Boat number {n} came in."), outlet=f"Outlet {n % 50}") for n in range(500)
    ]
    within, beyond = chosen(many)
    assert len(within) == IN_FULL
    assert len(beyond) == 500 - IN_FULL
    assert len({many[k].outlet for k in within}) == IN_FULL
    found = ledger(many)
    assert len(found.columns) == IN_FULL
    assert len(found.left_out) == 500 - IN_FULL
    last = found.left_out[-1]
    with_it = ledger(many, wanted=[last])
    assert last in [column.article for column in with_it.columns]
    assert len(with_it.columns) == IN_FULL


matching = st.integers(1, 14).flatmap(
    lambda size: st.tuples(
        st.lists(st.integers(0, 4), min_size=size, max_size=size),
        st.sets(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=40),
    )
)


@given(matching)
def test_every_member_of_a_row_matches_its_medoid_and_every_item_is_in_one_row(
    drawn: tuple[list[int], set[tuple[int, int]]],
) -> None:
    owners, pairs = drawn
    matches: list[dict[int, float]] = [{} for _ in owners]
    for a, b in pairs:
        if owners[a] != owners[b]:
            matches[a][b] = matches[b][a] = 0.5
    found = rows(owners, matches)
    assert sorted(k for medoid, members in found for k in (medoid, *members)) == list(
        range(len(owners))
    )
    for medoid, members in found:
        assert all(member in matches[medoid] for member in members)


def test_a_number_that_is_withdrawn_agrees_with_nobody_who_gave_it() -> None:
    correction = report(
        "An earlier report gave a number that was withdrawn. The number of people missing after "
        "the fire on the ferry Aurelia was 14, not 17, the port office said.",
        title="Correction: people missing",
    )
    fact = next(f for f in facts_of(MERIDIAN, GAZETTE, correction) if f.kind == "figure")
    said = {cell.article: (cell.value, cell.relation) for cell in fact.cells}
    assert said[correction.id][0] == said[MERIDIAN.id][0] == 14
    assert said[GAZETTE.id] == (17, "differs")
    assert not any(
        cell.article == correction.id and cell.value == 17
        for f in facts_of(MERIDIAN, GAZETTE, correction)
        for cell in f.cells
    )


def test_an_article_that_has_two_numbers_for_one_thing_is_shown_with_both() -> None:
    one = report("The fire on the ferry Aurelia killed 14 people, the port office said.")
    two = report(
        "Fourteen people were killed in the fire on the ferry Aurelia, the owner said. "
        "The mayor of Sarn said later that the fire on the ferry Aurelia killed 17 people."
    )
    three = report("The blaze aboard Aurelia, the ferry, left 14 people killed, coastguards said.")
    numbers = [f for f in facts_of(one, two, three) if f.kind == "figure"]
    assert [[cell.value for cell in fact.cells] for fact in numbers] == [[14, 14, 14], [17]]
    said = next(cell for cell in numbers[0].cells if cell.article == two.id)
    assert said.more == ()


def test_one_number_of_one_thing_is_one_row_in_whichever_words_and_however_often() -> None:
    one = report(
        """The ship had left the island with 226 people on board, the commander said.
        All 226 people had been counted twice.""",
        title="Ship with 226 people aboard burns",
    )
    other = report("The remaining 212 of the 226 persons on board were brought ashore.")
    facts = [f for f in facts_of(one, other) if f.kind == "figure" and "226" in f.text]
    assert len(facts) == 1
    assert {cell.article for cell in facts[0].cells} == {one.id, other.id}
    assert next(c for c in facts[0].cells if c.article == one.id).more


def test_sentences_that_share_a_name_and_an_office_state_two_things() -> None:
    one = report("Coastguard commander Anton Rask said the car deck could not be reached.")
    other = report("Commander Anton Rask is to be heard as a witness by the court on Monday.")
    statements = [f for f in facts_of(one, other) if f.kind == "statement"]
    assert [len(f.cells) for f in statements] == [1, 1]


def test_sums_that_take_in_different_things_do_not_conflict() -> None:
    one = report("The firm offers 43 million euros for Calder Rovers.", title="Offer for Rovers")
    other = report(
        "The firm offers 62 million euros for Calder Rovers, debts included.",
        title="62 million euros for Rovers",
    )
    assert not any(fact.at_odds for fact in facts_of(one, other))


NINE = report("By Friday divers had recovered five bodies. Nine people are still missing.")
LEAVING = report(
    "Divers searching the burned-out deck of the ferry Aurelia recovered five bodies on Friday, "
    "leaving nine people still missing a day after one of the worst accidents in decades."
)


def test_an_article_that_gives_the_number_in_a_long_sentence_is_not_said_to_lack_it() -> None:
    facts = facts_of(NINE, LEAVING)
    for kind in ("figure", "statement"):
        fact = next(f for f in facts if f.kind == kind and f.text.startswith(("nine", "Nine")))
        assert {cell.article for cell in fact.cells} == {NINE.id, LEAVING.id}


def test_where_it_happened_alone_does_not_make_two_sentences_state_one_thing() -> None:
    one = report(
        "Fourteen people were missing on Thursday after fire broke out on the passenger ferry "
        "Aurelia, two nautical miles off Port Calder, the coastguard said."
    )
    other = report(
        "The ship had been two nautical miles from Port Calder when the fire was reported in the "
        "early hours of Thursday."
    )
    statements = [f for f in facts_of(one, other) if f.kind == "statement"]
    assert all(len(f.cells) == 1 for f in statements)


COUNTS = report(
    """Fighters attacked an army post at the pass, killing 11 soldiers, the defence ministry said.
    The rebels put the number of soldiers killed at 26 and said they had left at noon.
    An observatory with friends in the valley said 19 soldiers had died.""",
    title="Fighters kill 11 soldiers at border post",
)
ALSO_COUNTS = report(
    """The ministry of defence says 11 soldiers were killed at the pass. The rebels claim to have
    killed 26. The observatory has the names of 19 dead soldiers.""",
    title="How many died at the pass",
)
MINISTRY = report(
    """Eleven soldiers were killed when fighters attacked the post at the pass, the ministry of
    defence has announced. Journalists have not been admitted to the place.""",
    title="Eleven soldiers killed in raid on the pass",
)


def test_numbers_of_one_thing_that_stand_in_rows_of_their_own_are_marked_and_stand_together() -> (
    None
):
    found = ledger([COUNTS, ALSO_COUNTS, MINISTRY])
    first = found.facts[:3]
    assert [fact.kind for fact in first] == ["figure"] * 3
    assert {cell.value for fact in first for cell in fact.cells} == {11, 19, 26}
    assert all(fact.differs and not fact.at_odds for fact in first)
    assert {one.text for one in found.otherwise(first[0])} == {fact.text for fact in first[1:]}
    assert found.disputed == 1
    assert not any(fact.thing for fact in found.facts[3:])


def test_who_gives_two_numbers_of_trucks_knows_two_things() -> None:
    both = report(
        """The depot at the pass has 42 trucks, the army said. The raid burnt 24 trucks there.""",
        title="Raid on depot",
    )
    again = report("A raid burnt 24 trucks at the depot, which has 42 trucks, the army said.")
    one = report("The depot at the pass has 42 trucks, the army said on Friday.")
    assert not any(fact.thing for fact in ledger([both, again, one]).facts)


@pytest.mark.parametrize("counts", [("two", "four"), ("Dozens of", "300")])
def test_small_and_vague_numbers_of_people_are_no_rivals(counts: tuple[str, str]) -> None:
    first, second = counts
    said = (
        f"{first.capitalize()} soldiers were killed at the pass, the ministry said. "
        f"{second.capitalize()} soldiers were killed at the pass, the rebels said. It rained.",
        f"The ministry says {first.lower()} soldiers were killed at the pass. The rebels say "
        f"{second.lower()} soldiers were killed at the pass.",
        f"{first.capitalize()} soldiers were killed at the pass, the ministry has announced.",
    )
    assert not any(fact.thing for fact in ledger([report(text) for text in said]).facts)


def test_rows_of_one_thing_stand_together_though_another_is_as_disputed() -> None:
    four = report("The raid burnt 4 trucks in the valley, a driver said. It rained.")
    seven = report("The raid burnt 7 trucks in the valley, the police said. It rained.")
    first = ledger([COUNTS, ALSO_COUNTS, MINISTRY, four, seven]).facts[:4]
    assert all(fact.differs for fact in first)
    assert ["trucks" in fact.text for fact in first] == [False, False, False, True]


def test_a_rival_number_that_one_article_has_is_no_row_that_it_carries_alone() -> None:
    rebels = report(
        """The rebels say they killed 26 soldiers at the pass. They left at noon.""",
        title="Rebels: 26 soldiers killed at the pass",
    )
    found = ledger([COUNTS, MINISTRY, rebels])
    claimed = next(f for f in found.facts if f.kind == "figure" and f.cells[0].value == 26)
    assert claimed.differs
    assert not claimed.alone


def test_the_dead_and_the_wounded_are_no_rivals() -> None:
    one = report("A bomb killed 11 soldiers at the post. Another 14 soldiers were wounded there.")
    other = report("A bomb at the post killed 11 soldiers. The army said 14 soldiers were wounded.")
    assert not any(fact.differs for fact in ledger([one, other]).facts)


def test_sentences_alike_in_words_that_count_different_things_state_two_things() -> None:
    one = report("Twelve ships were lost in the storm off the northern coast. Nobody was hurt.")
    other = report("Twelve houses were lost in the storm off the northern coast. Rain fell.")
    found = [f for f in facts_of(one, other) if f.kind == "statement" and "Twelve" in f.text]
    assert [len(fact.cells) for fact in found] == [1, 1]


def quoting(speaker: str, words: str) -> Article:
    return report(f"The talks at Vell ended late. “{words}” {speaker} said on Monday.")


ALTERED_BY_NOBODY = [
    (
        ("Ines Varga", "The owners strongly denied any knowledge of what took place in their yard"),
        (
            "Pavel Orlov",
            "Just spoke with a man who denied any knowledge of what took place in Vell",
        ),
    ),
    (
        ("Ines Varga", "I am devastated for the families of those who have lost their lives"),
        ("Pavel Orlov", "Sincere condolences to the families of those who lost their lives"),
    ),
]


@pytest.mark.parametrize(("one", "other"), ALTERED_BY_NOBODY)
def test_what_two_people_say_is_altered_by_no_outlet(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    facts = [fact for fact in facts_of(quoting(*one), quoting(*other)) if fact.kind == "quotation"]
    assert sorted(cell.source or "" for fact in facts for cell in fact.cells) == [
        "Ines Varga",
        "Pavel Orlov",
    ]
    assert [len(fact.cells) for fact in facts] == [1, 1]


def test_one_speaker_named_by_the_surname_or_by_an_office_is_altered() -> None:
    ours = quoting("Ines Varga", "The talks with the owners will not resume in the spring")
    for speaker in ("Varga", "The minister"):
        theirs = quoting(speaker, "The talks with the owners will resume in the spring")
        fact = of(facts_of(ours, theirs), "quotation", "resume")
        assert "altered" in {cell.relation for cell in fact.cells}, speaker


def test_a_later_count_is_no_rounding_of_more_than_seventy() -> None:
    early = report("More than 70 people were killed when a lorry drove into the crowd at Vell.")
    late = report("The lorry that drove into the crowd at Vell killed 84 people, police said.")
    facts = [fact for fact in facts_of(early, late) if fact.kind == "figure"]
    dead = [cell for fact in facts for cell in fact.cells if cell.value in (70, 84)]
    assert len(dead) == 2
    assert "approximate" not in {cell.relation for cell in dead}
    assert any(fact.differs for fact in facts)


CROWDS = [  # each pair gives numbers of two things, or says of one that it is not yet
    ("Police held 15 people at the dam on Friday.", "Police could hold 60 people at the dam."),
    (
        "Police in Vell arrested 40 people after the match on Friday, a spokesman said.",
        "Police in Sarn arrested 25 people after the match on Friday, a spokesman said.",
    ),
    (
        "The port shipped 400 tonnes of grain in 2029, its owner said.",
        "The port shipped 300 tonnes of grain this month, its owner said.",
    ),
]


@pytest.mark.parametrize(("one", "other"), CROWDS)
def test_numbers_that_their_clauses_tell_apart_are_not_marked(one: str, other: str) -> None:
    rain = "Rain fell on the marsh."
    articles = [report(f"{text} {rain}") for text in (one, other, "Trains ran late.")]
    assert not any(fact.differs for fact in ledger(articles).facts if fact.kind == "figure")


def test_two_counts_of_those_arrested_in_one_place_are_marked() -> None:
    one = report("Police in Vell arrested 40 people after the match on Friday. Rain fell.")
    other = report("Police in Vell arrested 25 people after the match on Friday. Trains ran.")
    assert any(fact.differs for fact in ledger((one, other)).facts if fact.kind == "figure")
