"""The seam: whatever finds attributions in a text can stand behind ``extract``."""

from __future__ import annotations

from typing import Protocol

from onrecord.model import Attribution, ReaderInfo
from onrecord.models.reader.judging import Judgement


class Reader(Protocol):
    """Finds who is said to have said what. The trained encoder is the one that is shipped."""

    @property
    def info(self) -> ReaderInfo:
        """Name and version, kept with every reading."""
        ...

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Every outermost attribution in PolNeAR's scope, in text order; spans into ``text``."""
        ...

    def judged(self, text: str, attribution: Attribution) -> Judgement:
        """Its kind, stance and strength, whoever found its spans; they are spans into ``text``."""
        ...
