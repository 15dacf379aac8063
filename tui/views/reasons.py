"""Why two passages stand side by side: what was found, who says it, then scores and rules.

In goes a row with its comparison, out come sentences for the `i` panel and the written page:
what a reader can use first, last what the program went by. None says which side is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.comparison.event_signs import EventAnswer
from corpus.comparison.facing import Nearest, Place
from corpus.comparison.result import Chain, Comparison, FigurePair, QuotationPair, WireCopy
from corpus.text import fold
from tui.views.in_common import in_common
from tui.views.lens_places import labels_in_words, one_thing, words_otherwise
from tui.views.lines import counted, shown
from tui.views.lonely import Alone
from tui.views.marks import FIGURE_MARKS, UNSURE, quotation_mark, quoted_on
from tui.views.not_held import told_of
from tui.views.one_event import event_reasons, event_scores
from tui.views.pair_row import PairRow
from tui.views.spoken_by import perhaps_named, quoted_and_told, spoken_by


def why(row: PairRow, comparison: Comparison, by: str = "") -> list[str]:
    """What was found between two passages, then how they came to stand side by side."""
    return [*told(row, comparison, by), "", *how_paired(row, comparison)]


def told(row: PairRow, comparison: Comparison, by: str = "") -> list[str]:
    """What was found between two passages; `by` says how much later the later article is."""
    found: list[list[str]] = [_figure(figure, row, comparison, by) for figure in row.figures]
    found += [_quotation(quotation) for quotation in row.quotations]
    for paraphrase in row.paraphrases:
        found.append([quoted_and_told(paraphrase), f"  “{shown(paraphrase.text)}”"])
    for claim in row.claims:
        missing = claim.missing_words, claim.missing_figures
        found.append(claim_words(claim.side, claim.role, *missing))
        if claim.other_carries:
            found[-1].append("The body of the other article carries it.")
    said = found[0][0].lower() if found else ""
    label = row.label if row.relation.signs not in _SAID_BELOW or not found else ""
    if label and label.lower() not in said:
        found.insert(0, [_opening(f"{label}."), *_relation(row, comparison)])
    else:
        found.append(_relation(row, comparison))
    if otherwise := words_otherwise(row):
        found.append([_opening(f"{one}.") for one in otherwise])
    if row.shared:
        found.append(
            [
                f"{counted(len(row.shared), 'passage')} of five words or more in common:",
                *(f"  “{_passage(comparison, p.left)}” ({p.words} words)" for p in row.shared),
            ]
        )
    wordings = _wordings(row, comparison)
    if wordings:
        found.append(["Two ways to say one thing:", *wordings])
    called = [
        f"  {labels_in_words(labels)}"
        for labels in comparison.labels
        if any(set(each.sentences) & set(row.left) for each in labels.left)
        or any(set(each.sentences) & set(row.right) for each in labels.right)
    ]
    if called:
        found.append(["What each side calls it (left | right):", *called])
    found.append(told_of(row, comparison))
    if row.titles and comparison.wire is not None and comparison.revision is None:
        found.append(wire_words(comparison.wire))
    chains = () if _has_conflict(row) else chains_of(row, comparison)
    if chains:
        found.append(
            [
                "Who says it, and through whom it comes:",
                *(f"  {chain.side}: {chain_words(chain)}" for chain in chains),
            ]
        )
    out: list[str] = []
    for lines in filter(None, found):
        out += ["", *lines] if out else lines
    return out


_SAID_BELOW = ("!=", "~=", '"', '"/', '-"', '"-', '"+', '"!', '"@', '"?', '"~', "!^", '"=')
"""Marks of a row whose findings say the same in more words."""


def how_paired(row: PairRow, comparison: Comparison) -> list[str]:
    """How two passages came to stand side by side: scores and rules, for who wants to check."""
    out: list[str] = []
    if row.change is not None:
        out.append(f"{row.change.score:.0%} of the words are the same in both versions")
    elif row.one_sided:
        near = [f"{n.likelihood:.0%}" for n in _near(row, comparison)]
        if near:
            said = _as_measured(comparison)
            out.append(f"what comes nearest is {', '.join(near)} likely to say the same{said}")
    else:
        numbers = [f"word overlap {row.score:.2f}"] if row.score is not None else []
        if row.likelihood:
            said = _as_measured(comparison)
            numbers.append(f"{row.likelihood:.0%} likely to say the same{said}")
        behind = f" ({', '.join(numbers)})" if numbers else ""
        if row.titles:
            out.append("two titles always face each other")
        elif row.relation is UNSURE:
            out.append(f"nothing else is nearer to either{behind}")
        elif numbers:
            by_rule = row.rule and row.likelihood is None
            words = "by the words in common and by what stands around them"
            held = shown(row.rule) if by_rule else words
            out.append(f"{held}{behind}")
        else:
            out.append("they carry one quotation, or count the same thing")
    rules = [figure.rule for figure in row.figures]
    rules += [
        f"{q.score:.0%} of the shorter quotation's words match" + (f", {q.rule}" if q.rule else "")
        for q in row.quotations
    ]
    rules += [f"{c.share:.0%} of the claim's words stand there, {c.rule}" for c in row.claims]
    out += [shown(rule) for rule in dict.fromkeys(rules) if rule]
    lines = [f"How they were paired: {'; '.join(out)}."] if out else []
    if row.titles and row.change is None:
        lines += event_scores(comparison)
    return lines


_MEASURED: dict[EventAnswer, str] = {
    "same": "",
    "perhaps": " where one event is not certain",
    "different": " in reports of different events",
}


def _as_measured(comparison: Comparison) -> str:
    """Among which pairs of reports a likelihood was measured, where that is not plainly one event:
    the same words are likelier to be said of two things there."""
    return _MEASURED[comparison.answer]


def text_in_common(comparison: Comparison) -> str:
    """How much of either side stands on the other word for word."""
    return (
        f"Text in common: {comparison.shared.left:.0%} of the left, "
        f"{comparison.shared.right:.0%} of the right."
    )


def wire_words(wire: WireCopy) -> list[str]:
    """Why the two share much of their text, and the lines that credit an agency."""
    likely = "Likely an agency's copy" if wire.likely else "Much text in common"
    if wire.versions:
        likely = "Likely two versions of one agency's text"
    lines = "; ".join(f"“{shown(text)}”" for text in wire.credit_texts[:2])
    return [f"{likely}: {shown(wire.why)}.", *([lines] if lines else [])]


def _relation(row: PairRow, comparison: Comparison) -> list[str]:
    """What the two have in common, or what comes nearest to a passage that stands alone."""
    if row.change is not None:
        return []
    if row.one_sided:
        return _nowhere(row, comparison)
    left = [comparison.left[n].text for n in row.left]
    right = [comparison.right[n].text for n in row.right]
    common = in_common(left, right, row.words)
    said = [f"Both have {common}." if common else "They have no word of weight in common."]
    if row.titles:
        said += ["", *event_reasons(comparison)]
        if comparison.revision is None:
            said.append(text_in_common(comparison))
    elif row.relation is UNSURE:
        said[0] += " That is enough to look at both, and too little to say that they tell the same."
    elif row.score is not None and not row.figures and not row.quotations:
        said[0] += " It does not say that nothing else differs."
    if row.moved:
        said.append("The right one stands elsewhere in its text than its neighbours here do.")
    return said


_LONELY: dict[Alone, str] = {
    "only": "No sentence of the other article was found to say this. What comes nearest:",
    "open": "Nothing in the other article surely says this, and it is not sure that nothing does. "
    "What comes nearest:",
    "aside": "This is no part of what the report itself says, so it is not counted.",
}


def _near(row: PairRow, comparison: Comparison) -> list[Nearest]:
    """What comes nearest on the other side to the sentences of a row that stands alone."""
    side, numbers = ("left", row.left) if row.left else ("right", row.right)
    other = comparison.right if side == "left" else comparison.left
    return [
        near
        for near in (comparison.nearest if row.alone != "aside" else ())
        if near.side == side and near.sentence in numbers and near.other < len(other)
    ]


def _nowhere(row: PairRow, comparison: Comparison) -> list[str]:
    """What comes nearest to sentences that face nothing, and what they have in common with it."""
    own, other = comparison.left, comparison.right
    if not row.left:
        own, other = other, own
    out = [_LONELY[row.alone]]
    for near in _near(row, comparison):
        here, there = own[near.sentence].text, other[near.other].text
        common = in_common([here], [there])
        out.append(f"  “{_short(here)}”")
        out.append(f"    nearest: “{_short(there)}”")
        out.append(f"    {f'both have {common}' if common else 'no word of weight in common'}")
    return out if len(out) > 1 else [out[0].removesuffix(" What comes nearest:")]


def _quotation(q: QuotationPair) -> list[str]:
    out = [
        _opening(f"{quotation_mark(q).label} ({spoken_by(q)}):"),
        f"  left: “{shown(q.left_text)}”",
        f"  right: “{shown(q.right_text)}”",
    ]
    for change in q.changes:
        ours = shown(q.left_text[change.left_start : change.left_end])
        theirs = shown(q.right_text[change.right_start : change.right_end])
        out.append(f"  otherwise: {_words(ours)} | {_words(theirs)}")
    if q.left_cue and q.right_cue and q.left_cue != q.right_cue:
        out.append(f"  led in by: {shown(q.left_cue)} | {shown(q.right_cue)}")
    if more := quoted_on(q):
        out.append(f"  {more}")
    return out


def _figure(figure: FigurePair, row: PairRow, comparison: Comparison, by: str) -> list[str]:
    left, right = shown(figure.left_text), shown(figure.right_text)
    abouts = [shown(about) if about else "" for about in (figure.left_about, figure.right_about)]
    one = one_thing(*abouts)
    if figure.relation == "differ":
        of = f": {one}" if one else ""
        out = [f"{_opening(left)} (left) and {right} (right) may be two numbers for the same{of}."]
        sides = (("left", figure.left_source), ("right", figure.right_source))
        out += [
            f"{_opening(side)}: {_source(side, source, figure, row, comparison, by)}."
            for side, source in sides
        ]
    else:
        label = FIGURE_MARKS[figure.relation].label
        out = [_opening(f"{label}: “{left}” on the left, “{right}” on the right.")]
        sources = (figure.left_source, figure.right_source)
        if any(sources):
            out.append("Source: " + " | ".join(shown(s) if s else "not named" for s in sources))
    if one and figure.relation != "differ":
        out.append(f"Both count: {one}.")
    elif any(abouts) and not one:
        out.append("Counted: " + " | ".join(about or "not said" for about in abouts))
    if figure.note and not (by and figure.later):
        out.append(_opening(f"{shown(figure.note)}."))
    return out


def _source(
    side: str, source: str | None, figure: FigurePair, row: PairRow, comparison: Comparison, by: str
) -> str:
    """Who gives a figure, through whom it comes, and how much later: "port, 1 h 43 later"."""
    number = figure.left if side == "left" else figure.right
    chains = [
        chain_words(chain)
        for chain in comparison.chains
        if (chain.side, chain.sentence) == (side, number)
    ]
    said = shown(source) if source else "no source named"
    if chains:
        named = [chain for chain in chains if not source or fold(source) in fold(chain)]
        said = "; ".join(named) if named else f"{said}; {'; '.join(chains)}"
    later = f", {by} later, so it may be a later count" if by and figure.later == side else ""
    return f"{said}{later}"


def _has_conflict(row: PairRow) -> bool:
    """Whether the sources of a row are told beside its figures."""
    return any(figure.relation == "differ" for figure in row.figures)


def claim_words(side: str, role: str, words: Sequence[str], figures: Sequence[str]) -> list[str]:
    """That a headline, standfirst or caption says what its body was not found to say."""
    missing = ", ".join(shown(m) for m in (*figures, *words))
    return [
        f"The {role} on the {side} says what was not found in the body below it"
        + (f": {missing}." if missing else ".")
    ]


def chains_of(row: PairRow, comparison: Comparison) -> list[Chain]:
    """Who said what the sentences of a row report."""
    return [
        chain
        for chain in comparison.chains
        if chain.sentence in (row.left if chain.side == "left" else row.right)
    ]


def chain_words(chain: Chain) -> str:
    """A chain in a line: "coastguard (said) via AFP via Harbour Gazette", with "perhaps" where the
    speaker is not sure."""
    first, *rest = chain.steps
    via = "".join(f" via {shown(step.name)}" for step in rest)
    cue = f" ({shown(chain.cue)})" if chain.cue else ""
    return f"{perhaps_named(first.name, sure=chain.sure)}{cue}{via}"


def _wordings(row: PairRow, comparison: Comparison) -> list[str]:
    return [
        f"  {shown(w.left)} | {shown(w.right)}"
        for w in comparison.wording
        if w.left_sentence in row.left and w.right_sentence in row.right
    ]


def _passage(comparison: Comparison, place: Place) -> str:
    for s in comparison.left:
        start, end = place.start - s.start, place.end - s.start
        if (s.within, s.paragraph) == (place.within, place.paragraph) and 0 <= start < len(s.text):
            return _short(s.text[start:end])
    return "…"


def _short(text: str, most: int = 160) -> str:
    text = shown(text)
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _words(text: str) -> str:
    return f"“{text}”" if text else "nothing"


def _opening(sentence: str) -> str:
    """A sentence with a capital at its beginning, and every name in it as it was."""
    return sentence[:1].upper() + sentence[1:]
