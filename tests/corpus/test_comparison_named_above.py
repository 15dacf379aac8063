"""Titles held against the body: names it never names, lengths of time in another unit."""

from __future__ import annotations

from corpus.comparison import compare
from corpus.comparison.named_above import lasts_as_long, unnamed
from corpus.comparison.result import Claim
from tests.corpus.reports import report

_BODY = """The adverts of the Super Bowl were shown on Sunday night to millions of people.
A trailer of the war film Dunmore was among the adverts of the Super Bowl.
The price of a trailer in the break of the Super Bowl rose once more.
The carmaker Holm showed two adverts during the Super Bowl."""


def _title(title: str, body: str = _BODY) -> Claim:
    other = report("Nothing of the kind was reported in Lindhavn. It rained. It was cold.")
    return next(c for c in compare(report(body, title=title), other).claims if c.role == "title")


def test_a_film_that_the_body_never_names_is_not_carried_by_it() -> None:
    found = _title("Avengers: Infinity War Super Bowl trailer")
    assert not found.carried
    assert {"avengers", "infinity"} <= set(found.missing_words)


def test_one_name_more_than_the_body_has_makes_no_other_text() -> None:
    assert _title("Dunmore: a Lindhavn trailer among the Super Bowl adverts").carried


def test_a_forename_alone_that_the_body_leaves_out_is_no_missing_name() -> None:
    body = frozenset("verstappen raikkonen crash wet".split())
    title = "Max Verstappen avoids crash with Kimi Raikkonen"
    assert unnamed(title, ["max", "kimi", "avoids"], body) == ()


def test_a_land_is_named_by_its_people() -> None:
    body = frozenset("egyptian lebanese court".split())
    assert unnamed("Egypt and Lebanon: the court", ["egypt", "lebanon"], body) == ()
    assert unnamed("Egypt and Lebanon: the court", ["egypt", "lebanon"], frozenset(["court"]))


def test_three_months_are_twelve_weeks_and_not_eight() -> None:
    title = "Bitcoin slumps to 3-month low"
    at = title.index("3")
    assert lasts_as_long(title, at, ["It plunged to a 12-week low."])
    assert not lasts_as_long(title, at, ["It plunged to an eight-week low, a 8-week low."])


def test_a_family_that_the_body_names_one_by_one_is_counted_by_it() -> None:
    body = """The family of Jan Holm died in the crash of a plane near Lindhavn.
His wife Ines and their sons Boris, Emil and Nils died in the crash with him.
The plane had taken off from Lindhavn in the morning."""
    assert _title("Family of 5 died in plane crash near Lindhavn", body).carried
    assert not _title("50 people died in plane crash near Lindhavn", body).carried
