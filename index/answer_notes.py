"""What there is to know of an answer beside what was found: how words and outlets were taken.

A question as it was read and what it found go in, sentences come out.
"""

from __future__ import annotations

from collections import Counter

from index.engine import Matches
from index.outlet_names import OutletNames
from index.postings.forms import alike
from index.query.fields import BY_NAME
from index.query.inside import beside_speakers, quotes
from index.query.parse import Reading
from index.query.print import read_as
from index.query.rows import row
from index.query.shapes import Alike
from index.query.tree import Capitals, Fuzzy, Node, Numbers, Phrase, leaves
from index.query.values import outlets_meant
from index.results import Coverage
from index.schema import TEXT_FIELDS

_TOLD = 8  # words that one word~ stands for


def answer_notes(
    matches: Matches, reading: Reading, coverage: Coverage, outlets: OutletNames
) -> tuple[str, ...]:
    """The sentences; `outlets` are all there are."""
    tree = reading.tree
    return (
        *_acronyms(tree),
        *_alike(matches, tree),
        *_outlets_meant(outlets, reading),
        *_said_there(tree),
        *_of_any_currency(tree),
        *_names_so_far(tree, coverage),
        *outlets.meant(tree),
    )


def _acronyms(tree: Node) -> tuple[str, ...]:
    """What to know of words that mean something else in capitals."""
    asked = [
        leaf.node.text
        for leaf in leaves(tree)
        if isinstance(leaf.node, Capitals) and leaf.field != "said"
    ]
    return tuple(
        f"{text} was taken as it stands in capitals; {text.replace('.', '').lower()} in small "
        "letters finds the everyday word too."
        for text in dict.fromkeys(asked)
    )


def _alike(matches: Matches, tree: Node) -> tuple[str, ...]:
    """Which words those stand for that are asked with other spellings, the most frequent first."""
    notes = []
    for leaf in leaves(tree):
        if not isinstance(leaf.node, Fuzzy) or leaf.field not in (None, "quote", *TEXT_FIELDS):
            continue
        shapes = row(leaf.node)
        if len(shapes) == 1 and isinstance(shapes[0], Alike):
            fields = (leaf.field,) if leaf.field in TEXT_FIELDS else TEXT_FIELDS
            often: Counter[str] = Counter()
            for field in fields:
                often += alike(matches.snapshot, field, shapes[0])
            words = [word for word, _ in often.most_common()]
            if words:
                others = len(words) - _TOLD
                more = f" and {others:,} other{'s' * (others > 1)}" if others > 0 else ""
                notes.append(f"{read_as(leaf.node)} stands for {', '.join(words[:_TOLD])}{more}.")
    return tuple(dict.fromkeys(notes))


def _outlets_meant(outlets: OutletNames, reading: Reading) -> tuple[str, ...]:
    """What to know of `outlet:Washington Times`, where an outlet of the archive is called so."""
    for names in reading.outlets:
        for name in names:
            if outlets_meant(Phrase(name), outlets.spellings.keys()):
                return (f'outlet: takes one word; outlet:"{name}" is an outlet of this archive.',)
    return ()


def _of_any_currency(tree: Node) -> tuple[str, ...]:
    """What to know of a sum of money: which currency it is of is not asked for."""
    asked = [leaf.node for leaf in leaves(tree) if isinstance(leaf.node, Numbers)]
    return tuple(
        f"{read_as(one)} finds sums in any currency; the sign says only that it is money."
        for one in dict.fromkeys(asked)
        if one.unit not in ("", "%")
    )


def _said_there(tree: Node) -> tuple[str, ...]:
    """What to know of `quote:` beside `said:`."""
    if not any(quotes(part) for part in beside_speakers(tree)):
        return ()
    return ("quote: beside said: was looked for in one quotation of that speaker.",)


def _names_so_far(tree: Node, coverage: Coverage) -> tuple[str, ...]:
    """What to know of an answer that rests on names while not all have been found."""
    asked = any(leaf.field and BY_NAME[leaf.field].kind == "name" for leaf in leaves(tree))
    if not asked or coverage.recognised >= coverage.articles:
        return ()
    return (
        f"Names are known for {coverage.recognised:,} of {coverage.articles:,} articles so far; "
        "`broadsheet recognise` finds the others.",
    )
