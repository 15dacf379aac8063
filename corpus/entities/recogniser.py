"""What a recogniser is, and which one this machine has.

A recogniser takes texts and gives spans with a type, as it saw them and no better; `naming`
mends and completes them. spaCy with an English model when both are installed, else the
gazetteer alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.article import EntityType


@dataclass(frozen=True, slots=True)
class RawSpan:
    """A stretch of a text taken for a name, before anything was mended."""

    start: int
    end: int
    type: EntityType


class Recogniser(Protocol):
    """Finds names in texts; `version` says with which model and gazetteer."""

    @property
    def version(self) -> str:
        """Names and versions of everything the spans depend on."""
        ...

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        """The spans of each text, in any order."""
        ...


def load_recogniser() -> Recogniser:
    """The best recogniser on this machine; loading a model takes about two seconds."""
    from corpus.entities.gazetteer import GazetteerRecogniser
    from corpus.entities.spacy_recogniser import NoModel, SpacyRecogniser

    try:
        return SpacyRecogniser()
    except NoModel:
        return GazetteerRecogniser()
