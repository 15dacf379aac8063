"""Checking: reads everything an archive holds and says what does not fit together.

Originals against their ids, columns against articles and judgements, names against articles,
the index against the records, the state against what it sums up. Nothing is changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from corpus.article import Article, Document, Names
from corpus.errors import ArchiveError
from corpus.layer import SameName
from index import kept_names, learnt, packing
from index.book import columns, parts, reading_item
from index.connections import Connections
from index.decided_names import decided, same_names
from index.digest import Digest, item
from index.judged import NOTHING_JUDGED, judged
from index.records import Records
from index.reports import Fault
from index.same_names import kept
from index.worked_out import read

if TYPE_CHECKING:
    from corpus.layer import Layer
    from index.engine import Engine

_RESTORE = "restore the archive from a copy, or remove the article and add it again"
_REINDEX = "run `broadsheet reindex`"
_PAGE = 100
_COPY = "restore it from a copy"
_ROUNDS = 3  # readings until nothing is written while one is under way


def check(
    connections: Connections,
    records: Records,
    engine: Callable[[], Engine],
    *,
    sources: bool = False,
) -> list[Fault]:
    """Every fault found. With `sources` each original is read anew and compared.

    What others write meanwhile is no fault: then everything is read once more.
    """
    for _ in range(_ROUNDS):
        before = records.state()
        faults, sum_ = _read(connections, records, engine, sources=sources)
        after = records.state()
        if before == after and sum_ != after:
            faults.append(Fault("the state does not sum up what the archive holds", _COPY))
        if before == after or (sum_ == after and not faults):
            return faults
    return [Fault("the archive was written to all the while", "check it when that has ended")]


def _read(
    connections: Connections,
    records: Records,
    engine: Callable[[], Engine],
    *,
    sources: bool,
) -> tuple[list[Fault], str]:
    """The faults in what is held, and the state that it sums up to."""
    faults = [*_file(connections)]
    state = Digest()
    layer = records.layer() if sources else None
    for row in _articles(connections):
        faults.extend(_article(row, connections, records, state, layer, sources=sources))
    faults.extend(_references(connections))
    faults.extend(_learnt(connections, records, state))
    faults.extend(_index(records, engine))
    faults.extend(_kept_names(connections))
    for judgement in records.judgements():
        state.add([item("judgement", *parts(judgement))])
    return faults, str(state)


def _file(connections: Connections) -> Iterator[Fault]:
    for (line,) in connections.rows("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Fault(f"the records' file is damaged: {line}", "restore it from a copy")


def _articles(connections: Connections) -> Iterator[tuple[Any, ...]]:
    last = 0
    while found := connections.rows(
        "SELECT seq, id, model, outlet, title, published, words, url, language, agencies, rules, "
        "layer, document, article, names FROM articles LEFT JOIN originals USING (seq) "
        "LEFT JOIN readings USING (seq) LEFT JOIN names USING (seq) "
        "WHERE seq > ? ORDER BY seq LIMIT ?",
        (last, _PAGE),
    ):
        last = found[-1][0]
        yield from found


def _article(
    row: tuple[Any, ...],
    connections: Connections,
    records: Records,
    state: Digest,
    layer: Layer | None,
    *,
    sources: bool,
) -> Iterator[Fault]:
    seq, full, model, *shown, document, article, names = row
    named = f"article {full[:16]}"
    try:
        reading = packing.unpack_article(article or b"")
    except packing.Unreadable:
        yield Fault(f"{named}: what was read out of it cannot be unpacked", _RESTORE)
        return
    state.add([reading_item(reading)])
    if model is not None:
        state.add([item("names", full, model)])
    found = records.verdicts([full]).get(full, NOTHING_JUDGED)
    if reading.id != full:
        yield Fault(f"{named}: another article is kept in its place", _RESTORE)
    if columns(judged(reading, found)) != tuple(shown):
        yield Fault(f"{named}: what lists show of it differs from the article", _RESTORE)
    again = (lambda original: read(original, found, layer)) if sources else None
    yield from _original(named, full, document, reading, again)
    yield from _names(named, model, names, reading)
    yield from _mentions(named, seq, judged(reading, found), names, connections)


def _original(
    named: str,
    full: str,
    stored: bytes | None,
    reading: Article,
    again: Callable[[Document], Article] | None,
) -> Iterator[Fault]:
    try:
        document = packing.unpack_document(stored or b"")
    except packing.Unreadable:
        yield Fault(f"{named}: its original cannot be unpacked", _RESTORE)
        return
    if hashlib.sha256(document.data).hexdigest() != full:
        yield Fault(f"{named}: its original is not the one its id stands for", _RESTORE)
    elif again is not None:
        anew = again(document)
        versions = (anew.rules, anew.layer) == (reading.rules, reading.layer)
        if versions and anew != reading:
            differ = [
                name for name in reading.__slots__ if getattr(anew, name) != getattr(reading, name)
            ]
            yield Fault(
                f"{named}: reading its original anew gives another {', '.join(differ)}",
                "run `broadsheet reread --all`",
            )


def _names(
    named: str, model: str | None, stored: bytes | None, reading: Article
) -> Iterator[Fault]:
    if (model is None) != (stored is None):
        yield Fault(f"{named}: its names are missing", "run `broadsheet recognise`")
    if stored is None:
        return
    try:
        names = packing.unpack_names(stored)
    except packing.Unreadable:
        yield Fault(f"{named}: its names cannot be unpacked", _RESTORE)
        return
    for entity in names.entities:
        for mention in entity.mentions:
            try:
                text = reading.text_of(mention.within, mention.paragraph)
            except IndexError:
                text = ""
            if text[mention.start : mention.end] != mention.text:
                yield Fault(
                    f"{named}: the name {entity.name} is not where it is said to be", _RESTORE
                )
                return


def _mentions(
    named: str, seq: int, article: Article, stored: bytes | None, connections: Connections
) -> Iterator[Fault]:
    held = connections.rows("SELECT key, name, type, count FROM mentions WHERE seq = ?", (seq,))
    try:
        names = packing.unpack_names(stored) if stored is not None else Names("")
    except packing.Unreadable:
        return  # said already
    shown = kept(connections.rows, names, article.id, lambda: article)
    wanted = {one.key: (one.key, one.name, one.type, len(one.mentions)) for one in shown.entities}
    if set(wanted.values()) != set(held):
        yield Fault(f"{named}: what searches for names find differs from its names", _RESTORE)


def _kept_names(connections: Connections) -> Iterator[Fault]:
    which = kept_names.kept(connections)
    there = which is not None and (connections.folder / which.file).exists()
    if there and which is not None and kept_names.load(connections, which) is None:
        yield Fault(f"the file {which.file} is not as it was written", _REINDEX)


def _references(connections: Connections) -> Iterator[Fault]:
    for table in ("originals", "readings", "names", "mentions", "leases", "traits"):
        (lost,) = connections.rows(
            f"SELECT COUNT(DISTINCT seq) FROM {table} WHERE seq NOT IN (SELECT seq FROM articles)"
        )[0]
        if lost:
            yield Fault(f"{lost} entries of {table} belong to no article", "restore it from a copy")
    (lost,) = connections.rows(
        "SELECT COUNT(*) FROM placed WHERE seq NOT IN (SELECT seq FROM articles WHERE current) "
        "OR story NOT IN (SELECT seq FROM placed) OR origin NOT IN (SELECT seq FROM placed)"
    )[0]
    if lost and not _ungrouped(connections):
        yield Fault(f"{lost} articles stand in no story", "run `broadsheet stories --regroup`")
    (lost,) = connections.rows(
        "SELECT (SELECT COUNT(*) FROM keys WHERE key NOT IN (SELECT key FROM mentions)) + "
        "(SELECT COUNT(DISTINCT key) FROM mentions WHERE key NOT IN (SELECT key FROM keys))"
    )[0]
    if lost:
        yield Fault(f"{lost} keys of names do not fit the mentions", "restore it from a copy")
    (lost,) = connections.rows(
        "SELECT COUNT(*) FROM locators WHERE lineage NOT IN (SELECT lineage FROM articles)"
    )[0]
    if lost:
        yield Fault(f"{lost} places belong to no article", "restore it from a copy")
    (lost,) = connections.rows(
        "SELECT COUNT(*) FROM (SELECT 1 FROM articles WHERE lineage NOT IN "
        "(SELECT lineage FROM locators) GROUP BY lineage HAVING COUNT(*) > 1)"
    )[0]
    if lost:
        yield Fault(f"{lost} articles have versions and no place", "restore it from a copy")
    (lost,) = connections.rows(
        "SELECT COUNT(*) FROM locators WHERE seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
        "articles WHERE articles.seq = locators.seq AND articles.lineage = locators.lineage)"
    )[0]
    if lost:
        yield Fault(f"{lost} places hold what is no version of theirs", "restore it from a copy")
    (ahead,) = connections.rows(
        "SELECT MAX((SELECT COALESCE(MAX(change), 0) FROM articles), "
        "(SELECT COALESCE(MAX(change), 0) FROM removed)) > value FROM meta WHERE key = 'change'"
    )[0]
    if ahead:
        yield Fault("there are changes beyond the last one counted", "restore it from a copy")
    (wrong,) = connections.rows(
        "SELECT COUNT(*) FROM (SELECT 1 FROM articles GROUP BY lineage HAVING SUM(current) != 1)"
    )[0]
    if wrong:
        yield Fault(f"{wrong} articles have no single newest version", "restore it from a copy")


def _ungrouped(connections: Connections) -> bool:
    """Whether changes wait to be grouped."""
    found = connections.rows(
        "SELECT (SELECT value FROM meta WHERE key = 'grouped') IS NOT "
        "(SELECT value FROM meta WHERE key = 'change')"
    )
    return bool(found[0][0])


def _learnt(connections: Connections, records: Records, state: Digest) -> Iterator[Fault]:
    if (about := learnt.applied(connections.rows)) is not None:
        state.add([item("layer", about.version)])
    names = connections.rows("SELECT key, root, why FROM learnt_names")
    wanted = same_names((SameName(*row) for row in names), decided(records.judgements()))
    held = connections.rows("SELECT key, root, why FROM same_names")
    if {(same.key, same.root, same.why) for same in wanted} != set(held):
        yield Fault(
            "the names that stand for others are not those that were learnt and judged",
            "run `broadsheet learn --apply`",
        )


def _index(records: Records, opened: Callable[[], Engine]) -> Iterator[Fault]:
    try:
        engine = opened()
        held, last, altered = engine.ids(), engine.last_seq(), engine.altered()
    except ArchiveError as error:
        yield Fault(f"the index cannot be read: {error}", _REINDEX)
        return
    if altered:
        yield Fault(f"the index is damaged: {', '.join(altered)} was altered", _REINDEX)
    wanted = records.seqs()
    if waiting := records.waiting(last):
        yield Fault(
            f"{waiting} articles are not searchable yet", "add anything, or search as owner"
        )
        return
    if missing := wanted - held:
        yield Fault(f"{len(missing)} articles are missing from the index", _REINDEX)
    if surplus := held - wanted:
        yield Fault(f"{len(surplus)} entries of the index belong to no article", _REINDEX)
