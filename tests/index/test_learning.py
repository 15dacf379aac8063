"""What an archive teaches is shown first, applied when asked, and taken away again."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from newsroom import coming_in, filled, page

from corpus.article import Document, Entity, Mention, Names, Stated
from corpus.entities import versions
from index.archive import Archive
from index.intake import Intake
from index.reports import RereadReport

SUBJECTS = ("herring", "lanterns", "bakeries", "tunnels", "orchards", "ferries", "violins")
CALL = "Tide tables by post every morning"


def report(number: int, *more: str, outlet: str = "Tarn Post") -> Intake:
    """An article on a subject of its own, with more lines at its end."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    text = "\n\n".join(
        [
            f"The {subject} of {number} men",
            f"Old Mr Fell has looked after {subject} for {number + 20} years, and likes it still.",
            f"Nobody in valley {number} would want to live for long without its {subject}.",
            *more,
        ]
    )
    document = Document(
        text.encode(), text, f"{number}.txt", "text", Stated(outlet=(outlet, "option"))
    )
    return Intake(document, locator=f"{outlet}/{number}")


def valley(path: Path, count: int = 6, order: list[int] | None = None) -> Archive:
    """An open archive in which all but the last article end with the same line."""
    archive = Archive.open(path, create=True)
    archive.add(report(n, *([CALL] if n < count - 1 else [])) for n in order or range(count))
    return archive


def apply(archive: Archive) -> RereadReport:
    learning = archive.learning()
    return learning.apply(learning.layer())


def texts(archive: Archive) -> list[str]:
    return [
        paragraph.text
        for row in archive.newest()
        for paragraph in archive.get(row.id).article.paragraphs
    ]


def name_it(archive: Archive, full_id: str, *names: str) -> None:
    """Keep names for an article, mentioned where its text has them, else in its title."""
    article = archive.get(full_id).article
    entities = []
    for name in names:
        found = next(
            (within, number, text.find(name))
            for within, number, text in article.texts()
            if name in text
        )
        within, number, start = found
        mention = Mention(within, number, start, start + len(name), name)
        entities.append(Entity(f"person:{name.lower()}", name, "person", (mention,)))
    archive.store_names({full_id: Names(versions.current(), tuple(entities))})


def everything_on_disk(archive: Archive) -> list[str]:
    with sqlite3.connect(archive.path / "records.sqlite") as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


# Lines


def test_learning_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive:
        before, state = everything_on_disk(archive), archive.status().state
        learning = archive.learning()
        lesson = learning.lesson(learning.layer())
        assert [(one.text, one.articles, one.of) for one in lesson.new_lines] == [(CALL, 5, 6)]
        assert len(lesson.affected) == 5
        assert lesson.before is None
        assert everything_on_disk(archive) == before
        assert archive.status().state == state


def test_an_applied_layer_is_seen_in_article_search_and_state(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive:
        state, ids = archive.status().state, {row.id for row in archive.newest()}
        assert archive.search(f'"{CALL}"').total == 5
        done = apply(archive)
        assert (done.read, len(done.changed)) == (6, 5)
        assert {change.what for one in done.changed for change in one.changes} >= {"role"}
        assert CALL not in texts(archive)
        assert archive.search(f'"{CALL}"').total == 0
        assert {row.id for row in archive.newest()} == ids
        assert archive.status().state != state
        assert archive.status().layer is not None
        article = archive.get(min(ids)).article
        assert article.layer is not None
        assert archive.check(sources=True) == []


def test_applying_again_finds_nothing_new(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive:
        apply(archive)
        state = archive.status().state
        learning = archive.learning()
        lesson = learning.lesson(learning.layer())
        assert (lesson.new_lines, lesson.old_lines, lesson.affected) == ((), (), ())
        assert lesson.before == lesson.after
        assert apply(archive).read == 0
        assert archive.status().state == state


def test_a_layer_can_be_forgotten(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive:
        state, read = archive.status().state, texts(archive)
        apply(archive)
        archive.learning().apply(None)
        assert archive.status().state == state
        assert archive.status().layer is None
        assert texts(archive) == read
        assert archive.check(sources=True) == []


def test_what_is_added_later_is_read_with_the_layer(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive:
        apply(archive)
        archive.add([report(30, CALL)])
        assert archive.search(f'"{CALL}"').total == 0
        assert archive.reread(dry_run=True).read == 0
        assert archive.check(sources=True) == []


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4, 5], [5, 3, 1, 0, 2, 4], [4, 5, 2, 0, 3, 1]])
def test_the_order_of_adding_changes_neither_layer_nor_state(
    tmp_path: Path, order: list[int]
) -> None:
    with valley(tmp_path / "a") as one, valley(tmp_path / "b", order=order) as other:
        apply(one)
        apply(other)
        assert one.status().state == other.status().state
        assert one.status().layer == other.status().layer


def test_learning_between_two_additions_comes_to_the_same(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as one, valley(tmp_path / "b", order=[0, 1, 2, 3]) as other:
        apply(one)
        apply(other)
        other.add([report(4, CALL), report(5)])
        apply(other)
        assert one.status().state == other.status().state


def test_learning_that_is_interrupted_is_ended_by_reading_anew(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive, valley(tmp_path / "b") as whole:
        learning = archive.learning()

        def stop(done: int, of: int) -> None:
            raise KeyboardInterrupt

        import index.rereading as rereading

        batch, rereading.BATCH = rereading.BATCH, 2
        try:
            with pytest.raises(KeyboardInterrupt):
                learning.apply(learning.layer(), stop)
        finally:
            rereading.BATCH = batch
        assert archive.check(sources=True) == []
        assert archive.reread().read == 4
        apply(whole)
        assert archive.status().state == whole.status().state


def test_a_judged_line_and_a_judged_outlet_go_before_the_layer(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive:
        apply(archive)
        shortened = [
            row.id
            for row in archive.newest()
            if any(removed.text == CALL for removed in archive.get(row.id).article.removed)
        ]
        one, other, *_ = shortened
        (line,) = [r.line for r in archive.get(one).article.removed if r.text == CALL]
        archive.judge(one, "role", "body", target=str(line))
        archive.set(other, outlet="Fell Gazette")
        for full_id in (one, other):
            assert CALL in [p.text for p in archive.get(full_id).article.paragraphs]
        assert archive.get(other).article.layer is None
        archive.undo()
        assert CALL not in [p.text for p in archive.get(other).article.paragraphs]
        assert archive.check(sources=True) == []


def test_a_removed_article_leaves_nothing_of_its_lines_in_the_layer(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive:
        apply(archive)
        for row in archive.newest():
            archive.remove(row.id)
        assert CALL.encode() not in (tmp_path / "a" / "records.sqlite").read_bytes()
        assert archive.check() == []


# Names


def test_learnt_names_are_joined_in_article_search_and_facets(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a", create=True) as archive:
        archive.add([report(0, "So says Sergei Marlov."), report(1, "So says Sergey Marlov.")])
        spelt = {}
        for row in archive.newest():
            for spelling in ("Sergei Marlov", "Sergey Marlov"):
                if any(spelling in text for _, _, text in archive.get(row.id).article.texts()):
                    spelt[spelling] = row.id
                    name_it(archive, row.id, spelling)
        assert archive.search('person:"Sergey Marlov"').total == 1
        generation = archive.search("*").total
        done = apply(archive)
        assert done.read == 0  # nothing is read or indexed anew for names
        assert archive.search('person:"Sergey Marlov"').total == 2
        assert archive.search("person:sergei").total == 2
        facets = archive.search("*", facets=True).facets["person"]
        assert facets == (("Sergei Marlov", 2),)
        (entity,) = (archive.get(spelt["Sergey Marlov"]).names or Names("")).entities
        assert (entity.key, entity.name) == ("person:sergei marlov", "Sergei Marlov")
        assert dict(entity.why) == {"Sergey Marlov": "another spelling of Sergei Marlov"}
        assert archive.search("*").total == generation
        assert archive.check() == []
        archive.names().part("person:sergei marlov", "Sergey Marlov")
        assert archive.search('person:"Sergey Marlov"').total == 1
        assert archive.check() == []
        archive.undo()
        assert archive.search('person:"Sergey Marlov"').total == 2


# Outlets


def test_proposed_spellings_of_an_outlet_are_accepted_by_a_judgement(tmp_path: Path) -> None:
    with filled(tmp_path / "a", 2) as archive:
        archive.add(coming_in(page(9, outlet="The Quay Herald Online")))
        (proposal,) = archive.learning().outlets()
        assert proposal.name == "Quay Herald"
        ((spelling, count),) = proposal.spellings
        assert (spelling, count) == ("The Quay Herald Online", 1)
        state = archive.status().state
        made = archive.names().outlet(spelling, proposal.name, author="Ann")
        assert made is not None
        assert (made.field, made.article) == ("outlet_alias", "")
        assert archive.learning().outlets() == ()
        assert archive.status().outlets == 1
        assert archive.search('outlet:"Quay Herald"', facets=True).facets["outlet"] == (
            ("Quay Herald", 3),
        )
        article = archive.get(archive.newest()[0].id).article
        assert article.outlet == "Quay Herald"
        assert archive.check() == []
        archive.add(coming_in(page(10, outlet="The Quay Herald Online")))
        assert archive.status().outlets == 1
        archive.undo()
        assert archive.status().outlets == 2
        assert archive.search('outlet:"The Quay Herald Online"').total == 2
        assert archive.status().state != state  # one more article, and two judgements
        assert archive.check() == []


def test_an_article_whose_outlet_was_judged_keeps_it(tmp_path: Path) -> None:
    with filled(tmp_path / "a", 1) as archive:
        one = archive.newest()[0].id
        archive.set(one, outlet="Pier Post")
        archive.names().outlet("Pier Post", "Dock Times")
        archive.names().outlet("Quay Herald", "Dock Times")
        assert archive.get(one).article.outlet == "Pier Post"
        archive.undo()
        archive.undo()
        archive.undo()
        archive.names().outlet("Quay Herald", "Dock Times")
        assert archive.get(one).article.outlet == "Dock Times"
        assert archive.get(one).article.outlet_from == "field, as Quay Herald"
        assert archive.check() == []


def test_the_layer_is_told_by_its_version_and_what_it_was_made_from(tmp_path: Path) -> None:
    with valley(tmp_path / "a") as archive:
        learning = archive.learning()
        layer = learning.layer()
        assert layer.version.startswith("learnt-2-")
        assert (layer.articles, layer.recognised) == (6, 0)
        learning.apply(layer)
        kept = json.loads(archive._records.meta("layer"))
        assert (kept["version"], kept["articles"]) == (layer.version, 6)
