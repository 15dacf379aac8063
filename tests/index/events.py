"""Small events that several outlets report, and the stories an archive makes of them."""

from __future__ import annotations

from pathlib import Path

from newsroom import coming_in

from corpus.article import Document, Stated
from index.archive import Archive

FERRY = (
    "Fire broke out on the car deck of the ferry Aurelia off Port Calder, the coastguard said.",
    "The ferry Aurelia burned off Port Calder; boats brought the passengers ashore.",
    "Passengers of the burning ferry Aurelia were landed at Port Calder before dawn.",
)
STRIKE = (
    "Bus drivers in Nordvik walked out over night shifts, the transport union said.",
    "The strike of bus drivers in Nordvik over night shifts goes into a second day.",
)
MARKET = ("Onions at the Saltmarsh market cost twice what they cost a year ago.",)
TITLES = {FERRY: "Ferry Aurelia burns off Port Calder", STRIKE: "Nordvik bus drivers strike",
          MARKET: "Onions dearer at Saltmarsh market"}  # fmt: skip


def reported(text: str, number: int, published: str | None = "2031-03-13") -> Document:
    """One outlet's report; `number` makes it an article and an outlet of its own."""
    title = next(title for texts, title in TITLES.items() if text in texts)
    return Document(
        data=f"{number}|{text}".encode(),
        text=f"{text} That is what outlet number {number} has heard so far.",
        path=f"reports.jsonl#{number}",
        format="jsonl",
        stated=Stated(
            title=(title, "field"),
            outlet=(f"Outlet {number}", "field"),
            published=(published, "field") if published else None,
        ),
    )


EVERYTHING = [reported(text, n) for n, text in enumerate((*FERRY, *STRIKE, *MARKET), 1)]


def shelf(path: Path, *documents: Document) -> Archive:
    archive = Archive.open(path / "archive", create=True)
    archive.add(coming_in(*documents))
    return archive


def stories(archive: Archive) -> set[frozenset[str]]:
    """The stories, each as the paths of its articles."""
    rows = archive.newest(limit=1000)
    numbers = archive._records.seqs_of(row.id for row in rows)
    found: dict[int, set[str]] = {}
    for seq in numbers:
        story = int(archive.stories().story_of([seq])[0])
        article = archive._records.articles_by_seq([seq])[seq]
        found.setdefault(story, set()).add(article.origin.path.partition("#")[2])
    return {frozenset(members) for members in found.values()}


THREE = {frozenset("123"), frozenset("45"), frozenset("6")}


def seq_of(archive: Archive, path: str) -> int:
    for seq, article in archive._records.articles_by_seq(archive._records.seqs()).items():
        if article.origin.path == path:
            return seq
    raise AssertionError(path)
