from __future__ import annotations

import gzip
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from onrecord.errors import RecordDamaged
from onrecord.model import Capture
from onrecord.record.captures import warc


def capture(data: bytes, url: str | None = "https://fenn.example/1", name: str = "1.html") -> Capture:
    at = datetime(2031, 3, 1, 12, 0, 0, 5, tzinfo=UTC)
    return Capture(digest=warc.digest_of(data), name=name, format="html", encoding="utf-8", url=url, captured_at=at)


@given(
    data=st.binary(),
    url=st.none() | st.text(st.characters(exclude_categories=["Cs"])),
    name=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_a_member_gives_back_capture_and_bytes(data: bytes, url: str | None, name: str) -> None:
    arrived = capture(data, url, name)
    assert warc.parse(warc.member(arrived, data)) == (arrived, data)
    assert warc.parse(warc.member(arrived, None)) == (arrived, None)


def test_bytes_that_look_like_http_are_left_alone() -> None:
    data = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
    assert warc.parse(warc.member(capture(data), data))[1] == data


def test_other_programs_can_read_it() -> None:
    data = b"<p>The forum opens"
    (record,) = ArchiveIterator(BytesIO(warc.member(capture(data), data)))
    assert record.rec_type == "resource"
    assert record.rec_headers.get_header("WARC-Target-URI") == "https://fenn.example/1"
    assert record.rec_headers.get_header("WARC-Payload-Digest") == f"sha256:{warc.digest_of(data)}"


def test_a_url_cannot_add_a_header() -> None:
    data = b"x"
    stored = warc.member(capture(data, "https://fenn.example/\r\nWARC-Type: request\r\n\r\n"), data)
    assert warc.parse(stored)[1] == data
    assert b"\r\nWARC-Type: request" not in gzip.decompress(stored)


@given(share=st.floats(0, 1, exclude_max=True))
def test_a_torn_member_is_never_taken_for_a_whole_one(share: float) -> None:
    first, second = (warc.member(capture(body), body) for body in (b"one", b"two"))
    cut = int(len(second) * share)
    assert list(warc.split(first + second[:cut])) == [first]
    assert list(warc.split(first + second)) == [first, second]


@pytest.mark.parametrize(
    "stored",
    [b"", b"not gzip", *(gzip.compress(held, mtime=0) for held in (b"", b"WARC/1.0\r\n", b"hello\r\n\r\n"))],
)
def test_what_is_no_member_is_damage(stored: bytes) -> None:
    with pytest.raises(RecordDamaged):
        warc.parse(stored)
