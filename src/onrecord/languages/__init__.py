"""What is known of each language, as data: one folder a language, one TOML file a topic.

Code asks for a topic by name: ``table("en", "reporting_verbs")``. Adding a language is adding a folder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any


@cache
def table(language: str, topic: str) -> Mapping[str, Any]:
    """The data on one topic in one language, read once.

    Raises:
        KeyError: there is no such language or topic.
    """
    file = resources.files(__name__) / language / f"{topic}.toml"
    if not file.is_file():
        raise KeyError(f"no {topic!r} in language {language!r}")
    return MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8")))
