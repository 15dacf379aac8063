"""What is removed is gone, what is damaged is named, and older archives are carried forward."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import coming_in, filled, page

from corpus.article import Article, Entity, Mention, Names
from corpus.errors import ArchiveError, NoSuchArticle
from index import tables
from index.archive import Archive
from index.book import open_book
from index.digest import Digest, item
from index.intake import Intake
from index.private_cache import PrivateCache
from index.results import Row

STORED = Path(__file__).parent / "archives"


def changed(archive: Path, sql: str) -> None:
    """Change the records behind the program's back."""
    with sqlite3.connect(archive / "records.sqlite") as connection:
        connection.executescript(sql)
    connection.close()


def stored_original(archive: Path, full_id: str) -> bytes:
    """An original as it stands in the records' file."""
    connection = sqlite3.connect(archive / "records.sqlite")
    sql = "SELECT document FROM originals JOIN articles USING (seq) WHERE id = ?"
    (data,) = connection.execute(sql, (full_id,)).fetchone()
    connection.close()
    return bytes(data)


def names_of(article: Article) -> Names:
    """One entity, found at the head of the title."""
    word = (article.title or "").split()[0]
    mention = Mention("title", 0, 0, len(word), word)
    return Names(
        "gazetteer 1", (Entity(f"organisation:{word.lower()}", word, "organisation", (mention,)),)
    )


# Removing


def test_nothing_of_a_removed_article_is_left_on_disk(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    words = "The zanderquill was landed at pier nine, said the harbourmaster."
    with filled(folder, 40) as archive:
        report = archive.add([Intake(page(99, words, outlet="Zanderquill Gazette"), locator="z")])
        one = report.articles[0].id
        archive.store_names({one: names_of(archive.get(one).article)})
        archive.set(one, outlet="The Zanderquill Mirror", author="Zanderquill's friend")
        secret = stored_original(folder, one)
        assert archive.search("zanderquill").total == 1
        assert archive.remove(one[:10]) == one
        assert archive.search("zanderquill").total == 0
        assert archive.judgements() == []
        assert archive.count() == 40
        assert archive.check() == []
    for file in folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert b"anderquill" not in data, file
            assert secret[20:60] not in data, file


def test_a_removed_article_stays_out_until_it_is_asked_for_again(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        one = archive.newest()[0].id
        archive.remove(one)
        with pytest.raises(NoSuchArticle, match="was removed"):
            archive.get(one)
        document = page(2, published="2031-03-02")
        report = archive.add(coming_in(document))
        assert report.added == 0
        assert "--again" in report.rejected[0].reason
        assert archive.add(coming_in(document), again=True).added == 1
        assert archive.get(one).article.id == one
        assert archive.search("regatta").total == 2
        assert archive.check() == []


def test_removing_the_newest_version_brings_back_the_one_before(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        old = archive.newest()[0].id
        new = (
            archive.add([Intake(page(1, "Corrected words."), locator=page(1).path)]).articles[0].id
        )
        archive.remove(new)
        assert [row.id for row in archive.newest()] == [old]
        assert [hit.row.id for hit in archive.search("regatta").hits] == [old]
        assert archive.get(old).versions == (old,)
        assert archive.check() == []


def test_the_state_after_a_removal_is_as_if_it_had_never_been_there(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        state = archive.status().state
        one = archive.add(coming_in(page(50))).articles[0].id
        archive.set(one, outlet="Dock Times")
        archive.remove(one)
        assert archive.status().state == state


def test_a_removal_that_was_interrupted_is_finished_by_the_next_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        one = archive.newest()[0].id
        cache = PrivateCache("entities", archive.path, 9, lambda: 0)
        cache.put("page", 0, b"what was worked out of its words")
        with monkeypatch.context() as broken:
            broken.setattr("index.connections.Connections.rewrite", interrupted)
            with pytest.raises(KeyboardInterrupt):
                archive.remove(one)
        assert cache.get("page", 0) is None
    rewritten: list[bool] = []
    monkeypatch.setattr(
        "index.connections.Connections.rewrite", lambda self: rewritten.append(True)
    )
    with Archive.open(tmp_path / "archive") as archive:
        archive.add(coming_in(page(60)))
        assert rewritten == [True]
        archive.add(coming_in(page(61)))
        assert rewritten == [True]
        assert archive.check() == []


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


# Names


def test_names_are_leased_once_and_kept_with_their_article(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        first = archive.lease("one", 2)
        second = archive.lease("two", 2)
        assert len(first) == 2
        assert len(second) == 1
        assert not {a.id for a in first} & {a.id for a in second}
        archive.store_names({a.id: names_of(a) for a in first})
        assert archive.unrecognised() == 1
        assert archive.coverage().recognised == 2
        assert archive.get(first[0].id).names == names_of(first[0])
        assert archive.get(second[0].id).names is None
        assert archive.check() == []


def test_what_a_dead_recogniser_leased_is_leased_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        with monkeypatch.context() as past:
            past.setattr("index.naming.LEASE_SECONDS", -1.0)
            assert len(archive.lease("dead", 2)) == 2
        assert len(archive.lease("alive", 2)) == 2
        assert archive.lease("third", 2) == []
        archive.release("alive")
        assert len(archive.lease("third", 2)) == 2


def test_names_of_an_article_removed_meanwhile_are_passed_over(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        (article,) = archive.lease("one", 1)
        archive.remove(article.id)
        archive.store_names({article.id: names_of(article)})
        assert archive.check() == []


def test_names_are_counted_over_the_articles_asked_for(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        archive.store_names({a.id: names_of(a) for a in archive.lease("one", 2)})
        facets = archive.search("regatta", facets=True).facets
        assert facets["organisation"] == (("Regatta", 2),)
        assert facets["person"] == ()


def test_a_key_that_no_article_names_any_more_is_forgotten(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        first, second = archive.lease("one", 2)
        archive.store_names({a.id: names_of(a) for a in (first, second)})
        assert archive.search("organisation:regatta").total == 2
        archive.remove(first.id)
        assert archive.search("organisation:regatta").total == 1
        archive.store_names({second.id: Names("gazetteer 2")})
        assert archive.search("organisation:regatta").total == 0
        assert archive.status().model == "gazetteer 2"
        assert archive.check() == []


# Checking


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE originals SET document = x'00' WHERE seq = 1", "original cannot be unpacked"),
        (
            "UPDATE originals SET document = (SELECT document FROM originals WHERE seq = 2) "
            "WHERE seq = 1",
            "not the one its id stands for",
        ),
        ("UPDATE readings SET article = x'beef' WHERE seq = 1", "cannot be unpacked"),
        (
            "UPDATE readings SET article = (SELECT article FROM readings WHERE seq = 2) "
            "WHERE seq = 1",
            "another article is kept in its place",
        ),
        ("UPDATE articles SET title = 'Forged' WHERE seq = 1", "what lists show of it differs"),
        ("UPDATE articles SET outlet = 'Forged' WHERE seq = 1", "what lists show of it differs"),
        ("UPDATE meta SET value = 'abc' WHERE key = 'state'", "does not sum up"),
        ("UPDATE articles SET model = 'm' WHERE seq = 1", "names are missing"),
        ("INSERT INTO mentions VALUES ('k', 77, 'n', 'person', 1)", "belong to no article"),
        ("INSERT INTO keys VALUES ('person:nobody')", "do not fit the mentions"),
        ("UPDATE articles SET current = 0 WHERE seq = 1", "no single newest version"),
        ("UPDATE articles SET current = 0 WHERE seq = 1", "belong to no article"),
        ("UPDATE meta SET value = 1 WHERE key = 'change'", "beyond the last one counted"),
        (
            "INSERT INTO mentions VALUES ('person:k', 1, 'K', 'person', 1)",
            "names find differs from its names",
        ),
        (
            "UPDATE articles SET lineage = 1, current = 0 WHERE seq = 2; "
            "DELETE FROM locators WHERE lineage = 1",
            "versions and no place",
        ),
        ("DELETE FROM originals WHERE seq = 2", "original cannot be unpacked"),
    ],
)
def test_checking_names_what_does_not_hold(tmp_path: Path, damage: str, said: str) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        assert archive.check(sources=True) == []
        changed(tmp_path / "archive", damage)
        assert any(said in fault.what for fault in archive.check())


def test_checking_the_sources_finds_a_reading_that_its_original_does_not_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import corpus.reading

    read = corpus.reading.read
    with filled(tmp_path / "archive", 2) as archive:
        from dataclasses import replace

        monkeypatch.setattr(
            corpus.reading, "read", lambda *a, **k: replace(read(*a, **k), standfirst="Other")
        )
        assert archive.check() == []
        faults = archive.check(sources=True)
        assert len(faults) == 2
        assert all("standfirst" in fault.what for fault in faults)


def test_checking_finds_names_that_are_not_where_they_are_said_to_be(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 1) as archive:
        (article,) = archive.lease("one", 1)
        wrong = Mention("title", 0, 3, 9, "Nobody")
        entity = Entity("person:nobody", "Nobody", "person", (wrong,))
        with archive._connections.lock(), open_book(archive._connections) as book:
            book.keep_names(1, article.id, Names("m", (entity,)))
        assert ["Nobody" in fault.what for fault in archive.check()] == [True]


def test_checking_finds_names_that_searches_would_not_find(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 2) as archive:
        one = archive.newest()[0].id
        archive.store_names({one: names_of(archive.get(one).article)})
        assert archive.check() == []
        changed(tmp_path / "archive", "DELETE FROM mentions; DELETE FROM keys")
        assert ["names find differs" in fault.what for fault in archive.check()] == [True]


def test_an_index_that_was_lost_is_built_again(tmp_path: Path) -> None:
    import shutil

    with filled(tmp_path / "archive", 5) as archive:
        folder = next((tmp_path / "archive").glob("words-*"))
    shutil.rmtree(folder)
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.search("regatta").total == 5
        assert archive.check() == []


def test_an_index_that_cannot_be_read_is_a_fault_and_is_built_again(tmp_path: Path) -> None:
    filled(tmp_path / "archive", 3).close()
    folder = next((tmp_path / "archive").glob("words-*"))
    for file in folder.glob("toc.json"):
        file.write_bytes(b"not a table of contents")
    with Archive.open(tmp_path / "archive") as archive:
        assert [fault.remedy for fault in archive.check()] == ["run `broadsheet reindex`"]
        archive.reindex()
        assert archive.search("regatta").total == 3
        assert archive.check() == []


# Opening


def test_a_place_without_an_archive_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="broadsheet add"):
        Archive.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    for create in (False, True):
        with pytest.raises(ArchiveError, match="is a file"):
            Archive.open(tmp_path / "file", create=create)


def test_a_folder_with_other_files_does_not_become_an_archive(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("words")
    with pytest.raises(ArchiveError, match="holds other files"):
        Archive.open(tmp_path, create=True)


def test_a_file_of_records_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "records.sqlite").write_bytes(b"these are no records, only words " * 200)
    for create in (False, True):
        with pytest.raises(ArchiveError, match="damaged"):
            Archive.open(tmp_path, create=create)


def test_records_cut_short_are_called_damaged(tmp_path: Path) -> None:
    filled(tmp_path / "archive", 40).close()
    file = tmp_path / "archive" / "records.sqlite"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])
    with (
        pytest.raises(ArchiveError, match="damaged"),
        Archive.open(tmp_path / "archive") as archive,
    ):
        archive.newest()


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "records.sqlite") as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    for create in (False, True):
        with pytest.raises(ArchiveError, match="another program"):
            Archive.open(tmp_path, create=create)


def test_an_archive_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    filled(tmp_path / "archive", 1).close()
    changed(tmp_path / "archive", f"PRAGMA user_version = {tables.MAKE + 1}")
    for create in (False, True):
        with pytest.raises(ArchiveError, match="newer Broadsheet"):
            Archive.open(tmp_path / "archive", create=create)


def test_an_archive_whose_making_was_interrupted_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "writer.lock").touch()
    (tmp_path / "archive" / "records.sqlite").touch()
    with Archive.open(tmp_path / "archive", create=True) as archive:
        assert archive.count() == 0


def test_a_full_disk_is_said_so_and_loses_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "archive", 3) as archive:
        limit = archive._connections._writing().execute
        limit("PRAGMA max_page_count = 1")  # as many as there are now
        with pytest.raises(ArchiveError, match="no room left"):
            archive.add(Intake(page(n, f"Boat {n}. " * 900)) for n in range(10, 60))
        limit("PRAGMA max_page_count = 100000")
        assert archive.count() == 3
        assert archive.add(coming_in(page(4))).added == 1
        assert archive.check() == []


def test_an_unknown_group_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no group nobodys-own-group"):
        Archive.open(tmp_path / "archive", create=True, shared="nobodys-own-group")


# Older makes


@pytest.mark.parametrize("make", range(1, tables.MAKE + 1))
def test_an_archive_of_every_make_is_carried_forward(tmp_path: Path, make: int) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    with sqlite3.connect(folder / "records.sqlite") as connection:
        connection.executescript((STORED / f"make-{make}.sql").read_text())
        assert tables.make_of(connection) == make
    connection.close()
    with Archive.open(folder) as archive:
        assert archive.status().schema == tables.MAKE
        assert archive.newest()[0] == Row(
            id="d3dc7ba4c163729f08c930ffa024d1597a787a88142658b9ebc135e060ba7ff9",
            outlet="Dock Times",
            title="Regatta report number 2",
            published="2031-03-02",
            added="2031-05-01T12:00:00Z",
            words=22,
        )
        assert archive.newest()[1].outlet == "Pier Post"
        assert archive.search("regatta").total == 2
        assert archive.search("organisation:regatta").total == 1
        assert len(archive.lease("one", 5)) == 1
        assert archive.check() == []


# The state


@given(
    st.lists(st.tuples(st.text(max_size=5), st.one_of(st.none(), st.text(max_size=5))), max_size=8),
    st.randoms(),
)
def test_the_order_of_things_does_not_change_the_state(
    things: list[tuple[str, str | None]], random: object
) -> None:
    shuffled = list(things)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = Digest(), Digest()
    first.add(item("thing", *thing) for thing in things)
    for thing in shuffled:
        second.add([item("thing", *thing)])
    assert str(first) == str(second)


@given(
    st.lists(st.text(max_size=5), max_size=6), st.lists(st.text(max_size=5), min_size=1, max_size=6)
)
def test_what_is_taken_away_leaves_no_trace_in_the_state(kept: list[str], taken: list[str]) -> None:
    state = Digest()
    state.add(item("thing", one) for one in kept)
    before = str(state)
    state.add(item("thing", one) for one in taken)
    assert str(state) != before
    state = Digest(str(state))
    state.take(item("thing", one) for one in taken)
    assert str(state) == before


def test_parts_do_not_run_into_each_other() -> None:
    made = {item("a", "b", "c"), item("a", "bc"), item("ab", "c"), item("a", "b", None, "c")}
    assert len(made) == 4
    assert item("a", None) != item("a", "")
