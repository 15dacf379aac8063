"""The person's settings, from `config.toml` in the platform's configuration directory.

Everything has a default; a file that cannot be read is an error that names the file and
what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.errors import BroadsheetError
from index.folders import own_folder
from tui.commands import Command

Theme = Literal["auto", "dark", "light", "ansi", "plain"]
CopyBy = Literal["auto", "tmux", "osc52", "file", "off"]


class SettingsError(BroadsheetError):
    """The settings file holds something that means nothing."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` chooses the colours, `copy` how text is copied, `author` who judges.

    `table` are the commands with the keys that the person gave them, empty without `[keys]`.
    `groups` are names for several outlets together, each with the outlets it stands for.
    """

    theme: Theme = "auto"
    copy: CopyBy = "auto"
    author: str = ""
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    table: tuple[Command, ...] = ()


_ALLOWED: Mapping[str, tuple[str, ...] | None] = {
    "theme": get_args(Theme),
    "copy": get_args(CopyBy),
    "author": None,
}


def settings_file() -> Path:
    """Where the settings are looked for."""
    return own_folder("config") / "config.toml"


def read(file: Path | None = None) -> Settings:
    """The settings; defaults where there is no file."""
    file = file or settings_file()
    if not file.exists():
        return Settings()
    import tomllib

    try:
        text = file.read_text(encoding="utf-8")
        values: dict[str, Any] = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"The settings in {file} cannot be read: {error}.") from error
    from tui.remapping import line_of, remapped

    def wrong(section: str, name: str, said: str) -> SettingsError:
        return SettingsError(f"{file}:{line_of(text, section, name)}: {said}.")

    groups = _groups(values.pop("groups", {}), wrong)
    keys = values.pop("keys", {})
    if not isinstance(keys, dict):
        raise wrong("", "keys", '“keys” must be a table, as in [keys] star = "b"')
    table = remapped(keys, wrong) if keys else ()
    for name, value in values.items():
        if name not in _ALLOWED:
            known = ", ".join((*_ALLOWED, "groups", "keys"))
            raise wrong("", name, f"there is no setting “{name}”; there are {known}")
        allowed = _ALLOWED[name]
        if not isinstance(value, str) or (allowed is not None and value not in allowed):
            choice = " or ".join(allowed) if allowed else "a text"
            raise wrong("", name, f"“{name}” must be {choice}")
    return Settings(**values, groups=groups, table=table)


def _groups(value: Any, wrong: Callable[[str, str, str], Exception]) -> dict[str, tuple[str, ...]]:
    """The groups of outlets: a table with a list of outlets' names for every group."""
    groups: dict[str, Any] = value if isinstance(value, dict) else {"groups": None}
    for name, outlets in groups.items():
        listed = isinstance(outlets, list) and bool(outlets)
        if not listed or not all(isinstance(one, str) and one.strip() for one in outlets):
            raise wrong("groups" if isinstance(value, dict) else "", name,
                        f"the group “{name}” must be a list of outlets, as in "
                        '[groups] "Agencies" = ["AP", "Reuters"]')  # fmt: skip
    return {name: tuple(dict.fromkeys(outlets)) for name, outlets in groups.items()}
