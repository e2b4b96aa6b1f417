"""What passes between this process and the one that reads pages.

MessagePack with strict decoding, not pickle: a page that took over the reading process must not be able to
make this one run anything.
"""

from __future__ import annotations

import re
from typing import Any, Literal

import msgspec

from onrecord.model import Article, Page, Reading


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One page, and how far to take it: to its ``article``, or to a whole ``reading``."""

    page: Page
    want: Literal["article", "reading"] = "reading"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it: a reading, an article, or the class name of a ``PageError`` with its problem in words."""

    reading: Reading | None = None
    article: Article | None = None
    error: str | None = None
    problem: str = ""


def encode(message: Request | Answer) -> bytes:
    """The message as bytes. Halves of surrogate pairs, which no bytes stand for, become U+FFFD, one for one."""
    try:
        return _encode(message)
    except UnicodeEncodeError:
        return _encode(_whole(msgspec.to_builtins(message, builtin_types=(bytes,))))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _whole(each) for key, each in value.items()}
    return [_whole(each) for each in value] if isinstance(value, list | tuple) else value


_HALVES = re.compile("[\ud800-\udfff]")
_encode = msgspec.msgpack.Encoder().encode
decode_request = msgspec.msgpack.Decoder(Request).decode
decode_answer = msgspec.msgpack.Decoder(Answer).decode
