"""How much of an article's text is kept, and how little else: pages against their gold text.

Usage: python benchmarks/accuracy/cleaning.py FOLDER [...] [--dumped FOLDER] [--worst N]
FOLDER holds NAME.html pages beside NAME.txt with the text a person took out of them.
With `--dumped` NAME.txt in that folder is the page as scraped plain text. The score is the one
of article extraction benchmarks: shingles of four words, precision and recall averaged over
pages, F of the two; trafilatura alone stands beside ours.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from corpus.article import Document, Format
from corpus.reading import read

SHINGLE = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, folded; shorter texts are one run."""
    words = re.findall(r"\w+", text.lower())
    if len(words) < SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def score(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    wanted, got = shingles(gold), shingles(found)
    common = sum((wanted & got).values())
    return (
        common / sum(got.values()) if got else float(not wanted),
        common / sum(wanted.values()) if wanted else float(not got),
    )


def body_of(text: str, data: bytes, form: Format) -> str:
    """What the program takes for the article's text."""
    article = read(Document(data=data, text=text, path="page", format=form))
    return "\n".join(p.text for p in article.paragraphs if p.role in ("body", "subhead"))


def ours(path: Path) -> str:
    """The body of an HTML page."""
    data = path.read_bytes()
    return body_of(data.decode("utf-8", "replace"), data, "html")


def dumped(path: Path) -> str:
    """The body of a page that was scraped as plain text."""
    data = path.read_bytes()
    return body_of(data.decode("utf-8", "replace"), data, "text")


def trafilatura_alone(path: Path) -> str:
    """What trafilatura takes for the text, without our rules."""
    import trafilatura

    found = trafilatura.extract(
        path.read_bytes().decode("utf-8", "replace"), include_comments=False
    )
    return found or ""


def measure(
    name: str, pages: list[Path], gold: Path, way: Callable[[Path], str], worst: int
) -> None:
    """One row of the table, and the pages that came out worst."""
    rows = []
    for page in pages:
        precision, recall = score((gold / f"{page.stem}.txt").read_text("utf-8"), way(page))
        rows.append((precision, recall, page.stem))
    p = sum(row[0] for row in rows) / len(rows)
    r = sum(row[1] for row in rows) / len(rows)
    print(f"{name:<28} {len(rows):>5} {p:>8.3f} {r:>8.3f} {2 * p * r / (p + r):>8.3f}")
    for precision, recall, stem in sorted(rows, key=lambda row: row[0] + row[1])[:worst]:
        print(f"    {stem:<40} {precision:>8.3f} {recall:>8.3f}")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--dumped", type=Path)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--no-html", action="store_true")
    arguments = parser.parse_args()
    print(f"{'way':<28} {'pages':>5} {'P':>8} {'R':>8} {'F':>8}")
    for folder in arguments.folders:
        pages = sorted(p for p in folder.glob("*.html") if p.with_suffix(".txt").is_file())
        if not arguments.no_html:
            measure("trafilatura alone", pages, folder, trafilatura_alone, 0)
            measure("broadsheet, HTML", pages, folder, ours, arguments.worst)
        if arguments.dumped:
            texts = [arguments.dumped / f"{p.stem}.txt" for p in pages]
            measure("the dump itself", texts, folder, lambda p: p.read_text("utf-8"), 0)
            measure("broadsheet, scraped text", texts, folder, dumped, arguments.worst)
    return 0


if __name__ == "__main__":
    sys.exit(main())
