"""Recognition behind the texts: shared out, resumed, asked for, and ended in time."""

from __future__ import annotations

import contextlib
import io
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from newsroom import coming_in, filled, page

from corpus.article import Article, Entity, Mention, Names, Paragraph
from corpus.entities.gazetteer import UnreadableAliases
from corpus.entities.recogniser import RawSpan
from corpus.errors import NoSuchArticle
from index import recognition
from index.aliases import OwnAliases, own_aliases
from index.archive import Archive
from index.locking import NotWritable, WriterBusy
from index.recogniser import Orders, Work
from index.recognition import (
    NotRecognised,
    OnTheSpot,
    Progress,
    RecogniserDied,
    Worker,
    recognise,
    recognise_one,
    recognise_these,
)
from index.reports import Fault

ROOT = Path(__file__).resolve().parents[2]


def until(fact: Callable[[], bool], seconds: float = 40.0) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def recognised(archive: Archive) -> int:
    return archive.coverage().recognised


# With real processes


def test_all_that_waits_is_recognised_and_says_with_what(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with filled(tmp_path / "a", 20) as archive:
        assert recognise(archive.path, jobs=2, progress=lambda *t: told.append(t)) == 20
        assert archive.unrecognised() == 0
        names = archive.get(archive.newest(limit=1)[0].id).names
        assert names is not None
        assert "gazetteer-" in names.model
    assert told[-1] == (20, 20)


def test_an_archive_with_nothing_to_do_starts_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(tmp_path / "a", create=True) as archive:
        monkeypatch.setattr(recognition, "_started", lambda path: pytest.fail("a process started"))
        assert recognise(archive.path) == 0


def test_a_killed_recogniser_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Worker] = []
    start = recognition._started

    def starting(path: Path) -> Worker:
        started.append(start(path))
        return started[-1]

    def kill_the_first(done: int, total: int | None) -> None:
        if len(started) == 1 and started[0].progress.state == "loading":  # it has leased
            os.kill(started[0].pid or 0, signal.SIGKILL)

    monkeypatch.setattr(recognition, "_started", starting)
    with filled(tmp_path / "a", 20) as archive:
        assert recognise(archive.path, progress=kill_the_first) == 20
        assert archive.unrecognised() == 0
    assert len(started) == 2


def test_a_recogniser_that_keeps_dying_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = recognition._started

    def starting(path: Path) -> Worker:
        worker = start(path)
        os.kill(worker.pid or 0, signal.SIGKILL)
        return worker

    monkeypatch.setattr(recognition, "_started", starting)
    with filled(tmp_path / "a", 2) as archive, pytest.raises(RecogniserDied, match="keeps dying"):
        recognise(archive.path)


def test_the_explorers_worker_answers_takes_what_comes_in_and_ends(tmp_path: Path) -> None:
    heard: list[Progress] = []
    with filled(tmp_path / "a", 3) as archive:
        worker = Worker(archive.path, on_progress=heard.append)
        worker.start()
        newest = archive.resolve(archive.newest(limit=1)[0].id)
        assert worker.names_now(newest).model
        until(lambda: archive.unrecognised() == 0)
        archive.add(coming_in(page(77, "The ferry to Norway was late again on Friday.")))
        until(lambda: archive.unrecognised() == 0)
        with pytest.raises(NotRecognised, match="0000"):
            worker.names_now("0" * 64)
        worker.stop()
        assert not worker.alive()
        assert not worker.died()
        with pytest.raises(RecogniserDied):
            worker.names_now(newest)
        assert recognised(archive) == 4
    assert heard[-1].state == "ended"


def test_a_worker_ends_when_its_starter_is_gone(tmp_path: Path) -> None:
    with filled(tmp_path / "a", 1) as archive:
        program = (
            "import os, sys, pathlib; from index.recognition import Worker;"
            "w = Worker(pathlib.Path(sys.argv[1])); w.start(); print(w.pid, flush=True);"
            "os._exit(0)"
        )
        ran = subprocess.run(
            [sys.executable, "-c", program, str(archive.path)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
        )
    status = Path(f"/proc/{int(ran.stdout)}/stat")
    if not status.parent.parent.exists():
        pytest.skip("no /proc to see processes in")

    def is_gone() -> bool:
        with contextlib.suppress(OSError):
            return status.read_text().rpartition(")")[2].split()[0] in "ZX"
        return True

    until(is_gone)


def test_one_article_is_recognised_on_the_spot_and_kept(tmp_path: Path) -> None:
    with filled(tmp_path / "a", 2) as archive:
        article = archive.get(archive.newest(limit=1)[0].id).article
        names = recognise_one(archive, article)
        assert archive.get(article.id).names == names
        assert recognised(archive) == 1


def test_some_articles_are_recognised_on_the_spot_but_none_twice(tmp_path: Path) -> None:
    with filled(tmp_path / "a", 3) as archive:
        ids = [archive.resolve(one.id) for one in archive.newest(limit=2)]
        heard: list[tuple[int, int | None]] = []
        recognise_these(archive, ids, lambda *count: heard.append(count))
        assert heard == [(1, 2), (2, 2)]
        assert recognised(archive) == 2
        recognise_these(archive, ids, lambda *count: heard.append(count))
        assert len(heard) == 2


def test_several_ask_for_one_article_and_all_are_answered(tmp_path: Path) -> None:
    answers: queue.Queue[Names] = queue.Queue()
    with filled(tmp_path / "a", 1) as archive, OnTheSpot(archive.path) as service:
        wanted = archive.resolve(archive.newest()[0].id)
        asking = [
            threading.Thread(target=lambda: answers.put(service.names_now(wanted)))
            for _ in range(3)
        ]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join(40)
        assert answers.qsize() == 3


# The work itself, with an archive that stands in


class Shelf:
    """As much of an archive as a recogniser sees."""

    def __init__(self, articles: list[Article], path: Path = Path("no such folder")) -> None:
        self.path = path
        self.waiting = {a.id: a for a in articles}
        self.articles = dict(self.waiting)
        self.kept: dict[str, Names] = {}
        self.order: list[str] = []
        self.trouble: list[Exception] = []
        self.released: list[str] = []

    def lease(self, worker: str, size: int) -> list[Article]:
        if self.trouble:
            raise self.trouble.pop()
        taken = list(self.waiting.values())[:size]
        self.waiting = {a.id: a for a in list(self.waiting.values())[size:]}
        return taken

    def store_names(self, names: Mapping[str, Names]) -> None:
        self.kept.update(names)

    def release(self, worker: str) -> None:
        self.released.append(worker)

    def unrecognised(self) -> int:
        return len(self.articles) - len(self.kept)

    def shown_names(self, article: Article, names: Names) -> Names:
        return names

    def get(self, wanted: str) -> Any:
        if wanted not in self.articles:
            raise NoSuchArticle(f"No article {wanted}.")
        return SimpleNamespace(article=self.articles[wanted], names=self.kept.get(wanted))


@pytest.fixture
def articles(tmp_path: Path) -> list[Article]:
    with filled(tmp_path / "source", 5) as archive:
        return [archive.get(row.id).article for row in archive.newest()]


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process only the gazetteer; the real processes load what is installed."""
    monkeypatch.setattr("corpus.entities.spacy_recogniser.MODELS", ())


class Line:
    """The pipe that orders come through; closed at the end of its `with`."""

    def __enter__(self) -> Line:
        reading, self._writing = os.pipe()
        self._reading = os.fdopen(reading, "rb")
        self._open = True
        self.orders = Orders(self._reading)
        return self

    def send(self, orders: bytes) -> None:
        os.write(self._writing, orders)

    def close(self) -> None:
        if self._open:
            self._open = False
            os.close(self._writing)
            assert self.orders.closed.wait(5)

    def __exit__(self, *error: object) -> None:
        self.close()
        self._reading.close()


def work(shelf: Shelf, orders: bytes = b"") -> list[dict[str, Any]]:
    """Run until all is done, with these orders waiting from the start; what was said."""
    out = io.BytesIO()
    with Line() as line:
        line.send(orders)
        time.sleep(0.1)
        Work(shelf, "tester", line.orders, out).run(background=True, follow=False)  # type: ignore[arg-type]
    return [msgspec.json.decode(said) for said in out.getvalue().splitlines()]


def order(wanted: str) -> bytes:
    return msgspec.json.encode({"names": wanted}) + b"\n"


def test_an_article_asked_for_goes_first(articles: list[Article]) -> None:
    last = articles[-1].id
    said = work(Shelf(articles), order(last))
    first_answer = next(n for n, line in enumerate(said) if "asked" in line)
    first_work = next(n for n, line in enumerate(said) if line.get("done"))
    assert said[first_answer]["asked"] == last
    assert first_answer < first_work


def test_at_the_end_what_was_found_is_kept_and_the_rest_given_back(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.entities import naming

    find = naming.find_names
    shelf = Shelf(articles)
    with Line() as line:

        def ending(article: Article, recogniser: Any, **more: Any) -> Names:
            if article.id == articles[1].id:
                line.close()
            return find(article, recogniser, **more)

        monkeypatch.setattr(naming, "find_names", ending)
        Work(shelf, "tester", line.orders, io.BytesIO()).run(background=True, follow=True)  # type: ignore[arg-type]
    assert set(shelf.kept) == {articles[0].id, articles[1].id}
    assert shelf.released == ["tester"]


def test_while_another_writes_the_recogniser_waits(articles: list[Article]) -> None:
    shelf = Shelf(articles)
    shelf.trouble = [WriterBusy("busy"), WriterBusy("busy")]
    work(shelf)
    assert set(shelf.kept) == {a.id for a in articles}


def test_who_may_not_write_is_told_so(articles: list[Article]) -> None:
    shelf = Shelf(articles)
    shelf.trouble = [NotWritable("not yours")]
    with pytest.raises(NotWritable, match="not yours"):
        work(shelf)


def test_a_reader_who_may_not_write_still_gets_names(articles: list[Article]) -> None:
    shelf = Shelf(articles)
    shelf.trouble = [NotWritable("not yours")]
    out = io.BytesIO()
    with Line() as line:
        running = threading.Thread(
            target=Work(shelf, "tester", line.orders, out).run,  # type: ignore[arg-type]
            kwargs={"background": True, "follow": True},
        )
        running.start()
        until(lambda: b"may not write" in out.getvalue())
        line.send(order(articles[0].id))
        until(lambda: b'"asked"' in out.getvalue())
        line.close()
        running.join(10)
    assert not running.is_alive()
    assert shelf.kept == {}


def test_of_two_that_follow_one_archive_one_works_until_it_ends(
    articles: list[Article], tmp_path: Path
) -> None:
    shelves = Shelf(articles[:1], tmp_path), Shelf(articles, tmp_path)
    said = io.BytesIO()
    with Line() as first, Line() as second:
        works = [
            threading.Thread(
                target=Work(shelf, "tester", line.orders, out).run,  # type: ignore[arg-type]
                kwargs={"background": True, "follow": True},
            )
            for shelf, line, out in ((shelves[0], first, io.BytesIO()), (shelves[1], second, said))
        ]
        works[0].start()
        until(lambda: len(shelves[0].kept) == 1)
        works[1].start()
        until(lambda: b"waiting" in said.getvalue())
        second.send(order(articles[2].id))  # what is open is answered all the same
        until(lambda: b'"asked"' in said.getvalue())
        assert len(shelves[1].waiting) == len(articles)  # nothing was leased
        first.close()
        until(lambda: len(shelves[1].kept) == len(articles))
        second.close()
        for one in works:
            one.join(20)
    assert not any(one.is_alive() for one in works)


def test_an_article_that_breaks_the_recogniser_does_not_hold_up_the_others(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.entities import naming

    find = naming.find_names

    def breaking(article: Article, recogniser: Any, **more: Any) -> Names:
        if article.id == articles[1].id:
            raise RecursionError("too deep")
        return find(article, recogniser, **more)

    monkeypatch.setattr(naming, "find_names", breaking)
    shelf = Shelf(articles)
    said = work(shelf)
    assert set(shelf.kept) == {a.id for a in articles}
    assert shelf.kept[articles[1].id].entities == ()
    assert any("too deep" in line.get("trouble", "") for line in said)


def test_lines_that_are_no_orders_end_the_listening() -> None:
    listening = Orders(io.BytesIO(b'{"other": 1}\n{"names": "ab"}\nnot json\n{"names": "cd"}\n'))
    assert listening.closed.wait(5)
    assert listening.next() == "ab"
    assert listening.next() is None


def test_names_of_a_text_that_was_read_anew_since_are_not_given(articles: list[Article]) -> None:
    shelf, out = Shelf(articles[:1]), io.BytesIO()
    one = articles[0]
    with Line() as line:
        at_work = Work(shelf, "tester", line.orders, out)  # type: ignore[arg-type]
        stale = Mention("title", 0, 0, 7, "Otherly")
        at_work._found[one.id] = Names("m", (Entity("person:otherly", "O", "person", (stale,)),))
        at_work._answer(one.id)
    (answer,) = [
        said for said in map(msgspec.json.decode, out.getvalue().splitlines()) if "asked" in said
    ]
    assert "person:otherly" not in [entity["key"] for entity in answer["names"]["entities"]]


# Aliases of one's own

OWN = """
[[alias]]
name = "{name}"
type = "organisation"
spellings = ["{spelling}"]
"""


def test_aliases_in_the_folder_of_the_archive_give_names_and_are_recorded(
    articles: list[Article], tmp_path: Path
) -> None:
    at_work = Paragraph("At night they work for QC without pay.", "body", None)
    told = replace(articles[0], paragraphs=(at_work,), sentences=())
    plain = Shelf([told])
    work(plain)
    (tmp_path / "aliases.toml").write_text(OWN.format(name="Quay Company", spelling="QC"))
    shelf = Shelf([told], tmp_path)
    work(shelf)
    (names,) = shelf.kept.values()
    assert "organisation:quay company" in [e.key for e in names.entities]
    (before,) = plain.kept.values()
    assert names.model.startswith(f"{before.model}+aliases-")


def test_names_are_older_when_the_aliases_have_changed(tmp_path: Path) -> None:
    from corpus.entities.versions import current, is_older

    assert own_aliases(tmp_path) == ()
    (tmp_path / "aliases.toml").write_text(OWN.format(name="Quay Company", spelling="QC"))
    with_one = current(own_aliases(tmp_path))
    assert is_older(current(), with_one)
    assert not is_older(with_one, with_one)
    (tmp_path / "aliases.toml").write_text(OWN.format(name="Quay Company", spelling="QuayCo"))
    assert is_older(with_one, current(own_aliases(tmp_path)))


def test_aliases_are_read_again_when_their_file_changes(tmp_path: Path) -> None:
    aliases = OwnAliases(tmp_path)
    assert aliases.current() == ()
    file = tmp_path / "aliases.toml"
    file.write_text(OWN.format(name="Quay Company", spelling="QC"))
    assert [alias.name for alias in aliases.current()] == ["Quay Company"]
    file.write_text(OWN.format(name="Quay Companies", spelling="QC"))
    assert [alias.name for alias in aliases.current()] == ["Quay Companies"]
    file.unlink()
    assert aliases.current() == ()


@pytest.mark.parametrize(
    "text", [b"[[alias", b"\xff\xfe", b'[[alias]]\nname = "A"\ntype = "person"\nspellings = "B"\n']
)
def test_aliases_that_cannot_be_read_stop_the_recogniser_with_the_name_of_the_file(
    articles: list[Article], tmp_path: Path, text: bytes
) -> None:
    (tmp_path / "aliases.toml").write_bytes(text)
    shelf = Shelf(articles, tmp_path)
    with pytest.raises(UnreadableAliases, match=r"aliases\.toml"):
        work(shelf)
    assert shelf.kept == {}
    assert shelf.released == ["tester"]


def test_wire_copy_in_several_papers_is_seen_once(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    class Watched:
        version = "watched-1"

        def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
            seen.extend(texts)
            return [[] for _ in texts]

    monkeypatch.setattr("index.recogniser.load_recogniser", Watched)
    copies = [replace(articles[0], id=str(number) * 64) for number in range(6)]
    shelf = Shelf(copies)
    work(shelf)
    assert len(shelf.kept) == 6
    assert seen
    assert len(seen) == len(set(seen))


def test_names_that_come_in_during_a_check_are_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.checking

    with filled(tmp_path / "archive", 2) as archive:
        references = index.checking._references

        def meanwhile(connections: Any) -> Any:
            archive.store_names({a.id: Names(model="m") for a in archive.lease("other", 1)})
            return references(connections)

        monkeypatch.setattr(index.checking, "_references", meanwhile)
        assert archive.check() == []
        assert recognised(archive) == 2


def test_a_check_that_others_never_leave_alone_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.checking

    with filled(tmp_path / "archive", 4) as archive:
        references = index.checking._references

        def meanwhile(connections: Any) -> Any:
            archive.store_names({a.id: Names(model="m") for a in archive.lease("other", 1)})
            return references(connections)

        monkeypatch.setattr(index.checking, "_references", meanwhile)
        (fault,) = archive.check()
        assert fault.what == "the archive was written to all the while"
        archive.check()  # the last article has its names
        assert archive.check() == []


def test_what_is_between_two_steps_of_a_writer_during_a_check_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.checking

    with filled(tmp_path / "archive", 2) as archive:
        file, index_ = index.checking._file, index.checking._index
        between = [Fault("1 articles are not searchable yet", "wait")]

        def begun(connections: Any) -> Any:
            archive.store_names({a.id: Names(model="m") for a in archive.lease("other", 1)})
            return file(connections)

        def halfway(*some: Any) -> Any:
            yield from index_(*some)
            yield from [between.pop()] if between else []

        monkeypatch.setattr(index.checking, "_file", begun)
        monkeypatch.setattr(index.checking, "_index", halfway)
        assert archive.check() == []
        monkeypatch.setattr(index.checking, "_file", file)
        between.append(Fault("the index is damaged", "run `broadsheet reindex`"))
        assert [fault.what for fault in archive.check()] == ["the index is damaged"]
