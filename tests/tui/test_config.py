"""Settings: defaults without a file, a clear sentence for a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.config import Settings, SettingsError, read


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert read(tmp_path / "none.toml") == Settings()


def test_settings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "light"\ncopy = "osc52"\nauthor = "desk"\n')
    assert read(file) == Settings("light", "osc52", "desk")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "pink"', "must be auto or dark"),
        ("copy = 3", "must be auto or tmux"),
        ('colour = "red"', "there is no setting “colour”"),
        ("theme = ", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=said) as caught:
        read(file)
    assert str(file) in str(caught.value)
    assert caught.value.exit_status == 2


def test_groups_of_outlets_are_read_and_a_wrong_one_is_named(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "dark"\n[groups]\n"Coast" = ["Coastal Post", "Argus"]\n')
    assert read(file).groups == {"Coast": ("Coastal Post", "Argus")}
    for wrong in ('[groups]\nCoast = "Argus"', "[groups]\nCoast = []", 'groups = "Argus"'):
        file.write_text(wrong)
        with pytest.raises(SettingsError, match="must be a list of outlets"):
            read(file)
