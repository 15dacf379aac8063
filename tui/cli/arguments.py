"""The table of commands and what the command line may say.

Nothing heavy is imported here: a command's module brings in the archive when it runs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any, Final, NoReturn

from corpus.errors import BroadsheetError
from tui.cli import explorer

COMMANDS: Final = {
    "add": "add",
    "search": "search",
    "saved": "saved",
    "show": "show",
    "compare": "compare",
    "stories": "stories",
    "story": "story",
    "outlets": "outlets",
    "entity": "entity",
    "quotations": "quotations",
    "figures": "figures",
    "lines": "lines",
    "set": "set_",
    "remove": "remove",
    "judgements": "judgements",
    "undo": "undo",
    "status": "status",
    "check": "check",
    "reindex": "reindex",
    "recognise": "recognise",
    "reread": "reread",
    "learn": "learn",
    "names": "names",
    "keys": "keys",
    "man": "man",
}
"""Every command with its module, which has SUMMARY, `arguments(parser)` and `run(options)`."""

_ABOUT = "Search, read and compare news articles in a terminal. Without a command: the explorer."
_STATUSES = """\
exit status:
  0  done
  1  nothing matched, or there is no such article
  2  wrong usage, or a query that cannot be read
  3  the archive cannot be used
  4  done, but some inputs were rejected
"""


class UsageError(BroadsheetError):
    """Arguments that mean nothing."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in a sentence, and where to read more."""

    def error(self, message: str) -> NoReturn:
        from tui.cli.wrong import said_plainly

        raise _wrong(said_plainly(message), self)


def _wrong(said: str, parser: argparse.ArgumentParser) -> UsageError:
    """What is wrong, with where to read more."""
    return UsageError(f"{said}{'' if said.endswith('?') else '.'} See {parser.prog} --help.")


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"broadsheet {version('broadsheet')}")
        except PackageNotFoundError:
            print("broadsheet (not installed)")
        sys.exit(0)


def count(of: str) -> Callable[[str], int]:
    """Reads how many of something are wanted, from nought on."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = -1
        if number < 0:
            raise argparse.ArgumentTypeError(f"{text} is no number of {of}")
        return number

    return read


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options, with `run`, the function that obeys them; UsageError for what is wrong."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        parser = _parser(words)
        options, left = parser.parse_known_args(_options_first(parser, words))
        if left:
            raise _without_use(left, words, parser)
        return options
    except UsageError as error:
        raise UsageError(_behind_two(words) or str(error)) from error


def _without_use(
    left: Sequence[str], words: Sequence[str], parser: argparse.ArgumentParser
) -> UsageError:
    """What to say of words that were left over."""
    from tui.cli.wrong import unknown

    known = _commands(parser)
    asked = known.get(next((word for word in words if word in known), ""), parser)
    options = [name for one in asked._actions for name in one.option_strings]
    return _wrong(unknown(left, asked.prog.removeprefix(parser.prog).strip(), options), asked)


def _options_first(parser: argparse.ArgumentParser, words: Sequence[str]) -> list[str]:
    """The words with a command's options before its query, wherever they stood in it.

    An option whose value may be left out takes the next word only where that is one of its own:
    in `--context title:ferry` the second word is the query.
    """
    valued = {name for one in parser._actions if one.nargs != 0 for name in one.option_strings}
    at = 0
    for number, (before, word) in enumerate(pairwise(["", *words]), 1):
        if word in COMMANDS and before not in valued:  # an archive may be called as a command is
            at = number
            break
    command = _commands(parser).get(words[at - 1]) if at else None
    if command is None or not any(one.nargs == "*" for one in command._get_positional_actions()):
        return list(words)
    known = {name: one for one in command._actions for name in one.option_strings}
    options: list[str] = []
    query: list[str] = []
    rest = list(words[at:])
    while rest and rest[0] != "--":
        word = rest.pop(0)
        option = known.get(word)
        if option is None:
            (options if word[:1] == "-" and len(word) > 1 else query).append(word)
        elif option.nargs == "?" and not (rest and rest[0] in (option.choices or ())):
            options.append(f"{word}={option.const}")
        else:
            options += [word, *(rest[:1] if option.nargs != 0 else ())]
            del rest[: option.nargs != 0]
    cut = rest[:1]
    return [*words[:at], *options, *cut, *query, *rest[1:]]


def _behind_two(words: Sequence[str]) -> str:
    """What to write instead, where a query with a minus was taken for an option; or nothing."""
    import shlex

    command = next((word for word in words if word in COMMANDS), "")
    for at, word in enumerate(words):
        if word == "--":
            break
        if len(word) < 3 or word[0] != "-" or word[1] in "-0123456789":
            continue
        if words[at - 1] == "--query":
            return f"A query that begins with a minus is written --query={shlex.quote(word)}."
        if command in ("search", "stories"):
            query = " ".join(shlex.quote(one) for one in _queries(words, at))
            return (
                f"{word} looks like an option; a query with a minus follows --, and options stand "
                f"before it: broadsheet {command} -- {query}"
            )
    return ""


def _queries(words: Sequence[str], at: int) -> list[str]:
    """The words of the query around the one at `at`, without options."""
    first = next(number for number, word in enumerate(words) if word in COMMANDS) + 1
    before = words[first:at]
    plain = not any(word[:1] == "-" for word in before)
    return [*(before if plain else ()), *(word for word in words[at:] if word[:2] != "--")]


def every_parser() -> dict[str, argparse.ArgumentParser]:
    """The parsers of all commands by their names, "" for the explorer's."""
    parser = _parser(["--help"])
    return {"": parser, **_commands(parser)}


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of the commands by their names."""
    (found,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return dict(found.choices)


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; of the commands only those are imported that the words can mean."""
    meant = [name for name in COMMANDS if name in words]
    if not meant and ("-h" in words or "--help" in words):
        meant = list(COMMANDS)
    parser = _Parser(
        prog="broadsheet",
        description=_ABOUT,
        epilog=_STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    parser.set_defaults(run=explorer.run, archive=None)
    _archive(parser, None)
    explorer.arguments(parser)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", parser_class=_Parser)
    for name in COMMANDS:
        if name not in meant:
            commands.add_parser(name)
            continue
        module = import_module(f"tui.cli.{COMMANDS[name]}")
        command = commands.add_parser(
            name,
            help=module.SUMMARY,
            description=module.__doc__,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.set_defaults(run=module.run)
        _archive(command, argparse.SUPPRESS)
        module.arguments(command)
    return parser


def _archive(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--archive",
        metavar="DIR",
        default=default,
        help="the archive's folder (else BROADSHEET_ARCHIVE, else in the user's data directory)",
    )
