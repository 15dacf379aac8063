"""Stories follow the articles: what comes is placed, what goes leaves, what people say stands."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from events import EVERYTHING, FERRY, THREE, reported, seq_of, shelf, stories
from newsroom import coming_in

from corpus.article import Document, Stated
from index.archive import Archive
from index.stories.ledgers import Ledgers
from index.stories.listing import Report, beside
from index.stories.room import NoSuchStory
from index.stories.shelving import are_older, rules


def test_reports_of_one_event_are_one_story_and_every_article_is_in_one(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        assert stories(archive) == THREE
        assert archive.stories().waiting() == 0
        assert archive.check() == []


def test_the_order_of_adding_does_not_matter_nor_does_adding_one_by_one(tmp_path: Path) -> None:
    dice = random.Random(11)
    for turn in range(3):
        documents = list(EVERYTHING)
        dice.shuffle(documents)
        with Archive.open(tmp_path / str(turn), create=True) as archive:
            for document in documents:
                archive.add(coming_in(document))
            assert stories(archive) == THREE
            assert archive.stories().regroup() == 6
            assert stories(archive) == THREE


def test_an_article_without_a_day_goes_with_the_event_it_reports(tmp_path: Path) -> None:
    undated = reported(FERRY[2], 3, None)
    with shelf(tmp_path, *EVERYTHING[:2], *EVERYTHING[3:], undated) as archive:
        assert stories(archive) == THREE


def test_a_story_is_called_by_the_article_in_its_middle_not_by_its_founder(
    tmp_path: Path,
) -> None:
    odd = replace(reported(FERRY[0], 8, "2031-03-12"), stated=Stated(
        title=("What else happened on Wednesday", "field"), outlet=("Outlet 8", "field"),
        published=("2031-03-12", "field"),
    ))  # fmt: skip
    with shelf(tmp_path, odd) as archive:
        (founder,) = archive.newest()
        archive.add(coming_in(*EVERYTHING))
        room = archive.stories()
        story = room.resolve(founder.id)
        assert len(room.members([story])[story]) == 4
        assert room.ids([story]) == {story: founder.id}
        assert room.titles([story]) == {story: "Ferry Aurelia burns off Port Calder"}


def test_the_same_event_a_year_later_is_another_story(tmp_path: Path) -> None:
    later = reported(FERRY[0], 7, "2032-03-13")
    with shelf(tmp_path, *EVERYTHING, later) as archive:
        assert stories(archive) == THREE | {frozenset("7")}


def test_a_story_keeps_its_id_when_articles_come_and_when_all_is_grouped_anew(
    tmp_path: Path,
) -> None:
    with shelf(tmp_path, EVERYTHING[1]) as archive:
        room = archive.stories()
        (founder,) = archive.newest()
        archive.add(coming_in(*EVERYTHING))
        story = room.resolve(founder.id[:10])
        assert room.ids([story]) == {story: founder.id}
        room.regroup()
        assert room.resolve(founder.id) == story
        assert room.ids([story]) == {story: founder.id}
        for row in archive.newest():
            if "ferry" in row.title.lower():
                assert room.resolve(row.id) == story


def test_a_removed_article_leaves_and_its_id_leads_to_the_story_it_founded(
    tmp_path: Path,
) -> None:
    with shelf(tmp_path, EVERYTHING[0]) as archive:
        (founder,) = archive.newest()
        archive.add(coming_in(*EVERYTHING))
        archive.remove(founder.id)
        assert stories(archive) == {frozenset("23"), frozenset("45"), frozenset("6")}
        heir = archive.stories().resolve(founder.id[:12])
        assert len(archive.stories().members([heir])[heir]) == 2
        assert archive.check() == []


def test_an_id_of_no_story_is_named(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive, pytest.raises(NoSuchStory, match="no story"):
        archive.stories().resolve("ffffffffff")


def test_a_new_version_takes_the_place_of_the_old_in_its_story(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        old = EVERYTHING[0]
        newer = Document(
            data=old.data + b" more", text=old.text + " More soon.", path=old.path,
            format=old.format, stated=old.stated,
        )  # fmt: skip
        report = archive.add(coming_in(newer))
        assert report.updated == 1
        assert stories(archive) == THREE


LONG = (
    "The ferry left the northern harbour shortly after two in the morning. A fire broke out on "
    "the car deck when the ship was two miles off the coast, the coastguard said. Boats from "
    "three villages reached the burning ship within the hour and took most of the passengers "
    "ashore before dawn. The minister of transport promised an inquiry and said that every door "
    "of every ship would be checked before the route was opened again."
)


def wire(number: int, published: str, text: str = LONG) -> Document:
    return Document(
        data=f"wire {number}".encode(), text=text, path=f"wire.jsonl#{number}", format="jsonl",
        stated=Stated(
            title=(f"Ferry fire, as printed in edition {number}", "field"),
            outlet=(f"Paper {number}", "field"), published=(published, "field"),
        ),
    )  # fmt: skip


def test_copies_stand_under_the_earliest_whichever_came_first(tmp_path: Path) -> None:
    copies = [wire(3, "2031-03-15"), wire(1, "2031-03-14"), wire(2, "2031-03-13")]
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for document in copies:
            archive.add(coming_in(document))
        room = archive.stories()
        first, second, third = (seq_of(archive, one.path) for one in reversed(copies))
        assert room.origin_of([first, second, third]).tolist() == [first] * 3
        archive.remove(archive._records.articles_by_seq([first])[first].id)
        assert room.origin_of([second, third]).tolist() == [second] * 2


def test_copies_of_one_day_stand_under_the_earliest_hour_whichever_came_first(
    tmp_path: Path,
) -> None:
    late, early = wire(1, "2031-03-13T20:30:29"), wire(2, "2031-03-13T09:38:09", f"By hand. {LONG}")
    for turn, documents in enumerate(((late, early), (early, late))):
        with Archive.open(tmp_path / str(turn), create=True) as archive:
            for document in documents:
                archive.add(coming_in(document))
            room = archive.stories()
            origin, copy = seq_of(archive, early.path), seq_of(archive, late.path)
            assert room.origin_of([origin, copy]).tolist() == [origin] * 2
            room.regroup()
            assert room.origin_of([origin, copy]).tolist() == [origin] * 2
            # Neither states its zone: the other may have come before it all the same.
            (story,) = set(room.story_of([origin, copy]).tolist())
            told = {one.seq: one.beside_origin for one in room.listing().reports(story)}
            assert told[copy] == "same text as"


def test_an_agencys_own_text_is_the_origin_of_its_days_copies(tmp_path: Path) -> None:
    paper, agency = wire(1, "2031-03-13T06:00:00"), wire(2, "2031-03-13T09:00:00")
    stated = replace(agency.stated, outlet=("Reuters", "field"))
    agency = replace(agency, stated=stated)
    with shelf(tmp_path, paper, agency) as archive:
        room = archive.stories()
        origin, copy = seq_of(archive, agency.path), seq_of(archive, paper.path)
        assert room.origin_of([copy]).tolist() == [origin]
        (story,) = set(room.story_of([origin, copy]).tolist())
        told = {one.seq: one.beside_origin for one in room.listing().reports(story) if one.origin}
        assert told == {copy: "copy of"}


def test_an_archive_of_copies_of_one_article_is_one_story(tmp_path: Path) -> None:
    with shelf(tmp_path, *(wire(n, "2031-03-14") for n in range(600))) as archive:
        places = archive.stories().places()
        assert len(set(places.story.tolist())) == 1
        assert len(set(places.origin.tolist())) == 1


def test_articles_that_an_older_program_left_are_placed_by_the_next_writer(tmp_path: Path) -> None:
    with shelf(tmp_path, *EVERYTHING) as archive:
        with archive._connections.lock(), archive._connections.transaction() as connection:
            for table in ("traits", "links", "placed"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("DELETE FROM meta WHERE key IN ('grouped', 'stories')")
        assert archive.stories().waiting() == 6
        assert stories(archive) == {frozenset(str(n)) for n in range(1, 7)}
        assert archive.stories().catch_up() == 6
        assert stories(archive) == THREE


def test_newer_rules_of_grouping_group_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shelf(tmp_path, *EVERYTHING[:5]) as archive:
        assert not archive.stories().outdated()
        ids = {row.id for row in archive.newest(limit=9)}
        kept = archive._connections.rows("SELECT seq, features FROM traits ORDER BY seq")
        monkeypatch.setattr("corpus.stories.traits.VERSION", "stories-99")
        monkeypatch.setattr("corpus.stories.traits.TITLE", 1)
        archive.add(coming_in(EVERYTHING[5]))
        assert archive.stories().outdated()  # one more article does not make the others new
        assert archive.stories().catch_up() == 6
        assert not archive.stories().outdated()
        assert stories(archive) == THREE
        assert ids < {row.id for row in archive.newest(limit=9)}
        again = archive._connections.rows("SELECT seq, features FROM traits ORDER BY seq")
        assert [one for one in again if one in kept] == []


def test_what_newer_rules_grouped_an_older_program_leaves_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two versions on one shared archive would else regroup all of it in turn."""
    ours = rules()
    with shelf(tmp_path, *EVERYTHING[:5]) as archive:
        monkeypatch.setattr("corpus.stories.traits.VERSION", "stories-0")
        archive.add(coming_in(EVERYTHING[5]))
        assert not archive.stories().outdated()
        assert archive.stories().catch_up() == 0
        assert archive._records.meta("stories") == ours
        monkeypatch.undo()
        assert not archive.stories().outdated()


def test_rules_ten_are_newer_than_rules_nine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.stories.traits.VERSION", "stories-10")
    assert are_older("stories-9")
    assert not are_older("stories-10")
    assert not are_older(None)


def test_reports_stand_in_the_order_of_a_ledgers_columns_with_their_copies_behind_them() -> None:
    def one(id: str, seq: int, day: str | None = "2031-03-13", of: str | None = None) -> Report:
        return Report(id, seq, None, id, day, 9, of, False)

    reports = [one("post", 1), one("copy", 2, of="wire"), one("wire", 3), one("left out", 4),
               one("late", 5, "2031-03-14"), one("undated", 6, None)]  # fmt: skip
    found = beside(reports, ["wire", "post", "late", "undated"])
    assert [r.id for r in found] == ["wire", "copy", "post", "left out", "late", "undated"]
    marked = beside(reports, ["wire", "post"], ("wire",))
    assert [r.id for r in marked if r.apart] == ["wire", "copy"]


def test_what_is_disputed_is_counted_once_with_its_progress_and_anew_when_an_article_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[int, int]] = []
    told = ("The fire killed 12 people on the ferry, the port said.",
            "The fire killed 19 people on the ferry, the coastguard said.")  # fmt: skip
    documents = [replace(reported(FERRY[n], n), text=f"{FERRY[n]} {told[n]}") for n in range(2)]
    with shelf(tmp_path, *documents, *EVERYTHING[3:]) as archive:
        rows, _ = (
            archive.stories()
            .listing()
            .rows(None, "disputed", None, progress=lambda done, of: heard.append((done, of)))
        )
        assert rows[0].disputed
        assert heard == [(n, 3) for n in range(3)]
    with Archive.open(tmp_path / "archive") as archive:  # as another program start
        with monkeypatch.context() as patch:
            patch.setattr(Ledgers, "of", None)
            assert archive.stories().listing().rows(None, "disputed", None)[0] == rows
        archive.remove(rows[0].articles[0])
        again, _ = archive.stories().listing().rows(None, "disputed", None)
        assert not any(row.disputed for row in again)
