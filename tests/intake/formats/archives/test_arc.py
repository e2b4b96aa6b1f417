from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from onrecord.errors import PageDamaged, PageError
from onrecord.intake import LeftOut, pages_in
from onrecord.intake.format import Item
from onrecord.model import Page
from onrecord.settings import Settings

STORY = b"<html><body><p>The ferry to Tolbur runs again, its captain said.</p></body></html>"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (
    len(STORY),
    STORY,
)
NOTES = b"1 0 Tolbur\nURL IP-address Archive-date Content-type Archive-length\n\n"
HEAD = b"filedesc://a.arc 0.0.0.0 20171031213000 text/plain %d\n%s\n" % (len(NOTES), NOTES)


def written(
    body: bytes, *, url: str = "https://tolbur.example/a b", length: str = "", kind: str = "text/html"
) -> bytes:
    line = f"{url} 127.0.0.1 20171031213000 {kind} {length or len(body)}\n"
    return line.encode() + body + b"\n"


def found(data: bytes) -> list[Item]:
    return list(pages_in(data, "a.arc", settings=Settings()))


@pytest.mark.parametrize("packed", [False, True])
def test_pages_come_with_address_and_time(packed: bool):
    members = [HEAD, written(ANSWER), written(b"\x89PNG", kind="image/png")]
    page, left_out = found(b"".join(gzip.compress(member) if packed else member for member in members))
    assert isinstance(page, Page)
    assert (page.data, page.url) == (STORY, "https://tolbur.example/a%20b")
    assert page.captured_at == datetime(2017, 10, 31, 21, 30, tzinfo=UTC)
    assert left_out == LeftOut(source="a.arc", counts={"archive's notes": 1, "image/png": 1})


@pytest.mark.parametrize("length", ["-1", "abc"])
def test_a_record_without_a_length_is_told(length: str):
    error, lost, page, _ = found(HEAD + written(ANSWER, length=length) + written(ANSWER))
    assert isinstance(error, PageDamaged)
    assert "length" in str(error)
    assert isinstance(lost, PageDamaged)
    assert isinstance(page, Page)


def test_a_record_cut_at_the_end_of_the_file_counts_only_if_it_is_whole_by_its_own_word():
    page, *_ = found(HEAD + written(ANSWER, length=str(len(ANSWER) + 12)))
    assert isinstance(page, Page)
    error, *_ = found((HEAD + written(ANSWER))[:-30])
    assert isinstance(error, PageDamaged)


@pytest.mark.parametrize("wrong", [-9, 9])
def test_reading_goes_on_behind_a_wrong_length(wrong: int):
    tail = written(ANSWER) * 2
    items = found(HEAD + written(ANSWER, length=str(len(ANSWER) + wrong)) + tail)
    assert any(isinstance(item, PageDamaged) for item in items)
    assert found(HEAD + tail)[0] in items


def test_version_2_has_more_fields():
    head = HEAD.replace(b"1 0 Tolbur", b"2 0 Tolbur")
    line = b"https://tolbur.example/a 127.0.0.1 20171031213000 text/html 200 abc - 0 a.arc %d\n" % len(ANSWER)
    page, _ = found(head + line + ANSWER + b"\n")
    assert isinstance(page, Page)
    assert page.url == "https://tolbur.example/a"


@tries(deadline=None)  # other processes may keep it waiting
@given(at=st.integers(0, 500), noise=st.binary(min_size=1, max_size=20))
def test_whatever_is_broken_ends_in_items(at: int, noise: bytes):
    data = HEAD + written(ANSWER) * 2
    items = found(b"filedesc://" + (data[:at] + noise + data[at:])[11:])
    assert items
    assert all(isinstance(item, Page | PageError | LeftOut) for item in items)
