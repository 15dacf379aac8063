"""What a story's articles quote, a row for each utterance.

In go the `Side`s of its articles and the scores of their sentences, out come `Fact`s. A quotation's
versions are held against each other as in a comparison of two; the very same words are one row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.comparison import versions
from corpus.comparison.attribution import named_apart
from corpus.comparison.result import QuotationRelation
from corpus.comparison.sides import Side
from corpus.comparison.utterances import Utterance, canonical, utterances
from corpus.ledger.altering import is_altered, otherwise
from corpus.ledger.contexts import Context, are_one, are_two_occasions, context, is_short
from corpus.ledger.matching import StoryScores
from corpus.ledger.result import Cell, CellRelation, Fact
from corpus.ledger.rows import in_order, rows
from corpus.ledger.sources import spoken_by
from corpus.words import STOP

_MOST_VERSIONS = 60  # quotations that share a word, beyond which the word tells nothing
FEW_WORDS = 2  # up to which two speakers use the same ones: "no evidence"
_FROM_MEDOID: Mapping[QuotationRelation, CellRelation] = {
    "identical": "same", "minor": "same", "trimmed_right": "trimmed", "trimmed_left": "longer",
    "overlap": "overlap", "spliced": "spliced", "altered": "altered",
}  # fmt: skip


def quotation_facts(sides: Sequence[Side], found: StoryScores) -> list[Fact]:
    """What is quoted, a row for each utterance; versions of one stand in one row."""
    said = [(a, one) for a, side in enumerate(sides) for one in utterances(side)]
    owners = [a for a, _ in said]
    matches: list[dict[int, float]] = [{} for _ in said]
    relation: dict[tuple[int, int], QuotationRelation] = {}
    around = lru_cache(maxsize=None)(lambda k: context(sides[owners[k]], said[k][1]))
    for k, other in _sharing([set(one.words) - STOP for _, one in said]):
        if owners[k] == owners[other]:
            continue
        # The longer version is asked first, so that a cut reads the same from either side.
        for one, two in ((k, other), (other, k)):
            answer = versions.relation(said[one][1], said[two][1])
            if answer is None:
                continue
            short = is_short(said[one][1]) or is_short(said[two][1])
            if not short or are_one(said[one][1], around(one), said[two][1], around(two)):
                matches[one][two] = float(answer[0])
                relation[one, two] = answer[1]
    facts = []
    left = list(range(len(said)))
    while left:
        here = {item: k for k, item in enumerate(left)}
        among = [{here[m]: n for m, n in matches[item].items() if m in here} for item in left]
        beside: list[int] = []  # another part of what an article has in a row stands apart
        for medoid, members in rows([owners[item] for item in left], among):
            named, members = left[medoid], [left[k] for k in members]
            cells = [_quoted(sides, said[named], "medoid")]
            seen = {owners[named]: (0, named)}
            for member in members:
                if owners[member] not in seen:
                    seen[owners[member]] = len(cells), member
                    how = _FROM_MEDOID[relation[named, member]]
                    if how == "altered" and not _alters(
                        said, relation, around, named, member, members
                    ):
                        how = otherwise(said[named][1], said[member][1])
                    named_words = said[named][1].words if how == "overlap" else ()
                    cells.append(_quoted(sides, said[member], how, named_words))
                    continue
                at, first = seen[owners[member]]
                if _says_again(said[first][1], said[member][1]):
                    again = _quoted(sides, said[member], "same")
                    source = cells[at].source or again.source
                    cells[at] = replace(cells[at], source=source)
                    if again.sentence != cells[at].sentence:
                        cells[at] = replace(cells[at], more=(*cells[at].more, again.sentence))
                else:
                    beside.append(member)
            facts.append(Fact("quotation", said[named][1].text, in_order(cells, sides)))
        left = sorted(beside)
    return _identical_as_one(facts, sides)


def _identical_as_one(facts: Sequence[Fact], sides: Sequence[Side]) -> list[Fact]:
    """The rows of quotations, those of the very same words as one: the widest of them, with the
    cells that others have. So few words as two speakers may both say stay apart where the speakers
    are told apart."""
    kept: list[Fact] = []
    by_words: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for fact in sorted(facts, key=lambda one: -len(one.cells)):
        words = canonical(fact.text)[0]
        home = next((n for n in by_words[words] if not _are_two(words, kept[n], fact)), None)
        if home is None:
            by_words[words].append(len(kept))
            kept.append(fact)
            continue
        cells = {cell.article: cell for cell in kept[home].cells}
        for cell in fact.cells:
            held = cells.get(cell.article)
            if held is None:
                relation: CellRelation = "same" if cell.relation == "medoid" else cell.relation
                cells[cell.article] = replace(cell, relation=relation)
            elif cell.relation in ("medoid", "same") and held.relation not in ("medoid", "same"):
                again = {held.sentence, *held.more, *cell.more} - {cell.sentence}
                cells[cell.article] = replace(cell, relation="same", more=tuple(sorted(again)))
            else:
                again = {*held.more, cell.sentence, *cell.more} - {held.sentence}
                cells[cell.article] = replace(held, more=tuple(sorted(again)))
        kept[home] = replace(kept[home], cells=in_order(list(cells.values()), sides))
    place = {id(fact): n for n, fact in enumerate(facts)}
    return sorted(kept, key=lambda one: place.get(id(one), len(place)))


def _are_two(words: tuple[str, ...], one: Fact, other: Fact) -> bool:
    """Whether two rows of the same few words are of speakers who are told apart."""
    if len(words) > FEW_WORDS:
        return False
    ours, theirs = ({c.source for c in fact.cells if c.source} for fact in (one, other))
    return bool(ours and theirs) and all(named_apart(a, b) for a in ours for b in theirs)


def _alters(
    said: Sequence[tuple[int, Utterance]],
    relation: Mapping[tuple[int, int], QuotationRelation],
    around: Callable[[int], Context],
    named: int,
    member: int,
    members: Sequence[int],
) -> bool:
    """Whether a version alters the one that names its row. What several articles quote in the same
    other words is another sentence of the speech, and what is said on two occasions is said twice.
    """
    if not is_altered(said[named][1], said[member][1]):
        return False
    if are_two_occasions(around(named), around(member)):
        return False
    return not any(
        relation.get((member, other)) in ("identical", "minor", "trimmed_left", "trimmed_right")
        and relation.get((named, other)) == "altered"
        for other in members
    )


def _says_again(first: Utterance, then: Utterance) -> bool:
    """Whether the second of an article's quotations has nothing that the first has not."""
    answer = versions.relation(first, then)
    return answer is not None and answer[1] in ("identical", "minor", "trimmed_right")


def _quoted(
    sides: Sequence[Side],
    said: tuple[int, Utterance],
    relation: CellRelation,
    shared: Sequence[str] = (),
) -> Cell:
    """A cell of an utterance, with the sentence in which it begins; of another part of what names
    the row the one that has most of the words of `shared`."""
    a, one = said
    side = sides[a]
    first = side.article.quotations[one.numbers[0]]
    sentence = side.sentence_at(first.within, first.paragraph, first.start) or 0
    source = spoken_by(side, sentence, one.speaker) if one.speaker else None
    if shared:
        sentence = _sentence_with(side, one, set(shared) - STOP, sentence)
    return Cell(side.article.id, one.text, relation, sentence, source=source)


def _sentence_with(side: Side, one: Utterance, shared: set[str], first: int) -> int:
    """The sentence of an utterance that has most of some words; the first of equals."""
    here = [side.article.quotations[number] for number in one.numbers]
    within = [
        n
        for n, sentence in enumerate(side.sentences)
        if any(
            (q.within, q.paragraph) == (sentence.within, sentence.paragraph)
            and q.start < sentence.end
            and sentence.start < q.end
            for q in here
        )
    ]
    held = {n: len(shared & set(canonical(side.sentences[n].text)[0])) for n in within}
    best = max(within, key=lambda n: (held[n], -n), default=first)
    return best if held.get(best, 0) > 2 * held.get(first, 0) else first


def _sharing(words: Sequence[set[str]]) -> list[tuple[int, int]]:
    """Pairs of items that share a word which not too many have."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(words):
        for word in found:
            holding[word].append(number)
    pairs = {
        (one, other)
        for at in holding.values()
        if len(at) <= _MOST_VERSIONS
        for place, one in enumerate(at)
        for other in at[place + 1 :]
    }
    return sorted(pairs)
