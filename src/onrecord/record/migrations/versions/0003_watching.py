"""Where captures came from, what is to be fetched or could not be, and what is watched.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, and take the captures' addresses from what is kept of them."""
    op.add_column("statements", sa.Column("natural", sa.String(), nullable=True))
    op.add_column("captures", sa.Column("url", sa.String(), nullable=True))
    op.execute("UPDATE captures SET url = json_extract(capture, '$.url')")
    op.create_index("captures_url", "captures", ["url", "captured_at", "key"], unique=False)
    op.create_index("captures_article", "captures", ["article", "captured_at", "key"], unique=False)
    _addresses()
    _watched()


def _addresses() -> None:
    op.create_table(
        "addresses",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("listed", sa.String(), nullable=True),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("modified", sa.String(), nullable=True),
        sa.Column("first_at", sa.DateTime(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("next_at", sa.DateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name", name="addresses_once"),
    )
    op.create_index("addresses_state", "addresses", ["state", "number"], unique=False)


def _watched() -> None:
    op.create_table(
        "watched",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("url", name="watched_once"),
    )
