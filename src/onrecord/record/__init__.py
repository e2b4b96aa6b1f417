"""The store: SQLite, search, the archived pages. The one importer of SQL."""
