"""The same speaker across articles: who is surely one, and who may be."""

from onrecord.comparison.speakers.asking import speakers_asked_for
from onrecord.comparison.speakers.matching import identify

__all__ = ["identify", "speakers_asked_for"]
