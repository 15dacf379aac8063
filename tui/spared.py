"""What the terminal library imports and the explorer hardly ever uses: it waits until it is used.

Textual's command palette brings every kind of text field, tree and list with it, the event loop
brings encryption: together a tenth of all that is done before the first picture. While the
library is imported, stand-ins take the place of such modules; what is taken from a stand-in is
the real thing as soon as somebody calls it or looks into it. (A class derived from it meanwhile is
of no use. Textual derives one: its choice of themes, which the explorer does not offer.)

A Textual that needs more of them than that is imported as it is: a start that takes longer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

DERIVED = {"ThemeProvider"}
WAITING = ("textual.command", "rich.table", "platformdirs", "difflib", "pickle", "uuid")


class _Needed(ImportError):
    """What was to wait is needed at once."""


class _Later(type):
    """A class or function of a module that is imported when it is first used."""

    origin: tuple[str, str]

    def __new__(
        cls, name: str, bases: tuple[type, ...], inside: dict[str, Any], **more: Any
    ) -> _Later:
        """Made by a stand-in, or derived from what one has made; _Needed where that matters."""
        if bases and name not in DERIVED:
            raise _Needed(f"{name} is derived from {bases[0].__name__}")
        return super().__new__(cls, name, bases, inside)

    def __init__(
        cls, name: str, bases: tuple[type, ...], inside: dict[str, Any], **more: Any
    ) -> None:
        super().__init__(name, bases, inside)

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls._real())

    def _real(cls) -> Any:
        module, name = cls.origin
        return getattr(import_module(module), name)

    def __call__(cls, *values: Any, **named: Any) -> Any:
        return cls._real()(*values, **named)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(cls._real(), name)


class _StandIn(ModuleType):
    """A module that has every name, and nothing behind it yet."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _Later(name, (), {"origin": (self.__name__, name)})
        setattr(self, name, made)
        return made


@contextmanager
def spared() -> Iterator[None]:
    """While the terminal library is imported here, what it hardly uses is not."""
    if "textual" in sys.modules:
        yield  # it has everything by now
        return
    _loop_without_network()
    made = {name: _StandIn(name) for name in WAITING if name not in sys.modules}
    sys.modules.update(made)
    try:
        import textual.app  # noqa: F401
    except Exception:  # it is not the library that this was made for
        _forget(*made, "textual", "rich")
        made = {}
    try:
        yield
    finally:
        for name, module in made.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _loop_without_network() -> None:
    """Import the event loop without encryption: no connection is opened, and OpenSSL takes time."""
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what asyncio takes for a Python without
    try:
        import asyncio  # noqa: F401
    except ImportError:
        _forget("asyncio")  # one that cannot be without
    finally:
        del sys.modules["ssl"]


def _forget(*packages: str) -> None:
    """Take what was imported of some packages away again."""
    for name in list(sys.modules):
        if any(name == package or name.startswith(f"{package}.") for package in packages):
            del sys.modules[name]
