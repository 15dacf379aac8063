"""What a few sentences are about, in a handful of words: for the one line they fold to.

In go a text's sentences and the names in them, out come names first, then groups of words that
an article, a number or "of" opens ("the door tests"). Nothing is weighed or judged; the words
are the text's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.article import Article, Names, Where
from corpus.words import DAYS, SAYING, STOP

Stretch = tuple[Where, int, int, int]
"""A place: the text it stands in, its paragraph there, start and end."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME = re.compile(r"[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*(?:\s(?:of\s|the\s|al-)?[A-Z][\w’'-]+)*")
_OPENS = frozenset(
    """a an the his her its their our this that these those of no some several many most more
    two three four five six seven eight nine ten dozens hundreds thousands for with by
    into""".split()
)
_TITLES = frozenset(
    """mr mrs ms mx dr drs prof profs sen sens rep reps gov govs gen col capt cmdr lt sgt rev hon
    messrs sir dame""".split()
)
"""Words before a name, which are none themselves."""
_LOOSE_ENDS = ("ed", "ing", "ly")  # a verb or adverb that the group ran into
_GROUP = 2  # words of a group; a third is a verb more often than not


def gist(article: Article, stretches: Sequence[Stretch], names: Names | None) -> tuple[str, ...]:
    """What stands in these stretches of an article: names, the most mentioned first, and groups
    of words, those whose last word comes back first. Empty when there is neither."""
    texts = [article.text_of(w, p)[a:b] for w, p, a, b in stretches]
    named = _named(texts) if names is None else _known(stretches, names)
    groups = _groups(texts, {word for name in named for word in name.casefold().split()})
    out: list[str] = []
    for words in (*named[:2], *groups[:4], *named[2:]):
        if not any(words in longer for longer in out):
            out.append(words)
    return tuple(out)


def _known(stretches: Sequence[Stretch], names: Names) -> list[str]:
    """Entities with a mention within the stretches."""
    found: Counter[str] = Counter()
    for entity in names.entities:
        for m in entity.mentions:
            for within, paragraph, start, end in stretches:
                if (m.within, m.paragraph) == (within, paragraph) and start <= m.start < end:
                    found[entity.name] += 1
    return [name for name, _ in found.most_common() if not _is_title(name)]


def _is_title(name: str) -> bool:
    return name.rstrip(".").casefold() in _TITLES


def _named(texts: Iterable[str]) -> list[str]:
    """Words in capitals that no sentence begins with, where nobody has found the names yet."""
    found: Counter[str] = Counter()
    for text in texts:
        for match in _NAME.finditer(text):
            words = match.group().split()
            if match.start() <= 1:
                words = words if len(words) > 1 and words[0].casefold() not in STOP else words[1:]
            while words and _is_title(words[0]):
                words = words[1:]
            lowered = [word.casefold() for word in words]
            if words and lowered[0] not in STOP and not DAYS.intersection(lowered):
                found[" ".join(words)] += 1
    return [name for name, _ in found.most_common()]


def _groups(texts: Iterable[str], taken: set[str]) -> list[str]:
    """Groups of small-letter words behind a word that opens one."""
    found: dict[str, int] = {}
    heads: Counter[str] = Counter()
    for text in texts:
        group: list[str] = []
        opened, last = False, 0
        for match in _WORD.finditer(text):
            word = match.group()
            apart = text[last : match.start()].strip() != ""
            ends = word.casefold() in STOP | SAYING | _OPENS or not word.islower()
            if group and (apart or ends or len(group) == _GROUP):
                _take(group, found, heads, taken)
                group, opened = [], False
            if word.casefold() in _OPENS:
                opened = True
            elif opened and not ends and not (apart and not group):
                group.append(word)
            else:
                opened = False
            last = match.end()
        _take(group, found, heads, taken)
    return sorted(found, key=lambda g: (-heads[g.split()[-1]], -min(len(g.split()), 2), found[g]))


def _take(group: list[str], found: dict[str, int], heads: Counter[str], taken: set[str]) -> None:
    while len(group) > 1 and group[-1].endswith(_LOOSE_ENDS):
        group = group[:-1]
    if not group or len(group[-1]) < 4 or group[-1].endswith(_LOOSE_ENDS) or group[-1] in taken:
        return
    heads[group[-1]] += 1
    found.setdefault(" ".join(group), len(found))
