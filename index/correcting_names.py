"""Correcting the names of articles: of which kind one is, that one is none, one that was missed.

Names are given by their keys or as an article writes them. What is decided about a name in all
articles is one decision for each that names it now, made in one go and taken back in one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.errors import BroadsheetError
from corpus.text import fold
from index.judged import NAME_TYPE, NAME_WORDS, BadJudgement
from index.named_by_hand import NO_NAME, TYPES, key_of
from index.places import Span, standing, target_of

if TYPE_CHECKING:
    from corpus.article import Article, Entity, Names
    from index.answers import Record
    from index.judgements import Judging
    from index.records import Records
    from index.reports import Judgement

_SHOWN = 3  # names in a sentence that says why a decision is not safe


class NotNamed(BroadsheetError):
    """A name or words that an article does not have."""

    exit_status = 1


class NotSafe(BroadsheetError):
    """A decision about all articles that would take in other people's names."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The articles (full ids) that have a name, and why a decision about all of them is not safe;
    an empty reason where it is."""

    ids: tuple[str, ...]
    unsafe: str = ""


class NameCorrecting:
    """Corrections of names, in one article or in all that have the name."""

    def __init__(
        self,
        ask: Callable[..., list[tuple[Any, ...]]],
        records: Records,
        judging: Judging,
        key_of_all: Callable[[str], str],
    ) -> None:
        self._ask = ask
        self._records = records
        self._judging = judging
        self._key_of = key_of_all

    def spread(self, key: str) -> Spread:
        """Which articles have the name with this key, and whether one decision may be for all.

        A single word that other names of the archive hold is not safe: in other articles it may be
        short for any of these.
        """
        rows = self._ask(
            "SELECT DISTINCT id FROM mentions JOIN articles USING (seq) WHERE current AND key IN "
            "(SELECT ?1 UNION SELECT key FROM same_names WHERE root = ?1) ORDER BY seq",
            (key,),
        )
        word = key.partition(":")[2]
        others: list[str] = []
        if " " not in word:
            found = self._ask(
                "SELECT key FROM keys WHERE INSTR(key, ?) > 0 ORDER BY key LIMIT 1000", (word,)
            )
            names = [other.partition(":")[2] for (other,) in found]
            others = sorted({name for name in names if name != word and word in name.split()})
        ids = tuple(full for (full,) in rows)
        if not others:
            return Spread(ids)
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        return Spread(
            ids,
            f"In other articles “{word}” may be short for {', '.join(others[:_SHOWN])}{more}; "
            "decide it in each article.",
        )

    def kind(
        self, name: str, kind: str | None, *, article: str | None = None, author: str | None = None
    ) -> list[Judgement]:
        """Decide of which kind a name is, "none" for no name, None for as it was read.

        In one article (an id), or in all that have the name; none of these where it was so.
        NotSafe where other names may be meant in other articles.
        """
        if kind not in (None, NO_NAME, *TYPES):
            raise BadJudgement(f"A name is {_either((*TYPES, NO_NAME))}, not {kind!r}.")
        if article is not None:
            record = self._records.record(article)
            of = _decided(record, name) if kind is None else []
            about = [(record.article.id, key) for key in of or [_key_in(record, name)]]
            if kind == about[0][1].partition(":")[0]:
                return []  # it is of this kind
        else:
            key = self._key_of(name)
            spread = self.spread(key)
            if spread.unsafe:
                raise NotSafe(spread.unsafe)
            about = [(full, key) for full in spread.ids]
        return self._judging.judge_each(
            [(full, NAME_TYPE, kind, key) for full, key in about], author
        )

    def mark(
        self,
        words: str,
        named: str | None,
        *,
        article: str,
        nth: int | None = None,
        author: str | None = None,
    ) -> list[Judgement]:
        """Decide whose name some words of an article are: a kind of name ("person"), a name with
        its kind ("person:Ann Bell") or one that the article has, "none", None for as it was read.

        All places of the words are meant, or the `nth` of them, counted from 1.
        """
        record = self._records.record(article)
        words = words.strip()
        places = standing(record.article, words)
        if not places:
            raise NotNamed(f"The words {words!r} do not stand in this article as they are written.")
        target = words
        if nth is not None:
            if not 1 <= nth <= len(places):
                stand = "once" if len(places) == 1 else f"{len(places)} times"
                raise NotNamed(f"{words!r} stands {stand} in this article; there is no {nth}.")
            target = place_target(record.article, places[nth - 1])
        value = named if named in (None, NO_NAME) else _named(record.names, words, named)
        made = self._judging.judge(record.article.id, NAME_WORDS, value, target, author)
        return [made] if made else []

    def idle(self, made: Sequence[Judgement]) -> list[Judgement]:
        """Of decisions about the names of one article those that change nothing in it: the words
        are no name that was read, or another decision has them."""
        ids = {one.id for one in made}
        about = {one.article for one in made}
        if len(about) != 1 or "" in about:  # of all articles those that have the name were taken
            return []
        decisions = self._records.record(about.pop()).decisions
        return [s.judgement for s in decisions if s.judgement.id in ids and not s.fits]


def _decided(record: Record, name: str) -> list[str]:
    """The keys about which it was decided of which kind a name is, or that it is none."""
    asked = fold(name.strip())
    asked = asked.partition(":")[2] if asked.partition(":")[0] in TYPES else asked
    targets = [
        one.judgement.target or "" for one in record.decisions if one.judgement.field == NAME_TYPE
    ]
    return [target for target in targets if target.partition(":")[2] == asked]


def _key_in(record: Record, name: str) -> str:
    """The key of a name of an article."""
    entity = named_in(record.names, name)
    if entity is None:
        waits = "; its names are not recognised yet" if record.names is None else ""
        raise NotNamed(f"This article has no name {name!r}{waits}.")
    return entity.key


def place_target(article: Article, span: Span) -> str:
    """What a judgement calls one place of an article's words."""
    from corpus.article import Mention

    text = article.text_of(span.within, span.paragraph)[span.start : span.end]
    return target_of(Mention(*span, text))


def named_in(names: Names | None, name: str) -> Entity | None:
    """The name of an article with this key, or that is written so; of several the one named so in
    full, else most often."""
    asked = fold(name.strip())
    found = [
        (entity.key != asked, fold(entity.name) != asked, -len(entity.mentions), number)
        for number, entity in enumerate(names.entities if names else ())
        if asked == entity.key
        or asked in {fold(entity.name), *(fold(mention.text) for mention in entity.mentions)}
    ]
    return names.entities[min(found)[-1]] if names and found else None


def _named(names: Names | None, words: str, named: str) -> str:
    """Whose name words are, as a judgement has it."""
    kind, _, name = named.partition(":")
    if kind in TYPES and name.strip():
        same = next((e for e in (names.entities if names else ()) if e.key == key_of(named)), None)
        return _called(same) if same is not None else f"{kind}:{' '.join(name.split())}"
    if named in TYPES:
        return f"{named}:{words}"
    entity = named_in(names, named)
    if entity is None:
        raise NotNamed(
            f"{named!r} is no name of this article; write {_either(TYPES)}, "
            f"one of them with the name behind it (person:Ann Bell), or {NO_NAME}."
        )
    return _called(entity)


def _called(entity: Entity) -> str:
    """A name with its kind, from which its key follows."""
    called = f"{entity.type}:{entity.name}"
    return called if key_of(called) == entity.key else entity.key


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
