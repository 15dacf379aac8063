"""The house itself: storeys import downwards, names are ours, types and style hold."""

from __future__ import annotations

import doctest
import importlib
import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def imported_by(statement: str) -> set[str]:
    """Top-level modules in a fresh interpreter after `statement`."""
    return {name.split(".")[0] for name in modules_after(statement)}


def modules_of(storey: str) -> list[str]:
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / storey).rglob("*.py")
        if path.name != "__main__.py"
    )


def test_the_storeys_import_downwards_only() -> None:
    done = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("storey", "above"), [("corpus", {"textual", "index", "tui"}), ("index", {"textual", "tui"})]
)
def test_a_storey_never_reaches_the_ones_above_it(storey: str, above: set[str]) -> None:
    loaded = imported_by("import " + ", ".join(modules_of(storey)))
    assert not loaded & above


HEAVY = {"spacy", "whoosh", "trafilatura", "htmldate", "dateparser", "ftfy", "textual", "rich"}


def test_nothing_heavy_is_imported_before_the_arguments_are_read() -> None:
    assert not imported_by("import tui.__main__") & HEAVY


def test_opening_an_archive_imports_neither_the_engine_nor_the_recogniser() -> None:
    assert not imported_by("import index.archive") & HEAVY


def modules_after(statement: str) -> set[str]:
    """All modules in a fresh interpreter after `statement`."""
    done = run(sys.executable, "-c", f"import sys; {statement}; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_a_surname_before_the_comma_is_turned_without_what_finds_names_in_articles() -> None:
    turning = "from index.query.turned import turned; turned('Brandis, Otto', 'person')"
    loaded = modules_after(turning)
    assert "corpus.entities.gazetteer" in loaded
    assert not {"corpus.entities.naming", "corpus.quotations"} & loaded


def test_an_article_is_opened_without_what_reads_quotations() -> None:
    opening = "import index.archive, index.records, index.judged_quotations, index.judged_figures"
    assert "corpus.quotations" not in modules_after(opening)


def test_no_dependency_installs_a_package_under_our_names() -> None:
    ours = {"tui", "index", "corpus", "tests"}
    for distribution in importlib.metadata.distributions():
        if distribution.name == "broadsheet":
            continue
        tops = {str(file).split("/")[0].removesuffix(".py") for file in distribution.files or []}
        assert not tops & ours, f"{distribution.name} installs {tops & ours}"


def test_the_wheel_holds_the_three_storeys_and_the_sample_but_no_tests(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    copy.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "corpus", "index", "tui", "tests"):
        (copy / name).symlink_to(ROOT / name)
    build = "import setuptools.build_meta as b; print(b.build_wheel('.'))"
    done = subprocess.run(
        [sys.executable, "-c", build], cwd=copy, capture_output=True, text=True, env=os.environ
    )
    if "No module named 'setuptools'" in done.stderr:
        pytest.skip("setuptools is not in this environment")
    assert done.returncode == 0, done.stderr
    names = zipfile.ZipFile(next(copy.glob("*.whl"))).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {"tui", "index", "corpus"} <= tops
    assert not any(name.startswith("tests/") for name in names)
    assert any(name.startswith("corpus/sample/") and name.endswith(".txt") for name in names)


def with_examples() -> list[str]:
    return [
        name
        for storey in ("corpus", "index", "tui")
        for name in modules_of(storey)
        if (spec := importlib.util.find_spec(name)) and spec.origin
        if re.search(r">>> (?!#)", Path(spec.origin).read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("module", with_examples())
def test_examples_in_docstrings_hold(module: str) -> None:
    told = doctest.testmod(importlib.import_module(module))
    assert told.attempted
    assert not told.failed


def test_no_module_outgrows_a_reader() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for storey in ("corpus", "index", "tui")
        for path in (ROOT / storey).rglob("*.py")
        if (lines := len(path.read_text().splitlines())) > 420
    }
    assert not long


def test_ruff_finds_nothing() -> None:
    ruff = str(Path(sys.executable).with_name("ruff"))
    done = run(ruff, "check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout
    done = run(ruff, "format", "--no-cache", "--check", ".")
    assert done.returncode == 0, done.stdout


def test_the_types_are_right() -> None:
    done = run(sys.executable, "-m", "mypy", "--cache-dir", os.devnull)
    assert done.returncode == 0, done.stdout
