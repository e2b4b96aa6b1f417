"""Plain text: what is left when nothing else fits."""

from __future__ import annotations

from onrecord.intake.format import Format

FORMAT = Format(name="text", what="plain text", looks_like=lambda _: 0.1)
