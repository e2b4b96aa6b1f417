"""The nouns as JSON and back: strict, and equal to what was given.

A lone surrogate can't be written in UTF-8. It becomes U+FFFD, one code point for one, so that spans hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from onrecord.errors import RecordDamaged
from onrecord.model import (
    Article,
    Capture,
    Copy,
    FigureQuestion,
    Identity,
    Lineage,
    Move,
    Origin,
    ReaderInfo,
    Route,
    SpeakerMatch,
    Stated,
    Statement,
    StoryDate,
)

T = TypeVar("T")

_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """The text without lone surrogates."""
    return _SURROGATE.sub("\ufffd", text)


def column(text: str | None) -> str | None:
    """A text for a column that is searched: without NUL too, at which SQL functions would stop."""
    return None if text is None else storable(text).replace("\0", " ")


def encode(noun: Any) -> str:
    """A noun as JSON."""
    try:
        return msgspec.json.encode(noun).decode()
    except UnicodeEncodeError:
        return storable(json.dumps(msgspec.to_builtins(noun), ensure_ascii=False))


def _decoder(kind: type[T]) -> Callable[[str], T]:
    decode = msgspec.json.Decoder(kind).decode

    def decoded(stored: str) -> T:
        try:
            return decode(stored)
        except msgspec.MsgspecError as error:
            raise RecordDamaged(f"a stored {kind.__name__} can't be read ({error})") from error

    return decoded


article = _decoder(Article)
capture = _decoder(Capture)
copy = _decoder(Copy)
identity = _decoder(Identity)
lineage = _decoder(Lineage)
match = _decoder(SpeakerMatch)
move = _decoder(Move)
origin = _decoder(Origin)
question = _decoder(FigureQuestion)
reader = _decoder(ReaderInfo)
route = _decoder(Route)
stated = _decoder(Stated)
statement = _decoder(Statement)
story_date = _decoder(StoryDate)
