"""The sentences behind a number of an entity's page: the place of every mention that it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from corpus.appearing import bare
from corpus.article import Article, Names, Sentence
from corpus.coverage.gathering import is_said
from corpus.text import fold
from index.answers import Unit
from index.entity.counting import Source, Sources, wording
from index.entity.dossier import Dossier, Entry
from index.entity.result import Place, Target
from index.facets import stretch

Meant = tuple[int, int]  # (article, sentence)


def places(
    target: Target, entries: Iterable[Entry], dossier: Dossier, sources: Sources, unit: Unit
) -> list[Meant]:
    """Every (article, sentence) that a number is made of, newest article first."""
    found: dict[Meant, None] = {}
    chosen = _chooser(target, dossier, sources, unit)
    for entry in sorted(entries, key=lambda e: (sources[e.seq].published or "", e.seq),
                        reverse=True):  # fmt: skip
        found |= dict.fromkeys((entry.seq, sentence) for sentence in chosen(entry))
    return list(found)


def _chooser(
    target: Target, dossier: Dossier, sources: Sources, unit: Unit
) -> Callable[[Entry], Iterator[int]]:
    """Which sentences of an article a target means."""
    value = target.value

    def named(entry: Entry) -> Iterator[int]:
        yield from (one.sentence for one in entry.named)

    match target.section:
        case "spelling":
            return lambda e: (o.sentence for o in e.named if o.spelling == value)
        case "label":
            kind, _, text = value.partition(":")
            wanted = fold(text)
            if kind == "role":
                return lambda e: (
                    o.sentence for o in e.named[:1] if e.role and fold(e.role) == wanted
                )
            return lambda e: (o.sentence for o in e.named if fold(o.form) == wanted)
        case "when" | "month":
            by: Unit = "month" if target.section == "month" else unit
            return lambda e: named(e) if not value or _in(sources[e.seq], value, by) else iter(())
        case "outlet":
            return lambda e: named(e) if (sources[e.seq].outlet or "") == value else iter(())
        case "with":
            numbers = {n for n, (key, _) in enumerate(dossier.beside) if key == value}
            return lambda e: _together(e, numbers)
        case "said":
            return lambda e: (
                o.sentence for o in e.said
                if value in ("", "direct" if o.kind != "indirect" else "indirect")
                or value == f"words:{wording(o.text)}"
            )  # fmt: skip
        case "article":
            return lambda e: named(e) if value in ("", sources[e.seq].id) else iter(())


def _in(source: Source, when: str, unit: Unit) -> bool:
    day = source.published
    return bool(day) and stretch(date.fromisoformat(str(day)[:10]), unit) == when


def _together(entry: Entry, numbers: set[int]) -> Iterator[int]:
    """Sentences that name both; where there is none, the first that names the entity."""
    if numbers.isdisjoint(entry.others):
        return
    pairs = zip(entry.together[::2], entry.together[1::2], strict=True)
    found = [sentence for other, sentence in pairs if other in numbers]
    yield from sorted(set(found)) or (one.sentence for one in entry.named[:1])


def place(
    article: Article, names: Names | None, sentence: int, key: str, target: Target, source: Source
) -> Place:
    """A sentence with what in it is meant."""
    if not 0 <= sentence < len(article.sentences):
        return Place(source.id, source.outlet, source.published, source.title, -1,
                     article.headline, ())  # fmt: skip
    at = article.sentences[sentence]
    if target.section == "said":
        spans = _quoted(article, names, at, key)
    else:
        spans = _mentioned(names, at, {key, target.value if target.section == "with" else key},
                           target)  # fmt: skip
    text = article.sentence_text(at)
    inside = sorted((max(0, a - at.start), min(len(text), b - at.start)) for a, b in spans)
    return Place(source.id, source.outlet, source.published, source.title, sentence, text,
                 tuple((a, b) for a, b in inside if a < b))  # fmt: skip


def _mentioned(
    names: Names | None, at: Sentence, keys: set[str], target: Target
) -> Iterator[tuple[int, int]]:
    for entity in names.entities if names else ():
        if entity.key in keys:
            for m in entity.mentions:
                if target.section == "spelling" and bare(m.text) != target.value:
                    continue
                if (m.within, m.paragraph) == (at.within, at.paragraph) and (
                    at.start <= m.start < at.end
                ):
                    yield m.start, m.end


def _quoted(
    article: Article, names: Names | None, at: Sentence, key: str
) -> Iterator[tuple[int, int]]:
    speaking = {number for number, speaker in names.speakers if speaker == key} if names else set()
    for number in speaking:
        q = article.quotations[number]
        if (
            is_said(article, q)
            and (q.within, q.paragraph) == (at.within, at.paragraph)
            and (at.start <= q.start < at.end)
        ):
            yield q.start, q.end
