"""What a recogniser is, and which one this machine has.

A recogniser takes texts and gives spans with a type, as it saw them and no better; `naming`
mends and completes them. spaCy with an English model when both are installed, else the
gazetteer alone.
"""

from __future__ import annotations

from collections import OrderedDict
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


class Remembering:
    """A recogniser that sees no text twice: wire copy stands in many papers word for word.

    What it is shown ahead, in one larger batch, it knows when it is asked.
    """

    def __init__(self, recogniser: Recogniser, room: int = 20_000) -> None:
        """Remember the spans of the last `room` texts."""
        self._recogniser = recogniser
        self._room = room
        self._known: OrderedDict[str, list[RawSpan]] = OrderedDict()

    @property
    def version(self) -> str:
        """The version of the recogniser that is asked."""
        return self._recogniser.version

    def spans(self, texts: Sequence[str]) -> list[list[RawSpan]]:
        """The spans of each text, found now or before."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        fresh = dict(zip(new, self._recogniser.spans(new), strict=True)) if new else {}
        found = []
        for text in texts:
            if text in fresh:
                found.append(fresh[text])
            else:
                self._known.move_to_end(text)
                found.append(self._known[text])
        self._known.update(fresh)
        while len(self._known) > self._room:
            self._known.popitem(last=False)
        return found


def load_recogniser() -> Recogniser:
    """The best recogniser on this machine; loading a model takes about two seconds."""
    from corpus.entities.gazetteer import GazetteerRecogniser
    from corpus.entities.spacy_recogniser import NoModel, SpacyRecogniser

    try:
        return SpacyRecogniser()
    except NoModel:
        return GazetteerRecogniser()
