"""Plain text with its chrome inside: the line model reads it."""
