"""What people say about stories stands: merged, split, named, undone, carried elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from events import EVERYTHING, FERRY, THREE, reported, seq_of, shelf, stories
from newsroom import coming_in

from corpus.ledger.result import Ledger
from index import private_cache
from index.archive import Archive
from index.judged import BadJudgement
from index.stories.ledgers import Ledgers
from index.stories.near import near_stories


def story_at(archive: Archive, path: str) -> int:
    """The story of the article from a path."""
    return int(archive.stories().story_of([seq_of(archive, f"reports.jsonl#{path}")])[0])


def id_at(archive: Archive, path: str) -> str:
    seq = seq_of(archive, f"reports.jsonl#{path}")
    return archive._records.articles_by_seq([seq])[seq].id


def test_stories_that_were_merged_are_one_through_every_regrouping(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        room = archive.stories()
        kept = room.ids([story_at(archive, "1")])[story_at(archive, "1")]
        gone = room.ids([story_at(archive, "6")])[story_at(archive, "6")]
        room.deciding().merge(story_at(archive, "6"), story_at(archive, "1"))
        merged = {frozenset("1236"), frozenset("45")}
        assert stories(archive) == merged
        room.regroup()
        assert stories(archive) == merged
        assert room.resolve(gone) == room.resolve(kept)
        archive.undo()
        assert stories(archive) == THREE


def test_an_article_that_was_parted_stays_apart(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        room = archive.stories()
        room.deciding().split(story_at(archive, "1"), [id_at(archive, "2")])
        parted = {frozenset("13"), frozenset("2"), frozenset("45"), frozenset("6")}
        assert stories(archive) == parted
        room.regroup()
        assert stories(archive) == parted
        archive.undo()
        assert stories(archive) == THREE


def test_all_or_none_of_a_story_cannot_be_parted(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        deciding = archive.stories().deciding()
        with pytest.raises(BadJudgement, match="not all or none"):
            deciding.split(story_at(archive, "1"), [id_at(archive, n) for n in "123"])
        with pytest.raises(BadJudgement, match="Only articles of a story"):
            deciding.split(story_at(archive, "1"), [id_at(archive, "6")])
        with pytest.raises(BadJudgement, match="one story already"):
            deciding.merge(story_at(archive, "1"), story_at(archive, "2"))


def test_a_story_is_called_as_somebody_said_until_that_is_undone(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        room, story = archive.stories(), story_at(archive, "1")
        before = room.titles([story])[story]
        assert room.deciding().rename(story, "The night of the Aurelia") is not None
        assert room.titles([story])[story] == "The night of the Aurelia"
        room.regroup()
        assert room.titles([story_at(archive, "1")]) == {
            story_at(archive, "1"): "The night of the Aurelia"
        }
        archive.undo()
        assert room.titles([story])[story] == before


def test_what_was_decided_holds_in_another_archive(tmp_path: Path) -> None:
    with shelf(tmp_path / "one", *EVERYTHING) as archive:
        deciding = archive.stories().deciding()
        deciding.merge(story_at(archive, "6"), story_at(archive, "4"))
        deciding.rename(story_at(archive, "4"), "Nordvik and its onions")
        decided = archive.judgements()
    with Archive.open(tmp_path / "other", create=True) as other:
        other.apply(decided)
        other.add(coming_in(*EVERYTHING))
        assert stories(other) == {frozenset("123"), frozenset("456")}
        story = story_at(other, "4")
        assert other.stories().titles([story])[story] == "Nordvik and its onions"
        assert other.check() == []


# Lists and ledgers


def test_lists_of_stories_come_in_every_order_and_hold_every_article_once(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        listing = archive.stories().listing()
        for sort in ("newest", "largest", "outlets", "disputed"):
            rows, total = listing.rows(None, sort, None)  # type: ignore[arg-type]
            assert total == 3
            members = [one for row in rows for one in row.articles]
            assert sorted(members) == sorted(row.id for row in archive.newest())
        assert [len(row.articles) for row in listing.rows(None, "largest", 2)[0]] == [3, 2]
        onions = archive.stories().numbers([id_at(archive, "6")])
        (row,), total = listing.rows(onions, "newest", None)
        assert (total, row.articles) == (1, (id_at(archive, "6"),))


def test_the_list_of_the_disputed_goes_on_behind_those_that_were_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.stories.listing.CONSIDERED", 1)
    with shelf(tmp_path, *EVERYTHING) as archive:
        rows = archive.stories().listing().rows
        whole = [row.id for row in rows(None, "disputed", None)[0]]
        assert [rows(None, "disputed", 1, at)[0][0].id for at in range(3)] == whole


def test_an_article_that_was_removed_and_is_back_stands_in_one_story_only(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive, Archive.open(tmp_path / "archive") as open_:
        assert open_.stories().listing().rows(None, "newest", None)[1] == 3
        archive.remove(id_at(archive, "6"))
        archive.add(coming_in(EVERYTHING[5]), again=True)
        rows, total = open_.stories().listing().rows(None, "newest", None)
        assert total == 3
        assert sorted(len(row.articles) for row in rows) == [1, 2, 3]


def test_an_archive_without_days_and_outlets_lists_its_stories(tmp_path: Path) -> None:
    undated = [reported(text, n, None) for n, text in enumerate(FERRY, 1)]
    with shelf(tmp_path, *undated) as archive:
        (row,), total = archive.stories().listing().rows(None, "newest", 10)
        assert (total, row.first, row.last, len(row.articles)) == (1, None, None, 3)


def test_a_ledger_is_kept_until_an_article_of_it_changes_or_goes(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        room = archive.stories()
        story = story_at(archive, "1")
        found = room.ledger(story)
        assert len(found.columns) == 3
        assert room.ledger(story) is found
        assert room.ledger(story, [id_at(archive, "2")]) is found  # it is compared anyhow
        kept = "SELECT COUNT(*) FROM ledgers"
        assert archive._connections.rows(kept) == [(1,)]
        archive.set(id_at(archive, "2"), outlet="The Quay")
        again = room.ledger(story_at(archive, "1"))
        assert "The Quay" in [column.outlet for column in again.columns]
        archive.remove(id_at(archive, "2"))
        assert archive._connections.rows(kept) == [(0,)]


@pytest.mark.parametrize("ours", [True, False])
def test_a_ledger_of_an_article_that_is_removed_meanwhile_is_kept_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ours: bool
) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        room, made = archive.stories(), Ledgers._made

        def late(
            self: Ledgers,
            ids: Sequence[str],
            wanted: Collection[str],
            told: Callable[[int, int], None],
        ) -> Ledger:
            found = made(self, ids, wanted, told)
            archive.remove(id_at(archive, "2"))
            if not ours:
                monkeypatch.setattr("index.premises.is_writable", lambda _: False)
            return found

        monkeypatch.setattr(Ledgers, "_made", late)
        assert len(room.ledger(story_at(archive, "1")).columns) == 3
        assert archive._connections.rows("SELECT COUNT(*) FROM ledgers") == [(0,)]
    assert not any(one.is_file() for one in private_cache._home().rglob("*"))


def test_the_ledger_that_was_kept_is_the_one_that_was_made(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        made = archive.stories().ledger(story_at(archive, "1"))
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.stories().ledger(story_at(archive, "1")) == made


def test_what_came_before_and_after_in_the_matter_is_named(tmp_path: Path) -> None:
    later = reported(FERRY[2], 9, "2031-03-15")
    with shelf(tmp_path, *EVERYTHING, later) as archive:
        room = archive.stories()
        room.deciding().split(story_at(archive, "1"), [id_at(archive, "9")])
        first, then = story_at(archive, "1"), story_at(archive, "9")
        before, after = room.listing().neighbours(first)
        assert ([row.story for row in before], [row.story for row in after]) == ([], [then])
        before, after = room.listing().neighbours(then)
        assert ([row.story for row in before], [row.story for row in after]) == ([first], [])
        assert room.listing().neighbours(story_at(archive, "6")) == ([], [])


def test_a_story_of_several_reports_from_the_same_days_stands_before_what_is_liker(
    tmp_path: Path,
) -> None:
    parts = [
        replace(reported(FERRY[0], number, day), text=f"{text} So outlet {number} was told.")
        for number, day, text in (
            (20, "2031-03-13", FERRY[0]),
            (21, "2031-03-13", FERRY[1]),
            (22, "2031-03-13", FERRY[2]),
            (23, "2031-03-14", "The hull of the Aurelia was towed to Port Calder by two tugs."),
            (24, "2031-03-15", "The ferry Aurelia burned off Port Calder, as its master feared."),
        )
    ]
    with shelf(tmp_path, *parts) as archive:
        room = archive.stories()
        deciding = room.deciding()
        for number in ("21", "22", "23", "24"):
            if story_at(archive, number) != story_at(archive, "20"):
                deciding.merge(story_at(archive, number), story_at(archive, "20"))
        deciding.split(story_at(archive, "20"), [id_at(archive, "24")])
        deciding.split(story_at(archive, "20"), [id_at(archive, "22"), id_at(archive, "23")])
        first, second, alone = (story_at(archive, number) for number in ("20", "22", "24"))
        _, after = room.listing().neighbours(first)
        found = near_stories(
            archive._connections.rows, first,
            room.members([first, second, alone]),
        )  # fmt: skip
        likeness = {one.story: one.likeness for one in found}
        assert {one.story: one.at_once for one in found} == {second: True, alone: False}
        assert likeness[alone] > 0
        assert [row.story for row in after] == [second, alone]


def test_words_that_links_are_not_kept_for_make_stories_near_all_the_same(tmp_path: Path) -> None:
    later = reported(FERRY[2], 9, "2031-03-15")
    with shelf(tmp_path, *EVERYTHING, later) as archive:
        room = archive.stories()
        room.deciding().split(story_at(archive, "1"), [id_at(archive, "9")])
        first, then = story_at(archive, "1"), story_at(archive, "9")
        with archive._connections.lock(), archive._connections.transaction() as connection:
            connection.execute("UPDATE links SET likeness = 800")  # the least that is kept
        before, after = room.listing().neighbours(first)
        assert ([row.story for row in before], [row.story for row in after]) == ([], [then])
