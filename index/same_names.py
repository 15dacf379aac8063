"""Which names stand for which, in the records: asked for lists and counts, kept in step.

The table `same_names` is made of what was learnt and of what people decided; nothing else is
written down when two names are merged, so nothing is indexed anew. What a person parted
changes the look-up of the articles concerned.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from corpus.article import Article, Names
from corpus.layer import SameName
from index.decided_names import (
    Decided,
    OwnKind,
    decided,
    joined,
    parted,
    parting,
    same_names,
    spelling_key,
    spoken_anew,
)
from index.judged import (
    NAME_MERGE,
    NAME_PART,
    NAME_TYPE,
    NAME_WORDS,
    OF_NAMES,
    OF_QUOTATIONS,
    TITLE,
    in_force,
)
from index.named_by_hand import TYPES, ByHand, Corrected, by_hand, corrected
from index.reports import Judgement

if TYPE_CHECKING:
    from index.book import Book

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]

_CORRECTS = (TITLE, *OF_NAMES)  # the names of one article

_NAME = "SELECT name FROM mentions WHERE key = ? GROUP BY name ORDER BY COUNT(*) DESC, name LIMIT 1"


def shown(ask: Ask, names: Names, article: Article) -> Names:
    """The names found in an article as people and the archive decided."""
    return all_shown(ask, {0: names}, {0: article})[0]


def all_shown(
    ask: Ask, names: Mapping[int, Names], articles: Mapping[int, Article]
) -> dict[int, Names]:
    """The same for many articles, under numbers of the caller's, asked about all at once."""
    ids = json.dumps([articles[number].id for number in names])
    decided_about = ask(
        "SELECT DISTINCT article, field FROM judgements WHERE field IN (?, ?, ?, ?, ?, ?, ?, ?) "
        "AND article IN (SELECT value FROM json_each(?) UNION SELECT '')",
        (NAME_PART, NAME_MERGE, *OF_QUOTATIONS, *_CORRECTS, ids),
    )
    concerned = {about for about, field in decided_about if field in (NAME_PART, NAME_MERGE)}
    by_people = {about for about, field in decided_about if field in _CORRECTS}
    spoken = {about for about, field in decided_about if field in OF_QUOTATIONS} | by_people
    found = {}
    for number, one in names.items():
        article = articles[number]
        partings = partings_in(ask, article.id) if concerned & {"", article.id} else {}
        found[number] = parted(one, article.quotations, partings, _own_kind(partings, article))
        if article.id in by_people:
            found[number] = corrected_by_hand(ask, found[number], article).names
    keys = {entity.key for one in found.values() for entity in one.entities}
    rows = ask(
        "SELECT key, root, why FROM same_names WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(keys)),),
    )
    called = {root: name_of(ask, root) for root in {root for _, root, _ in rows}}
    roots = {key: (SameName(key, root, why), called[root]) for key, root, why in rows}
    every = {number: joined(one, roots) for number, one in found.items()}
    for number in every:
        if articles[number].id in spoken:  # taken back or not: they may be other quotations
            every[number] = spoken_anew(every[number], articles[number].quotations)
    return every


def kept(ask: Ask, names: Names, full_id: str, article: Callable[[], Article]) -> Names:
    """The names found in an article as they are looked up by: parted and corrected by people."""
    partings = partings_in(ask, full_id)
    found = parted(names, (), partings, _own_kind(partings, article() if partings else None))
    decided_about = ask(
        "SELECT 1 FROM judgements WHERE article = ? AND field IN (?, ?, ?) LIMIT 1",
        (full_id, *_CORRECTS),
    )
    return corrected_by_hand(ask, found, article()).names if decided_about else found


def corrected_by_hand(
    ask: Ask, names: Names, article: Article, taken: set[tuple[str, str]] | None = None
) -> Corrected:
    """The names of an article with those that people marked, under the kinds they gave them, and
    which decisions hold; `taken` gets the partings of names that have their keys by their kinds."""
    partings = partings_in(ask, article.id)

    def part(every: Names, key: str) -> Names:
        about = {pair: author for pair, author in partings.items() if pair[0] == key}
        if taken is not None:
            taken.update(parting(every, about))
        return parted(every, (), about, _own_kind(about, article))

    keys = {entity.key for entity in names.entities}
    had = {key.partition(":")[2]: key for _, key in partings if key not in keys}

    def root(key: str) -> str:
        """A decision about the kind may be older than that a parted spelling has its own."""
        return root_of(ask, had.get(key.partition(":")[2], key))

    return corrected(names, article, decided_by_hand(ask, article.id), root, part)


def _own_kind(partings: Mapping[tuple[str, str], str], article: Article | None) -> OwnKind | None:
    """What tells of which kind the spellings are that were parted; None where none were."""
    if not partings or article is None:
        return None
    from corpus.entities.own_kind import own_kind

    return partial(own_kind, article)


def decided_by_hand(ask: Ask, full_id: str) -> ByHand:
    """What people decided about the names of one article."""
    rows = ask(
        "SELECT * FROM judgements WHERE article = ? AND field IN (?, ?, ?)", (full_id, *_CORRECTS)
    )
    return by_hand(Judgement(*row) for row in rows)


def fitting_by_hand(ask: Ask, names: Names, article: Article) -> set[str]:
    """The ids of what people decided about the names of this one article that has an effect on
    them; `names` are as they were found."""
    partings = partings_in(ask, article.id)
    taken = parting(names, partings)
    apart = parted(names, (), partings, _own_kind(partings, article))
    every = corrected_by_hand(ask, apart, article, taken)
    rows = ask("SELECT * FROM judgements WHERE article = ?", (article.id,))
    effective = {
        one.id
        for one in in_force(Judgement(*row) for row in rows)
        if one.field == NAME_PART and _parts(ask, one, taken)
    }
    return effective | every.holding


def _parts(ask: Ask, one: Judgement, taken: set[tuple[str, str]]) -> bool:
    """Whether a parting is among those that have an effect."""
    target = one.target or ""
    spelling = spelling_key(target, one.value or "")
    return any((key, spelling) in taken for key in members(ask, target))


def root_of(ask: Ask, key: str) -> str:
    """The key of the name that a key stands for; itself where it stands for no other."""
    found = ask("SELECT root FROM same_names WHERE key = ?", (key,))
    return str(found[0][0]) if found else key


def name_of(ask: Ask, key: str) -> str:
    """How the articles usually write the name with this key."""
    found = ask(_NAME, (key,))
    return str(found[0][0]) if found else key.partition(":")[2]


def partings_in(ask: Ask, full_id: str) -> dict[tuple[str, str], str]:
    """(key of a name, key of a spelling) → who parted them, as it holds in one article."""
    rows = ask(
        "SELECT * FROM judgements WHERE article IN ('', ?) AND field IN (?, ?)",
        (full_id, NAME_PART, NAME_MERGE),
    )
    found = decided(Judgement(*row) for row in rows).parted_in(full_id) if rows else {}
    every: dict[tuple[str, str], str] = {}
    for (name, spelling), author in found.items():
        for key in members(ask, name):
            if key != spelling:
                every[(key, spelling)] = author
    return every


def members(ask: Ask, key: str) -> list[str]:
    """The keys that stand for the same name as this one, itself included."""
    rows = ask(
        "SELECT other.key FROM same_names AS one JOIN same_names AS other "
        "ON other.root = one.root WHERE one.key = ?",
        (key,),
    )
    return sorted({key, *(other for (other,) in rows)})


def counts(ask: Ask, among: str, type_: str) -> list[tuple[str, int]]:
    """(name, articles) of the names of a type that others stand for; `among`: numbers, JSON."""
    rows = ask(
        "SELECT root, COUNT(DISTINCT seq) FROM same_names JOIN mentions USING (key) "
        "WHERE root >= ? AND root < ? AND seq IN (SELECT value FROM json_each(?)) "
        "GROUP BY root ORDER BY root",
        (f"{type_}:", f"{type_};", among),
    )
    return [(name_of(ask, root), count) for root, count in rows]


def rebuild(book: Book) -> None:
    """Make the table anew of what was learnt and what people decided."""
    before = set(_rows(book))
    learnt = [SameName(*row) for row in book.rows("SELECT key, root, why FROM learnt_names")]
    found = _decided(book)
    after = set(same_names(learnt, found))
    if before == after:
        return
    book.run("DELETE FROM same_names")
    for same in after:
        book.run("INSERT INTO same_names VALUES (?, ?, ?)", (same.key, same.root, same.why))
    book.next_change()
    changed = {key for same in before ^ after for key in (same.key, same.root)}
    concerned = {name for (_, name, _), _ in found.partings}
    _mention_anew(book, [key for key in changed if concerned & set(members(book.rows, key))])
    of_kinds = book.rows(
        "SELECT DISTINCT article FROM judgements WHERE field = ? "
        "AND target IN (SELECT value FROM json_each(?)) OR field = ?",
        (NAME_TYPE, json.dumps(sorted(changed)), NAME_WORDS),
    )
    _anew(book, [article for (article,) in of_kinds])


def follow(book: Book, new: Iterable[Judgement]) -> None:
    """Bring tables in step with new judgements about names."""
    new = list(new)
    if corrected := dict.fromkeys(one.article for one in new if one.field in _CORRECTS):
        _anew(book, list(corrected))
        book.next_change()
    about = [one for one in new if one.field in (NAME_MERGE, NAME_PART)]
    if not about:
        return
    rebuild(book)
    parted_keys: set[str] = set()
    for one in about:
        target, value = one.target or "", one.value or ""
        if one.field == NAME_MERGE:  # a parting of these two holds no longer
            parted_keys |= {target, value}
        else:
            spelling = spelling_key(target, value).partition(":")[2]
            parted_keys |= {*members(book.rows, target), *(f"{kind}:{spelling}" for kind in TYPES)}
    _mention_anew(book, sorted(parted_keys))
    of_kinds = book.rows(  # they have the name under another key
        "SELECT DISTINCT article FROM judgements WHERE field = ? "
        "AND target IN (SELECT value FROM json_each(?))",
        (NAME_TYPE, json.dumps(sorted(parted_keys))),
    )
    _anew(book, [article for (article,) in of_kinds])
    book.next_change()


def _decided(book: Book) -> Decided:
    rows = book.rows(
        "SELECT * FROM judgements WHERE field IN (?, ?) ORDER BY at, id", (NAME_MERGE, NAME_PART)
    )
    return decided(Judgement(*row) for row in rows)


def _rows(book: Book) -> list[SameName]:
    return [SameName(*row) for row in book.rows("SELECT key, root, why FROM same_names")]


def _mention_anew(book: Book, keys: Sequence[str]) -> None:
    rows = book.rows(
        "SELECT DISTINCT seq, id FROM mentions JOIN articles USING (seq) "
        "WHERE key IN (SELECT value FROM json_each(?)) ORDER BY seq",
        (json.dumps(list(keys)),),
    )
    for seq, full_id in rows:
        book.mention_anew(seq, full_id)


def _anew(book: Book, ids: Sequence[str]) -> None:
    for seq, full_id in book.rows(
        "SELECT seq, id FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY seq",
        (json.dumps(list(ids)),),
    ):
        book.mention_anew(seq, full_id)
