"""What changed between two states of an article. Pure: texts and statements in, words out."""

from onrecord.revising.attaching import attached
from onrecord.revising.changes import changes, is_altered
from onrecord.revising.likeness import is_another_story

__all__ = ["attached", "changes", "is_altered", "is_another_story"]
