"""The schema's migrations, run by Alembic from ``record.migrating``."""
