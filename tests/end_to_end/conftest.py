"""The command line called from tests: in this process, or as one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from terminals import Session

from corpus.article import Article, Names
from index.archive import Archive
from tui.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output as the document it must be."""
        document = json.loads(self.out)
        assert document["schema"] == "broadsheet/1"
        assert "state" in document
        return document


class CommandLine:
    """Runs commands on an archive of the test's own."""

    def __init__(self, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.archive = archive
        self._capsys = capsys
        self.processes: list[subprocess.Popen[bytes]] = []

    def __call__(self, *arguments: str | Path) -> Done:
        self._capsys.readouterr()
        status = main(["--archive", str(self.archive), *map(str, arguments)])
        printed = self._capsys.readouterr()
        return Done(status, printed.out, printed.err)

    def process(self, *arguments: str | Path, **more: Any) -> subprocess.Popen[bytes]:
        """The command in a process of its own, its output in pipes."""
        process = subprocess.Popen(
            self.command(*arguments),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **more.pop("env", {})},
            **more,
        )
        self.processes.append(process)
        return process

    def close(self) -> None:
        """Let go of what is left of the processes."""
        for process in self.processes:
            process.kill()
            with process:
                pass

    def command(self, *arguments: str | Path) -> Sequence[str]:
        """The words that start the command."""
        return [sys.executable, "-m", "tui", "--archive", str(self.archive), *map(str, arguments)]


@pytest.fixture
def broadsheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[CommandLine]:
    """The command line, with an archive that is not made yet.

    In this process no model is loaded for a single article (it takes seconds); a command
    in a process of its own does load it.
    """
    monkeypatch.setattr("index.recognition.recognise_one", _nameless)
    monkeypatch.setattr("index.recognition.recognise_these", _none)
    line = CommandLine(tmp_path / "archive", capsys)
    yield line
    line.close()


def _none(archive: Archive, ids: Sequence[str], progress: object) -> None:
    """No names for several articles."""


def _nameless(archive: Archive, article: Article) -> Names:
    return Names(model="none")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of two reports on one fire and a third article."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "gull.txt").write_text(
        "Fire on the evening ferry kills twelve\n\n"
        "Twelve people died when a fire broke out on the ferry Marga on Tuesday evening.\n\n"
        '"We heard no alarm before the smoke came," said Ann Bell, a passenger.\n\n'
        "The captain, Carl Dow, ordered the boats to be lowered at nine o'clock.\n",
        encoding="utf-8",
    )
    (folder / "records.jsonl").write_text(
        json.dumps(
            {
                "id": "t-1",
                "outlet": "The Tern",
                "title": "Blaze aboard the Marga",
                "date": "2031-03-05",
                "url": "https://tern.example/marga",
                "body": "At least ten people were killed in a fire on the ferry Marga.\n\n"
                '"We heard no alarm," said Ann Bell, a passenger.\n\n'
                "The harbour was closed until the next morning.",
            }
        )
        + "\n"
        + json.dumps(
            {
                "id": "t-2",
                "outlet": "The Tern",
                "title": "=Council votes on \u202etram\u202c [bold]line[/bold] \x1b[31m",
                "body": "The council voted seven to two for the new tram line.",
            }
        )
        + "\n",
        encoding="utf-8",
    )
    (folder / "sidecar.csv").write_text("path,outlet,date\ngull.txt,The Gull,2031-03-04\n")
    (folder / "style.css").write_text("p {}")
    return folder


@pytest.fixture
def started(broadsheet: Any, news: Path) -> Iterator[Callable[..., Session]]:
    """Starts the explorer on three articles whose names are known."""
    broadsheet("add", news)
    broadsheet("recognise")
    sessions: list[Session] = []

    def start(*more: str, **how: Any) -> Session:
        keys = how.pop("keys", "")
        session = Session("--archive", str(broadsheet.archive), *more, **how)
        sessions.append(session)
        if keys:  # typed as soon as there is something to be seen
            while "\x1b[2J" not in session.written:
                session.take()
            os.write(session.fd, keys.encode())
        session.wait(lambda: "newest first" in session.terminal.text())
        return session

    yield start
    for session in sessions:
        session.close()
