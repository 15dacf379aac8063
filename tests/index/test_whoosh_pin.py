"""The full-text library is the very code that was looked at, byte for byte.

`whoosh3.sha256` holds one digest over all its installed Python files. When a new version has
been read and found good, write the new digest (the failing test prints it) and the new pin.
"""

from __future__ import annotations

import hashlib
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
import whoosh

HERE = Path(__file__).parent


def installed() -> Path:
    """The folder of the whoosh in use, if it is whoosh3's."""
    if whoosh.__version__ == (2, 7, 4):
        pytest.skip("Whoosh 2.7.4 is installed in place of whoosh3")
    return Path(whoosh.__file__).parent


def digest(folder: Path) -> str:
    """One digest over names and contents of all files but compiled ones."""
    whole = hashlib.sha256()
    for file in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if file.is_file() and "__pycache__" not in file.parts:
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            whole.update(f"{file.relative_to(folder).as_posix()} {content}\n".encode())
    return whole.hexdigest()


def test_the_installed_whoosh3_is_the_one_that_was_read() -> None:
    found = digest(installed())
    assert found == (HERE / "whoosh3.sha256").read_text().split()[0], (
        f"whoosh3's files are not those that were read; theirs give {found}"
    )


def test_the_project_asks_for_exactly_the_version_that_was_read() -> None:
    installed()
    version = distribution("whoosh3").version
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text())
    assert f"whoosh3=={version}" in project["project"]["dependencies"]
    assert (HERE / "whoosh3.sha256").read_text().split()[1] == f"whoosh3-{version}"


def test_no_other_distribution_put_files_among_whoosh3s() -> None:
    folder = installed()
    try:
        listed = distribution("whoosh3").files or []
    except PackageNotFoundError:  # pragma: no cover - another fork
        pytest.fail("the whoosh in use is not whoosh3's")
    named = {Path(str(file.locate())).resolve() for file in listed}
    here = {
        file.resolve()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert here <= named


def test_a_changed_file_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a = 1\n")
    before = digest(tmp_path)
    (tmp_path / "a.py").write_text("a = 2\n")
    changed = digest(tmp_path)
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    assert len({before, changed, digest(tmp_path)}) == 3
