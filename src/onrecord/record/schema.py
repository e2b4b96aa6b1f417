"""The tables. What is filtered on is a column; the whole noun stands beside it as JSON.

A change here needs a migration in ``migrations/versions``: a test holds that both give the same database.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
    text,
)

HEAD = "0004"
"""The newest migration."""

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("key", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("captured_at", DateTime, nullable=False),
    Column("file", String, nullable=False),
    Column("offset", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    Column("holds_bytes", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("article", String),
    Column("revision", String),
    Column("error", String),
    Column("problem", Text),
    Column("capture", Text, nullable=False),
    Column("url", String),
    Index("captures_url", "url", "captured_at", "key"),
    Index("captures_article", "article", "captured_at", "key"),
    Index("captures_source", "source"),
    Index("captures_digest", "digest", "holds_bytes"),
    Index("captures_state", "state", "captured_at", "key"),
    Index("captures_place", "file", "offset", "length"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("revision", String, primary_key=True),
    Column("is_current", Boolean, nullable=False),
    Column("seen_at", DateTime, nullable=False),
    Column("capture", String, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("captured_at", DateTime, nullable=False),
    Column("url", String),
    Column("outlet", String),
    Column("title", Text, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("reader", Text, nullable=False),
    Column("article", Text, nullable=False),
    Index("articles_url", "url"),
)

statements = Table(
    "statements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("article", String, nullable=False),
    Column("revision", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("kind", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("strength", String, nullable=False),
    Column("form", String, nullable=False),
    Column("in_headline", Boolean, nullable=False),
    Column("restates", String),
    Column("reported_in", String),
    Column("speaker", String),
    Column("speaker_words", String, nullable=False),
    Column("outlet_words", String, nullable=False),
    Column("said_earliest", Date),
    Column("said_latest", Date),
    Column("has_due", Boolean, nullable=False),
    Column("due_earliest", Date),
    Column("due_latest", Date),
    Column("due_vague", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("statement", Text, nullable=False),
    Column("natural", String),
    UniqueConstraint("article", "revision", "id", name="statements_once"),
    Index("statements_id", "id"),
    # partial ones: led by a flag, an index would be taken for every question that asks for the flag
    Index("statements_due", "due_latest", sqlite_where=text("is_current = 1 AND has_due = 1")),
    Index("statements_said", "said_earliest", "id", sqlite_where=text("is_current = 1")),
    Index("statements_speaker", "speaker_words", sqlite_where=text("is_current = 1")),
)

words = table(
    "statement_words", column("rowid"), column("content"), column("title"), column("speaker"), column("speaker_words")
)
"""The full text of the statements that are current, by ``statements.number``: an FTS5 table, made by ``WORDS_DDL``."""

WORDS_DDL = (
    "CREATE VIRTUAL TABLE statement_words USING fts5"
    "(content, title, speaker, speaker_words, tokenize = 'unicode61 remove_diacritics 2')"
)

redatings = Table(
    "redatings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("article", String, nullable=False),
    Column("revision", String, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("why", Text, nullable=False),
    Index("redatings_article", "article", "number"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("verb", String, nullable=False),
    Column("target", String, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("undoes", Integer),
    Index("decisions_target", "target", "number"),
)
"""Only ever added to. A decision's id is its number with a ``d`` before it."""

moves = Table(
    "moves",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("decision", Integer),
    Column("article", String, nullable=False),
    Column("revision", String, nullable=False),
    Column("statement", String, nullable=False),
    Column("move", Text, nullable=False),
    Index("moves_statement", "article", "revision", "statement"),
    Index("moves_decision", "decision"),
)

comparing = Table(
    "comparing",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("changed", Integer, nullable=False),
    Column("compared", Integer, nullable=False),
)
"""One row: how often what is compared has changed, and which of these states the kept comparison is of."""

copies = Table(
    "copies",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("copy", String, nullable=False),
    Column("original", String, nullable=False),
    Column("body", Text, nullable=False),
)

origins = Table(
    "origins",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("article", String),
    Column("body", Text, nullable=False),
)

lineages = Table(
    "lineages",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("event", String, nullable=False),
    Column("body", Text, nullable=False),
)

questions = Table(
    "questions",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("question", String, nullable=False),
    Column("body", Text, nullable=False),
)

identities = Table(
    "identities",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("body", Text, nullable=False),
)

matches = Table(
    "matches",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("one", String, nullable=False),
    Column("other", String, nullable=False),
    Column("body", Text, nullable=False),
)

addresses = Table(
    "addresses",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("source", String),
    Column("depth", Integer, nullable=False),
    Column("wish", Text, nullable=False),
    Column("listed", String),
    Column("etag", String),
    Column("modified", String),
    Column("first_at", DateTime, nullable=False),
    Column("asked_at", DateTime),
    Column("next_at", DateTime),
    Column("tries", Integer, nullable=False),
    Column("error", String),
    Column("problem", Text),
    UniqueConstraint("name", name="addresses_once"),
    Index("addresses_state", "state", "number"),
)
"""What is to be asked for, was, or could not be had. ``number`` is anew whenever it is to be asked again."""

watched = Table(
    "watched",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("url", String, nullable=False),
    Column("outlet", String),
    Column("every", Integer, nullable=False),
    Column("since", Date),
    Column("added_at", DateTime, nullable=False),
    Column("asked_at", DateTime),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
    UniqueConstraint("url", name="watched_once"),
)
"""What is watched; ``every`` in seconds."""
