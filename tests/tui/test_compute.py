"""The process beside the explorer: it answers from the archive, can be cancelled, and ends."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from corpus.sample import folder
from index.archive import Archive
from index.intake import walk
from index.results import Row
from tui.compute import Compute, NotComputed

COUNTERPARTS = list[tuple[Row, float]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compute") / "sample"
    with Archive.open(path, create=True) as archive:
        archive.add(walk([folder()]))
    return path


def test_it_finds_the_counterparts_that_the_archive_finds(sample: Path) -> None:
    with Archive.open(sample) as archive:
        article = archive.search("aurelia missing dawn outlet:meridian").hits[0].row.id
        expected = [(row.id, round(score, 6)) for row, score in archive.counterparts(article)]
    compute = Compute(sample)
    try:
        found = compute.ask("counterparts", [article], COUNTERPARTS)
        assert expected
        assert [(row.id, round(score, 6)) for row, score in found] == expected
        pid = compute.pid
        compute.ask("counterparts", [article], COUNTERPARTS)
        assert compute.pid == pid
    finally:
        compute.stop()


def test_what_cannot_be_answered_is_said_in_a_sentence_and_the_process_goes_on(
    sample: Path,
) -> None:
    compute = Compute(sample)
    try:
        with pytest.raises(NotComputed, match="is not in this archive"):
            compute.ask("counterparts", ["ffffffffffff"], COUNTERPARTS)
        assert compute.pid is not None
    finally:
        compute.stop()


def test_a_question_that_is_cancelled_ends_and_the_next_is_answered(sample: Path) -> None:
    with Archive.open(sample) as archive:
        ids = [row.id for row in archive.newest(limit=30)]
    compute = Compute(sample)
    ended: list[str] = []

    def ask() -> None:
        try:
            compute.ask("compare", [ids[0], *(ids * 2000)], list)
        except NotComputed as error:
            ended.append(str(error))

    asking = threading.Thread(target=ask)
    try:
        asking.start()
        while compute.pid is None:
            time.sleep(0.01)
        compute.cancel()
        asking.join(60)
        assert ended == ["The computing process ended before it had an answer."]
        assert compute.ask("counterparts", [ids[0]], COUNTERPARTS) is not None
    finally:
        compute.stop()
