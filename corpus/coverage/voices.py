"""Who is quoted on one side: words in quotation marks, their share, and what is told indirectly.

In goes a `Gathered`, out come its `Voice`s, those with most words first. Words in quotation
marks and words that are only reported are never added up.
"""

from __future__ import annotations

from corpus.coverage.gathering import Gathered, counted
from corpus.coverage.result import Voice


def voices(side: Gathered) -> tuple[Voice, ...]:
    """Everybody who is quoted by name or office; `share` is that of all quoted words."""
    quoted = side.measure().quoted_words
    found = [
        Voice(
            key=key,
            name=one.names.most_common(1)[0][0],
            role=one.roles.most_common(1)[0][0] if one.roles else None,
            words=one.words,
            share=one.words / quoted if quoted else 0.0,
            direct=counted(one.direct),
            indirect=counted(one.indirect),
            indirect_words=one.indirect_words,
        )
        for key, one in side.speaking.items()
    ]
    found.sort(key=lambda one: (-one.words, -one.indirect_words, one.key))
    return tuple(found)
