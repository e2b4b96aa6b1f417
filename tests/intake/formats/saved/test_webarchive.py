from __future__ import annotations

import plistlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import PageDamaged, PageEmpty, PageError
from onrecord.intake import opened, page_from_bytes
from onrecord.model import Page
from onrecord.settings import Settings

URL = "https://tolburpost.example/ferry"
MARKUP = "<html><body><h1>Die Fähre</h1><p>Sie fährt wieder, so der Kapitän am Montag.</p></body></html>"


def saved(**main: Any) -> bytes:
    told = {
        "WebResourceData": MARKUP.encode("cp1252"),
        "WebResourceURL": URL,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "windows-1252",
        "WebResourceFrameName": "",
        **main,
    }
    listed = {"WebMainResource": told, "WebSubresources": [{"WebResourceData": b"x" * 300, "WebResourceURL": "é"}] * 20}
    return plistlib.dumps(listed, fmt=plistlib.FMT_BINARY)


def page_of(data: bytes) -> Page:
    return page_from_bytes(data, "p", settings=Settings())


def test_the_page_and_its_address():
    page = page_of(saved())
    assert (page.format, page.url) == ("webarchive", URL)
    assert opened(page).text == MARKUP


def test_a_page_of_many_bytes_and_an_address_of_many_letters():
    page = page_of(saved(WebResourceData=MARKUP.encode() * 2_000, WebResourceURL=f"{URL}/{'ä' * 70}"))
    assert page.url == f"{URL}/{'ä' * 70}"
    assert len(opened(page).data) == 2_000 * len(MARKUP.encode())


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (saved()[:200], PageDamaged),
        (b"bplist00" + b"\xff" * 100, PageDamaged),
        (saved(WebResourceData=b""), PageEmpty),
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), PageEmpty),
        (plistlib.dumps([1, 2], fmt=plistlib.FMT_BINARY), PageEmpty),
    ],
)
def test_what_is_cut_or_no_page_is_told(data: bytes, error: type[PageError]):
    with pytest.raises(error):
        opened(page_of(data))


@given(st.integers(8, 2_000), st.binary(min_size=1, max_size=60))
def test_any_damage_ends_in_a_page_or_an_error(at: int, noise: bytes):
    whole = saved()
    with suppress(PageError):
        assert opened(page_of(whole[:at] + noise + whole[at + len(noise) :])).data
