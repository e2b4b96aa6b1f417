import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchBroken, FetchTooLarge
from onrecord.intake.fetching.decoding import Unpacking

LIMIT = 4_000_000
RAW = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def unpacked(coding: str, data: bytes, *, step: int = 1_000, limit: int = LIMIT) -> bytes:
    unpacking = Unpacking(coding, limit=limit, url="http://news.example/")
    parts = [piece for at in range(0, len(data), step) for piece in unpacking.feed(data[at : at + step])]
    unpacking.end()
    return b"".join(parts)


@pytest.mark.parametrize("coding", [*RAW, "GZIP", " gzip ", "identity, gzip", "identity", ""])
@given(data=st.binary(max_size=3_000), step=st.integers(1, 50))
def test_what_was_packed_comes_out_whole_in_whatever_pieces(coding: str, data: bytes, step: int):
    pack = RAW.get(coding.lower().removeprefix("identity,").strip(), bytes)
    assert unpacked(coding, pack(data), step=step) == data


@given(data=st.binary(max_size=300), step=st.integers(1, 50))
def test_raw_deflate_and_gzip_in_several_members_are_read(data: bytes, step: int):
    assert unpacked("deflate", raw_deflate(data), step=step) == data
    assert unpacked("gzip", gzip.compress(data) + gzip.compress(data), step=step) == data + data


@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 131_072, 300_000])
@pytest.mark.parametrize("coding", RAW)
def test_nothing_is_lost_at_the_borders_of_pieces(coding: str, size: int):
    data = bytes(range(256)) * (size // 256 + 1)
    assert unpacked(coding, RAW[coding](data[:size]), step=1 << 20) == data[:size]


@pytest.mark.parametrize("coding", RAW)
def test_what_follows_the_end_is_left_out_or_refused(coding: str):
    try:
        assert unpacked(coding, RAW[coding](b"story") + b"tail") == b"story"
    except FetchBroken:
        assert coding == "br"


@pytest.mark.parametrize("coding", RAW)
@given(share=st.floats(0.05, 0.95))
def test_what_is_cut_off_is_broken(coding: str, share: float):
    packed = RAW[coding](bytes(range(256)) * 9)
    with pytest.raises(FetchBroken):
        unpacked(coding, packed[: max(1, int(len(packed) * share))])


@pytest.mark.parametrize("coding", RAW)
@given(data=st.binary(min_size=2, max_size=400))
def test_nonsense_ends_as_an_error_of_ours_or_as_bytes(coding: str, data: bytes):
    try:
        got = unpacked(coding, data)
    except FetchBroken:
        return
    assert len(got) <= 200 * len(data) + 1_048_576


@pytest.mark.parametrize(
    "coding", ["gzip, gzip", "gzip,br,deflate", "br, " * 40, "zstd", "compress", "aws-chunked", "\x00"]
)
def test_what_is_packed_twice_or_otherwise_is_refused(coding: str):
    with pytest.raises(FetchBroken, match="packed"):
        unpacked(coding, b"x")


@pytest.mark.parametrize("coding", RAW)
def test_a_bomb_stops_at_the_limit_and_at_the_ratio(coding: str):
    bomb = RAW[coding](bytes(LIMIT + 1))
    with pytest.raises(FetchTooLarge, match="attack"):
        unpacked(coding, bomb, step=1 << 20)
    with pytest.raises(FetchTooLarge, match="page_bytes"):
        unpacked(coding, RAW[coding](bytes(range(256)) * 20), limit=5_000)
