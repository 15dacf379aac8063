"""The sample is explored in an archive of its own, never among somebody's real articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.sample import manifest
from index.archive import Archive
from tui.__main__ import main
from tui.cli.sample import NotTheSample, sample_archive


def test_invented_articles_do_not_come_among_real_ones(broadsheet: Any, news: Path) -> None:
    broadsheet("add", news)
    with pytest.raises(NotTheSample, match="holds 3 articles of its own"):
        sample_archive(str(broadsheet.archive), news)
    with Archive.open(broadsheet.archive) as archive:
        assert archive.count() == 3


def test_a_folder_that_is_new_or_holds_the_sample_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for _ in range(2):
        assert sample_archive("~/trial", tmp_path / "other") == tmp_path / "trial"
    with Archive.open(tmp_path / "trial") as archive:
        assert 0 < archive.count() <= len(manifest()["file"])


def test_commands_work_on_the_sample_as_the_explorer_does(
    broadsheet: Any, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert main(["--sample", "search", "aurelia", "--json"]) == 0
    assert (tmp_path / "data" / "broadsheet" / "sample").is_dir()
    assert not broadsheet.archive.exists()
    refused = broadsheet("--sample", "add", news)
    assert refused.status == 2
    assert "leave --sample out" in refused.err
