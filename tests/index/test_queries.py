"""The table of queries: what each must and must not find in the sample archive."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.sample import folder
from index.archive import Archive
from index.intake import walk

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "queries.toml").read_text("utf-8"))
ASKED = [row | {"user": group["user"]} for group in TABLE["from"] for row in group["queries"]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("sample") / "archive", create=True) as archive:
        archive.add(walk([folder()]))
        yield archive


@pytest.fixture(scope="module")
def names(sample: Archive) -> dict[str, str]:
    """What the table calls an article, by its id."""
    by_path = {path: name for name, path in TABLE["articles"].items()}
    found = {}
    for row in sample.newest(limit=1000):
        path = sample.get(row.id).article.origin.path
        found[row.id] = by_path[path.partition("/")[2]]
    assert sorted(found.values()) == sorted(TABLE["articles"])
    return found


@pytest.mark.parametrize("row", ASKED, ids=lambda row: row["ask"] or "nothing")
def test_a_query_finds_what_its_user_expects(
    sample: Archive, names: dict[str, str], row: dict[str, str]
) -> None:
    answer = sample.search(row["ask"], limit=1000)
    found = [names[hit.row.id] for hit in answer.hits]
    if "exactly" in row:
        assert set(found) == set(row["exactly"].split())
    assert set(row.get("finds", "").split()) <= set(found)
    assert not set(row.get("never", "").split()) & set(found)
    if "first" in row:
        assert found[0] == row["first"]
    if "last" in row:
        assert found[-1] == row["last"]
    assert answer.read_as == row.get("read", answer.read_as)
    if "tells" in row:
        assert any(row["tells"] in said for said in (*answer.repairs, *answer.notes))


def test_the_table_is_large_enough_and_names_no_article_that_is_not_there() -> None:
    assert len(ASKED) >= 120
    assert len({row["ask"] for row in ASKED}) == len(ASKED)
    kinds = ("exactly", "finds", "never", "first", "last")
    said = {name for row in ASKED for kind in kinds for name in row.get(kind, "").split()}
    assert said <= set(TABLE["articles"])
    assert all(any(kind in row for kind in kinds) for row in ASKED)
