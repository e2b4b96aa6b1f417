"""One frozen ``Settings``: defaults < ``onrecord.toml`` < environment (``ONRECORD_…``) < flags."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from onrecord.errors import UsageError

FILE = "onrecord.toml"
PREFIX = "ONRECORD_"


HIGHEST = {
    "page_bytes": 2_000_000_000,
    "page_seconds": 86_400,
    "page_memory_mb": 1_048_576,
    "jobs": 256,
    "folder_depth": 256,
    "fetch_seconds": 86_400,
    "fetch_jobs": 64,
    "fetch_tries": 10,
    "host_delay": 86_400,
    "longest_wait": 86_400,
}
"""What a machine could still make sense of; more is a slip of the finger."""
_KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false", tuple: "a list of texts"}
_TRUTHS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set. Each field is a key of ``onrecord.toml`` and, in capitals after ``ONRECORD_``, a variable."""

    record: str = "record"
    """The record's folder."""
    page_bytes: int = 20_000_000
    """A page larger than this is refused."""
    page_seconds: float = 30.0
    """How long one page may take to be read, in seconds."""
    page_memory_mb: int = 3_072
    """How much memory (address space) the process that reads a page may take, in MiB."""
    jobs: int = min(4, os.cpu_count() or 1)
    """How many processes read the pages of a folder side by side."""
    columns: tuple[str, ...] = ()
    """What the columns of tables hold where their names don't tell: ``what=COLUMN`` (``text=story``, ``date=day``)."""
    folder_depth: int = 32
    """How deep folders are walked for pages."""
    person: str = ""
    """Who decides, as the history of a record names them; empty: the login name."""
    contact: str = ""
    """A web or mail address that sites are told, so that their keepers can reach whoever fetches."""
    host_delay: float = 1.0
    """The least time between two requests to one host, in seconds."""
    longest_wait: float = 60.0
    """How long a host that asks for more patience than ``host_delay`` is waited for, in seconds."""
    fetch_seconds: float = 60.0
    """How long one answer may take to arrive, in seconds."""
    fetch_tries: int = 3
    """How often a page is asked for when the host is busy, out of order or can't be reached."""
    fetch_jobs: int = 8
    """How many hosts are asked side by side."""
    allowed_hosts: tuple[str, ...] = ()
    """Names of an intranet that may be fetched from (``wiki.corp``; ``.corp`` for all below); none by default."""
    allowed_networks: tuple[str, ...] = ()
    """Inner networks that may be fetched from (``10.1.0.0/16``); none by default."""
    certificates: str = ""
    """A file of certificates (PEM) that an intranet's servers are signed with, trusted besides the usual ones."""
    proxy: str = ""
    """The HTTP proxy that every request goes through; none from the environment is ever used."""
    archive_links: bool = False
    """Whether a link to each page in a public web archive is made."""


def load(folder: Path | None = None, *, environment: Mapping[str, str] | None = None, **flags: Any) -> Settings:
    """Read the settings for a working folder (default: the current one).

    Raises:
        UsageError: an unknown key, or a value of the wrong type; names the file or variable.
    """
    values: dict[str, Any] = {}
    values |= _from_file((folder or Path()) / FILE)
    values |= _from_environment(os.environ if environment is None else environment)
    values |= {key: value for key, value in flags.items() if value is not None}
    return Settings(**values)


def _from_file(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(f"{path}: can't be read ({error.strerror}); mend it or move it away") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML ({error}); mend it or move it away") from error
    known = {f.name for f in fields(Settings)}
    for key in table:
        if key not in known:
            raise UsageError(f"{path}: unknown setting {key!r}; known: {', '.join(sorted(known))}")
    return {key: _typed(key, value, str(path)) for key, value in table.items()}


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    found = {f.name: environment.get(PREFIX + f.name.upper()) for f in fields(Settings)}
    return {key: _typed(key, value, PREFIX + key.upper()) for key, value in found.items() if value}


def _typed(key: str, value: Any, where: str) -> Any:
    kind = type(getattr(Settings(), key))
    try:
        typed = _READ.get(kind, kind)(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise UsageError(f"{where}: {key} takes {_KINDS[kind]}, not {value!r}") from error
    if key in HIGHEST and not 0 < typed <= HIGHEST[key]:
        raise UsageError(f"{where}: {key} has to be more than 0 and at most {HIGHEST[key]:,}, not {value!r}")
    return typed


def _truth(value: Any) -> bool:
    if str(value).lower() not in _TRUTHS:
        raise ValueError(value)
    return _TRUTHS[str(value).lower()]


def _texts(value: Any) -> tuple[str, ...]:
    """From TOML a list, from the environment words between commas."""
    if isinstance(value, str):
        return tuple(filter(None, (word.strip() for word in value.split(","))))
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        raise TypeError(value)
    return tuple(value)


_READ: dict[type, Any] = {bool: _truth, tuple: _texts}
