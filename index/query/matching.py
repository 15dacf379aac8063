"""Queries as Whoosh objects that know all their hits in a segment at once.

Each is a `whoosh.query.Query`: any searcher and collector of Whoosh can run it, through
`matcher`. Our own collector asks `hits` instead, a mapping of document numbers to scores.
Words are scored by BM25F over title and body as one term, whatever forms they stand for;
everything that only narrows scores nothing.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from whoosh.matching import ListMatcher
from whoosh.query import Query

from index.query.shapes import Shape
from index.query.watch import Watch

# Measured by benchmarks/retrieval.py, 400 headlines among 5,097 articles: MRR .913 → .923 and
# nDCG@10 .871 → .885 from the customary 1.2, 2.5 and 0.75; alike on either half of the queries.
K1 = 2.0  # how soon more of the same word counts no more
WEIGHTS = {"title": 5.0, "body": 1.0}  # what a word counts there
LENGTHS = {"title": 0.3, "body": 0.85}  # how much a long text dilutes it
MANY_FORMS = 200  # more forms than these are not counted one by one
MOST_POSTINGS = 300_000  # of so many forms, in one segment and field: a second or two

Hits = dict[int, float]


class Columns:
    """Columns of segments as arrays, kept as long as the segment is in use."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], array[int]] = {}

    def of(self, reader: Any, name: str) -> array[int]:
        """One column of a segment, by document number."""
        if reader.segment() is None:  # an empty index has one reader without a segment
            return array("I")
        place = (str(reader.segment().segment_id()), name)
        found = self._kept.get(place)
        if found is None:
            found = reader.column_reader(name).load()
            missing = reader.doc_count_all() - len(found)
            found.extend([0] * missing)
            self._kept[place] = found
        return found

    def keep_only(self, segments: set[str]) -> None:
        """Forget the columns of all other segments."""
        self._kept = {place: kept for place, kept in self._kept.items() if place[0] in segments}


class Computed(Query):  # type: ignore[misc]
    """A query that computes its hits in a whole segment."""

    def hits(self, searcher: Any) -> Hits:
        """Document numbers of the segment, each with its score."""
        raise NotImplementedError

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """The hits as Whoosh's collectors walk over them."""
        hits = self.hits(searcher)
        ids = sorted(hits)
        return ListMatcher(ids, [hits[number] for number in ids])


def segments(searcher: Any) -> list[Any]:
    """The searchers of all segments; none for an empty index."""
    leaves = (leaf for leaf, _ in searcher.leaf_searchers())
    return [leaf for leaf in leaves if leaf.reader().segment() is not None]


def gone(reader: Any) -> frozenset[int]:
    """Document numbers of a segment that were deleted."""
    if not reader.has_deletions():
        return frozenset()
    return frozenset(range(reader.doc_count_all())).difference(reader.all_doc_ids())


class Occurring(Computed):
    """Articles in which words occur, scored by BM25F over the archive's living articles."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = fields
        self._scores: dict[str, Hits] | None = None

    def frequencies(self, reader: Any, field: str) -> Hits:
        """How often the words occur in each article of a segment, by weight."""
        raise NotImplementedError

    def hits(self, searcher: Any) -> Hits:
        """Hits in one segment; the statistics are those of all segments."""
        if self._scores is None:
            self._scores = self._score(searcher.get_parent())
        return self._scores[_segment(searcher)]

    def _score(self, parent: Any) -> dict[str, Hits]:
        found = []
        for searcher in segments(parent):
            reader = searcher.reader()
            counts = {field: self.frequencies(reader, field) for field in self.fields}
            found.append((searcher, counts, set().union(*counts.values())))
        having = sum(len(numbers) for _, _, numbers in found)
        rarity = math.log(1 + (parent.doc_count() - having + 0.5) / (having + 0.5))
        rarity *= K1 + 1
        scores: dict[str, Hits] = {}
        for searcher, counts, _ in found:
            sums = self._sums(parent, searcher.reader(), counts)
            scores[_segment(searcher)] = {
                number: rarity * value / (K1 + value) for number, value in sums.items()
            }
        return scores

    def _sums(self, parent: Any, reader: Any, counts: dict[str, Hits]) -> Hits:
        sums: Hits = {}
        for field, frequencies in counts.items():
            share = LENGTHS.get(field, 0.0)
            weight = WEIGHTS.get(field, 1.0)
            slope = share / (parent.avg_field_length(field) or 1.0)
            length = reader.doc_field_length
            for number, count in frequencies.items():
                part = weight * count / (1 - share + slope * length(number, field))
                sums[number] = sums.get(number, 0.0) + part
        return sums


class OneOf(Occurring):
    """A word, with all the forms it stands for."""

    def __init__(self, fields: Sequence[str], shape: Shape, watch: Watch) -> None:
        super().__init__(fields)
        self.shape = shape
        self.watch = watch

    def frequencies(self, reader: Any, field: str) -> Hits:
        """Occurrences of all forms, each by its weight; once each where there are very many."""
        forms = self.watch.forms(self.shape, reader, field)
        counts: Hits = {}
        if len(forms) > MANY_FORMS:
            return self._each_once([key for key, _ in forms], reader, field)
        for key, weight in forms:
            postings = reader.postings(field, key)
            while postings.is_active():
                number = postings.id()
                counts[number] = counts.get(number, 0.0) + weight * postings.weight()
                postings.next()
            self.watch.mind()
        return counts

    def _each_once(self, keys: list[bytes], reader: Any, field: str) -> Hits:
        """The articles with any of very many words; all count alike."""
        counts: Hits = {}
        read = 0
        for key in self.watch.by_frequency(keys, reader, field):
            read += reader.doc_frequency(field, key)
            if read > MOST_POSTINGS and counts:
                self.watch.cut()
                break
            counts.update(dict.fromkeys(reader.postings(field, key).all_ids(), 1.0))
            self.watch.mind()
            if len(counts) == reader.doc_count():
                break
        return counts


class Numbered(Computed):
    """Articles whose number in a column passes a test."""

    def __init__(self, columns: Columns, name: str, passes: Callable[[int], bool]) -> None:
        self.columns = columns
        self.name = name
        self.passes = passes

    def hits(self, searcher: Any) -> Hits:
        """Living articles of the segment that pass."""
        reader = searcher.reader()
        passes, lost = self.passes, gone(reader)
        column = self.columns.of(reader, self.name)
        return {n: 0.0 for n, value in enumerate(column) if passes(value) and n not in lost}


class IdSet(Numbered):
    """Articles whose numbers in the records are in a set."""

    def __init__(self, columns: Columns, seqs: frozenset[int]) -> None:
        super().__init__(columns, "seq", seqs.__contains__)


class Valued(Computed):
    """Articles one of whose values in a field of whole values was chosen."""

    def __init__(self, field: str, choose: Callable[[Any], Iterable[bytes]]) -> None:
        self.field = field
        self.choose = choose

    def hits(self, searcher: Any) -> Hits:
        """Articles of the segment with such a value."""
        reader = searcher.reader()
        found: Hits = {}
        for key in self.choose(reader):
            if (self.field, key) in reader:
                found.update(dict.fromkeys(reader.postings(self.field, key).all_ids(), 0.0))
        return found


class All(Computed):
    """Every living article."""

    def hits(self, searcher: Any) -> Hits:
        """All documents of the segment that were not deleted."""
        return dict.fromkeys(searcher.reader().all_doc_ids(), 0.0)


class Both(Computed):
    """Articles that all of these find, their scores added."""

    def __init__(self, parts: Sequence[Computed]) -> None:
        self.parts = parts

    def hits(self, searcher: Any) -> Hits:
        """Hits of all parts."""
        found = sorted((part.hits(searcher) for part in self.parts), key=len)
        numbers = set(found[0])
        for hits in found[1:]:
            numbers &= hits.keys()
        return {number: math.fsum(hits[number] for hits in found) for number in numbers}


class Either(Computed):
    """Articles that one of these finds, their scores added."""

    def __init__(self, parts: Sequence[Computed]) -> None:
        self.parts = parts

    def hits(self, searcher: Any) -> Hits:
        """Hits of any part."""
        sums: Hits = {}
        for part in self.parts:
            for number, score in part.hits(searcher).items():
                sums[number] = sums.get(number, 0.0) + score
        return sums


class Without(Computed):
    """Articles that `kept` finds and `left_out` does not, with the scores of `kept`."""

    def __init__(self, kept: Computed, left_out: Computed) -> None:
        self.kept = kept
        self.left_out = left_out

    def hits(self, searcher: Any) -> Hits:
        """Hits of the one that are not hits of the other."""
        lost = self.left_out.hits(searcher).keys()
        return {n: score for n, score in self.kept.hits(searcher).items() if n not in lost}


class Weighed(Computed):
    """The hits of a part, their scores multiplied."""

    def __init__(self, part: Computed, factor: float) -> None:
        self.part = part
        self.factor = factor

    def hits(self, searcher: Any) -> Hits:
        """The same hits with other scores."""
        return {n: score * self.factor for n, score in self.part.hits(searcher).items()}


class Preferring(Computed):
    """The hits of a part; those that another part finds too score more."""

    def __init__(self, part: Computed, preferred: Computed) -> None:
        self.part = part
        self.preferred = preferred

    def hits(self, searcher: Any) -> Hits:
        """The hits of the one, the scores of both."""
        more = self.preferred.hits(searcher)
        return {n: score + more.get(n, 0.0) for n, score in self.part.hits(searcher).items()}


def _segment(searcher: Any) -> str:
    return str(searcher.reader().segment().segment_id())
