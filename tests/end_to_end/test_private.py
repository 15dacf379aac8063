"""`--private`, in a process and a terminal of its own: nothing of the person's is touched."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from terminals import Session

from index import traces
from index.personal import Personal
from index.personal_file import PersonalError
from tui import clipboard


def traces_in(*folders: Path) -> dict[str, tuple[int, int, str]]:
    """All files and folders with their times and contents."""
    return {
        str(path): (
            path.stat().st_mtime_ns,
            path.stat().st_size,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for folder in folders
        for path in (folder, *folder.rglob("*"))
        if path.exists()
    }


WALK = (
    ("/ferry\r", "1/2"),
    ("*", "starred"),
    ("tlater\r", "tagged"),
    ("aask them\r", "noted"),
    ("\x1b", "put aside"),
    ("/is:starred\r", "fold:"),
    ("/\x15tag:later\r", "1/1"),
    ("\r", "%"),
    ("yc", "copied"),
    ("q", "1/1"),
    ("\x1b", "one step back: is:starred"),
    ("\x1b", "put aside"),
    ("m", "marked"),
    ("jmc", "same event"),
    ("q", "marked"),
    ("S", "STORIES"),
    ("\r", "row"),
    ("q", "STORIES"),
)
"""What a person does in a private hour: find, mark, note, read, copy, compare, group."""


@pytest.mark.parametrize("lived_in", [True, False])
def test_a_private_session_leaves_nothing(
    started: Callable[..., Session],
    tmp_path: Path,
    lived_in: bool,
) -> None:
    home = tmp_path / "home"
    if lived_in:
        first = started()
        first.press("/tram\r", "1/")
        first.press("*", "starred")
        os.write(first.fd, b"Q")
        first.wait(first.ended)
    places = [home / "xdg_state_home", home / "xdg_cache_home"]
    before = traces_in(*places)
    assert bool(before) == lived_in
    session = started("--private")
    assert "private" in session.terminal.text()
    assert "/ tram" not in session.terminal.text()
    for keys, sees in WALK:
        session.press(keys, sees)
    os.write(session.fd, b"Q")
    session.wait(session.ended)
    assert session.status == 0
    assert traces_in(*places) == before
    assert not re.search(r"\x1b\][012];", session.written), "a title was set"


def test_in_private_neither_tmux_nor_a_file_is_given_a_copy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []
    monkeypatch.setattr(clipboard, "by_tmux", lambda text: given.append(text) or True)
    for how in ("auto", "tmux", "file", "osc52"):
        said = clipboard.copy("x", how, given.append, {"TMUX": "/tmp/t"}, private=True)  # type: ignore[arg-type]
        assert "not copied" in said
    assert "not copied" in clipboard.copy("x" * 80_000, "auto", given.append, {}, private=True)
    assert given == []
    assert clipboard.copy("x", "auto", given.append, {}, private=True) == "copied to the terminal"


def test_in_private_what_was_kept_is_read_and_what_is_new_ends_with_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, state = tmp_path / "archive", tmp_path / "state"
    with Personal.open(state) as personal:
        personal.star(archive, "a")
    before = traces_in(state)
    monkeypatch.setenv(traces._NAME, "1")
    with Personal.open(state) as personal:
        assert personal.stars(archive) == ["a"]
        personal.star(archive, "b")
    with Personal.open(state) as personal:
        assert set(personal.stars(archive)) == {"a", "b"}
    assert traces_in(state) == before
    monkeypatch.delenv(traces._NAME)
    with Personal.open(state) as personal:
        assert personal.stars(archive) == ["a"]


def test_a_damaged_state_is_told_in_private_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "personal.sqlite").write_bytes(b"no database at all" * 100)
    monkeypatch.setenv(traces._NAME, "1")
    with pytest.raises(PersonalError, match="cannot be read"):
        Personal.open(tmp_path)


def test_other_commands_are_private_by_the_environment(
    broadsheet: Any, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broadsheet("add", news)
    monkeypatch.setenv(traces._NAME, "1")
    places = [tmp_path / "home" / name for name in ("xdg_state_home", "xdg_cache_home")]
    before = traces_in(*places)
    assert broadsheet("search", "is:starred").status == 1
    broadsheet("outlets", "The Tern", "The Gull")
    broadsheet("stories")
    assert traces_in(*places) == before
