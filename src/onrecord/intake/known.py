"""What is known of bytes beside the bytes themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.model import Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Where bytes came from, and what was said of them on the way.

    ``charset`` is what the transport names (an HTTP header). ``published`` and ``outlet`` are a person's word.
    """

    url: str | None = None
    charset: str | None = None
    captured_at: datetime | None = None
    published: date | None = None
    outlet: str | None = None
    stated: Stated | None = None
