"""A comparison in one line, and what has to be known of it before anything else.

In go a `Comparison` and its rows; out come the counts under the columns, which fit the width
they are given, and the sentences over them: other events, two versions, an agency's copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.comparison.result import Comparison, QuotationRelation, WireCopy
from tui.views.lens_places import words_that_matter
from tui.views.lines import counted, shown, width_of
from tui.views.lonely import Alone
from tui.views.marks import GRAVE, UNSURE, quotation_mark
from tui.views.one_event import event_banner, not_held_to_conflict
from tui.views.pairs import PairRow
from tui.views.reasons import wire_words

_QUOTED: tuple[tuple[str, tuple[QuotationRelation, ...]], ...] = (
    ("trimmed", ("trimmed_left", "trimmed_right")),
    ("altered", ("altered",)),
    ("spliced", ("spliced",)),
    ("overlap", ("overlap",)),
)


def totals(comparison: Comparison, rows: Sequence[PairRow], width: int = 200) -> str:
    """The counts in one line of at most `width` cells.

    >>> # may conflict 1  agree 4 | quotes 3, trimmed 1 | only 6 < > 11 | open 2 < > 0 | ? 4 pairs

    `only` and `open` count sentences, `?` pairs of sentences that are perhaps the same. Where there
    is little room, kinds and words are cut short before a count is left out.
    """
    shared = f"shared {round(100 * comparison.shared.left)} %"
    shared += f" < > {round(100 * comparison.shared.right)} %"
    if comparison.revision is not None:
        kinds = Counter(change.kind for change in comparison.revision.changes)
        counts = "  ".join(f"{kind} {kinds[kind]}" for kind in ("added", "dropped", "changed"))
        moved = f"  moved {kinds['moved']}" if kinds["moved"] else ""
        parts = [counts + moved, f"unchanged {comparison.revision.unchanged}", shared]
        choices = [parts, parts[:2], parts[:1]]
        fitting = (t for some in choices if width_of(t := " | ".join(some)) <= width)
        return next(fitting, counts)
    figures = Counter(figure.relation for figure in comparison.figures)
    agree = figures["agree"] + figures["approximate"]
    quoted = Counter(q.relation for q in comparison.quotations)
    kinds_of = [
        f"{name} {number}"
        for name, relations in _QUOTED
        if (number := sum(quoted[relation] for relation in relations))
    ]
    speakers = sum(q.speakers == "other" for q in comparison.quotations)
    kinds_of += [f"other speaker {speakers}"] if speakers else []
    changed = sum(quotation_mark(q).gravity >= GRAVE for q in comparison.quotations)
    quotes = f"quotes {len(comparison.quotations)}"
    left, right = alone(rows)
    only = f"only {left} < > {right}"
    why = not_held_to_conflict(comparison)
    held = "not held to conflict" if why else f"may conflict {figures['differ']}"
    shortest = f"{held}  agree {agree}"
    conflicts = f"{held}: {why.partition(',')[0]}  agree {agree}" if why else shortest
    words = words_that_matter(rows)
    otherwise = f"{conflicts}  words {words}" if words else conflicts
    pairs, loose = perhaps_pairs(rows), alone(rows, "open")
    sure = [f"? {counted(pairs, 'pair')}"] if pairs else []
    sure_brief = [f"? {pairs}"] if pairs else []
    left_open = [f"open {loose[0]} < > {loose[1]}"] if any(loose) else []
    open_brief = [f"open {loose[0]}/{loose[1]}"] if any(loose) else []
    long = [otherwise, ", ".join([quotes, *kinds_of])]
    brief = [otherwise, f"{quotes}, changed {changed}" if changed else quotes]
    signs = shared.replace(" % < > ", " < > ")
    near = [f"only {left}/{right}", *open_brief, *sure_brief, shared.replace(" % < > ", "/")]
    choices = [[*long, f"{only} sentences", *left_open, *sure, shared]]
    for first in (long, brief):
        choices += [[*first, only, *left_open, *sure_brief, share] for share in (shared, signs)]
        choices += [[*first, *near], [*first, *near[:-1]]]
    choices += [[*brief, only, *sure_brief], [*brief, only], [otherwise]]
    fitting = (t for parts in choices if width_of(t := " | ".join(parts)) <= width)
    return next(fitting, shortest)


def in_words(comparison: Comparison, rows: Sequence[PairRow]) -> str:
    """The same counts in sentences, for a page that explains no marks before they are met."""
    if comparison.revision is not None:
        kinds = Counter(change.kind for change in comparison.revision.changes)
        parts = [f"{kinds[kind]} {kind}" for kind in ("added", "dropped", "changed", "moved")]
        return f"Sentences: {', '.join(parts)}, {comparison.revision.unchanged} unchanged."
    figures = Counter(figure.relation for figure in comparison.figures)
    quoted = Counter(q.relation for q in comparison.quotations)
    kinds_of = ", ".join(
        f"{number} {name}"
        for name, relations in _QUOTED
        if (number := sum(quoted[relation] for relation in relations))
    )
    speakers = sum(q.speakers == "other" for q in comparison.quotations)
    if speakers:
        kinds_of += f"{', ' if kinds_of else ''}{speakers} with another speaker"
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
    return (
        f"Figures: {held}, "
        f"{figures['agree'] + figures['approximate']} agree. {one_word}"
        f"Quotations in both: {len(comparison.quotations)}{f' ({kinds_of})' if kinds_of else ''}. "
        f"Sentences found on one side only: {left} on the left, {right} on the right.{open_ones} "
        f"Text in common: {comparison.shared.left:.0%} of the left, "
        f"{comparison.shared.right:.0%} of the right."
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


def banners(comparison: Comparison, brief: bool = False) -> list[tuple[str, str]]:
    """What has to be said before the rows: (style, sentence), most important first.

    `brief` names the agency of a copy without the lines that credit it, for a screen that is to
    begin with the texts; `i` on the titles has them.
    """
    out: list[tuple[str, str]] = []
    revision, wire = comparison.revision, comparison.wire
    if revision is None and (event := event_banner(comparison)):
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
