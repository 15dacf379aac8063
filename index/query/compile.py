"""From a query tree to Whoosh query objects.

The index is asked only for lists of whole values (outlets); names come from the records as
sets of article numbers. What was cut short, or cannot be answered yet, is said in `notes`.
Parts that must stand somewhere (near, in a sentence, in a quotation) become `Places`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corpus.text import fold
from index.analysis import address
from index.magnitudes import chosen_keys
from index.outside import Outside
from index.postings.evaluate import (
    All,
    Between,
    Both,
    Either,
    IdSet,
    Labelled,
    OneOf,
    Preferring,
    Standing,
    Valued,
    Weighed,
    Without,
)
from index.postings.inside import InOneSentence, Inside
from index.postings.places import Among, AnyOf, Beside, Places, Row
from index.postings.seam import Computed
from index.postings.snapshot import Snapshot
from index.postings.together import MOST_PARTS, Later, OfStories, Stories
from index.query.fields import BY_NAME, GROUPED
from index.query.inside import placed_parts, quotes, speakers, wanted
from index.query.names import begun
from index.query.print import read_as
from index.query.quoted import Quotations
from index.query.rows import row
from index.query.tree import (
    And,
    Boosted,
    Days,
    Everything,
    Field,
    Has,
    Is,
    Loose,
    Near,
    Node,
    Not,
    Numbers,
    Or,
    Phrase,
    Prefix,
    QueryError,
    Sentence,
    Whole,
    Word,
    placed,
)
from index.query.values import like, noted, outlets_meant
from index.query.watch import Watch
from index.schema import TEXT_FIELDS

_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "francais": "fr",
    "spanish": "es", "espanol": "es", "italian": "it", "portuguese": "pt", "russian": "ru",
    "arabic": "ar", "chinese": "zh", "japanese": "ja", "turkish": "tr", "dutch": "nl",
}  # fmt: skip


class Compiler:
    """Turns the trees of one search into queries over one state of the index."""

    def __init__(self, snapshot: Snapshot, outside: Outside) -> None:
        self.snapshot = snapshot
        self.outside = outside
        self.notes: list[str] = []
        self._watch = Watch()

    @property
    def quotations(self) -> Quotations:
        """Who compiles what is asked of quotations; held by nobody, as it holds the snapshot."""
        return Quotations(self.query, self.places, self.outside)

    def query(self, node: Node, field: str | None = None) -> Computed:
        """The query object for a tree asked of a field, or of title and body."""
        match node:
            case And(nodes):
                return self._all(nodes, field)
            case Or(nodes):
                return Either([self.query(inner, field) for inner in nodes])
            case Not(inner):
                return Without(All(), self.query(inner, field))
            case Field("quote", inner):
                return self.quotations.quoted(inner)
            case Field("said", inner):
                return self.quotations.speaking(inner)
            case Field(name, inner):
                return self._storied(inner) if name == "story" else self.query(inner, name)
            case Days():
                return self._days(node)
            case Has(what):
                return Valued("has", [what.encode()])
            case Is("undated"):
                return Between("day", 0, 0)
            case Is("duplicate"):
                groups = self.outside.groups("copies")
                return Later(groups) if groups else self._nothing(GROUPED["duplicate"])
            case Is(what):
                marked = self.outside.marked(what)
                return self._nothing(GROUPED[what]) if marked is None else self._among(marked)
            case Numbers():
                return Valued("number", chosen_keys(node, self._numbers_beginning))
            case Boosted(inner, factor):
                return Weighed(self.query(inner, field), factor)
            case Sentence(inner):
                return self._sentence(inner)
            case Near() | Loose():
                return self._standing(node, field)
            case _:
                return self._leaf(node, field)

    def _all(self, nodes: tuple[Node, ...], field: str | None) -> Computed:
        saying = speakers(nodes)
        asked: list[Computed] = []
        for node in nodes:
            if saying and quotes(node):
                asked.append(self.quotations.beside(node, saying))
            elif not isinstance(node, Not):
                part = self.query(node, field)
                if saying and placed(node):
                    inside = Inside(self.places(node, None), self.quotations.of(saying))
                    part = Preferring(part, Standing(TEXT_FIELDS, inside))
                asked.append(part)
        unwanted = [self.query(node.node, field) for node in nodes if isinstance(node, Not)]
        kept = Both(asked) if len(asked) > 1 else asked[0] if asked else All()
        return Without(kept, Either(unwanted)) if unwanted else kept

    def _leaf(self, node: Node, field: str | None) -> Computed:
        kind = BY_NAME[field].kind if field else "words"
        if isinstance(node, Whole):
            return Labelled("outlets" if field == "outlet" else "agencies", node.text)
        if isinstance(node, Everything) and kind != "group":
            return self._anything(field)
        if kind == "name":
            return self._named(str(field), node)
        if kind == "url":
            return self._address(node)
        if kind == "key":
            return self._outlet(node) if field == "outlet" else self._language(node)
        if kind == "group":
            return self._kept(str(field), node)
        if field == "quote":
            return self.quotations.quoted(node)
        found = row(node, related=field in (None, *TEXT_FIELDS))
        if len(found) == 1:
            return OneOf(_text_fields(field), found[0], self._watched(node))
        return self._standing(node, field)

    # Parts that stand at places

    def _standing(self, node: Node, field: str | None) -> Computed:
        if field == "quote":
            return self.quotations.quoted(node)
        if field is not None and BY_NAME[field].kind != "words":
            raise QueryError(f"{read_as(node)} cannot be asked of {field}:; write words there.")
        return Standing(_text_fields(field), self.places(node, field))

    def places(self, node: Node, field: str | None) -> Places:
        """Where a placed part of a tree stands that is asked of a field."""
        match node:
            case Or(nodes):
                return AnyOf([self.places(inner, field) for inner in nodes])
            case Near(left, right, distance, ordered):
                return Beside(
                    self.places(left, field),
                    self.places(right, field),
                    distance,
                    ordered,
                    self._watch,
                )
            case Loose(_, slop):
                return Among(row(node), slop, self._watched(node))
        shapes = row(node, related=field in (None, "quote", *TEXT_FIELDS))
        return Row(shapes, self._watched(node))

    def _sentence(self, node: Node) -> Computed:
        return Both([self.query(wanted(node)), self.in_sentences(node)])

    def in_sentences(self, node: Node) -> InOneSentence:
        """The sentences in which a tree of placed parts holds."""
        return InOneSentence(node, {one: self.places(one, None) for one in placed_parts(node)})

    def _watched(self, node: Node) -> Watch:
        asked = read_as(node)
        return self._watch.over(
            lambda: self._note(
                f"{asked} stands for too many words; only the most frequent were searched."
            )
        )

    def _anything(self, field: str | None) -> Computed:
        if field is None or field == "body":
            return All()
        if BY_NAME[field].kind == "name":
            raise QueryError(f"{field}:* cannot be asked; write a name after {field}:.")
        if field == "lang":
            return Valued("lang", begins=b"")
        return Valued("has", [field.encode()])

    def _named(self, field: str, node: Node) -> Computed:
        if (name := begun(node)) is not None:
            return self._among(self.outside.names(field, name, "beginning"))
        match node:
            case Word(text):
                return self._among(self.outside.names(field, text, "part"))
            case Phrase(text):
                return self._among(self.outside.names(field, text, "whole"))
        raise QueryError(
            f"{read_as(node)} cannot be asked of {field}:; write words of the name, or Bell* for "
            "names that begin so."
        )

    def _kept(self, field: str, node: Node) -> Computed:
        """Articles with such a tag, or with a note in which these words stand."""
        kept = self.outside.kept(field)
        if not kept:
            return self._nothing(GROUPED[field])
        fits = like(node) if field == "tag" else noted(node)
        return self._among(seq for text, seqs in kept.items() if fits(text) for seq in seqs)

    def _storied(self, node: Node) -> Computed:
        """All articles of the stories that hold what is asked, each part in another article."""
        groups = self.outside.groups("stories")
        if groups is None:
            return self._nothing(GROUPED["story"])
        match node:
            case Or(nodes):
                return Either([self._storied(inner) for inner in nodes])
            case Not(inner):
                return Without(All(), self._storied(inner))
            case Word(text) | Phrase(text) if (first := self.outside.story(text)) is not None:
                return OfStories(groups, first)
        parts = node.nodes if isinstance(node, And) else (node,)
        wanted = [self.query(part) for part in parts if not isinstance(part, Not)]
        if len(wanted) > MOST_PARTS:
            raise QueryError(f"story: takes at most {MOST_PARTS} parts; ask for fewer.")
        lost = [self.query(part.node) for part in parts if isinstance(part, Not)]
        return Stories(groups, wanted, lost)

    def _address(self, node: Node) -> Computed:
        match node:
            case Word(text) | Phrase(text):
                start = address(text).encode()
                return Valued("url", begins=start)
        raise QueryError("url: finds addresses that begin so; leave out * and ?.")

    def _language(self, node: Node) -> Computed:
        match node:
            case Word(text) | Phrase(text) | Prefix(text):
                code = _LANGUAGES.get(fold(text), fold(text)).encode()
                known = {key.encode() for key in self.values("lang")}
                return Valued(
                    "lang", [key for key in known if key == code or key.startswith(code + b"-")]
                )
        raise QueryError("lang: takes a language's code, such as lang:en.")

    def _outlet(self, node: Node) -> Computed:
        chosen = outlets_meant(node, self.values("outlet"))
        return Valued("outlet", sorted(key.encode() for key in chosen))

    def values(self, field: str) -> set[str]:
        """All values of a field of whole values."""
        return {
            key.decode("utf-8")
            for _, part in self.snapshot.parts(field)
            for key in part.lexicon.slice()
        }

    def _numbers_beginning(self, start: bytes) -> list[bytes]:
        return [
            key
            for _, part in self.snapshot.parts("number")
            for key in part.lexicon.slice(*part.lexicon.beginning(start))
        ]

    def _days(self, days: Days) -> Computed:
        first = date.fromisoformat(days.first).toordinal() if days.first else 1
        last = date.fromisoformat(days.last).toordinal() if days.last else date.max.toordinal()
        return Between("day", first, last)

    def _nothing(self, why: str) -> Computed:
        self._note(why)
        return self._among(())

    def _among(self, seqs: Iterable[int]) -> Computed:
        return IdSet(seqs)

    def _note(self, what: str) -> None:
        if what not in self.notes:
            self.notes.append(what)


def _text_fields(field: str | None) -> tuple[str, ...]:
    return TEXT_FIELDS if field is None else (field,)
