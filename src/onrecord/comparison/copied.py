"""Whether a statement stands in a passage that its article copied: then it is its original's."""

from __future__ import annotations

from onrecord.model import Copy, Entry


def is_copied(entry: Entry, copies: tuple[Copy, ...]) -> bool:
    """Whether the statement's content begins inside a copied passage of its article."""
    at = entry.statement.content[0].start
    return any(
        passage.copied.start <= at < passage.copied.end
        for copy in copies
        if copy.copy == entry.article.id
        for passage in copy.passages
    )
