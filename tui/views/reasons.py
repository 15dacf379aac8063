"""Why two passages stand side by side: score, shared words, rules, sources and who said it.

In goes a row with its comparison, out come sentences for the `i` panel and the written page.
They say what the finding went by and where it may be wrong; none says which side is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.comparison.result import (
    Chain,
    Comparison,
    FigurePair,
    Place,
    QuotationPair,
    WireCopy,
)
from tui.views.in_common import in_common
from tui.views.lens_places import labels_in_words
from tui.views.lines import counted, shown
from tui.views.lonely import Alone
from tui.views.marks import FIGURE_MARKS, UNSURE, quotation_mark, quoted_on
from tui.views.one_event import event_reasons
from tui.views.pairs import PairRow


def why(row: PairRow, comparison: Comparison) -> list[str]:
    """Why two passages stand side by side, and what was found between them."""
    out = _relation(row, comparison)
    for quotation in row.quotations:
        out += ["", *_quotation(quotation)]
    for paraphrase in row.paraphrases:
        other = "right" if paraphrase.quoted == "left" else "left"
        speaker = f" ({shown(paraphrase.speaker)})" if paraphrase.speaker else ""
        out += [
            "",
            f"Quoted on the {paraphrase.quoted}{speaker}, reported in other words on the {other}: "
            f"{paraphrase.score:.0%} of the quotation's words stand there.",
            f"  “{shown(paraphrase.text)}”",
        ]
    for figure in row.figures:
        out += ["", *_figure(figure)]
    for claim in row.claims:
        out += [
            "",
            *claim_words(claim.side, claim.role, claim.missing_words, claim.missing_figures),
        ]
        out.append(f"{claim.share:.0%} of its words stand there: {shown(claim.rule)}.")
        if claim.other_carries:
            out.append("The body of the other article carries it.")
    if row.shared:
        out += ["", f"{counted(len(row.shared), 'passage')} of five words or more in common:"]
        out += [f"  “{_passage(comparison, p.left)}” ({p.words} words)" for p in row.shared]
    wordings = _wordings(row, comparison)
    if wordings:
        out += ["", "Two ways to say one thing:", *wordings]
    called = [
        f"  {labels_in_words(labels)}"
        for labels in comparison.labels
        if any(set(each.sentences) & set(row.left) for each in labels.left)
        or any(set(each.sentences) & set(row.right) for each in labels.right)
    ]
    if called:
        out += ["", "What each side calls it (left | right):", *called]
    if row.titles and comparison.wire is not None and comparison.revision is None:
        out += ["", *wire_words(comparison.wire)]
    chains = chains_of(row, comparison)
    if chains:
        out += ["", "Who says it, and through whom it comes:"]
        out += [f"  {chain.side}: {chain_words(chain)}" for chain in chains]
    return out


def wire_words(wire: WireCopy) -> list[str]:
    """Why the two share much of their text, and the lines that credit an agency."""
    likely = "Likely an agency's copy" if wire.likely else "Much text in common"
    if wire.versions:
        likely = "Likely two versions of one agency's text"
    lines = "; ".join(f"“{shown(text)}”" for text in wire.credit_texts[:2])
    return [f"{likely}: {shown(wire.why)}.", *([lines] if lines else [])]


def _relation(row: PairRow, comparison: Comparison) -> list[str]:
    said = [_opening(f"{row.label}.")]
    if row.change is not None:
        return [*said, f"{row.change.score:.0%} of the words are the same in both versions."]
    if row.one_sided:
        return said + _nowhere(row, comparison)
    left = [comparison.left[n].text for n in row.left]
    right = [comparison.right[n].text for n in row.right]
    common = in_common(left, right, row.words)
    shared = f"Both have {common}." if common else "They have no word of weight in common."
    numbers = [f"word overlap {row.score:.2f}"] if row.score is not None else []
    numbers += [f"{row.likelihood:.0%} likely to say the same"] if row.likelihood else []
    behind = f" ({', '.join(numbers)})" if numbers else ""
    if row.titles:
        said += [f"Two titles always face each other. {shared}", ""]
        said += event_reasons(comparison)
    elif row.relation is UNSURE:
        said.append(
            f"{shared} That is enough to look at both, and too little to say that they tell the "
            f"same; nothing else is nearer to either{behind}."
        )
    elif numbers:
        why_here = "They were held together by these words and by what stands around them"
        if row.rule and row.likelihood is None:
            why_here = f"They were held together because of this: {shown(row.rule)}"
        said.append(f"{shared} {why_here}{behind}. It does not say that nothing else differs.")
    else:
        said.append(f"They carry one quotation, or count the same thing. {shared}")
    if row.moved:
        said.append("The right one stands elsewhere in its text than its neighbours here do.")
    return [one for one in said if one]


_LONELY: dict[Alone, str] = {
    "only": "No sentence of the other article was found to say this. What comes nearest:",
    "open": "Nothing in the other article surely says this, and it is not sure that nothing does. "
    "What comes nearest:",
    "aside": "This is no part of what the report itself says, so it is not counted.",
}


def _nowhere(row: PairRow, comparison: Comparison) -> list[str]:
    """What comes nearest to sentences that face nothing, and what they have in common with it."""
    side, numbers = ("left", row.left) if row.left else ("right", row.right)
    own = comparison.left if side == "left" else comparison.right
    other = comparison.right if side == "left" else comparison.left
    out = [_LONELY[row.alone]]
    for near in comparison.nearest if row.alone != "aside" else ():
        if near.side == side and near.sentence in numbers and near.other < len(other):
            here, there = own[near.sentence].text, other[near.other].text
            common = in_common([here], [there])
            out.append(f"  “{_short(here)}”")
            out.append(f"    nearest: “{_short(there)}”")
            out.append(
                f"    {f'both have {common}' if common else 'no word of weight in common'}"
                f" ({near.likelihood:.0%} likely to say the same)"
            )
    return out if len(out) > 1 else [out[0].removesuffix(" What comes nearest:")]


def _quotation(q: QuotationPair) -> list[str]:
    names = [shown(name) if name else "not named" for name in (q.left_speaker, q.right_speaker)]
    speaker = names[0] if q.same_speaker or names[0] == names[1] else f"{names[0]} | {names[1]}"
    if not (q.left_speaker or q.right_speaker):
        speaker = shown(q.speaker) if q.speaker else "speaker not named"
    out = [
        _opening(f"{quotation_mark(q).label} ({speaker}):"),
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
    rule = f"; {shown(q.rule)}" if q.rule else ""
    out.append(f"{q.score:.0%} of the shorter version's words match{rule}.")
    return out


def _figure(figure: FigurePair) -> list[str]:
    note = f" {_opening(shown(figure.note))}." if figure.note else ""
    label = FIGURE_MARKS[figure.relation].label
    out = [
        _opening(
            f"{label} ({figure.kind}): “{shown(figure.left_text)}” on the left, "
            f"“{shown(figure.right_text)}” on the right.{note}"
        )
    ]
    counted_things = (figure.left_about, figure.right_about)
    if any(counted_things):
        out.append(
            "  counted: " + " | ".join(shown(a) if a else "not said" for a in counted_things)
        )
    sources = (figure.left_source, figure.right_source)
    if any(sources):
        out.append("  source: " + " | ".join(shown(s) if s else "not named" for s in sources))
    if figure.rule:
        out.append(f"Rule: {shown(figure.rule)}.")
    return out


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
    """A chain in a line: "coastguard (said) via AFP via Harbour Gazette"."""
    first, *rest = chain.steps
    via = "".join(f" via {shown(step.name)}" for step in rest)
    cue = f" ({shown(chain.cue)})" if chain.cue else ""
    return f"{shown(first.name)}{cue}{via}"


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
