"""What a written comparison holds: the rows of the screen, the findings, citations, how made.

In go a `Comparison` and both records, out comes a `Page` of plain texts and spans, which the
Markdown and the HTML page are written from; the command line prints its rows and findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.comparison.alignment import KEEP, UNCERTAIN
from corpus.comparison.event import ALONE, FAR, MONTHS, PERHAPS, SAME
from corpus.comparison.facing import ComparedSentence
from corpus.comparison.result import Comparison
from index.answers import Record
from tui.views import not_held
from tui.views.cells import Cells, telling
from tui.views.citing import citation, running, standing
from tui.views.days import moment
from tui.views.differing import Side, Spans, lens_spans
from tui.views.lens_places import labels_in_words, places
from tui.views.lines import line_text
from tui.views.lonely import opposite
from tui.views.marks import FIGURE_MARKS, GRAVE, TELLINGS, UNSURE, legend, quotation_mark, quoted_on
from tui.views.not_held import HEADING
from tui.views.one_event import event_words
from tui.views.pair_row import PairRow
from tui.views.pairs import pair_rows
from tui.views.reasons import chain_words, why
from tui.views.spoken_by import NOT_NAMED, perhaps_named, spoken_by
from tui.views.summing import banners, in_words, totals

NOT_FOUND = "not found here"
ABOVE = "(see above)"
Rows = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a row: its words, the stretches that are marked, where it stands, its role.

    The stretches differ from the other side, or are figures that agree with it. `again`: a row
    above has it too.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    at: str
    role: str
    agree: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class PageRow:
    """Two passages that face each other; `why` is what the screen says with `i`."""

    left: tuple[Said, ...]
    right: tuple[Said, ...]
    left_notes: tuple[str, ...]
    right_notes: tuple[str, ...]
    signs: str
    label: str
    why: tuple[str, ...]
    opposite: str = NOT_FOUND  # what stands where one side has nothing


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of finding: what its columns are called, and its rows."""

    heading: str
    columns: tuple[str, ...]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Source:
    """One of the two articles, as a page cites it."""

    outlet: str
    day: str
    title: str
    url: str | None
    citation: str
    sha256: str
    bytes: int
    read_by: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a written comparison says."""

    left: Source
    right: Source
    event: str
    totals: str
    first: tuple[tuple[int, str], ...]  # what differs, gravest first: the row, what is said
    banners: tuple[str, ...]
    rows: tuple[PageRow, ...]
    tables: tuple[Table, ...]
    legend: tuple[tuple[str, str], ...]
    made: tuple[str, ...]


def page_of(comparison: Comparison, left: Record, right: Record, state: str) -> Page:
    """The content of a written comparison."""
    found = pair_rows(comparison, telling(left, right, comparison))
    spans: dict[Side, Spans] = {
        "left": lens_spans("differences", "left", left, comparison, found),
        "right": lens_spans("differences", "right", right, comparison, found),
    }
    cells = Cells(comparison, left, right, spans)
    sources = _source(left, "left"), _source(right, "right")
    written = _rows(found, comparison, cells)
    return Page(
        *sources,
        _event(comparison),
        in_words(comparison, found),
        _first(found, comparison),
        tuple(text for _, text in banners(comparison)),
        written,
        (
            *(table for table in tables(comparison, sources) if table.rows),
            _places(written, sources),
        ),
        legend(comparison),
        _made(comparison, left, right, state),
    )


def _event(comparison: Comparison) -> str:
    """Whether both report one event, as a sentence; empty where a banner says so."""
    if comparison.revision is None and comparison.answer != "same":
        return ""
    words = event_words(comparison)
    return f"{words[:1].upper()}{words[1:]}. "


def _first(rows: Sequence[PairRow], comparison: Comparison) -> tuple[tuple[int, str], ...]:
    found = [
        place
        for place in places("differences", rows, comparison, lambda _row: ())
        if place.gravity >= GRAVE
    ]
    return tuple((p.row, p.label) for p in sorted(found, key=lambda place: -place.gravity))


def _source(record: Record, side: str) -> Source:
    article = record.article
    names = record.names.model if record.names is not None else "not read yet"
    return Source(
        article.outlet or side,
        moment(article.published, article.published_at),
        article.headline,
        article.url,
        citation(article),
        article.origin.sha256,
        article.origin.bytes,
        f"reading rules {article.rules}, names {names}",
    )


def _rows(found: Sequence[PairRow], comparison: Comparison, cells: Cells) -> tuple[PageRow, ...]:
    """The rows as they are written; what is perhaps the same as something above says so."""
    above: tuple[set[int], set[int]] = set(), set()
    out = []
    for row in found:
        out.append(
            _row(row, comparison, cells, above if row.relation is UNSURE else (set(), set()))
        )
        above[0].update(row.left)
        above[1].update(row.right)
    return tuple(out)


def _places(rows: Sequence[PageRow], sources: tuple[Source, Source]) -> Table:
    """Where in either article the sentences of each row stand."""
    columns = ("row", *(source.outlet for source in sources))
    places = [
        (str(number), *("; ".join(one.at for one in side) for side in (row.left, row.right)))
        for number, row in enumerate(rows, 1)
    ]
    return Table("Where each sentence stands", columns, places)


def _row(
    row: PairRow, comparison: Comparison, cells: Cells, above: tuple[set[int], set[int]]
) -> PageRow:
    def said(
        side: Side, numbers: Sequence[int], sentences: Sequence[ComparedSentence]
    ) -> list[Said]:
        out = []
        marks = cells.marks(row, side)
        told = above[0] if side == "left" else above[1]
        for s in (sentences[n] for n in numbers):
            marked = marks.get((s.within, s.paragraph), [])
            inside = tuple(
                (max(span.start, s.start) - s.start, min(span.end, s.end) - s.start)
                for span in sorted(marked)
                if row.relation is not UNSURE  # what it differs from stands in another row
                and span.start < s.end
                and span.end > s.start
            )
            agree = marks is not cells.spans[side]
            out.append(Said(s.text, inside, standing(s), s.role, agree, s.i in told))
        return out

    def notes(side: Side) -> tuple[str, ...]:
        lines = [line_text(line) for line in cells.notes(row, side, 10_000)]
        return tuple(line.strip() for line in lines)

    return PageRow(
        tuple(said("left", row.left, comparison.left)),
        tuple(said("right", row.right, comparison.right)),
        notes("left"),
        notes("right"),
        row.mark,
        row.label,
        tuple(line for line in why(row, comparison) if line),
        opposite(row.alone),
    )


def tables(comparison: Comparison, sources: tuple[Source, Source]) -> list[Table]:
    """Every finding by its kind."""
    c = comparison
    left, right = (source.outlet for source in sources)
    quotations = [
        (
            "; ".join(filter(None, (quotation_mark(q).label, quoted_on(q)))),
            q.left_text, q.right_text,
            spoken_by(q),
            _both(q.left_cue, q.right_cue),
        )
        for q in c.quotations
    ]  # fmt: skip
    figures = [
        (
            FIGURE_MARKS[f.relation].label, f.left_text, f.right_text,
            _both(f.left_about, f.right_about), _both(f.left_source, f.right_source),
            f.note or "",
        )
        for f in c.figures
    ]  # fmt: skip
    names = [
        (e.type, e.left_name or e.name if e.left is not None else NOT_FOUND,
         e.right_name or e.name if e.right is not None else NOT_FOUND)
        for e in c.entities
    ]  # fmt: skip
    reported = [
        (
            f"quoted on the {p.quoted}",
            p.text,
            perhaps_named(p.speaker, sure=p.sure),
            f"{p.score:.0%}",
            TELLINGS[p.told].label,
        )
        for p in c.paraphrases
    ]
    claims = [
        (k.role, left if k.side == "left" else right,
         ", ".join((*k.missing_figures, *k.missing_words)),
         "yes" if k.other_carries else "not all of it")
        for k in c.claims if not k.carried
    ]  # fmt: skip
    chains = [
        (left if k.side == "left" else right, f"{k.side} {k.sentence + 1}", chain_words(k))
        for k in c.chains
    ]
    called = [tuple(labels_in_words(each).split(": ", 1)) for each in c.labels]
    words = (left, right)
    return [
        Table("Quotations", ("relation", *words, "speaker", "led in by"), quotations),
        Table("Quoted here, reported there",
              ("side", "quotation", "speaker", "carried", "how"), reported),
        Table("Figures", ("relation", *words, "counted", "source", "note"), figures),
        Table(HEADING, (*words, "not held because"), not_held.rows(c)),
        Table("Wording", words, [(w.left, w.right) for w in c.wording]),
        Table("What each side calls it", ("of", f"{left} | {right}"), called),
        Table("Names", ("kind", *words), names),
        Table("Claims not found in their own body",
              ("claim", "outlet", "words not found", "found in the other body"), claims),
        Table("Who says it, and through whom", ("outlet", "sentence, from 1", "chain"), chains),
    ]  # fmt: skip


def _both(left: str | None, right: str | None) -> str:
    if left == right:
        return left or NOT_NAMED
    return f"{left or NOT_NAMED} | {right or NOT_NAMED}"


def _made(comparison: Comparison, left: Record, right: Record, state: str) -> tuple[str, ...]:
    least = KEEP if comparison.answer == "same" else UNCERTAIN
    unread = [r.article.outlet or "one" for r in (left, right) if r.names is None]
    return (
        "Broadsheet laid the sentences of both articles against each other, in any order: by the "
        "words they have in common, counted by how rare these are in the two articles, by their "
        "letters and by what stands around them. Sentences face each other where it is "
        f"{least:.0%} likely or more that they say the same; two articles count as reports of one "
        f"event from {SAME:.2f} on where a day, numbers, quoted words or rare names bear it out, "
        f"else from {ALONE:.2f} on, perhaps of one from {PERHAPS:.2f} on; of those published more "
        f"than {FAR} days apart it says no more than perhaps, and {MONTHS} days apart only "
        "where they are nearly the same text or quote the same with the same rare names.",
        "Figures may conflict where the same thing is counted in the same kind of deed; the later "
        "report may give a later count. “Not found here” means that no sentence came near enough; "
        "it does not mean that anything was left out on purpose. “Nothing here surely says it” "
        "means that one may. What is set into a page (posts, credits, notes) and faces nothing is "
        "not counted. Nothing here says which of the two is right.",
        f"Names were not read yet in: {', '.join(unread)}; the table of names is not complete."
        if unread
        else "Names of both articles were read.",
        "Places are counted in characters of the cleaned text, the first being 0, the end not "
        "included; sentences, the title among them, and paragraphs from 1, in JSON from 0.",
        f"Archive state {state}" if state else "",
    )


# --- for the command line -------------------------------------------------------------------


def summary(comparison: Comparison, left: Record, right: Record) -> str:
    """Both articles in a line each, what has to be known first, and the counts."""
    lines = [f"left:  {_named(left)}", f"right: {_named(right)}", event_words(comparison)]
    lines += [text for _, text in banners(comparison)]
    return "\n".join([*lines, totals(comparison, pair_rows(comparison))])


def rows(comparison: Comparison, ours: Record, theirs: Record) -> Rows:
    """Every sentence in the rows of the screen: the relation, the left and the right text."""
    left = {s.i: s for s in comparison.left}
    right = {s.i: s for s in comparison.right}
    out: list[tuple[str, ...]] = []
    above: tuple[set[int], set[int]] = set(), set()
    for row in pair_rows(comparison, telling(ours, theirs, comparison)):
        both = (row.left, left, above[0]), (row.right, right, above[1])
        texts = [
            running([sentences[n] for n in numbers])
            + (f" {ABOVE}" if row.relation is UNSURE and told.issuperset(numbers) else "")
            for numbers, sentences, told in both
        ]
        out.append((f"{row.mark:<2} {row.label}", *texts))
        above[0].update(row.left)
        above[1].update(row.right)
    return out


def findings(comparison: Comparison, left: Record, right: Record) -> list[Table]:
    """The findings that there are, by their kind."""
    sources = _source(left, "left"), _source(right, "right")
    return [table for table in tables(comparison, sources) if table.rows]


def _named(record: Record) -> str:
    article = record.article
    facts = [article.outlet, article.published, article.headline, article.id[:16]]
    return " · ".join(fact for fact in facts if fact)
