"""What is learnt from many articles, and how a reading uses it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Document, EntityType, Stated
from corpus.layer import Layer, Recurring, line_key
from corpus.learning import (
    Named,
    Publisher,
    recurring,
    same_names,
    same_outlets,
    seen,
)
from corpus.reading import read

SUBJECTS = (
    "herring", "lanterns", "bakeries", "tunnels", "orchards", "ferries",
    "violins", "glaciers", "kettles", "tortoises", "windmills", "carpets",
)  # fmt: skip
CALL = "Tide tables by post every morning"
SIGN = "The Tarn Post is printed on paper made from the reeds of the lower marsh."


def report(
    number: int,
    *more: str,
    outlet: str = "Tarn Post",
    layer: Layer | None = None,
    roles: dict[int, str] | None = None,
    about: str | None = None,
) -> Article:
    """An article on a subject of its own, with more lines at its end."""
    subject = about or SUBJECTS[number % len(SUBJECTS)]
    text = "\n\n".join(
        [
            f"The {subject} of {number} men",
            f"Old Mr Fell has looked after {subject} for {number + 20} years, and likes it still.",
            f"Nobody in valley {number} would want to live for long without its {subject}.",
            *more,
        ]
    )
    document = Document(
        text.encode(), text, f"{number}.txt", "text", Stated(outlet=(outlet, "option"))
    )
    return read(document, layer=layer, roles=roles)


def learnt(articles: list[Article]) -> dict[str, Recurring]:
    return recurring(seen(article) for article in articles)


def layer_of(articles: list[Article], outlet: str = "Tarn Post") -> Layer:
    return Layer({outlet: learnt(articles)}, articles=len(articles))


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


# Lines


def test_a_line_in_different_texts_of_one_outlet_recurs() -> None:
    articles = [report(n, CALL) if n < 4 else report(n) for n in range(6)]
    assert learnt(articles) == {line_key(CALL): Recurring(4, 6)}


def test_a_line_in_two_articles_does_not_recur() -> None:
    assert learnt([report(0, CALL), report(1, CALL), report(2), report(3)]) == {}


def test_a_line_in_a_small_share_of_the_articles_does_not_recur() -> None:
    assert learnt([report(n, CALL) if n < 3 else report(n) for n in range(20)]) == {}


def test_copies_of_one_text_teach_nothing() -> None:
    copies = [replace(report(1, CALL), id=f"{n:064}") for n in range(8)]
    assert learnt(copies) == {}
    changed = [report(1, CALL, f"This is copy {n}.") for n in range(8)]
    assert learnt(changed) == {}


def test_a_sentence_in_reports_on_one_subject_is_background() -> None:
    background = "The flood of the upper valley has driven six hundred people from their homes."
    same = [report(n, background, about="floods") for n in range(5)]
    assert learnt(same) == {}


def test_a_sentence_in_most_texts_on_many_subjects_recurs() -> None:
    assert learnt([report(n, SIGN) for n in range(5)]) == {line_key(SIGN): Recurring(5, 5)}
    assert learnt([report(n, SIGN) if n < 4 else report(n) for n in range(10)]) == {}


def test_a_sentence_in_many_texts_recurs_unless_it_speaks_of_what_they_are_about() -> None:
    articles = [report(n, SIGN) if n % 4 == 0 else report(n) for n in range(40)]
    assert learnt(articles) == {line_key(SIGN): Recurring(10, 40)}
    background = "The orchards of the valley were planted after the great flood of 1921."
    about = [report(n, background) if n % 4 == 0 else report(n) for n in range(40)]
    assert learnt(about) == {}


def test_glued_and_mended_lines_are_the_same_line() -> None:
    assert line_key("Read  more:Tides ") == line_key("read more: tides")
    assert line_key("12 — 14") is None


def test_a_layer_sets_recurring_lines_aside_and_says_how_often_they_stand() -> None:
    articles = [report(n, CALL) if n < 4 else report(n) for n in range(6)]
    layer = layer_of(articles)
    anew = report(1, CALL, layer=layer)
    assert CALL in texts(articles[1])
    assert CALL not in texts(anew)
    (gone,) = [one for one in anew.removed if one.text == CALL]
    assert (gone.role, gone.why) == ("noise", "recurs in 4 of 6 articles of Tarn Post")
    assert anew.layer == layer.version_for("Tarn Post")
    assert articles[1].layer is None
    assert anew.id == articles[1].id


def test_another_outlets_lines_stay() -> None:
    layer = layer_of([report(n, CALL) for n in range(5)])
    other = report(1, CALL, outlet="Fell Gazette", layer=layer)
    assert CALL in texts(other)
    assert other.layer is None


def test_another_spelling_of_the_outlet_has_its_lines() -> None:
    layer = layer_of([report(n, CALL) for n in range(5)])
    layer = replace(layer, aliases={"tarn post online": "Tarn Post"})
    assert CALL not in texts(report(1, CALL, outlet="Tarn Post Online", layer=layer))


def test_what_a_person_judged_to_be_text_stays() -> None:
    layer = layer_of([report(n, CALL) for n in range(5)])
    before = report(1, CALL)
    (line,) = [one.line for one in before.paragraphs if one.text == CALL]
    assert line is not None
    assert CALL in texts(report(1, CALL, layer=layer, roles={line: "body"}))


def test_an_article_of_recurring_lines_only_keeps_them() -> None:
    layer = layer_of([report(n, SIGN) for n in range(5)])
    document = Document(
        SIGN.encode(), SIGN, "sign.txt", "text", Stated(outlet=("Tarn Post", "option"))
    )
    assert texts(read(document, layer=layer)) == [SIGN]


@given(st.permutations(range(7)), st.integers(0, 7))
def test_neither_the_order_of_articles_nor_an_earlier_layer_changes_what_is_learnt(
    order: list[int], applied: int
) -> None:
    articles = [report(n, CALL, SIGN) if n < 5 else report(n) for n in range(7)]
    layer = layer_of(articles)
    shuffled = [
        report(n, *((CALL, SIGN) if n < 5 else ()), layer=layer if n < applied else None)
        for n in order
    ]
    again = layer_of(shuffled)
    assert again == layer
    assert again.version == layer.version


def test_versions_tell_layers_apart() -> None:
    one = layer_of([report(n, CALL) for n in range(5)])
    other = layer_of([report(n, CALL) for n in range(6)])
    assert one.version != other.version
    assert one.version_for("Tarn Post") != other.version_for("Tarn Post")
    assert one.version_for("Fell Gazette") is None
    assert Layer().version_for(None) is None


# Names


def named(name: str, articles: int = 1, type: EntityType = "person") -> Named:
    return Named(f"{type}:{name.lower()}", name, type, articles)


def joins(*names: Named) -> dict[str, str]:
    return {same.key: same.root for same in same_names(names)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Marlov", "Sergey Marlov"),
        ("Bashar Tamir", "Bashar al-Tamir"),
        ("Phillip Garrow", "Philip Garrow"),
        ("Mohammed Karim", "Muhammad Karim"),
    ],
)
def test_spellings_of_one_full_name_are_joined_under_the_more_frequent(
    one: str, other: str
) -> None:
    joined = joins(named(one, 2), named(other, 5))
    assert joined == {f"person:{one.lower()}": f"person:{other.lower()}"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mario Falk", "Maria Falk"),
        ("John Garrow", "Jon Marlov"),
        ("George Fell", "George W. Fell"),
        ("Donald Fell", "Donald Fell Jr."),
        ("Ann Bell", "Ann Ball"),
    ],
)
def test_names_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert joins(named(one, 5), named(other, 5)) == {}


def test_a_lone_surname_joins_its_only_bearer() -> None:
    assert joins(named("Marlov", 4), named("Ilya Marlov", 3)) == {
        "person:marlov": "person:ilya marlov"
    }


def test_a_lone_surname_of_two_people_stays_alone() -> None:
    assert joins(named("Marlov", 4), named("Ilya Marlov", 9), named("Vera Marlov", 9)) == {}


def test_a_lone_surname_of_father_and_son_stays_alone() -> None:
    assert joins(named("Fell", 4), named("Donald Fell", 9), named("Donald Fell Jr.", 9)) == {}
    assert joins(named("Donald Fell Jr", 1), named("Donald Fell, Jr.", 2)) == {
        "person:donald fell jr": "person:donald fell, jr."
    }


def test_a_lone_surname_that_is_a_place_too_stays_alone() -> None:
    assert joins(named("Fell"), named("Ann Fell", 9), named("Fell", 2, "place")) == {}


def test_a_lone_surname_of_somebody_seldom_named_stays_alone() -> None:
    assert joins(named("Marlov", 40), named("Ilya Marlov", 2)) == {}


def test_a_group_that_hangs_together_by_one_name_only_is_left_alone() -> None:
    # Katharin is like both others, which are not like each other.
    found = joins(named("Ana Kadarin"), named("Ana Kadharin"), named("Ana Qadarrin"))
    assert set(found.values()) <= {"person:ana kadharin", "person:ana qadarrin"}


def test_organisations_join_by_their_letters() -> None:
    joined = joins(
        named("al-Fanar", 3, "organisation"),
        named("al Fanar", 1, "organisation"),
        named("Centre for Tides", 2, "organisation"),
        named("Center for Tides", 1, "organisation"),
    )
    assert joined == {
        "organisation:al fanar": "organisation:al-fanar",
        "organisation:center for tides": "organisation:centre for tides",
    }


def test_a_person_and_a_place_of_one_name_stay_apart() -> None:
    assert joins(named("Ann Tarn", 3), named("Ann Tarn", 3, "place")) == {}


@given(st.permutations(range(6)))
def test_the_order_of_names_changes_nothing(order: list[int]) -> None:
    names = [
        named("Sergei Marlov", 4),
        named("Sergey Marlov", 4),
        named("Marlov", 2),
        named("Bashar Tamir", 3),
        named("Bashar al-Tamir", 3),
        named("Vera Fell", 1),
    ]
    assert same_names(names[n] for n in order) == same_names(names)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tarn Tide Centre", "Tarn Tide Center", True),
        ("Tarn Defence Ministry", "Tarn Defense Ministry", True),
        ("Defence Ministry", "Defense Ministry", False),
        ("Ministry of Labour", "Ministry of Labor", False),
    ],
)
def test_the_spellings_of_two_countries_join_no_bodies_that_every_state_has(
    one: str, other: str, same: bool
) -> None:
    found = [Named(f"organisation:{n.lower()}", n, "organisation", 3) for n in (one, other)]
    assert bool(same_names(found)) is same


# Outlets


def test_spellings_of_one_outlet_are_proposed_by_words_and_by_host() -> None:
    found = same_outlets(
        [
            Publisher("Tarn Post", 9),
            Publisher("The Tarn Post Online", 2),
            Publisher("Fell Gazette", 5, {"fell.example": 5}),
            Publisher("Gazette Opinion", 2, {"fell.example": 2}),
            Publisher("Marsh Echo", 3, {"marsh.example": 3}),
        ]
    )
    assert [(one.name, one.spellings) for one in found] == [
        ("Fell Gazette", (("Gazette Opinion", 2),)),
        ("Tarn Post", (("The Tarn Post Online", 2),)),
    ]
    assert found[0].why == "both publish on fell.example"


def test_a_host_of_many_outlets_joins_none() -> None:
    many = [Publisher(f"Paper of {word}", 3, {"all.example": 3}) for word in SUBJECTS[:6]]
    assert same_outlets(many) == ()


def test_the_list_of_outlets_gives_the_name() -> None:
    (found,) = same_outlets([Publisher("Fox Online News", 9), Publisher("Fox News", 2)])
    assert (found.name, found.spellings) == ("Fox News", (("Fox Online News", 9),))
