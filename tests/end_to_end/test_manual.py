"""The manual page: held together with the parsers and the table of keys."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tui import command_lists
from tui.__main__ import main
from tui.cli.arguments import COMMANDS, every_parser
from tui.cli.manual import roff


@pytest.fixture
def page(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["man"]) == 0
    return capsys.readouterr().out


def test_every_command_and_every_option_is_in_the_page(page: str) -> None:
    parsers = every_parser()
    assert set(parsers) == {"", *COMMANDS}
    for name, parser in parsers.items():
        assert not name or f".SS {roff(name)}" in page
        for action in parser._actions:
            for option in action.option_strings:
                assert roff(option) in page, f"{name} {option}"


def test_every_key_is_in_the_page_with_what_it_does(page: str) -> None:
    keys = page[page.index(".SH KEYS") : page.index(".SH FILES")]
    assert keys.count(".TP") == len(command_lists.rows())
    for caps, name, where, does in command_lists.rows():
        assert f"{roff(does)} (:{roff(name)}; {roff(where)})" in keys
        assert not caps or f".B {roff(caps)}" in keys


def test_no_line_is_taken_for_a_request() -> None:
    assert roff(".so /etc/passwd") == r"\&.so /etc/passwd"
    assert roff("a\\b -c") == r"a\eb \-c"


def test_roff_finds_nothing_wrong_with_it(page: str) -> None:
    program = shutil.which("man")
    if program is None:
        pytest.skip("there is no man on this machine")
    environment = {"MANPAGER": "cat", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [program, "--warnings", "-E", "UTF-8", "-l", "-"],
        input=page.encode(),
        capture_output=True,
        env=environment,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert "search, read and compare news articles" in done.stdout.decode()
