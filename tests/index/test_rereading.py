"""Reading anew with newer rules: what changes is said, what was decided stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import coming_in, filled, page

from corpus import reading
from corpus.article import Article, Document, Names
from corpus.entities import versions
from index import rereading
from index.archive import Archive

OLDER = "0"


def older(document: Document, **more: object) -> Article:
    """A reading as an older program might have made it: without title, one paragraph less."""
    article = reading.read(document, **more)  # type: ignore[arg-type]
    return replace(article, title=None, paragraphs=article.paragraphs[:-1], rules=OLDER)


@pytest.fixture
def old_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of five articles that an older program has read."""
    with monkeypatch.context() as patch:
        patch.setattr(
            "index.worked_out.read",
            lambda document, found, layer=None: older(document, roles=found.roles, layer=layer),
        )
        filled(tmp_path / "a", 5).close()
    return tmp_path / "a"


def state_and_rows(archive: Archive) -> tuple[object, ...]:
    return archive.status().state, archive.newest(), archive.generation()


def test_only_what_older_rules_read_is_read_anew(old_archive: Path) -> None:
    with Archive.open(old_archive) as archive:
        archive.add(coming_in(page(9)))
        assert archive.reread().read == 5
        assert archive.reread().read == 0
        assert archive.check(sources=True) == []


def test_the_status_counts_what_older_rules_read(old_archive: Path) -> None:
    with Archive.open(old_archive) as archive:
        archive.add(coming_in(page(9)))
        assert archive.status().older == 5
        archive.reread()
        assert archive.status().older == 0


def test_what_changed_is_said_for_every_article(old_archive: Path) -> None:
    with Archive.open(old_archive) as archive:
        report = archive.reread()
        assert len(report.changed) == 5
        one = next(c for c in report.changed if c.title == "Regatta report number 3")
        changes = {change.what: (change.before, change.after) for change in one.changes}
        assert changes["title"] == (None, "Regatta report number 3")
        assert changes["paragraphs"] == ("1", "2")
        assert archive.search("title:regatta").total == 5


def test_ids_and_judgements_stay(old_archive: Path) -> None:
    with Archive.open(old_archive) as archive:
        one = archive.newest()[0].id
        archive.set(one, outlet="Pier Post", author="Ann")
        ids = {row.id for row in archive.newest()}
        archive.reread()
        assert {row.id for row in archive.newest()} == ids
        assert archive.get(one).article.outlet == "Pier Post"
        assert [j.author for j in archive.judgements()] == ["Ann"]
        assert archive.check(sources=True) == []


def test_a_judged_line_keeps_its_role(old_archive: Path) -> None:
    with Archive.open(old_archive) as archive:
        one = archive.newest()[0].id
        line = archive.get(one).article.paragraphs[0].line
        archive.judge(one, "role", "noise", target=str(line))
        archive.reread(everything=True)
        assert line in [removed.line for removed in archive.get(one).article.removed]
        assert archive.check(sources=True) == []


def test_a_dry_run_says_the_same_and_changes_nothing(old_archive: Path) -> None:
    with Archive.open(old_archive) as archive:
        before = state_and_rows(archive)
        tried = archive.reread(dry_run=True)
        assert state_and_rows(archive) == before
        assert archive.reread() == tried
        assert state_and_rows(archive) != before


def test_a_query_limits_what_is_read_anew(old_archive: Path) -> None:
    with Archive.open(old_archive) as archive:
        assert archive.reread("date:2031-03-02").read == 1
        assert archive.reread().read == 4


def test_everything_is_read_anew_when_that_is_asked_for(tmp_path: Path) -> None:
    with filled(tmp_path / "a", 3) as archive:
        before = archive.status().state
        report = archive.reread(everything=True)
        assert (report.read, report.changed, report.queued) == (3, (), 0)
        assert archive.status().state == before


def test_an_interrupted_run_goes_on_where_it_was(
    old_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "BATCH", 2)

    def stop(done: int, of: int) -> None:
        assert (done, of) == (2, 5)
        raise KeyboardInterrupt

    with Archive.open(old_archive) as archive:
        with pytest.raises(KeyboardInterrupt):
            archive.reread(progress=stop)
        assert archive.search("title:regatta").total == 2
        assert archive.reread().read == 3


def test_names_of_an_older_model_wait_for_the_recogniser_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path / "a", 3) as archive:
        one, two, _ = (row.id for row in archive.newest())
        archive.store_names({one: Names("gazetteer-0+names-0"), two: Names(versions.current())})
        report = archive.reread(dry_run=True)
        assert (report.queued, archive.unrecognised()) == (1, 1)
        report = archive.reread()
        assert (report.read, report.queued, archive.unrecognised()) == (0, 1, 2)
        assert archive.get(two).names is not None
        assert archive.check() == []


def test_what_a_model_found_is_not_given_up_for_the_gazetteer() -> None:
    model = "en_core-3+gazetteer-1+names-1"
    assert not versions.is_older(model, "gazetteer-2+names-2")
    assert versions.is_older("gazetteer-1+names-1", model)
    assert versions.is_older(model, "en_core-4+gazetteer-1+names-1")
    assert not versions.is_older(model, model)


def test_names_stay_where_the_text_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(tmp_path / "a", 2) as archive:
        one = archive.newest()[0].id
        archive.store_names({one: Names(versions.current())})
        monkeypatch.setattr(reading, "RULES", "next")
        report = archive.reread()
        assert (report.read, report.changed, report.queued) == (2, (), 0)
        assert archive.get(one).names is not None
        assert archive.get(one).article.rules == "next"
        assert archive.status().rules == "next"
        assert archive.check(sources=True) == []


def test_names_of_a_text_that_was_read_anew_meanwhile_are_not_kept(old_archive: Path) -> None:
    from corpus.article import Entity, Mention

    with Archive.open(old_archive) as archive:
        (article, *_) = archive.lease("one", 5)
        mention = Mention("body", 0, 4, 11, "harbour")
        entity = Entity("place:harbour", "harbour", "place", (mention,))
        wrong = Entity("place:x", "x", "place", (replace(mention, start=5),))
        archive.store_names({article.id: Names("m+g+n", (wrong,))})
        assert archive.get(article.id).names is None
        archive.store_names({article.id: Names("m+g+n", (entity,))})
        assert archive.get(article.id).names is not None
