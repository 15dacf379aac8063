"""Which kind a name has: what a model takes it for, and what the words around it say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from test_entities import Scripted, article, entity

from corpus.article import Names
from corpus.entities.gazetteer import GazetteerRecogniser
from corpus.entities.naming import find_names
from corpus.entities.recogniser import RawSpan


class Everywhere(Scripted):
    """Finds its words wherever they stand."""

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        found = []
        for text in texts:
            spans = []
            for name, kind in self.types.items():
                at = text.find(name)
                while at >= 0:
                    spans.append(RawSpan(at, at + len(name), kind))  # type: ignore[arg-type]
                    at = text.find(name, at + 1)
            found.append(spans)
        return found


def kind(name: str, took_for: str, *paragraphs: str) -> str:
    return entity(find_names(article(*paragraphs), Everywhere(**{name: took_for})), name).type


def kinds(names: Names) -> dict[str, str]:
    return {e.name: e.type for e in names.entities}


@pytest.mark.parametrize(
    "text",
    [
        "Quelland's third-largest town was dark.",
        "They waited at the border with Quelland all night.",
        "Quelland's foreign minister kept silent.",
        "Ten miles from Quelland the road ends.",
        "It lies north of Quelland, in the marshes.",
        "They fled from Quelland on foot.",
        "The Quelland-based dealers kept silent.",
        "The mayor of Quelland kept silent.",
        "Quelland, a small fishing town, was dark.",
    ],
)
def test_the_words_around_an_unknown_place_outweigh_the_model(text: str) -> None:
    assert kind("Quelland", "organisation", text) == "place"


def test_words_about_one_mention_settle_all_mentions_of_a_place() -> None:
    names = find_names(
        article(
            "Quelland wants more time.",
            "Nobody asked Quelland.",
            "Boats come from the coast of Quelland, and the streets of Quelland were full.",
        ),
        Everywhere(Quelland="organisation"),
    )
    assert [(e.type, len(e.mentions)) for e in names.entities] == [("place", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Shareholders of Ostlin met in a tent.",
        "Its rival, the carmaker Ostlin, met in a tent.",
        "Ostlin's shareholders met in a tent.",
        "He bought Ostlin shares for his aunt.",
    ],
)
def test_what_has_shares_is_an_organisation(text: str) -> None:
    assert kind("Ostlin", "person", text) == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "Ostlin's widow kept the letters.",
        "A tent for Mr Ostlin was put up.",
        "They thanked Senator Ostlin for it.",
    ],
)
def test_who_has_a_family_or_an_office_is_a_person(text: str) -> None:
    assert kind("Ostlin", "organisation", text) == "person"


@pytest.mark.parametrize(
    "text",
    [
        "They did it in Ostlin's name.",
        "Stalls stood in Ostlin shops.",
        "Gifts in Ostlin's shed were stolen.",
    ],
)
def test_what_something_is_in_is_no_place_when_it_owns_what_follows(text: str) -> None:
    assert kind("Ostlin", "person", text) == "person"


def test_a_given_name_keeps_a_long_name_a_person() -> None:
    assert kind("Clara Ostlin", "person", "They met in Clara Ostlin's shed.") == "person"


def test_a_name_whose_last_word_speaks_further_down_is_a_person() -> None:
    names = find_names(
        article("The list came from Isk Velder that day.", "It was short, Velder said."),
        Everywhere(**{"Isk Velder": "organisation"}),
    )
    assert kinds(names) == {"Isk Velder": "person"}


def test_a_team_is_no_person_because_its_last_word_goes_on_alone() -> None:
    text = ("The Elbrook Herons lost again.", "The Herons had led until noon, Herons fans said.")
    found = Everywhere(**{"Elbrook Herons": "organisation"})
    assert kinds(find_names(article(*text), found))["Elbrook Herons"] == "organisation"


def test_the_last_word_of_an_organisation_stands_for_it() -> None:
    names = find_names(
        article(
            "The Lower Marsh Observatory counted the dead.",
            "The Observatory's director wept. An Observatory van stood outside.",
        ),
        Everywhere(**{"Lower Marsh Observatory": "organisation"}),
    )
    assert [(e.name, len(e.mentions)) for e in names.entities] == [("Lower Marsh Observatory", 3)]


def test_the_last_word_of_one_organisation_is_not_marked_in_the_name_of_another() -> None:
    names = find_names(
        article("The Lower Marsh Trust gave in.", "A Wool Trust flag hung there."),
        Everywhere(**{"Lower Marsh Trust": "organisation"}),
    )
    assert [(e.name, len(e.mentions)) for e in names.entities] == [("Lower Marsh Trust", 1)]


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Divers reached the trawler Fair Wind at noon.", "Fair Wind", "work"),
        ("The ferry Ottoline's doors were shut.", "Ottoline", "work"),
        ("It was towed by HMS Patience to port.", "HMS Patience", "work"),
        ("Under the Harbour Dues Act of 2009 they pay.", "Harbour Dues Act of 2009", "work"),
        ("It breaks the Treaty of Elbrook, they say.", "Treaty of Elbrook", "work"),
        ("They cite UN Security Council resolution 9099 twice.",
         "UN Security Council resolution 9099", "work"),
        ("She told the radio station Voice of Elbrook so.", "Voice of Elbrook", "organisation"),
        ("He was born in the village of Under Marsh.", "Under Marsh", "place"),
        ("They want it done before Easter.", "Easter", "event"),
        ("A Western diplomat laughed.", "Western", "group"),
    ],
)  # fmt: skip
def test_a_name_is_known_by_the_word_that_introduces_it(text: str, name: str, type: str) -> None:
    names = find_names(article(text), GazetteerRecogniser())
    assert kinds(names)[name] == type


def test_an_act_does_not_take_in_the_word_that_begins_the_sentence() -> None:
    names = find_names(article("But the Fisheries Act helps nobody."), GazetteerRecogniser())
    assert kinds(names) == {"Fisheries Act": "work"}


def test_forms_of_address_are_no_part_of_a_name_whatever_the_model_thought() -> None:
    found = Everywhere(**{"Ms Ostlin": "organisation"})
    assert kinds(find_names(article("The tent was put up, Ms Ostlin said."), found)) == {
        "Ostlin": "person"
    }


def test_the_agency_in_a_dateline_and_the_credit_of_a_picture_are_not_spoken_of() -> None:
    names = find_names(
        article(
            "ELBROOK, March 3 (Reuters) - Clara Ostlin left.",
            ("Clara Ostlin leaves. (Reuters/P. Vane)", "caption"),
            ("Clara Ostlin at sea. Photo: Reuters", "caption"),
            ("Clara Ostlin reads (with her aunt) a Reuters report.", "caption"),
        ),
        Everywhere(Reuters="organisation", Vane="person"),
    )
    assert [len(e.mentions) for e in names.entities if e.name == "Reuters"] == [1]
    assert "Vane" not in kinds(names)


def test_the_label_of_a_picture_over_its_caption_is_left_out() -> None:
    names = find_names(
        article(("Ostlin Hafen Nacht", "caption"), ("Clara Ostlin at night.", "caption")),
        Everywhere(Ostlin="person"),
    )
    assert [m.paragraph for e in names.entities for m in e.mentions] == [1]


def test_a_full_stop_at_the_end_of_a_sentence_is_no_part_of_a_name_with_initials() -> None:
    names = find_names(
        article("They thanked P.J. Ostlin. It was late."), Everywhere(**{"P.J. Ostlin": "person"})
    )
    assert [m.text for e in names.entities for m in e.mentions] == ["P.J. Ostlin"]


def found(text: str, *more: str, **took_for: str) -> list[tuple[str, str]]:
    spans = {name.replace("_", " "): kind for name, kind in took_for.items()}
    names = find_names(article(text, *more), Everywhere(**spans))
    return sorted((m.text, e.type) for e in names.entities for m in e.mentions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was House Bill 316 that passed.", [("House Bill 316", "work")]),
        ("They spoke of HB 316 all day.", [("HB 316", "work")]),
        ("The Kenya Supreme Court will sit.", [("Kenya Supreme Court", "organisation")]),
        ("The High Court of Justice will sit.", [("High Court of Justice", "organisation")]),
        ("They read North African poems.", [("North African", "group")]),
    ],
)
def test_bills_and_courts_are_named_whole(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_two_names_in_one_span_are_parted() -> None:
    names = find_names(
        article("He asked the Quelland Journal’s Anna Moor about it."),
        Everywhere(**{"Quelland Journal’s Anna Moor": "organisation"}),
    )
    assert kinds(names) == {"Quelland Journal": "organisation", "Anna Moor": "person"}


@pytest.mark.parametrize(
    ("text", "took", "took_for", "name", "type"),
    [
        ("11:50 A.M. Anna Moor spoke.", "11:50 A.M. Anna Moor", "organisation",
         "Anna Moor", "person"),
        ("Chief Financial Officer Anna Moor left.", "Financial Officer Anna Moor", "person",
         "Anna Moor", "person"),
        ("Elbrook State Police Cpl. Bo Hale left.", "Elbrook State Police Cpl", "organisation",
         "Elbrook State Police", "organisation"),
        ("It was an Anna Moor-era order.", "Anna Moor-era", "person", "Anna Moor", "person"),
        ("Coroner Anna Moor came.", "Coroner Anna Moor", "person", "Anna Moor", "person"),
        ("She called the Larry Moor Show in May.", "Larry Moor Show", "person",
         "Larry Moor Show", "work"),
        ("He saw Norhaven's new Gannet rocket rise.", "Gannet", "person", "Gannet", "work"),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_no_part_of_it(
    text: str, took: str, took_for: str, name: str, type: str
) -> None:
    assert (name, type) in found(text, **{took: took_for})


def test_a_family_is_no_place() -> None:
    text = "Ada Quillmoor left. They wrote to the Quillmoors."
    both = found(text, **{"Ada Quillmoor": "person", "Quillmoors": "place"})
    assert ("Quillmoors", "person") in both


def test_where_something_was_posted_is_no_part_of_a_name() -> None:
    names = find_names(
        article("She wrote of Tavon Quell Alden on Instagram at noon."),
        Everywhere(**{"Tavon Quell Alden on Instagram": "organisation"}),
    )
    assert kinds(names)["Tavon Quell Alden"] == "person"


def test_a_person_called_steel_is_no_company() -> None:
    assert kind("Michelle Steel", "work", "The race drew Michelle Steel too.") == "person"


def test_letters_that_begin_the_words_of_a_name_are_its_acronym() -> None:
    names = found(
        "The League of Quiet Rowers met. In May, LQR members rowed on.",
        League_of_Quiet_Rowers="organisation",
    )
    assert ("LQR", "organisation") in names


def test_a_handle_does_not_make_a_surname_an_everyday_word() -> None:
    names = found("So wrote Anna Durov (@durov) at noon.", "Durov left.", Anna_Durov="person")
    assert ("Durov", "person") in names


def test_a_club_is_told_from_its_town_by_its_fans() -> None:
    assert kind("Quelland City", "place", "The Quelland City fans sang on.") == "organisation"


def test_an_office_behind_a_land_is_no_part_of_it() -> None:
    names = found("It was Ohio State Senator Anna Moor who won.", Ohio_State="place")
    assert ("Ohio", "place") in names


def test_an_outlet_named_after_its_writer_leaves_the_writer_a_person() -> None:
    names = find_names(
        replace(article("So wrote Anna Moor in May."), outlet="Anna Moor"),
        Everywhere(**{"Anna Moor": "person"}),
    )
    assert kinds(names) == {"Anna Moor": "person"}


def test_the_label_of_an_archive_picture_is_no_place() -> None:
    assert found("FILE - In this May photo they row home.") == []


@pytest.mark.parametrize(
    ("took_for", "text"),
    [
        ("person", "The ship left Quelland ten minutes late."),
        ("organisation", "Quell Ltd is to replace the valves at its Quelland works."),
        ("person", "The log of the Quelland ramp supports the company."),
        ("organisation", "They came with a relief column from Quelland and two boats."),
    ],
)
def test_what_is_left_or_reached_is_a_place(took_for: str, text: str) -> None:
    assert kind("Quelland", took_for, text) == "place"


@pytest.mark.parametrize(
    "text",
    [
        "The Quell administration kept silent.",
        "Quell and Moor wrote a letter. Quell and Moor said no.",
    ],
)
def test_who_governs_or_writes_with_another_is_a_person(text: str) -> None:
    assert kind("Quell", "organisation", text) == "person"


def test_whose_reporter_is_named_is_an_organisation() -> None:
    assert kind("Quelltime", "person", "Quelltime's Anna Moor noted the gap.") == "organisation"


def test_a_building_named_after_a_person_is_a_place() -> None:
    assert kind("Anna B. Moor Airport", "person", "It was seen at Anna B. Moor Airport.") == "place"


def test_a_case_is_a_work_and_its_parties_are_not_named_apart() -> None:
    assert ("Quell v. Moor", "work") in found("The ruling in Quell v. Moor stands.", Quell="person")


def test_the_white_house_is_a_place_where_people_are_in_it_and_else_an_office() -> None:
    inside = "They met at the White House. A crowd stood outside the White House."
    assert set(found(inside)) == {("White House", "place")}
    assert set(found("The White House said no.")) == {("White House", "organisation")}


def test_a_language_is_no_people() -> None:
    assert found("The cards were written in both English and Spanish.") == []
    assert ("Spanish", "group") in found("The Spanish police came.")


def test_a_disease_is_no_name() -> None:
    assert found("It spread COVID-19 to us.", **{"COVID-19": "organisation"}) == []


def test_an_office_inside_a_span_is_no_part_of_the_person() -> None:
    text = "The ban was backed by Quelland Mayor Anna Moor."
    assert ("Anna Moor", "person") in found(text, **{"Quelland Mayor Anna Moor": "work"})


def test_a_surname_that_is_a_land_is_a_person_where_it_speaks() -> None:
    names = found("Chairman Anna Israel came late. Israel said no. They flew to Israel.")
    assert names.count(("Israel", "person")) == 1
    assert names.count(("Israel", "place")) == 1


def test_one_organisation_may_be_written_in_one_word_or_two() -> None:
    text = "The Coast Guard came. The Coastguard left."
    names = find_names(
        article(text), Everywhere(**{"Coast Guard": "organisation", "Coastguard": "organisation"})
    )
    (one,) = names.entities
    assert len(one.mentions) == 2


def test_a_headline_gives_a_surname_its_given_name_where_the_text_has_none() -> None:
    paper = replace(article("Moor said no. Moor left."), title="Anna Moor says no")
    names = find_names(paper, Everywhere(Moor="person"))
    assert [m.text for m in entity(names, "Anna Moor").mentions if m.within == "title"] == [
        "Anna Moor"
    ]


def test_what_people_are_taken_off_is_a_ship() -> None:
    text = "Three passengers had been taken off the Marisol. The deck of the Marisol was wet."
    assert set(found(text, Marisol="place")) == {("Marisol", "work")}


@pytest.mark.parametrize(
    "text",
    [
        "The conservation group Vellana said so on Monday.",
        "She works with Vellana, an environmental organization that counts whales.",
    ],
)
def test_a_group_for_a_cause_is_an_organisation(text: str) -> None:
    assert kind("Vellana", "place", text) == "organisation"
