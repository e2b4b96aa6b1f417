"""What an HTML page holds: its tree, its visible text in blocks, its metadata."""
