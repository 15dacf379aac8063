"""Keyword in context: places where a query's words stand, each with what is around it.

A stretch of a concordance and the articles of its places go in; one `Hit` a place comes out,
whose snippet is the place with its surroundings and one span, so that the usage of a word can be
read across outlets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from corpus.article import Article, Where
from index.analysis import Token, tokens
from index.answers import Snippet
from index.marking import Text, seen
from index.results import Hit
from index.schema import GAP, TEXT_FIELDS

if TYPE_CHECKING:
    from index.concordance import Concordance
    from index.folding import Groups
    from index.search import Searched

_READ = 200  # articles that are read at once
AROUND = 120  # characters on either side, before they are cut at words
_NEAR = 8 * AROUND  # that are looked at: of these some may be unseen, and a text may be a book


class _Text(NamedTuple):
    """A text of an article with its words, and the position of the first of them."""

    within: Where
    paragraph: int
    text: str
    words: list[Token]
    position: int


class Placed:
    """An article in which places are looked up by the positions of their words."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._fields: dict[bool, list[_Text]] = {}

    def hit(self, hit: Hit, title: bool, first: int, last: int) -> Hit:
        """The hit of a place, with its surroundings and its sentence; as it was, where the
        article has no such place."""
        for one in self._texts(title):
            at = first - one.position
            if not 0 <= at < len(one.words):
                continue
            words = one.words[at : last - one.position + 1]  # a stretch ends with its text
            start, end = words[0].start, words[-1].end
            sentence = self._sentence(one, start)
            return replace(hit, snippet=_around(one.text, start, end), sentence=sentence)
        return hit

    def _texts(self, title: bool) -> list[_Text]:
        found = self._fields.get(title)
        if found is None:
            found, position = [], 0
            for within, paragraph, text in self._article.texts():
                if (within == "title") == title:
                    words = tokens(text)
                    found.append(_Text(within, paragraph, text, words, position))
                    position += len(words) + GAP
            self._fields[title] = found
        return found

    def _sentence(self, of: _Text, at: int) -> int | None:
        """The number of the sentence that stands at a place."""
        for number, one in enumerate(self._article.sentences):
            if (one.within, one.paragraph) == of[:2] and one.start <= at < one.end:
                return number
        return None


def _around(text: str, start: int, end: int) -> Snippet:
    """A place with what stands around it, cut at words."""
    begin, beyond = max(0, start - _NEAR), end + _NEAR
    is_whole = beyond >= len(text)
    near = text[begin:beyond]
    shown = Text("body", 0, near, seen(near))
    text, start, end = shown.seen, shown.at(start - begin), shown.at(end - begin)
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first or begin:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text) or not is_whole:
        last = max(text.rfind(" ", end, last), end)
    return Snippet(text[first:last], ((start - first, end - first),))


def hits_at(
    records: Searched,
    found: Concordance,
    shown: slice,
    stories: Groups | None,
    *,
    snippets: bool,
) -> tuple[Hit, ...]:
    """The hits of some places; the articles are read a few at a time, without `snippets` none."""
    asked = found.seqs[shown].tolist()
    rows = records.rows_by_seq(list(dict.fromkeys(asked)))
    firsts = stories.firsts_of(list(rows)) if stories else {}
    ids = records.ids_of(firsts.values())
    story = {seq: ids.get(first) for seq, first in firsts.items()}
    columns = (found.scores, found.fields, found.first, found.last)
    each = zip(asked, *(column[shown].tolist() for column in columns), strict=True)
    places = [place for place in each if place[0] in rows]  # others were removed meanwhile
    hits = [Hit(rows[seq], score, None, story=story.get(seq)) for seq, score, *_ in places]
    of: dict[int, list[int]] = {}
    for number, (seq, *_) in enumerate(places if snippets else ()):
        of.setdefault(seq, []).append(number)
    waiting = iter(of)
    while some := list(islice(waiting, _READ)):
        for seq, article in records.articles_by_seq(some).items():
            placed = Placed(article)
            for number in of[seq]:
                _, _, field, first, last = places[number]
                title = TEXT_FIELDS[field] == "title"
                hits[number] = placed.hit(hits[number], title, first, last)
    return tuple(hits)


def not_all(found: Concordance) -> tuple[str, ...]:
    """What to know of places that are none, or not all there are."""
    if not len(found):
        return ("The query asks for nothing that is a word of a text, so there are no places.",)
    if found.articles < found.total:
        return (
            f"There are too many places: the first {len(found):,}, in {found.articles:,} of "
            f"{found.total:,} articles, are listed. Narrow the query by date: or outlet:.",
        )
    return ()


def parts_of(hits: Iterable[Hit]) -> Iterable[tuple[Hit, str, str, str]]:
    """Each place as what precedes, the hit, what follows."""
    for hit in hits:
        if hit.snippet is not None:
            (start, end), text = hit.snippet.spans[0], hit.snippet.text
            yield hit, text[:start], text[start:end], text[end:]
