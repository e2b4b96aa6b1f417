"""One file a format, and the EXPORTERS table."""
