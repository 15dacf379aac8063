"""Builds corpus/stories/rarity.bin: how rare words and capitalised sequences are in news.

    python benchmarks/tables/rarity.py ARTICLES.jsonl [--leave-out IDS.txt] -o RARITY.bin

Every article's title and first 300 words are counted as grouping counts them; what stands in at
least FEWEST articles is kept by its hash. No word can be read out of the table.

File: "BRAR", then little-endian uint32 version, entries, articles; then the hashes, sorted, as
uint32; then for each ln(articles / articles with it), in STEPS to 1, as uint8.
"""

from __future__ import annotations

import argparse
import json
import math
import struct
from collections import Counter
from pathlib import Path

import numpy as np

from corpus.stories.traits import OPENING, STEPS, counted_names, counted_words

FEWEST = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--leave-out", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    out = set(arguments.leave_out.read_text().split()) if arguments.leave_out else set()
    counts: Counter[int] = Counter()
    articles = 0
    with arguments.articles.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["id"] in out:
                continue
            text = " ".join(article["body"].split(None, OPENING)[:OPENING])
            counts.update(counted_words(article["title"] or "", text).keys())
            counts.update(counted_names(text).keys())
            articles += 1
    kept = sorted((hashed, count) for hashed, count in counts.items() if count >= FEWEST)
    hashes = np.array([hashed for hashed, _ in kept], dtype="<u4")
    steps = [min(255, round(math.log(articles / count) * STEPS)) for _, count in kept]
    arguments.output.write_bytes(
        struct.pack("<4sIII", b"BRAR", 1, len(kept), articles)
        + hashes.tobytes()
        + np.array(steps, dtype=np.uint8).tobytes()
    )
    print(f"{len(kept)} entries of {articles} articles")


if __name__ == "__main__":
    main()
