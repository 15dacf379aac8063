"""Archive: the one door to the articles, their index, and what people decided about them.

Readers need no permission to write; writers take turns, a batch at a time. Behind the door
the records (SQLite) are the truth, and the index follows them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index import premises, tables
from index.asking import Asking
from index.connections import Connections
from index.opened import OpenedIndex
from index.records import Records
from index.results import Coverage, Extent, Row
from index.stories.room import Stories

if TYPE_CHECKING:
    from corpus.article import Article, Names
    from corpus.comparison.result import Comparison
    from index.answers import Record
    from index.attributing import Attributing
    from index.correcting_figures import Counting
    from index.correcting_lines import LineRoles
    from index.coverage.room import Outlets
    from index.deciding import NameDeciding
    from index.engine import Engine
    from index.entity.room import Entities
    from index.intake import Intake
    from index.judgements import Judging
    from index.learning import Learning
    from index.reports import AddReport, Fault, Judgement, RereadReport, Status
    from index.rereading import Rereading


class Archive(Asking):
    """An open archive. Cheap to open; the index is loaded when it is first asked."""

    def __init__(self, path: Path, connections: Connections) -> None:
        self.path = path
        self._furnish(connections)

    def _furnish(self, connections: Connections) -> None:
        self._connections = connections
        self._records = Records(connections)
        self._stories = Stories(connections, self._records, self._judging)
        self._index = OpenedIndex(connections, self._records, self._stories.follow)
        self._outlets: Outlets | None = None
        self._entities: Entities | None = None

    @classmethod
    def open(cls, path: Path, *, create: bool = False, shared: str | None = None) -> Archive:
        """Open the archive in a folder; with `create`, make one where there is none.

        `shared` names the group a new archive is for. ArchiveError says what is wrong.
        """
        found = premises.find(path)
        if not found and not create:
            raise premises.NoArchive(
                f"There is no archive in {path}; `broadsheet add SOURCE` makes one."
            )
        if not found:
            premises.make(path, shared)
        return cls(path, _connected(path))

    def lost(self) -> bool:
        """Whether the archive is not in its place any more: removed, or not mounted."""
        return self._connections.lost()

    def reopen(self) -> bool:
        """Open the archive in its place anew; False where there is none (yet)."""
        if not premises.find(self.path):
            return False
        connections = _connected(self.path)
        self.close()
        self._furnish(connections)
        return True

    def close(self) -> None:
        """Let go of every file."""
        self._index.close()
        self._connections.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading

    def count(self) -> int:
        """How many articles there are, older versions not counted."""
        return self._records.count()

    def generation(self) -> int:
        """A number that grows with every change."""
        return self._records.change()

    def state(self) -> str:
        """One digest over originals, judgements and versions; needs no index."""
        return self._records.state()

    def coverage(self) -> Coverage:
        """How many articles, how many with names, how many without a day."""
        return self._records.coverage()

    def extent(self) -> Extent:
        """How many outlets and which days; never loads the index."""
        return Extent(self._records.outlets(), *self._records.days())

    def status(self) -> Status:
        """The archive in figures."""
        from corpus import reading
        from index.reports import Status
        from index.standing import number_holding

        records, (first, last) = self._records, self._records.days()
        coverage = records.coverage()
        return Status(
            articles=coverage.articles,
            outlets=records.outlets(),
            recognised=coverage.recognised,
            undated=coverage.undated,
            judgements=number_holding(records.judgements()),
            waiting=records.waiting(self._engine().last_seq()),
            first_day=first,
            last_day=last,
            state=records.state(),
            schema=tables.MAKE,
            rules=reading.RULES,
            model=next(iter(records.models()), None),
            layer=records.layer_version(),
            older=self._rereading().older(records.layer()),
            shared=premises.is_shared(self.path),
            writable=premises.is_writable(self.path),
        )

    def resolve(self, prefix: str) -> str:
        """The full id that begins so; NoSuchArticle or AmbiguousId otherwise."""
        return self._records.resolve(prefix)

    def get(self, prefix: str) -> Record:
        """One article, as judged, with its names and versions."""
        return self._records.record(prefix)

    def original(self, prefix: str) -> bytes:
        """The bytes of an article as they came."""
        return self._records.document(self.resolve(prefix)).data

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """What lists show of these articles, in this order."""
        return self._records.rows(ids)

    def newest(self, *, limit: int = 50, offset: int = 0) -> list[Row]:
        """The newest published articles first, the undated last."""
        return self._records.newest(limit, offset)

    def compare(self, left: str, right: str) -> Comparison:
        """What two articles say alike, and what only one of them says."""
        from index.comparing import compared

        one, other = self.get(left), self.get(right)
        stories = {self._stories.resolve(each.article.id) for each in (one, other)}
        return compared(one, other, one_story=len(stories) == 1)

    def stories(self) -> Stories:
        """Which articles report one event: asking about it, deciding about it."""
        return self._stories

    def outlets(self) -> Outlets:
        """Who published what: asking about outlets, and about two of them side by side."""
        from index.coverage.room import Outlets

        if self._outlets is None:
            self._outlets = Outlets(self._connections, self._records, self._stories, self.found)
        return self._outlets

    def entities(self) -> Entities:
        """Whom and what the articles name: one person, place or organisation over all of them."""
        from index.entity.room import Entities

        if self._entities is None:
            parts = self._connections, self._records, self._stories
            self._entities = Entities(*parts, self.found)
        return self._entities

    def judgements(self) -> list[Judgement]:
        """Everything that people decided, oldest first."""
        return self._records.judgements()

    def check(self, *, sources: bool = False) -> list[Fault]:
        """Read everything and say what does not hold; with `sources` read originals anew."""
        from index.checking import check

        return check(self._connections, self._records, self._healed, sources=sources)

    # Writing

    def add(
        self,
        intakes: Iterable[Intake],
        *,
        progress: Callable[[int], None] | None = None,
        dry_run: bool = False,
        again: bool = False,
        processes: int = 1,
    ) -> AddReport:
        """Take in what comes, batch by batch; `progress` hears how many are in and searchable.

        With `dry_run` nothing is kept. What was removed stays out unless `again`. Of many
        documents so many `processes` read, beside the one that keeps them; the archive is the same.
        """
        from index.adding import Adding, Trying

        run = (Trying if dry_run else Adding)(
            self._connections,
            self._records,
            follow=self._index.follow,
            tidy=lambda added: self._engine().tidy(added),
            progress=progress,
            again=again,
            processes=processes,
        )
        return run.run(intakes)

    def set(
        self, prefix: str, *, author: str | None = None, **values: str | None
    ) -> list[Judgement]:
        """Decide an article's title, outlet, day (`published`) or authors; an empty value takes
        it away."""
        return self._judging().set(self.resolve(prefix), values, author)

    def set_each(
        self, wanted: Mapping[str, Mapping[str, str | None]], *, author: str | None = None
    ) -> list[Judgement]:
        """Decide what `set` does of many articles at once; one undoing takes all of it back."""
        return self._judging().set_each({self.resolve(i): wanted[i] for i in wanted}, author)

    def judge(
        self,
        prefix: str,
        field: str,
        value: str | None,
        *,
        target: str | None = None,
        author: str | None = None,
    ) -> Judgement | None:
        """Decide one field, or the role of line `target`; None when it was decided so before."""
        return self._judging().judge(self.resolve(prefix), field, value, target, author)

    def undo(self, *, author: str | None = None) -> Judgement | None:
        """Take back as `take_back` does; the last judgement of it, None when there is none."""
        return next(reversed(self.take_back(author=author)), None)

    def take_back(self, *, author: str | None = None) -> list[Judgement]:
        """Take back the last judgement that holds, and all that were made in one go with it."""
        return self._judging().take_back(author)

    def apply(self, judgements: Iterable[Judgement]) -> tuple[int, int]:
        """Follow judgements made elsewhere: how many were new, how many known."""
        return self._judging().apply(judgements)

    def reread(
        self,
        query: str | None = None,
        *,
        everything: bool = False,
        dry_run: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> RereadReport:
        """Read anew from the originals what is older than this program, and say what changed.

        `query` limits it to the articles found, `everything` takes those that are not older too.
        """
        ids = None if query is None else self._records.ids_of(self.found(query)).values()
        return self._rereading(progress, dry_run=dry_run).run(
            ids, self._records.layer(), everything=everything
        )

    def learning(self) -> Learning:
        """What the archive teaches about itself, to be looked at and applied."""
        from index.learning import Learning

        return Learning(self._connections, self._records, self._rereading)

    def names(self) -> NameDeciding:
        """Deciding about names and outlets' spellings across all articles."""
        from index.deciding import NameDeciding

        return NameDeciding(self._connections, self._records, self._judging())

    def quotations(self) -> Attributing:
        """Deciding who speaks the quotations of an article, and what is none."""
        from index.attributing import Attributing

        return Attributing(self._records, self._judging())

    def figures(self) -> Counting:
        """Deciding what the figures of an article count and mean, and what is none."""
        from index.correcting_figures import Counting

        return Counting(self._records, self._judging())

    def lines(self) -> LineRoles:
        """Deciding which lines of an article are its text, and which are something else."""
        from index.correcting_lines import LineRoles

        return LineRoles(self._records, self._judging())

    def remove(self, prefix: str) -> str:
        """Erase an article for good; its id, which stays barred, is returned."""
        from index.removal import remove

        full = self.resolve(prefix)
        remove(self._connections, full, follow=self._index.catch_up, purge=self._index.purge)
        self._keep_names()
        return full

    def reindex(self, progress: Callable[[int], None] | None = None) -> int:
        """Build the index anew from the records, then put it in the old one's place."""
        from index import kept_names
        from index.rebuilding import rebuild

        count = rebuild(self._connections, self._records, progress)
        with self._connections.lock():
            kept_names.forget(self.path)
        self._keep_names()
        return count

    # Names

    def unrecognised(self) -> int:
        """How many articles wait for the recogniser."""
        return self._records.unrecognised()

    def lease(self, worker: str, size: int) -> list[Article]:
        """The next articles without names, promised to this worker for a while."""
        from index import naming

        return naming.lease(self._connections, self._records, worker, size)

    def release(self, worker: str) -> None:
        """Give back what a worker leased and did not finish."""
        from index import naming

        naming.release(self._connections, worker)

    def shown_names(self, article: Article, names: Names) -> Names:
        """Names just found in an article as they are shown: parted and joined as decided."""
        return self._records.shown(names, article)

    def store_names(self, names: Mapping[str, Names]) -> None:
        """Keep what was recognised, by full id."""
        from index import naming

        naming.store(self._connections, names)
        self._keep_names()

    # Behind the door

    def _keep_names(self) -> None:
        found = self._records.coverage()
        self._records.keep_names(found.recognised, found.articles - found.recognised)

    def _engine(self) -> Engine:
        return self._index.engine()

    def _healed(self) -> Engine:
        return self._index.healed()

    def _rereading(
        self, progress: Callable[[int, int], None] | None = None, *, dry_run: bool = False
    ) -> Rereading:
        from index.rereading import Rereading

        parts = self._connections, self._records
        return Rereading(*parts, follow=self._index.follow, progress=progress, dry_run=dry_run)

    def _judging(self) -> Judging:
        from index.judgements import Judging

        return Judging(self._connections, self._records, follow=self._index.follow)


def _connected(path: Path) -> Connections:
    connections = Connections(path)
    try:
        connections.prepare()
    except BaseException:
        connections.close()
        raise
    return connections
