from __future__ import annotations

import gzip
import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import PageDamaged, PageEmpty, PageError, PageNotText, PageTooLarge
from onrecord.intake import Known, pages_in
from onrecord.intake.reading.inflating import Inflating
from onrecord.intake.source import HEAD_BYTES, Source
from onrecord.model import Page
from onrecord.settings import Settings

STORY = b"Ferry to Tolbur runs again\n\nThe ferry to Tolbur runs again, its captain said on Monday.\n"
SETTINGS = Settings()


class Dripping(io.BytesIO):
    """A pipe: gives no more than a few bytes at a time."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(7_001, size if size and size > 0 else 7_001))

    def seekable(self) -> bool:
        return False


def noise(size: int) -> bytes:
    """Bytes that don't pack."""
    pieces = (hashlib.sha256(str(n).encode()).digest() for n in range(size // 32 + 1))
    return b"".join(pieces)[:size]


@given(st.binary(max_size=2_000), st.integers(1, 300))
def test_what_was_packed_is_unpacked_in_pieces_of_any_size(data: bytes, size: int):
    packed = gzip.compress(data, mtime=0) + gzip.compress(data[::-1], mtime=0) + b"\0" * 10
    stream = Inflating(io.BytesIO(packed), "x")
    pieces = list(iter(lambda: stream.read(size), b""))
    assert b"".join(pieces) == data + data[::-1]
    assert all(len(piece) <= size for piece in pieces)


def test_a_torn_packing_gives_what_came_before_and_says_so():
    data = noise(300_000)
    stream = Inflating(io.BytesIO(gzip.compress(data)[:200_000]), "x.gz")
    got = [stream.read(65_536) for _ in range(3)]
    assert b"".join(got) == data[: sum(map(len, got))]
    with pytest.raises(PageDamaged, match=r"x\.gz: .*cut short"):
        list(iter(lambda: stream.read(65_536), b""))


def test_a_source_gives_all_its_bytes_from_a_pipe_too():
    data = noise(HEAD_BYTES * 2 + 5)
    assert Source.of(Dripping(data), "x", settings=SETTINGS).whole() == data
    assert Source.of(Dripping(data), "x", settings=SETTINGS).open().read() == data


def found(data: bytes, settings: Settings = SETTINGS) -> list[object]:
    return list(pages_in(data, "x", settings=settings, known=Known(url="https://tolbur.example/", outlet="Post")))


@pytest.mark.parametrize("times", [1, 2, 4])
def test_a_packed_page_is_the_page(times: int):
    data = STORY
    for _ in range(times):
        data = gzip.compress(data)
    (page,) = found(data)
    assert isinstance(page, Page)
    assert (page.data, page.format, page.url, page.outlet) == (STORY, "text", "https://tolbur.example/", "Post")


def test_what_is_packed_without_end_is_not_followed():
    data = STORY
    for _ in range(9):
        data = gzip.compress(data)
    (error,) = found(data)
    assert isinstance(error, PageNotText)
    assert "deep" in str(error)


def test_a_page_that_swells_beyond_the_limit_is_refused_in_little_memory():
    bomb = gzip.compress(b"Ferry runs again. " * 2_000_000)
    (error,) = found(bomb, Settings(page_bytes=100_000))
    assert isinstance(error, PageTooLarge)


@pytest.mark.parametrize("data", [gzip.compress(b""), gzip.compress(STORY * 100)[:40], b"\x1f\x8b\x08\0junk"])
def test_a_packing_with_nothing_or_half_a_thing_in_it_is_told(data: bytes):
    (error,) = found(data)
    assert isinstance(error, PageEmpty | PageDamaged)


@given(st.binary(max_size=400).map(lambda tail: b"\x1f\x8b\x08" + tail))
def test_anything_that_says_it_is_packed_ends_in_a_page_or_an_error(data: bytes):
    assert all(isinstance(item, Page | PageError) for item in found(data))
    assert found(data)


def test_the_charset_of_the_transport_counts():
    text = "Паром в Толбур снова ходит, сказал капитан в понедельник на пристани. " * 3
    (page,) = pages_in(text.encode("koi8-r"), "x", settings=SETTINGS, known=Known(charset="koi8-r"))
    assert isinstance(page, Page)
    assert page.text == text


def test_an_endless_page_is_read_no_further_than_the_limit():
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1, /) -> bytes:
            self.given += size
            return (b"Ferry runs again. " * (size // 18 + 1))[:size]

    stream = Endless()
    (error,) = pages_in(stream, "x", settings=Settings(page_bytes=1_000_000))
    assert isinstance(error, PageTooLarge)
    assert stream.given <= 1_000_001
