"""Attacks on time and memory, by a server that does them: each ends with an error of ours, soon and small."""

import gzip
import itertools
import socket
import time
import zlib
from collections.abc import Callable, Iterable

import brotli
import pytest
from tests.intake.fetching.conftest import PAGE, Makes, Reply, Request, Site, response

from onrecord.errors import FetchBroken, FetchError, FetchTooLarge, FetchTooSlow, FetchUnreachable
from onrecord.intake.fetching import Fetched, Fetcher

pytestmark = pytest.mark.usefixtures("bounded")
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


def sends(pieces: Iterable[bytes], *, every: float = 0.0) -> Reply:
    """One piece after another, for as long as anybody listens; ``every`` so many seconds."""

    def reply(connection: socket.socket, _: Request) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(every)

    return reply


def hangs(before: bytes = b"", *, seconds: float = 8) -> Reply:
    return sends(itertools.chain([before], itertools.repeat(b"", 1)), every=seconds / 2)


def forever(begin: bytes, piece: bytes, *, every: float = 0.0) -> Reply:
    return sends(itertools.chain([begin], itertools.repeat(piece)), every=every)


def packed(coding: str, body: bytes) -> bytes:
    return response(body, headers=(f"Content-Encoding: {coding}",))


ZEROS = bytes(24_000_000)
BOMB = gzip.compress(ZEROS, 9)
SMALL = gzip.compress(bytes(16))

TOO_SLOW: dict[str, Callable[[], Reply]] = {
    "no answer at all": hangs,
    "half a status line, then nothing": lambda: hangs(b"HTTP/1.1 20"),
    "headers, then nothing": lambda: hangs(OK + b"Content-Length: 10\r\n\r\n"),
    "half the body, then nothing": lambda: hangs(OK + b"Content-Length: 10\r\n\r\n12345"),
    "half a chunk, then nothing": lambda: hangs(CHUNKED + b"a\r\n123"),
    "a status line, a byte at a time": lambda: forever(b"", b"H", every=0.05),
    "headers, a byte at a time": lambda: forever(OK + b"X-Long: ", b"x", every=0.05),
    "one header after another, slowly": lambda: forever(OK, b"X-A: b\r\n", every=0.05),
    "the body, a byte at a time": lambda: forever(OK + b"Content-Length: 100000\r\n\r\n", b"x", every=0.05),
    "chunks of a byte, slowly": lambda: forever(CHUNKED, b"1\r\nx\r\n", every=0.05),
    "a chunk's extension, slowly": lambda: forever(CHUNKED + b"5;", b"e", every=0.05),
    "a packed body, slowly": lambda: sends(
        itertools.chain([OK + b"Content-Encoding: gzip\r\n\r\n"], (bytes([b]) for b in BOMB)), every=0.05
    ),
    "provisional answers, slowly": lambda: forever(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", every=0.05),
    "trailers, slowly": lambda: forever(CHUNKED + b"1\r\nx\r\n0\r\n", b"X-T: y\r\n", every=0.05),
}
TOO_LARGE: dict[str, Callable[[], bytes | Reply]] = {
    "a body that never ends": lambda: forever(OK + b"\r\n", b"x" * 65_536),
    "chunks that never end": lambda: forever(CHUNKED, b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
    "a length of gigabytes": lambda: hangs(OK + b"Content-Length: 99999999999\r\n\r\nx"),
    "a length of a hundred digits": lambda: hangs(OK + b"Content-Length: " + b"9" * 15 + b"\r\n\r\nx"),
    "a gzip bomb": lambda: packed("gzip", BOMB),
    "a gzip bomb by its other name": lambda: packed("x-gzip", BOMB),
    "a gzip bomb of many members": lambda: packed("gzip", gzip.compress(bytes(300_000), 9) * 200),
    "a deflate bomb": lambda: packed("deflate", zlib.compress(ZEROS, 9)),
    "a raw deflate bomb": lambda: packed("deflate", zlib.compress(ZEROS, 9)[2:-4]),
    "a brotli bomb": lambda: packed("br", brotli.compress(ZEROS, quality=5)),
    "a gzip bomb in chunks": lambda: CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")
    + f"{len(BOMB):x}\r\n".encode() + BOMB + b"\r\n0\r\n\r\n",
    "many small members": lambda: forever(OK + b"Content-Encoding: gzip\r\n\r\n", SMALL * 2_000),
    "a page that is just too large": lambda: response(b"x" * 1_000_001),
    "one that says nothing of its length": lambda: OK + b"\r\n" + b"x" * 1_000_001,
}  # fmt: skip
BROKEN: dict[str, Callable[[], bytes | Reply]] = {
    "chunks with long extensions": lambda: forever(CHUNKED, b"1;" + b"e" * 9_000 + b"\r\nx\r\n"),
    "tiny chunks that never end": lambda: forever(CHUNKED, b"1\r\nx\r\n" * 10_000),
    "headers that never end": lambda: forever(OK, b"X-A: b\r\n" * 1_000),
    "one header that never ends": lambda: forever(OK + b"X-Long: ", b"x" * 10_000),
    "a status line that never ends": lambda: forever(b"HTTP/1.1 200 ", b"O" * 10_000),
    "a first line that never ends": lambda: forever(b"", b"\x00" * 10_000),
    "provisional answers that never end": lambda: forever(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
    "trailers that never end": lambda: forever(CHUNKED + b"0\r\n", b"X-T: y\r\n" * 1_000),
    "a chunk's extension that never ends": lambda: forever(CHUNKED + b"5;", b"e" * 10_000),
    "fewer bytes than were promised": lambda: OK + b"Content-Length: 500\r\n\r\nshort",
    "chunks without an end": lambda: CHUNKED + b"5\r\nshort\r\n",
    "a chunk shorter than it says": lambda: CHUNKED + b"ff\r\nshort\r\n0\r\n\r\n",
    "a chunk of negative size": lambda: CHUNKED + b"-5\r\nshort\r\n0\r\n\r\n",
    "a chunk of monstrous size": lambda: CHUNKED + b"f" * 40 + b"\r\nshort",
    "a chunk size in words": lambda: CHUNKED + b"five\r\nshort\r\n",
    "a negative length": lambda: OK + b"Content-Length: -1\r\n\r\nshort",
    "a length in words": lambda: OK + b"Content-Length: five\r\n\r\nshort",
    "a length of 5,000 digits": lambda: OK + b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\nx",
    "two lengths that differ": lambda: OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nshort",
    "an unknown transfer coding": lambda: OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "no HTTP, but another protocol": lambda: b"220 mail.example ESMTP ready\r\n" * 10,
    "nothing but an end": lambda: b"",
    "a status of four digits": lambda: b"HTTP/1.1 2000 OK\r\n\r\n",
    "NULs in a header": lambda: OK + b"X-A: a\x00b\r\n\r\n",
    "gzip that is none": lambda: packed("gzip", PAGE),
    "gzip cut short": lambda: packed("gzip", gzip.compress(PAGE)[:-9]),
    "gzip with a wrong sum": lambda: packed("gzip", gzip.compress(PAGE)[:-8] + b"12345678"),
    "brotli that is none": lambda: packed("br", PAGE),
    "brotli cut short": lambda: packed("br", brotli.compress(PAGE)[:-3]),
    "deflate that is none": lambda: packed("deflate", b"\xff" * 40),
    "gzip in gzip": lambda: packed("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
    "a hundred codings": lambda: packed(", ".join(["gzip"] * 100), BOMB),
    "a coding nobody asked for": lambda: packed("zstd", b"\x28\xb5\x2f\xfd"),
}


def fails(fetcher: Fetcher, site: Site, reply: bytes | Reply) -> FetchError:
    site.pages["/attack"] = reply
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(site.url("/attack"))
    assert len(site.asked("/attack")) == 1
    return caught.value


@pytest.mark.parametrize("attack", TOO_SLOW)
def test_whatever_drips_or_hangs_ends_at_the_time_limit(fetcher_of: Makes, site: Site, attack: str):
    error = fails(fetcher_of(fetch_seconds=0.4), site, TOO_SLOW[attack]())
    assert isinstance(error, FetchTooSlow)
    assert "0.4 seconds" in error.problem


@pytest.mark.parametrize("attack", TOO_LARGE)
def test_whatever_is_too_much_ends_at_the_byte_limit(fetcher_of: Makes, site: Site, attack: str):
    assert isinstance(fails(fetcher_of(fetch_seconds=20), site, TOO_LARGE[attack]()), FetchTooLarge)


@pytest.mark.parametrize("attack", BROKEN)
def test_whatever_breaks_the_rules_is_no_page(fetcher_of: Makes, site: Site, attack: str):
    assert isinstance(fails(fetcher_of(fetch_seconds=20), site, BROKEN[attack]()), FetchBroken)


def test_a_reset_in_the_middle_is_said(fetcher: Fetcher, site: Site):
    def reply(connection: socket.socket, _: Request) -> None:
        connection.sendall(OK + b"Content-Length: 500\r\n\r\nshort")
        time.sleep(0.1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        connection.close()

    assert isinstance(fails(fetcher, site, reply), FetchUnreachable)


@pytest.mark.parametrize("extra", [b"GET / HTTP/1.1\r\n", response(b"another page"), b"x" * 100_000])
def test_bytes_after_the_promised_length_are_no_part_of_the_page(fetcher: Fetcher, site: Site, extra: bytes):
    site.pages["/"] = response() + extra
    got = fetcher.fetch(site.url("/"))
    assert isinstance(got, Fetched)
    assert got.data == PAGE


def test_a_long_body_right_behind_its_headers_is_not_taken_for_headers(fetcher: Fetcher, site: Site):
    body = b"x" * 500_000
    site.pages["/"] = sends([OK, b"Content-Length: 500000\r\n\r\n" + body], every=0.05)
    got = fetcher.fetch(site.url("/"))
    assert isinstance(got, Fetched)
    assert got.data == body


@pytest.mark.parametrize("attack", ["a gzip bomb", "a body that never ends", "a brotli bomb"])
def test_a_robots_file_is_no_way_in_either(fetcher: Fetcher, site: Site, attack: str):
    site.pages |= {"/robots.txt": TOO_LARGE[attack](), "/": response()}
    assert isinstance(fetcher.fetch(site.url("/")), Fetched)


@pytest.mark.parametrize("attack", ["no answer at all", "the body, a byte at a time", "headers, a byte at a time"])
def test_a_robots_file_that_drips_ends_at_the_time_limit(fetcher_of: Makes, site: Site, attack: str):
    site.pages |= {"/robots.txt": TOO_SLOW[attack](), "/": response()}
    with pytest.raises(FetchTooSlow):
        fetcher_of(fetch_seconds=0.4).fetch(site.url("/"))
    assert site.asked("/") == []
