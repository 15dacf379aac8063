"""Of which kind a name is by itself: by its own words and by what stands beside its mentions.

Within an article a name has one kind under all its spellings. Where a person says that one of
them is another name, that kind was the other's, and this tells the one that its own mentions give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.article import Article, EntityType, Mention
from corpus.entities.gazetteer import gazetteer
from corpus.entities.recogniser import RawSpan
from corpus.entities.retyping import retyped
from corpus.entities.testimony import FAIR, STRONG, WEAK, does, testimony


def own_kind(article: Article, mentions: Sequence[Mention], had: EntityType) -> EntityType:
    """The kind that the mentions of one spelling give it, offsets into the texts of `article`;
    the one it `had` where they say too little."""
    said: Counter[EntityType] = Counter()
    for mention in mentions:
        text = article.text_of(mention.within, mention.paragraph)
        start, end = mention.start, mention.end
        if text[start:end] != mention.text:  # a title that was changed since
            continue
        known = gazetteer().get(mention.text)
        if known is not None:
            said[known.type] += WEAK if known.doubtful else FAIR
        said += testimony(text, start, end)
        if does(text, start, end) and had not in ("person", "organisation"):
            said["person"] += FAIR
        by_its_words = retyped(text, RawSpan(start, end, had), None)
        if by_its_words != had:
            said[by_its_words] += STRONG
    best = max(said, key=lambda kind: said[kind], default=had)
    return best if said[best] >= FAIR and said[best] > said[had] else had
