"""How right the reading is: names, quotations and figures against labels made by reading.

    python benchmarks/accuracy/readings.py --held-out ARTICLES.jsonl [--labels FILE ...]
    python benchmarks/accuracy/readings.py --development ARTICLES.jsonl [MORE.jsonl] [--labels FILE]
    python benchmarks/accuracy/readings.py --sample [--seeds FOLDER]

A span is right when start and end are those of the label. Intervals are 95 %: of F1 by 1,000
bootstrap samples of articles, of shares by Wilson's score. `--misses` prints what went wrong, by
article and offsets (development data only: looking at held-out misses would spoil them).
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from corpus.article import Article, Document, Names, Stated
from corpus.entities.naming import find_names
from corpus.entities.recogniser import load_recogniser
from corpus.reading import read
from corpus.text import fold

GOLD = Path(__file__).parent / "gold"

Place = tuple[str, int, int]  # "title" or "body", offsets into the document's own field
Label = dict[str, Any]


@dataclass
class Text:
    """One labelled document: its title and body fields, and its labels."""

    document: Document
    labels: list[Label]
    title: str = ""

    def words_at(self, place: Iterable[Any]) -> str:
        within, start, end = place
        return (self.title if within == "title" else self.document.text)[start:end]


@dataclass
class Tally:
    """Counts of one article: labels, answers, both."""

    gold: int = 0
    found: int = 0
    right: int = 0
    shares: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))


def of_records(files: Iterable[Path], file: str) -> Iterator[Text]:
    """The labelled ones among the records of files of JSON lines."""
    labels: defaultdict[str, list[Label]] = defaultdict(list)
    for line in (GOLD / file).read_text().splitlines():
        label = json.loads(line)
        labels[label["id"]].append(label)
    for articles in files:
        for line in articles.open(encoding="utf-8"):
            record = json.loads(line)
            if record["id"] in labels:
                document = Document(
                    line.encode(),
                    record["body"],
                    record["id"],
                    "jsonl",
                    Stated(
                        title=(record["title"], "field"),
                        outlet=(record["outlet"], "field"),
                        published=(record["date"], "field") if record["date"] else None,
                    ),
                )
                yield Text(document, labels[record["id"]], record["title"])


def places(article: Article, text: Text) -> Callable[[str, int, int, int], Place | None]:
    """From a position in the article to one in the document's own title or body field."""

    def place(within: str, paragraph: int, start: int, end: int) -> Place | None:
        if within == "title":
            words = (article.title or "")[start:end]
            stated = text.title or text.document.text
            name = "title" if text.title else "body"
            at = stated.find(words, max(0, stated.find(article.title or "") + start))
            return (name, at, at + len(words)) if at >= 0 else None
        if within == "standfirst":
            at = text.document.text.find(article.standfirst or "")
            return ("body", at + start, at + end) if at >= 0 else None
        piece = article.paragraphs[paragraph]
        if piece.source_span is None:
            return None
        words = piece.text[start:end]
        at = text.document.text.find(words, piece.source_span[0] + max(0, start - 4))
        return ("body", at, at + len(words)) if at >= 0 else None

    return place


def same_speaker(answer: str | None, wanted: list[str | None]) -> bool:
    """Equal, or one is the other's surname or last words."""
    for right in wanted:
        if answer is None or right is None:
            if answer is right:
                return True
            continue
        ours, theirs = fold(answer).split(), fold(right).split()
        if ours[-len(theirs) :] == theirs or theirs[-len(ours) :] == ours:
            return True
    return False


BEHIND = frozenset(
    "of in from without within among after before who on for at with to by below under above "
    "aboard between against near over into "
    "which that whose whom still and or more held taken led built made".split()
)


def same_counted(answer: str | None, wanted: list[str | None]) -> bool:
    """Equal but for articles, or sharing the head: the last word before "of" and the like.

    A complement may be longer or shorter ("people", "people named on a list"): what stands
    behind the head, a participle among it, is not compared.
    """

    def head(phrase: str) -> str:
        words = fold(phrase).replace(",", " ").split()
        for number, word in enumerate(words[1:], 1):
            if word in BEHIND or (
                word.endswith(("ed", "ing"))
                and words[number - 1].endswith(("s", "people", "men", "women", "children"))
            ):
                words = words[:number]
                break
        return words[-1] if words else ""

    for right in wanted:
        if answer is None or right is None:
            if answer is right:
                return True
        elif fold(answer) == fold(right) or head(answer) == head(right):
            return True
    return False


def same_day(answer: str | None, wanted: str | None) -> bool:
    """Equal, or a week and a day in it: a label has no way to say a week but by day or month."""
    if not answer or not wanted or answer == wanted or "-W" not in answer:
        return (answer or "") == (wanted or "")
    year, week = answer.split("-W")
    days = [date.fromisocalendar(int(year), int(week), n).isoformat() for n in range(1, 8)]
    return any(day.startswith(wanted) for day in days)


def as_given(answer: str | None, wanted: str) -> bool:
    """The same day as far as the label gives it: "--07-21" leaves the year open."""
    if wanted.startswith("--"):
        return answer is not None and answer[4:] == wanted[1:]
    return same_day(answer, wanted)


def answers(article: Article, names: Names, text: Text) -> dict[str, dict[Place, dict[str, Any]]]:
    place = places(article, text)
    found: dict[str, dict[Place, dict[str, Any]]] = {"name": {}, "quotation": {}, "figure": {}}
    for entity in names.entities:
        for m in entity.mentions:
            if at := place(m.within, m.paragraph, m.start, m.end):
                found["name"][at] = {"type": entity.type}
    for q in article.quotations:
        if q.kind == "indirect":
            continue
        if at := place(q.within, q.paragraph, q.start, q.end):
            shift = text.words_at(at).find(q.text)
            at = (at[0], at[1] + max(shift, 0), at[1] + max(shift, 0) + len(q.text))
            found["quotation"][at] = {"speaker": q.speaker, "form": q.kind, "sure": q.sure}
    for f in article.figures:
        if at := place(f.within, f.paragraph, f.start, f.end):
            found["figure"][at] = {
                "value": f.value,
                "low": f.low,
                "high": f.high,
                "form": f.kind,
                "about": f.about,
                "iso": f.iso,
            }
    return found


def score(
    texts: Iterable[Text], misses: bool, kinds: Iterable[str] = ("name", "quotation", "figure")
) -> dict[str, list[Tally]]:
    recogniser = load_recogniser()
    print(f"recogniser: {recogniser.version}")
    result: dict[str, list[Tally]] = defaultdict(list)
    for text in texts:
        article = read(text.document)
        found = answers(article, find_names(article, recogniser), text)
        for kind in kinds:
            answered = found[kind]
            labels = {(x["in"], x["start"], x["end"]): x for x in text.labels if x["kind"] == kind}
            if kind == "quotation":  # the stop before the closing mark is a matter of style
                labels = {trimmed(text, k): v for k, v in labels.items()}
                answered = {trimmed(text, k): v for k, v in answered.items()}
            ignored = {k for k, x in labels.items() if x["disputed"]}
            touching = {k for k in answered if k not in labels and overlaps(k, ignored)}
            gold = set(labels) - ignored
            given = set(answered) - ignored - touching
            tally = Tally(len(gold), len(given), len(gold & given))
            for at in sorted(gold & given):
                compare(kind, answered[at], labels[at], text, tally)
            result[kind].append(tally)
            if misses:
                for at in sorted(gold - given):
                    print(f"- {text.document.path} {kind} {at} {text.words_at(at)!r}")
                for at in sorted(given - gold):
                    print(f"+ {text.document.path} {kind} {at} {text.words_at(at)!r}")
    return result


def either(label: Any) -> list[Any]:
    """What a label allows: where the two labellers differ it lists both, and either is right."""
    return label if isinstance(label, list) else [label]


def trimmed(text: Text, place: Place) -> Place:
    within, start, _ = place
    words = text.words_at(place)
    kept = words.rstrip(" .,!?;:\n")
    lead = len(kept) - len(kept.lstrip(" \n"))
    return within, start + lead, start + len(kept)


def overlaps(place: Place, others: Iterable[Place]) -> bool:
    return any(o[0] == place[0] and o[1] < place[2] and place[1] < o[2] for o in others)


def compare(kind: str, answer: dict[str, Any], label: Label, text: Text, tally: Tally) -> None:
    if kind == "name":
        tally.shares["type"].append(answer["type"] in either(label["type"]))
        return
    tally.shares["form"].append(answer["form"] in label["form"])
    if kind == "quotation":
        wanted = [text.words_at(p) if p else None for p in label["speakers"]]
        right = same_speaker(answer["speaker"], wanted)
        tally.shares["speaker"].append(right)
        if answer["speaker"] is not None:
            sure = "named as sure" if answer["sure"] else "named as unsure"
            tally.shares[f"speaker, {sure}"].append(right)
    else:
        right = label["value"] in (None, answer["value"])
        if "vote" in label["form"] and answer["value"] is None:  # of two sides the label has one
            right = right or label["value"] in (answer["low"], answer["high"])
        tally.shares["value"].append(right)
        if label["form"] == ["date"]:
            days = either(label["iso"])
            tally.shares["day"].append(any(same_day(answer["iso"], day) for day in days))
            if any(days):  # a label without one says that the labeller did not resolve it
                right = any(day and as_given(answer["iso"], day) for day in days)
                tally.shares["day, given"].append(right)
        else:
            counted = [text.words_at(p) if p else None for p in label["about"]]
            tally.shares["counts what"].append(same_counted(answer["about"], counted))


def f1(tallies: list[Tally]) -> float:
    right = sum(t.right for t in tallies)
    return 2 * right / max(1, sum(t.gold for t in tallies) + sum(t.found for t in tallies))


def wilson(right: int, n: int) -> tuple[float, float]:
    """Wilson's score interval, 95 % (Wilson 1927)."""
    z = 1.96
    share = right / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, middle + half


def report(result: dict[str, list[Tally]]) -> None:
    print(f"{'':26} {'n':>5} {'P':>6} {'R':>6} {'F1':>6}   95 %")
    for kind, tallies in result.items():
        gold, found = sum(t.gold for t in tallies), sum(t.found for t in tallies)
        right = sum(t.right for t in tallies)
        draw = random.Random(1)
        samples = sorted(f1(draw.choices(tallies, k=len(tallies))) for _ in range(1000))
        print(
            f"{f'{kind}, span':26} {gold:5} {right / max(1, found):6.3f}"
            f" {right / max(1, gold):6.3f}"
            f" {f1(tallies):6.3f}   {samples[25]:.3f}-{samples[974]:.3f}"
        )
        shares: defaultdict[str, list[bool]] = defaultdict(list)
        for tally in tallies:
            for name, values in tally.shares.items():
                shares[name] += values
        for name, values in shares.items():
            low, high = wilson(sum(values), len(values))
            share = sum(values) / len(values)
            claim = f"{share:6.3f}" if len(values) >= 40 else "     –"
            print(
                f"   right spans: {name:11} {len(values):5} {claim} {'':13}   {low:.3f}-{high:.3f}"
            )
        if kind == "name":
            typed = sum(sum(t.shares["type"]) for t in tallies)
            print(f"   span and type{'':11} {gold:5} {'':13} {2 * typed / (gold + found):6.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", type=Path, metavar="ARTICLES.jsonl")
    parser.add_argument("--labels", nargs="+", metavar="FILE", help="in gold/")
    parser.add_argument("--development", type=Path, nargs="+", metavar="ARTICLES.jsonl")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    if arguments.held_out:
        files = arguments.labels or ["held_out.jsonl"]
        report(score(chain(*(of_records([arguments.held_out], f) for f in files)), False))
    if arguments.development:  # quotations only
        files = arguments.labels or ["development.jsonl"]
        texts = chain(*(of_records(arguments.development, f) for f in files))
        report(score(texts, arguments.misses, ["quotation"]))
    if arguments.sample:
        import sample_labels

        report(score(sample_labels.texts(arguments.seeds), arguments.misses))


if __name__ == "__main__":
    main()
