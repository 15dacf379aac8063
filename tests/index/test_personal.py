"""What one person left lying about is there again, and is nobody else's business."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest
from newsroom import filled

from index.personal import BadSaving, Personal, Saved
from index.personal_file import MIGRATIONS, PersonalError


def test_a_session_is_there_again_at_the_next_start(tmp_path: Path) -> None:
    with Personal.open(tmp_path / "state") as personal:
        assert personal.session(tmp_path / "one") is None
        personal.keep_session(tmp_path / "one", '{"query": "harbour"}')
        personal.keep_session(tmp_path / "one", '{"query": "ferry"}')
    with Personal.open(tmp_path / "state") as personal:
        assert personal.session(tmp_path / "one") == '{"query": "ferry"}'


def test_each_archive_has_a_session_of_its_own(tmp_path: Path) -> None:
    with Personal.open(tmp_path / "state") as personal:
        personal.keep_session(tmp_path / "one", "first")
        personal.keep_session(tmp_path / "two", "second")
        assert personal.session(tmp_path / "one") == "first"
        assert personal.session(tmp_path / "one" / ".." / "two") == "second"


def test_state_is_private_and_holds_no_path(tmp_path: Path) -> None:
    with Personal.open(tmp_path / "state") as personal:
        personal.keep_session(tmp_path / "some-telling-name", "text")
    file = tmp_path / "state" / "personal.sqlite"
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"some-telling-name" not in file.read_bytes()


def test_state_lives_in_the_platforms_place_for_it(tmp_path: Path) -> None:
    with Personal.open() as personal:
        personal.remember("strike")
    assert (Path(os.environ["XDG_STATE_HOME"]) / "broadsheet" / "personal.sqlite").is_file()


def test_the_history_names_each_query_once_and_the_last_first(tmp_path: Path) -> None:
    with Personal.open(tmp_path / "state") as personal:
        for query in ("ferry", "strike", "ferry", "  "):
            personal.remember(query)
        assert personal.history() == ["ferry", "strike"]


def test_the_history_does_not_grow_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.personal._HISTORY", 10)
    with Personal.open(tmp_path / "state") as personal:
        for number in range(13):
            personal.remember(f"query {number}")
        history = personal.history(limit=5000)
    assert len(history) == 10
    assert history[-1] == "query 3"


def test_a_star_is_given_and_taken_away(tmp_path: Path) -> None:
    with Personal.open(tmp_path / "state") as personal:
        assert personal.star(tmp_path, "a") is True
        assert personal.stars(tmp_path) == ["a"]
        assert personal.star(tmp_path, "a") is False
        assert personal.stars(tmp_path) == []


def test_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with Personal.open(tmp_path / "state") as personal:
        assert personal.position(tmp_path, "a") is None
        personal.keep_position(tmp_path, "a", 3, 7)
        assert personal.position(tmp_path, "a") == (3, 7)


def test_state_that_is_no_database_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "personal.sqlite").write_bytes(b"something else altogether " * 100)
    with pytest.raises(PersonalError, match="it can be deleted"):
        Personal.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_told_with_another_way(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    with pytest.raises(PersonalError, match=r"Not a directory.*XDG_STATE_HOME names another"):
        Personal.open(tmp_path / "state" / "broadsheet")


def test_where_nothing_more_can_be_written_it_is_said_why_and_what_was_there_stays(
    tmp_path: Path,
) -> None:
    with Personal.open(tmp_path) as personal:
        personal.remember("ferry")
        connection = personal._file._connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(PersonalError, match="full"):
            personal.keep_session(tmp_path, "x" * 100_000)
        assert personal.history() == ["ferry"]


def test_state_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    Personal.open(tmp_path).close()
    with sqlite3.connect(tmp_path / "personal.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(PersonalError, match="newer Broadsheet"):
        Personal.open(tmp_path)


def test_stars_and_reading_reach_a_query(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 5) as archive, Personal.open() as personal:
        first, second = (row.id for row in archive.newest(limit=2))
        assert archive.search("is:starred").total == 0
        assert archive.search("is:unread").total == 5
        personal.star(archive.path, first)
        personal.keep_position(archive.path, second, 0, 0)
        assert [hit.row.id for hit in archive.search("is:starred").hits] == [first]
        assert [hit.row.id for hit in archive.search("is:read regatta").hits] == [second]
        assert archive.search("is:unread -is:starred").total == 3


def test_a_query_that_asks_for_no_mark_leaves_the_state_alone(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        assert archive.search("regatta").total == 1
    assert not list((tmp_path / "home").rglob("personal.sqlite"))


def test_tags_and_notes_reach_a_query(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 4) as archive, Personal.open() as personal:
        first, second, third, _ = (row.id for row in archive.newest(limit=4))
        assert "No article carries a tag yet." in archive.search("tag:later").notes
        assert personal.tag(archive.path, first, "Later  on")
        assert personal.tag(archive.path, second, "check")
        personal.keep_note(archive.path, third, "Ask the harbour office: who paid the dockers?")

        def found(query: str) -> set[str]:
            return {hit.row.id for hit in archive.search(query).hits}

        assert found('tag:"later on"') == {first}
        assert found("tag:check,nothing") == {second}
        assert found("tag:ch*") == {second}
        assert found("tag:*") == {first, second}
        assert found("note:docker") == found('note:"harbour office"') == {third}
        assert found("note:(harbour paid)") == {third}
        assert found("note:(harbour -paid)") == set()
        assert found("regatta -tag:* -note:*") == {row.id for row in archive.newest(limit=4)} - {
            first, second, third
        }  # fmt: skip
        assert not personal.tag(archive.path, second, "CHECK")
        assert personal.tags(archive.path) == [("Later on", first)]
        personal.keep_note(archive.path, third, " ")
        assert found("note:docker") == set()


def test_a_saved_search_is_known_by_its_name_until_it_is_taken_away(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    with Personal.open(tmp_path) as personal:
        personal.save(archive, "  Door  tests ", "aurelia doors", 7)
        personal.save(archive, "strikes", "strike", 7)
        personal.save(archive, "STRIKES", "strike OR stoppage", 9)
        assert personal.saved(archive) == [
            Saved("Door tests", "aurelia doors", 7), Saved("STRIKES", "strike OR stoppage", 9)
        ]  # fmt: skip
        personal.look(archive, "Door tests", 12)
        assert personal.saved_as(archive, "door tests").looked == 12
        assert personal.saved(tmp_path / "other") == []
        personal.unsave(archive, "strikes")
        with pytest.raises(BadSaving, match="there are: Door tests"):
            personal.saved_as(archive, "strikes")
        with pytest.raises(BadSaving, match="needs a name and a query"):
            personal.save(archive, " ", "a", 0)


def test_state_of_the_first_make_is_taken_over(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "personal.sqlite") as connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO queries VALUES (1, 'aurelia')")
    with Personal.open(tmp_path) as personal:
        assert personal.history() == ["aurelia"]
        assert personal.tag(tmp_path, "0" * 64, "later")


@pytest.mark.parametrize("private", ["", "1"])
def test_a_file_that_cannot_be_read_is_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, private: str
) -> None:
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def kept(*place: Any, **how: Any) -> sqlite3.Connection:
        made.append(connect(*place, **how))
        return made[-1]

    (tmp_path / "personal.sqlite").write_bytes(b"no database, " * 400)
    monkeypatch.setenv("BROADSHEET_PRIVATE", private)
    monkeypatch.setattr(sqlite3, "connect", kept)
    with pytest.raises(PersonalError):
        Personal.open(tmp_path)
    assert made
    for one in made:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            one.execute("SELECT 1")
