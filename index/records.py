"""The articles themselves, in SQLite: the system of record, read here and written elsewhere.

Everything in this room asks and changes nothing; adding, judging, removing and names have
rooms of their own. Lists come from narrow columns; an article is unpacked only when asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.errors import AmbiguousId, NoSuchArticle
from index.how_many import HowMany
from index.judged import NOTHING_JUDGED, Verdict, headed, judged, outlet_aliases, verdict
from index.mentioned import Mentioned
from index.results import Row

if TYPE_CHECKING:
    from corpus.article import Article, Document, Names
    from corpus.layer import Layer
    from index.answers import Record
    from index.connections import Connections
    from index.packing import Texts
    from index.reports import Judgement

_ROW = "id, outlet, title, published, added, words, url"
_BATCH_BYTES = 4 << 20  # packed; five to ten times that unpacked
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Stored:
    """One article on its way to the index: its number there, and how the person sees it."""

    seq: int
    change: int
    current: bool
    article: Article


class Records(HowMany, Mentioned):
    """Questions to the records of one archive."""

    def __init__(self, connections: Connections) -> None:
        Mentioned.__init__(self, connections)
        HowMany.__init__(self, connections)

    # Its state

    def state(self) -> str:
        """One digest over originals, judgements and versions."""
        from index.digest import Digest

        return str(Digest(self.meta("state")))

    def change(self) -> int:
        """The number of the last change."""
        return int(self.meta("change"))

    def standing(self) -> tuple[int, str]:
        """The number of the last change and the state: what is worked out of all that the archive
        holds, names and decisions included, is right as long as these are the same."""
        return self.change(), str(self.meta("state"))

    def meta(self, key: str) -> Any:
        """A value the archive keeps about itself, or None."""
        found = self._ask("SELECT value FROM meta WHERE key = ?", (key,))
        return found[0][0] if found else None

    # Lists

    def newest(self, limit: int, offset: int = 0) -> list[Row]:
        """The newest published articles first, the undated and those ahead of their time last."""
        ahead = json.dumps(sorted(self.ahead()))
        found = self._ask(
            f"SELECT {_ROW} FROM articles WHERE current "
            "AND seq NOT IN (SELECT value FROM json_each(?)) "
            "ORDER BY published DESC, seq DESC LIMIT ? OFFSET ?",
            (ahead, limit, offset),
        )
        rows = [Row(*columns) for columns in found]
        if len(rows) < limit and self.ahead():
            first = max(0, offset + len(rows) - (self.count() - len(self.ahead())))
            last = self.rows_by_seq(sorted(self.ahead()))
            rows += list(last.values())[first : first + limit - len(rows)]
        return rows

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """The rows of these articles, in this order; those that are gone are left out."""
        found = self._ask(
            f"SELECT seq, {_ROW} FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        ahead = self.ahead()
        known = {one: Row(one, *(*rest, seq in ahead)) for seq, one, *rest in found}
        return [known[one] for one in ids if one in known]

    def rows_by_seq(self, seqs: Sequence[int]) -> dict[int, Row]:
        """The rows of the current articles with these numbers."""
        found = self._ask(
            f"SELECT seq, {_ROW} FROM articles "
            "WHERE current AND seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(seqs)),),
        )
        ahead = self.ahead()
        return {seq: Row(*(*columns, seq in ahead)) for seq, *columns in found}

    # One article

    def resolve(self, prefix: str) -> str:
        """The full id that begins with `prefix`, which must be the only one."""
        start = prefix.strip().lower()
        if not start or len(start) > 64 or set(start) - _HEX:
            raise NoSuchArticle(
                f"No article has the id {prefix!r}; ids stand first in the lines of a search."
            )
        found = self._ask(
            "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT 6",
            (start, start + "g"),
        )
        if not found:
            gone = self._ask(
                "SELECT id FROM removed WHERE id >= ? AND id < ? LIMIT 1", (start, start + "g")
            )
            what = "was removed from" if gone else "is not in"
            raise NoSuchArticle(f"The article {start[:16]} {what} this archive.")
        if len(found) > 1:
            named = ", ".join(one[:16] for (one,) in found[:5])
            more = " and more" if len(found) > 5 else ""
            raise AmbiguousId(
                f"Several articles begin with {start}: {named}{more}; write more of the one meant."
            )
        return str(found[0][0])

    def record(self, prefix: str) -> Record:
        """One article with its names and versions."""
        from index import packing
        from index.answers import Record
        from index.judged_figures import judged_figures
        from index.judged_quotations import judged_quotations
        from index.standing import about_article, numbers_about

        full = self.resolve(prefix)
        found = self._ask(
            "SELECT seq, added, lineage, article, names FROM articles JOIN readings USING (seq) "
            "LEFT JOIN names USING (seq) WHERE id = ?",
            (full,),
        )
        if not found:
            raise NoSuchArticle(f"The article {full[:16]} is not in this archive.")
        _seq, added, lineage, stored, names = found[0]
        versions = self._ask("SELECT id FROM articles WHERE lineage = ? ORDER BY seq", (lineage,))
        reading = packing.unpack_article(stored)
        found_about = self.verdicts([full]).get(full, NOTHING_JUDGED)
        article, plainly = judged(reading, found_about), headed(reading, found_about)
        quoted = judged_quotations(plainly.quotations, found_about.quotations, plainly)
        counted = judged_figures(plainly.figures, found_about.figures)
        return Record(
            article=article,
            names=None if names is None else self.shown(packing.unpack_names(names), article),
            added=added,
            versions=tuple(one for (one,) in versions),
            unquoted=quoted.dropped,
            decisions=about_article(self._ask, article, names, quoted.fitting | counted.fitting),
            unfigured=counted.dropped,
            other_versions=numbers_about(self._ask, [one for (one,) in versions if one != full]),
            quotations_read=quoted.as_read,
            figures_decided=counted.decided,
        )

    def shown(self, names: Names, article: Article) -> Names:
        """Names found in an article as they are shown: as people and the archive decided."""
        from index import same_names

        return same_names.shown(self._ask, names, article)

    def document(self, full_id: str) -> Document:
        """The original of an article, with the text that was decoded from it."""
        found = self._ask(
            "SELECT document FROM originals JOIN articles USING (seq) WHERE id = ?", (full_id,)
        )
        if not found:
            raise NoSuchArticle(f"The article {full_id[:16]} is not in this archive.")
        from index import packing

        return packing.unpack_document(found[0][0])

    def articles_by_seq(self, seqs: Iterable[int]) -> dict[int, Article]:
        """The articles with these numbers, as judged."""
        found = self._ask(
            "SELECT seq, change, current, article FROM articles JOIN readings USING (seq) "
            "WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(seqs)),),
        )
        return {stored.seq: stored.article for stored in self._stored(found)}

    def texts_by_seq(self, seqs: Iterable[int]) -> dict[int, Texts]:
        """Of these articles what passages are taken from; no judgement changes that."""
        from index import packing

        found = self._ask(
            "SELECT seq, article FROM readings WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(seqs)),),
        )
        texts = packing.unpack_texts(stored for _, stored in found)
        return dict(zip((seq for seq, _ in found), texts, strict=True))

    def names_by_seq(self, articles: Mapping[int, Article]) -> dict[int, Names]:
        """The names of these articles, by number, as they are shown; unread ones are left out."""
        from index import packing

        found = self._ask(
            "SELECT seq, names FROM names WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(articles)),),
        )
        from index import same_names

        names = {seq: packing.unpack_names(stored) for seq, stored in found}
        return same_names.all_shown(self._ask, names, articles)

    def names_decided(self) -> list[tuple[Any, ...]]:
        """How much people decided about names, and when last: what is made of names rests on it."""
        return self._ask(
            "SELECT COUNT(*), MAX(at) FROM judgements WHERE field LIKE 'name_%' "
            "OR undoes IS NOT NULL"
        )

    def last_removal(self) -> int:
        """The change with which an article was last removed; 0 where none was."""
        return int(self._ask("SELECT COALESCE(MAX(change), 0) FROM removed")[0][0])

    def known(self, full_id: str) -> bool:
        """Whether an article with these bytes is stored."""
        return bool(self._ask("SELECT 1 FROM articles WHERE id = ?", (full_id,)))

    def carried(self, full_id: str) -> dict[str, str | None] | None:
        """Outlet and day of an article as judged; None when it is not stored."""
        found = self._ask("SELECT outlet, published FROM articles WHERE id = ?", (full_id,))
        return {"outlet": found[0][0], "published": found[0][1]} if found else None

    def stands(self, full_id: str, locator: str) -> bool:
        """Whether nothing is new about an article being met in this place."""
        found = self._ask(
            "SELECT locators.lineage != articles.lineage OR locators.seq = articles.seq "
            "FROM articles, locators WHERE id = ? AND digest = ?",
            (full_id, locator),
        )
        return bool(found and found[0][0])

    def knows_place(self, locators: Iterable[str]) -> bool:
        """Whether an article came from one of these places before."""
        return bool(
            self._ask(
                "SELECT 1 FROM locators WHERE digest IN (SELECT value FROM json_each(?))",
                (json.dumps(list(locators)),),
            )
        )

    def was_removed(self, full_id: str) -> bool:
        """Whether somebody erased the article with these bytes."""
        return bool(self._ask("SELECT 1 FROM removed WHERE id = ?", (full_id,)))

    # What the index has not taken in yet

    def has_changed(self, since: int) -> bool:
        """Whether anything an index holds changed after change `since`."""
        return bool(
            self._ask("SELECT 1 FROM articles WHERE change > ? LIMIT 1", (since,))
            or self._ask("SELECT 1 FROM removed WHERE change > ? LIMIT 1", (since,))
        )

    def waiting(self, since: int) -> int:
        """How many articles changed after change `since`."""
        return int(self._one("SELECT COUNT(*) FROM articles WHERE current AND change > ?", since))

    def changed(self, since: int, limit: int) -> list[Stored]:
        """The next articles that changed after change `since`, in the order of their changes.

        At most `limit`, and fewer when they are large, but one in any case.
        """
        sizes = self._ask(
            "SELECT change, LENGTH(article) FROM articles JOIN readings USING (seq) "
            "WHERE change > ? ORDER BY change LIMIT ?",
            (since, limit),
        )
        until, size = since, 0
        for change, length in sizes:
            size += length
            if size > _BATCH_BYTES and until > since:
                break
            until = change
        found = self._ask(
            "SELECT seq, change, current, article FROM articles JOIN readings USING (seq) "
            "WHERE change > ? AND change <= ? ORDER BY change",
            (since, until),
        )
        return list(self._stored(found))

    def newest_change(self) -> int:
        """The last change of an article that is there."""
        return int(self._one("SELECT COALESCE(MAX(change), 0) FROM articles"))

    def removed_since(self, since: int) -> list[int]:
        """Numbers of the articles that were erased after change `since`."""
        found = self._ask("SELECT seq FROM removed WHERE change > ?", (since,))
        return [seq for (seq,) in found]

    def seqs(self) -> set[int]:
        """The numbers of all articles that lists show."""
        return {seq for (seq,) in self._ask("SELECT seq FROM articles WHERE current")}

    def seqs_of(self, ids: Iterable[str]) -> set[int]:
        """The numbers of the articles with these ids that lists show."""
        found = self._ask(
            "SELECT seq FROM articles WHERE current AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {seq for (seq,) in found}

    def ids_of(self, seqs: Iterable[int]) -> dict[int, str]:
        """The ids of the articles with these numbers."""
        return dict(
            self._ask(
                "SELECT seq, id FROM articles WHERE seq IN (SELECT value FROM json_each(?))",
                (json.dumps(list(seqs)),),
            )
        )

    # What names and columns say, for queries and facets

    def columns(
        self, seqs: Iterable[int]
    ) -> Iterator[tuple[int, str | None, str | None, list[str]]]:
        """(seq, outlet, published, agencies) of these articles, for counting."""
        found = self._ask(
            "SELECT seq, outlet, published, agencies FROM articles "
            "WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(list(seqs)),),
        )
        for seq, outlet, published, agencies in found:
            yield seq, outlet, published, json.loads(agencies) if agencies != "[]" else []

    # Judgements

    def judgements(self) -> list[Judgement]:
        """Everything that people decided, oldest first."""
        return _judgements(self._ask("SELECT * FROM judgements ORDER BY at, id"))

    def verdicts(self, ids: Sequence[str]) -> dict[str, Verdict]:
        """What was decided about these articles; most have nothing decided about them."""
        found = self._ask(
            "SELECT * FROM judgements WHERE article IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        about: dict[str, list[Judgement]] = {}
        for judgement in _judgements(found):
            about.setdefault(judgement.article, []).append(judgement)
        aliases = self.aliases()
        concerned = ids if aliases else about
        return {one: verdict(about.get(one, ()), aliases) for one in concerned}

    def aliases(self) -> dict[str, str]:
        """What people decided about outlets' spellings: folded spelling → name."""
        found = self._ask("SELECT * FROM judgements WHERE article = ''")
        return outlet_aliases(_judgements(found))

    def layer_version(self) -> str | None:
        """The name of the layer that was applied."""
        about = self.meta("layer")
        return str(json.loads(about)["version"]) if about else None

    def layer(self) -> Layer | None:
        """What the archive has learnt and applied; None before it has."""
        from index import learnt

        return learnt.stored(self._ask, self.aliases())

    def _stored(self, found: list[tuple[Any, ...]]) -> Iterator[Stored]:
        from index import packing

        articles = [packing.unpack_article(blob) for *_, blob in found]
        verdicts = self.verdicts([article.id for article in articles])
        for (seq, change, current, _), article in zip(found, articles, strict=True):
            found_about = verdicts.get(article.id, NOTHING_JUDGED)
            yield Stored(seq, change, bool(current), judged(article, found_about))


def _judgements(rows: Iterable[tuple[Any, ...]]) -> list[Judgement]:
    from index.reports import Judgement

    return [Judgement(*row) for row in rows]
