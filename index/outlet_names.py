"""Outlets as `outlet:` finds them: the spellings of one, its name, and what a query meant by it.

The spellings that the articles state go in with their counts, an `OutletNames` comes out: which of
them are one outlet by the list of outlets, and under which name they are counted together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from weakref import WeakKeyDictionary

from corpus.outlets import known, outlet_key, outlets_called
from corpus.text import fold
from index.named import name_words
from index.postings.snapshot import Snapshot
from index.query.print import read_as
from index.query.tree import Field, Node, Phrase, Prefix, Whole, Word, leaves
from index.query.values import outlets_holding, outlets_meant

SPELT = 3  # letters from which one spelling is held against another
_TOLD = 5  # outlets that one remark names

Spellings = tuple[tuple[str, int], ...]
"""Spellings of one outlet with how many articles state each, the most frequent first."""


@dataclass(frozen=True, slots=True)
class OutletNames:
    """The outlets of an archive by their keys; an outlet's spellings are never none."""

    spellings: Mapping[str, Spellings]

    @classmethod
    def of(cls, stated: Mapping[str, int]) -> OutletNames:
        """Those of all spellings that articles state, with the number of articles."""
        found: dict[str, list[tuple[str, int]]] = {}
        for name, count in sorted(stated.items(), key=lambda pair: (-pair[1], pair[0])):
            found.setdefault(outlet_key(name), []).append((name, count))
        return cls({key: tuple(those) for key, those in found.items()})

    @classmethod
    def of_all(cls, snapshot: Snapshot) -> OutletNames:
        """Those of all articles of an index."""
        known = _COUNTED.get(snapshot)
        if known is None:
            known = cls.of(snapshot.labels("outlets", snapshot.everything))
            _COUNTED[snapshot] = known
        return known

    def stated(self) -> Spellings:
        """All spellings, whatever outlet they are of, the most frequent first."""
        every = chain.from_iterable(self.spellings.values())
        return tuple(sorted(every, key=lambda pair: (-pair[1], pair[0])))

    def name(self, spelling: str) -> str:
        """What the outlet with this spelling is counted as: the name in the list of outlets if
        articles state it, else the spelling of most articles."""
        those = self.spellings.get(outlet_key(spelling), ((spelling, 0),))
        listed = known(spelling)
        return next((name for name, _ in those if name == listed), those[0][0])

    def counted(self, stated: Mapping[str, int]) -> Counter[str]:
        """Counts of spellings added up by outlet."""
        found: Counter[str] = Counter()
        for spelling, count in stated.items():
            found[self.name(spelling)] += count
        return found

    def together(self, stated: Mapping[str, int]) -> dict[str, Spellings]:
        """By name, the spellings of those outlets that are stated in several, with their counts."""
        those = OutletNames.of(stated).spellings.values()
        return {self.name(each[0][0]): each for each in those if len(each) > 1}

    def meant(self, tree: Node) -> tuple[str, ...]:
        """What to know of the outlets that a query asks for by name, in sentences."""
        asked = [leaf.node for leaf in leaves(tree) if leaf.field == "outlet"]
        told = (
            note for node in asked if isinstance(node, Word | Phrase) for note in self._of(node)
        )
        return tuple(dict.fromkeys(told))

    def _of(self, node: Word | Phrase) -> Iterator[str]:
        asked = read_as(Field("outlet", node))
        meant = outlets_meant(node, self.spellings.keys())
        called = outlets_called(node.text, self.spellings.keys())
        if not called:
            if meant:
                yield f"{asked} stands for {self._listed(meant)}: these words are in the name."
            return
        (key,) = called
        others = [one for one in self.spellings[key] if fold(one[0]) != fold(node.text)]
        if others:
            alone = read_as(Field("outlet", Whole(self.name(self.spellings[key][0][0]))))
            told = _those(others)
            if len(self.spellings[key]) == 1:
                yield f"{asked} finds {told}, a spelling of it."
            else:
                a = "a spelling" if len(others) == 1 else "spellings"
                yield f"{asked} takes in {told}, {a} of it; {alone} is one spelling alone."
        more = outlets_holding(name_words(node.text), self.spellings.keys()) - meant
        if more:
            begun = read_as(Field("outlet", Prefix(node.text)))
            s, have = ("", "has") if len(more) == 1 else ("s", "have")
            yield (f"{len(more):,} other outlet{s} {have} these words in the name: "
                   f"{self._listed(more)}; {begun} finds them too.")  # fmt: skip

    def _listed(self, keys: Iterable[str]) -> str:
        those = [(self.spellings[key][0][0], sum(n for _, n in self.spellings[key]))
                 for key in keys]  # fmt: skip
        return _those([(self.name(name), count) for name, count in those])


def is_short_for(asked: str, name: str) -> bool:
    """Whether a word is made of the beginnings of all words of a name, each of a few letters.

    >>> is_short_for("wapo", "washington post"), is_short_for("nyt", "new york times")
    (True, True)
    >>> is_short_for("port", "post")
    False
    """
    first, *others = name.split() or [""]
    if not others:
        return bool(asked) and first.startswith(asked)
    return any(
        is_short_for(asked[length:], " ".join(others))
        for length in range(1, min(len(first), len(asked) - len(others)) + 1)
        if first.startswith(asked[:length])
    )


_COUNTED: WeakKeyDictionary[Snapshot, OutletNames] = WeakKeyDictionary()
"""What was counted, gone with its snapshot: 1.4 ms of every search of 490 outlets otherwise."""


def spelt(together: Mapping[str, Spellings]) -> tuple[str, ...]:
    """What to know of counts in which several spellings are one outlet."""
    if not together:
        return ()
    told = [f"{name} is {_those(those)}" for name, those in list(together.items())[:_TOLD]]
    return (f"Spellings of one outlet are counted as one: {'; '.join(told)}"
            f"{_others(len(together))}.",)  # fmt: skip


def _those(counted: Iterable[tuple[str, int]]) -> str:
    known = sorted(counted, key=lambda pair: (-pair[1], pair[0]))
    told = ", ".join(f"{name} ({count:,})" for name, count in known[:_TOLD])
    return told + _others(len(known))


def _others(count: int) -> str:
    left = count - _TOLD
    return f" and {left:,} other{'s' * (left > 1)}" if left > 0 else ""
