"""What a format is to intake."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.errors import PageError
from onrecord.intake.known import Known
from onrecord.intake.links import LeftOut, Link
from onrecord.intake.source import Source
from onrecord.model import Page

Item: TypeAlias = Page | Link | LeftOut | PageError
"""What comes out of intake."""
Part: TypeAlias = Item | Source
"""What a container holds; a ``Source`` is looked into in its turn."""


def never(_: object) -> float:
    """What tells nothing."""
    return 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A leaf is one page. A container has ``parts``.

    It is told by content, 0 is no and 1 is certainly: by the first bytes (``begins``, unpacked where they are gzip),
    which is asked first, else by the beginning of the decoded text (``looks_like``). ``what`` is what messages call
    it.

    ``parts`` yields lazily and in bounded memory; it may raise ``PageError``: what it yielded before stands.
    ``opened`` makes an HTML or text page, with what is stated in it, of a leaf that is neither. It runs in the
    worker, within its limits on time and memory, and may raise ``PageError``.
    ``origin`` is what a leaf's bytes say of where they came from, ``beside`` what stands in them beside the page, by
    kind; both are asked before the worker, of bytes that may be hostile.
    """

    name: str
    what: str
    begins: Callable[[bytes], float] = never
    looks_like: Callable[[str], float] = never
    parts: Callable[[Source], Iterator[Part]] | None = None
    opened: Callable[[Page], Page] | None = None
    origin: Callable[[bytes], Known] | None = None
    beside: Callable[[bytes], dict[str, int]] | None = None
