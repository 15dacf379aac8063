"""What people decide: written down as dated lines, taken back, exported and applied again.

A judgement's id is made of its content, so applying the same file twice changes nothing.
Judgements about articles that are not in the archive are kept and hold once those come.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from corpus.article import Article
from corpus.layer import Layer
from corpus.text import fold
from index import learnt, packing, same_names
from index.book import Book, open_book, parts
from index.connections import Connections
from index.decided_names import decided
from index.judged import (
    ARCHIVE_FIELDS,
    NOTHING_JUDGED,
    OF_NAMES,
    OUTLET_ALIAS,
    TITLE,
    BadJudgement,
    in_force,
    judged,
    outlet_aliases,
    validated,
    verdict,
)
from index.named_by_hand import by_hand
from index.records import Records
from index.reports import Judgement
from index.worked_out import read

_BATCH = 250  # judgements for which others wait
_EARLIEST = 1990
_AHEAD = datetime.timedelta(days=1)  # by which clocks may differ
_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


class Judging:
    """Deciding about the articles of one archive."""

    def __init__(
        self, connections: Connections, records: Records, *, follow: Callable[[], None]
    ) -> None:
        self._connections = connections
        self._records = records
        self._follow = follow

    def judge(
        self, full_id: str, field: str, value: str | None, target: str | None, author: str | None
    ) -> Judgement | None:
        """Decide one thing about an article; None when that holds already by a judgement."""
        made = self.judge_each([(full_id, field, value, target)], author)
        return made[0] if made else None

    def judge_each(
        self, decisions: Iterable[tuple[str, str, str | None, str | None]], author: str | None
    ) -> list[Judgement]:
        """Decide several things at one moment: (article, field, value, target) of each, the article
        by its full id. Those that hold already by a judgement are left out."""
        wanted = list(decisions)
        moment, name = self._moment(full_id for full_id, *_ in wanted), author_name(author)
        known: dict[str, list[Judgement]] = {}
        for one in self._records.judgements():
            known.setdefault(one.article, []).append(one)
        made = []
        for full_id, field, value, target in wanted:
            draft = Judgement("", moment, name, full_id, field, value, target)
            judgement = signed(validated(draft))
            about = known.setdefault(full_id, [])
            of_all = known.get("", []) if full_id else []
            if _outcome([*about, *of_all, judgement]) != _outcome([*about, *of_all]):
                about.append(judgement)
                made.append(judgement)
        return self._apply_all(made)

    def set(
        self, full_id: str, values: Mapping[str, str | None], author: str | None
    ) -> list[Judgement]:
        """Decide title, outlet, day or authors; an empty value takes the value away."""
        return self.set_each({full_id: values}, author)

    def set_each(
        self, wanted: Mapping[str, Mapping[str, str | None]], author: str | None
    ) -> list[Judgement]:
        """Decide titles, outlets, days and authors of many articles, by full id, as one decision of
        one moment."""
        moment, name = self._moment(wanted), author_name(author)
        verdicts = self._records.verdicts(list(wanted))
        drafts = [
            validated(Judgement("", moment, name, full_id, field, value))
            for full_id, values in wanted.items()
            for field, given in values.items()
            for value in (" ".join((given or "").split()) or None,)
            if verdicts.get(full_id, NOTHING_JUDGED).values.get(field, ...) != value
        ]
        return self._apply_all([signed(draft) for draft in drafts])

    def take_back(self, author: str | None) -> list[Judgement]:
        """Take back the last judgement that holds, with all that were made in one go with it."""
        standing = in_force(self._records.judgements())
        together = [
            one
            for one in standing
            if (one.at, one.author) == (standing[-1].at, standing[-1].author)
        ]
        moment, name = self._moment(one.article for one in together), author_name(author)
        return self._apply_all(
            [signed(replace(one, id="", at=moment, author=name, undoes=one.id)) for one in together]
        )

    def _apply_all(self, judgements: list[Judgement]) -> list[Judgement]:
        """Apply them a batch at a time, so that others may write in between."""
        for begin in range(0, len(judgements), _BATCH):
            self.apply(judgements[begin : begin + _BATCH])
        return judgements

    def apply(self, judgements: Iterable[Judgement]) -> tuple[int, int]:
        """Write judgements down and follow them: how many were new, how many known."""
        wanted = [validated(judgement) for judgement in judgements]
        with self._connections.lock():
            with open_book(self._connections) as book:
                new = [judgement for judgement in wanted if book.keep_judgement(judgement)]
                layer = learnt.stored(book.rows, book.aliases())
                for full_id in dict.fromkeys(one.article for one in new if one.article):
                    fields = {one.field for one in new if one.article == full_id}
                    if fields <= {*OF_NAMES}:  # names are looked up, not indexed
                        continue
                    anew = "role" in fields or (layer is not None and "outlet" in fields)
                    _bring_in_step(book, full_id, layer, reread=anew)
                    if TITLE in fields:
                        book.forget_traits(full_id)
                _follow_aliases(book, new)
                same_names.follow(book, new)
            self._follow()
        return len(new), len(wanted) - len(new)

    def _moment(self, about: Iterable[str]) -> str:
        """Now, or right after the last that was decided about these articles (full ids)."""
        now = datetime.datetime.now(datetime.UTC).strftime(_MOMENT)
        concerned = {*about, ""}
        made = (one.at for one in self._records.judgements() if one.article in concerned)
        last = max(made, default="")
        if last < now:
            return now
        # The clock went back, or another archive's is ahead: what is decided last still wins.
        try:
            later = datetime.datetime.strptime(last, _MOMENT) + datetime.timedelta(microseconds=1)
        except (ValueError, OverflowError) as error:
            raise BadJudgement(
                f"A judgement about this is dated {last}, which nothing can follow; restore the "
                "archive from a copy, or remove the article and add it --again."
            ) from error
        return later.strftime(_MOMENT)


def author_name(author: str | None) -> str:
    """The name a judgement is signed with: never the login's or the machine's."""
    return author or os.environ.get("BROADSHEET_AUTHOR", "").strip() or "unnamed"


def signed(judgement: Judgement) -> Judgement:
    """The judgement with the id that its content gives it."""
    content = json.dumps(parts(judgement)[1:], ensure_ascii=False)
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(judgement, id=digest[:16])


def to_line(judgement: Judgement) -> str:
    """A judgement as one line of JSON."""
    return json.dumps(asdict(judgement), ensure_ascii=False)


def from_lines(lines: Iterable[str]) -> Iterator[Judgement]:
    """The judgements in lines of JSON; BadJudgement names the line that is none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _from_fields(json.loads(line))
        except json.JSONDecodeError as error:
            raise BadJudgement(f"Line {number} is no judgement: it is no JSON.") from error
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            raise BadJudgement(f"Line {number} is no judgement: {error}.") from error
        except BadJudgement as error:
            raise BadJudgement(f"Line {number}: {error}") from error


def _from_fields(fields: Any) -> Judgement:
    if not isinstance(fields, dict):
        raise TypeError("a judgement is a JSON object")
    known = ("id", "at", "author", "article", "field", "value", "target", "undoes")
    values: dict[str, Any] = {name: fields.get(name) for name in known}
    for name, value in values.items():
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} is no text")
    everywhere = values["field"] in ARCHIVE_FIELDS
    values["article"] = values["article"] or ("" if everywhere else None)
    if not (values["at"] and values["author"] and values["field"]) or values["article"] is None:
        raise BadJudgement("a judgement needs at, author, article and field.")
    moment = datetime.datetime.fromisoformat(values["at"])
    if moment.tzinfo is None:
        raise BadJudgement("the moment needs its offset from UTC.")
    latest = datetime.datetime.now(datetime.UTC) + _AHEAD
    if moment.year < _EARLIEST or moment > latest:
        raise BadJudgement(
            f"the moment {values['at']} cannot be: it lies before {_EARLIEST} or in the future."
        )
    given = values["id"]
    values["at"] = moment.astimezone(datetime.UTC).strftime(_MOMENT)
    judgement = signed(validated(Judgement(**(values | {"id": ""}))))
    if given not in (None, judgement.id):
        raise BadJudgement("its id does not fit its content; leave the id out to make a new one.")
    return judgement


def _outcome(judgements: list[Judgement]) -> object:
    found = verdict(judgements)
    names = decided(judgements)
    merges = frozenset((one.key, one.root) for one in names.merges)
    partings = frozenset(parting for parting, _ in names.partings)
    of_places = [
        (*place, value)
        for about in (found.quotations, found.figures)
        for place, value in about.items()
    ]
    of_article = dict(found.values), dict(found.roles), of_places
    of_names = [(one.field, one.target, one.value) for one in by_hand(judgements).decisions]
    return of_article, of_names, outlet_aliases(judgements), merges, partings


def _follow_aliases(book: Book, new: list[Judgement]) -> None:
    """Bring the articles of outlets in step whose spelling was judged."""
    spellings = {fold((one.target or "").strip()) for one in new if one.field == OUTLET_ALIAS}
    if not spellings:
        return
    concerned = set(spellings)
    for target, value in book.rows(
        "SELECT target, value FROM judgements WHERE field = ?", (OUTLET_ALIAS,)
    ):
        if fold(target.strip()) in spellings and value:
            concerned.add(fold(value.strip()))
    outlets = book.rows("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")
    shown = [outlet for (outlet,) in outlets if fold(outlet.strip()) in concerned]
    for outlet in shown:
        for seq, packed in book.rows(
            "SELECT seq, article FROM articles JOIN readings USING (seq) WHERE outlet = ?",
            (outlet,),
        ):
            reading = packing.unpack_article(packed)
            if judged(reading, book.verdict_of(reading.id)).outlet != outlet:
                book.rejudge(seq, reading)


def _bring_in_step(book: Book, full_id: str, layer: Layer | None, *, reread: bool) -> None:
    row = book.one(
        "SELECT seq, article, document FROM articles JOIN readings USING (seq) "
        "JOIN originals USING (seq) WHERE id = ?",
        full_id,
    )
    if row is None:
        return
    reading: Article = packing.unpack_article(row[1])
    if reread:
        before, document = reading, packing.unpack_document(row[2])
        reading = read(document, book.verdict_of(full_id), layer)
        book.reread(row[0], before, reading)
    book.rejudge(row[0], reading)
