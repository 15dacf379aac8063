"""Whatever a text holds and a model says of it, names are found without an error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.article import Article, EntityType, Names
from corpus.entities.gazetteer import GazetteerRecogniser
from corpus.entities.naming import find_names, recognisable
from corpus.entities.own_kind import own_kind
from corpus.entities.recogniser import RawSpan
from tests.corpus.test_entities import article

TYPES = get_args(EntityType)
_WORDS = st.sampled_from(
    """Ada Quillen's Quillen QUILLEN quillen Mr. Drs. Sen. Frenchman Briton Swede American laureate
    spokeswoman said argued was born arrested in of and at the The U.S. US IS No. Jr. II. O’Quill
    al-Quill de von Ltd. PAC Center for Quillby, County Lake River War Act v. Putin-Russia Trump
    Obama's House Senate Monday May March 4, 2014 11 1,000 50% FY18 Phase 2 R2-D2 @quill #quill
    İstanbul www.quill.com ſtraße ﬁeld Ångström 東京 北京市 の МОСКВА القاهرة ירושלים नई दिल्ली
    👩‍🚀 🇳🇴 ☃ … “ ” ‘ ’ « » " ( ) [ ] — - / & ; : ! ? ' . ,""".split()
)
_BLANKS = st.sampled_from(
    [" ", " ", " ", " ", "  ", "\n", "\t", "\u00a0", "\u2009", "\u3000", "\u200b", "\u00ad", "",
     "\u200f", "\u202e", "\u2066", "\ufeff", "\u2028", "\x00", "\u0301"]
)  # fmt: skip
_TEXTS = st.lists(st.tuples(_WORDS, _BLANKS).map("".join), max_size=25).map("".join) | st.text(
    max_size=40
)


class Guessing:
    """Takes any stretches of a text for names, of any kind, also across each other."""

    version = "guessing-1"

    def __init__(self, guesses: Sequence[tuple[float, float, EntityType]]) -> None:
        self.guesses = guesses

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        return [
            [
                RawSpan(start, end, kind)
                for one, other, kind in self.guesses
                for start, end in [sorted((int(one * len(text)), int(other * len(text))))]
                if start < end
            ]
            for text in texts
        ]


def whole(written: Article, names: Names) -> None:
    """Every mention is the text at its place, none stands in another, no name is there twice."""
    taken = []
    for entity in names.entities:
        assert entity.mentions
        for mention in entity.mentions:
            text = written.text_of(mention.within, mention.paragraph)
            assert text[mention.start : mention.end] == mention.text
            assert mention.text.strip() == mention.text != ""
            taken += [
                (mention.within, mention.paragraph, at) for at in range(mention.start, mention.end)
            ]
        assert own_kind(written, entity.mentions, entity.type) in TYPES
    assert len(taken) == len(set(taken))
    assert len({entity.key for entity in names.entities}) == len(names.entities)


_PLACES = st.floats(0, 1, exclude_max=False)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(_TEXTS, max_size=4),
    _TEXTS,
    st.lists(st.tuples(_PLACES, _PLACES, st.sampled_from(TYPES)), max_size=8),
)
@example(["Ada Ada Ada Quillen's quillen County "], "", [(0.8125, 0.84375, "person")])
def test_names_are_found_in_any_text_whatever_a_model_says_of_it(
    paragraphs: list[str], title: str, guesses: list[tuple[float, float, EntityType]]
) -> None:
    written = article(*paragraphs, title=title, standfirst=title[::-1])
    whole(written, find_names(written, Guessing(guesses)))
    whole(written, find_names(written, GazetteerRecogniser()))
    assert all(text for text in recognisable(written))
