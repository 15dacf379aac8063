"""Xapian as a peer, in a Python of its own that has its bindings (Debian's python3-xapian).

python3 xapian_peer.py build ARTICLES.jsonl COUNT FOLDER
python3 xapian_peer.py ask FOLDER     # a question a line in; total and CPU seconds a line out
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import xapian
from questions import LIMIT, articles


def build(file: Path, count: int, folder: Path) -> None:
    base = xapian.WritableDatabase(str(folder / "xapian"), xapian.DB_CREATE_OR_OVERWRITE)
    terms = xapian.TermGenerator()
    terms.set_stemmer(xapian.Stem("en"))
    for one in articles(file, count):
        document = xapian.Document()
        terms.set_document(document)
        terms.index_text(one["title"] or "", 1, "S")
        terms.index_text(one["title"] or "")
        terms.increase_termpos()
        terms.index_text(one["body"])
        document.add_value(0, one["date"] or "")
        base.add_document(document)
    base.commit()


def ask(folder: Path) -> None:
    base = xapian.Database(str(folder / "xapian"))
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem("en"))
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_database(base)
    parser.set_default_op(xapian.Query.OP_AND)
    parser.add_prefix("title", "S")
    flags = xapian.QueryParser.FLAG_DEFAULT | xapian.QueryParser.FLAG_WILDCARD
    enquire = xapian.Enquire(base)
    for line in sys.stdin:
        begun = time.process_time()
        enquire.set_query(parser.parse_query(line.rstrip("\n"), flags))
        found = enquire.get_mset(0, LIMIT, base.get_doccount())
        total = found.get_matches_estimated()
        print(total, time.process_time() - begun, flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
    else:
        ask(Path(sys.argv[2]))
