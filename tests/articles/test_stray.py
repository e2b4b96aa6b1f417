from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.stray import text_of
from onrecord.model import Page


def page(data: bytes, encoding: str = "utf-8") -> Page:
    return Page(data=data, name="page", format="text", encoding=encoding)


def test_stray_bytes_keep_their_quotation_marks():
    data = "Größe: ".encode() + "“The ferry runs,” he said.".encode("cp1252")
    assert text_of(page(data)) == "Größe: “The ferry runs,” he said."


@given(st.text())
def test_sound_pages_stay_as_they_are(text: str):
    sound = page(text.encode("utf-8", errors="replace"))
    assert text_of(sound) == sound.text


@given(st.binary())
def test_any_bytes_give_text_without_carriage_returns(data: bytes):
    assert "\r" not in text_of(page(data))
