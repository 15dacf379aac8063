"""The index takes articles in, keeps count of how far it is, and stays small in pieces."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pieces import engine_of, entries, piece

from corpus.errors import ArchiveError
from index.engine import Engine
from index.postings.toc import read_toc, write_toc
from index.query.tree import Everything, Word

HARBOUR = piece("The harbour opened at dawn.", title="Harbour opens")
STRIKE = piece("Dockers voted to strike.", title="Strike")
THREE = piece("A harbour master resigned.", title="Master resigns")


def seqs(engine: Engine, word: str) -> set[int]:
    return set(engine.search(Word(word)).seqs)


def test_what_was_taken_in_is_found_at_once_and_by_another_reader(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "ix", [HARBOUR, STRIKE])
    assert seqs(engine, "harbour") == {1}
    reader = Engine.open(tmp_path / "ix")
    assert seqs(reader, "strike") == {2}
    engine.update(entries([THREE], first=3), last_seq=3)
    assert seqs(reader, "harbour") == {1, 3}
    assert reader.ids() == {1, 2, 3}


def test_an_update_done_twice_changes_nothing(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "ix", [HARBOUR, STRIKE])
    for _ in range(2):
        engine.update(entries([HARBOUR, STRIKE]), last_seq=2)
    assert engine.search(Everything()).total == 2
    assert seqs(engine, "harbour") == {1}
    assert engine.last_seq() == 2


def test_an_article_that_changed_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "ix", [HARBOUR, STRIKE])
    changed = entries([piece("The airport opened at dawn.")])
    engine.update(changed, deleted=[1], last_seq=3)
    assert seqs(engine, "harbour") == set()
    assert seqs(engine, "airport") == {1}
    assert engine.search(Everything()).total == 2


def test_an_article_taken_out_is_not_found_and_not_counted(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "ix", [HARBOUR, STRIKE, THREE])
    engine.update([], deleted=[1], last_seq=4)
    assert seqs(engine, "harbour") == {3}
    assert engine.search(Everything()).total == 2
    assert engine.ids() == {2, 3}
    assert engine.last_seq() == 4


def test_scores_count_only_living_articles(tmp_path: Path) -> None:
    kept = [piece(f"harbour news number {n}", salt=n) for n in range(6)]
    lost = [piece(f"harbour talk number {n}", salt=n) for n in range(30)]
    plain = engine_of(tmp_path / "plain", kept)
    mixed = engine_of(tmp_path / "mixed", [*kept, *lost], batch=12)
    mixed.update([], deleted=range(7, 37), last_seq=37)
    for word in ("harbour", "number"):
        before = dict(plain.search(Word(word)).hits)
        after = dict(mixed.search(Word(word)).hits)
        assert before.keys() == after.keys()
        assert all(abs(before[seq] - after[seq]) < 0.05 for seq in before)


def test_one_index_answers_alike_in_one_piece_and_in_many(tmp_path: Path) -> None:
    articles = [
        piece(f"harbour {'strike ' * (n % 4)} word{n} " + "filler " * (n % 7), salt=n)
        for n in range(40)
    ]
    one = engine_of(tmp_path / "one", articles)
    many = engine_of(tmp_path / "many", articles, batch=7)
    for word in ("harbour", "strike", "word12", "filler"):
        assert one.search(Word(word), limit=40).hits == many.search(Word(word), limit=40).hits


def test_many_small_commits_leave_few_segments_and_rewrite_each_article_rarely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.postings import merge as merging

    rewritten = 0
    merge = merging.merge_segments

    def counting(*arguments: Any) -> int:
        nonlocal rewritten
        rewritten += sum(segment.entry.live for segment in arguments[1])
        return merge(*arguments)

    monkeypatch.setattr(merging, "merge_segments", counting)
    count = 80
    articles = [piece(f"harbour number {n}", salt=n) for n in range(count)]
    engine = engine_of(tmp_path / "ix", articles, batch=1)
    segments = len(list((tmp_path / "ix").glob("*.seg")))
    assert segments < 18
    assert rewritten <= 3 * count
    assert engine.search(Word("harbour")).total == count


def test_a_purge_leaves_nothing_of_deleted_articles_on_the_disk(tmp_path: Path) -> None:
    secret = piece("The password was xylocarpousness all along.")
    others = [piece(f"harbour {n}", salt=n) for n in range(5)]
    engine = engine_of(tmp_path / "ix", [secret, *others])

    def written() -> bool:
        # Term lists are not compressed, so a word that is held stands there as it is.
        files = (tmp_path / "ix").glob("*.seg")
        return any(b"xylocarp" in file.read_bytes() for file in files)

    assert written()
    engine.update([], deleted=[1], last_seq=7)
    engine.purge()
    assert not written()
    assert seqs(engine, "harbour") == {2, 3, 4, 5, 6}
    assert engine.last_seq() == 7


def test_a_step_without_articles_is_remembered_without_a_commit(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "ix", [HARBOUR])
    before = read_toc(tmp_path / "ix")
    engine.update([], last_seq=9)
    engine.update([], deleted=[77], last_seq=11)
    after = read_toc(tmp_path / "ix")
    assert before is not None
    assert after == before.followed(11)
    assert Engine.open(tmp_path / "ix").last_seq() == 11


def test_an_empty_index_answers_with_nothing(tmp_path: Path) -> None:
    engine = Engine.open(tmp_path / "ix", create=True)
    assert engine.last_seq() == 0
    assert engine.ids() == set()
    assert engine.search(Everything()).total == 0
    assert engine.search(Word("harbour")).total == 0
    assert engine.spelling("harbour") is None


def test_a_place_without_an_index_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="broadsheet reindex"):
        Engine.open(tmp_path / "nowhere")


def test_an_index_of_another_make_is_refused_with_a_sentence(tmp_path: Path) -> None:
    engine_of(tmp_path / "ix", [HARBOUR])
    toc = read_toc(tmp_path / "ix")
    assert toc is not None
    write_toc(tmp_path / "ix", replace(toc, make=99), 0o600)
    with pytest.raises(ArchiveError, match="another version"):
        Engine.open(tmp_path / "ix")


def test_a_damaged_table_of_contents_is_refused_with_a_sentence(tmp_path: Path) -> None:
    engine_of(tmp_path / "ix", [HARBOUR, STRIKE])
    toc = tmp_path / "ix" / "toc.json"
    toc.write_text(toc.read_text().replace('"docs": 2', '"docs": 3'))
    with pytest.raises(ArchiveError, match="broadsheet reindex"):
        Engine.open(tmp_path / "ix")


def test_files_carry_the_rights_of_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o770)
    before = os.umask(0o077)
    try:
        engine_of(folder / "ix", [HARBOUR])
    finally:
        os.umask(before)
    made = [file for file in (folder / "ix").iterdir() if "LOCK" not in file.name]
    assert made
    assert {oct(file.stat().st_mode & 0o777) for file in made} == {"0o660"}


WRITER = """
    import sys
    from pathlib import Path
    sys.path.insert(0, {tests!r})
    from pieces import entries, piece
    from index.engine import Engine
    engine = Engine.open(Path({folder!r}), create=True)
    start = engine.last_seq()
    for n in range(start + 1, start + 400, 3):
        batch = [piece(f"harbour number {{m}}", salt=m) for m in range(n, n + 3)]
        engine.update(entries(batch, first=n), last_seq=n + 2)
        print(n + 2, flush=True)
"""


def test_a_writer_killed_at_any_moment_leaves_exactly_what_last_seq_says(tmp_path: Path) -> None:
    script = textwrap.dedent(
        WRITER.format(tests=str(Path(__file__).parent), folder=str(tmp_path / "ix"))
    )
    named = 0
    for wait in (0.05, 0.011, 0.13, 0.027, 0.2, 0.09):
        writer = subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
        named = int(rest[-1] if rest else first)
        engine = Engine.open(tmp_path / "ix")
        assert engine.last_seq() >= named
        assert engine.ids() == set(range(1, engine.last_seq() + 1))
        assert engine.search(Word("harbour")).total == engine.last_seq()
        engine.close()
    assert named > 12
    (tmp_path / "ix" / "77aa.seg").touch()  # as a writer killed before its commit leaves
    engine.update(entries([HARBOUR], first=9000), last_seq=9000)
    toc = read_toc(tmp_path / "ix")
    assert toc is not None
    left = {file.name for file in (tmp_path / "ix").glob("*")}
    assert left == toc.files() | {"LOCK", "toc.json"}
