"""Whoever changes what a reading says raises the version of the rules with it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from corpus.reading import RULES, read
from corpus.sample import folder
from index.intake import walk

KEPT = Path(__file__).with_name("rules.txt")


def readings() -> str:
    """One digest over the readings of the whole sample archive."""
    digest = hashlib.sha256()
    for intake in walk([folder()]):
        if intake.document is not None:
            digest.update(msgspec.msgpack.encode(read(intake.document)))
    return digest.hexdigest()


def test_readings_change_only_with_the_version_of_the_rules() -> None:
    """After a change of the rules: raise corpus.reading.RULES, write both into rules.txt.

    Archives keep the version with every reading, and `broadsheet reread` goes by it.
    """
    assert KEPT.read_text().split() == [RULES, readings()], (
        f"the sample reads differently: raise RULES, then write '{RULES} {readings()}' "
        f"with the new version into {KEPT.name}"
    )
