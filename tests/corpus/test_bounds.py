"""Where a name begins and ends: what is glued on to it, in front and behind."""

from __future__ import annotations

import pytest

from corpus.article import Names
from corpus.entities.gazetteer import GazetteerRecogniser, gazetteer
from corpus.entities.lexicon import Entry, Lexicon
from corpus.entities.naming import find_names
from tests.corpus.test_entities import Scripted, article


def scripted(text: str, *, title: str | None = None, **types: str) -> Names:
    return find_names(article(text, title=title), Scripted(**types))


def found(names: Names) -> set[tuple[str, str]]:
    return {(m.text, e.type) for e in names.entities for m in e.mentions}


def test_what_somebody_owns_is_parted_from_the_owner() -> None:
    both = Scripted()
    both.types = {"Ada Quill": "person", "Quill's Port Committee": "organisation"}
    text = "They said that Ada Quill was late, and that Quill's Port Committee was not."
    names = found(find_names(article(text), both))
    assert ("Quill", "person") in names
    assert ("Port Committee", "organisation") in names


def test_a_shop_that_is_named_so_again_and_again_keeps_its_name() -> None:
    class Always(Scripted):
        def spans(self, texts):  # type: ignore[no-untyped-def]
            from corpus.entities.recogniser import RawSpan

            found = []
            for text in texts:
                at = [i for i in range(len(text)) if text.startswith("Quill's Sport Goods", i)]
                spans = [RawSpan(i, i + len("Quill's Sport Goods"), "organisation") for i in at]
                start = text.index("Ada Quill")
                found.append([*spans, RawSpan(start, start + 9, "person")])
            return found

    text = (
        "They said that Quill's Sport Goods was there. Quill's Sport Goods has a boss, Ada Quill."
    )
    names = found(find_names(article(text), Always()))
    assert ("Quill's Sport Goods", "organisation") in names


def test_a_word_behind_a_full_name_goes_where_the_name_stands_without_it() -> None:
    both = Scripted()
    both.types = {"Ada Quill Resigns": "person", "Ada Quill said": "person"}
    text = "It was said that Ada Quill Resigns was a headline. They say that Ada Quill said so."
    assert {text for text, _ in found(find_names(article(text), both))} == {"Ada Quill"}


def test_a_third_name_that_goes_on_alone_stays() -> None:
    both = Scripted()
    both.types = {"Ada Moor Quill": "person", "Ada Moor was": "person", "Mrs Quill": "person"}
    text = "They met Ada Moor Quill. Her name at school was Ada Moor was told. Mrs Quill said so."
    assert ("Ada Moor Quill", "person") in found(find_names(article(text), both))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Assemblyman Ada Quill on the pier, and then they left.", "Ada Quill"),
        ("They met Chair Ada Quill on the pier, and then they left.", "Ada Quill"),
        ("They met District Superintendent Ada Quill on the pier, and left.", "Ada Quill"),
        ("They met Political Analyst Ada Quill on the pier, and they left.", "Ada Quill"),
    ],
)
def test_offices_before_a_name_are_no_part_of_it(text: str, name: str) -> None:
    names = find_names(article(text), GazetteerRecogniser())
    assert [e.name for e in names.entities] == [name]


def test_a_name_that_a_caption_has_twice_is_marked_once_and_once() -> None:
    names = scripted(
        "They say that Vera Quill Vera Quill was on the pier when it fell.",
        Vera_Quill_Vera_Quill="person",
    )
    assert [m.text for e in names.entities for m in e.mentions] == ["Vera Quill", "Vera Quill"]


def test_words_in_capitals_for_emphasis_are_no_name() -> None:
    names = scripted("They said that FREE SPEECH was at stake here.", FREE_SPEECH="organisation")
    assert names.entities == ()


def test_the_words_of_a_headline_are_no_part_of_who_holds_an_office() -> None:
    text = "President Quill Claims Harbour Was Never Closed By Storm"
    names = find_names(article(text, "They said that President Quill was late."), Scripted())
    assert found(names) == {("Quill", "person")}


def test_an_abbreviated_state_is_the_state_and_keeps_its_dot() -> None:
    names = scripted("They met in Tulsa, Okla., and in Oklahoma they stayed. He is R-Calif.")
    states = {e.name: [m.text for m in e.mentions] for e in names.entities}
    assert states["Oklahoma"] == ["Okla.", "Oklahoma"]
    assert states["California"] == ["Calif."]


def test_an_abbreviation_counts_with_its_dot_only() -> None:
    known = Lexicon([("Mass.", Entry("Massachusetts", "place"))])
    assert [known.get(form) is not None for form in ("Mass.", "Mass")] == [True, False]
    assert [f.start for f in known.find("The Mass was in Worcester, Mass., at noon.")] == [27]


def test_a_well_known_surname_is_a_person_whatever_a_model_says() -> None:
    names = scripted("They said that the Merkel camp was glad.", Merkel="organisation")
    assert found(names) == {("Merkel", "person")}


def test_a_states_guard_is_one_name() -> None:
    names = scripted(
        "They said that the Kentucky National Guard was there.",
        Kentucky_National_Guard="organisation",
    )
    assert found(names) == {("Kentucky National Guard", "organisation")}


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("NAFTA", "North American Free Trade Agreement"),
        ("ACA", "Affordable Care Act"),
        ("ObamaCare", "Obamacare"),
    ],
)
def test_laws_and_treaties_are_works_under_every_spelling(spelling: str, name: str) -> None:
    entry = gazetteer().get(spelling)
    assert entry is not None
    assert (entry.name, entry.type) == (name, "work")


def test_words_of_a_link_behind_a_name_and_brackets_in_it_go() -> None:
    text = "They say that Vera Quill In 60 Seconds was cut, and that [Ada] Moor was there."
    names = scripted(text, Vera_Quill_In="person", **{"Ada]_Moor": "person"})
    assert {m.text for e in names.entities for m in e.mentions} == {"Vera Quill", "Moor"}


def test_a_word_before_a_surname_that_is_no_given_name_goes() -> None:
    both = Scripted()
    both.types = {"Ada Quill": "person", "Unlike Quill": "person"}
    text = "They said that Ada Quill was late. Unlike Quill, they were not late at all."
    names = find_names(article(text), both)
    assert [(e.name, [m.text for m in e.mentions]) for e in names.entities] == [
        ("Ada Quill", ["Ada Quill", "Quill"])
    ]


def test_a_name_written_twice_around_an_office_is_one_person_twice() -> None:
    text = "It was late when Quill President Ada Quill called. Ada Quill left."
    names = scripted(text, **{"Quill President Ada Quill": "person", "Ada Quill": "person"})
    assert found(names) == {("Quill", "person"), ("Ada Quill", "person")}
    assert [one.name for one in names.entities] == ["Ada Quill"]


def test_an_office_between_two_people_glues_nothing_that_is_parted() -> None:
    names = scripted("He met Quill President Moss.", **{"Quill President Moss": "person"})
    assert found(names) == {("Quill President Moss", "person")}
