"""Which figures of two reports agree, and which may conflict."""

from __future__ import annotations

import pytest
from reports import report

from corpus.comparison import compare
from corpus.comparison.counted import counted
from corpus.comparison.sides import side

Found = set[tuple[str, str, str]]


def figures(left: str, right: str, *, right_day: str = "2031-03-13") -> Found:
    fire = "Fire swept the ferry Aurelia off Port Calder on Thursday."
    comparison = compare(report(f"{fire}\n{left}"), report(f"{fire}\n{right}", published=right_day))
    return {(f.left_text, f.right_text, f.relation) for f in comparison.figures}


def test_each_number_keeps_its_own_deed_in_one_sentence() -> None:
    found = figures(
        "The blast killed at least six people and wounded 120.",
        "The blast killed two people and wounded more than 80.",
    )
    assert found == {("six", "two", "differ"), ("120", "80", "differ")}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("More than 50 people were injured.", "Some 51 people were injured.", "approximate"),
        ("Nearly 300 people were injured.", "Injured were 290 people.", "approximate"),
        ("At least 16 people were killed.", "The fire killed 19 people.", "differ"),
        ("More than 70 people were killed.", "The fire killed 84 people.", "differ"),
        ("More than 70 people were killed.", "The fire killed 77 people.", "approximate"),
        ("Nearly 90 people were killed.", "The fire killed 76 people.", "differ"),
        ("Dozens of people were killed.", "The fire killed 84 people.", "approximate"),
    ],
)
def test_a_hedge_reaches_as_far_as_people_round(left: str, right: str, relation: str) -> None:
    assert {r for _, _, r in figures(left, right)} == {relation}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The fire killed 14 people.", "The fire injured 17 people."),
        ("The fire killed 14 people.", "Of the dead, 17 people came from Sarn."),
        ("The fire killed 14 people.", "The fire killed another 17 people on the quay."),
        ("The fire killed 14 people.", "A fire in May 2022 killed 17 people at Sarn."),
        ("The fire killed 14 people.", "The fire killed 12 soldiers."),
        ("The fire killed 14 people.", "The fire killed 12 Sarnish passengers."),
        ("One child was missing.", "Two children were missing."),
        ("The fee rose by 14 per cent.", "The fee rose by 17 crowns."),
        ("The bill needs 60 votes to pass.", "The bill has 51 votes to pass."),
        ("Sarn pays $15 million in aid a year.", "Sarn pays $12 million in military aid a year."),
        ("In all 14 candidates spoke on Friday.", "In all 12 Greens candidates spoke on Friday."),
        ("The fire injured 50 people.", "After the fire 29 people required hospital treatment."),
        ("The fire killed 14 people.", "The fire is feared to have killed 12 people."),
        ("The fires killed 31 people in Sarn, Nordvik and Calder.", "In Sarn 14 people died."),
        (
            "The bureau counted 157,000 new jobs.",
            "The bureau now counts 119,000 new jobs, down from an estimate of 157,000 new jobs.",
        ),
        ("The fire killed nearly two dozen people.", "The fire killed at least 20 people."),
        ("The fire killed 14 people.", "The toll rose from 10 to 14 people."),
        ("The fire killed 14 people.", "Initially, officials said 10 people had died on board."),
        ("The fire killed 14 people.", "The owner had said at least 10 people died."),
        ("The yard lost 40 crowns.", "The loss of the yard is down from 60 crowns."),
        (
            "Ines Varga, 32, told of the fire.",
            "Ines Varga was 20 years old at the time of the fire.",
        ),
        ("Varga won by 8 points among pilots.", "The share of pilots was four points higher."),
    ],
)
def test_look_alikes_do_not_conflict(left: str, right: str) -> None:
    assert "differ" not in {relation for _, _, relation in figures(left, right)}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("He won 48.9 per cent of the vote.", "He won 49 per cent of the vote.", "approximate"),
        ("The bridge cost $4.1 million.", "The bridge cost $4 million.", "approximate"),
        ("The fund lost 2,609 members.", "The fund lost 2,600 members.", "approximate"),
        ("The storm killed 29 people.", "The storm killed 30 people.", "differ"),
        ("The storm killed 157 people.", "The storm killed 160 people.", "differ"),
        ("The storm killed 1,450 people.", "The storm killed 1,000 people.", "differ"),
    ],
)
def test_a_number_with_fewer_digits_is_the_same_rounded(
    left: str, right: str, relation: str
) -> None:
    assert {r for _, _, r in figures(left, right)} == {relation}


def test_a_height_is_not_held_against_a_distance() -> None:
    flown = "The missile flew about 3,700 kilometres over Sarn before it fell into the sea."
    fell = "The missile flew over Sarn before it fell into the sea 2,000 kilometres to the east."
    assert not any(r == "differ" for _, _, r in figures(flown, fell))
    reached = flown.replace("3,700", "2,900")
    assert ("3,700 kilometres", "2,900 kilometres", "differ") in figures(flown, reached)


def test_an_equal_sum_agrees_wherever_it_is_named() -> None:
    found = figures(
        "Ministers set aside $5.25 billion for the quays in the spring.",
        "The yard of Sarn asks who will spend the $5.25 billion, and on what.",
    )
    assert ("$5.25 billion", "$5.25 billion", "agree") in found


def test_a_part_named_beside_its_whole_conflicts_with_nothing() -> None:
    found = figures(
        "The fire killed 14 people.", "The fire killed 17 people, including 9 children."
    )
    assert found == {("14", "17", "differ")}


def test_two_children_and_two_boats_are_no_agreement() -> None:
    assert not figures("Two children were found in a hut.", "The owner has two boats elsewhere.")


def test_counts_of_two_days_may_be_later_counts() -> None:
    found = figures(
        "The fire killed 14 people.", "The fire killed 17 people.", right_day="2031-03-14"
    )
    assert found == {("14", "17", "differ")}


def test_headlines_are_held_against_each_other() -> None:
    left = report("Fire swept the ferry.", title="Ferry fire kills seven")
    right = report("Fire swept the ferry.", title="Five dead in ferry fire")
    assert [(f.left_text, f.right_text) for f in compare(left, right).figures] == [
        ("seven", "Five")
    ]


def test_a_figure_that_both_sides_say_twice_is_given_once() -> None:
    once = "The ferry carried 412 passengers to the island of Aurel on Thursday."
    again = "Aurel has no room for the 412 passengers of the ferry."
    found = compare(report(f"{once}\n{again}"), report(f"{again}\n{once}"))
    assert [p.left_text for p in found.figures if p.left_value == 412] == ["412"]


def test_more_than_before_the_next_number_makes_no_part_of_the_one_before() -> None:
    text = "The tour makes 75 stops in more than 20 towns of Aurel."
    assert not any(c.part for c in counted(side(report(text))))


@pytest.mark.parametrize(
    ("left", "right", "pair"),
    [
        ("The fire left 141 people dead.", "The fire killed 130 people.", ("141", "130")),
        ("The tour makes 70 stops in May.", "The tour will make 75 stops in May.", ("70", "75")),
    ],
)
def test_counts_of_one_thing_in_other_words_may_conflict(
    left: str, right: str, pair: tuple[str, str]
) -> None:
    assert (*pair, "differ") in figures(left, right)


@pytest.mark.parametrize(
    ("left", "right", "numbers"),
    [
        (
            "The death toll from the fire rose to at least six, with more than 100 others wounded.",
            "The fire killed four people.",
            ("six", "four"),
        ),
        (
            "The vessel had 221 passengers when it burned.",
            "The ship was carrying 212 passengers when it burned.",
            ("221", "212"),
        ),
        (
            "There were 27 survivors of the fire.",
            "Rescuers said only 28 people were found alive.",
            ("27", "28"),
        ),
        (
            "Captain Ana Orlik, 41, was the last to leave.",
            "Orlik, 43, left after everybody else.",
            ("41", "43"),
        ),
    ],
)
def test_two_counts_of_one_crowd_may_conflict(
    left: str, right: str, numbers: tuple[str, str]
) -> None:
    assert figures(left, right) == {(*numbers, "differ")}


def test_two_of_one_surname_have_ages_of_their_own() -> None:
    left, right = "Captain Ana Orlik, 41, was the last to leave.", "Jan Orlik, 43, swam ashore."
    assert figures(left, right) == set()


def test_a_further_thousand_is_not_the_thousand_of_the_other_report() -> None:
    found = figures(
        "Sarn has 620 soldiers in the port, with another 1,000 from 20 partner countries.",
        "Sarn has nearly 1,000 troops in the port.",
    )
    assert ("1,000", "1,000", "agree") not in found


def test_a_share_of_something_is_no_part_of_a_count() -> None:
    found = figures(
        "With 99.6 per cent of the port's precincts reporting, Brandt led in the town.",
        "With 99 per cent of precincts reporting, Brandt led in the town.",
    )
    assert found == {("99.6 per cent", "99 per cent", "approximate")}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Sixty tractors and 100 barges cleared the river at Sarn.",
            "Some 100 tractors cleared the river at Sarn.",
        ),
        (
            "The rally at Sarn left 12 officers with bruises on Friday.",
            "The rally at Sarn left 12 windows broken on Friday.",
        ),
    ],
)
def test_one_number_of_two_things_is_no_agreement(left: str, right: str) -> None:
    assert "agree" not in {r for _, _, r in figures(left, right)}


def test_a_number_that_agrees_elsewhere_conflicts_with_nothing() -> None:
    found = figures(
        "The fire injured 40 people.\nThe fire injured 50 people, Sarn officials said.",
        "The fire injured 50 people, Sarn officials said.\nThe fire on board injured 50 people.",
    )
    assert {r for *_, r in found} == {"agree"}


def test_two_ages_of_one_child_in_facing_sentences_may_conflict() -> None:
    found = figures(
        "Divers pulled a five-year-old boy from the well at Sarn on Friday.",
        "Divers pulled a six-year-old boy from the well at Sarn on Friday.",
    )
    assert found == {("five-year-old", "six-year-old", "differ")}


def test_sums_in_sentences_that_face_each_other_may_conflict_without_a_noun() -> None:
    found = figures(
        "Calder Lines raised its offer for the shipyard to $47 million on Monday.",
        "On Monday Calder Lines raised its offer for the shipyard to $38 million.",
    )
    assert ("$47 million", "$38 million", "differ") in found


def test_one_sum_with_fewer_digits_is_no_conflict() -> None:
    found = figures(
        "The council agreed on a budget package of $1 billion for the harbour.",
        "The council forged a budget package of $1.07 billion for the harbour.",
    )
    assert "differ" not in {relation for _, _, relation in found}


def test_leads_in_votes_may_conflict() -> None:
    found = figures(
        "Varga was ahead of Orlov by 641 votes on Wednesday morning.",
        "The lead of Varga over Orlov was 847 votes at midnight.",
    )
    assert ("641", "847", "differ") in {
        (left.split()[0], right.split()[0], r) for left, right, r in found
    }


def test_one_number_agrees_in_sentences_that_face_each_other_whatever_it_is_called() -> None:
    found = figures(
        "Satellites of the coastguard spotted 30 transfers of oil off Calder since October.",
        "Since October ships sold oil off Calder 30 times, satellites of the coastguard show.",
    )
    assert ("30", "30", "agree") in found


def test_two_numbers_that_may_conflict_are_told_once() -> None:
    left = "The fire killed 14 people.\nThe death toll stood at 14, the port said."
    right = "The fire killed 17 people.\nThe port put the death toll at 17."
    differing = [f for f in compare(report(left), report(right)).figures if f.relation == "differ"]
    assert len(differing) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The mayor of Sarn, who collects clocks, has held office for five years.",
            "Under Nordic law a harbour pilot trains at sea and ashore for five years.",
        ),
        (
            "Varga, a baker of rye bread, stands at 20 percent among old pilots.",
            "Built in Gdansk, the ferry was 20 percent faster than any harbour tug.",
        ),
        ("Half of the pilots stayed on land.", "Tolls pay for half of the quays."),
        ("Ines Varga, 40, saw the smoke.", "The harbour was closed by Tomas Okoro, 40."),
        ("Thousands marched in Nordvik.", "The smell drew thousands of gulls to the harbour."),
        ("Hotels house 400 people living in tents.", "Heat may cause 400 deaths in Sarn."),
        ("Two of us crossed on the ferry.", "The ferry joins the two islands of Aurel."),
    ],
)
def test_numbers_that_any_two_reports_have_are_no_agreement(left: str, right: str) -> None:
    common = (
        "The crew launched the boats within minutes of the alarm.",
        "Divers searched the hull until dusk on Friday.",
        "The owner said the engine had been inspected in spring.",
        "An inquiry will open at the court of Nordvik.",
    )
    assert not figures("\n".join((left, *common)), "\n".join((*common, right)))


@pytest.mark.parametrize(
    ("left", "right", "pair"),
    [
        (
            "The mayor has held office for five years.",
            "In office he held out five years.",
            ("five years", "five years"),
        ),
        ("Ines Varga, 40, saw the smoke.", "Smoke woke Ines Varga, 40.", ("40", "40")),
        ("They crossed Sarn for nine days.", "A march of nine days.", ("nine days", "nine days")),
        ("The rule binds 20 states.", "In 20 states the rule is law.", ("20", "20")),
        ("The fire took 40 lives.", "The fire killed 40 people.", ("40", "40")),
    ],
)
def test_equal_numbers_of_one_thing_agree(left: str, right: str, pair: tuple[str, str]) -> None:
    assert (*pair, "agree") in figures(left, right)


def test_sums_that_are_nearly_one_may_conflict_though_one_side_says_more_of_what_they_are() -> None:
    one = "Brask had $32.6 billion in foreign earnings at the end of 2030, a note of the bank says."
    other = "Brask had $31.2 billion in earnings kept abroad at the end of 2030, a filing shows."
    found = compare(report(one, title="Brask pays"), report(other, title="Brask pays a levy"))
    assert [f.left_text for f in found.figures if f.relation == "differ"] == ["$32.6 billion"]
    apart = other.replace("31.2", "21.4")
    found = compare(report(one, title="Brask pays"), report(apart, title="Brask pays a levy"))
    assert [f for f in found.figures if f.relation == "differ"] == []


def test_the_toll_before_it_rose_is_not_the_toll() -> None:
    assert not figures("The fire killed 10 people.", "The fire killed 12 people, up from 10 dead.")
    now = figures("The fire killed 12 people.", "The fire killed 12 people, up from 10 dead.")
    assert now == {("12", "12", "agree")}


@pytest.mark.parametrize(
    ("left", "right", "pair", "relation"),
    [
        (
            "The truce between Sarn and Calder is to last 72 hours.",
            "Sarn and Calder agreed on a truce of three days.",
            ("72 hours", "three days"),
            "agree",
        ),
        (
            "The rocket fell eight metres from the lighthouse of Sarn.",
            "The rocket fell 26 feet from the lighthouse of Sarn.",
            ("eight metres", "26 feet"),
            "approximate",
        ),
        (
            "The jobless rate of Sarn was unchanged for six consecutive months.",
            "The jobless rate of Sarn stood unchanged for six months.",
            ("six", "six months"),
            "agree",
        ),
        (
            "Two-thirds of the pilots of Sarn back the strike.",
            "Of the pilots of Sarn 67 percent back the strike.",
            ("Two-thirds", "67 percent"),
            "approximate",
        ),
        (
            "The Calder Gulls beat the Sarn Terns 26-24 in the final.",
            "In the final the Sarn Terns lost 26-24 to the Calder Gulls.",
            ("26-24", "26-24"),
            "agree",
        ),
    ],
)
def test_one_size_agrees_in_whatever_unit(
    left: str, right: str, pair: tuple[str, str], relation: str
) -> None:
    assert (*pair, relation) in figures(left, right)


def test_half_of_one_thing_is_not_fifty_percent_of_another() -> None:
    found = figures(
        "Half of the pilots of Sarn stayed on land.", "Tolls rose by 50 percent at the quays."
    )
    assert not found


def test_numbers_of_one_list_agree_whatever_the_nouns() -> None:
    found = figures(
        "The fire on the ferry killed 20 apprentices and six guides, the port said.",
        "The fire on the ferry killed 20 trainees and six guides, the port said.",
    )
    assert ("20", "20", "agree") in found


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("More than 200 people were injured.", "Injured were 276 people.", "approximate"),
        ("More than 100 people were injured.", "Injured were 190 people.", "differ"),
        ("More than 200 people were injured.", "More than 260 people were injured.", "differ"),
        ("Dozens of people were injured.", "Injured were 120 people.", "approximate"),
        ("Shares fell by more than 9 percent.", "Shares fell by 9.5 percent.", "approximate"),
    ],
)
def test_more_than_a_round_number_reaches_as_far_as_the_next(
    left: str, right: str, relation: str
) -> None:
    assert {r for _, _, r in figures(left, right)} == {relation}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "A full 56 percent of Sarn voters have an unfavourable view of Varga.",
            "Of Varga 62 percent of Sarn voters say that she is not honest.",
        ),
        (
            "The shares of Calder Lines closed 9.4 percent higher on Thursday.",
            "The shares of Calder Lines closed 5.8 percent down on Thursday.",
        ),
        (
            "A Gazette poll shows Varga leading Orlov by 6 percentage points.",
            "A Courier poll shows Varga leading Orlov by 9 percentage points.",
        ),
        ("The upper court upheld it 5 to 4.", "The lower court upheld it 2-1."),
    ],
)
def test_shares_of_others_and_votes_of_other_houses_do_not_conflict(left: str, right: str) -> None:
    assert "differ" not in {r for _, _, r in figures(left, right)}


def test_dozens_and_hundreds_of_dead_may_conflict() -> None:
    found = figures(
        "The fire on the ferry has left hundreds dead, the port said.",
        "The fire on the ferry has left dozens dead, the port said.",
    )
    assert found == {("hundreds", "dozens", "differ")}


def test_the_toll_that_a_report_opens_with_is_held_against_the_other() -> None:
    left = "The fire killed four people.\nA ward in Sarn took in four dead bodies, a doctor said."
    right = "The fire killed two people.\nA ward in Sarn took in three dead bodies, a doctor said."
    found = compare(report(left), report(right)).figures
    first = next(f for f in found if f.relation == "differ")
    assert (first.left_text, first.right_text) == ("four", "two")


def test_those_in_danger_are_not_as_many_as_those_in_hospital() -> None:
    found = figures(
        "About 60 people were taken to hospital in Port Calder and 17 people were critical.",
        "The mayor visited the hospital in Port Calder and said 60 people were still critical.",
    )
    assert not any(relation != "differ" for _, _, relation in found)
    found = figures(
        "After the fire 17 people were in a critical condition in the hospital of Port Calder.",
        "After the fire 21 people were still critical in the hospital of Port Calder.",
    )
    assert found == {("17", "21", "differ")}


def test_a_handful_of_parts_of_two_machines_is_no_agreement() -> None:
    found = figures(
        "The Calder Titan: height 90 metres, engines four, with 2 boosters of Varga Works.",
        "That will surpass the Northern Petrel, which flies with two solid boosters and a core.",
    )
    assert found == set()


def test_as_many_of_the_same_many_may_conflict_beside_the_many_that_agree() -> None:
    found = figures(
        "The regatta was stopped with 31 of 84 rounds sailed.",
        "The regatta in the bay was halted after 30 of 84 planned rounds.",
    )
    assert found == {("31", "30", "differ"), ("84", "84", "agree")}
