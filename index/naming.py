"""Names come later than texts: articles are leased to recognisers, and their names kept.

A lease is a promise with an end: the articles of a recogniser that died are leased anew when
it has passed, so whatever stops, recognition goes on where it was.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

from corpus.article import Article, Names
from index import packing
from index.book import open_book
from index.connections import Connections
from index.judged import TITLE
from index.named_by_hand import carried
from index.records import Records

LEASE_SECONDS = 120.0  # sixty times what a batch of 32 takes


def lease(connections: Connections, records: Records, worker: str, size: int) -> list[Article]:
    """The next articles without names, promised to this worker for a while."""
    if not records.unrecognised():
        return []
    now = time.time()
    with connections.lock(), connections.transaction() as connection:
        connection.execute("DELETE FROM leases WHERE until < ?", (now,))
        found = connection.execute(
            "SELECT seq FROM articles WHERE model IS NULL AND current "
            "AND seq NOT IN (SELECT seq FROM leases) ORDER BY seq LIMIT ?",
            (size,),
        ).fetchall()
        connection.executemany(
            "INSERT INTO leases VALUES (?, ?, ?)",
            [(seq, worker, now + LEASE_SECONDS) for (seq,) in found],
        )
    articles = records.articles_by_seq(seq for (seq,) in found)
    return [articles[seq] for (seq,) in found if seq in articles]


def store(connections: Connections, names: Mapping[str, Names]) -> None:
    """Keep the names of these articles (full ids); those removed meanwhile are passed over.

    Names of a text that was read anew meanwhile are passed over too: its turn comes again.
    """
    with connections.lock(), open_book(connections) as book:
        for full_id, found in names.items():
            row = book.one(
                "SELECT seq, article FROM articles JOIN readings USING (seq) WHERE id = ?", full_id
            )
            if row is not None:
                reading = packing.unpack_article(row[1])
                if not fits(found, reading) and TITLE in book.verdict_of(full_id).values:
                    found = carried(found, reading)  # they were found under a person's title
                if fits(found, reading):
                    book.keep_names(row[0], full_id, found)
                book.run("DELETE FROM leases WHERE seq = ?", (row[0],))
        book.next_change()


def fits(names: Names, article: Article) -> bool:
    """Whether every mention stands where it is said to be."""
    texts = {(within, number): text for within, number, text in article.texts()}
    return all(
        texts.get((m.within, m.paragraph), "")[m.start : m.end] == m.text
        for entity in names.entities
        for m in entity.mentions
    )


def release(connections: Connections, worker: str) -> None:
    """Give back what a worker leased and did not finish."""
    with connections.lock(), connections.transaction() as connection:
        connection.execute("DELETE FROM leases WHERE worker = ?", (worker,))
