"""What reaches the terminal: nothing that a page or a file's name could use to command it.

Escape sequences, control characters and marks that turn the direction of writing are shown as a replacement
character. Output that the terminal's encoding has no characters for is written with those that come nearest.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from collections.abc import Iterable
from typing import TextIO

from anyascii import anyascii
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

# C0 but tab and line end, DEL, C1, surrogates' halves; embeddings, overrides and isolates of writing direction
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NEAREST = "onrecord-nearest"


def shown(text: str) -> str:
    """The text with what could command a terminal replaced by U+FFFD, one for one."""
    return _COMMANDS.sub("\ufffd", text)


class SafeConsole(Console):
    """A console that shows control characters in what it prints, and has none but its own."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments of something printed, their texts made harmless."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(shown(segment.text), segment.style)

    def on_broken_pipe(self) -> None:
        """Leave it to the command's end: `onrecord search … | head` is no error."""
        raise BrokenPipeError


def prepare() -> None:
    """Make the standard streams fit to print on: there at all, and never at a loss for a character."""
    codecs.register_error(_NEAREST, _nearest)
    sys.stdout, sys.stderr = _there(sys.stdout), _there(sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_NEAREST)


def write(text: str) -> None:
    """Write data (JSON, HTML, CSV) to standard output: always UTF-8, as its readers expect.

    To a file or a pipe it goes as it is; a terminal gets it harmless.
    """
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(encoding="utf-8")
    # CSV ends its lines with \r\n, and a carriage return alone overwrites what stands before it
    out.write(shown(text.replace("\r\n", "\n")) if out.isatty() else text)


def let_go() -> None:
    """Nobody reads standard output any more: what is still waiting to be written goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _there(stream: TextIO | None) -> TextIO:
    # a closed stream is None; an open file in its place keeps its number from being given to the record's files
    return stream or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  # open until the program ends


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    words = shown(error.object[error.start : error.end])
    return "".join(anyascii(char) or "?" for char in words), error.end
