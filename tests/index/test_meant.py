"""Whom a name means as people type it: with a title, a short first name, turned round, misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from newsroom import coming_in, page

from corpus.entities.naming import find_names
from corpus.entities.recogniser import RawSpan
from index.archive import Archive
from index.entity.asked import (
    are_one_name,
    given_otherwise,
    leads,
    turned_round,
    untitled,
    worn,
)
from index.entity.finding import AmbiguousEntity, Finding, NoSuchEntity
from index.entity.near import misspelt, near_to
from index.entity.result import Candidate
from index.entity.saying import listed, told

TEXTS = (
    *["President Thomas Quill opened the bridge."] * 6,
    *["The plan that Quill made was read out."] * 2,
    "Ada Quill paints boats.",
    *["Senator James Moss spoke in the harbour."] * 3,
    "Jim Moss sang in the harbour.",
    *["President Ann Keel opened the dock."] * 4,
    *["President Otto Keel opened the mill."] * 3,
    *["Rita Keel sails boats. Pope Lambert came."] * 2,
    *["Edward Loom mended nets."] * 5,
    "Ed Loom mended a net.",
    *["Otto Bram Vane rowed home."] * 5,
    "Otto Vane rowed away.",
    *["Nadim bin Harrow dived."] * 3,
    *["They told that bin Harrow said so."] * 2,
)
_NAMES = re.compile(
    r"(?:(?:Thomas|Ada) )?Quill|(?:James|Jim) Moss|(?:Ann|Otto|Rita) Keel|Pope Lambert"
    r"|(?:Edward|Ed) Loom|Otto (?:Bram )?Vane|(?:Nadim )?bin Harrow"
)


class Listed:
    """A recogniser that knows these people."""

    version = "listed-1"

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        """Where the names stand."""
        return [[RawSpan(*one.span(), "person") for one in _NAMES.finditer(t)] for t in texts]


def filled(archive: Archive, texts: Sequence[str]) -> Finding:
    """The finding of names in an archive of these texts, each a page that is unlike the others."""
    own = (" ".join(f"crate{n}x{at}" for at in range(60)) for n in range(len(texts)))
    articles = [f"{text}\n\n{words}." for text, words in zip(texts, own, strict=True)]
    archive.add(coming_in(*(page(n, text) for n, text in enumerate(articles, 1))))
    leased = archive.lease("test", 100)
    archive.store_names({one.id: find_names(one, Listed()) for one in leased})
    return archive.entities().finding


@pytest.fixture(scope="module")
def finding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finding]:
    path: Path = tmp_path_factory.mktemp("meant")
    with Archive.open(path / "archive", create=True) as archive:
        yield filled(archive, TEXTS)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Thomas Quill", "person:thomas quill"),
        ("President Thomas Quill", "person:thomas quill"),
        ("president quill", "person:thomas quill"),
        ("Mr. Quill", "person:thomas quill"),
        ("Former Harbour Commissioner Thomas Quill", "person:thomas quill"),
        ("quill", "person:thomas quill"),
        ("Thomas", "person:thomas quill"),
        ("quill thomas", "person:thomas quill"),
        ("Quill, Thomas", "person:thomas quill"),
        ("Tom Quill", "person:thomas quill"),
        ("Thomas Elmer Quill", "person:thomas quill"),
        ("the President Quill", "person:thomas quill"),
        ("Thomas Quill's", "person:thomas quill"),
        ("the Thomas Quill", "person:thomas quill"),
        ("Senator Moss", "person:james moss"),
        ("Sen. Moss", "person:james moss"),
        ("person:quill", "person:quill"),
        ("Pope Lambert", "person:pope lambert"),
        ("Lambert", "person:pope lambert"),
        ("Ms. Ada Quill", "person:ada quill"),
        ("Pres. Quill", "person:thomas quill"),
        ("sec quill", "person:thomas quill"),
        ("Ed Loom", "person:edward loom"),
        ("person:ed loom", "person:ed loom"),
        ("Edward Loom", "person:edward loom"),
        ("Otto Vane", "person:otto bram vane"),
        ("bin Harrow", "person:nadim bin harrow"),
    ],
)
def test_a_name_as_people_type_it_opens_who_is_meant(
    finding: Finding, typed: str, key: str
) -> None:
    assert finding.key_of(typed) == key


def test_how_a_name_was_read_is_told_with_the_others_that_it_may_be(finding: Finding) -> None:
    meant = finding.read("President Quill")
    assert meant.told.startswith("“President Quill” is read as Thomas Quill, 6 articles (President")
    assert "it may also be Quill alone 2, Ada Quill 1" in meant.told
    assert [one.key for one in meant.others] == ["person:quill", "person:ada quill"]
    assert finding.read("Tom Quill").told.endswith("(Tom may stand for Thomas).")
    assert finding.read("Thomas Quill").told == "", "nothing was read into it"


def test_bearers_who_are_named_about_as_often_are_listed(finding: Finding) -> None:
    with pytest.raises(AmbiguousEntity) as several:
        finding.read("Mrs. Keel")
    named = [(one.name, one.articles) for one in several.value.candidates]
    assert named == [("Ann Keel", 4), ("Otto Keel", 3), ("Rita Keel", 2)]


def test_two_who_held_one_office_are_listed_before_who_did_not(finding: Finding) -> None:
    with pytest.raises(AmbiguousEntity) as several:
        finding.read("President Keel")
    assert [one.name for one in several.value.candidates] == ["Ann Keel", "Otto Keel", "Rita Keel"]


def test_a_rare_form_of_a_first_name_opens_and_points_at_the_usual_one(finding: Finding) -> None:
    meant = finding.read("Jim Moss")
    assert meant.key == "person:jim moss"
    assert meant.told == "James Moss 3 may be meant as well (Jim may stand for James)."
    assert [one.key for one in meant.others] == ["person:james moss"]
    assert finding.read("James Moss").told == ""


def test_who_is_named_far_more_often_in_another_form_opens_and_the_other_is_told(
    finding: Finding,
) -> None:
    meant = finding.read("Ed Loom")
    assert meant.told.startswith("“Ed Loom” is read as Edward Loom, 5 articles (Ed may stand for")
    assert [one.key for one in meant.others] == ["person:ed loom"]
    assert "(with the middle name)" in finding.read("Otto Vane").told
    assert finding.read("bin Harrow").told.endswith("it may also be bin Harrow 2.")


def test_a_typing_error_is_answered_with_the_name_that_is_near(finding: Finding) -> None:
    for typed in ("President Thomas Qill", "Thoms Quill", "thomass quill"):
        with pytest.raises(NoSuchEntity, match="Did you mean “Thomas Quill”"):
            finding.read(typed)
    with pytest.raises(NoSuchEntity, match="Quill"):
        finding.read("qill")


def test_an_organisation_is_asked_for_as_it_is_typed(finding: Finding) -> None:
    with pytest.raises(NoSuchEntity):
        finding.read("President Quill", "organisation")


def test_names_are_completed_behind_a_title_and_by_other_first_names(finding: Finding) -> None:
    assert [one.key for one in finding.beginning("president tho", 9)] == ["person:thomas quill"]
    assert finding.beginning("tom qui", 9)[0].key == "person:thomas quill"
    assert finding.beginning("mr. qu", 9)[0].key == "person:thomas quill"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Secretary of State Ada Quill", "Ada Quill"),
        ("secretary of state ada quill", "ada quill"),
        ("President-elect Quill", "Quill"),
        ("Prime Minister Quill", "Quill"),
        ("Aurelian President Ada Quill", "Ada Quill"),
        ("queen ada", "ada"),
        ("Secretary of State", None),
        ("President", None),
        ("Speaker of the House Ada Quill", "Ada Quill"),
        ("President of the United Isles", None),
        ("Ada Quill", None),
        ("Mayoral Quill", None),
        ("Atty. Gen. Quill", "Quill"),
        ("VP Quill", "Quill"),
        ("SEC Quill", None),
    ],
)
def test_titles_are_taken_off_a_name(typed: str, name: str | None) -> None:
    way = untitled(typed)
    assert (way.name if way else None) == name


def test_first_names_have_other_forms_and_words_another_order() -> None:
    assert [way.name for way in given_otherwise("Bill Quill")] == ["William Quill"]
    assert list(given_otherwise("Bill")) == []
    assert [way.name for way in turned_round("quill ada")] == ["ada quill"]
    assert "Ada Quill" in [way.name for way in turned_round("Ada Maria Quill")]
    assert "Ada Jr." not in [way.name for way in turned_round("Ada Quill Jr.")]


def test_one_of_several_leads_only_when_it_is_named_far_more_often() -> None:
    assert leads([50, 10])
    assert not leads([49, 10])
    assert leads([2])
    assert not leads([])


def test_near_names_are_those_of_a_letter_or_two() -> None:
    keys = ["person:ada quill", "person:ada moss", "place:port calder"]
    assert list(near_to("Ada Quil", keys)) == ["person:ada quill"]
    assert list(near_to("qill", keys)) == ["person:ada quill"]
    assert near_to("zzzz", keys) == {}
    assert misspelt("Ada Quil", keys) == ["person:ada quill"]
    assert misspelt("Ada Quill", keys) == []


def test_who_else_may_be_meant_is_told_without_the_hardly_named() -> None:
    first = Candidate("person:ada quill", "Ada Quill", 900)
    others = [
        Candidate("person:quill", "Quill", 70), Candidate("place:ada quill", "Ada Quill", 30),
        Candidate("person:bo quill", "Bo Quill", 2),
    ]  # fmt: skip
    assert told("quill", first, "", others) == (
        "“quill” is read as Ada Quill, 900 articles; "
        "it may also be Quill alone 70, Ada Quill (place) 30 and 1 more."
    )
    assert listed(others[2:], first) == "Bo Quill 2"


def test_forms_of_one_first_name_are_no_rivals_and_other_names_are() -> None:
    assert are_one_name("Mike Quill", "Michael Quill")
    assert are_one_name("Ada B. Quill", "Ada B Quill")
    assert not are_one_name("Ada B. Quill", "Ada C. Quill")
    assert not are_one_name("Ada Quill", "Otto Quill")
    assert not are_one_name("Mike", "Michael")


def test_an_article_and_an_s_that_a_name_is_typed_with_are_no_part_of_it() -> None:
    assert [worn(one) for one in ("the Harbour Post", "Quill's", "Theo Quill", "the")] == [
        "Harbour Post", "Quill", "Theo Quill", "the",
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["", " ", "person:", "Rita Keel", "person:rita keel", "Keel"])
def test_whom_no_article_names_any_more_is_not_found(tmp_path: Path, typed: str) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        filled(archive, ["Rita Keel sails boats.", "Thomas Quill came."])
        finding = filled(archive, ["Nobody sails.", "Thomas Quill came."])
        with pytest.raises(NoSuchEntity):
            finding.read(typed)
