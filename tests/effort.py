"""How much work a call is, counted and not timed: the same on a busy machine as on an idle one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

T = TypeVar("T")


def calls(function: Callable[..., object], *arguments: object) -> int:
    """How many functions a call goes through, those written in C counted, too.

    What one C function does inside (a regular expression that backtracks) counts as one: hold that with a text so
    long that quadratic work on it would never end, and assert on what comes out.
    """
    count = 0

    def tick(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        function(*arguments)
    finally:
        sys.setprofile(before)
    return count


def growth(function: Callable[[T], object], short: T, long: T) -> float:
    """How many times the calls for ``short`` are needed for ``long``."""
    function(short)  # tables and models are read once, by the first call: that is no work of the text
    once = calls(function, short)
    return calls(function, long) / once
