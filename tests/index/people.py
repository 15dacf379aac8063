"""Articles that name people, with the names found in them: an archive to ask about entities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from newsroom import coming_in

from corpus.article import Document, EntityType, Stated
from corpus.entities.naming import find_names
from corpus.entities.recogniser import RawSpan
from index.archive import Archive

KNOWN: Mapping[str, EntityType] = {
    "Ines Varga": "person",
    "Tomas Reyl": "person",
    "Lina Varga": "person",
    "Port Calder": "place",
    "Varga": "person",
}
REPORTS = (
    ("Gazette", "2031-03-13",
     'Minister Ines Varga came to Port Calder. "We will not reopen the route," Ines Varga said. '
     "Tomas Reyl and Ines Varga spoke to the crew."),
    ("Gazette", "2031-04-02", "Varga's office was closed. Ines Varga said that nobody had asked."),
    ("Wire", "2031-03-14",
     '"We will not reopen the route," Ines Varga said. Tomas Reyl was not there.'),
    ("Wire", "2031-03-20", "Tomas Reyl was alone in Port Calder."),
    ("Post", None, "Lina Varga paints boats. She lives in Port Calder."),
    ("Post", "2031-03-21", 'Ines Varga came to the port. "The harbour was never safe."'),
)  # fmt: skip
USUAL = 5  # reports that an archive has where no others are asked for


class Listed:
    """A recogniser that knows the names of a list."""

    version = "listed-1"

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        """Where the names stand."""
        names = re.compile("|".join(sorted(KNOWN, key=len, reverse=True)))
        return [
            [RawSpan(m.start(), m.end(), KNOWN[m.group()]) for m in names.finditer(text)]
            for text in texts
        ]


def told(number: int) -> Document:
    """Report `number`."""
    outlet, day, text = REPORTS[number]
    return Document(
        data=f"{number}|{text}".encode(),
        text=text,
        path=f"people.jsonl#{number}",
        format="jsonl",
        stated=Stated(
            title=(f"Report number {number}", "field"),
            outlet=(outlet, "field"),
            published=(day, "field") if day else None,
        ),
    )


def archive_of_people(path: Path, *numbers: int) -> Archive:
    """An open archive with these reports, their names recognised."""
    archive = Archive.open(path / "archive", create=True)
    archive.add(coming_in(*(told(number) for number in numbers or range(USUAL))))
    recognise(archive)
    return archive


def recognise(archive: Archive) -> None:
    """Find the names of what waits."""
    articles = archive.lease("test", 100)
    archive.store_names({one.id: find_names(one, Listed()) for one in articles})
