"""A name's kind, that it is none, and one that was missed are decided by a person, and undone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import coming_in
from people import archive_of_people, recognise

from corpus.article import Document, Entity
from corpus.errors import BroadsheetError
from index.archive import Archive
from index.correcting_names import NotNamed, NotSafe
from index.judged import BadJudgement
from index.judgements import from_lines, signed, to_line
from index.named_by_hand import validated
from index.reports import Judgement


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of_people(tmp_path) as made:
        yield made


def report(archive: Archive, number: int) -> str:
    return next(r.id for r in archive.newest() if r.title == f"Report number {number}")


def found(archive: Archive, query: str) -> set[str]:
    return {hit.row.title for hit in archive.search(query).hits}


def entity(archive: Archive, full_id: str, name: str) -> Entity | None:
    names = archive.get(full_id).names
    return next((e for e in (names.entities if names else ()) if e.name == name), None)


def test_a_name_of_another_kind_is_found_counted_and_shown_as_that(archive: Archive) -> None:
    one = report(archive, 3)
    before, all_before = archive.get(one), archive.search("*", facets=True).facets
    (made,) = archive.names().kind("Port Calder", "organisation", article=one[:10], author="Ann")
    assert (made.article, made.field, made.value, made.target) == (
        one, "name_type", "organisation", "place:port calder"
    )  # fmt: skip
    shown = entity(archive, one, "Port Calder")
    assert shown is not None
    assert (shown.key, shown.type) == ("organisation:port calder", "organisation")
    assert found(archive, 'organisation:"Port Calder"') == {"Report number 3"}
    assert found(archive, 'place:"Port Calder"') == {"Report number 0", "Report number 4"}
    facets = archive.search("*", facets=True).facets
    assert facets["organisation"] == (("Port Calder", 1),)
    assert ("Port Calder", 2) in facets["place"]
    assert archive.entities().page("organisation:port calder").articles
    again = archive.names().kind("organisation:port calder", "person", article=one)
    assert [j.target for j in again] == ["organisation:port calder"]
    assert found(archive, 'person:"Port Calder"') == {"Report number 3"}
    assert archive.check() == []
    archive.undo()
    archive.undo()
    assert archive.get(one) == before
    assert archive.search("*", facets=True).facets == all_before
    assert archive.check() == []


def test_a_name_that_is_none_is_gone_and_speaks_no_more(archive: Archive) -> None:
    one = report(archive, 0)
    before = archive.get(one)
    archive.names().kind("Ines Varga", "none", article=one)
    record = archive.get(one)
    assert record.names is not None
    assert [e.name for e in record.names.entities] == ["Port Calder", "Tomas Reyl"]
    assert record.names.speakers == ()
    assert "Report number 0" not in found(archive, 'person:"Ines Varga"')
    assert [(s.judgement.value, s.fits) for s in record.decisions] == [("none", True)]
    assert archive.names().kind("Ines Varga", None, article=one)
    assert archive.get(one).names == before.names
    assert archive.get(one).decisions == ()
    assert archive.check() == []


def test_all_articles_that_have_the_name_are_decided_in_one_go(archive: Archive) -> None:
    made = archive.names().kind("Port Calder", "organisation")
    assert len(made) == 3
    assert found(archive, 'place:"Port Calder"') == set()
    assert len(found(archive, 'organisation:"Port Calder"')) == 3
    assert len(archive.take_back()) == 3
    assert len(found(archive, 'place:"Port Calder"')) == 3
    assert archive.check() == []


def test_a_surname_that_others_bear_is_not_decided_for_all_articles(archive: Archive) -> None:
    one = report(archive, 1)
    archive.names().part("person:ines varga", "Varga", article=one)
    spread = archive.names().spread("person:varga")
    assert spread.ids == (one,)
    assert "ines varga" in spread.unsafe
    with pytest.raises(NotSafe, match="may be short for ines varga, lina varga"):
        archive.names().kind("person:varga", "place")
    assert archive.names().kind("person:varga", "place", article=one)
    assert found(archive, "place:varga") == {"Report number 1"}
    assert archive.check() == []


def test_words_that_the_recogniser_missed_become_a_name_wherever_they_stand(
    tmp_path: Path,
) -> None:
    text = (
        "The Quay Pilot waited for Ines Varga.\n\nThe Quay Pilot said that nobody came. "
        "Nobody saw the Quay Pilots."
    )
    with Archive.open(tmp_path / "missed", create=True) as archive:
        archive.add(coming_in(Document(text.encode(), text, "missed.txt", "text")))
        recognise(archive)
        one = archive.newest()[0].id
        before = archive.get(one)
        archive.names().mark("Quay Pilot", "organisation", article=one, author="Bo")
        pilot = entity(archive, one, "Quay Pilot")
        assert pilot is not None
        assert pilot.key == "organisation:quay pilot"
        assert len(pilot.mentions) == 2
        record = archive.get(one)
        texts = {(w, n): t for w, n, t in record.article.texts()}
        assert {texts[m.within, m.paragraph][m.start : m.end] for m in pilot.mentions} == {
            "Quay Pilot"
        }
        assert dict(pilot.why) == {"Quay Pilot": "marked by Bo"}
        assert archive.search('organisation:"Quay Pilot"').total == 1
        archive.names().mark("Quay Pilot", "none", article=one, nth=1)
        pilot = entity(archive, one, "Quay Pilot")
        assert pilot is not None
        assert len(pilot.mentions) == 1
        assert archive.check() == []
        archive.undo()
        archive.undo()
        assert archive.get(one) == before
        assert archive.search('organisation:"Quay Pilot"').total == 0


def test_words_can_be_another_spelling_of_a_name_of_the_article(archive: Archive) -> None:
    one = report(archive, 0)
    archive.names().mark("crew", "Tomas Reyl", article=one)
    reyl = entity(archive, one, "Tomas Reyl")
    assert reyl is not None
    assert [m.text for m in reyl.mentions] == ["Tomas Reyl", "crew"]
    archive.names().mark("Minister Ines Varga", "person:Ines Varga", article=one)
    varga = entity(archive, one, "Ines Varga")
    assert varga is not None
    assert next(m.text for m in varga.mentions) == "Minister Ines Varga"
    assert len(varga.mentions) == 3
    assert archive.check() == []


def holding(archive: Archive, full_id: str) -> list[tuple[str | None, bool]]:
    return [(one.judgement.value, one.fits) for one in archive.get(full_id).decisions]


def test_marked_words_win_over_the_longer_name_that_was_read(archive: Archive) -> None:
    one = report(archive, 0)
    before = archive.get(one)
    archive.names().mark("Calder", "organisation", article=one)
    calder = entity(archive, one, "Calder")
    assert calder is not None
    assert [m.text for m in calder.mentions] == ["Calder"]
    assert entity(archive, one, "Port Calder") is None
    assert found(archive, "organisation:Calder") == {"Report number 0"}
    assert "Report number 0" not in found(archive, 'place:"Port Calder"')
    assert holding(archive, one) == [("organisation:Calder", True)]
    assert archive.check() == []
    archive.undo()
    assert archive.get(one) == before
    archive.names().mark("Calder", "organisation", article=one, nth=1)
    assert entity(archive, one, "Calder") is not None


def test_only_where_they_stand_the_longer_name_gives_way(archive: Archive) -> None:
    one = report(archive, 0)
    archive.names().mark("Minister Ines", "person", article=one)
    varga = entity(archive, one, "Ines Varga")
    assert varga is not None
    assert len(varga.mentions) == 2
    assert entity(archive, one, "Minister Ines") is not None
    assert archive.check() == []


def test_marked_words_and_a_longer_name_that_is_none_go_together(archive: Archive) -> None:
    one, names = report(archive, 0), archive.names()
    names.kind("Port Calder", "none", article=one)
    names.mark("Calder", "organisation", article=one)
    assert entity(archive, one, "Calder") is not None
    assert entity(archive, one, "Port Calder") is None
    archive.undo()
    archive.undo()
    names.mark("Tomas", "organisation", article=one)
    with pytest.raises(NotNamed):
        names.kind("Tomas Reyl", "none", article=one)
    names.mark("Ines", "group", article=one, nth=1)
    names.kind("Ines Varga", "none", article=one)
    assert entity(archive, one, "Ines Varga") is None
    assert entity(archive, one, "Ines") is not None
    assert entity(archive, one, "Tomas") is not None
    assert all(fits for _, fits in holding(archive, one))
    assert archive.check() == []


def test_words_marked_after_their_name_was_none_stand_there_alone(archive: Archive) -> None:
    one, names = report(archive, 0), archive.names()
    names.kind("Ines Varga", "none", article=one)
    names.mark("Ines Varga", "person", article=one, nth=2)
    varga = entity(archive, one, "Ines Varga")
    assert varga is not None
    assert len(varga.mentions) == 1
    assert [fits for _, fits in holding(archive, one)] == [True, True]
    assert archive.check() == []


def test_marked_words_stand_though_the_name_that_they_stand_for_is_none(
    archive: Archive,
) -> None:
    one, names = report(archive, 0), archive.names()
    deeds = (
        lambda: names.mark("Varga said", "person:Lina Varga", article=one),
        lambda: names.kind("person:ines varga", "none", article=one),
    )
    for order in ((0, 1), (1, 0)):
        names.merge("person:lina varga", "person:ines varga")
        for number in order:
            deeds[number]()
        kept = archive.get(one).names
        assert [m.text for e in (kept.entities if kept else ()) for m in e.mentions
                if "Varga" in m.text] == ["Varga said"]  # fmt: skip
        assert archive.check() == []
        for _ in range(3):
            archive.undo()


def test_words_within_a_longer_spelling_of_their_own_name_change_nothing(
    archive: Archive,
) -> None:
    one = report(archive, 0)
    before = archive.get(one).names
    archive.names().mark("Reyl", "Tomas Reyl", article=one)
    assert archive.get(one).names == before
    assert holding(archive, one) == [("person:Tomas Reyl", False)]


def test_of_marked_words_the_longer_stand_in_either_order(archive: Archive) -> None:
    for order in (("crew", "the crew"), ("the crew", "crew")):
        one = report(archive, 0)
        for words in order:
            archive.names().mark(words, "group", article=one)
        assert entity(archive, one, "the crew") is not None
        assert entity(archive, one, "crew") is None
        assert dict(holding(archive, one)) == {"group:the crew": True, "group:crew": False}
        archive.undo()
        archive.undo()


def test_a_decision_that_changes_nothing_does_not_fit(archive: Archive) -> None:
    one, names = report(archive, 0), archive.names()
    before = archive.get(one).names
    names.mark("Calder", "none", article=one)
    names.mark("alone", "none", article=report(archive, 3))
    names.part("person:ines varga", "I. Varga", article=one)
    assert archive.get(one).names == before
    assert [fits for _, fits in holding(archive, one)] == [False, False]
    assert [fits for _, fits in holding(archive, report(archive, 3))] == [False]
    names.mark("crew", "group", article=one)
    names.kind("group:crew", "none", article=one)
    assert dict(holding(archive, one))["group:crew"] is False


def test_a_parting_takes_effect_before_and_after_the_kind(archive: Archive) -> None:
    one, names = report(archive, 1), archive.names()
    before = archive.get(one)

    def told() -> dict[str, list[str]]:
        kept = archive.get(one).names
        return {e.key: [m.text for m in e.mentions] for e in (kept.entities if kept else ())}

    assert told() == {"person:ines varga": ["Varga", "Ines Varga"]}
    names.kind("Ines Varga", "organisation", article=one)
    names.part("organisation:ines varga", "Varga", article=one)
    assert told() == {"organisation:varga": ["Varga"], "organisation:ines varga": ["Ines Varga"]}
    assert found(archive, "organisation:Varga") == {"Report number 1"}
    assert all(fits for _, fits in holding(archive, one))
    assert archive.check() == []
    names.kind("organisation:varga", "group", article=one)
    assert told() == {"group:varga": ["Varga"], "organisation:ines varga": ["Ines Varga"]}
    assert archive.check() == []
    for _ in range(3):
        archive.undo()
    assert archive.get(one) == before
    names.part("person:ines varga", "Varga", article=one)
    names.kind("Ines Varga", "organisation", article=one)
    assert told() == {"person:varga": ["Varga"], "organisation:ines varga": ["Ines Varga"]}
    assert archive.check() == []
    archive.undo()
    archive.undo()
    names.kind("Ines Varga", "organisation", article=one)
    names.part("person:ines varga", "Varga")
    assert told() == {"person:varga": ["Varga"], "organisation:ines varga": ["Ines Varga"]}
    assert archive.check() == []


def test_it_outlives_a_new_reading_and_lines_that_come_or_go(tmp_path: Path) -> None:
    lines = (
        "Boats come home\n\nA line above that somebody may take for noise, and rightly so.\n\n"
        "Ines Varga met Tomas Reyl on the quay of Port Calder on Monday night, people said.\n"
    )
    with Archive.open(tmp_path / "lines", create=True) as archive:
        archive.add(coming_in(Document(lines.encode(), lines, "lines.txt", "text")))
        recognise(archive)
        one = archive.newest()[0].id
        archive.names().kind("Tomas Reyl", "group", article=one)
        archive.names().mark("quay", "place", article=one, nth=1)
        for change in ("role", "reread"):
            if change == "role":
                archive.judge(one, "role", "noise", target="3")
            else:
                archive.reread(everything=True)
            recognise(archive)
            assert entity(archive, one, "quay") is not None
            reyl = entity(archive, one, "Tomas Reyl")
            assert reyl is not None
            assert reyl.key == "group:tomas reyl"
        archive.judge(one, "role", "noise", target="5")
        recognise(archive)
        told = {s.judgement.field: s.fits for s in archive.get(one).decisions}
        assert told == {"name_type": False, "name_words": False, "role": True}
        assert archive.check() == []
        archive.undo()
        recognise(archive)
        assert entity(archive, one, "quay") is not None


def test_it_is_carried_to_another_archive_before_its_names_are_read(
    archive: Archive, tmp_path: Path
) -> None:
    one = report(archive, 3)
    archive.names().kind("Port Calder", "person", article=one, author="Ann")
    archive.names().mark("alone", "place", article=one)
    lines = [to_line(judgement) for judgement in archive.judgements()]
    with Archive.open(tmp_path / "other", create=True) as other:
        other.apply(from_lines(lines))
        from people import told

        other.add(coming_in(told(3)))
        recognise(other)
        assert other.get(one).names == archive.get(one).names
        assert other.search('person:"Port Calder" place:alone').total == 1
        assert other.check() == []


def test_a_merge_made_before_or_after_keeps_the_kind(archive: Archive) -> None:
    one = report(archive, 4)
    archive.names().kind("Lina Varga", "organisation", article=one)
    archive.names().merge("organisation:lina varga", "person:tomas reyl")
    assert len(found(archive, 'person:"Tomas Reyl"')) == 4
    archive.undo()
    archive.undo()
    archive.names().merge("person:lina varga", "person:ines varga")
    archive.names().kind("Ines Varga", "place", article=one)
    assert found(archive, 'place:"Ines Varga"') == {"Report number 4"}
    assert "Report number 4" not in found(archive, 'person:"Ines Varga"')
    assert archive.check() == []
    archive.names().part("person:ines varga", "Lina Varga")
    assert archive.check() == []


def test_a_comparison_follows(archive: Archive) -> None:
    one, other = report(archive, 0), report(archive, 2)

    def types() -> dict[str, str]:
        return {e.name: e.type for e in archive.compare(one, other).entities}

    assert types()["Tomas Reyl"] == "person"
    archive.names().kind("Port Calder", "none", article=one)
    assert "Port Calder" not in types()
    archive.names().kind("Port Calder", None, article=one)
    assert types()["Port Calder"] == "place"


@pytest.mark.parametrize(
    ("field", "value", "target"),
    [
        ("name_type", "hero", "person:ann bell"),
        ("name_type", "place", "ann bell"),
        ("name_type", "place", "person:Ann Bell"),
        ("name_type", "place", "person:" + "a" * 5_000),
        ("name_words", "person", "Ann Bell"),
        ("name_words", "hero:Ann", "Ann Bell"),
        ("name_words", "person:" + "a" * 5_000, "Ann Bell"),
        ("name_words", "person:Ann Bell", ""),
        ("name_words", "person:Ann Bell", " Ann Bell"),
        ("name_words", "person:Ann Bell", "a" * 5_000),
        ("name_words", "person:Ann Bell", "body:1:2: ... "),
    ],
)
def test_a_judgement_that_no_archive_could_follow_is_refused(
    field: str, value: str, target: str
) -> None:
    with pytest.raises(BadJudgement):
        validated(field, value, target)


def test_what_the_article_does_not_have_is_said(archive: Archive) -> None:
    one, names = report(archive, 3), archive.names()
    with pytest.raises(NotNamed, match="has no name 'Ines Varga'"):
        names.kind("Ines Varga", "place", article=one)
    with pytest.raises(NotNamed, match="do not stand in this article"):
        names.mark("lighthouse", "place", article=one)
    with pytest.raises(NotNamed, match="stands once in this article; there is no 999"):
        names.mark("alone", "place", article=one, nth=999)
    with pytest.raises(NotNamed, match="'hero' is no name of this article"):
        names.mark("alone", "hero", article=one)
    with pytest.raises(BadJudgement, match="person, organisation, place"):
        names.kind("Tomas Reyl", "hero", article=one)
    with pytest.raises(BadJudgement, match="64 hex"):
        archive.apply([signed(Judgement("", "2031-01-01T00:00:00.000000Z", "Ann", "",
                                        "name_type", "place", "person:x"))])  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_undoing_all_gives_every_reading_back(archive: Archive, seed: int) -> None:
    luck, names = random.Random(seed), archive.names()
    ids = [row.id for row in archive.newest()]
    before = {one: archive.get(one) for one in ids}
    facets = archive.search("*", facets=True).facets
    made = 0
    for _ in range(12):
        one = luck.choice(ids)
        record = archive.get(one)
        assert record.names is not None
        words = luck.choice(record.article.paragraphs[0].text.rstrip(".").split())
        kind = luck.choice(["person", "place", "event", "none"])
        key = luck.choice([e.key for e in record.names.entities] or ["person:nobody"])
        try:
            if luck.random() < 0.5:
                done = names.mark(words, kind, article=one)
            else:
                done = names.kind(key, kind, article=luck.choice([one, None]))
        except BroadsheetError:
            continue
        made += bool(done)
    assert made >= 4
    assert archive.check() == []
    for _ in range(made):
        assert archive.undo() is not None
    assert {one: archive.get(one) for one in ids} == before
    assert archive.search("*", facets=True).facets == facets
    assert archive.check() == []
