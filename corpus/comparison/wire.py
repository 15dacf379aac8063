"""Whether shared wording is likely an agency's copy, and which credit says so.

In go two articles and their `SharedText`, out comes a `WireCopy` or nothing. Likely is said only
where both share much of their own text and a credit stands in at least one of them; the credit
lines come along as they stand in the articles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.article import Article
from corpus.comparison.result import FigurePair, SharedText, WireCopy
from corpus.crediting import Credit, credits, publishes_itself

MUCH = 0.25  # of one side's words outside quotations; two outlets' own reports share under .15
LONGEST = 200  # characters of a credit that is shown
ONE_TEXT = (
    0.3  # from here on two outlets that credit one agency have two versions of one text of it
)
COPIED = 0.95  # of both sides: hardly a word is another
WITHOUT_CREDIT = 0.5  # from here on shared text is worth a word even when nobody is credited


def wire_copy(left: Article, right: Article, shared: SharedText) -> WireCopy | None:
    """What the credits say about the text that both share; None where they share little."""
    share = max(shared.left_outside_quotations, shared.right_outside_quotations)
    lines = credits(left), credits(right)
    ours, theirs = (tuple(dict.fromkeys(c.agency for c in found)) for found in lines)
    both = tuple(agency for agency in ours if agency in theirs)
    named = both or (tuple(dict.fromkeys((*ours, *theirs))) if not (ours and theirs) else ())
    # an agency's own article is the copy's origin
    named = named or tuple(
        agency
        for outlet, agencies in ((left.outlet, theirs), (right.outlet, ours))
        for agency in agencies
        if publishes_itself(agency, outlet)
    )
    if share < (MUCH if named else WITHOUT_CREDIT):
        return None
    if both:
        why = f"both credit {_listed(both)}"
    elif named:
        why = f"one side credits {_listed(named)}, the other credits no agency"
    elif ours and theirs:
        why = f"the sides credit different agencies: {_listed((*ours, *theirs))}"
    else:
        why = "neither side credits an agency"
    return WireCopy(
        likely=bool(named),
        agencies=named,
        left_credits=ours,
        right_credits=theirs,
        credit_texts=tuple(dict.fromkeys(_texts((*lines[0], *lines[1]), named))),
        share=share,
        versions=bool(both) and share >= ONE_TEXT and not _is_whole(shared),
        why=f"{share:.0%} of the words outside quotations are shared; {why}",
    )


def _is_whole(shared: SharedText) -> bool:
    """Whether each side has nearly all words of the other."""
    return min(shared.left_outside_quotations, shared.right_outside_quotations) >= COPIED


def undated(
    pairs: tuple[FigurePair, ...], left: Article, right: Article, shared: SharedText
) -> tuple[FigurePair, ...]:
    """Figures of two outlets' copies of one text without which is later: when a site puts a copy
    up does not tell which version of it the site has."""
    share = max(shared.left_outside_quotations, shared.right_outside_quotations)
    two = left.outlet and right.outlet and left.outlet != right.outlet
    if share < MUCH or not two:
        return pairs
    return tuple(replace(p, later=None, note=without_later(p.note)) for p in pairs)


def without_later(note: str | None) -> str | None:
    """A figure's note without what it says of the later report."""
    kept = [part for part in (note or "").split("; ") if "later count" not in part]
    return "; ".join(kept) or None


def _texts(found: Iterable[Credit], agencies: tuple[str, ...]) -> list[str]:
    """The lines that credit one of these agencies, as they stand."""
    return [c.line for c in found if c.agency in agencies and len(c.line) <= LONGEST]


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(dict.fromkeys(names))
