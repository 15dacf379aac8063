"""The tables of an archive's SQLite file, and the steps from each make of them to the next.

`MIGRATIONS[n]` turns an archive of make n into one of make n + 1; a new archive walks all of
them. The make stands in `PRAGMA user_version`; a newer one than ours is refused.
"""

from __future__ import annotations

import sqlite3

from corpus.errors import ArchiveError

APPLICATION_ID = 0x42524F44  # "BROD": marks an SQLite file as an archive of ours

# `change` numbers every alteration; `seq` is drawn from the same counter, so that an index
# which has taken in everything up to change L holds exactly the articles with seq <= L.
_FIRST = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    """CREATE TABLE articles (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        lineage INTEGER NOT NULL, current INTEGER NOT NULL, change INTEGER NOT NULL,
        outlet TEXT, title TEXT NOT NULL, published TEXT, added TEXT NOT NULL,
        words INTEGER NOT NULL, url TEXT, language TEXT, agencies TEXT NOT NULL,
        rules TEXT NOT NULL, model TEXT)""",
    "CREATE INDEX articles_newest ON articles (published DESC, seq DESC) WHERE current",
    "CREATE INDEX articles_change ON articles (change)",
    "CREATE INDEX articles_lineage ON articles (lineage)",
    "CREATE INDEX articles_unrecognised ON articles (seq) WHERE model IS NULL AND current",
    "CREATE INDEX articles_outlet ON articles (outlet) WHERE current",
    "CREATE TABLE originals (seq INTEGER PRIMARY KEY, document BLOB NOT NULL)",
    "CREATE TABLE readings (seq INTEGER PRIMARY KEY, article BLOB NOT NULL)",
    "CREATE TABLE names (seq INTEGER PRIMARY KEY, names BLOB NOT NULL)",
    """CREATE TABLE mentions (
        key TEXT NOT NULL, seq INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
        count INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID""",
    "CREATE INDEX mentions_seq ON mentions (seq)",
    "CREATE TABLE locators (digest TEXT PRIMARY KEY, lineage INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX locators_lineage ON locators (lineage)",
    """CREATE TABLE judgements (
        id TEXT PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, article TEXT NOT NULL,
        field TEXT NOT NULL, value TEXT, target TEXT, undoes TEXT) WITHOUT ROWID""",
    "CREATE INDEX judgements_article ON judgements (article)",
    """CREATE TABLE removed (
        id TEXT PRIMARY KEY, seq INTEGER NOT NULL, change INTEGER NOT NULL,
        at TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX removed_change ON removed (change)",
    "INSERT INTO meta VALUES ('change', 0), ('state', ''), ('index', 'words-1')",
)

# The recogniser came second: several workers share out the articles by leases.
_LEASES = (
    """CREATE TABLE leases (
        seq INTEGER PRIMARY KEY, worker TEXT NOT NULL, until REAL NOT NULL)""",
    "CREATE INDEX articles_model ON articles (model) WHERE current",
)

# A name that is asked for is looked for among the keys, not among all mentions.
_KEYS = (
    "CREATE TABLE keys (key TEXT PRIMARY KEY) WITHOUT ROWID",
    "INSERT INTO keys SELECT DISTINCT key FROM mentions",
)

# What the archive has learnt, and which names stand for which: `same_names` is made of
# `learnt_names` and of judgements, and holds the names others stand for as well.
_LEARNT = (
    "ALTER TABLE articles ADD COLUMN layer TEXT",
    """CREATE TABLE recurring (
        outlet TEXT NOT NULL, line TEXT NOT NULL, articles INTEGER NOT NULL,
        total INTEGER NOT NULL, PRIMARY KEY (outlet, line)) WITHOUT ROWID""",
    """CREATE TABLE learnt_names (
        key TEXT PRIMARY KEY, root TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE same_names (
        key TEXT PRIMARY KEY, root TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX same_names_root ON same_names (root)",
)

# What stood in a place last: an earlier text that comes back there is the newest again.
_STANDING = (
    "ALTER TABLE locators ADD COLUMN seq INTEGER",
    "UPDATE locators SET seq = (SELECT MAX(seq) FROM articles "
    "WHERE articles.lineage = locators.lineage AND current)",
)

# Stories are made of the articles and of judgements, and follow the changes as the index does:
# `traits` are what an article is known by, `links` who is like whom (each pair twice, likeness
# times 10,000), `placed` in which story it stands, by the founding article's number, and of
# which article it is a copy (itself if of none). Old articles are placed by the next writers.
_STORIES = (
    """CREATE TABLE traits (
        seq INTEGER PRIMARY KEY, features BLOB NOT NULL, prints BLOB NOT NULL)""",
    """CREATE TABLE links (
        seq INTEGER NOT NULL, other INTEGER NOT NULL, likeness INTEGER NOT NULL,
        PRIMARY KEY (seq, other)) WITHOUT ROWID""",
    """CREATE TABLE placed (
        seq INTEGER PRIMARY KEY, story INTEGER NOT NULL, origin INTEGER NOT NULL)""",
    "CREATE INDEX placed_story ON placed (story)",
    "CREATE INDEX placed_origin ON placed (origin)",
    "CREATE TABLE story_heirs (id TEXT PRIMARY KEY, heir INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX judgements_field ON judgements (field)",
)

# What was found out about articles side by side, until one of them changes or goes.
_LEDGERS = (
    """CREATE TABLE ledgers (
        key TEXT PRIMARY KEY, made INTEGER NOT NULL, articles TEXT NOT NULL,
        ledger BLOB NOT NULL) WITHOUT ROWID""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _FIRST,
    _LEASES,
    _KEYS,
    _LEARNT,
    _STANDING,
    _STORIES,
    _LEDGERS,
)
MAKE = len(MIGRATIONS)


def make_of(connection: sqlite3.Connection) -> int:
    """The make of an archive's tables; 0 for a file that holds none yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_foreign(connection: sqlite3.Connection, where: str) -> None:
    """Raise ArchiveError for an SQLite file of another program or of a newer Broadsheet."""
    make = make_of(connection)
    used = bool(make or _tables(connection))
    # asked last: whoever makes the archive at this moment sets mark and tables in one transaction
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if used and mark != APPLICATION_ID:
        raise ArchiveError(f"{where} is a database of another program, not an archive.")
    if make > MAKE:
        raise ArchiveError(
            f"The archive {where} was written by a newer Broadsheet (make {make}, this program "
            f"reads up to {MAKE}); install the newer program to open it."
        )


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to this program's make, each step in a transaction of its own."""
    while (make := make_of(connection)) < MAKE:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in MIGRATIONS[make]:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {make + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _tables(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0])
