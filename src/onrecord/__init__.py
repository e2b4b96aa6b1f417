"""Onrecord keeps the public record: who said what, via whom, about when, and whether it held up.

The verbs (each is loaded when it is first used, so that ``import onrecord`` costs nothing)::

    reading = onrecord.read("page.html")               # one page → its article and its statements
    with onrecord.open_record("record") as record:     # a folder that keeps them
        record.add(reading)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.errors import OnrecordError as OnrecordError
    from onrecord.errors import PageError as PageError
    from onrecord.errors import RecordError as RecordError
    from onrecord.model import Article as Article
    from onrecord.model import Page as Page
    from onrecord.model import Reading as Reading
    from onrecord.model import Span as Span
    from onrecord.model import Statement as Statement
    from onrecord.pipeline.face import Record as Record
    from onrecord.pipeline.parts import attributions as attributions
    from onrecord.pipeline.parts import clean as clean
    from onrecord.pipeline.parts import compare as compare
    from onrecord.pipeline.parts import figures as figures
    from onrecord.pipeline.parts import statements as statements
    from onrecord.pipeline.parts import times as times
    from onrecord.pipeline.parts import windows as windows
    from onrecord.pipeline.verbs import export as export
    from onrecord.pipeline.verbs import open_record as open_record
    from onrecord.pipeline.verbs import read as read
    from onrecord.pipeline.verbs import read_all as read_all

__version__ = "0.1.0"

_VERBS = ("export", "open_record", "read", "read_all")
_PARTS = ("attributions", "clean", "compare", "figures", "statements", "times", "windows")
_HOMES = {
    **dict.fromkeys(_VERBS, "onrecord.pipeline.verbs"),
    **dict.fromkeys(_PARTS, "onrecord.pipeline.parts"),
    **dict.fromkeys(("Article", "Page", "Reading", "Span", "Statement"), "onrecord.model"),
    **dict.fromkeys(("OnrecordError", "PageError", "RecordError"), "onrecord.errors"),
    "Record": "onrecord.pipeline.face",
}

__all__ = [  # noqa: PLE0604  # the table above is the list, tested against a frozen copy
    "__version__",
    *_HOMES,
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
