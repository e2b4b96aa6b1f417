"""The candidates for the date of a story, each with where it stood."""
