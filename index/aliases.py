"""A person's own aliases: `aliases.toml` in the folder of the archive.

The file has the form of the program's own table: [[alias]] with name, type and spellings. It is
read when names are recognised, and read again when it has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.entities.gazetteer import Alias

FILE = "aliases.toml"


def own_aliases(archive: Path) -> tuple[Alias, ...]:
    """The aliases of an archive, none without a file; UnreadableAliases when it is no good."""
    return OwnAliases(archive).current()


class OwnAliases:
    """The aliases of an archive, kept up with their file."""

    def __init__(self, archive: Path) -> None:
        """Nothing is read before it is asked for."""
        self._file = archive / FILE
        self._seen: tuple[int, int] | None = None
        self._aliases: tuple[Alias, ...] = ()

    def current(self) -> tuple[Alias, ...]:
        """The aliases as the file has them now; UnreadableAliases when it is no good."""
        from corpus.entities.gazetteer import UnreadableAliases, read_aliases

        try:
            state = self._file.stat()
            seen = (state.st_mtime_ns, state.st_size)
            if seen != self._seen:
                text = self._file.read_text(encoding="utf-8")
                self._aliases = read_aliases(text, str(self._file))
                self._seen = seen
        except FileNotFoundError:
            self._aliases, self._seen = (), None
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableAliases(
                f"{self._file} cannot be read ({error}); make it a readable file in UTF-8,"
                " or move it away."
            ) from error
        return self._aliases
