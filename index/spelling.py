"""Words of the index by their letters: how often one is there, which is most like another.

A snapshot of the index and folded words go in.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.analysis import Form, form
from index.postings.forms import fitting, words_beginning
from index.postings.snapshot import Snapshot
from index.query.shapes import Exactly
from index.schema import TEXT_FIELDS

_AT_ONCE = 2_000  # words held against one, a few milliseconds; all of them took over a second
_REMEMBERED = 1_000  # words of a snapshot whose likest one is not looked up again


def often(snapshot: Snapshot, word: str) -> int:
    """In how many texts a word stands, in any case."""
    return sum(count for _, count in written(snapshot, word))


def written(
    snapshot: Snapshot, word: str, fields: tuple[str, ...] = ("body",)
) -> Iterator[tuple[Form, int]]:
    """How a word is written in texts, and in how many of them; a way may come more than once."""
    shape = Exactly(form(word))
    for field in fields:
        for _, part in snapshot.parts(field):
            terms, _ = fitting(part.lexicon, shape)
            counts = part.postings.articles(terms).tolist()
            for term, count in zip(terms.tolist(), counts, strict=True):
                yield part.lexicon.forms(term, term + 1)[0], count


def stands(snapshot: Snapshot, word: str) -> int:
    """In how many titles and texts a word stands."""
    return sum(count for _, count in written(snapshot, word, TEXT_FIELDS))


def nearest(snapshot: Snapshot, word: str) -> str | None:
    """The word of the index most like one, itself left out, or None.

    At most two letters differ (OSA distance), in short words one, and not the first; of several
    the one that most texts hold.
    """
    if word in snapshot.likest:
        return snapshot.likest[word]
    if len(snapshot.likest) > _REMEMBERED:
        snapshot.likest.clear()
    found = snapshot.likest[word] = _nearest(snapshot, word) if len(word) > 2 else None
    return found


def _nearest(snapshot: Snapshot, word: str) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known: set[str] = set()
    for name in TEXT_FIELDS:
        for _, part in snapshot.parts(name):
            known |= words_beginning(part.lexicon, word[:1])
    known.discard(word)
    words, most = sorted(known), 1 if len(word) < 5 else 2
    near = [
        found
        for at in range(0, len(words), _AT_ONCE)  # other threads have their turn in between
        for found in process.extract(
            word, words[at : at + _AT_ONCE], scorer=OSA.distance, limit=20, score_cutoff=most
        )
    ]
    if not near:
        return None
    least = min(distance for _, distance, _ in near)
    likest = [spelt for spelt, distance, _ in near if distance == least]
    return max(sorted(likest), key=lambda spelt: often(snapshot, spelt))


def is_one_slip(word: str, other: str) -> bool:
    """Whether two words differ by one letter, case and accents aside.

    >>> is_one_slip("goverment", "government"), is_one_slip("merker", "mercer")
    (True, True)
    """
    from rapidfuzz.distance import OSA

    return OSA.distance(form(word).folded, form(other).folded, score_cutoff=1) == 1
