"""What a format is to intake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """``looks_like`` scores the beginning of a decoded page: 0 is no, 1 is certainly.

    ``declared_encoding`` finds the encoding that the first bytes name, if the format has a place for that.
    """

    name: str
    looks_like: Callable[[str], float]
    declared_encoding: Callable[[bytes], str | None] = lambda _: None
