"""Alembic's environment: the connection is given by ``record.migrating``, which also commits."""

from __future__ import annotations

from alembic import context

# transactional_ddl: SQLite can undo DDL; Alembic doesn't use that unless told
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
