"""The first schema.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _articles()
    _captures()
    _copies()
    _lineages()
    _origins()
    _questions()
    _redatings()
    _statements()
    _words()


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("captured_at", sa.DateTime(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", "revision"),
    )
    op.create_index("articles_url", "articles", ["url"], unique=False)


def _captures() -> None:
    op.create_table(
        "captures",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("captured_at", sa.DateTime(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("holds_bytes", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=True),
        sa.Column("revision", sa.String(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("capture", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("captures_source", "captures", ["source"], unique=False)
    op.create_index("captures_digest", "captures", ["digest", "holds_bytes"], unique=False)
    op.create_index("captures_place", "captures", ["file", "offset", "length"], unique=False)
    op.create_index("captures_state", "captures", ["state", "captured_at", "key"], unique=False)


def _copies() -> None:
    op.create_table(
        "copies",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("copy", sa.String(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
    )


def _lineages() -> None:
    op.create_table(
        "lineages",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
    )


def _origins() -> None:
    op.create_table(
        "origins",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
    )


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
    )


def _redatings() -> None:
    op.create_table(
        "redatings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("redatings_article", "redatings", ["article", "number"], unique=False)


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("strength", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("in_headline", sa.Boolean(), nullable=False),
        sa.Column("restates", sa.String(), nullable=True),
        sa.Column("reported_in", sa.String(), nullable=True),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("speaker_words", sa.String(), nullable=False),
        sa.Column("outlet_words", sa.String(), nullable=False),
        sa.Column("said_earliest", sa.Date(), nullable=True),
        sa.Column("said_latest", sa.Date(), nullable=True),
        sa.Column("has_due", sa.Boolean(), nullable=False),
        sa.Column("due_earliest", sa.Date(), nullable=True),
        sa.Column("due_latest", sa.Date(), nullable=True),
        sa.Column("due_vague", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("article", "revision", "id", name="statements_once"),
    )
    op.create_index(
        "statements_due", "statements", ["due_latest"], sqlite_where=sa.text("is_current = 1 AND has_due = 1")
    )
    op.create_index("statements_id", "statements", ["id"], unique=False)
    op.create_index("statements_said", "statements", ["said_earliest", "id"], sqlite_where=sa.text("is_current = 1"))
    op.create_index("statements_speaker", "statements", ["speaker_words"], sqlite_where=sa.text("is_current = 1"))


def _words() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE statement_words USING fts5"
        "(content, title, speaker, speaker_words, tokenize = 'unicode61 remove_diacritics 2')"
    )
