"""What is asked of the record: search, due lists, counts."""
