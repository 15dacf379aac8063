"""A facet added to a query finds exactly as many articles as it counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Document, Stated
from corpus.sample import folder
from index.archive import Archive
from index.intake import Intake, walk
from tui.cli.counting import tally
from tui.views.results import narrowed

OUTLETS = (
    "Fox News", "Fox Online News", "Fox Online News", "FoxNews.com", "Fox News Opinion", "fox news",
    "CNN (Web News)", "CNN - Editorial", "NOT", "-Gull", "Gull", "Daily Gull", 'The "Tide"', "A*",
    "Abc", None,
)  # fmt: skip


def report(number: int, outlet: str | None) -> Document:
    """An article that credits an agency."""
    agency = "Reuters" if number % 2 else "AFP"
    words = f"LONDON ({agency}) - Report {number} on the ferry.\n\nThe boats came in at dawn."
    stated = Stated(
        title=(f"Ferry report {number}", "field"),
        outlet=(outlet, "field") if outlet else None,
        published=(f"2031-0{1 + number % 3}-14", "field"),
    )
    return Document(f"{number}|{words}".encode(), words, f"made.jsonl#{number}", "jsonl", stated)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Archive]:
    with Archive.open(tmp_path_factory.mktemp("made") / "archive", create=True) as archive:
        several = [report(n, outlet) for n, outlet in enumerate(OUTLETS)]
        archive.add(Intake(one, locator=one.path) for one in several)
        yield archive


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Archive]:
    with Archive.open(tmp_path_factory.mktemp("sample") / "archive", create=True) as archive:
        archive.add(walk([folder()]))
        archive.stories().regroup()
        yield archive


def wrong(archive: Archive, query: str) -> list[tuple[str, str, int, int]]:
    """Facets that find more or less than they counted, or that leave out more or less."""
    answer = archive.search(query, facets=True)
    found = []
    for kind, counts in answer.facets.items():
        for value, count in counts:
            these = archive.search(narrowed(query, kind, value), limit=0).total
            others = archive.search(narrowed(query, kind, value, without=True), limit=0).total
            if (these, others) != (count, answer.total - count):
                found.append((kind, value, count, these))
    return found


@pytest.mark.parametrize("query", ["", "ferry", "aurelia OR strike", "-fire"])
def test_every_facet_of_the_sample_finds_what_it_counts(sample: Archive, query: str) -> None:
    answer = sample.search(query or "*", facets=True)
    assert answer.facets["outlet"]
    assert wrong(sample, query or "*") == []


def test_every_facet_finds_what_it_counts_where_outlets_have_several_spellings(
    made: Archive,
) -> None:
    assert len(made.search("ferry", facets=True).facets["agency"]) == 2
    assert wrong(made, "ferry") == []
    assert wrong(made, "ferry date:2031-02") == []


def test_spellings_of_one_outlet_are_one_facet_that_names_them(made: Archive) -> None:
    answer = made.search("ferry", facets=True)
    assert dict(answer.facets["outlet"])["Fox News"] == 5
    assert dict(answer.spellings["Fox News"]) == {
        "Fox Online News": 2, "Fox News": 1, "fox news": 1, "FoxNews.com": 1,
    }  # fmt: skip
    assert any("Fox News is Fox Online News (2)" in note for note in answer.notes)
    assert list(answer.spellings) == ["Fox News"]


def test_counts_by_outlet_agree_with_the_facets(made: Archive) -> None:
    answer = made.search("ferry", facets=True, limit=100)
    rows = [hit.row for hit in answer.hits]
    counts = tally(("outlet",), rows, rows, made.outlet_names())
    told = {key[0]: one.articles for key, one in counts if key[0]}
    assert told == dict(answer.facets["outlet"])


def test_one_spelling_can_be_asked_for_alone(made: Archive) -> None:
    def total(query: str) -> int:
        return made.search(query).total

    assert total('outlet:"Fox News"') == total("outlet:FoxNews.com") == 5
    assert total('outlet:="Fox Online News"') == 2
    assert total('outlet:="fox online news"') == 2  # no spelling is written so
    assert total('outlet:="fox news"') == 1
    assert total('outlet:(="Fox News" OR ="FoxNews.com")') == 2
    assert total('ferry -outlet:="Fox Online News"') == len(OUTLETS) - 2
    assert total("outlet:=Gull") == 1
    assert total("outlet:=Fox") == 0
    assert made.search('outlet:="Fox News"').read_as == 'outlet:="Fox News"'


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ('outlet:"Fox News"', 'outlet:"Fox News" takes in Fox Online News (2), FoxNews.com (1)'),
        ('outlet:"Fox News"', 'outlet:="Fox News" is one spelling alone.'),
        ('outlet:"Fox News"', "1 other outlet has these words in the name: Fox News Opinion (1)"),
        ("outlet:CNN", "outlet:CNN finds CNN (Web News) (1), a spelling of it."),
        ("outlet:CNN", "CNN - Editorial (1); outlet:CNN* finds them too."),
        ("outlet:editorial", "outlet:editorial stands for CNN - Editorial (1): these words are"),
    ],
)
def test_what_an_outlets_name_stands_for_is_told(made: Archive, query: str, note: str) -> None:
    assert note in " ".join(made.search(query).notes)


def test_an_outlet_with_one_spelling_and_a_name_of_its_own_needs_no_word(made: Archive) -> None:
    assert made.search('outlet:"Daily Gull"').notes == ()
    assert made.search('outlet:="Fox News"').notes == ()


def test_the_list_of_outlets_counts_as_the_facets_do(made: Archive) -> None:
    rows = {row.name: row for row in made.outlets().all()}
    facets = dict(made.search("*", facets=True).facets["outlet"])
    assert {name: row.articles for name, row in rows.items() if name} == facets
    assert dict(rows["Fox News"].spellings)["Fox Online News"] == 2
    assert rows["Gull"].spellings == ()
    assert {row.name: row.articles for row in made.outlets().all("date:2031-02") if row.name} == (
        dict(made.search("date:2031-02", facets=True).facets["outlet"])
    )


def test_a_single_spelling_in_the_archive_keeps_its_name(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        one = replace(report(1, "CNN (Web News)"), path="one.jsonl#1")
        archive.add([Intake(one, locator=one.path)])
        assert archive.search("*", facets=True).facets["outlet"] == (("CNN (Web News)", 1),)
