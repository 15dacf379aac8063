"""Title, day and text of articles laid out in five ways that no rule was written for.

    python benchmarks/accuracy/layouts.py STORIES.jsonl [--count 60] [--misses]

Each story is laid out as a broadcaster, a blog, a tabloid, an agency and a printed paper would have
it; title and day must be found, every line of the text be kept (against what reading the bare text
keeps), and no line of the furniture be taken for text.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from headlines import plain

from corpus.article import Article, Document
from corpus.reading import read

Layout = Callable[[str, date, list[str]], list[str]]


def broadcaster(title: str, day: date, body: list[str]) -> list[str]:
    """Skip links, sections one a line, caption labels inside, topics and headlines after."""
    menu = ["Skip to main content", "Home", "News", "Sport", "Weather", "iPlayer", "More menu"]
    head = [title, "By Ann Lee", "Coast correspondent", f"{day.day} {day:%B} {day.year}"]
    middle = ["Image copyright Tide Pictures Image caption The old pier seen from the east quay"]
    tail = ["Related Topics", "Ferries", "Harbours", "More on this story", "Pier to close in May"]
    return [*menu, "", *head, "", *_between(body, middle), "", *tail, "Top Stories", "Share"]


def blog(title: str, day: date, body: list[str]) -> list[str]:
    """The blog's name and motto above, buttons and a form for comments below."""
    head = ["Harbour Notes", "News from the quay, since 2003", "", "Menu", "About", "Contact", ""]
    meta = [title, f"Posted on {day:%B} {day.day}, {day.year} by Ann Lee", ""]
    tail = ["Share this:", "Twitter", "Facebook", "Like this:", "Like Loading...", "Leave a Reply"]
    form = ["Your email address will not be published. Required fields are marked *", "Comment"]
    return [*head, *meta, *body, "", *tail, *form, "Previous post", "Next post"]


def tabloid(title: str, day: date, body: list[str]) -> list[str]:
    """The page's title with the site's name, then again; counts and labels all the way."""
    head = [f"{title} | Tide Online", "Search", title, "By ANN LEE FOR TIDE ONLINE"]
    when = f"PUBLISHED: 10:42, {day.day} {day:%B} {day.year} | UPDATED: 11:07, {day:%d %B %Y}"
    counts = ["214 shares", "38", "View comments", ""]
    middle = ["Scroll down for video", "Advertisement"]
    tail = ["Read more:", "Pier sold to brewer", "Share or comment on this article:", "e-mail"]
    return [*head, when, *counts, *_between(body, middle), *tail, "Most watched News videos"]


def agency(title: str, day: date, body: list[str]) -> list[str]:
    """A masthead and the hour above the title, credits and standards below."""
    head = ["Tide News Wire", f"{day:%B} {day.day}, {day.year} 10:42 GMT", "", title, "By Ann Lee"]
    tail = ["(Reporting by Ann Lee; Editing by Bo Sand)", "Our Standards: The Tide Wire Principles"]
    return [*head, "", *body, "", *tail, f"(c) {day.year} Tide News Wire. All rights reserved."]


def printed(title: str, day: date, body: list[str]) -> list[str]:
    """A line of the page's head above, a bare name under the title, a copyright line below."""
    head = [f"{day:%A}, {day:%B} {day.day}, {day.year} | The Tide Times | World", "Page 4 of 12"]
    return [*head, title, "Ann Lee", *body, f"Copyright (c) {day.year} The Tide Times"]


LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout for layout in (broadcaster, blog, tabloid, agency, printed)
}


def _between(body: list[str], lines: list[str]) -> list[str]:
    cut = max(1, len(body) // 2)
    return [*body[:cut], *lines, *body[cut:]]


class Outcome(NamedTuple):
    """One story in one layout: what was found, which lines were lost or taken in."""

    title: bool
    day: bool
    lost: list[str]
    noise: list[str]


def outcome(layout: Layout, title: str, day: date, body: list[str]) -> Outcome:
    """Lay out, read, and compare with what reading the bare text keeps."""
    lines = layout(title, day, body)
    article = _read("\n".join(lines))
    wanted = _kept(_read("\n".join([title, "", *body]))) & {_flat(line) for line in body}
    kept = _kept(article)
    furniture = {_flat(line) for line in lines} - {_flat(line) for line in body}
    counted = {_flat(p.text) for p in article.paragraphs if p.role in ("body", "subhead")}
    right = plain(article.title or "") == plain(title)
    lost = sorted(wanted - kept)
    return Outcome(right, article.published == day.isoformat(), lost, sorted(counted & furniture))


def _read(text: str) -> Article:
    return read(Document(text.encode(), text, "layout", "text"))


def _flat(text: str) -> str:
    return "".join(text.split())


def _kept(article: Article) -> set[str]:
    return {_flat(text) for _, _, text in article.texts()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    records = [json.loads(line) for line in arguments.stories.read_text("utf-8").splitlines()]
    dated = [record for record in records if record["date"]]
    drawn = random.Random(arguments.seed).sample(dated, arguments.count)
    print(f"{'layout':12} {'n':>4} {'title':>6} {'day':>6} {'lines':>6} {'lost':>5} {'noise':>6}")
    for name, layout in LAYOUTS.items():
        results, lines = [], 0
        for record in drawn:
            body = [line.strip() for line in record["body"].splitlines() if line.strip()]
            lines += len(body)
            day = date.fromisoformat(record["date"][:10])
            results.append((record, outcome(layout, record["title"], day, body)))
        titles = sum(result.title for _, result in results) / len(results)
        days = sum(result.day for _, result in results) / len(results)
        lost = sum(len(result.lost) for _, result in results)
        noise = sum(len(result.noise) for _, result in results)
        print(f"{name:12} {len(drawn):4} {titles:6.3f} {days:6.3f} {lines:6} {lost:5} {noise:6}")
        for record, result in results if arguments.misses else []:
            if not result.title or not result.day:
                wrong = ("" if result.title else " title") + ("" if result.day else " day")
                print(f"   {record['title'][:70]}:{wrong}")
            for line in (*result.lost, *(f"(noise) {line}" for line in result.noise)):
                print(f"   {record['title'][:40]}: {line[:90]}")


if __name__ == "__main__":
    main()
