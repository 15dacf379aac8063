"""Grouping articles into stories, beside single link, an online centroid and MinHash.

    python benchmarks/stories.py STORIES.jsonl [--among ARTICLES.jsonl] [--scale 100000]

STORIES.jsonl holds articles with the `story` each belongs to; with --among they are hidden among
others, of which nothing is known. Rows: B-cubed precision, recall and F (Bagga and Baldwin 1998)
and F of pairs over the labelled articles, on the stories with odd numbers (by which the settings
were chosen), with even numbers, and all; the largest story; CPU seconds without reading. --scale
groups so many articles from scratch, made of the others by shifting their days.
"""

from __future__ import annotations

import argparse
import datetime
import json
import resource
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.article import Article, Origin, Paragraph
from corpus.copies import prints
from corpus.stories.addresses import days_of
from corpus.stories.grouping import group
from corpus.stories.likeness import Entrant, Pool
from corpus.stories.placing import take_in
from corpus.stories.shelf import outlet_number
from corpus.stories.standing import Standing, sampled
from corpus.stories.traits import ONE, traits

BATCH = 250
Labels = dict[int, int]


@dataclass(frozen=True)
class Known:
    """An article to be grouped, with the story it is known to belong to."""

    entrant: Entrant
    story: str | None
    shingles: frozenset[int]
    outlet: str | None = None
    url: str | None = None
    title: str | None = None


def article_of(line: dict[str, str]) -> Article:
    published = (line["date"] or "")[:10] or None
    paragraphs = tuple(Paragraph(p, "body", None) for p in line["body"].split("\n") if p.strip())
    return Article(
        line["id"], line["title"], None, line["outlet"], None, published, None, None, (), (), None,
        None, "en", Origin("", "", 0, "jsonl", ""), "", paragraphs, (), (), (),
    )  # fmt: skip


def day_of(text: str | None) -> int:
    try:
        return datetime.date.fromisoformat((text or "")[:10]).toordinal()
    except ValueError:
        return 0


def read(files: Iterable[Path]) -> list[Known]:
    found = []
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in map(json.loads, lines):
                article = article_of(line)
                entrant = Entrant(
                    len(found), day_of(line["date"]), traits(article), prints(article),
                    outlet_number(line["outlet"]),
                )  # fmt: skip
                words = line["body"].lower().split()[:300]
                runs = zip(words, words[1:], words[2:], strict=False)
                shingles = frozenset(zlib.crc32(" ".join(run).encode()) for run in runs)
                found.append(
                    Known(
                        entrant,
                        line.get("story"),
                        shingles,
                        line["outlet"],
                        line.get("url"),
                        line["title"],
                    )
                )
    return found


def in_order(known: list[Known]) -> list[Entrant]:
    return sorted((k.entrant for k in known), key=lambda e: (e.day or 10**7, e.number))


@dataclass(frozen=True)
class Found:
    """Heads with their days, links, and copies with their origins."""

    days: dict[int, int]
    links: list[tuple[int, int, float]]
    copies: dict[int, int]


def linked(known: list[Known]) -> Found:
    """Who is how like whom."""
    pool, ordered = Pool(), in_order(known)
    mixed = sorted(ordered, key=lambda e: zlib.crc32(e.number.to_bytes(8, "big")))
    chosen = sampled((e.number, e.outlet) for e in mixed)
    of = {e.number: e for e in ordered}
    standing = Standing(lambda outlet: [of[n] for n in chosen.get(outlet, ())])
    copies: dict[int, int] = {}
    links = []
    for begin in range(0, len(ordered), BATCH):
        taken = take_in(pool, ordered[begin : begin + BATCH], standing=standing)
        copies |= taken.copies
        links += taken.links
    return Found({e.number: e.day for e in ordered if e.number not in copies}, links, copies)


def labels_of(groups: Iterable[Iterable[int]], copies: dict[int, int]) -> Labels:
    labels = {number: k for k, members in enumerate(groups) for number in members}
    for copy, origin in copies.items():
        labels[copy] = labels[origin]
    return labels


def ours(known: list[Known], found: Found) -> Labels:
    between = {
        one.entrant.number: told
        for one in known
        if not one.entrant.day and (told := days_of(one.url))
    }
    outlets = {one.entrant.number: one.outlet for one in known if one.outlet}
    titles = {one.entrant.number: one.title for one in known}
    groups = group(list(found.days), found.links, found.days, None, between, outlets, titles)
    return labels_of(groups, found.copies)


def single_link(found: Found, likeness: float) -> Labels:
    """Whoever is like one of a group belongs to it; on the same likenesses as ours."""
    parent = {number: number for number in found.days}

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for a, b, value in found.links:
        if value >= likeness:
            parent[root(a)] = root(b)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in found.days:
        groups[root(number)].append(number)
    return labels_of(groups.values(), found.copies)


def online_centroid(known: list[Known], likeness: float) -> Labels:
    """Each article, in the order of days, joins the nearest centroid of the last three days."""
    centroids: list[dict[int, float]] = []
    last: list[int] = []
    posting: dict[int, set[int]] = defaultdict(set)
    labels: Labels = {}
    for entrant in in_order(known):
        weights = dict(
            zip(
                entrant.traits.features.tolist(),
                (entrant.traits.weights / ONE).tolist(),
                strict=True,
            )
        )
        near: Counter[int] = Counter()
        for feature in sorted(weights, key=lambda f: -weights[f])[:32]:
            for cluster in posting[feature]:
                if not entrant.day or not last[cluster] or entrant.day - last[cluster] <= 3:
                    near[cluster] += 1
        best, at = likeness, -1
        for cluster, _ in near.most_common(200):
            centroid = centroids[cluster]
            length = sum(v * v for v in centroid.values()) ** 0.5
            score = sum(w * centroid.get(f, 0.0) for f, w in weights.items()) / length
            if score >= best:
                best, at = score, cluster
        if at < 0:
            at = len(centroids)
            centroids.append({})
            last.append(0)
        for feature, weight in weights.items():
            centroids[at][feature] = centroids[at].get(feature, 0.0) + weight
            posting[feature].add(at)
        last[at] = max(last[at], entrant.day)
        labels[entrant.number] = at
    return labels


def minhash(known: list[Known], bands: int = 32, rows: int = 3) -> Labels:
    """MinHash over three-word shingles with banding (Broder 1997): whoever shares a band."""
    rng = np.random.default_rng(7)
    a = rng.integers(1, 2**31 - 1, bands * rows, dtype=np.int64)
    b = rng.integers(0, 2**31 - 1, bands * rows, dtype=np.int64)
    buckets: dict[tuple[int, bytes], int] = {}
    parent = list(range(len(known)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for number, one in enumerate(known):
        if not one.shingles:
            continue
        hashes = np.array([h % (2**31 - 1) for h in one.shingles], dtype=np.int64)
        signature = ((hashes[:, None] * a + b) % (2**31 - 1)).min(axis=0)
        for band in range(bands):
            key = band, signature[band * rows : (band + 1) * rows].tobytes()
            other = buckets.setdefault(key, number)
            if other != number:
                parent[root(number)] = root(other)
    return {number: root(number) for number in range(len(known))}


def measured(known: list[Known], labels: Labels, wanted: Callable[[int], bool]) -> str:
    of = [k for k in known if k.story and wanted(int(k.story.rpartition("-")[2]))]
    clusters: dict[int, list[int]] = defaultdict(list)
    for number, label in labels.items():
        clusters[label].append(number)
    sizes = Counter(k.story for k in of)
    precision = recall = 0.0
    both = wrong = missed = 0
    for one in of:
        members = clusters[labels[one.entrant.number]]
        same = sum(known[number].story == one.story for number in members)
        precision += same / len(members)
        recall += same / sizes[one.story]
        both += same - 1
        wrong += len(members) - same
        missed += sizes[one.story] - same
    p, r = precision / len(of), recall / len(of)
    pairs = 2 * both / max(1, 2 * both + wrong + missed)
    return f"{p:5.3f} {r:5.3f} {2 * p * r / (p + r):5.3f} {pairs:5.3f}"


def table(known: list[Known], title: str) -> None:
    print(f"\n{title}: {len(known):,} articles, {sum(k.story is not None for k in known)} labelled")
    print(f"{'':22} {'odd: P R F pairs':24} {'even':24} {'all':24} largest   CPU s")
    begun = time.process_time()
    found = linked(known)
    print(f"likenesses, for the first three: {time.process_time() - begun:.1f} s CPU")
    methods: dict[str, Callable[[], Labels]] = {
        "average link (ours)": lambda: ours(known, found),
        "single link .30": lambda: single_link(found, 0.30),
        "single link .40": lambda: single_link(found, 0.40),
        "online centroid .30": lambda: online_centroid(known, 0.30),
        "online centroid .40": lambda: online_centroid(known, 0.40),
        "MinHash 32 x 3": lambda: minhash(known),
    }
    for name, method in methods.items():
        begun = time.process_time()
        labels = method()
        seconds = time.process_time() - begun
        odd, even, every = (
            measured(known, labels, wanted)
            for wanted in (lambda n: n % 2 == 1, lambda n: n % 2 == 0, lambda n: True)
        )
        largest = Counter(labels.values()).most_common(1)[0][1]
        print(f"{name:22} {odd:24} {even:24} {every:24} {largest:7} {seconds:7.1f}", flush=True)


def scaled(known: list[Known], count: int) -> None:
    """So many articles from scratch: the others again and again, their days shifted."""
    many = []
    for number in range(count):
        turn, at = divmod(number, len(known))
        one = known[at].entrant
        day = one.day + 45 * turn if one.day else 0
        own = np.unique(one.prints ^ np.uint32(turn * 0x9E3779B1 & 0xFFFFFFFF))
        entrant = Entrant(number, day, one.traits, own, one.outlet)
        many.append(Known(entrant, None, frozenset(), title=known[at].title))
    begun = time.process_time()
    found = linked(many)
    between = time.process_time()
    titles = {one.entrant.number: one.title for one in many}
    groups = group(list(found.days), found.links, found.days, titles=titles)
    seconds = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\n{count:,} articles from scratch: {seconds - begun:.1f} s CPU ({between - begun:.1f} s "
        f"likenesses, {seconds - between:.1f} s groups), {len(found.links):,} links, "
        f"{len(groups):,} stories, largest {max(map(len, groups))}, {len(found.copies):,} copies, "
        f"peak {peak:.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--among", type=Path)
    parser.add_argument("--scale", type=int, default=0)
    arguments = parser.parse_args()
    table(read([arguments.stories]), "alone")
    if arguments.among:
        begun = time.process_time()
        known = read([arguments.stories, arguments.among])
        each = (time.process_time() - begun) / len(known) * 1000
        print(f"\nreading traits and prints: {each:.2f} ms an article")
        table(known, "hidden")
        if arguments.scale:
            scaled(known, arguments.scale)


if __name__ == "__main__":
    main()
