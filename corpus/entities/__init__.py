"""Names: who and what an article speaks of.

`find_names` takes an `Article` and a recogniser and gives `Names`: entities under their
fullest name with every mention, and which of them speaks which quotation.
"""

from __future__ import annotations

from corpus.entities.naming import find_names, recognisable
from corpus.entities.recogniser import RawSpan, Recogniser, Remembering, load_recogniser

__all__ = [
    "RawSpan",
    "Recogniser",
    "Remembering",
    "find_names",
    "load_recogniser",
    "recognisable",
]
