"""Article → Statement: spans, form, insertions, nesting, kind, stance, strength."""
