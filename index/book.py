"""The open book: what one transaction writes about articles, with the state kept in step.

Every change draws the next number, every article written or taken out is added to or taken
from the archive's digest. Rooms that add, judge, name or remove write through this one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Literal

from corpus.article import Article, Names
from index import packing
from index.connections import Connections
from index.digest import Digest, item
from index.judged import Verdict, judged, outlet_aliases, verdict
from index.mentioned import MENTIONS_LOST
from index.reports import Judgement
from index.same_names import kept


class Book:
    """Writing within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.run = connection.execute
        meta = dict(self.run("SELECT key, value FROM meta").fetchall())
        self._change = int(meta["change"])
        self._state = Digest(meta["state"])

    def close(self) -> None:
        """Write down the number of the last change and the state."""
        self.run("UPDATE meta SET value = ? WHERE key = 'change'", (self._change,))
        self.run("UPDATE meta SET value = ? WHERE key = 'state'", (str(self._state),))

    def add_to_state(self, items: Iterable[int]) -> None:
        """Count things into the archive's state."""
        self._state.add(items)

    def take_from_state(self, items: Iterable[int]) -> None:
        """Count things out of the archive's state."""
        self._state.take(items)

    def next_change(self) -> int:
        """Draw the next change's number."""
        self._change += 1
        return self._change

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a question asked within the transaction."""
        return self.run(sql, parameters).fetchall()

    def one(self, sql: str, *parameters: Any) -> tuple[Any, ...] | None:
        """The first row of a question asked within the transaction."""
        row: tuple[Any, ...] | None = self.run(sql, parameters).fetchone()
        return row

    # Articles

    def insert(
        self,
        document: bytes,
        packed: bytes,
        reading: Article,
        locators: Sequence[str],
        added: str,
    ) -> Literal["added", "updated"]:
        """Keep a new article, given packed and as it is; the newest version of its place."""
        lineage = self._lineage(locators)
        if lineage is not None:
            self.run(
                "UPDATE articles SET current = 0, change = ? WHERE lineage = ? AND current",
                (self.next_change(), lineage),
            )
        seq = self.next_change()
        for digest in locators:
            self.run(
                "INSERT INTO locators (digest, lineage, seq) VALUES (?, ?, ?) "
                "ON CONFLICT (digest) DO UPDATE SET seq = excluded.seq "
                "WHERE lineage = excluded.lineage",
                (digest, seq if lineage is None else lineage, seq),
            )
        article = judged(reading, self.verdict_of(reading.id))
        self.run(
            "INSERT INTO articles (seq, id, lineage, current, change, added, outlet, title, "
            "published, words, url, language, agencies, rules, layer) "
            "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (seq, article.id, seq if lineage is None else lineage, seq, added, *columns(article)),
        )
        self.run("INSERT INTO originals VALUES (?, ?)", (seq, document))
        self.run("INSERT INTO readings VALUES (?, ?)", (seq, packed))
        self._state.add([reading_item(reading)])
        return "added" if lineage is None else "updated"

    def stand(self, full_id: str, locator: str) -> None:
        """A stored article was met in a place: it stands there, and is the newest of it again."""
        found = self.one("SELECT seq, lineage, current FROM articles WHERE id = ?", full_id)
        if found is None:
            return
        seq, lineage, current = found
        place = self.one("SELECT lineage, seq FROM locators WHERE digest = ?", locator)
        if place is None:
            self.run(
                "INSERT INTO locators (digest, lineage, seq) VALUES (?, ?, ?)",
                (locator, lineage, seq),
            )
        elif place[0] == lineage and place[1] != seq:
            self.run("UPDATE locators SET seq = ? WHERE digest = ?", (seq, locator))
            if not current:
                self.run(
                    "UPDATE articles SET current = 0, change = ? WHERE lineage = ? AND current",
                    (self.next_change(), lineage),
                )
                self.run(
                    "UPDATE articles SET current = 1, change = ? WHERE seq = ?",
                    (self.next_change(), seq),
                )

    def rejudge(self, seq: int, reading: Article) -> None:
        """Bring the columns of an article in step with what was decided about it."""
        found = self.verdict_of(reading.id)
        self.run(
            "UPDATE articles SET change = ?, outlet = ?, title = ?, published = ?, words = ?, "
            "url = ?, language = ?, agencies = ?, rules = ?, layer = ? WHERE seq = ?",
            (self.next_change(), *columns(judged(reading, found)), seq),
        )

    def reread(self, seq: int, before: Article, after: Article) -> None:
        """Replace an article's reading; names that pointed into another text go."""
        self.run(
            "UPDATE readings SET article = ? WHERE seq = ?", (packing.packed_article(after), seq)
        )
        self.run("DELETE FROM traits WHERE seq = ?", (seq,))
        self._state.take([reading_item(before)])
        self._state.add([reading_item(after)])
        if not names_hold(before, after):
            self.forget_names(seq, before.id)
        if replace(before, rules=after.rules, layer=after.layer) == after:
            self.run(
                "UPDATE articles SET rules = ?, layer = ? WHERE seq = ?",
                (after.rules, after.layer, seq),
            )
        else:
            self.rejudge(seq, after)

    def forget_traits(self, full_id: str) -> None:
        """What an article is known by among others is found anew when it is asked for next."""
        self.run(
            "DELETE FROM traits WHERE seq = (SELECT seq FROM articles WHERE id = ?)", (full_id,)
        )

    def erase(self, seq: int, reading: Article, at: str) -> None:
        """Take an article out for good; the version before it becomes the newest again."""
        self.forget_names(seq, reading.id)
        row = self.one("SELECT lineage, current FROM articles WHERE seq = ?", seq)
        lineage, current = row if row else (seq, 0)
        for table in ("articles", "originals", "readings", "leases", "traits"):
            self.run(f"DELETE FROM {table} WHERE seq = ?", (seq,))
        self.run("DELETE FROM ledgers WHERE INSTR(articles, ?)", (reading.id,))
        previous = self.one("SELECT MAX(seq) FROM articles WHERE lineage = ?", lineage)
        if previous is None or previous[0] is None:
            self.run("DELETE FROM locators WHERE lineage = ?", (lineage,))
            previous = (None,)
        self.run("UPDATE locators SET seq = ? WHERE seq = ?", (previous[0], seq))
        if current and previous[0] is not None:
            self.run(
                "UPDATE articles SET current = 1, change = ? WHERE seq = ?",
                (self.next_change(), previous[0]),
            )
        self._state.take([reading_item(reading)])
        self.run(
            "INSERT OR REPLACE INTO removed VALUES (?, ?, ?, ?)",
            (reading.id, seq, self.next_change(), at),
        )

    # Names

    def forget_names(self, seq: int, full_id: str) -> None:
        """Drop the names of an article; its turn in the recogniser comes again."""
        row = self.one("SELECT model FROM articles WHERE seq = ?", seq)
        if row and row[0] is not None:
            self._state.take([item("names", full_id, row[0])])
        self.run("UPDATE articles SET model = NULL WHERE seq = ?", (seq,))
        self.run("DELETE FROM names WHERE seq = ?", (seq,))
        self._forget_mentions(seq)

    def _forget_mentions(self, seq: int) -> None:
        mentioned = self.run("SELECT key FROM mentions WHERE seq = ?", (seq,)).fetchall()
        if mentioned:
            self.run("DELETE FROM mentions WHERE seq = ?", (seq,))
            self.run(
                "INSERT INTO meta VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET value = value + 1",
                (MENTIONS_LOST,),
            )
        for key in mentioned:
            self.run(
                "DELETE FROM keys WHERE key = ?1 "
                "AND NOT EXISTS (SELECT 1 FROM mentions WHERE key = ?1)",
                key,
            )

    def keep_names(self, seq: int, full_id: str, names: Names) -> None:
        """Keep what the recogniser found in an article, in place of what was there."""
        self.forget_names(seq, full_id)
        self.run("UPDATE articles SET model = ? WHERE seq = ?", (names.model, seq))
        self.run("INSERT INTO names VALUES (?, ?)", (seq, packing.pack(names)))
        self._mention(seq, full_id, names)
        self._state.add([item("names", full_id, names.model)])

    def mention_anew(self, seq: int, full_id: str) -> None:
        """Bring the look-up of an article's names in step with what was parted in it."""
        row = self.one("SELECT names FROM names WHERE seq = ?", seq)
        if row is not None:
            self._forget_mentions(seq)
            self._mention(seq, full_id, packing.unpack_names(row[0]))

    def _mention(self, seq: int, full_id: str, names: Names) -> None:
        for entity in kept(self.rows, names, full_id, lambda: self._article(seq)).entities:
            self.run("INSERT OR IGNORE INTO keys VALUES (?)", (entity.key,))
            self.run(
                "INSERT OR REPLACE INTO mentions VALUES (?, ?, ?, ?, ?)",
                (entity.key, seq, entity.name, entity.type, len(entity.mentions)),
            )

    def _article(self, seq: int) -> Article:
        """An article as judged."""
        row = self.one("SELECT article FROM readings WHERE seq = ?", seq)
        reading = packing.unpack_article(row[0] if row else b"")
        return judged(reading, self.verdict_of(reading.id))

    # Judgements

    def keep_judgement(self, judgement: Judgement) -> bool:
        """Write a judgement down; False when it is there already."""
        if self.one("SELECT 1 FROM judgements WHERE id = ?", judgement.id):
            return False
        self.run("INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?, ?)", parts(judgement))
        self._state.add([item("judgement", *parts(judgement))])
        return True

    def drop_judgements(self, full_id: str) -> None:
        """Erase everything that was decided about an article."""
        rows = self.run("SELECT * FROM judgements WHERE article = ?", (full_id,)).fetchall()
        self._state.take(item("judgement", *row) for row in rows)
        self.run("DELETE FROM judgements WHERE article = ?", (full_id,))

    def verdict_of(self, full_id: str) -> Verdict:
        """What was decided about an article, this transaction's decisions included."""
        rows = self.rows("SELECT * FROM judgements WHERE article = ?", (full_id,))
        return verdict((Judgement(*row) for row in rows), self.aliases())

    def aliases(self) -> dict[str, str]:
        """What was decided about outlets' spellings, this transaction's decisions included."""
        rows = self.rows("SELECT * FROM judgements WHERE article = ''")
        return outlet_aliases(Judgement(*row) for row in rows)

    def _lineage(self, locators: Sequence[str]) -> int | None:
        for digest in locators:
            row = self.one("SELECT lineage FROM locators WHERE digest = ?", digest)
            if row:
                return int(row[0])
        return None


@contextmanager
def open_book(connections: Connections) -> Iterator[Book]:
    """A book to write in; all of it is kept, or nothing. Hold the writer's lock around it."""
    with connections.transaction() as connection:
        book = Book(connection)
        yield book
        book.close()


def columns(article: Article) -> tuple[str | int | None, ...]:
    """What lists and counts need of an article without unpacking it."""
    return (
        article.outlet,
        article.headline,
        article.published,
        article.words,
        article.url,
        article.language,
        json.dumps(list(article.agencies), ensure_ascii=False),
        article.rules,
        article.layer,
    )


def reading_item(reading: Article) -> int:
    """What a reading adds to the state: its bytes and the versions it was made with."""
    layer = [reading.layer] if reading.layer else []
    return item("article", reading.id, reading.rules, *layer)


def names_hold(before: Article, after: Article) -> bool:
    """Whether what the recogniser found in one reading is true of the other too."""
    return (
        list(before.texts()) == list(after.texts())
        and before.quotations == after.quotations
        and (before.outlet, before.agencies) == (after.outlet, after.agencies)
    )


def parts(judgement: Judgement) -> tuple[str | None, ...]:
    """A judgement's columns."""
    return (
        judgement.id,
        judgement.at,
        judgement.author,
        judgement.article,
        judgement.field,
        judgement.value,
        judgement.target,
        judgement.undoes,
    )
