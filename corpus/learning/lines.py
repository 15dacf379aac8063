"""Lines that recur within one outlet: its furniture, found by standing in different texts.

Articles of one outlet come in as `Seen`, the lines of each by their keys; the recurring ones
come out with their counts. Copies of one text count once, and a sentence that recurs in
reports on one subject is background, not furniture.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.article import Article
from corpus.cleaning.lines import ends_as_sentence, word_count
from corpus.layer import RECURS, Recurring, line_key
from corpus.text import fold
from corpus.words import STOP

LEAST = 3  # different texts
LABEL_SHARE = 0.2  # of the outlet's different texts, for a label or heading
SENTENCE_SHARE = 0.5  # the same for a sentence, which may be background
MANY = 25  # different texts that make a label furniture even in a large outlet …
MANY_SHARE = 0.02  # … of which it is a small share
ONE_SUBJECT = 0.5  # share of titles with a word in common that makes articles one subject
OFTEN = 8  # different texts that make a sentence furniture in a smaller share …
OFTEN_SHARE = 0.1
ABOUT_THEM = 0.1  # … where at most this share of the titles has a word of the sentence
COPY = 0.5  # share of the shorter text's sentences, rare ones counting more
_SENTENCE = 8  # words
_COMMONEST = 200  # articles; a sentence in more of them says nothing of copies
_UNIT = 1_000_000  # shares are counted in whole numbers: sums must not depend on their order
_LONG_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Seen:
    """The lines of one article: all of them, those its own reading keeps, and of the sentences
    among these the words."""

    id: str
    lines: frozenset[str]
    kept: frozenset[str]
    sentences: Mapping[str, frozenset[str]]
    subject: frozenset[str]  # words of the title


def seen(article: Article) -> Seen:
    """What an article tells about its outlet's lines, as if no layer had been applied to it."""
    kept: dict[str, str] = {}
    for text in (article.standfirst, *(p.text for p in article.paragraphs)):
        if text and (key := line_key(text)):
            kept[key] = text
    lines = set(kept)
    for removed in article.removed:
        if removed.within is None and (key := line_key(removed.text)):
            lines.add(key)
            if removed.why.startswith(RECURS):
                kept[key] = removed.text
    return Seen(
        id=article.id,
        lines=frozenset(lines),
        kept=frozenset(kept),
        sentences={key: _long_words(text) for key, text in kept.items() if _is_sentence(text)},
        subject=_long_words(article.title or ""),
    )


def recurring(articles: Iterable[Seen]) -> dict[str, Recurring]:
    """The recurring lines among the articles of one outlet."""
    known = {article.id: article for article in articles}
    if len(known) < LEAST:
        return {}
    text_of = _different_texts(known)
    texts = len(set(text_of.values()))
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for article in known.values():
        for key in article.lines:
            holding[key].append(article.id)
    candidates = {key for article in known.values() for key in article.kept}
    sentences = {key for article in known.values() for key in article.sentences}
    found: dict[str, Recurring] = {}
    for key in sorted(candidates):
        holders = holding[key]
        if len(holders) < LEAST:
            continue
        different = len({text_of[one] for one in holders})
        if key in sentences:
            titles = [known[one].subject for one in holders]
            said = next(known[one].sentences[key] for one in holders if key in known[one].sentences)
            often = different >= max(OFTEN, OFTEN_SHARE * texts)
            recurs = _common(titles) <= ONE_SUBJECT and (
                different >= max(LEAST, SENTENCE_SHARE * texts)
                or (
                    often
                    and sum(not said.isdisjoint(t) for t in titles) <= ABOUT_THEM * len(titles)
                )
            )
        else:
            recurs = different >= max(LEAST, LABEL_SHARE * texts) or (
                different >= max(MANY, MANY_SHARE * texts)
            )
        if recurs:
            found[key] = Recurring(len(holders), len(known))
    return found


def _is_sentence(text: str) -> bool:
    return word_count(text) >= _SENTENCE and ends_as_sentence(text)


def _common(titles: Sequence[frozenset[str]]) -> float:
    """The share of the titles in which the commonest of their words stands."""
    counts = Counter(word for title in titles for word in title)
    return max(counts.values(), default=0) / len(titles)


def _long_words(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(fold(text))) - STOP


def _different_texts(articles: Mapping[str, Seen]) -> dict[str, str]:
    """For each article the one that stands for its text; copies share one."""
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for one, article in articles.items():
        for key in article.sentences:
            holding[key].append(one)
    weight = {key: _UNIT // len(ids) for key, ids in holding.items() if len(ids) <= _COMMONEST}
    total = {
        one: sum(weight.get(key, 0) for key in article.sentences)
        for one, article in articles.items()
    }
    shared: Counter[tuple[str, str]] = Counter()
    for key, ids in holding.items():
        if len(ids) > 1 and key in weight:
            for pair in combinations(sorted(ids), 2):
                shared[pair] += weight[key]
    first = {one: one for one in articles}

    def root(one: str) -> str:
        while first[one] != one:
            one = first[one]
        return one

    for (one, other), common in shared.items():
        if common >= COPY * min(total[one], total[other]):
            low, high = sorted((root(one), root(other)))
            first[high] = low
    return {one: root(one) for one in articles}
