"""The labelled texts of the sample archive, and of the seed articles where they are at hand.

`gold/sample.jsonl` names a document by its path and gives each label's place in its title or body;
the documents themselves are walked as `broadsheet add` walks them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.sample import folder
from index.intake import walk

if TYPE_CHECKING:
    from readings import Text


def texts(seeds: Path | None) -> Iterator[Text]:
    """Every labelled document with its labels."""
    from readings import GOLD, Text

    labels = defaultdict(list)
    for line in (GOLD / "sample.jsonl").read_text().splitlines():
        label = json.loads(line)
        labels[label["path"]].append(label)
    for intake in walk([folder(), *([seeds] if seeds else [])]):
        document = intake.document
        if document is not None and document.path in labels:
            title = document.stated.title[0] if document.stated.title else ""
            yield Text(document, labels[document.path], title)
