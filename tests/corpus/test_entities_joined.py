"""Which spellings are one name and which are two, and where one name ends beside another."""

from __future__ import annotations

import pytest
from test_entities import article, entity
from test_entities_kinds import Everywhere

from corpus.article import Names
from corpus.entities.naming import find_names


def names(text: str, **kinds: str) -> Names:
    return find_names(article(text), Everywhere(**kinds))


def mentions(text: str, **kinds: str) -> dict[str, tuple[str, list[str]]]:
    return {e.name: (e.type, [m.text for m in e.mentions]) for e in names(text, **kinds).entities}


def test_a_police_force_is_londons_only_where_the_text_says_so() -> None:
    abroad = "The Vell Metropolitan Police came. The Metropolitan Police left."
    found = mentions(abroad, **{"Metropolitan Police": "organisation"})
    assert "Scotland Yard" not in found
    home = "Scotland Yard came. The Metropolitan Police left."
    found = mentions(home, **{"Metropolitan Police": "organisation"})
    assert found["Scotland Yard"][1] == ["Scotland Yard", "Metropolitan Police"]


def test_who_is_of_a_body_is_a_person_and_the_body_another_name() -> None:
    found = mentions(
        "Anna Moor of Varnik came third. He drove for Varnik.", **{"Anna Moor of Varnik": "person"}
    )
    assert found["Anna Moor"][0] == "person"
    assert found["Varnik"] == ("organisation", ["Varnik", "Varnik"])


@pytest.mark.parametrize(
    ("half", "land"), [("North", "North Korea"), ("South", "South Korea"), ("South", "South Sudan")]
)
def test_half_of_a_parted_land_is_that_land(half: str, land: str) -> None:
    found = mentions(f"{land} was silent. The {half} kept its ships in port.", **{half: "place"})
    assert found[land][1] == [land, half]


def test_the_north_of_no_land_or_of_two_is_itself() -> None:
    found = mentions(
        "North Korea envied North Vietnam. The North was rich.",
        **{"North": "place", "North Vietnam": "place"},
    )
    assert found["North"][1] == ["North"]


def test_a_preposition_is_no_part_of_the_north() -> None:
    text = "North Korea spoke. A shot by the North at Guam would be answered."
    found = mentions(text, **{"North at Guam": "organisation"})
    assert found["North Korea"][1] == ["North Korea", "North"]


def test_letters_are_the_one_person_whose_names_they_begin() -> None:
    found = mentions("Anna Quill sang. AQ danced.", **{"Anna Quill": "person", "AQ": "person"})
    assert found["Anna Quill"][1] == ["Anna Quill", "AQ"]
    both = mentions(
        "Anna Quill and Arno Quast sang. AQ danced.",
        **{"Anna Quill": "person", "Arno Quast": "person", "AQ": "person"},
    )
    assert both["AQ"][1] == ["AQ"]


def test_a_firm_is_not_the_world_it_invented() -> None:
    text = "Varnik sells toys. They come from the Varnik Story Universe."
    found = mentions(text, **{"Varnik Story Universe": "organisation", "Varnik": "organisation"})
    assert found["Varnik"][1] == ["Varnik"]


@pytest.mark.parametrize("pair", ["Moor, Quill", "Moor and Quill"])
def test_two_persons_in_one_span_are_two_where_the_text_knows_them(pair: str) -> None:
    text = f"Anna Moor met Hanne Quill. According to {pair} they parted."
    found = mentions(text, **{pair: "organisation", "Anna Moor": "person", "Hanne Quill": "person"})
    assert found["Anna Moor"][1] == ["Anna Moor", "Moor"]
    assert found["Hanne Quill"][1] == ["Hanne Quill", "Quill"]


def test_what_asks_or_doubts_is_no_given_name() -> None:
    text = "Will Trump go? Maybe Trump stays."
    found = names(text, **{"Will Trump": "person", "Maybe Trump": "person"})
    assert {m.text for m in entity(found, "Trump").mentions} == {"Trump"}


@pytest.mark.parametrize("team", ["Carolina Panthers", "Golden State Warriors"])
def test_a_team_is_no_person_and_no_place(team: str) -> None:
    for kind in ("person", "place"):
        assert (
            mentions(f"They lost to the {team} again.", **{team: kind})[team][0] == "organisation"
        )


def test_a_grand_prix_is_an_event() -> None:
    found = mentions("He won the Vell Grand Prix.", **{"Vell Grand Prix": "place"})
    assert found["Vell Grand Prix"][0] == "event"


@pytest.mark.parametrize("before", ["GM", "Comedian", "African American", "Elbrook"])
def test_what_stands_before_a_person_named_without_it_is_no_part_of_the_name(before: str) -> None:
    text = f"They cheered {before} Anna Moor. Anna Moor bowed."
    found = mentions(text, **{f"{before} Anna Moor": "person", "Anna Moor": "person"})
    assert found["Anna Moor"][1] == ["Anna Moor", "Anna Moor"]


def test_a_given_name_more_stays_with_the_person() -> None:
    text = "They cheered Hanne Anna Moor. MICHAEL Moor and Baha Abu Quill bowed to Abu Quill."
    kinds = dict.fromkeys(("Hanne Anna Moor", "MICHAEL Moor", "Baha Abu Quill"), "person")
    assert set(kinds) <= {m.text for e in names(text, **kinds).entities for m in e.mentions}


def test_an_acronym_before_a_surname_is_no_given_name() -> None:
    text = "MVP Moor ran. Moor bowed."
    found = mentions(text, **{"MVP Moor": "person", "Moor": "person"})
    assert found["Moor"][1] == ["Moor", "Moor"]


def test_the_north_is_no_short_form_of_a_body_that_begins_so() -> None:
    text = "The North Coast Defence Command saw it. North Korea spoke. The North denied it."
    found = mentions(
        text, **{"North Coast Defence Command": "organisation", "The North": "organisation"}
    )
    assert found["North Coast Defence Command"][1] == ["North Coast Defence Command"]


def test_a_university_of_elsewhere_is_not_the_one_named() -> None:
    text = "Vell University grew. She left the University of Elbrook for the University."
    found = mentions(text, **{"Vell University": "organisation"})
    assert found["Vell University"][1] == ["Vell University", "University"]


@pytest.mark.parametrize(
    ("body", "known", "land"),
    [
        ("Security Council", "UN Security Council", "Ukraine's"),
        ("Health and Human Services", "Department of Health and Human Services", "Massachusetts"),
    ],
)
def test_a_body_of_another_land_is_not_the_known_one(body: str, known: str, land: str) -> None:
    there = mentions(f"A spokesman for {land} {body} kept silent.")
    assert known not in there
    assert there[body][1] == [body]
    assert known in mentions(f"The {body} kept silent.")


def test_a_committee_for_a_department_is_not_the_department() -> None:
    text = "The Senate Vell Affairs met the Department of Vell Affairs. The Vell Affairs rested."
    bodies = ("Senate Vell Affairs", "Department of Vell Affairs", "Vell Affairs")
    found = mentions(text, **dict.fromkeys(bodies, "organisation"))
    assert found["Senate Vell Affairs"][1] == ["Senate Vell Affairs"]


def test_letters_that_are_no_known_person_are_a_body() -> None:
    assert mentions("They asked RQXS for help.", RQXS="person")["RQXS"][0] == "organisation"
    assert mentions("They asked JFK for help.", JFK="person")["JFK"][0] == "person"
    text = "Anna Quill sang. QUILL bowed."
    found = mentions(text, **{"Anna Quill": "person", "QUILL": "person"})
    assert {kind for kind, _ in found.values()} == {"person"}


def test_letters_by_which_the_news_means_one_person_are_that_person() -> None:
    assert "Alexandria Ocasio-Cortez" in mentions("They asked AOC for help.")


def test_what_a_star_is_called_is_no_part_of_the_name() -> None:
    found = mentions("Model Anna Moor bowed.", **{"Model Anna Moor": "organisation"})
    assert found["Anna Moor"] == ("person", ["Anna Moor"])


def test_the_office_of_who_comes_next_is_no_part_of_a_body() -> None:
    text = "The head of the Vell Patrol, Capt. Anna Moor, bowed."
    found = mentions(text, **{"Vell Patrol, Capt": "place", "Anna Moor": "person"})
    assert found["Vell Patrol"][0] == "organisation"


def test_a_case_does_not_begin_with_the_word_that_leads_to_it() -> None:
    found = mentions(
        "In Moor v. Quill, the judges were of two minds. They quoted it in Moor v. Quill.",
        **{"Moor v. Quill": "place"},
    )
    assert found["Moor v. Quill"] == ("work", ["Moor v. Quill"] * 2)


def test_a_firm_has_one_name_with_its_legal_form_and_without() -> None:
    found = mentions(
        "Quellwerk Ltd. is late. Quellwerk said so.",
        **{"Quellwerk Ltd.": "organisation", "Quellwerk": "organisation"},
    )
    assert found["Quellwerk"][1] == ["Quellwerk Ltd.", "Quellwerk"]


def test_a_firm_that_is_named_first_and_oftener_is_not_called_by_its_part() -> None:
    found = mentions(
        "Quellwerk is late. Quellwerk said so. Its part Quellwerk Harbour Solutions is not.",
        **{"Quellwerk Harbour Solutions": "organisation", "Quellwerk": "organisation"},
    )
    assert found["Quellwerk"][1] == ["Quellwerk", "Quellwerk"]
    assert found["Quellwerk Harbour Solutions"][1] == ["Quellwerk Harbour Solutions"]


def test_a_given_name_in_a_family_is_nobody_who_is_named_far_down() -> None:
    towns = "Veldau Sarn Aldmere Kessel Brennick Keld Halvern Nordvik Ostrova Lindholm".split()
    far = "Their sons Matthew, William and Zachary died. {} In Moss William Quellman drowned."
    known = {"William": "person", "William Quellman": "person", **dict.fromkeys(towns, "place")}
    found = mentions(far.format(" ".join(f"It rained in {town}." for town in towns)), **known)
    assert found["William Quellman"][1] == ["William Quellman"]
    near = mentions("William’s boat is lost. William Quellman drowned.", **known)
    assert near["William Quellman"][1] == ["William", "William Quellman"]
    later = mentions(
        "In Aldmere William Quellman drowned. William was 25.",
        **{"William": "person", "William Quellman": "person"},
    )
    assert later["William Quellman"][1] == ["William Quellman", "William"]


def test_a_surname_that_came_before_is_not_the_fathers_of_its_bearer() -> None:
    found = mentions(
        "Mr. Quellen idolized his father, Georg. Mr. Quellen left (Georg Quellen spoke later).",
        **{"Georg Quellen": "person", "Quellen": "person", "Georg": "person"},
    )
    assert found["Quellen"][1] == ["Quellen", "Quellen"]
    assert found["Georg Quellen"][1] == ["Georg", "Georg Quellen"]


def test_a_surname_behind_a_victims_father_is_the_fathers() -> None:
    found = mentions(
        "The father of one, Georg Quellen, came. Mr. Quellen wept.",
        **{"Georg Quellen": "person", "Quellen": "person"},
    )
    assert found["Georg Quellen"][1] == ["Georg Quellen", "Quellen"]


def test_a_president_is_not_his_son() -> None:
    found = mentions(
        "Trump spoke. Then Donald Trump Jr. left.",
        **{"Donald Trump Jr.": "person"},
    )
    assert found["Donald Trump Jr."][1] == ["Donald Trump Jr."]


def test_the_years_of_a_president_tell_nothing_of_who_was_named_before() -> None:
    both = {"Hillary Clinton": "person", "Bill Clinton": "person", "Clinton": "person"}
    found = mentions(
        "Clinton has plans. Hillary Clinton is a namesake of Bill Clinton. "
        "In the Clinton years there was none.",
        **both,
    )
    assert found["Clinton"][1] == ["Clinton"]
    assert found["Bill Clinton"][1] == ["Bill Clinton", "Clinton"]
    behind = mentions(
        "Bill Clinton came. Clinton had plans. Hillary Clinton came too. "
        "In the Clinton years there was none.",
        **both,
    )
    assert behind["Bill Clinton"][1] == ["Bill Clinton", "Clinton", "Clinton"]


@pytest.mark.parametrize(
    ("body", "other"),
    [
        ("Supreme Court", "Colorado Supreme Court"),
        ("Senate", "Michigan Senate"),
        ("State Department", "Michigan State Department"),
        ("Department of Justice", "Brazilian Department of Justice"),
    ],
)
def test_a_body_known_by_its_name_takes_in_no_like_one_of_another_state(
    body: str, other: str
) -> None:
    text = f"The {body} sat. The {other} sat too, and the {body} rose."
    found = mentions(text, **{body: "organisation", other: "organisation"})
    assert found[other][1] == [other]
    assert found[body][1] == [body, body]


def test_the_seats_of_a_state_in_the_senate_of_the_whole_are_no_body_of_the_state() -> None:
    found = mentions("The Ohio Senate race and the Ohio Senate seat cost much.")
    assert found["Senate"][1] == ["Senate", "Senate"]


def test_a_body_known_by_its_name_is_also_that_of_the_land_itself() -> None:
    text = "The U.S. Senate sat. The Senate rose. The Republican Senate sang."
    found = mentions(text, **{"U.S. Senate": "organisation"})
    assert found["Senate"][1] == ["U.S. Senate", "Senate", "Senate"]


def test_the_state_court_takes_nothing_from_the_court_beside_which_it_stands() -> None:
    text = "The U.S. Supreme Court met. The Ohio Supreme Court met. The Supreme Court rose."
    names_of = dict.fromkeys(("U.S. Supreme Court", "Ohio Supreme Court", "Supreme Court"))
    found = mentions(text, **dict.fromkeys(names_of, "organisation"))
    assert found["U.S. Supreme Court"][1] == ["U.S. Supreme Court", "Supreme Court"]
