"""Learning from the archive: what its articles teach, shown first, applied when asked.

What is learnt depends on the articles and on what people decided, never on the order they
came in. Applying writes the layer down and reads the articles it changes anew; without that
nothing is written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from corpus.layer import RECURS, Layer, Recurring, SameName, line_key
from index import learnt
from index.adding import now
from index.book import open_book
from index.connections import Connections
from index.evidence import Evidence
from index.judged import outlet_aliases
from index.records import Records
from index.reports import LearntLine, Lesson, NewName, OutletProposal, RereadReport

if TYPE_CHECKING:
    from corpus.article import Article
    from index.rereading import Rereading

Progress = Callable[[int, int], None]


class _Reread(Protocol):
    def __call__(self, progress: Progress | None = None) -> Rereading: ...


class Learning:
    """Looking at what one archive teaches, and applying it."""

    def __init__(self, connections: Connections, records: Records, reread: _Reread) -> None:
        self._connections = connections
        self._records = records
        self._evidence = Evidence(connections)
        self._reread = reread

    def layer(self, progress: Progress | None = None) -> Layer:
        """What the archive teaches now; `progress` hears how many outlets were looked at."""
        from corpus.learning import recurring, same_names, seen

        lines: dict[str, dict[str, Recurring]] = {}
        outlets = self._evidence.outlets()
        for number, outlet in enumerate(outlets, 1):
            found = recurring(seen(article) for article in self._evidence.readings_of(outlet))
            if found:
                lines[outlet] = found
            if progress is not None:
                progress(number, len(outlets))
        coverage = self._records.coverage()
        return Layer(
            lines,
            same_names(self._evidence.names()),
            coverage.articles,
            coverage.recognised,
            self._records.aliases(),
        )

    def lesson(self, layer: Layer) -> Lesson:
        """What applying a layer would change, and what a person may accept besides."""
        before = self._records.layer() or Layer()
        texts_of: dict[tuple[str, str], str] = {}
        affected: list[str] = []
        outlets = {
            outlet
            for outlet in {*layer.lines, *before.lines}
            if set(layer.lines.get(outlet, ())) != set(before.lines.get(outlet, ()))
        }
        for outlet in sorted(outlets):
            new, old = layer.lines.get(outlet, {}), before.lines.get(outlet, {})
            differ = set(new) ^ set(old)
            for article in self._evidence.readings_of(outlet):
                texts = {key: text for key, text in _lines(article) if key in differ}
                if texts:
                    affected.append(article.id)
                for key, text in texts.items():
                    texts_of.setdefault((outlet, key), text)
        return Lesson(
            before=self._records.layer_version(),
            after=layer.version,
            articles=layer.articles,
            recognised=layer.recognised,
            new_lines=_learnt(layer, before, texts_of),
            old_lines=_learnt(before, layer, texts_of),
            names=_differing(before.names, layer.names),
            outlets=self.outlets(),
            affected=tuple(sorted(affected)),
        )

    def outlets(self) -> tuple[OutletProposal, ...]:
        """Spellings of outlets that may be one outlet, without those that were decided about."""
        from corpus.learning import Publisher, same_outlets
        from corpus.outlets import host
        from corpus.text import fold

        articles: Counter[str] = Counter()
        hosts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        decided = set(outlet_aliases(self._records.judgements()))
        for outlet, url in self._evidence.publishers():
            articles[outlet] += 1
            if url and (site := host(url)):
                hosts[outlet][site] += 1
        found = same_outlets(
            Publisher(outlet, count, hosts[outlet])
            for outlet, count in articles.items()
            if fold(outlet.strip()) not in decided
        )
        return tuple(OutletProposal(one.name, one.spellings, one.why) for one in found)

    def apply(self, layer: Layer | None, progress: Progress | None = None) -> RereadReport:
        """Let a layer hold, None for none, and read anew what it changes.

        Interrupted, it is ended by reading anew (`Archive.reread`).
        """
        with self._connections.lock(), open_book(self._connections) as book:
            learnt.keep(book, layer, now())
        return self._reread(progress).run(None, self._records.layer(), names=False)


def _lines(article: Article) -> Iterator[tuple[str, str]]:
    """The lines that a layer may set aside or has set aside, by their keys."""
    kept = (article.standfirst, *(paragraph.text for paragraph in article.paragraphs))
    aside = (one.text for one in article.removed if one.why.startswith(RECURS))
    for text in (*kept, *aside):
        if text and (key := line_key(text)):
            yield key, text


def _learnt(
    layer: Layer, other: Layer, texts: dict[tuple[str, str], str]
) -> tuple[LearntLine, ...]:
    """The lines of one layer that another has not."""
    found = [
        LearntLine(outlet, texts.get((outlet, key), ""), line.articles, line.of)
        for outlet, lines in layer.lines.items()
        for key, line in lines.items()
        if key not in other.lines.get(outlet, {})
    ]
    return tuple(sorted(found, key=lambda line: (line.outlet, -line.articles, line.text)))


def _differing(before: tuple[SameName, ...], after: tuple[SameName, ...]) -> tuple[NewName, ...]:
    old, new = {(o.key, o.root): o for o in before}, {(n.key, n.root): n for n in after}
    found = [NewName(n.key, n.root, n.why) for pair, n in new.items() if pair not in old]
    found += [NewName(o.key, o.root, o.why, False) for pair, o in old.items() if pair not in new]
    return tuple(sorted(found, key=lambda name: (name.root, name.key)))
