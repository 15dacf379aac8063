"""The explorer at the far end of a real SSH connection: OpenSSH's server on loopback."""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from terminals import PATIENCE, ROOT, Session

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
CONFIG = """
ListenAddress 127.0.0.1
Port {port}
HostKey {place}/host
PidFile none
AuthorizedKeysFile {place}/person.pub
AuthenticationMethods publickey
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
AcceptEnv COLORTERM
"""
GIVEN_BACK = ("\x1b[0m", "\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l", "\x1b[?7h")


@pytest.fixture
def ssh(tmp_path: Path) -> Iterator[list[str]]:
    """The command that logs in to a server of the test's own, with keys of its own."""
    if SSHD is None or shutil.which("ssh") is None or shutil.which("ssh-keygen") is None:
        pytest.skip("OpenSSH's server or client is not installed")
    for name in ("host", "person"):
        key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)]
        subprocess.run(key, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = tmp_path / "sshd_config"
    config.write_text(CONFIG.format(port=port, place=tmp_path))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # where a server of root's begins
    said = tmp_path / "said"
    with said.open("wb") as file:
        server = subprocess.Popen([SSHD, "-D", "-e", "-f", str(config)], stderr=file)
    login = ["ssh", "-tt", "-F", "none", "-i", str(tmp_path / "person"), "-p", str(port)]
    for option in (
        "StrictHostKeyChecking=accept-new", f"UserKnownHostsFile={tmp_path / 'known'}",
        "SendEnv=COLORTERM", "LogLevel=ERROR", "IdentitiesOnly=yes", "BatchMode=yes",
    ):  # fmt: skip
        login += ["-o", option]
    login.append("127.0.0.1")
    try:
        end = time.monotonic() + PATIENCE
        while not _lets_in(login):
            if server.poll() is not None or time.monotonic() > end:
                pytest.skip(f"no SSH server can be used: {said.read_text()[-300:]}")
            time.sleep(0.1)
        yield login
    finally:
        server.terminate()
        server.wait()


def _lets_in(login: list[str]) -> bool:
    tried = subprocess.run([*login, "true"], stdin=subprocess.DEVNULL, capture_output=True)
    return tried.returncode == 0


@pytest.fixture
def remote(ssh: list[str], broadsheet: Any) -> Iterator[Any]:
    """Starts the explorer over SSH, on the sample's articles."""
    assert broadsheet("add", ROOT / "corpus" / "sample" / "articles").status == 0
    places = [f"{name}={os.environ[name]}" for name in os.environ if name.startswith("XDG_")]
    sessions: list[Session] = []

    def start(*more: str) -> Session:
        program = [sys.executable, "-m", "tui", "--archive", str(broadsheet.archive), *more]
        there = f"cd {shlex.quote(str(ROOT))} && exec env {shlex.join([*places, *program])}"
        sessions.append(Session(program=[*ssh, there]))
        return sessions[-1]

    yield start
    for session in sessions:
        session.close()


def test_the_explorer_is_used_over_ssh_and_survives_a_line_that_drops(remote: Any) -> None:
    session = remote()
    session.press("", "BROADSHEET")
    session.press("/aurelia outlet:meridian OR outlet:gazette aurelia\r", "aurelia")
    session.press("m", "marked as 1")
    session.press("j")
    session.press("m", "marked as 2")
    session.press("c", "same event")
    session.press("j")
    session.press("y", "copy:")
    copied = session.press("c", "copied")
    assert "\x1b]52;c;" in copied  # through the line to the terminal at the desk
    before = session.terminal.text().splitlines()
    os.kill(session.pid, 9)  # the line drops: nobody says good-bye
    session.wait(session.ended)

    again = remote()
    again.press("", "same event")
    assert again.terminal.text().splitlines()[:20] == before[:20]
    again.press("q", "BROADSHEET")  # back to the list, the query and the place kept
    assert "/ aurelia outlet:meridian" in again.terminal.text()
    again.press("q", "the query is put aside")
    os.write(again.fd, b"Q")
    left = again.wait(again.ended)
    assert os.waitstatus_to_exitcode(again.status) == 0
    for sequence in GIVEN_BACK:
        assert sequence in left
