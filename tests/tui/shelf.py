"""A few invented articles made by hand, and an archive in memory that holds them.

The explorer asks it what it asks a real archive; tests look at what the person sees.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import numpy as np

from corpus.article import (
    Article,
    Entity,
    EntityType,
    Figure,
    Mention,
    Names,
    Origin,
    Paragraph,
    ParagraphRole,
    Removed,
    Sentence,
    Where,
)
from corpus.comparison import compare
from corpus.comparison.result import Comparison
from corpus.errors import BroadsheetError
from corpus.quotations import quotations
from corpus.sentences import split
from index.answers import Answer, Record, Snippet
from index.completing import Completion
from index.concordance import ContextOrder
from index.context import parts_of
from index.counterparts import counterparts
from index.days import Days
from index.deciding import KnownName
from index.facets import histogram
from index.personal import Personal
from index.reports import Added, AddReport, Judgement
from index.results import Coverage, Extent, Hit, Row
from index.schema import day_number
from index.scores import ScorePart

ADDED = "2031-04-10T08:00:00Z"


def article(
    title: str | None,
    body: Sequence[str | tuple[ParagraphRole, str]],
    *,
    outlet: str | None = "Harbour Gazette",
    published: str | None = "2031-03-13",
    standfirst: str | None = None,
    removed: Sequence[Removed] = (),
    authors: tuple[str, ...] = (),
    agencies: tuple[str, ...] = (),
    dateline: str | None = None,
    url: str | None = None,
    at: str | None = None,
) -> Article:
    """An article from its paragraphs; sentences, quotations and numbers are found in them."""
    paragraphs = tuple(
        Paragraph(text, role, None, number + 3)
        for number, (role, text) in enumerate(
            ("body", piece) if isinstance(piece, str) else piece for piece in body
        )
    )
    texts: list[tuple[Where, int, str]] = []
    if title:
        texts.append(("title", 0, title))
    if standfirst:
        texts.append(("standfirst", 0, standfirst))
    texts += [("body", n, p.text) for n, p in enumerate(paragraphs)]
    sentences = tuple(Sentence(w, n, a, b) for w, n, text in texts for a, b in split(text))
    figures = tuple(
        Figure(w, n, m.start(), m.end(), m.group(), float(m.group()), None, None, None,
               "count", None, m.group(1) if m.lastindex else None)
        for w, n, text in texts
        for m in re.finditer(r"\b\d{2,3}\b", text)
    )  # fmt: skip
    digest = hashlib.sha256(repr((title, body, outlet)).encode()).hexdigest()
    return Article(
        id=digest,
        title=title,
        standfirst=standfirst,
        outlet=outlet,
        outlet_from="option" if outlet else None,
        published=published,
        published_at=at,
        published_from="dateline" if published else None,
        authors=authors,
        agencies=agencies,
        dateline=dateline,
        url=url,
        language="en",
        origin=Origin("shelf.txt", digest, 100, "text", "utf-8"),
        rules="1",
        paragraphs=paragraphs,
        removed=tuple(removed),
        repairs=(),
        sentences=sentences,
        quotations=quotations(texts),
        figures=figures,
    )


def names(of: Article, *known: tuple[str, EntityType, Sequence[str]]) -> Names:
    """Names for an article: every place where one of the spellings stands."""
    entities = []
    for name, kind, spellings in known:
        mentions = []
        pattern = re.compile("|".join(map(re.escape, sorted([name, *spellings], key=len)[::-1])))
        for within, paragraph, text in of.texts():
            mentions += [
                Mention(within, paragraph, m.start(), m.end(), m.group())
                for m in pattern.finditer(text)
            ]
        why = tuple((s, "the surname alone, after the full name") for s in spellings)
        entities.append(Entity(f"{kind}:{name.lower()}", name, kind, tuple(mentions), why))
    return Names("by hand", tuple(entities))


FERRY_HARBOUR = article(
    "Ferry fire: 17 unaccounted for, says port",
    [
        "The port office put the number of people unaccounted for at 17 on Thursday after a "
        "fire on the car ferry Aurelia off Port Calder.",
        ("caption", "The Aurelia at the quay in Port Calder last summer."),
        "“We will not reopen the route until every door has been checked,” Ines Varga, the "
        "transport minister, said on Thursday.",
        ("subhead", "What the register says"),
        "The Aurelia, built in 1988, had failed two door tests in January, according to the "
        "ships’ register. Calder Lines did not answer questions about the tests.",
        ("pullquote", "Every door has to be checked"),
        "More than 200 people were landed by small craft and two lifeboats. Varga thanked the "
        "crews, and Varga promised a report by April.",
    ],
    published="2031-03-13",
    at="2031-03-13T07:55:00+01:00",
    standfirst="Minister closes the route until every door is tested",
    authors=("Mara Lindqvist",),
    dateline="PORT CALDER",
    url="https://gazette.example/2031/03/13/ferry",
    removed=[
        Removed("Advertisement", "noise", "a word that only heads an advertisement", 5, None),
        Removed("Related: Storm shuts the harbour", "related", "begins with Related:", 9, None),
        Removed("Photo: T. Holm / Gazette", "credit", "names who took the photograph", 4, None),
    ],
)
FERRY_MERIDIAN = article(
    "Fourteen missing after fire on car ferry Aurelia",
    [
        "PORT CALDER, March 13 - Fire swept the car deck of the ferry Aurelia early on Thursday, "
        "two miles off Port Calder, and 14 people were still missing by dawn, the coastguard said.",
        "Boats from three harbours brought 212 passengers and crew ashore.",
        "The coastguard’s duty officer, Tomas Reyl, said the fire “began on the car deck at "
        "02:40” and was out shortly before noon.",
        "“We will not reopen the route until every door on every ship has been checked,” the "
        "transport minister, Ines Varga, told reporters on the quay. “I have asked for the test "
        "records tonight.”",
    ],
    outlet="Meridian Wire",
    dateline="PORT CALDER",
    agencies=("MW",),
    published="2031-03-13",
)
DOORS = article(
    "“We heard the doors would not open”",
    [
        "Passengers of the Aurelia told this paper that crew could not open two of the doors.",
        "A file name such as [/red]notes[bold] is a text like any other.",
    ],
    outlet="Coastal Post",
)
WIDE = article(
    "港の火災 — ferry fire seen from the 灯台",
    ["火災は木曜日の早朝に発生した。" * 6, "A control: \x1b[31mred\x1b[0m and a turn \u202eback."],
    outlet="Kaigan Shimbun 海岸新聞",
    published="2031-03-14",
)
UNDATED = article(
    "What the Aurelia’s owner does not say",
    ["Three fire notices since 2019, none of them published, the owner’s letters show."],
    outlet="Saltmarsh Blog",
    published=None,
)
OLD = article(
    "Council votes to widen the northern quay",
    ["The council of Port Calder voted 12 to 7 to widen the northern quay."],
    outlet="Harbour Gazette",
    published="2030-11-02",
)

ALL = (WIDE, FERRY_HARBOUR, FERRY_MERIDIAN, DOORS, OLD, UNDATED)

NAMES = {
    FERRY_HARBOUR.id: names(
        FERRY_HARBOUR,
        ("Ines Varga", "person", ["Varga"]),
        ("Port Calder", "place", []),
        ("Aurelia", "work", []),
        ("Calder Lines", "organisation", []),
    ),
    FERRY_MERIDIAN.id: names(
        FERRY_MERIDIAN, ("Tomas Reyl", "person", []), ("Ines Varga", "person", [])
    ),
    OLD.id: names(OLD, ("Port Calder", "place", [])),
}


def row_of(one: Article) -> Row:
    """What a list shows of an article."""
    return Row(one.id, one.outlet, one.headline, one.published, ADDED, one.words)


def holds(text: str, word: str) -> bool:
    """Whether a text has a word, or with an asterisk a word that begins so."""
    end = "" if word.endswith("*") else r"\b"
    return re.search(rf"\b{word.rstrip('*')}{end}", text.casefold()) is not None


def mentions(one: Article, words: Sequence[str]) -> bool:
    """Whether an article holds one of some words."""
    text = " ".join(text for _, _, text in one.texts()).casefold()
    return any(word in text for word in words)


class Unreadable(BroadsheetError):
    """A query that cannot be read."""


class NoStories(BroadsheetError):
    """The shelf knows no stories."""


class Shelf:
    """An archive in memory."""

    path = Path("shelf")

    def __init__(self, articles: Iterable[Article] = ALL) -> None:
        self.articles = {one.id: one for one in articles}
        self.recognised = dict(NAMES)
        self.judged: list[Judgement] = []
        self.asked: list[str] = []
        self.change = 1
        self.gone = False

    def count(self) -> int:
        return len(self.articles)

    def state(self) -> str:
        return "shelf-1"

    def generation(self) -> int:
        return self.change

    def coverage(self) -> Coverage:
        known = sum(1 for i in self.articles if i in self.recognised)
        undated = sum(1 for a in self.articles.values() if not a.published)
        return Coverage(len(self.articles), known, undated)

    def extent(self) -> Extent:
        days = sorted(a.published for a in self.articles.values() if a.published)
        outlets = {a.outlet for a in self.articles.values()}
        return Extent(len(outlets), days[0] if days else None, days[-1] if days else None)

    def counterparts(self, prefix: str) -> list[tuple[Row, float]]:
        def search(query: str) -> Answer:
            words = re.findall(r"[a-z]{5,}", query.lower())
            held = [one for one in self.articles.values() if mentions(one, words)]
            return replace(
                self.search("*"), hits=tuple(Hit(row_of(one), 1.0, None) for one in held)
            )

        return counterparts(self.get(prefix), search, self.get)

    def ready(self) -> None:
        """Nothing is to be loaded."""

    def newest(self, *, limit: int = 50, offset: int = 0) -> list[Row]:
        dated = [a for a in self.articles.values() if a.published]
        dated.sort(key=lambda a: a.published or "", reverse=True)
        undated = [a for a in self.articles.values() if not a.published]
        return [row_of(a) for a in [*dated, *undated]][offset : offset + limit]

    def rows(self, ids: Sequence[str]) -> list[Row]:
        return [row_of(self.articles[i]) for i in ids if i in self.articles]

    def get(self, prefix: str) -> Record:
        one = next(a for i, a in self.articles.items() if i.startswith(prefix))
        return Record(one, self.recognised.get(one.id), ADDED, (one.id,))

    def hit_spans(
        self, query: str, text: str, within: str | None = None, quotations: object = None
    ) -> list[tuple[int, int]]:
        words = [w for w in re.findall(r"\w+", query) if w not in ("AND", "OR", "NOT")]
        if not words:
            return []
        return [m.span() for m in re.finditer("|".join(map(re.escape, words)), text, re.I)]

    def search(
        self,
        query: str,
        *,
        sort: str = "relevance",
        limit: int = 20,
        offset: int = 0,
        facets: bool = False,
        seed: int = 0,
        snippets: bool = True,
        fold: str = "none",
        since: int | None = None,
        among: Sequence[str] | None = None,
    ) -> Answer:
        self.asked.append(query)
        if query.count("(") != query.count(")"):
            raise Unreadable("A bracket is not closed; close it or leave it out.")
        beginnings = re.sub(r"\((\w+) OR \1\*\)", r"\1*", query).casefold()
        words = re.findall(r"\w+\*?", re.sub(r"outlet:|date:\S+|[()]", " ", beginnings))
        hits = []
        for one in self.articles.values():
            text = " ".join(t for _, _, t in one.texts()) + f" {one.outlet}"
            if among is not None and one.id not in among:
                continue
            if query == "*" or all(holds(text, word) for word in words):
                found = next((t for _, _, t in one.texts() if self.hit_spans(query, t)), "")
                spans = tuple(self.hit_spans(query, found))
                row, passage = row_of(one), Snippet(found, spans) if found and snippets else None
                in_title = tuple(self.hit_spans(query, row.title)) if snippets else ()
                hits.append(Hit(row, 2.5, passage, in_title=in_title))
        counts = {}
        for hit in hits:
            counts[hit.row.outlet or ""] = counts.get(hit.row.outlet or "", 0) + 1
        notes = () if hits else (f"{query} finds nothing; did you mean ferry?",)
        return Answer(
            query, " AND ".join(words), (), notes,
            len(hits), len(hits), tuple(hits[offset : offset + limit]),
            {"outlet": tuple(counts.items())} if facets else {},
            Coverage(len(hits), len(hits), sum(1 for h in hits if not h.row.published)), 4.1,
            histogram(Days.of(np.array([day_number(hit.row.published) for hit in hits], int))),
            undated=sum(1 for hit in hits if not hit.row.published),
            sort=sort,  # type: ignore[arg-type]
        )  # fmt: skip

    def contexts(
        self, query: str, *, sort: str, order: ContextOrder = "found", limit: int, offset: int = 0,
        snippets: bool = True,
    ) -> Answer:  # fmt: skip
        answer = self.search(query, sort=sort, limit=len(self.articles))
        hits = [
            replace(hit, snippet=Snippet(hit.snippet.text, (span,)))
            for hit in answer.hits
            if hit.snippet
            for span in hit.snippet.spans
        ]
        if order != "found":
            parts = [(after if order == "following" else before[::-1], hit)
                     for hit, before, _, after in parts_of(hits)]  # fmt: skip
            hits = [hit for _, hit in sorted(parts, key=lambda part: part[0])]
        shown = hits[offset : offset + limit]
        if not snippets:
            shown = [replace(hit, snippet=None) for hit in shown]
        return replace(answer, hits=tuple(shown), places=len(hits))

    def completions(self, typed: str) -> list[Completion]:
        words = sorted({w.lower() for a in self.articles.values() for _, _, t in a.texts()
                        for w in re.findall(r"[a-zA-Z]{4,}", t)})  # fmt: skip
        last = re.search(r"[a-z]{3,}$", typed)
        if last is None:
            return []
        found = [word for word in words if word.startswith(last[0]) and word != last[0]]
        return [Completion(last.start(), word, "1") for word in found[:5]]

    def why(self, query: str, article: str) -> tuple[ScorePart, ...]:
        return (ScorePart(query, 2.5, (("body", 2.0, 1.0),)),)

    def compare(self, left: str, right: str) -> Comparison:
        one, other = self.get(left), self.get(right)
        return compare(one.article, other.article, one.names, other.names)

    def set(self, prefix: str, *, author: str | None = None, **values: object) -> list[Judgement]:
        for field, value in values.items():
            self.judge(prefix, field, str(value), author=author)
            one = self.articles[prefix]
            self.articles[prefix] = replace(one, **{field: value, f"{field}_from": "judgement"})
        return self.judged[-1:]

    def judge(
        self,
        prefix: str,
        field: str,
        value: str | None,
        *,
        target: str | None = None,
        author: str | None = None,
    ) -> Judgement | None:
        made = Judgement("j", ADDED, author or "", prefix, field, value, target)
        self.judged.append(made)
        return made

    def stories(self) -> NoReturn:
        raise NoStories("Nothing is grouped on a shelf.")

    def lost(self) -> bool:
        return self.gone

    def reopen(self) -> bool:
        return True

    def judgements(self) -> list[Judgement]:
        return list(self.judged)

    def names(self) -> Naming:
        return Naming(self)

    def undo(self, *, author: str | None = None) -> Judgement | None:
        return self.judged.pop() if self.judged else None

    def add(self, intakes: Iterable[object]) -> AddReport:
        for intake in intakes:
            document = intake.document  # type: ignore[attr-defined]
            words = document.text.split("\n")
            one = article(words[0], words[1:] or ["-"], outlet=None, published=None)
            self.articles[one.id] = one
            self.change += 1
        made = (Added(one.id, "-", "added"),)
        return AddReport(1, 0, 0, 0, {}, made, (), 0.1)


class Naming:
    """Decisions about the names of a shelf: only written down."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def like(self, part: str, limit: int = 100) -> list[KnownName]:
        counts: dict[str, tuple[str, int]] = {}
        for found in NAMES.values():
            for entity in found.entities:
                counts[entity.key] = entity.name, counts.get(entity.key, ("", 0))[1] + 1
        return [KnownName(key, name, n, ()) for key, (name, n) in sorted(counts.items())]

    def merge(self, name: str, into: str, *, author: str | None = None) -> Judgement | None:
        return self._shelf.judge("", "name_merge", name, target=into, author=author)

    def part(
        self, name: str, spelling: str, *, article: str | None = None, author: str | None = None
    ) -> Judgement | None:
        if spelling == "nobody":
            raise BroadsheetError("Nobody is called so.")
        return self._shelf.judge(article or "", "name_part", spelling, target=name, author=author)


class Kept:
    """A session kept in memory."""

    def __init__(self, text: str | None = None) -> None:
        self.text = text
        self.opened: list[str] = []
        self.own: Personal | None = None
        self.problem = ""

    def keep_opened(self, article: str) -> None:
        self.opened.append(article)

    def session(self) -> str | None:
        return self.text

    def keep_session(self, text: str) -> None:
        self.text = text
