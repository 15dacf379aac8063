"""From `quote:` and `said:` to query objects: words in one quotation, in somebody's.

Words of one `quote:( )` stand in one quotation; where `said:` stands beside it, in one of that
speaker's. Indirect speech is somebody's, but no quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from index.named import How, name_words
from index.outside import Outside
from index.postings.evaluate import All, Both, Either, Standing, Valued, Weighed, Without
from index.postings.inside import (
    Common,
    Having,
    InOneQuotation,
    Inside,
    InThose,
    OneOfThese,
    Quoted,
    Said,
    Stretch,
)
from index.postings.places import Places
from index.postings.seam import Computed
from index.query.inside import placed_parts, stands, wanted
from index.query.names import begun
from index.query.tree import (
    And,
    Boosted,
    Capitals,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    QueryError,
    Word,
)
from index.schema import TEXT_FIELDS, within
from index.stretches import said_key


class Quotations:
    """Compiles what is asked of quotations; `query` and `places` compile all else."""

    def __init__(
        self,
        query: Callable[[Node], Computed],
        places: Callable[[Node, str | None], Places],
        outside: Outside,
    ) -> None:
        self._query, self._places, self._outside = query, places, outside

    def beside(self, node: Node, speakers: Sequence[Node]) -> Computed:
        """What `query.inside.quotes`, asked of these speakers' quotations."""
        match node:
            case Boosted(inner, factor):
                return Weighed(self.beside(inner, speakers), factor)
            case Or(nodes):
                return Either([self.beside(inner, speakers) for inner in nodes])
            case Field(_, inner):
                return self.quoted(inner, self.of(speakers))
        raise AssertionError(node)

    def of(self, speakers: Sequence[Node]) -> Stretch:
        """What these speakers are quoted with."""
        return OneOfThese(list(map(self._said, speakers)))

    def quoted(self, node: Node, speakers: Stretch | None = None) -> Computed:
        """A part inside one quotation; of these speakers, if there are any."""
        match node:
            case And(nodes):
                return self._together(nodes, speakers)
            case Or(nodes):
                return Either([self.quoted(inner, speakers) for inner in nodes])
            case Not(inner):
                return Without(All(), self.quoted(inner, speakers))
            case Boosted(inner, factor):
                return Weighed(self.quoted(inner, speakers), factor)
            case Everything():
                return Having(_marked(speakers))
        if not stands(node):
            return self._query(node)
        return Standing(TEXT_FIELDS, Inside(self._places(node, "quote"), _marked(speakers)))

    def _together(self, nodes: tuple[Node, ...], speakers: Stretch | None) -> Computed:
        inside = tuple(one for one in nodes if stands(one))
        if all(isinstance(one, Not) for one in inside):
            inside = ()
        asked = [self._each(wanted(one), speakers) for one in inside if not isinstance(one, Not)]
        if len(inside) > 1:
            asked.append(self._in_one(And(inside), speakers))
        rest = [one for one in nodes if one not in inside]
        asked += [self.quoted(one, speakers) for one in rest if not isinstance(one, Not)]
        lost = [self.quoted(one.node, speakers) for one in rest if isinstance(one, Not)]
        kept = Both(asked) if asked else All()
        return Without(kept, Either(lost)) if lost else kept

    def _in_one(self, node: Node, speakers: Stretch | None) -> InOneQuotation:
        places = {part: self._places(part, "quote") for part in placed_parts(node)}
        return InOneQuotation(node, places, _marked(speakers))

    def places(self, node: Node, said: Sequence[Node]) -> Places:
        """Where words that stand inside quotations of these speakers, or of anybody, stand."""
        speakers = self.of(said) if said else None
        if isinstance(node, And):
            return self._in_one(node, speakers)
        return Inside(self._places(node, "quote"), _marked(speakers))

    def _each(self, node: Node, speakers: Stretch | None) -> Computed:
        """Parts inside quotations, each in any of them: what the score is made of."""
        match node:
            case And(nodes):
                return Both([self._each(inner, speakers) for inner in nodes])
            case Or(nodes):
                return Either([self._each(inner, speakers) for inner in nodes])
            case Boosted(inner, factor):
                return Weighed(self._each(inner, speakers), factor)
        return self.quoted(node, speakers)

    def speaking(self, node: Node) -> Computed:
        """Articles that quote somebody, whatever with; of `*`, anybody who is named."""
        match node:
            case Everything():
                return Either([Valued(within(name), begins=said_key("")) for name in TEXT_FIELDS])
            case Not(inner):
                return Without(All(), self.speaking(inner))
            case And(nodes) if any(isinstance(inner, Not) for inner in nodes):
                kept = tuple(one for one in nodes if not isinstance(one, Not))
                lost = [self.speaking(one.node) for one in nodes if isinstance(one, Not)]
                return Without(self.speaking(And(kept)) if kept else All(), Either(lost))
        return Having(self._said(node))

    def _said(self, node: Node) -> Stretch:
        if name := begun(node):
            return self._called(name, "beginning")
        match node:
            case And(nodes):
                first, *others = (self._said(inner) for inner in nodes)
                return reduce(Common, others, first)
            case Boosted(inner, _):
                return self._said(inner)
            case Or(nodes):
                return OneOfThese([self._said(inner) for inner in nodes])
            case Word(text) | Phrase(text) | Capitals(text):
                return self._called(text, "whole")
        raise QueryError("said: takes the name of a speaker, such as said:Kerry or said:Ker*.")

    def _called(self, name: str, how: How) -> Stretch:
        """What people are quoted with who are called so."""
        words = name_words(name, begun=how == "beginning")
        each: list[Stretch] = [Said([word], begun=begun) for word, begun in words]
        said = reduce(Common, each[1:], each[0])
        if len(each) < 2:
            return said
        people = frozenset(self._outside.names("person", name, how))
        # A text that names a person in full may quote the surname only.
        return OneOfThese([said, InThose(each[-1], people)])


def _marked(speakers: Stretch | None) -> Stretch:
    """What stands in quotation marks; of these speakers, if there are any."""
    return Quoted() if speakers is None else Common(Quoted(), speakers)
