"""Who is who in an article."""

from __future__ import annotations

from onrecord.resolution.speakers.cast.cast import Cast
from onrecord.resolution.speakers.cast.member import Member

__all__ = ["Cast", "Member"]
