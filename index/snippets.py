"""The passage of an article that shows most of a query, cut at sentences and words, with marks.

Where the passage begins is told by the index (`index.spots`), so that nothing but what is shown
is cut into words; where the index cannot tell, all paragraphs are looked through for the letters
of the query (`index.marking`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from corpus.article import Quotation, Where
from index.analysis import Form, word_at
from index.answers import Snippet
from index.marking import (
    NEW,
    Keeping,
    Place,
    Text,
    letters_of,
    places,
    promised,
    seen,
    spans,
    words_between,
)
from index.query.rows import Row
from index.spots import Spot

LENGTH = 240  # characters of a passage
_LEAD = 40  # characters before the first hit, at most
_WORD = 6.0  # characters of a word and its blank, in English news
_AROUND = 3 * LENGTH  # characters on either side of a hit in which its passage lies
_AFTER = ".,;:!?)”’\"'"  # signs that stay with the last word


def quotation(article: Readable, one: Quotation) -> Snippet | None:
    """The passage with a quotation, marked as far as it is seen; None for one of the title."""
    text = next((text for *at, text in _texts(article) if at == [one.within, one.paragraph]), None)
    if text is None:
        return None
    starts = [
        sentence.start
        for sentence in article.sentences
        if (sentence.within, sentence.paragraph) == (one.within, one.paragraph)
        and sentence.start <= one.start
    ]
    begin = _begin(text, max(starts, default=0), one.start, one.end - one.start)
    start, end = _bounds(begin)
    passage = _cut(begin, ())
    shift = (1 if start else 0) - start
    last = min(begin.hit + len(seen(text[one.start : one.end])), end)
    return Snippet(passage.text, ((begin.hit + shift, last + shift),))


class Paragraph(Protocol):
    """A piece of an article's text."""

    @property
    def text(self) -> str: ...


class Sentence(Protocol):
    """A sentence as a span of the title, the standfirst or a paragraph."""

    @property
    def within(self) -> str: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Readable(Protocol):
    """What a passage is taken from: an article, or as much of it as that needs."""

    @property
    def standfirst(self) -> str | None: ...
    @property
    def paragraphs(self) -> Sequence[Paragraph]: ...
    @property
    def sentences(self) -> Sequence[Sentence]: ...


class _Begin(NamedTuple):
    """Where a passage begins: the text as it is shown, a sentence in it, and the first hit.

    `reach` is how many characters further on the last hit stands that is to be seen. Of a long
    text it may be a part; `cut` says whether that begins later and whether it ends sooner.
    `keeping` tells which of the places in it are marked.
    """

    text: str
    sentence: int
    hit: int
    reach: int
    cut: tuple[bool, bool] = (False, False)
    keeping: Keeping | None = None


def snippet(
    article: Readable,
    rows: Sequence[Row],
    keeping: Keeping | None = None,
    spot: Spot | None = None,
    quotations: Sequence[Quotation] | None = None,
) -> Snippet | None:
    """The passage with the most of the query in it; the first one where there is none.

    `spot` is where the index has it; without one it is looked for in the text. `quotations` are
    those of the article, for a query that asks for words inside them.
    """

    def kept(shown: Text) -> Keeping | None:
        return (
            keeping if keeping is None or quotations is None else keeping.beside(quotations, shown)
        )

    begin = None
    if spot is not None and spot.somewhere:
        begin = _spotted(article, rows, spot)
    if begin is None and rows and (spot is None or spot.somewhere):
        begin = _best(article, rows, kept)
    if begin is None:
        first = next(_texts(article), None)
        if first is None:
            return None
        shown = Text(*first, seen(first[2]))
        begin = _Begin(shown.seen, 0, 0, 0, keeping=kept(shown))
    return _cut(begin, rows)


def _spotted(article: Readable, rows: Sequence[Row], spot: Spot) -> _Begin | None:
    """What the index told, found in the text; None where that says otherwise."""
    sentences = article.sentences
    first = next((at for at, one in enumerate(sentences) if one.within != "title"), 0)
    if len(sentences) - first != spot.sentences:
        sentences = [one for one in sentences[first:] if _has_word(article, one)]
        first = 0
    if len(sentences) - first != spot.sentences:
        return None
    sentence = sentences[first + spot.sentence]
    text = _text_of(article, sentence)
    word = word_at(text, sentence.start, spot.word)
    if word is None:
        return None
    form = Form(*word[2:])
    if not any(row[0].fits(form) for row in rows):
        return None
    reach = round((spot.reach + 1) * _WORD) - 1
    first = text.rfind(" ", 0, max(0, word.start - _AROUND)) + 1
    last = text.find(" ", word.start + _AROUND)
    last = last if last >= 0 else len(text)
    found = _begin(text[first:last], max(0, sentence.start - first), word.start - first, reach)
    return found._replace(cut=(first > 0, last < len(text)))


def _has_word(article: Readable, sentence: Sentence) -> bool:
    word = word_at(_text_of(article, sentence), sentence.start, 0)
    return word is not None and word.start < sentence.end


def _text_of(article: Readable, sentence: Sentence) -> str:
    if sentence.within == "standfirst":
        return article.standfirst or ""
    return article.paragraphs[sentence.paragraph].text


def _begin(text: str, sentence: int, hit: int, reach: int) -> _Begin:
    shown = Text("body", 0, text, seen(text))
    return _Begin(shown.seen, shown.at(sentence), shown.at(hit), reach)


def _best(
    article: Readable, rows: Sequence[Row], kept: Callable[[Text], Keeping | None]
) -> _Begin | None:
    """Where in the texts the passage with the most of the query begins.

    Of equals it is the first. What promises most is cut into words first, and what promises
    less than was found not at all.
    """
    texts = list(_texts(article))
    best: tuple[float, int, int, int] | None = None
    letters = letters_of(rows)
    promises = sorted((-promised(text, letters), at) for at, (*_, text) in enumerate(texts))
    for promise, at in promises:
        if not promise or (best is not None and (promise, at) > best[:2]):
            break
        text = texts[at][2]
        found = places(text, rows, letters, kept(Text(*texts[at], text)))
        for number, place in enumerate(found):
            worth, end = _worth(found, number)
            if best is None or (-worth, at) < best[:2]:
                best = -worth, at, place.start, end
    if best is None:
        return None
    _, at, hit, end = best
    within, paragraph, text = texts[at]
    starts = [
        one.start
        for one in article.sentences
        if (one.within, one.paragraph) == (within, paragraph) and one.start <= hit
    ]
    begin = _begin(text, max(starts, default=0), hit, end - hit)
    return begin._replace(keeping=kept(Text(*texts[at], begin.text)))


def _worth(found: list[Place], number: int) -> tuple[float, int]:
    """How much of the query stands in the passage that begins at a place, and where that ends."""
    start, end, seen, worth = found[number].start, 0, set(), 0.0
    for place in found[number:]:
        if place.end > start + LENGTH - _LEAD:
            break
        worth += 1.0 if place.row in seen else NEW
        seen.add(place.row)
        end = max(end, place.end)
    return worth, end


def _texts(article: Readable) -> Iterator[tuple[Where, int, str]]:
    """Standfirst and paragraphs, as far as anything stands in them."""
    if article.standfirst and article.standfirst.strip():
        yield "standfirst", 0, article.standfirst
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.text.strip():
            yield "body", number, paragraph.text


def _cut(begin: _Begin, rows: Sequence[Row]) -> Snippet:
    text, keeping = begin.text, begin.keeping
    start, end = _bounds(begin)
    before = "…" if start or begin.cut[0] else ""
    after = "…" if end < len(text) or begin.cut[1] else ""
    passage = text[start:end]
    if keeping is None:
        shift, marked = len(before), spans(passage, rows) if rows else []
    else:  # what a place is near may stand outside the passage
        shift, whole = len(before) - start, spans(text, rows, keeping)
        marked = [span for span in whole if start <= span[0] and span[1] <= end]
    return Snippet(before + passage + after, tuple((a + shift, b + shift) for a, b in marked))


def _bounds(begin: _Begin) -> tuple[int, int]:
    text, opening, hit, reach, *_ = begin
    if len(text) <= LENGTH:
        return 0, len(text)
    # A passage opens at the beginning of the hit's sentence if that is near and leaves room for
    # what follows, else at a word.
    before = hit - opening
    if before > LENGTH // 2 or before + reach > LENGTH:
        opening = max(0, hit - _LEAD)
        words = words_between(text, text.rfind(" ", 0, opening) + 1, hit)
        opening = next((word.start for word in words if word.start >= opening), hit)
        opening = min(opening, hit)
    opening = 0 if opening <= _LEAD else opening
    ending = opening + LENGTH
    if ending >= len(text):
        return opening, len(text)
    ending = _last_end(text, opening, ending)
    while ending < len(text) and text[ending] in _AFTER and ending < opening + LENGTH + 3:
        ending += 1
    return opening, ending


def _last_end(text: str, opening: int, ending: int) -> int:
    """Where the last word ends that fits between two places; the second one where none does."""
    at = ending
    while at > opening:
        begin = text.rfind(" ", opening, at) + 1 or opening
        ends = [word.end for word in words_between(text, begin, at) if word.end <= ending]
        if ends:
            return ends[-1]
        at = begin - 1
    return ending
