"""What travels between the processes arrives as it was sent, and nothing else is let in."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Page
from onrecord.pipeline.run import read_page
from onrecord.pipeline.wire import Answer, Request, decode_answer, decode_request, encode

from .builder import text_page


@given(st.binary(max_size=200), st.text(st.characters(codec="utf-8"), max_size=40))
def test_a_page_arrives_as_it_was_sent(data: bytes, name: str):
    sent = Request(page=Page(data=data, name=name, format="text"), want="article")
    assert decode_request(encode(sent)) == sent


def test_a_reading_arrives_as_it_was_made():
    reading = read_page(text_page())
    assert reading.statements
    assert decode_answer(encode(Answer(reading=reading))).reading == reading


def test_halves_of_characters_arrive_as_replacement_characters_one_for_one():
    page = Page(data=b"\xff", name="caf\udce9.txt", format="text", outlet="\udcff")
    arrived = decode_request(encode(Request(page=page))).page
    assert (arrived.name, arrived.outlet, arrived.data) == ("caf\ufffd.txt", "\ufffd", b"\xff")
    assert decode_answer(encode(Answer(problem="a\ud800b\udfff"))).problem == "a\ufffdb\ufffd"


@pytest.mark.parametrize("sent", [b"", b"\x80", b"\xc1", b"\x93\x01\x02\x03", encode(Answer(problem="no"))[:-1]])
def test_what_is_no_request_is_refused(sent: bytes):
    with pytest.raises(msgspec.DecodeError):
        decode_request(sent)
