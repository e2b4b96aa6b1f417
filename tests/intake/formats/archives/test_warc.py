from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile
import zlib
from datetime import UTC, datetime

import brotli
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st
from tests.intake.formats.archives.conftest import Written

from onrecord.errors import PageDamaged, PageEmpty, PageError, PageNotText, PageTooLarge
from onrecord.intake import LeftOut, Link, pages_in
from onrecord.intake.format import Item
from onrecord.model import Page
from onrecord.settings import Settings

STORY = b"<html><head><title>Ferry</title></head><body><p>The ferry runs again, its captain said.</p></body></html>"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(STORY), STORY)


def found(data: bytes, settings: Settings | None = None) -> list[Item]:
    return list(pages_in(data, "x.warc", settings=settings or Settings()))


def only(data: bytes, settings: Settings | None = None) -> Item:
    item, *rest = found(data, settings)
    assert all(isinstance(each, LeftOut) for each in rest)
    return item


def test_a_page_comes_with_its_address_and_the_time_of_its_capture(record: Written):
    page = only(record(STORY))
    assert isinstance(page, Page)
    assert (page.data, page.format, page.name) == (STORY, "html", "https://tolbur.example/ferry")
    assert (page.url, page.captured_at) == (page.name, datetime(2017, 10, 31, 21, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(STORY)),
        ({"Content-Encoding": "deflate"}, zlib.compress(STORY)),
        ({"Content-Encoding": "deflate"}, zlib.compress(STORY)[2:-4]),
        ({"Content-Encoding": "br"}, brotli.compress(STORY)),
        ({"Content-Encoding": "gzip"}, STORY),  # as some archives keep it: unpacked, with the old head
        ({"Content-Encoding": "nonsense"}, STORY),
        ({"Transfer-Encoding": "chunked"}, CHUNKED),
        ({"Transfer-Encoding": "chunked"}, STORY),
        ({"Transfer-Encoding": "chunked"}, CHUNKED[:-7]),
        (
            {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
            b"5\r\n%s" % gzip.compress(STORY)[:5]
            + b"\r\n"
            + b"%X;x=1\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(STORY)) - 5, gzip.compress(STORY)[5:]),
        ),
        ({"Content-Length": "7"}, STORY),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_what_it_was_wrapped_in_on_its_way_is_taken_off(
    record: Written, fields: dict[str, str], body: bytes, packed: bool
):
    page = only(record(body, fields=fields, packed=packed))
    assert isinstance(page, Page)
    assert page.data == STORY


def test_the_charset_of_the_answer_counts(record: Written):
    text = "<html><body><p>Паром снова ходит, сказал капитан.</p></body></html>"
    page = only(record(text.encode("koi8-r"), fields={"Content-Type": "text/html; charset=KOI8-R"}))
    assert isinstance(page, Page)
    assert page.text == text


def test_what_is_no_page_is_counted_by_kind_and_is_no_error(record: Written):
    data = b"".join(
        [
            record(b"\x89PNG\r\n", fields={"Content-Type": "image/png"}),
            record(b"\xff\xd8\xff" + b"\0" * 50, fields={"Content-Type": "application/octet-stream"}),
            record(b"let a = 1", fields={"Content-Type": "text/javascript; charset=utf-8"}),
            record(b'{"a": 1}', fields={"Content-Type": "application/json"}),
            record(b"User-agent: *", url="https://tolbur.example/robots.txt", fields={"Content-Type": "text/plain"}),
            record(STORY, status="404 Not Found"),
            record(STORY, status="206 Partial Content"),
            record(b"", fields={"Content-Type": "text/html"}),
            record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
            record(b"via: a", kind="metadata"),
            record(b"log", kind="resource", url="metadata://gnu.org/wget.log"),
            record(STORY),
        ]
    )
    page, left_out = found(data)
    assert isinstance(page, Page)
    assert isinstance(left_out, LeftOut)
    assert left_out.counts == {
        "image/png": 1,
        "application/octet-stream": 1,
        "text/javascript": 1,
        "application/json": 1,
        "robots.txt": 1,
        "HTTP 404": 1,
        "HTTP 206": 1,
        "text/html": 1,
        "request record": 1,
        "metadata record": 1,
        "metadata: address": 1,
    }


def test_an_archive_without_a_page_says_what_it_holds(record: Written):
    left_out, error = found(record(b"\x89PNG\r\n", fields={"Content-Type": "image/png"}) * 3)
    assert isinstance(left_out, LeftOut)
    assert isinstance(error, PageEmpty)
    assert "3 × image/png" in str(error)


def test_resources_and_feeds_in_an_archive_are_looked_into(record: Written):
    feed = b'<rss version="2.0"><channel><item><link>https://a.example/1</link></item></channel></rss>'
    data = record(STORY, kind="resource", url="file:///a b.html") + record(feed, fields={"Content-Type": "text/xml"})
    page, link = found(data)
    assert isinstance(page, Page)
    assert (page.name, page.url) == ("file:///a%20b.html", None)
    assert isinstance(link, Link)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("<https://a.example/1>", "https://a.example/1"),
        (" https://a.example/a b ", "https://a.example/a%20b"),
        ("https://a.example/ä?x=%20#f", "https://a.example/%C3%A4?x=%20#f"),
    ],
)
def test_addresses_that_archives_write_wrongly(record: Written, written: str, address: str):
    page = only(record(STORY).replace(b"https://tolbur.example/ferry", written.encode()))
    assert isinstance(page, Page)
    assert page.url == address


# ── digests ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("at", [b"captain", b"Ferry"])
def test_a_page_that_was_changed_in_the_archive_is_reported_and_not_read(record: Written, at: bytes):
    error, page = found(record(STORY).replace(at, at[::-1]) + record(STORY))
    assert isinstance(error, PageDamaged)
    assert "digest" in str(error)
    assert "x.warc" in str(error)
    assert isinstance(page, Page)


def test_a_digest_of_the_block_alone_is_checked_too(record: Written):
    lines = record(STORY).split(b"\r\n")
    data = b"\r\n".join(line for line in lines if not line.startswith(b"WARC-Payload-Digest"))
    assert isinstance(only(data), Page)
    assert isinstance(only(data.replace(b"captain", b"niatpac")), PageDamaged)


@pytest.mark.parametrize("digest", ["sha9:ABC", "nonsense", "sha1:", ""])
def test_a_digest_of_an_unknown_kind_proves_nothing(record: Written, digest: str):
    headers = {"WARC-Payload-Digest": digest, "WARC-Block-Digest": digest}
    assert isinstance(only(record(STORY, headers=headers)), Page)


def test_a_digest_of_the_unpacked_payload_is_one_too(record: Written):
    """Programs differ in what they take for the payload."""
    plain = record(STORY).split(b"WARC-Payload-Digest: ")[1].split(b"\r\n")[0].decode()
    data = record(CHUNKED, fields={"Transfer-Encoding": "chunked"}, headers={"WARC-Payload-Digest": plain})
    assert isinstance(only(data), Page)


# ── broken ones ──────────────────────────────────────────────────────────────


def test_reading_goes_on_behind_a_broken_place(record: Written):
    whole = record(STORY)
    length = b"Content-Length: %d\r\n" % (whole.index(b"</html>") + 7 - whole.index(b"HTTP/1.1 200"))
    assert length in whole
    for wrong in (b"Content-Length: 900000\r\n", b"Content-Length: x\r\n", b"Content-Length: 3\r\n"):
        items = found(whole + whole.replace(length, wrong) + whole)
        assert isinstance(items[0], Page)
        assert any(isinstance(item, PageDamaged) for item in items)


@pytest.mark.parametrize("junk", [b"x" * 500, b"\x1f\x8b\x08" + b"x" * 500])
def test_junk_between_packed_records_is_told_and_passed_over(record: Written, junk: bytes):
    packed = record(STORY, packed=True)
    items = found(packed + junk + packed)
    assert [type(item) for item in items] == [Page, PageDamaged, Page]


@pytest.mark.parametrize("left", [15, 0.2, 0.5, 0.8, -3])
def test_a_packed_archive_that_is_cut_short(record: Written, left: float):
    packed = record(STORY, packed=True)
    page, *rest = found(packed + packed[: int(left * len(packed)) if 0 < left < 1 else int(left)])
    assert isinstance(page, Page)
    assert isinstance(rest[-1], PageDamaged)


def test_a_page_that_the_archive_cut_is_told(record: Written):
    error = only(record(STORY, headers={"WARC-Truncated": "length"}))
    assert isinstance(error, PageDamaged)
    assert "beginning alone" in str(error)


def test_a_bomb_in_an_answer_is_bounded(record: Written):
    bombs = [gzip.compress(b"a" * 50_000_000), brotli.compress(b"a" * 50_000_000)]
    tracemalloc.start()
    for coding, bomb in zip(("gzip", "br"), bombs, strict=True):
        error = only(record(bomb, fields={"Content-Encoding": coding}), Settings(page_bytes=1_000_000))
        assert isinstance(error, PageTooLarge)
    assert tracemalloc.get_traced_memory()[1] < 15_000_000
    tracemalloc.stop()


def test_a_record_over_the_limit_is_not_read(record: Written):
    film = record(b"\0" * 500_000, fields={"Content-Type": "video/mp4"})
    large = record(b"<html>" + b"a" * 500_000)
    left_out_or_error = found(film + large + record(STORY), Settings(page_bytes=100_000))
    assert [type(item) for item in left_out_or_error] == [PageTooLarge, Page, LeftOut]


@tries(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 1_200), noise=st.binary(max_size=30), packed=st.booleans())
def test_whatever_is_broken_ends_in_items(record: Written, at: int, noise: bytes, packed: bool):
    data = record(STORY, packed=packed) * 2
    items = found(data[:at] + noise + data[at + len(noise) :])
    assert items
    assert all(isinstance(item, Page | PageError | LeftOut) for item in items)


# ── WACZ ─────────────────────────────────────────────────────────────────────


def wacz(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("datapackage.json", "{}")
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


def test_the_archives_in_a_wacz_are_read_and_what_stands_beside_is_counted(record: Written):
    data = wacz(
        **{"archive/a.warc.gz": record(STORY, packed=True), "archive/b.warc": record(STORY) * 2, "pages/p": b"{}"}
    )
    *all_pages, left_out = found(data)
    assert [type(page) for page in all_pages] == [Page] * 3
    assert isinstance(left_out, LeftOut)
    assert left_out.counts["files beside the archive"] == 2


@pytest.mark.parametrize("name", ["archive/../../etc/cron.d/x", "archive//etc/passwd", "archive/\\..\\x"])
def test_no_path_in_a_wacz_leads_anywhere(record: Written, name: str, tmp_path: object):
    assert isinstance(only(wacz(**{name: record(STORY)})), Page)


def test_a_wacz_that_claims_the_impossible_or_is_broken_is_refused(record: Written):
    empty = only(wacz(**{"pages/p": b"{}"}))
    assert isinstance(empty, PageEmpty)
    good = wacz(**{"archive/a.warc": record(STORY) * 50})
    assert isinstance(found(good[: len(good) // 2])[-1], PageDamaged)
    damaged = good.replace(good[150:160], b"\0" * 10, 1)
    assert any(isinstance(item, PageError) for item in found(damaged))


def test_a_wacz_of_too_many_members_is_refused(record: Written, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("onrecord.intake.formats.archives.wacz.MOST_MEMBERS", 3)
    error = only(wacz(**{f"archive/{n}.warc": record(STORY) for n in range(5)}))
    assert isinstance(error, PageNotText)
