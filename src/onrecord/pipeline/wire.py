"""What passes between this process and the one that reads pages.

MessagePack with strict decoding, not pickle: a page that took over the reading process must not be able to
make this one run anything.
"""

from __future__ import annotations

from typing import Literal

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


encode = msgspec.msgpack.Encoder().encode
decode_request = msgspec.msgpack.Decoder(Request).decode
decode_answer = msgspec.msgpack.Decoder(Answer).decode
