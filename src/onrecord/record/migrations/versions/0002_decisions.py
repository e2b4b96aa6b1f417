"""What people decided, how statements' days moved, and whether the comparison is of the newest state.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    _decisions()
    _moves()
    _comparing()


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("decisions_target", "decisions", ["target", "number"], unique=False)


def _moves() -> None:
    op.create_table(
        "moves",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=True),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("moves_statement", "moves", ["article", "revision", "statement"], unique=False)
    op.create_index("moves_decision", "moves", ["decision"], unique=False)


def _comparing() -> None:
    comparing = op.create_table(
        "comparing",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("compared", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.bulk_insert(comparing, [{"number": 1, "changed": 0, "compared": 0}])
