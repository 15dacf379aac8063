"""The five real pages that stand beside the project on some machines come out exactly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article, Document
from corpus.reading import read

NUMBERS = ("000", "001", "002", "003", "004")


def _seed(shared: Path, number: str) -> tuple[str, Article, dict[str, Any]]:
    expected = json.loads((shared / "data/seeds.expected.json").read_text("utf-8"))
    name = next(name for name in expected if name.startswith(number))
    data = (shared / "data/seeds" / name).read_bytes()
    document = Document(data=data, text=data.decode("utf-8"), path=name, format="text")
    return document.text, read(document), expected[name]


def _roles(article: Article) -> dict[int, str]:
    roles = {p.line: p.role for p in article.paragraphs if p.line is not None}
    return {**roles, **{r.line: r.role for r in article.removed if r.line is not None}}


@pytest.mark.parametrize("number", NUMBERS)
def test_every_line_of_a_seed_has_its_role(shared: Path, number: str) -> None:
    text, article, expected = _seed(shared, number)
    wanted = {int(line): role for line, role in expected["roles"].items()}
    found = _roles(article)
    wrong = {}
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        role = wanted.get(line, "body")
        if role == "title":
            right = article.title == content.strip() and line not in found
        elif role == "standfirst":
            right = article.standfirst == content.strip() and line not in found
        else:
            right = found.get(line) == role
        if not right:
            wrong[line] = (role, found.get(line))
    assert wrong == {}


@pytest.mark.parametrize("number", NUMBERS)
def test_a_seeds_title_outlet_day_authors_and_agencies_are_read(shared: Path, number: str) -> None:
    _, article, expected = _seed(shared, number)
    assert article.title == expected["title"]
    assert article.outlet == expected["outlet"]
    assert article.published == expected["published"]
    assert list(article.authors) == expected["authors"]
    assert list(article.agencies) == expected["agencies"]


def test_a_seeds_moment_carries_its_zone(shared: Path) -> None:
    assert _seed(shared, "003")[1].published_at == "2015-12-17T00:00:00+03:00"
    assert _seed(shared, "004")[1].published_at == "2016-02-04T06:04:00+00:00"
    assert _seed(shared, "000")[1].published_from == "caption"


@pytest.mark.parametrize("number", NUMBERS)
def test_a_seeds_spans_point_at_the_original(shared: Path, number: str) -> None:
    text, article, _ = _seed(shared, number)
    for paragraph in article.paragraphs:
        assert paragraph.source_span is not None
        original = text[slice(*paragraph.source_span)]
        assert original.replace(" ", "") == paragraph.text.replace(" ", "")
    for removed in article.removed:
        assert removed.source_span is not None
        assert text[slice(*removed.source_span)] == removed.text
