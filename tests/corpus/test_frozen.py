"""Values made quickly are values all the same."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from corpus.frozen import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Ferry:
    """A ferry of these tests."""

    name: str
    seats: int = 40
    ports: tuple[str, ...] = field(default=())


def test_a_value_made_quickly_is_frozen_compared_hashed_shown_and_packed_as_any_other() -> None:
    ferry = Ferry("Aldmere", ports=("Calder",))
    assert (ferry.name, ferry.seats, ferry.ports) == ("Aldmere", 40, ("Calder",))
    assert ferry == Ferry("Aldmere", 40, ("Calder",))
    assert hash(ferry) == hash(Ferry("Aldmere", 40, ("Calder",)))
    assert repr(ferry) == "Ferry(name='Aldmere', seats=40, ports=('Calder',))"
    assert replace(ferry, seats=2) == Ferry("Aldmere", 2, ("Calder",))
    assert pickle.loads(pickle.dumps(ferry)) == ferry
    with pytest.raises(FrozenInstanceError):
        ferry.seats = 3  # type: ignore[misc]
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Ferry()  # type: ignore[call-arg]


def test_a_field_that_is_worked_out_anew_for_each_value_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Fleet:
        ferries: list[Ferry] = field(default_factory=list)

    with pytest.raises(TypeError, match="Fleet"):
        quickly_made(Fleet)
