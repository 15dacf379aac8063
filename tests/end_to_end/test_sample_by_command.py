"""The sample is explored in an archive of its own, never among somebody's real articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.sample import manifest
from index.archive import Archive
from tui.cli.explorer import NotTheSample, sample_archive


def test_invented_articles_do_not_come_among_real_ones(broadsheet: Any, news: Path) -> None:
    broadsheet("add", news)
    with pytest.raises(NotTheSample, match="holds 3 articles of its own"):
        sample_archive(str(broadsheet.archive))
    with Archive.open(broadsheet.archive) as archive:
        assert archive.count() == 3


def test_a_folder_that_is_new_or_holds_the_sample_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for _ in range(2):
        assert sample_archive("~/trial") == tmp_path / "trial"
    with Archive.open(tmp_path / "trial") as archive:
        assert 0 < archive.count() <= len(manifest()["file"])
