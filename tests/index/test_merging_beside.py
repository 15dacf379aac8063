"""Readers do not feel that segments are written anew beside them: right answers, never blocked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pieces import engine_of, piece

from index.engine import Engine
from index.postings import merge, policy, store, tidying
from index.query.tree import Phrase, Word

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
HANGS = 30.0  # seconds after which a reader hangs; a writer's lock is given up after 10

DAY = date(2031, 3, 13)
ARTICLES = [
    piece(f"The harbour number {n}", outlet=f"Gazette {n % 2}", published=str(DAY), salt=n)
    for n in range(12)
]


def around(monkeypatch: pytest.MonkeyPatch, room: Any, name: str, ask: Callable[[], None]) -> None:
    """Have readers ask before and after every call of a function of the merge."""
    called = getattr(room, name)

    def with_readers(*given: Any, **named: Any) -> Any:
        ask()
        found = called(*given, **named)
        ask()
        return found

    monkeypatch.setattr(room, name, with_readers)


def test_at_every_step_of_a_merge_every_reader_gets_the_whole_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "TOGETHER", 100)  # commits merge nothing
    writer = engine_of(tmp_path / "ix", ARTICLES, batch=2)
    writer.update([], deleted=[3], last_seq=12)
    opened, held = Engine.open(writer.folder), Engine.open(writer.folder)
    shown = held.search(Word("harbour"), limit=20)
    hits, phrase = shown.hits, held.search(Phrase("harbour number"), limit=20).hits
    assert len(hits) == len(phrase) == 11
    generations, asked = set(), 0
    felt: list[Exception] = []

    def ask() -> None:
        nonlocal asked
        asked += 1
        for reader in (opened, Engine.open(writer.folder)):
            assert reader.search(Word("harbour"), limit=20).hits == hits
            assert reader.search(Phrase("harbour number"), limit=20).hits == phrase
            generations.add(reader._store.snapshot().size)
        # What was found before is counted afterwards, from files that may be gone by then.
        assert shown.labels("outlets") == {"Gazette 0": 5, "Gazette 1": 6}
        assert (shown.days().total, shown.days().reach()) == (11, (DAY, DAY))

    with ThreadPoolExecutor(1) as readers:

        def waited_for() -> None:
            try:
                readers.submit(ask).result(timeout=HANGS)
            except Exception as error:  # a merge that fails is given up in silence
                felt.append(error)

        around(monkeypatch, merge, "_merge_field", waited_for)
        around(monkeypatch, tidying, "_deleted_since", waited_for)  # the writer's lock is held
        around(monkeypatch, store, "write_toc", waited_for)
        around(monkeypatch, Path, "unlink", waited_for)  # of the files of the old segments
        writer.tidy(added=12)
        monkeypatch.undo()
    assert felt == []
    assert asked > 20
    assert generations == {12, 11}  # with the deleted article, then without
    assert opened.search(Word("harbour"), limit=20).hits == hits


WRITER = """
import sys
sys.path[:0] = [{root!r}, {here!r}]
from pathlib import Path
from pieces import entries, piece
from index.engine import Engine
from index.postings import policy
policy.TOGETHER, policy.FEW = 1000, 1
engine = Engine.open(Path(sys.argv[1]))
merged = 0
for number in range(2, 121):
    (entry,) = entries([piece("The harbour of " + "salt " * number, salt=number)], first=number)
    engine.update([entry], last_seq=number)
    if number % 3 == 0:
        before = len(engine._store.current().segments)
        engine.tidy(added=1000)
        merged += len(engine._store.current().segments) < before
print(merged)
"""


def test_who_searches_while_another_process_adds_and_merges_misses_nothing(tmp_path: Path) -> None:
    reader = engine_of(tmp_path / "ix", [piece("The harbour of salt", salt=1)])
    code = WRITER.format(root=str(ROOT), here=str(HERE))
    with subprocess.Popen(
        [sys.executable, "-c", code, str(reader.folder)], stdout=subprocess.PIPE, text=True
    ) as writer:
        states, over = set(), False
        while not over:
            over = writer.poll() is not None  # and once more after its end
            least = reader.last_seq()
            found = reader.search(Phrase("the harbour"), limit=5)
            assert set(found.seqs) == set(range(1, found.total + 1))
            assert least <= found.total <= reader.last_seq()
            assert len(found.hits) == min(5, found.total)
            states.add(found.total)
        assert writer.stdout is not None
        assert int(writer.stdout.read()) >= 30  # merges
    assert writer.returncode == 0
    assert found.total == 120
    assert len(states) > 1  # it was asked meanwhile, however slow the machine
