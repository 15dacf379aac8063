"""Languages are guessed as py3langid guesses them, with little memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import languages

TEXTS = {
    "de": "Die Fähre nach der Insel fährt seit dem Sturm am Dienstag wieder nach Plan.",
    "fr": "Le ferry a repris ses traversées mardi après la tempête, selon la compagnie.",
    "es": "El transbordador volvió a navegar el martes después de la tormenta del lunes.",
    "ru": "Паром снова ходит на остров после шторма, сообщила во вторник компания.",
    "ar": "عادت العبارة إلى الإبحار نحو الجزيرة يوم الثلاثاء بعد العاصفة.",
}
GROWTH = """
import sys
from pathlib import Path
import numpy
def taken():
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return sum(int(one.split()[1]) for one in lines if one.startswith(("RssAnon", "RssShmem")))
before = taken()
from corpus.languages import guessed
guessed(sys.argv[1])
print((taken() - before) // 1024)
"""


@pytest.fixture
def anew() -> Iterator[None]:
    languages.identifier.cache_clear()
    yield
    languages.identifier.cache_clear()


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_language_is_guessed_as_the_package_guesses_it(code: str, text: str) -> None:
    import py3langid

    assert languages.guessed(text) == code == py3langid.classify(text)[0]
    for cut in range(1, len(text), 7):
        assert languages.guessed(text[:cut]) == py3langid.classify(text[:cut])[0]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_guess_takes_little_memory() -> None:
    command = [sys.executable, "-c", GROWTH, TEXTS["de"]]
    grown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(grown.stdout) < 30  # MB; 6 as measured, 83 as the package loads its model


@pytest.mark.usefixtures("anew")
def test_a_model_that_cannot_be_mapped_is_loaded_by_the_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(languages, "_model", full)
    assert languages.guessed(TEXTS["fr"]) == "fr"
