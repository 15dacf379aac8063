"""The recogniser process: takes articles from the archive, gives their names back.

`recognition` starts it and speaks with it in lines of JSON: orders come on standard input,
progress and answers go to standard output. It works off what waits, a lease at a time, lets an
article asked for go first, and ends when its standard input closes, its work kept. Behind several
explorers one works at a time; the others answer for the article that is open.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import queue
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import msgspec

from corpus.article import Article, Names
from corpus.entities.recogniser import Recogniser, Remembering, load_recogniser
from corpus.errors import BroadsheetError
from index import premises
from index.aliases import OwnAliases
from index.archive import Archive
from index.locking import NotWritable, WriterBusy
from index.naming import fits

LEASE = 16  # articles; three to four seconds of work
AHEAD = 4  # articles a model sees at once; an article asked for waits for them, a second
KEEP_EVERY = 5.0  # seconds after which names are written though the lease is not worked off
POLL = 2.0  # seconds between looks for new articles
SOON = 0.3  # the same while other recognisers finish what they leased
NICENESS = 10


class Orders:
    """What the starting process asks for; `closed` once it is gone or wants an end."""

    def __init__(self, stream: IO[bytes]) -> None:
        """Begin to listen."""
        self.closed = threading.Event()
        self._waiting: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._listen, args=(stream,), daemon=True).start()

    def _listen(self, stream: IO[bytes]) -> None:
        try:
            for line in stream:
                asked = msgspec.json.decode(line)
                if isinstance(asked, dict) and isinstance(asked.get("names"), str):
                    self._waiting.put(asked["names"])
        except (msgspec.DecodeError, OSError, ValueError):
            pass  # whoever writes such lines is not to be served any longer
        self.closed.set()
        self._waiting.put(None)

    def next(self, patience: float = 0.0) -> str | None:
        """The next article asked for, or None when none is within `patience` seconds."""
        try:
            return self._waiting.get(patience > 0, patience or None)
        except queue.Empty:
            return None


class Work:
    """One recogniser at work on one archive."""

    def __init__(self, archive: Archive, name: str, orders: Orders, out: IO[bytes]) -> None:
        """Nothing is loaded before there is something to recognise."""
        self._archive = archive
        self._name = name
        self._orders = orders
        self._out = out
        self._recogniser: Recogniser | None = None
        self._aliases = OwnAliases(archive.path)
        self._found: dict[str, Names] = {}
        self._kept_at = time.monotonic()
        self._done = 0
        self._forbidden: NotWritable | None = None

    def run(self, *, background: bool, follow: bool) -> None:
        """Serve orders and, in the background, the archive; until all is done or the end.

        Of those that follow one archive, each behind its explorer, one works it off at a time;
        another one goes on when that ends.
        """
        turn = premises.recognising(self._archive.path) if background and follow else None
        try:
            while not self._orders.closed.is_set():
                self._serve()
                works = background and not self._forbidden and (turn is None or turn.mine())
                if works and self._batch():
                    continue
                if not follow and (self._forbidden or not self._archive.unrecognised()):
                    break
                self._say(state="waiting")
                if (asked := self._orders.next(POLL if follow else SOON)) is not None:
                    self._answer(asked)
                else:
                    self._keep()
        finally:
            self._keep()
            self._give_back()
            if turn is not None:
                turn.give_back()
        if self._forbidden is not None and not follow:
            raise self._forbidden

    def _batch(self) -> bool:
        """Work off one lease; False when there is none to have."""
        try:
            articles = self._archive.lease(self._name, LEASE)
        except WriterBusy:
            return False
        except NotWritable as error:
            self._forbidden = error
            return False
        for number, article in enumerate(articles):
            self._serve()
            if self._orders.closed.is_set():
                break
            if number % AHEAD == 0:
                self._look_at(articles[number : number + AHEAD])
            if article.id not in self._found or not fits(self._found[article.id], article):
                self._found[article.id] = self._names(article)
            if time.monotonic() - self._kept_at > KEEP_EVERY:
                self._keep()
        self._keep()
        return bool(articles)

    def _serve(self) -> None:
        while (asked := self._orders.next()) is not None:
            self._answer(asked)

    def _answer(self, asked: str) -> None:
        """Give the names of one article at once; they are kept when there is time for it."""
        try:
            record = self._archive.get(asked)
            full_id = record.article.id
            names = record.names
            if names is None:
                found = self._found.get(full_id)
                if found is None or not fits(found, record.article):  # it was read anew since
                    found = self._names(record.article)
                self._found[full_id] = found
                names = self._archive.shown_names(record.article, found)
        except BroadsheetError as error:
            self._write({"asked": asked, "error": str(error)})
            return
        self._write({"asked": asked, "names": names})

    def _names(self, article: Article) -> Names:
        from corpus.entities.naming import find_names

        recogniser, aliases = self._ready(), self._aliases.current()
        try:
            return find_names(article, recogniser, aliases=aliases)
        except Exception as error:  # one article must not hold up the others
            self._write({"trouble": f"{article.id[:10]}: {type(error).__name__}: {error}"})
            return Names(model=recogniser.version)

    def _look_at(self, articles: Sequence[Article]) -> None:
        """Let the recogniser see several articles at once, which takes it less time."""
        from corpus.entities.naming import recognisable

        recogniser, aliases = self._ready(), self._aliases.current()
        with contextlib.suppress(Exception):  # which article is to blame shows when its turn comes
            recogniser.spans(
                [t for article in articles for t in recognisable(article, aliases=aliases)]
            )

    def _ready(self) -> Recogniser:
        if self._recogniser is None:
            self._say(state="loading")
            self._recogniser = Remembering(load_recogniser())
        return self._recogniser

    def _keep(self) -> None:
        """Write found names to the archive; while another writes they wait for the next time."""
        if not self._found or self._forbidden:
            return
        try:
            self._archive.store_names(self._found)
        except NotWritable as error:
            self._forbidden = error
            return
        except WriterBusy:
            return
        self._done += len(self._found)
        self._found = {}
        self._kept_at = time.monotonic()
        self._say(state="working")

    def _give_back(self) -> None:
        if not self._forbidden:
            with contextlib.suppress(BroadsheetError):  # the lease ends by itself
                self._archive.release(self._name)

    def _say(self, state: str) -> None:
        model = self._recogniser.version if self._recogniser else None
        left = self._archive.unrecognised()
        state = "may not write" if self._forbidden else state
        self._write({"done": self._done, "left": left, "model": model, "state": state})

    def _write(self, line: Any) -> None:
        try:
            self._out.write(msgspec.json.encode(line) + b"\n")
            self._out.flush()
        except OSError:
            self._orders.closed.set()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a recogniser until its work or its standard input ends."""
    parser = argparse.ArgumentParser(prog="recogniser")
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--name", default=f"recogniser-{os.getpid()}")
    parser.add_argument("--follow", action="store_true")
    parser.add_argument("--on-the-spot", action="store_true", help="serve orders only")
    options = parser.parse_args(arguments)
    os.nice(NICENESS)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand between the lines
    orders = Orders(sys.stdin.buffer)
    try:
        with Archive.open(options.archive) as archive:
            work = Work(archive, options.name, orders, out)
            follow = options.follow or options.on_the_spot
            work.run(background=not options.on_the_spot, follow=follow)
    except BroadsheetError as error:
        out.write(msgspec.json.encode({"error": str(error), "status": error.exit_status}) + b"\n")
        out.flush()
        return error.exit_status
    return 0


if __name__ == "__main__":
    os._exit(main())  # a thread may still wait for a line of standard input
