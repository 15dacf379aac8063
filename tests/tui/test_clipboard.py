"""Copying: clean text, through tmux, to the terminal, or into a private file."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from tui import clipboard


def test_copied_text_has_no_control_or_invisible_characters() -> None:
    assert (
        clipboard.clean("so\u00adft \x1b[31mred\x1b[0m \u202eturned\u200b")
        == "soft [31mred[0m turned"
    )


def test_paragraphs_keep_their_line_ends() -> None:
    assert clipboard.clean("one\r\ntwo") == "one\ntwo"


def test_a_terminal_is_asked_to_take_the_text() -> None:
    sent: list[str] = []
    said = clipboard.copy("Aurelia", "auto", sent.append, {})
    assert said == "copied to the terminal"
    assert base64.b64decode(sent[0].removeprefix("\x1b]52;c;").removesuffix("\x07")) == b"Aurelia"


def test_within_tmux_its_own_buffer_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    monkeypatch.setattr(clipboard, "by_tmux", lambda text: taken.append(text) or True)
    sent: list[str] = []
    assert clipboard.copy("x", "auto", sent.append, {"TMUX": "/tmp/t"}) == "copied through tmux"
    assert (taken, sent) == (["x"], [])


def test_a_text_that_no_terminal_takes_goes_to_a_file_that_is_named() -> None:
    sent: list[str] = []
    said = clipboard.copy("word " * 40_000, "auto", sent.append, {})
    file = Path(said.removeprefix("written to "))
    assert sent == []
    assert file.read_text().startswith("word word")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_copying_can_be_switched_off() -> None:
    sent: list[str] = []
    assert "switched off" in clipboard.copy("x", "off", sent.append, {})
    assert sent == []
    assert not clipboard.copy_file().exists()
