"""Every file of the sample archive is read as its manifest says it should be."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from corpus import sample
from corpus.article import Article
from corpus.reading import read
from index.intake import walk

FILES: dict[str, dict[str, Any]] = {entry["path"]: entry for entry in sample.manifest()["file"]}
UNMARKED = {"saltmarsh-review/geneva.txt", "saltmarsh-review/kessel-pass.txt"}
"""Standfirsts of whole sentences that nothing tells from the first paragraph: read as text."""


@cache
def articles() -> dict[str, Article]:
    """Every article of the sample by its path, read as `broadsheet add` reads them."""
    read_ones = {}
    for intake in walk([sample.folder()]):
        assert intake.rejection is None
        if intake.document is not None:
            read_ones[intake.document.path.removeprefix("articles/")] = read(intake.document)
    return read_ones


def test_every_file_of_the_manifest_is_read_and_no_other() -> None:
    assert articles().keys() == FILES.keys()


@pytest.mark.parametrize("path", FILES)
def test_title_outlet_day_and_credits_are_those_of_the_manifest(path: str) -> None:
    article, true = articles()[path], FILES[path]
    assert article.title == true["title"]
    assert article.outlet == true.get("outlet")
    assert article.published == true.get("day")
    assert list(article.authors) == true["authors"]
    assert list(article.agencies) == true["agencies"]


@pytest.mark.parametrize("path", sorted(FILES.keys() - UNMARKED))
def test_the_standfirst_is_that_of_the_manifest(path: str) -> None:
    assert articles()[path].standfirst == FILES[path].get("standfirst")


@pytest.mark.parametrize("path", sorted(UNMARKED))
def test_a_standfirst_that_nothing_marks_is_kept_as_text(path: str) -> None:
    paragraphs = articles()[path].paragraphs
    assert paragraphs[0].text == FILES[path]["standfirst"]
    assert paragraphs[0].role == "body"


@pytest.mark.parametrize("path", FILES)
def test_no_article_of_the_sample_contradicts_itself(path: str) -> None:
    assert articles()[path].contradictions == ()
