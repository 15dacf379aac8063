"""The articles that engines are measured on, and what is asked of each engine.

Nothing but the standard library is needed here, so a peer can run in another Python.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LIMIT = 20
# kind, the question to us, to Tantivy, to FTS5 (None: it has no such question)
QUESTIONS: list[tuple[str, str, str | None, str | None]] = [
    *[("word", w, w, w) for w in "kerry syria strike the election refugees said women".split()],
    *[
        ("and", " ".join(pair), " ".join(f"+{w}" for w in pair), " AND ".join(pair))
        for pair in (
            ("president", "obama"), ("syria", "refugees"), ("kerry", "lavrov"),
            ("migrants", "europe", "border"), ("the", "of", "and", "to"), ("oil", "price"),
            ("police", "attack", "paris"), ("bank", "rates", "growth"),
        )
    ],
    *[
        ("or", " OR ".join(some), " ".join(some), " OR ".join(some))
        for some in (
            ("kerry", "lavrov", "assad"), ("strike", "protest"), ("the", "a", "in"),
            ("iran", "iraq", "israel", "egypt"),
        )
    ],
    *[
        ("phrase", f'"{p}"', f'"{p}"', f'"{p}"')
        for p in (
            "prime minister", "has to go", "the united states of america", "human rights",
            "to be or", "in the", "european union", "at the end of the day",
        )
    ],
    *[
        ("near", f'"{a} {b}"~5', f'"{a} {b}"~5', f"NEAR({a} {b}, 5)")
        for a, b in (("obama", "congress"), ("oil", "price"), ("the", "president"))
    ],
    *[
        ("not", f"{a} -{b}", f"+{a} -{b}", f"{a} NOT {b}")
        for a, b in (("kerry", "putin"), ("the", "of"), ("election", "vote"))
    ],
    *[
        ("prefix", f"{p}*", f"regex:{p}.*", f"{p}*")
        for p in ("refug", "pres", "un", "s", "democra", "elec")
    ],
    *[("wildcard", w, f"regex:{r}", None) for w, r in (("*tion", ".*tion"), ("h?rb*", "h.rb.*"))],
    *[
        ("fuzzy", f"{w}~1", f"fuzzy:{w}", None) for w in ("obma", "refugee", "merkel", "stryke")
    ],
    *[("regex", f"/{r}/", f"regex:{r}", None) for r in ("colou?r.*", "[bg]rexit")],
    *[
        ("field", f"title:{w}", f"title:{w}", f"title:{w}")
        for w in ("syria", "the", "president")
    ],
    *[
        ("days", f"{w} date:2015", f"+{w} +day:[20150101 TO 20151231]", None)
        for w in ("syria", "the", "merkel")
    ],
    ("newest", "syria sort:-date", "newest:syria", None),
    ("newest", "the sort:-date", "newest:the", None),
    *[("mixed", q, t, f) for q, t, f in (
        ('"white house" obama -congress', '+"white house" +obama -congress',
         '("white house" AND obama) NOT congress'),
        ("(iran OR iraq) oil", "+(iran iraq) +oil", "(iran OR iraq) AND oil"),
    )],
]  # fmt: skip


def for_xapian(kind: str, ours: str) -> str | None:
    """The question as Xapian's parser takes it; None: it has no such question."""
    match kind:
        case "word" | "and" | "or" | "phrase" | "prefix" | "field":
            return ours.replace(" ", " AND ") if kind == "and" else ours
        case "near":
            one, other = ours.split('"')[1].split()
            return f"{one} NEAR/6 {other}"
        case "not":
            return ours.replace(" -", " NOT ")
    return None


def articles(file: Path, count: int) -> Iterator[dict[str, Any]]:
    """The articles of the file, over and over, later rounds with their paragraphs turned."""
    made = 0
    for turn in range(1 << 30):
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                if made == count:
                    return
                one = json.loads(line)
                parts = [p for p in one["body"].split("\n") if p.strip()]
                cut = turn % max(1, len(parts))
                one["body"] = "\n\n".join(parts[cut:] + parts[:cut])
                one["number"] = made
                made += 1
                yield one
