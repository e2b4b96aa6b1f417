"""PDF: press releases and reports, by pypdf (the extra ``pdf``). Read in the worker alone, within its limits."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from onrecord.errors import PageDamaged, PageEmpty, PageNotText, PageTooLarge
from onrecord.intake.format import Format
from onrecord.intake.reading.layout import Paragraph, PrintedLine, headline_of, paragraphs_of
from onrecord.model import Page, Stated

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 300
_LONGEST_TITLE = 300
_NO_READER = "this is a PDF, and what reads PDFs is not installed: pip install 'onrecord[pdf]'"
_ENCRYPTED = "a PDF that opens with a password alone: print it into a new PDF without one, or copy its text out of it"
_SCANNED = "a PDF of pictures, without a text: let text recognition work on it (ocrmypdf IN.pdf OUT.pdf), and read that"
_BROKEN = "a PDF that is broken or cut short; fetch it again, or print it into a new PDF"
_NO_TITLE = re.compile(
    r"^(?:microsoft \w{1,20} -|untitled|document\d{0,3}$|pdf$)|\.(?:docx?|indd|pdf|odt|rtf|qxp|pptx?|xlsx?)$", re.I
)


def _begins(opening: bytes) -> float:
    """Junk may stand before it, as readers allow; what else begins there is told first."""
    if opening.startswith(b"%PDF-"):
        return 1.0
    return 0.8 if b"%PDF-" in opening[:1_024] else 0.0


def _opened(page: Page) -> Page:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise PageNotText(page.name, _NO_READER) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is no news to the person
    # what a broken file makes it raise: its readers of objects take for granted what they find
    broken = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError)
    try:
        return _read(PdfReader(io.BytesIO(page.data)), page)
    except (*broken, NotImplementedError, struct.error, zlib.error, OSError) as error:
        raise PageDamaged(page.name, _BROKEN) from error


def _read(reader: PdfReader, page: Page) -> Page:
    if reader.is_encrypted and not _is_unlocked(reader):
        raise PageNotText(page.name, _ENCRYPTED)
    if len(reader.pages) > MOST_PAGES:
        told = f"a PDF of {len(reader.pages):,} pages, no press release; print the pages that count into a new one"
        raise PageTooLarge(page.name, told)
    paragraphs = paragraphs_of([list(_lines(each)) for each in reader.pages])
    if not any(any(map(str.isalpha, each.words)) for each in paragraphs):
        raise PageEmpty(page.name, _SCANNED)
    title = _title(reader, paragraphs)
    text = "\n\n".join(each.words for each in paragraphs if each.words != title)
    stated = Stated(title=title, made=_made(reader), language=_language(reader))
    return replace(page, data=text.encode(errors="replace"), encoding="utf-8", format="text", stated=stated)


def _is_unlocked(reader: PdfReader) -> bool:
    """Many are locked against changes alone: they open with no password."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _lines(page: Any) -> Iterator[PrintedLine]:
    """The lines of a page in the order in which it is written, which nearly always is that of reading."""
    pieces: list[tuple[str, float, float, float]] = []

    def see(text: str, user: list[float], matrix: list[float], _font: Any, size: float) -> None:
        x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
        y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
        scale = abs((matrix[0] * matrix[3] - matrix[1] * matrix[2]) * (user[0] * user[3] - user[1] * user[2])) ** 0.5
        pieces.append((text, x, y, max(1.0, size * scale)))

    page.extract_text(visitor_text=see)
    words: list[str] = []
    begun: tuple[float, float, float] | None = None
    for text, x, y, size in [*pieces, ("\n", 0.0, 0.0, 0.0)]:
        for number, part in enumerate(text.split("\n")):
            if number and (line := " ".join("".join(words).split())) and begun:
                yield PrintedLine(line, *begun)
            words, begun = ([], None) if number else (words, begun)
            begun = begun or ((x, y, size) if part.strip() else None)
            words.append(part)


def _title(reader: PdfReader, paragraphs: list[Paragraph]) -> str | None:
    """What its maker calls it, if it stands in it so; else its largest words. None where neither says."""
    metadata = reader.metadata
    called = " ".join(str(metadata.title or "").split()) if metadata else ""
    own = next((each.words for each in paragraphs if each.words.casefold() == called.casefold()), None)
    is_named = len(called.split()) > 3 and not _NO_TITLE.search(called)
    found = own or headline_of(paragraphs) or (called if is_named else None)
    return found if found and len(found) <= _LONGEST_TITLE else None


def _made(reader: PdfReader) -> str | None:
    """When the file was made: weak, as a file is made anew when it is printed or mended."""
    try:
        made: datetime | None = reader.metadata.creation_date if reader.metadata else None
    except ValueError:
        return None
    return made.isoformat() if made else None


def _language(reader: PdfReader) -> str | None:
    told = reader.root_object.get("/Lang")
    return str(told)[:20] if told else None


FORMAT = Format(name="pdf", what="a PDF", begins=_begins, opened=_opened)
