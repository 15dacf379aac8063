"""Many segments become few beside writers and readers, and nothing is lost or comes back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pieces import engine_of, entries, piece

from index.engine import Engine
from index.postings import merge, policy, tidying
from index.postings.store import Store
from index.postings.toc import Entry, read_toc
from index.query.tree import Word
from index.schema import schema

ARTICLES = [piece(f"harbour number {n}", salt=n) for n in range(12)]


def segments(folder: Path) -> int:
    toc = read_toc(folder)
    assert toc is not None
    return len(toc.segments)


def leftovers(folder: Path) -> set[str]:
    toc = read_toc(folder)
    assert toc is not None
    known = toc.files() | {"toc.json", "LOCK", "TIDYING"}
    return {file.name for file in folder.iterdir()} - known


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(policy, "TOGETHER", 100)  # commits merge nothing
    return engine_of(tmp_path / "ix", ARTICLES, batch=1)


def test_after_many_commits_one_segment_is_left_and_finds_the_same(engine: Engine) -> None:
    before = engine.search(Word("harbour"), limit=20).hits
    assert segments(engine.folder) == 12
    engine.tidy(added=12)
    assert segments(engine.folder) == 1
    assert engine.search(Word("harbour"), limit=20).hits == before
    assert leftovers(engine.folder) == set()
    assert engine.altered() == []


def test_articles_deleted_or_added_meanwhile_stay_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = engine_of(tmp_path / "threes", [*ARTICLES, piece("harbour"), piece("quay")], batch=3)
    engine.update([], deleted=[1, 13], last_seq=20)

    def slowly(*arguments: object) -> int:
        check = merge.merge_segments(*arguments)  # type: ignore[arg-type]
        other = Engine.open(engine.folder)
        other.update([], deleted=[4, 7], last_seq=21)
        (fresh,) = entries([piece("harbour at night", salt=99)], first=30)
        other.update([fresh], last_seq=30)
        return check

    monkeypatch.setattr(tidying, "merge_segments", slowly)
    engine.tidy(added=12)
    assert segments(engine.folder) == 2
    assert set(engine.search(Word("harbour")).seqs) == {2, 3, 5, 6, *range(8, 13), 30}
    assert leftovers(engine.folder) == set()
    assert engine.altered() == []


def test_work_on_segments_that_are_gone_meanwhile_is_thrown_away(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(*arguments: object) -> int:
        check = merge.merge_segments(*arguments)  # type: ignore[arg-type]
        Engine.open(engine.folder).compact()
        return check

    monkeypatch.setattr(tidying, "merge_segments", slowly)
    engine.tidy(added=12)
    assert segments(engine.folder) == 1
    assert engine.search(Word("harbour")).total == 12
    assert leftovers(engine.folder) == set()


def test_who_comes_second_leaves_it_to_the_first(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def slowly(*arguments: object) -> int:
        seen.append(tidying.tidy(Store(engine.folder, schema), policy.whole))
        return merge.merge_segments(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(tidying, "merge_segments", slowly)
    engine.tidy(added=12)
    assert seen == [False]
    assert segments(engine.folder) == 1


def test_what_a_killed_one_left_is_taken_away(engine: Engine) -> None:
    (engine.folder / "abc.merged").write_bytes(b"half")
    engine.tidy(added=12)
    assert leftovers(engine.folder) == set()


def test_others_of_a_group_may_tidy_too_and_a_full_disk_stops_nobody(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.folder.chmod(0o2770)
    before = os.umask(0o077)
    try:
        engine.tidy(added=12)
    finally:
        os.umask(before)
    made = [engine.folder / "TIDYING", *engine.folder.glob("*.seg")]
    assert {file.stat().st_mode & 0o777 for file in made} == {0o660}

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    engine.update(entries([piece("harbour", salt="x")], first=50), last_seq=50)
    monkeypatch.setattr(policy, "FEW", 1)
    monkeypatch.setattr(tidying, "merge_segments", full)
    engine.tidy(added=12)
    assert engine.search(Word("harbour")).total == 13
    assert leftovers(engine.folder) == set()


def test_one_article_more_writes_no_large_segment_anew() -> None:
    large = [Entry(f"{n}.seg", 20_000, 0) for n in range(4)]
    small = [Entry(f"s{n}.seg", 1, 0) for n in range(3)]
    assert policy.after(1)([*large, *small]) == small
    assert len(policy.after(80_000)([*large, *small])) == 7
