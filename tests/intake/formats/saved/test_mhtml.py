from __future__ import annotations

import base64
import quopri
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import PageDamaged, PageEmpty, PageError
from onrecord.intake import opened, page_from_bytes
from onrecord.model import Page
from onrecord.settings import Settings

URL = "https://tolburpost.example/ferry"
MARKUP = "<html><body><h1>Die Fähre</h1><p>Sie fährt wieder, so der Kapitän am Montag.</p></body></html>"
PICTURE = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://t.example/a.png"


def saved(*parts: bytes, snapshot: bool = True, sender: str = "<Saved by Blink>") -> bytes:
    head = f"From: {sender}\r\n" + f"Snapshot-Content-Location: {URL}\r\n" * snapshot
    head += "Subject: =?utf-8?Q?F=C3=A4hre?=\r\nDate: Tue, 31 Oct 2017 10:12:00 -0000\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Multi--x----"\r\n\r\n\r\n'
    body = b"".join(b"------Multi--x----\r\n" + part + b"\r\n" for part in parts)
    return head.encode() + body + b"------Multi--x------\r\n"


def part(encoding: str = "utf-8", transfer: str = "quoted-printable", url: str = URL, markup: str = MARKUP) -> bytes:
    encode = quopri.encodestring if transfer == "quoted-printable" else base64.encodebytes
    head = f"Content-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: {transfer}\r\n"
    head += f"Content-Location: {url}"
    return f"{head}\r\n\r\n".encode() + encode(markup.encode(encoding)).replace(b"\n", b"\r\n")


def page_of(data: bytes) -> Page:
    return page_from_bytes(data, "p", settings=Settings())


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64"])
@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("snapshot", [True, False])
def test_the_page_its_address_and_the_day(snapshot: bool, encoding: str, transfer: str):
    page = page_of(saved(part(encoding, transfer), PICTURE + b"\r\n\r\niVBORw0KGgo=", snapshot=snapshot))
    assert (page.format, page.url) == ("mhtml", URL)
    assert page.captured_at == datetime(2017, 10, 31, 10, 12, tzinfo=UTC)
    assert opened(page).text.strip() == MARKUP


def test_frames_are_not_taken_for_the_page():
    frame = part(url="https://ads.example/1", markup="<html>Buy a boat</html>")
    assert "Fähre" in opened(page_of(saved(frame, part()))).text


def test_a_mail_with_pictures_is_a_mail():
    data = saved(part(), snapshot=False, sender="Ane <ane@t.example>").replace(b"MIME-", b"To: x@t.example\r\nMIME-")
    assert page_of(data).format == "mail"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (saved(part())[:480], PageDamaged),
        (saved(PICTURE + b"\r\n\r\niVBORw0KGgo="), PageEmpty),
        (saved(), PageEmpty),
        (saved(*[part()] * 12_000), PageDamaged),
    ],
)
def test_what_is_cut_empty_or_too_much_is_told(data: bytes, error: type[PageError]):
    with pytest.raises(error):
        opened(page_of(data))


@given(st.binary(max_size=300), st.integers(0, 400))
def test_any_damage_ends_in_a_page_or_an_error(noise: bytes, at: int):
    whole = saved(part())
    with suppress(PageError):
        assert opened(page_of(whole[: 200 + at] + noise + whole[200 + at :])).data
