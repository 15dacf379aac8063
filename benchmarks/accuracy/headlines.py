"""How often title and day are right: on saved pages, and on articles rendered as scraped text.

    python benchmarks/accuracy/headlines.py --pages FOLDER --stories STORIES.jsonl

Pages have hand-made labels (gold/pages.jsonl). Of the stories 100 are drawn and laid out as a
careless scraper would leave them: site furniture, title, a date line in one of many formats, and
the body; title and day must then be found without any field. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from readings import wilson

from corpus.article import Article, Document
from corpus.reading import read

GOLD = Path(__file__).parent / "gold" / "pages.jsonl"
PLAIN = str.maketrans("’‘“”–—", "''\"\"--")


def plain(title: str) -> str:
    """A headline in the form that is compared: case, blanks and the shape of marks aside."""
    return " ".join(unicodedata.normalize("NFC", title).lower().translate(PLAIN).split())


def digest(title: str) -> str:
    return hashlib.sha256(plain(title).encode()).hexdigest()


def pages(folder: Path) -> Iterator[tuple[str, bool, bool]]:
    """(page, title right, day right) of each labelled page."""
    for line in GOLD.read_text().splitlines():
        label = json.loads(line)
        data = (folder / f"{label['page']}.html").read_bytes()
        article = read(Document(data, data.decode("utf-8", "replace"), label["page"], "html"))
        title = digest(article.title or "") == label["title_sha256"]
        yield label["page"], title, article.published == label["day"]


def laid_out(title: str, day: date | None, body: str, draw: random.Random) -> str:
    """An article as scraped text: what stands around it is drawn from many sites' habits."""
    before = draw.choice(
        ["", "Skip to content\nMenu\n\n", "Advertisement\n\n", "Home > World\n\n", "World\n\n"]
    )
    dates = [
        "{0:%B} {0.day}, {0.year}",
        "Published {0:%b}. {0.day}, {0.year} 10:42 am ET",
        "{0.day} {0:%B} {0.year}",
        "{0:%Y-%m-%d}",
        "{0:%A}, {0:%B} {0.day}, {0.year}",
        "Updated 6:15 PM GMT, {0:%a} {0:%B} {0.day}, {0.year}",
        "{0.day:02}/{0.month:02}/{0.year} 14:05" if day and day.day > 12 else "{0:%d %b %Y}",
    ]
    when = draw.choice(dates).format(day) + "\n" if day else ""
    by = draw.choice(["", "By Jane Doe\n", "by staff writer\n"])
    after = draw.choice(
        ["", "\n\nRelated Topics\n", "\n\nAll rights reserved.\n", "\n\nShare this\n"]
    )
    return f"{before}{title}\n{by}{when}\n{body}{after}"


def stories(file: Path) -> Iterator[tuple[str, bool, bool]]:
    """(id, title right, day right) of 100 articles laid out as scraped text."""
    draw = random.Random(5)
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for record in draw.sample(records, 100):
        day = date.fromisoformat(record["date"][:10]) if record["date"] else None
        text = laid_out(record["title"], day, record["body"], draw)
        article: Article = read(Document(text.encode(), text, record["id"], "text"))
        right = plain(article.title or "") == plain(record["title"])
        yield record["id"], right, day is None or article.published == day.isoformat()


def report(name: str, rows: list[tuple[str, bool, bool]], misses: bool) -> None:
    for what, column in (("title", 1), ("day", 2)):
        right = sum(bool(row[column]) for row in rows)
        low, high = wilson(right, len(rows))
        print(f"{name:16} {what:6} {len(rows):4} {right / len(rows):6.3f}   {low:.3f}-{high:.3f}")
    if misses:
        for key, title, day in rows:
            if not (title and day):
                print(f"  {key}{'' if title else ' title'}{'' if day else ' day'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    print(f"{'':16} {'':6} {'n':>4} {'right':>6}   95 %")
    if arguments.pages:
        report("pages", list(pages(arguments.pages)), arguments.misses)
    if arguments.stories:
        report("scraped text", list(stories(arguments.stories)), arguments.misses)


if __name__ == "__main__":
    main()
