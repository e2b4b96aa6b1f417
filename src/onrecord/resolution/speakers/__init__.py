"""Who the source of a statement refers to."""
