"""What the names and articles beside a name say of its kind, over a whole document.

"Ada Quill and Ned Moor" are two persons though a model takes one for a firm; "the Vell Code" is
no person; "Vell" is the pipeline that is called "Vell XL" elsewhere. Spans of all passages come
in, names with the kind that is told of them go out.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.article import EntityType
from corpus.entities.lexicon import Lexicon, plain
from corpus.entities.patterns import (
    ORGANISATION_WORDS,
    PLACE_BEFORE,
    PLACE_WORDS,
    THE_BEFORE,
    words_of,
)
from corpus.entities.recogniser import RawSpan
from corpus.first_names import given_names

_TWO_WORDS = re.compile(r"[A-Z][a-zß-öø-ÿ'’-]+ [A-Z][\w'’-]*[a-zß-öø-ÿ]")
_LETTERED = re.compile(r"([A-Z][a-z]{3,}) [A-Z]{2,4}")
_ON = re.compile(r" [A-Z]")
# "the Quill affair", "the Quill-Moor row": what follows has the article.
_HAS_ARTICLE = re.compile(
    r"-|['’]s? | (?!(?:and|or|as|at|are|before|but|by|during|for|from|had|has|have|if|in|into|is|of"
    r"|on|said|says|since|so|than|that|to|under|until|was|were|when|which|while|who|will|with"
    r"|would|could|should|can|may|might|must)\b)\w"
)

Passages = Sequence[tuple[str, Sequence[RawSpan]]]


def beside(passages: Passages, gazetteer: Lexicon) -> Iterator[tuple[str, EntityType]]:
    """Names of bodies that are persons' by what they stand with, and of persons that are not."""
    for text, spans in passages:
        ordered = sorted(spans, key=lambda span: span.start)
        for one, other in itertools.pairwise(ordered):
            if text[one.end : other.start] == " and " and not _ON.match(text, other.end):
                body, person = sorted((one, other), key=lambda span: span.type)
                if (body.type, person.type) == ("organisation", "person") and _are_persons(
                    text[body.start : body.end], text[person.start : person.end], gazetteer
                ):
                    yield plain(text[body.start : body.end]), "person"
        for span in spans:
            name = text[span.start : span.end]
            if (
                span.type == "person"
                and " " in name
                and THE_BEFORE.search(text, max(0, span.start - 4), span.start)
                and not _HAS_ARTICLE.match(text, span.end)
                and name.split(" ")[0] not in given_names()
                and gazetteer.get(name) is None
            ):
                yield plain(name), "organisation"


def _are_persons(name: str, beside: str, gazetteer: Lexicon) -> bool:
    """Whether a name taken for a body's is shaped like that of the person beside it."""
    return (
        _TWO_WORDS.fullmatch(name) is not None
        and _TWO_WORDS.fullmatch(beside) is not None
        and beside.split(" ")[0] in given_names()
        and gazetteer.get(name) is None
        and {*words_of(name)}.isdisjoint(ORGANISATION_WORDS | PLACE_WORDS | PLACE_BEFORE)
    )


def lettered(
    types: Mapping[str, EntityType], gazetteer: Lexicon
) -> Iterator[tuple[str, EntityType]]:
    """Names that go on without the letters they have elsewhere: "Vell" for the pipeline Vell XL."""
    for name, kind in types.items():
        whole = _LETTERED.fullmatch(name)
        if whole is None or kind != "place" or whole[1] not in types:
            continue
        if gazetteer.get(whole[1]) is None:
            yield whole[1], kind
