"""JSON from strangers, whole and within the limit for a page."""

from __future__ import annotations

import json
from typing import Any

from onrecord.errors import PageDamaged
from onrecord.intake.encoding import encoding_of


def value_of(data: bytes, name: str) -> Any:
    """What the bytes say. Memory is in proportion to them: some ten times as much, at worst thirty.

    Raises:
        PageDamaged: it is no JSON, cut short, or nested too deep.
    """
    text = data.decode(encoding_of(data), errors="replace").removeprefix("\ufeff")
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise PageDamaged(name, "its JSON is nested too deep to be read") from error
    except ValueError as error:  # a number of thousands of digits is one, too
        raise PageDamaged(name, f"its JSON is broken or cut short ({error})") from error


def text_in(value: Any, *keys: str) -> str | None:
    """The first of these members that is a text with anything in it."""
    found = (value.get(key) for key in keys) if isinstance(value, dict) else ()
    return next((each.strip() for each in found if isinstance(each, str) and each.strip()), None)


def dicts_in(value: Any, *keys: str) -> list[dict[str, Any]]:
    """The objects in the first of these members that is a list, or that is one itself."""
    for key in keys:
        found = value.get(key) if isinstance(value, dict) else None
        if isinstance(found, list | dict) and found:
            return [each for each in (found if isinstance(found, list) else [found]) if isinstance(each, dict)]
    return []
