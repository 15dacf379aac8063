"""What two sentences have in common beyond words.

In go two `Side`s and pairs of their sentences, out comes for each pair how many equal figures of
both count the same, and whether both name one source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from corpus.comparison.attribution import Attribution, same_source
from corpus.comparison.meetings import Places
from corpus.comparison.sides import Side
from corpus.words import content_stem, written

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Stems = frozenset[str]

_TOLD = frozenset(("date", "ordinal"))  # figures that count nothing


def equal_figures(left: Side, right: Side, at: Places) -> Numbers:
    """How many equal figures of two sentences count the same, or nothing that is named in
    sentences that share more than the figure."""
    import numpy as np

    theirs: defaultdict[Any, list[tuple[int, Stems, Stems]]] = defaultdict(list)
    for sentence, key, own, about in _figures(right):
        theirs[key].append((sentence, own, about))
    count: Counter[tuple[int, int]] = Counter()
    for sentence, key, own, about in _figures(left):
        for other, others, counted in theirs.get(key, ()):
            if about or counted:
                same = bool(about & counted)
            else:
                same = not left.stems[sentence] & right.stems[other] <= own | others
            count[sentence, other] += same
    return np.array([count.get(pair, 0) for pair in _pairs(at)], dtype=float)


def _figures(side: Side) -> Iterator[tuple[int, Any, Stems, Stems]]:
    """(sentence, kind and value, stems of the figure, of what is counted) of all that count."""
    for figure in side.article.figures:
        if figure.kind in _TOLD or figure.value is None:
            continue
        sentence = side.sentence_at(figure.within, figure.paragraph, figure.start)
        if sentence is not None:
            yield sentence, (figure.kind, figure.value), _stems(figure.text), _stems(figure.about)


def _stems(text: str | None) -> Stems:
    return frozenset(filter(None, map(content_stem, written(text or ""))))


def one_source(
    said: tuple[dict[int, Attribution], dict[int, Attribution]], at: Places
) -> NDArray[np.bool_]:
    """Whether two sentences name one source for what they say."""
    import numpy as np

    sources = [{n: s.source.name for n, s in one.items() if s.source is not None} for one in said]
    known: dict[tuple[str, str], bool] = {}
    found = []
    for i, j in _pairs(at):
        one, other = sources[0].get(i), sources[1].get(j)
        if one is None or other is None:
            found.append(False)
            continue
        if (one, other) not in known:
            known[one, other] = same_source(one, other) is True
        found.append(known[one, other])
    return np.array(found, dtype=bool)


def _pairs(at: Places) -> Any:
    return zip(at.rows.tolist(), at.columns.tolist(), strict=True)
