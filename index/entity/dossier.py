"""What all articles say of one entity, as arrays: read once and kept in the person's own cache.

A `Dossier` has a row for every article that names the entity, and rows for what it says of it.
Texts are read some hundreds at a time and let go; of them only what the entity says is kept, until
an article is removed. `Dossiers` keeps them in step with the archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.appearing import Appearance
from corpus.article import QuotationKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]

KINDS: tuple[QuotationKind, ...] = ("direct", "indirect", "fragment")
INDIRECT = KINDS.index("indirect")
WIDTHS = {"articles": 4, "named": 4, "said": 7, "others": 2, "together": 3, "beside": 2}
BY_ARTICLE = ("named", "said", "others", "together")
LEXICONS = ("models", "roles", "spellings", "forms", "texts", "cues", "keys", "names")


@dataclass(frozen=True, slots=True)
class Dossier:
    """Tables of numbers, their rows in the order of the articles.

    `articles`: number, last change, model, role. The first column of the others is the article, by
    its place in that table. `named`: sentence (-1 outside of any), spelling, form. `said`:
    sentence, text, kind, words, cue, sure. `others`: another entity of the article. `together`: the
    other, and a sentence that names both. `beside`, in an order of its own: the others' key and
    name. Words are numbers into the tuples, -1 for none.
    """

    articles: Rows
    named: Rows
    said: Rows
    others: Rows
    together: Rows
    beside: Rows
    models: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    why: tuple[tuple[str, str], ...] = ()

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self.articles)

    def first_named(self) -> Rows:
        """For every article the row of its first mention."""
        import numpy as np

        return self.named[:, 0].searchsorted(np.arange(self.size))

    def among(self, kept: NDArray[np.bool_]) -> Dossier:
        """The part of it that these articles are, by place."""
        import numpy as np

        if kept.all():
            return self
        number = np.cumsum(kept) - 1
        tables = self.tables()
        for name in BY_ARTICLE:
            rows = tables[name]
            tables[name] = _renumbered(rows[kept[rows[:, 0]]], number)
        return _dossier(tables | {"articles": self.articles[kept]}, self.words(), self.why)

    def tables(self) -> dict[str, Rows]:
        """The tables by their names."""
        return {name: getattr(self, name) for name in WIDTHS}

    def words(self) -> dict[str, tuple[str, ...]]:
        """The words that are numbered, by the names of what they are."""
        return {name: getattr(self, name) for name in LEXICONS}


def _dossier(
    tables: Mapping[str, Rows],
    words: Mapping[str, tuple[str, ...]],
    why: tuple[tuple[str, str], ...],
) -> Dossier:
    return Dossier(
        tables["articles"], tables["named"], tables["said"], tables["others"],
        tables["together"], tables["beside"], words.get("models", ()), words.get("roles", ()),
        words.get("spellings", ()), words.get("forms", ()), words.get("texts", ()),
        words.get("cues", ()), words.get("keys", ()), words.get("names", ()), why,
    )  # fmt: skip


def _renumbered(rows: Rows, number: Rows) -> Rows:
    import numpy as np

    return np.column_stack((number[rows[:, 0]], rows[:, 1:]))


@dataclass(frozen=True, slots=True)
class Packed:
    """A dossier as it is kept: the tables' bytes, and the words."""

    tables: dict[str, bytes]
    words: dict[str, tuple[str, ...]]
    why: tuple[tuple[str, str], ...]


def packed(dossier: Dossier) -> Packed:
    """The form in which a dossier is kept."""
    return Packed(
        {name: rows.astype("<i4").tobytes() for name, rows in dossier.tables().items()},
        dossier.words(),
        dossier.why,
    )


def unpacked(kept: Packed | None) -> Dossier:
    """A dossier in the form in which it is kept; an empty one for none."""
    import numpy as np

    stored = kept.tables if kept is not None else {}
    tables = {
        name: np.frombuffer(stored.get(name, b""), "<i4").astype(np.int64).reshape(-1, width)
        for name, width in WIDTHS.items()
    }
    return _dossier(tables, kept.words if kept else {}, kept.why if kept else ())


@dataclass(slots=True)
class Making:
    """A dossier in the making: what was known, and articles that come to it."""

    known: Dossier
    rows: dict[str, list[tuple[int, ...]]] = field(
        default_factory=lambda: {name: [] for name in WIDTHS}
    )
    words: dict[str, dict[str, int]] = field(default_factory=dict)
    beside: dict[tuple[int, int], int] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in LEXICONS:
            self.words[name] = {text: n for n, text in enumerate(getattr(self.known, name))}
        self.beside = {(key, name): n for n, (key, name) in enumerate(self.known.beside.tolist())}
        self.why = dict(self.known.why)

    def add(self, seq: int, stamp: tuple[int, str | None], found: Appearance) -> None:
        """Take in what the next article says; `stamp` are its last change and its model."""
        at = self.known.size + len(self.rows["articles"])
        change, model = stamp
        self.rows["articles"].append(
            (seq, change, self._number("models", model), self._number("roles", found.role))
        )
        for one in found.named:
            self.rows["named"].append(
                (
                    at, one.sentence, self._number("spellings", one.spelling),
                    self._number("forms", one.form),
                )
            )  # fmt: skip
        for said in found.said:
            self.rows["said"].append(
                (
                    at, said.sentence, self._number("texts", said.text), KINDS.index(said.kind),
                    said.words, self._number("cues", said.cue), int(said.sure),
                )
            )  # fmt: skip
        for other in found.beside:
            called = self._number("keys", other.key), self._number("names", other.name)
            number = self.beside.setdefault(called, len(self.beside))
            self.rows["others"].append((at, number))
            self.rows["together"] += [(at, number, sentence) for sentence in other.sentences]
        self.why |= dict(found.why)

    def _number(self, lexicon: str, text: str | None) -> int:
        numbers = self.words[lexicon]
        return -1 if text is None else numbers.setdefault(text, len(numbers))

    def made(self) -> Dossier:
        """All of it, the articles in the order of their numbers; more may come to it."""
        import numpy as np

        tables = {
            name: np.concatenate((getattr(self.known, name), _table(self.rows[name], width)))
            for name, width in WIDTHS.items()
        }
        order = np.argsort(tables["articles"][:, 0], kind="stable")
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        for name in BY_ARTICLE:
            tables[name] = _sorted(_renumbered(tables[name], place))
        tables["articles"] = tables["articles"][order]
        tables["beside"] = _table(self.beside, WIDTHS["beside"])
        words = {name: tuple(self.words[name]) for name in LEXICONS}
        self.known = _dossier(tables, words, tuple(self.why.items()))
        self.rows = {name: [] for name in WIDTHS}
        return self.known


def _table(rows: Iterable[Sequence[int]], width: int) -> Rows:
    import numpy as np

    return np.array(list(rows), dtype=np.int64).reshape(-1, width)


def _sorted(rows: Rows) -> Rows:
    import numpy as np

    return rows[np.argsort(rows[:, 0], kind="stable")]
