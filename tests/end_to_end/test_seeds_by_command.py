"""The five pages that the program was first measured by, through the public commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def seeds(broadsheet: Any, shared: Path) -> dict[str, Any]:
    """Every seed as `show --json` gives it, by its file's name."""
    report = broadsheet("add", shared / "data" / "seeds", "--json").json
    return {
        Path(article["source"]).name: broadsheet("show", article["id"], "--json").json
        for article in report["articles"]
    }


def test_every_seed_comes_out_as_expected(seeds: dict[str, Any], shared: Path) -> None:
    expected = json.loads((shared / "data" / "seeds.expected.json").read_text())
    assert seeds.keys() == expected.keys()
    for name, wanted in expected.items():
        found = seeds[name]
        for field in ("title", "published"):
            assert found[field] == wanted[field], (name, field)
        if wanted["outlet"] is not None:
            assert found["outlet"] == wanted["outlet"], name
        assert set(wanted["agencies"]) <= set(found["agencies"]), name


def test_lines_set_aside_carry_their_number_and_reason(seeds: dict[str, Any], shared: Path) -> None:
    expected = json.loads((shared / "data" / "seeds.expected.json").read_text())
    for name, wanted in expected.items():
        kept = {p["line"] for p in seeds[name]["paragraphs"] if p["role"] == "body"}
        noise = {int(line) for line, role in wanted["roles"].items() if role == "noise"}
        assert not kept & noise, name
        assert all(removed["why"] for removed in seeds[name]["removed"]), name


def test_two_counts_of_one_threat_face_each_other(broadsheet: Any, seeds: dict[str, Any]) -> None:
    left, right = (
        next(seed["id"] for name, seed in seeds.items() if name.startswith(number))
        for number in ("000", "002")
    )
    found = broadsheet("compare", left, right, "--json").json
    texts = {
        side: {s["i"]: s["text"] for s in found["sentences"][side]} for side in found["sentences"]
    }
    faced = [
        (
            " ".join(texts["left"][i] for i in pair["left"]),
            " ".join(texts["right"][i] for i in pair["right"]),
        )
        for pair in found["alignments"]
    ]
    assert any("56" in a and "71" in b for a, b in faced)
