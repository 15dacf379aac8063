"""How right the comparison is: against labels made by reading, beside simpler methods.

    python benchmarks/accuracy/comparison.py GOLD.jsonl ARTICLES.jsonl[.xz] [...] [--misses]

One table: n, precision, recall, F1 and the 95 % interval of F1 (of precision where only that
counts) from 1,000 bootstrap samples of pairs. Entries that only one labeller gave count neither
way, nor do sentences that are no part of the article. Pairs with the task "figures" are asked for
figures and the gate only, those with "quotations" for these too. A pair of figures counts as found
when one side is as labelled and the other gives the same number in another sentence; one that
says a labelled pair again in other sentences of both counts neither way. `--misses` prints what
went wrong (development data only: looking at held-out misses would spoil them).
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from comparison_gold import (
    Pair,
    Said,
    aligned,
    ask,
    disputed,
    either,
    figure_place,
    one_sided,
    overlap,
    pairs,
    quotation_here,
)
from comparison_peers import Faced, at_best, peers

AGREE = ("agree", "approximate")
SMALL = 4  # numbers up to here stand in many sentences for many things


@dataclass
class Counts:
    """What one pair of articles adds to a row: labels, answers, right answers of both kinds."""

    gold: int = 0
    found: int = 0
    right: int = 0  # answers that are right
    met: int = 0  # labels that were found


@dataclass
class Tally:
    rows: dict[str, list[Counts]] = field(default_factory=lambda: defaultdict(list))
    shares: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    misses: list[str] = field(default_factory=list)


def measure(pair: Pair, tally: Tally, misses: bool) -> None:
    said = ask(pair)
    label = pair.label
    event = label.get("same_event", True)
    if event is not None:  # the labellers agree
        tally.shares["same event, right"].append(said.comparison.same_event == event)
        for answer in ("same", "perhaps", "different"):
            row = f"{'one event' if event else 'two events'}, called {answer}"
            tally.shares[row].append(said.comparison.answer == answer)
    task = label.get("task", "full")
    if task == "full" and event:
        _sentences(pair, said, tally, misses)
    if task in ("full", "quotations"):
        _quotations(pair, said, tally, misses)
    if task != "event":
        _figures(pair, said, tally, misses)


def measure_sentences(pair: Pair, tally: Tally) -> None:
    """The rows of sentences alone: which say the same, which stand on one side only."""
    _sentences(pair, ask(pair), tally, misses=False)


def _sentences(pair: Pair, said: Said, tally: Tally, misses: bool) -> None:
    _alignment(pair, said, tally, misses)
    _one_sided(pair, said, tally, misses)


def _alignment(pair: Pair, said: Said, tally: Tally, misses: bool) -> None:
    sure, unsure = aligned(pair.label)
    noise = [set(pair.label.get(f"noise_{side}", [])) for side in ("left", "right")]
    counts = Counts(gold=len(sure))
    met: set[tuple[int, int]] = set()
    for a in said.comparison.alignments:
        for i in a.left:
            for j in a.right:
                numbers = {(x, y) for x in said.left[i] for y in said.right[j]}
                if not numbers or (numbers & unsure and not numbers & sure):
                    continue
                if {x for x, _ in numbers} <= noise[0] or {y for _, y in numbers} <= noise[1]:
                    continue
                counts.found += 1
                counts.right += bool(numbers & sure)
                met |= numbers & sure
                if misses and not numbers & sure:
                    _tell(tally, pair, "+ aligned", i, j, said, f"{a.score:.2f}")
    counts.met = len(met)
    if misses:
        for x, y in sorted(sure - met):
            tally.misses.append(
                f"{pair.label['pair']} - aligned {x} {y}\n      {pair.left.gold_text(x)}"
                f"\n      {pair.right.gold_text(y)}"
            )
    tally.rows["alignment"].append(counts)


def _one_sided(pair: Pair, said: Said, tally: Tally, misses: bool) -> None:
    counts = Counts()
    sure, _ = aligned(pair.label)
    for side in ("left", "right"):
        only = one_sided(pair.label, side)
        faced = {x if side == "left" else y for x, y in sure}
        mapped = said.left if side == "left" else said.right
        numbers = said.comparison.only_left if side == "left" else said.comparison.only_right
        counts.gold += len(only)
        given: set[int] = set()
        for n in numbers:
            gold = set(mapped[n])
            given |= gold & only
            if gold & only or gold & faced:
                counts.found += 1
                counts.right += bool(gold & only)
                if misses and not gold & only:
                    text = (said.comparison.left if side == "left" else said.comparison.right)[n]
                    tally.misses.append(f"{pair.label['pair']} + only {side} {n} {text.text}")
        counts.met += len(given)
    tally.rows["one-sided sentences"].append(counts)


def _quotations(pair: Pair, said: Said, tally: Tally, misses: bool) -> None:
    labels = pair.label.get("quotations", [])
    counts = Counts(gold=sum(not disputed(q) for q in labels))
    met: set[int] = set()
    for found in said.comparison.quotations:
        hits = [
            n
            for n, q in enumerate(labels)
            if quotation_here(pair.left, found, q, "left")
            and quotation_here(pair.right, found, q, "right")
        ]
        sure = [n for n in hits if not disputed(labels[n])]
        if hits and not sure:
            continue
        counts.found += 1
        counts.right += bool(sure)
        if sure:
            relations = {r for n in sure for r in either(labels[n]["relation"])}
            tally.shares["quotations, relation right"].append(found.relation in relations)
        if misses and not (sure and found.relation in relations):
            wanted = [labels[n]["relation"] for n in sure]
            tally.misses.append(
                f"{pair.label['pair']} + quotation {found.relation} {wanted}"
                f"\n      {found.left_text}\n      {found.right_text}"
            )
        met |= set(sure)
    counts.met = len(met)
    if misses:
        for n, q in enumerate(labels):
            if n not in met and not disputed(q):
                tally.misses.append(f"{pair.label['pair']} - quotation {q}")
    tally.rows["quotations"].append(counts)


def _figures(pair: Pair, said: Said, tally: Tally, misses: bool) -> None:
    labels = pair.label.get("figures", [])
    traps = pair.label.get("traps", [])
    for row, relations in (("figures that agree", AGREE), ("figures that differ", ("differ",))):
        wanted = [n for n, f in enumerate(labels) if f["relation"] in relations]
        counts = Counts(gold=sum(not disputed(labels[n]) for n in wanted))
        met: set[int] = set()
        for found in said.comparison.figures:
            if found.relation not in relations:
                continue
            hits = [n for n, f in enumerate(labels) if _same_figures(pair, found, f)]
            hits = hits or [n for n, f in enumerate(labels) if _restated(pair, found, f)]
            sure = [n for n in hits if not disputed(labels[n])]
            if hits and not sure:
                continue
            if not hits and any(_told_again(pair, found, labels[n]) for n in wanted):
                continue
            right = bool(set(sure) & set(wanted))
            counts.found += 1
            counts.right += right
            met |= set(sure) & set(wanted)
            if right:
                tally.shares[f"{row}, exactly so"].append(
                    found.relation in {labels[n]["relation"] for n in sure}
                )
            elif misses:
                about = f"{found.left_text} {found.left_about} | {found.right_text}"
                _tell(tally, pair, f"+ {row}: {about}", found.left, found.right, said, "")
            trapped = any(_same_figures(pair, found, t) for t in traps)
            kind = "agreement" if relations == AGREE else "conflict"
            tally.shares[f"traps taken for {kind}"] += [True] * trapped
        counts.met = len([n for n in met if not disputed(labels[n])])
        tally.rows[row].append(counts)
        if misses:
            for n in wanted:
                if n not in met and not disputed(labels[n]):
                    f = labels[n]
                    tally.misses.append(
                        f"{pair.label['pair']} - {row} {f['relation']} {f['left']} {f['right']}"
                        f" {_words(pair.left, f, 'left')} | {_words(pair.right, f, 'right')}"
                    )
    tally.shares["traps"] += [True] * len(traps)


def _words(text: Any, label: dict[str, Any], side: str) -> str:
    start, end = label[f"{side}_span"]
    whole = text.record["title"] if label[side] == 0 else text.record["body"]
    return str(whole[start:end])


def _restated(pair: Pair, found: Any, label: dict[str, Any]) -> bool:
    """Whether a pair of figures is a labelled one told again: one side as labelled, on the other
    the same number in another sentence (a toll stands in headline, lead and body)."""
    same = [_same_side(pair, found, label, side) for side in ("left", "right")]
    texts = [
        _words(text, label, side).strip().lower() == said.strip().lower()
        for text, side, said in (
            (pair.left, "left", found.left_text),
            (pair.right, "right", found.right_text),
        )
    ]
    return any(same) and all(one or other for one, other in zip(same, texts, strict=True))


def _told_again(pair: Pair, found: Any, label: dict[str, Any]) -> bool:
    """Whether both numbers of a pair are those of a labelled one in other sentences; small numbers
    are equal by chance."""
    if found.left_value is not None and abs(found.left_value) <= SMALL:
        return False
    return all(
        _words(text, label, side).strip().lower() == said.strip().lower()
        for text, side, said in (
            (pair.left, "left", found.left_text),
            (pair.right, "right", found.right_text),
        )
    )


def _same_figures(pair: Pair, found: Any, label: dict[str, Any]) -> bool:
    return all(_same_side(pair, found, label, side) for side in ("left", "right"))


def _same_side(pair: Pair, found: Any, label: dict[str, Any], side: str) -> bool:
    text = pair.left if side == "left" else pair.right
    in_title, at = figure_place(text, found, side)
    number = label[side][0] if isinstance(label[side], list) else label[side]
    if in_title != (number == 0):
        return False
    if in_title:
        figure = text.article.figures[found.left_figure if side == "left" else found.right_figure]
        at = figure.start, figure.end
    return overlap(at, label[f"{side}_span"])


def _tell(tally: Tally, pair: Pair, what: str, i: int, j: int, said: Said, more: str) -> None:
    left, right = said.comparison.left[i].text, said.comparison.right[j].text
    tally.misses.append(f"{pair.label['pair']} {what} {i} {j} {more}\n      {left}\n      {right}")


def peer_rows(all_pairs: list[Pair], tally: Tally) -> None:
    """The rows of the simpler methods: alignment, and what is left over as one-sided."""
    full = [p for p in all_pairs if p.label.get("task", "full") == "full"]
    full = [p for p in full if p.label.get("same_event", True)]
    for name, method in peers().items():
        threshold, faced = at_best(method, full)
        for pair, found in zip(full, faced, strict=True):
            sure, unsure = aligned(pair.label)
            noise = [set(pair.label.get(f"noise_{side}", [])) for side in ("left", "right")]
            answers = {(i, j) for i, j in found - unsure if i not in noise[0] and j not in noise[1]}
            right = len(answers & sure)
            row = f"alignment, {name} >= {threshold:.2f}"
            tally.rows[row].append(Counts(len(sure), len(answers), right, right))
            tally.rows[f"one-sided, {name}"].append(_left_over(pair, found, sure))


def _left_over(pair: Pair, found: Faced, sure: Faced) -> Counts:
    counts = Counts()
    for at, side in enumerate(("left", "right")):
        text = pair.left if side == "left" else pair.right
        alone = set(range(len(text.sentences) + 1)) - {one[at] for one in found}
        only, faced = one_sided(pair.label, side), {one[at] for one in sure}
        counts.gold += len(only)
        counts.found += len(alone & (only | faced))
        counts.right += len(alone & only)
        counts.met += len(alone & only)
    return counts


def precision(rows: Iterable[Counts]) -> float:
    rows = list(rows)
    return sum(r.right for r in rows) / max(1, sum(r.found for r in rows))


def recall(rows: Iterable[Counts]) -> float:
    rows = list(rows)
    return sum(r.met for r in rows) / max(1, sum(r.gold for r in rows))


def f1(rows: Iterable[Counts]) -> float:
    p, r = precision(rows), recall(rows)
    return 2 * p * r / (p + r) if p + r else 0.0


def interval(rows: list[Counts], figure: Any) -> str:
    draw = random.Random(1)
    samples = sorted(figure(draw.choices(rows, k=len(rows))) for _ in range(1000))
    return f"{samples[25]:.3f}-{samples[974]:.3f}"


def report(tally: Tally, count: int) -> None:
    print(f"{count} pairs")
    print(f"{'':38} {'n':>5} {'found':>6} {'P':>6} {'95 %':>12} {'R':>6} {'F1':>6} {'95 %':>12}")
    for name, rows in tally.rows.items():
        gold, found = sum(r.gold for r in rows), sum(r.found for r in rows)
        print(
            f"{name:38} {gold:5} {found:6} {precision(rows):6.3f} {interval(rows, precision):>12}"
            f" {recall(rows):6.3f} {f1(rows):6.3f} {interval(rows, f1):>12}"
        )
    traps = len(tally.shares.pop("traps", []))
    for name, values in sorted(tally.shares.items()):
        if name.startswith("traps"):
            print(f"{name:38} {traps:5} {len(values):6}")
        else:
            shares = [Counts(1, 1, int(v), int(v)) for v in values]
            print(
                f"{name:38} {len(values):5} {'':6} {precision(shares):6.3f}"
                f" {interval(shares, precision):>12}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--no-peers", action="store_true")
    arguments = parser.parse_args()
    found = list(pairs(arguments.gold, arguments.articles))
    tally = Tally()
    for pair in found:
        measure(pair, tally, arguments.misses)
    if not arguments.no_peers:
        peer_rows(found, tally)
    print("\n".join(tally.misses))
    report(tally, len(found))


if __name__ == "__main__":
    main()
