from __future__ import annotations

import builtins
import io
import zlib
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from onrecord import articles
from onrecord.errors import PageDamaged, PageEmpty, PageError, PageNotText, PageTooLarge
from onrecord.intake import opened, page_from_bytes
from onrecord.model import Page
from onrecord.settings import Settings

Line = tuple[float, float, float, str]
"""Where a line begins, the size of its letters, and its words."""
STORY = (
    "The ferry to Tolbur will run twice a day from December, Ane Brandvik,",
    "who owns the line, said at the harbour on Monday, after a week of sto-",
    "rms on the strait had kept the boats ashore.",
)
MORE = (
    "The council wants a third boat by 2027, it said in a letter to the line,",
    "which the line has made public and will answer before the year is out.",
)


def block(lines: Sequence[str], top: float, size: float = 11) -> list[Line]:
    return [(72, top - number * 1.2 * size, size, words) for number, words in enumerate(lines)]


def pdf(*pages: Sequence[Line], info: str = "/CreationDate (D:20171031101200+03'00')") -> bytes:
    """A PDF as simple as can be; letters of Latin-1."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in pages:
        shown = "".join(f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n" for x, y, size, words in page)
        stream = zlib.compress(shown.encode("latin-1"))
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects.append(f"<<{info}>>".encode())
    data, places = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(objects), len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer%s" % (len(objects) + 1, table, end)


RELEASE = pdf(
    [
        (72, 810, 9, "Tolbur Ferry Line, press office"),
        *block(["Ferry to run twice a day from", "December, line says"], 760, 20),
        *block(STORY, 690),
        (300, 20, 9, "Page 1 of 2"),
    ],
    [(72, 810, 9, "Tolbur Ferry Line, press office"), *block(MORE, 760), (300, 20, 9, "Page 2 of 2")],
)


def page_of(data: bytes) -> Page:
    page = page_from_bytes(data, "release", settings=Settings())
    assert page.format == "pdf"
    return page


def test_paragraphs_headline_and_day():
    page = opened(page_of(RELEASE))
    whole = " ".join(STORY).replace("sto- rms", "storms")
    assert page.text == f"{whole}\n\n{' '.join(MORE)}"
    assert page.stated
    assert page.stated.title == "Ferry to run twice a day from December, line says"
    assert page.stated.made == "2017-10-31T10:12:00+03:00"
    told = articles.clean(page).date
    assert (told.status, [(each.value, each.where) for each in told.candidates]) == (
        "unknown",
        [("2017-10-31", "chrome")],
    )


def test_what_its_maker_calls_it_is_its_title_where_it_says_something():
    lines = block(STORY, 700)
    for called, title in (
        ("Ferry to run twice a day", "Ferry to run twice a day"),
        ("Microsoft Word - ferry v2 final.docx", None),
    ):
        stated = opened(page_of(pdf(lines, info=f"/Title ({called})"))).stated
        assert stated
        assert stated.title == title


def test_what_reads_pdfs_may_be_missing(monkeypatch: pytest.MonkeyPatch):
    own = builtins.__import__

    def without(name: str, *args: Any) -> Any:
        if name.startswith("pypdf"):
            raise ImportError(name)
        return own(name, *args)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PageNotText, match=r"pip install 'onrecord\[pdf\]'"):
        opened(page_of(RELEASE))


def rewritten(change: Any) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(RELEASE)))
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_locked_against_changes_alone_it_is_read():
    assert "December" in opened(page_of(rewritten(lambda pdf: pdf.encrypt("", "owner", algorithm="RC4-128")))).text


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (rewritten(lambda pdf: pdf.encrypt("secret", algorithm="RC4-128")), PageNotText, "password"),
        (pdf([]), PageEmpty, "text recognition"),
        (pdf(*[[]] * 301), PageTooLarge, "301 pages"),
        (b"%PDF-1.7", PageDamaged, "broken or cut short"),
        (b"%PDF-1.7\n" + b"1 0 obj\n" * 1_000, PageDamaged, "broken or cut short"),
        (RELEASE[:300], PageDamaged, "broken or cut short"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(data: bytes, error: type[PageError], says: str):
    with pytest.raises(error, match=says):
        opened(page_of(data))


@settings(max_examples=60, deadline=None)
@given(st.integers(9, len(RELEASE)), st.binary(min_size=1, max_size=30))
def test_any_damage_ends_in_a_page_or_an_error(at: int, noise: bytes):
    try:
        told = opened(page_of(RELEASE[:at] + noise + RELEASE[at + len(noise) :])).text
    except PageError as error:
        told = error.problem
    assert told
