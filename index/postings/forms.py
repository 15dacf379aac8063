"""Which terms of a field a word of a query stands for, looked up over whole slices.

What fits is said by `query.shapes`; here is how it is found quickly: the forms of a stem are
one slice of the sorted terms, a prefix is one slice and a few stems, a pattern is tried on the
words that hold its longest letters, anything else on every different word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from index.analysis import SEPARATOR, read_key
from index.postings.arrays import Array, distinct
from index.postings.lexicon import Lexicon
from index.postings.segment import Terms
from index.postings.snapshot import Snapshot
from index.query import shapes
from index.query import watch as watches
from index.query.shapes import Shape
from index.query.watch import Watch

_LINE = ord("\n")
_MARK = "\0"  # a sign that stands in no word
_REMEMBERED = 500  # words whose forms are not looked up again


def chosen(
    snapshot: Snapshot, field: str, shape: Shape, watch: Watch
) -> Iterator[tuple[int, Terms, Array, Array]]:
    """For each segment: its base, its terms of the field, the rising ones that fit, weights."""
    watch.mind()
    if isinstance(shape, shapes.Alike):
        yield from _alike(snapshot, field, shape)
        return
    found = []
    for base, part in snapshot.parts(field):
        terms, weights = fitting(part.lexicon, shape)
        if len(terms):
            found.append((base, part, terms, weights))
    if sum(len(terms) for _, _, terms, _ in found) > watches.MOST_FORMS:
        fewer = _most_frequent(found)
        if fewer is not found:
            watch.cut()
            found = fewer
    yield from found


def fitting(lexicon: Lexicon, shape: Shape) -> tuple[Array, Array]:
    """The rising numbers of the terms that fit, and what each of them counts."""
    match shape:
        case shapes.Exactly(form) | shapes.Related(form) | shapes.InCapitals(form):
            found = lexicon.looked_up.get(shape)
            if found is None:
                if len(lexicon.looked_up) > _REMEMBERED:
                    lexicon.looked_up.clear()
                found = lexicon.looked_up[shape] = _of_stems(
                    lexicon,
                    shape.stems if isinstance(shape, shapes.Related) else (form.stem,),
                    shape,
                )
            return found
        case shapes.Beginning(prefix):
            terms = _beginning(lexicon, prefix)
        case shapes.Patterned():
            terms = _patterned(lexicon, shape)
        case shapes.Expressed():
            terms = _expressed(lexicon, shape)
        case _:
            terms = np.array(
                [n for n, form in enumerate(lexicon.forms(0, len(lexicon))) if shape.fits(form)],
                np.int64,
            )
    return terms, np.ones(len(terms))


def frequent(snapshot: Snapshot, prefix: str, limit: int) -> list[tuple[str, int]]:
    """Words of the texts that begin so, with the articles their forms are in, added up."""
    often: Counter[str] = Counter()
    for _, part in snapshot.parts("body"):
        terms = _beginning(part.lexicon, prefix)
        articles = part.postings.articles(terms)
        for word, count in zip(part.lexicon.folded(terms), articles.tolist(), strict=True):
            if not word.endswith(("'s", "'")):
                often[word] += count
    return sorted(often.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]


def words_beginning(lexicon: Lexicon, prefix: str) -> set[str]:
    """The folded words of a field that begin so."""
    return set(lexicon.folded(_beginning(lexicon, prefix)))


def _of_stems(
    lexicon: Lexicon,
    stems: tuple[str, ...],
    shape: shapes.Exactly | shapes.Related | shapes.InCapitals,
) -> tuple[Array, Array]:
    found = []
    for stem in stems:
        first, keys = lexicon.stretch((stem + SEPARATOR).encode("utf-8", "replace"))
        forms = enumerate(map(read_key, keys), first)
        found += [(term, shape.weight(form)) for term, form in forms if shape.fits(form)]
    found.sort()
    return np.array([term for term, _ in found], np.int64), np.array([one for _, one in found])


def _beginning(lexicon: Lexicon, prefix: str) -> Array:
    ends = [prefix.encode("utf-8", "replace")]
    ends += [
        (stem + SEPARATOR).encode("utf-8", "replace") for stem in shapes.stems_of_prefix(prefix)
    ]
    slices = [lexicon.beginning(end) for end in ends]
    found = [
        lexicon.beginning_folded(prefix, first, last) for first, last in slices if first < last
    ]
    return distinct(np.concatenate(found)) if found else np.zeros(0, np.int64)


def _patterned(lexicon: Lexicon, shape: shapes.Patterned) -> Array:
    if len(shape.part) > 1 or not shape.head:
        terms = lexicon.holding(shape.part) if shape.part else np.arange(len(lexicon))
    else:
        terms = _beginning(lexicon, shape.head)
    # All words on lines, marked in one call: one by one they took ten times as long.
    marked = shapes.lines_of(shape.pattern).sub(f"\n{_MARK}", lexicon.lines(terms))
    signs = np.frombuffer(marked.encode(), np.uint8)
    begins = np.flatnonzero(signs == _LINE)[:-1] + 1
    fitting: Array = terms[signs[begins] == ord(_MARK)]
    return fitting


def _expressed(lexicon: Lexicon, shape: shapes.Expressed) -> Array:
    words = lexicon.words
    found = words.terms(words.matching(shapes.compiled_for_lines(shape.pattern)))
    others, written = lexicon.written
    more = others[written.matching(shapes.compiled_for_lines(shape.pattern))]
    return distinct(np.concatenate([found, more]))


def _alike(
    snapshot: Snapshot, field: str, shape: shapes.Alike
) -> Iterator[tuple[int, Terms, Array, Array]]:
    """The words most like one, the same whatever the segments."""
    found = [
        (base, part, part.lexicon.words.like(shape.folded, shape.edits))
        for base, part in snapshot.parts(field)
    ]
    distances: dict[str, int] = {}  # of words without their possessives
    for _, _, near in found:
        for _, word, distance in near:
            owner = shapes.owner(word)
            distances[owner] = min(distance, distances.get(owner, distance))
    if len(distances) > shapes.MOST_ALIKE:
        often: Counter[str] = Counter()
        for _, part, near in found:
            for place, word, _ in near:
                terms = part.lexicon.words.terms(np.array([place]))
                often[shapes.owner(word)] += int(part.postings.articles(terms).sum())
        ranked = sorted(distances, key=lambda word: (distances[word], -often[word], word))
        distances = {word: distances[word] for word in ranked[: shapes.MOST_ALIKE]}
    for base, part, near in found:
        kept = [
            (place, distance) for place, word, distance in near if shapes.owner(word) in distances
        ]
        places = np.array([place for place, _ in kept], np.int64)
        words = part.lexicon.words
        weights: Array = np.repeat(
            [shapes.ALIKE**distance for _, distance in kept], words.counts(places)
        )
        terms, counting = _with_forms(part.lexicon, shape.word, words.terms(places), weights)
        if len(terms):
            yield base, part, terms, counting


def _with_forms(
    lexicon: Lexicon, word: shapes.Related | None, terms: Array, weights: Array
) -> tuple[Array, Array]:
    """Terms like a word and those of its other forms, each with the higher of its weights."""
    if word is None:
        return terms, weights
    forms, theirs = fitting(lexicon, word)
    together = distinct(np.concatenate([terms, forms]))
    highest = np.zeros(len(together))
    for some, counting in ((terms, weights), (forms, theirs)):
        places = np.searchsorted(together, some)
        highest[places] = np.maximum(highest[places], counting)
    return together, highest


def alike(snapshot: Snapshot, field: str, shape: shapes.Alike) -> Counter[str]:
    """The words that one word~ stands for, with the articles that hold each."""
    found: Counter[str] = Counter()
    for _, part, terms, _ in _alike(snapshot, field, shape):
        articles = part.postings.articles(terms)
        for word, count in zip(part.lexicon.folded(terms), articles.tolist(), strict=True):
            found[shapes.owner(word)] += count
    return found


def _most_frequent(
    found: list[tuple[int, Terms, Array, Array]],
) -> list[tuple[int, Terms, Array, Array]]:
    """Of all forms the most frequent of the whole index, the same whatever its segments."""
    counts: dict[bytes, int] = {}
    keys = [[part.lexicon.key(term) for term in terms.tolist()] for _, part, terms, _ in found]
    for held, (_, part, terms, _) in zip(keys, found, strict=True):
        for key, count in zip(held, part.postings.articles(terms).tolist(), strict=True):
            counts[key] = counts.get(key, 0) + count
    if len(counts) <= watches.MOST_FORMS:
        return found
    most = set(sorted(counts, key=lambda key: (-counts[key], key))[: watches.MOST_FORMS])
    left = []
    for held, (base, part, terms, weights) in zip(keys, found, strict=True):
        stays = np.array([key in most for key in held], bool)
        if stays.any():
            left.append((base, part, terms[stays], weights[stays]))
    return left
