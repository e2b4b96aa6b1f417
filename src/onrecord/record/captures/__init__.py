"""The archived pages: WARC files, appended, addressed by hash."""
