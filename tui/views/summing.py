"""A comparison in one line, and what has to be known of it before anything else.

In go a `Comparison` and its rows; out come the counts under the columns, which fit the width
they are given, and the sentences over them: other events, two versions, an agency's copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.comparison.result import Comparison, QuotationRelation, WireCopy
from tui.views.lens_places import words_that_matter
from tui.views.lines import EMPTY, Line, Run, counted, shown, width_of, wrap
from tui.views.lonely import Alone
from tui.views.marks import GRAVE, UNMATCHED, UNSURE, quotation_mark
from tui.views.one_event import event_banner, not_held_to_conflict
from tui.views.pair_row import PairRow
from tui.views.reasons import text_in_common, wire_words

_QUOTED: tuple[tuple[str, tuple[QuotationRelation, ...]], ...] = (
    ("trimmed", ("trimmed_left", "trimmed_right")),
    ("altered", ("altered",)),
    ("spliced", ("spliced",)),
    ("overlap", ("overlap",)),
)


def totals(comparison: Comparison, rows: Sequence[PairRow], width: int = 200) -> str:
    """The counts in one line of at most `width` cells.

    >>> # 1 figure may conflict · 4 agree · 3 shared quotations · not matched 6 left, 11 right

    `only` and `open` count sentences, "perhaps the same" pairs of sentences. Where there is little
    room, the figures that agree go first, then kinds and words are cut short before a count is.
    """
    if comparison.revision is not None:
        kinds = Counter(change.kind for change in comparison.revision.changes)
        parts = [f"{kinds[kind]} {kind}" for kind in ("added", "dropped", "changed")]
        parts += [f"{kinds['moved']} moved"] if kinds["moved"] else []
        return _fitting([[*parts, f"{comparison.revision.unchanged} unchanged"], parts], width)
    figures = Counter(figure.relation for figure in comparison.figures)
    number = figures["agree"] + figures["approximate"]
    agree = [f"{number} {'agrees' if number == 1 else 'agree'}"] if number else []
    why = not_held_to_conflict(comparison)
    held = "no figures in conflict"
    if why:
        held = "figures not held to conflict"
    elif figures["differ"]:
        held = f"{counted(figures['differ'], 'figure')} may conflict"
    conflicts = f"{held}: {why.partition(',')[0]}" if why else held
    number = len(comparison.not_held)
    also = [f"{number} counted differently"] if number else []
    number = words_that_matter(rows)
    words = [f"{counted(number, 'word')} otherwise"] if number else []
    left, right = alone(rows)
    sentences = f"{counted(left, 'sentence')} not matched left, {right} right"
    only = f"not matched {left} left, {right} right"
    signs = f"unmatched {left} | {right}"
    number, loose = perhaps_pairs(rows), alone(rows, "open")
    perhaps = [f"{number} perhaps the same"] if number else []
    brief_perhaps = [f"{number} perhaps"] if number else []
    left_open = [f"open {loose[0]} left, {loose[1]} right"] if any(loose) else []
    brief_open = [f"{sum(loose)} open"] if any(loose) else []
    quotes, changed, brief_quotes = _quotes(comparison)
    last = [*left_open, *perhaps]
    brief = [*brief_open, *brief_perhaps]
    choices = [
        [conflicts, *also, *agree, *words, quotes, sentences, *last],
        [conflicts, *also, *words, quotes, sentences, *last],
        [conflicts, *also, *words, quotes, only, *last],
        [conflicts, *also, *words, quotes, only, *brief],
        [conflicts, *also, *words, changed, only, *brief],
        *([[held, *also, *words, changed, only, *brief]] if also else []),
        *([[held, *also, *words, changed, signs, *brief]] if also else []),
        [conflicts, *words, changed, only, *brief],
        [held, *words, changed, only, *brief],
        [held, *words, changed, signs, *brief],
        [held, *words, brief_quotes, signs, *brief],
        [held.replace("no figures", "none"), *words, brief_quotes, signs, *brief],
        [
            held.replace("no figures", "none"),
            *words,
            brief_quotes,
            f"alone {left} | {right}",
            *brief,
        ],
        [held, *words, brief_quotes, signs, *brief_perhaps],
        [held, brief_quotes, signs],
    ]
    return _fitting([*choices, [held]], width)


def _quotes(comparison: Comparison) -> tuple[str, str, str]:
    """The quotations that both carry: with every kind, with how many were changed, and briefly."""
    number = len(comparison.quotations)
    said = counted(number, "shared quotation") if number else "no shared quotation"
    kinds = ", ".join(_quoted_otherwise(comparison))
    changed = sum(quotation_mark(q).gravity >= GRAVE for q in comparison.quotations)
    long = f"{said}, {kinds}" if kinds else said
    brief = f"{number} quoted" if number else "no quote in both"
    if not changed:
        return long, said, brief
    return long, f"{said}, {changed} changed", f"{brief}, {changed} changed"


def _quoted_otherwise(comparison: Comparison) -> list[str]:
    """How many quotations were changed, by how: "1 trimmed", "2 with another speaker"."""
    quoted = Counter(q.relation for q in comparison.quotations)
    kinds = [
        f"{number} {name}"
        for name, relations in _QUOTED
        if (number := sum(quoted[relation] for relation in relations))
    ]
    speakers = sum(q.speakers == "other" for q in comparison.quotations)
    return [*kinds, f"{speakers} with another speaker"] if speakers else kinds


def _fitting(choices: Sequence[Sequence[str]], width: int) -> str:
    """The first of several ways to say the counts that has room; the last, where none has."""
    fitting = (t for parts in choices if width_of(t := " · ".join(parts)) <= width)
    return next(fitting, " · ".join(choices[-1]))


def in_words(comparison: Comparison, rows: Sequence[PairRow]) -> str:
    """The same counts in sentences, for a page that explains no marks before they are met."""
    if comparison.revision is not None:
        kinds = Counter(change.kind for change in comparison.revision.changes)
        parts = [f"{kinds[kind]} {kind}" for kind in ("added", "dropped", "changed", "moved")]
        return f"Sentences: {', '.join(parts)}, {comparison.revision.unchanged} unchanged."
    figures = Counter(figure.relation for figure in comparison.figures)
    kinds_of = ", ".join(_quoted_otherwise(comparison))
    words = words_that_matter(rows)
    one_word = f"Words that matter otherwise in sentences alike: {words}. " if words else ""
    left, right = alone(rows)
    loose, pairs = alone(rows, "open"), perhaps_pairs(rows)
    open_ones = ""
    if any(loose):
        open_ones = (
            f" Left open, marked <? and ?>: {loose[0]} on the left, {loose[1]} on the right."
        )
    if pairs:
        open_ones += f" Perhaps the same, marked ?: {counted(pairs, 'pair')} of sentences."
    why = not_held_to_conflict(comparison)
    held = f"not held to conflict ({why})" if why else f"{figures['differ']} may conflict"
    also = len(comparison.not_held)
    otherwise = f", {also} counted differently and not held" if also else ""
    return (
        f"Figures: {held}, "
        f"{figures['agree'] + figures['approximate']} agree{otherwise}. {one_word}"
        f"Quotations in both: {len(comparison.quotations)}{f' ({kinds_of})' if kinds_of else ''}. "
        f"Sentences not matched: {left} on the left, {right} on the right ({UNMATCHED})."
        f"{open_ones} "
        f"{text_in_common(comparison)}"
    )


def alone(rows: Sequence[PairRow], kind: Alone = "only") -> tuple[int, int]:
    """How many sentences of each side face nothing, of those that are of one kind."""
    found = [row for row in rows if row.one_sided and row.alone == kind]
    return sum(len(row.left) for row in found), sum(len(row.right) for row in found)


def perhaps_pairs(rows: Sequence[PairRow]) -> int:
    """How many pairs of sentences are perhaps the same."""
    return sum(row.relation is UNSURE for row in rows)


def _brief_wire(wire: WireCopy) -> str:
    agencies = shown(" and ".join(dict.fromkeys(wire.agencies)))
    likely = f"Likely {agencies} copy" if wire.likely and agencies else "Much text in common"
    if wire.versions:
        likely = f"Likely two versions of one text of {agencies}"
    return f"{likely}: {wire.share:.0%} of the words outside quotations are shared."


def banner_lines(comparison: Comparison, nothing: str, width: int) -> list[Line]:
    """The banners over the columns in lines of `width` cells, after what is said where nothing is
    shown (empty: something is), and a blank line below."""
    said = banners(comparison, brief=True)
    if nothing:
        said.insert(0, ("strong", f"{nothing[0].upper()}{nothing[1:]}."))
    lines: list[Line] = []
    for style, text in said:
        first = text.find(" ") if style == "relation" else len(text)  # one word calls
        for a, b in wrap(text, width):
            called, rest = text[a : max(a, min(b, first))], text[max(a, min(b, first)) : b]
            lines.append(tuple(run for run in (Run(called, style), Run(rest)) if run.text))
    return [*lines, EMPTY] if lines else []


def banners(comparison: Comparison, brief: bool = False) -> list[tuple[str, str]]:
    """What has to be said before the rows: (style, sentence), most important first.

    `brief` names the agency of a copy without the lines that credit it, for a screen that is to
    begin with the texts; `i` on the titles has them.
    """
    out: list[tuple[str, str]] = []
    revision, wire = comparison.revision, comparison.wire
    if revision is None and (event := event_banner(comparison, brief)):
        out.append(("relation", event))
    if comparison.languages_differ:
        codes = f"{shown(comparison.left_language or '')}, {shown(comparison.right_language or '')}"
        out.append(
            (
                "relation",
                f"Two languages ({codes}): only names and figures can face each other, and "
                "“not found” says nothing of what the other reports.",
            )
        )
    if comparison.left_id == comparison.right_id:
        return [("strong", "This is one and the same article on both sides.")]
    if revision is not None:
        later = f"The {revision.later} one is later" if revision.later else "Which is later is open"
        out.append(("strong", f"Two versions of one article. {later} ({shown(revision.why)})."))
    if wire is not None and revision is None:
        out.append(("strong", _brief_wire(wire) if brief else " ".join(wire_words(wire))))
    alike = any(a.relation == "same" and a.left[:1] == a.right[:1] == (0,)
                for a in comparison.alignments)  # fmt: skip
    heads = [
        c for c in comparison.claims
        if not c.carried and c.role != "caption" and not (alike and c.role == "title")
    ]  # fmt: skip
    if heads and revision is None:
        places = " and ".join(dict.fromkeys(f"the {c.role} on the {c.side}" for c in heads))
        number = counted(len(heads), "claim")
        out.append(("", f"{number} not found in the body below: {places} (marked !^)."))
    return out
