"""The sentences behind a number of an entity's page: the place of every mention that it counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.appearing import bare
from corpus.article import Article, Names, Sentence
from corpus.coverage.gathering import is_said
from corpus.denials import is_denied
from corpus.text import fold
from index.answers import Unit
from index.entity.counting import Sources
from index.entity.dossier import INDIRECT, Dossier
from index.entity.result import Place, Target
from index.entity.wording import wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


def places(
    target: Target, dossier: Dossier, sources: Sources, unit: Unit, article: int = -1
) -> tuple[Numbers, Numbers]:
    """Every (article, sentence) that a number is made of, newest article first, as two arrays; the
    articles by their places in the dossier. `article` is the one that a target may name."""
    import numpy as np

    within, sentences = _chosen(target, dossier, sources, unit, article)
    seqs = dossier.articles[within, 0]
    order = np.lexsort((np.arange(len(within)), -seqs, -sources.days[within]))
    within, sentences = within[order], sentences[order]
    many = int(sentences.max(initial=0)) + 2
    _, first = np.unique(within * many + sentences + 1, return_index=True)
    first.sort()
    return within[first], sentences[first]


def _chosen(
    target: Target, dossier: Dossier, sources: Sources, unit: Unit, article: int
) -> tuple[Numbers, Numbers]:
    """The articles and the sentences that a target means, in reading order."""
    import numpy as np

    value, named = target.value, dossier.named
    match target.section:
        case "spelling":
            rows = named[named[:, 2] == _number(dossier.spellings, value)]
        case "label":
            kind, _, text = value.partition(":")
            wanted = fold(text)
            if kind == "role":
                roles = [n for n, role in enumerate(dossier.roles) if fold(role) == wanted]
                said = np.flatnonzero(np.isin(dossier.articles[:, 3], roles))
                rows = named[dossier.first_named()[said]]
            else:
                forms = [n for n, form in enumerate(dossier.forms) if fold(form) == wanted]
                rows = named[np.isin(named[:, 3], forms)]
        case "when" | "month":
            rows = named
            if value:
                time = sources.time("month" if target.section == "month" else unit)
                rows = named[(time.at == _number(time.names, value))[named[:, 0]]]
        case "outlet":
            outlet = _number(sources.names, value) if value else -1
            rows = named[(sources.outlets == outlet)[named[:, 0]]]
        case "with":
            return _together(dossier, value)
        case "said":
            rows = dossier.said
            if value in ("direct", "indirect"):
                rows = rows[rows[:, 6] == 1]
                rows = rows[(rows[:, 3] == INDIRECT) == (value == "indirect")]
            elif value == "unsure":
                rows = rows[rows[:, 6] == 0]
            elif value:
                words = value.removeprefix("words:")
                texts = [n for n, text in enumerate(dossier.texts) if wording(text) == words]
                rows = rows[np.isin(rows[:, 2], texts)]
        case "article":
            rows = named[named[:, 0] == article] if value else named
    return rows[:, 0], rows[:, 1]


def _number(words: tuple[str, ...], word: str) -> int:
    """The number of a word; -2, which nothing has, where there is none."""
    return words.index(word) if word in words else -2


def _together(dossier: Dossier, key: str) -> tuple[Numbers, Numbers]:
    """Sentences that name both; where there is none, the first that names the entity."""
    import numpy as np

    numbers = np.flatnonzero(dossier.beside[:, 0] == _number(dossier.keys, key))
    within = np.unique(dossier.others[np.isin(dossier.others[:, 1], numbers), 0])
    rows = dossier.together[np.isin(dossier.together[:, 1], numbers)][:, [0, 2]]
    alone = np.setdiff1d(within, rows[:, 0])
    first = dossier.named[dossier.first_named()[alone]][:, :2]
    every = np.concatenate((rows, first))
    every = every[np.lexsort((every[:, 1], every[:, 0]))]
    return every[:, 0], every[:, 1]


def place(
    article: Article, names: Names | None, sentence: int, key: str, target: Target, about: Place
) -> Place:
    """A sentence with what in it is meant; `about` says whose it is."""
    if not 0 <= sentence < len(article.sentences):
        return Place(about.article, about.outlet, about.published, about.title, -1,
                     article.headline, ())  # fmt: skip
    at = article.sentences[sentence]
    if target.section == "said":
        spans = _quoted(article, names, at, key)
    else:
        spans = _mentioned(names, at, {key, target.value if target.section == "with" else key},
                           target)  # fmt: skip
    text = article.sentence_text(at)
    inside = sorted((max(0, a - at.start), min(len(text), b - at.start)) for a, b in spans)
    return Place(about.article, about.outlet, about.published, about.title, sentence, text,
                 tuple((a, b) for a, b in inside if a < b))  # fmt: skip


def _mentioned(
    names: Names | None, at: Sentence, keys: set[str], target: Target
) -> Iterator[tuple[int, int]]:
    for entity in names.entities if names else ():
        if entity.key in keys:
            for m in entity.mentions:
                if target.section == "spelling" and bare(m.text) != target.value:
                    continue
                if (m.within, m.paragraph) == (at.within, at.paragraph) and (
                    at.start <= m.start < at.end
                ):
                    yield m.start, m.end


def _quoted(
    article: Article, names: Names | None, at: Sentence, key: str
) -> Iterator[tuple[int, int]]:
    speaking = {number for number, speaker in names.speakers if speaker == key} if names else set()
    for number in speaking:
        q = article.quotations[number]
        if (
            is_said(article, q)
            and not is_denied(article, q)
            and (q.within, q.paragraph) == (at.within, at.paragraph)
            and (at.start <= q.start < at.end)
        ):
            yield q.start, q.end
